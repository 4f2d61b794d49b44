//! The verbs of the ledger of statuses: giving one from a day on, and putting a wrong one right.
//!
//! The rules are in `rules::statuses`. A verb loads the ledger, asks the rules for the new one, and writes where they differ. Why
//! a status was given stands in the row, for the office; an event tells which and from when.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::departures::{self, Lost};
use super::rules::statuses::{self, Refusal, Wanted};
use super::slice;
use super::{NewMember, Status, Step, record, store};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::slice::Discrepancy;
use crate::platform::visit::Act;

/// A status from a day on.
#[derive(Debug, Clone)]
pub struct Change {
    pub status: Status,
    pub from: NaiveDate,
    /// The first day on which it is over; asked for a suspension or a leave.
    pub until: Option<NaiveDate>,
    pub reason: String,
}

/// What is right instead of a wrong entry.
#[derive(Debug, Clone)]
pub struct Correction {
    /// Nothing where the entry goes altogether.
    pub right: Option<(Status, NaiveDate)>,
    pub reason: String,
}

/// The statuses of a member, newest first.
pub fn statuses(conn: &mut PgConnection, id: i64) -> Result<Vec<Step>> {
    store::statuses(conn, id)
}

/// The first statuses of somebody who is new, as an event tells them.
pub fn begin(act: &mut Act<'_>, id: i64, new: &NewMember, left_on: Option<NaiveDate>) -> Result<Value> {
    let limits = store::limits(act.conn)?;
    let steps = statuses::begin(new.status, new.joined_on, act.today(), left_on, &limits);
    let account = act.viewer.map(|viewer| viewer.account_id);
    for step in &steps {
        store::put_step(act.conn, id, step, "", account, act.now)?;
    }
    Ok(told(&steps))
}

/// Gives a member another status from a day on. What hangs on who becomes a former member ends that day.
///
/// # Errors
/// `Invalid` on `status_from` when a later status is known already, on `member_status` when it cannot follow the one before.
pub fn set_status(act: &mut Act<'_>, id: i64, status: Status, from: NaiveDate, reason: &str) -> Result<()> {
    change_status(act, id, &Change { status, from, until: None, reason: reason.to_owned() }).map(drop)
}

/// Gives a member another status from a day on, until another day where that is known. The day on which it ends, where it does:
/// a suspension ends by itself after six months.
///
/// # Errors
/// As for `set_status`; `Invalid` on `status_until` when it would last longer than it may.
pub fn change_status(act: &mut Act<'_>, id: i64, change: &Change) -> Result<Option<NaiveDate>> {
    enter(act, id, change, false)
}

/// Gives a status that a sheet of the office says, whatever came before it.
pub fn believe_status(act: &mut Act<'_>, id: i64, status: Status, from: NaiveDate) -> Result<()> {
    enter(act, id, &Change { status, from, until: None, reason: String::new() }, true).map(drop)
}

fn enter(act: &mut Act<'_>, id: i64, change: &Change, believed: bool) -> Result<Option<NaiveDate>> {
    let limits = store::limits(act.conn)?;
    let before = store::locked_ledger(act.conn, id)?;
    let wanted = Wanted { status: change.status, from: change.from, until: change.until, believed };
    let after = statuses::change(&before, &wanted, &limits).map_err(in_form)?;
    write(act, id, &before, &after, Some((change.from, &change.reason)))?;
    let end = after.last().filter(|step| step.planned).map(|step| step.since);
    let was = before.iter().rfind(|step| step.since <= change.from).map(|step| step.status.word());
    let detail = json!({
        "before": { "status": was },
        "after": { "status": change.status.word(), "from": change.from, "until": end },
        "ledger": told(&after),
    });
    record(act, &slice::MEMBER_STATUS_CHANGED, id, detail)?;
    if is_of_a_departure(&before, &after) {
        departures::follow(act, id)?;
    }
    Ok(end)
}

fn is_of_a_departure(before: &[statuses::Step], after: &[statuses::Step]) -> bool {
    before.iter().chain(after).any(|step| step.status == Status::Former)
}

/// Puts a wrong entry of the ledger right. What a departure ended that was none comes back, and moves with the day of one that was on
/// another. What could not be given back.
///
/// # Errors
/// `NotFound` when there is no entry of this day; `Invalid` when what is left would not go together, or they cannot leave yet.
pub fn correct_status(act: &mut Act<'_>, id: i64, wrong: NaiveDate, correction: &Correction) -> Result<Lost> {
    let limits = store::limits(act.conn)?;
    let before = store::locked_ledger(act.conn, id)?;
    let was = before.iter().find(|step| step.since == wrong).copied().ok_or(Error::NotFound)?;
    let after = statuses::correct(&before, wrong, correction.right, &limits).map_err(in_form)?;
    let right = correction.right.map(|(status, since)| statuses::Step { since, status, planned: false });
    let mut moved: Vec<_> = before.iter().copied().filter(|step| step.since != wrong).collect();
    moved.extend(right);
    let gone = |step: &&statuses::Step| after.iter().all(|kept| kept.since != step.since) && step.since != wrong;
    for step in before.iter().filter(gone) {
        store::remove_step(act.conn, id, step.since)?;
    }
    match &right {
        Some(right) => {
            let by = (act.viewer.map(|viewer| viewer.account_id), act.now);
            store::correct_step(act.conn, id, wrong, right, &correction.reason, by)?;
        }
        None => store::remove_step(act.conn, id, wrong)?,
    }
    write(act, id, &moved, &after, None)?;
    let side = |status: Status, from: NaiveDate| json!({ "status": status.word(), "from": from });
    let detail = json!({
        "before": side(was.status, wrong),
        "after": correction.right.map_or(Value::Null, |(status, from)| side(status, from)),
        "ledger": told(&after),
    });
    record(act, &slice::MEMBER_STATUS_CORRECTED, id, detail)?;
    if is_of_a_departure(&before, &after) { departures::follow(act, id) } else { Ok(Lost::new()) }
}

/// The whole ledger of a member as an event tells it, so that the status of any day can be read from the events alone.
pub fn told_of(conn: &mut PgConnection, id: i64) -> Result<Value> {
    Ok(store::ledger(conn, id)?.iter().map(|(since, status)| json!({ "from": since, "status": status })).collect())
}

/// A ledger as an event tells it.
pub fn told(ledger: &[statuses::Step]) -> Value {
    ledger.iter().map(|step| json!({ "from": step.since, "status": step.status.word() })).collect()
}

/// Compares the register with what the latest event about each member told of their statuses. Who was taken out again has neither.
pub fn verify(conn: &mut PgConnection) -> Result<Vec<Discrepancy>> {
    let said = |ledger: &Option<Value>| {
        let steps = ledger.iter().filter_map(Value::as_array).flatten();
        let word = |value: &Value| value.as_str().unwrap_or("?").to_owned();
        let words: Vec<_> =
            steps.map(|step| format!("{} from {}", word(&step["status"]), word(&step["from"]))).collect();
        if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
    };
    let all = store::otherwise_than_told(conn)?.into_iter().map(|other| {
        let event = other.event.map_or_else(String::new, |event| format!(" (event {event})"));
        let expected = format!("{}{event}", said(&other.told));
        Discrepancy::new(format!("the statuses of member {}", other.id), &expected, &said(&other.found))
    });
    Ok(all.collect())
}

/// Writes where the ledger differs: what is gone, what is new. `own` is the day of the entry that was asked for, and why.
fn write(
    act: &mut Act<'_>,
    id: i64,
    before: &[statuses::Step],
    after: &[statuses::Step],
    own: Option<(NaiveDate, &str)>,
) -> Result<()> {
    for step in before.iter().filter(|step| after.iter().all(|kept| kept.since != step.since)) {
        store::remove_step(act.conn, id, step.since)?;
    }
    let account = act.viewer.map(|viewer| viewer.account_id);
    for step in after {
        let reason = own.filter(|(day, _)| *day == step.since).map(|(_, reason)| reason);
        if reason.is_some() || !before.contains(step) {
            store::put_step(act.conn, id, step, reason.unwrap_or_default(), account, act.now)?;
        }
    }
    Ok(())
}

/// Beside the field that can mend it.
fn in_form(refusal: Refusal) -> Error {
    let (field, key, limit) = match refusal {
        Refusal::CannotFollow(_) => ("member_status", "member-status-cannot-follow", None),
        Refusal::Same => ("member_status", "member-status-same", None),
        Refusal::TooEarly(since) => ("status_from", "member-status-too-early", Some(since.to_string())),
        Refusal::EndsTooEarly => ("status_until", "member-status-ends-too-early", None),
        Refusal::TooLong(latest) => ("status_until", "member-status-too-long", Some(latest.to_string())),
        Refusal::NoSuchStep => return Error::NotFound,
        Refusal::FirstStays => ("status_from", "member-status-first-stays", None),
    };
    Error::Invalid(vec![FieldError { field: field.to_owned(), key, limit }])
}
