//! The second meeting of one that did not have its quorum.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{NewMeeting, agenda, lock, looked_at, plan, store};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;

/// Plans the second meeting of one that did not have its quorum: of its kind, with its agenda, without its in camera items. Notice of it is
/// given by the rules, and the first one stays as it was.
///
/// # Errors
/// As for `plan`; `Conflict` when its day is not past yet, or another second meeting is planned.
pub fn plan_second(act: &mut Act<'_>, first: i64, new: &NewMeeting) -> Result<i64> {
    let before = looked_at(act, first)?;
    if before.held_on > act.today() || !before.is_on() || !before.kind.is_general() {
        return Err(Error::Conflict("conflict-second-ahead"));
    }
    lock(act.conn, first)?;
    if store::second_of(act.conn, first)?.is_some() {
        return Err(Error::Conflict("conflict-second-planned"));
    }
    let id = plan(act, &NewMeeting { kind: before.kind, committee_id: None, ..new.clone() })?;
    store::set_second_of(act.conn, id, first)?;
    agenda::copy(act, id, first, true)?;
    Ok(id)
}

/// The second meeting of one that did not have its quorum, if it is planned: its number and day.
pub fn second_of(conn: &mut PgConnection, first: i64) -> Result<Option<(i64, NaiveDate)>> {
    store::second_of(conn, first)
}
