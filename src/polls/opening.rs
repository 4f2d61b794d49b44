//! Opening: the rules and the roll of that moment are frozen, and stay.

use serde_json::{Value, json};

use super::rules::Rule;
use super::{Room, State, calling, meeting, roll, seal, slice, store, urn};
use crate::coops;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::jobs;
use crate::platform::visit::Act;

/// Opens a vote: freezes the rule of today and the roll of today. A vote that is open already stays as it is.
///
/// # Errors
/// `Conflict` when it is a draft, was cancelled or closed, or when its closing time has passed.
pub fn open(act: &mut Act<'_>, id: i64) -> Result<()> {
    open_with(act, id, None)
}

pub(super) fn open_with(act: &mut Act<'_>, id: i64, room: Option<&Room>) -> Result<()> {
    let poll = store::lock(act.conn, id)?;
    if poll.meeting_id.is_some() != room.is_some() {
        return Err(Error::Conflict("poll-conflict-at-meeting"));
    }
    match poll.state(act.now) {
        State::Open | State::Counting => return Ok(()),
        State::Scheduled => {}
        State::Missed => return Err(Error::Conflict("poll-conflict-missed")),
        State::Draft | State::Closed | State::Disputed | State::Cancelled | State::Void => {
            return Err(Error::Conflict("poll-conflict-not-scheduled"));
        }
    }
    urn::must_be_ready(act, &poll)?;
    let profile = coops::rule_profile(act.conn)?;
    for special in [false, true] {
        store::freeze_questions(act.conn, id, special, &Rule::of(&profile, special))?;
    }
    store::draw_places(act.conn, id)?;
    let roll = roll::draw(act.conn, (profile.vote_of, profile.quorum_of), act.today(), poll.record_on)?;
    let roll = match room {
        Some(room) => meeting::begin(act, &poll, roll.in_room(room))?,
        None => roll,
    };
    store::roll::insert(act.conn, id, &roll)?;
    let poll = store::poll(act.conn, id)?;
    if poll.secrecy.is_secret() {
        urn::stand(act, id)?;
    }
    // that of a meeting is its own
    let quorum_percent = if room.is_some() { 0 } else { calling::quorum_percent(&profile, poll.second_call_of) };
    let sizes = (roll.votes(), roll.quorum_of(profile.quorum_of));
    store::set_open(act.conn, id, (&profile, quorum_percent), sizes, act.now)?;
    if let Some(room) = room {
        meeting::hand_proxies(act, id, room)?;
    }
    jobs::enqueue(act.conn, &slice::CLOSE, json!({ "poll": id }), poll.closes_at)?;
    let rows = store::sealed::rows(act.conn, id)?;
    let detail = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "closes_at": poll.closes_at, "roll": roll.votes(),
        "vote_of": profile.vote_of.word(), "secrecy": poll.secrecy.word(), "record_on": poll.record_on, "off_roll": roll.left_out.len(),
        "quorum_percent": quorum_percent, "quorum_of": profile.quorum_of.word(), "second_call_of": poll.second_call_of,
        "questions": rows.questions.len(), "seals": seal::at_opening(&rows), "meeting_id": poll.meeting_id, "about": meeting::about(&poll),
    });
    events::record(act, &slice::POLL_OPENED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// The job that opens a vote at its time; a secret one, when its urn is ready. Late or twice does no harm: it looks whether it may.
pub fn open_due(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let id = payload["poll"].as_i64().ok_or(Error::NotFound)?;
    let opens = store::is_due_to_open(act.conn, id)? && urn::is_ready(act, id)?;
    if opens { open(act, id) } else { urn::tell_unready(act, Some(id)) }
}
