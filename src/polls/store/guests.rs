//! The queries of guests: who was asked by a link, and what they answered.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};
use crate::polls::store::reads::{OWN, Own};
use crate::schema::guests;

row! {
    /// A guest as those who run votes see them: whether they have answered, not what.
    #[derive(Debug, Clone)]
    pub struct Guest {
        pub number: i32,
        /// Taken away after the close.
        pub name: Option<String>,
        pub invited_at: DateTime<Utc>,
        pub has_answered: bool,
    }
}

pub fn of_poll(conn: &mut PgConnection, poll: i64) -> Result<Vec<Guest>> {
    Ok(sql("select g.number, g.name, g.invited_at, a.number is not null as has_answered from guests g \
         left join guest_answers a on a.poll_id = g.poll_id and a.number = g.number \
         where g.poll_id = $1 order by g.number limit 1000")
    .bind(poll)
    .load(conn)?)
}

/// How many there are, and the highest number that one has.
pub fn count(conn: &mut PgConnection, poll: i64) -> Result<(i64, i32)> {
    row! {
        struct Counted {
            count: i64,
            highest: i32,
        }
    }
    let counted: Counted = sql("select count(*), coalesce(max(number), 0) as highest from guests where poll_id = $1")
        .bind(poll)
        .get_result(conn)?;
    Ok((counted.count, counted.highest))
}

pub fn insert(
    conn: &mut PgConnection,
    (poll, number): (i64, i32),
    name: &str,
    token_hash: &[u8],
    (by, at): (Option<i64>, DateTime<Utc>),
) -> Result<()> {
    diesel::insert_into(guests::table)
        .values((
            guests::poll_id.eq(poll),
            guests::number.eq(number),
            guests::name.eq(name),
            guests::token_hash.eq(token_hash),
            guests::invited_by.eq(by),
            guests::invited_at.eq(at),
        ))
        .execute(conn)?;
    Ok(())
}

/// Another link in place of the one before. The guest's name; `None` where there is no such guest, or none with a name any more.
pub fn renew(conn: &mut PgConnection, poll: i64, number: i32, token_hash: &[u8]) -> Result<Option<String>> {
    let named = guests::table.find((poll, number)).filter(guests::name.is_not_null());
    let name: Option<Option<String>> = diesel::update(named)
        .set(guests::token_hash.eq(token_hash))
        .returning(guests::name)
        .get_result(conn)
        .optional()?;
    Ok(name.flatten())
}

/// Takes a guest out with what they answered. Whether there was one.
pub fn remove(conn: &mut PgConnection, poll: i64, number: i32) -> Result<bool> {
    Ok(diesel::delete(guests::table.find((poll, number))).execute(conn)? > 0)
}

/// Takes a guest's name and link away; what they answered stays. Whether there was a name.
pub fn forget(conn: &mut PgConnection, poll: i64, number: i32) -> Result<bool> {
    let named = guests::table.find((poll, number)).filter(guests::name.is_not_null());
    let none = (guests::name.eq(None::<String>), guests::token_hash.eq(None::<Vec<u8>>));
    Ok(diesel::update(named).set(none).execute(conn)? > 0)
}

/// Takes the names and links of guests away whose vote has been over for so many months.
pub fn forget_old(conn: &mut PgConnection, months: i32, now: DateTime<Utc>) -> Result<()> {
    sql("update guests g set name = null, token_hash = null from polls p where p.id = g.poll_id and g.name is not null \
         and p.status in ('closed', 'cancelled', 'void') and coalesce(p.voided_at, p.closed_at, p.closes_at) + make_interval(months => $1) <= $2")
    .bind((months, now))
    .execute(conn)?;
    Ok(())
}

row! {
    /// A guest by their link, with what they answered.
    #[derive(Debug, Clone)]
    pub struct Invited {
        pub poll_id: i64,
        pub number: i32,
        pub name: String,
        pub answers: Option<Vec<String>>,
        pub reason: String,
        pub cast_at: Option<DateTime<Utc>>,
    }
}

/// Whose a link is. `None` where it is nobody's, or the vote decides after all.
pub fn of_link(conn: &mut PgConnection, token_hash: &[u8]) -> Result<Option<Invited>> {
    Ok(sql("select g.poll_id, g.number, g.name, a.answers, coalesce(a.reason, '') as reason, a.cast_at from guests g \
         join polls p on p.id = g.poll_id and not p.binding and p.status <> 'draft' \
         left join guest_answers a on a.poll_id = g.poll_id and a.number = g.number where g.token_hash = $1")
    .bind(token_hash)
    .get_result(conn)
    .optional()?)
}

/// Keeps a guest's link from being taken away until this transaction ends. Whether it is still theirs.
pub fn hold(conn: &mut PgConnection, poll: i64, number: i32, token_hash: &[u8]) -> Result<bool> {
    let held: Option<i32> = guests::table
        .find((poll, number))
        .filter(guests::token_hash.eq(token_hash))
        .select(guests::number)
        .for_key_share()
        .first(conn)
        .optional()?;
    Ok(held.is_some())
}

row! {
    /// What became of an answer, while the vote is open.
    pub struct Stored {
        pub title_en: String,
        pub title_fr: String,
        /// Whether anything changed by it.
        pub changed: bool,
    }
}

/// Stores an answer if the vote is open by the database's clock. `None` when it is not.
pub fn answer(
    conn: &mut PgConnection,
    (poll, number): (i64, i32),
    answers: &[String],
    reason: &str,
) -> Result<Option<Stored>> {
    Ok(sql("with open as materialized (select id, title_en, title_fr from polls \
           where id = $1 and status = 'open' and clock_timestamp() < closes_at and not binding), \
         stored as (insert into guest_answers as a (poll_id, number, answers, reason, cast_at) \
           select id, $2, $3, $4, clock_timestamp() from open \
           on conflict (coop_id, poll_id, number) do update \
             set answers = excluded.answers, reason = excluded.reason, cast_at = excluded.cast_at \
             where a.answers <> excluded.answers or a.reason <> excluded.reason returning 1) \
         select title_en, title_fr, exists (select from stored) as changed from open")
    .bind((poll, number, answers, reason))
    .get_result(conn)
    .optional()?)
}

row! {
    /// What a guest answered, by number, with the name if it is still there.
    #[derive(Debug, Clone, Deserialize)]
    pub struct Said {
        pub number: i32,
        pub name: Option<String>,
        pub answers: Vec<String>,
        pub reason: String,
    }
}

const SAID: &str = "select a.number, g.name, a.answers, a.reason from guest_answers a \
   join guests g on g.poll_id = a.poll_id and g.number = a.number where a.poll_id = $1 order by a.number limit 1000";

/// What guests answered.
#[cfg(test)]
pub fn said(conn: &mut PgConnection, poll: i64) -> Result<Vec<Said>> {
    Ok(sql(SAID).bind(poll).load(conn)?)
}

/// What guests answered, and what a member did, in one query.
pub fn said_beside(conn: &mut PgConnection, poll: i64, member: Option<i64>) -> Result<(Own, Vec<Said>)> {
    row! {
        struct Both {
            own: Gathered<Own>,
            said: Gathered<Vec<Said>>,
        }
    }
    let both: Both = sql(format!(
        "select (select to_jsonb(o) from ({OWN}) o) as own, coalesce((select jsonb_agg(s) from ({SAID}) s), '[]') as said"
    ))
    .bind((poll, member))
    .get_result(conn)?;
    Ok((both.own.0, both.said.0))
}
