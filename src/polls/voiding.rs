//! Voiding: a vote that went wrong counts for nothing from then on, while it is open or after its close.
//!
//! Its ballots, and what was counted of them, stay as evidence. What it decided stands in the register as void. Everybody on its roll is
//! told, and can be asked again by a vote set up like it (`setup::copy`).

use serde_json::json;

use super::{State, slice, store, urn};
use crate::decisions;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::visit::Act;

/// Declares a vote void. One that is void already stays as it is.
///
/// # Errors
/// `Conflict` when it never opened.
pub fn void(act: &mut Act<'_>, id: i64, reason: &str) -> Result<()> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    match poll.state(act.now) {
        State::Open | State::Counting | State::Closed | State::Disputed => {}
        State::Void => return Ok(()),
        State::Draft | State::Scheduled | State::Missed | State::Cancelled => {
            return Err(Error::Conflict("poll-conflict-not-voidable"));
        }
    }
    if poll.secrecy.is_secret() && poll.state(act.now) != State::Closed {
        urn::give_up(act, id)?;
    }
    store::set_void(act.conn, id, reason, act.now)?;
    let numbers: Vec<i32> = store::registers(act.conn, id)?.iter().filter_map(|register| register.number).collect();
    let detail = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "reason": reason, "numbers": numbers, "about": super::meeting::about(&poll),
    });
    events::record(act, &slice::POLL_VOIDED, &poll.subject(act.coop.language), detail)?;
    decisions::void(act, &numbers)
}
