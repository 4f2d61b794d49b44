//! Contesting a result: in writing, within the days that the rules give, by whoever could vote. It is received, examined, and upheld or
//! dismissed with a reason; everybody sees where it stands, and no seat is filled meanwhile.

use serde_json::json;

use super::{Appeal, Election, Standing, Status, outcome, slice, store};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;
use crate::polls;

/// The longest text of a contest, and of its answer, in characters.
pub const TEXT_MAX: usize = 5_000;

/// Whether somebody could vote in it: on the roll of its vote.
pub(super) fn may_contest(act: &mut Act<'_>, election: &Election, member: i64) -> Result<bool> {
    match election.poll_id {
        Some(poll) => Ok(polls::roll::everybody(act.conn, poll)?.contains(&member)),
        None => {
            let today = act.today();
            let rights = members::voting_rights(act.conn, today, today)?;
            Ok(rights.iter().any(|right| right.member == member && right.why.is_empty()))
        }
    }
}

/// Contests the result.
///
/// # Errors
/// `Conflict` when its time is over, or one of theirs is not answered yet; `Forbidden` for who could not vote.
pub fn contest(act: &mut Act<'_>, id: i64, says: &str) -> Result<()> {
    let member = act.member_id()?;
    let election = store::lock(act.conn, id)?;
    if election.status == Status::Draft {
        return Err(Error::NotFound);
    }
    if !election.takes_appeals(act.today()) {
        return Err(Error::Conflict("appeal-conflict-over"));
    }
    if !may_contest(act, &election, member)? {
        return Err(Error::Forbidden);
    }
    if store::appeals(act.conn, id)?.iter().any(|one| one.member_id == member && one.is_open()) {
        return Err(Error::Conflict("appeal-conflict-open"));
    }
    store::insert_appeal(act.conn, id, member, says, act.now)?;
    super::record(act, &slice::ELECTION_CONTESTED, &election, json!({}))
}

fn open(act: &mut Act<'_>, id: i64, number: i32) -> Result<(Election, Appeal)> {
    let election = store::lock(act.conn, id)?;
    let appeal = store::appeals(act.conn, id)?.into_iter().find(|one| one.number == number).ok_or(Error::NotFound)?;
    if appeal.is_open() { Ok((election, appeal)) } else { Err(Error::Conflict("appeal-conflict-answered")) }
}

/// Says that a contest is being looked into.
///
/// # Errors
/// `NotFound`; `Conflict` when it is answered.
pub fn examine(act: &mut Act<'_>, id: i64, number: i32) -> Result<()> {
    let (election, appeal) = open(act, id, number)?;
    if appeal.status == Standing::Examined {
        return Ok(());
    }
    store::set_examined(act.conn, id, number)?;
    super::record(act, &slice::ELECTION_EXAMINED, &election, json!({ "told": [appeal.member_id] }))
}

/// Answers a contest: upheld, the election is void and can be repeated; dismissed, it goes on.
///
/// # Errors
/// Those of `examine`; `Conflict` for whoever contests it themselves.
pub fn answer(act: &mut Act<'_>, id: i64, number: i32, upheld: bool, says: &str) -> Result<()> {
    let account = act.viewer.map(|viewer| viewer.account_id).ok_or(Error::Forbidden)?;
    let (election, appeal) = open(act, id, number)?;
    if act.viewer.and_then(|viewer| viewer.member_id) == Some(appeal.member_id) {
        return Err(Error::Conflict("appeal-conflict-own"));
    }
    let status = if upheld { Standing::Upheld } else { Standing::Dismissed };
    store::set_answered(act.conn, (id, number), status, says, account, act.now)?;
    let detail = json!({ "told": [appeal.member_id], "standing": status.word(), "reason": says });
    super::record(act, &slice::ELECTION_ANSWERED, &election, detail)?;
    if !upheld {
        return super::settle_due(act, id);
    }
    if election.status != Status::Declared {
        return Ok(());
    }
    outcome::void(act, &election, says)?;
    match election.poll_id {
        Some(poll) => polls::void(act, poll, says),
        None => Ok(()),
    }
}
