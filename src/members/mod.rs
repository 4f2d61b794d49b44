//! Members: the people of the co-op, their status of each day, and how to reach them.
//!
//! The status of a day is never stored: it is the latest dated row on or before that day. A contact leaves the register only
//! for who keeps it, or where its member shares it. Nobody is ever deleted; who leaves is a former member.

pub mod pages;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

pub use rules::{Edge, Sight};
pub use store::{Line, Person, Stay};

use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::visit::{Act, Visit};
use crate::policy::Permission;

/// How many members one page lists.
pub const PAGE_ROWS: usize = 100;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Applicant,
    Auxiliary,
    Member,
    OnLeave,
    Suspended,
    Former,
}

impl Status {
    pub const ALL: [(&'static str, Self); 6] = [
        ("applicant", Self::Applicant),
        ("auxiliary", Self::Auxiliary),
        ("member", Self::Member),
        ("on_leave", Self::OnLeave),
        ("suspended", Self::Suspended),
        ("former", Self::Former),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, status)| *status == self).map_or("former", |(word, _)| word)
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, status)| *status)
    }
}

/// Somebody to be put into the register.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// The co-op's own member number; the next free one when empty.
    pub number: String,
    pub given_name: String,
    pub family_name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub language: Lang,
    pub joined_on: NaiveDate,
    pub status: Status,
}

/// What an admin may change of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = crate::schema::members, treat_none_as_null = true)]
pub struct Details {
    pub number: String,
    pub given_name: String,
    pub family_name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub language: String,
    pub joined_on: NaiveDate,
}

/// What members change of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = crate::schema::members, treat_none_as_null = true)]
pub struct OwnDetails {
    pub email: Option<String>,
    pub phone: Option<String>,
    pub language: String,
    pub email_shared: bool,
    pub phone_shared: bool,
}

/// Which members to list.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Words that must all be in the name or number; or a home's label; or digits of a phone that the viewer may see.
    pub query: String,
    /// Only this status; everybody who is not a former member when `None`.
    pub status: Option<Status>,
    pub edge: Edge,
}

/// One page of the list.
pub struct Listed {
    pub lines: Vec<Line>,
    pub has_previous: bool,
    pub has_next: bool,
}

/// How much of the register this visitor sees.
pub fn sight(visit: &Visit) -> Sight {
    if visit.may(Permission::MembersWrite) {
        Sight::Everything
    } else if visit.may(Permission::ProfileOwn) {
        Sight::Shared
    } else {
        Sight::NoContact
    }
}

// ---- reading ----

/// At most `rows` members, A to Z. Committees are named in `lang`.
pub fn list(
    conn: &mut PgConnection,
    listing: &Listing,
    sight: Sight,
    today: NaiveDate,
    lang: Lang,
    rows: usize,
) -> Result<Listed> {
    let mut lines = store::list(conn, listing, sight, today, lang, rows + 1)?;
    let more = lines.len() > rows;
    lines.truncate(rows);
    let backwards = matches!(listing.edge, Edge::Before(..));
    if backwards {
        lines.reverse();
    }
    let has_previous = if backwards { more } else { listing.edge != Edge::Start };
    let has_next = if backwards { true } else { more };
    Ok(Listed { lines, has_previous, has_next })
}

/// Whether there is nobody in the register at all.
pub fn is_empty(conn: &mut PgConnection) -> Result<bool> {
    store::is_empty(conn)
}

/// One member, as far as `sight` reaches. Neighbours do not find former members, except themselves.
pub fn find(conn: &mut PgConnection, id: i64, sight: Sight, own: Option<i64>, today: NaiveDate) -> Result<Person> {
    let mut person = store::person(conn, id, today)?;
    if own == Some(id) {
        return Ok(person);
    }
    if !sight.sees_status() && person.status == Status::Former.word() {
        return Err(Error::NotFound);
    }
    if !sight.sees_contact(person.email_shared) {
        person.email = None;
    }
    if !sight.sees_contact(person.phone_shared) {
        person.phone = None;
    }
    Ok(person)
}

/// Homes and committees of a member, now and before, newest first.
pub fn stays(conn: &mut PgConnection, id: i64, lang: Lang) -> Result<Vec<Stay>> {
    store::stays(conn, id, lang)
}

/// The statuses of a member, newest first: since when, which, why.
pub fn statuses(conn: &mut PgConnection, id: i64) -> Result<Vec<(NaiveDate, String, String)>> {
    store::statuses(conn, id)
}

pub fn details(conn: &mut PgConnection, id: i64) -> Result<(Details, i32)> {
    store::details(conn, id)
}

/// Who can be chosen in a form: id and name of everybody who is not a former member on `day`, by family name.
pub fn options(conn: &mut PgConnection, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    store::options(conn, day)
}

/// Who may vote on `day`: members and those on leave, who stay members. Not auxiliary members (Quebec, s. 52), not the
/// suspended.
pub fn electorate(conn: &mut PgConnection, day: NaiveDate) -> Result<Vec<i64>> {
    store::with_status(conn, day, &["member", "on_leave"])
}

/// The names of some members, by id.
pub fn names(conn: &mut PgConnection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    store::names(conn, ids)
}

/// What somebody was in the co-op on a day, and since when they are in the register.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    pub status: Status,
    pub joined_on: NaiveDate,
}

/// How a member stood on a day. Before their first dated status they are an applicant.
pub fn standing(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Standing> {
    store::standing(conn, member, day)
}

/// How many members there were at the end of each of some days, auxiliary members and applicants left out.
pub fn counts(conn: &mut PgConnection, days: &[NaiveDate]) -> Result<Vec<i64>> {
    store::counts(conn, days)
}

/// How many members there are, and how that came: full members, auxiliary members and applicants left out.
#[derive(Debug, Clone, Copy, QueryableByName)]
pub struct Movement {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub members: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub joined: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub gone: i64,
}

/// The members of a day, and how many of them came, and others went, since an earlier day.
pub fn movement(conn: &mut PgConnection, since: NaiveDate, day: NaiveDate) -> Result<Movement> {
    store::movement(conn, since, day)
}

/// Everybody who ever was in the register, as far as an import must know them to recognise them.
pub fn known(conn: &mut PgConnection, today: NaiveDate, lang: Lang) -> Result<Vec<store::Known>> {
    store::known(conn, today, lang)
}

pub use store::Known;

// ---- changing ----

/// Puts somebody into the register.
///
/// # Errors
/// `Invalid` on `number` when another member has it.
pub fn add(act: &mut Act<'_>, new: &NewMember) -> Result<i64> {
    let number = if new.number.is_empty() { store::next_number(act.conn)? } else { new.number.clone() };
    if store::number_is_taken(act.conn, &number, None)? {
        return Err(Error::field("number", "member-number-taken"));
    }
    let id = store::insert(act.conn, new, &number)?;
    store::put_status(act.conn, id, new.joined_on, new.status, "")?;
    let name = format!("{} {}", new.given_name, new.family_name).trim().to_owned();
    let detail = json!({ "after": { "number": number, "joined_on": new.joined_on, "status": new.status.word() } });
    events::record(act, "member.added", &Subject { kind: "member", id, name }, detail)?;
    Ok(id)
}

/// Puts many people into the register at once, for an import, which checked their numbers and records the one event for all.
pub fn add_all(act: &mut Act<'_>, new: &[NewMember]) -> Result<Vec<i64>> {
    let first: i64 = store::next_number(act.conn)?.parse().map_err(anyhow::Error::new)?;
    let given =
        new.iter().filter_map(|member| member.number.parse::<i64>().ok()).filter(|number| *number < 999_999_999);
    let next = first.max(given.max().map_or(0, |number| number + 1));
    let mut numbered = new.to_vec();
    for (number, member) in (next..).zip(numbered.iter_mut().filter(|member| member.number.is_empty())) {
        member.number = number.to_string();
    }
    store::insert_all(act.conn, &numbered)
}

/// Changes what the register says of a member. `version` is the one that was seen.
///
/// # Errors
/// `Conflict` when somebody else was quicker; `Invalid` on `number` when another member has it, on `joined_on` when a later
/// status began before it.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, details: &Details) -> Result<()> {
    let (before, current) = store::details(act.conn, id)?;
    if store::number_is_taken(act.conn, &details.number, Some(id))? {
        return Err(Error::field("number", "member-number-taken"));
    }
    if before.joined_on != details.joined_on && !store::move_first_status(act.conn, id, &before, details)? {
        return Err(Error::field("joined_on", "member-joined-too-late"));
    }
    let Some(difference) = difference(&json!(before), &json!(details)) else { return Ok(()) };
    if version != current || !store::update(act.conn, id, version, details)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    record(act, "member.changed", id, difference)
}

/// Changes what members say of themselves.
pub fn change_own(act: &mut Act<'_>, own: &OwnDetails) -> Result<()> {
    let id = act.member_id()?;
    let before = store::own_details(act.conn, id)?;
    if let Some(difference) = difference(&json!(before), &json!(own)) {
        store::update_own(act.conn, id, own)?;
        record(act, "member.changed", id, difference)?;
    }
    Ok(())
}

pub fn own_details(conn: &mut PgConnection, id: i64) -> Result<OwnDetails> {
    store::own_details(conn, id)
}

/// Gives a member another status from a day on. Who becomes a former member moves out and leaves every committee that day.
///
/// # Errors
/// `Invalid` on `status_from` when a later status is known already.
pub fn set_status(act: &mut Act<'_>, id: i64, status: Status, from: NaiveDate, reason: &str) -> Result<()> {
    let history = store::statuses(act.conn, id)?;
    let latest = history.first().cloned();
    if let Some((since, ..)) = &latest
        && from < *since
    {
        let limit = Some(since.to_string());
        let wrong = FieldError { field: "status_from".to_owned(), key: "member-status-too-early", limit };
        return Err(Error::Invalid(vec![wrong]));
    }
    store::put_status(act.conn, id, from, status, reason)?;
    if status == Status::Former {
        store::end_stays(act.conn, id, from)?;
    }
    let before = latest.map(|(_, word, _)| word);
    let detail = json!({
        "before": { "status": before },
        "after": { "status": status.word(), "from": from, "reason": reason },
    });
    record(act, "member.status_changed", id, detail)
}

/// The register as a list of lines for a spreadsheet, the whole of it, page by page.
pub fn export(act: &mut Act<'_>, listing: &Listing, sight: Sight, lang: Lang) -> Result<Vec<Line>> {
    let (mut lines, mut listing, today) = (Vec::new(), listing.clone(), act.today());
    loop {
        let listed = list(act.conn, &listing, sight, today, lang, 1_000)?;
        let last = listed.lines.last().map(|line| (line.sort_name.clone(), line.id));
        lines.extend(listed.lines);
        match last.filter(|_| listed.has_next) {
            Some((name, id)) => listing.edge = Edge::After(name, id),
            None => break,
        }
    }
    let subject = Subject { kind: "coop", id: act.coop.id.0, name: act.coop.name_en.clone() };
    let contacts = sight == Sight::Everything;
    events::record(act, "members.exported", &subject, json!({ "lines": lines.len(), "contacts": contacts }))?;
    Ok(lines)
}

fn record(act: &mut Act<'_>, kind: &str, id: i64, detail: serde_json::Value) -> Result<()> {
    let name = store::names(act.conn, &[id])?.remove(&id).ok_or(Error::NotFound)?;
    events::record(act, kind, &Subject { kind: "member", id, name }, detail)?;
    Ok(())
}

/// How to reach one member, whatever they share: for those who keep the register.
#[derive(Debug, Clone)]
pub struct Contact {
    pub name: String,
    pub email: Option<String>,
    pub language: Lang,
}

/// The name, address and language of a member.
///
/// # Errors
/// `NotFound` when there is none of this id.
pub fn contact(conn: &mut PgConnection, id: i64) -> Result<Contact> {
    store::contact(conn, id)
}
