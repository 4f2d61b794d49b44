//! Every query of attendance.

mod before;
mod kept;
pub mod sheets;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use before::{Moved, moved, turns};
pub use kept::TABLES;

use super::rules::{Figures, Noted, Proxy, Span, Way};
use super::{Door, Person, Time};
use crate::platform::error::Result;
use crate::platform::sql::{Gathered, row, sql};

/// Meetings that were called to order before today, and not adjourned.
pub const NOT_ADJOURNED: &str = "select m.id from meetings m where m.opened_at is not null and m.ended_at is null and m.held_on < {today} limit 100";

/// The most rows of one meeting: all of a large co-op, some coming and going.
const ROWS_MAX: i64 = 20_000;

row! {
    struct Is {
        is: bool,
    }
}

row! {
    struct Id {
        id: i64,
    }
}

fn ids(rows: Vec<Id>) -> Vec<i64> {
    rows.into_iter().map(|row| row.id).collect()
}

// ---- the door ----

/// The door of a meeting, if it was opened, and whether somebody keeps it.
pub fn door(conn: &mut PgConnection, id: i64, member: Option<i64>) -> Result<(Option<Door>, bool)> {
    row! {
        struct Row {
            door: Gathered<Option<Door>>,
            keeps: bool,
        }
    }
    let row: Row = sql("select coalesce((select to_jsonb(d) from doors d \
           where d.meeting_id = $1), 'null') as door, \
         exists (select from doorkeepers k where k.meeting_id = $1 and k.member_id = $2) as keeps")
    .bind((id, member))
    .get_result(conn)?;
    Ok((row.door.0, row.keeps))
}

/// Holds the door until this is committed: alone where the meeting begins or ends, beside others where somebody comes. Whether it is open.
pub fn lock(conn: &mut PgConnection, id: i64, alone: bool) -> Result<bool> {
    let how = if alone { "for update" } else { "for share" };
    let found: Option<Id> = sql(format!("select meeting_id as id from doors where meeting_id = $1 {how}"))
        .bind(id)
        .get_result(conn)
        .optional()?;
    Ok(found.is_some())
}

/// Opens the door. False where somebody else was first.
pub fn open(
    conn: &mut PgConnection,
    id: i64,
    code: &str,
    figures: &Figures,
    (at, author): (DateTime<Utc>, Option<i64>),
) -> Result<bool> {
    let made = sql("insert into doors (meeting_id, code, called, of_homes, needed, homes_needed, needed_later, homes_needed_later, \
           online_counts, proxies_max, opened_at, opened_by) values ($1, $2, $3::int, $4, $5::int, $6::int, $7::int, $8::int, $9, $10::int, $11, $12) \
         on conflict do nothing")
    .bind((id, code, figures.called, figures.of_homes))
    .bind((figures.needed, figures.homes_needed, figures.needed_later, figures.homes_needed_later))
    .bind((figures.online_counts, figures.proxies_max, at, author))
    .execute(conn)?;
    Ok(made == 1)
}

pub fn set_code(conn: &mut PgConnection, id: i64, code: &str) -> Result<()> {
    sql("update doors set code = $1 where meeting_id = $2").bind((code, id)).execute(conn)?;
    Ok(())
}

/// Writes down who is called, and where they live.
pub fn call(conn: &mut PgConnection, id: i64, roll: &[(i64, Option<i64>)]) -> Result<()> {
    let members: Vec<i64> = roll.iter().map(|(member, _)| *member).collect();
    let units: Vec<i64> = roll.iter().map(|(_, unit)| unit.unwrap_or(0)).collect();
    sql("insert into meeting_roll (meeting_id, member_id, unit_id) select $1, r.member, nullif(r.unit, 0) from unnest($2, $3) r(member, unit)")
        .bind((id, members, units))
        .execute(conn)?;
    Ok(())
}

/// Who sits on the board on a day.
pub fn directors(conn: &mut PgConnection, day: NaiveDate) -> Result<Vec<i64>> {
    let rows =
        sql("select t.member_id as id from board_terms t join members m on m.id = t.member_id where t.during @> $1 \
         order by t.member_id limit 1000")
        .bind(day)
        .load(conn)?;
    Ok(ids(rows))
}

/// Who sits on a committee on a day.
pub fn seated(conn: &mut PgConnection, committee: Option<i64>, day: NaiveDate) -> Result<Vec<i64>> {
    let rows =
        sql("select s.member_id as id from seats s join members m on m.id = s.member_id where s.committee_id = $1 \
         and s.during @> $2 order by s.member_id limit 1000")
        .bind((committee, day))
        .load(conn)?;
    Ok(ids(rows))
}

// ---- who is there ----

/// When those who are called were there.
pub fn spans(conn: &mut PgConnection, id: i64) -> Result<Vec<Span>> {
    row! {
        struct Row {
            member: i64,
            home: Option<i64>,
            way: Way,
            came_at: DateTime<Utc>,
            left_at: Option<DateTime<Utc>>,
        }
    }
    let rows: Vec<Row> =
        sql("select a.member_id as member, r.unit_id as home, a.way, a.came_at, a.left_at from attendances a \
         join meeting_roll r on r.meeting_id = a.meeting_id and r.member_id = a.member_id where a.meeting_id = $1 \
         order by a.came_at, a.id limit $2")
        .bind((id, ROWS_MAX))
        .load(conn)?;
    let span = |row: Row| {
        let Row { member, home, way, came_at, left_at } = row;
        Span { member, home, way, came_at, left_at }
    };
    Ok(rows.into_iter().map(span).collect())
}

/// Who of those who are called said that another one of them stands for them.
pub fn proxies(conn: &mut PgConnection, id: i64) -> Result<Vec<Proxy>> {
    row! {
        struct Row {
            giver: i64,
            home: Option<i64>,
            holder: i64,
            said_at: DateTime<Utc>,
        }
    }
    let rows: Vec<Row> =
        sql("select p.giver_id as giver, g.unit_id as home, p.holder_id as holder, p.said_at from proxies_at($1) p \
         join meeting_roll g on g.meeting_id = $1 and g.member_id = p.giver_id \
         join meeting_roll h on h.meeting_id = $1 and h.member_id = p.holder_id order by p.said_at, p.giver_id limit $2")
        .bind((id, ROWS_MAX))
        .load(conn)?;
    let proxy = |row: Row| {
        let Row { giver, home, holder, said_at } = row;
        Proxy { giver, home, holder, said_at }
    };
    Ok(rows.into_iter().map(proxy).collect())
}

/// Everybody who is called or was there, and with `others` also whoever else is here on that day.
pub fn people(conn: &mut PgConnection, id: i64, others: Option<NaiveDate>) -> Result<Vec<Person>> {
    Ok(sql("select m.id, m.name, case when m.sort_name ~ '^[a-z]' then upper(left(m.sort_name, 1)) else '#' end as letter, u.label as home, \
         r.member_id is not null as called, coalesce(a.times, '[]') as times, h.name as holder \
       from members m left join meeting_roll r on r.meeting_id = $1 and r.member_id = m.id left join units u on u.id = r.unit_id \
       left join (select a.member_id, jsonb_agg(jsonb_build_object('way', a.way, 'noted', a.noted, 'came_at', a.came_at, 'left_at', a.left_at) \
           order by a.came_at, a.id) as times from attendances a where a.meeting_id = $1 group by a.member_id) a on a.member_id = m.id \
       left join proxies_at($1) p on p.giver_id = m.id and a.times is null \
       left join members h on h.id = p.holder_id \
       where r.member_id is not null or a.times is not null or $2 is not null and (select s.status from status_on(m.id, $2) s) <> 'former' \
       order by m.sort_name, m.id limit $3")
    .bind((id, others, ROWS_MAX))
    .load(conn)?)
}

row! {
    struct Row {
        member_id: i64,
        way: Way,
        noted: Noted,
        came_at: DateTime<Utc>,
        left_at: Option<DateTime<Utc>>,
    }
}

const TIMES: &str =
    "select a.member_id, a.way, a.noted, a.came_at, a.left_at from attendances a where a.meeting_id = $1";

fn time(row: &Row) -> Time {
    Time { way: row.way, noted: row.noted, came_at: row.came_at, left_at: row.left_at }
}

pub fn times_of(conn: &mut PgConnection, id: i64, member: i64) -> Result<Vec<Time>> {
    let rows: Vec<Row> = sql(format!("{TIMES} and a.member_id = $2 order by a.came_at, a.id limit 1000"))
        .bind((id, member))
        .load(conn)?;
    Ok(rows.iter().map(time).collect())
}

/// When everybody was there, with who it was.
pub fn all_times(conn: &mut PgConnection, id: i64) -> Result<Vec<(i64, Time)>> {
    let rows: Vec<Row> = sql(format!("{TIMES} order by a.came_at, a.id limit $2")).bind((id, ROWS_MAX)).load(conn)?;
    Ok(rows.iter().map(|row| (row.member_id, time(row))).collect())
}

row! {
    /// How somebody who comes stands.
    pub struct Standing {
        pub called: bool,
        /// Another one said that they would stand for them, where rules allow it.
        pub stood_for: bool,
        pub was_there: bool,
    }
}

pub fn standing(conn: &mut PgConnection, id: i64, member: i64) -> Result<Standing> {
    Ok(sql("select exists (select from meeting_roll r where r.meeting_id = $1 and r.member_id = $2) as called, \
         exists (select from proxies_at($1) p join doors d on d.meeting_id = $1 and d.proxies_max > 0 \
           where p.giver_id = $2) as stood_for, \
         exists (select from attendances a where a.meeting_id = $1 and a.member_id = $2) as was_there")
    .bind((id, member))
    .get_result(conn)?)
}

pub fn is_called(conn: &mut PgConnection, id: i64, member: i64) -> Result<bool> {
    Ok(standing(conn, id, member)?.called)
}

/// Whether somebody is in the co-op on a day.
pub fn is_here(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<bool> {
    let is: Is = sql("select exists (select from members m cross join lateral status_on(m.id, $2) s where m.id = $1 and s.status <> 'former') as is")
        .bind((member, day))
        .get_result(conn)?;
    Ok(is.is)
}

// ---- coming and leaving ----

/// Somebody comes. False where they are there already.
pub fn enter(
    conn: &mut PgConnection,
    id: i64,
    member: i64,
    (way, noted): (Way, Noted),
    (at, author): (DateTime<Utc>, Option<i64>),
) -> Result<bool> {
    let made = sql(
        "insert into attendances (meeting_id, member_id, way, noted, came_at, came_by) values ($1, $2, $3, $4, $5, $6) \
         on conflict do nothing",
    )
    .bind((id, member, way, noted, at, author))
    .execute(conn)?;
    Ok(made == 1)
}

/// Somebody who is there leaves. False where they are not.
pub fn leave(conn: &mut PgConnection, id: i64, member: i64, at: DateTime<Utc>, author: Option<i64>) -> Result<bool> {
    let left = sql("update attendances set left_at = greatest(came_at, $3), left_by = $4 \
         where meeting_id = $1 and member_id = $2 and left_at is null")
    .bind((id, member, at, author))
    .execute(conn)?;
    Ok(left == 1)
}

/// Whoever is there leaves.
pub fn all_leave(conn: &mut PgConnection, id: i64, at: DateTime<Utc>, author: Option<i64>) -> Result<()> {
    sql("update attendances set left_at = greatest(came_at, $2), left_by = $3 where meeting_id = $1 and left_at is null")
        .bind((id, at, author))
        .execute(conn)?;
    Ok(())
}

/// Whoever left at a moment did not.
pub fn all_stay(conn: &mut PgConnection, id: i64, at: DateTime<Utc>) -> Result<()> {
    sql("update attendances set left_at = null, left_by = null where meeting_id = $1 and left_at = $2")
        .bind((id, at))
        .execute(conn)?;
    Ok(())
}

/// Somebody did not leave: their last time goes on.
pub fn stay(conn: &mut PgConnection, id: i64, member: i64) -> Result<()> {
    sql("update attendances set left_at = null, left_by = null where id = (select a.id from attendances a where a.meeting_id = $1 \
         and a.member_id = $2 order by a.came_at desc, a.id desc limit 1)")
    .bind((id, member))
    .execute(conn)?;
    Ok(())
}

/// Somebody did not come: the time that goes on never was.
pub fn forget(conn: &mut PgConnection, id: i64, member: i64) -> Result<()> {
    sql("delete from attendances where meeting_id = $1 and member_id = $2 and left_at is null")
        .bind((id, member))
        .execute(conn)?;
    Ok(())
}

pub fn forget_all(conn: &mut PgConnection, id: i64, member: i64) -> Result<()> {
    sql("delete from attendances where meeting_id = $1 and member_id = $2").bind((id, member)).execute(conn)?;
    Ok(())
}

/// Somebody was there, by the paper sheet.
pub fn note(
    conn: &mut PgConnection,
    id: i64,
    member: i64,
    way: Way,
    (came, left): (DateTime<Utc>, Option<DateTime<Utc>>),
    author: Option<i64>,
) -> Result<()> {
    sql("insert into attendances (meeting_id, member_id, way, noted, came_at, left_at, came_by, left_by) \
         values ($1, $2, $3, 'sheet', $4, $5, $6, case when $5 is not null then $6 end)")
    .bind((id, member, way, came, left, author))
    .execute(conn)?;
    Ok(())
}

// ---- who keeps the door ----

pub fn doorkeepers(conn: &mut PgConnection, id: i64) -> Result<Vec<(i64, String)>> {
    row! {
        struct Named {
            id: i64,
            name: String,
        }
    }
    let rows: Vec<Named> =
        sql("select m.id, m.name from doorkeepers k join members m on m.id = k.member_id where k.meeting_id = $1 \
         order by m.sort_name, m.id limit 200")
        .bind(id)
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Lets somebody keep the door. False where they do.
pub fn name_doorkeeper(conn: &mut PgConnection, id: i64, member: i64) -> Result<bool> {
    let made = sql("insert into doorkeepers (meeting_id, member_id) values ($1, $2) on conflict do nothing")
        .bind((id, member))
        .execute(conn)?;
    Ok(made == 1)
}

pub fn dismiss_doorkeeper(conn: &mut PgConnection, id: i64, member: i64) -> Result<bool> {
    let gone =
        sql("delete from doorkeepers where meeting_id = $1 and member_id = $2").bind((id, member)).execute(conn)?;
    Ok(gone == 1)
}
