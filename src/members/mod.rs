//! Members: the people of the co-op, their status of each day, and how to reach them.
//!
//! The status of a day is never stored: it is the latest dated row on or before that day. A contact leaves the register only
//! for who keeps it, or where its member shares it. Nobody is ever deleted; who leaves is a former member.

pub mod api;
mod departures;
mod details;
mod ledger;
pub mod merging;
pub mod pages;
pub mod photos;
pub mod rules;
pub mod shares;
pub mod slice;
mod store;
pub mod taking_back;
#[cfg(test)]
mod tests;
mod treasury;
pub mod undoing;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

pub use departures::{Lost, Outlook, ends_with_them, follow, must_be_here, outlook};
pub use details::{
    About, Details, Own, OwnDetails, Phone, Whole, add, add_all, add_who_left, change, change_own, change_whole,
    give_phones, joined_unknown, own, set_email, whole,
};
pub use ledger::{Change, Correction, believe_status, change_status, correct_status, set_status, statuses, told_of};
pub use rules::rights::{Limits, Reason, Rights, rights};
pub use rules::{SeenBy, Sight};
pub use store::{Alike, Gone, Hangs, Line, Person, Stay, Step};
pub use treasury::note_arrears;

use crate::platform::asked_day::AskedDay;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, EventKind, Subject};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::listing::{Edge, Listed, Window};
use crate::platform::sql::row;
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

/// Which members to list.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Words that must all be in the name or number; or a home's label; or digits of a phone that the viewer may see.
    pub query: String,
    /// Only this status; everybody who is not a former member when `None`.
    pub status: Option<Status>,
    /// Only who sits on this committee.
    pub committee: Option<i64>,
    /// Only names that begin with this letter, folded.
    pub letter: Option<String>,
    /// The day it is about, where that is not today.
    pub on: Option<NaiveDate>,
    pub window: Window,
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

/// The day that a list is asked for by `?on=`: today, or another for who keeps or checks the register.
///
/// # Errors
/// `Forbidden` for others.
pub fn asked_day(visit: &Visit, query: &Form) -> Result<AskedDay> {
    if !query.value("on").is_empty() && sight(visit) == Sight::Shared {
        return Err(Error::Forbidden);
    }
    Ok(AskedDay::of(visit, query))
}

// ---- reading ----

/// At most `rows` members, of today or of the day that the listing asks for: with the status, homes and committees of that
/// day, under the names of today. Committees are named in `lang`.
pub fn list(
    conn: &mut PgConnection,
    listing: &Listing,
    sight: Sight,
    today: NaiveDate,
    lang: Lang,
    rows: usize,
) -> Result<Listed<Line>> {
    let lines = store::list(conn, listing, sight, listing.on.unwrap_or(today), lang, rows + 1)?;
    Ok(listing.window.page(lines, rows))
}

/// How many a listing has in all, as far as they are counted, and the first letters of their names.
pub fn extent(
    conn: &mut PgConnection,
    listing: &Listing,
    sight: Sight,
    today: NaiveDate,
) -> Result<(i64, Vec<String>)> {
    store::extent(conn, listing, sight, listing.on.unwrap_or(today))
}

/// The committees that a list can be narrowed to.
pub fn committees(conn: &mut PgConnection, lang: Lang) -> Result<Vec<(i64, String)>> {
    store::committees(conn, lang)
}

/// Whether there is nobody in the register at all.
pub fn is_empty(conn: &mut PgConnection) -> Result<bool> {
    store::is_empty(conn)
}

/// Who looks at somebody's page.
#[derive(Debug, Clone, Copy)]
pub struct Eye {
    pub sight: Sight,
    /// The member who looks, if it is one.
    pub own: Option<i64>,
    pub account: Option<i64>,
}

impl Eye {
    pub fn of(visit: &Visit) -> Self {
        let viewer = visit.viewer.as_ref();
        Self {
            sight: sight(visit),
            own: viewer.and_then(|viewer| viewer.member_id),
            account: viewer.map(|viewer| viewer.account_id),
        }
    }
}

/// One member, as far as whoever looks may see. Neighbours do not find former members, except themselves.
pub fn find(conn: &mut PgConnection, id: i64, eye: Eye, today: NaiveDate) -> Result<Person> {
    let mut person = store::person(conn, id, eye, today)?;
    if eye.own == Some(id) {
        if eye.sight != Sight::Everything {
            person.notes.clear();
        }
        return Ok(person);
    }
    if !eye.sight.sees_status() && person.status == Status::Former.word() {
        return Err(Error::NotFound);
    }
    person.hide_from(eye.sight);
    Ok(person)
}

/// Homes and committees of a member, now and before, newest first.
pub fn stays(conn: &mut PgConnection, id: i64, lang: Lang) -> Result<Vec<Stay>> {
    store::stays(conn, id, lang)
}

/// Who can be chosen in a form: id and name of everybody who is not a former member on `day`, by family name.
pub fn options(conn: &mut PgConnection, day: NaiveDate) -> Result<Vec<(i64, String)>> {
    store::options(conn, day)
}

/// The same as the choices of a field, the first of which stands for nobody, in these words.
pub fn choices(conn: &mut PgConnection, day: NaiveDate, nobody: String) -> Result<Vec<(String, String)>> {
    let people = store::options(conn, day)?.into_iter().map(|(id, name)| (id.to_string(), name));
    Ok(std::iter::once((String::new(), nobody)).chain(people).collect())
}

/// Somebody of the co-op and their vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VotingRight {
    pub member: i64,
    /// What stands in the way; nothing means that they may vote.
    pub why: Vec<Reason>,
    /// Whether their status let them vote on the day of record.
    pub on_record: bool,
}

/// The vote of everybody who is in the co-op on `day`, applicants left out, and whether they had one on the day of record.
pub fn voting_rights(conn: &mut PgConnection, day: NaiveDate, record: NaiveDate) -> Result<Vec<VotingRight>> {
    let of = |stood: store::Stood| VotingRight {
        member: stood.id,
        why: rights(stood.status, stood.owes, &stood.limits).vote,
        on_record: rights(stood.then, false, &stood.limits).vote.is_empty(),
    };
    Ok(store::standings(conn, day, record)?.into_iter().map(of).collect())
}

/// Who could be the same person as somebody new, for who enters them to look at.
pub fn alike(conn: &mut PgConnection, new: &NewMember, today: NaiveDate) -> Result<Vec<Alike>> {
    store::alike(conn, new, today)
}

/// The names of some members, by id.
pub fn names(conn: &mut PgConnection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    store::names(conn, ids)
}

/// The name of a member.
///
/// # Errors
/// `NotFound` when there is none of this id.
pub fn name(conn: &mut PgConnection, id: i64) -> Result<String> {
    store::names(conn, &[id])?.remove(&id).ok_or(Error::NotFound)
}

/// What stands where the name of a member stood who was taken out.
pub fn sign(id: i64) -> String {
    format!("№ {id}")
}

/// The names of some members in the order of lists, with their ids.
pub fn names_in_order(conn: &mut PgConnection, ids: &[i64]) -> Result<Vec<(i64, String)>> {
    store::names_in_order(conn, ids)
}

/// What somebody was in the co-op on a day, and since when they are in the register.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    pub status: Status,
    pub joined_on: NaiveDate,
    /// When that status was entered, where it is known.
    pub entered_at: Option<DateTime<Utc>>,
}

/// Why a member is not on a roll that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// What they were on that day has no vote.
    Status(Status),
    /// They were entered as what they were on that day only later.
    EnteredLater,
    /// Something was owed. For the member's own eyes alone.
    Owed,
}

/// How somebody stood on a day, and why they are not on a roll that was taken then, at `at`, by the rules as they are.
pub fn absence(conn: &mut PgConnection, member: i64, day: NaiveDate, at: DateTime<Utc>) -> Result<(Standing, Absence)> {
    let (standing, limits) = store::standing(conn, member, day)?;
    let absence = match rights(standing.status, false, &limits).vote.is_empty() {
        false => Absence::Status(standing.status),
        true if limits.arrears_bars_vote && standing.entered_at.is_none_or(|entered| entered <= at) => Absence::Owed,
        true => Absence::EnteredLater,
    };
    Ok((standing, absence))
}

/// How a member stood on a day. Before their first dated status they are an applicant.
pub fn standing(conn: &mut PgConnection, member: i64, day: NaiveDate) -> Result<Standing> {
    Ok(store::standing(conn, member, day)?.0)
}

/// What stands in the way of a seat on the board that begins on a day; nothing means that they may sit. What is owed counts only
/// with `owed`: nobody knows what was owed on a day in the past.
pub fn may_stand(conn: &mut PgConnection, member: i64, day: NaiveDate, owed: bool) -> Result<Vec<Reason>> {
    let (standing, limits) = store::standing(conn, member, day)?;
    let owes = owed && store::owes(conn, member)?;
    Ok(rights(standing.status, owes, &limits).stand)
}

/// How many members there were at the end of each of some days, auxiliary members and applicants left out.
pub fn counts(conn: &mut PgConnection, days: &[NaiveDate]) -> Result<Vec<i64>> {
    store::counts(conn, days)
}

row! {
    /// How many members there are, and how that came: full members, auxiliary members and applicants left out.
    #[derive(Debug, Clone, Copy)]
    pub struct Movement {
        pub members: i64,
        pub joined: i64,
        pub gone: i64,
    }
}

/// The members of a day, and how many of them came, and others went, since an earlier day.
pub fn movement(conn: &mut PgConnection, since: NaiveDate, day: NaiveDate) -> Result<Movement> {
    store::movement(conn, since, day)
}

/// Former members who left that many months ago or earlier and still have a name, those who left first in front. At most `limit`.
pub fn gone_for(conn: &mut PgConnection, months: i32, today: NaiveDate, limit: i64) -> Result<Vec<Gone>> {
    store::gone_for(conn, months, today, limit)
}

/// Everybody who ever was in the register, as far as an import must know them to recognise them.
pub fn known(conn: &mut PgConnection, today: NaiveDate, lang: Lang) -> Result<Vec<store::Known>> {
    store::known(conn, today, lang)
}

pub use store::Known;

// ---- changing ----

/// The register as a list of lines for a file, the whole of it, page by page.
pub fn all(
    conn: &mut PgConnection,
    listing: &Listing,
    sight: Sight,
    today: NaiveDate,
    lang: Lang,
) -> Result<Vec<Line>> {
    let (mut lines, mut listing) = (Vec::new(), listing.clone());
    listing.window.edge = Edge::Start;
    loop {
        let listed = list(conn, &listing, sight, today, lang, 1_000)?;
        let last = listed.lines.last().map(|line| (line.place.clone(), line.id));
        lines.extend(listed.lines);
        match last.filter(|_| listed.has_next) {
            Some((place, id)) => listing.window.edge = Edge::After(place, id),
            None => return Ok(lines),
        }
    }
}

fn record(act: &mut Act<'_>, kind: &'static EventKind, id: i64, detail: serde_json::Value) -> Result<()> {
    let name = name(act.conn, id)?;
    events::record(act, kind, &Subject { id, name }, detail)?;
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
