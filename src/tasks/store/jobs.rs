//! The queries of the jobs of a work day.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{NAMES, SEEN, columns};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::tasks::Task;

pub fn of_work_day(conn: &mut PgConnection, day: i64, member: Option<i64>, today: NaiveDate) -> Result<Vec<Task>> {
    let query = format!(
        "select {} from {SEEN} {NAMES} where t.work_day_id = $3 order by t.id limit 500",
        columns("0::bigint", "''")
    );
    Ok(sql(query).bind((member, today, day)).load(conn)?)
}

row! {
    struct Did {
        task_id: i64,
        member: Option<String>,
        unit: Option<String>,
    }
}

/// Who did the jobs of a work day: the task, with the name of a member or of a home.
pub fn did_on(conn: &mut PgConnection, day: i64) -> Result<Vec<(i64, Option<String>, Option<String>)>> {
    let all: Vec<Did> =
        sql("select d.task_id, m.name as member, u.name as unit from task_doers d join tasks t on t.id = d.task_id \
         left join members m on m.id = d.member_id left join units u on u.id = d.unit_id where t.work_day_id = $1 \
         order by d.task_id, d.id limit 10000")
        .bind(day)
        .load(conn)?;
    Ok(all.into_iter().map(|did| (did.task_id, did.member, did.unit)).collect())
}
