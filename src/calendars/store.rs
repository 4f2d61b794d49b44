//! Every query of the calendars.

mod kept;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use kept::TABLES;

use super::{Calendar, Entry};
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};

pub fn of_account(conn: &mut PgConnection, account: i64) -> Result<Vec<Calendar>> {
    Ok(sql("select f.id, f.committee_id, c.name_en as committee_en, c.name_fr as committee_fr, f.language, f.made_at, f.last_read_on \
         from calendars f left join committees c on c.id = f.committee_id where f.account_id = $1 and f.ended_at is null \
         order by f.committee_id nulls first, f.id limit 100")
    .bind(account)
    .load(conn)?)
}

/// The committees on which a member sits, by their names in both languages.
pub fn committees_of(conn: &mut PgConnection, member: i64, today: NaiveDate) -> Result<Vec<(i64, String, String)>> {
    row! {
        struct Named {
            id: i64,
            name_en: String,
            name_fr: String,
        }
    }
    let all: Vec<Named> =
        sql("select c.id, c.name_en, c.name_fr from seats s join committees c on c.id = s.committee_id \
         where s.member_id = $1 and s.during @> $2 order by c.name_en limit 100")
        .bind((member, today))
        .load(conn)?;
    Ok(all.into_iter().map(|one| (one.id, one.name_en, one.name_fr)).collect())
}

row! {
    struct Made {
        id: i64,
    }
}

pub fn insert(
    conn: &mut PgConnection,
    account: i64,
    committee: Option<i64>,
    (hash, lang): (&[u8], Lang),
    now: DateTime<Utc>,
) -> Result<i64> {
    let made: Made = sql(
        "insert into calendars (account_id, committee_id, secret_hash, language, made_at) values ($1, $2, $3, $4, $5) returning id",
    )
    .bind((account, committee, hash, lang.code(), now))
    .get_result(conn)?;
    Ok(made.id)
}

/// Ends an address of an account. Whether it was not ended before.
pub fn end(conn: &mut PgConnection, account: i64, id: i64, now: DateTime<Utc>) -> Result<bool> {
    let known: Option<Made> = sql("select id from calendars where id = $1 and account_id = $2")
        .bind((id, account))
        .get_result(conn)
        .optional()?;
    known.ok_or(crate::platform::error::Error::NotFound)?;
    let ended =
        sql("update calendars set ended_at = $2 where id = $1 and ended_at is null").bind((id, now)).execute(conn)?;
    Ok(ended == 1)
}

row! {
    pub struct Found {
        pub id: i64,
        pub account_id: i64,
        pub committee_id: Option<i64>,
        pub committee_en: Option<String>,
        pub committee_fr: Option<String>,
        pub language: String,
    }
}

/// The address with this digest that is not ended.
pub fn by_secret(conn: &mut PgConnection, hash: &[u8]) -> Result<Option<Found>> {
    Ok(sql("select f.id, f.account_id, f.committee_id, c.name_en as committee_en, c.name_fr as committee_fr, f.language \
         from calendars f left join committees c on c.id = f.committee_id where f.secret_hash = $1 and f.ended_at is null")
    .bind(hash)
    .get_result(conn)
    .optional()?)
}

/// Notes that an address was read on a day, once a day.
pub fn note_reading(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<()> {
    sql("update calendars set last_read_on = $2 where id = $1 and last_read_on is distinct from $2")
        .bind((id, today))
        .execute(conn)?;
    Ok(())
}

/// What stands in a calendar, by its day: of a member, or of a committee.
pub fn entries(
    conn: &mut PgConnection,
    selects: &[&str],
    (member, committee, today): (Option<i64>, Option<i64>, NaiveDate),
    limit: i64,
) -> Result<Vec<Entry>> {
    if selects.is_empty() {
        return Ok(Vec::new());
    }
    let names = [("{member}", "$1"), ("{committee}", "$2"), ("{today}", "$3")];
    let all = names.iter().fold(selects.join(" union all "), |text, (name, value)| text.replace(name, value));
    let query = format!(
        "select e.* from ({all}) e, (select $1::bigint, $2::bigint, $3::date) given order by coalesce(e.day, co_op_day(e.at)), e.kind, e.id limit $4"
    );
    Ok(sql(query).bind((member, committee, today, limit)).load(conn)?)
}
