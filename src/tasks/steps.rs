//! The steps of a task, to tick one by one. A tick needs no version: who ticks another step meanwhile takes nothing from anybody.

use serde::Deserialize;
use serde_json::json;

use super::{Task, look_at, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::visit::Act;

/// The most steps of one task.
pub const STEPS_MAX: usize = 50;
/// The longest step, in letters.
pub const WORDS_MAX: usize = 200;

/// A step of a task.
#[derive(Debug, Clone, Deserialize)]
pub struct TaskStep {
    pub id: i64,
    pub words: String,
    pub ticked: bool,
    /// Who ticked it.
    pub by: Option<String>,
}

fn open_to_me(act: &mut Act<'_>, id: i64) -> Result<Task> {
    let (task, standing) = look_at(act, id)?;
    if !standing.may_change() {
        return Err(Error::Forbidden);
    }
    if !task.is_open() {
        return Err(Error::Conflict("conflict-task-closed"));
    }
    Ok(task)
}

/// Adds steps, each a line of its own.
///
/// # Errors
/// `Forbidden` to who may not change the task; `Conflict` when it is not open; `Invalid` on `step_words` when there would be more than
/// `STEPS_MAX`.
pub fn add(act: &mut Act<'_>, id: i64, all: &[String]) -> Result<()> {
    store::lock(act.conn, id)?;
    let task = open_to_me(act, id)?;
    if usize::try_from(task.steps).unwrap_or(0) + all.len() > STEPS_MAX {
        return Err(Error::field("step_words", "wrong-steps-many"));
    }
    for words in all {
        store::steps::insert(act.conn, id, words)?;
    }
    let detail = json!({ "after": { "steps": all } });
    events::record(act, &slice::TASK_STEPS_ADDED, &task.subject(), detail)?;
    Ok(())
}

/// Ticks a step, or takes the tick back. Whether it was otherwise before.
///
/// # Errors
/// As for `add`; `NotFound` where the task has no such step.
pub fn tick(act: &mut Act<'_>, id: i64, step: i64, ticked: bool) -> Result<bool> {
    let task = open_to_me(act, id)?;
    let words = store::steps::words(act.conn, id, step)?.ok_or(Error::NotFound)?;
    let account = super::account(act);
    let by = account.map(|account| (act.now, account)).filter(|_| ticked);
    if !store::steps::tick(act.conn, step, by)? {
        return Ok(false);
    }
    let kind = if ticked { &slice::TASK_STEP_TICKED } else { &slice::TASK_STEP_UNTICKED };
    events::record(act, kind, &task.subject(), json!({ "after": { "step": words } }))?;
    Ok(true)
}

/// Takes a step out.
///
/// # Errors
/// As for `tick`.
pub fn remove(act: &mut Act<'_>, id: i64, step: i64) -> Result<()> {
    let task = open_to_me(act, id)?;
    let words = store::steps::words(act.conn, id, step)?.ok_or(Error::NotFound)?;
    store::steps::delete(act.conn, step)?;
    events::record(act, &slice::TASK_STEP_REMOVED, &task.subject(), json!({ "before": { "step": words } }))?;
    Ok(())
}
