//! Items that members ask for: asking, seconding, and the one answer.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::agenda::read as read_item;
use super::{manages, member};
use crate::coops;
use crate::meetings::asked::{self, Answer as Said, Asked, NewAsked};
use crate::meetings::rules::{self, TEXT_MAX, TITLE_MAX};
use crate::meetings::{self, Meeting, Purpose, store};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// Something that was asked for, as a reader sees it.
struct Row {
    id: i64,
    lang: Lang,
    title: String,
    details: String,
    /// "Asked for by Odette Roy on 3 December."
    by: String,
    backers: String,
    /// What became of it, once it was answered.
    answer: Option<String>,
    taken: bool,
    backs: bool,
    may_back: bool,
    is_own: bool,
}

#[derive(Template)]
#[template(path = "meetings/asked.html")]
struct AskedPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    /// The last day, and whether it is past.
    until: String,
    open: bool,
    may_ask: bool,
    may_answer: bool,
    rows: Vec<Row>,
}

fn row(page: &Page, meeting: &Meeting, one: Asked, open: bool, viewer: Option<i64>) -> Row {
    let lang = page.lang();
    let day = |at| page.long_day(&page.day_of(at));
    let answer = one.answered_at.as_ref().map(|at| match one.answer {
        Some(Said::Taken) if one.number > 0 => lang.with("asked-taken-as", &[("number", one.number.into())]),
        Some(Said::Taken) => lang.t("asked-taken-off"),
        _ => lang.with(
            "asked-refused-by",
            &[("name", one.answered_by.as_str().into()), ("day", day(at).into()), ("why", one.why.as_str().into())],
        ),
    });
    let is_own = viewer == Some(one.member_id);
    Row {
        id: one.id,
        lang: Lang::parse(&one.language).unwrap_or(lang),
        details: markdown::html(&one.details, 4),
        by: page.t2("asked-by", "name", one.name.as_str(), "day", day(&one.asked_at)),
        backers: if one.backers > 0 { page.t1("asked-backers", "count", one.backers) } else { String::new() },
        may_back: open && viewer.is_some() && !is_own && answer.is_none() && meeting.is_on(),
        taken: one.answer == Some(Said::Taken),
        answer,
        backs: one.backs,
        title: one.title,
        is_own,
    }
}

async fn asked_page(visit: &Visit, id: i64, form: Form) -> Result<AskedPage> {
    let (meeting, all, until, called) = visit
        .read(move |conn, visit| {
            let (today, viewer) = (visit.today(), member(visit));
            let meeting = meetings::find(conn, id, viewer, today)?;
            let until = rules::items_until(&coops::rule_profile(conn)?, meeting.held_on);
            let called = match viewer {
                Some(viewer) => store::calling::is_callee(conn, &meeting, viewer, today)?,
                None => false,
            };
            let all = asked::list(conn, id, viewer)?;
            Ok((meeting, all, until, called))
        })
        .await?;
    if !meeting.kind.is_general() {
        return Err(Error::NotFound);
    }
    let open = meeting.is_on() && visit.today() <= until;
    let page = Page::new(visit, "meetings", "asked-title").with_form(&form);
    let viewer = member(visit).filter(|_| called);
    Ok(AskedPage {
        title: meeting.title(visit.lang).to_owned(),
        until: page.t1(if open { "asked-until" } else { "asked-was-until" }, "day", page.long_day(&until)),
        may_ask: open && called,
        may_answer: manages(visit),
        rows: all.into_iter().map(|one| row(&page, &meeting, one, open, viewer)).collect(),
        open,
        form,
        page,
        id,
    })
}

pub async fn index(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &asked_page(&visit, *id, Form::blank()).await?)
}

pub async fn add(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let lang = visit.lang;
    visit.read(move |conn, visit| meetings::find(conn, id, member(visit), visit.today())).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let title = reader.required_line("asked_title", TITLE_MAX);
            let details = reader.text("asked_details", TEXT_MAX);
            reader.finish()?;
            let made = asked::ask(act, id, &NewAsked { lang, title, details })?;
            let day = act.today();
            Ok(Done::to(format!("/meetings/{id}/asked")).say("asked-receipt", lang.long_day(day)).made(made))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let errors = errors.into_iter().map(|mut error| {
                if error.key == "wrong-asked-many" {
                    error.limit = Some(asked::ASKED_MAX.to_string());
                }
                error
            });
            let form = form.with_errors(errors.collect());
            page::refused(&visit, &asked_page(&visit, id, form).await?)
        }
        Err(error) => Err(error),
    }
}

/// One that was asked for a meeting which the visitor may see.
async fn find(visit: &Visit, id: i64, asked: i64) -> Result<Asked> {
    let all = visit
        .read(move |conn, visit| {
            meetings::find(conn, id, member(visit), visit.today())?;
            asked::list(conn, id, member(visit))
        })
        .await?;
    all.into_iter().find(|one| one.id == asked).ok_or(Error::NotFound)
}

pub async fn back(visit: Visit, ids: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, asked) = *ids;
    find(&visit, id, asked).await?;
    let done = visit
        .submit(&form, move |act, form| {
            let backs = match form.value("backs") {
                "yes" => true,
                "no" => false,
                _ => return Err(Error::BadRequest),
            };
            asked::back(act, id, asked, backs)?;
            Ok(Done::to(format!("/meetings/{id}/asked#asked-{asked}")))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn withdraw(visit: Visit, ids: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, asked) = *ids;
    if let Some(done) = visit.done_before(&form).await? {
        return Ok(page::done(&visit, &done));
    }
    find(&visit, id, asked).await?;
    let done = visit
        .submit(&form, move |act, _| {
            asked::withdraw(act, id, asked)?;
            Ok(Done::to(format!("/meetings/{id}/asked")).say("asked-withdrawn", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- the answer ----

#[derive(Template)]
#[template(path = "meetings/answer.html")]
struct AnswerPage {
    page: Page,
    form: Form,
    meeting: i64,
    asked: Asked,
    details: String,
    lang: Lang,
    by: String,
    answers: Vec<(String, String, String)>,
    purposes: Vec<(String, String, String)>,
}

async fn answer_page(visit: &Visit, id: i64, asked: i64, form: Option<Form>) -> Result<AnswerPage> {
    let found = find(visit, id, asked).await?;
    if found.answer.is_some() {
        return Err(Error::Conflict("conflict-asked-answered"));
    }
    let lang = visit.lang;
    let form = form.unwrap_or_else(|| {
        let title = if found.language == "fr" { "item_title_fr" } else { "item_title_en" };
        Form::filled([
            (title, found.title.clone()),
            ("item_details", found.details.clone()),
            ("item_presenter", found.name.clone()),
            ("item_purpose", Purpose::Discussion.word().to_owned()),
        ])
    });
    let page = Page::new(visit, "meetings", "asked-answer-title").with_form(&form);
    let day = page.long_day(&page.day_of(&found.asked_at));
    Ok(AnswerPage {
        details: markdown::html(&found.details, 3),
        lang: Lang::parse(&found.language).unwrap_or(lang),
        by: page.t2("asked-by", "name", found.name.as_str(), "day", day),
        answers: Said::ALL
            .map(|(word, _)| {
                (word.to_owned(), lang.t_of("asked-choice-", word), lang.t(&format!("asked-choice-{word}-help")))
            })
            .to_vec(),
        purposes: super::agenda::purposes(lang),
        meeting: id,
        asked: found,
        form,
        page,
    })
}

pub async fn answer_form(visit: Visit, ids: web::Path<(i64, i64)>) -> Answer {
    page::ok(&visit, &answer_page(&visit, ids.0, ids.1, None).await?)
}

pub async fn answer(visit: Visit, ids: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, asked) = *ids;
    find(&visit, id, asked).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let said = reader.required_choice("item_answer", &Said::ALL);
            let back = Done::to(format!("/meetings/{id}/asked"));
            if said == Some(Said::Taken) {
                reader.finish()?;
                asked::take(act, id, asked, &read_item(form)?)?;
                return Ok(back.say("asked-is-taken", ""));
            }
            let why = reader.required_line("asked_why", meetings::rules::PLACE_MAX);
            reader.finish()?;
            asked::refuse(act, id, asked, &why)?;
            Ok(back.say("asked-is-refused", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let page = answer_page(&visit, id, asked, Some(form.with_errors(errors))).await?;
            page::html(&visit, StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error),
    }
}
