//! The queries of departures: who leaves when, what that ended, and what hangs on somebody.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::Untyped;
use serde_json::Value;

use crate::platform::departure::Departure;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::slice::Slices;
use crate::platform::sql::{Kept, row, sql};

row! {
    /// A day on which somebody left or will.
    #[derive(Debug)]
    pub struct Known {
        pub on_date: NaiveDate,
        /// What it ended: `name` of the kind, and `what` is enough to restore it.
        pub ended: Value,
        pub acted_at: Option<DateTime<Utc>>,
    }
}

pub fn departures(conn: &mut PgConnection, member: i64) -> Result<Vec<Known>> {
    Ok(sql("select on_date, ended, acted_at from departures where member_id = $1 order by on_date limit 100")
        .bind(member)
        .load(conn)?)
}

pub fn put_departure(conn: &mut PgConnection, departure: &Departure) -> Result<()> {
    sql("insert into departures (member_id, on_date) values ($1, $2)")
        .bind((departure.member, departure.on))
        .execute(conn)?;
    Ok(())
}

/// Keeps what more was ended, and when the day was acted upon where that was now.
pub fn add_ended(
    conn: &mut PgConnection,
    departure: &Departure,
    ended: Vec<Value>,
    acted_at: Option<DateTime<Utc>>,
) -> Result<()> {
    sql("update departures set ended = ended || $3, acted_at = coalesce(acted_at, $4) where member_id = $1 and on_date = $2")
        .bind((departure.member, departure.on, Value::from(ended), acted_at))
        .execute(conn)?;
    Ok(())
}

pub fn remove_departure(conn: &mut PgConnection, departure: &Departure) -> Result<()> {
    sql("delete from departures where member_id = $1 and on_date = $2")
        .bind((departure.member, departure.on))
        .execute(conn)?;
    Ok(())
}

row! {
    struct Whose {
        member_id: i64,
    }
}

/// Whose day has come and was not acted upon yet.
pub fn departures_due(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Whose> =
        sql("select distinct member_id from departures where acted_at is null and on_date <= $1 limit 10000")
            .bind(today)
            .load(conn)?;
    Ok(rows.into_iter().map(|row| row.member_id).collect())
}

// ---- what the slices declare ----

/// A statement in which the person has their place.
fn about<'a>(departure: &Departure, lang: Lang, text: &str) -> Kept<'a, Untyped> {
    let places = [("{member}", "$1"), ("{account}", "$2"), ("{day}", "$3"), ("{lang}", lang.code())];
    sql(places.iter().fold(text.to_owned(), |text, (place, value)| text.replace(place, value))).bind((
        departure.member,
        departure.account,
        departure.on,
    ))
}

row! {
    /// How much of a kind hangs on somebody.
    #[derive(Debug)]
    pub struct Hangs {
        pub name: String,
        pub count: i64,
        /// What the first of them are called, with commas between.
        pub names: String,
    }
}

/// What hangs on somebody, in the order in which it is declared; nothing of kinds of which there is nothing.
pub fn hanging(conn: &mut PgConnection, slices: Slices, lang: Lang, departure: &Departure) -> Result<Vec<Hangs>> {
    let kinds = slices.iter().flat_map(|slice| slice.departure).enumerate();
    let parts = kinds.map(|(place, kind)| {
        format!(
            "select {place} as place, '{}' as name, count(*) as count, \
             coalesce(string_agg(h.name, ', ' order by h.name) filter (where h.name <> '' and h.place <= 12), '') as names \
             from (select x.name, row_number() over (order by x.name) as place from ({}) x (name)) h",
            kind.name, kind.select
        )
    });
    let all = parts.collect::<Vec<_>>().join(" union all ");
    let text = format!("select name, count, names from ({all}) k where count > 0 order by place limit 100");
    Ok(about(departure, lang, &text).load(conn)?)
}

row! {
    struct Holds {
        holds: bool,
    }
}

/// Whether something keeps somebody from leaving.
pub fn keeps_here(conn: &mut PgConnection, departure: &Departure, when: &str) -> Result<bool> {
    let row: Holds = about(departure, Lang::En, &format!("select ({when}) as holds")).get_result(conn)?;
    Ok(row.holds)
}
