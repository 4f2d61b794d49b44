//! Who takes part in the rotation of a chore, and on which days they take no turn: absences, exemptions, empty homes, departures.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Deserialize;

use crate::chores::rotation::{Out, Seat, Why};
use crate::chores::{Chore, PoolOf};
use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};

#[derive(Debug, Clone, Deserialize)]
struct OutRow {
    why: Why,
    /// Without one, always.
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

row! {
    struct SeatRow {
        holder: i64,
        since: NaiveDate,
        outs: Gathered<Vec<OutRow>>,
    }
}

const ALWAYS: &str = "datemultirange(daterange(null, null))";

/// The days of homes: away as a whole, wholly exempt (the home is, or everybody who lives there), empty.
fn of_homes() -> String {
    format!(
        "with lived as (select o.unit_id, range_agg(o.during) as days from occupancies o where o.relation <> 'guest' \
             and o.unit_id in (select p.unit_id from chore_pool p where p.chore_id = $1) group by o.unit_id), \
           let_go as (select o.unit_id, range_intersect_agg({ALWAYS} - datemultirange(o.during) \
               + coalesce((select range_agg(e.during) from exemptions e where e.member_id = o.member_id and e.percent = 100), '{{}}')) as days \
             from occupancies o where o.relation <> 'guest' \
             and o.unit_id in (select p.unit_id from chore_pool p where p.chore_id = $1) group by o.unit_id), \
           outs as (select a.unit_id, 'away' as why, datemultirange(a.during) as days from absences a where a.unit_id is not null \
             union all select p.unit_id, 'vacant', {ALWAYS} - coalesce(l.days, '{{}}') from chore_pool p left join lived l \
               on l.unit_id = p.unit_id where p.chore_id = $1 and p.unit_id is not null \
             union all select p.unit_id, 'exempt', (coalesce(g.days, '{{}}') + coalesce((select range_agg(e.during) from exemptions e \
                 where e.unit_id = p.unit_id and e.percent = 100), '{{}}')) * coalesce(l.days, '{{}}') \
               from chore_pool p left join lived l on l.unit_id = p.unit_id left join let_go g on g.unit_id = p.unit_id \
               where p.chore_id = $1 and p.unit_id is not null) \
         {}",
        seats("unit_id")
    )
}

/// The days of people: away themselves or with their whole home, wholly exempt themselves or by their home, gone.
fn of_people() -> String {
    format!(
        "with here as (select p.member_id from chore_pool p where p.chore_id = $1), \
           outs as (select a.member_id, 'away' as why, datemultirange(a.during) as days from absences a where a.member_id is not null \
             union all select o.member_id, 'away', datemultirange(a.during * o.during) from absences a join occupancies o \
               on o.unit_id = a.unit_id where o.member_id in (select h.member_id from here h) \
             union all select e.member_id, 'exempt', datemultirange(e.during) from exemptions e \
               where e.percent = 100 and e.member_id is not null \
             union all select o.member_id, 'exempt', datemultirange(e.during * o.during) from exemptions e join occupancies o \
               on o.unit_id = e.unit_id where e.percent = 100 and o.member_id in (select h.member_id from here h) \
             union all select s.member_id, 'left', datemultirange(daterange(s.since, (select min(n.since) from member_statuses n \
                 where n.member_id = s.member_id and n.since > s.since))) from member_statuses s \
               where s.status = 'former' and s.member_id in (select h.member_id from here h)) \
         {}",
        seats("member_id")
    )
}

fn seats(column: &str) -> String {
    format!(
        "select p.{column} as holder, p.since, coalesce((select jsonb_agg(jsonb_build_object('why', o.why, 'from', lower(d), \
             'until', upper(d) - 1) order by lower(d), o.why) from outs o cross join unnest(o.days) d where o.{column} = p.{column} \
             and not isempty(d)), '[]') as outs \
         from chore_pool p where p.chore_id = $1 and p.{column} is not null order by p.place, p.id limit 1000"
    )
}

/// The seats of a chore, in order.
pub fn all(conn: &mut PgConnection, chore: &Chore) -> Result<Vec<Seat>> {
    let query = match chore.pool_of {
        PoolOf::Unit => of_homes(),
        PoolOf::Member => of_people(),
    };
    let rows: Vec<SeatRow> = sql(query).bind(chore.id).load(conn)?;
    let out = |row: OutRow| Out { why: row.why, from: row.from.unwrap_or(NaiveDate::MIN), until: row.until };
    let seat =
        |row: SeatRow| Seat { holder: row.holder, since: row.since, out: row.outs.0.into_iter().map(out).collect() };
    Ok(rows.into_iter().map(seat).collect())
}
