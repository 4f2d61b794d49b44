//! The query of the jobs of a work day.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{NAMES, SEEN, columns};
use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::tasks::Task;

pub fn of_work_day(conn: &mut PgConnection, day: i64, member: Option<i64>, today: NaiveDate) -> Result<Vec<Task>> {
    let query = format!(
        "select {} from {SEEN} {NAMES} where t.work_day_id = $3 order by t.id limit 500",
        columns("0::bigint", "''")
    );
    Ok(sql(query).bind((member, today, day)).load(conn)?)
}
