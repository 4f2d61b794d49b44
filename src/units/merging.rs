//! Two entries of the register are one person, who may have been entered in two homes. Where both live in one today and only one is
//! theirs, the other one ends today.

use serde_json::Value;

use super::store::merging as rows;
use super::{correct_stay, move_out};
use crate::platform::error::Result;
use crate::platform::merging::{Merge, Side, Verbs};
use crate::platform::visit::Act;

pub const VERBS: Verbs = Verbs { merge, undo: |_, _, _| Ok(true) };

fn merge(act: &mut Act<'_>, merge: &Merge) -> Result<Value> {
    let Some(side) = merge.home_ends else { return Ok(Value::Null) };
    let (ends, stays) = match side {
        Side::Kept => (merge.kept, merge.other),
        Side::Other => (merge.other, merge.kept),
    };
    let today = act.today();
    let stays = rows::dwellings(act.conn, stays, today)?;
    for home in rows::dwellings(act.conn, ends, today)? {
        match home.since < today {
            _ if stays.iter().any(|stay| stay.unit == home.unit) => {}
            true => move_out(act, home.unit, ends, today)?,
            false => correct_stay(act, home.unit, home.id, None)?,
        }
    }
    Ok(Value::Null)
}
