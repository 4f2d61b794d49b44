//! Whom to tell about a decision: those who run votes, on the day of its review, once.

use serde_json::json;

use super::{record, slice, store};
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::slice::NoticeKind;
use crate::platform::visit::Act;
use crate::policy::Permission;

/// The most reminders of one run; the next run, an hour later, goes on.
const REMINDERS_MAX: i64 = 100;

/// What everybody is told who may do something about it.
pub fn for_office(event: &Event) -> Option<(&'static NoticeKind, Permission)> {
    event.is(&slice::DECISION_REVIEW_DUE).then_some((&slice::DECISION_REVIEW_NOTICE, Permission::PollsManage))
}

/// Records of decisions in force that their day of review has come.
pub fn remind(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    for due in store::take_due(act.conn, today, REMINDERS_MAX)? {
        let decision = store::find(act.conn, due.number)?;
        record(act, &slice::DECISION_REVIEW_DUE, &decision, json!({ "after": { "review_on": decision.review_on } }))?;
    }
    Ok(())
}
