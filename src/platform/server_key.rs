//! Which key a database was begun with. Two programs with different keys on one database would refuse each other's sessions and forms
//! without a word; a key made anew beside data that is there would sign everybody out.
//!
//! The database knows a fingerprint, from which nobody can find the key.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use diesel::prelude::*;

use super::connection::establish;
use super::keys::{FILE, Keys};
use super::sql::{row, sql};

row! {
    struct Noted {
        fingerprint: String,
    }
}

/// The key for a database: the one it was begun with. A new database is begun with the one there is, or with a new one.
///
/// # Errors
/// When the key file is missing, or another one.
pub fn of_database(url: &str, folder: &Path) -> Result<Keys> {
    let mut conn = establish(url).context("cannot reach the database")?;
    let file = folder.join(FILE);
    if noted(&mut conn)?.is_some() && !file.exists() {
        bail!(
            "the key file {} is missing, and this database was begun with one: put it back (COOPERATOR_KEYS names its folder), or run \
             `cooperator new-key` if it is lost",
            file.display()
        );
    }
    let keys = Keys::open(folder)?;
    sql("insert into server_key (fingerprint) values ($1) on conflict do nothing")
        .bind(keys.fingerprint())
        .execute(&mut conn)?;
    if noted(&mut conn)?.is_none_or(|noted| noted != keys.fingerprint()) {
        bail!(
            "the key file {} is not the one that this database was begun with: use that one (COOPERATOR_KEYS names its folder), or run \
             `cooperator new-key` if it is lost",
            file.display()
        );
    }
    Ok(keys)
}

/// Goes on with the key file there is, or with a new one. Sessions, open forms and links in mails end with the old one.
pub fn adopt(url: &str, folder: &Path) -> Result<()> {
    let keys = Keys::open(folder)?;
    let mut conn = establish(url).context("cannot reach the database")?;
    conn.transaction(|conn| {
        sql("delete from server_key").execute(conn)?;
        sql("insert into server_key (fingerprint) values ($1)").bind(keys.fingerprint()).execute(conn)?;
        Ok(())
    })
}

fn noted(conn: &mut PgConnection) -> Result<Option<String>> {
    let noted = sql("select fingerprint from server_key").get_result::<Noted>(conn).optional()?;
    Ok(noted.map(|noted| noted.fingerprint))
}
