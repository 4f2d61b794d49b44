//! Committees: who looks after what.
//!
//! A seat is dated. The day of leaving is the first on which it is over; a seat given back on the day it was taken never was.

pub mod pages;
mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

pub use store::{Committee, Seat};

use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;

/// Adds a committee, named in both languages.
///
/// # Errors
/// `Invalid` when another committee has one of the names.
pub fn add(act: &mut Act<'_>, name_en: &str, name_fr: &str) -> Result<i64> {
    for (field, name) in [("committee_name_en", name_en), ("committee_name_fr", name_fr)] {
        if store::named(act.conn, name)?.is_some() {
            return Err(Error::field(field, "committee-name-taken"));
        }
    }
    let id = store::insert(act.conn, name_en, name_fr)?;
    let subject = Subject { kind: "committee", id, name: name_en.to_owned() };
    events::record(act, "committee.added", &subject, json!({ "after": { "name_en": name_en, "name_fr": name_fr } }))?;
    Ok(id)
}

/// Somebody sits on a committee from a day on. Sitting there already is no error; who left on that very day sits on as before.
pub fn join(act: &mut Act<'_>, committee: i64, member: i64, from: NaiveDate) -> Result<()> {
    let subject = Subject { kind: "committee", id: committee, name: store::name(act.conn, committee, Lang::En)? };
    if store::sits(act.conn, committee, member, from)? {
        return Ok(());
    }
    if !store::resume(act.conn, committee, member, from)? {
        store::insert_seat(act.conn, committee, member, from)?;
    }
    events::record(act, "committee.joined", &subject, json!({ "after": { "member_id": member, "from": from } }))?;
    Ok(())
}

/// Somebody sits on a committee no more from a day on. Not sitting there is no error.
pub fn leave(act: &mut Act<'_>, committee: i64, member: i64, on: NaiveDate) -> Result<()> {
    let subject = Subject { kind: "committee", id: committee, name: store::name(act.conn, committee, Lang::En)? };
    if store::end_seat(act.conn, committee, member, on)? {
        events::record(act, "committee.left", &subject, json!({ "after": { "member_id": member, "on": on } }))?;
    }
    Ok(())
}

/// Many people take seats: committee, member, from. For an import of people who are new, which records the one event for all.
pub fn join_all(act: &mut Act<'_>, seats: &[(i64, i64, NaiveDate)]) -> Result<()> {
    store::insert_seats(act.conn, seats)
}

/// Every committee with how many sit on it on a day, and whether `own` does.
pub fn list(conn: &mut PgConnection, day: NaiveDate, lang: Lang, own: Option<i64>) -> Result<Vec<Committee>> {
    store::list(conn, day, lang, own)
}

/// One committee and who sits on it on a day, by name.
pub fn find(
    conn: &mut PgConnection,
    id: i64,
    day: NaiveDate,
    lang: Lang,
    own: Option<i64>,
) -> Result<(Committee, Vec<Seat>)> {
    Ok((store::one(conn, id, day, lang, own)?, store::seats(conn, id, day)?))
}

/// Committees that can be chosen in a form: id and name.
pub fn options(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    store::options(conn, lang)
}

/// The committee of this name in either language, whatever the case, if there is one.
pub fn named(conn: &mut PgConnection, name: &str) -> Result<Option<i64>> {
    store::named(conn, name)
}
