//! The queries of tasks that come from somewhere else, and go again.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};
use crate::schema::tasks;
use crate::tasks::rules::Holder;

row! {
    /// A task that may be the one that a file tells of.
    #[derive(Debug, Clone)]
    pub struct Alike {
        pub id: i64,
        pub title: String,
        pub due_on: Option<NaiveDate>,
        holders: Gathered<Vec<String>>,
    }
}

impl Alike {
    /// Who has it, or had it when it was done.
    pub fn holders(&self) -> Vec<Holder> {
        self.holders.0.iter().filter_map(|word| Holder::parse(word)).collect()
    }
}

pub fn alike(conn: &mut PgConnection, titles: &[&str]) -> Result<Vec<Alike>> {
    Ok(sql("select t.id, t.title, t.due_on, coalesce((select jsonb_agg(case when h.member_id is not null then 'member-' || h.member_id \
           when h.unit_id is not null then 'unit-' || h.unit_id else 'committee-' || h.committee_id end order by h.id) \
           from task_holders h where h.task_id = t.id and not h.waits and not h.has_left), '[]') as holders \
         from tasks t where lower(t.title) in (select lower(w) from unnest($1) w) order by t.id limit 100000")
    .bind(titles)
    .load(conn)?)
}

row! {
    struct Print {
        task_id: i64,
        print: String,
    }
}

pub fn prints(conn: &mut PgConnection, ids: &[i64]) -> Result<BTreeMap<i64, String>> {
    let rows: Vec<Print> = sql("select task_id, print from tasks_as_they_are($1) limit 100000").bind(ids).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.task_id, row.print)).collect())
}

pub fn take_out(conn: &mut PgConnection, ids: &[i64]) -> Result<()> {
    sql("select take_tasks_out($1)").bind(ids).execute(conn)?;
    Ok(())
}

pub fn titles(conn: &mut PgConnection, ids: &[i64]) -> Result<Vec<(i64, String)>> {
    Ok(tasks::table
        .filter(tasks::id.eq_any(ids))
        .order((tasks::title, tasks::id))
        .select((tasks::id, tasks::title))
        .load(conn)?)
}

/// That a task is late was known before it came: nobody is told of it again.
pub fn known_late(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<()> {
    diesel::update(tasks::table.find(id)).set(tasks::late_told_on.eq(today)).execute(conn)?;
    Ok(())
}
