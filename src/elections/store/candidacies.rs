//! The queries of who stands in an election, and of people who leave or are two entries.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::elections::{Barred, Stands};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

row! {
    struct Id {
        id: i64,
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

fn ids(rows: Vec<Id>) -> Vec<i64> {
    rows.into_iter().map(|row| row.id).collect()
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

/// Whether somebody was put up in each of some elections.
pub fn stands_in_all(conn: &mut PgConnection, member: i64, elections: &[i64]) -> Result<bool> {
    row! {
        struct Truth {
            yes: bool,
        }
    }
    let row: Truth = sql("select not exists (select from unnest($2) e(id) where not exists \
           (select from candidacies c where c.election_id = e.id and c.member_id = $1)) as yes")
    .bind((member, elections.to_vec()))
    .get_result(conn)?;
    Ok(row.yes)
}
