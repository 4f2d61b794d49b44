//! One act for several tasks: each goes through the verb of a single one, all in one transaction.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{Holder, NewTask, Task, manages, notices, standing, store};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;

/// What is done with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Assign,
    Due,
    Remind,
}

impl Deed {
    pub const ALL: [(&'static str, Self); 3] = [("assign", Self::Assign), ("due", Self::Due), ("remind", Self::Remind)];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, deed)| *deed == self).map_or("assign", |(word, _)| word)
    }
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

/// Gives tasks, each of the version that was seen, to somebody or to nobody.
///
/// # Errors
/// As for `edit`, of any of them; and then nothing is changed.
pub fn assign_all(act: &mut Act<'_>, seen: &[(i64, i32)], holder: Option<Holder>) -> Result<()> {
    for (id, version) in seen {
        open(act, *id)?;
        super::hand_over(act, *id, holder, *version)?;
    }
    Ok(())
}

/// Makes tasks, each of the version that was seen, due on another day.
///
/// # Errors
/// As for `edit`, of any of them; and then nothing is changed.
pub fn set_due_all(act: &mut Act<'_>, seen: &[(i64, i32)], due_on: NaiveDate) -> Result<()> {
    for (id, version) in seen {
        let task = open(act, *id)?.written();
        // one that would begin after its new day begins on it
        let starts_on = task.starts_on.map(|starts| starts.min(due_on));
        super::edit(act, *id, &NewTask { due_on: Some(due_on), starts_on, ..task }, *version)?;
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
