//! Calendars: what somebody, or a committee, has to do, in the calendar of their telephone (RFC 5545).
//!
//! A calendar program cannot sign in: it reads a secret address, 256 random bits of which only the digest is kept. An address shows what
//! its account may see at the moment, in the language that was chosen, and nothing once it is ended, the account is closed, or its
//! holder sits on the committee no longer. What stands in it the slices declare (`Slice::dated`). An entry is the same one for as long as
//! its thing is: its identity comes from the record, and its number rises with each change (RFC 5545 3.8.7.4).

mod feed;
pub mod pages;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::i18n::Lang;
use crate::platform::keys::{digest, random_token};
use crate::platform::sql::row;
use crate::platform::visit::{Act, Viewer};
use crate::policy::Permission;
use crate::{accounts, committees};

/// Live addresses that one account may have.
const LIVE_MAX: usize = 20;
/// The most entries of one calendar.
const ENTRIES_MAX: i64 = 2_000;

row! {
    /// An address, without what is secret in it.
    #[derive(Debug)]
    pub struct Calendar {
        pub id: i64,
        pub committee_id: Option<i64>,
        pub committee_en: Option<String>,
        pub committee_fr: Option<String>,
        pub language: String,
        pub made_at: DateTime<Utc>,
        pub last_read_on: Option<NaiveDate>,
    }
}

impl Calendar {
    pub fn committee(&self, lang: Lang) -> Option<&str> {
        if lang == Lang::En { self.committee_en.as_deref() } else { self.committee_fr.as_deref() }
    }
}

row! {
    /// What stands in a calendar: at an instant, on a day by the clock of the co-op, or on a day.
    #[derive(Debug)]
    pub struct Entry {
        pub kind: String,
        pub id: i64,
        pub title_en: String,
        pub title_fr: String,
        pub at: Option<DateTime<Utc>>,
        pub day: Option<NaiveDate>,
        pub time: Option<NaiveTime>,
        pub place: Option<String>,
        pub done: bool,
        /// Rises with each change.
        pub version: i32,
        pub made_at: DateTime<Utc>,
    }
}

/// The committees of whose duties somebody can have a calendar: those on which they sit.
pub fn committees_of(conn: &mut PgConnection, viewer: &Viewer, today: NaiveDate) -> Result<Vec<(i64, String, String)>> {
    viewer.member_id.map_or_else(|| Ok(Vec::new()), |member| store::committees_of(conn, member, today))
}

/// One's own addresses that are not ended.
pub fn own(conn: &mut PgConnection, viewer: &Viewer) -> Result<Vec<Calendar>> {
    store::of_account(conn, viewer.account_id)
}

/// Makes an address and gives the secret part of it, which nobody can see again.
///
/// # Errors
/// `Invalid` on `committee_id` where they do not sit on it; `Conflict` where there are `LIVE_MAX` already.
pub fn make(act: &mut Act<'_>, committee: Option<i64>, lang: Lang) -> Result<(i64, String)> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    if let Some(committee) = committee {
        let today = act.today();
        let sits = viewer.member_id.map(|member| committees::sits(act.conn, committee, member, today)).transpose()?;
        if sits != Some(true) {
            return Err(Error::field("committee_id", "wrong-choice"));
        }
    }
    if store::of_account(act.conn, viewer.account_id)?.len() >= LIVE_MAX {
        return Err(Error::Conflict("calendars-many"));
    }
    let secret = random_token();
    let id = store::insert(act.conn, viewer.account_id, committee, (&digest(&secret), lang), act.now)?;
    let detail = json!({ "after": { "committee_id": committee } });
    events::record(act, &slice::CALENDAR_MADE, &Subject { id, name: viewer.name.clone() }, detail)?;
    Ok((id, secret))
}

/// Ends an address, for good.
///
/// # Errors
/// `NotFound` where they have no such one.
pub fn end(act: &mut Act<'_>, id: i64) -> Result<()> {
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    if store::end(act.conn, viewer.account_id, id, act.now)? {
        events::record(act, &slice::CALENDAR_ENDED, &Subject { id, name: viewer.name.clone() }, json!({}))?;
    }
    Ok(())
}

/// What a calendar program is shown.
pub struct Read {
    pub lang: Lang,
    pub committee: Option<(String, String)>,
    pub entries: Vec<Entry>,
}

/// Reads a calendar by the secret part of its address.
///
/// # Errors
/// `NotFound` where there is no such address, it is ended, or whoever made it may not see this any longer: all the same to who asks.
pub fn read(act: &mut Act<'_>, secret: &str) -> Result<Read> {
    let found = store::by_secret(act.conn, &digest(secret))?.ok_or(Error::NotFound)?;
    let viewer = accounts::acting(act.conn, found.account_id, act.now)?.ok_or(Error::NotFound)?;
    let may = |permission: Permission| viewer.may(&act.state.policy, permission);
    let dated: Vec<_> = act
        .state
        .slices
        .iter()
        .filter_map(|slice| slice.dated.as_ref())
        .filter(|dated| may(dated.permission))
        .collect();
    let today = act.today();
    if let Some(committee) = found.committee_id {
        let sits = viewer.member_id.map(|member| committees::sits(act.conn, committee, member, today)).transpose()?;
        if sits != Some(true) {
            return Err(Error::NotFound);
        }
    }
    let selects: Vec<&str> = dated.iter().map(|dated| dated.select).collect();
    let entries = store::entries(act.conn, &selects, (viewer.member_id, found.committee_id, today), ENTRIES_MAX)?;
    store::note_reading(act.conn, found.id, today)?;
    let lang = Lang::parse(&found.language).unwrap_or(act.coop.language);
    Ok(Read { lang, committee: found.committee_en.zip(found.committee_fr), entries })
}
