//! Every query of the elections themselves; who stands in them is in `candidacies`.

mod candidacies;
mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use candidacies::{
    Candidacy, candidacies, drawn, hand_on, lapse, put_up, running_of, set_barred, set_choice, set_offered, set_places,
    set_stands, set_statement, set_term, set_took, set_withdrawn, stands_in_all, with_both,
};
pub use kept::{CANDIDACIES, TABLES};

use super::{NewElection, Status, Way};
use crate::platform::error::Result;
use crate::platform::slice::Waits;
use crate::platform::sql::{row, sql};
use crate::polls;

row! {
    #[derive(Debug, Clone)]
    pub struct Election where plan: NewElection {
        pub id: i64,
        pub committee_en: Option<String>,
        pub committee_fr: Option<String>,
        pub appeal_days: i32,
        pub status: Status,
        pub poll_id: Option<i64>,
        pub poll_status: Option<polls::Status>,
        /// Whether its vote takes ballots.
        pub is_open: bool,
        /// Whether its vote waits for an urn, which has a key already or not.
        pub urn_waits: bool,
        pub urn_prepared: bool,
        pub none_choice: Option<i32>,
        pub way: Option<Way>,
        pub declared_at: Option<DateTime<Utc>>,
        pub appeal_until: Option<NaiveDate>,
        /// Why it was called off, or is void.
        pub reason: String,
        pub repeats: Option<i64>,
        /// Who called it, and so announces its vote.
        pub called_by: Option<i64>,
        pub version: i32,
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
/// Elections whose nominations are over and whose vote could not be set up, or did not open: its time was over, too.
pub const STUCK: &str = "select e.id from elections e left join polls p on p.id = e.poll_id \
   where e.status = 'called' and e.nominate_until < {today} and e.closes_at <= now() \
     or e.status = 'voting' and p.status = 'scheduled' and p.closes_at <= now()";
/// Seats of an election that nobody has, and somebody could take.
pub const VACANT: &str = "select v.election_id from candidacies v join elections e on e.id = v.election_id and e.status = 'filled' \
     left join board_terms t on t.id = v.term_id \
   where (v.place is not null or v.took) and (v.term_id is null or t.ended_on is not null and t.ends_on > {today}) and e.ends_on > {today} \
     and not exists (select from candidacies f where f.election_id = v.election_id and f.follows = v.number and f.took is distinct from false) \
     and exists (select from candidacies f where f.election_id = v.election_id and f.runner_up is not null and f.offered_at is null \
       and f.status = 'standing')";

const ELECTION: &str = "select e.*, c.name_en as committee_en, c.name_fr as committee_fr, \
     coalesce(p.opens_at, e.planned_opens) as opens_at, coalesce(p.closes_at, e.planned_closes) as closes_at, \
     p.status as poll_status, coalesce(p.status = 'open' and p.closes_at > now(), false) as is_open, \
     u.public_key is not null as urn_prepared, coalesce(p.status = 'scheduled' and u.announced_by is not null and (u.public_key is null \
       or (select count(*) from scrutineers s where s.poll_id = p.id and s.taken_at is not null) < 2), false) as urn_waits \
   from (select id, title_en, title_fr, details_en, details_fr, seats, starts_on, ends_on, method, nominate_from, nominate_until, \
       opens_at as planned_opens, closes_at as planned_closes, sealed, by_others, none_stands, acclaims, secrecy, committee_id, appeal_days, status, poll_id, \
       none_choice, way, declared_at, appeal_until, reason, repeats, called_by, version from elections) e \
     left join committees c on c.id = e.committee_id left join polls p on p.id = e.poll_id \
     left join urns u on u.poll_id = e.poll_id";

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
           nominate_from, nominate_until, opens_at, closes_at, sealed, by_others, none_stands, acclaims, secrecy, committee_id, \
           appeal_days, repeats, created_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) returning id")
    .bind((new.title_en.as_str(), new.title_fr.as_str(), new.details_en.as_str(), new.details_fr.as_str()))
    .bind((new.seats, new.starts_on, new.ends_on, new.method))
    .bind((new.nominate_from, new.nominate_until, new.opens_at, new.closes_at))
    .bind((new.sealed, new.by_others, new.none_stands, new.acclaims, new.secrecy))
    .bind((new.committee_id, days, repeats, account))
    .get_result(conn)?;
    Ok(made.id)
}

pub fn update(conn: &mut PgConnection, id: i64, new: &NewElection) -> Result<()> {
    sql("update elections set title_en = $2, title_fr = $3, details_en = $4, details_fr = $5, seats = $6, starts_on = $7, ends_on = $8, \
           method = $9, nominate_from = $10, nominate_until = $11, opens_at = $12, closes_at = $13, sealed = $14, by_others = $15, \
           none_stands = $16, acclaims = $17, secrecy = $18, committee_id = $19, version = version + 1 where id = $1")
    .bind(id)
    .bind((new.title_en.as_str(), new.title_fr.as_str(), new.details_en.as_str(), new.details_fr.as_str()))
    .bind((new.seats, new.starts_on, new.ends_on, new.method))
    .bind((new.nominate_from, new.nominate_until, new.opens_at, new.closes_at))
    .bind((new.sealed, new.by_others, new.none_stands, new.acclaims, new.secrecy))
    .bind(new.committee_id)
    .execute(conn)?;
    Ok(())
}

/// Members know of it, by an account.
pub fn set_called(conn: &mut PgConnection, id: i64, account: Option<i64>) -> Result<()> {
    sql("update elections set status = 'called', called_by = $2, version = version + 1 where id = $1")
        .bind((id, account))
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
