//! Opening, putting off, closing and calling off a vote. Each act that cannot be undone has a page of its own before it.

use actix_web::web;
use askama::Template;

use super::manage::instant;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Act, Done, Visit};
use crate::polls::{self, Poll, Shows, State, store};

/// What can be done to a vote in a state: last part of the address, and its words.
pub fn links(poll: &Poll, state: State) -> Vec<(&'static str, &'static str)> {
    let mut all = by_state(poll, state);
    if poll.meeting_id.is_some() && state != State::Counting {
        // who leads the meeting opens it and ends it there
        all.retain(|(act, _)| !["opening", "extension", "closing"].contains(act));
    }
    all
}

fn by_state(poll: &Poll, state: State) -> Vec<(&'static str, &'static str)> {
    match state {
        State::Draft => vec![("setup", "poll-setup-title"), ("cancellation", "poll-cancel")],
        State::Scheduled => {
            vec![("setup", "poll-edit"), ("opening", "poll-open-now"), ("cancellation", "poll-cancel")]
        }
        State::Missed => vec![("edit", "poll-edit"), ("cancellation", "poll-cancel")],
        State::Open if poll.shows == Shows::Closed => {
            vec![
                ("extension", "poll-extend"),
                ("corrections", "corrections-title"),
                ("closing", "poll-close-now"),
                ("voiding", "poll-void"),
            ]
        }
        State::Open => {
            vec![("corrections", "corrections-title"), ("closing", "poll-close-now"), ("voiding", "poll-void")]
        }
        State::Counting => vec![("closing", "poll-close-now"), ("voiding", "poll-void")],
        State::Closed | State::Disputed => vec![("voiding", "poll-void")],
        State::Cancelled | State::Void => Vec::new(),
    }
}

#[derive(Template)]
#[template(path = "polls/extension.html")]
struct ExtensionPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    lines: Vec<String>,
}

async fn extension_page(visit: &Visit, id: i64, form: Form) -> Result<ExtensionPage> {
    let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
    let page = Page::new(visit, "polls", "poll-extend").with_form(&form);
    let lines = vec![page.t1("poll-extend-now", "when", page.moment(&poll.closes_at)), page.t("poll-extend-how")];
    Ok(ExtensionPage { id, name: poll.title(visit.lang).to_owned(), lines, form, page })
}

pub async fn extension(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
    if !links(&poll, poll.state(visit.now)).iter().any(|(act, _)| *act == "extension") {
        return Ok(page::see_other(&format!("/polls/{id}")));
    }
    page::ok(&visit, &extension_page(&visit, id, Form::blank()).await?)
}

pub async fn extend(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            store::poll(act.conn, id)?;
            let reader = form.reader();
            let closes_at = instant(act.coop, &reader, "closes_at");
            reader.finish()?;
            polls::extend(act, id, closes_at)?;
            Ok(Done::to(format!("/polls/{id}")).say("poll-extended", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &extension_page(&visit, id, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

/// The longest reason for which a vote is void, in characters.
const VOID_REASON_MAX: usize = 1_000;

#[derive(Template)]
#[template(path = "polls/voiding.html")]
struct VoidingPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    lines: Vec<String>,
}

async fn voiding_page(visit: &Visit, id: i64, form: Form) -> Result<Option<VoidingPage>> {
    let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
    if !links(&poll, poll.state(visit.now)).iter().any(|(act, _)| *act == "voiding") {
        return Ok(None);
    }
    let page = Page::new(visit, "polls", "poll-void-title").with_form(&form);
    let lines = ["poll-void-what", "poll-void-kept", "poll-void-tell"].map(|key| page.t(key)).into();
    Ok(Some(VoidingPage { id, name: poll.title(visit.lang).to_owned(), lines, form, page }))
}

pub async fn voiding(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    match voiding_page(&visit, id, Form::blank()).await? {
        Some(shown) => page::ok(&visit, &shown),
        None => Ok(page::see_other(&format!("/polls/{id}"))),
    }
}

pub async fn void(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let reason = reader.required_text("void_reason", VOID_REASON_MAX);
            reader.finish()?;
            polls::void(act, id, &reason)?;
            Ok(Done::to(format!("/polls/{id}")).say("poll-voided", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => match voiding_page(&visit, id, form.with_errors(errors)).await? {
            Some(shown) => page::refused(&visit, &shown),
            None => Err(Error::Conflict("poll-conflict-not-voidable")),
        },
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "polls/confirm.html")]
struct ConfirmPage {
    page: Page,
    id: i64,
    name: String,
    lines: Vec<String>,
    act: &'static str,
    button: &'static str,
    danger: bool,
}

/// The page before an act, while the vote is in a state where it can be done.
async fn confirm(visit: Visit, id: i64, act: &'static str, button: &'static str, lines: &[&str]) -> Answer {
    let poll = visit.read(move |conn, _| store::poll(conn, id)).await?;
    if !links(&poll, poll.state(visit.now)).iter().any(|(known, _)| *known == act) {
        return Ok(page::see_other(&format!("/polls/{id}")));
    }
    let page = Page::new(&visit, "polls", &format!("poll-confirm-{act}"));
    let lines = lines.iter().map(|key| line(&visit, &page, &poll, key)).collect();
    let name = poll.title(visit.lang).to_owned();
    page::ok(&visit, &ConfirmPage { page, id, name, lines, act, button, danger: act != "opening" })
}

fn line(visit: &Visit, page: &Page, poll: &Poll, key: &str) -> String {
    visit.lang.with(key, &[("closes", page.moment(&poll.closes_at).into())])
}

pub async fn opening(visit: Visit, id: web::Path<i64>) -> Answer {
    let lines = ["poll-confirm-opening-roll", "poll-confirm-opening-tell", "poll-confirm-opening-until"];
    confirm(visit, id.into_inner(), "opening", "poll-open-now", &lines).await
}

pub async fn closing(visit: Visit, id: web::Path<i64>) -> Answer {
    let lines = ["poll-confirm-closing-early", "poll-confirm-closing-count"];
    confirm(visit, id.into_inner(), "closing", "poll-close-now", &lines).await
}

pub async fn cancellation(visit: Visit, id: web::Path<i64>) -> Answer {
    confirm(visit, id.into_inner(), "cancellation", "poll-cancel", &["poll-confirm-cancellation-what"]).await
}

/// Does an act and goes on to a page of the vote.
async fn act(
    visit: Visit,
    form: Form,
    to: String,
    said: &'static str,
    verb: impl FnOnce(&mut Act<'_>) -> Result<()> + Send + 'static,
) -> Answer {
    let done = visit
        .submit(&form, move |act, _| {
            verb(act)?;
            Ok(Done::to(to).say(said, ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn open(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    act(visit, form, format!("/polls/{id}"), "poll-opened", move |act| polls::open(act, id)).await
}

pub async fn close(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    act(visit, form, format!("/polls/{id}/result"), "poll-counted", move |act| polls::close_early(act, id)).await
}

pub async fn copy(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            let copy = polls::copy(act, id)?;
            Ok(Done::to(format!("/polls/{copy}/setup")).say("poll-copied", "").made(copy))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn call_again(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            let again = polls::call_again(act, id)?;
            Ok(Done::to(format!("/polls/{again}/setup")).say("second-call-made", "").made(again))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn cancel(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    act(visit, form, "/polls".to_owned(), "poll-called-off", move |act| polls::cancel(act, id)).await
}
