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

/// Votes that are not over and in which somebody who leaves could vote for somebody else.
pub const HELD: &str = "select p.title_{lang} from proxies x join polls p on p.id = x.poll_id and p.status in ('scheduled', 'open') \
   where x.holder_id = {member} and x.ended_at is null";

row! {
    struct OfPoll {
        poll_id: i64,
        id: i64,
        giver_id: i64,
        holder_id: i64,
        instructions: String,
        given_at: DateTime<Utc>,
    }
}

/// Those that somebody gave or holds in votes that are not over, each with its vote.
pub fn in_force_of(conn: &mut PgConnection, member: i64) -> Result<Vec<(i64, Proxy)>> {
    let rows: Vec<OfPoll> =
        sql("select x.poll_id, x.id, x.giver_id, x.holder_id, x.instructions, x.given_at from proxies x \
         join polls p on p.id = x.poll_id and p.status in ('scheduled', 'open') \
         where x.ended_at is null and (x.giver_id = $1 or x.holder_id = $1) order by x.id limit 10000")
        .bind(member)
        .load(conn)?;
    let proxy = |row: OfPoll| {
        let OfPoll { poll_id, id, giver_id, holder_id, instructions, given_at } = row;
        (poll_id, Proxy { id, giver_id, holder_id, instructions, given_at, voted: false, voted_self: false })
    };
    Ok(rows.into_iter().map(proxy).collect())
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

/// It is in force again.
pub fn resume(conn: &mut PgConnection, proxy: i64) -> Result<()> {
    sql("update proxies set ended_at = null where id = $1").bind(proxy).execute(conn)?;
    Ok(())
}
