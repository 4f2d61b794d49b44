//! Every query of upkeep. The queue itself is worked by `platform/jobs`.

mod kept;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

pub use kept::TABLES;

use super::{Failed, Refused};
use crate::platform::error::{Error, Result};
use crate::schema::{deliveries, jobs};

/// What was set aside.
pub const SET_ASIDE: &str = "select id from jobs where dead_at is not null";
/// What a mail server refused in the last seven days.
pub const REFUSED_LATELY: &str =
    "select id from deliveries where not accepted and ended_at > now() - interval '7 days'";

pub fn failed(conn: &mut PgConnection, limit: i64) -> Result<Vec<Failed>> {
    Ok(jobs::table
        .filter(jobs::dead_at.is_not_null().or(jobs::last_error.is_not_null()))
        .order((jobs::dead_at.desc().nulls_last(), jobs::id.desc()))
        .limit(limit)
        .select(Failed::as_select())
        .load(conn)?)
}

pub fn refused(conn: &mut PgConnection, limit: i64) -> Result<Vec<Refused>> {
    Ok(deliveries::table
        .filter(deliveries::accepted.eq(false))
        .order((deliveries::ended_at.desc(), deliveries::id.desc()))
        .limit(limit)
        .select(Refused::as_select())
        .load(conn)?)
}

/// Back into the queue; as it was before, for the record.
pub fn revive(conn: &mut PgConnection, id: i64, now: DateTime<Utc>) -> Result<Failed> {
    let work = set_aside(conn, id)?;
    diesel::update(jobs::table.find(id))
        .set((
            jobs::dead_at.eq(None::<DateTime<Utc>>),
            jobs::last_error.eq(None::<String>),
            jobs::lease_until.eq(None::<DateTime<Utc>>),
            jobs::attempts.eq(0),
            jobs::run_at.eq(now),
        ))
        .execute(conn)?;
    Ok(work)
}

pub fn drop(conn: &mut PgConnection, id: i64) -> Result<Failed> {
    let work = set_aside(conn, id)?;
    diesel::delete(jobs::table.find(id)).execute(conn)?;
    Ok(work)
}

/// Work that is set aside, and nobody else's until this transaction ends.
fn set_aside(conn: &mut PgConnection, id: i64) -> Result<Failed> {
    let found = jobs::table
        .filter(jobs::id.eq(id).and(jobs::dead_at.is_not_null()))
        .select(Failed::as_select())
        .for_update()
        .first(conn)
        .optional()?;
    found.ok_or(Error::NotFound)
}
