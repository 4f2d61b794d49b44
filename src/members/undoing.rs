//! Taking a change of somebody's status back that was entered a moment ago: the ledger is again, row by row, what it was.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::store::{self, Entry};
use super::{Change, Status, change_status, departures, ledger, record, slice};
use crate::platform::error::Result;
use crate::platform::keys::digest;
use crate::platform::session::hex;
use crate::platform::undo::changed_since;
use crate::platform::visit::Act;

/// What tells the ledger that a change left from any other, and the rows in which it differs from the one before.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Undoing {
    left: String,
    /// The day of the status that was given.
    given: NaiveDate,
    new: Vec<NaiveDate>,
    was: Vec<Entry>,
}

fn mark(entries: &[Entry]) -> Result<String> {
    Ok(hex(&digest(&serde_json::to_string(entries).map_err(anyhow::Error::new)?)))
}

/// Gives a status, see `change_status`; and what takes that back.
pub fn change_status_undoably(act: &mut Act<'_>, id: i64, change: &Change) -> Result<(Option<NaiveDate>, Undoing)> {
    store::locked_ledger(act.conn, id)?;
    let before = store::entries(act.conn, id)?;
    let end = change_status(act, id, change)?;
    let after = store::entries(act.conn, id)?;
    let besides = |all: &[Entry], others: &[Entry]| -> Vec<Entry> {
        all.iter().filter(|entry| !others.contains(entry)).cloned().collect()
    };
    let undoing = Undoing {
        left: mark(&after)?,
        given: change.from,
        new: besides(&after, &before).iter().map(|entry| entry.since).collect(),
        was: besides(&before, &after),
    };
    Ok((end, undoing))
}

/// The status of a day and since when, as an event tells them.
fn side(entries: &[Entry], day: NaiveDate) -> Value {
    let entry = entries.iter().rfind(|entry| entry.since <= day);
    entry.map_or(Value::Null, |entry| json!({ "status": entry.status, "from": entry.since }))
}

/// Takes a change of status back.
///
/// # Errors
/// `Conflict` when the ledger was changed since.
pub fn take_status_back(act: &mut Act<'_>, id: i64, undoing: &Undoing) -> Result<()> {
    store::locked_ledger(act.conn, id)?;
    let left = store::entries(act.conn, id)?;
    if mark(&left)? != undoing.left {
        return Err(changed_since());
    }
    for since in &undoing.new {
        store::remove_step(act.conn, id, *since)?;
    }
    for entry in &undoing.was {
        store::put_entry(act.conn, id, entry)?;
    }
    let now = store::entries(act.conn, id)?;
    let detail = json!({
        "before": side(&left, undoing.given),
        "after": side(&now, undoing.given),
        "ledger": ledger::told_of(act.conn, id)?,
    });
    record(act, &slice::MEMBER_STATUS_CORRECTED, id, detail)?;
    if left.iter().chain(&now).any(|entry| entry.status == Status::Former.word()) {
        departures::follow(act, id)?;
    }
    Ok(())
}

/// At which version the details of a member stand.
pub fn version(conn: &mut PgConnection, id: i64) -> Result<i32> {
    Ok(store::whole(conn, id)?.1)
}

/// Refuses to take something back when the details stand no more at the version that it left.
pub fn must_be_at(conn: &mut PgConnection, id: i64, left: i32) -> Result<()> {
    if version(conn, id)? == left { Ok(()) } else { Err(changed_since()) }
}
