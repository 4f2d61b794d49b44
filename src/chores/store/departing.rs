//! The queries of pools that lose somebody who leaves, and of chores whose committee closes.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

/// The chores that go round somebody.
pub const CHORES: &str = "select c.title from chore_pool p join chores c on c.id = p.chore_id \
    where p.member_id = {member} and c.ended_on is null";

row! {
    #[derive(Debug)]
    pub struct Place {
        pub chore_id: i64,
        pub place: i32,
        pub since: NaiveDate,
    }
}

/// Takes somebody out of all pools.
pub fn leave(conn: &mut PgConnection, member: i64) -> Result<Vec<Place>> {
    Ok(sql("delete from chore_pool where member_id = $1 returning chore_id, place, since").bind(member).load(conn)?)
}

/// Puts somebody back where they were.
pub fn come_back(conn: &mut PgConnection, member: i64, was: &Place) -> Result<bool> {
    let made = sql(
        "insert into chore_pool (chore_id, member_id, place, since) select c.id, $1, $2, $3 from chores c where c.id = $4 \
           and c.pool_of = 'member' and c.ended_on is null on conflict do nothing",
    )
    .bind((member, was.place, was.since, was.chore_id))
    .execute(conn)?;
    Ok(made == 1)
}

row! {
    #[derive(Debug)]
    pub struct Named {
        pub id: i64,
        pub title: String,
    }
}

pub fn of_committee(conn: &mut PgConnection, committee: i64) -> Result<Vec<Named>> {
    Ok(sql("select id, title from chores where committee_id = $1 and ended_on is null order by id limit 1000")
        .bind(committee)
        .load(conn)?)
}

/// The chores of a committee are the co-op's.
pub fn hand_to_coop(conn: &mut PgConnection, committee: i64) -> Result<Vec<Named>> {
    Ok(sql(
        "update chores set committee_id = null, version = version + 1 where committee_id = $1 and ended_on is null \
         returning id, title",
    )
    .bind(committee)
    .load(conn)?)
}

/// A chore is a committee's again, if it is no other's.
pub fn give_to_committee(conn: &mut PgConnection, id: i64, committee: i64) -> Result<Option<String>> {
    let row: Option<Named> =
        sql("update chores set committee_id = $2, version = version + 1 where id = $1 and committee_id is null \
         and ended_on is null returning id, title")
        .bind((id, committee))
        .get_result(conn)
        .optional()?;
    Ok(row.map(|row| row.title))
}
