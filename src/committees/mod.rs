//! Committees: who looks after what, who sits on them, who leads them.
//!
//! A seat is dated. The day of leaving is the first on which it is over; a seat given back on the day it was taken never was.
//! A lead is dated too, and within a seat. Whoever leads a committee manages that one and nothing else (`leading::power`); who
//! keeps the register manages all. A committee that is closed is kept for the past.

mod departing;
mod leading;
pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

pub use leading::{candidates, end_lead, must_manage, name_lead, power, put_in, put_in_all, take_out};
pub use store::{Committee, PastSeat, Seat, Teammate};

use store::departing::Span;

use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;
use crate::policy::Permission;

/// A committee as it is written down.
#[derive(Debug, Clone, Serialize, PartialEq, Eq, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = crate::schema::committees)]
pub struct Words {
    pub name_en: String,
    pub name_fr: String,
    /// What it looks after.
    pub mandate_en: String,
    pub mandate_fr: String,
    /// Whether a lead looks at what was done, before its hours count.
    pub approves: bool,
}

/// Adds a committee, named in both languages.
///
/// # Errors
/// `Invalid` when another committee has one of the names.
pub fn add(act: &mut Act<'_>, name_en: &str, name_fr: &str) -> Result<i64> {
    refuse_taken(act, None, name_en, name_fr)?;
    let id = store::insert(act.conn, name_en, name_fr, act.today())?;
    let subject = Subject { id, name: name_en.to_owned() };
    events::record(
        act,
        &slice::COMMITTEE_ADDED,
        &subject,
        json!({ "after": { "name_en": name_en, "name_fr": name_fr } }),
    )?;
    Ok(id)
}

fn refuse_taken(act: &mut Act<'_>, own: Option<i64>, name_en: &str, name_fr: &str) -> Result<()> {
    for (field, name) in [("committee_name_en", name_en), ("committee_name_fr", name_fr)] {
        if store::named(act.conn, name)?.is_some_and(|found| Some(found) != own) {
            return Err(Error::field(field, "committee-name-taken"));
        }
    }
    Ok(())
}

/// Changes what a committee looks after, and for who keeps the register also its names.
///
/// # Errors
/// `Forbidden` for whoever does not manage it, or changes a name without keeping the register; `Conflict` when somebody else
/// changed it meanwhile; `Invalid` when another committee has one of the names.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, words: &Words) -> Result<()> {
    let power = leading::must_manage(act, id)?;
    let before = store::words(act.conn, id)?;
    if !power.keeps_register && (&words.name_en, &words.name_fr) != (&before.name_en, &before.name_fr) {
        return Err(Error::Forbidden);
    }
    refuse_taken(act, Some(id), &words.name_en, &words.name_fr)?;
    let Some(difference) = difference(&json!(before), &json!(words)) else { return Ok(()) };
    if !store::update(act.conn, id, version, words)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let subject = Subject { id, name: words.name_en.clone() };
    events::record(act, &slice::COMMITTEE_CHANGED, &subject, difference)?;
    Ok(())
}

/// Closes a committee: from that day on nobody sits on it or leads it, and its open tasks are the co-op's. It is kept for the past.
///
/// # Errors
/// `Invalid` on `closed_on` when the day is still to come or before the committee was formed; `Conflict` when it is closed already.
pub fn close(act: &mut Act<'_>, id: i64, on: NaiveDate) -> Result<()> {
    if !act.may(Permission::MembersWrite) {
        return Err(Error::Forbidden);
    }
    let subject = subject(act, id)?;
    let life = store::life(act.conn, id)?;
    if life.closed_on.is_some() {
        return Err(Error::Conflict("conflict-committee-closed"));
    }
    if on > act.today() {
        return Err(Error::field("closed_on", "wrong-future"));
    }
    if life.formed_on.is_some_and(|formed| on <= formed) {
        return Err(Error::field("closed_on", "committee-formed-later"));
    }
    store::set_closed(act.conn, id, Some(on))?;
    let left = store::departing::of_committee(act.conn, Span::Seat, id, on)?.len();
    events::record(act, &slice::COMMITTEE_CLOSED, &subject, json!({ "after": { "on": on, "left": left } }))?;
    let mut ended = Vec::new();
    for (kind, all) in [
        ("lead", departing::of_committee(act, Span::Lead, id, on)?),
        ("seat", departing::of_committee(act, Span::Seat, id, on)?),
    ] {
        ended.extend(all.into_iter().map(|what| json!({ "kind": kind, "what": what })));
    }
    for slice in act.state.slices {
        let Some(closing) = &slice.closing else { continue };
        ended.extend((closing.end)(act, id)?.into_iter().map(|what| json!({ "kind": slice.name, "what": what })));
    }
    store::departing::set_closing(act.conn, id, ended)
}

/// Opens a closed committee again: as it was, but for what changed meanwhile. How much of it could not be given back.
pub fn reopen(act: &mut Act<'_>, id: i64) -> Result<i64> {
    if !act.may(Permission::MembersWrite) {
        return Err(Error::Forbidden);
    }
    let subject = subject(act, id)?;
    let Some(on) = store::life(act.conn, id)?.closed_on else { return Ok(0) };
    store::set_closed(act.conn, id, None)?;
    events::record(act, &slice::COMMITTEE_REOPENED, &subject, json!({}))?;
    let mut lost = 0;
    for one in store::departing::closing(act.conn, id)?.as_array().into_iter().flatten().rev() {
        let back = match one["kind"].as_str() {
            Some("lead") => departing::restore(act, Span::Lead, on, &one["what"])?,
            Some("seat") => departing::restore(act, Span::Seat, on, &one["what"])?,
            of => {
                let slice = act.state.slices.iter().find(|slice| of == Some(slice.name));
                match slice.and_then(|slice| slice.closing.as_ref()) {
                    Some(closing) => (closing.restore)(act, id, &one["what"])?,
                    None => false,
                }
            }
        };
        lost += i64::from(!back);
    }
    store::departing::set_closing(act.conn, id, Vec::new())?;
    Ok(lost)
}

/// Somebody sits on a committee from a day on; until they leave the co-op, where that is known. Sitting there already is no error;
/// who left on that very day sits on as before.
///
/// # Errors
/// `Invalid` on `seat_member` when they have left the co-op by then.
pub fn join(act: &mut Act<'_>, committee: i64, member: i64, from: NaiveDate) -> Result<()> {
    let subject = subject(act, committee)?;
    if store::sits(act.conn, committee, member, from)? {
        return Ok(());
    }
    members::must_be_here(act.conn, member, from, "seat_member")?;
    if !store::resume(act.conn, committee, member, from)? {
        store::insert_seat(act.conn, committee, member, from)?;
    }
    events::record(act, &slice::COMMITTEE_JOINED, &subject, json!({ "after": { "member_id": member, "from": from } }))?;
    members::ends_with_them(act, member)
}

/// Somebody sits on a committee no more from a day on, and leads it no more. Not sitting there is no error.
pub fn leave(act: &mut Act<'_>, committee: i64, member: i64, on: NaiveDate) -> Result<()> {
    let subject = subject(act, committee)?;
    let led = store::end_lead(act.conn, committee, member, on)?;
    if store::end_seat(act.conn, committee, member, on)? {
        let detail = json!({ "after": { "member_id": member, "on": on, "led": led } });
        events::record(act, &slice::COMMITTEE_LEFT, &subject, detail)?;
    }
    Ok(())
}

/// Many people take seats: committee, member, from. For an import of people who are new.
pub fn join_all(act: &mut Act<'_>, seats: &[(i64, i64, NaiveDate)]) -> Result<()> {
    store::insert_seats(act.conn, seats)?;
    let mut names: HashMap<i64, String> = HashMap::new();
    for (committee, ..) in seats {
        if let Entry::Vacant(place) = names.entry(*committee) {
            place.insert(subject(act, *committee)?.name);
        }
    }
    let told = seats.iter().map(|(committee, member, from)| {
        let subject = Subject { id: *committee, name: names.get(committee).cloned().unwrap_or_default() };
        (subject, json!({ "after": { "member_id": member, "from": from } }))
    });
    events::record_all(act, &slice::COMMITTEE_JOINED, told.collect())
}

fn subject(act: &mut Act<'_>, id: i64) -> Result<Subject> {
    Ok(Subject { id, name: store::words(act.conn, id)?.name_en })
}

/// Every committee of a day with how many sit on it then, who leads it, and whether `own` sits there. Closed ones come last.
pub fn list(conn: &mut PgConnection, day: NaiveDate, lang: Lang, own: Option<i64>) -> Result<Vec<Committee>> {
    store::list(conn, day, lang, own)
}

/// One committee and who sits on it on a day, those who lead it first, then by name.
pub fn find(
    conn: &mut PgConnection,
    id: i64,
    day: NaiveDate,
    lang: Lang,
    own: Option<i64>,
) -> Result<(Committee, Vec<Seat>)> {
    Ok((store::one(conn, id, day, lang, own)?, store::seats(conn, id, day)?))
}

/// Who sat on a committee and does not on a day, the latest first.
pub fn past_seats(conn: &mut PgConnection, id: i64, day: NaiveDate) -> Result<Vec<PastSeat>> {
    store::past_seats(conn, id, day)
}

/// A committee as it is written down, and the version of that.
pub fn words(conn: &mut PgConnection, id: i64) -> Result<(Words, i32)> {
    Ok((store::words(conn, id)?, store::life(conn, id)?.version))
}

/// Everybody who sits today on a committee that `lead` leads today, by name.
pub fn team(conn: &mut PgConnection, lead: i64, day: NaiveDate) -> Result<Vec<Teammate>> {
    store::team(conn, lead, day)
}

/// Whether somebody sits on a committee on a day.
pub fn sits(conn: &mut PgConnection, committee: i64, member: i64, day: NaiveDate) -> Result<bool> {
    store::sits(conn, committee, member, day)
}

/// Committees that can be chosen in a form: id and name. Closed ones cannot.
pub fn options(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    store::options(conn, lang)
}

/// The committee of this name in either language, whatever the case, if there is one.
pub fn named(conn: &mut PgConnection, name: &str) -> Result<Option<i64>> {
    store::named(conn, name)
}
