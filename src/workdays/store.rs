//! Every query of the work days.

mod api;
mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use api::*;
pub use kept::TABLES;

use super::{NewWorkDay, WorkDay};
use crate::platform::error::{Error, Result};
use crate::platform::sql::{row, sql};

/// Those to come first.
pub const SEARCHED: &str = "select w.id, w.title, w.place as fact, w.held_on as day from work_days w \
   where folded(w.title || ' ' || w.place || ' ' || w.notes) like all ({words}) \
   order by w.held_on < {today}, abs(w.held_on - {today}), w.id";

/// What a `WorkDay` is read from, as $1 sees it on the day $2.
const DAY: &str = "select w.id, w.title, w.held_on, w.starts_at, w.ends_at, w.place, w.committee_id, w.notes, w.called_off_at, w.created_at, \
     w.version, k.name_en as committee_en, k.name_fr as committee_fr, \
     exists (select from leads l where l.committee_id = w.committee_id and l.member_id = $1 and l.during @> $2) as led, \
     j.jobs, j.places, j.taken, j.missing \
   from work_days w left join committees k on k.id = w.committee_id \
   cross join lateral (select count(*) as jobs, coalesce(sum(t.places), 0)::bigint as places, coalesce(sum(h.taken), 0)::bigint as taken, \
       coalesce(sum(greatest(t.places_min - h.taken, 0)) filter (where t.status <> 'done'), 0)::bigint as missing \
     from tasks t cross join lateral (select count(*) as taken from task_holders h where h.task_id = t.id and not h.waits and not h.has_left) h \
     where t.work_day_id = w.id and t.status <> 'cancelled') j";

row! {
    struct Id {
        id: i64,
    }
}

row! {
    struct Is {
        is: bool,
    }
}

pub fn list(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Vec<WorkDay>> {
    let query = format!("{DAY} order by w.held_on < $2, abs(w.held_on - $2), w.starts_at, w.id limit 200");
    Ok(sql(query).bind((member, today)).load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64, member: Option<i64>, today: NaiveDate) -> Result<WorkDay> {
    let found = sql(format!("{DAY} where w.id = $3")).bind((member, today, id)).get_result(conn).optional()?;
    found.ok_or(Error::NotFound)
}

/// Holds a work day: whoever changes it meanwhile waits.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<()> {
    let found: Option<Id> =
        sql("select id from work_days where id = $1 for update").bind(id).get_result(conn).optional()?;
    found.map(drop).ok_or(Error::NotFound)
}

pub fn insert(conn: &mut PgConnection, new: &NewWorkDay, author: Option<i64>, now: DateTime<Utc>) -> Result<i64> {
    let made: Id = sql("insert into work_days (title, held_on, starts_at, ends_at, place, committee_id, notes, created_by, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id")
    .bind((new.title.as_str(), new.held_on, new.starts_at, new.ends_at, new.place.as_str()))
    .bind((new.committee_id, new.notes.as_str(), author, now))
    .get_result(conn)?;
    Ok(made.id)
}

/// Writes a work day anew; it is locked.
pub fn update(conn: &mut PgConnection, id: i64, new: &NewWorkDay) -> Result<()> {
    sql("update work_days set title = $1, held_on = $2, starts_at = $3, ends_at = $4, place = $5, committee_id = $6, notes = $7, \
           version = version + 1 where id = $8")
    .bind((new.title.as_str(), new.held_on, new.starts_at, new.ends_at, new.place.as_str()))
    .bind((new.committee_id, new.notes.as_str(), id))
    .execute(conn)?;
    Ok(())
}

pub fn call_off(conn: &mut PgConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    sql("update work_days set called_off_at = $1, version = version + 1 where id = $2")
        .bind((now, id))
        .execute(conn)?;
    Ok(())
}

/// The committees that a member leads on a day.
pub fn led(conn: &mut PgConnection, member: Option<i64>, day: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql(
        "select l.committee_id as id from leads l where l.member_id = $1 and l.during @> $2 order by l.committee_id limit 500",
    )
    .bind((member, day))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

pub fn committee_is_open(conn: &mut PgConnection, id: i64) -> Result<bool> {
    let found: Is = sql("select exists (select from committees where id = $1 and closed_on is null) as is")
        .bind(id)
        .get_result(conn)?;
    Ok(found.is)
}
