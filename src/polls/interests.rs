//! An interest of one's own: who would gain or lose by what is decided says so and is no longer part of the vote. They leave the roll,
//! so that quorum and majority are taken of the others; the log keeps it, and it can be taken back until the close.

use serde_json::json;

use super::roll::LeftOut;
use super::{Poll, State, seal, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, EventKind};
use crate::platform::visit::Act;

/// The member who acts leaves the roll of an open vote; a ballot of theirs is gone.
///
/// # Errors
/// `Conflict` when it is not open; `Forbidden` when they are not on the roll.
pub fn declare(act: &mut Act<'_>, id: i64) -> Result<()> {
    let member = act.member_id()?;
    let poll = open(act, id)?;
    if !store::roll::has(act.conn, id, member)? {
        return Err(Error::Forbidden);
    }
    if poll.secrecy.is_secret() && store::has_voted(act.conn, id, member)? {
        return Err(Error::Conflict("urn-conflict-interest"));
    }
    store::roll::leave(act.conn, id, member)?;
    told(act, &poll, &slice::INTEREST_DECLARED)
}

/// They are part of it again, with the place they had; they vote anew.
///
/// # Errors
/// `Conflict` when it is not open; `NotFound` when they declared none.
pub fn withdraw(act: &mut Act<'_>, id: i64) -> Result<()> {
    let member = act.member_id()?;
    let poll = open(act, id)?;
    let declared = store::roll::left_out(act.conn, id)?.contains(&(member, LeftOut::Interest));
    if !declared {
        return Err(Error::NotFound);
    }
    store::roll::rejoin(act.conn, id, member)?;
    told(act, &poll, &slice::INTEREST_WITHDRAWN)
}

/// The vote, with nobody casting and nobody counting until this transaction ends.
fn open(act: &mut Act<'_>, id: i64) -> Result<Poll> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    match poll.state(act.now) {
        State::Open => Ok(poll),
        State::Draft => Err(Error::NotFound),
        _ => Err(Error::Conflict("poll-conflict-not-open")),
    }
}

fn told(act: &mut Act<'_>, poll: &Poll, kind: &'static EventKind) -> Result<()> {
    let rows = store::sealed::rows(act.conn, poll.id)?;
    let sides = |size: Option<i32>| json!({ "roll": size });
    let detail = json!({
        "before": sides(poll.roll_size), "after": sides(rows.poll.roll_size), "seals": seal::at_opening(&rows),
    });
    events::record(act, kind, &poll.subject(act.coop.language), detail)?;
    Ok(())
}
