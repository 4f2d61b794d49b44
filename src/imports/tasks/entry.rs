//! Bringing the tasks of a plan in, and taking them out again.

use serde_json::json;

use super::Plan;
use crate::imports::asked::Group;
use crate::imports::entry::Steps;
use crate::imports::undo::{Journal, Undone};
use crate::imports::{Outcome, slice};
use crate::platform::error::Result;
use crate::platform::events;
use crate::platform::visit::Act;
use crate::tasks;

/// Brings in what a plan says. `import` is told how far it is.
pub fn enter(act: &mut Act<'_>, plan: &Plan, import: Option<i64>) -> Result<(Outcome, Journal)> {
    let (mut outcome, mut made) = (Outcome::default(), Vec::new());
    let mut steps = Steps { import, done: 0, total: plan.coming().count() };
    for brought in plan.coming() {
        let (id, counts) = tasks::bring(act, brought)?;
        made.push(id);
        let minutes = i64::from(brought.new.credit_minutes) * brought.doers().count() as i64;
        *(if counts { &mut outcome.minutes } else { &mut outcome.minutes_waiting }) += minutes;
        steps.take(act, 1)?;
    }
    outcome.added = made.len();
    let of = |group: Group| plan.rows.iter().filter(|row| row.group == group).count();
    outcome.same = of(Group::Same);
    outcome.left_out = of(Group::Problem) + of(Group::Asked) + of(Group::LeftOut);
    let journal = Journal { tasks: tasks::prints(act.conn, &made)?, ..Journal::default() };
    let told = json!({ "added": outcome.added, "same": outcome.same, "left_out": outcome.left_out, "minutes": outcome.minutes });
    events::record_of_coop(act, &slice::TASKS_IMPORTED, told)?;
    Ok((outcome, journal))
}

/// Takes out what an import brought, but what was touched since.
pub fn undo(act: &mut Act<'_>, journal: &Journal) -> Result<Undone> {
    let left_alone = tasks::take_out(act, &journal.tasks)?;
    let undone = Undone { removed: journal.tasks.len() - left_alone.len(), left_alone, ..Undone::default() };
    let detail = json!({ "removed": undone.removed, "left_alone": undone.left_alone.len() });
    events::record_of_coop(act, &slice::TASKS_IMPORT_UNDONE, detail)?;
    Ok(undone)
}
