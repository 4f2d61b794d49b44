//! The queries of what changes in an open vote: corrections of the spelling, and choices that stand no more.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::polls::corrections::{Settled, Text};

/// The corrections of the vote `p`, in the order in which they were proposed, with the names of both people.
pub const CORRECTIONS: &str = "coalesce((select jsonb_agg(to_jsonb(x) || jsonb_build_object( \
       'proposer', (select a.name from account_holders a where a.id = x.proposed_by), \
       'settler', (select a.name from account_holders a where a.id = x.settled_by)) order by x.number) \
     from corrections x where x.poll_id = p.id), '[]') as corrections";
/// Open votes with a correction that waits for this account: somebody else's.
pub const TO_CONFIRM: &str = "select x.poll_id from corrections x join polls p on p.id = x.poll_id and p.status = 'open' and p.closes_at > now() \
   where x.outcome is null and are_two(x.proposed_by, {account})";

pub fn insert(
    conn: &mut PgConnection,
    (poll, number): (i64, i32),
    now: &Text,
    then: &str,
    account: i64,
    at: DateTime<Utc>,
) -> Result<()> {
    let spot = &now.spot;
    sql("insert into corrections (poll_id, number, question, choice, field, language, before, after, proposed_by, proposed_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
    .bind((poll, number, spot.question, spot.choice, spot.part, spot.tongue))
    .bind((now.says.as_str(), then, account, at))
    .execute(conn)?;
    Ok(())
}

row! {
    struct Truth {
        yes: bool,
    }
}

/// Whether two accounts are of two people, as far as the register knows.
pub fn are_two(conn: &mut PgConnection, one: i64, other: i64) -> Result<bool> {
    let row: Truth = sql("select are_two($1, $2) as yes").bind((one, other)).get_result(conn)?;
    Ok(row.yes)
}

/// Makes a correction in the name of who confirms it. Whether the text still said what was to be corrected.
pub fn make(conn: &mut PgConnection, poll: i64, number: i32, account: i64, at: DateTime<Utc>) -> Result<bool> {
    let row: Truth =
        sql("select correct_text($1, $2, $3, $4) as yes").bind((poll, number, account, at)).get_result(conn)?;
    Ok(row.yes)
}

/// Writes down that a correction is not made.
pub fn settle(
    conn: &mut PgConnection,
    poll: i64,
    number: i32,
    settled: Settled,
    account: i64,
    at: DateTime<Utc>,
) -> Result<()> {
    sql("update corrections set outcome = $3, settled_by = $4, settled_at = $5 where poll_id = $1 and number = $2")
        .bind((poll, number, settled, account, at))
        .execute(conn)?;
    Ok(())
}

/// A choice stands no more. Whether it stood until now.
pub fn withdraw(conn: &mut PgConnection, poll: i64, question: i32, choice: i32, at: DateTime<Utc>) -> Result<bool> {
    let row: Truth =
        sql("select withdraw_choice($1, $2, $3, $4) as yes").bind((poll, question, choice, at)).get_result(conn)?;
    Ok(row.yes)
}
