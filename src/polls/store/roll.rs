//! The queries of electoral rolls: written at opening, read by whoever tells of them.

use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::polls::roll::{LeftOut, Place, Roll};
use crate::schema::roll;

pub fn insert(conn: &mut PgConnection, poll: i64, roll: &Roll) -> Result<()> {
    let members: Vec<i64> = roll.places.iter().map(|place| place.member).collect();
    let units: Vec<i64> = roll.places.iter().map(|place| place.unit.unwrap_or(0)).collect();
    let weights: Vec<i32> = roll.places.iter().map(|place| place.weight).collect();
    let homes: Vec<i64> = roll.places.iter().map(|place| place.home.unwrap_or(0)).collect();
    sql("insert into roll (poll_id, member_id, unit_id, weight, home_id) \
         select $1, p.member, nullif(p.unit, 0), p.weight, nullif(p.home, 0) from unnest($2, $3, $4, $5) p(member, unit, weight, home)")
    .bind((poll, members, units, weights, homes))
    .execute(conn)?;
    let (members, reasons): (Vec<i64>, Vec<String>) =
        roll.left_out.iter().map(|(member, reason)| (*member, reason.word().to_owned())).unzip();
    sql("insert into left_out (poll_id, member_id, reason) select $1, l.member, l.reason from unnest($2, $3) l(member, reason)")
        .bind((poll, members, reasons))
        .execute(conn)?;
    Ok(())
}

row! {
    struct Id {
        id: i64,
    }
}

/// Members on the roll; with `unvoted`, only those who have not voted, and whose home has not where one votes for all.
pub fn members(conn: &mut PgConnection, poll: i64, unvoted: bool) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql("select r.member_id as id from roll r where r.poll_id = $1 \
         and not ($2 and has_voted(r.poll_id, r.member_id)) order by r.member_id limit 100000")
    .bind((poll, unvoted))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Members on the roll who have voted, or whose home has where one votes for all.
pub fn voters(conn: &mut PgConnection, poll: i64) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql("select r.member_id as id from roll r where r.poll_id = $1 \
         and has_voted(r.poll_id, r.member_id) order by r.member_id limit 100000")
    .bind(poll)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

row! {
    struct Row {
        member_id: i64,
        unit_id: Option<i64>,
        weight: i32,
        home_id: Option<i64>,
    }
}

/// Who is on the roll.
pub fn places(conn: &mut PgConnection, poll: i64) -> Result<Vec<Place>> {
    let rows: Vec<Row> =
        sql("select member_id, unit_id, weight, home_id from roll where poll_id = $1 order by member_id limit 100000")
            .bind(poll)
            .load(conn)?;
    let place = |row: Row| Place { member: row.member_id, unit: row.unit_id, weight: row.weight, home: row.home_id };
    Ok(rows.into_iter().map(place).collect())
}

pub fn has(conn: &mut PgConnection, poll: i64, member: i64) -> Result<bool> {
    let place = roll::table.find((poll, member));
    Ok(diesel::select(diesel::dsl::exists(place)).get_result(conn)?)
}

/// Takes somebody off the roll of an open vote, with their ballot, for an interest of their own.
pub fn leave(conn: &mut PgConnection, poll: i64, member: i64) -> Result<()> {
    sql("select leave_roll($1, $2)").bind((poll, member)).execute(conn)?;
    Ok(())
}

/// The same taken back, but for the ballot.
pub fn rejoin(conn: &mut PgConnection, poll: i64, member: i64) -> Result<()> {
    sql("select rejoin_roll($1, $2)").bind((poll, member)).execute(conn)?;
    Ok(())
}

row! {
    struct Out {
        member_id: i64,
        reason: LeftOut,
    }
}

/// Who was left out, and why.
pub fn left_out(conn: &mut PgConnection, poll: i64) -> Result<Vec<(i64, LeftOut)>> {
    let rows: Vec<Out> =
        sql("select member_id, reason from left_out where poll_id = $1 order by member_id limit 100000")
            .bind(poll)
            .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.member_id, row.reason)).collect())
}
