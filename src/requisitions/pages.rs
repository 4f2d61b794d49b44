//! The pages of requisitions: the list with the form of a new one, one of them, and its answer.

use actix_web::web;
use askama::Template;

use super::{Answer as Said, Beside, DETAILS_MAX, Members, NewRequisition, Requisition, State, TITLE_MAX, WHY_MAX};
use crate::coops::{self, RuleProfile};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;

const HOME: &str = "/requisitions";

fn member(visit: &Visit) -> Option<i64> {
    visit.viewer.as_ref().and_then(|viewer| viewer.member_id)
}

fn address(id: i64) -> String {
    format!("/requisitions/{id}")
}

/// "11 of 12 needed", or how many signed where the rules have no number.
fn counted(lang: Lang, one: &Requisition, rules: &RuleProfile, members: &Members) -> String {
    match super::needed(rules, one, members) {
        Some(needed) => lang.with("requisition-signed-of", &[("count", one.signed.into()), ("needed", needed.into())]),
        None => lang.with("requisition-signed", &[("count", one.signed.into())]),
    }
}

/// How one stands, in words: how it is marked, and what is said.
fn standing(lang: Lang, one: &Requisition) -> (&'static str, String) {
    let state = one.state();
    let word = lang.t_of("requisition-state-", state.word());
    match (state, one.due_on) {
        (State::Reached, Some(due)) => ("bad", lang.with("requisition-hold-by", &[("day", lang.long_day(due).into())])),
        (State::Reached, None) => ("bad", word),
        (State::Answered, _) if one.answer == Some(Said::Meeting) => ("ok", lang.t("requisition-answer-meeting")),
        (State::Answered, _) => ("", lang.t("requisition-answer-refused")),
        (State::Open, _) => ("lamp", word),
        (State::Withdrawn, _) => ("", word),
    }
}

/// What the rules say of how many must sign.
fn rule(lang: Lang, rules: &RuleProfile, members: &Members) -> String {
    match crate::meetings::rules::requisition_needed(rules, members.count) {
        None => lang.t("requisition-no-rule"),
        Some(needed) => {
            let key = if rules.requisition_days > 0 { "requisition-rule-days" } else { "requisition-rule" };
            lang.with(
                key,
                &[
                    ("needed", needed.into()),
                    ("members", members.count.into()),
                    ("percent", rules.requisition_percent.into()),
                    ("days", rules.requisition_days.into()),
                ],
            )
        }
    }
}

// ---- the list ----

struct Row {
    id: i64,
    lang: Lang,
    title: String,
    by: String,
    counted: String,
    look: &'static str,
    standing: String,
}

fn row(page: &Page, one: &Requisition, rules: &RuleProfile, members: &Members) -> Row {
    let lang = page.lang();
    let (look, standing) = standing(lang, one);
    Row {
        id: one.id,
        lang: Lang::parse(&one.language).unwrap_or(lang),
        title: one.title.clone(),
        by: page.t2("requisition-by", "name", one.name.as_str(), "day", page.long_day(&page.day_of(&one.opened_at))),
        counted: counted(lang, one, rules, members),
        look,
        standing,
    }
}

#[derive(Template)]
#[template(path = "requisitions/index.html")]
struct IndexPage {
    page: Page,
    form: Form,
    rule: String,
    rows: Vec<Row>,
    may_ask: bool,
}

async fn index_page(visit: &Visit, form: Form) -> Result<IndexPage> {
    let (all, members, rules) = visit
        .read(|conn, visit| {
            let (member, today) = (member(visit), visit.today());
            Ok((super::list(conn, member, today)?, super::members(conn, member, today)?, coops::rule_profile(conn)?))
        })
        .await?;
    let page = Page::new(visit, "meetings", "requisitions-title").with_form(&form);
    Ok(IndexPage {
        rule: rule(visit.lang, &rules, &members),
        rows: all.iter().map(|one| row(&page, one, &rules, &members)).collect(),
        may_ask: members.is_one && visit.may(Permission::MeetingsReply),
        page,
        form,
    })
}

pub async fn index(visit: Visit) -> Answer {
    page::ok(&visit, &index_page(&visit, Form::blank()).await?)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let lang = visit.lang;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let title = reader.required_line("requisition_title", TITLE_MAX);
            let details = reader.text("requisition_details", DETAILS_MAX);
            reader.finish()?;
            let id = super::open(act, &NewRequisition { lang, title, details })?;
            Ok(Done::to(address(id)).say("requisition-opened", "").made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &index_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

// ---- one of them ----

#[derive(Template)]
#[template(path = "requisitions/show.html")]
struct ShowPage {
    page: Page,
    id: i64,
    lang: Lang,
    title: String,
    details: String,
    by: String,
    counted: String,
    look: &'static str,
    standing: String,
    rule: String,
    /// When enough had signed.
    reached: Option<String>,
    /// The meeting that answers it: its number, and its name with its day.
    meeting: Option<(i64, String)>,
    /// Who refused it and why.
    refused: Option<String>,
    /// None for who neither signed nor manages meetings.
    names: Option<Vec<String>>,
    signs: bool,
    may_sign: bool,
    may_unsign: bool,
    may_withdraw: bool,
    may_answer: bool,
}

/// One with the rules, who is asked, and what stands beside it.
type Loaded = (Requisition, Members, RuleProfile, Beside);

async fn load(visit: &Visit, id: i64) -> Result<Loaded> {
    visit
        .read(move |conn, visit| {
            let (member, today) = (member(visit), visit.today());
            let one = super::find(conn, id, member, today)?;
            let beside = super::beside(conn, &one, today)?;
            Ok((one, super::members(conn, member, today)?, coops::rule_profile(conn)?, beside))
        })
        .await
}

fn named(lang: Lang, (en, fr): (&str, &str), on: chrono::NaiveDate) -> String {
    format!("{}, {}", if lang == Lang::En { en } else { fr }, lang.day(on))
}

fn refused(page: &Page, one: &Requisition) -> Option<String> {
    let at = one.answered_at.filter(|_| one.answer == Some(Said::Refused))?;
    let day = page.long_day(&page.day_of(&at));
    let args = [("name", one.answered_by.as_str().into()), ("day", day.into()), ("why", one.why.as_str().into())];
    Some(page.lang().with("requisition-refused-by", &args))
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let (one, members, rules, beside) = load(&visit, *id).await?;
    let lang = visit.lang;
    let (look, standing) = standing(lang, &one);
    let page = Page::named(&visit, "meetings", one.title.clone());
    let (state, manages) = (one.state(), visit.may(Permission::MeetingsManage));
    let open = state == State::Open;
    let takes_part = visit.may(Permission::MeetingsReply);
    let show = ShowPage {
        id: one.id,
        lang: Lang::parse(&one.language).unwrap_or(lang),
        details: markdown::html(&one.details, 3),
        by: page.t2("requisition-by", "name", one.name.as_str(), "day", page.long_day(&page.day_of(&one.opened_at))),
        counted: counted(lang, &one, &rules, &members),
        rule: rule(lang, &rules, &members),
        reached: one.reached_on.map(|day| page.t1("requisition-reached-on", "day", page.long_day(&day))),
        meeting: one
            .meeting_id
            .zip(one.meeting_on)
            .map(|(id, on)| (id, named(lang, (&one.meeting_en, &one.meeting_fr), on))),
        refused: refused(&page, &one),
        names: (one.signs || manages).then_some(beside.names.0),
        signs: one.signs,
        may_sign: open && members.is_one && !one.signs && takes_part,
        may_unsign: open && one.signs && takes_part,
        may_withdraw: open && member(&visit) == Some(one.member_id) && takes_part,
        may_answer: manages && matches!(state, State::Open | State::Reached),
        title: one.title,
        look,
        standing,
        page,
    };
    page::ok(&visit, &show)
}

pub async fn sign(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    visit.read(move |conn, visit| super::find(conn, id, member(visit), visit.today())).await?;
    let done = visit
        .submit(&form, move |act, form| {
            let said = match form.value("signs") {
                "yes" => super::sign(act, id).map(|()| "requisition-is-signed")?,
                "no" => super::unsign(act, id).map(|()| "requisition-is-unsigned")?,
                _ => return Err(Error::BadRequest),
            };
            Ok(Done::to(address(id)).say(said, ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn withdraw(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            super::withdraw(act, id)?;
            Ok(Done::to(HOME).say("requisition-is-withdrawn", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- its answer ----

#[derive(Template)]
#[template(path = "requisitions/answer.html")]
struct AnswerPage {
    page: Page,
    form: Form,
    id: i64,
    lang: Lang,
    title: String,
    counted: String,
    answers: Vec<(&'static str, String, String)>,
    meetings: Vec<(String, String)>,
}

async fn answer_page(visit: &Visit, id: i64, form: Form) -> Result<AnswerPage> {
    let (one, members, rules, beside) = load(visit, id).await?;
    if !matches!(one.state(), State::Open | State::Reached) {
        return Err(Error::Conflict("conflict-requisition-over"));
    }
    let lang = visit.lang;
    let meeting =
        |able: &super::Answering| (able.id.to_string(), named(lang, (&able.title_en, &able.title_fr), able.held_on));
    let none = (String::new(), lang.t("requisition-meeting-choose"));
    let help = |word: &str| lang.t(&format!("requisition-answer-{word}-help"));
    Ok(AnswerPage {
        page: Page::new(visit, "meetings", "requisition-answer-title").with_form(&form),
        id,
        lang: Lang::parse(&one.language).unwrap_or(lang),
        counted: counted(lang, &one, &rules, &members),
        title: one.title,
        answers: Said::ALL.map(|(word, _)| (word, lang.t_of("requisition-answer-", word), help(word))).to_vec(),
        meetings: std::iter::once(none).chain(beside.meetings.0.iter().map(meeting)).collect(),
        form,
    })
}

pub async fn answer_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &answer_page(&visit, *id, Form::blank()).await?)
}

pub async fn answer(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let said = reader.required_choice("requisition_answer", &Said::ALL).unwrap_or(Said::Refused);
            let why = reader.line("requisition_why", WHY_MAX);
            let meeting: Option<i64> = form.value("requisition_meeting").parse().ok();
            match said {
                Said::Meeting if meeting.is_none() => reader.refuse("requisition_meeting", "wrong-choice"),
                Said::Refused if why.is_empty() => reader.refuse("requisition_why", "wrong-required"),
                _ => {}
            }
            reader.finish()?;
            match said {
                Said::Meeting => super::answer_with(act, id, meeting.unwrap_or_default())?,
                Said::Refused => super::refuse(act, id, &why)?,
            }
            Ok(Done::to(address(id)).say("requisition-is-answered", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &answer_page(&visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
