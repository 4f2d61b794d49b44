//! Who comes and leaves: ticked at the door, or by the code of the room.

use chrono::{DateTime, Utc};
use serde_json::json;

use super::slice::{self, about};
use super::{Held, Noted, Way, held, rules, store};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::visit::Act;

/// What came of it that somebody came.
#[derive(Debug, Clone)]
pub struct Came {
    pub name: String,
    /// Since when they were there already: then nothing has changed.
    pub already: Option<DateTime<Utc>>,
    /// Somebody was to stand for them: that has ended.
    pub ends_proxy: bool,
    /// Whether they are called, and count.
    pub called: bool,
}

/// A meeting whose door is open and which is not over, and stays so until this is committed.
fn to_tick(act: &mut Act<'_>, id: i64) -> Result<Held> {
    held(act, id)?;
    if !store::lock(act.conn, id, false)? {
        return Err(Error::Conflict("conflict-door-closed"));
    }
    let held = held(act, id)?;
    if held.is_over() { Err(Error::Conflict("conflict-meeting-over")) } else { Ok(held) }
}

fn to_keep(act: &mut Act<'_>, id: i64) -> Result<Held> {
    if !held(act, id)?.keeps {
        return Err(Error::Forbidden);
    }
    to_tick(act, id)
}

/// Somebody comes, and whoever keeps the door notes it. Who is there already is told so, and stays as they are.
///
/// # Errors
/// `Forbidden` to who does not keep the door; `Conflict` when it is closed, or the meeting over; `NotFound` when they are no member.
pub fn come(act: &mut Act<'_>, id: i64, member: i64, way: Way, noted: Noted) -> Result<Came> {
    let held = to_keep(act, id)?;
    let today = act.today();
    if !store::is_here(act.conn, member, today)? {
        return Err(Error::NotFound);
    }
    enter(act, &held, member, way, noted)
}

/// Whoever acts comes, with the code of the room.
///
/// # Errors
/// `Forbidden` to who is no member; `Conflict` as for `come`; `Invalid` on `room_code` when it is not this one.
pub fn come_by_code(act: &mut Act<'_>, id: i64, typed: &str, way: Way) -> Result<Came> {
    let member = act.member_id()?;
    let held = to_tick(act, id)?;
    if held.door.as_ref().is_none_or(|door| door.code != rules::typed_code(typed)) {
        return Err(Error::field("room_code", "wrong-room-code"));
    }
    enter(act, &held, member, way, Noted::Room)
}

fn enter(act: &mut Act<'_>, held: &Held, member: i64, way: Way, noted: Noted) -> Result<Came> {
    let (id, now) = (held.meeting.id, act.now);
    let name = members::name(act.conn, member)?;
    let standing = store::standing(act.conn, id, member)?;
    let author = act.viewer.map(|viewer| viewer.account_id);
    if !store::enter(act.conn, id, member, (way, noted), (now, author))? {
        let already = store::times_of(act.conn, id, member)?.last().map(|time| time.came_at);
        return Ok(Came { name, already: already.or(Some(now)), ends_proxy: false, called: standing.called });
    }
    let detail = json!({ "member_id": member, "attends": way, "noted": noted, "about": about(id) });
    events::record(act, &slice::ATTENDANCE_CAME, &held.meeting.subject(), detail)?;
    Ok(Came { name, already: None, ends_proxy: standing.stood_for && !standing.was_there, called: standing.called })
}

/// Somebody leaves: ticked at the door, or they say so themselves. Their name, and whether they were there at all.
///
/// # Errors
/// As for `come`.
pub fn leave(act: &mut Act<'_>, id: i64, member: i64) -> Result<(String, bool)> {
    let own = act.viewer.is_some_and(|viewer| viewer.member_id == Some(member));
    let held = if own { to_tick(act, id)? } else { to_keep(act, id)? };
    let name = members::name(act.conn, member)?;
    let (now, author) = (act.now, act.viewer.map(|viewer| viewer.account_id));
    if !store::leave(act.conn, id, member, now, author)? {
        return Ok((name, false));
    }
    let detail = json!({ "member_id": member, "about": about(id) });
    events::record(act, &slice::ATTENDANCE_LEFT, &held.meeting.subject(), detail)?;
    Ok((name, true))
}

/// The last tick of somebody was wrong: who came minutes ago never came, who left minutes ago never left. Their name.
///
/// # Errors
/// As for `come`; `Conflict` when it is longer ago.
pub fn undo(act: &mut Act<'_>, id: i64, member: i64) -> Result<String> {
    let held = to_keep(act, id)?;
    let name = members::name(act.conn, member)?;
    let last = store::times_of(act.conn, id, member)?.pop();
    let Some(last) = last.filter(|time| act.now - time.left_at.unwrap_or(time.came_at) <= rules::UNDO) else {
        return Err(Error::Conflict("conflict-tick-old"));
    };
    let what = if last.left_at.is_some() {
        store::stay(act.conn, id, member)?;
        "left"
    } else {
        store::forget(act.conn, id, member)?;
        "came"
    };
    let detail = json!({ "member_id": member, "undone": what, "about": about(id) });
    events::record(act, &slice::ATTENDANCE_UNDONE, &held.meeting.subject(), detail)?;
    Ok(name)
}
