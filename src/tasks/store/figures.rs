//! The queries behind figures of tasks.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::tasks::figures::{Counts, Waiting};

pub fn waiting_for(conn: &mut PgConnection, member: i64, today: NaiveDate, limit: i64) -> Result<Vec<Waiting>> {
    Ok(sql("select t.id, t.title, t.due_on, \
           (select min(u.name) from task_holders h join units u on u.id = h.unit_id where h.task_id = t.id) as unit_label from tasks t \
         where t.status in ('todo', 'doing') and (t.starts_on is null or t.starts_on <= $2) \
           and t.id in (select w.task_id from tasks_of($1, $2) w) order by t.due_on, t.id limit $3")
    .bind((member, today, limit))
    .load(conn)?)
}

/// Finished tasks with the day, by the co-op's wall calendar: `d`. $1 and $2 are the period, $3 and $4 the same a little
/// wider, for the index.
const DONE: &str = "(select t.*, co_op_day(t.done_at) as done_on from tasks t where t.status = 'done' and t.done_at >= $3 and t.done_at < $4) d";

fn wider(from: NaiveDate, to: NaiveDate) -> (NaiveDate, NaiveDate) {
    let day = Days::new(2);
    (from.checked_sub_days(day).unwrap_or(from), to.checked_add_days(day).unwrap_or(to))
}

row! {
    struct Counted {
        committee_id: Option<i64>,
        name_en: Option<String>,
        name_fr: Option<String>,
        done: i64,
        on_time: i64,
        open: i64,
        overdue: i64,
    }
}

pub type OfCommittee = (Option<(i64, String, String)>, Counts);

pub fn counts(conn: &mut PgConnection, from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Result<Vec<OfCommittee>> {
    let query = format!(
        "select c.id as committee_id, c.name_en, c.name_fr, sum(x.done)::bigint as done, sum(x.on_time)::bigint as on_time, \
           sum(x.open)::bigint as open, sum(x.overdue)::bigint as overdue from ( \
           select d.committee_id, count(*) as done, count(*) filter (where d.due_on is null or d.done_on <= d.due_on) as on_time, \
             0::bigint as open, 0::bigint as overdue from {DONE} where d.done_on between $1 and $2 group by 1 \
           union all select t.committee_id, 0, 0, count(*), count(*) filter (where t.due_on < $5) from tasks t \
             where t.status in ('todo', 'doing', 'waiting') and (t.starts_on is null or t.starts_on <= $5) group by 1) x \
         left join committees c on c.id = x.committee_id group by c.id, c.name_en, c.name_fr \
         order by c.id is null, sum(x.done) + sum(x.open) desc, c.id limit 500"
    );
    let (start, end) = wider(from, to);
    let rows: Vec<Counted> = sql(query).bind((from, to, start, end, today)).load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let late = row.done - row.on_time;
            let counts = Counts { done: row.done, on_time: row.on_time, late, open: row.open, overdue: row.overdue };
            (row.committee_id.zip(row.name_en.zip(row.name_fr)).map(|(id, (en, fr))| (id, en, fr)), counts)
        })
        .collect())
}
