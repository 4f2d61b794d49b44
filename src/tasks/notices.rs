//! Whom to tell about tasks: those who were given one, and those who have one due soon.

use std::collections::HashMap;

use chrono::Days;
use serde_json::json;

use super::store;
use crate::coops;
use crate::notices::{self, Notice, TASK_ASSIGNED, TASK_DUE_SOON};
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::visit::Act;

/// The most reminders of one run; the next run, an hour later, goes on.
const REMINDERS_MAX: i64 = 500;

/// Whom an event of this slice concerns.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Notice>> {
    let (Some(task), "task.assigned") = (event.subject_id, event.kind.as_str()) else { return Ok(Vec::new()) };
    let given = &event.detail["after"];
    let today = act.today();
    let members = match (given["member_id"].as_i64(), given["unit_id"].as_i64()) {
        (Some(member), _) => vec![member],
        (None, Some(unit)) => {
            store::residents(act.conn, &[unit], today)?.into_iter().map(|(_, member)| member).collect()
        }
        (None, None) => Vec::new(),
    };
    let accounts = notices::accounts_of(act.conn, &members, today)?;
    let notice = |account_id: &i64| Notice {
        account_id: *account_id,
        kind: TASK_ASSIGNED,
        subject_name: event.subject_name.clone(),
        detail: json!({ "by": event.actor_name, "due_on": given["due_on"] }),
        href: format!("/tasks/{task}"),
    };
    Ok(accounts.values().map(notice).collect())
}

/// Open tasks that somebody has, that are due within the days that the co-op's rules name, and of which nobody was reminded
/// yet. They count as reminded from here on.
pub fn remind(act: &mut Act<'_>) -> Result<Vec<Notice>> {
    let today = act.today();
    let ahead = coops::rule_profile(act.conn)?.reminder_days_before;
    let until = today.checked_add_days(Days::new(u64::try_from(ahead).unwrap_or(0))).unwrap_or(today);
    let due = store::remind(act.conn, today, until, REMINDERS_MAX)?;
    let units: Vec<i64> = due.iter().filter_map(|task| task.unit_id).collect();
    let mut at_home: HashMap<i64, Vec<i64>> = HashMap::new();
    for (unit, member) in store::residents(act.conn, &units, today)? {
        at_home.entry(unit).or_default().push(member);
    }
    let concerned = |task: &store::DueSoon| -> Vec<i64> {
        let home = task.unit_id.and_then(|unit| at_home.get(&unit)).cloned().unwrap_or_default();
        task.member_id.into_iter().chain(home).collect()
    };
    let members: Vec<i64> = due.iter().flat_map(concerned).collect();
    let accounts = notices::accounts_of(act.conn, &members, today)?;
    let mut all = Vec::new();
    for task in &due {
        for account in concerned(task).iter().filter_map(|member| accounts.get(member)) {
            all.push(Notice {
                account_id: *account,
                kind: TASK_DUE_SOON,
                subject_name: task.title.clone(),
                detail: json!({ "due_on": task.due_on }),
                href: format!("/tasks/{}", task.id),
            });
        }
    }
    Ok(all)
}
