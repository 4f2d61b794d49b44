//! The queries of replies.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::meetings::Meeting;
use crate::meetings::replies::{NewReply, Reply};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

const REPLIES: &str = "select r.member_id, m.name, r.answer, r.holder_id, coalesce(h.name, '') as holder, r.needs, \
     r.sequence <> $2 as is_old, r.said_at \
   from meeting_replies r join members m on m.id = r.member_id left join members h on h.id = r.holder_id where r.meeting_id = $1";

pub fn of_meeting(conn: &mut PgConnection, meeting: &Meeting) -> Result<Vec<Reply>> {
    Ok(sql(format!("{REPLIES} order by m.sort_name, m.id limit 100000"))
        .bind((meeting.id, meeting.sequence))
        .load(conn)?)
}

pub fn of_member(conn: &mut PgConnection, meeting: &Meeting, member: i64) -> Result<Option<Reply>> {
    Ok(sql(format!("{REPLIES} and r.member_id = $3"))
        .bind((meeting.id, meeting.sequence, member))
        .get_result(conn)
        .optional()?)
}

/// Who lets whom vote for them.
pub fn proxies(conn: &mut PgConnection, meeting: &Meeting) -> Result<Vec<(i64, i64)>> {
    row! {
        struct Pair {
            giver: i64,
            holder: i64,
        }
    }
    let rows: Vec<Pair> =
        sql("select giver_id as giver, holder_id as holder from proxies_at($1) order by giver_id limit 100000")
            .bind(meeting.id)
            .load(conn)?;
    Ok(rows.into_iter().map(|pair| (pair.giver, pair.holder)).collect())
}

pub fn put(conn: &mut PgConnection, meeting: &Meeting, member: i64, new: &NewReply, now: DateTime<Utc>) -> Result<()> {
    sql("insert into meeting_replies (meeting_id, member_id, answer, holder_id, needs, sequence, said_at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (coop_id, meeting_id, member_id) do update set answer = excluded.answer, \
           holder_id = excluded.holder_id, needs = excluded.needs, sequence = excluded.sequence, said_at = excluded.said_at")
    .bind((meeting.id, member, new.answer.word(), new.holder_id, new.needs.as_str(), meeting.sequence, now))
    .execute(conn)?;
    Ok(())
}
