//! Seats: whoever is elected gets their term in the register of the board by itself, and whoever follows is asked where a seat falls
//! vacant.
//!
//! The board judges again: who may not sit by then has no seat, and the page says why. Nobody is seated twice, because a seat stands
//! beside its candidate.

use serde_json::json;

use super::{Candidacy, Election, Stands, Status, nominations, slice, store};
use crate::board::{self, Came, Entry};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;
use crate::polls;

/// Fills the seats once the result can be contested no more and nobody contests it.
pub(super) fn fill(act: &mut Act<'_>, id: i64) -> Result<()> {
    let election = store::lock(act.conn, id)?;
    let holds = match election.poll_id {
        Some(poll) => {
            polls::appeals::is_contested(act.conn, poll)? || election.poll_status == Some(polls::Status::Void)
        }
        None => false,
    };
    if election.status != Status::Declared || holds {
        return Ok(());
    }
    store::set_status(act.conn, id, Status::Filled)?;
    let seated = seat_all(act, &election)?;
    super::record(act, &slice::ELECTION_FILLED, &election, json!({ "seated": seated }))
}

/// Seats whoever is elected and could not be seated before.
///
/// # Errors
/// `Conflict` before the seats were filled.
pub fn seat_again(act: &mut Act<'_>, id: i64) -> Result<()> {
    let election = store::lock(act.conn, id)?;
    if election.status != Status::Filled {
        return Err(Error::Conflict("election-conflict-not-filled"));
    }
    let seated = seat_all(act, &election)?;
    if seated == 0 {
        Ok(())
    } else {
        super::record(act, &slice::ELECTION_FILLED, &election, json!({ "seated": seated }))
    }
}

fn seat_all(act: &mut Act<'_>, election: &Election) -> Result<usize> {
    let mut seated = 0;
    for one in store::candidacies(act.conn, election.id)? {
        if one.place.is_some() && one.status == Stands::Standing && one.term_id.is_none() {
            let entry =
                Entry { from: election.plan.starts_on, until: election.plan.ends_on, came: Came::Elected, ended: None };
            seated += usize::from(seat(act, election, &one, &entry)?);
        }
    }
    Ok(seated)
}

/// Whether they have their seat; else why not stands beside them.
fn seat(act: &mut Act<'_>, election: &Election, one: &Candidacy, entry: &Entry) -> Result<bool> {
    let outcome = act.attempt(|act| board::seat(act, one.member_id, entry, None));
    if let Ok(term) = outcome {
        store::set_term(act.conn, election.id, one.number, term)?;
        return Ok(true);
    }
    let barred = nominations::why(outcome)?;
    store::set_barred(act.conn, election.id, one.number, barred)?;
    Ok(false)
}

/// Seats of an election that nobody has: their candidates by number, and since when.
pub(super) fn vacant<'a>(election: &Election, all: &'a [Candidacy], today: chrono::NaiveDate) -> Vec<&'a Candidacy> {
    let had = |one: &&Candidacy| one.place.is_some() || one.took == Some(true);
    let is_free = |one: &&Candidacy| match one.term_id {
        None => true,
        Some(_) => one.seat_ended_on.is_some() && one.seat_ends_on.is_some_and(|day| day > today),
    };
    let is_asked =
        |one: &&Candidacy| all.iter().any(|other| other.follows == Some(one.number) && other.took != Some(false));
    if election.status != Status::Filled || election.plan.ends_on <= today {
        return Vec::new();
    }
    all.iter().filter(had).filter(is_free).filter(|one| !is_asked(one)).collect()
}

/// Who follows next: the first who was not asked yet.
pub(super) fn next(all: &[Candidacy]) -> Option<&Candidacy> {
    let free = all.iter().filter(|one| one.runner_up.is_some() && one.offered_at.is_none());
    free.filter(|one| one.status == Stands::Standing).min_by_key(|one| one.runner_up)
}

/// Asks who follows next whether they take a vacant seat, that of the candidate with this number.
///
/// # Errors
/// `Conflict` when the seat is not vacant, somebody is asked already, or nobody is left.
pub fn offer(act: &mut Act<'_>, id: i64, seat: i32) -> Result<()> {
    let election = store::lock(act.conn, id)?;
    let all = store::candidacies(act.conn, id)?;
    let today = act.today();
    if !vacant(&election, &all, today).iter().any(|one| one.number == seat) {
        return Err(Error::Conflict("election-conflict-not-vacant"));
    }
    let next = next(&all).ok_or(Error::Conflict("election-conflict-nobody-follows"))?;
    store::set_offered(act.conn, id, next.number, seat, act.now)?;
    super::record(act, &slice::ELECTION_OFFERED, &election, json!({ "told": [next.member_id] }))
}

/// Whoever was asked takes the seat, for what is left of its term, or does not.
///
/// # Errors
/// `NotFound` for who was not asked; `Invalid` on `seat` when the rules do not let them sit.
pub fn take(act: &mut Act<'_>, id: i64, takes: bool) -> Result<()> {
    let election = store::lock(act.conn, id)?;
    let own = nominations::own(act, id)?;
    let Some(seat) = own.follows.filter(|_| own.status == Stands::Standing) else { return Err(Error::NotFound) };
    match own.took {
        None => {}
        Some(before) if before == takes => return Ok(()),
        Some(_) => return Err(Error::Conflict("election-conflict-answered")),
    }
    if takes {
        let all = store::candidacies(act.conn, id)?;
        let vacated = all.iter().find(|one| one.number == seat).ok_or(Error::NotFound)?;
        let since = vacated.seat_ended_on.unwrap_or(election.plan.starts_on);
        let from = since.max(act.today().min(election.plan.ends_on)).max(election.plan.starts_on);
        let until = vacated.seat_ends_on.unwrap_or(election.plan.ends_on);
        let entry = Entry { from, until, came: Came::Elected, ended: None };
        let outcome = act.attempt(|act| board::seat(act, own.member_id, &entry, None));
        match outcome {
            Ok(term) => store::set_term(act.conn, id, own.number, term)?,
            other => {
                let key = nominations::why(other)?.map_or("election-barred-rules", super::Barred::key);
                return Err(Error::field("seat", key));
            }
        }
    }
    store::set_took(act.conn, id, own.number, takes)?;
    let kind = if takes { &slice::ELECTION_TAKEN } else { &slice::ELECTION_REFUSED };
    super::record(act, kind, &election, json!({}))
}
