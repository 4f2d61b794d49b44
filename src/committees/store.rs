//! Every query of the committees.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Date, Nullable, Text};

use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::sql;
use crate::schema::committees;

pub fn insert(conn: &mut PgConnection, name_en: &str, name_fr: &str) -> Result<i64> {
    Ok(diesel::insert_into(committees::table)
        .values((committees::name_en.eq(name_en), committees::name_fr.eq(name_fr)))
        .returning(committees::id)
        .get_result(conn)?)
}

pub fn name(conn: &mut PgConnection, id: i64, lang: Lang) -> Result<String> {
    let (english, french): (String, String) =
        committees::table.find(id).select((committees::name_en, committees::name_fr)).first(conn)?;
    Ok(if lang == Lang::En { english } else { french })
}

pub fn options(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    let mut rows: Vec<(i64, String, String)> =
        committees::table.limit(500).select((committees::id, committees::name_en, committees::name_fr)).load(conn)?;
    rows.sort_by(|a, b| if lang == Lang::En { a.1.cmp(&b.1) } else { a.2.cmp(&b.2) });
    Ok(rows.into_iter().map(|(id, english, french)| (id, if lang == Lang::En { english } else { french })).collect())
}

pub fn named(conn: &mut PgConnection, name: &str) -> Result<Option<i64>> {
    use diesel::dsl::sql;
    Ok(committees::table
        .filter(
            sql::<Bool>("folded(name_en) = folded(")
                .bind::<diesel::sql_types::Text, _>(name)
                .sql(") or folded(name_fr) = folded(")
                .bind::<diesel::sql_types::Text, _>(name)
                .sql(")"),
        )
        .select(committees::id)
        .first(conn)
        .optional()?)
}

#[derive(QueryableByName)]
struct Sits {
    #[diesel(sql_type = Bool)]
    sits: bool,
}

pub fn sits(conn: &mut PgConnection, committee: i64, member: i64, day: NaiveDate) -> Result<bool> {
    let row: Sits = sql(
        "select exists (select from seats where committee_id = $1 and member_id = $2 and during && daterange($3, null)) as sits",
    )
    .bind::<BigInt, _>(committee)
    .bind::<BigInt, _>(member)
    .bind::<Date, _>(day)
    .get_result(conn)?;
    Ok(row.sits)
}

pub fn insert_seat(conn: &mut PgConnection, committee: i64, member: i64, from: NaiveDate) -> Result<()> {
    sql("insert into seats (committee_id, member_id, during) values ($1, $2, daterange($3, null))")
        .bind::<BigInt, _>(committee)
        .bind::<BigInt, _>(member)
        .bind::<Date, _>(from)
        .execute(conn)?;
    Ok(())
}

pub fn insert_seats(conn: &mut PgConnection, seats: &[(i64, i64, NaiveDate)]) -> Result<()> {
    let committees: Vec<i64> = seats.iter().map(|(committee, ..)| *committee).collect();
    let members: Vec<i64> = seats.iter().map(|(_, member, _)| *member).collect();
    let days: Vec<NaiveDate> = seats.iter().map(|(.., from)| *from).collect();
    sql(
        "insert into seats (committee_id, member_id, during) \
         select s.committee_id, s.member_id, daterange(s.since, null) from unnest($1, $2, $3) s (committee_id, member_id, since)",
    )
    .bind::<Array<BigInt>, _>(committees)
    .bind::<Array<BigInt>, _>(members)
    .bind::<Array<Date>, _>(days)
    .execute(conn)?;
    Ok(())
}

/// Takes a seat up again that was given back on this day. False when there is none.
pub fn resume(conn: &mut PgConnection, committee: i64, member: i64, from: NaiveDate) -> Result<bool> {
    let changed = sql("update seats set during = daterange(lower(during), null) \
         where committee_id = $1 and member_id = $2 and upper(during) = $3")
    .bind::<BigInt, _>(committee)
    .bind::<BigInt, _>(member)
    .bind::<Date, _>(from)
    .execute(conn)?;
    Ok(changed > 0)
}

/// Ends a seat. One that would only have begun on that day or later never was. False when there is none.
pub fn end_seat(conn: &mut PgConnection, committee: i64, member: i64, on: NaiveDate) -> Result<bool> {
    let removed = sql(
        "delete from seats where committee_id = $1 and member_id = $2 and lower(during) >= $3 and upper(during) is null",
    )
    .bind::<BigInt, _>(committee)
    .bind::<BigInt, _>(member)
    .bind::<Date, _>(on)
    .execute(conn)?;
    let ended = sql("update seats set during = daterange(lower(during), $3) \
         where committee_id = $1 and member_id = $2 and during @> $3 and upper(during) is null")
    .bind::<BigInt, _>(committee)
    .bind::<BigInt, _>(member)
    .bind::<Date, _>(on)
    .execute(conn)?;
    Ok(removed + ended > 0)
}

/// A committee as a line of the list.
#[derive(Debug, QueryableByName)]
pub struct Committee {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Text)]
    pub name: String,
    /// How many sit on it.
    #[diesel(sql_type = BigInt)]
    pub seats: i64,
    /// Whether the viewer does.
    #[diesel(sql_type = Bool)]
    pub is_own: bool,
}

fn query(lang: Lang, wanted: &str) -> String {
    let name = if lang == Lang::En { "k.name_en" } else { "k.name_fr" };
    format!(
        "select k.id, {name} as name, count(s.id) as seats, coalesce(bool_or(s.member_id = $2), false) as is_own \
         from committees k left join seats s on s.committee_id = k.id and s.during @> $1 \
         {wanted} group by k.coop_id, k.id, k.name_en, k.name_fr order by folded({name}), k.id limit 500"
    )
}

pub fn list(conn: &mut PgConnection, day: NaiveDate, lang: Lang, own: Option<i64>) -> Result<Vec<Committee>> {
    Ok(sql(query(lang, "")).bind::<Date, _>(day).bind::<Nullable<BigInt>, _>(own).load(conn)?)
}

pub fn one(conn: &mut PgConnection, id: i64, day: NaiveDate, lang: Lang, own: Option<i64>) -> Result<Committee> {
    Ok(sql(query(lang, "where k.id = $3"))
        .bind::<Date, _>(day)
        .bind::<Nullable<BigInt>, _>(own)
        .bind::<BigInt, _>(id)
        .get_result(conn)?)
}

/// Somebody who sits on a committee, and since when.
#[derive(Debug, QueryableByName)]
pub struct Seat {
    #[diesel(sql_type = BigInt)]
    pub member_id: i64,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Date)]
    pub since: NaiveDate,
}

pub fn seats(conn: &mut PgConnection, id: i64, day: NaiveDate) -> Result<Vec<Seat>> {
    Ok(sql(
        "select m.id as member_id, m.name, lower(s.during) as since from seats s join members m on m.id = s.member_id \
         where s.committee_id = $1 and s.during @> $2 order by m.sort_name, m.id limit 500",
    )
    .bind::<BigInt, _>(id)
    .bind::<Date, _>(day)
    .load(conn)?)
}
