//! Two entries of the register are one person: in an open vote they have one place on the roll and one ballot.
//!
//! Of a vote that is over nothing changes: roll and ballots are sealed under the entry that was there. What an open one was opened
//! with was sealed too, so an event tells the new roll with new seals. It does not tell who, and never what was chosen. Proxies that the
//! other entry gave or holds end, since one person would hold their own or hand others on; what was voted with them stands, and what
//! one of the two entries cast for the other was cast in person. Who declared an interest stays out of the vote: while it is open, the two
//! stay two.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::store::merging::{self as rows, OnRoll};
use super::{Poll, Status, proxies, seal, slice, store};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events;
use crate::platform::merging::{Merge, Verbs};
use crate::platform::visit::Act;

pub const VERBS: Verbs = Verbs { merge, undo };

/// An open vote in which the other entry was on the roll.
#[derive(Serialize, Deserialize)]
struct Was {
    poll: i64,
    #[serde(flatten)]
    on_roll: OnRoll,
}

fn merge(act: &mut Act<'_>, merge: &Merge) -> Result<Value> {
    if let Some(poll) = rows::interest_of(act.conn, merge.kept, merge.other)? {
        return Err(refused("merging-interest", &store::poll(act.conn, poll)?, act));
    }
    end_proxies(act, merge)?;
    let mut all = Vec::new();
    for id in rows::open_with(act.conn, merge.other)? {
        let Some(poll) = locked(act, id)? else { continue };
        let was = rows::on_roll(act.conn, id, merge.kept, merge.other)?;
        if was.cast_by_kept.is_some() && was.cast_by_other.is_some() || was.kept_voted && was.other_voted {
            return Err(refused("merging-voted-twice", &poll, act));
        }
        rows::merge(act.conn, id, merge.kept, merge.other)?;
        told(act, &poll)?;
        all.push(Was { poll: id, on_roll: was });
    }
    Ok(json!(all))
}

fn refused(key: &'static str, poll: &Poll, act: &Act<'_>) -> Error {
    let limit = Some(poll.title(act.coop.language).to_owned());
    Error::Invalid(vec![FieldError { field: "merge_sure".to_owned(), key, limit }])
}

/// Ends the proxies of the other entry in votes that are not over, and tells whoever is a third. Undoing puts the rows back as they were.
fn end_proxies(act: &mut Act<'_>, merge: &Merge) -> Result<()> {
    for (poll, proxy) in store::proxies::in_force_of(act.conn, merge.other)? {
        let poll = store::lock(act.conn, poll)?;
        store::proxies::end(act.conn, proxy.id, act.now)?;
        let both = [proxy.giver_id, proxy.holder_id];
        let third = both.into_iter().find(|member| ![merge.kept, merge.other].contains(member));
        proxies::told(act, &poll, &slice::PROXY_ENDED, third)?;
    }
    Ok(())
}

fn undo(act: &mut Act<'_>, merge: &Merge, was: &Value) -> Result<bool> {
    let mut all = true;
    let votes: Vec<Was> = serde_json::from_value(was.clone()).map_err(anyhow::Error::new)?;
    for was in votes {
        match locked(act, was.poll)? {
            Some(poll) => {
                rows::part(act.conn, was.poll, merge.kept, merge.other, &was.on_roll)?;
                told(act, &poll)?;
            }
            None => all = false,
        }
    }
    Ok(all)
}

/// The vote, if it is open, with nobody casting and nobody counting until this transaction ends.
fn locked(act: &mut Act<'_>, id: i64) -> Result<Option<Poll>> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    Ok(Some(poll).filter(|poll| poll.status == Status::Open))
}

fn told(act: &mut Act<'_>, poll: &Poll) -> Result<()> {
    let rows = store::sealed::rows(act.conn, poll.id)?;
    let sides = |size: Option<i32>| json!({ "roll": size });
    let detail = json!({
        "before": sides(poll.roll_size), "after": sides(rows.poll.roll_size), "seals": seal::at_opening(&rows),
    });
    events::record(act, &slice::POLL_ROLL_CORRECTED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}
