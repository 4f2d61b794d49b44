//! Two entries of the register are one person: in an open vote they have one place on the roll and one ballot.
//!
//! Of a vote that is over nothing changes: roll and ballots are sealed under the entry that was there. What an open one was opened
//! with was sealed too, so an event tells the new roll with new seals. It does not tell who, and never what was chosen.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::store::merging::{self as rows, OnRoll};
use super::{Poll, Status, seal, slice, store};
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
    let mut all = Vec::new();
    for id in rows::open_with(act.conn, merge.other)? {
        let Some(poll) = locked(act, id)? else { continue };
        let was = rows::on_roll(act.conn, id, merge.kept, merge.other)?;
        if was.cast_by_kept.is_some() && was.cast_by_other.is_some() {
            let limit = Some(poll.title(act.coop.language).to_owned());
            return Err(Error::Invalid(vec![FieldError {
                field: "merge_sure".to_owned(),
                key: "merging-voted-twice",
                limit,
            }]));
        }
        rows::merge(act.conn, id, merge.kept, merge.other)?;
        told(act, &poll)?;
        all.push(Was { poll: id, on_roll: was });
    }
    Ok(json!(all))
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
