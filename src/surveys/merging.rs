//! Two entries of the register are one person: who has answered under the other entry has under the one that goes on. Where both have, both
//! answers count, since nothing leads from a person to one.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::store;
use crate::platform::error::Result;
use crate::platform::merging::{Merge, Verbs};
use crate::platform::visit::Act;

pub const VERBS: Verbs = Verbs { merge, undo };

/// The surveys that the other entry had answered, and those of them that the kept one had, too.
#[derive(Serialize, Deserialize)]
struct Was {
    other: Vec<i64>,
    both: Vec<i64>,
}

fn merge(act: &mut Act<'_>, merge: &Merge) -> Result<Value> {
    let other = store::answered_by(act.conn, merge.other)?;
    let kept = store::answered_by(act.conn, merge.kept)?;
    let both = other.iter().copied().filter(|id| kept.contains(id)).collect();
    store::forget_person(act.conn, merge.other, &other)?;
    store::note_person(act.conn, merge.kept, &other)?;
    Ok(json!(Was { other, both }))
}

fn undo(act: &mut Act<'_>, merge: &Merge, was: &Value) -> Result<bool> {
    let was: Was = serde_json::from_value(was.clone()).map_err(anyhow::Error::new)?;
    let alone: Vec<i64> = was.other.iter().copied().filter(|id| !was.both.contains(id)).collect();
    store::note_person(act.conn, merge.other, &was.other)?;
    store::forget_person(act.conn, merge.kept, &alone)?;
    Ok(true)
}
