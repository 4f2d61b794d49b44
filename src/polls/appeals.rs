//! Contesting a result: that of a secret vote, whose voters alone can say that their check failed, and that of the vote of an election.
//!
//! In writing, within the days that the rules give, by whoever was on the roll. Those who run votes and both scrutineers are told. It is
//! received, examined, and answered with a reason: upheld, the vote is void from then on and can be held again; dismissed, it stands.
//! Everybody sees the number, the kind, the state and the day of each; the words and the name only who wrote them, who answers and the
//! scrutineers. Nobody is asked for their ballot or its code: beside a name, a code would say what they voted. While a contest is open the
//! key of the urn is kept, and no seat is filled.

use chrono::NaiveDate;
use diesel::PgConnection;
use serde_json::json;

use super::{State, roll, setup, slice, store, urn, voiding};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;
use store::appeals as rows;

pub use rows::{Appeal, Contested};

/// The longest text of a contest, and of its answer, in characters.
pub const TEXT_MAX: usize = 5_000;

text_enum! {
    /// What went wrong.
    pub enum Kind {
        /// A code is not on the published list.
        Missing = "missing",
        /// The ballot under a code says something else.
        Different = "different",
        /// The records say that somebody voted who did not.
        NotVoted = "not_voted",
        /// The records say that somebody did not vote who did.
        Voted = "voted",
        Other = "other",
    }
}

text_enum! {
    /// Where a contest stands.
    pub enum Standing {
        Received = "received",
        Examined = "examined",
        Upheld = "upheld",
        Dismissed = "dismissed",
    }
}

/// What is answered to a contest.
#[derive(Debug, Clone)]
pub struct Reply {
    pub upheld: bool,
    pub says: String,
    /// Whether the vote, void then, is set up again at once, as a draft.
    pub repeats: bool,
}

/// Until when a result can be contested, and what was contested of it.
pub fn of(conn: &mut PgConnection, poll: i64) -> Result<Contested> {
    rows::contested(conn, poll)
}

/// Whether a contest waits for its answer.
pub fn is_contested(conn: &mut PgConnection, poll: i64) -> Result<bool> {
    Ok(of(conn, poll)?.appeals.0.iter().any(Appeal::is_open))
}

/// Contests a result.
///
/// # Errors
/// `Conflict` when there is none, its time is over, or one of theirs is not answered yet; `Forbidden` for who was not on the roll.
pub fn contest(act: &mut Act<'_>, id: i64, kind: Kind, says: &str) -> Result<()> {
    let member = act.member_id()?;
    let poll = store::lock(act.conn, id)?;
    let contested = of(act.conn, id)?;
    if poll.state(act.now) != State::Closed || !contested.can_be(act.today()) {
        return Err(Error::Conflict("appeal-conflict-over"));
    }
    if !roll::everybody(act.conn, id)?.contains(&member) {
        return Err(Error::Forbidden);
    }
    if contested.appeals.0.iter().any(|one| one.member_id == member && one.is_open()) {
        return Err(Error::Conflict("appeal-conflict-open"));
    }
    rows::insert(act.conn, (id, member), kind, says, act.now)?;
    let detail = json!({ "title_en": poll.title_en, "title_fr": poll.title_fr, "trouble": kind.word() });
    events::record(act, &slice::POLL_CONTESTED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// One that is not answered, and nobody else answers it meanwhile.
fn open(act: &mut Act<'_>, id: i64, number: i32) -> Result<(super::Poll, Appeal)> {
    let poll = store::lock(act.conn, id)?;
    let all = of(act.conn, id)?.appeals.0;
    let appeal = all.into_iter().find(|one| one.number == number).ok_or(Error::NotFound)?;
    if appeal.is_open() { Ok((poll, appeal)) } else { Err(Error::Conflict("appeal-conflict-answered")) }
}

/// Says that a contest is being looked into.
///
/// # Errors
/// `NotFound`; `Conflict` when it is answered.
pub fn examine(act: &mut Act<'_>, id: i64, number: i32) -> Result<()> {
    let (poll, appeal) = open(act, id, number)?;
    if appeal.status == Standing::Examined {
        return Ok(());
    }
    rows::set_examined(act.conn, id, number)?;
    let detail = json!({ "title_en": poll.title_en, "title_fr": poll.title_fr, "told": [appeal.member_id] });
    events::record(act, &slice::APPEAL_EXAMINED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// Answers a contest: upheld, the vote is void, and where they want it so, set up again, as this draft; dismissed, its result stands.
///
/// # Errors
/// Those of `examine`; `Conflict` for whoever contests it themselves.
pub fn answer(act: &mut Act<'_>, id: i64, number: i32, reply: &Reply) -> Result<Option<i64>> {
    let viewer = act.viewer.ok_or(Error::Forbidden)?;
    let (poll, appeal) = open(act, id, number)?;
    if viewer.member_id == Some(appeal.member_id) {
        return Err(Error::Conflict("appeal-conflict-own"));
    }
    let status = if reply.upheld { Standing::Upheld } else { Standing::Dismissed };
    rows::set_answered(act.conn, (id, number), (status, &reply.says), viewer.account_id, act.now)?;
    let detail = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "told": [appeal.member_id], "standing": status.word(),
        "reason": reply.says,
    });
    events::record(act, &slice::APPEAL_ANSWERED, &poll.subject(act.coop.language), detail)?;
    if reply.upheld {
        voiding::void(act, id, &reply.says)?;
    }
    urn::destroy_later(act, &poll)?;
    // What an election asks is held again with the election.
    let repeats = reply.upheld && reply.repeats && !store::questions::is_bound(act.conn, id)?;
    if repeats { setup::copy(act, id).map(Some) } else { Ok(None) }
}

impl Contested {
    /// Whether the result can be contested on a day.
    pub fn can_be(&self, today: NaiveDate) -> bool {
        self.until.is_some_and(|until| today <= until)
    }
}
