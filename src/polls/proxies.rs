//! Proxies: somebody on the roll lets somebody else on it vote for them, in one vote. Where the rules allow it; no chains.
//!
//! Most acts of housing co-ops know none (Quebec, Cooperatives Act, s. 4: a member has one vote and votes in person), so the rule profile
//! begins with none. The ballot stands on the roll as the giver's, with who cast it; whoever votes for themselves takes it back.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::{Poll, State, roll, slice, store};
use crate::coops::QuorumOf;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;

pub use store::proxies::Proxy;

/// The longest instructions, in characters.
pub const INSTRUCTIONS_MAX: usize = 1_000;
/// Whoever voted for themselves has no proxy vote any more.
pub const VOTED_THEMSELVES: &str = "proxy-conflict-voted";

text_enum! {
    /// Why somebody cannot give a proxy to somebody.
    pub enum Refusal {
        Oneself = "oneself",
        /// They are not on the roll.
        NotOnRoll = "not-on-roll",
        /// They have given theirs away.
        HasGiven = "has-given",
        /// They hold as many as anybody may.
        Full = "full",
        /// Who gives holds some: they would be handed on.
        Holds = "holds",
        /// Who gives has given theirs already.
        Given = "given",
    }
}

/// What stands in the way of a proxy, in a vote in which these are in force.
pub fn refusal(all: &[Proxy], on_roll: &[i64], giver: i64, holder: i64, most: usize) -> Option<Refusal> {
    let gave = |member: i64| all.iter().any(|proxy| proxy.giver_id == member);
    let held = |member: i64| all.iter().filter(|proxy| proxy.holder_id == member).count();
    match holder {
        _ if gave(giver) => Some(Refusal::Given),
        _ if held(giver) > 0 => Some(Refusal::Holds),
        own if own == giver => Some(Refusal::Oneself),
        holder if !on_roll.contains(&holder) => Some(Refusal::NotOnRoll),
        holder if gave(holder) => Some(Refusal::HasGiven),
        holder if held(holder) >= most => Some(Refusal::Full),
        _ => None,
    }
}

/// Whether a vote has proxies. Of one that is taken at a meeting they are those of the meeting, once it opens. Homes do not: those who live together vote for their home among themselves.
pub fn are_known(poll: &Poll) -> bool {
    let coming = poll.meeting_id.is_some() && poll.roll_size.is_none();
    poll.proxies_max > 0 && !coming && !poll.vote_of.is_of_homes() && !poll.secrecy.is_secret()
}

/// Who is on the roll of a vote, or would be if it opened today.
pub fn on_roll(conn: &mut PgConnection, poll: &Poll, today: NaiveDate) -> Result<Vec<i64>> {
    if poll.roll_size.is_some() {
        return store::roll::members(conn, poll.id, false);
    }
    let roll = roll::draw(conn, (poll.vote_of, QuorumOf::Votes), today, poll.record_on)?;
    Ok(roll.places.iter().map(|place| place.member).collect())
}

/// Lets somebody else vote for the member who acts.
///
/// # Errors
/// `Conflict` when the vote has no proxies, is not to come or open, or the member has voted; `Forbidden` when they are not on the roll;
/// `Invalid` on `holder`.
pub fn give(act: &mut Act<'_>, id: i64, holder: i64, instructions: &str) -> Result<()> {
    let giver = act.member_id()?;
    let poll = store::lock(act.conn, id)?;
    match poll.state(act.now) {
        State::Draft => return Err(Error::NotFound),
        _ if !are_known(&poll) || poll.meeting_id.is_some() => return Err(Error::Conflict("proxy-conflict-none")),
        State::Scheduled | State::Open => {}
        _ => return Err(Error::Conflict("proxy-conflict-over")),
    }
    let today = act.today();
    let on_roll = on_roll(act.conn, &poll, today)?;
    if !on_roll.contains(&giver) {
        return Err(Error::Forbidden);
    }
    if store::has_voted(act.conn, id, giver)? {
        return Err(Error::Conflict(VOTED_THEMSELVES));
    }
    let all = store::proxies::of_poll(act.conn, id)?;
    let most = usize::try_from(poll.proxies_max).unwrap_or(0);
    if let Some(refusal) = refusal(&all, &on_roll, giver, holder, most) {
        return Err(Error::field("holder", key(refusal)));
    }
    store::proxies::insert(act.conn, id, giver, holder, instructions, act.now)?;
    told(act, &poll, &slice::PROXY_GIVEN, Some(holder))
}

fn key(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Oneself => "proxy-wrong-oneself",
        Refusal::NotOnRoll => "proxy-wrong-not-on-roll",
        Refusal::HasGiven => "proxy-wrong-has-given",
        Refusal::Full => "proxy-wrong-full",
        Refusal::Holds => "proxy-wrong-holds",
        Refusal::Given => "proxy-wrong-given",
    }
}

/// Ends a proxy: who gave it takes it back, or who holds it declines. What was voted with it stands until its giver votes.
///
/// # Errors
/// `NotFound` for anybody else; `Conflict` when the vote is over.
pub fn end(act: &mut Act<'_>, id: i64, proxy: i64) -> Result<()> {
    let member = act.member_id()?;
    let poll = store::lock(act.conn, id)?;
    let Some(found) = store::proxies::of_poll(act.conn, id)?.into_iter().find(|one| one.id == proxy) else {
        return Err(Error::NotFound);
    };
    let other = match member {
        giver if giver == found.giver_id => found.holder_id,
        holder if holder == found.holder_id => found.giver_id,
        _ => return Err(Error::NotFound),
    };
    if !matches!(poll.state(act.now), State::Scheduled | State::Open) {
        return Err(Error::Conflict("proxy-conflict-over"));
    }
    store::proxies::end(act.conn, proxy, act.now)?;
    told(act, &poll, &slice::PROXY_ENDED, Some(other))
}

/// The other one of the two is told.
pub(super) fn told(act: &mut Act<'_>, poll: &Poll, kind: &'static events::EventKind, other: Option<i64>) -> Result<()> {
    let detail = json!({ "title_en": poll.title_en, "title_fr": poll.title_fr, "told": other.as_slice() });
    events::record(act, kind, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// For whom the member who acts may vote by a proxy.
///
/// # Errors
/// `NotFound` when they hold no such proxy.
pub fn held(act: &mut Act<'_>, id: i64, proxy: i64) -> Result<Proxy> {
    let member = act.member_id()?;
    let found =
        store::proxies::of_poll(act.conn, id)?.into_iter().find(|one| one.id == proxy && one.holder_id == member);
    found.ok_or(Error::NotFound)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::platform::clock;

    fn proxy(giver_id: i64, holder_id: i64) -> Proxy {
        let given_at = clock::now();
        Proxy { id: 0, giver_id, holder_id, instructions: String::new(), given_at, voted: false, voted_self: false }
    }

    proptest! {
        /// However people give and take, nobody has more than they may, nobody hands on what they hold, and one gives once.
        #[test]
        fn what_is_given_makes_no_chains(tries in prop::collection::vec((0..8_i64, 0..9_i64), 0..60), most in 0..4_usize) {
            let on_roll: Vec<i64> = (0..8).collect();
            let mut all: Vec<Proxy> = Vec::new();
            for (giver, holder) in tries {
                if refusal(&all, &on_roll, giver, holder, most).is_none() {
                    all.push(proxy(giver, holder));
                }
                let mut given: BTreeMap<i64, i64> = BTreeMap::new();
                for one in &all {
                    prop_assert!(given.insert(one.giver_id, one.holder_id).is_none(), "one gives once");
                    prop_assert!(on_roll.contains(&one.holder_id) && one.giver_id != one.holder_id);
                }
                for holder in given.values() {
                    prop_assert!(!given.contains_key(holder), "no chain");
                    prop_assert!(given.values().filter(|other| *other == holder).count() <= most);
                }
            }
        }
    }
}
