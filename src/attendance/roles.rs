//! Who leads a meeting, who writes its minutes, who keeps its door.

use serde_json::json;

use super::slice::{self, about};
use super::{store, to_lead};
use crate::meetings;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, difference};
use crate::platform::visit::Act;

fn must_be_here(act: &mut Act<'_>, field: &str, member: Option<i64>) -> Result<()> {
    let today = act.today();
    match member {
        Some(member) if !store::is_here(act.conn, member, today)? => Err(Error::field(field, "wrong-choice")),
        _ => Ok(()),
    }
}

/// Says who leads a meeting and who writes its minutes, and lets one more keep the door.
///
/// # Errors
/// `Forbidden` to who does not lead it; `Invalid` on a field that names nobody.
pub fn name_roles(
    act: &mut Act<'_>,
    id: i64,
    (chair, secretary): (Option<i64>, Option<i64>),
    doorkeeper: Option<i64>,
) -> Result<()> {
    let held = to_lead(act, id)?;
    for (field, member) in [("chair", chair), ("secretary", secretary), ("doorkeeper", doorkeeper)] {
        must_be_here(act, field, member)?;
    }
    let meeting = &held.meeting;
    let before = json!({ "chair_id": meeting.chair_id, "secretary_id": meeting.secretary_id });
    let after = json!({ "chair_id": chair, "secretary_id": secretary });
    if let Some(mut changed) = difference(&before, &after) {
        meetings::lead(act.conn, id, chair, secretary)?;
        changed["about"] = about(id).into();
        events::record(act, &slice::ATTENDANCE_LED, &meeting.subject(), changed)?;
    }
    if let Some(member) = doorkeeper
        && store::name_doorkeeper(act.conn, id, member)?
    {
        events::record(act, &slice::ATTENDANCE_DOORKEEPER_NAMED, &meeting.subject(), json!({ "member_id": member }))?;
    }
    Ok(())
}

/// Somebody keeps the door no more.
///
/// # Errors
/// As for `name_roles`; `NotFound` when they do not keep it.
pub fn dismiss(act: &mut Act<'_>, id: i64, member: i64) -> Result<()> {
    let held = to_lead(act, id)?;
    if !store::dismiss_doorkeeper(act.conn, id, member)? {
        return Err(Error::NotFound);
    }
    let detail = json!({ "member_id": member });
    events::record(act, &slice::ATTENDANCE_DOORKEEPER_DISMISSED, &held.meeting.subject(), detail)?;
    Ok(())
}
