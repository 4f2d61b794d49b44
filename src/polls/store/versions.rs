//! The queries of what a vote said before.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::polls::slice;
use crate::schema::{events, polls};

/// The most changes that are shown.
const SHOWN_MAX: i64 = 100;

pub fn set_changed(conn: &mut PgConnection, id: i64, at: DateTime<Utc>) -> Result<()> {
    diesel::update(polls::table.find(id)).set(polls::text_changed_at.eq(at)).execute(conn)?;
    Ok(())
}

/// The changes of a vote that others had seen already, the latest first.
pub fn changes(conn: &mut PgConnection, id: i64) -> Result<Vec<Event>> {
    let of_poll = || events::table.filter(events::subject_kind.eq(slice::POLL.word).and(events::subject_id.eq(id)));
    let announced: Option<i64> = of_poll()
        .filter(events::kind.eq(slice::POLL_ANNOUNCED.word))
        .order(events::id)
        .select(events::id)
        .first(conn)
        .optional()?;
    Ok(of_poll()
        .filter(events::kind.eq_any([slice::POLL_CHANGED.word, slice::POLL_ASKED.word]))
        .filter(events::id.gt(announced.unwrap_or(i64::MAX)))
        .order(events::id.desc())
        .limit(SHOWN_MAX)
        .select(Event::as_select())
        .load(conn)?)
}
