//! Acting for a member who has no device: somebody at the office does what the member says, and both are named.
//!
//! It is for half an hour, with a reason, and does only what the member could do and nobody needs to do in person: no votes, no
//! account, nothing of what the member shares. What is done so is the office's act on the member's behalf (`events::record`).

use chrono::TimeDelta;
use serde_json::json;

use super::slice;
use crate::members::{self, Status};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::visit::{Act, Acting};

pub const ASSISTANCE_MINUTES: i64 = 30;

fn subject(acting: &Acting) -> Subject {
    Subject { id: acting.member_id, name: acting.name.clone() }
}

/// Begins to act for a member.
///
/// # Errors
/// `Invalid` on `assistance_reason` when there is none; `Conflict` for oneself and for former members.
pub fn begin(act: &mut Act<'_>, member: i64, reason: &str) -> Result<Acting> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    let name = members::names(act.conn, &[member])?.remove(&member).ok_or(Error::NotFound)?;
    if reason.is_empty() {
        return Err(Error::field("assistance_reason", "wrong-required"));
    }
    let status = members::standing(act.conn, member, act.today())?.status;
    if viewer.member_id == Some(member) || status == Status::Former {
        return Err(Error::Conflict("conflict-assistance"));
    }
    let acting = Acting {
        by: viewer.account_id,
        member_id: member,
        name,
        until: act.now + TimeDelta::minutes(ASSISTANCE_MINUTES),
    };
    events::record(
        act,
        &slice::MEMBER_ASSISTANCE_BEGUN,
        &subject(&acting),
        json!({ "reason": reason, "until": acting.until }),
    )?;
    Ok(acting)
}

/// Stops acting for the member. Nothing happens when nobody acts any more. Whose page to go back to.
pub fn end(act: &mut Act<'_>) -> Result<Option<i64>> {
    let Some(acting) = act.viewer.and_then(|viewer| viewer.acting.clone()) else { return Ok(None) };
    events::record(act, &slice::MEMBER_ASSISTANCE_ENDED, &subject(&acting), json!({}))?;
    Ok(Some(acting.member_id))
}
