//! Opening: all ballots of an urn at once or none, what follows if they cannot be right, a lost key brought back, and its end.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{codes, count_name, fingerprint, keep, key_name, private_key, rows, sealing, vote};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::jobs;
use crate::platform::visit::Act;
use crate::polls::paper::Question;
use crate::polls::{Answer, Poll, State, appeals, close, slice, store};
use sealing::Paper;

/// Why an urn is not counted: a key of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disputed(pub &'static str);

/// Opens the urn of a vote that is being closed: every ballot, or none. What was read off papers stands in the list with them.
///
/// # Errors
/// `Conflict` where the key is not there: nothing is changed, and a scrutineer can bring it back.
pub fn open(act: &mut Act<'_>, poll: &Poll, questions: &[Question]) -> Result<std::result::Result<(), Disputed>> {
    let urn = rows::urn(act.conn, poll.id)?.ok_or(Error::NotFound)?;
    let private = private_key(act, &urn, poll.id).ok_or(Error::Conflict("urn-conflict-no-key"))?;
    let found = rows::found(act.conn, poll.id)?;
    let noted = act.state.keys.noted(&count_name(act.coop.id.0, poll.id)).map_err(anyhow::Error::new)?;
    if noted > u64::try_from(found.voters).unwrap_or(0) {
        return Ok(Err(Disputed("restored")));
    }
    if found.sealed.len() as i64 != found.votes {
        return Ok(Err(Disputed("number")));
    }
    let size = urn.size.and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
    let vote = vote(act, poll.id);
    let mut papers = Vec::with_capacity(found.sealed.len());
    for sealed in &found.sealed {
        let paper = (sealed.len() == size).then(|| sealing::open(&private, &vote, sealed)).flatten();
        match paper {
            Some(paper) if is_valid(&paper, questions) => papers.push(paper),
            Some(_) => return Ok(Err(Disputed("invalid"))),
            None => return Ok(Err(Disputed("damaged"))),
        }
    }
    papers.extend(store::ballot_box::papers(act.conn, poll.id, || codes::kept(&codes::tracking()))?);
    let codes: HashSet<&str> = papers.iter().map(|paper| paper.code.as_str()).collect();
    if codes.len() != papers.len() {
        return Ok(Err(Disputed("clash")));
    }
    rows::write_opened(act.conn, poll.id, &serde_json::to_value(&papers).map_err(anyhow::Error::new)?)?;
    if !rows::empty(act.conn, poll.id)? {
        return Err(Error::Internal(anyhow::anyhow!("not as many ballots stand opened as were in the urn")));
    }
    destroy_key_after(act, poll.id, act.now.max(poll.closes_at))?;
    Ok(Ok(()))
}

/// The key of a vote that is over is kept for as long as the result can be contested.
fn destroy_key_after(act: &mut Act<'_>, id: i64, end: DateTime<Utc>) -> Result<()> {
    let days = appeals::of(act.conn, id)?.days.unwrap_or_default();
    jobs::enqueue(act.conn, &slice::DESTROY_KEY, json!({ "poll": id }), end + TimeDelta::days(i64::from(days) + 1))?;
    Ok(())
}

/// A secret vote that was never opened is void: its ballots are opened no more, and its key goes as that of any.
///
/// # Errors
/// Those of the database.
pub fn give_up(act: &mut Act<'_>, id: i64) -> Result<()> {
    let now = act.now;
    destroy_key_after(act, id, now)
}

fn is_valid(paper: &Paper, questions: &[Question]) -> bool {
    let read = |(question, text): (&Question, &String)| {
        Answer::read(question.method, text)
            .is_some_and(|answer| answer.text() == *text && answer.check(question).is_ok())
    };
    paper.answers.len() == questions.len() && questions.iter().zip(&paper.answers).all(read)
}

/// The vote is disputed: nothing is opened, and everybody is told why.
pub fn dispute(act: &mut Act<'_>, poll: &Poll, Disputed(why): Disputed) -> Result<()> {
    rows::set_disputed(act.conn, poll.id, why, act.now.min(poll.closes_at))?;
    let detail = json!({ "title_en": poll.title_en, "title_fr": poll.title_fr, "disputed": why });
    events::record(act, &slice::POLL_DISPUTED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// Brings the key back with a scrutineer's code and closes the vote whose time is up.
///
/// # Errors
/// `Invalid` on `code` where it opens nothing; `Conflict` where the key is there, or the vote is not over.
pub fn recover(act: &mut Act<'_>, id: i64, code: &str) -> Result<()> {
    let poll = store::lock(act.conn, id)?;
    let urn = rows::urn(act.conn, id)?.ok_or(Error::NotFound)?;
    if poll.state(act.now) != State::Counting {
        return Err(Error::Conflict("urn-conflict-state"));
    }
    let public = urn.public_key.clone().ok_or(Error::Conflict("urn-conflict-state"))?;
    let vote = vote(act, id);
    let wrapped = rows::wrapped(act.conn, id)?;
    let private = wrapped
        .iter()
        .filter_map(|one| sealing::unwrap(code, &vote, one.wrapped.as_deref()?))
        .find(|private| sealing::belongs(private, &public));
    let Some(private) = private else { return Err(Error::field("recovery_code", "urn-wrong-code")) };
    let name = key_name(act.coop.id.0, id, &public);
    // What lies there is not the key, or close would have found it.
    if private_key(act, &urn, id).is_none() {
        act.state.keys.forget(&name).map_err(|_| Error::Conflict("urn-conflict-keep"))?;
    }
    keep(act, &name, &private)?;
    events::record(act, &slice::URN_KEY_RECOVERED, &poll.subject(act.coop.language), json!({}))?;
    close(act, id)
}

/// The job that destroys the key once the result can be contested no more.
pub fn destroy_key(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let id = payload["poll"].as_i64().ok_or(Error::NotFound)?;
    let poll = store::lock(act.conn, id)?;
    let urn = rows::urn(act.conn, id)?.ok_or(Error::NotFound)?;
    // As long as somebody contests the result, what is in the urn may have to be looked at; their answer brings this back.
    if appeals::is_contested(act.conn, id)? {
        return Ok(());
    }
    let Some(public) = urn.public_key.filter(|_| urn.key_destroyed_at.is_none()) else { return Ok(()) };
    rows::set_destroyed(act.conn, id, act.now)?;
    store::ballot_box::forget(act.conn, id)?;
    events::record(
        act,
        &slice::URN_KEY_DESTROYED,
        &poll.subject(act.coop.language),
        json!({ "key": fingerprint(&public) }),
    )?;
    for name in [key_name(act.coop.id.0, id, &public), count_name(act.coop.id.0, id)] {
        act.state.keys.forget(&name).map_err(anyhow::Error::new)?;
    }
    Ok(())
}
