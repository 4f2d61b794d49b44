//! The queries of voting with help.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

row! {
    /// Who votes with a code, and in which vote.
    #[derive(Debug, Clone)]
    pub struct Booth {
        pub poll_id: i64,
        pub member_id: i64,
    }
}

/// A code for somebody; the one before is good for nothing any more.
pub fn put(
    conn: &mut PgConnection,
    booth: &Booth,
    code_hash: &[u8],
    (account, at): (i64, DateTime<Utc>),
    until: DateTime<Utc>,
) -> Result<()> {
    sql("insert into booths (poll_id, member_id, code_hash, made_by, made_at, until) values ($1, $2, $3, $4, $5, $6) \
         on conflict (coop_id, poll_id, member_id) do update set code_hash = excluded.code_hash, made_by = excluded.made_by, \
           made_at = excluded.made_at, until = excluded.until")
    .bind((booth.poll_id, booth.member_id, code_hash, account, at, until))
    .execute(conn)?;
    Ok(())
}

/// Whose a code is that is still good.
pub fn of_code(conn: &mut PgConnection, code_hash: &[u8], now: DateTime<Utc>) -> Result<Option<Booth>> {
    Ok(sql("select poll_id, member_id from booths where code_hash = $1 and until > $2")
        .bind((code_hash, now))
        .get_result(conn)
        .optional()?)
}

/// What keeps somebody from voting now, as `at_the_urn` has it: nothing where they may.
pub fn hindrance(conn: &mut PgConnection, poll: i64, member: i64) -> Result<Option<String>> {
    row! {
        struct Hindered {
            hindrance: Option<String>,
        }
    }
    let row: Hindered =
        sql("select hindrance from hindrance_of($1, $2) as hindrance").bind((poll, member)).get_result(conn)?;
    Ok(row.hindrance)
}
