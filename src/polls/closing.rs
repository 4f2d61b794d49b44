//! Closing: the end of a vote, put off or moved forward as long as nobody could see a figure, and the count, once.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{Counted, Poll, Register, Shows, State, seal, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::jobs;
use crate::platform::visit::Act;

/// Puts the end of an open vote off, while nobody could see a figure of it.
///
/// # Errors
/// `Conflict` when it is not open or its figures were shown; `Invalid` on a time that is no later than the one announced.
pub fn extend(act: &mut Act<'_>, id: i64, closes_at: DateTime<Utc>) -> Result<()> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    match (poll.state(act.now), poll.shows) {
        (State::Open, Shows::Closed) => {}
        (State::Open, _) => return Err(Error::Conflict("poll-conflict-figures-seen")),
        _ => return Err(Error::Conflict("poll-conflict-not-open")),
    }
    if closes_at <= poll.closes_at {
        return Err(Error::field("closes_at", "poll-wrong-sooner"));
    }
    store::set_extended(act.conn, &poll, closes_at)?;
    jobs::enqueue(act.conn, &slice::CLOSE, json!({ "poll": id }), closes_at)?;
    let rows = store::sealed::rows(act.conn, id)?;
    let detail = json!({
        "before": { "closes_at": poll.closes_at }, "after": { "closes_at": closes_at },
        "title_en": poll.title_en, "title_fr": poll.title_fr, "seals": seal::at_opening(&rows),
    });
    events::record(act, &slice::POLL_EXTENDED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// Closes a vote before its time: one whose figures nobody could see, or in which everybody has voted. Otherwise somebody could end
/// it at the moment that suits them.
///
/// # Errors
/// `Conflict` when figures were shown while some had not voted, and those of `close`.
pub fn close_early(act: &mut Act<'_>, id: i64) -> Result<()> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    let all = store::turnout(act.conn, id)? >= poll.roll_size.unwrap_or(0);
    if poll.state(act.now) == State::Open && poll.shows != Shows::Closed && !all {
        return Err(Error::Conflict("poll-conflict-figures-seen"));
    }
    close(act, id)
}

/// Closes a vote and counts it, once. A vote that is closed already stays as it is.
///
/// # Errors
/// `Conflict` when it never opened.
pub fn close(act: &mut Act<'_>, id: i64) -> Result<()> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    match poll.state(act.now) {
        State::Open | State::Counting => {}
        State::Closed => return Ok(()),
        State::Draft | State::Scheduled | State::Missed | State::Cancelled => {
            return Err(Error::Conflict("poll-conflict-not-open"));
        }
    }
    let rows = store::sealed::rows(act.conn, id)?;
    let seed = seal::ballots(&rows);
    let piles = store::piles(act.conn, id, rows.questions.len())?;
    let ended = act.now.min(poll.closes_at);
    store::set_closed(act.conn, id, ended)?;
    let mut number = if poll.binding { Some(store::next_number(act.conn)?) } else { None };
    let mut registers = Vec::new();
    for (question, piles) in rows.questions.into_iter().zip(piles) {
        let counted = Counted::so_far(&poll, question, &piles, act.coop.language, Some(&seed))?;
        registers.push(Register {
            poll_id: id,
            question: counted.question.number,
            number,
            verdict: counted.verdict,
            outcome: serde_json::to_value(&counted.outcome).map_err(anyhow::Error::new)?,
            roll_size: counted.roll as i32,
            voted: counted.voted as i32,
            quorum_needed: counted.quorum_needed as i32,
            decided_at: ended,
        });
        number = number.map(|number| number + 1);
    }
    store::insert_results(act.conn, &registers)?;
    closed(act, &poll, &registers)
}

/// Tells what a vote came to: a verdict a question, and the seals of all that it hangs on.
fn closed(act: &mut Act<'_>, poll: &Poll, registers: &[Register]) -> Result<()> {
    let verdicts: Vec<&str> = registers.iter().map(|register| register.verdict.word()).collect();
    let numbers: Vec<i32> = registers.iter().filter_map(|register| register.number).collect();
    let first = registers.first();
    let detail = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "numbers": numbers, "verdicts": verdicts,
        "voted": first.map(|register| register.voted), "roll": first.map(|register| register.roll_size),
        "quorum_needed": first.map(|register| register.quorum_needed),
        "seals": seal::at_close(&store::sealed::rows(act.conn, poll.id)?),
    });
    events::record(act, &slice::POLL_CLOSED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// The job that closes a vote at its time. Where the end was put off, a later one does.
pub fn close_due(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let id = payload["poll"].as_i64().ok_or(Error::NotFound)?;
    let poll = store::poll(act.conn, id)?;
    let put_off = poll.announced_closes_at.is_some() && poll.closes_at > act.now;
    if put_off { Ok(()) } else { close(act, id) }
}
