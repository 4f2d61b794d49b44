//! What the demo writes past the verbs: ballots of votes that closed long ago, and silence about the past.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::story::Vote;
use crate::platform::error::Result;
use crate::platform::sql::sql;
use crate::platform::{events, mail};
use crate::schema::jobs;

/// Ballots of a share of the roll, who and how drawn by a fixed lot, at times spread over the days of the vote.
///
/// Past votes cannot be cast through the verb, which asks the database's clock; they are counted by it all the same.
pub fn cast(
    conn: &mut PgConnection,
    poll: i64,
    seed: i64,
    told: &Vote,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<()> {
    sql(
        "insert into open_ballots (poll_id, member_id, answers, cast_at) \
         select $1, member_id, array[case when lot % 100 < $3 then 'for' when lot % 100 < $3 + $4 then 'against' else 'abstain' end], \
           $6 + ($7 - $6) * ((lot % 97)::float8 / 97) \
         from (select r.member_id, ('x' || substr(md5($2 || '/' || m.number), 1, 7))::bit(28)::int as lot, \
                 ('x' || substr(md5(m.number || '/' || $2), 1, 7))::bit(28)::int % 100 as turn \
               from roll r join members m on m.id = r.member_id where r.poll_id = $1) drawn \
         where turn < $5 and member_id not in (select member_id from accounts where address in \
           ('isabelle.macdonald@example.org', 'valerie.simard@example.org') and $8)",
    )
    .bind((poll, seed, told.for_percent, told.against_percent, told.turnout_percent, from, to, told.closes_in_days > 0))
    .execute(conn)?;
    Ok(())
}

/// Residents who have an account were here in the last weeks, each on another day.
pub fn have_been_here(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    sql("update accounts set last_sign_in_at = $1 - make_interval(days => (2 + id % 40)::int, mins => (id * 37 % 600)::int) \
         where role = 'resident'")
    .bind(now)
    .execute(conn)?;
    Ok(())
}

/// Nobody is told of what happened before the demo began: every reader has read it.
pub fn forget_old_news(conn: &mut PgConnection, readers: &[&str]) -> Result<()> {
    while !events::chain(conn)?.is_empty() {}
    sql("insert into event_cursors (reader, position) select r, (select max(position) from events) from unnest($1) r")
        .bind(readers)
        .execute(conn)?;
    diesel::delete(jobs::table.filter(jobs::kind.eq_any([mail::LETTER.name, mail::MAILING.name]))).execute(conn)?;
    Ok(())
}

/// A few notices in the inboxes of the two residents who can sign in with one click.
pub fn welcome(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    sql("insert into notices (account_id, event_id, kind, created_at) \
         select a.id, n.event_id, n.kind, $1 - n.ago from accounts a cross join lateral ( \
           select e.id as event_id, 'poll_opened' as kind, interval '1 day' as ago \
             from polls p join events e on e.subject_id = p.id and e.kind = 'poll.opened' where p.status = 'open' \
           union all (select e.id, 'task_assigned', interval '3 hours' \
             from tasks t join events e on e.subject_id = t.id and e.kind = 'task.assigned' \
             where t.member_id = a.member_id and t.status in ('todo', 'doing') order by t.due_on limit 1)) n \
         where a.address in ('isabelle.macdonald@example.org', 'valerie.simard@example.org')")
    .bind(now)
    .execute(conn)?;
    Ok(())
}
