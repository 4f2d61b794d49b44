//! The requests that were sent before, by their keys.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use crate::platform::error::Result;
use crate::schema::submissions;

/// Whether this is the first request of its key. Another one at the same moment waits here.
pub fn claim(conn: &mut PgConnection, digest: &[u8], account: Option<i64>, now: DateTime<Utc>) -> Result<bool> {
    let row = (submissions::digest.eq(digest), submissions::account_id.eq(account), submissions::at.eq(now));
    Ok(diesel::insert_into(submissions::table).values(row).on_conflict_do_nothing().execute(conn)? == 1)
}

pub fn outcome(conn: &mut PgConnection, digest: &[u8]) -> Result<Option<Value>> {
    let kept = submissions::table.filter(submissions::digest.eq(digest)).select(submissions::outcome);
    Ok(kept.first::<Option<Value>>(conn).optional()?.flatten())
}

pub fn keep_outcome(conn: &mut PgConnection, digest: &[u8], outcome: &Value) -> Result<()> {
    diesel::update(submissions::table.filter(submissions::digest.eq(digest)))
        .set(submissions::outcome.eq(outcome))
        .execute(conn)?;
    Ok(())
}
