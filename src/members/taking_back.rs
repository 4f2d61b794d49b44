//! Whoever came into the register by mistake goes out again and leaves no name behind: one person who was added today, or the people
//! of an import. Only while nothing hangs on them.
//!
//! "Touched" is asked of every table that points at members, by a print of all of those rows.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::{slice, store};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Rewritten};
use crate::platform::visit::Act;

/// A print of every row about some members: it changes when anything of them does.
pub fn prints(conn: &mut PgConnection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    store::taking_back::prints(conn, ids)
}

/// The rows of some members that can be put back: their own, statuses, phones, homes and seats.
pub fn contents(conn: &mut PgConnection, ids: &[i64]) -> Result<HashMap<i64, Value>> {
    store::taking_back::contents(conn, ids)
}

/// Puts a member back as `contents` gave them.
pub fn put_back(conn: &mut PgConnection, id: i64, before: &Value) -> Result<()> {
    store::taking_back::put_back(conn, id, before)
}

/// Takes members out as if they had never been put in. The events that tell of them lose the name, and are sealed as they stand: the
/// seals, which the event of this act has to hold.
pub fn take_out(act: &mut Act<'_>, ids: &[i64]) -> Result<Value> {
    while !events::chain(act.conn)?.is_empty() {}
    let about = events::about(act.conn, slice::MEMBER.word, ids)?;
    let rewritten: Vec<Rewritten> = about
        .into_iter()
        .map(|event| Rewritten {
            id: event.id,
            actor_name: event.actor_name,
            subject_name: event.subject_id.map(super::sign).unwrap_or_default(),
            detail: json!({}),
        })
        .collect();
    let sealed = events::rewrite(act.conn, &rewritten)?;
    store::taking_back::take_out(act.conn, ids)?;
    Ok(sealed)
}

/// Whether somebody was added today by hand, and nothing hangs on them and nothing happened to them since.
pub fn can_be_taken_back(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<bool> {
    store::taking_back::is_fresh(conn, id, today)
}

/// Takes somebody back who was added by mistake today.
///
/// # Errors
/// `NotFound` when there is no such member; `Conflict` when something hangs on them, or it was not today.
pub fn take_back(act: &mut Act<'_>, id: i64) -> Result<()> {
    store::locked_ledger(act.conn, id)?;
    let today = act.today();
    if !can_be_taken_back(act.conn, id, today)? {
        return Err(Error::Conflict("conflict-taken-back"));
    }
    let sealed = take_out(act, &[id])?;
    let detail = json!({ "taken_out": [id], "sealed": sealed });
    events::record_of_coop(act, &slice::MEMBER_TAKEN_BACK, detail)?;
    Ok(())
}
