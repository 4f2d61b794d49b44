//! What is done with a request, step by step: taken, handed on, planned, closed, opened again, withdrawn.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Appointment, Repair, Status, look_at_version, record, rules, slice, store};
use crate::comments;
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;

/// An open request in the version that was seen, for who does its next step.
fn to_deal_with(act: &mut Act<'_>, id: i64, version: i32) -> Result<Repair> {
    let repair = look_at_version(act, id, version)?;
    if !repair.deals {
        return Err(Error::Forbidden);
    }
    if repair.is_open() { Ok(repair) } else { Err(Error::Conflict("conflict-repair-closed")) }
}

/// What a change of who deals with it comes to. A visit is that person's: with nobody there is none.
fn dealt(status: Status, dealer: Option<(i64, &str)>) -> Value {
    json!({ "after": { "status": status, "dealer_id": dealer.map(|(id, _)| id), "name": dealer.map(|(_, name)| name) } })
}

/// How far it is once somebody deals with it.
fn once_dealt_with(status: Status) -> Status {
    if status == Status::Sent { Status::Seen } else { status }
}

/// "I'll take it."
///
/// # Errors
/// `Forbidden` to who does not deal with it, or is no member; `Conflict` when it is closed or was changed meanwhile.
pub fn take(act: &mut Act<'_>, id: i64, version: i32) -> Result<()> {
    let repair = to_deal_with(act, id, version)?;
    let member = act.member_id()?;
    if repair.dealer_id == Some(member) {
        return Ok(());
    }
    let status = once_dealt_with(repair.status);
    store::put_dealer(act.conn, id, status, Some(member))?;
    let name = members::name(act.conn, member)?;
    record(act, &slice::REPAIR_TAKEN, id, dealt(status, Some((member, &name))))
}

/// Somebody else deals with it from here on; nobody, where whoever had it cannot.
///
/// # Errors
/// Those of `take`; `Invalid` on `dealer` when it is not theirs to give to that person.
pub fn hand_over(act: &mut Act<'_>, id: i64, version: i32, to: Option<i64>) -> Result<()> {
    let repair = to_deal_with(act, id, version)?;
    if repair.dealer_id == to {
        return Ok(());
    }
    let asker = act.asker();
    let name = match to {
        None => None,
        Some(member) => {
            let known = store::dealers(act.conn, &asker)?.into_iter().find(|(known, _)| *known == member);
            Some(known.ok_or_else(|| Error::field("dealer", "wrong-choice"))?)
        }
    };
    let status = if to.is_some() { once_dealt_with(repair.status) } else { Status::Sent };
    store::put_dealer(act.conn, id, status, to)?;
    record(act, &slice::REPAIR_GIVEN, id, dealt(status, name.as_ref().map(|(id, name)| (*id, name.as_str()))))
}

/// Says when somebody comes: who deals with it, or else who says so. Where the home was told another time before, it is asked whether
/// the way in still holds.
///
/// # Errors
/// Those of `take`; `Invalid` on `visit_on` when the day is over or nobody comes, on `visit_to` when the end is not after the beginning.
pub fn plan(act: &mut Act<'_>, id: i64, version: i32, visit: Appointment) -> Result<()> {
    let repair = to_deal_with(act, id, version)?;
    if visit.on < act.today() {
        return Err(Error::field("visit_on", "wrong-repair-day-over"));
    }
    if !visit.is_in_order() {
        return Err(Error::field("visit_to", "wrong-repair-visit-order"));
    }
    let own = act.viewer.and_then(|viewer| viewer.member_id);
    let dealer = repair.dealer_id.or(own).ok_or_else(|| Error::field("visit_on", "wrong-repair-nobody"))?;
    if repair.status == Status::Planned && repair.appointment() == Some(visit) {
        return Ok(());
    }
    store::plan(act.conn, id, dealer, visit)?;
    if rules::asks_again(repair.appointment(), visit) {
        store::ask_access_again(act.conn, id)?;
    }
    let time = |at: Option<chrono::NaiveTime>| at.map(|at| at.format("%H:%M").to_string());
    let name = members::name(act.conn, dealer)?;
    let after = json!({ "status": Status::Planned, "dealer_id": dealer, "name": name, "visit_on": visit.on,
                        "visit_from": time(visit.from), "visit_to": time(visit.to) });
    record(act, &slice::REPAIR_PLANNED, id, json!({ "after": after }))
}

/// Closes it: repaired, or without repair; what was done or why stands beside it. The way in is removed.
///
/// # Errors
/// Those of `take`; `Invalid` on `repair_outcome` without words.
pub fn close(act: &mut Act<'_>, id: i64, version: i32, repaired: bool, outcome: &str) -> Result<()> {
    to_deal_with(act, id, version)?;
    if outcome.trim().is_empty() {
        return Err(Error::field("repair_outcome", "wrong-required"));
    }
    let (status, kind) = if repaired {
        (Status::Repaired, &slice::REPAIR_REPAIRED)
    } else {
        (Status::ClosedWithout, &slice::REPAIR_CLOSED_WITHOUT)
    };
    store::close(act.conn, id, status, outcome, act.now)?;
    record(act, kind, id, json!({ "after": { "status": status, "outcome": outcome } }))
}

/// It is not needed any longer. The way in is removed.
///
/// # Errors
/// `Forbidden` to who neither asked nor lives there; `Conflict` when it is closed or was changed meanwhile.
pub fn withdraw(act: &mut Act<'_>, id: i64, version: i32) -> Result<()> {
    let repair = look_at_version(act, id, version)?;
    if !repair.own {
        return Err(Error::Forbidden);
    }
    if !repair.is_open() {
        return Err(Error::Conflict("conflict-repair-closed"));
    }
    store::close(act.conn, id, Status::Withdrawn, "", act.now)?;
    record(act, &slice::REPAIR_WITHDRAWN, id, json!({ "after": { "status": Status::Withdrawn } }))
}

/// It is not fixed, or needed after all. What is said about it is a comment, which its author can take back.
///
/// # Errors
/// `Forbidden` to who neither asked, lives there, nor deals with it; `Conflict` when it is open or was changed meanwhile; `Invalid` on
/// `not_fixed` when nothing is said, or it cannot be said.
pub fn reopen(act: &mut Act<'_>, id: i64, version: i32, words: &str) -> Result<()> {
    let repair = look_at_version(act, id, version)?;
    if !repair.own && !repair.deals {
        return Err(Error::Forbidden);
    }
    if repair.is_open() {
        return Err(Error::Conflict("conflict-repair-open"));
    }
    let status = Status::reopened(repair.dealer_id.is_some());
    store::reopen(act.conn, id, status)?;
    record(act, &slice::REPAIR_REOPENED, id, json!({ "after": { "status": status } }))?;
    let asker = act.asker();
    let thing = comments::thing(act.conn, act.state.slices, &asker, slice::REPAIR.word, id)?;
    comments::write(act, &thing, None, words).map_err(beside).map(drop)
}

/// What a comment is refused for, beside the field of this page.
fn beside(error: Error) -> Error {
    let Error::Invalid(mut errors) = error else { return error };
    errors
        .iter_mut()
        .filter(|error| error.field == "comment")
        .for_each(|error| "not_fixed".clone_into(&mut error.field));
    Error::Invalid(errors)
}

/// The open requests of a member, freed: nobody deals with them. Their numbers.
pub(super) fn free(act: &mut Act<'_>, member: i64) -> Result<Vec<i64>> {
    let freed = store::free(act.conn, member)?;
    for id in &freed {
        let detail = json!({ "before": { "dealer_id": member }, "after": { "status": Status::Sent } });
        record(act, &slice::REPAIR_FREED, *id, detail)?;
    }
    Ok(freed)
}

/// A request is theirs again that was freed, unless somebody else took it or it is closed.
pub(super) fn give_back(act: &mut Act<'_>, id: i64, member: i64) -> Result<bool> {
    if !store::give_back(act.conn, id, member)? {
        return store::has(act.conn, id, member);
    }
    let name = members::name(act.conn, member)?;
    record(act, &slice::REPAIR_GIVEN_BACK, id, dealt(Status::Seen, Some((member, &name))))?;
    Ok(true)
}

/// The day of a visit that is over while the request is open, for who deals with it.
pub fn is_past(repair: &Repair, today: NaiveDate) -> bool {
    repair.is_open() && repair.visit_on.is_some_and(|day| day < today)
}
