//! The queries of what is contested.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};
use crate::polls::appeals::{Kind, Standing};

/// A contest of a result, with the name of who wrote it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Appeal {
    pub number: i32,
    pub member_id: i64,
    pub name: String,
    pub kind: Kind,
    pub says: String,
    pub received_at: DateTime<Utc>,
    pub status: Standing,
    pub answer: String,
}

impl Appeal {
    pub fn is_open(&self) -> bool {
        matches!(self.status, Standing::Received | Standing::Examined)
    }
}

row! {
    /// What is contested of a vote, in the order in which it came.
    #[derive(Debug)]
    pub struct Contested {
        /// For how many days it can be, where it can be.
        pub days: Option<i32>,
        /// The last day on which the result can be contested. None before the close, or where it cannot be.
        pub until: Option<NaiveDate>,
        pub appeals: Gathered<Vec<Appeal>>,
    }
}

/// Results that somebody contests.
pub const OPEN: &str = "select a.poll_id from appeals a where a.answered_at is null";

/// What is contested of the vote `p`.
pub const CONTESTED: &str = "p.appeal_days as days, p.appeal_until as until, coalesce((select jsonb_agg(to_jsonb(a) || jsonb_build_object('name', m.name) \
     order by a.number) from appeals a join members m on m.id = a.member_id where a.poll_id = p.id), '[]') as appeals";

/// # Errors
/// `NotFound` when there is no vote of this id.
pub fn contested(conn: &mut PgConnection, poll: i64) -> Result<Contested> {
    Ok(sql(format!("select {CONTESTED} from polls p where p.id = $1")).bind(poll).get_result(conn)?)
}

/// For how long the result can be contested stands from the opening on, where it can be.
pub fn freeze(conn: &mut PgConnection, poll: i64, days: i32) -> Result<()> {
    sql("update polls set appeal_days = coalesce(appeal_days, $2) where id = $1 and (secrecy <> 'open' or bound)")
        .bind((poll, days))
        .execute(conn)?;
    Ok(())
}

/// The vote was counted on this day. No day at all is over before it began.
pub fn begin(conn: &mut PgConnection, poll: i64, today: NaiveDate) -> Result<()> {
    sql("update polls set appeal_until = $2 + case when appeal_days = 0 then -1 else appeal_days end where id = $1 and appeal_days is not null")
        .bind((poll, today))
        .execute(conn)?;
    Ok(())
}

pub fn insert(
    conn: &mut PgConnection,
    (poll, member): (i64, i64),
    kind: Kind,
    says: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    sql("insert into appeals (poll_id, number, member_id, kind, says, received_at) \
         select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 from appeals where poll_id = $1")
    .bind((poll, member, kind, says, now))
    .execute(conn)?;
    Ok(())
}

pub fn set_examined(conn: &mut PgConnection, poll: i64, number: i32) -> Result<()> {
    sql("update appeals set status = 'examined' where poll_id = $1 and number = $2")
        .bind((poll, number))
        .execute(conn)?;
    Ok(())
}

pub fn set_answered(
    conn: &mut PgConnection,
    (poll, number): (i64, i32),
    (status, answer): (Standing, &str),
    account: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    sql("update appeals set status = $3, answer = $4, answered_by = $5, answered_at = $6 where poll_id = $1 and number = $2")
        .bind((poll, number, status, answer, account, now))
        .execute(conn)?;
    Ok(())
}
