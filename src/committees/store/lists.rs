//! The queries of what is shown: the committees of a day, and who sits on one of them.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Date, Nullable, Text};

use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::sql;

/// A committee as it is on a day.
#[derive(Debug, QueryableByName)]
pub struct Committee {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Text)]
    pub name: String,
    /// What it looks after; empty when nobody wrote it down.
    #[diesel(sql_type = Text)]
    pub mandate: String,
    #[diesel(sql_type = Nullable<Date>)]
    pub formed_on: Option<NaiveDate>,
    /// The first day on which there is none of it, when that is the day asked for or before it.
    #[diesel(sql_type = Nullable<Date>)]
    pub closed_on: Option<NaiveDate>,
    /// How many sit on it.
    #[diesel(sql_type = BigInt)]
    pub seats: i64,
    /// Who leads it, with a comma between them.
    #[diesel(sql_type = Nullable<Text>)]
    pub leads: Option<String>,
    /// Whether the viewer sits on it.
    #[diesel(sql_type = Bool)]
    pub is_own: bool,
}

/// One that was formed later is shown on a day on which somebody sat on it all the same: lists from before know nothing of forming.
fn query(lang: Lang, wanted: &str) -> String {
    let (name, mandate) = if lang == Lang::En { ("k.name_en", "k.mandate_en") } else { ("k.name_fr", "k.mandate_fr") };
    format!(
        "select k.id, {name} as name, {mandate} as mandate, k.formed_on, \
           case when k.closed_on <= $1 then k.closed_on end as closed_on, s.seats, s.is_own, \
           (select string_agg(m.name, ', ' order by m.sort_name, m.id) from leads l join members m on m.id = l.member_id \
             where l.committee_id = k.id and l.during @> $1) as leads \
         from committees k cross join lateral ( \
           select count(*) as seats, coalesce(bool_or(s.member_id = $2), false) as is_own from seats s \
           where s.committee_id = k.id and s.during @> $1) s \
         where {wanted} order by (k.closed_on <= $1) is true, folded({name}), k.id limit 500"
    )
}

pub fn list(conn: &mut PgConnection, day: NaiveDate, lang: Lang, own: Option<i64>) -> Result<Vec<Committee>> {
    Ok(sql(query(lang, "(k.formed_on is null or k.formed_on <= $1 or s.seats > 0)"))
        .bind::<Date, _>(day)
        .bind::<Nullable<BigInt>, _>(own)
        .load(conn)?)
}

pub fn one(conn: &mut PgConnection, id: i64, day: NaiveDate, lang: Lang, own: Option<i64>) -> Result<Committee> {
    Ok(sql(query(lang, "k.id = $3"))
        .bind::<Date, _>(day)
        .bind::<Nullable<BigInt>, _>(own)
        .bind::<BigInt, _>(id)
        .get_result(conn)?)
}

/// Somebody who sits on a committee, since when, and since when they lead it where they do.
#[derive(Debug, QueryableByName)]
pub struct Seat {
    #[diesel(sql_type = BigInt)]
    pub member_id: i64,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Date)]
    pub since: NaiveDate,
    /// The first day on which it is over, where that is known.
    #[diesel(sql_type = Nullable<Date>)]
    pub until: Option<NaiveDate>,
    #[diesel(sql_type = Nullable<Date>)]
    pub leads_since: Option<NaiveDate>,
}

pub fn seats(conn: &mut PgConnection, id: i64, day: NaiveDate) -> Result<Vec<Seat>> {
    Ok(sql("select m.id as member_id, m.name, lower(s.during) as since, upper(s.during) as until, lower(l.during) as leads_since \
         from seats s join members m on m.id = s.member_id \
         left join leads l on l.committee_id = s.committee_id and l.member_id = s.member_id and l.during @> $2 \
         where s.committee_id = $1 and s.during @> $2 order by l.during is null, m.sort_name, m.id limit 500")
    .bind::<BigInt, _>(id)
    .bind::<Date, _>(day)
    .load(conn)?)
}

/// Somebody who sat on a committee before.
#[derive(Debug, QueryableByName)]
pub struct PastSeat {
    #[diesel(sql_type = BigInt)]
    pub member_id: i64,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Date)]
    pub since: NaiveDate,
    #[diesel(sql_type = Date)]
    pub until: NaiveDate,
    /// Whether they led it at some time of that.
    #[diesel(sql_type = Bool)]
    pub led: bool,
    /// Whether they are no member any more.
    #[diesel(sql_type = Bool)]
    pub is_former: bool,
}

pub fn past_seats(conn: &mut PgConnection, id: i64, day: NaiveDate) -> Result<Vec<PastSeat>> {
    Ok(sql("select m.id as member_id, m.name, lower(s.during) as since, upper(s.during) as until, \
           exists (select from leads l where l.committee_id = s.committee_id and l.member_id = s.member_id \
             and l.during && s.during) as led, \
           coalesce((select t.status from member_statuses t where t.member_id = m.id and t.since <= $2 \
             order by t.since desc limit 1), '') = 'former' as is_former \
         from seats s join members m on m.id = s.member_id \
         where s.committee_id = $1 and upper(s.during) <= $2 order by upper(s.during) desc, m.sort_name, m.id limit 200")
    .bind::<BigInt, _>(id)
    .bind::<Date, _>(day)
    .load(conn)?)
}

/// Somebody on a committee of a lead.
#[derive(Debug, QueryableByName)]
pub struct Teammate {
    #[diesel(sql_type = BigInt)]
    pub committee: i64,
    #[diesel(sql_type = BigInt)]
    pub member: i64,
    #[diesel(sql_type = Text)]
    pub name: String,
}

pub fn team(conn: &mut PgConnection, lead: i64, day: NaiveDate) -> Result<Vec<Teammate>> {
    Ok(sql("select s.committee_id as committee, m.id as member, m.name from leads l \
         join seats s on s.committee_id = l.committee_id and s.during @> $2 join members m on m.id = s.member_id \
         where l.member_id = $1 and l.during @> $2 order by m.sort_name, m.id, s.committee_id limit 500")
    .bind::<BigInt, _>(lead)
    .bind::<Date, _>(day)
    .load(conn)?)
}
