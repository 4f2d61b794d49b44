//! Every query of the imports.

mod kept;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

pub use kept::TABLES;

use super::guessing::{Remembered, layout};
use super::homes::{Facts, KnownHome};
use super::undo::{Journal, Undone};
use super::what::What;
use super::{Answers, Import, Outcome, Slot};
use crate::platform::error::Result;
use crate::platform::spreadsheet::Sheet;
use crate::platform::sql::{row, sql};
use crate::schema::{import_layouts, imports, units};

pub fn insert(
    conn: &mut PgConnection,
    (what, account): (What, i64),
    name: &str,
    sheet: &Sheet,
    (slots, recalled): (&[Slot], bool),
    expires_at: DateTime<Utc>,
) -> Result<i64> {
    Ok(diesel::insert_into(imports::table)
        .values((
            imports::account_id.eq(account),
            imports::what.eq(what),
            imports::name.eq(name),
            imports::sheet.eq(json!(sheet)),
            imports::matching.eq(json!(slots)),
            imports::recalled.eq(recalled),
            imports::expires_at.eq(expires_at),
        ))
        .returning(imports::id)
        .get_result(conn)?)
}

/// An import of an operator, of which no sheet was kept.
pub fn insert_done(conn: &mut PgConnection, name: &str, expires_at: DateTime<Utc>) -> Result<i64> {
    Ok(diesel::insert_into(imports::table)
        .values((
            imports::name.eq(name),
            imports::sheet.eq(json!(Sheet::default())),
            imports::matching.eq(json!([])),
            imports::expires_at.eq(expires_at),
        ))
        .returning(imports::id)
        .get_result(conn)?)
}

type Stored = (What, String, Value, Value, Value, Option<Value>, Option<DateTime<Utc>>, bool, Option<NaiveDate>);

pub fn find(conn: &mut PgConnection, id: i64, account: i64) -> Result<Import> {
    let (what, name, sheet, matching, answers, outcome, started, recalled, joined_on): Stored = imports::table
        .filter(imports::id.eq(id).and(imports::account_id.eq(account)))
        .select((
            imports::what,
            imports::name,
            imports::sheet,
            imports::matching,
            imports::answers,
            imports::outcome,
            imports::started_at,
            imports::recalled,
            imports::joined_on,
        ))
        .first(conn)?;
    Ok(Import {
        id,
        what,
        name,
        sheet: read(sheet)?,
        slots: read(matching)?,
        answers: read(answers)?,
        outcome: outcome.map(read).transpose()?,
        started: started.is_some(),
        recalled,
        joined_on,
    })
}

fn read<T: serde::de::DeserializeOwned>(value: Value) -> Result<T> {
    Ok(serde_json::from_value(value).map_err(anyhow::Error::new)?)
}

pub fn set_columns(conn: &mut PgConnection, id: i64, account: i64, (slots, recalled): (&[Slot], bool)) -> Result<()> {
    diesel::update(imports::table.filter(imports::id.eq(id).and(imports::account_id.eq(account))))
        .set((imports::matching.eq(json!(slots)), imports::recalled.eq(recalled), imports::answers.eq(json!({}))))
        .execute(conn)?;
    Ok(())
}

pub fn set_answers(conn: &mut PgConnection, id: i64, account: i64, answers: &Answers) -> Result<()> {
    diesel::update(imports::table.filter(imports::id.eq(id).and(imports::account_id.eq(account))))
        .set(imports::answers.eq(json!(answers)))
        .execute(conn)?;
    Ok(())
}

pub fn set_sheet(conn: &mut PgConnection, id: i64, account: i64, sheet: &Sheet) -> Result<()> {
    diesel::update(imports::table.filter(imports::id.eq(id).and(imports::account_id.eq(account))))
        .set(imports::sheet.eq(json!(sheet)))
        .execute(conn)?;
    Ok(())
}

pub fn set_joined_on(conn: &mut PgConnection, id: i64, account: i64, day: Option<NaiveDate>) -> Result<()> {
    diesel::update(imports::table.filter(imports::id.eq(id).and(imports::account_id.eq(account))))
        .set(imports::joined_on.eq(day))
        .execute(conn)?;
    Ok(())
}

// ---- columns of earlier files ----

/// What the columns of earlier files were taken for, by the headings of each file.
pub fn remembered(conn: &mut PgConnection, what: What) -> Result<Remembered> {
    let of = import_layouts::table.filter(import_layouts::what.eq(what));
    let rows: Vec<(String, Value)> =
        of.select((import_layouts::headings, import_layouts::matching)).limit(200).load(conn)?;
    let known =
        rows.into_iter().filter_map(|(headings, matching)| Some((headings, serde_json::from_value(matching).ok()?)));
    Ok(Remembered { what, files: known.collect(), ..Remembered::default() })
}

pub fn remember(conn: &mut PgConnection, what: What, header: &[String], slots: &[Slot]) -> Result<()> {
    let Some(headings) = layout(header) else { return Ok(()) };
    sql("insert into import_layouts (what, headings, matching) values ($1, $2, $3) \
         on conflict (coop_id, what, headings) do update set matching = excluded.matching")
    .bind((what.word(), headings, json!(slots)))
    .execute(conn)?;
    Ok(())
}

pub fn forget(conn: &mut PgConnection, what: What, header: &[String]) -> Result<()> {
    let headings = layout(header).unwrap_or_default();
    let of = import_layouts::table.filter(import_layouts::what.eq(what).and(import_layouts::headings.eq(headings)));
    diesel::delete(of).execute(conn)?;
    Ok(())
}

// ---- bringing in ----

/// The homes of the register, and what an import may say of each.
pub fn homes(conn: &mut PgConnection) -> Result<Vec<KnownHome>> {
    type Row = (i64, String, Option<i32>, Option<i32>, Option<i32>);
    let rows: Vec<Row> = units::table
        .order(units::id)
        .limit(20_000)
        .select((units::id, units::name, units::bedrooms, units::area_m2, units::floor))
        .load(conn)?;
    let home = |(id, name, bedrooms, area_m2, floor)| KnownHome { id, name, facts: Facts { bedrooms, area_m2, floor } };
    Ok(rows.into_iter().map(home).collect())
}

/// A job has it from now on, or has it no more.
pub fn start(conn: &mut PgConnection, id: i64, at: Option<DateTime<Utc>>) -> Result<()> {
    diesel::update(imports::table.find(id))
        .set((imports::started_at.eq(at), imports::failed.eq(None::<String>)))
        .execute(conn)?;
    Ok(())
}

pub fn fail(conn: &mut PgConnection, id: i64, key: &str) -> Result<()> {
    diesel::update(imports::table.find(id)).set(imports::failed.eq(key)).execute(conn)?;
    Ok(())
}

/// Keeps what was done and how to undo it, and forgets the sheet.
pub fn finish(
    conn: &mut PgConnection,
    id: i64,
    outcome: Outcome,
    journal: &Journal,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<()> {
    diesel::update(imports::table.find(id))
        .set((
            imports::outcome.eq(json!(outcome)),
            imports::journal.eq(json!(journal)),
            imports::sheet.eq(json!(Sheet::default())),
            imports::answers.eq(json!({})),
            imports::done_at.eq(now),
            imports::expires_at.eq(until),
        ))
        .execute(conn)?;
    Ok(())
}

/// How far a job is: what it did of what there is to do; `None` of it before it began. `failed` when it did not work.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
    pub failed: Option<String>,
}

/// Tells others how far this transaction is, in which they cannot look: by the name of its connection, until it ends.
pub fn tell(conn: &mut PgConnection, id: i64, done: usize, total: usize) -> Result<()> {
    sql("select set_config('application_name', 'import ' || current_coop() || '/' || $1 || ' ' || $2 || ' ' || $3, true)")
        .bind((id, done as i32, total as i32))
        .execute(conn)?;
    Ok(())
}

row! {
    struct Name {
        name: String,
    }
}

pub fn progress(conn: &mut PgConnection, id: i64) -> Result<Option<Progress>> {
    let asked: Option<(Option<DateTime<Utc>>, Option<String>)> =
        imports::table.find(id).select((imports::started_at, imports::failed)).first(conn).optional()?;
    let Some((started, failed)) = asked else { return Ok(None) };
    if started.is_none() && failed.is_none() {
        return Ok(None);
    }
    let told: Option<Name> = sql("select application_name as name from pg_stat_activity \
         where datname = current_database() and application_name like 'import ' || current_coop() || '/' || $1 || ' %' limit 1")
    .bind(id)
    .get_result(conn)
    .optional()?;
    let words = told.map(|told| told.name).unwrap_or_default();
    let mut numbers = words.split(' ').skip(2).filter_map(|word| word.parse().ok());
    Ok(Some(Progress { done: numbers.next().unwrap_or(0), total: numbers.next().unwrap_or(0), failed }))
}

// ---- undoing ----

/// Files that were brought and not gone through to the end, while they are kept.
pub const BEGUN: &str = "select i.id from imports i where i.done_at is null and i.started_at is null and i.expires_at > now() and i.account_id = {account}";

row! {
    /// One of them.
    #[derive(Debug)]
    pub struct Begun {
        pub id: i64,
        pub what: What,
        pub name: String,
        pub created_at: DateTime<Utc>,
        pub expires_at: DateTime<Utc>,
    }
}

/// The latest of them.
pub fn begun(conn: &mut PgConnection, account: i64) -> Result<Vec<Begun>> {
    Ok(sql(format!(
        "select i.id, i.what, i.name, i.created_at, i.expires_at from imports i where i.id in ({}) order by i.id desc limit 20",
        BEGUN.replace("{account}", "$1")
    ))
    .bind(account)
    .load(conn)?)
}

/// An import that was done.
#[derive(Debug)]
pub struct Past {
    pub id: i64,
    pub what: What,
    pub name: String,
    pub outcome: Outcome,
    pub done_at: DateTime<Utc>,
    /// Until when it can be undone.
    pub until: DateTime<Utc>,
    pub undone: Option<Undone>,
}

pub fn past(conn: &mut PgConnection, id: Option<i64>) -> Result<Vec<Past>> {
    type Row = (i64, What, String, Option<Value>, Option<DateTime<Utc>>, DateTime<Utc>, Option<Value>);
    let mut query = imports::table
        .filter(imports::done_at.is_not_null())
        .order(imports::id.desc())
        .limit(20)
        .select((
            imports::id,
            imports::what,
            imports::name,
            imports::outcome,
            imports::done_at,
            imports::expires_at,
            imports::undone,
        ))
        .into_boxed();
    if let Some(id) = id {
        query = query.filter(imports::id.eq(id));
    }
    let rows: Vec<Row> = query.load(conn)?;
    rows.into_iter()
        .map(|(id, what, name, outcome, done_at, until, undone)| {
            Ok(Past {
                id,
                what,
                name,
                outcome: outcome.map(read).transpose()?.unwrap_or_default(),
                done_at: done_at.unwrap_or(until),
                until,
                undone: undone.map(read).transpose()?,
            })
        })
        .collect()
}

/// What an import did, until when it can be undone, and what came of that.
pub struct Journaled {
    pub what: What,
    pub journal: Journal,
    pub until: DateTime<Utc>,
    pub undone: Option<Undone>,
}

/// The journal of an import that was done. Two undos at once wait for each other.
pub fn journal(conn: &mut PgConnection, id: i64) -> Result<Journaled> {
    let (what, journal, until, undone): (What, Option<Value>, DateTime<Utc>, Option<Value>) = imports::table
        .filter(imports::id.eq(id).and(imports::done_at.is_not_null()))
        .select((imports::what, imports::journal, imports::expires_at, imports::undone))
        .for_update()
        .first(conn)?;
    let journal = journal.map(read).transpose()?.unwrap_or_default();
    Ok(Journaled { what, journal, until, undone: undone.map(read).transpose()? })
}

pub fn set_undone(conn: &mut PgConnection, id: i64, undone: &Undone) -> Result<()> {
    diesel::update(imports::table.find(id))
        .set((imports::undone.eq(json!(undone)), imports::journal.eq(None::<Value>)))
        .execute(conn)?;
    Ok(())
}

row! {
    struct Print {
        id: i64,
        print: String,
    }
}

pub fn place_prints(conn: &mut PgConnection, table: &str, ids: &[i64]) -> Result<HashMap<i64, String>> {
    let rows: Vec<Print> = sql("select place_id as id, print from places_as_they_are($1, $2) limit 100000")
        .bind((table, ids))
        .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.id, row.print)).collect())
}

row! {
    struct Count {
        count: i32,
    }
}

pub fn take_places_out(conn: &mut PgConnection, table: &str, prints: &HashMap<i64, String>) -> Result<usize> {
    let taken: Count = sql("select take_places_out($1, $2) as count").bind((table, json!(prints))).get_result(conn)?;
    Ok(usize::try_from(taken.count).unwrap_or(0))
}

pub fn remove_expired(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    diesel::delete(imports::table.filter(imports::expires_at.lt(now))).execute(conn)?;
    Ok(())
}
