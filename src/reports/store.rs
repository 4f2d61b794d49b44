//! Every query of reports.

mod kept;
pub mod saved;
pub mod select;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

pub use kept::TABLES;

use super::kinds::{Counted, Source};
use super::{DAYS_KEPT, Part, Question, ROWS_MAX, Run};
use crate::figures::{self, Period};
use crate::platform::error::{Error, Result};
use crate::platform::sql::{row, sql};

/// Reports of the last days that could not be made.
pub const FAILED: &str = "select r.id from report_runs r where r.state = 'failed' and r.today >= {today} - 7";
/// A part that counts longer than this is given up.
const PATIENCE: &str = "set local statement_timeout = '300s'";

const RUNS: &str = "select r.id, r.report, r.span, r.from_on, r.until_on, r.committee_id, coalesce(c.name_en, '') as committee_en, \
     coalesce(c.name_fr, '') as committee_fr, r.chosen, r.today, r.asked_by, coalesce(a.name, '') as asker, r.asked_at, r.saved_id, \
     coalesce(s.name, '') as saved_name, r.due_on, r.state, r.ended_at, \
     coalesce((select jsonb_agg(jsonb_build_object('part', p.part, 'many', p.many, 'cut', p.cut) order by p.part) from report_parts p where p.run_id = r.id), '[]') as parts \
   from report_runs r left join committees c on c.id = r.committee_id left join account_holders a on a.id = r.asked_by \
   left join saved_reports s on s.id = r.saved_id";

row! {
    struct Id {
        id: i64,
    }
}

row! {
    /// A row of a part: its place, the number of what it is about, its cells.
    #[derive(Debug, Clone)]
    pub struct Row {
        pub part: i32,
        pub place: i32,
        pub about: Option<i64>,
        pub cells: Value,
    }
}

pub fn latest(conn: &mut PgConnection, limit: i64) -> Result<Vec<Run>> {
    Ok(sql(format!("{RUNS} order by r.id desc limit $1")).bind(limit).load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Run> {
    let found = sql(format!("{RUNS} where r.id = $1")).bind(id).get_result(conn).optional()?;
    found.ok_or(Error::NotFound)
}

/// One that is being made, held until the end of the transaction.
pub fn being_made(conn: &mut PgConnection, id: i64) -> Result<Option<Run>> {
    let held = sql("select from report_runs where id = $1 and state = 'making' for update").bind(id).execute(conn)?;
    if held == 0 { Ok(None) } else { find(conn, id).map(Some) }
}

/// What the same question is: the row that asks it.
const SAME: &str = "r.report = $1 and r.from_on = $2 and r.until_on = $3 and r.chosen = $4 and r.today = $5 and r.committee_id is not distinct from $6";

/// A run that answers the same: one that is being made, or one since which nothing happened in the co-op. What happens to reports is nothing.
pub fn same(conn: &mut PgConnection, asked: &Question, today: NaiveDate, since: DateTime<Utc>) -> Result<Option<i64>> {
    let found: Option<Id> = sql(format!(
        "select r.id from report_runs r where {SAME} and (r.state = 'making' and r.due_on is null or r.state = 'ready' and r.asked_at > $7 and not exists ( \
           select from events e where (e.position is null or e.position > r.seen) and e.subject_kind not in ('report', 'report_run') \
             and e.kind not like '%.exported')) order by r.id desc limit 1"
    ))
    .bind((asked.report.name, asked.from, asked.until, asked.chosen, today, asked.committee))
    .bind(since)
    .get_result(conn)
    .optional()?;
    Ok(found.map(|row| row.id))
}

/// The newest run of a question, whatever happened since.
pub fn newest(conn: &mut PgConnection, asked: &Question, today: NaiveDate) -> Result<i64> {
    let found: Id =
        sql(format!("select r.id from report_runs r where {SAME} and r.due_on is null order by r.id desc limit 1"))
            .bind((asked.report.name, asked.from, asked.until, asked.chosen, today, asked.committee))
            .get_result(conn)?;
    Ok(found.id)
}

/// On whose behalf a run is, and when: somebody's, or a saved report's whose day has come.
pub struct Asked {
    pub by: Option<i64>,
    pub at: DateTime<Utc>,
    pub today: NaiveDate,
    pub saved: Option<i64>,
    pub due_on: Option<NaiveDate>,
}

/// None where somebody asked the same at this very time, or the day of a saved report was seen to already.
pub fn insert(conn: &mut PgConnection, question: &Question, asked: &Asked) -> Result<Option<i64>> {
    let made: Option<Id> = sql(
        "insert into report_runs (report, span, from_on, until_on, committee_id, chosen, today, asked_by, asked_at, seen, saved_id, due_on) \
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, (select coalesce(max(e.position), 0) from events e), $10, $11) \
         on conflict do nothing returning id",
    )
    .bind((question.report.name, question.span, question.from, question.until, question.committee, question.chosen))
    .bind((asked.today, asked.by, asked.at, asked.saved, asked.due_on))
    .get_result(conn)
    .optional()?;
    Ok(made.map(|row| row.id))
}

/// Counts a part and keeps its rows. How many, and whether there were more.
pub fn fill(
    conn: &mut PgConnection,
    run: i64,
    at: i32,
    part: &Part,
    asked: &Question,
    today: NaiveDate,
) -> Result<(i32, bool)> {
    sql(PATIENCE).execute(conn)?;
    let many = match &part.source {
        Source::Select(select) => sql(format!(
            "with {} insert into report_rows (run_id, part, place, about, cells) \
             select $6, $7, row_number() over (order by x.place), x.id, x.cells from ({select}) x order by x.place limit $8",
            figures::SHARED
        ))
        .bind((asked.from, asked.until.min(today), today, asked.committee, asked.chosen))
        .bind((run, at, ROWS_MAX + 1))
        .execute(conn)?,
        Source::Figure(figure) => {
            let period = Period { span: asked.span, from: asked.from, until: asked.until };
            let found = figures::find(conn, &[figure], period, today)?;
            let cells = |row: &figures::Row| Ok((row.id, serde_json::to_value(&row.cells)?));
            let rows: serde_json::Result<Vec<_>> = found.series.iter().flat_map(|one| &one.rows).map(cells).collect();
            keep(conn, run, at, &rows.map_err(anyhow::Error::new)?)?
        }
        Source::Reckoned(reckon) => {
            let rows: Vec<Counted> = reckon(conn, asked)?;
            let rows: Vec<_> = rows.into_iter().map(|(about, cells)| (about, Value::Array(cells))).collect();
            keep(conn, run, at, &rows)?
        }
    };
    let cut = many as i64 > ROWS_MAX;
    if cut {
        sql("delete from report_rows where run_id = $1 and part = $2 and place > $3")
            .bind((run, at, ROWS_MAX as i32))
            .execute(conn)?;
    }
    Ok(((many as i64).min(ROWS_MAX) as i32, cut))
}

fn keep(conn: &mut PgConnection, run: i64, at: i32, rows: &[(Option<i64>, Value)]) -> Result<usize> {
    let rows: Vec<Value> = rows.iter().map(|(about, cells)| json!([about, cells])).collect();
    Ok(sql("insert into report_rows (run_id, part, place, about, cells) \
           select $1, $2, x.place::int, (x.of ->> 0)::bigint, x.of -> 1 from jsonb_array_elements($3) with ordinality x (of, place) limit $4")
    .bind((run, at, Value::Array(rows), ROWS_MAX + 1))
    .execute(conn)?)
}

pub fn insert_part(
    conn: &mut PgConnection,
    run: i64,
    at: i32,
    (many, cut): (i32, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    sql("insert into report_parts (run_id, part, many, cut, made_at) values ($1, $2, $3, $4, $5)")
        .bind((run, at, many, cut, now))
        .execute(conn)?;
    Ok(())
}

pub fn end(conn: &mut PgConnection, run: i64, state: super::State, now: DateTime<Utc>) -> Result<()> {
    sql("update report_runs set state = $2, ended_at = $3 where id = $1").bind((run, state, now)).execute(conn)?;
    Ok(())
}

/// Takes away what was made of a report that failed.
pub fn empty(conn: &mut PgConnection, run: i64) -> Result<()> {
    sql("delete from report_rows where run_id = $1").bind(run).execute(conn)?;
    sql("delete from report_parts where run_id = $1").bind(run).execute(conn)?;
    Ok(())
}

/// The first rows of every part.
pub fn beginnings(conn: &mut PgConnection, run: i64, many: i32) -> Result<Vec<Row>> {
    Ok(sql("select w.part, w.place, w.about, w.cells from report_parts p join report_rows w on w.run_id = p.run_id and w.part = p.part and w.place <= $2 \
         where p.run_id = $1 order by w.part, w.place limit 100000")
    .bind((run, many))
    .load(conn)?)
}

pub fn rows(conn: &mut PgConnection, run: i64, part: i32, after: i32, many: i64) -> Result<Vec<Row>> {
    Ok(sql("select w.part, w.place, w.about, w.cells from report_rows w where w.run_id = $1 and w.part = $2 and w.place > $3 order by w.place limit $4")
        .bind((run, part, after, many))
        .load(conn)?)
}

/// Removes the runs of long ago.
pub fn forget(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    sql("delete from report_runs where asked_at < $1").bind(now - chrono::TimeDelta::days(DAYS_KEPT)).execute(conn)?;
    Ok(())
}
