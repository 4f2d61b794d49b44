//! Bringing attendance sheets in, and taking them out again.

use serde_json::json;

use super::{Plan, Stands};
use crate::attendance::sheets::{self, Sheet};
use crate::imports::asked::Group;
use crate::imports::entry::Steps;
use crate::imports::undo::{Journal, Undone};
use crate::imports::{Outcome, slice};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::visit::Act;

/// Brings in what a plan says, a meeting at a time. `import` is told how far it is.
pub fn enter(act: &mut Act<'_>, plan: &Plan, import: Option<i64>) -> Result<(Outcome, Journal)> {
    let mut journal = Journal::default();
    let mut steps = Steps { import, done: 0, total: plan.coming().count() };
    let mut made = 0;
    for (of, meeting) in plan.meetings.iter().enumerate() {
        let known = match meeting.stands {
            Stands::New => None,
            Stands::Known(id) => Some(id),
            _ => continue,
        };
        let marks = plan.sheet(of);
        if marks.is_empty() {
            continue;
        }
        let starts_at = match (known, plan.starts_at) {
            (None, None) => return Err(Error::Conflict("import-register-changed")),
            (_, time) => time.unwrap_or_default(),
        };
        let sheet = Sheet {
            meeting: known,
            kind: meeting.kind,
            committee_id: meeting.committee_id,
            held_on: meeting.day,
            starts_at,
            marks,
        };
        let (id, noted) = sheets::bring(act, &sheet)?;
        made += usize::from(noted.made);
        journal.meetings.insert(id, noted);
        steps.take(act, steps.total / plan.meetings.len())?;
    }
    let of = |group: Group| plan.rows.iter().filter(|row| row.group == group).count();
    let (added, changed) = plan.notes();
    let outcome = Outcome {
        added,
        changed,
        same: of(Group::Same),
        left_out: of(Group::Problem) + of(Group::Asked) + of(Group::LeftOut),
        meetings: made,
        ..Outcome::default()
    };
    let told = json!({ "meetings": made, "added": added, "changed": changed, "left_out": outcome.left_out });
    events::record_of_coop(act, &slice::MEETINGS_IMPORTED, told)?;
    Ok((outcome, journal))
}

/// Takes out what an import brought, but what was changed since.
pub fn undo(act: &mut Act<'_>, journal: &Journal) -> Result<Undone> {
    let mut undone = Undone::default();
    for (id, noted) in &journal.meetings {
        if sheets::take_back(act, *id, noted)? {
            undone.removed += 1;
        } else {
            undone.left_alone.push(*id);
        }
    }
    let detail = json!({ "removed": undone.removed, "left_alone": undone.left_alone.len() });
    events::record_of_coop(act, &slice::MEETINGS_IMPORT_UNDONE, detail)?;
    Ok(undone)
}
