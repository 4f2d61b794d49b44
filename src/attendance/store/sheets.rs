//! What attendance sheets of earlier years say.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::attendance::sheets::{Mark, Met};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

/// The most names on one sheet.
const ROWS_MAX: i64 = 20_000;

pub fn met(conn: &mut PgConnection, days: &[NaiveDate]) -> Result<Vec<Met>> {
    Ok(sql("select m.id, m.kind, m.committee_id, m.held_on, exists (select from doors d where d.meeting_id = m.id) as has_door, \
         coalesce((select jsonb_agg(jsonb_build_array(k.member_id, k.mark)) from sheet_marks k where k.meeting_id = m.id), '[]') as marks \
       from meetings m where m.held_on = any($1) and m.status <> 'cancelled' order by m.id limit 500")
        .bind(days)
        .load(conn)?)
}

pub fn marks(conn: &mut PgConnection, meeting: i64) -> Result<Vec<(i64, String, Mark)>> {
    row! {
        struct Marked {
            id: i64,
            name: String,
            mark: Mark,
        }
    }
    let rows: Vec<Marked> = sql("select m.id, m.name, k.mark from sheet_marks k join members m on m.id = k.member_id \
       where k.meeting_id = $1 order by m.sort_name, m.id limit $2")
    .bind((meeting, ROWS_MAX))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name, row.mark)).collect())
}

/// Who was a member on each of some days, and not a former one.
pub fn members_on(conn: &mut PgConnection, days: &[NaiveDate]) -> Result<Vec<(NaiveDate, Vec<i64>)>> {
    row! {
        struct On {
            day: NaiveDate,
            members: Vec<i64>,
        }
    }
    let rows: Vec<On> =
        sql("select d.day, coalesce(array_agg(m.id) filter (where m.id is not null), '{}') as members \
       from unnest($1::date[]) d(day) left join members m on m.joined_on <= d.day \
         and (select s.status from status_on(m.id, d.day) s) <> 'former' group by d.day limit 500")
        .bind(days)
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.day, row.members)).collect())
}

pub fn put(conn: &mut PgConnection, meeting: i64, marks: &[(i64, Mark)]) -> Result<()> {
    let members: Vec<i64> = marks.iter().map(|(member, _)| *member).collect();
    let words: Vec<&str> = marks.iter().map(|(_, mark)| mark.word()).collect();
    sql("insert into sheet_marks (meeting_id, member_id, mark) select $1, x.member, x.mark from unnest($2::bigint[], $3::text[]) x(member, mark) \
       on conflict (coop_id, meeting_id, member_id) do update set mark = excluded.mark")
        .bind((meeting, members, words))
        .execute(conn)?;
    Ok(())
}

pub fn remove(conn: &mut PgConnection, meeting: i64, members: &[i64]) -> Result<()> {
    sql("delete from sheet_marks where meeting_id = $1 and member_id = any($2)")
        .bind((meeting, members))
        .execute(conn)?;
    Ok(())
}
