//! The queries of two entries that are one person on the roll of an open vote.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

row! {
    struct Id {
        id: i64,
    }
}

row! {
    /// How two entries stand in a vote.
    #[derive(Debug, Serialize, Deserialize)]
    pub struct OnRoll {
        pub kept_was: bool,
        /// The home of the other one on the roll, and what they weighed.
        pub unit: Option<i64>,
        pub weight: i32,
        pub cast_by_kept: Option<DateTime<Utc>>,
        pub cast_by_other: Option<DateTime<Utc>>,
    }
}

/// Open votes whose roll an entry is on.
pub fn open_with(conn: &mut PgConnection, member: i64) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql("select p.id from polls p join roll r on r.poll_id = p.id and r.member_id = $1 \
         where p.status = 'open' order by p.id limit 1000")
    .bind(member)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

pub fn on_roll(conn: &mut PgConnection, poll: i64, kept: i64, other: i64) -> Result<OnRoll> {
    Ok(sql("select exists (select from roll where poll_id = $1 and member_id = $2) as kept_was, \
           (select unit_id from roll where poll_id = $1 and member_id = $3) as unit, \
           (select weight from roll where poll_id = $1 and member_id = $3) as weight, \
           (select cast_at from open_ballots where poll_id = $1 and member_id = $2) as cast_by_kept, \
           (select cast_at from open_ballots where poll_id = $1 and member_id = $3) as cast_by_other")
    .bind((poll, kept, other))
    .get_result(conn)?)
}

pub fn merge(conn: &mut PgConnection, poll: i64, kept: i64, other: i64) -> Result<()> {
    sql("select merge_on_roll($1, $2, $3)").bind((poll, kept, other)).execute(conn)?;
    Ok(())
}

pub fn part(conn: &mut PgConnection, poll: i64, kept: i64, other: i64, was: &OnRoll) -> Result<()> {
    sql("select part_on_roll($1, $2, $3, $4, $5, $6, $7)")
        .bind((poll, kept, other, was.kept_was, was.cast_by_other, was.unit, was.weight))
        .execute(conn)?;
    Ok(())
}
