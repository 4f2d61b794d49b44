//! Whose an account is, when two entries of the register are one person.

use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::sql;

/// Gives an account to a member, and with `swapped` the one that was theirs to somebody else.
pub fn give(conn: &mut PgConnection, account: i64, member: i64, swapped: Option<(i64, i64)>) -> Result<()> {
    sql("set constraints all deferred").execute(conn)?;
    if let Some((theirs, other)) = swapped {
        sql("select give_account($1, $2)").bind((theirs, other)).execute(conn)?;
    }
    sql("select give_account($1, $2)").bind((account, member)).execute(conn)?;
    sql("set constraints all immediate").execute(conn)?;
    Ok(())
}
