//! Attendance: who is at a meeting, from when to when, and whether they are enough.
//!
//! The door is opened on the day of the meeting. From then on it stands who is called, and how many must be there: a new by-law or a new
//! member changes neither. Whoever keeps the door ticks who comes and leaves, on several devices at once; who has a phone can type the code
//! of the room. Nobody is there twice at one time: the database holds it. Who is there without being called is noted and does not count.
//! How many are there, and whether that is enough, everybody sees at once; names, those who keep the door.

mod crediting;
mod door;
mod late;
pub mod pages;
mod roles;
pub mod rules;
pub mod sheets;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;
mod ticking;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Deserialize;

pub use door::{adjourn, call_to_order, go_on, new_code, open, put_off};
pub use late::{Entry, Hours, enter};
pub use pages::fragments::{light, screen};
pub use roles::{dismiss, name_roles};
pub use rules::{Course, Figures, Noted, Proxy, Span, There, Way, What};
use store::Moved;
pub use ticking::{Came, come, come_by_code, leave, undo};

use crate::coops;
use crate::meetings::{self, Meeting};
use crate::members;
use crate::platform::error::{Error, Result};
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::{Act, Visit};
use crate::policy::Permission;
use crate::polls::{self, AtMeeting};
use crate::units;

/// The door of a meeting, once it was opened.
#[derive(Debug, Clone, Deserialize)]
pub struct Door {
    /// What is typed by who comes.
    pub code: String,
    pub called: i64,
    pub of_homes: bool,
    pub needed: i64,
    pub homes_needed: i64,
    pub needed_later: i64,
    pub homes_needed_later: i64,
    pub online_counts: bool,
    pub proxies_max: i64,
    pub opened_at: DateTime<Utc>,
}

impl Door {
    pub fn figures(&self) -> Figures {
        Figures {
            called: self.called,
            of_homes: self.of_homes,
            needed: self.needed,
            homes_needed: self.homes_needed,
            needed_later: self.needed_later,
            homes_needed_later: self.homes_needed_later,
            online_counts: self.online_counts,
            proxies_max: self.proxies_max,
        }
    }
}

/// A meeting with its door, as somebody sees it.
#[derive(Debug, Clone)]
pub struct Held {
    pub meeting: Meeting,
    pub door: Option<Door>,
    /// Whether they keep the door: see who is there, and tick.
    pub keeps: bool,
    /// Whether they lead the meeting: whoever manages meetings, leads the committee, chairs, or writes the minutes.
    pub leads: bool,
}

impl Held {
    /// When it was called to order, and adjourned.
    pub fn times(&self) -> (Option<DateTime<Utc>>, Option<DateTime<Utc>>) {
        (self.meeting.opened_at, self.meeting.ended_at)
    }

    pub fn is_over(&self) -> bool {
        self.meeting.ended_at.is_some()
    }
}

/// Once that somebody was there.
#[derive(Debug, Clone, Deserialize)]
pub struct Time {
    pub way: Way,
    pub noted: Noted,
    pub came_at: DateTime<Utc>,
    pub left_at: Option<DateTime<Utc>>,
}

row! {
    /// Somebody who is called, or is there, with when they were.
    #[derive(Debug, Clone)]
    pub struct Person {
        pub id: i64,
        pub name: String,
        /// The first of the name by which they stand in lists: A to Z, or # for another.
        pub letter: String,
        pub home: Option<String>,
        /// Whether they are called, and count.
        pub called: bool,
        pub times: Gathered<Vec<Time>>,
        /// Who stands for them, as they said, until they come themselves.
        pub holder: Option<String>,
    }
}

impl Person {
    /// The time that goes on, if they are there.
    pub fn here(&self) -> Option<&Time> {
        self.times.0.last().filter(|time| time.left_at.is_none())
    }

    pub fn minutes(&self, until: DateTime<Utc>) -> i64 {
        let spans: Vec<_> = self.times.0.iter().map(|time| (time.came_at, time.left_at)).collect();
        rules::minutes(&spans, until)
    }
}

// ---- reading ----

fn look(conn: &mut PgConnection, id: i64, member: Option<i64>, manages: bool, today: NaiveDate) -> Result<Held> {
    let meeting = meetings::find(conn, id, member, today)?;
    let (door, is_keeper) = store::door(conn, id, member)?;
    let officer = member.is_some() && [meeting.chair_id, meeting.secretary_id].contains(&member);
    let leads = manages || meeting.leads || officer;
    Ok(Held { keeps: leads || is_keeper, leads, door, meeting })
}

/// A meeting with its door, as whoever visits sees it.
///
/// # Errors
/// `NotFound` when there is no such meeting.
pub fn seen(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Held> {
    let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id);
    look(conn, id, member, visit.may(Permission::MeetingsManage), visit.today())
}

/// How it went until now, and how many are there.
pub fn course(conn: &mut PgConnection, held: &Held, now: DateTime<Utc>) -> Result<Option<Course>> {
    let Some(door) = &held.door else { return Ok(None) };
    let (spans, proxies) = (store::spans(conn, held.meeting.id)?, store::proxies(conn, held.meeting.id)?);
    Ok(Some(rules::course(&door.figures(), &spans, &proxies, held.times(), now)))
}

/// Who counts now: who is there, and absent members with who is there and stands for them.
pub fn room(conn: &mut PgConnection, held: &Held, now: DateTime<Utc>) -> Result<(Vec<i64>, Vec<(i64, i64)>)> {
    let Some(door) = &held.door else { return Ok((Vec::new(), Vec::new())) };
    let (spans, proxies) = (store::spans(conn, held.meeting.id)?, store::proxies(conn, held.meeting.id)?);
    Ok(rules::room(&door.figures(), &spans, &proxies, now))
}

/// Everybody who is called or was there, in the order of lists. With `others`, also whoever else is here on that day.
pub fn people(conn: &mut PgConnection, id: i64, others: Option<NaiveDate>) -> Result<Vec<Person>> {
    store::people(conn, id, others)
}

/// Who would be called today, in the order of lists, with their homes: for a sheet that is printed beforehand.
pub fn to_call(conn: &mut PgConnection, meeting: &Meeting) -> Result<Vec<(String, Option<String>)>> {
    let rules = coops::rule_profile(conn)?;
    let roll: HashMap<i64, Option<i64>> = door::called(conn, &rules, meeting)?.into_iter().collect();
    let members: Vec<i64> = roll.keys().copied().collect();
    let homes: Vec<i64> = roll.values().copied().flatten().collect();
    let (names, homes) = (members::names_in_order(conn, &members)?, units::names(conn, &homes)?);
    let home = |member: i64| roll.get(&member).copied().flatten().and_then(|unit| homes.get(&unit).cloned());
    Ok(names.into_iter().map(|(member, name)| (name, home(member))).collect())
}

/// Somebody who speaks, or is next: name, side, and whether they speak.
type Turn = (String, String, bool);

/// What is before a meeting: the vote that is open or ended since an instant, the motion, who speaks and is next.
struct Before {
    vote: Option<AtMeeting>,
    moved: Option<Moved>,
    turns: Vec<Turn>,
}

fn before_it(conn: &mut PgConnection, id: i64, since: DateTime<Utc>) -> Result<Before> {
    let votes = polls::at_meeting(conn, id)?;
    let is_open = |one: &AtMeeting| one.poll.status == polls::Status::Open;
    let ended = |one: &AtMeeting| one.poll.closed_at.or(one.poll.voided_at).is_some_and(|at| at > since);
    let open = votes.iter().find(|one| is_open(one));
    let vote = open.or_else(|| votes.iter().filter(|one| ended(one)).max_by_key(|one| one.poll.closed_at)).cloned();
    Ok(Before { vote, moved: store::moved(conn, id, since)?, turns: store::turns(conn, id)? })
}

/// When somebody was at a meeting, the latest last.
pub fn times_of(conn: &mut PgConnection, id: i64, member: i64) -> Result<Vec<Time>> {
    store::times_of(conn, id, member)
}

/// Who keeps the door besides those who lead the meeting: number and name.
pub fn doorkeepers(conn: &mut PgConnection, id: i64) -> Result<Vec<(i64, String)>> {
    store::doorkeepers(conn, id)
}

// ---- writing ----

fn manages(act: &Act<'_>) -> bool {
    act.viewer.is_none() || act.may(Permission::MeetingsManage)
}

/// A meeting that is on, as whoever acts sees it.
///
/// # Errors
/// `NotFound`; `Conflict` when it is called off.
pub fn held_by(act: &mut Act<'_>, id: i64) -> Result<Held> {
    held(act, id)
}

fn held(act: &mut Act<'_>, id: i64) -> Result<Held> {
    let (member, manages, today) = (act.viewer.and_then(|viewer| viewer.member_id), manages(act), act.today());
    let held = look(act.conn, id, member, manages, today)?;
    if held.meeting.is_on() { Ok(held) } else { Err(Error::Conflict("conflict-meeting-cancelled")) }
}

/// A meeting that whoever acts leads.
fn to_lead(act: &mut Act<'_>, id: i64) -> Result<Held> {
    let held = held(act, id)?;
    if held.leads { Ok(held) } else { Err(Error::Forbidden) }
}

/// A meeting as whoever acts may hold it, for what happens in it.
///
/// # Errors
/// `NotFound` when there is none; `Conflict` when it was called off.
pub fn held_on(act: &mut Act<'_>, id: i64) -> Result<Held> {
    held(act, id)
}

/// The same for who leads it, which nobody else changes meanwhile.
///
/// # Errors
/// `Forbidden` to others; `Conflict` when its door was never opened.
pub fn to_lead_on(act: &mut Act<'_>, id: i64) -> Result<Held> {
    Ok(to_run(act, id)?.0)
}

/// A meeting that whoever acts leads, its door open, which nobody else begins, ends or comes to meanwhile.
fn to_run(act: &mut Act<'_>, id: i64) -> Result<(Held, Door)> {
    to_lead(act, id)?;
    if !store::lock(act.conn, id, true)? {
        return Err(Error::Conflict("conflict-door-closed"));
    }
    let held = held(act, id)?;
    let door = held.door.clone().ok_or(Error::Conflict("conflict-door-closed"))?;
    Ok((held, door))
}
