//! The queries of taking somebody back: whether anything of them changed, and their rows.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::Value;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

row! {
    struct Print {
        id: i64,
        print: String,
    }
}

row! {
    struct Content {
        id: i64,
        content: Value,
    }
}

/// A print of every row about some members.
pub fn prints(conn: &mut PgConnection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    let rows: Vec<Print> =
        sql("select member_id as id, print from members_as_they_are($1, false) limit 100000").bind(ids).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.print)).collect())
}

/// The rows of some members: their own, statuses, homes and seats.
pub fn contents(conn: &mut PgConnection, ids: &[i64]) -> Result<HashMap<i64, Value>> {
    let rows: Vec<Content> =
        sql("select member_id as id, content from members_as_they_are($1, true) limit 100000").bind(ids).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.content)).collect())
}

pub fn take_out(conn: &mut PgConnection, ids: &[i64]) -> Result<()> {
    sql("select take_members_out($1)").bind(ids).execute(conn)?;
    Ok(())
}

pub fn put_back(conn: &mut PgConnection, id: i64, before: &Value) -> Result<()> {
    sql("select put_members_back($1, $2)").bind((vec![id], before)).execute(conn)?;
    Ok(())
}

row! {
    struct Fresh {
        fresh: bool,
    }
}

/// Whether a member came in on a day, has nothing but themselves and their first statuses, and nothing was told of them but that
/// they were added.
pub fn is_fresh(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<bool> {
    let row: Fresh = sql("select exists (select from members m where m.id = $1 and co_op_day(m.created_at) = $2 and m.version = 1) \
           and (select p.places <@ '{members,member_statuses}' from members_as_they_are(array[$1], false) p) \
           and not exists (select from events e where e.subject_kind = 'member' and e.subject_id = $1 and e.kind <> 'member.added') as fresh")
    .bind((id, today))
    .get_result(conn)?;
    Ok(row.fresh)
}
