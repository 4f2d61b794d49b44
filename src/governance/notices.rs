//! Whom to tell about a filing: those who sit where it is seen to, a month and a week before its day, once each.

use serde_json::json;

use super::{rules, slice, store};
use crate::platform::error::Result;
use crate::platform::events::{self, Event, Subject};
use crate::platform::slice::Telling;
use crate::platform::visit::Act;

/// The most reminders of one run; the next run, an hour later, goes on.
const REMINDERS_MAX: i64 = 200;

pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    if !event.is(&slice::FILING_DUE_SOON) {
        return Ok(Vec::new());
    }
    let today = act.today();
    let members = store::responsible(act.conn, event.subject_id.unwrap_or_default(), today)?;
    Ok(vec![Telling::members(&slice::FILING_DUE_SOON_NOTICE, members)])
}

/// Records of filings that they are due soon. One that is written down in its last week is told once.
pub fn remind(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    for days in rules::REMINDERS.into_iter().rev() {
        for due in store::take_due(act.conn, today, days, REMINDERS_MAX)? {
            let subject = Subject { id: due.id, name: due.title_en.clone() };
            let detail =
                json!({ "title_en": due.title_en, "title_fr": due.title_fr, "after": { "due_on": due.due_on } });
            events::record(act, &slice::FILING_DUE_SOON, &subject, detail)?;
        }
    }
    Ok(())
}
