//! The queries of the steps of a task.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

pub fn insert(conn: &mut PgConnection, task: i64, words: &str) -> Result<()> {
    sql("insert into task_steps (task_id, words) values ($1, $2)").bind((task, words)).execute(conn)?;
    Ok(())
}

row! {
    struct Words {
        words: String,
    }
}

/// What a step of a task says.
pub fn words(conn: &mut PgConnection, task: i64, step: i64) -> Result<Option<String>> {
    let found: Option<Words> = sql("select words from task_steps where id = $1 and task_id = $2")
        .bind((step, task))
        .get_result(conn)
        .optional()?;
    Ok(found.map(|found| found.words))
}

/// Ticks a step, when and by whom, or takes the tick back. Whether it was otherwise before.
pub fn tick(conn: &mut PgConnection, step: i64, by: Option<(DateTime<Utc>, i64)>) -> Result<bool> {
    let (at, account) = by.unzip();
    let changed = sql(
        "update task_steps set ticked_at = $2, ticked_by = $3 where id = $1 and (ticked_at is null) <> ($2 is null)",
    )
    .bind((step, at, account))
    .execute(conn)?;
    Ok(changed == 1)
}

pub fn delete(conn: &mut PgConnection, step: i64) -> Result<()> {
    sql("delete from task_steps where id = $1").bind(step).execute(conn)?;
    Ok(())
}
