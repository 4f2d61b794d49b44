//! Who is asked for less, or for nothing: since when, until when, how much. Why is read by them and by who manages hours, and by nobody
//! else: no event, no list and no other page says who is exempt.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::store::exemptions as store;
use super::{Doer, slice};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, EventKind, Subject};
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;

text_enum! {
    /// Why somebody is exempt, as a co-op's policy names it.
    pub enum Why {
        Age = "age",
        Health = "health",
        Work = "work",
        Sabbatical = "sabbatical",
        Board = "board",
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct Exemption {
        pub id: i64,
        pub member_id: Option<i64>,
        pub unit_id: Option<i64>,
        /// Of the member, or of the home.
        pub name: String,
        pub kind: Why,
        pub from: NaiveDate,
        /// The first day on which it is over.
        pub until: Option<NaiveDate>,
        pub percent: i32,
        pub reason: String,
        pub granted_at: DateTime<Utc>,
        pub version: i32,
    }
}

/// An exemption as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewExemption {
    pub kind: Why,
    pub from: NaiveDate,
    /// Its last day.
    pub last_day: Option<NaiveDate>,
    pub percent: i32,
    pub reason: String,
}

impl NewExemption {
    /// The first day on which it is over.
    ///
    /// # Errors
    /// `Invalid` on `exempt_until` before its first day.
    fn until(&self) -> Result<Option<NaiveDate>> {
        match self.last_day {
            Some(last) if last < self.from => Err(Error::field("exempt_until", "wrong-exempt-order")),
            last => Ok(last.and_then(|day| day.succ_opt())),
        }
    }
}

/// All exemptions, those that hold first, by name.
pub fn list(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<Exemption>> {
    store::list(conn, today)
}

/// One of them.
///
/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<Exemption> {
    store::find(conn, id)
}

/// Grants one. The people it is for are told.
///
/// # Errors
/// `Invalid` on `exempt_whom` where there is no such member or home, on `exempt_until` before its first day.
pub fn grant(act: &mut Act<'_>, whom: Doer, new: &NewExemption) -> Result<i64> {
    let until = new.until()?;
    if !store::exists(act.conn, whom)? {
        return Err(Error::field("exempt_whom", "wrong-choice"));
    }
    let account = act.viewer.map(|viewer| viewer.account_id);
    let id = store::insert(act.conn, whom, new, until, (account, act.now))?;
    record(act, &slice::EXEMPTION_GRANTED, id, whom)?;
    Ok(id)
}

/// Puts one right, or ends it.
///
/// # Errors
/// As for `grant`; `Conflict` when it was changed meanwhile.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, new: &NewExemption) -> Result<()> {
    let until = new.until()?;
    let was = store::find(act.conn, id)?;
    if !store::update(act.conn, id, version, new, until)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    record(act, &slice::EXEMPTION_CHANGED, id, whom(&was))
}

/// There was none: as if it had never been.
pub fn remove(act: &mut Act<'_>, id: i64) -> Result<()> {
    let was = store::find(act.conn, id)?;
    store::remove(act.conn, id)?;
    record(act, &slice::EXEMPTION_REMOVED, id, whom(&was))
}

fn whom(exemption: &Exemption) -> Doer {
    exemption.member_id.map_or(Doer::Unit(exemption.unit_id.unwrap_or_default()), Doer::Member)
}

/// The event says that there is an exemption, not whose.
fn record(act: &mut Act<'_>, kind: &'static EventKind, id: i64, whom: Doer) -> Result<()> {
    let today = act.today();
    let told = match whom {
        Doer::Member(member) => vec![member],
        Doer::Unit(unit) => super::store::ledger::adults(act.conn, unit, today)?,
    };
    events::record(act, kind, &Subject { id, name: id.to_string() }, json!({ "told": told }))?;
    Ok(())
}
