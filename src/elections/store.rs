//! Every query of the elections.

mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::{CANDIDACIES, TABLES};

use super::{Barred, NewElection, Standing, Stands, Status, Way};
use crate::platform::error::Result;
use crate::platform::slice::Waits;
use crate::platform::sql::{row, sql};
use crate::polls::Method;

row! {
    #[derive(Debug, Clone)]
    pub struct Election {
        pub id: i64,
        pub title_en: String,
        pub title_fr: String,
        pub details_en: String,
        pub details_fr: String,
        pub seats: i32,
        pub starts_on: NaiveDate,
        pub ends_on: NaiveDate,
        pub method: Method,
        pub nominate_from: NaiveDate,
        pub nominate_until: NaiveDate,
        /// As the vote has them, once there is one.
        pub opens_at: DateTime<Utc>,
        pub closes_at: DateTime<Utc>,
        pub sealed: bool,
        pub by_others: bool,
        pub none_stands: bool,
        pub acclaims: bool,
        pub committee_id: Option<i64>,
        pub committee_en: Option<String>,
        pub committee_fr: Option<String>,
        pub appeal_days: i32,
        pub status: Status,
        pub poll_id: Option<i64>,
        /// Whether its vote takes ballots.
        pub is_open: bool,
        pub none_choice: Option<i32>,
        pub way: Option<Way>,
        pub declared_at: Option<DateTime<Utc>>,
        pub appeal_until: Option<NaiveDate>,
        /// Why it was called off, or is void.
        pub reason: String,
        pub repeats: Option<i64>,
        pub version: i32,
    }
}

row! {
    /// Somebody who was put up, with their name as it is now.
    #[derive(Debug, Clone)]
    pub struct Candidacy {
        pub number: i32,
        pub member_id: i64,
        pub name: String,
        pub nominated_by: Option<i64>,
        pub nominator: Option<String>,
        pub status: Stands,
        pub barred: Option<Barred>,
        pub statement_en: String,
        pub statement_fr: String,
        pub shows_photo: bool,
        pub has_photo: bool,
        pub withdrawn_at: Option<DateTime<Utc>>,
        pub withdrawn_why: String,
        pub choice: Option<i32>,
        pub place: Option<i32>,
        pub runner_up: Option<i32>,
        pub term_id: Option<i64>,
        /// When their seat fell vacant before its time, and the day on which it would end.
        pub seat_ended_on: Option<NaiveDate>,
        pub seat_ends_on: Option<NaiveDate>,
        pub follows: Option<i32>,
        pub offered_at: Option<DateTime<Utc>>,
        pub took: Option<bool>,
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct Appeal {
        pub number: i32,
        pub member_id: i64,
        pub name: String,
        pub says: String,
        pub received_at: DateTime<Utc>,
        pub status: Standing,
        pub answer: String,
        pub answered_at: Option<DateTime<Utc>>,
    }
}

impl Appeal {
    pub fn is_open(&self) -> bool {
        matches!(self.status, Standing::Received | Standing::Examined)
    }
}

/// Members who have to say whether they stand, or take a seat.
pub const WAITS: Waits = Waits {
    entry: "elections",
    select: "select 'election' as kind, e.id, e.title_en, e.title_fr, null::timestamptz as closes_at, \
               case when c.status = 'asked' then e.nominate_until end as due_on, null::text as place \
             from candidacies c join elections e on e.id = c.election_id where c.member_id = {member} \
               and (c.status = 'asked' and e.status = 'called' and e.nominate_until >= {today} \
                 or c.offered_at is not null and c.took is null and c.status = 'standing' and e.status = 'filled')",
    on_home: true,
};
/// In whichever language the words are, the latest first.
pub const SEARCHED: &str = "select e.id, e.title_{lang} as title, '' as fact, e.nominate_until as day from elections e \
   where e.status <> 'draft' and folded(concat_ws(' ', e.title_en, e.title_fr, e.details_en, e.details_fr)) like all ({words}) \
   order by e.nominate_until desc, e.id";
/// Elections whose nominations are over and whose vote could not be set up: its time was over, too.
pub const STUCK: &str =
    "select e.id from elections e where e.status = 'called' and e.nominate_until < {today} and e.closes_at <= now()";
/// Results that somebody contests.
pub const CONTESTED: &str = "select a.election_id from appeals a where a.answered_at is null";
/// Seats of an election that nobody has, and somebody could take.
pub const VACANT: &str = "select v.election_id from candidacies v join elections e on e.id = v.election_id and e.status = 'filled' \
     left join board_terms t on t.id = v.term_id \
   where (v.place is not null or v.took) and (v.term_id is null or t.ended_on is not null and t.ends_on > {today}) and e.ends_on > {today} \
     and not exists (select from candidacies f where f.election_id = v.election_id and f.follows = v.number and f.took is distinct from false) \
     and exists (select from candidacies f where f.election_id = v.election_id and f.runner_up is not null and f.offered_at is null \
       and f.status = 'standing')";

const ELECTION: &str = "select e.*, c.name_en as committee_en, c.name_fr as committee_fr, \
     coalesce(p.opens_at, e.planned_opens) as opens_at, coalesce(p.closes_at, e.planned_closes) as closes_at, \
     coalesce(p.status = 'open' and p.closes_at > now(), false) as is_open \
   from (select id, title_en, title_fr, details_en, details_fr, seats, starts_on, ends_on, method, nominate_from, nominate_until, \
       opens_at as planned_opens, closes_at as planned_closes, sealed, by_others, none_stands, acclaims, committee_id, appeal_days, status, poll_id, none_choice, way, \
       declared_at, appeal_until, reason, repeats, version from elections) e \
     left join committees c on c.id = e.committee_id left join polls p on p.id = e.poll_id";

pub fn list(conn: &mut PgConnection, drafts: bool) -> Result<Vec<Election>> {
    Ok(sql(format!("{ELECTION} where e.status <> 'draft' or $1 order by e.nominate_from desc, e.id desc limit 200"))
        .bind(drafts)
        .load(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Election> {
    Ok(sql(format!("{ELECTION} where e.id = $1")).bind(id).get_result(conn)?)
}

/// The election, and nobody else changes it or who stands until this transaction ends.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<Election> {
    sql("select id from elections where id = $1 for update").bind(id).execute(conn)?;
    find(conn, id)
}

row! {
    struct Id {
        id: i64,
    }
}

fn ids(rows: Vec<Id>) -> Vec<i64> {
    rows.into_iter().map(|row| row.id).collect()
}

/// A draft. With the days in which its result can be contested, the void one that it repeats, and who sets it up.
pub fn insert(
    conn: &mut PgConnection,
    new: &NewElection,
    (days, repeats, account): (i32, Option<i64>, Option<i64>),
) -> Result<i64> {
    let made: Id = sql("insert into elections (title_en, title_fr, details_en, details_fr, seats, starts_on, ends_on, method, \
           nominate_from, nominate_until, opens_at, closes_at, sealed, by_others, none_stands, acclaims, committee_id, appeal_days, \
           repeats, created_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) returning id")
    .bind((new.title_en.as_str(), new.title_fr.as_str(), new.details_en.as_str(), new.details_fr.as_str()))
    .bind((new.seats, new.starts_on, new.ends_on, new.method))
    .bind((new.nominate_from, new.nominate_until, new.opens_at, new.closes_at))
    .bind((new.sealed, new.by_others, new.none_stands, new.acclaims))
    .bind((new.committee_id, days, repeats, account))
    .get_result(conn)?;
    Ok(made.id)
}

pub fn update(conn: &mut PgConnection, id: i64, new: &NewElection) -> Result<()> {
    sql("update elections set title_en = $2, title_fr = $3, details_en = $4, details_fr = $5, seats = $6, starts_on = $7, ends_on = $8, \
           method = $9, nominate_from = $10, nominate_until = $11, opens_at = $12, closes_at = $13, sealed = $14, by_others = $15, \
           none_stands = $16, acclaims = $17, committee_id = $18, version = version + 1 where id = $1")
    .bind(id)
    .bind((new.title_en.as_str(), new.title_fr.as_str(), new.details_en.as_str(), new.details_fr.as_str()))
    .bind((new.seats, new.starts_on, new.ends_on, new.method))
    .bind((new.nominate_from, new.nominate_until, new.opens_at, new.closes_at))
    .bind((new.sealed, new.by_others, new.none_stands, new.acclaims))
    .bind(new.committee_id)
    .execute(conn)?;
    Ok(())
}

pub fn set_status(conn: &mut PgConnection, id: i64, status: Status) -> Result<()> {
    sql("update elections set status = $2, version = version + 1 where id = $1").bind((id, status)).execute(conn)?;
    Ok(())
}

pub fn set_days(
    conn: &mut PgConnection,
    id: i64,
    until: NaiveDate,
    (opens_at, closes_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    sql("update elections set nominate_until = $2, opens_at = $3, closes_at = $4, reminded_at = null, version = version + 1 where id = $1")
        .bind((id, until, opens_at, closes_at))
        .execute(conn)?;
    Ok(())
}

/// It is over, and counts for nothing.
pub fn end(conn: &mut PgConnection, id: i64, status: Status, reason: &str) -> Result<()> {
    sql("update elections set status = $2, reason = $3, version = version + 1 where id = $1")
        .bind((id, status, reason))
        .execute(conn)?;
    Ok(())
}

/// There is a vote; `none` is the number of "none of these" in it.
pub fn set_poll(conn: &mut PgConnection, id: i64, poll: i64, none: Option<i32>) -> Result<()> {
    sql("update elections set status = 'voting', way = null, declared_at = null, appeal_until = null, poll_id = $2, none_choice = $3, \
           version = version + 1 where id = $1")
    .bind((id, poll, none))
    .execute(conn)?;
    Ok(())
}

pub fn set_declared(
    conn: &mut PgConnection,
    id: i64,
    (status, way): (Status, Way),
    at: DateTime<Utc>,
    appeal_until: Option<NaiveDate>,
) -> Result<()> {
    sql("update elections set status = $2, way = $3, declared_at = $4, appeal_until = $5, version = version + 1 where id = $1")
        .bind((id, status, way, at, appeal_until))
        .execute(conn)?;
    Ok(())
}

/// Elections for which a day has passed: nominations have ended, or the result can be contested no more.
pub fn due(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<i64>> {
    Ok(ids(sql("select id from elections where status = 'called' and nominate_until < $1 \
           or status = 'declared' and appeal_until < $1 order by id limit 100")
    .bind(today)
    .load(conn)?))
}

/// The election of a vote.
pub fn of_poll(conn: &mut PgConnection, poll: i64) -> Result<Option<i64>> {
    let found: Option<Id> =
        sql("select id from elections where poll_id = $1").bind(poll).get_result(conn).optional()?;
    Ok(found.map(|row| row.id))
}

/// Elections whose nominations end within two days and of which nobody was told so yet. Marks them.
pub fn take_ending(conn: &mut PgConnection, today: NaiveDate, now: DateTime<Utc>) -> Result<Vec<i64>> {
    Ok(ids(sql(
        "update elections set reminded_at = $2 where status = 'called' and nominate_from < $1 and nominate_until >= $1 \
           and nominate_until <= $1 + 2 and reminded_at is null returning id",
    )
    .bind((today, now))
    .load(conn)?))
}

// ---- who stands ----

const CANDIDACY: &str = "select c.*, m.name, n.name as nominator, t.ended_on as seat_ended_on, t.ends_on as seat_ends_on, \
     exists (select from member_photos f where f.member_id = c.member_id) as has_photo \
   from candidacies c join members m on m.id = c.member_id left join members n on n.id = c.nominated_by \
     left join board_terms t on t.id = c.term_id";

/// Everybody who was put up: the elected in their order, then those who follow, then by name.
pub fn candidacies(conn: &mut PgConnection, id: i64) -> Result<Vec<Candidacy>> {
    Ok(sql(format!(
        "{CANDIDACY} where c.election_id = $1 order by c.place nulls last, c.runner_up nulls last, m.sort_name, c.number limit 1000"
    ))
    .bind(id)
    .load(conn)?)
}

/// The numbers of those who stand in the order of the paper: drawn once, from a salt that nobody chose.
pub fn drawn(conn: &mut PgConnection, id: i64) -> Result<Vec<i32>> {
    row! {
        struct Number {
            number: i32,
        }
    }
    let rows: Vec<Number> = sql("select c.number from candidacies c join elections e on e.id = c.election_id \
         where c.election_id = $1 and c.status = 'standing' order by md5(e.salt::text || '/' || c.number), c.number limit 1000")
    .bind(id)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.number).collect())
}

/// Puts somebody up. Whether nobody had.
pub fn put_up(
    conn: &mut PgConnection,
    (id, member): (i64, i64),
    by: Option<i64>,
    status: Stands,
    now: DateTime<Utc>,
) -> Result<bool> {
    let rows = sql("insert into candidacies (election_id, number, member_id, nominated_by, status, nominated_at) \
         select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 from candidacies where election_id = $1 \
         on conflict (coop_id, election_id, member_id) do nothing")
    .bind((id, member, by, status, now))
    .execute(conn)?;
    Ok(rows == 1)
}

pub fn set_stands(conn: &mut PgConnection, id: i64, number: i32, status: Stands, barred: Option<Barred>) -> Result<()> {
    sql("update candidacies set status = $3, barred = $4, withdrawn_at = null, withdrawn_why = '' where election_id = $1 and number = $2")
        .bind((id, number, status, barred))
        .execute(conn)?;
    Ok(())
}

/// Why somebody could not be seated, or nothing.
pub fn set_barred(conn: &mut PgConnection, id: i64, number: i32, barred: Option<Barred>) -> Result<()> {
    sql("update candidacies set barred = $3 where election_id = $1 and number = $2")
        .bind((id, number, barred))
        .execute(conn)?;
    Ok(())
}

pub fn set_withdrawn(conn: &mut PgConnection, id: i64, number: i32, why: &str, now: DateTime<Utc>) -> Result<()> {
    sql("update candidacies set status = 'withdrawn', withdrawn_at = $4, withdrawn_why = $3 where election_id = $1 and number = $2")
        .bind((id, number, why, now))
        .execute(conn)?;
    Ok(())
}

pub fn set_statement(conn: &mut PgConnection, id: i64, number: i32, texts: (&str, &str), photo: bool) -> Result<()> {
    sql("update candidacies set statement_en = $3, statement_fr = $4, shows_photo = $5 where election_id = $1 and number = $2")
        .bind((id, number, texts.0, texts.1, photo))
        .execute(conn)?;
    Ok(())
}

/// Whoever has not answered has not.
pub fn lapse(conn: &mut PgConnection, id: i64) -> Result<()> {
    sql("update candidacies set status = 'lapsed' where election_id = $1 and status = 'asked'")
        .bind(id)
        .execute(conn)?;
    Ok(())
}

pub fn set_choice(conn: &mut PgConnection, id: i64, number: i32, choice: i32) -> Result<()> {
    sql("update candidacies set choice = $3 where election_id = $1 and number = $2")
        .bind((id, number, choice))
        .execute(conn)?;
    Ok(())
}

/// The result: who is elected and who follows, by number, each in their order.
pub fn set_places(conn: &mut PgConnection, id: i64, elected: &[i32], following: &[i32]) -> Result<()> {
    sql("update candidacies set place = nullif(coalesce(array_position($2, number), 0), 0), \
           runner_up = nullif(coalesce(array_position($3, number), 0), 0) where election_id = $1")
    .bind((id, elected, following))
    .execute(conn)?;
    Ok(())
}

pub fn set_term(conn: &mut PgConnection, id: i64, number: i32, term: i64) -> Result<()> {
    sql("update candidacies set term_id = $3, barred = null where election_id = $1 and number = $2")
        .bind((id, number, term))
        .execute(conn)?;
    Ok(())
}

pub fn set_offered(conn: &mut PgConnection, id: i64, number: i32, seat: i32, now: DateTime<Utc>) -> Result<()> {
    sql("update candidacies set follows = $3, offered_at = $4, took = null where election_id = $1 and number = $2")
        .bind((id, number, seat, now))
        .execute(conn)?;
    Ok(())
}

pub fn set_took(conn: &mut PgConnection, id: i64, number: i32, took: bool) -> Result<()> {
    sql("update candidacies set took = $3 where election_id = $1 and number = $2")
        .bind((id, number, took))
        .execute(conn)?;
    Ok(())
}

// ---- contesting ----

pub fn appeals(conn: &mut PgConnection, id: i64) -> Result<Vec<Appeal>> {
    Ok(sql("select a.*, m.name from appeals a join members m on m.id = a.member_id where a.election_id = $1 order by a.number limit 500")
        .bind(id)
        .load(conn)?)
}

pub fn insert_appeal(conn: &mut PgConnection, id: i64, member: i64, says: &str, now: DateTime<Utc>) -> Result<()> {
    sql("insert into appeals (election_id, number, member_id, says, received_at) \
         select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from appeals where election_id = $1")
    .bind((id, member, says, now))
    .execute(conn)?;
    Ok(())
}

pub fn set_examined(conn: &mut PgConnection, id: i64, number: i32) -> Result<()> {
    sql("update appeals set status = 'examined' where election_id = $1 and number = $2")
        .bind((id, number))
        .execute(conn)?;
    Ok(())
}

pub fn set_answered(
    conn: &mut PgConnection,
    (id, number): (i64, i32),
    status: Standing,
    answer: &str,
    account: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    sql("update appeals set status = $3, answer = $4, answered_by = $5, answered_at = $6 where election_id = $1 and number = $2")
        .bind((id, number, status, answer, account, now))
        .execute(conn)?;
    Ok(())
}

// ---- people who leave, and entries that are one person ----

/// Nominations of a member in elections that are not over: election and number.
pub fn running_of(conn: &mut PgConnection, member: i64) -> Result<Vec<(i64, i32)>> {
    row! {
        struct Running {
            election_id: i64,
            number: i32,
        }
    }
    let rows: Vec<Running> =
        sql("select c.election_id, c.number from candidacies c join elections e on e.id = c.election_id \
         where c.member_id = $1 and e.status in ('called', 'voting', 'declared', 'filled') \
           and (c.status in ('asked', 'standing')) and c.term_id is null order by 1 limit 100")
        .bind(member)
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.election_id, row.number)).collect())
}

/// An election in which both entries were put up and that is not over.
pub fn with_both(conn: &mut PgConnection, one: i64, other: i64) -> Result<Option<i64>> {
    let found: Option<Id> =
        sql("select e.id from elections e join candidacies a on a.election_id = e.id and a.member_id = $1 \
           join candidacies b on b.election_id = e.id and b.member_id = $2 \
         where e.status in ('called', 'voting', 'declared') limit 1")
        .bind((one, other))
        .get_result(conn)
        .optional()?;
    Ok(found.map(|row| row.id))
}

/// What stands under one entry stands under the other, where that one has nothing of its own. Which elections.
pub fn hand_on(conn: &mut PgConnection, from: i64, to: i64, only: Option<&[i64]>) -> Result<Vec<i64>> {
    Ok(ids(sql("update candidacies c set member_id = $2 where c.member_id = $1 and ($3 is null or c.election_id = any($3)) \
           and not exists (select from candidacies o where o.election_id = c.election_id and o.member_id = $2) returning c.election_id as id")
    .bind((from, to, only.map(<[i64]>::to_vec)))
    .load(conn)?))
}
