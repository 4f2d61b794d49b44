//! Who wants to speak, in turn: points of order first, then who asked first.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::{Side, present, slice, store};
use crate::attendance;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::sql::row;
use crate::platform::visit::Act;

row! {
    /// Somebody who asked to speak.
    #[derive(Debug, Clone)]
    pub struct Speaker {
        pub id: i64,
        pub member_id: i64,
        pub name: String,
        pub side: Side,
        pub asked_at: DateTime<Utc>,
        pub began_at: Option<DateTime<Utc>>,
        pub ended_at: Option<DateTime<Utc>>,
    }
}

/// Who speaks, then who waits, in turn; then who spoke, the latest first.
pub fn speakers(conn: &mut PgConnection, meeting: i64) -> Result<Vec<Speaker>> {
    store::speakers(conn, meeting)
}

/// Somebody asks to speak: whoever acts for themselves, or whoever leads the meeting for another one. Nothing where they wait already.
///
/// # Errors
/// `Forbidden` to others; `Conflict` where the meeting was not called to order, or is over; `Invalid` on `speaker` for who is not there.
pub fn ask_to_speak(act: &mut Act<'_>, id: i64, member: i64, side: Side) -> Result<()> {
    let own = act.viewer.is_some_and(|viewer| viewer.member_id == Some(member));
    let held = attendance::held_on(act, id)?;
    if !own && !held.leads {
        return Err(Error::Forbidden);
    }
    match held.times() {
        (None, _) => return Err(Error::Conflict("conflict-meeting-not-begun")),
        (_, Some(_)) => return Err(Error::Conflict("conflict-meeting-over")),
        _ => {}
    }
    if !present(act.conn, id)?.iter().any(|(one, _)| *one == member) {
        return Err(Error::field("speaker", "wrong-motion-not-there"));
    }
    if store::ask(act.conn, id, member, side, act.now)? {
        told(act, id, member, "asked")?;
    }
    Ok(())
}

/// What becomes of somebody's turn: it begins, ends, or is given up. Whoever leads the meeting says so; giving up, also they themselves.
///
/// # Errors
/// `Forbidden` to others; `NotFound` when they do not wait or speak.
pub fn call(act: &mut Act<'_>, id: i64, speaker: i64, what: &str) -> Result<()> {
    let held = attendance::held_on(act, id)?;
    let found = store::speakers(act.conn, id)?.into_iter().find(|one| one.id == speaker && one.ended_at.is_none());
    let found = found.ok_or(Error::NotFound)?;
    let own = act.viewer.is_some_and(|viewer| viewer.member_id == Some(found.member_id));
    let may = held.leads || own && what == "remove";
    if !may {
        return Err(Error::Forbidden);
    }
    match what {
        "begin" => {
            store::end_turns(act.conn, id, act.now)?;
            store::begin_turn(act.conn, speaker, act.now)?;
            told(act, id, found.member_id, "began")
        }
        "end" => {
            store::end_turns(act.conn, id, act.now)?;
            told(act, id, found.member_id, "ended")
        }
        "remove" if found.began_at.is_none() => {
            store::give_up_turn(act.conn, speaker)?;
            told(act, id, found.member_id, "gave_up")
        }
        _ => Err(Error::BadRequest),
    }
}

fn told(act: &mut Act<'_>, id: i64, member: i64, what: &str) -> Result<()> {
    let held = attendance::held_on(act, id)?;
    let detail = json!({ "member_id": member, "turn": what, "about": attendance::slice::about(id) });
    events::record(act, &slice::MEETING_SPEAKER, &held.meeting.subject(), detail)?;
    Ok(())
}
