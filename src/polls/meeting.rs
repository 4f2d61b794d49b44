//! Votes that are taken at a meeting: an ordinary vote with a roll of its own, and no time but that of the room.
//!
//! Whoever leads the meeting opens and ends it. On its roll is, of those who may vote, who is there at the opening, and for whom somebody there
//! stands. Who stands for whom at the meeting may vote for them, where the vote is open; in a secret one they get the paper. Who comes
//! later votes in the next one: a roll does not change while people vote. Its quorum is that of the meeting, so that it has none of its
//! own; where that is lost before the end, the vote is void and can be taken again. A vote that nobody ends ends by itself (`LASTS`).

use chrono::{DateTime, TimeDelta, Utc};
use diesel::PgConnection;
use serde_json::{Value, json};

use super::roll::{Roll, Room};
use super::{Counted, Poll, State, Status, close, closing, proxies, slice, store, void};
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;

/// After how long it ends by itself.
pub const LASTS: TimeDelta = TimeDelta::hours(12);
/// How long a vote lasts that is not taken at its meeting after all.
const WEEK: TimeDelta = TimeDelta::days(7);

/// A vote of a meeting, for the pages of that.
#[derive(Debug, Clone)]
pub struct AtMeeting {
    pub poll: Poll,
    /// How many votes were cast, of how many on the roll.
    pub voted: i32,
    /// What it came to, one a question; nothing before the end.
    pub counted: Vec<Counted>,
    /// Their places in the register, if they decide.
    pub numbers: Vec<i32>,
    /// Papers are to be counted before it closes.
    pub counts_papers: bool,
}

impl AtMeeting {
    pub fn state(&self, now: DateTime<Utc>) -> State {
        self.poll.state(now)
    }

    /// What it came to, in a sentence a question; empty before that.
    pub fn told(&self, lang: Lang) -> String {
        if self.counted.is_empty() { String::new() } else { closing::told(&self.poll, &self.counted, lang) }
    }
}

/// The page of the meeting that an event of its vote changes: that for the projector.
pub(super) fn about(poll: &Poll) -> Option<String> {
    poll.meeting_id.map(|meeting| format!("screen:{meeting}"))
}

/// The votes of a meeting that others see, the first first; of those that ended, what they came to.
pub fn at_meeting(conn: &mut PgConnection, meeting: i64) -> Result<Vec<AtMeeting>> {
    store::meeting::of(conn, meeting)?.into_iter().map(store::meeting::Row::read).collect()
}

/// Whether people vote at a meeting right now.
pub fn are_open_at(conn: &mut PgConnection, meeting: i64) -> Result<bool> {
    store::meeting::are_open(conn, meeting)
}

/// The meeting at which a vote is taken, if it is.
pub fn meeting_of(conn: &mut PgConnection, id: i64) -> Result<Option<i64>> {
    Ok(store::poll(conn, id)?.meeting_id)
}

/// The place in the register of what a vote decided first, if it did.
pub fn number_of(conn: &mut PgConnection, id: i64) -> Result<Option<i32>> {
    Ok(store::registers(conn, id)?.first().and_then(|register| register.number))
}

/// Announced votes that have not opened and could be taken at a meeting: number and title.
pub fn can_be_taken_to(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    store::meeting::free(conn, lang)
}

/// Takes a vote to a meeting that begins at a time, or makes it one like any other again: it opens a day later then.
///
/// # Errors
/// `NotFound`; `Conflict` when it opened, or was called off.
pub fn take_to(act: &mut Act<'_>, id: i64, meeting: Option<(i64, DateTime<Utc>)>) -> Result<()> {
    let before = store::lock(act.conn, id)?;
    if !matches!(before.status, Status::Draft | Status::Scheduled) {
        return Err(Error::Conflict("poll-conflict-not-scheduled"));
    }
    let (opens_at, closes_at) = match meeting {
        Some((_, begins)) => (begins, begins + LASTS),
        None => {
            let opens_at = before.opens_at.max(act.now + TimeDelta::days(1));
            (opens_at, opens_at + WEEK)
        }
    };
    let meeting = meeting.map(|(meeting, _)| meeting);
    if before.meeting_id == meeting {
        return Ok(());
    }
    store::meeting::set(act.conn, id, meeting, (opens_at, closes_at))?;
    let after = store::poll(act.conn, id)?;
    let told = |poll: &Poll| -> Value {
        json!({ "meeting_id": poll.meeting_id, "opens_at": poll.opens_at, "closes_at": poll.closes_at })
    };
    let detail = json!({ "before": told(&before), "after": told(&after) });
    events::record(act, &slice::POLL_CHANGED, &after.subject(act.coop.language), detail)?;
    if after.status == Status::Scheduled { super::announcing::open_in_time(act, &after) } else { Ok(()) }
}

/// Opens a vote for those who are at its meeting.
///
/// # Errors
/// Those of `open`; `Conflict` when none of them may vote.
pub fn open_at_meeting(act: &mut Act<'_>, id: i64, room: &Room) -> Result<()> {
    super::opening::open_with(act, id, Some(room))
}

/// It begins now, whatever was planned. The roll of those who are there.
pub(super) fn begin(act: &mut Act<'_>, poll: &Poll, roll: Roll) -> Result<Roll> {
    if roll.places.is_empty() {
        return Err(Error::Conflict("poll-conflict-nobody-there"));
    }
    store::meeting::set(act.conn, poll.id, poll.meeting_id, (act.now, act.now + LASTS))?;
    Ok(roll)
}

/// Who stands for somebody at the meeting votes for them. What was arranged for the vote alone before it was taken there is over.
pub(super) fn hand_proxies(act: &mut Act<'_>, id: i64, room: &Room) -> Result<()> {
    for proxy in store::proxies::of_poll(act.conn, id)? {
        store::proxies::end(act.conn, proxy.id, act.now)?;
    }
    let poll = store::poll(act.conn, id)?;
    if !proxies::are_known(&poll) {
        return Ok(());
    }
    let on_roll = store::roll::members(act.conn, id, false)?;
    for (giver, holder) in
        room.stood_for.iter().filter(|(giver, holder)| on_roll.contains(giver) && on_roll.contains(holder))
    {
        store::proxies::insert(act.conn, id, *giver, *holder, "", act.now)?;
    }
    Ok(())
}

/// Ends a vote of a meeting and counts it. Where the quorum was lost, of which it is said how many are there and are needed, it is void.
///
/// # Errors
/// Those of `close` and of `void`; `Conflict` for a vote of no meeting.
pub fn end_at_meeting(act: &mut Act<'_>, id: i64, lost: Option<(i64, i64)>) -> Result<()> {
    store::hold_closed(act.conn, id)?;
    if store::lock(act.conn, id)?.meeting_id.is_none() {
        return Err(Error::Conflict("poll-conflict-at-meeting"));
    }
    match lost {
        Some((there, needed)) => {
            let args = [("there", there.into()), ("needed", needed.into())];
            let reason = act.coop.language.with("poll-void-quorum", &args);
            void(act, id, &reason)
        }
        None => close(act, id),
    }
}
