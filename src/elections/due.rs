//! What follows once a day is over: nominations end, or a result can be contested no more.
//!
//! A job comes at that moment, and once an hour a look through the state makes up for one that did not. Each looks at what stands and
//! not at what was meant to happen, under a lock: late or twice does no harm.

use serde_json::{Value, json};

use super::{Stands, Status, Way, nominations, outcome, seating, slice, store, voting};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;

/// The job of one election.
pub(super) fn run(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    settle_due(act, payload["election"].as_i64().ok_or(Error::NotFound)?)
}

/// All elections for which a day has passed, each by itself: what one cannot do holds up no other.
pub(super) fn look(act: &mut Act<'_>) -> Result<()> {
    let today = act.today();
    for id in store::due(act.conn, today)? {
        if let Err(error) = act.attempt(|act| settle_due(act, id)) {
            tracing::warn!(%error, election = id, "an election could not go on");
        }
    }
    for id in store::take_ending(act.conn, today, act.now)? {
        let election = store::find(act.conn, id)?;
        super::record(act, &slice::ELECTION_ENDING, &election, json!({ "due_on": election.plan.nominate_until }))?;
    }
    Ok(())
}

/// Does what is due for an election today, if something is.
pub fn settle_due(act: &mut Act<'_>, id: i64) -> Result<()> {
    let election = store::lock(act.conn, id)?;
    let today = act.today();
    match election.status {
        Status::Called if election.plan.nominate_until < today => conclude(act, id),
        Status::Declared if election.appeal_until.is_some_and(|until| until < today) => seating::fill(act, id),
        _ => Ok(()),
    }
}

/// Nominations have ended: whoever stands is looked at once more, and published. Then they are elected, or there is a vote.
fn conclude(act: &mut Act<'_>, id: i64) -> Result<()> {
    let election = store::find(act.conn, id)?;
    // All its time passed while nothing could be done: people give it other days, and nothing is half done until then.
    if election.plan.closes_at <= act.now {
        return Ok(());
    }
    store::lapse(act.conn, id)?;
    for one in store::candidacies(act.conn, id)?.iter().filter(|one| one.status == Stands::Standing) {
        if let Some(barred) = nominations::barred(act, &election, one.member_id)? {
            store::set_stands(act.conn, id, one.number, Stands::Barred, Some(barred))?;
        }
    }
    let paper = store::drawn(act.conn, id)?;
    let few = paper.len() as i64 <= i64::from(election.plan.seats);
    let is_decided = paper.is_empty() || few && election.plan.acclaims;
    if !is_decided {
        voting::set_up(act, &election, &paper)?;
        return super::record(act, &slice::ELECTION_PUBLISHED, &election, json!({ "candidates": paper.len() }));
    }
    super::record(act, &slice::ELECTION_PUBLISHED, &election, json!({ "candidates": paper.len() }))?;
    let way = if paper.is_empty() { Way::Nobody } else { Way::Acclamation };
    outcome::without_a_vote(act, &election, way, &paper)
}
