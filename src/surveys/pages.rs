//! The pages of surveys: the list, one of them as it stands, and the words that several of them share.

pub mod acts;
pub mod comments;
pub mod drafts;
pub mod questions;
mod results;

use actix_web::web;
use askama::Template;

pub use results::export;

use super::rules;
use super::{Kind, Question, Status, Survey};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::session;
use crate::platform::visit::Visit;
use crate::policy::Permission;

const HOME: &str = "/surveys";

fn address(id: i64) -> String {
    format!("/surveys/{id}")
}

fn member(visit: &Visit) -> Option<i64> {
    visit.viewer.as_ref().and_then(|viewer| viewer.member_id)
}

/// One that the visitor may see: drafts are for who runs surveys.
async fn load(visit: &Visit, id: i64) -> Result<Survey> {
    let survey = visit.read(move |conn, visit| super::find(conn, id, member(visit))).await?;
    let hidden = survey.status == Status::Draft && !visit.may(Permission::PollsManage);
    if hidden { Err(Error::NotFound) } else { Ok(survey) }
}

/// One that is still a draft.
async fn load_draft(visit: &Visit, id: i64) -> Result<Survey> {
    let survey = load(visit, id).await?;
    if survey.status == Status::Draft { Ok(survey) } else { Err(Error::Conflict("survey-conflict-opened")) }
}

/// "4.2", « 4,2 »: a mean in hundredths as people read it.
fn mean(lang: Lang, hundredths: i32) -> String {
    let tenths = rules::tenths(hundredths);
    let point = if lang == Lang::En { '.' } else { ',' };
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

/// "31 of 64 answered."
fn rate(lang: Lang, survey: &Survey) -> String {
    let args = [("answered", survey.answered.into()), ("asked", survey.asked.unwrap_or_default().into())];
    lang.with("survey-rate", &args)
}

/// A question as it is asked.
struct Asked {
    name: String,
    place: String,
    text: String,
    kind: &'static str,
    required: bool,
    options: Vec<(String, String)>,
}

/// What can be chosen, by number.
fn options(lang: Lang, question: &Question) -> Vec<(String, String)> {
    let words: Vec<String> = match question.kind {
        Kind::Scale => (1..=5).map(|value| lang.t(&format!("survey-scale-{value}"))).collect(),
        _ => question.choices(lang).to_vec(),
    };
    (1..).zip(words).map(|(number, words): (usize, String)| (number.to_string(), words)).collect()
}

fn asked(lang: Lang, survey: &Survey) -> Vec<Asked> {
    let of = survey.questions.0.len();
    let one = |question: &Question| Asked {
        name: question.field(),
        place: lang.with("survey-place", &[("number", question.number.into()), ("count", of.into())]),
        text: question.text(lang).to_owned(),
        kind: question.kind.word(),
        required: question.required,
        options: options(lang, question),
    };
    survey.questions.0.iter().map(one).collect()
}

// ---- the list ----

struct Row {
    id: i64,
    title: String,
    facts: String,
    look: &'static str,
    standing: String,
    /// It waits for the visitor's answer.
    waits: bool,
}

/// How one stands, in words: how it is marked, and what is said.
fn standing(lang: Lang, survey: &Survey) -> (&'static str, String) {
    let key = match survey.status {
        Status::Open if survey.has_answered => return ("ok", lang.t("survey-own-answered")),
        Status::Open if survey.is_asked => return ("lamp", lang.t("survey-own-waits")),
        status => status,
    };
    let look = if key == Status::Uncounted { "bad" } else { "" };
    (look, lang.t_of("survey-status-", key.word()))
}

fn row(page: &Page, survey: &Survey) -> Row {
    let lang = page.lang();
    let (look, standing) = standing(lang, survey);
    let day = page.long_day(&survey.ends_on);
    let until = match survey.status {
        Status::Draft | Status::Open => page.t1("survey-until", "day", day),
        Status::Closed | Status::Uncounted => page.t1("survey-ended", "day", day),
    };
    let facts = if survey.status == Status::Draft { until } else { format!("{until} {}", rate(lang, survey)) };
    let waits = survey.status == Status::Open && survey.is_asked && !survey.has_answered;
    Row { id: survey.id, title: survey.title(lang).to_owned(), facts, look, standing, waits }
}

#[derive(Template)]
#[template(path = "surveys/index.html")]
struct IndexPage {
    page: Page,
    drafts: Vec<Row>,
    open: Vec<Row>,
    over: Vec<Row>,
    /// Surveys with comments that nobody has read: number, words.
    comments: Vec<(i64, String)>,
    may_manage: bool,
}

pub async fn index(visit: Visit) -> Answer {
    let all = visit.read(|conn, visit| super::list(conn, member(visit))).await?;
    let page = Page::new(&visit, "surveys", "surveys-title");
    let of = |known: &[Status]| -> Vec<Row> {
        all.iter().filter(|survey| known.contains(&survey.status)).map(|survey| row(&page, survey)).collect()
    };
    let may_manage = visit.may(Permission::PollsManage);
    let moderates = visit.may(Permission::CommentsModerate);
    let lang = visit.lang;
    let unread = |survey: &Survey| {
        let args = [("count", survey.waiting.into()), ("name", survey.title(lang).into())];
        (survey.id, lang.with("survey-comments-wait", &args))
    };
    let index = IndexPage {
        drafts: if may_manage { of(&[Status::Draft]) } else { Vec::new() },
        open: of(&[Status::Open]),
        over: of(&[Status::Uncounted, Status::Closed]),
        comments: all.iter().filter(|survey| moderates && survey.waiting > 0).map(unread).collect(),
        may_manage,
        page,
    };
    page::ok(&visit, &index)
}

// ---- one of them ----

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let survey = load(&visit, *id).await?;
    match survey.status {
        Status::Draft => drafts::show(&visit, &survey),
        Status::Open => {
            // after an answer it would tell the minute
            session::leave_as_it_is();
            page::ok(&visit, &answer_page(&visit, &survey, Form::blank()))
        }
        Status::Closed | Status::Uncounted => results::show(&visit, survey).await,
    }
}

#[derive(Template)]
#[template(path = "surveys/answer.html")]
struct AnswerPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    intro: String,
    until: String,
    rate: String,
    asked: Vec<Asked>,
    may_answer: bool,
    has_answered: bool,
    is_asked: bool,
    may_manage: bool,
    /// When the next round opens.
    next: Option<String>,
}

fn answer_page(visit: &Visit, survey: &Survey, form: Form) -> AnswerPage {
    let lang = visit.lang;
    let page = Page::named(visit, "surveys", survey.title(lang)).with_form(&form);
    let acting = visit.viewer.as_ref().is_some_and(|viewer| viewer.acting.is_some());
    let over = survey.ends_on < visit.today();
    let waits = survey.is_asked && !survey.has_answered && !over;
    AnswerPage {
        id: survey.id,
        title: survey.title(lang).to_owned(),
        intro: markdown::html(survey.intro(lang), 2),
        until: page.t1(if over { "survey-ended" } else { "survey-until" }, "day", page.long_day(&survey.ends_on)),
        rate: rate(lang, survey),
        asked: asked(lang, survey),
        may_answer: waits && !acting && visit.may(Permission::PollsVote),
        has_answered: survey.has_answered,
        is_asked: survey.is_asked,
        may_manage: visit.may(Permission::PollsManage),
        next: survey.next_on.map(|day| page.t1("survey-next", "day", page.long_day(&day))),
        form,
        page,
    }
}

/// The questions again, with what is wrong.
async fn again(visit: &Visit, id: i64, form: Form) -> Answer {
    let survey = load(visit, id).await?;
    if survey.status != Status::Open {
        return Err(Error::Conflict(super::LATE));
    }
    page::refused(visit, &answer_page(visit, &survey, form))
}
