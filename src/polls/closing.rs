//! Closing: the end of a vote, put off or moved forward as long as nobody could see a figure, and the count, once.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use super::{Counted, Pile, Poll, Register, Shows, State, ballot_box, seal, slice, store, urn, words};
use crate::decisions::{self, Body, Entry};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::jobs;
use crate::platform::visit::Act;

/// Puts the end of an open vote off, while nobody could see a figure of it.
///
/// # Errors
/// `Conflict` when it is not open or its figures were shown; `Invalid` on a time that is no later than the one announced.
pub fn extend(act: &mut Act<'_>, id: i64, closes_at: DateTime<Utc>) -> Result<()> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    match (poll.state(act.now), poll.shows) {
        (State::Open, Shows::Closed) => {}
        (State::Open, _) => return Err(Error::Conflict("poll-conflict-figures-seen")),
        _ => return Err(Error::Conflict("poll-conflict-not-open")),
    }
    if closes_at <= poll.closes_at {
        return Err(Error::field("closes_at", "poll-wrong-sooner"));
    }
    store::set_extended(act.conn, &poll, closes_at)?;
    jobs::enqueue(act.conn, &slice::CLOSE, json!({ "poll": id }), closes_at)?;
    let rows = store::sealed::rows(act.conn, id)?;
    let detail = json!({
        "before": { "closes_at": poll.closes_at }, "after": { "closes_at": closes_at },
        "title_en": poll.title_en, "title_fr": poll.title_fr, "seals": seal::at_opening(&rows),
    });
    events::record(act, &slice::POLL_EXTENDED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// Closes a vote before its time: one whose figures nobody could see, or in which everybody has voted. Otherwise somebody could end
/// it at the moment that suits them.
///
/// # Errors
/// `Conflict` when figures were shown while some had not voted, and those of `close`.
pub fn close_early(act: &mut Act<'_>, id: i64) -> Result<()> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    let all = store::turnout(act.conn, id)? >= poll.roll_size.unwrap_or(0);
    if poll.state(act.now) == State::Open && poll.meeting_id.is_some() {
        return Err(Error::Conflict("poll-conflict-at-meeting"));
    }
    if poll.state(act.now) == State::Open && poll.shows != Shows::Closed && !all {
        return Err(Error::Conflict("poll-conflict-figures-seen"));
    }
    close(act, id)
}

/// Closes a vote and counts it, once. A vote that is closed already stays as it is; where papers are out, its voting ends and it waits until
/// they are counted.
///
/// # Errors
/// `Conflict` when it never opened.
pub fn close(act: &mut Act<'_>, id: i64) -> Result<()> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    match poll.state(act.now) {
        State::Open | State::Counting => {}
        State::Closed | State::Disputed | State::Void => return Ok(()),
        State::Draft | State::Scheduled | State::Missed | State::Cancelled => {
            return Err(Error::Conflict("poll-conflict-not-open"));
        }
    }
    if poll.secrecy.is_secret() {
        if !ballot_box::is_settled(act, &poll)? {
            return ballot_box::end(act, &poll);
        }
        let questions = store::questions(act.conn, id)?;
        if let Err(disputed) = urn::open(act, &poll, &questions)? {
            return urn::dispute(act, &poll, disputed);
        }
    }
    let rows = store::sealed::rows(act.conn, id)?;
    let seed = seal::ballots(&rows);
    let (piles, present) = store::piles(act.conn, id, rows.questions.len(), poll.quorum_of)?;
    let ended = act.now.min(poll.closes_at);
    store::appeals::begin(act.conn, id, act.today())?;
    store::set_closed(act.conn, id, ended)?;
    let pairs = rows.questions.into_iter().zip(piles.iter().cloned());
    let counted: Vec<Counted> = pairs
        .map(|(question, piles)| Counted::so_far(&poll, question, (&piles, present), act.coop.language, Some(&seed)))
        .collect::<Result<_>>()?;
    let numbers = if poll.binding {
        let on = clock::date_in(act.coop.zone, ended);
        let entries: Vec<Entry> = counted.iter().map(|one| entry(&poll, one, on)).collect();
        decisions::write(act, &entries)?
    } else {
        Vec::new()
    };
    let told = [Lang::En, Lang::Fr].map(|lang| told(&poll, &counted, lang));
    let mut registers = Vec::new();
    for (place, counted) in counted.into_iter().enumerate() {
        registers.push(Register {
            poll_id: id,
            question: counted.question.number,
            number: numbers.get(place).copied(),
            verdict: counted.verdict,
            outcome: serde_json::to_value(&counted.outcome).map_err(anyhow::Error::new)?,
            plain: counted.plain.as_ref().map(serde_json::to_value).transpose().map_err(anyhow::Error::new)?,
            roll_size: counted.roll as i32,
            voted: counted.voted as i32,
            quorum_needed: counted.quorum_needed as i32,
            decided_at: ended,
            skipped: counted.skipped as i32,
            quorum_roll: counted.attendance.roll as i32,
            quorum_present: counted.attendance.present as i32,
        });
    }
    store::insert_results(act.conn, &registers)?;
    closed(act, &poll, (&registers, &piles), told)?;
    decisions::tell(act, &numbers)
}

/// What the register of decisions keeps of a question: what was asked, and what it came to in a sentence.
fn entry(poll: &Poll, counted: &Counted, on: NaiveDate) -> Entry {
    let [(title_en, sums_en), (title_fr, sums_fr)] =
        [Lang::En, Lang::Fr].map(|lang| (poll.title_of(&counted.question, lang), words::sums_of(lang, counted)));
    Entry {
        decided_on: on,
        body: Body::Members,
        former_number: String::new(),
        title_en,
        title_fr,
        details_en: poll.details_en.clone(),
        details_fr: poll.details_fr.clone(),
        sums_en,
        sums_fr,
    }
}

/// What a vote came to, in a sentence a question.
pub(super) fn told(poll: &Poll, counted: &[Counted], lang: Lang) -> String {
    let sentence = |one: &Counted| match counted {
        [_] => words::outcome_of(lang, one),
        _ => lang.with(
            "poll-outcome-of",
            &[("title", poll.title_of(&one.question, lang).into()), ("outcome", words::outcome_of(lang, one).into())],
        ),
    };
    counted.iter().map(sentence).collect::<Vec<_>>().join(" ")
}

/// Tells what a vote came to: a verdict a question, the sentences of the mails, and the seals of all that it hangs on.
fn closed(
    act: &mut Act<'_>,
    poll: &Poll,
    (registers, piles): (&[Register], &[Vec<Pile>]),
    [told_en, told_fr]: [String; 2],
) -> Result<()> {
    let verdicts: Vec<&str> = registers.iter().map(|register| register.verdict.word()).collect();
    let numbers: Vec<i32> = registers.iter().filter_map(|register| register.number).collect();
    let first = registers.first();
    let detail = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "numbers": numbers, "verdicts": verdicts,
        "voted": first.map(|register| register.voted), "roll": first.map(|register| register.roll_size),
        "meeting_id": poll.meeting_id, "about": super::meeting::about(poll), "quorum_needed": first.map(|register| register.quorum_needed), "told_en": told_en, "told_fr": told_fr,
        "seals": seal::at_close(&store::sealed::rows(act.conn, poll.id)?, piles)?,
    });
    events::record(act, &slice::POLL_CLOSED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// The job that closes a vote at its time. Where the end was put off, a later one does.
pub fn close_due(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let id = payload["poll"].as_i64().ok_or(Error::NotFound)?;
    let poll = store::poll(act.conn, id)?;
    let put_off = poll.announced_closes_at.is_some() && poll.closes_at > act.now;
    if put_off { Ok(()) } else { close(act, id) }
}
