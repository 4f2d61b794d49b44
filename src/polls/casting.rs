//! Casting: a ballot is checked against its paper and stored, by a path of its own.
//!
//! Whoever casts holds a lock of the vote that keeps it from being closed; the database's clock says whether it is open.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::paper::{self, Answer, Question, Side};
use super::proxies::{self, VOTED_THEMSELVES};
use super::store::Voter;
use super::{CHANGED_SINCE, HOME_HAS_VOTED, Status, TOO_LATE, slice, store};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, Subject};
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;

/// The ballot that somebody had in front of them when they voted, by when it was cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// They do not say: whatever is there gives way.
    Unsaid,
    /// None, or the one of this time: a page that was opened before is no reason to undo what was voted since.
    At(Option<DateTime<Utc>>),
}

/// A ballot as somebody fills it in.
#[derive(Debug, Clone)]
pub struct Ballot {
    /// One a question, in order.
    pub answers: Vec<Answer>,
    /// Why they vote so; `None` when they were not asked.
    pub reason: Option<String>,
    pub seen: Seen,
    /// Numbers of the questions in which a place was left out. Those below it moved up; the result says how many did so.
    pub skipped: Vec<i32>,
}

/// The questions of an open vote, for whoever casts a ballot. Nobody closes it before this transaction ends.
///
/// # Errors
/// `NotFound`.
pub fn paper_of(act: &mut Act<'_>, id: i64) -> Result<Vec<Question>> {
    store::hold_open(act.conn, id)?;
    let questions = store::questions(act.conn, id)?;
    if questions.is_empty() {
        store::poll(act.conn, id)?;
    }
    Ok(questions)
}

/// Casts or changes the ballot of the member who acts, on the paper that `paper_of` gave. The ballot is the only place that says what
/// was voted: no form is remembered, since the same form sent twice says the same, and one that was sent before changes nothing.
///
/// # Errors
/// `Invalid` with the fields of questions that cannot be answered so; `Forbidden` for somebody who is no member or not on the roll;
/// `Conflict` with `TOO_LATE` when the vote is not open, with `CHANGED_SINCE` when another ballot was cast than the one they saw.
pub fn cast(act: &mut Act<'_>, id: i64, questions: &[Question], ballot: &Ballot) -> Result<()> {
    let voter = Voter { member: act.member_id()?, by: None };
    store_ballot(act, id, voter, questions, ballot)
}

/// Casts the ballot of somebody who lets the member who acts vote for them; what they cast themselves stays.
///
/// # Errors
/// As for `cast`; `NotFound` without a proxy, `Conflict` with `VOTED_THEMSELVES`.
pub fn cast_by_proxy(act: &mut Act<'_>, id: i64, proxy: i64, questions: &[Question], ballot: &Ballot) -> Result<()> {
    let proxy = proxies::held(act, id, proxy)?;
    if proxy.voted_self {
        return Err(Error::Conflict(VOTED_THEMSELVES));
    }
    let voter = Voter { member: proxy.giver_id, by: Some(proxy.holder_id) };
    store_ballot(act, id, voter, questions, ballot)
}

fn store_ballot(act: &mut Act<'_>, id: i64, voter: Voter, questions: &[Question], ballot: &Ballot) -> Result<()> {
    check(questions, ballot)?;
    let answers: Vec<String> = ballot.answers.iter().map(Answer::text).collect();
    let Some(stored) = store::cast(act.conn, id, voter, (&answers, &ballot.skipped), ballot.seen)? else {
        let poll = store::poll(act.conn, id)?;
        return Err(match poll.status {
            Status::Draft => Error::NotFound,
            _ if poll.secrecy.is_secret() => Error::Conflict("poll-conflict-secret"),
            _ => Error::Conflict(TOO_LATE),
        });
    };
    let kind = match stored.fresh {
        _ if !stored.on_roll => return Err(Error::Forbidden),
        _ if stored.by_home => return Err(Error::Conflict(HOME_HAS_VOTED)),
        Some(true) => Some(&slice::POLL_BALLOT_CAST),
        Some(false) => Some(&slice::POLL_BALLOT_CHANGED),
        None if store::says(act.conn, id, voter, &answers)? => None,
        None if voter.by.is_some() => return Err(Error::Conflict(VOTED_THEMSELVES)),
        None => return Err(Error::Conflict(CHANGED_SINCE)),
    };
    if let Some(reason) = &ballot.reason {
        store::set_reason(act.conn, id, voter.member, reason)?;
    }
    // The trail says that somebody voted; what, only the ballot says.
    if let Some(kind) = kind {
        let name = if act.coop.language == Lang::En { stored.title_en } else { stored.title_fr };
        let detail = if voter.by.is_some() { json!({ "by_proxy": true }) } else { json!({}) };
        events::record(act, kind, &Subject { id, name }, detail)?;
    }
    Ok(())
}

/// Whether a paper can be filled in so: every question has an answer of its kind, and an objection its reason.
pub fn check(questions: &[Question], ballot: &Ballot) -> Result<()> {
    if questions.len() != ballot.answers.len() {
        return Err(Error::BadRequest);
    }
    let wrong =
        |field: String, key: &'static str, limit: i64| FieldError { field, key, limit: Some(limit.to_string()) };
    let mut errors: Vec<FieldError> = questions
        .iter()
        .zip(&ballot.answers)
        .filter_map(|(question, answer)| Some((question, answer.check(question).err()?)))
        .map(|(question, paper::Wrong(key, limit))| wrong(question.field(), key, limit))
        .collect();
    let objects = ballot.answers.contains(&Answer::Side(Side::Object));
    if objects && ballot.reason.as_ref().is_some_and(String::is_empty) {
        errors.push(wrong("reason".to_owned(), "poll-wrong-no-reason", 0));
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
}
