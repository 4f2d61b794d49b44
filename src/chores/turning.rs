//! What becomes of single turns: called off, called for, done.

use chrono::NaiveDate;
use serde_json::json;

use super::{Closed, Turn, is_own, must_manage, own, planning, slice, store, turns};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::visit::Act;
use crate::tasks::{self, Completion, Holder, Moved};

/// Calls one turn off, with a reason that everybody reads. It is in nobody's account: whoever had it is next when a turn is free.
///
/// # Errors
/// `Forbidden` to who neither manages chores nor leads the committee; `Conflict` when it is not open.
pub fn skip(act: &mut Act<'_>, id: i64, note: &str) -> Result<Turn> {
    let turn = locked(act, id)?;
    if turn.state() != turns::State::Open {
        return Err(Error::Conflict("conflict-turn-closed"));
    }
    planning::close(act, &turn, Closed::Skipped, note)?;
    store::swaps::drop_swaps(act.conn, id)?;
    let detail = json!({ "after": { "due_on": turn.due_on, "why": note } });
    events::record(act, &slice::TURN_SKIPPED, &turn.subject(), detail)?;
    planning::plan(act, turn.chore_id)?;
    Ok(turn)
}

/// The turn, for somebody who answers for its chore, which is locked from here on.
fn locked(act: &mut Act<'_>, id: i64) -> Result<Turn> {
    let today = act.today();
    let chore = store::turn(act.conn, id)?.chore_id;
    store::lock(act.conn, chore)?;
    let chore = store::find(act.conn, chore, None, today)?;
    must_manage(act, chore.committee_id)?;
    store::turn(act.conn, id)
}

/// Calls for a turn today, beside the rule: snow. Whoever is next in turn is told at once.
///
/// # Errors
/// As for `skip`; `Conflict` when there is a turn today already, or the chore is over.
pub fn call(act: &mut Act<'_>, chore: i64) -> Result<Turn> {
    let today = act.today();
    store::lock(act.conn, chore)?;
    let found = store::find(act.conn, chore, None, today)?;
    must_manage(act, found.committee_id)?;
    if found.is_over(today) {
        return Err(Error::Conflict("conflict-chore-over"));
    }
    if store::turns(act.conn, chore)?.iter().any(|turn| turn.due_on == today) {
        return Err(Error::Conflict("conflict-turn-today"));
    }
    planning::plan_with(act, chore, today)?;
    let made = store::turns(act.conn, chore)?.into_iter().find(|turn| turn.due_on == today).ok_or(Error::NotFound)?;
    let detail = json!({ "after": { "due_on": today, "unit_id": made.unit_id, "member_id": made.member_id } });
    events::record(act, &slice::TURN_CALLED, &made.subject(), detail)?;
    Ok(made)
}

/// The turn that a tick today closes.
pub fn closing(all: &[Turn], today: NaiveDate) -> Option<&Turn> {
    let standing: Vec<turns::Standing> = all.iter().map(Turn::standing).collect();
    let day = turns::closed_by_tick(&standing, today)?.due_on;
    all.iter().find(|turn| turn.due_on == day)
}

/// Somebody says that a turn was done, and by whom: a neighbour, on the screen in the laundry room. Both are kept, and the hours go to who
/// did it.
///
/// # Errors
/// `Conflict` when it is not open, or has not begun; `Invalid` on `did` as for a task.
pub fn tick(act: &mut Act<'_>, id: i64, doers: Vec<Holder>) -> Result<Moved> {
    act.member_id()?;
    let today = act.today();
    let turn = store::turn(act.conn, id)?;
    store::lock(act.conn, turn.chore_id)?;
    let turn = store::turn(act.conn, id)?;
    if turn.state() != turns::State::Open || turn.starts_on.is_some_and(|day| day > today) {
        return Err(Error::Conflict("conflict-turn-closed"));
    }
    let said = doers.iter().map(|doer| doer.value()).collect::<Vec<_>>();
    let completion = Completion { doers: Some(doers), ..Completion::default() };
    let mut holds = false;
    for holder in turn.held() {
        holds |= is_own(act, holder)?;
    }
    let chore = store::find(act.conn, turn.chore_id, own(act), today)?;
    let detail = json!({ "after": { "due_on": turn.due_on, "did": said } });
    events::record(act, &slice::TURN_TICKED, &turn.subject(), detail)?;
    if holds || super::manages(act, chore.committee_id)? {
        tasks::complete(act, turn.task_id, &completion, turn.version)
    } else {
        // a neighbour may not change the task; that it is done is all that they say of it
        tasks::complete(&mut act.on_behalf_of(None), turn.task_id, &completion, turn.version)
    }
}
