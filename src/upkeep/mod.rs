//! Upkeep: the work behind the pages, and what of it could not be done.
//!
//! Work that failed to its last try is set aside with its reason, and stays until somebody of the office has it tried again or
//! drops it, or until it is old (`jobs::SET_ASIDE_KEPT`). A letter that the mail server refuses for ever is not work that failed: its
//! delivery says so.

pub mod pages;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::platform::error::Result;
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;
use crate::schema::{deliveries, jobs};

/// Work that has failed: it waits for its next try, or is set aside.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = jobs)]
pub struct Failed {
    pub id: i64,
    pub kind: String,
    pub payload: Value,
    pub attempts: i32,
    pub run_at: DateTime<Utc>,
    pub last_error: Option<String>,
    pub dead_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

/// What was handed over and refused for good.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = deliveries)]
pub struct Refused {
    pub address: String,
    pub subject: String,
    pub ended_at: DateTime<Utc>,
    pub answer: String,
}

/// Work that failed, what was set aside first, the latest in front. At most `limit`.
pub fn failed(conn: &mut PgConnection, limit: i64) -> Result<Vec<Failed>> {
    store::failed(conn, limit)
}

/// Deliveries that were refused, the latest first. At most `limit`.
pub fn refused(conn: &mut PgConnection, limit: i64) -> Result<Vec<Refused>> {
    store::refused(conn, limit)
}

/// Puts work that was set aside back into its queue, as if it were new.
///
/// # Errors
/// `NotFound` when it is not set aside: somebody else was quicker, or it went well meanwhile.
pub fn try_again(act: &mut Act<'_>, id: i64) -> Result<Failed> {
    let work = store::revive(act.conn, id, act.now)?;
    record(act, &slice::WORK_TRIED_AGAIN, &work)?;
    Ok(work)
}

/// Gives up work that was set aside.
///
/// # Errors
/// `NotFound` as above.
pub fn drop(act: &mut Act<'_>, id: i64) -> Result<Failed> {
    let work = store::drop(act.conn, id)?;
    record(act, &slice::WORK_DROPPED, &work)?;
    Ok(work)
}

fn record(act: &mut Act<'_>, kind: &'static events::EventKind, work: &Failed) -> Result<()> {
    let subject = Subject { id: work.id, name: format!("№ {}", work.id) };
    let detail = json!({ "work": work.kind, "reason": work.last_error, "tries": work.attempts });
    events::record(act, kind, &subject, detail)?;
    Ok(())
}
