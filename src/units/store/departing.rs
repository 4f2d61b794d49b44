//! The queries of a departure: where somebody lives beyond a day.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::departure::Departure;
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

/// Homes that end with a departure.
pub const HOMES: &str = "select u.name from occupancies o join units u on u.id = o.unit_id \
    where o.member_id = {member} and (upper(o.during) is null or upper(o.during) > {day})";

row! {
    /// A time in a home.
    #[derive(Debug)]
    pub struct Reaching {
        pub id: i64,
        pub unit: i64,
        pub label: String,
        pub from: NaiveDate,
        pub until: Option<NaiveDate>,
        pub relation: String,
    }
}

const STAYS: &str = "select o.id, o.unit_id as unit, u.name as label, lower(o.during) as \"from\", upper(o.during) as until, o.relation \
    from occupancies o join units u on u.id = o.unit_id where o.member_id = $1 and ";

/// Those that reach beyond the day, or begin after it, and not only after the person is back.
pub fn reaching(conn: &mut PgConnection, departure: &Departure) -> Result<Vec<Reaching>> {
    Ok(sql(format!("{STAYS} o.during && daterange($2, $3) order by o.id limit 1000"))
        .bind((departure.member, departure.on, departure.until))
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
        .bind((member, unit, from, until))
        .load(conn)?)
}

/// Whether there is such a home still.
pub fn label(conn: &mut PgConnection, unit: i64) -> Result<Option<String>> {
    use crate::schema::units;
    Ok(units::table.find(unit).select(units::name).first(conn).optional()?)
}
