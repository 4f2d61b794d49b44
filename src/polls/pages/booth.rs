//! The booth: where somebody votes with a code that the office made for them. Nothing here knows who is signed in on the device.

use std::sync::{Arc, OnceLock};

use actix_web::web;
use askama::Template;

use super::ballot::Paper;
use super::ballot_box::{again, on_roll};
use super::closes;
use super::fields::{self, Fields};
use super::secret::{Sent, looked_at, take};
use crate::members;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::Form;
use crate::platform::markdown;
use crate::platform::page::{self, Answer as Reply, Page};
use crate::platform::pick;
use crate::platform::session::{self, hex};
use crate::platform::visit::{Act, Done, Visit};
use crate::polls::booth::{self, Booth};
use crate::polls::urn::{self, ALREADY, LOOK_AGAIN, Voter};
use crate::polls::{HOME_HAS_VOTED, State, TOO_LATE, store};

// ---- for who helps ----

#[derive(Template)]
#[template(path = "polls/booth_code.html")]
struct CodePage {
    page: Page,
    id: i64,
    name: String,
    address: String,
    /// Empty when the same form was sent a second time.
    code: String,
}

/// Makes a code for somebody and shows it, on this answer only.
pub async fn open(visit: Visit, id: web::Path<i64>, form: Form) -> Reply {
    let id = id.into_inner();
    let made = Arc::new(OnceLock::new());
    let told = made.clone();
    let outcome = visit
        .submit(&form, move |act, form| {
            let form = &pick::settled(form, "booth_voter", || on_roll(act.conn, id))?;
            let reader = form.reader();
            let member = reader.number("booth_voter", 1..=i64::MAX);
            if member.is_none() {
                reader.refuse("booth_voter", "urn-wrong-nobody");
            }
            reader.finish()?;
            let member = member.unwrap_or_default();
            let code = booth::open(act, id, member)?;
            let name = members::names_in_order(act.conn, &[member])?.pop().map(|(_, name)| name).unwrap_or_default();
            let address = format!("{}/booth", act.origin());
            let _ = told.set((code, name, address));
            Ok(Done::to(format!("/polls/{id}/paper")))
        })
        .await;
    match outcome {
        Ok(_) => {
            let (code, name, address) = made.get().cloned().unwrap_or_default();
            let page = Page::new(&visit, "polls", "booth-code-title");
            page::ok(&visit, &CodePage { page, id, name, address, code })
        }
        refused => again(&visit, id, form, refused).await,
    }
}

// ---- for who votes ----

/// What stands in the booth.
enum Place {
    /// A code is asked for.
    Code,
    /// The ballot of whoever has this code.
    Ballot { code: String, when: String, details: String, questions: Vec<Fields>, to: &'static str },
    /// It is done, or cannot be done: what to know.
    End { good: bool, lines: Vec<String> },
}

#[derive(Template)]
#[template(path = "polls/booth.html")]
struct BoothPage {
    page: Page,
    form: Form,
    place: Place,
}

fn booth_page(visit: &Visit, title: &str, form: Form, place: Place) -> BoothPage {
    BoothPage { page: Page::named(visit, "", title).with_form(&form), form, place }
}

fn code_page(visit: &Visit, form: Form) -> BoothPage {
    booth_page(visit, &visit.lang.t("booth-title"), form, Place::Code)
}

fn end(visit: &Visit, good: bool, lines: &[&str]) -> Reply {
    let title = visit.lang.t(if good { "urn-recorded-title" } else { "booth-not" });
    let lines = lines.iter().map(|key| visit.lang.t(key)).collect();
    page::ok(visit, &booth_page(visit, &title, Form::blank(), Place::End { good, lines }))
}

pub async fn show(visit: Visit) -> Reply {
    session::leave_as_it_is();
    let visit = visit.as_nobody();
    page::ok(&visit, &code_page(&visit, Form::blank()))
}

/// Whose the typed code is.
///
/// # Errors
/// `Invalid` on `booth_code` where it is nobody's.
fn asked(act: &mut Act<'_>, form: &Form) -> Result<Booth> {
    let reader = form.reader();
    let code = reader.required_line("booth_code", 40);
    reader.finish()?;
    booth::of_code(act.conn, &code, act.now)?.ok_or(Error::field("booth_code", "booth-wrong-code"))
}

/// The ballot for a code; with what was filled in, if it is refused or comes back.
async fn ballot(visit: &Visit, form: Form) -> Reply {
    let typed = form.clone();
    let found = visit
        .read(move |conn, visit| {
            let Some(booth) = booth::of_code(conn, typed.value("booth_code"), visit.now)? else { return Ok(None) };
            let (poll, questions) = store::whole(conn, booth.poll_id)?;
            let voted = store::has_voted(conn, booth.poll_id, booth.member_id)?;
            Ok(Some((poll, questions, voted)))
        })
        .await?;
    let Some((poll, questions, voted)) = found else {
        let key = if form.value("booth_code").trim().is_empty() { "wrong-required" } else { "booth-wrong-code" };
        let wrong = FieldError { field: "booth_code".to_owned(), key, limit: None };
        return page::refused(visit, &code_page(visit, form.with_errors(vec![wrong])));
    };
    if voted {
        return end(visit, false, &["urn-conflict-voted"]);
    }
    if poll.state(visit.now) != State::Open {
        return end(visit, false, &["poll-conflict-closed"]);
    }
    let lang = visit.lang;
    let page = Page::new(visit, "", "booth-title");
    let place = Place::Ballot {
        code: form.value("booth_code").to_owned(),
        when: closes(lang, &page, poll.closes_at, visit.now),
        details: markdown::html(poll.details(lang), 2),
        questions: fields::fields(lang, &questions, None),
        to: "/booth/ballots",
    };
    let wrong = !form.errors.is_empty();
    let shown = booth_page(visit, poll.title(lang), form, place);
    if wrong { page::refused(visit, &shown) } else { page::ok(visit, &shown) }
}

/// A code that was typed.
pub async fn enter(visit: Visit, form: Form) -> Reply {
    session::leave_as_it_is();
    let visit = visit.as_nobody();
    match visit.must_be_ours(&form) {
        Err(Error::Invalid(errors)) => page::refused(&visit, &code_page(&visit, form.with_errors(errors))),
        Err(error) => Err(error),
        Ok(()) => ballot(&visit, form).await,
    }
}

async fn sent(visit: &Visit, form: &Form, checked: bool) -> Result<(Booth, Sent)> {
    let form = form.clone();
    visit
        .write(move |act| {
            let booth = asked(act, &form)?;
            let session = hex(&booth::hash(form.value("booth_code")));
            let voter = Voter { member: booth.member_id, session };
            let sent = take(act, booth.poll_id, &voter, &form, checked)?;
            Ok((booth, sent))
        })
        .await
}

/// A ballot, sent to be looked at or to be cast. As with every secret ballot no form is remembered.
pub async fn send(visit: Visit, form: Form) -> Reply {
    session::leave_as_it_is();
    let visit = visit.as_nobody();
    if let Err(Error::Invalid(errors)) = visit.must_be_ours(&form) {
        return ballot(&visit, form.with_errors(errors)).await;
    }
    let checked = !form.value("checked").is_empty();
    let looked = |sent: Sent, remark: &'static str| match sent {
        Sent::Look(looked) => looked_at(&visit, Paper::Booth, *looked, &form, remark),
        Sent::Cast(_) => Err(Error::BadRequest),
    };
    match sent(&visit, &form, checked).await {
        Ok((booth, Sent::Cast(voters))) => {
            urn::note(&visit.state, visit.coop()?.id.0, booth.poll_id, voters);
            Ok(page::see_other("/booth/done"))
        }
        Ok((_, sent)) => looked(sent, ""),
        Err(Error::Conflict(LOOK_AGAIN)) => looked(sent(&visit, &form, false).await?.1, LOOK_AGAIN),
        Err(Error::Invalid(errors)) => ballot(&visit, form.with_errors(errors)).await,
        // Pressed twice: the first ballot is in the urn.
        Err(Error::Conflict(ALREADY)) if checked => Ok(page::see_other("/booth/done")),
        Err(Error::Conflict(why @ (ALREADY | HOME_HAS_VOTED | TOO_LATE))) => end(&visit, false, &[why]),
        Err(error) => Err(error),
    }
}

/// That a ballot is in the urn: no choice, no code, no name.
pub async fn done(visit: Visit) -> Reply {
    session::leave_as_it_is();
    end(&visit.as_nobody(), true, &["urn-recorded", "urn-recorded-final", "booth-done"])
}
