//! The queries of lines as they are shown, and of what was said of them.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::hours::contests::{Contest, Line};
use crate::platform::error::Result;
use crate::platform::sql::{row, sql};

/// Lines with their names: `l`. What was claimed is called as its kind is today, in each language.
pub const LINES: &str = "select l.id, l.worked_on, l.minutes, l.kind, l.member_id, m.name as member, l.unit_id, u.name as home, l.about, \
    l.about_id, coalesce(k.name_en, l.title) as title_en, coalesce(k.name_fr, l.title) as title_fr, l.takes_back, \
    exists (select from hour_lines t where t.takes_back = l.id) as is_taken_back, l.note, l.recorded_at, a.name as by, k.committee_id, \
    coalesce(x.count, 0) as contests, coalesce(x.open, false) as is_contested \
    from hour_lines l left join members m on m.id = l.member_id left join units u on u.id = l.unit_id \
    left join hour_claims c on l.about = 'hour_claim' and c.id = l.about_id left join work_kinds k on k.id = c.kind_id \
    left join account_holders a on a.id = l.recorded_by \
    left join lateral (select count(*) as count, bool_or(h.answered_at is null) as open from hour_contests h where h.line_id = l.id) x on true";

pub fn line(conn: &mut PgConnection, id: i64) -> Result<Line> {
    Ok(sql(format!("{LINES} where l.id = $1")).bind(id).get_result(conn)?)
}

const CONTESTS: &str = "select h.id, h.line_id, h.member_id, m.name as member, h.says, h.said_at, h.answer, a.name as answered_by, h.answered_at \
    from hour_contests h join members m on m.id = h.member_id left join account_holders a on a.id = h.answered_by";

/// Contests that wait for who manages hours: not their own.
pub const WAITING: &str = "select h.id from hour_contests h where h.answered_at is null and h.member_id is distinct from \
    (select a.member_id from accounts a where a.id = {account})";

pub fn of_line(conn: &mut PgConnection, line: i64) -> Result<Vec<Contest>> {
    Ok(sql(format!("{CONTESTS} where h.line_id = $1 order by h.id limit 200")).bind(line).load(conn)?)
}

pub fn waiting(conn: &mut PgConnection, member: Option<i64>, manages: bool, today: NaiveDate) -> Result<Vec<Contest>> {
    Ok(sql(format!(
        "{CONTESTS} where h.answered_at is null and h.member_id is distinct from $1 and ($2 or exists (select from hour_lines l \
           join hour_claims c on l.about = 'hour_claim' and c.id = l.about_id join work_kinds k on k.id = c.kind_id \
           join leads e on e.committee_id = k.committee_id where l.id = h.line_id and e.member_id = $1 and e.during @> $3)) \
         order by h.id limit 50"
    ))
    .bind((member, manages, today))
    .load(conn)?)
}

pub fn lock(conn: &mut PgConnection, id: i64) -> Result<Contest> {
    sql("select from hour_contests where id = $1 for update").bind(id).execute(conn)?;
    Ok(sql(format!("{CONTESTS} where h.id = $1")).bind(id).get_result(conn)?)
}

/// Its number; none while another one waits.
pub fn insert(conn: &mut PgConnection, line: i64, member: i64, says: &str, now: DateTime<Utc>) -> Result<Option<i64>> {
    row! {
        struct Id {
            id: i64,
        }
    }
    let made: Option<Id> =
        sql("insert into hour_contests (line_id, member_id, says, said_at) values ($1, $2, $3, $4) \
         on conflict (coop_id, line_id) where answered_at is null do nothing returning id")
        .bind((line, member, says, now))
        .get_result(conn)
        .optional()?;
    Ok(made.map(|made| made.id))
}

pub fn answer(conn: &mut PgConnection, id: i64, words: &str, account: Option<i64>, now: DateTime<Utc>) -> Result<()> {
    sql("update hour_contests set answer = $2, answered_by = $3, answered_at = $4 where id = $1")
        .bind((id, words, account, now))
        .execute(conn)?;
    Ok(())
}
