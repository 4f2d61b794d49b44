//! Drafts: what somebody types into a long form, kept by the server until they send it or it is too old.
//!
//! A draft is the account's own, and one for each place that a form goes to; nobody else reads it and no event tells of it. It holds
//! what `held` would carry, never a password or a code. Sending the form anywhere removes it, in the same transaction.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::upsert::excluded;

use super::error::{Error, Result};
use super::forms::Form;
use crate::schema::drafts;

/// How long a draft is kept after somebody last typed into it.
pub const KEPT_DAYS: i64 = 30;
/// The most that one form may hold, in bytes of its fields, and the most drafts of one account.
const BYTES_MAX: usize = 65_536;
const DRAFTS_MAX: i64 = 30;
const TITLE_MAX: usize = 200;
/// How somebody gets into a home is not kept: it would outlive the request that it belongs to.
const ACCESS: &str = "access_";

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = drafts)]
pub struct Draft {
    /// Where its form goes.
    pub path: String,
    /// The heading of the page that it was typed on.
    pub title: String,
    /// Its fields, as pairs in JSON: names stand in it as they are written, so that erasing finds them.
    fields: String,
    pub saved_at: DateTime<Utc>,
}

impl Draft {
    pub fn fields(&self) -> Vec<(String, String)> {
        serde_json::from_str(&self.fields).unwrap_or_default()
    }
}

/// Keeps what is in a form that goes to `path`; the oldest draft gives way to one too many.
///
/// # Errors
/// `TooLarge`.
pub fn keep(
    conn: &mut PgConnection,
    account: i64,
    path: &str,
    title: &str,
    form: &Form,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut pairs: Vec<(String, String)> = serde_urlencoded::from_str(&form.kept()).unwrap_or_default();
    pairs.retain(|(name, _)| !name.starts_with(ACCESS));
    let fields = serde_json::to_string(&pairs).map_err(anyhow::Error::new)?;
    if fields.len() > BYTES_MAX {
        return Err(Error::TooLarge);
    }
    let title: String = title.chars().take(TITLE_MAX).collect();
    diesel::insert_into(drafts::table)
        .values((
            drafts::account_id.eq(account),
            drafts::path.eq(path),
            drafts::title.eq(title),
            drafts::fields.eq(fields),
            drafts::saved_at.eq(now),
        ))
        .on_conflict((drafts::coop_id, drafts::account_id, drafts::path))
        .do_update()
        .set((
            drafts::title.eq(excluded(drafts::title)),
            drafts::fields.eq(excluded(drafts::fields)),
            drafts::saved_at.eq(excluded(drafts::saved_at)),
        ))
        .execute(conn)?;
    let all = of(conn, account)?;
    let too_many: Vec<&String> = all.iter().skip(DRAFTS_MAX as usize).map(|draft| &draft.path).collect();
    diesel::delete(drafts::table.filter(drafts::account_id.eq(account).and(drafts::path.eq_any(too_many))))
        .execute(conn)?;
    Ok(())
}

/// The drafts of an account, the latest first.
pub fn of(conn: &mut PgConnection, account: i64) -> Result<Vec<Draft>> {
    Ok(drafts::table
        .filter(drafts::account_id.eq(account))
        .order((drafts::saved_at.desc(), drafts::path))
        .limit(DRAFTS_MAX + 1)
        .select(Draft::as_select())
        .load(conn)?)
}

/// The draft of an account for one place.
pub fn find(conn: &mut PgConnection, account: i64, path: &str) -> Result<Option<Draft>> {
    let own = drafts::account_id.eq(account).and(drafts::path.eq(path));
    Ok(drafts::table.filter(own).select(Draft::as_select()).first(conn).optional()?)
}

/// Forgets a draft, sent or not wanted.
pub fn forget(conn: &mut PgConnection, account: i64, path: &str) -> Result<()> {
    diesel::delete(drafts::table.filter(drafts::account_id.eq(account).and(drafts::path.eq(path)))).execute(conn)?;
    Ok(())
}

/// Removes those that nobody went on with.
pub fn remove_old(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    diesel::delete(drafts::table.filter(drafts::saved_at.lt(now - TimeDelta::days(KEPT_DAYS)))).execute(conn)?;
    Ok(())
}
