//! A copy of one database in one file, and a database made from such a file.
//!
//! The file is a ZIP of two: `manifest.json` says what is in the other, and `database.dump` is what `pg_dump` wrote, which `pg_restore`
//! reads without us too. It holds no key file.
//!
//! Invariants:
//! - It is read as the role `cooperator_backup`, which sees every row and changes none; no superuser is needed on either side.
//! - Rows, trails and dump are of one moment. The file gets its name when it was read again and holds as many rows of every table.
//! - It comes back only into a database that holds nothing, all of it or nothing, and counts as back when rows and trails are the same.
//! - A password is in no argument of a program, which others on the machine can read.

mod file;
mod programs;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::db::{self, BACKUP_ROLE, CoopId};
use super::slice::{self, Slices};
use super::sql::{row, sql};
use super::{clock, events};
pub use file::check;
pub use programs::Programs;

/// Raised when the file changes so that an older program could not read it.
const FORMAT: u32 = 1;

/// What a backup says of itself.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    format: u32,
    pub made_at: DateTime<Utc>,
    /// The program that made it.
    program: String,
    /// The database that it is of.
    pub database: String,
    migrations: Vec<String>,
    /// How many rows each table has.
    rows: BTreeMap<String, i64>,
    pub trails: Vec<Trail>,
}

/// How long a co-op's trail is, and its last hash.
#[derive(Debug, Serialize, Deserialize)]
pub struct Trail {
    coop: i64,
    pub name: String,
    pub end: String,
}

impl Manifest {
    pub fn rows(&self) -> i64 {
        self.rows.values().sum()
    }

    pub fn tables(&self) -> usize {
        self.rows.len()
    }
}

row! {
    struct Text {
        text: String,
    }
}

row! {
    struct Number {
        number: i64,
    }
}

row! {
    struct Coop {
        coop_id: i64,
        name_en: String,
    }
}

/// Writes the database to a new file.
///
/// # Errors
/// When a trail does not hold together, too: what was written then stays beside, under another name.
pub fn make(url: &str, programs: &Programs, file: &Path) -> Result<Manifest> {
    ensure!(!file.exists(), "{} is there already: a backup never takes the place of another", file.display());
    let mut conn = PgConnection::establish(url).context("cannot reach the database")?;
    let draft = file::draft_of(file);
    let (manifest, broken) = conn.build_transaction().repeatable_read().read_only().run(|conn| {
        conn.batch_execute(&format!("set local role {BACKUP_ROLE}")).context(
            "a backup is made as the owner of the tables, or as a role in cooperator_backup; see COOPERATOR_OWNER_URL",
        )?;
        let snapshot = one_text(conn, "select pg_export_snapshot() as text")?;
        let (manifest, broken) = described(conn)?;
        file::write(&draft, &manifest, |into| programs.dump(url, &snapshot, into))?;
        Ok::<_, anyhow::Error>((manifest, broken))
    })?;
    check(&draft, programs)?;
    if let Some(broken) = broken {
        bail!("{broken}: what was written is in {}, and is not called a backup", draft.display());
    }
    std::fs::rename(&draft, file).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(manifest)
}

/// What there is, and what of it is not as it was recorded.
fn described(conn: &mut PgConnection) -> Result<(Manifest, Option<String>)> {
    let unread = texts(
        conn,
        "select relname::text as text from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not exists \
         (select from pg_policies where tablename = relname and policyname = 'backup' and 'cooperator_backup' = any(roles))",
    )?;
    ensure!(unread.is_empty(), "a backup cannot see all of {}: run `cooperator migrate` first", unread.join(", "));
    let rows = counted(conn)?;
    ensure!(rows.get("coops").is_some_and(|coops| *coops > 0), "there is no co-op here that could be backed up");
    let (mut trails, mut broken) = (Vec::new(), None);
    for Coop { coop_id, name_en } in sql("select coop_id, name_en from coops order by coop_id").load::<Coop>(conn)? {
        set_coop(conn, Some(CoopId(coop_id)))?;
        match events::verify(conn, None)? {
            Ok(end) => trails.push(Trail { coop: coop_id, name: name_en, end: end.to_string() }),
            Err(_) => broken = Some(format!("the trail of {name_en} does not hold together (see `cooperator verify`)")),
        }
    }
    set_coop(conn, None)?;
    let manifest = Manifest {
        format: FORMAT,
        made_at: clock::now(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        database: one_text(conn, "select current_database()::text as text")?,
        migrations: texts(conn, "select version::text as text from __diesel_schema_migrations order by 1")?,
        rows,
        trails,
    };
    Ok((manifest, broken))
}

/// Makes a database from a file: its roles, tables, rows and functions. Devices that were signed in have to sign in again, since an
/// older backup would let those in who were signed out since.
pub fn restore(url: &str, programs: &Programs, file: &Path, slices: Slices) -> Result<Manifest> {
    let manifest = check(file, programs)?;
    let newer = db::unknown_migration(&manifest.migrations)?;
    ensure!(newer.is_none(), "{} was made by a newer version of this program: update this one", file.display());
    let mut conn = PgConnection::establish(url).context("cannot reach the database as its owner")?;
    let there = "select count(*) as number from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S')";
    let empty = sql(there).get_result::<Number>(&mut conn)?.number == 0;
    ensure!(empty, "there are tables in this database: a backup comes back only into one that is empty");
    conn.batch_execute(db::ROLES).context("the roles cannot be made")?;
    file::read(file, |dump| programs.restore(url, dump))?;
    let rows = conn.transaction(|conn| {
        conn.batch_execute(&format!("set local role {BACKUP_ROLE}"))?;
        counted(conn)
    })?;
    compare(&manifest.rows, &rows).context("not all rows came back")?;
    // The functions are put anew: what belongs to cooperator_operator came back as ours.
    conn.batch_execute("delete from functions_applied; analyze")?;
    db::migrate(url)?;
    conn.batch_execute(&format!("set role {}", super::connection::APP_ROLE))?;
    for trail in &manifest.trails {
        set_coop(&mut conn, Some(CoopId(trail.coop)))?;
        conn.batch_execute("delete from sessions; delete from sign_in_links where kind in ('link', 'notice')")?;
        holds(&mut conn, slices, trail).with_context(|| format!("{} is not what was backed up", trail.name))?;
    }
    Ok(manifest)
}

/// Whether the trail goes on from where it was, and the rows are what it tells.
fn holds(conn: &mut PgConnection, slices: Slices, trail: &Trail) -> Result<()> {
    while !conn.transaction(events::chain)?.is_empty() {}
    let mark = events::Mark::read(&trail.end)?;
    if events::verify(conn, Some(&mark))?.is_err() {
        bail!("its trail does not lead to {mark}");
    }
    match slice::verify(slices, conn)?.first() {
        Some(other) => bail!("{other}"),
        None => Ok(()),
    }
}

/// How many rows each table has, as far as the role of the connection sees them.
fn counted(conn: &mut PgConnection) -> Result<BTreeMap<String, i64>> {
    let tables = texts(
        conn,
        "select format('%I', relname) as text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    )?;
    let count = |table: String| {
        let rows = sql(format!("select count(*) as number from {table}")).get_result::<Number>(conn)?;
        Ok((table, rows.number))
    };
    tables.into_iter().map(count).collect()
}

/// Names the first table that has another number of rows.
fn compare(expected: &BTreeMap<String, i64>, found: &BTreeMap<String, i64>) -> Result<()> {
    for table in expected.keys().chain(found.keys()) {
        let [wanted, there] = [expected, found].map(|rows| rows.get(table).copied().unwrap_or(0));
        ensure!(wanted == there, "{table} has {there} rows instead of {wanted}");
    }
    Ok(())
}

fn set_coop(conn: &mut PgConnection, coop: Option<CoopId>) -> Result<()> {
    let id = coop.map(|coop| coop.0.to_string()).unwrap_or_default();
    sql("select set_config('app.coop_id', $1, false)").bind(id).execute(conn)?;
    Ok(())
}

fn texts(conn: &mut PgConnection, query: &str) -> Result<Vec<String>> {
    Ok(sql(query).load::<Text>(conn)?.into_iter().map(|row| row.text).collect())
}

fn one_text(conn: &mut PgConnection, query: &str) -> Result<String> {
    Ok(sql(query).get_result::<Text>(conn)?.text)
}
