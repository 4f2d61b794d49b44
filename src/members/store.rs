//! Every query of the members.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Text};

use super::{NewMember, Status};
use crate::platform::error::Result;
use crate::schema::{member_statuses, members};

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// One more than the highest whole number that is in use, at least 1000.
pub fn next_number(conn: &mut PgConnection) -> Result<String> {
    let next: Id = diesel::sql_query(
        "select greatest(coalesce(max(number::bigint) filter (where number ~ '^[0-9]{1,9}$'), 999) + 1, 1000) as id from members",
    )
    .get_result(conn)?;
    Ok(next.id.to_string())
}

pub fn number_is_taken(conn: &mut PgConnection, number: &str) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(members::table.filter(members::number.eq(number)))).get_result(conn)?)
}

pub fn insert(conn: &mut PgConnection, new: &NewMember, number: &str) -> Result<i64> {
    Ok(diesel::insert_into(members::table)
        .values((
            members::number.eq(number),
            members::given_name.eq(&new.given_name),
            members::family_name.eq(&new.family_name),
            members::email.eq(&new.email),
            members::phone.eq(&new.phone),
            members::language.eq(new.language.code()),
            members::joined_on.eq(new.joined_on),
        ))
        .returning(members::id)
        .get_result(conn)?)
}

pub fn insert_status(
    conn: &mut PgConnection,
    member: i64,
    since: NaiveDate,
    status: Status,
    reason: &str,
) -> Result<()> {
    diesel::insert_into(member_statuses::table)
        .values((
            member_statuses::member_id.eq(member),
            member_statuses::since.eq(since),
            member_statuses::status.eq(status.word()),
            member_statuses::reason.eq(reason),
        ))
        .execute(conn)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    name: String,
}

pub fn options(conn: &mut PgConnection, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    let rows: Vec<Named> = diesel::sql_query(
        "select m.id, m.name from members m where coalesce((select s.status from member_statuses s \
         where s.member_id = m.id and s.since <= $1 order by s.since desc limit 1), 'applicant') <> 'former' \
         order by m.sort_name, m.id limit 2000",
    )
    .bind::<Date, _>(day)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

pub fn with_status(conn: &mut PgConnection, day: NaiveDate, wanted: &[&str]) -> Result<Vec<i64>> {
    let rows: Vec<Id> = diesel::sql_query(
        "select m.id from members m where (select s.status from member_statuses s \
         where s.member_id = m.id and s.since <= $1 order by s.since desc limit 1) = any($2) order by m.id limit 100000",
    )
    .bind::<Date, _>(day)
    .bind::<Array<Text>, _>(wanted)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

pub fn names(conn: &mut PgConnection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    let rows: Vec<(i64, String)> =
        members::table.filter(members::id.eq_any(ids)).select((members::id, members::name)).load(conn)?;
    Ok(rows.into_iter().collect())
}

pub fn contact(conn: &mut PgConnection, id: i64) -> Result<super::Contact> {
    let (name, email, language): (String, Option<String>, String) =
        members::table.find(id).select((members::name, members::email, members::language)).first(conn)?;
    let language = crate::platform::i18n::Lang::parse(&language).unwrap_or(crate::platform::i18n::Lang::En);
    Ok(super::Contact { name, email, language })
}
