//! Open tasks of who leaves the co-op are given free again, and those of a committee that closes are the co-op's.
//!
//! What is done stays theirs: it is what they did. A household's tasks stay with the home.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::slice;
use super::store::departing as store;
use crate::platform::departure::{Closing, Departure, Fate, Hanging, Verbs};
use crate::platform::error::Result;
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;

pub const HANGING: &[Hanging] =
    &[Hanging { name: "tasks", select: store::TASKS, fate: Fate::OnTheDay(Verbs { end, restore }) }];

fn end(act: &mut Act<'_>, departure: &Departure) -> Result<Vec<Value>> {
    let freed = store::free(act.conn, departure.member)?;
    let before = json!({ "before": { "member_id": departure.member } });
    let told = freed.iter().map(|task| (Subject { id: task.id, name: task.title.clone() }, before.clone())).collect();
    events::record_all(act, &slice::TASK_FREED, told)?;
    Ok(freed.into_iter().map(|task| json!({ "task": task.id })).collect())
}

/// Not what somebody else took meanwhile, or what is done.
fn restore(act: &mut Act<'_>, departure: &Departure, was: &Value) -> Result<bool> {
    let (id, member) = (was["task"].as_i64().unwrap_or_default(), departure.member);
    let Some(name) = store::give_back(act.conn, id, member)? else { return store::has(act.conn, id, member) };
    let detail = json!({ "after": { "member_id": member } });
    events::record(act, &slice::TASK_GIVEN_BACK, &Subject { id, name }, detail)?;
    Ok(true)
}

// ---- a committee closes ----

pub const CLOSING: Closing = Closing { count: open_of_committee, end: hand_to_coop, restore: give_back_to_committee };

/// How many open tasks a committee has.
fn open_of_committee(conn: &mut PgConnection, committee: i64) -> Result<usize> {
    Ok(store::of_committee(conn, committee)?.len())
}

/// The open tasks of a committee become the co-op's own. A value for each, which is enough to give it back.
fn hand_to_coop(act: &mut Act<'_>, committee: i64) -> Result<Vec<Value>> {
    let handed = store::hand_to_coop(act.conn, committee)?;
    let detail = json!({ "before": { "committee_id": committee }, "after": { "committee_id": null } });
    let told = handed.iter().map(|task| (Subject { id: task.id, name: task.title.clone() }, detail.clone())).collect();
    events::record_all(act, &slice::TASK_EDITED, told)?;
    Ok(handed.into_iter().map(|task| json!({ "task": task.id })).collect())
}

/// A task is a committee's again that was its before it closed. False where it is done, or another's.
fn give_back_to_committee(act: &mut Act<'_>, committee: i64, was: &Value) -> Result<bool> {
    let id = was["task"].as_i64().unwrap_or_default();
    let Some(name) = store::give_to_committee(act.conn, id, committee)? else { return Ok(false) };
    let detail = json!({ "before": { "committee_id": null }, "after": { "committee_id": committee } });
    events::record(act, &slice::TASK_EDITED, &Subject { id, name }, detail)?;
    Ok(true)
}
