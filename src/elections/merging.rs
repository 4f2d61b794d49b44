//! Two entries of the register are one person, who stands once. While both stand in an election that is not over they stay two: one of them
//! is withdrawn first. Of an election that is over nothing changes but under which entry it stands.

use serde_json::{Value, json};

use super::store;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::merging::{Merge, Verbs};
use crate::platform::visit::Act;

pub const VERBS: Verbs = Verbs { merge, undo };

fn merge(act: &mut Act<'_>, merge: &Merge) -> Result<Value> {
    if let Some(id) = store::with_both(act.conn, merge.kept, merge.other)? {
        let election = store::find(act.conn, id)?;
        let limit = Some(election.title(act.coop.language).to_owned());
        let field = "merge_sure".to_owned();
        return Err(Error::Invalid(vec![FieldError { field, key: "merging-stands-twice", limit }]));
    }
    Ok(json!(store::hand_on(act.conn, merge.other, merge.kept, None)?))
}

fn undo(act: &mut Act<'_>, merge: &Merge, was: &Value) -> Result<bool> {
    let elections: Vec<i64> = serde_json::from_value(was.clone()).map_err(anyhow::Error::new)?;
    store::hand_on(act.conn, merge.kept, merge.other, Some(&elections))?;
    // What else was moved in these rows was put back before, and the whole row with it.
    store::stands_in_all(act.conn, merge.other, &elections)
}
