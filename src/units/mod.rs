//! Units (shown as "homes"): what there is to live in, and who lives there, on any day.

mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;

/// The kinds of units, as stored.
pub const KINDS: [&str; 7] = ["apartment", "townhouse", "house", "room", "parking", "storage", "common_room"];

#[derive(Debug, Clone)]
pub struct NewUnit {
    pub label: String,
    pub kind: &'static str,
    pub block: String,
    pub floor: Option<i32>,
    pub bedrooms: Option<i32>,
    /// Square metres.
    pub area_m2: Option<i32>,
    pub accessible: bool,
}

/// Adds a unit.
///
/// # Errors
/// `Invalid` on `label` when another unit has it.
pub fn add(act: &mut Act<'_>, new: &NewUnit) -> Result<i64> {
    if store::label_is_taken(act.conn, &new.label)? {
        return Err(Error::field("label", "unit-label-taken"));
    }
    let id = store::insert(act.conn, new)?;
    let subject = Subject { kind: "unit", id, name: new.label.clone() };
    events::record(act, "unit.added", &subject, json!({ "after": { "label": new.label, "kind": new.kind } }))?;
    Ok(id)
}

/// Somebody lives in a unit from a day on.
///
/// # Errors
/// `Invalid` on `member_id` when they live there already at that time.
pub fn move_in(act: &mut Act<'_>, unit: i64, member: i64, from: NaiveDate) -> Result<()> {
    store::insert_occupancy(act.conn, unit, member, from).map_err(|error| match error {
        Error::Internal(cause) if cause.to_string().contains("occupancies") => {
            Error::field("member_id", "unit-lives-there")
        }
        other => other,
    })?;
    let subject = Subject { kind: "unit", id: unit, name: store::label(act.conn, unit)? };
    events::record(act, "unit.moved_in", &subject, json!({ "after": { "member_id": member, "from": from } }))?;
    Ok(())
}

/// Units that can be chosen in a form: id and label.
pub fn options(conn: &mut PgConnection) -> Result<Vec<(i64, String)>> {
    store::options(conn)
}

/// The units where a member lives on a day.
pub fn of_member(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    store::of_member(conn, member, day)
}

/// How many homes there are, and in how many of them somebody lives on a day. Parking, storage and common rooms are none.
pub fn homes(conn: &mut PgConnection, day: NaiveDate) -> Result<(i64, i64)> {
    store::homes(conn, day)
}
