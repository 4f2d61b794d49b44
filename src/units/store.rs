//! Every query of the units.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date, Text};

use super::NewUnit;
use crate::platform::error::Result;
use crate::schema::units;

pub fn label_is_taken(conn: &mut PgConnection, label: &str) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(units::table.filter(units::label.eq(label)))).get_result(conn)?)
}

pub fn insert(conn: &mut PgConnection, new: &NewUnit) -> Result<i64> {
    Ok(diesel::insert_into(units::table)
        .values((
            units::label.eq(&new.label),
            units::kind.eq(new.kind),
            units::block.eq(&new.block),
            units::floor.eq(new.floor),
            units::bedrooms.eq(new.bedrooms),
            units::area_m2.eq(new.area_m2),
            units::accessible.eq(new.accessible),
        ))
        .returning(units::id)
        .get_result(conn)?)
}

pub fn label(conn: &mut PgConnection, unit: i64) -> Result<String> {
    Ok(units::table.find(unit).select(units::label).first(conn)?)
}

pub fn insert_occupancy(conn: &mut PgConnection, unit: i64, member: i64, from: NaiveDate) -> Result<()> {
    diesel::sql_query("insert into occupancies (unit_id, member_id, during) values ($1, $2, daterange($3, null))")
        .bind::<BigInt, _>(unit)
        .bind::<BigInt, _>(member)
        .bind::<Date, _>(from)
        .execute(conn)?;
    Ok(())
}

pub fn options(conn: &mut PgConnection) -> Result<Vec<(i64, String)>> {
    Ok(units::table.order((units::floor, units::label)).limit(5_000).select((units::id, units::label)).load(conn)?)
}

#[derive(QueryableByName)]
struct Labelled {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    label: String,
}

pub fn of_member(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    let rows: Vec<Labelled> = diesel::sql_query(
        "select u.id, u.label from occupancies o join units u on u.id = o.unit_id \
         where o.member_id = $1 and o.during @> $2 order by u.label limit 50",
    )
    .bind::<BigInt, _>(member)
    .bind::<Date, _>(day)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.label)).collect())
}

#[derive(QueryableByName)]
struct Homes {
    #[diesel(sql_type = BigInt)]
    homes: i64,
    #[diesel(sql_type = BigInt)]
    occupied: i64,
}

pub fn homes(conn: &mut PgConnection, day: NaiveDate) -> Result<(i64, i64)> {
    let row: Homes = diesel::sql_query(
        "select count(*) as homes, count(*) filter (where exists (select from occupancies o \
         where o.unit_id = u.id and o.during @> $1)) as occupied \
         from units u where u.kind in ('apartment', 'townhouse', 'house', 'room')",
    )
    .bind::<Date, _>(day)
    .get_result(conn)?;
    Ok((row.homes, row.occupied))
}
