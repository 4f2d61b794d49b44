//! Units (shown as "homes"): what there is to live in, and who lives there, on any day.
//!
//! Who lived where on a day is always answered from dated occupancies; the day of leaving is the first on which it is over.

pub mod api;
mod departing;
mod merging;
pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;
pub mod undoing;

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

pub use store::{Occupant, Unit};

use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::visit::Act;

/// The kinds of units, as stored.
pub const KINDS: [&str; 7] = ["apartment", "townhouse", "house", "room", "parking", "storage", "common_room"];

/// Those that people live in. The others are never vacant.
pub const DWELLINGS: [&str; 4] = ["apartment", "townhouse", "house", "room"];

/// What is known of a unit, or to be known of a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewUnit {
    pub label: String,
    pub kind: &'static str,
    pub block: String,
    pub floor: Option<i32>,
    pub bedrooms: Option<i32>,
    /// Square metres.
    pub area_m2: Option<i32>,
    pub accessible: bool,
    /// How many people it is meant for, as the co-op's occupancy standard says.
    pub occupants_min: Option<i32>,
    pub occupants_max: Option<i32>,
    /// How many votes the home has, where the co-op counts by homes.
    pub votes: i32,
}

impl NewUnit {
    /// What it is called where it stands alone. The database says the same (`units.name`).
    pub fn name(&self) -> String {
        if self.block.is_empty() { self.label.clone() } else { format!("{} ({})", self.label, self.block) }
    }
}

impl Default for NewUnit {
    fn default() -> Self {
        Self {
            label: String::new(),
            kind: "apartment",
            block: String::new(),
            floor: None,
            bedrooms: None,
            area_m2: None,
            accessible: false,
            occupants_min: None,
            occupants_max: None,
            votes: 1,
        }
    }
}

/// As what somebody lives in a home. Guests do not count towards how many it has.
pub const RELATIONS: [&str; 3] = ["member", "household", "guest"];

/// Adds a unit.
///
/// # Errors
/// `Invalid` on `label` when another unit of the building has it.
pub fn add(act: &mut Act<'_>, new: &NewUnit) -> Result<i64> {
    if store::label_is_taken(act.conn, &new.label, &new.block)? {
        return Err(Error::field("label", "unit-label-taken"));
    }
    let id = store::insert(act.conn, new)?;
    let subject = Subject { id, name: new.name() };
    events::record(act, &slice::UNIT_ADDED, &subject, json!({ "after": { "label": new.label, "kind": new.kind } }))?;
    Ok(id)
}

/// Changes what is known of a unit. `version` is the one that was seen.
///
/// # Errors
/// `Conflict` when somebody else was quicker; `Invalid` on `label` when another unit of the building has it.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, details: &NewUnit) -> Result<()> {
    let before = store::unit(act.conn, id)?;
    let moves = before.label != details.label || before.block != details.block;
    if moves && store::label_is_taken(act.conn, &details.label, &details.block)? {
        return Err(Error::field("label", "unit-label-taken"));
    }
    let Some(difference) = difference(&json!(before.details()), &json!(details)) else { return Ok(()) };
    if version != before.version || !store::update(act.conn, id, version, details)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let subject = Subject { id, name: details.name() };
    events::record(act, &slice::UNIT_CHANGED, &subject, difference)?;
    Ok(())
}

/// Somebody lives in a unit from a day on, as a member; until they leave the co-op, where that is known.
///
/// # Errors
/// `Invalid` on `occupant_id` when they live there already at that time, or have left the co-op by then.
pub fn move_in(act: &mut Act<'_>, unit: i64, member: i64, from: NaiveDate) -> Result<()> {
    move_in_as(act, unit, member, from, "member")
}

/// The same, as one of `RELATIONS`.
pub fn move_in_as(act: &mut Act<'_>, unit: i64, member: i64, from: NaiveDate, relation: &'static str) -> Result<()> {
    let subject = Subject { id: unit, name: store::name(act.conn, unit)? };
    members::must_be_here(act.conn, member, from, "occupant_id")?;
    if store::lives_there_after(act.conn, unit, member, from)? {
        return Err(Error::field("occupant_id", "unit-lives-there"));
    }
    store::insert_occupancy(act.conn, unit, member, from, relation)?;
    let detail = json!({ "after": { "member_id": member, "from": from, "relation": relation } });
    events::record(act, &slice::UNIT_MOVED_IN, &subject, detail)?;
    members::ends_with_them(act, member)
}

/// Somebody new of an import, and the home they live in.
#[derive(Debug, Clone, Copy)]
pub struct MovingIn {
    pub unit: i64,
    pub member: i64,
    pub from: NaiveDate,
    /// Whether they moved in on that day; else nobody knows when.
    pub since_known: bool,
}

/// Many people who are new live in homes, for an import.
pub fn move_in_all(act: &mut Act<'_>, stays: &[MovingIn]) -> Result<()> {
    store::insert_occupancies(act.conn, stays)?;
    let names = store::names(act.conn, &stays.iter().map(|stay| stay.unit).collect::<Vec<_>>())?;
    let told = stays.iter().map(|stay| {
        let subject = Subject { id: stay.unit, name: names.get(&stay.unit).cloned().unwrap_or_default() };
        (subject, json!({ "after": { "member_id": stay.member, "from": stay.from, "relation": "member" } }))
    });
    events::record_all(act, &slice::UNIT_MOVED_IN, told.collect())
}

/// Somebody lives in a unit no more from a day on.
///
/// # Errors
/// `NotFound` when they do not live there; `Invalid` on `moved_out_on` when they moved in on that day or later.
pub fn move_out(act: &mut Act<'_>, unit: i64, member: i64, on: NaiveDate) -> Result<()> {
    let subject = Subject { id: unit, name: store::name(act.conn, unit)? };
    let since = store::lives_there_since(act.conn, unit, member)?.ok_or(Error::NotFound)?;
    if on <= since {
        return Err(Error::field("moved_out_on", "unit-moved-in-later"));
    }
    store::end_occupancy(act.conn, unit, member, since, on)?;
    events::record(act, &slice::UNIT_MOVED_OUT, &subject, json!({ "after": { "member_id": member, "on": on } }))?;
    Ok(())
}

/// A time in a home as it should have been entered.
#[derive(Debug, Clone, Copy)]
pub struct Stay {
    pub from: NaiveDate,
    /// The first day on which it is over.
    pub until: Option<NaiveDate>,
    /// One of `RELATIONS`.
    pub relation: &'static str,
}

/// Puts a time in a home right that was entered wrongly; nothing takes it out.
///
/// # Errors
/// `NotFound` when this home has no such time; `Invalid` on `moved_out_on` when it would end before it began, on `moved_in_on` when
/// they live there already at that time.
pub fn correct_stay(act: &mut Act<'_>, unit: i64, id: i64, right: Option<&Stay>) -> Result<()> {
    let subject = Subject { id: unit, name: store::name(act.conn, unit)? };
    let was = store::stay(act.conn, unit, id)?;
    match right {
        Some(right) if right.until.is_some_and(|until| until <= right.from) => {
            return Err(Error::field("moved_out_on", "unit-moved-in-later"));
        }
        Some(right) if store::lives_there_besides(act.conn, unit, &was, right)? => {
            return Err(Error::field("moved_in_on", "unit-lives-there"));
        }
        Some(right) => store::correct_stay(act.conn, id, right)?,
        None => store::remove_stay(act.conn, id)?,
    }
    let side = |from: NaiveDate, until: Option<NaiveDate>, relation: &str| json!({ "member_id": was.member_id, "from": from, "until": until, "relation": relation });
    let after = right.map(|right| side(right.from, right.until, right.relation));
    let detail = json!({ "before": side(was.from, was.until, &was.relation), "after": after });
    events::record(act, &slice::UNIT_STAY_CORRECTED, &subject, detail)?;
    members::ends_with_them(act, was.member_id)
}

/// One time of somebody in a home.
pub fn stay(conn: &mut PgConnection, unit: i64, id: i64) -> Result<Occupant> {
    store::stay(conn, unit, id)
}

/// Somebody never lived in a unit after all: a stay that began on this day is as if it had never been.
pub fn take_stay_back(act: &mut Act<'_>, unit: i64, member: i64, from: NaiveDate) -> Result<()> {
    match store::stay_that_began(act.conn, unit, member, from)? {
        Some(id) => correct_stay(act, unit, id, None),
        None => Ok(()),
    }
}

/// The most children a home may have.
pub const CHILDREN_MAX: i64 = 20;

/// How many children live in a unit on a day: the last count on or before it, as long as one of the adults of that day is still
/// there. Who moves in after everybody left begins with none.
pub fn children(conn: &mut PgConnection, unit: i64, day: NaiveDate) -> Result<i64> {
    store::children(conn, unit, day)
}

/// Whether somebody who is no guest lives in a unit on a day.
pub fn is_lived_in(conn: &mut PgConnection, unit: i64, day: NaiveDate) -> Result<bool> {
    store::is_lived_in(conn, unit, day)
}

/// So many children live in a unit from a day on: counted, never named.
///
/// # Errors
/// `Invalid` on `children_since` when no adult lives there on that day; on `children` when there are too many.
pub fn count_children(act: &mut Act<'_>, unit: i64, since: NaiveDate, children: i64) -> Result<()> {
    let subject = Subject { id: unit, name: store::name(act.conn, unit)? };
    if !(0..=CHILDREN_MAX).contains(&children) {
        return Err(Error::field("home_children", "wrong-children"));
    }
    if !store::is_lived_in(act.conn, unit, since)? {
        return Err(Error::field("children_since", "wrong-children-alone"));
    }
    store::put_children(act.conn, unit, since, children)?;
    events::record(
        act,
        &slice::UNIT_CHILDREN_COUNTED,
        &subject,
        json!({ "after": { "children": children, "from": since } }),
    )?;
    Ok(())
}

/// Every unit with who lives there on a day, by block, floor from the top, and label. `own` marks the viewer's own.
pub fn list(conn: &mut PgConnection, day: NaiveDate, own: Option<i64>) -> Result<Vec<Unit>> {
    store::list(conn, day, own)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Unit> {
    store::unit(conn, id)
}

/// Everybody who lives or lived in a unit, the latest first. `day` says who is a former member.
pub fn occupants(conn: &mut PgConnection, id: i64, day: NaiveDate) -> Result<Vec<Occupant>> {
    store::occupants(conn, id, day)
}

/// The unit of this name, whatever the case, if there is one.
pub fn labelled(conn: &mut PgConnection, label: &str) -> Result<Option<i64>> {
    store::labelled(conn, label)
}

/// Units that can be chosen in a form: id and name.
pub fn options(conn: &mut PgConnection) -> Result<Vec<(i64, String)>> {
    store::options(conn)
}

/// In which home each member lives on a day, but as a guest, and how many votes it has; of several the one where they live longest.
pub fn homes_on(conn: &mut PgConnection, day: NaiveDate) -> Result<HashMap<i64, (i64, i32)>> {
    store::homes_on(conn, day)
}

/// The names of some units, by id.
pub fn names(conn: &mut PgConnection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    store::names(conn, ids)
}

/// The units where a member lives on a day.
pub fn of_member(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    store::of_member(conn, member, day)
}
