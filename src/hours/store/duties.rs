//! The queries of duties, and of whom was reminded of one.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::hours::{Doer, Duty};
use crate::platform::error::Result;
use crate::platform::sql::sql;

pub fn committee_is_open(conn: &mut PgConnection, id: i64) -> Result<bool> {
    Ok(sql("select from committees where id = $1 and closed_on is null").bind(id).execute(conn)? > 0)
}

pub fn put(conn: &mut PgConnection, duty: &Duty, account: Option<i64>, now: DateTime<Utc>) -> Result<()> {
    sql("insert into duties (starts_on, per, minutes, months, carry, carry_minutes, grace_days, committee_id, set_by, set_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (coop_id, starts_on) do update set per = excluded.per, \
           minutes = excluded.minutes, months = excluded.months, carry = excluded.carry, carry_minutes = excluded.carry_minutes, \
           grace_days = excluded.grace_days, committee_id = excluded.committee_id, set_by = excluded.set_by, set_at = excluded.set_at")
    .bind((duty.starts_on, duty.per, duty.minutes, duty.months, duty.carry, duty.carry_minutes, duty.grace_days))
    .bind((duty.committee_id, account, now))
    .execute(conn)?;
    Ok(())
}

pub fn remove(conn: &mut PgConnection, starts_on: NaiveDate) -> Result<()> {
    sql("delete from duties where starts_on = $1").bind(starts_on).execute(conn)?;
    Ok(())
}

/// Notes that somebody is reminded of a period. False where they, or an entry that became theirs, were before.
pub fn remind(conn: &mut PgConnection, period: NaiveDate, party: Doer, now: DateTime<Utc>) -> Result<bool> {
    let written = sql("insert into hour_reminders (period_starts_on, member_id, unit_id, reminded_at) select $1, $2, $3, $4 \
         where not exists (select from hour_reminders r where r.period_starts_on = $1 and r.member_id in (select entries_of($2))) \
         on conflict do nothing")
    .bind((period, party.member(), party.unit(), now))
    .execute(conn)?;
    Ok(written == 1)
}
