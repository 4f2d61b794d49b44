//! Every query of governance. It reads the tables of others for the papers of the board; nobody reads its own but through `mod.rs`.

pub mod annual;
mod kept;
pub mod pack;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Deserialize;

pub use kept::TABLES;

use super::rules::Known;
use super::{Filing, NewFiling};
use crate::platform::error::{Error, Result};
use crate::platform::sql::{Gathered, row, sql};
use crate::schema::filings;

/// What is late, and what is due within a month.
pub const LATE: &str = "select f.id from filings f where f.done_on is null and f.due_on < {today}";
pub const SOON: &str =
    "select f.id from filings f where f.done_on is null and f.due_on >= {today} and f.due_on <= {today} + 30";

/// For those who sit where it is seen to.
pub const DATED: &str = "select 'filing' as kind, f.id, f.title_en, f.title_fr, null::timestamptz as at, f.due_on as day, null::time as time, \
     null::text as place, f.done_on is not null as done, f.version, f.created_at as made_at \
   from filings f left join committees k on k.id = f.committee_id and k.closed_on is null \
   where f.due_on between {today} - 60 and {today} + 400 and case when {committee} is not null then k.id = {committee} \
     when k.id is not null then exists (select from seats s where s.committee_id = k.id and s.member_id = {member} and s.during @> {today}) \
     else exists (select from board_terms t where t.member_id = {member} and t.during @> {today}) end";

/// Filings as the member $1 sees them on the day $2. One of a committee that is closed is the board's.
const FILING: &str = "select f.id, f.kind, f.title_en, f.title_fr, f.due_on, f.every_months, k.id as committee_id, k.name_en as committee_en, \
     k.name_fr as committee_fr, f.hand, f.details, f.done_on, coalesce(a.name, '') as done_by, f.version, \
     case when k.id is null then exists (select from board_terms t where t.member_id = $1 and t.during @> $2) \
       else exists (select from seats s where s.committee_id = k.id and s.member_id = $1 and s.during @> $2) end as mine \
   from filings f left join committees k on k.id = f.committee_id and k.closed_on is null left join account_holders a on a.id = f.done_by";

row! {
    struct Is {
        is: bool,
    }
}

/// What another slice says is due.
#[derive(Debug, Clone, Deserialize)]
pub struct Due {
    pub kind: String,
    pub id: i64,
    pub title_en: String,
    pub title_fr: String,
    pub due_on: Option<NaiveDate>,
}

row! {
    /// What the calendar is made of.
    #[derive(Debug, Clone)]
    pub struct Gathering {
        pub due: Gathered<Vec<Due>>,
        /// General meetings that were not called off, oldest first.
        pub meetings: Gathered<Vec<Known>>,
        /// Those that are open, and those of the last year that are done.
        pub filings: Gathered<Vec<Filing>>,
        /// Whether the viewer sits on the board.
        pub sits: bool,
    }
}

/// `due` is the SQL of what slices say is due on the day $2.
pub fn gather(conn: &mut PgConnection, due: &str, member: Option<i64>, today: NaiveDate) -> Result<Gathering> {
    Ok(sql(format!(
        "select coalesce((select jsonb_agg(to_jsonb(d)) from (select * from ({due}) a order by due_on, kind, id limit 1000) d), '[]') as due, \
           coalesce((select jsonb_agg(to_jsonb(m) order by m.held_on, m.id) from (select g.id, g.kind, g.title_en, g.title_fr, g.held_on, \
               g.special_resolution, g.status = 'called' as called, g.opened_at is not null as begun from meetings g \
             where g.kind in ('annual', 'special', 'general') and g.status <> 'cancelled' order by g.held_on desc limit 200) m), '[]') as meetings, \
           coalesce((select jsonb_agg(to_jsonb(f)) from ({FILING} where f.done_on is null or f.done_on > $2 - 366 \
             order by f.due_on, f.id limit 500) f), '[]') as filings, \
           exists (select from board_terms t where t.member_id = $1 and t.during @> $2) as sits"
    ))
    .bind((member, today))
    .get_result(conn)?)
}

pub fn find(conn: &mut PgConnection, id: i64, member: Option<i64>, today: NaiveDate) -> Result<Filing> {
    let found = sql(format!("{FILING} where f.id = $3")).bind((member, today, id)).get_result(conn).optional()?;
    found.ok_or(Error::NotFound)
}

pub fn sits(conn: &mut PgConnection, member: i64, today: NaiveDate) -> Result<bool> {
    let found: Is = sql("select exists (select from board_terms where member_id = $1 and during @> $2) as is")
        .bind((member, today))
        .get_result(conn)?;
    Ok(found.is)
}

pub fn committee_is_open(conn: &mut PgConnection, id: i64) -> Result<bool> {
    let found: Is = sql("select exists (select from committees where id = $1 and closed_on is null) as is")
        .bind(id)
        .get_result(conn)?;
    Ok(found.is)
}

/// Two who add the usual filings at once wait for each other.
pub fn lock(conn: &mut PgConnection) -> Result<()> {
    sql("select pg_advisory_xact_lock(75, current_coop()::int)").execute(conn)?;
    Ok(())
}

/// Whoever changes one meanwhile waits.
pub fn lock_one(conn: &mut PgConnection, id: i64) -> Result<()> {
    let found: Option<i64> = filings::table.find(id).select(filings::id).for_update().first(conn).optional()?;
    found.map(drop).ok_or(Error::NotFound)
}

pub fn insert(conn: &mut PgConnection, new: &NewFiling, follows: Option<i64>, by: Option<i64>) -> Result<i64> {
    let row = (new, filings::follows.eq(follows), filings::created_by.eq(by));
    Ok(diesel::insert_into(filings::table).values(row).returning(filings::id).get_result(conn)?)
}

/// Writes one anew; it is locked. On another day nobody was reminded yet.
pub fn update(conn: &mut PgConnection, id: i64, new: &NewFiling, moved: bool) -> Result<()> {
    let one = filings::table.find(id);
    diesel::update(one).set((new, filings::version.eq(filings::version + 1))).execute(conn)?;
    if moved {
        diesel::update(one).set(filings::reminded.eq(None::<i32>)).execute(conn)?;
    }
    Ok(())
}

pub fn remove(conn: &mut PgConnection, id: i64) -> Result<()> {
    diesel::delete(filings::table.find(id)).execute(conn)?;
    Ok(())
}

pub fn set_done(conn: &mut PgConnection, id: i64, on: Option<NaiveDate>, by: Option<i64>) -> Result<()> {
    let set = (filings::done_on.eq(on), filings::done_by.eq(by), filings::version.eq(filings::version + 1));
    diesel::update(filings::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

/// The one that came of this one.
pub fn next_of(conn: &mut PgConnection, id: i64) -> Result<Option<i64>> {
    Ok(filings::table.filter(filings::follows.eq(id)).select(filings::id).first(conn).optional()?)
}

row! {
    /// A filing to be reminded of.
    pub struct Reminder {
        pub id: i64,
        pub title_en: String,
        pub title_fr: String,
        pub due_on: NaiveDate,
    }
}

/// Open ones that are due within so many days and that nobody was reminded of so late. Marks them.
pub fn take_due(conn: &mut PgConnection, today: NaiveDate, days: i32, limit: i64) -> Result<Vec<Reminder>> {
    Ok(sql("update filings set reminded = $2 where id in (select f.id from filings f where f.done_on is null and f.due_on >= $1 \
           and f.due_on <= $1 + $2 and (f.reminded is null or f.reminded > $2) order by f.due_on, f.id limit $3) \
         returning id, title_en, title_fr, due_on")
    .bind((today, days, limit))
    .load(conn)?)
}

/// Members who sit where a filing is seen to.
pub fn responsible(conn: &mut PgConnection, id: i64, today: NaiveDate) -> Result<Vec<i64>> {
    row! {
        struct Who {
            member_id: i64,
        }
    }
    let rows: Vec<Who> = sql("select distinct w.member_id from filings f left join committees k on k.id = f.committee_id and k.closed_on is null \
         cross join lateral (select s.member_id from seats s where s.committee_id = k.id and s.during @> $2 \
           union all select t.member_id from board_terms t where k.id is null and t.during @> $2) w \
         where f.id = $1 order by w.member_id limit 500")
    .bind((id, today))
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.member_id).collect())
}
