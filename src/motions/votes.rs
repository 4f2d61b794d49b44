//! Votes at a meeting on phones and paper: opened and ended by who leads it, for those who are there.
//!
//! A vote is one like any other (`polls`), open or secret: set up beforehand and taken to the meeting, or made of a motion. What it decides stands
//! in the register from its close; the motion says so a moment later, read from what was counted. Where the quorum was gone when it
//! ended, it is void, and can be taken again.

use chrono::NaiveTime;
use serde_json::json;

use super::{Status, as_it_reads, rules, slice, store, to_change, to_run};
use crate::attendance::{self, Held};
use crate::meetings::Meeting;
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event};
use crate::platform::i18n::Lang;
use crate::platform::visit::Act;
use crate::policy::Permission;
use crate::polls::{self, Case, Method, NewPoll, NewQuestion, Room, Secrecy, Shows, meeting};

/// The longest title of a vote.
const TITLE_MAX: usize = 200;

/// A general meeting that is not over, for who runs votes.
fn to_plan(act: &mut Act<'_>, id: i64) -> Result<Held> {
    if !act.may(Permission::PollsManage) {
        return Err(Error::Forbidden);
    }
    attendance::held_on(act, id)
}

/// Takes an announced vote to a meeting: it opens there, for those who are there.
///
/// # Errors
/// `Forbidden` to who does not run votes; `Conflict` where it is no general meeting, or over; `Invalid` on `poll_id` for a vote that is
/// not one of those that wait.
pub fn take_vote(act: &mut Act<'_>, id: i64, poll: i64) -> Result<()> {
    let held = to_plan(act, id)?;
    if !held.meeting.kind.is_general() {
        return Err(Error::Conflict("conflict-vote-general"));
    }
    if held.is_over() {
        return Err(Error::Conflict("conflict-meeting-over"));
    }
    if !polls::can_be_taken_to(act.conn, act.coop.language)?.iter().any(|(one, _)| *one == poll) {
        return Err(Error::field("poll_id", "wrong-choice"));
    }
    let begins = begins(act, &held.meeting);
    polls::take_to(act, poll, Some((id, begins)))
}

/// When a meeting is planned to begin; where the clocks skip that hour, after it.
fn begins(act: &Act<'_>, meeting: &Meeting) -> chrono::DateTime<chrono::Utc> {
    let at = |hours: i64| {
        let local = meeting.held_on.and_time(meeting.starts_at) + chrono::TimeDelta::hours(hours);
        clock::instant(act.coop.zone, local)
    };
    (0..3).find_map(at).unwrap_or_else(|| meeting.held_on.and_time(NaiveTime::MIN).and_utc())
}

/// A vote is not taken at the meeting after all: it opens as any other.
///
/// # Errors
/// As for `take_vote`; `NotFound` for a vote of another meeting; `Conflict` when it opened.
pub fn give_back(act: &mut Act<'_>, id: i64, poll: i64) -> Result<()> {
    to_plan(act, id)?;
    must_be_of(act, id, poll)?;
    if store::voted_by(act.conn, poll)?.is_some() {
        return Err(Error::Conflict("conflict-motion-voting"));
    }
    polls::take_to(act, poll, None)
}

fn must_be_of(act: &mut Act<'_>, id: i64, poll: i64) -> Result<()> {
    if polls::meeting_of(act.conn, poll)? == Some(id) { Ok(()) } else { Err(Error::NotFound) }
}

/// Where too few are there, how many there are and how many are needed.
fn short(act: &mut Act<'_>, held: &Held, at: chrono::DateTime<chrono::Utc>) -> Result<Option<(i64, i64)>> {
    let Some(course) = attendance::course(act.conn, held, at)? else { return Ok(Some((0, 1))) };
    let quorum = course.last.quorum;
    let main = (quorum.there, quorum.needed);
    let homes = (quorum.homes_there, quorum.homes_needed);
    Ok((!quorum.is_met()).then_some(if quorum.there < quorum.needed { main } else { homes }))
}

/// Opens a vote for those who are there.
///
/// # Errors
/// As for `propose`; `NotFound` for a vote of another meeting; `Conflict` without a quorum, and as for `polls::open_at_meeting`.
pub fn open_vote(act: &mut Act<'_>, id: i64, poll: i64) -> Result<()> {
    let held = to_run(act, id)?;
    must_be_of(act, id, poll)?;
    let now = act.now;
    if short(act, &held, now)?.is_some() {
        return Err(Error::Conflict("conflict-vote-quorum"));
    }
    let recused = match store::voted_by(act.conn, poll)? {
        Some(voted) => {
            let all = super::list(act.conn, id, true)?;
            let motion = all.iter().find(|one| one.id == voted.id);
            motion.map(|motion| motion.recused.0.iter().map(|(member, _)| *member).collect()).unwrap_or_default()
        }
        None => Vec::new(),
    };
    let (there, stood_for) = attendance::room(act.conn, &held, now)?;
    polls::open_at_meeting(act, poll, &Room { there, stood_for, recused })
}

/// Ends a vote. It is counted at once, or once its papers are; without a quorum it is void.
///
/// # Errors
/// As for `open_vote`, but for the quorum.
pub fn end_vote(act: &mut Act<'_>, id: i64, poll: i64) -> Result<()> {
    let held = to_run(act, id)?;
    must_be_of(act, id, poll)?;
    let now = act.now;
    let lost = short(act, &held, now)?;
    polls::end_at_meeting(act, poll, lost)
}

/// Has a motion voted on phones and paper in place of hands. An open vote opens at once; a secret one when its urn is ready and
/// whoever leads the meeting opens it. Its number.
///
/// # Errors
/// As for `decide`; `Conflict` for a motion that only hands decide, and those of `open_vote`.
pub fn vote_on(act: &mut Act<'_>, id: i64, number: i32, secret: bool) -> Result<i64> {
    let (held, all, motion) = to_change(act, id, number)?;
    if !rules::can_be_polled(&held.meeting, &motion) {
        return Err(Error::Conflict("conflict-motion-hands"));
    }
    if all.iter().any(|one| one.amends == Some(motion.id) && one.is_open()) {
        return Err(Error::Conflict("conflict-motion-amended"));
    }
    if motion.seconder.is_none() {
        return Err(Error::field("votes_for", "wrong-motion-seconder"));
    }
    let text = as_it_reads(&all, &motion);
    let title = |lang: Lang| {
        let item = motion.item(lang).unwrap_or_default();
        let title = lang.with("motion-vote-title", &[("number", number.into()), ("item", item.into())]);
        title.chars().take(TITLE_MAX).collect::<String>()
    };
    let new = NewPoll {
        title_en: title(Lang::En),
        title_fr: title(Lang::Fr),
        details_en: text.words_en.clone(),
        details_fr: text.words_fr.clone(),
        case: Case::default(),
        binding: true,
        shows: Shows::Closed,
        secrecy: if secret { Secrecy::List } else { Secrecy::Open },
        record_on: None,
        opens_at: act.now,
        closes_at: act.now + meeting::LASTS,
    };
    let question = NewQuestion { special: motion.special, ..NewQuestion::of(Method::Proposal) };
    let poll = polls::create(act, &new, &[question])?;
    let now = act.now;
    polls::take_to(act, poll, Some((id, now)))?;
    polls::announce(act, poll)?;
    store::set_poll(act.conn, motion.id, Some(poll))?;
    let detail = json!({ "motion": number, "poll_id": poll, "about": attendance::slice::about(id) });
    events::record(act, &slice::MOTION_VOTE, &held.meeting.subject(), detail)?;
    if !secret {
        open_vote(act, id, poll)?;
    }
    Ok(poll)
}

/// Follows what becomes of votes at meetings. Each event is read once, in order; what stands by then decides.
pub(super) fn read(act: &mut Act<'_>, events: &[Event]) -> Result<()> {
    for event in events {
        let Some(poll) = event.subject_id.filter(|_| event.subject_kind == polls::slice::POLL.word) else { continue };
        if event.is(&polls::slice::POLL_CLOSED) {
            if let Some(meeting) = event.detail["meeting_id"].as_i64() {
                closed(act, meeting, poll)?;
            }
        } else if (event.is(&polls::slice::POLL_VOIDED) || event.is(&polls::slice::POLL_CANCELLED))
            && let Some(voted) = store::voted_by(act.conn, poll)?
        {
            store::set_poll(act.conn, voted.id, None)?;
        }
    }
    Ok(())
}

/// A vote of a meeting was counted: void where the quorum was gone when it ended by itself; else its motion is decided.
fn closed(act: &mut Act<'_>, id: i64, poll: i64) -> Result<()> {
    let (known, questions) = polls::find(act.conn, poll)?;
    let Some(ended) = known.closed_at.filter(|_| known.status == polls::Status::Closed) else { return Ok(()) };
    let held = match attendance::held_by(act, id) {
        Err(Error::Conflict(_)) => return Ok(()),
        held => held?,
    };
    if let Some(lost) = short(act, &held, ended)? {
        return polls::end_at_meeting(act, poll, Some(lost));
    }
    let Some(voted) = store::voted_by(act.conn, poll)? else { return Ok(()) };
    let counted = polls::counted(act.conn, &known, &questions, act.coop.language)?;
    let Some(count) = counted.first().and_then(polls::Counted::count) else { return Ok(()) };
    let status = if rules::is_carried(&count) { Status::Carried } else { Status::Lost };
    let tally = count.tally;
    let figures = [tally.in_favour, tally.against, tally.abstained, count.roll, count.base, count.majority_needed];
    store::decide(act.conn, voted.id, status, figures, None, (ended, None))?;
    let decision = polls::number_of(act.conn, poll)?.filter(|_| status == Status::Carried);
    if let Some(decision) = decision {
        store::entered(act.conn, voted.id, decision)?;
    }
    let detail = json!({ "motion": voted.number, "outcome": status, "votes_for": tally.in_favour, "votes_against": tally.against,
                         "votes_abstain": tally.abstained, "there": count.roll, "decision": decision, "poll_id": poll,
                         "about": attendance::slice::about(id) });
    events::record(act, &slice::MOTION_DECIDED, &held.meeting.subject(), detail)?;
    Ok(())
}
