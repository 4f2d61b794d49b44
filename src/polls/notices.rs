//! Whom to tell about a vote: the whole roll when it opens and when it is decided, and before the close those who have not
//! voted. Nobody is reminded of what they already did.

use serde_json::json;

use super::{REMIND_BEFORE, slice, store};
use crate::platform::error::Result;
use crate::platform::events::{self, Event};
use crate::platform::slice::Telling;
use crate::platform::visit::Act;

/// Whom an event of a vote concerns.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Option<Telling>> {
    let (kind, unvoted) = match event {
        opened if opened.is(&slice::POLL_OPENED) => (&slice::POLL_OPENED_NOTICE, false),
        extended if extended.is(&slice::POLL_EXTENDED) => (&slice::POLL_EXTENDED_NOTICE, false),
        soon if soon.is(&slice::POLL_CLOSING_SOON) => (&slice::POLL_CLOSING_SOON_NOTICE, true),
        closed if closed.is(&slice::POLL_CLOSED) => (&slice::POLL_CLOSED_NOTICE, false),
        _ => return Ok(None),
    };
    let Some(poll) = event.subject_id else { return Ok(None) };
    Ok(Some(Telling { kind, members: store::reads::roll(act.conn, poll, unvoted)? }))
}

/// Records, once a vote, that its close is near: in its last day, and not before half its time is over.
pub fn remind(act: &mut Act<'_>) -> Result<()> {
    for poll in store::take_unreminded(act.conn, act.now, act.now + REMIND_BEFORE)? {
        let detail = json!({ "title_en": poll.title_en, "title_fr": poll.title_fr, "closes_at": poll.closes_at });
        events::record(act, &slice::POLL_CLOSING_SOON, &poll.subject(act.coop.language), detail)?;
    }
    Ok(())
}
