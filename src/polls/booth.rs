//! The booth: voting secretly with help.
//!
//! Somebody without a device, or who cannot sign in, comes to the office or to a scrutineer, who see who it is and make a code for them. With
//! it they fill the ballot in themselves, on any device: the address of the booth asks for the code and shows the ballot and nothing else,
//! whoever may be signed in there. The office sees no choice, and does not learn from the code whether a ballot was cast with it. Whoever
//! gets a code is told so, as who is handed a paper; how many were helped is told with the result.
//!
//! A code has 60 bits and is good for an hour. Casting with it writes the urn and nothing else, as any secret cast.

use chrono::TimeDelta;
use diesel::PgConnection;

use super::store::booths as rows;
use super::urn::codes;
use super::{State, ballot_box, slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::keys::digest;
use crate::platform::visit::Act;

pub use rows::Booth;

/// How long a code is good.
pub const LASTS: TimeDelta = TimeDelta::minutes(60);

/// Makes a code for somebody who votes with help. It is shown once; one that they had is void.
///
/// # Errors
/// `Invalid` on `booth_voter` for somebody who has voted, whose home has, or who is not on the roll; `Forbidden` for who is not asked to
/// help; `Conflict` when the vote is not open.
pub fn open(act: &mut Act<'_>, id: i64, member: i64) -> Result<String> {
    ballot_box::must_be_asked_in_person(act, id)?;
    let account = act.viewer.ok_or(Error::Forbidden)?.account_id;
    let poll = store::poll(act.conn, id)?;
    if !poll.secrecy.is_secret() {
        return Err(Error::NotFound);
    }
    if poll.state(act.now) != State::Open {
        return Err(Error::Conflict("booth-conflict-not-open"));
    }
    if let Some(hindrance) = rows::hindrance(act.conn, id, member)? {
        return Err(ballot_box::refused("booth_voter", &hindrance));
    }
    let code = codes::booth();
    let booth = Booth { poll_id: id, member_id: member };
    rows::put(act.conn, &booth, &hash(&code), (account, act.now), act.now + LASTS)?;
    ballot_box::told(act, &poll, &slice::BOOTH_OPENED, member)?;
    Ok(code)
}

/// Whose a typed code is. `None` where it is nobody's, or not good any more.
pub fn of_code(conn: &mut PgConnection, code: &str, now: chrono::DateTime<chrono::Utc>) -> Result<Option<Booth>> {
    rows::of_code(conn, &hash(code), now)
}

/// By which a code is kept, and under which what was looked at with it is signed.
pub fn hash(code: &str) -> Vec<u8> {
    digest(&codes::plain(code))
}
