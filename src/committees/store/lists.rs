//! The queries of what is shown: the committees of a day, and who sits on one of them.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::platform::error::Result;
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};

row! {
    /// A committee as it is on a day.
    #[derive(Debug)]
    pub struct Committee {
        pub id: i64,
        pub name: String,
        /// What it looks after; empty when nobody wrote it down.
        pub mandate: String,
        pub formed_on: Option<NaiveDate>,
        /// The first day on which there is none of it, when that is the day asked for or before it.
        pub closed_on: Option<NaiveDate>,
        /// How many sit on it.
        pub seats: i64,
        /// Who leads it, with a comma between them.
        pub leads: Option<String>,
        /// Whether the viewer sits on it.
        pub is_own: bool,
    }
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
    Ok(sql(query(lang, "(k.formed_on is null or k.formed_on <= $1 or s.seats > 0)")).bind((day, own)).load(conn)?)
}

pub fn one(conn: &mut PgConnection, id: i64, day: NaiveDate, lang: Lang, own: Option<i64>) -> Result<Committee> {
    Ok(sql(query(lang, "k.id = $3")).bind((day, own, id)).get_result(conn)?)
}

row! {
    /// Somebody who sits on a committee, since when, and since when they lead it where they do.
    #[derive(Debug)]
    pub struct Seat {
        pub member_id: i64,
        pub name: String,
        pub since: NaiveDate,
        /// The first day on which it is over, where that is known.
        pub until: Option<NaiveDate>,
        pub leads_since: Option<NaiveDate>,
    }
}

pub fn seats(conn: &mut PgConnection, id: i64, day: NaiveDate) -> Result<Vec<Seat>> {
    Ok(sql("select m.id as member_id, m.name, lower(s.during) as since, upper(s.during) as until, lower(l.during) as leads_since \
         from seats s join members m on m.id = s.member_id \
         left join leads l on l.committee_id = s.committee_id and l.member_id = s.member_id and l.during @> $2 \
         where s.committee_id = $1 and s.during @> $2 order by l.during is null, m.sort_name, m.id limit 500")
    .bind((id, day))
    .load(conn)?)
}

row! {
    /// Somebody who sat on a committee before.
    #[derive(Debug)]
    pub struct PastSeat {
        pub member_id: i64,
        pub name: String,
        pub since: NaiveDate,
        pub until: NaiveDate,
        /// Whether they led it at some time of that.
        pub led: bool,
        /// Whether they are no member any more.
        pub is_former: bool,
    }
}

pub fn past_seats(conn: &mut PgConnection, id: i64, day: NaiveDate) -> Result<Vec<PastSeat>> {
    Ok(sql("select m.id as member_id, m.name, lower(s.during) as since, upper(s.during) as until, \
           exists (select from leads l where l.committee_id = s.committee_id and l.member_id = s.member_id \
             and l.during && s.during) as led, \
           t.status = 'former' as is_former \
         from seats s join members m on m.id = s.member_id cross join lateral status_on(m.id, $2) t \
         where s.committee_id = $1 and upper(s.during) <= $2 order by upper(s.during) desc, m.sort_name, m.id limit 200")
    .bind((id, day))
    .load(conn)?)
}

row! {
    /// Somebody on a committee of a lead.
    #[derive(Debug)]
    pub struct Teammate {
        pub committee: i64,
        pub member: i64,
        pub name: String,
    }
}

pub fn team(conn: &mut PgConnection, lead: i64, day: NaiveDate) -> Result<Vec<Teammate>> {
    Ok(sql("select s.committee_id as committee, m.id as member, m.name from leads l \
         join seats s on s.committee_id = l.committee_id and s.during @> $2 join members m on m.id = s.member_id \
         where l.member_id = $1 and l.during @> $2 order by m.sort_name, m.id, s.committee_id limit 500")
    .bind((lead, day))
    .load(conn)?)
}
