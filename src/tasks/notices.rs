//! Whom to tell about tasks: those who were given one, whose task changed its day, was called off or is not theirs any longer,
//! those who have one that is due soon or late, who wrote or follows one that is done, who answers for one that was given up, and once a week the leads of a committee in
//! which something is late.

use chrono::{Days, Weekday};
use serde_json::json;

use super::store::reminding::{self as reminders, Due};
use super::{Holder, Kind, slice, store};
use crate::coops;
use crate::platform::error::Result;
use crate::platform::events::{self, Event, Subject};
use crate::platform::slice::Telling;
use crate::platform::visit::Act;

/// The most reminders of one run; the next run, an hour later, goes on.
const REMINDERS_MAX: i64 = 5_000;
/// What is late for longer is no news to whoever has it. Longer than a server is ever away.
const LATE_DAYS_MAX: u64 = 14;

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
        (&slice::TASK_DUE_SOON_NOTICE, reminders::there_for(act.conn, id, today)?)
    } else if event.is(&slice::TASK_LATE) {
        (&slice::TASK_LATE_NOTICE, reminders::there_for(act.conn, id, today)?)
    } else if event.is(&slice::COMMITTEE_LATE) {
        (&slice::COMMITTEE_LATE_NOTICE, reminders::leads(act.conn, id, today)?)
    } else if event.is(&slice::TASK_CANCELLED) || (event.is(&slice::TASK_EDITED) && changes_day(event)) {
        (&slice::TASK_CHANGED_NOTICE, store::people(act.conn, id, today)?)
    } else if event.is(&slice::TASK_GIVEN_UP) {
        (&slice::TASK_GIVEN_UP_NOTICE, store::answerable(act.conn, id, today)?)
    } else if event.is(&slice::TASK_COMPLETED) {
        (&slice::TASK_DONE_NOTICE, store::following::wait_for_it(act.conn, id)?)
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

/// Records of what is still to be done, has begun, and belongs to somebody who is there, that it is due within the days that the co-op's
/// rules name, or that it is late: once each, until its day moves. And of each committee, once a week, how much of it is late.
pub fn remind(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    let ahead = u64::try_from(coops::rule_profile(act.conn)?.reminder_days_before).unwrap_or(0);
    let until = today.checked_add_days(Days::new(ahead)).unwrap_or(today);
    for due in reminders::take_soon(act.conn, today, until, REMINDERS_MAX)? {
        record_due(act, due)?;
    }
    let since = today.checked_sub_days(Days::new(LATE_DAYS_MAX)).unwrap_or(today);
    for due in reminders::take_late(act.conn, today, since, REMINDERS_MAX)? {
        record_due(act, due)?;
    }
    let monday = today.week(Weekday::Mon).first_day();
    for review in reminders::take_reviews(act.conn, today, monday)? {
        let subject = Subject { id: review.committee_id, name: review.name_en.clone() };
        let detail = json!({ "title_en": review.name_en, "title_fr": review.name_fr, "late": review.late, "due_on": review.due_on });
        events::record(act, &slice::COMMITTEE_LATE, &subject, detail)?;
    }
    Ok(())
}

/// Says that a task is due soon, or late.
pub(super) fn record_due(act: &mut Act<'_>, due: Due) -> Result<()> {
    let late = due.due_on < act.today();
    let subject = Subject { id: due.id, name: due.title };
    let (kind, after) = if late {
        (&slice::TASK_LATE, json!({ "due_on": due.due_on }))
    } else {
        (&slice::TASK_DUE_SOON, json!({ "due_on": due.due_on, "due_at": due.due_at }))
    };
    events::record(act, kind, &subject, json!({ "after": after }))?;
    Ok(())
}
