//! Who manages one committee, and what they do: whoever leads it, that committee and nothing else.
//!
//! Routes let in by role; whether somebody leads *this* committee today is asked here, by every verb and page that needs it.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::rules::{self, Power, Refusal};
use super::slice;
use super::store::Candidate;
use super::{join, leave, store, subject};
use crate::members;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events;
use crate::platform::visit::{Act, Visit};
use crate::policy::Permission;

/// What the visitor may do with a committee today.
///
/// # Errors
/// `NotFound` when there is no such committee.
pub fn power(conn: &mut PgConnection, visit: &Visit, committee: i64) -> Result<Power> {
    let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
    power_of(conn, visit.may(Permission::MembersWrite), member, committee, visit.today())
}

fn power_of(
    conn: &mut PgConnection,
    keeps_register: bool,
    member: Option<i64>,
    committee: i64,
    day: NaiveDate,
) -> Result<Power> {
    let leads = store::leads_on(conn, committee, member, day)?;
    Ok(Power { keeps_register, leads })
}

/// The power of whoever acts.
///
/// # Errors
/// `NotFound` when there is no such committee; `Forbidden` for whoever neither leads it today nor keeps the register.
pub fn must_manage(act: &mut Act<'_>, committee: i64) -> Result<Power> {
    let member = act.viewer.and_then(|viewer| viewer.member_id);
    // The program itself, which makes the demo co-op, keeps the register.
    let keeps = act.viewer.is_none() || act.may(Permission::MembersWrite);
    let today = act.today();
    let power = power_of(act.conn, keeps, member, committee, today)?;
    if power.manages() { Ok(power) } else { Err(Error::Forbidden) }
}

fn must_be_open(act: &mut Act<'_>, committee: i64) -> Result<()> {
    match store::life(act.conn, committee)?.closed_on {
        Some(_) => Err(Error::Conflict("conflict-committee-closed")),
        None => Ok(()),
    }
}

/// Whoever manages a committee puts somebody on it from a day on.
///
/// # Errors
/// `Forbidden`; `Conflict` when the committee is closed; `Invalid` on `seat_member` when there is no such member then or they sit
/// there already, on `seat_from` when they still sat there on that day.
pub fn put_in(act: &mut Act<'_>, committee: i64, member: i64, from: NaiveDate) -> Result<()> {
    must_manage(act, committee)?;
    must_be_open(act, committee)?;
    let day = from.max(act.today());
    members::must_be_here(act.conn, member, day, "seat_member").map_err(|error| match error {
        Error::NotFound => Error::field("seat_member", "wrong-choice"),
        other => other,
    })?;
    match store::last_seat(act.conn, committee, member)? {
        Some((_, None)) => Err(Error::field("seat_member", "committee-sits-already")),
        Some((_, Some(until))) if until > from => Err(with_day("seat_from", "committee-sat-until", until)),
        _ => join(act, committee, member, from),
    }
}

/// Some members, and what stands in the way of a seat on a committee from today on.
pub fn candidates(conn: &mut PgConnection, committee: i64, members: &[i64], day: NaiveDate) -> Result<Vec<Candidate>> {
    store::candidates(conn, committee, members, day)
}

/// Puts several people on a committee from a day on, but for those who sit there already or have left. How many.
///
/// # Errors
/// `Invalid` on `member` when nobody is left to put there; as for `put_in` otherwise, and then nobody is.
pub fn put_in_all(act: &mut Act<'_>, committee: i64, members: &[i64], from: NaiveDate) -> Result<usize> {
    let day = from.max(act.today());
    let found = store::candidates(act.conn, committee, members, day)?;
    let may: Vec<_> = found.into_iter().filter(|one| !one.former && !one.sits).collect();
    if may.is_empty() {
        return Err(Error::field("", "several-none"));
    }
    for one in &may {
        put_in(act, committee, one.id, from)?;
    }
    Ok(may.len())
}

/// Whoever manages a committee takes somebody off it from a day on. Their lead ends with their seat.
///
/// # Errors
/// `Forbidden`; `Invalid` on `leaving_member` when they do not sit there.
pub fn take_out(act: &mut Act<'_>, committee: i64, member: i64, on: NaiveDate) -> Result<()> {
    must_manage(act, committee)?;
    match store::last_seat(act.conn, committee, member)? {
        Some((_, until)) if until.is_none_or(|until| until > on) => leave(act, committee, member, on),
        _ => Err(Error::field("leaving_member", "wrong-choice")),
    }
}

/// Somebody who sits on a committee leads it from a day on, in the place of somebody else where one is named.
///
/// # Errors
/// `Forbidden` for whoever does not manage it, and for a lead who names anybody but who follows themselves; `Invalid` on
/// `lead_member` when they do not sit there, lead it already, or enough others do.
pub fn name_lead(
    act: &mut Act<'_>,
    committee: i64,
    member: i64,
    from: NaiveDate,
    instead_of: Option<i64>,
) -> Result<()> {
    let power = must_manage(act, committee)?;
    let own = act.viewer.and_then(|viewer| viewer.member_id);
    if !power.may_name_lead(own, instead_of) {
        return Err(Error::Forbidden);
    }
    must_be_open(act, committee)?;
    let leads = store::locked_leads(act.conn, committee)?;
    rules::can_lead(&leads, member, from, instead_of).map_err(|refusal| match refusal {
        Refusal::LeadsAlready => Error::field("lead_member", "committee-leads-already"),
        Refusal::Enough => Error::field("lead_member", "committee-leads-enough"),
        Refusal::NobodyToFollow => Error::field("instead_of", "wrong-choice"),
    })?;
    match store::last_seat(act.conn, committee, member)? {
        Some((since, until)) if since <= from && until.is_none_or(|until| until > from) => {}
        Some((since, None)) => return Err(with_day("lead_from", "committee-sits-since", since)),
        _ => return Err(Error::field("lead_member", "committee-lead-must-sit")),
    }
    if let Some(former) = instead_of {
        store::end_lead(act.conn, committee, former, from)?;
    }
    store::insert_lead(act.conn, committee, member, from)?;
    let subject = subject(act, committee)?;
    let detail = json!({
        "before": { "member_id": instead_of },
        "after": { "member_id": member, "from": from },
    });
    events::record(act, &slice::COMMITTEE_LEAD_NAMED, &subject, detail)?;
    members::ends_with_them(act, member)
}

/// Somebody leads a committee no more from a day on, and stays on it.
///
/// # Errors
/// `Forbidden` for everybody but who keeps the register and the lead; `Invalid` on `ending_lead` when they do not lead it.
pub fn end_lead(act: &mut Act<'_>, committee: i64, member: i64, on: NaiveDate) -> Result<()> {
    let power = must_manage(act, committee)?;
    let own = act.viewer.and_then(|viewer| viewer.member_id);
    if !power.may_name_lead(own, Some(member)) {
        return Err(Error::Forbidden);
    }
    if !store::end_lead(act.conn, committee, member, on)? {
        return Err(Error::field("ending_lead", "wrong-choice"));
    }
    let subject = subject(act, committee)?;
    events::record(act, &slice::COMMITTEE_LEAD_ENDED, &subject, json!({ "after": { "member_id": member, "on": on } }))?;
    Ok(())
}

fn with_day(field: &str, key: &'static str, day: NaiveDate) -> Error {
    Error::Invalid(vec![FieldError { field: field.to_owned(), key, limit: Some(day.to_string()) }])
}
