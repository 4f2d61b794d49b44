//! What the demo writes past the verbs: ballots of votes that closed long ago, and silence about the past.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::story::Vote;
use super::ways;
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::platform::{events, mail};
use crate::polls;
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

row! {
    struct Numbered {
        id: i64,
    }
}

/// Ballots of two thirds of the roll in a vote that is no proposal, as `ways::answer` draws them.
pub fn cast_by_lot(conn: &mut PgConnection, poll: i64, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<()> {
    let questions = polls::questions(conn, poll)?;
    let roll: Vec<Numbered> = sql(
        "select member_id as id from roll where poll_id = $1 and member_id not in (select member_id from accounts \
             where member_id is not null and $2) order by 1 limit 10000",
    )
    .bind((poll, to - from < chrono::TimeDelta::days(7)))
    .load(conn)?;
    let voted: Vec<i64> = roll.iter().map(|row| row.id).filter(|id| (id * 31 + poll * 17) % 100 < 66).collect();
    let answers: Vec<String> = voted
        .iter()
        .map(|id| questions.iter().map(|asked| ways::answer(asked, *id, poll)).collect::<Vec<_>>().join("|"))
        .collect();
    sql("insert into open_ballots (poll_id, member_id, answers, cast_at) \
         select $1, b.id, string_to_array(b.answers, '|'), $4 + ($5 - $4) * ((b.id % 97)::float8 / 97) \
         from unnest($2, $3) b(id, answers) where b.answers <> ''")
    .bind((poll, voted, answers, from, to))
    .execute(conn)?;
    Ok(())
}

/// The vote of this title.
pub fn vote(conn: &mut PgConnection, title_en: &str) -> Result<i64> {
    Ok(sql("select id from polls where title_en = $1").bind(title_en).get_result::<Numbered>(conn)?.id)
}

/// The account of a member.
pub fn account(conn: &mut PgConnection, member: i64) -> Result<i64> {
    Ok(sql("select id from accounts where member_id = $1").bind(member).get_result::<Numbered>(conn)?.id)
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
             from tasks t join task_holders h on h.task_id = t.id join events e on e.subject_id = t.id and e.kind = 'task.assigned' \
             where h.member_id = a.member_id and t.status in ('todo', 'doing') order by t.due_on limit 1)) n \
         where a.address in ('isabelle.macdonald@example.org', 'valerie.simard@example.org')")
    .bind(now)
    .execute(conn)?;
    Ok(())
}

row! {
    struct Found {
        id: i64,
    }
}

/// A committee by its English name; none for no name.
pub fn committee(conn: &mut PgConnection, name: &str) -> Result<Option<i64>> {
    let found = sql("select id from committees where name_en = $1").bind(name).get_result::<Found>(conn).optional()?;
    Ok(found.map(|found| found.id))
}

/// The first line of the hours that came from things of a kind.
pub fn line_of(conn: &mut PgConnection, about: &str) -> Result<Option<i64>> {
    let text = "select id from hour_lines where about = $1 order by id limit 1";
    Ok(sql(text).bind(about).get_result::<Found>(conn).optional()?.map(|found| found.id))
}
