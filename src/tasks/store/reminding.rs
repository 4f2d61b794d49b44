//! The queries of reminders: which are due, each marked in the statement that finds it, so that nothing is found twice.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::schema::tasks;

/// Open, begun, and somebody's who is there.
const CONCERNS: &str = "t.status in ('todo', 'doing', 'waiting') and (t.starts_on is null or t.starts_on <= $1) \
   and exists (select from there_for(t.id, $1))";

row! {
    /// A task that is due soon, or late.
    #[derive(Debug)]
    pub struct Due {
        pub id: i64,
        pub title: String,
        pub due_on: NaiveDate,
        /// The time of that day, if it has one.
        pub due_at: Option<String>,
    }
}

const DUE: &str = "id, title, due_on, to_char(due_at, 'HH24:MI') as due_at";

/// Marks as reminded of, on `today`, what is due until a day. Two runs at once share the work.
pub fn take_soon(conn: &mut PgConnection, today: NaiveDate, until: NaiveDate, limit: i64) -> Result<Vec<Due>> {
    Ok(sql(format!(
        "update tasks set reminded_on = $1 where id in (select t.id from tasks t where t.reminded_on is null \
           and t.due_on between $1 and $2 and {CONCERNS} order by t.due_on, t.id limit $3 for update skip locked) returning {DUE}"
    ))
    .bind((today, until, limit))
    .load(conn)?)
}

/// Marks as told, on `today`, what is late and was due on a day or later.
pub fn take_late(conn: &mut PgConnection, today: NaiveDate, since: NaiveDate, limit: i64) -> Result<Vec<Due>> {
    Ok(sql(format!(
        "update tasks set late_told_on = $1 where id in (select t.id from tasks t where t.late_told_on is null \
           and t.due_on >= $2 and t.due_on < $1 and {CONCERNS} order by t.due_on, t.id limit $3 for update skip locked) returning {DUE}"
    ))
    .bind((today, since, limit))
    .load(conn)?)
}

/// Which of some tasks their holders were reminded of today.
pub fn reminded(conn: &mut PgConnection, ids: &[i64], today: NaiveDate) -> Result<Vec<i64>> {
    let told = tasks::table.filter(tasks::id.eq_any(ids).and(tasks::reminded_on.eq(today)));
    Ok(told.limit(1_000).select(tasks::id).load(conn)?)
}

/// Marks those of some tasks as reminded of today that are open, due some day, and somebody's; and gives those that were not before.
pub fn take_some(conn: &mut PgConnection, ids: &[i64], today: NaiveDate) -> Result<Vec<Due>> {
    Ok(sql(format!(
        "update tasks set reminded_on = $1, late_told_on = case when due_on < $1 then $1 else late_told_on end \
         where id = any($2) and status in ('todo', 'doing', 'waiting') and due_on is not null and reminded_on is distinct from $1 \
           and exists (select from task_holders h where h.task_id = tasks.id and not h.waits and not h.has_left) returning {DUE}"
    ))
    .bind((today, ids))
    .load(conn)?)
}

row! {
    struct Person {
        member_id: i64,
    }
}

/// Whoever has a task on a day and is not away, if it is still to be done.
pub fn there_for(conn: &mut PgConnection, task: i64, day: NaiveDate) -> Result<Vec<i64>> {
    let all: Vec<Person> = sql("select p.member_id from tasks t, there_for(t.id, $2) p \
         where t.id = $1 and t.status in ('todo', 'doing', 'waiting') order by 1 limit 1000")
    .bind((task, day))
    .load(conn)?;
    Ok(all.into_iter().map(|person| person.member_id).collect())
}

row! {
    /// What is late in a committee.
    pub struct Review {
        pub committee_id: i64,
        pub name_en: String,
        pub name_fr: String,
        pub late: i64,
        /// When the first of it was due.
        pub due_on: NaiveDate,
    }
}

/// Marks the committees as looked at for the week of a Monday; those that were not, and in which something is late.
pub fn take_reviews(conn: &mut PgConnection, today: NaiveDate, monday: NaiveDate) -> Result<Vec<Review>> {
    Ok(sql("with taken as (insert into late_reviews as r (committee_id, week_on) select c.id, $2 from committees c where c.closed_on is null \
           on conflict (coop_id, committee_id) do update set week_on = excluded.week_on where r.week_on < excluded.week_on \
           returning committee_id) \
         select c.id as committee_id, c.name_en, c.name_fr, count(*) as late, min(t.due_on) as due_on from taken \
           join committees c on c.id = taken.committee_id join tasks t on t.committee_id = c.id \
         where t.status in ('todo', 'doing', 'waiting') and t.due_on < $1 group by c.id, c.name_en, c.name_fr order by c.id limit 1000")
    .bind((today, monday))
    .load(conn)?)
}

/// The leads of a committee on a day who are not away.
pub fn leads(conn: &mut PgConnection, committee: i64, day: NaiveDate) -> Result<Vec<i64>> {
    let all: Vec<Person> = sql("select l.member_id from leads l where l.committee_id = $1 and l.during @> $2 \
         and not is_away(l.member_id, $2) order by 1 limit 1000")
    .bind((committee, day))
    .load(conn)?;
    Ok(all.into_iter().map(|person| person.member_id).collect())
}
