//! Replies: who comes, in person or from afar, who cannot, who lets somebody vote for them; and what they need.
//!
//! A reply is to the day, time and place as they were: after a change people are asked again. From a mail one replies without signing in,
//! with a link that is good for one person and one meeting. No reply is a presence: that is said at the door.

use chrono::{DateTime, Utc};
use diesel::PgConnection;
use serde_json::json;

use super::{Meeting, looked_at, slice, store};
use crate::coops;
use crate::platform::db::CoopId;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::keys::Keys;
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;

/// The longest text of what somebody needs, in characters.
pub const NEEDS_MAX: usize = 500;

text_enum! {
    pub enum Coming {
        InPerson = "in_person",
        Online = "online",
        /// They cannot come, and say so: excused.
        Regrets = "regrets",
        Proxy = "proxy",
    }
}

row! {
    /// What somebody said, with their name.
    #[derive(Debug, Clone)]
    pub struct Reply {
        pub member_id: i64,
        pub name: String,
        pub answer: Coming,
        pub holder_id: Option<i64>,
        /// Empty where nobody votes for them.
        pub holder: String,
        pub needs: String,
        /// It is of another day, time or place than now.
        pub is_old: bool,
        pub said_at: DateTime<Utc>,
    }
}

/// As it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReply {
    pub answer: Coming,
    pub holder_id: Option<i64>,
    pub needs: String,
}

/// How many of those who are called come, by what they said of the day and place as they are now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub called: usize,
    pub in_person: usize,
    pub online: usize,
    pub regrets: usize,
    pub proxies: usize,
}

impl Tally {
    pub fn coming(&self) -> usize {
        self.in_person + self.online
    }

    pub fn silent(&self) -> usize {
        self.called.saturating_sub(self.coming() + self.regrets + self.proxies)
    }
}

/// All replies to a meeting, by name.
pub fn of_meeting(conn: &mut PgConnection, meeting: &Meeting) -> Result<Vec<Reply>> {
    store::replies::of_meeting(conn, meeting)
}

/// Counts replies; those of another day do not count.
pub fn tally(called: usize, all: &[Reply]) -> Tally {
    let of = |answer| all.iter().filter(|reply| !reply.is_old && reply.answer == answer).count();
    Tally {
        called,
        in_person: of(Coming::InPerson),
        online: of(Coming::Online),
        regrets: of(Coming::Regrets),
        proxies: of(Coming::Proxy),
    }
}

/// What somebody said last.
pub fn of_member(conn: &mut PgConnection, meeting: &Meeting, member: i64) -> Result<Option<Reply>> {
    store::replies::of_member(conn, meeting, member)
}

/// What a mail carries, so that its reader can reply without signing in: their number, signed for this meeting. Good for nothing else.
pub fn token(keys: &Keys, coop: CoopId, meeting: i64, member: i64) -> String {
    format!("{member}.{}", keys.sign(b"meeting-reply", &message(coop, meeting, member)))
}

fn message(coop: CoopId, meeting: i64, member: i64) -> Vec<u8> {
    format!("{}/{meeting}/{member}", coop.0).into_bytes()
}

/// Whose a token is; none when it is not one of ours for this meeting.
pub fn of_token(keys: &Keys, coop: CoopId, meeting: i64, token: &str) -> Option<i64> {
    let (member, code) = token.split_once('.')?;
    let member = member.parse().ok()?;
    keys.verify(b"meeting-reply", &message(coop, meeting, member), code).then_some(member)
}

/// Keeps what a member says, in place of what they said before.
///
/// # Errors
/// `Forbidden` to who is not called; `Conflict` when the meeting is off, over or past; `Invalid` on `reply` where it cannot be attended so,
/// on `holder` for who cannot vote for them.
pub fn reply(act: &mut Act<'_>, id: i64, member: i64, new: &NewReply) -> Result<()> {
    store::lock(act.conn, id)?;
    let today = act.today();
    let meeting = store::find(act.conn, id, Some(member), today)?;
    if !store::calling::is_callee(act.conn, &meeting, member, today)? {
        return Err(Error::Forbidden);
    }
    if !meeting.is_on() || meeting.held_on < today || meeting.ended_at.is_some() {
        return Err(Error::Conflict("conflict-reply-late"));
    }
    let profile = coops::rule_profile(act.conn)?;
    match new.answer {
        Coming::Online if meeting.online.is_empty() => return Err(Error::field("reply", "wrong-choice")),
        Coming::Proxy => check_proxy(act, &meeting, member, (new.holder_id, profile.proxies_max))?,
        Coming::InPerson | Coming::Online | Coming::Regrets => {}
    }
    let before = store::replies::of_member(act.conn, &meeting, member)?;
    let same = before.is_some_and(|before| {
        !before.is_old && (before.answer, before.holder_id, &before.needs) == (new.answer, new.holder_id, &new.needs)
    });
    if same {
        return Ok(());
    }
    store::replies::put(act.conn, &meeting, member, new, act.now)?;
    // What somebody needs is for who prepares the meeting, and stands in no log.
    let detail = json!({ "member_id": member, "answer": new.answer });
    events::record(act, &slice::MEETING_REPLIED, &meeting.subject(), detail)?;
    Ok(())
}

/// Whether somebody can vote for a member: both are called to a general meeting, no proxy is handed on, and nobody holds more than the rules
/// allow.
fn check_proxy(act: &mut Act<'_>, meeting: &Meeting, member: i64, (holder, most): (Option<i64>, i32)) -> Result<()> {
    let wrong = |key| Err(Error::field("holder", key));
    if most <= 0 || !meeting.kind.is_general() {
        return Err(Error::field("reply", "wrong-choice"));
    }
    let Some(holder) = holder else { return wrong("wrong-required") };
    let today = act.today();
    let rights = crate::members::voting_rights(act.conn, today, today)?;
    let votes = |who: i64| rights.iter().any(|right| right.member == who && right.why.is_empty());
    let given = store::replies::proxies(act.conn, meeting)?;
    let held = given.iter().filter(|(giver, to)| *to == holder && *giver != member).count();
    match () {
        () if holder == member || !votes(holder) => wrong("wrong-proxy-holder"),
        () if !votes(member) => Err(Error::field("reply", "wrong-proxy-no-vote")),
        () if given.iter().any(|(giver, _)| *giver == holder) => wrong("wrong-proxy-gave"),
        () if given.iter().any(|(_, to)| *to == member) => Err(Error::field("reply", "wrong-proxy-holds")),
        () if held >= usize::try_from(most).unwrap_or(0) => wrong("wrong-proxy-full"),
        () => Ok(()),
    }
}

/// The reply of whoever acts.
///
/// # Errors
/// As for `reply`.
pub fn reply_oneself(act: &mut Act<'_>, id: i64, new: &NewReply) -> Result<()> {
    let member = act.member_id()?;
    looked_at(act, id)?;
    reply(act, id, member, new)
}
