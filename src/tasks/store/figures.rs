//! The queries behind figures of tasks.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::tasks::figures::Waiting;

pub fn waiting_for(conn: &mut PgConnection, member: i64, today: NaiveDate, limit: i64) -> Result<Vec<Waiting>> {
    Ok(sql("select t.id, t.title, t.due_on, \
           (select min(u.name) from task_holders h join units u on u.id = h.unit_id where h.task_id = t.id) as unit_label from tasks t \
         where t.status in ('todo', 'doing') and (t.starts_on is null or t.starts_on <= $2) \
           and t.id in (select w.task_id from tasks_of($1, $2) w) order by t.due_on, t.id limit $3")
    .bind((member, today, limit))
    .load(conn)?)
}
