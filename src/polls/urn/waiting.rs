//! An urn that is not ready: those who run votes are told before its vote was to open, and again when it did not. Each once, until the vote is
//! given another time. And a key that is kept until the result can be contested no more.

use serde_json::json;

use super::rows;
use crate::platform::error::Result;
use crate::platform::events;
use crate::platform::jobs;
use crate::platform::visit::Act;
use crate::polls::{Poll, appeals, slice, store};

/// Tells of votes that open within two days, or should have opened, and whose urns are not ready: of one of them, or of all.
pub fn tell_unready(act: &mut Act<'_>, only: Option<i64>) -> Result<()> {
    for id in rows::take_unready(act.conn, act.now, only)? {
        let poll = store::poll(act.conn, id)?;
        let kind = if poll.opens_at <= act.now { &slice::URN_LATE } else { &slice::URN_AWAITED };
        let detail = json!({ "title_en": poll.title_en, "title_fr": poll.title_fr, "opens_at": poll.opens_at });
        events::record(act, kind, &poll.subject(act.coop.language), detail)?;
    }
    Ok(())
}

/// Whoever was told is told anew where a vote was given another time. And a key that is kept until the result can be contested no more.
pub fn untell(act: &mut Act<'_>, before: &Poll, after: &Poll) -> Result<()> {
    if before.opens_at == after.opens_at { Ok(()) } else { rows::set_untold(act.conn, after.id) }
}

/// A contest was answered: where its key waited for that alone, it is destroyed now.
pub fn destroy_later(act: &mut Act<'_>, poll: &Poll) -> Result<()> {
    let over = appeals::of(act.conn, poll.id)?.until.is_some_and(|until| until < act.today());
    if over && poll.secrecy.is_secret() {
        jobs::enqueue(act.conn, &slice::DESTROY_KEY, json!({ "poll": poll.id }), act.now)?;
    }
    Ok(())
}
