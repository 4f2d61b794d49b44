//! The queries of how it stands for a home or a member.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::contests::LINES;
use crate::hours::account::{Looked, Month, Whose};
use crate::hours::contests::Line;
use crate::hours::{Duty, Per};
use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};

/// The duties of the co-op, and whose account it is.
pub struct Frame {
    pub duties: Vec<Duty>,
    pub year_starts: u32,
    pub home: Option<i64>,
    pub home_name: Option<String>,
    pub member_name: Option<String>,
    /// On which committees the member sits.
    pub sits: Vec<i64>,
    /// Whether they lead one whose kinds of work are claimed.
    pub leads: bool,
}

pub fn frame(conn: &mut PgConnection, looked: Looked, today: NaiveDate) -> Result<Frame> {
    row! {
        struct Row {
            year_starts_month: i32,
            duties: Gathered<Vec<Duty>>,
            home: Option<i64>,
            home_name: Option<String>,
            member_name: Option<String>,
            sits: Vec<i64>,
            leads: bool,
        }
    }
    let (member, unit) = match looked {
        Looked::Member(member) => (Some(member), None),
        Looked::Home(unit) => (None, Some(unit)),
    };
    let row: Row = sql("select p.year_starts_month, coalesce((select jsonb_agg(to_jsonb(d) order by d.starts_on) from duties d), '[]') as duties, \
           u.id as home, u.name as home_name, (select m.name from members m where m.id = $1) as member_name, \
           array(select s.committee_id from seats s where s.member_id = $1 and s.during @> $3) as sits, \
           exists (select from leads l where l.member_id = $1 and l.during @> $3 \
             and exists (select from work_kinds k where k.committee_id = l.committee_id)) as leads \
         from rule_profiles p left join units u on u.id = coalesce($2, home_on($1, $3))")
    .bind((member, unit, today))
    .get_result(conn)?;
    Ok(Frame {
        duties: row.duties.0,
        year_starts: row.year_starts_month.unsigned_abs(),
        home: row.home,
        home_name: row.home_name,
        member_name: row.member_name,
        sits: row.sits,
        leads: row.leads,
    })
}

/// Whose lines, as a condition on `l` with $1 for the member and $2 for the home, and these two.
fn whose_lines(whose: Whose) -> (&'static str, Option<i64>, Option<i64>) {
    match whose {
        Whose::Home(unit) => ("$1::bigint is null and l.unit_id = $2", None, Some(unit)),
        Whose::Member(member) => ("l.member_id = $1 and $2::bigint is null", Some(member), None),
        Whose::Own(member, home) => {
            ("(l.member_id = $1 or (l.unit_id = $2 and l.member_id is null))", Some(member), home)
        }
        Whose::All => ("$1::bigint is null and $2::bigint is null", None, None),
    }
}

const SUMS: &str = "coalesce(sum(l.minutes) filter (where l.kind <> 'gift'), 0)::bigint as minutes, \
    coalesce(sum(l.minutes) filter (where l.kind = 'gift'), 0)::bigint as gifts";

/// Every month in which something is asked or was given. What is asked from the first duty on, to the end of the year after `today`.
pub fn months(
    conn: &mut PgConnection,
    whose: Whose,
    first: Option<&Duty>,
    per: Option<Per>,
    today: NaiveDate,
) -> Result<Vec<Month>> {
    row! {
        struct Row {
            months: Gathered<Vec<Month>>,
        }
    }
    let (condition, member, unit) = whose_lines(whose);
    let asked = match first {
        Some(_) => "hours_asked($4, $3, ($5::date + interval '1 year')::date, coalesce($1, $2))",
        None => {
            "(select null::bigint as party_id, null::date as first_day, null::int as percent where $4::text = '' and $3::date = $5::date) "
        }
    };
    let text = format!(
        "select coalesce(jsonb_agg(jsonb_build_object('first_day', first_day, 'percent', a.percent, 'minutes', coalesce(g.minutes, 0), \
           'gifts', coalesce(g.gifts, 0)) order by first_day), '[]') as months \
         from (select h.first_day, h.percent from {asked} h) a full join (select date_trunc('month', l.worked_on::timestamp)::date as first_day, {SUMS} \
           from hour_lines l where {condition} group by 1) g using (first_day)"
    );
    let from = first.map_or(today, |duty| duty.starts_on);
    let per = per.map_or("none", Per::word);
    let row: Row = sql(text).bind((member, unit, from, per, today)).get_result(conn)?;
    Ok(row.months.0)
}

/// Lines of somebody, or of everybody, the latest first; within some days, where they are said.
pub fn lines(
    conn: &mut PgConnection,
    whose: Whose,
    within: Option<(NaiveDate, NaiveDate)>,
    limit: i64,
) -> Result<Vec<Line>> {
    let (condition, member, unit) = whose_lines(whose);
    let days = match within {
        Some(_) => "l.worked_on >= $4 and l.worked_on < $5",
        None => "$4::date is null and $5::date is null",
    };
    let text = format!("{LINES} where {condition} and {days} order by l.worked_on desc, l.id desc limit $3");
    let (from, until) = within.unzip();
    Ok(sql(text).bind((member, unit, limit, from, until)).load(conn)?)
}

/// Lines of somebody behind the id `after`, of some days where they are said.
pub fn page(
    conn: &mut PgConnection,
    whose: Whose,
    (from, until): (Option<NaiveDate>, Option<NaiveDate>),
    after: i64,
    limit: i64,
) -> Result<Vec<Line>> {
    let (condition, member, unit) = whose_lines(whose);
    let text = format!(
        "{LINES} where {condition} and l.id > $3 and ($4 is null or l.worked_on >= $4) and ($5 is null or l.worked_on <= $5) \
         order by l.id limit $6"
    );
    Ok(sql(text).bind((member, unit, after, from, until, limit)).load(conn)?)
}

row! {
    /// A month of somebody, of all who are asked.
    pub struct OfAll {
        pub party_id: i64,
        pub name: String,
        pub first_day: NaiveDate,
        pub percent: Option<i32>,
        pub minutes: i64,
        pub gifts: i64,
    }
}

impl OfAll {
    pub fn month(&self) -> Month {
        Month { first_day: self.first_day, percent: self.percent, minutes: self.minutes, gifts: self.gifts }
    }
}

fn party(per: Per) -> (&'static str, &'static str) {
    match per {
        Per::Home => ("unit_id", "units"),
        Per::Member => ("member_id", "members"),
    }
}

/// The months of everybody who is asked for something in some days, or gave something.
pub fn months_of_all(conn: &mut PgConnection, per: Per, from: NaiveDate, until: NaiveDate) -> Result<Vec<OfAll>> {
    let (column, table) = party(per);
    let text = format!(
        "select party_id, t.name, first_day, a.percent, coalesce(g.minutes, 0) as minutes, coalesce(g.gifts, 0) as gifts \
         from (select h.party_id, h.first_day, h.percent from hours_asked($1, $2, $3, null) h) a full join \
           (select l.{column} as party_id, date_trunc('month', l.worked_on::timestamp)::date as first_day, {SUMS} from hour_lines l \
             where l.{column} is not null and l.worked_on >= $2 and l.worked_on < $3 group by 1, 2) g using (party_id, first_day) \
         join {table} t on t.id = party_id order by party_id, first_day limit 1000000"
    );
    Ok(sql(text).bind((per, from, until)).load(conn)?)
}

/// Everybody who may owe, in the order of names.
pub fn order(conn: &mut PgConnection, per: Per) -> Result<Vec<i64>> {
    row! {
        struct Id {
            id: i64,
        }
    }
    let text = match per {
        Per::Home => "select id from units order by block, label, id limit 100000",
        Per::Member => "select id from members order by sort_name, id limit 100000",
    };
    let rows: Vec<Id> = sql(text).load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
