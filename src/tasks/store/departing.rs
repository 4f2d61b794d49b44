//! The queries of open tasks that lose whoever has them, or the committee whose area they are.

use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

/// Open tasks of a person.
pub const TASKS: &str =
    "select t.title from tasks t where t.member_id = {member} and t.status in ('todo', 'doing', 'waiting')";

/// Open tasks that somebody had until they left, and nobody has.
pub const LEFT: &str = "select t.id from tasks t where t.was_member_id is not null and t.member_id is null \
    and t.unit_id is null and t.status in ('todo', 'doing', 'waiting')";

const OPEN: &str = "status in ('todo', 'doing', 'waiting')";

row! {
    #[derive(Debug)]
    pub struct Named {
        pub id: i64,
        pub title: String,
    }
}

/// Takes all open tasks from a person: nobody has them, and who had them is noted.
pub fn free(conn: &mut PgConnection, member: i64) -> Result<Vec<Named>> {
    Ok(sql(format!(
        "update tasks set member_id = null, was_member_id = member_id, reminded_on = null, version = version + 1 \
         where member_id = $1 and {OPEN} returning id, title"
    ))
    .bind(member)
    .load(conn)?)
}

/// Gives a task back that was freed when they left, if nobody has it and it is open. Its title.
pub fn give_back(conn: &mut PgConnection, id: i64, member: i64) -> Result<Option<String>> {
    let row: Option<Named> = sql(format!(
        "update tasks set member_id = $2, was_member_id = null, reminded_on = null, version = version + 1 \
         where id = $1 and was_member_id = $2 and member_id is null and unit_id is null and {OPEN} returning id, title"
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
    let row: Has = sql("select exists (select from tasks where id = $1 and member_id = $2) as has")
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
