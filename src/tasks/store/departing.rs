//! The queries of open tasks that lose whoever has them, or the committee whose area they are.

use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

/// Open tasks of a person.
pub const TASKS: &str = "select t.title from task_holders h join tasks t on t.id = h.task_id \
    where h.member_id = {member} and not h.has_left and t.status in ('todo', 'doing', 'waiting')";

/// Open tasks that somebody had until they left, and nobody has.
pub const LEFT: &str = "select t.id from tasks t where t.status in ('todo', 'doing', 'waiting') \
    and exists (select from task_holders h where h.task_id = t.id and h.has_left) \
    and not exists (select from task_holders h where h.task_id = t.id and not h.has_left and not h.waits)";

const OPEN: &str = "status in ('todo', 'doing', 'waiting')";

row! {
    #[derive(Debug)]
    pub struct Named {
        pub id: i64,
        pub title: String,
    }
}

/// Takes all open tasks from a person. Who had one that nobody has then is noted.
pub fn free(conn: &mut PgConnection, member: i64) -> Result<Vec<Named>> {
    Ok(sql(format!(
        "with freed as (update task_holders h set has_left = true, waits = false from tasks t where t.id = h.task_id and t.{OPEN} \
           and h.member_id = $1 and not h.has_left returning h.task_id) \
         update tasks set reminded_on = null, version = version + 1 where id in (select task_id from freed) returning id, title"
    ))
    .bind(member)
    .load(conn)?)
}

/// Gives a task back that was freed when they left, if nobody has it and it is open. Its title.
pub fn give_back(conn: &mut PgConnection, id: i64, member: i64) -> Result<Option<String>> {
    let row: Option<Named> = sql(format!(
        "with back as (update task_holders h set has_left = false from tasks t where t.id = h.task_id and t.{OPEN} and h.task_id = $1 \
           and h.member_id = $2 and h.has_left and (t.places is not null or not exists (select from task_holders o \
             where o.task_id = $1 and not o.has_left)) returning h.task_id) \
         update tasks set reminded_on = null, version = version + 1 where id in (select task_id from back) returning id, title"
    ))
    .bind((id, member))
    .get_result(conn)
    .optional()?;
    Ok(row.map(|row| row.title))
}

row! {
    struct Has {
        has: bool,
    }
}

/// Whether somebody has a task.
pub fn has(conn: &mut PgConnection, id: i64, member: i64) -> Result<bool> {
    let row: Has =
        sql("select exists (select from task_holders where task_id = $1 and member_id = $2 and not has_left) as has")
            .bind((id, member))
            .get_result(conn)?;
    Ok(row.has)
}

// ---- of a committee ----

/// Open tasks of a committee.
pub fn of_committee(conn: &mut PgConnection, committee: i64) -> Result<Vec<Named>> {
    Ok(sql(format!("select id, title from tasks where committee_id = $1 and {OPEN} order by id limit 1000"))
        .bind(committee)
        .load(conn)?)
}

/// The open tasks of a committee are the co-op's.
pub fn hand_to_coop(conn: &mut PgConnection, committee: i64) -> Result<Vec<Named>> {
    Ok(sql(format!(
        "update tasks set committee_id = null, version = version + 1 where committee_id = $1 and {OPEN} returning id, title"
    ))
    .bind(committee)
    .load(conn)?)
}

/// A task is a committee's again, if it is open and no other's. Its title.
pub fn give_to_committee(conn: &mut PgConnection, id: i64, committee: i64) -> Result<Option<String>> {
    let row: Option<Named> = sql(format!(
        "update tasks set committee_id = $2, version = version + 1 where id = $1 and committee_id is null and {OPEN} \
         returning id, title"
    ))
    .bind((id, committee))
    .get_result(conn)
    .optional()?;
    Ok(row.map(|row| row.title))
}
