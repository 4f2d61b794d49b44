//! The queries of the ledger: what is written into it, and who is exempt.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::hours::ledger::NewLine;
use crate::hours::{Credited, Duty, Exempt};
use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};

/// The duties of the co-op by their day, and the month in which its year starts.
pub fn duties(conn: &mut PgConnection) -> Result<(Vec<Duty>, u32)> {
    row! {
        struct Rules {
            year_starts_month: i32,
            duties: Gathered<Vec<Duty>>,
        }
    }
    let rules: Rules = sql("select p.year_starts_month, \
           coalesce((select jsonb_agg(to_jsonb(d) order by d.starts_on) from duties d), '[]') as duties from rule_profiles p")
    .get_result(conn)?;
    Ok((rules.duties.0, rules.year_starts_month.unsigned_abs()))
}

row! {
    struct Id {
        id: Option<i64>,
    }
}

/// The home for which what a member does on a day counts.
pub fn home_on(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Option<i64>> {
    Ok(sql("select home_on($1, $2) as id").bind((member, day)).get_result::<Id>(conn)?.id)
}

/// Who lives in a home on a day, guests apart.
pub fn adults(conn: &mut PgConnection, unit: i64, day: NaiveDate) -> Result<Vec<i64>> {
    let rows: Vec<Id> =
        sql("select distinct o.member_id as id from occupancies o where o.unit_id = $1 and o.during @> $2 \
         and o.relation <> 'guest' order by 1 limit 100")
        .bind((unit, day))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|row| row.id).collect())
}

pub fn insert(conn: &mut PgConnection, line: &NewLine, account: Option<i64>, now: DateTime<Utc>) -> Result<i64> {
    row! {
        struct Made {
            id: i64,
        }
    }
    let made: Made = sql("insert into hour_lines (worked_on, minutes, kind, member_id, unit_id, about, about_id, title, note, recorded_at, recorded_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id")
    .bind((line.worked_on, line.minutes, line.kind, line.member_id, line.unit_id))
    .bind((line.about, line.about_id, line.title.as_str(), line.note.as_str(), now, account))
    .get_result(conn)?;
    Ok(made.id)
}

row! {
    /// A line, as far as it is told.
    #[derive(Debug)]
    pub struct Told {
        pub id: i64,
        pub member_id: Option<i64>,
        pub unit_id: Option<i64>,
        pub minutes: i32,
        pub title: String,
    }
}

/// A further line for each line of something that stands. Who comes second writes nothing.
pub fn take_back(
    conn: &mut PgConnection,
    about: &str,
    about_id: i64,
    account: Option<i64>,
    now: DateTime<Utc>,
) -> Result<Vec<Told>> {
    Ok(sql("insert into hour_lines (worked_on, minutes, kind, member_id, unit_id, about, about_id, title, takes_back, recorded_at, recorded_by) \
         select l.worked_on, -l.minutes, l.kind, l.member_id, l.unit_id, l.about, l.about_id, l.title, l.id, $3, $4 from hour_lines l \
         where l.about = $1 and l.about_id = $2 and l.takes_back is null \
           and not exists (select from hour_lines t where t.takes_back = l.id) order by l.id \
         on conflict (coop_id, takes_back) do nothing returning id, member_id, unit_id, minutes, title")
    .bind((about, about_id, now, account))
    .load(conn)?)
}

/// Lines of something that stand, by name.
pub fn credited(conn: &mut PgConnection, about: &str, about_id: i64) -> Result<Vec<Credited>> {
    Ok(sql("select l.id as line, l.member_id, l.unit_id, coalesce(m.name, u.name, '') as name, l.minutes, l.worked_on from hour_lines l \
         left join members m on m.id = l.member_id left join units u on u.id = l.unit_id and l.member_id is null \
         where l.about = $1 and l.about_id = $2 and l.takes_back is null \
           and not exists (select from hour_lines t where t.takes_back = l.id) order by m.sort_name, u.name, l.id limit 1000")
    .bind((about, about_id))
    .load(conn)?)
}

/// Every line there is, as far as it is told.
pub fn all(conn: &mut PgConnection) -> Result<Vec<Told>> {
    Ok(sql("select id, member_id, unit_id, minutes, title from hour_lines order by id limit 10000000").load(conn)?)
}

/// Entries that became another one: which goes on for each.
pub fn entries(conn: &mut PgConnection) -> Result<HashMap<i64, i64>> {
    row! {
        struct Pair {
            other_id: i64,
            entry: Option<i64>,
        }
    }
    let rows: Vec<Pair> =
        sql("select distinct g.other_id, entry_of(g.other_id) as entry from merges g where g.undone_at is null limit 100000")
            .load(conn)?;
    Ok(rows.into_iter().filter_map(|row| Some((row.other_id, row.entry?))).collect())
}

/// Who is asked for nothing on a day.
pub fn exempt(conn: &mut PgConnection, day: NaiveDate) -> Result<Exempt> {
    row! {
        struct Both {
            members: Vec<i64>,
            units: Vec<i64>,
        }
    }
    let both: Both = sql("with whole as (select e.member_id, e.unit_id from exemptions e where e.during @> $1 and e.percent = 100), \
         here as (select o.unit_id, o.member_id from occupancies o where o.during @> $1 and o.relation <> 'guest'), \
         out as (select w.member_id as id from whole w where w.member_id is not null \
           union select h.member_id from here h join whole w on w.unit_id = h.unit_id) \
         select array(select id from out order by 1) as members, \
           array(select w.unit_id from whole w where w.unit_id is not null \
             union select h.unit_id from here h group by h.unit_id having bool_and(h.member_id in (select id from out)) order by 1) as units")
    .bind(day)
    .get_result(conn)?;
    Ok(Exempt { members: both.members, units: both.units })
}

/// Two gifts of the same hours wait for one another.
pub fn one_gift_at_a_time(conn: &mut PgConnection) -> Result<()> {
    sql("select pg_advisory_xact_lock(79, current_coop()::int)").execute(conn)?;
    Ok(())
}

/// Homes where somebody lives on a day, in their order.
pub fn lived_in(conn: &mut PgConnection, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    row! {
        struct Home {
            id: i64,
            name: String,
        }
    }
    let rows: Vec<Home> =
        sql("select u.id, u.name from units u where u.kind in ('apartment', 'townhouse', 'house', 'room') \
         and exists (select from occupancies o where o.unit_id = u.id and o.during @> $1 and o.relation <> 'guest') \
         order by u.block, u.label, u.id limit 5000")
        .bind(day)
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
