//! One act for several tasks: each goes through the verb of a single one, all in one transaction.

use chrono::NaiveDate;
use diesel::prelude::*;

use serde::{Deserialize, Serialize};

use super::{Holder, Lane, NewTask, Task, manages, notices, standing, store};
use crate::platform::error::{Error, Result};
use crate::platform::undo;
use crate::platform::visit::Act;

/// What is done with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Assign,
    Due,
    Move,
    Remind,
}

impl Deed {
    pub const ALL: [(&'static str, Self); 4] =
        [("assign", Self::Assign), ("due", Self::Due), ("move", Self::Move), ("remind", Self::Remind)];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, deed)| *deed == self).map_or("assign", |(word, _)| word)
    }
}

/// What one of them was: enough to make it so again.
#[derive(Debug, Serialize, Deserialize)]
pub struct Was {
    id: i64,
    /// The one it has since.
    version: i32,
    before: Before,
}

#[derive(Debug, Serialize, Deserialize)]
enum Before {
    /// Who had it, as forms say it.
    #[serde(rename = "h")]
    Held(Vec<String>),
    /// The days it began and was due.
    #[serde(rename = "d")]
    Due(Option<NaiveDate>, Option<NaiveDate>),
    #[serde(rename = "l")]
    On(String),
}

/// Some tasks as somebody sees them, by their day, and whether their holders were reminded today.
pub fn some(conn: &mut PgConnection, ids: &[i64], viewer: Option<i64>, today: NaiveDate) -> Result<Vec<(Task, bool)>> {
    let reminded = store::reminding::reminded(conn, ids, today)?;
    let found = store::some(conn, ids, viewer, today)?;
    Ok(found.into_iter().map(|task| (reminded.contains(&task.id), task)).map(|(told, task)| (task, told)).collect())
}

/// What stands in the way of a deed with one of them: the name of the words.
pub fn obstacle(
    deed: Deed,
    (task, reminded): (&Task, bool),
    account: Option<i64>,
    manages: bool,
) -> Option<&'static str> {
    if !task.is_open() {
        return Some("several-task-closed");
    }
    if !standing(task, account, manages).may_change() {
        return Some("several-task-not-yours");
    }
    match deed {
        Deed::Remind if !manages => Some("several-task-not-yours"),
        Deed::Remind if task.is_nobodys() => Some("several-task-nobody"),
        Deed::Remind if task.due_on.is_none() => Some("several-task-no-day"),
        Deed::Remind if reminded => Some("several-task-reminded"),
        _ => None,
    }
}

/// Gives tasks, each of the version that was seen, to somebody or to nobody. What those were that it changed.
///
/// # Errors
/// As for `edit`, of any of them; and then nothing is changed.
pub fn assign_all(act: &mut Act<'_>, seen: &[(i64, i32)], holder: Option<Holder>) -> Result<Vec<Was>> {
    let mut was = Vec::new();
    for (id, version) in seen {
        let before = open(act, *id)?.all_holders();
        super::hand_over(act, *id, holder, *version)?;
        if before != holder.into_iter().collect::<Vec<_>>() {
            let before = Before::Held(before.into_iter().map(Holder::value).collect());
            was.push(Was { id: *id, version: version + 1, before });
        }
    }
    Ok(was)
}

/// Makes tasks, each of the version that was seen, due on another day. What those were that it changed.
///
/// # Errors
/// As for `edit`, of any of them; and then nothing is changed.
pub fn set_due_all(act: &mut Act<'_>, seen: &[(i64, i32)], due_on: NaiveDate) -> Result<Vec<Was>> {
    let mut was = Vec::new();
    for (id, version) in seen {
        let task = open(act, *id)?.written();
        let before = (task.starts_on, task.due_on);
        // one that would begin after its new day begins on it
        let starts_on = task.starts_on.map(|starts| starts.min(due_on));
        super::edit(act, *id, &NewTask { due_on: Some(due_on), starts_on, ..task }, *version)?;
        if before != (starts_on, Some(due_on)) {
            was.push(Was { id: *id, version: version + 1, before: Before::Due(before.0, before.1) });
        }
    }
    Ok(was)
}

/// Puts tasks, each of the version that was seen, on a lane. What those were that it changed.
///
/// # Errors
/// As for `move_to`, of any of them; and then nothing is changed.
pub fn move_all(act: &mut Act<'_>, seen: &[(i64, i32)], to: Lane) -> Result<Vec<Was>> {
    let mut was = Vec::new();
    for (id, version) in seen {
        open(act, *id)?;
        let moved = super::move_to(act, *id, to, *version)?;
        if let Some(from) = moved.from.filter(|from| *from != to) {
            was.push(Was { id: *id, version: moved.version, before: Before::On(from.word().to_owned()) });
        }
    }
    Ok(was)
}

/// Makes tasks again what they were before one of these deeds.
///
/// # Errors
/// `Conflict` when any of them was changed since, and as for the deed; and then nothing is changed.
pub fn take_back_all(act: &mut Act<'_>, was: &[Was]) -> Result<()> {
    for Was { id, version, before } in was {
        let task = store::find(act.conn, *id, None)?;
        if task.version != *version {
            return Err(undo::changed_since());
        }
        match before {
            Before::Held(holders) => {
                let holders: Vec<Holder> = holders.iter().filter_map(|value| Holder::parse(value)).collect();
                super::hand_over(act, *id, holders.first().copied(), *version)?;
                for (more, holder) in holders.iter().enumerate().skip(1) {
                    super::give(act, *id, *holder, version + i32::try_from(more).unwrap_or(0))?;
                }
            }
            Before::Due(starts_on, due_on) => {
                let again = NewTask { starts_on: *starts_on, due_on: *due_on, ..task.written() };
                super::edit(act, *id, &again, *version)?;
            }
            Before::On(lane) => {
                super::take_back(act, *id, Lane::parse(lane).ok_or(Error::BadRequest)?, *version)?;
            }
        }
    }
    Ok(())
}

fn open(act: &mut Act<'_>, id: i64) -> Result<Task> {
    let task = store::find(act.conn, id, None)?;
    if task.is_open() { Ok(task) } else { Err(Error::Conflict("conflict-changed")) }
}

/// Reminds those who have some tasks of the day they are due: each task once a day, however often it is asked for. How many.
///
/// # Errors
/// `Forbidden` to who does not manage tasks.
pub fn remind_all(act: &mut Act<'_>, ids: &[i64]) -> Result<usize> {
    if !manages(act) {
        return Err(Error::Forbidden);
    }
    let today = act.today();
    let reminded = store::reminding::take_some(act.conn, ids, today)?;
    let count = reminded.len();
    for task in reminded {
        notices::record_due(act, task)?;
    }
    Ok(count)
}
