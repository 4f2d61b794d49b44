//! A committee closes: claims of its kinds of work are answered by who manages hours, and so is the list of who is short.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::slice;
use super::store::kinds as store;
use crate::platform::departure::Closing;
use crate::platform::error::Result;
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;

pub const CLOSING: Closing = Closing { count: kinds_of, end: leave, restore: give_back };

fn kinds_of(conn: &mut PgConnection, committee: i64) -> Result<usize> {
    store::of_committee(conn, committee)
}

fn leave(act: &mut Act<'_>, committee: i64) -> Result<Vec<Value>> {
    let left = store::leave_committee(act.conn, committee)?;
    for one in left.iter().filter(|one| one.kind == "kind") {
        let subject = Subject { id: one.id, name: one.name.as_str().unwrap_or_default().to_owned() };
        let detail = json!({ "before": { "committee_id": committee }, "after": { "committee_id": null } });
        events::record(act, &slice::WORK_KIND_CHANGED, &subject, detail)?;
    }
    Ok(left.into_iter().map(|one| json!({ "kind": one.kind, "id": one.id, "name": one.name })).collect())
}

fn give_back(act: &mut Act<'_>, committee: i64, was: &Value) -> Result<bool> {
    let (kind, id) = (was["kind"].as_str().unwrap_or_default(), was["id"].as_i64().unwrap_or_default());
    let given = store::give_back(act.conn, kind, id, committee)?;
    if given && kind == "kind" {
        let subject = Subject { id, name: was["name"].as_str().unwrap_or_default().to_owned() };
        let detail = json!({ "before": { "committee_id": null }, "after": { "committee_id": committee } });
        events::record(act, &slice::WORK_KIND_CHANGED, &subject, detail)?;
    }
    Ok(given)
}
