//! The queries of how far what was to be done was done.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{DAY, MISSED};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::tasks::Kind;
use crate::tasks::fulfilment::{AGES, Aged, Of, Tally};

row! {
    struct Row {
        grouped: i32,
        committee_id: Option<i64>,
        kind: Option<String>,
        month: Option<NaiveDate>,
        on_time: i64,
        done_late: i64,
        open: i64,
        late: i64,
        missed: i64,
    }
}

/// The tasks of some committees (all where none are named, 0 for what is none's) whose day lies from `from` to `until`, counted by
/// committee, by kind, by month and in all.
pub fn tally(
    conn: &mut PgConnection,
    committees: Option<&[i64]>,
    (from, until): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<Vec<(Of, Tally)>> {
    let rows: Vec<Row> = sql(format!(
        "with counted as (select t.committee_id, t.kind, date_trunc('month', {DAY})::date as month, \
           case when t.status = 'done' and (t.due_on is null or co_op_day(t.done_at) <= t.due_on) then 'on_time' \
             when t.status = 'done' then 'done_late' when t.status = 'cancelled' then 'missed' \
             when t.due_on < $4 then 'late' else 'open' end as state \
           from tasks t where {DAY} between $2 and $3 and ($1 is null or coalesce(t.committee_id, 0) = any($1)) \
             and case when t.status = 'cancelled' then {MISSED} when t.status = 'done' then true \
               else t.starts_on is null or t.starts_on <= $4 end) \
         select grouping(x.committee_id, x.kind, x.month) as grouped, x.committee_id, x.kind, x.month, \
           count(*) filter (where x.state = 'on_time') as on_time, count(*) filter (where x.state = 'done_late') as done_late, \
           count(*) filter (where x.state in ('open', 'late')) as open, count(*) filter (where x.state = 'late') as late, \
           count(*) filter (where x.state = 'missed') as missed \
         from counted x group by grouping sets ((x.committee_id), (x.kind), (x.month), ()) limit 2000"
    ))
    .bind((committees, from, until, today))
    .load(conn)?;
    let read = |row: Row| {
        let of = match row.grouped {
            0b011 => Of::Committee(row.committee_id),
            0b101 => Of::Kind(row.kind.as_deref().and_then(Kind::parse).unwrap_or_default()),
            0b110 => Of::Month(row.month.unwrap_or(from)),
            _ => Of::All,
        };
        let Row { on_time, done_late, open, late, missed, .. } = row;
        (of, Tally { on_time, done_late, open, late, missed })
    };
    Ok(rows.into_iter().map(read).collect())
}

/// What is open today of some committees, by how long ago it was added.
pub fn ages(conn: &mut PgConnection, committees: Option<&[i64]>, today: NaiveDate) -> Result<Vec<Aged>> {
    row! {
        struct Row {
            bucket: i32,
            open: i64,
            late: i64,
        }
    }
    let bounds: Vec<i64> = AGES.iter().map(|days| days + 1).collect();
    let rows: Vec<Row> =
        sql("select width_bucket(($2 - co_op_day(t.created_at))::bigint, $3) as bucket, count(*) as open, \
           count(*) filter (where t.due_on < $2) as late from tasks t \
         where t.status in ('todo', 'doing', 'waiting') and (t.starts_on is null or t.starts_on <= $2) \
           and ($1 is null or coalesce(t.committee_id, 0) = any($1)) group by 1 order by 1 limit 10")
        .bind((committees, today, bounds))
        .load(conn)?;
    let read = |row: Row| Aged { bucket: usize::try_from(row.bucket).unwrap_or(0), open: row.open, late: row.late };
    Ok(rows.into_iter().map(read).collect())
}

/// The committees that somebody leads on a day.
pub fn led(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Vec<i64>> {
    row! {
        struct Led {
            committee_id: i64,
        }
    }
    let all: Vec<Led> = sql("select distinct l.committee_id from leads l where l.member_id = $1 and l.during @> $2 \
         order by l.committee_id limit 100")
    .bind((member, day))
    .load(conn)?;
    Ok(all.into_iter().map(|row| row.committee_id).collect())
}
