//! Applications (shown as the waiting list): who asks for a home, from outside or from within, and what came of it.
//!
//! The state of an application is its latest dated step, never stored beside it. Only who keeps the list sees any of it. Events name
//! an application by its number alone: an event stays for ever, an applicant must be forgotten some day. Once somebody is a member,
//! the register has their details and the application keeps none.

mod accepting;
pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::{Months, NaiveDate};
use diesel::prelude::*;
use serde_json::{Value, json};

pub use accepting::{Acceptance, Accepted, Person, Who, accept, alike, people};
pub use rules::{Candidate, Home, Kind, Obstacle, Rule, State, Step};
pub use store::{Alike, Interview, Line, Stepped, Whole};

use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, EventKind, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::listing::{Edge, Listed, Order, Window};
use crate::platform::visit::Act;
use crate::units::{self, Unit};

/// How many requests one page lists, and the most that are weighed for one home.
pub const PAGE_ROWS: usize = 50;
const OPEN_MAX: usize = 5_000;

/// What is known of a request, or to be known of a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewApplication {
    pub kind: Kind,
    pub given_name: String,
    pub family_name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub language: Lang,
    /// The other adults, one a line: "Family name, given name".
    pub other_adults: String,
    pub adults: i32,
    pub children: i32,
    /// Who asks for a transfer, and the home they would leave.
    pub member_id: Option<i64>,
    pub unit_id: Option<i64>,
    pub bedrooms_min: Option<i32>,
    pub bedrooms_max: Option<i32>,
    pub accessible: bool,
    pub remarks: String,
    /// How the request came.
    pub source: String,
    pub received_on: NaiveDate,
    /// The day of the complete form.
    pub complete_on: Option<NaiveDate>,
}

/// Which of them to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    #[default]
    Open,
    In(State),
    All,
}

#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub wanted: Wanted,
    pub kind: Option<Kind>,
    /// Those who could do with so many bedrooms.
    pub bedrooms: Option<i32>,
    /// Words that must all be in the name, the number or the home.
    pub query: String,
}

/// What was said at an interview.
#[derive(Debug, Clone)]
pub struct NewInterview {
    pub on: NaiveDate,
    pub present: String,
    pub notes: String,
}

// ---- reading ----

/// A page of the list, usually by date of the complete form; those without one last.
pub fn list(conn: &mut PgConnection, filter: &Filter, window: &Window) -> Result<Listed<Line>> {
    Ok(window.page(store::list(conn, filter, window, PAGE_ROWS + 1)?, PAGE_ROWS))
}

/// How many it has in all, as far as they are counted.
pub fn count(conn: &mut PgConnection, filter: &Filter) -> Result<i64> {
    store::count(conn, filter)
}

/// The list for a file.
pub fn all(conn: &mut PgConnection, filter: &Filter, order: Order) -> Result<Vec<Line>> {
    store::list(conn, filter, &Window { order, edge: Edge::Start }, OPEN_MAX)
}

/// One application: its line, and everything else.
///
/// # Errors
/// `NotFound` when there is none of this id.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<(Line, Whole)> {
    Ok((store::line(conn, id)?, store::whole(conn, id)?))
}

/// What happened to it, oldest first.
pub fn steps(conn: &mut PgConnection, id: i64) -> Result<Vec<Stepped>> {
    store::steps(conn, id)
}

pub fn interviews(conn: &mut PgConnection, id: i64) -> Result<Vec<Interview>> {
    store::interviews(conn, id)
}

pub fn rule(conn: &mut PgConnection) -> Result<Rule> {
    store::rule(conn)
}

/// Who is next for a home.
pub struct Next {
    pub unit: Unit,
    pub rule: Rule,
    /// Those who fit, in order.
    pub fitting: Vec<Line>,
    /// The others who wait, and why not.
    pub others: Vec<(Line, Vec<Obstacle>)>,
}

/// Weighs every open request against a home.
///
/// # Errors
/// `NotFound` when there is no such home, or nobody lives in its kind.
pub fn next_for(conn: &mut PgConnection, unit: i64, day: NaiveDate) -> Result<Next> {
    let unit = units::find(conn, unit)?;
    if !unit.is_dwelling() {
        return Err(Error::NotFound);
    }
    let home = Home {
        id: unit.id,
        bedrooms: unit.bedrooms,
        occupants_min: unit.occupants_min,
        occupants_max: unit.occupants_max,
        accessible: unit.accessible,
    };
    let rule = store::rule(conn)?;
    let open = store::list(conn, &Filter::default(), &Window::default(), OPEN_MAX)?;
    let last = store::last_given(conn, &home)?;
    let (mut candidates, mut others, mut lines) = (Vec::new(), Vec::new(), HashMap::new());
    for line in open {
        let candidate = line.candidate();
        let why = rules::obstacles(&candidate, &home, &rule, day);
        if why.is_empty() {
            lines.insert(line.id, line);
            candidates.push(candidate);
        } else {
            others.push((line, why));
        }
    }
    let ordered = rules::order(candidates, rule.transfers, last);
    let fitting = ordered.iter().filter_map(|candidate| lines.remove(&candidate.id)).collect();
    Ok(Next { unit, rule, fitting, others })
}

// ---- changing ----

fn record(act: &mut Act<'_>, kind: &'static EventKind, id: i64, detail: Value) -> Result<()> {
    events::record(act, kind, &Subject { id, name: format!("№ {id}") }, detail)?;
    Ok(())
}

/// Checks what both forms ask, and completes a transfer with the home that is left.
fn completed(act: &mut Act<'_>, new: &NewApplication, id: Option<i64>) -> Result<NewApplication> {
    let today = act.today();
    if new.received_on > today {
        return Err(Error::field("received_on", "wrong-application-future"));
    }
    if new.complete_on.is_some_and(|day| day < new.received_on || day > today) {
        return Err(Error::field("complete_on", "wrong-application-complete"));
    }
    let mut new = new.clone();
    if new.kind == Kind::Transfer {
        let member = new.member_id.ok_or_else(|| Error::field("transfer_member", "wrong-choice"))?;
        members::names(act.conn, &[member])?
            .remove(&member)
            .ok_or_else(|| Error::field("transfer_member", "wrong-choice"))?;
        if store::open_transfer(act.conn, member, id)?.is_some() {
            return Err(Error::field("transfer_member", "wrong-application-open"));
        }
        // A parking space is nobody's present home.
        let homes = store::dwellings_of(act.conn, member, today)?;
        let home = homes.iter().find(|home| Some(**home) == new.unit_id).or(homes.first());
        new.unit_id = Some(*home.ok_or_else(|| Error::field("transfer_member", "wrong-application-no-home"))?);
    }
    Ok(new)
}

/// Puts a request on the list.
///
/// # Errors
/// `Invalid` on the days when they are in the future or in the wrong order; on `transfer_member` when that member lives nowhere
/// here or asks already.
pub fn add(act: &mut Act<'_>, new: &NewApplication) -> Result<i64> {
    let new = completed(act, new, None)?;
    let id = store::insert(act.conn, &new)?;
    record(act, &slice::APPLICATION_RECEIVED, id, json!({ "after": told(&new) }))?;
    Ok(id)
}

/// Changes what is known of a request. `version` is the one that was seen.
///
/// # Errors
/// As for `add`; `Conflict` when somebody else was quicker, or when it is decided: what was decided upon stays as it was.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, new: &NewApplication) -> Result<()> {
    store::lock(act.conn, id)?;
    let (line, whole) = find(act.conn, id)?;
    if !line.state().is_open() {
        return Err(Error::Conflict("conflict-application-decided"));
    }
    let before = as_entered(&line, &whole);
    let new = completed(act, &NewApplication { kind: line.kind(), ..new.clone() }, Some(id))?;
    let mut detail = difference(&told(&before), &told(&new)).unwrap_or_else(|| json!({ "before": {}, "after": {} }));
    if before == new {
        return Ok(());
    }
    if private(&before) != private(&new) {
        detail["before"]["contact"] = "…".into();
        detail["after"]["contact"] = "…".into();
    }
    if version != whole.version || !store::update(act.conn, id, version, &new)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    record(act, &slice::APPLICATION_CHANGED, id, detail)
}

/// An application as its form has it.
pub fn as_entered(line: &Line, whole: &Whole) -> NewApplication {
    NewApplication {
        kind: line.kind(),
        given_name: whole.given_name.clone(),
        family_name: whole.family_name.clone(),
        email: whole.email.clone(),
        phone: whole.phone.clone(),
        language: Lang::parse(&whole.language).unwrap_or(Lang::En),
        other_adults: whole.other_adults.clone(),
        adults: line.adults,
        children: line.children,
        member_id: whole.member_id,
        unit_id: line.unit_id,
        bedrooms_min: line.bedrooms_min,
        bedrooms_max: line.bedrooms_max,
        accessible: line.accessible,
        remarks: whole.remarks.clone(),
        source: whole.source.clone(),
        received_on: line.received_on,
        complete_on: line.complete_on,
    }
}

/// What an event may say of a request for ever: nothing that names somebody.
fn told(new: &NewApplication) -> Value {
    json!({
        "kind": new.kind.word(), "adults": new.adults, "children": new.children, "bedrooms_min": new.bedrooms_min,
        "bedrooms_max": new.bedrooms_max, "received_on": new.received_on, "complete_on": new.complete_on,
    })
}

/// What it may not say, so that a change can still be told.
fn private(new: &NewApplication) -> impl PartialEq + '_ {
    (
        (&new.given_name, &new.family_name, &new.email, &new.phone, new.language, &new.other_adults),
        (new.member_id, new.unit_id, new.accessible, &new.remarks, &new.source),
    )
}

/// Enters what happened to a request on a day.
///
/// # Errors
/// `Invalid` on `step` when it cannot follow, on `step_on` when the day is in the future or before the last step, on `step_reason`
/// when a refusal gives none.
pub fn enter(act: &mut Act<'_>, id: i64, step: Step, on: NaiveDate, reason: &str) -> Result<()> {
    store::lock(act.conn, id)?;
    let line = store::line(act.conn, id)?;
    let last = store::steps(act.conn, id)?.last().map_or(line.received_on, |last| last.on_date);
    if !step.may_follow(line.state()) {
        return Err(Error::field("step", "wrong-application-step"));
    }
    if on < last || on > act.today() {
        return Err(Error::field("step_on", "wrong-application-step-day"));
    }
    if step == Step::Refused && reason.is_empty() {
        return Err(Error::field("step_reason", "wrong-required"));
    }
    store::insert_step(act.conn, id, step, on, reason, (act.viewer.map(|viewer| viewer.account_id), act.now))?;
    let detail = json!({ "before": { "status": line.state }, "after": { "status": step.word(), "on": on } });
    record(act, &slice::APPLICATION_STEP, id, detail)
}

/// Writes down an interview. Who waited for one has had it.
///
/// # Errors
/// `Invalid` on `interview_on` when the day is in the future or before the last step.
pub fn interview(act: &mut Act<'_>, id: i64, new: &NewInterview) -> Result<()> {
    let line = store::line(act.conn, id)?;
    if new.on < line.received_on || new.on > act.today() {
        return Err(Error::field("interview_on", "wrong-application-step-day"));
    }
    if line.state().is_open() && line.state() != State::Interviewed {
        enter(act, id, Step::Interviewed, new.on, "").map_err(|error| named(error, "step_on", "interview_on"))?;
    }
    store::insert_interview(act.conn, id, new, (act.viewer.map(|viewer| viewer.account_id), act.now))?;
    record(act, &slice::APPLICATION_INTERVIEW_NOTED, id, json!({}))
}

/// An error beside another field.
fn named(error: Error, from: &str, to: &str) -> Error {
    let Error::Invalid(mut errors) = error else { return error };
    for error in errors.iter_mut().filter(|error| error.field == from) {
        to.clone_into(&mut error.field);
    }
    Error::Invalid(errors)
}

// ---- forgetting ----

/// Requests whose names must go today: they came to nothing, and the months of the rule profile are over. At most 500.
pub fn due_to_be_forgotten(conn: &mut PgConnection, today: NaiveDate) -> Result<Vec<i64>> {
    let months = Months::new(store::rule(conn)?.kept_months);
    let by = today.checked_sub_months(months).unwrap_or(NaiveDate::MIN);
    store::ended_by(conn, by, 500)
}

/// Takes the person out of a request that came to nothing: name, contact, remarks, reasons, notes. How many they were, what they
/// looked for and what came of it stays, so that the figures do.
///
/// # Errors
/// `Conflict` while it is open, or when it was accepted: then the register decides.
pub fn forget(act: &mut Act<'_>, id: i64) -> Result<()> {
    let (line, whole) = find(act.conn, id)?;
    if whole.forgotten_on.is_some() {
        return Ok(());
    }
    if !line.state().came_to_nothing() {
        return Err(Error::Conflict("conflict-application-open"));
    }
    store::forget(act.conn, id, act.today())?;
    record(act, &slice::APPLICATION_FORGOTTEN, id, json!({}))
}
