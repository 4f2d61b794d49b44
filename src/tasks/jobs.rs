//! The jobs of a work day: tasks with places, of which some must be taken.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::{NewTask, Task, store};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;

/// The jobs of a work day as a member sees them, in the order in which they were written, also those that were called off.
pub fn of_work_day(conn: &mut PgConnection, day: i64, member: Option<i64>, today: NaiveDate) -> Result<Vec<Task>> {
    store::of_work_day(conn, day, member, today)
}

/// Who did the jobs of a work day, in words, task by task.
pub fn did_on(conn: &mut PgConnection, day: i64, lang: Lang) -> Result<Vec<(i64, String)>> {
    let home = |label: String| lang.with("task-home", &[("home", label.into())]);
    let all = store::did_on(conn, day)?.into_iter();
    Ok(all.filter_map(|(task, member, unit)| Some((task, member.or(unit.map(home))?))).collect())
}

/// Whether the places of a task hold who has it.
///
/// # Errors
/// `Invalid` on `places` when more have it than there are places, or a job of a work day has none; on `places_min` when it needs more
/// people than there are places.
pub(super) fn check_places(new: &NewTask, work_day: Option<i64>, has: usize) -> Result<()> {
    if new.places.is_some_and(|places| has > usize::try_from(places).unwrap_or(0)) {
        return Err(Error::field("places", "wrong-places-fewer"));
    }
    if work_day.is_some() && new.places.is_none() {
        return Err(Error::field("places", "wrong-required"));
    }
    if new.places_min.is_some_and(|least| new.places.is_none_or(|places| least > places)) {
        return Err(Error::field("places_min", "wrong-places-min"));
    }
    Ok(())
}

/// What the event of a new task says.
pub(super) fn made(new: &NewTask) -> Value {
    let mut after = new.facts();
    if let Some(day) = new.work_day_id {
        after["work_day_id"] = day.into();
    }
    json!({ "after": after })
}
