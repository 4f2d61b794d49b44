//! The query of a month.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{CHOSEN, NAMES, SEEN, columns};
use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::tasks::{Filter, Task};

/// The tasks that are due from one day to another, both included, but for what was called off.
pub fn month(
    conn: &mut PgConnection,
    filter: &Filter,
    (from, until): (NaiveDate, NaiveDate),
    most: i64,
) -> Result<Vec<Task>> {
    let query = format!(
        "select {} from {SEEN} {NAMES} where t.due_on between $5 and $6 and t.status <> 'cancelled' and {CHOSEN} \
         order by t.due_on, t.due_at nulls first, folded(t.title), t.id limit $7",
        columns("0::bigint", "''")
    );
    Ok(sql(query)
        .bind((filter.viewer, filter.today, filter.whose.word(), filter.committee_id, from, until, most))
        .load(conn)?)
}
