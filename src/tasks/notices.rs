//! Whom to tell about tasks: those who were given one, whose task changed its day, was called off or is not theirs any longer,
//! those who have one due soon, and who answers for one that was given up.

use chrono::Days;
use serde_json::json;

use super::{Holder, Kind, slice, store};
use crate::coops;
use crate::platform::error::Result;
use crate::platform::events::{self, Event, Subject};
use crate::platform::slice::Telling;
use crate::platform::visit::Act;

/// The most reminders of one run; the next run, an hour later, goes on.
const REMINDERS_MAX: i64 = 500;

/// Whom an event of this slice concerns. Who has a task is looked up now, not when it happened: whoever gave it up meanwhile is not told.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let today = act.today();
    let id = event.subject_id.unwrap_or_default();
    let given = event.is(&slice::TASK_ASSIGNED) || event.is(&slice::TASK_GIVEN_BACK);
    if given && lies_ahead(act, id)? {
        return Ok(Vec::new());
    }
    let (kind, members) = if given || event.is(&slice::TASK_TAKEN_AWAY) {
        let side = &event.detail[if given { "after" } else { "before" }];
        let kind = if given { &slice::TASK_ASSIGNED_NOTICE } else { &slice::TASK_CHANGED_NOTICE };
        let holder = holder(side);
        (kind, holder.map(|holder| store::people_of(act.conn, holder, today)).transpose()?.unwrap_or_default())
    } else if event.is(&slice::TASK_DUE_SOON) {
        let open = store::find(act.conn, id, None)?.is_open();
        let people = if open { store::people(act.conn, id, today)? } else { Vec::new() };
        (&slice::TASK_DUE_SOON_NOTICE, people)
    } else if event.is(&slice::TASK_CANCELLED) || (event.is(&slice::TASK_EDITED) && changes_day(event)) {
        (&slice::TASK_CHANGED_NOTICE, store::people(act.conn, id, today)?)
    } else if event.is(&slice::TASK_GIVEN_UP) {
        (&slice::TASK_GIVEN_UP_NOTICE, store::answerable(act.conn, id, today)?)
    } else {
        return Ok(Vec::new());
    };
    Ok(vec![Telling::members(kind, members)])
}

/// Whether it is the turn of a chore that has not begun. The rota shows it, and a reminder comes in time: a chore that is set up for
/// sixty homes would tell each of them of all its turns at once.
fn lies_ahead(act: &mut Act<'_>, id: i64) -> Result<bool> {
    let today = act.today();
    let task = store::find(act.conn, id, None)?;
    Ok(task.kind == Kind::Chore && task.starts_on.is_some_and(|day| day > today))
}

/// Of whom an event tells that they have a task, or have it no longer.
fn holder(side: &serde_json::Value) -> Option<Holder> {
    let of = |name: &str| side[name].as_i64();
    of("member_id")
        .map(Holder::Member)
        .or(of("unit_id").map(Holder::Unit))
        .or(of("committee_id").map(Holder::Committee))
}

/// Whether a change is another day or time for whoever has it.
fn changes_day(event: &Event) -> bool {
    let after = &event.detail["after"];
    after.get("due_on").is_some() || after.get("due_at").is_some()
}

/// Records of open tasks that somebody has, and of which nobody was reminded yet, that they are due within the days that the
/// co-op's rules name. They count as reminded from here on.
pub fn remind(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    let ahead = coops::rule_profile(act.conn)?.reminder_days_before;
    let until = today.checked_add_days(Days::new(u64::try_from(ahead).unwrap_or(0))).unwrap_or(today);
    for task in store::remind(act.conn, today, until, REMINDERS_MAX)? {
        record_due_soon(act, task)?;
    }
    Ok(())
}

/// Says that a task is due soon.
pub(super) fn record_due_soon(act: &mut Act<'_>, task: store::DueSoon) -> Result<()> {
    let subject = Subject { id: task.id, name: task.title };
    events::record(act, &slice::TASK_DUE_SOON, &subject, json!({ "after": { "due_on": task.due_on } }))?;
    Ok(())
}
