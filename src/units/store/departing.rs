//! The queries of a departure: where somebody lives beyond a day.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date, Nullable, Text};

use crate::platform::departure::Departure;
use crate::platform::error::Result;
use crate::platform::sql::sql;

/// Homes that end with a departure.
pub const HOMES: &str = "select u.label from occupancies o join units u on u.id = o.unit_id \
    where o.member_id = {member} and (upper(o.during) is null or upper(o.during) > {day})";

/// A time in a home.
#[derive(Debug, QueryableByName)]
pub struct Reaching {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = BigInt)]
    pub unit: i64,
    #[diesel(sql_type = Text)]
    pub label: String,
    #[diesel(sql_type = Date)]
    pub from: NaiveDate,
    #[diesel(sql_type = Nullable<Date>)]
    pub until: Option<NaiveDate>,
    #[diesel(sql_type = Text)]
    pub relation: String,
}

const STAYS: &str = "select o.id, o.unit_id as unit, u.label, lower(o.during) as \"from\", upper(o.during) as until, o.relation \
    from occupancies o join units u on u.id = o.unit_id where o.member_id = $1 and ";

/// Those that reach beyond the day, or begin after it, and not only after the person is back.
pub fn reaching(conn: &mut PgConnection, departure: &Departure) -> Result<Vec<Reaching>> {
    Ok(sql(format!("{STAYS} o.during && daterange($2, $3) order by o.id limit 1000"))
        .bind::<BigInt, _>(departure.member)
        .bind::<Date, _>(departure.on)
        .bind::<Nullable<Date>, _>(departure.until)
        .load(conn)?)
}

/// Times of a member in a home that meet some days.
pub fn meeting(
    conn: &mut PgConnection,
    member: i64,
    unit: i64,
    from: NaiveDate,
    until: Option<NaiveDate>,
) -> Result<Vec<Reaching>> {
    Ok(sql(format!("{STAYS} o.unit_id = $2 and o.during && daterange($3, $4) order by o.id limit 1000"))
        .bind::<BigInt, _>(member)
        .bind::<BigInt, _>(unit)
        .bind::<Date, _>(from)
        .bind::<Nullable<Date>, _>(until)
        .load(conn)?)
}

/// Whether there is such a home still.
pub fn label(conn: &mut PgConnection, unit: i64) -> Result<Option<String>> {
    use crate::schema::units;
    Ok(units::table.find(unit).select(units::label).first(conn).optional()?)
}
