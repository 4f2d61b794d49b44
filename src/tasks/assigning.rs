//! Who may be given a task, and telling it.

use serde_json::json;

use super::{NewTask, Owner, Task, manages, rules, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;
use crate::{committees, members, units};

/// The name of the new owner, once it is clear that they exist and may be given the task.
pub(super) fn check_owner(act: &mut Act<'_>, was: Option<Owner>, new: &NewTask) -> Result<Option<String>> {
    if let Some(committee) = new.committee_id
        && !store::committee_exists(act.conn, committee)?
    {
        return Err(Error::field("committee_id", "wrong-choice"));
    }
    let Some(owner) = new.owner else { return Ok(None) };
    let name = store::owner_name(act.conn, owner)?.ok_or_else(|| Error::field("assignee", "wrong-choice"))?;
    let (manages, own, today) = (manages(act), act.viewer.and_then(|viewer| viewer.member_id), act.today());
    let own_units = match own {
        Some(member) if !manages => units::of_member(act.conn, member, today)?.into_iter().map(|(id, _)| id).collect(),
        _ => Vec::new(),
    };
    let team = match (own, new.committee_id) {
        (Some(own), Some(committee)) if !manages => {
            committees::team(act.conn, own, today)?.into_iter().filter(|one| one.committee == committee).collect()
        }
        _ => Vec::new(),
    };
    let team: Vec<i64> = team.iter().map(|one| one.member).collect();
    if !rules::may_give(manages, own, &own_units, &team, was, new.owner) {
        return Err(Error::field("assignee", "wrong-not-yours-to-give"));
    }
    if let (Owner::Member(member), true) = (owner, was != new.owner) {
        members::must_be_here(act.conn, member, new.due_on.unwrap_or(today).max(today), "assignee")?;
    }
    Ok(Some(name))
}

/// Says that somebody was given a task, unless they gave it to themselves.
pub(super) fn record_assigned(
    act: &mut Act<'_>,
    subject: &Subject,
    was: Option<Owner>,
    new: &NewTask,
    name: Option<String>,
) -> Result<()> {
    let own = act.viewer.and_then(|viewer| viewer.member_id).map(Owner::Member);
    if new.owner.is_none() || new.owner == own || new.owner == was {
        return Ok(());
    }
    let detail = json!({ "after": { "member_id": new.member_id(), "unit_id": new.unit_id(), "name": name, "due_on": new.due_on } });
    events::record(act, &slice::TASK_ASSIGNED, subject, detail)?;
    Ok(())
}

/// Says that somebody does not have a task any longer.
pub(super) fn record_taken_away(act: &mut Act<'_>, task: &Task) -> Result<()> {
    if task.owner().is_some() {
        let detail = json!({ "before": { "member_id": task.member_id, "unit_id": task.unit_id } });
        events::record(act, &slice::TASK_TAKEN_AWAY, &task.subject(), detail)?;
    }
    Ok(())
}
