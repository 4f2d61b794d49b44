//! The queries of the ballot box: votes on paper in a secret vote.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::polls::urn::sealing::Paper;

/// The most papers of one vote.
pub const PAPERS_MAX: i32 = 20_000;
/// The most differences that a page tells.
const DIFFERENCES_MAX: i64 = 200;

row! {
    /// The papers of a vote, from hand to hand.
    #[derive(Debug, Clone, Default)]
    pub struct BallotBox {
        /// Papers that are out or were: one a vote of everybody who was struck off.
        pub handed: i64,
        /// Those brought back unfit for use, each replaced.
        pub spoiled: i32,
        /// How many got a code to vote with help.
        pub helped: i64,
        /// Since when nobody can vote any more, where papers wait to be counted.
        pub ended_at: Option<DateTime<Utc>>,
        /// Who reads the papers first, and who a second time.
        pub read_first_by: Option<i64>,
        pub read_second_by: Option<i64>,
        /// How many papers each of them has read so far.
        pub first_read: i64,
        pub second_read: i64,
        /// Of those of the first reading how many cannot be read.
        pub rejected: i64,
        /// What the first one who signed found in the box.
        pub found: Option<i32>,
        pub signed_first_by: Option<i64>,
        pub signed_first_at: Option<DateTime<Utc>>,
        pub signed_second_by: Option<i64>,
        pub signed_second_at: Option<DateTime<Utc>>,
        /// Whether who asks is a scrutineer of the vote; and another person than who reads first, and than who signed first.
        pub is_scrutineer: bool,
        pub is_second_reader: bool,
        pub is_second_signer: bool,
    }
}

row! {
    struct Came {
        came: String,
    }
}

row! {
    struct Truth {
        yes: bool,
    }
}

row! {
    /// Somebody who was handed a paper.
    #[derive(Debug, Clone)]
    pub struct PaperVoter {
        pub member_id: i64,
        pub papers: i32,
        pub handed_at: DateTime<Utc>,
    }
}

row! {
    /// A paper as it was read once; without answers where it cannot be read.
    #[derive(Debug, Clone)]
    pub struct Reading {
        pub answers: Vec<String>,
        pub skipped: Vec<i32>,
    }
}

row! {
    /// A paper that two people read differently, or only one of them.
    #[derive(Debug, Clone)]
    pub struct Difference {
        pub number: i32,
        pub first: Option<Vec<String>>,
        pub second: Option<Vec<String>>,
    }
}

/// The box of a vote as an account sees it. Empty where nobody was handed a paper, or the vote is not secret.
pub fn of(conn: &mut PgConnection, poll: i64, account: i64) -> Result<BallotBox> {
    let found: Option<BallotBox> = sql("select coalesce((select sum(v.papers) from paper_voters v where v.poll_id = u.poll_id), 0)::bigint as handed, \
           (select count(*) from booths h where h.poll_id = u.poll_id) as helped, coalesce(b.spoiled, 0) as spoiled, b.ended_at, b.read_first_by, b.read_second_by, \
           (select count(*) from paper_ballots p where p.poll_id = b.poll_id and p.reading = 1) as first_read, \
           (select count(*) from paper_ballots p where p.poll_id = b.poll_id and p.reading = 2) as second_read, \
           (select count(*) from paper_ballots p where p.poll_id = b.poll_id and p.reading = 1 and p.answers = '{}') as rejected, \
           b.found, b.signed_first_by, b.signed_first_at, b.signed_second_by, b.signed_second_at, \
           exists (select from scrutineers s join accounts a on a.member_id = s.member_id where s.poll_id = u.poll_id and a.id = $2) as is_scrutineer, \
           coalesce(are_two(b.read_first_by, $2), true) as is_second_reader, \
           coalesce(are_two(b.signed_first_by, $2), true) as is_second_signer \
         from urns u left join ballot_boxes b on b.poll_id = u.poll_id where u.poll_id = $1")
    .bind((poll, account))
    .get_result(conn)
    .optional()?;
    Ok(found.unwrap_or_default())
}

/// Strikes somebody off the roll for a paper. 'struck', or what hinders it.
pub fn strike_off(
    conn: &mut PgConnection,
    poll: i64,
    member: i64,
    (account, at): (i64, DateTime<Utc>),
) -> Result<String> {
    sql("insert into ballot_boxes (poll_id) values ($1) on conflict (coop_id, poll_id) do nothing")
        .bind(poll)
        .execute(conn)?;
    let row: Came =
        sql("select strike_off($1, $2, $3, $4) as came").bind((poll, member, account, at)).get_result(conn)?;
    Ok(row.came)
}

/// Puts somebody back on the roll who brings their paper unused. Whether they had one, and the vote is still open.
pub fn take_back(conn: &mut PgConnection, poll: i64, member: i64) -> Result<bool> {
    let row: Truth = sql("select take_back($1, $2) as yes").bind((poll, member)).get_result(conn)?;
    Ok(row.yes)
}

/// One more paper was replaced. Whether there is one that could be.
pub fn spoil(conn: &mut PgConnection, poll: i64) -> Result<bool> {
    let changed = sql("update ballot_boxes set spoiled = spoiled + 1 where poll_id = $1 and spoiled < $2 \
         and exists (select from paper_voters v where v.poll_id = ballot_boxes.poll_id)")
    .bind((poll, PAPERS_MAX))
    .execute(conn)?;
    Ok(changed > 0)
}

/// Those who were handed a paper, in no order that tells anything.
pub fn voters(conn: &mut PgConnection, poll: i64) -> Result<Vec<PaperVoter>> {
    Ok(sql("select member_id, papers, handed_at from paper_voters where poll_id = $1 order by member_id limit $2")
        .bind((poll, PAPERS_MAX))
        .load(conn)?)
}

/// Nobody votes any more: the papers can be counted. Whether that was not known.
pub fn set_ended(conn: &mut PgConnection, poll: i64, at: DateTime<Utc>) -> Result<bool> {
    let changed = sql("update ballot_boxes set ended_at = $2 where poll_id = $1 and ended_at is null")
        .bind((poll, at))
        .execute(conn)?;
    Ok(changed > 0)
}

/// The box, and nobody else changes it until this transaction ends.
pub fn lock(conn: &mut PgConnection, poll: i64) -> Result<()> {
    sql("select 1 from ballot_boxes where poll_id = $1 for update").bind(poll).execute(conn)?;
    Ok(())
}

/// Somebody reads the papers, as the first or the second who does.
pub fn set_reader(conn: &mut PgConnection, poll: i64, reading: i32, account: i64) -> Result<()> {
    let column = if reading == 1 { "read_first_by" } else { "read_second_by" };
    sql(format!("update ballot_boxes set {column} = $2 where poll_id = $1")).bind((poll, account)).execute(conn)?;
    Ok(())
}

/// What a paper says, by one reading. Whoever signed before signed for something else: nobody has signed then.
pub fn put(conn: &mut PgConnection, poll: i64, (reading, number): (i32, i32), read: &Reading) -> Result<()> {
    unsign(conn, poll)?;
    sql("insert into paper_ballots (poll_id, reading, number, answers, skipped) values ($1, $2, $3, $4, $5) \
         on conflict (coop_id, poll_id, reading, number) do update set answers = excluded.answers, skipped = excluded.skipped")
    .bind((poll, reading, number, read.answers.as_slice(), read.skipped.as_slice()))
    .execute(conn)?;
    Ok(())
}

/// Takes the last paper of a reading out. Whether there was one.
pub fn remove_last(conn: &mut PgConnection, poll: i64, reading: i32) -> Result<bool> {
    unsign(conn, poll)?;
    let gone = sql("delete from paper_ballots where poll_id = $1 and reading = $2 \
         and number = (select max(number) from paper_ballots where poll_id = $1 and reading = $2)")
    .bind((poll, reading))
    .execute(conn)?;
    Ok(gone > 0)
}

fn unsign(conn: &mut PgConnection, poll: i64) -> Result<()> {
    sql("update ballot_boxes set found = null, signed_first_by = null, signed_first_at = null \
         where poll_id = $1 and signed_first_by is not null and signed_second_by is null")
    .bind(poll)
    .execute(conn)?;
    Ok(())
}

/// What one reading has of a paper.
pub fn reading(conn: &mut PgConnection, poll: i64, (reading, number): (i32, i32)) -> Result<Option<Reading>> {
    Ok(sql("select answers, skipped from paper_ballots where poll_id = $1 and reading = $2 and number = $3")
        .bind((poll, reading, number))
        .get_result(conn)
        .optional()?)
}

/// Papers that the two readings have differently.
pub fn differences(conn: &mut PgConnection, poll: i64) -> Result<Vec<Difference>> {
    Ok(sql("select coalesce(a.number, b.number) as number, a.answers as first, b.answers as second \
         from (select * from paper_ballots where poll_id = $1 and reading = 1) a \
         full join (select * from paper_ballots where poll_id = $1 and reading = 2) b on b.number = a.number \
         where a.answers is distinct from b.answers or a.skipped is distinct from b.skipped order by 1 limit $2")
    .bind((poll, DIFFERENCES_MAX))
    .load(conn)?)
}

pub fn sign_first(conn: &mut PgConnection, poll: i64, found: i32, (account, at): (i64, DateTime<Utc>)) -> Result<()> {
    sql("update ballot_boxes set found = $2, signed_first_by = $3, signed_first_at = $4 where poll_id = $1")
        .bind((poll, found, account, at))
        .execute(conn)?;
    Ok(())
}

pub fn sign_second(conn: &mut PgConnection, poll: i64, (account, at): (i64, DateTime<Utc>)) -> Result<()> {
    sql("update ballot_boxes set signed_second_by = $2, signed_second_at = $3 where poll_id = $1")
        .bind((poll, account, at))
        .execute(conn)?;
    Ok(())
}

/// What the papers of a vote say that can be read, in the order of their numbers; each under the code that is given to it.
pub fn papers(conn: &mut PgConnection, poll: i64, code: impl Fn() -> String) -> Result<Vec<Paper>> {
    let rows: Vec<Reading> = sql("select answers, skipped from paper_ballots where poll_id = $1 and reading = 1 \
         and answers <> '{}' order by number limit $2")
    .bind((poll, PAPERS_MAX))
    .load(conn)?;
    let paper = |row: Reading| Paper { code: code(), answers: row.answers, skipped: row.skipped };
    Ok(rows.into_iter().map(paper).collect())
}

/// What was read off the papers goes: the result can be contested no more.
pub fn forget(conn: &mut PgConnection, poll: i64) -> Result<()> {
    sql("delete from paper_ballots where poll_id = $1").bind(poll).execute(conn)?;
    Ok(())
}

/// Votes that are over and whose papers are not counted yet.
pub const TO_COUNT: &str = "select p.id from polls p join ballot_boxes b on b.poll_id = p.id \
   where p.status = 'open' and b.ended_at is not null and b.signed_second_by is null";
