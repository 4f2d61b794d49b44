//! A choice that stands no more: somebody who stood withdraws after their names were on the paper.
//!
//! Ballots name choices by their numbers and stay as they were cast. The count leaves the choice out: it decides what the same ballots
//! would have decided had it never stood. The event tells new seals, and the paper shows who withdrew.

use serde_json::json;

use super::{State, seal, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::visit::Act;

/// Withdraws a choice of a vote that is announced or open. One that stands no more already stays as it is.
///
/// # Errors
/// `Conflict` when the vote is over, or nothing else would stand: such a vote is called off, or void.
pub fn withdraw(act: &mut Act<'_>, id: i64, question: i32, choice: i32) -> Result<()> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    if !matches!(poll.state(act.now), State::Scheduled | State::Open) {
        return Err(Error::Conflict("poll-conflict-not-open"));
    }
    let asked =
        store::questions(act.conn, id)?.into_iter().find(|one| one.number == question).ok_or(Error::NotFound)?;
    let gone = asked.choices.iter().find(|one| one.number == choice).ok_or(Error::NotFound)?;
    if asked.choices.iter().all(|one| one.number == choice || one.withdrawn_at.is_some()) {
        return Err(Error::Conflict("poll-conflict-nobody-stands"));
    }
    if !store::corrections::withdraw(act.conn, id, question, choice, act.now)? || poll.state(act.now) != State::Open {
        return Ok(());
    }
    let rows = store::sealed::rows(act.conn, id)?;
    let detail = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "choice": gone.title(act.coop.language),
        "seals": seal::at_opening(&rows),
    });
    events::record(act, &slice::CHOICE_WITHDRAWN, &poll.subject(act.coop.language), detail)?;
    Ok(())
}
