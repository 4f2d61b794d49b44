//! Announcing a vote that was set up: what it still needs, and opening it in its time.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::paper::Question;
use super::{Poll, Status, open, slice, store, urn};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events;
use crate::platform::jobs;
use crate::platform::visit::Act;

/// Announces a draft: from now on others see it, and it opens by itself at its time; at once if that time has come.
///
/// # Errors
/// `Invalid` with what is missing; `Conflict` when it is no draft any more.
pub fn announce(act: &mut Act<'_>, id: i64) -> Result<()> {
    let account = act.viewer.map(|viewer| viewer.account_id);
    announce_for(act, id, account)
}

/// The same on behalf of an account that had it announced at this time: another person prepares the urn of a secret vote.
///
/// # Errors
/// Those of `announce`; `Forbidden` where a secret vote is announced by nobody.
pub fn announce_for(act: &mut Act<'_>, id: i64, account: Option<i64>) -> Result<()> {
    let poll = store::lock(act.conn, id)?;
    match poll.status {
        Status::Draft => {}
        Status::Scheduled | Status::Open => return Ok(()),
        Status::Closed | Status::Disputed | Status::Cancelled | Status::Void => {
            return Err(Error::Conflict("poll-conflict-not-scheduled"));
        }
    }
    let missing = missing(&poll, &store::questions(act.conn, id)?, act.now);
    if !missing.is_empty() {
        let error = |key| FieldError { field: String::new(), key, limit: None };
        return Err(Error::Invalid(missing.into_iter().map(error).collect()));
    }
    store::set_scheduled(act.conn, id)?;
    if poll.secrecy.is_secret() {
        store::urns::announce(act.conn, id, account.ok_or(Error::Forbidden)?)?;
    }
    let poll = store::poll(act.conn, id)?;
    let detail = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "opens_at": poll.opens_at, "closes_at": poll.closes_at,
        "second_call_of": poll.second_call_of, "secrecy": poll.secrecy.word(),
    });
    events::record(act, &slice::POLL_ANNOUNCED, &poll.subject(act.coop.language), detail)?;
    open_in_time(act, &poll)
}

/// What keeps a draft from being announced, as keys of the words.
pub fn missing(poll: &Poll, questions: &[Question], now: DateTime<Utc>) -> Vec<&'static str> {
    let few = |question: &Question| !question.method.has_sides() && question.choices.len() < 2;
    let free = |question: &Question| {
        question.method.spends() && (question.budget.is_none() || question.choices.iter().any(|one| one.cost.is_none()))
    };
    let filled = |question: &Question| {
        question.method.has_seats() && !question.choices.is_empty() && question.choices.len() <= question.seats as usize
    };
    let unnamed = |question: &Question| questions.len() > 1 && question.title_en.is_empty();
    let checks: [(bool, &'static str); 6] = [
        (questions.is_empty(), "poll-missing-question"),
        (questions.iter().any(unnamed), "poll-missing-title"),
        (questions.iter().any(few), "poll-missing-choices"),
        (questions.iter().any(free), "poll-missing-costs"),
        (questions.iter().any(filled), "poll-missing-contest"),
        (poll.closes_at <= now, "poll-wrong-past"),
    ];
    checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, key)| key).collect()
}

/// Opens the vote now if its time has come, else leaves a job that will. Who leads a meeting opens those that are taken there.
pub(super) fn open_in_time(act: &mut Act<'_>, poll: &Poll) -> Result<()> {
    if poll.meeting_id.is_some() {
        return Ok(());
    }
    if poll.opens_at <= act.now && urn::missing(act.conn, poll)?.is_empty() {
        return open(act, poll.id);
    }
    jobs::enqueue(act.conn, &slice::OPEN, json!({ "poll": poll.id }), poll.opens_at)?;
    Ok(())
}
