//! Whom to tell about a vote: the whole roll when it opens and when it is decided, and before the close those who have not
//! voted. Nobody is reminded of what they already did.

use serde_json::json;

use super::{REMIND_BEFORE, store};
use crate::notices::{self, Notice};
use crate::platform::error::Result;
use crate::platform::events::{self, Event};
use crate::platform::visit::Act;

/// What to tell about an event of a vote, to whoever of the roll has an open account.
pub fn about(act: &mut Act<'_>, event: &Event) -> Result<Vec<Notice>> {
    let (kind, unvoted, page) = match event.kind.as_str() {
        "poll.opened" => (notices::POLL_OPENED, false, ""),
        "poll.closing_soon" => (notices::POLL_CLOSING_SOON, true, ""),
        "poll.closed" => (notices::POLL_CLOSED, false, "/result"),
        _ => return Ok(Vec::new()),
    };
    let Some(poll) = event.subject_id else { return Ok(Vec::new()) };
    let today = act.today();
    let members = store::reads::roll(act.conn, poll, unvoted)?;
    let mut accounts: Vec<i64> = notices::accounts_of(act.conn, &members, today)?.into_values().collect();
    accounts.sort_unstable();
    let notice = |account_id| Notice {
        account_id,
        kind,
        subject_name: event.subject_name.clone(),
        detail: event.detail.clone(),
        href: format!("/polls/{poll}{page}"),
    };
    Ok(accounts.into_iter().map(notice).collect())
}

/// Records, once a vote, that its close is near: in its last day, and not before half its time is over. Nothing is told
/// here: `about` tells those who have not voted of the event.
pub fn remind(act: &mut Act<'_>) -> Result<Vec<Notice>> {
    for poll in store::take_unreminded(act.conn, act.now, act.now + REMIND_BEFORE)? {
        let detail = json!({ "title_en": poll.title_en, "title_fr": poll.title_fr, "closes_at": poll.closes_at });
        events::record(act, "poll.closing_soon", &poll.subject(act.coop.language), detail)?;
    }
    Ok(Vec::new())
}
