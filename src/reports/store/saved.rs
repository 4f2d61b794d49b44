//! Reports that were given a name.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::Id;
use crate::figures::Span;
use crate::platform::error::{Error, Result};
use crate::platform::sql::sql;
use crate::reports::{NewSaved, Saved};

const SAVED: &str = "select s.id, s.name, s.report, s.span, s.from_on, s.until_on, s.committee_id, coalesce(c.name_en, '') as committee_en, \
     coalesce(c.name_fr, '') as committee_fr, s.chosen, s.sent, s.next_on, s.saved_by, s.version \
   from saved_reports s left join committees c on c.id = s.committee_id";

pub fn list(conn: &mut PgConnection) -> Result<Vec<Saved>> {
    Ok(sql(format!("{SAVED} order by lower(s.name), s.id limit 500")).load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Saved> {
    sql(format!("{SAVED} where s.id = $1")).bind(id).get_result(conn).optional()?.ok_or(Error::NotFound)
}

/// One, held until the end of the transaction.
pub fn held(conn: &mut PgConnection, id: i64) -> Result<Saved> {
    sql("select from saved_reports where id = $1 for update").bind(id).execute(conn)?;
    find(conn, id)
}

/// Those whose day has come, held.
pub fn due(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Saved>> {
    Ok(sql(format!("{SAVED} where s.next_on <= $1 order by s.id limit 500 for update of s")).bind(today).load(conn)?)
}

/// Whether another one has this name.
pub fn is_taken(conn: &mut PgConnection, name: &str, but: Option<i64>) -> Result<bool> {
    let text = "select s.id from saved_reports s where lower(s.name) = lower($1) and s.id is distinct from $2";
    Ok(sql(text).bind((name, but)).get_result::<Id>(conn).optional()?.is_some())
}

/// Its own days are kept where they were chosen.
fn days(new: &NewSaved) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let own = new.question.span == Span::Days;
    (own.then_some(new.question.from), own.then_some(new.question.until))
}

pub fn insert(
    conn: &mut PgConnection,
    new: &NewSaved,
    next_on: Option<NaiveDate>,
    by: Option<i64>,
    now: DateTime<Utc>,
) -> Result<i64> {
    let ((from, until), asked) = (days(new), &new.question);
    let made: Id = sql("insert into saved_reports (name, report, span, from_on, until_on, committee_id, chosen, sent, next_on, saved_by, saved_at) \
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id")
    .bind((new.name.as_str(), asked.report.name, asked.span, from, until, asked.committee))
    .bind((asked.chosen, new.sent, next_on, by, now))
    .get_result(conn)?;
    Ok(made.id)
}

pub fn update(conn: &mut PgConnection, id: i64, new: &NewSaved, next_on: Option<NaiveDate>) -> Result<()> {
    let ((from, until), asked) = (days(new), &new.question);
    sql("update saved_reports set name = $2, span = $3, from_on = $4, until_on = $5, committee_id = $6, chosen = $7, sent = $8, next_on = $9, \
           version = version + 1 where id = $1")
    .bind((id, new.name.as_str(), asked.span, from, until, asked.committee))
    .bind((asked.chosen, new.sent, next_on))
    .execute(conn)?;
    Ok(())
}

pub fn put_off(conn: &mut PgConnection, id: i64, next_on: Option<NaiveDate>) -> Result<()> {
    sql("update saved_reports set next_on = $2 where id = $1").bind((id, next_on)).execute(conn)?;
    Ok(())
}

pub fn remove(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("delete from saved_reports where id = $1").bind(id).execute(conn)?;
    Ok(())
}
