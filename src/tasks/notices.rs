//! Whom to tell about tasks: those who were given one, whose task changed its day, was called off or is not theirs any longer, and
//! those who have one due soon.

use chrono::Days;
use serde_json::json;

use super::{slice, store};
use crate::coops;
use crate::platform::error::Result;
use crate::platform::events::{self, Event, Subject};
use crate::platform::slice::Telling;
use crate::platform::visit::Act;

/// The most reminders of one run; the next run, an hour later, goes on.
const REMINDERS_MAX: i64 = 500;

/// Whom an event of this slice concerns.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let kind = match event {
        given if given.is(&slice::TASK_ASSIGNED) || given.is(&slice::TASK_GIVEN_BACK) => &slice::TASK_ASSIGNED_NOTICE,
        due if due.is(&slice::TASK_DUE_SOON) => &slice::TASK_DUE_SOON_NOTICE,
        off if off.is(&slice::TASK_CANCELLED) || off.is(&slice::TASK_TAKEN_AWAY) => &slice::TASK_CHANGED_NOTICE,
        moved if moved.is(&slice::TASK_EDITED) && changes_day_only_for_holder(event) => &slice::TASK_CHANGED_NOTICE,
        _ => return Ok(Vec::new()),
    };
    let today = act.today();
    let holder = match event {
        off if off.is(&slice::TASK_CANCELLED) || off.is(&slice::TASK_TAKEN_AWAY) => event.detail["before"].clone(),
        moved if moved.is(&slice::TASK_EDITED) => {
            let task = store::find(act.conn, event.subject_id.unwrap_or_default(), None)?;
            json!({ "member_id": task.member_id, "unit_id": task.unit_id })
        }
        _ => event.detail["after"].clone(),
    };
    let members = match (holder["member_id"].as_i64(), holder["unit_id"].as_i64()) {
        (Some(member), _) => vec![member],
        (None, Some(unit)) => store::residents(act.conn, unit, today)?,
        (None, None) => Vec::new(),
    };
    Ok(vec![Telling::members(kind, members)])
}

/// Whether a change is another day for whoever has it; a new holder is told with the task.
fn changes_day_only_for_holder(event: &Event) -> bool {
    let after = &event.detail["after"];
    after.get("due_on").is_some() && after.get("member_id").is_none() && after.get("unit_id").is_none()
}

/// Records of open tasks that somebody has, and of which nobody was reminded yet, that they are due within the days that the
/// co-op's rules name. They count as reminded from here on.
pub fn remind(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    let ahead = coops::rule_profile(act.conn)?.reminder_days_before;
    let until = today.checked_add_days(Days::new(u64::try_from(ahead).unwrap_or(0))).unwrap_or(today);
    for task in store::remind(act.conn, today, until, REMINDERS_MAX)? {
        let holder = json!({ "member_id": task.member_id, "unit_id": task.unit_id, "due_on": task.due_on });
        let subject = Subject { id: task.id, name: task.title };
        events::record(act, &slice::TASK_DUE_SOON, &subject, json!({ "after": holder }))?;
    }
    Ok(())
}
