//! Where somebody lives, for two entries of the register that are one person.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::sql::{row, sql};
use crate::units::DWELLINGS;

row! {
    /// A home in which somebody lives.
    #[derive(Debug)]
    pub struct Dwelling {
        pub id: i64,
        pub unit: i64,
        pub since: NaiveDate,
    }
}

pub fn dwellings(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Vec<Dwelling>> {
    Ok(sql("select o.id, u.id as unit, lower(o.during) as since from occupancies o join units u on u.id = o.unit_id \
         where o.member_id = $1 and o.during @> $2 and upper(o.during) is null and u.kind = any($3) order by u.label limit 100")
    .bind((member, day, DWELLINGS.as_slice()))
    .load(conn)?)
}
