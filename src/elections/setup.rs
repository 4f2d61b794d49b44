//! Setting an election up, calling it, giving it other days, calling it off, and setting up another one like it.
//!
//! A draft changes until it is called. From then on its texts and rules stay, and its days only become later.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use super::{Election, NewElection, Status, due, due_after, end_of, outcome, record, slice, store};
use crate::board;
use crate::coops;
use crate::platform::clock;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::difference;
use crate::platform::visit::Act;
use crate::polls::{self, NewPoll};

/// Sets an election up, as a draft.
///
/// # Errors
/// `Invalid` beside what does not go together, or with the rules of the board.
pub fn create(act: &mut Act<'_>, new: &NewElection) -> Result<i64> {
    create_as(act, new, None)
}

fn create_as(act: &mut Act<'_>, new: &NewElection, repeats: Option<i64>) -> Result<i64> {
    check(act, new)?;
    let days = coops::rule_profile(act.conn)?.appeal_days;
    let account = act.viewer.map(|viewer| viewer.account_id);
    let id = store::insert(act.conn, new, (days, repeats, account))?;
    let election = store::find(act.conn, id)?;
    record(act, &slice::ELECTION_CREATED, &election, json!({ "after": described(&election) }))?;
    Ok(id)
}

/// Changes a draft. `version` is the one that was seen.
///
/// # Errors
/// Those of `create`; `Conflict` when it is no draft any more, or somebody else was quicker.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, new: &NewElection) -> Result<()> {
    let before = store::lock(act.conn, id)?;
    if before.status != Status::Draft {
        return Err(Error::Conflict("election-conflict-called"));
    }
    if before.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    check(act, new)?;
    store::update(act.conn, id, new)?;
    let after = store::find(act.conn, id)?;
    match difference(&described(&before), &described(&after)) {
        Some(changed) => record(act, &slice::ELECTION_CHANGED, &after, changed),
        None => Ok(()),
    }
}

/// Calls an election: members know of it, and can be put up in its time.
///
/// # Errors
/// Those of `create`; `Conflict` when it was called off.
pub fn call(act: &mut Act<'_>, id: i64) -> Result<()> {
    let election = store::lock(act.conn, id)?;
    match election.status {
        Status::Draft => {}
        Status::Called => return Ok(()),
        _ => return Err(Error::Conflict("election-conflict-called")),
    }
    check(act, &election.plan.clone())?;
    store::set_called(act.conn, id, act.viewer.map(|viewer| viewer.account_id))?;
    let detail = json!({ "due_on": election.plan.nominate_until, "seats": election.plan.seats });
    record(act, &slice::ELECTION_CALLED, &election, detail)?;
    due_after(act, &election, election.plan.nominate_until)
}

/// Gives nominations and the vote other days, until nominations have ended: never fewer for those who want to stand. After that the vote has
/// other times, until it opens.
///
/// # Errors
/// `Conflict` when the vote has opened; `Invalid` on the days.
pub fn move_days(
    act: &mut Act<'_>,
    id: i64,
    until: NaiveDate,
    (opens_at, closes_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    let election = store::lock(act.conn, id)?;
    match (election.status, election.poll_id) {
        (Status::Called, _) => {}
        (Status::Voting, Some(poll)) => return move_vote(act, &election, poll, (opens_at, closes_at)),
        _ => return Err(Error::Conflict("election-conflict-called")),
    }
    if until < election.plan.nominate_until {
        return Err(Error::field("nominate_until", "election-wrong-shorter"));
    }
    check_days(act, &NewElection { nominate_until: until, opens_at, closes_at, ..election.plan.clone() })?;
    store::set_days(act.conn, id, until, (opens_at, closes_at))?;
    let after = store::find(act.conn, id)?;
    match difference(&described(&election), &described(&after)) {
        Some(mut changed) => {
            changed["due_on"] = json!(until);
            record(act, &slice::ELECTION_MOVED, &after, changed)?;
        }
        None => return Ok(()),
    }
    due_after(act, &after, until)?;
    due::settle_due(act, id)
}

fn move_vote(act: &mut Act<'_>, election: &Election, poll: i64, times: (DateTime<Utc>, DateTime<Utc>)) -> Result<()> {
    let (known, _) = polls::find(act.conn, poll)?;
    if known.status != polls::Status::Scheduled {
        return Err(Error::Conflict("election-conflict-called"));
    }
    let (opens_at, closes_at) = times;
    // The term was announced with the election: a vote must end before it begins.
    let plan = &election.plan;
    first_wrong(&[
        (opens_at < end_of(act, plan.nominate_until), "opens_at", "election-wrong-opens"),
        (plan.starts_on < clock::date_in(act.coop.zone, closes_at), "closes_at", "election-wrong-term"),
    ])?;
    polls::change(act, poll, known.version, &NewPoll { opens_at, closes_at, ..polls::setup::as_it_is(&known) })?;
    let after = store::find(act.conn, election.id)?;
    match difference(&described(election), &described(&after)) {
        Some(changed) => record(act, &slice::ELECTION_VOTE_MOVED, &after, changed),
        None => Ok(()),
    }
}

/// Calls an election off, until its vote opens. One whose candidates are known is void from then on, and can be held again.
///
/// # Errors
/// `Conflict` when there is a vote that has opened: that is void, or counts.
pub fn cancel(act: &mut Act<'_>, id: i64, reason: &str) -> Result<()> {
    let election = store::lock(act.conn, id)?;
    match election.status {
        Status::Draft | Status::Called => {}
        Status::Cancelled => return Ok(()),
        Status::Voting if election.poll_status == Some(polls::Status::Scheduled) => {
            if let Some(poll) = election.poll_id {
                polls::cancel(act, poll)?;
            }
            return outcome::void(act, &election, reason);
        }
        _ => return Err(Error::Conflict("election-conflict-called")),
    }
    store::end(act.conn, id, Status::Cancelled, reason)?;
    record(act, &slice::ELECTION_CANCELLED, &election, json!({ "reason": reason }))
}

/// Sets up an election like this one, as a draft, to be held from today on. A void one is repeated.
///
/// # Errors
/// Those of `create`, but for the days, which are set anew.
pub fn copy(act: &mut Act<'_>, id: i64) -> Result<i64> {
    let election = store::find(act.conn, id)?;
    let today = act.today();
    let later = (today - election.plan.nominate_from).num_days();
    let day = |day: NaiveDate| day + chrono::TimeDelta::days(later);
    let moved = |at: DateTime<Utc>| {
        let local = at.with_timezone(&act.coop.zone).naive_local() + chrono::TimeDelta::days(later);
        clock::instant(act.coop.zone, local).unwrap_or(at + chrono::TimeDelta::days(later))
    };
    let closes_at = moved(election.plan.closes_at);
    let starts_on = election.plan.starts_on.max(clock::date_in(act.coop.zone, closes_at));
    let new = NewElection {
        nominate_from: today,
        nominate_until: day(election.plan.nominate_until),
        opens_at: moved(election.plan.opens_at),
        closes_at,
        starts_on,
        ends_on: election.plan.ends_on.max(starts_on + chrono::TimeDelta::days(1)),
        ..election.plan.clone()
    };
    create_as(act, &new, (election.status == Status::Void).then_some(id))
}

fn wrong(field: &str, key: &'static str, limit: Option<String>) -> Error {
    Error::Invalid(vec![FieldError { field: field.to_owned(), key, limit }])
}

/// Whether an election can be held so.
fn check(act: &mut Act<'_>, new: &NewElection) -> Result<()> {
    if new.seats > 1 && !new.method.has_seats() {
        return Err(Error::field("method", "election-wrong-method"));
    }
    if !new.acclaims && !new.none_stands {
        return Err(Error::field("acclaims", "election-wrong-none"));
    }
    check_days(act, new)?;
    let today = act.today();
    board::check_term(act.conn, new.starts_on, new.ends_on).map_err(|error| match error {
        Error::Invalid(all) => {
            Error::Invalid(all.into_iter().map(|one| FieldError { field: "term_until".to_owned(), ..one }).collect())
        }
        error => error,
    })?;
    let free = board::free_seats(act.conn, (new.starts_on, new.ends_on), today)?;
    if i64::from(new.seats) > free as i64 {
        return Err(wrong("seats_to_fill", "election-wrong-seats", Some(free.to_string())));
    }
    Ok(())
}

fn check_days(act: &Act<'_>, new: &NewElection) -> Result<()> {
    let checks = [
        (new.nominate_until < new.nominate_from, "nominate_until", "election-wrong-order"),
        (new.nominate_until < act.today(), "nominate_until", "election-wrong-past"),
        (new.opens_at < end_of(act, new.nominate_until), "opens_at", "election-wrong-opens"),
        (new.closes_at <= new.opens_at, "closes_at", "poll-wrong-order"),
        (new.starts_on < clock::date_in(act.coop.zone, new.closes_at), "term_from", "election-wrong-starts"),
    ];
    first_wrong(&checks)
}

fn first_wrong(checks: &[(bool, &str, &'static str)]) -> Result<()> {
    match checks.iter().find(|(wrong, ..)| *wrong) {
        Some((_, field, key)) => Err(Error::field(field, key)),
        None => Ok(()),
    }
}

/// An election as the trail keeps it.
fn described(election: &Election) -> Value {
    json!({
        "title_en": election.plan.title_en, "title_fr": election.plan.title_fr,
        "details_en": election.plan.details_en, "details_fr": election.plan.details_fr,
        "seats": election.plan.seats, "from": election.plan.starts_on, "until": election.plan.ends_on, "method": election.plan.method.word(),
        "nominate_from": election.plan.nominate_from, "nominate_until": election.plan.nominate_until,
        "opens_at": election.plan.opens_at, "closes_at": election.plan.closes_at,
        "sealed": election.plan.sealed, "by_others": election.plan.by_others, "none_stands": election.plan.none_stands,
        "acclaims": election.plan.acclaims, "secrecy": election.plan.secrecy.word(), "committee_id": election.plan.committee_id,
    })
}
