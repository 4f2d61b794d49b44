//! The queries of proxies.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

row! {
    /// A proxy that is in force.
    #[derive(Debug, Clone)]
    pub struct Proxy {
        pub id: i64,
        pub giver_id: i64,
        pub holder_id: i64,
        pub instructions: String,
        pub given_at: DateTime<Utc>,
        /// Whether there is a ballot of the giver, and whether they cast it themselves.
        pub voted: bool,
        pub voted_self: bool,
    }
}

/// Those of a vote, the earliest first.
pub fn of_poll(conn: &mut PgConnection, poll: i64) -> Result<Vec<Proxy>> {
    Ok(sql("select x.id, x.giver_id, x.holder_id, x.instructions, x.given_at, b.member_id is not null as voted, \
           b.member_id is not null and b.cast_by is null as voted_self \
         from proxies x left join open_ballots b on b.poll_id = x.poll_id and b.member_id = x.giver_id \
         where x.poll_id = $1 and x.ended_at is null order by x.id limit 10000")
    .bind(poll)
    .load(conn)?)
}

pub fn insert(
    conn: &mut PgConnection,
    poll: i64,
    giver: i64,
    holder: i64,
    instructions: &str,
    at: DateTime<Utc>,
) -> Result<()> {
    sql("insert into proxies (poll_id, giver_id, holder_id, instructions, given_at) values ($1, $2, $3, $4, $5)")
        .bind((poll, giver, holder, instructions, at))
        .execute(conn)?;
    Ok(())
}

pub fn end(conn: &mut PgConnection, proxy: i64, at: DateTime<Utc>) -> Result<()> {
    sql("update proxies set ended_at = $2 where id = $1 and ended_at is null").bind((proxy, at)).execute(conn)?;
    Ok(())
}
