//! Every query of the reports of committees.

mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::TABLES;

use super::{Facts, Line, Report, TASKS_NAMED, Words};
use crate::platform::error::{Error, Result};
use crate::platform::sql::{row, sql};

/// Reports that were handed in.
pub const SEARCHED: &str = "select r.id, c.name_{lang} || ', ' || to_char(r.month, 'YYYY-MM') as title, '' as fact, r.month as day \
   from committee_reports r join committees c on c.id = r.committee_id where r.handed_in_at is not null \
     and folded(c.name_en || ' ' || c.name_fr || ' ' || r.happened || ' ' || r.coming || ' ' || r.asks) like all ({words}) order by r.month desc, r.id desc";

/// A report as of the day $1: the numbers of its month.
const REPORTS: &str = "select r.id, r.committee_id, c.name_en, c.name_fr, r.month, r.happened, r.coming, r.asks, r.handed_in_at, r.changed_at, \
     coalesce(a.name, '') as writer, r.version, coalesce(r.facts, jsonb_build_object('done', t.done, 'late', t.late, 'open', t.open, 'open_late', t.open_late, \
       'meetings', (select count(*) from meetings m where m.committee_id = r.committee_id and m.status <> 'cancelled' and m.held_on >= r.month \
         and m.held_on < d.next and (m.opened_at is not null or m.held_on < $1)), 'minutes', t.minutes, \
       'people', (select count(*) from seats s where s.committee_id = r.committee_id and s.during @> least($1, d.next - 1)))) as facts, \
     coalesce((select jsonb_agg(jsonb_build_array(x.id, x.title, x.times) order by x.first_at, x.id) from (select max(k.id) as id, k.title, count(*) as times, \
       min(k.done_at) as first_at from tasks k \
       where k.committee_id = r.committee_id and k.status = 'done' and co_op_day(k.done_at) >= r.month and co_op_day(k.done_at) < d.next \
       group by k.title order by min(k.done_at), max(k.id) limit $2) x), '[]') as tasks \
   from committee_reports r join committees c on c.id = r.committee_id left join account_holders a on a.id = r.written_by \
   cross join lateral (select (r.month + interval '1 month')::date as next) d \
   cross join lateral (select count(*) filter (where k.is_done) as done, count(*) filter (where k.is_done and k.day > k.due_on) as late, \
       count(*) filter (where not k.is_done) as open, count(*) filter (where not k.is_done and k.due_on < $1) as open_late, \
       coalesce(sum(k.credit_minutes) filter (where k.is_done), 0) as minutes \
     from (select k.status = 'done' as is_done, co_op_day(k.done_at) as day, k.due_on, k.credit_minutes, k.starts_on, k.status from tasks k \
       where k.committee_id = r.committee_id) k \
     where case when k.is_done then k.day >= r.month and k.day < d.next else k.status <> 'cancelled' and (k.starts_on is null or k.starts_on <= $1) end) t";

row! {
    struct Id {
        id: i64,
    }
}

pub fn list(conn: &mut PgConnection, committee: i64, first: NaiveDate, today: NaiveDate) -> Result<Vec<Line>> {
    Ok(sql("select coalesce(r.month, g.month) as month, r.id, r.handed_in_at \
         from (select m::date as month from generate_series($2::timestamp, $3::timestamp, interval '1 month') m \
             join committees c on c.id = $1 and (c.formed_on is null or c.formed_on < (m + interval '1 month')::date) \
               and (c.closed_on is null or c.closed_on > m::date)) g \
           full join (select x.month, x.id, x.handed_in_at from committee_reports x where x.committee_id = $1 and not x.dropped) r on r.month = g.month \
         order by 1 desc limit 200")
    .bind((committee, first, today))
    .load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<Report> {
    let found = sql(format!("{REPORTS} where r.id = $3 and not r.dropped"))
        .bind((today, TASKS_NAMED, id))
        .get_result(conn)
        .optional()?;
    found.ok_or(Error::NotFound)
}

/// One, held until the end of the transaction.
pub fn held(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<Report> {
    sql("select from committee_reports where id = $1 for update").bind(id).execute(conn)?;
    find(conn, id, today)
}

pub fn of_month(conn: &mut PgConnection, committee: i64, month: NaiveDate) -> Result<i64> {
    let found: Id = sql("select id from committee_reports where committee_id = $1 and month = $2")
        .bind((committee, month))
        .get_result(conn)?;
    Ok(found.id)
}

/// None where there is one already.
pub fn insert(
    conn: &mut PgConnection,
    committee: i64,
    month: NaiveDate,
    by: Option<i64>,
    now: DateTime<Utc>,
) -> Result<Option<i64>> {
    let made: Option<Id> = sql("insert into committee_reports (committee_id, month, written_by, changed_at) values ($1, $2, $3, $4) \
         on conflict (coop_id, committee_id, month) do update set dropped = false, written_by = excluded.written_by, changed_at = excluded.changed_at, \
           version = committee_reports.version + 1 where committee_reports.dropped returning id")
    .bind((committee, month, by, now))
    .get_result(conn)
    .optional()?;
    Ok(made.map(|row| row.id))
}

pub fn update(conn: &mut PgConnection, id: i64, words: &Words, by: Option<i64>, now: DateTime<Utc>) -> Result<()> {
    sql("update committee_reports set happened = $2, coming = $3, asks = $4, written_by = $5, changed_at = $6, version = version + 1 where id = $1")
        .bind((id, words.happened.as_str(), words.coming.as_str(), words.asks.as_str(), by, now))
        .execute(conn)?;
    Ok(())
}

pub fn hand_in(conn: &mut PgConnection, id: i64, facts: &Facts, by: Option<i64>, now: DateTime<Utc>) -> Result<()> {
    let facts = serde_json::to_value(facts).map_err(anyhow::Error::new)?;
    sql("update committee_reports set facts = $2, handed_in_at = $3, written_by = $4, version = version + 1 where id = $1")
        .bind((id, facts, now, by))
        .execute(conn)?;
    Ok(())
}

pub fn remove(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("update committee_reports set dropped = true, happened = '', coming = '', asks = '', version = version + 1 where id = $1")
        .bind(id)
        .execute(conn)?;
    Ok(())
}

/// Committees that handed a report in of a month since `since`, have none of this one, and are there.
pub fn reporting(conn: &mut PgConnection, month: NaiveDate, since: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql("select c.id from committees c where c.closed_on is null \
           and exists (select from committee_reports r where r.committee_id = c.id and r.handed_in_at is not null and r.month >= $2) \
           and not exists (select from committee_reports r where r.committee_id = c.id and r.month >= $1) order by c.id limit 200")
    .bind((month, since))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Who leads the committee of a report today, and who sits on the board.
pub fn concerned(conn: &mut PgConnection, id: i64, today: NaiveDate, board: bool) -> Result<Vec<i64>> {
    let text = if board {
        "select t.member_id as id from board_terms t where t.during @> $2 and $1 > 0"
    } else {
        "select l.member_id as id from committee_reports r join leads l on l.committee_id = r.committee_id and l.during @> $2 where r.id = $1"
    };
    let rows: Vec<Id> = sql(format!("{text} order by 1 limit 200")).bind((id, today)).load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
