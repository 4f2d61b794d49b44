//! The door: opened, the meeting called to order and adjourned.
//!
//! What is decided without a quorum can be contested: by-laws mostly let those who came talk and set another day, and no more (Canada
//! Cooperatives Act, s. 62). So a meeting is called to order without one only where whoever leads it says that they know. Of the board and of
//! committees more than half must be there, as acts have it where by-laws say nothing (Quebec, Cooperatives Act, s. 93).

use chrono::Utc;
use diesel::prelude::*;
use serde_json::json;

use super::slice::{self, about};
use super::{Figures, Held, course, crediting, rules, sheets, store, to_lead, to_run};
use crate::coops::{self, QuorumOf, RuleProfile};
use crate::meetings::{self, Kind, Meeting};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events;
use crate::platform::keys::random;
use crate::platform::visit::Act;
use crate::{polls, units};

/// Opens the door: from now on it stands who is called, and people can come. Nothing when it is open.
///
/// # Errors
/// `Forbidden` to who does not lead the meeting; `Conflict` before its day, where nobody is called, or its sheet was brought in.
pub fn open(act: &mut Act<'_>, id: i64) -> Result<()> {
    let held = to_lead(act, id)?;
    if held.door.is_some() {
        return Ok(());
    }
    if held.meeting.held_on > act.today() {
        return Err(Error::Conflict("conflict-door-ahead"));
    }
    if !sheets::marks(act.conn, id)?.is_empty() {
        return Err(Error::Conflict("conflict-door-sheet"));
    }
    let rules = meetings::rules::of_meeting(&coops::rule_profile(act.conn)?, held.meeting.second_of.is_some());
    let roll = called(act.conn, &rules, &held.meeting)?;
    if roll.is_empty() {
        return Err(Error::Conflict("conflict-door-nobody"));
    }
    let figures = figures(&rules, &held.meeting, &roll);
    let author = act.viewer.map(|viewer| viewer.account_id);
    if !store::open(act.conn, id, &code(), &figures, (act.now, author))? {
        return Ok(());
    }
    store::call(act.conn, id, &roll)?;
    let detail = json!({ "called": figures.called, "needed": figures.needed, "about": about(id) });
    events::record(act, &slice::ATTENDANCE_OPENED, &held.meeting.subject(), detail)?;
    Ok(())
}

/// Who is called, and where they live: to a general meeting whoever may vote on its day; else who sits there.
pub fn called(conn: &mut PgConnection, rules: &RuleProfile, meeting: &Meeting) -> Result<Vec<(i64, Option<i64>)>> {
    let day = meeting.held_on;
    let sits = match meeting.kind {
        Kind::Board => store::directors(conn, day)?,
        Kind::Committee => store::seated(conn, meeting.committee_id, day)?,
        _ => {
            let roll = polls::roll::draw(conn, (rules.vote_of, QuorumOf::Homes), day, None)?;
            return Ok(roll.places.iter().map(|place| (place.member, place.unit.or(place.home))).collect());
        }
    };
    let homes = units::homes_on(conn, day)?;
    Ok(sits.into_iter().map(|member| (member, homes.get(&member).map(|(unit, _)| *unit))).collect())
}

fn figures(rules: &RuleProfile, meeting: &Meeting, roll: &[(i64, Option<i64>)]) -> Figures {
    let people = roll.len() as i64;
    if !meeting.kind.is_general() {
        let needed = people / 2 + 1;
        return Figures { called: people, needed, needed_later: needed, online_counts: true, ..Figures::default() };
    }
    let of_homes =
        rules.quorum_of == QuorumOf::Homes || rules.quorum_of == QuorumOf::Votes && rules.vote_of.is_of_homes();
    let homes = || roll.iter().filter_map(|(_, home)| *home).collect::<std::collections::BTreeSet<i64>>().len() as i64;
    let called = if of_homes { homes() } else { people };
    let [begin, later] = [false, true].map(|opened| meetings::rules::quorum(rules, called, 0, 0, opened));
    Figures {
        called,
        of_homes,
        needed: begin.needed,
        homes_needed: begin.homes_needed,
        needed_later: later.needed,
        homes_needed_later: later.homes_needed,
        online_counts: rules.meets_online,
        // those who live together vote for their home among themselves
        proxies_max: if rules.vote_of.is_of_homes() { 0 } else { i64::from(rules.proxies_max) },
    }
}

fn code() -> String {
    format!("{:06}", u32::from_be_bytes(random::<4>()) % 1_000_000)
}

/// Makes another code of the room: the one before is good no more.
///
/// # Errors
/// As for `open`; `Conflict` when the door is closed, or the meeting over.
pub fn new_code(act: &mut Act<'_>, id: i64) -> Result<()> {
    let (held, _) = to_run(act, id)?;
    if held.is_over() {
        return Err(Error::Conflict("conflict-meeting-over"));
    }
    store::set_code(act.conn, id, &code())?;
    events::record(act, &slice::ATTENDANCE_CODE_RENEWED, &held.meeting.subject(), json!({ "about": about(id) }))?;
    Ok(())
}

/// Calls the meeting to order. Nothing when it is.
///
/// # Errors
/// As for `open`; `Invalid` on `without_quorum` where too few are there and nobody said that this is known.
pub fn call_to_order(act: &mut Act<'_>, id: i64, without_quorum: bool) -> Result<()> {
    let (held, _) = to_run(act, id)?;
    if held.meeting.opened_at.is_some() {
        return Ok(());
    }
    let now = act.now;
    let there = course(act.conn, &held, now)?.map(|course| course.last);
    let met = there.is_some_and(|there| there.quorum.is_met());
    if !met && !without_quorum {
        let limit = there.map(|there| there.quorum.short().to_string());
        let error = FieldError { field: "without_quorum".to_owned(), key: "wrong-no-quorum", limit };
        return Err(Error::Invalid(vec![error]));
    }
    meetings::hold(act.conn, id, Some(now), None)?;
    let people = there.map_or(0, |there| there.people);
    let detail = json!({ "there": people, "without_quorum": !met, "about": about(id) });
    events::record(act, &slice::ATTENDANCE_CALLED_TO_ORDER, &held.meeting.subject(), detail)?;
    Ok(())
}

fn is_young(at: Option<chrono::DateTime<Utc>>, act: &Act<'_>) -> bool {
    at.is_some_and(|at| act.now - at <= rules::UNDO)
}

/// It was called to order by mistake, minutes ago.
///
/// # Errors
/// As for `open`; `Conflict` when it is over, or that was longer ago.
pub fn put_off(act: &mut Act<'_>, id: i64) -> Result<()> {
    let (held, _) = to_run(act, id)?;
    if held.is_over() || !is_young(held.meeting.opened_at, act) {
        return Err(Error::Conflict("conflict-tick-old"));
    }
    meetings::hold(act.conn, id, None, None)?;
    undone(act, &held, "opening")
}

/// Adjourns the meeting: whoever is there leaves. Nothing when it is over.
///
/// # Errors
/// As for `open`; `Conflict` when it was not called to order, or people vote.
pub fn adjourn(act: &mut Act<'_>, id: i64) -> Result<()> {
    let (held, _) = to_run(act, id)?;
    if held.is_over() {
        return Ok(());
    }
    let Some(opened_at) = held.meeting.opened_at else { return Err(Error::Conflict("conflict-meeting-not-begun")) };
    if polls::are_open_at(act.conn, id)? {
        return Err(Error::Conflict("conflict-meeting-votes"));
    }
    let (now, author) = (act.now, act.viewer.map(|viewer| viewer.account_id));
    let there = course(act.conn, &held, now)?.map_or(0, |course| course.last.people);
    store::all_leave(act.conn, id, now, author)?;
    meetings::hold(act.conn, id, Some(opened_at), Some(now))?;
    let detail = json!({ "there": there, "about": about(id) });
    events::record(act, &slice::ATTENDANCE_ADJOURNED, &held.meeting.subject(), detail)?;
    crediting::settle(act, id)
}

/// It was adjourned by mistake, minutes ago: it goes on, and whoever left with its end is there.
///
/// # Errors
/// As for `open`; `Conflict` when that was longer ago.
pub fn go_on(act: &mut Act<'_>, id: i64) -> Result<()> {
    let (held, _) = to_run(act, id)?;
    let Some(ended_at) = held.meeting.ended_at.filter(|at| is_young(Some(*at), act)) else {
        return Err(Error::Conflict("conflict-tick-old"));
    };
    meetings::hold(act.conn, id, held.meeting.opened_at, None)?;
    store::all_stay(act.conn, id, ended_at)?;
    undone(act, &held, "adjournment")?;
    crediting::settle(act, id)
}

fn undone(act: &mut Act<'_>, held: &Held, what: &str) -> Result<()> {
    let detail = json!({ "undone": what, "about": about(held.meeting.id) });
    events::record(act, &slice::ATTENDANCE_UNDONE, &held.meeting.subject(), detail)?;
    Ok(())
}
