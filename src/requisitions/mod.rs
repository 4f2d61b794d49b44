//! Requisitions: members ask for a general meeting. One says what for, others sign; the rules say how many must, and within how many days
//! the meeting is held once they did. The count is for everybody, names for those who signed and who manages meetings.
//!
//! Until enough have signed, whoever signed can take that back, and who leaves the co-op is not counted. From then on it stands, whatever
//! happens after, and gets one answer: a meeting, or why there is none.

pub mod notices;
pub mod pages;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde_json::json;

use crate::coops::{self, RuleProfile};
use crate::meetings::rules;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row};
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;
use crate::policy::Permission;

pub const TITLE_MAX: usize = 120;
pub const DETAILS_MAX: usize = 4_000;
pub const WHY_MAX: usize = 300;
/// How many one member can have open at a time.
const OPEN_MAX: i64 = 3;

text_enum! {
    /// What became of one.
    pub enum Answer {
        /// A meeting is held for it.
        Meeting = "meeting",
        Refused = "refused",
    }
}

text_enum! {
    /// How one stands.
    pub enum State {
        /// Not enough have signed.
        Open = "open",
        /// Enough have, and it waits for its answer.
        Reached = "reached",
        Answered = "answered",
        Withdrawn = "withdrawn",
    }
}

row! {
    /// One, as a member sees it.
    #[derive(Debug, Clone)]
    pub struct Requisition {
        pub id: i64,
        pub member_id: i64,
        pub name: String,
        pub language: String,
        pub title: String,
        /// With marks.
        pub details: String,
        pub opened_at: DateTime<Utc>,
        pub reached_on: Option<NaiveDate>,
        /// How many were needed, where it was reached.
        pub needed: Option<i32>,
        pub due_on: Option<NaiveDate>,
        pub answer: Option<Answer>,
        pub meeting_id: Option<i64>,
        /// Empty without a meeting.
        pub meeting_en: String,
        pub meeting_fr: String,
        pub meeting_on: Option<NaiveDate>,
        pub why: String,
        pub answered_at: Option<DateTime<Utc>>,
        pub answered_by: String,
        pub is_withdrawn: bool,
        /// How many signed: today's members until it is reached, and then as many as there were.
        pub signed: i64,
        /// Whether the viewer is one of them.
        pub signs: bool,
    }
}

impl Requisition {
    pub fn state(&self) -> State {
        match () {
            () if self.is_withdrawn => State::Withdrawn,
            () if self.answer.is_some() => State::Answered,
            () if self.reached_on.is_some() => State::Reached,
            () => State::Open,
        }
    }

    fn subject(&self) -> Subject {
        Subject { id: self.id, name: self.title.clone() }
    }
}

row! {
    /// Who is asked, and whether somebody is one of them.
    #[derive(Debug, Clone, Copy)]
    pub struct Members {
        /// Of full right, and not suspended.
        pub count: i64,
        pub is_one: bool,
    }
}

/// As it is written.
#[derive(Debug, Clone)]
pub struct NewRequisition {
    pub lang: Lang,
    pub title: String,
    pub details: String,
}

// ---- reading ----

/// Those that are open or wait first, then the latest.
pub fn list(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Vec<Requisition>> {
    store::list(conn, member, today)
}

/// One of them.
///
/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, id: i64, member: Option<i64>, today: NaiveDate) -> Result<Requisition> {
    store::find(conn, id, member, today)
}

pub fn members(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Members> {
    store::members(conn, member, today)
}

/// The names of who signed, and general meetings that can be the answer.
pub fn beside(conn: &mut PgConnection, one: &Requisition, today: NaiveDate) -> Result<Beside> {
    store::beside(conn, one, today)
}

/// A meeting that can answer one.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Answering {
    pub id: i64,
    pub title_en: String,
    pub title_fr: String,
    pub held_on: NaiveDate,
}

row! {
    #[derive(Debug, Clone)]
    pub struct Beside {
        pub names: Gathered<Vec<String>>,
        pub meetings: Gathered<Vec<Answering>>,
    }
}

/// How many must sign, where the rules say.
pub fn needed(rules: &RuleProfile, one: &Requisition, members: &Members) -> Option<i64> {
    one.needed.map(i64::from).or_else(|| rules::requisition_needed(rules, members.count))
}

// ---- writing ----

fn looked_at(act: &mut Act<'_>, id: i64) -> Result<Requisition> {
    store::lock(act.conn, id)?;
    let (member, today) = (act.viewer.and_then(|viewer| viewer.member_id), act.today());
    store::find(act.conn, id, member, today)
}

/// The member who acts, if they are one of those who can ask for a meeting.
fn asking(act: &mut Act<'_>) -> Result<i64> {
    let (member, today) = (act.member_id()?, act.today());
    if store::members(act.conn, Some(member), today)?.is_one { Ok(member) } else { Err(Error::Forbidden) }
}

/// Asks for a meeting; whoever does is the first to sign.
///
/// # Errors
/// `Forbidden` to who is no member of full right; `Invalid` on `requisition_title` where they have `OPEN_MAX` open.
pub fn open(act: &mut Act<'_>, new: &NewRequisition) -> Result<i64> {
    let member = asking(act)?;
    open_for(act, member, new)
}

/// The same for a member.
pub fn open_for(act: &mut Act<'_>, member: i64, new: &NewRequisition) -> Result<i64> {
    store::lock_member(act.conn, member)?;
    if store::open_of(act.conn, member)? >= OPEN_MAX {
        return Err(Error::field("requisition_title", "wrong-requisitions-many"));
    }
    let id = store::insert(act.conn, member, new, act.now)?;
    let subject = Subject { id, name: new.title.clone() };
    events::record(act, &slice::REQUISITION_OPENED, &subject, json!({ "title": new.title, "member_id": member }))?;
    sign_for(act, id, member)?;
    Ok(id)
}

fn must_be_open(one: &Requisition) -> Result<()> {
    if one.state() == State::Open { Ok(()) } else { Err(Error::Conflict("conflict-requisition-over")) }
}

/// Signs.
///
/// # Errors
/// As for `open`; `Conflict` when it is not open any more.
pub fn sign(act: &mut Act<'_>, id: i64) -> Result<()> {
    let member = asking(act)?;
    sign_for(act, id, member)
}

/// The same for a member.
pub fn sign_for(act: &mut Act<'_>, id: i64, member: i64) -> Result<()> {
    let one = looked_at(act, id)?;
    must_be_open(&one)?;
    if store::sign(act.conn, id, member, act.now)? {
        events::record(act, &slice::REQUISITION_SIGNED, &one.subject(), json!({ "signs": true }))?;
        reach(act, id)?;
    }
    Ok(())
}

/// Takes one's signature back.
///
/// # Errors
/// As for `sign`.
pub fn unsign(act: &mut Act<'_>, id: i64) -> Result<()> {
    let member = act.member_id()?;
    let one = looked_at(act, id)?;
    must_be_open(&one)?;
    if store::unsign(act.conn, id, member)? {
        events::record(act, &slice::REQUISITION_SIGNED, &one.subject(), json!({ "signs": false }))?;
    }
    Ok(())
}

/// Writes down that enough have signed, if they have: from then on it stands.
fn reach(act: &mut Act<'_>, id: i64) -> Result<bool> {
    let one = looked_at(act, id)?;
    let today = act.today();
    let profile = coops::rule_profile(act.conn)?;
    let members = store::members(act.conn, None, today)?;
    let Some(needed) = rules::requisition_needed(&profile, members.count) else { return Ok(false) };
    if one.state() != State::Open || one.signed < needed {
        return Ok(false);
    }
    let due_on = rules::requisition_deadline(&profile, today);
    store::reach(act.conn, id, (one.signed, needed), (today, due_on))?;
    let after = json!({ "signed": one.signed, "signatures_needed": needed, "due_on": due_on });
    events::record(act, &slice::REQUISITION_REACHED, &one.subject(), json!({ "title": one.title, "after": after }))?;
    Ok(true)
}

/// Those of which enough have signed because the co-op has fewer members now.
pub fn look(act: &mut Act<'_>) -> Result<()> {
    for id in store::open_ones(act.conn)? {
        reach(act, id)?;
    }
    Ok(())
}

/// Takes it back, for who began it, as long as not enough have signed.
///
/// # Errors
/// `Forbidden` to others; `Conflict` when it is not open any more.
pub fn withdraw(act: &mut Act<'_>, id: i64) -> Result<()> {
    let one = looked_at(act, id)?;
    if act.member_id()? != one.member_id {
        return Err(Error::Forbidden);
    }
    must_be_open(&one)?;
    store::withdraw(act.conn, id, act.now)?;
    events::record(act, &slice::REQUISITION_WITHDRAWN, &one.subject(), json!({}))?;
    Ok(())
}

/// One that whoever acts may answer, once.
fn to_answer(act: &mut Act<'_>, id: i64) -> Result<Requisition> {
    let one = looked_at(act, id)?;
    if act.viewer.is_some() && !act.may(Permission::MeetingsManage) {
        return Err(Error::Forbidden);
    }
    match one.state() {
        State::Open | State::Reached => Ok(one),
        State::Answered | State::Withdrawn => Err(Error::Conflict("conflict-requisition-over")),
    }
}

/// Answers it with a meeting.
///
/// # Errors
/// `Forbidden`; `Conflict` when it is answered or withdrawn; `Invalid` on `requisition_meeting` for one that is no general meeting to come.
pub fn answer_with(act: &mut Act<'_>, id: i64, meeting: i64) -> Result<()> {
    let one = to_answer(act, id)?;
    let today = act.today();
    let found = store::beside(act.conn, &one, today)?.meetings.0.into_iter().find(|able| able.id == meeting);
    let Some(found) = found else { return Err(Error::field("requisition_meeting", "wrong-choice")) };
    answered(act, &one, (Answer::Meeting, Some(found.id), ""))
}

/// Refuses it, for a reason.
///
/// # Errors
/// `Forbidden`; `Conflict` when it is answered or withdrawn.
pub fn refuse(act: &mut Act<'_>, id: i64, why: &str) -> Result<()> {
    let one = to_answer(act, id)?;
    answered(act, &one, (Answer::Refused, None, why))
}

fn answered(act: &mut Act<'_>, one: &Requisition, (answer, meeting, why): (Answer, Option<i64>, &str)) -> Result<()> {
    let by = act.viewer.map(|viewer| viewer.account_id);
    store::answer(act.conn, one.id, (answer, meeting, why), by, act.now)?;
    let detail = json!({ "title": one.title, "requisition_answer": answer, "why": why });
    events::record(act, &slice::REQUISITION_ANSWERED, &one.subject(), detail)?;
    Ok(())
}
