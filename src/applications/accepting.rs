//! Acceptance: a request from outside becomes a member and may move in at once; a transfer goes on to the move of its home.
//!
//! Nothing is typed twice, and nobody is taken for somebody else: where the register has a person of the same name, address or
//! phone, whoever accepts says whether it is them.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::slice;
use super::{Alike, Kind, Line, Step, Whole, enter, find, named, record, store};
use crate::members::{self, NewMember, Status};
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;
use crate::units;

/// Somebody of a request who would become a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub given_name: String,
    pub family_name: String,
    /// The first one's.
    pub email: Option<String>,
    pub phone: Option<String>,
}

impl Person {
    pub fn phone_digits(&self) -> String {
        self.phone.iter().flat_map(|phone| phone.chars()).filter(char::is_ascii_digit).collect()
    }

    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name).trim().to_owned()
    }
}

/// What was decided.
#[derive(Debug, Clone)]
pub struct Acceptance {
    pub on: NaiveDate,
    pub reason: String,
    /// What the new members are from that day on.
    pub status: Status,
    /// The home they get, and from when.
    pub home: Option<(i64, NaiveDate)>,
    /// For each person, in the order of `people`: leave out, or new, or a member already.
    pub who: Vec<Who>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Nobody said so yet; good enough where the register has nobody like them.
    Unsaid,
    New,
    Known(i64),
}

/// Where to go on.
#[derive(Debug, Clone)]
pub enum Accepted {
    Member(i64),
    /// The home that is left, the one that is given, from when, and who moves.
    Move {
        from: i64,
        to: i64,
        on: NaiveDate,
        people: Vec<i64>,
    },
}

/// The people of a request from outside: who asks, and the other adults.
pub fn people(whole: &Whole) -> Vec<Person> {
    let first = Person {
        given_name: whole.given_name.clone(),
        family_name: whole.family_name.clone(),
        email: whole.email.clone(),
        phone: whole.phone.clone(),
    };
    let other = |line: &str| {
        let (family, given) = line.split_once(',').unwrap_or((line, ""));
        let (given_name, family_name) = (given.trim().to_owned(), family.trim().to_owned());
        Person { given_name, family_name, email: None, phone: None }
    };
    let others = whole.other_adults.lines().filter(|line| !line.trim().is_empty()).map(other);
    std::iter::once(first).chain(others).collect()
}

/// Members who may be one of these people.
pub fn alike(conn: &mut PgConnection, people: &[Person], day: NaiveDate) -> Result<Vec<Alike>> {
    store::alike(conn, people, day)
}

/// Accepts a request.
///
/// # Errors
/// As `enter`, on `accepted_on`; `Invalid` on `same_as_N` when nobody said whether person N is a member already; on `home` when a
/// transfer names none; on `moved_in_on` when they live there already.
pub fn accept(act: &mut Act<'_>, id: i64, decision: &Acceptance) -> Result<Accepted> {
    let (line, whole) = find(act.conn, id)?;
    enter(act, id, Step::Accepted, decision.on, &decision.reason)
        .map_err(|error| named(named(error, "step_on", "accepted_on"), "step", "accepted_on"))?;
    match line.kind() {
        Kind::Transfer => transfer(act, &line, &whole, decision),
        Kind::Outside => welcome(act, id, &whole, decision),
    }
}

fn transfer(act: &mut Act<'_>, line: &Line, whole: &Whole, decision: &Acceptance) -> Result<Accepted> {
    let (to, on) = decision.home.ok_or_else(|| Error::field("home", "wrong-choice"))?;
    let (member, from) = whole.member_id.zip(line.unit_id).ok_or(Error::NotFound)?;
    if to == from {
        return Err(Error::field("home", "wrong-same-home"));
    }
    units::find(act.conn, to)?;
    store::accepted(act.conn, line.id, member, Some(to))?;
    let people = store::household(act.conn, member, from, act.today())?;
    Ok(Accepted::Move { from, to, on, people })
}

fn welcome(act: &mut Act<'_>, id: i64, whole: &Whole, decision: &Acceptance) -> Result<Accepted> {
    let mut first = None;
    let people = people(whole);
    let alike = alike(act.conn, &people, act.today())?;
    for (place, person) in people.iter().enumerate() {
        let known: Vec<&Alike> = alike.iter().filter(|one| one.place == place as i64).collect();
        let member = member_of(act, person, &known, place, whole, decision)?;
        if let Some((unit, from)) = decision.home {
            units::move_in(act, unit, member, from).map_err(|error| named(error, "occupant_id", "moved_in_on"))?;
        }
        first = first.or(Some(member));
    }
    let member = first.ok_or(Error::NotFound)?;
    store::accepted(act.conn, id, member, decision.home.map(|(unit, _)| unit))?;
    record(act, &slice::APPLICATION_BECAME_MEMBER, id, json!({ "after": { "member_id": member } }))?;
    Ok(Accepted::Member(member))
}

/// The member that a person is from now on.
fn member_of(
    act: &mut Act<'_>,
    person: &Person,
    known: &[&Alike],
    place: usize,
    whole: &Whole,
    decision: &Acceptance,
) -> Result<i64> {
    let field = format!("same_as_{place}");
    match decision.who.get(place).copied().unwrap_or(Who::Unsaid) {
        Who::Unsaid if !known.is_empty() => Err(Error::field(&field, "wrong-application-same")),
        Who::Known(id) => {
            let known =
                known.iter().find(|known| known.id == id).ok_or_else(|| Error::field(&field, "wrong-choice"))?;
            if known.status != decision.status.word() {
                members::set_status(act, id, decision.status, decision.on, "").map_err(|error| {
                    named(named(error, "status_from", "accepted_on"), "member_status", "admitted_as")
                })?;
            }
            Ok(id)
        }
        Who::Unsaid | Who::New => {
            let new = NewMember {
                number: String::new(),
                given_name: person.given_name.clone(),
                family_name: person.family_name.clone(),
                email: person.email.clone(),
                phone: person.phone.clone(),
                language: Lang::parse(&whole.language).unwrap_or(Lang::En),
                joined_on: decision.on,
                status: decision.status,
            };
            members::add(act, &new)
        }
    }
}
