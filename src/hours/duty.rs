//! What the co-op asks for: one rule at a time, each from a day on. A rule that has begun is not changed for the past but by a later one;
//! one of the same day takes its place.

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::Duty;
use super::slice;
use super::store::{duties as store, ledger};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, difference};
use crate::platform::visit::Act;

/// The duties by their day, and the month in which the co-op's year starts.
pub fn all(conn: &mut PgConnection) -> Result<(Vec<Duty>, u32)> {
    ledger::duties(conn)
}

/// Asks for hours from a month on, or for none.
///
/// # Errors
/// `Invalid` on `duty_from` when it is not the first of a month or a later rule is set already, on `duty_committee` when there is no such
/// committee.
pub fn set(act: &mut Act<'_>, new: &Duty) -> Result<()> {
    if new.starts_on.day() != 1 {
        return Err(Error::field("duty_from", "wrong-duty-first"));
    }
    let (duties, _) = ledger::duties(act.conn)?;
    if duties.last().is_some_and(|last| last.starts_on > new.starts_on) {
        return Err(Error::field("duty_from", "wrong-duty-later"));
    }
    if let Some(committee) = new.committee_id
        && !store::committee_is_open(act.conn, committee)?
    {
        return Err(Error::field("duty_committee", "wrong-choice"));
    }
    let was = duties.iter().find(|duty| duty.starts_on == new.starts_on);
    let before = was.map_or_else(|| json!({}), facts);
    let Some(changed) = difference(&before, &facts(new)) else { return Ok(()) };
    store::put(act.conn, new, act.viewer.map(|viewer| viewer.account_id), act.now)?;
    events::record_of_coop(act, &slice::DUTY_SET, changed)
}

/// Takes a rule back that has not begun.
///
/// # Errors
/// `NotFound` when there is none of that day; `Conflict` once it has begun.
pub fn remove(act: &mut Act<'_>, starts_on: NaiveDate) -> Result<()> {
    let (duties, _) = ledger::duties(act.conn)?;
    let was = duties.iter().find(|duty| duty.starts_on == starts_on).ok_or(Error::NotFound)?;
    if starts_on <= act.today() {
        return Err(Error::Conflict("conflict-duty-begun"));
    }
    store::remove(act.conn, starts_on)?;
    events::record_of_coop(act, &slice::DUTY_REMOVED, json!({ "before": facts(was) }))
}

fn facts(duty: &Duty) -> Value {
    json!({ "duty_from": duty.starts_on, "duty_per": duty.per, "duty_minutes": duty.minutes, "duty_months": duty.months,
            "duty_carry": duty.carry, "duty_carry_minutes": duty.carry_minutes, "duty_grace": duty.grace_days,
            "committee_id": duty.committee_id })
}
