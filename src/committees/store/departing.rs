//! The queries of seats and leads that end together: of a person who leaves the co-op, or of a committee that closes.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::Value;

use crate::platform::departure::Departure;
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

/// Seats and leads that end with a departure.
pub const SEATS: &str = "select k.name_{lang} from seats s join committees k on k.id = s.committee_id \
    where s.member_id = {member} and (upper(s.during) is null or upper(s.during) > {day})";
pub const LEADS: &str = "select k.name_{lang} from leads l join committees k on k.id = l.committee_id \
    where l.member_id = {member} and (upper(l.during) is null or upper(l.during) > {day})";

/// A seat or a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    Seat,
    Lead,
}

impl Span {
    fn table(self) -> &'static str {
        if self == Self::Seat { "seats" } else { "leads" }
    }
}

row! {
    #[derive(Debug)]
    pub struct Reaching {
        pub id: i64,
        pub committee: i64,
        pub name: String,
        pub member: i64,
        pub from: NaiveDate,
        pub until: Option<NaiveDate>,
    }
}

fn select(span: Span) -> String {
    format!(
        "select s.id, s.committee_id as committee, k.name_en as name, s.member_id as member, lower(s.during) as \"from\", \
           upper(s.during) as until from {} s join committees k on k.id = s.committee_id where s.during && daterange($2, $3)",
        span.table()
    )
}

/// Those of a person that reach beyond the day of a departure, or begin after it, and not only after they are back.
pub fn of_member(conn: &mut PgConnection, span: Span, departure: &Departure) -> Result<Vec<Reaching>> {
    Ok(sql(format!("{} and s.member_id = $1 order by s.id limit 1000", select(span)))
        .bind((departure.member, departure.on, departure.until))
        .load(conn)?)
}

/// Those of a committee that reach beyond a day, or begin after it.
pub fn of_committee(conn: &mut PgConnection, span: Span, committee: i64, on: NaiveDate) -> Result<Vec<Reaching>> {
    Ok(sql(format!("{} and s.committee_id = $1 order by s.id limit 1000", select(span)))
        .bind((committee, on, None::<NaiveDate>))
        .load(conn)?)
}

/// Ends one on a day. One that would only have begun then never was.
pub fn cut(conn: &mut PgConnection, span: Span, id: i64, on: NaiveDate) -> Result<()> {
    let table = span.table();
    for text in [
        format!("delete from {table} where id = $1 and lower(during) >= $2"),
        format!("update {table} set during = daterange(lower(during), $2) where id = $1 and during @> $2"),
    ] {
        sql(text).bind((id, on)).execute(conn)?;
    }
    Ok(())
}

row! {
    struct Back {
        back: bool,
    }
}

/// One that was ended on `on` lasts again as it did. False where the committee is closed, or the person has another then.
pub fn restore(conn: &mut PgConnection, span: Span, was: &Reaching, on: NaiveDate) -> Result<bool> {
    let table = span.table();
    let free = format!(
        "select exists (select from committees where id = $1 and (closed_on is null or closed_on > $3)) and not exists \
           (select from {table} where committee_id = $1 and member_id = $2 and during && daterange($3, $4) \
             and not (lower(during) = $3 and upper(during) = $5)) as back"
    );
    let free: Back = sql(free).bind((was.committee, was.member, was.from, was.until, on)).get_result(conn)?;
    if !free.back {
        return Ok(false);
    }
    sql(format!("delete from {table} where committee_id = $1 and member_id = $2 and lower(during) = $3"))
        .bind((was.committee, was.member, was.from))
        .execute(conn)?;
    sql(format!("insert into {table} (committee_id, member_id, during) values ($1, $2, daterange($3, $4))"))
        .bind((was.committee, was.member, was.from, was.until))
        .execute(conn)?;
    Ok(true)
}

/// Whether it is as it was.
pub fn is_there(conn: &mut PgConnection, span: Span, was: &Reaching) -> Result<bool> {
    let row: Back = sql(format!(
        "select exists (select from {} where committee_id = $1 and member_id = $2 and during = daterange($3, $4)) as back",
        span.table()
    ))
    .bind((was.committee, was.member, was.from, was.until))
    .get_result(conn)?;
    Ok(row.back)
}

// ---- what a closing ended ----

pub fn set_closing(conn: &mut PgConnection, committee: i64, ended: Vec<Value>) -> Result<()> {
    sql("update committees set closing = $2 where id = $1").bind((committee, Value::from(ended))).execute(conn)?;
    Ok(())
}

pub fn closing(conn: &mut PgConnection, committee: i64) -> Result<Value> {
    use crate::schema::committees;
    Ok(committees::table.find(committee).select(committees::closing).first(conn)?)
}
