//! A misspelt word of an open vote: the texts as they are, to be corrected in place, what waits for a second person, and what was corrected.

use std::collections::BTreeMap;

use actix_web::web;
use askama::Template;

use crate::platform::compared::{Piece, excerpts};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::polls::case::LENGTH_MAX;
use crate::polls::corrections::{self, Change, Correction, Part, Settled, Spot, Text, texts};
use crate::polls::{Poll, Question, State, Status, store};

/// A correction as it is told.
pub struct Line {
    number: i32,
    /// Which text, of what, in which language.
    pub of: String,
    /// When, by whom, and what came of it.
    pub said: String,
    /// What it said and says, where they differ.
    pub pieces: Vec<Piece>,
    /// The viewer proposed it.
    own: bool,
}

impl Line {
    fn new(page: &Page, questions: &[Question], one: &Correction) -> Self {
        Self {
            number: one.number,
            of: of(page.lang(), questions, &one.spot()),
            said: said(page, one),
            pieces: excerpts(&one.before, &one.after),
            own: page.visit.viewer.as_ref().is_some_and(|viewer| viewer.account_id == one.proposed_by),
        }
    }
}

/// What was corrected of a vote, for whoever reads it: the texts of both languages, since a vote is one in both.
pub fn made(page: &Page, questions: &[Question], corrections: &[Correction]) -> Vec<Line> {
    let made = corrections.iter().filter(|one| one.is_made());
    made.map(|one| Line::new(page, questions, one)).collect()
}

/// "Title", "Choice 3 of question 2, in French".
fn of(lang: Lang, questions: &[Question], spot: &Spot) -> String {
    let several = questions.len() > 1;
    let what = lang.t_of("correction-of-", spot.word());
    let number = |number: Option<i32>| number.unwrap_or(0).to_string();
    let args = [
        ("what", what.as_str().into()),
        ("choice", number(spot.choice).into()),
        ("question", number(spot.question).into()),
        ("language", lang.t_of("correction-in-", spot.tongue.word()).into()),
    ];
    let key = match (spot.choice.is_some(), several && spot.question.is_some()) {
        (true, true) => "correction-place-choice-of",
        (true, false) => "correction-place-choice",
        (false, true) => "correction-place-of",
        (false, false) => "correction-place",
    };
    lang.with(key, &args)
}

fn said(page: &Page, one: &Correction) -> String {
    let name = |name: &Option<String>| name.clone().unwrap_or_default();
    let at = one.settled_at.unwrap_or(one.proposed_at);
    let key = match one.outcome {
        None => "correction-waits",
        Some(Settled::Made) => "correction-made",
        Some(Settled::Declined) => "correction-declined",
        Some(Settled::Withdrawn) => "correction-withdrawn",
    };
    let args = [
        ("when", page.moment(&at).into()),
        ("proposer", name(&one.proposer).into()),
        ("settler", name(&one.settler).into()),
    ];
    page.lang().with(key, &args)
}

/// A text in a field, with what names it.
struct Field {
    name: String,
    label: String,
    /// Of several lines.
    long: bool,
}

#[derive(Template)]
#[template(path = "polls/corrections.html")]
struct CorrectionsPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    open: bool,
    version: i32,
    /// The question whose texts are shown; 0 for those of the vote.
    at: i32,
    /// Others whose texts can be corrected, with their words.
    others: Vec<(i32, String)>,
    fields: Vec<Field>,
    waiting: Vec<Line>,
    settled: Vec<Line>,
}

/// Whether a text is shown with a question; those of the vote stand with the only question.
fn stands_with(text: &Text, at: i32, alone: bool) -> bool {
    alone || text.spot.question.unwrap_or(0) == at
}

fn corrections_page(visit: &Visit, entire: &store::Entire, at: i32, form: Option<Form>) -> CorrectionsPage {
    let (poll, questions) = (&entire.poll, &entire.questions);
    let alone = questions.len() <= 1;
    let all = texts(poll, questions);
    let mut others: BTreeMap<i32, String> = BTreeMap::new();
    for text in all.iter().filter(|text| !stands_with(text, at, alone)) {
        let number = text.spot.question.unwrap_or(0);
        let question = questions.iter().find(|question| question.number == number);
        let words =
            || question.map_or_else(|| visit.lang.t("corrections-of-vote"), |one| poll.title_of(one, visit.lang));
        others.entry(number).or_insert_with(words);
    }
    let shown: Vec<&Text> = all.iter().filter(|text| stands_with(text, at, alone)).collect();
    let names: Vec<String> = shown.iter().map(|text| text.spot.name()).collect();
    let as_it_is = || Form::filled(names.iter().map(String::as_str).zip(shown.iter().map(|text| text.says.clone())));
    let form = form.unwrap_or_else(as_it_is);
    let page = Page::new(visit, "polls", "corrections-title").with_form(&form);
    let field = |text: &&Text| Field {
        name: text.spot.name(),
        label: of(visit.lang, questions, &text.spot),
        long: text.spot.part != Part::Title,
    };
    let lines = |waits: bool| {
        let some = entire.corrections.iter().filter(|one| one.outcome.is_none() == waits);
        some.map(|one| Line::new(&page, questions, one)).collect()
    };
    CorrectionsPage {
        id: poll.id,
        name: poll.title(visit.lang).to_owned(),
        open: poll.state(visit.now) == State::Open,
        version: poll.version,
        at,
        others: others.into_iter().collect(),
        fields: shown.iter().map(field).collect(),
        waiting: lines(true),
        settled: lines(false),
        form,
        page,
    }
}

async fn entire(visit: &Visit, id: i64) -> Result<store::Entire> {
    visit.read(move |conn, _| store::entire(conn, id)).await
}

/// Whether a vote has opened, and so has texts that only this way changes.
fn has_opened(poll: &Poll) -> bool {
    matches!(poll.status, Status::Open | Status::Closed | Status::Disputed | Status::Void)
}

pub async fn index(visit: Visit, id: web::Path<i64>) -> Answer {
    let entire = entire(&visit, *id).await?;
    if !has_opened(&entire.poll) {
        return Ok(page::see_other(&format!("/polls/{id}")));
    }
    let at = question(visit.query.split('&').find_map(|pair| pair.strip_prefix("question=")).unwrap_or_default());
    page::ok(&visit, &corrections_page(&visit, &entire, at, None))
}

fn question(value: &str) -> i32 {
    value.parse().ok().filter(|number| *number > 0).unwrap_or(0)
}

/// What a form says of the texts that it shows.
fn read(form: &Form, all: &[Text]) -> Result<Vec<Change>> {
    let reader = form.reader();
    let given = |text: &&Text| form.names().any(|name| name == text.spot.name());
    let change = |text: &Text| {
        let name = text.spot.name();
        let to = match text.spot.part {
            Part::Title => reader.required_line(&name, 200),
            Part::Details => reader.required_text(&name, 20_000),
            Part::Pros | Part::Cons => reader.required_text(&name, LENGTH_MAX),
        };
        Change { spot: text.spot, to }
    };
    let changes = all.iter().filter(given).map(change).collect();
    reader.finish()?;
    Ok(changes)
}

pub async fn propose(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let entire = store::entire(act.conn, id)?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            let changes = read(form, &texts(&entire.poll, &entire.questions))?;
            let many = corrections::propose(act, id, version, &changes)?;
            if many == 0 {
                return Err(Error::field("", "correction-wrong-nothing"));
            }
            Ok(Done::to(format!("/polls/{id}/corrections")).say("corrections-proposed", ""))
        })
        .await;
    let errors = match outcome {
        Ok(done) => return Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => errors,
        Err(error) => return Err(error),
    };
    let entire = entire(&visit, id).await?;
    let at = question(form.value("question"));
    page::refused(&visit, &corrections_page(&visit, &entire, at, Some(form.with_errors(errors))))
}

pub async fn confirm(visit: Visit, at: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = at.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            corrections::confirm(act, id, number)?;
            Ok(Done::to(format!("/polls/{id}/corrections")).say("correction-confirmed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn decline(visit: Visit, at: web::Path<(i64, i32)>, form: Form) -> Answer {
    let (id, number) = at.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            corrections::decline(act, id, number)?;
            Ok(Done::to(format!("/polls/{id}/corrections")).say("correction-not-made", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
