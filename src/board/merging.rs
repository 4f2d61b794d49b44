//! Two entries of the register are one person, who has one seat on the board. Two terms on one day were two seats that people elected
//! or appointed somebody to, with offices in them: which of them never was, the board says first (`correct`), and nothing guesses.

use serde_json::Value;

use super::store;
use crate::platform::error::Error;
use crate::platform::merging::Verbs;

pub const VERBS: Verbs = Verbs {
    merge: |act, merge| {
        let meet = store::meet(act.conn, merge.kept, merge.other)?;
        if meet { Err(Error::field("merge_sure", "merging-two-seats")) } else { Ok(Value::Null) }
    },
    undo: |_, _, _| Ok(true),
};
