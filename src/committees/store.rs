//! Every query of the committees. The lists are in a file of their own.

pub mod departing;
mod kept;
mod lists;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::Bool;

pub use kept::TABLES;
pub use lists::{Committee, PastSeat, Seat, Teammate, list, one, past_seats, seats, team};

use super::Words;
use super::rules::Lead;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};
use crate::schema::committees;

pub fn insert(conn: &mut PgConnection, name_en: &str, name_fr: &str, formed_on: NaiveDate) -> Result<i64> {
    let named = (committees::name_en.eq(name_en), committees::name_fr.eq(name_fr), committees::formed_on.eq(formed_on));
    Ok(diesel::insert_into(committees::table).values(named).returning(committees::id).get_result(conn)?)
}

pub fn words(conn: &mut PgConnection, id: i64) -> Result<Words> {
    Ok(committees::table.find(id).select(Words::as_select()).first(conn)?)
}

/// Writes the words unless somebody else changed them since. Whether it did.
pub fn update(conn: &mut PgConnection, id: i64, version: i32, words: &Words) -> Result<bool> {
    let seen = committees::table.filter(committees::id.eq(id).and(committees::version.eq(version)));
    Ok(diesel::update(seen).set((words, committees::version.eq(version + 1))).execute(conn)? == 1)
}

/// From when until when there is a committee.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = committees)]
pub struct Life {
    pub formed_on: Option<NaiveDate>,
    pub closed_on: Option<NaiveDate>,
    pub version: i32,
}

pub fn life(conn: &mut PgConnection, id: i64) -> Result<Life> {
    Ok(committees::table.find(id).select(Life::as_select()).first(conn)?)
}

pub fn set_closed(conn: &mut PgConnection, id: i64, on: Option<NaiveDate>) -> Result<()> {
    diesel::update(committees::table.find(id)).set(committees::closed_on.eq(on)).execute(conn)?;
    Ok(())
}

pub fn options(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    let mut rows: Vec<(i64, String, String)> = committees::table
        .filter(committees::closed_on.is_null())
        .limit(500)
        .select((committees::id, committees::name_en, committees::name_fr))
        .load(conn)?;
    rows.sort_by(|a, b| if lang == Lang::En { a.1.cmp(&b.1) } else { a.2.cmp(&b.2) });
    Ok(rows.into_iter().map(|(id, english, french)| (id, if lang == Lang::En { english } else { french })).collect())
}

/// Leads whose time ends, with whose committee it is.
pub const DUE: &str = "select l.committee_id as id, c.name_en || ' (' || m.name || ')' as title_en, c.name_fr || ' (' || m.name || ')' as title_fr, \
     upper(l.during) as due_on from leads l join committees c on c.id = l.committee_id join members m on m.id = l.member_id \
   where c.closed_on is null and upper(l.during) > {today} and upper(l.during) <= {today} + 400";
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

pub const SEARCHED: &str = "select k.id, k.name_{lang} as title, '' as fact, null::date as day from committees k \
   where folded(k.name_en || ' ' || k.name_fr) like all ({words}) order by k.closed_on is not null, k.name_{lang}";
pub const ANY: &str = "select 1 from committees limit 1";

row! {
    struct Sits {
        sits: bool,
    }
}

pub fn sits(conn: &mut PgConnection, committee: i64, member: i64, day: NaiveDate) -> Result<bool> {
    let row: Sits = sql(
        "select exists (select from seats where committee_id = $1 and member_id = $2 and during && daterange($3, null)) as sits",
    )
    .bind((committee, member, day))
    .get_result(conn)?;
    Ok(row.sits)
}

pub fn insert_seat(conn: &mut PgConnection, committee: i64, member: i64, from: NaiveDate) -> Result<()> {
    sql("insert into seats (committee_id, member_id, during) values ($1, $2, daterange($3, null))")
        .bind((committee, member, from))
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
    .bind((committees, members, days))
    .execute(conn)?;
    Ok(())
}

/// Takes a seat up again that was given back on this day. False when there is none.
pub fn resume(conn: &mut PgConnection, committee: i64, member: i64, from: NaiveDate) -> Result<bool> {
    let changed = sql("update seats set during = daterange(lower(during), null) \
         where committee_id = $1 and member_id = $2 and upper(during) = $3")
    .bind((committee, member, from))
    .execute(conn)?;
    Ok(changed > 0)
}

/// Ends what somebody has on a committee, a seat or a lead. One that would only have begun on that day or later never was. False
/// when there is none.
fn end(conn: &mut PgConnection, table: &str, committee: i64, member: i64, on: NaiveDate) -> Result<bool> {
    let removed =
        sql(format!("delete from {table} where committee_id = $1 and member_id = $2 and lower(during) >= $3"))
            .bind((committee, member, on))
            .execute(conn)?;
    let ended = sql(format!(
        "update {table} set during = daterange(lower(during), $3) \
         where committee_id = $1 and member_id = $2 and during @> $3"
    ))
    .bind((committee, member, on))
    .execute(conn)?;
    Ok(removed + ended > 0)
}

pub fn end_seat(conn: &mut PgConnection, committee: i64, member: i64, on: NaiveDate) -> Result<bool> {
    end(conn, "seats", committee, member, on)
}

pub fn end_lead(conn: &mut PgConnection, committee: i64, member: i64, on: NaiveDate) -> Result<bool> {
    end(conn, "leads", committee, member, on)
}

row! {
    struct Span {
        member_id: i64,
        since: NaiveDate,
        until: Option<NaiveDate>,
    }
}

row! {
    /// Somebody who may be put on a committee from a day on, unless they left the co-op or sit there then.
    #[derive(Debug, Clone)]
    pub struct Candidate {
        pub id: i64,
        pub name: String,
        pub former: bool,
        pub sits: bool,
    }
}

pub fn candidates(conn: &mut PgConnection, committee: i64, members: &[i64], day: NaiveDate) -> Result<Vec<Candidate>> {
    Ok(sql("select m.id, m.name, (select s.status = 'former' from status_on(m.id, $3) s) as former, \
           exists (select from seats t where t.committee_id = $1 and t.member_id = m.id \
             and (upper(t.during) is null or upper(t.during) > $3)) as sits \
         from members m where m.id = any($2) order by m.sort_name, m.id limit 1000")
    .bind((committee, members, day))
    .load(conn)?)
}

/// The latest seat of somebody on a committee: since when, and the first day on which it was over.
pub fn last_seat(
    conn: &mut PgConnection,
    committee: i64,
    member: i64,
) -> Result<Option<(NaiveDate, Option<NaiveDate>)>> {
    let row: Option<Span> = sql("select member_id, lower(during) as since, upper(during) as until from seats \
         where committee_id = $1 and member_id = $2 order by lower(during) desc limit 1")
    .bind((committee, member))
    .get_result(conn)
    .optional()?;
    Ok(row.map(|row| (row.since, row.until)))
}

/// Everybody who leads a committee or did, while nobody else names a lead of it.
pub fn locked_leads(conn: &mut PgConnection, committee: i64) -> Result<Vec<Lead>> {
    sql("select id from committees where id = $1 for update").bind(committee).execute(conn)?;
    let rows: Vec<Span> = sql("select member_id, lower(during) as since, upper(during) as until from leads \
         where committee_id = $1 order by lower(during) limit 1000")
    .bind(committee)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| Lead { member: row.member_id, from: row.since, until: row.until }).collect())
}

pub fn insert_lead(conn: &mut PgConnection, committee: i64, member: i64, from: NaiveDate) -> Result<()> {
    sql("insert into leads (committee_id, member_id, during) values ($1, $2, daterange($3, null))")
        .bind((committee, member, from))
        .execute(conn)?;
    Ok(())
}

/// Whether somebody leads a committee on a day. `NotFound` when there is no such committee.
pub fn leads_on(conn: &mut PgConnection, committee: i64, member: Option<i64>, day: NaiveDate) -> Result<bool> {
    let row: Sits = sql("select exists (select from leads l where l.committee_id = k.id and l.member_id = $2 \
           and l.during @> $3) as sits from committees k where k.id = $1")
    .bind((committee, member, day))
    .get_result(conn)?;
    Ok(row.sits)
}
