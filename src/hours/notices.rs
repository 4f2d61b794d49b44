//! Whom to tell about hours: who answers a claim or a contested line, who made it, who was given hours or let off, and once a period,
//! kindly, who is short.

use chrono::Days;
use serde_json::json;

use super::store::{duties as store, ledger};
use super::{Doer, account, slice};
use crate::platform::error::Result;
use crate::platform::events::{self, Event, EventKind, Subject};
use crate::platform::slice::{NoticeKind, Telling};
use crate::platform::visit::Act;
use crate::policy::Permission;

/// How long after the grace somebody can still be reminded: longer than a server is ever away.
const LATE_MAX: u64 = 14;
/// The most reminders of one run; the next run, an hour later, goes on.
const REMINDERS_MAX: usize = 500;

/// What is told to whom the event names.
const NAMED: &[(&EventKind, &NoticeKind)] = &[
    (&slice::HOUR_CLAIM_MADE, &slice::CLAIMED_NOTICE),
    (&slice::HOUR_CLAIM_APPROVED, &slice::CLAIM_ANSWERED_NOTICE),
    (&slice::HOUR_CLAIM_REFUSED, &slice::CLAIM_ANSWERED_NOTICE),
    (&slice::HOUR_CLAIM_RETURNED, &slice::CLAIM_ANSWERED_NOTICE),
    (&slice::HOUR_CLAIM_REOPENED, &slice::CLAIM_ANSWERED_NOTICE),
    (&slice::HOURS_CONTESTED, &slice::CONTESTED_NOTICE),
    (&slice::HOURS_ANSWERED, &slice::CONTEST_ANSWERED_NOTICE),
    (&slice::HOURS_GIVEN, &slice::GIVEN_NOTICE),
    (&slice::EXEMPTION_GRANTED, &slice::EXEMPTED_NOTICE),
    (&slice::EXEMPTION_CHANGED, &slice::EXEMPTED_NOTICE),
    (&slice::EXEMPTION_REMOVED, &slice::EXEMPTED_NOTICE),
    (&slice::HOURS_MISSING, &slice::MISSING_NOTICE),
];

fn named(event: &Event) -> Vec<i64> {
    event.detail["told"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_i64).collect()
}

/// Whom an event of this slice concerns.
pub fn about(_: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let kind = NAMED.iter().find(|(kind, _)| event.is(kind)).map(|(_, notice)| *notice);
    let members = named(event);
    Ok(kind.filter(|_| !members.is_empty()).map(|kind| Telling::members(kind, members)).into_iter().collect())
}

/// What nobody leads is up to who manages hours.
pub fn for_office(event: &Event) -> Option<(&'static NoticeKind, Permission)> {
    let nobody = named(event).is_empty();
    match event {
        made if made.is(&slice::HOUR_CLAIM_MADE) && nobody => Some((&slice::CLAIMED_NOTICE, Permission::HoursManage)),
        said if said.is(&slice::HOURS_CONTESTED) && nobody => Some((&slice::CONTESTED_NOTICE, Permission::HoursManage)),
        _ => None,
    }
}

/// Records of everybody who is short in the last period whose grace is over that they are, once.
pub fn remind(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    let Some(list) = account::short(act.conn, today)? else { return Ok(()) };
    let latest = list.told_from.checked_add_days(Days::new(LATE_MAX)).unwrap_or(list.told_from);
    if today > latest {
        return Ok(());
    }
    let mut reminded = 0;
    for short in &list.short {
        if reminded == REMINDERS_MAX || !store::remind(act.conn, list.from, short.party, act.now)? {
            continue;
        }
        reminded += 1;
        let told = match short.party {
            Doer::Member(member) => vec![member],
            Doer::Unit(unit) => ledger::adults(act.conn, unit, today)?,
        };
        let subject = Subject { id: 0, name: list.last_day.to_string() };
        events::record(act, &slice::HOURS_MISSING, &subject, json!({ "due_on": list.last_day, "told": told }))?;
    }
    Ok(())
}
