//! The queries of two entries that are one person on the roll of an open vote.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::urns;
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
        pub home: Option<i64>,
        pub cast_by_kept: Option<DateTime<Utc>>,
        pub cast_by_other: Option<DateTime<Utc>>,
        /// Who of them has voted, where it is secret.
        #[serde(default)]
        pub kept_voted: bool,
        #[serde(default)]
        pub other_voted: bool,
        /// Which of the two cast the ballot of the other one by proxy.
        pub by_proxy: Option<i64>,
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
           (select home_id from roll where poll_id = $1 and member_id = $3) as home, \
           (select cast_at from open_ballots where poll_id = $1 and member_id = $2) as cast_by_kept, \
           (select cast_at from open_ballots where poll_id = $1 and member_id = $3) as cast_by_other, \
           exists (select from urn_contents c where c.poll_id = $1 and $2 = any(c.voted)) \
             or exists (select from paper_voters v where v.poll_id = $1 and v.member_id = $2) as kept_voted, \
           exists (select from urn_contents c where c.poll_id = $1 and $3 = any(c.voted)) \
             or exists (select from paper_voters v where v.poll_id = $1 and v.member_id = $3) as other_voted, \
           (select max(cast_by) from open_ballots where poll_id = $1 and member_id in ($2, $3) and cast_by in ($2, $3)) as by_proxy")
    .bind((poll, kept, other))
    .get_result(conn)?)
}

/// A vote that is open and in which one of two declared an interest.
pub fn interest_of(conn: &mut PgConnection, kept: i64, other: i64) -> Result<Option<i64>> {
    let found: Option<Id> =
        sql("select p.id from polls p join left_out l on l.poll_id = p.id and l.reason = 'interest' \
         and l.member_id in ($1, $2) where p.status = 'open' order by p.id limit 1")
        .bind((kept, other))
        .get_result(conn)
        .optional()?;
    Ok(found.map(|row| row.id))
}

/// What one of the two cast for the other one, they cast in person.
pub fn merge(conn: &mut PgConnection, poll: i64, kept: i64, other: i64) -> Result<()> {
    sql("select merge_on_roll($1, $2, $3)").bind((poll, kept, other)).execute(conn)?;
    urns::rename_voter(conn, poll, other, kept)?;
    sql("update open_ballots set cast_by = null where poll_id = $1 and member_id = $2 and cast_by in ($2, $3)")
        .bind((poll, kept, other))
        .execute(conn)?;
    Ok(())
}

pub fn part(conn: &mut PgConnection, poll: i64, kept: i64, other: i64, was: &OnRoll) -> Result<()> {
    sql("select part_on_roll($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind((poll, kept, other, was.kept_was, was.cast_by_other, was.unit, was.weight, was.home))
        .execute(conn)?;
    if was.other_voted && !was.kept_voted {
        urns::rename_voter(conn, poll, kept, other)?;
    }
    if let Some(by) = was.by_proxy {
        // Unless they voted anew since.
        let giver = if by == kept { other } else { kept };
        let cast_at = if by == kept { was.cast_by_other } else { was.cast_by_kept };
        sql("update open_ballots set cast_by = $3 where poll_id = $1 and member_id = $2 and cast_by is null and cast_at = $4")
            .bind((poll, giver, by, cast_at))
            .execute(conn)?;
    }
    Ok(())
}
