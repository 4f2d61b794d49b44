//! Every query of the members.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Date, Text};

use super::{Movement, NewMember, Standing, Status};
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

#[derive(QueryableByName)]
struct Stands {
    #[diesel(sql_type = diesel::sql_types::Nullable<Text>)]
    status: Option<String>,
    #[diesel(sql_type = Date)]
    joined_on: NaiveDate,
}

pub fn standing(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Standing> {
    let row: Stands = diesel::sql_query(
        "select m.joined_on, (select s.status from member_statuses s where s.member_id = m.id and s.since <= $2 \
         order by s.since desc limit 1) as status from members m where m.id = $1",
    )
    .bind::<BigInt, _>(member)
    .bind::<Date, _>(day)
    .get_result(conn)?;
    let status = row.status.as_deref().and_then(Status::parse).unwrap_or(Status::Applicant);
    Ok(Standing { status, joined_on: row.joined_on })
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Whoever is a member of full right, active or not.
const FULL: &str = "('member', 'on_leave', 'suspended')";

/// Each status as the days it lasted: from `since` to before the next one.
const SPANS: &str = "select member_id, status, since, lead(since, 1, 'infinity'::date) \
     over (partition by member_id order by since) as until from member_statuses";

pub fn counts(conn: &mut PgConnection, days: &[NaiveDate]) -> Result<Vec<i64>> {
    let rows: Vec<Number> = diesel::sql_query(format!(
        "with spans as ({SPANS}) select count(s.member_id) as number from unnest($1) with ordinality as d(day, place) \
         left join spans s on s.status in {FULL} and s.since <= d.day and d.day < s.until \
         group by d.place order by d.place limit 1000"
    ))
    .bind::<Array<Date>, _>(days)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.number).collect())
}

pub fn movement(conn: &mut PgConnection, since: NaiveDate, day: NaiveDate) -> Result<Movement> {
    Ok(diesel::sql_query(format!(
        "with spans as ({SPANS}), \
         old as (select member_id from spans where status in {FULL} and since <= $1 and $1 < until), \
         new as (select member_id from spans where status in {FULL} and since <= $2 and $2 < until) \
         select (select count(*) from new) as members, \
           (select count(*) from new where member_id not in (select member_id from old)) as joined, \
           (select count(*) from old where member_id not in (select member_id from new)) as gone"
    ))
    .bind::<Date, _>(since)
    .bind::<Date, _>(day)
    .get_result(conn)?)
}
