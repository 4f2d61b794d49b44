//! Setting a chore up, changing it, ending it.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::recurrence::Rule;
use super::{Chore, Holder, Keeps, PoolOf, Way, must_manage, own, planning, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, difference};
use crate::platform::keys::random;
use crate::platform::visit::Act;

/// The most homes or people of one chore.
const POOL_MAX: usize = 1_000;

/// A chore as it is written, new or changed.
#[derive(Debug, Clone)]
pub struct NewChore {
    pub title: String,
    pub details: String,
    pub committee_id: Option<i64>,
    pub credit_minutes: i32,
    pub first_on: NaiveDate,
    /// None where it is due when a lead calls for it.
    pub rule: Option<Rule>,
    pub pool_of: PoolOf,
    /// In order.
    pub pool: Vec<Holder>,
    pub strategy: Way,
    pub months: i32,
    pub period: Keeps,
    pub period_turns: i32,
}

impl NewChore {
    fn facts(&self, names: &str) -> Value {
        json!({ "title": self.title, "details": self.details, "committee_id": self.committee_id,
                "credit_minutes": self.credit_minutes, "first_on": self.first_on,
                "rule": self.rule.as_ref().map(Rule::text), "strategy": self.strategy.word(), "period": self.period.word(),
                "period_turns": self.period_turns, "pool": names })
    }
}

fn check(act: &mut Act<'_>, new: &NewChore) -> Result<()> {
    if new.pool.len() > POOL_MAX || (new.pool.is_empty() && new.strategy != Way::Nobody) {
        return Err(Error::field("pool", "wrong-chore-pool"));
    }
    if new.committee_id.is_some_and(|id| !store::committee_is_open(act.conn, id).unwrap_or(false)) {
        return Err(Error::field("committee_id", "wrong-choice"));
    }
    if store::known(act.conn, new.pool_of, &new.pool)? != new.pool.len() {
        return Err(Error::field("pool", "wrong-choice"));
    }
    Ok(())
}

/// Sets a chore up and plans its turns.
///
/// # Errors
/// `Forbidden` to who neither manages chores nor leads its committee; `Invalid` on `pool` where it is of nobody.
pub fn set_up(act: &mut Act<'_>, new: &NewChore) -> Result<i64> {
    must_manage(act, new.committee_id)?;
    check(act, new)?;
    let today = act.today();
    let seed = i64::from_be_bytes(random::<8>());
    let id = store::insert(act.conn, new, seed, act.viewer.map(|viewer| viewer.account_id), act.now)?;
    store::put_pool(act.conn, id, new.pool_of, &new.pool, new.first_on.min(today))?;
    let chore = find(act, id)?;
    let facts = json!({ "after": new.facts(&new.pool.len().to_string()) });
    events::record(act, &slice::CHORE_SET_UP, &chore.subject(), facts)?;
    planning::plan(act, id)?;
    Ok(id)
}

fn find(act: &mut Act<'_>, id: i64) -> Result<Chore> {
    let (member, today) = (own(act), act.today());
    store::find(act.conn, id, member, today)
}

/// What a chore says, as it is written.
pub fn written(conn: &mut PgConnection, chore: &Chore) -> Result<NewChore> {
    let pool = store::pool(conn, chore.id)?;
    Ok(NewChore {
        title: chore.title.clone(),
        details: chore.details.clone(),
        committee_id: chore.committee_id,
        credit_minutes: chore.credit_minutes,
        first_on: chore.first_on,
        rule: chore.rule(),
        pool_of: chore.pool_of,
        pool: pool.into_iter().map(|(holder, _)| holder).collect(),
        strategy: chore.strategy,
        months: chore.months,
        period: chore.period,
        period_turns: chore.period_turns,
    })
}

/// Changes a chore. Turns that have begun, and those that people agreed on, stay as they are.
///
/// # Errors
/// As for `set_up`; `Conflict` when it was changed meanwhile, or is over.
pub fn edit(act: &mut Act<'_>, id: i64, new: &NewChore, version: i32) -> Result<()> {
    store::lock(act.conn, id)?;
    let chore = find(act, id)?;
    must_manage(act, chore.committee_id)?;
    must_manage(act, new.committee_id)?;
    let today = act.today();
    if chore.is_over(today) {
        return Err(Error::Conflict("conflict-chore-over"));
    }
    if chore.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    check(act, new)?;
    let was = written(act.conn, &chore)?;
    let moved = was.pool_of != new.pool_of
        || was.rule != new.rule
        || was.first_on != new.first_on
        || (was.strategy, was.months, was.period, was.period_turns)
            != (new.strategy, new.months, new.period, new.period_turns);
    let pools = |pool: &[Holder]| pool.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let before = was.facts(&pools(&was.pool));
    let Some(difference) = difference(&before, &new.facts(&pools(&new.pool))) else { return Ok(()) };
    if !store::update(act.conn, id, version, new)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    store::put_pool(act.conn, id, new.pool_of, &new.pool, today)?;
    let subject = events::Subject { id, name: new.title.clone() };
    events::record(act, &slice::CHORE_EDITED, &subject, difference)?;
    planning::plan_anew(act, id, moved)
}

/// Ends a chore: turns that have not begun are called off. What was done stays.
///
/// # Errors
/// As for `edit`.
pub fn end(act: &mut Act<'_>, id: i64, version: i32) -> Result<Chore> {
    store::lock(act.conn, id)?;
    let chore = find(act, id)?;
    must_manage(act, chore.committee_id)?;
    let today = act.today();
    if chore.is_over(today) {
        return Ok(chore);
    }
    if chore.version != version || !store::end(act.conn, id, version, Some(today))? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let detail = json!({ "after": { "on": today } });
    events::record(act, &slice::CHORE_ENDED, &chore.subject(), detail)?;
    planning::plan_anew(act, id, true)?;
    Ok(chore)
}
