//! Brings the schema of a database up to date, and tells whether it is.
//!
//! Two kinds of text are embedded. `migrations/` has tables, which grow by steps: each runs once and is never edited again.
//! `functions/` has functions and triggers as they are today, each once: all of it is run again whenever a text of it or a migration
//! is new. So a text there may be run any number of times (`create or replace`), after all migrations; and a function that goes
//! away or takes other parameters is dropped by a migration (`drop function if exists`), which calls nothing of `functions/`.
//!
//! Invariants: one process at a time changes a schema; the functions change together or not at all; a program does not touch the
//! schema of a later one.

use anyhow::{Context as _, Result, anyhow, ensure};
use chrono::NaiveDateTime;
use diesel::connection::SimpleConnection as _;
use diesel::dsl::sql;
use diesel::migration::MigrationSource;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness as _, embed_migrations};
use sha2::{Digest as _, Sha256};

use crate::platform::session::hex;
use crate::platform::sql::row;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// Run before all migrations too: they grant rights to these roles.
pub const ROLES: &str = include_str!("../../../functions/roles.sql");

/// Run in this order; a new file gets its line here.
const FUNCTIONS: [&str; 19] = [
    ROLES,
    include_str!("../../../functions/facts.sql"),
    include_str!("../../../functions/register_version.sql"),
    include_str!("../../../functions/events.sql"),
    include_str!("../../../functions/crossings.sql"),
    include_str!("../../../functions/accounts.sql"),
    include_str!("../../../functions/board.sql"),
    include_str!("../../../functions/imports.sql"),
    include_str!("../../../functions/members.sql"),
    include_str!("../../../functions/decisions.sql"),
    include_str!("../../../functions/polls.sql"),
    include_str!("../../../functions/urns.sql"),
    include_str!("../../../functions/files.sql"),
    include_str!("../../../functions/hours.sql"),
    include_str!("../../../functions/repairs.sql"),
    include_str!("../../../functions/surveys.sql"),
    include_str!("../../../functions/planner.sql"),
    include_str!("../../../functions/reporting.sql"),
    include_str!("../../../functions/backup.sql"),
];

row! {
    /// A migration that this database has, and when it got it.
    struct Applied {
        version: String,
        run_on: NaiveDateTime,
    }
}

/// Brings the schema up to date, as the role that owns it. Two processes at once wait for each other.
pub fn migrate(owner_url: &str) -> Result<usize> {
    let mut conn = PgConnection::establish(owner_url).context("cannot reach the database as its owner")?;
    conn.batch_execute("select pg_advisory_lock(727274)")?;
    conn.batch_execute("set lock_timeout = '10s'")?;
    let had = conn.applied_migrations().map_err(|error| anyhow!("the migrations cannot be read: {error}"))?;
    let unknown = unknown_migration(&had.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    ensure!(
        unknown.is_none(),
        "the schema was made by another version of this program: it has migration {}, which this one does not know",
        unknown.unwrap_or_default()
    );
    conn.batch_execute(ROLES).context("the roles of the database cannot be made")?;
    let done = conn.run_pending_migrations(MIGRATIONS).map_err(|error| anyhow!("a migration failed: {error}"))?.len();
    put_functions(&mut conn, &FUNCTIONS).context("the functions of the database cannot be replaced")?;
    Ok(done)
}

/// How the tables of a database compare with those that this program was built for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    Ours,
    Older,
    /// A later version of this program has been there.
    Newer,
}

/// Compares the tables alone, as any role.
pub fn compare_schema(conn: &mut PgConnection) -> Result<Schema> {
    let Ok(applied) = applied(conn) else { return Ok(Schema::Older) };
    let versions: Vec<String> = applied.into_iter().map(|migration| migration.version).collect();
    Ok(match unknown_migration(&versions)? {
        Some(_) => Schema::Newer,
        None if versions == known()? => Schema::Ours,
        None => Schema::Older,
    })
}

/// Whether the schema is the one this program was built for, asked as the app role.
pub fn schema_is_current(url: &str) -> Result<bool> {
    let mut conn = PgConnection::establish(url).context("cannot reach the database")?;
    let Ok(applied) = applied(&mut conn) else { return Ok(false) };
    let versions: Vec<&String> = applied.iter().map(|migration| &migration.version).collect();
    Ok(versions.iter().copied().eq(&known()?) && functions_are(&mut conn, &digest(&FUNCTIONS, &applied))?)
}

/// One of these migrations that this program does not know: a later one has been there.
pub fn unknown_migration(versions: &[String]) -> Result<Option<String>> {
    let known = known()?;
    Ok(versions.iter().find(|version| !known.contains(version)).cloned())
}

/// The versions of this program's migrations, in their order.
fn known() -> Result<Vec<String>> {
    let migrations = MigrationSource::<Pg>::migrations(&MIGRATIONS).map_err(|error| anyhow!("{error}"))?;
    let mut versions: Vec<String> = migrations.iter().map(|migration| migration.name().version().to_string()).collect();
    versions.sort();
    Ok(versions)
}

fn applied(conn: &mut PgConnection) -> QueryResult<Vec<Applied>> {
    diesel::sql_query("select version, run_on from __diesel_schema_migrations order by version collate \"C\"")
        .load(conn)
}

/// Runs these texts in one transaction, unless the database has them already. Whether it did.
fn put_functions(conn: &mut PgConnection, texts: &[&str]) -> QueryResult<bool> {
    conn.transaction(|conn| {
        let digest = digest(texts, &applied(conn)?);
        if functions_are(conn, &digest)? {
            return Ok(false);
        }
        for text in texts {
            conn.batch_execute(text)?;
        }
        conn.batch_execute("delete from functions_applied")?;
        diesel::sql_query("insert into functions_applied (digest) values ($1)")
            .bind::<Text, _>(digest)
            .execute(conn)?;
        Ok(true)
    })
}

fn functions_are(conn: &mut PgConnection, digest: &str) -> QueryResult<bool> {
    let has = sql::<Bool>("exists (select from functions_applied where digest = ").bind::<Text, _>(digest).sql(")");
    diesel::select(has).get_result(conn)
}

/// Of the texts, and of the migrations after which they were run: a table that was dropped and made again lost its triggers.
fn digest(texts: &[&str], applied: &[Applied]) -> String {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update(text);
        digest.update([0]);
    }
    for Applied { version, run_on } in applied {
        digest.update(format!("{version} {run_on}\n"));
    }
    hex(&digest.finalize())
}

#[cfg(test)]
#[path = "schema_tests.rs"]
mod tests;
