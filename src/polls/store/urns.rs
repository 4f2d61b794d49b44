//! The queries of the sealed urn.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::polls::urn::Listed;

/// The most ballots of one secret vote: a cast writes the whole urn, and takes longer the fuller it is.
pub const BALLOTS_MAX: i64 = 20_000;

row! {
    /// The urn of a secret vote that was announced.
    #[derive(Debug, Clone)]
    pub struct Urn {
        pub announced_by: i64,
        pub prepared_by: Option<i64>,
        pub prepared_at: Option<DateTime<Utc>>,
        pub public_key: Option<Vec<u8>>,
        /// How long each sealed ballot is.
        pub size: Option<i32>,
        /// Why the count was not made; empty where it was, or is to come.
        pub disputed: String,
        pub key_destroyed_at: Option<DateTime<Utc>>,
        /// The scrutineers, and which of them have their codes.
        pub scrutineers: Vec<i64>,
        pub with_code: Vec<i64>,
        /// Who has voted, once the vote is open.
        pub voted: Vec<i64>,
        /// Whether who asks is another person than who announced it.
        pub is_second: bool,
    }
}

impl Urn {
    /// Whether everything is done without which a secret vote does not open.
    pub fn is_ready(&self) -> bool {
        self.public_key.is_some() && self.scrutineers.len() == 2 && self.with_code.len() == 2
    }

    /// Scrutineers who have not taken their codes.
    pub fn without_code(&self) -> Vec<i64> {
        self.scrutineers.iter().copied().filter(|member| !self.with_code.contains(member)).collect()
    }
}

row! {
    /// A ballot as it was found in the urn.
    #[derive(Debug, Clone)]
    pub struct Opened {
        pub code: String,
        pub answers: Vec<String>,
    }
}

impl From<&Opened> for Listed {
    fn from(opened: &Opened) -> Self {
        Self { code: opened.code.clone(), answers: opened.answers.clone() }
    }
}

row! {
    struct Content {
        sealed: Vec<Vec<u8>>,
        voters: i32,
        weight: i64,
    }
}

/// What is in an urn that is about to be opened: sealed ballots, how many people have voted into it, and how many votes they have on the roll.
pub struct Found {
    pub sealed: Vec<Vec<u8>>,
    pub voters: i32,
    pub votes: i64,
}

row! {
    /// What came of a cast: a word, and how many have voted into the urn by now.
    pub struct Came {
        pub came: String,
        pub voters: i32,
    }
}

row! {
    /// A key that a scrutineer can open.
    pub struct Wrapped {
        pub wrapped: Option<Vec<u8>>,
    }
}

row! {
    struct Truth {
        yes: bool,
    }
}

/// None before its vote was announced, or where it is no secret one.
pub fn urn(conn: &mut PgConnection, poll: i64) -> Result<Option<Urn>> {
    seen_by(conn, poll, 0)
}

/// The same for an account that asks.
pub fn seen_by(conn: &mut PgConnection, poll: i64, account: i64) -> Result<Option<Urn>> {
    Ok(sql("select u.announced_by, u.prepared_by, u.prepared_at, u.public_key, u.size, u.disputed, u.key_destroyed_at, \
           array(select s.member_id from scrutineers s where s.poll_id = u.poll_id order by 1) as scrutineers, \
           array(select s.member_id from scrutineers s where s.poll_id = u.poll_id and s.taken_at is not null order by 1) as with_code, \
           coalesce((select c.voted from urn_contents c where c.poll_id = u.poll_id), '{}') as voted, \
           are_two(u.announced_by, $2) as is_second \
         from urns u where u.poll_id = $1")
    .bind((poll, account))
    .get_result(conn)
    .optional()?)
}

/// A secret vote was announced: who did, does not prepare its urn.
pub fn announce(conn: &mut PgConnection, poll: i64, account: i64) -> Result<()> {
    sql("insert into urns (poll_id, announced_by) values ($1, $2) on conflict (coop_id, poll_id) do nothing")
        .bind((poll, account))
        .execute(conn)?;
    Ok(())
}

row! {
    struct Id {
        id: i64,
    }
}

/// Which of some members have an account with which they can sign in.
pub fn with_account(conn: &mut PgConnection, members: &[i64]) -> Result<Vec<i64>> {
    let rows: Vec<Id> =
        sql("select member_id as id from accounts where member_id = any($1) and disabled_at is null limit 10")
            .bind(members)
            .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Members who have an account with which they can sign in.
pub fn who_can_sign_in(conn: &mut PgConnection) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql("select a.member_id as id from accounts a join lateral status_on(a.member_id, co_op_day(now())) s \
           on s.status not in ('former', 'applicant') where a.member_id is not null and a.disabled_at is null order by 1 limit 100000")
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Members whom a vote has on its paper.
pub fn named_on_paper(conn: &mut PgConnection, poll: i64) -> Result<Vec<i64>> {
    let rows: Vec<Id> =
        sql("select distinct member_id as id from choices where poll_id = $1 and member_id is not null order by 1 limit 1000")
            .bind(poll)
            .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Announced votes, one or all, whose urns are not ready two days before they open, or when they should, and of which nobody was told so.
/// Marks them.
pub fn take_unready(conn: &mut PgConnection, now: DateTime<Utc>, only: Option<i64>) -> Result<Vec<i64>> {
    let rows: Vec<Id> = sql("with waits as (select u.poll_id, case when p.opens_at <= $1 then 2 else 1 end as stage \
           from urns u join polls p on p.id = u.poll_id where p.status = 'scheduled' and p.opens_at <= $1 + interval '2 days' \
             and ($2 is null or p.id = $2) and (u.public_key is null \
               or (select count(*) from scrutineers s where s.poll_id = u.poll_id and s.taken_at is not null) < 2) limit 100) \
         update urns u set told = w.stage from waits w where u.poll_id = w.poll_id and u.told < w.stage returning u.poll_id as id")
    .bind((now, only))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

pub fn set_untold(conn: &mut PgConnection, poll: i64) -> Result<()> {
    sql("update urns set told = 0 where poll_id = $1").bind(poll).execute(conn)?;
    Ok(())
}

/// The urn has its key, and its scrutineers.
pub fn prepare(
    conn: &mut PgConnection,
    poll: i64,
    (account, at): (i64, DateTime<Utc>),
    (public, size): (&[u8], i32),
    scrutineers: &[i64],
) -> Result<()> {
    sql("update urns set public_key = $2, size = $3, prepared_by = $4, prepared_at = $5 where poll_id = $1")
        .bind((poll, public, size, account, at))
        .execute(conn)?;
    sql("delete from scrutineers where poll_id = $1").bind(poll).execute(conn)?;
    sql("insert into scrutineers (poll_id, member_id) select $1, s from unnest($2) s")
        .bind((poll, scrutineers))
        .execute(conn)?;
    Ok(())
}

/// A scrutineer has their code: the private key as it opens it.
pub fn keep_wrapped(conn: &mut PgConnection, poll: i64, member: i64, wrapped: &[u8], at: DateTime<Utc>) -> Result<()> {
    sql("update scrutineers set wrapped = $3, taken_at = $4 where poll_id = $1 and member_id = $2")
        .bind((poll, member, wrapped, at))
        .execute(conn)?;
    Ok(())
}

pub fn wrapped(conn: &mut PgConnection, poll: i64) -> Result<Vec<Wrapped>> {
    Ok(sql("select wrapped from scrutineers where poll_id = $1 order by member_id limit 10").bind(poll).load(conn)?)
}

/// An empty urn stands there. (That of a demo co-op may have been filled, since nobody can vote in the past.)
pub fn stand(conn: &mut PgConnection, poll: i64) -> Result<()> {
    sql("insert into urn_contents (poll_id) values ($1) on conflict (coop_id, poll_id) do nothing")
        .bind(poll)
        .execute(conn)?;
    Ok(())
}

/// Puts sealed ballots in, as many as the voter has votes, by the database's clock.
pub fn cast(conn: &mut PgConnection, poll: i64, member: i64, ballots: &[Vec<u8>]) -> Result<Came> {
    Ok(sql("select came, voters from cast_secret($1, $2, $3)").bind((poll, member, ballots)).get_result(conn)?)
}

/// Puts a filled urn there: of a demo co-op alone.
pub fn fill(conn: &mut PgConnection, poll: i64, sealed: &[Vec<u8>], voted: &[i64]) -> Result<()> {
    sql("insert into urn_contents (poll_id, sealed, voted) values ($1, $2, $3)")
        .bind((poll, sealed, voted))
        .execute(conn)?;
    Ok(())
}

row! {
    struct Weight {
        weight: i32,
    }
}

/// How many votes somebody has on the roll. `None` where they are not on it.
pub fn weight(conn: &mut PgConnection, poll: i64, member: i64) -> Result<Option<i32>> {
    let row: Option<Weight> = sql("select weight from roll where poll_id = $1 and member_id = $2")
        .bind((poll, member))
        .get_result(conn)
        .optional()?;
    Ok(row.map(|row| row.weight))
}

row! {
    /// How many votes there are on a roll, and the most that one voter has.
    pub struct Weights {
        pub votes: i64,
        pub most: i32,
    }
}

pub fn weights(conn: &mut PgConnection, poll: i64) -> Result<Weights> {
    Ok(sql("select coalesce(sum(weight), 0)::bigint as votes, coalesce(max(weight), 0) as most from roll where poll_id = $1")
        .bind(poll)
        .get_result(conn)?)
}

/// What is in the urn.
pub fn found(conn: &mut PgConnection, poll: i64) -> Result<Found> {
    let content: Content = sql("select c.sealed, cardinality(c.voted) - (select count(*)::int from paper_voters v where v.poll_id = c.poll_id) as voters, \
           (coalesce((select sum(r.weight) from roll r where r.poll_id = c.poll_id and r.member_id = any(c.voted)), 0) \
             - coalesce((select sum(v.papers) from paper_voters v where v.poll_id = c.poll_id), 0))::bigint as weight \
         from urn_contents c where c.poll_id = $1")
    .bind(poll)
    .get_result(conn)?;
    Ok(Found { sealed: content.sealed, voters: content.voters, votes: content.weight })
}

/// Writes the opened ballots, all in one statement and in the order of their codes. `papers` is a list of `code`, `answers` and `skipped`.
pub fn write_opened(conn: &mut PgConnection, poll: i64, papers: &Value) -> Result<()> {
    sql("insert into opened_ballots (poll_id, code, answers, skipped) \
         select $1, p ->> 'code', array(select a from jsonb_array_elements_text(p -> 'answers') with ordinality x(a, n) order by n), \
           array(select s::int from jsonb_array_elements_text(p -> 'skipped') s) \
         from jsonb_array_elements($2) p order by p ->> 'code' collate \"C\"")
    .bind((poll, papers))
    .execute(conn)?;
    Ok(())
}

/// Takes the sealed ballots out, as many as stand opened. Whether it was as many.
pub fn empty(conn: &mut PgConnection, poll: i64) -> Result<bool> {
    let row: Truth = sql("select empty_urn($1) as yes").bind(poll).get_result(conn)?;
    Ok(row.yes)
}

/// The opened ballots in the order of their codes; none before the close.
pub fn opened(conn: &mut PgConnection, poll: i64) -> Result<Vec<Opened>> {
    Ok(sql("select code, answers from opened_ballots where poll_id = $1 order by code collate \"C\" limit $2")
        .bind((poll, BALLOTS_MAX))
        .load(conn)?)
}

pub fn set_disputed(conn: &mut PgConnection, poll: i64, why: &str, at: DateTime<Utc>) -> Result<()> {
    sql("update urns set disputed = $2 where poll_id = $1").bind((poll, why)).execute(conn)?;
    sql("update polls set status = 'disputed', closed_at = $2, version = version + 1 where id = $1")
        .bind((poll, at))
        .execute(conn)?;
    Ok(())
}

/// The key is no more: nor what the scrutineers hold of it.
pub fn set_destroyed(conn: &mut PgConnection, poll: i64, at: DateTime<Utc>) -> Result<()> {
    sql("update scrutineers set wrapped = null where poll_id = $1").bind(poll).execute(conn)?;
    sql("update urns set key_destroyed_at = $2 where poll_id = $1 and key_destroyed_at is null")
        .bind((poll, at))
        .execute(conn)?;
    Ok(())
}

pub fn rename_voter(conn: &mut PgConnection, poll: i64, was: i64, becomes: i64) -> Result<()> {
    sql("select rename_voter($1, $2, $3)").bind((poll, was, becomes)).execute(conn)?;
    Ok(())
}

/// Secret votes that wait for their urn, or for somebody to open it.
pub const WAITING: &str = "select p.id from polls p left join urns u on u.poll_id = p.id where p.secrecy <> 'open' \
   and (p.status = 'scheduled' and (u.public_key is null \
       or (select count(*) from scrutineers s where s.poll_id = p.id and s.taken_at is not null) < 2) \
     or p.status = 'disputed' or p.status = 'open' and p.closes_at < now() - interval '1 minute' \
       and not exists (select from ballot_boxes b where b.poll_id = p.id and b.ended_at is not null and b.signed_second_by is null))";

row! {
    struct Setting {
        name: String,
        value: String,
    }
}

/// Settings of the database that would write down who casts what, or when: name and value. None where all is well.
pub fn telling_settings(conn: &mut PgConnection) -> Result<Vec<(String, String)>> {
    let rows: Vec<Setting> = sql("select name, setting as value from pg_settings where \
           name = 'track_commit_timestamp' and setting <> 'off' or name = 'log_statement' and setting in ('mod', 'all') \
           or name in ('log_min_duration_statement', 'log_min_duration_sample') and setting <> '-1' \
             and (select setting from pg_settings where name = 'log_parameter_max_length') <> '0' \
           or name = 'log_parameter_max_length_on_error' and setting <> '0' \
           or name = 'wal_level' and setting = 'logical' \
           or name in ('shared_preload_libraries', 'session_preload_libraries', 'local_preload_libraries') and setting ~ 'auto_explain|pgaudit|pg_stat_statements.*track_parameters' \
         order by name limit 20")
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.name, row.value)).collect())
}
