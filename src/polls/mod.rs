//! Polls (shown as "votes"): a proposal that members decide by an open ballot.
//!
//! The rule and the electoral roll are frozen when a vote opens: neither a new by-law nor a new member changes a vote that
//! is under way. A ballot counts if the database's clock says the vote is open at the moment it is stored, and can be
//! changed until the close. Casting holds a shared lock of the vote and closing the exclusive one, so that no ballot is
//! stored that was not counted; there is no running counter. A vote is counted once, at its close.

pub mod api;
mod merging;
pub mod notices;
pub mod pages;
pub mod rules;
mod seal;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;
pub mod words;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

pub use rules::{Choice, Count, Rule, Tally, Verdict};
pub use store::reads::{Decision, Turnout};

use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::jobs;
use crate::platform::live::Fragment;
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;
use crate::schema::{polls, results};
use crate::{coops, members};

/// What can be said of a ballot that came too late. The page has its own words for it.
pub const TOO_LATE: &str = "poll-conflict-closed";
/// The page has its own words for this one too.
pub const CHANGED_SINCE: &str = "poll-sent-before";
/// An open vote is announced again this long before its close to those who have not voted.
const REMIND_BEFORE: TimeDelta = TimeDelta::hours(24);

text_enum! {
    /// What was done with a vote. Where it stands at an instant is its `State`.
    pub enum Status {
        Scheduled = "scheduled",
        Open = "open",
        Closed = "closed",
        Cancelled = "cancelled",
    }
}

/// A vote to be set up, in both languages.
#[derive(Debug, Clone)]
pub struct NewPoll {
    pub title_en: String,
    pub title_fr: String,
    pub details_en: String,
    pub details_fr: String,
    /// Whether it needs the special majority.
    pub special: bool,
    pub opens_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = polls)]
pub struct Poll {
    pub id: i64,
    pub title_en: String,
    pub title_fr: String,
    pub details_en: String,
    pub details_fr: String,
    pub status: Status,
    pub special: bool,
    pub majority_num: i32,
    pub majority_den: i32,
    pub abstentions_count: bool,
    pub quorum_percent: i32,
    pub roll_size: Option<i32>,
    pub opens_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
    pub opened_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub version: i32,
}

/// What was counted at the close, kept in the register of decisions.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = results)]
pub struct Register {
    pub poll_id: i64,
    pub number: i32,
    pub for_count: i32,
    pub against_count: i32,
    pub abstain_count: i32,
    pub roll_size: i32,
    pub quorum_needed: i32,
    pub outcome: Verdict,
    pub decided_at: DateTime<Utc>,
}

/// Where a vote stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Scheduled,
    /// Its whole time passed while nobody could open it.
    Missed,
    Open,
    /// The time is up and the count is about to be made.
    Counting,
    Closed,
    Cancelled,
}

impl Poll {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    pub fn details(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.details_en } else { &self.details_fr }
    }

    pub fn rule(&self) -> Rule {
        Rule {
            special: self.special,
            majority_num: self.majority_num,
            majority_den: self.majority_den,
            abstentions_count: self.abstentions_count,
            quorum_percent: self.quorum_percent,
        }
    }

    pub fn state(&self, now: DateTime<Utc>) -> State {
        match self.status {
            Status::Scheduled if self.closes_at <= now => State::Missed,
            Status::Scheduled => State::Scheduled,
            Status::Open if self.closes_at <= now => State::Counting,
            Status::Open => State::Open,
            Status::Closed => State::Closed,
            Status::Cancelled => State::Cancelled,
        }
    }

    /// The count of these ballots by the rule of this vote.
    pub fn count(&self, tally: &Tally) -> Result<Count> {
        Ok(rules::count(self.rule(), self.roll_size.unwrap_or(0).into(), tally)?)
    }

    fn subject(&self, lang: Lang) -> Subject {
        Subject { id: self.id, name: self.title(lang).to_owned() }
    }
}

// ---- setting up ----

/// Sets a vote up. It opens by itself at its time; at once if that time has come.
///
/// # Errors
/// `Invalid` on the times when they are in the wrong order.
pub fn create(act: &mut Act<'_>, new: &NewPoll) -> Result<i64> {
    check_times(act, new)?;
    let rule = Rule::of(&coops::rule_profile(act.conn)?, new.special);
    let id = store::insert(act.conn, new, &rule, act.viewer.map(|viewer| viewer.account_id))?;
    let poll = store::poll(act.conn, id)?;
    events::record(act, &slice::POLL_CREATED, &poll.subject(act.coop.language), json!({ "after": described(&poll) }))?;
    open_in_time(act, &poll)?;
    Ok(id)
}

/// Changes a vote that has not opened. `version` is the one the editor saw.
///
/// # Errors
/// `Conflict` when it has opened, or when somebody else changed it; `Invalid` on the times.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, new: &NewPoll) -> Result<()> {
    let before = scheduled(act, id)?;
    if before.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    check_times(act, new)?;
    let rule = Rule::of(&coops::rule_profile(act.conn)?, new.special);
    store::update(act.conn, id, new, &rule)?;
    let after = store::poll(act.conn, id)?;
    if let Some(changed) = difference(&described(&before), &described(&after)) {
        events::record(act, &slice::POLL_CHANGED, &after.subject(act.coop.language), changed)?;
    }
    open_in_time(act, &after)
}

/// Calls a vote off before it opens.
pub fn cancel(act: &mut Act<'_>, id: i64) -> Result<()> {
    let poll = scheduled(act, id)?;
    store::set_cancelled(act.conn, id)?;
    events::record(act, &slice::POLL_CANCELLED, &poll.subject(act.coop.language), json!({}))?;
    Ok(())
}

fn check_times(act: &Act<'_>, new: &NewPoll) -> Result<()> {
    let key = match (new.closes_at > new.opens_at, new.closes_at > act.now) {
        (false, _) => "poll-wrong-order",
        (true, false) => "poll-wrong-past",
        (true, true) => return Ok(()),
    };
    Err(Error::Invalid(vec![FieldError { field: "closes_at".to_owned(), key, limit: None }]))
}

/// The vote, locked, if it can still be changed.
fn scheduled(act: &mut Act<'_>, id: i64) -> Result<Poll> {
    let poll = store::lock(act.conn, id)?;
    if poll.status == Status::Scheduled { Ok(poll) } else { Err(Error::Conflict("poll-conflict-not-scheduled")) }
}

/// Opens the vote now if its time has come, else leaves a job that will.
fn open_in_time(act: &mut Act<'_>, poll: &Poll) -> Result<()> {
    if poll.opens_at <= act.now {
        return open(act, poll.id);
    }
    jobs::enqueue(act.conn, &slice::OPEN, json!({ "poll": poll.id }), poll.opens_at)?;
    Ok(())
}

/// A vote as the trail keeps it.
fn described(poll: &Poll) -> Value {
    json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "details_en": poll.details_en, "details_fr": poll.details_fr,
        "majority": if poll.special { "special" } else { "ordinary" },
        "opens_at": poll.opens_at, "closes_at": poll.closes_at,
    })
}

// ---- opening ----

/// Opens a vote: freezes the rule of today and the roll of today. A vote that is open already stays as it is.
///
/// # Errors
/// `Conflict` when it was cancelled or closed, or when its closing time has passed.
pub fn open(act: &mut Act<'_>, id: i64) -> Result<()> {
    let poll = store::lock(act.conn, id)?;
    match poll.state(act.now) {
        State::Open | State::Counting => return Ok(()),
        State::Scheduled => {}
        State::Missed => return Err(Error::Conflict("poll-conflict-missed")),
        State::Closed | State::Cancelled => return Err(Error::Conflict("poll-conflict-not-scheduled")),
    }
    let rule = Rule::of(&coops::rule_profile(act.conn)?, poll.special);
    let today = act.today();
    let roll = members::electorate(act.conn, today)?;
    store::insert_roll(act.conn, id, &roll)?;
    store::set_open(act.conn, id, &rule, roll.len() as i32, act.now)?;
    jobs::enqueue(act.conn, &slice::CLOSE, json!({ "poll": id }), poll.closes_at)?;
    let detail = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "closes_at": poll.closes_at, "roll": roll.len(),
        "quorum_percent": rule.quorum_percent, "majority": format!("{}/{}", rule.majority_num, rule.majority_den),
        "abstentions_count": rule.abstentions_count, "seals": seal::at_opening(&store::sealed::rows(act.conn, id)?),
    });
    events::record(act, &slice::POLL_OPENED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// The job that opens a vote at its time. Late or twice does no harm: it looks whether there is something to open.
pub fn open_due(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let id = payload["poll"].as_i64().ok_or(Error::NotFound)?;
    if store::is_due_to_open(act.conn, id)? { open(act, id) } else { Ok(()) }
}

// ---- voting ----

/// The ballot that somebody had in front of them when they voted, by when it was cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// They do not say: whatever is there gives way.
    Unsaid,
    /// None, or the one of this time: a page that was opened before is no reason to undo what was voted since.
    At(Option<DateTime<Utc>>),
}

/// Casts or changes the ballot of the member who acts. The ballot is the only place that says what was voted: no form is
/// remembered, since the same form sent twice says the same, and one that was sent before changes nothing.
///
/// # Errors
/// `Forbidden` for somebody who is no member or not on the roll; `Conflict` with `TOO_LATE` when the vote is not open, with
/// `CHANGED_SINCE` when another ballot was cast than the one they saw.
pub fn cast(act: &mut Act<'_>, id: i64, choice: Choice, seen: Seen) -> Result<()> {
    let member = act.member_id()?;
    store::hold_open(act.conn, id)?;
    let Some(stored) = store::cast(act.conn, id, member, choice, seen)? else {
        store::poll(act.conn, id)?;
        return Err(Error::Conflict(TOO_LATE));
    };
    let kind = match stored.fresh {
        _ if !stored.on_roll => return Err(Error::Forbidden),
        Some(true) => &slice::POLL_BALLOT_CAST,
        Some(false) => &slice::POLL_BALLOT_CHANGED,
        None if store::says(act.conn, id, member, choice)? => return Ok(()),
        None => return Err(Error::Conflict(CHANGED_SINCE)),
    };
    // The trail says that somebody voted; what, only the ballot says.
    let name = if act.coop.language == Lang::En { stored.title_en } else { stored.title_fr };
    events::record(act, kind, &Subject { id, name }, json!({}))?;
    Ok(())
}

// ---- closing ----

/// Closes a vote and counts it, once. A vote that is closed already stays as it is.
///
/// # Errors
/// `Conflict` when it never opened.
pub fn close(act: &mut Act<'_>, id: i64) -> Result<()> {
    store::hold_closed(act.conn, id)?;
    let poll = store::lock(act.conn, id)?;
    match poll.state(act.now) {
        State::Open | State::Counting => {}
        State::Closed => return Ok(()),
        State::Scheduled | State::Missed | State::Cancelled => {
            return Err(Error::Conflict("poll-conflict-not-open"));
        }
    }
    let count = poll.count(&store::tally(act.conn, id)?)?;
    let ended = act.now.min(poll.closes_at);
    store::set_closed(act.conn, id, ended)?;
    let register = Register {
        poll_id: id,
        number: store::next_number(act.conn)?,
        for_count: count.tally.in_favour as i32,
        against_count: count.tally.against as i32,
        abstain_count: count.tally.abstained as i32,
        roll_size: count.roll as i32,
        quorum_needed: count.quorum_needed as i32,
        outcome: count.verdict,
        decided_at: ended,
    };
    store::insert_result(act.conn, &register)?;
    let detail = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "number": register.number, "outcome": register.outcome.word(),
        "for": register.for_count, "against": register.against_count, "abstained": register.abstain_count,
        "roll": register.roll_size, "quorum_needed": register.quorum_needed,
        "seals": seal::at_close(&store::sealed::rows(act.conn, id)?),
    });
    events::record(act, &slice::POLL_CLOSED, &poll.subject(act.coop.language), detail)?;
    Ok(())
}

/// The job that closes a vote at its time. It was left when the vote opened, for a time that cannot change after that.
pub fn close_due(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    close(act, payload["poll"].as_i64().ok_or(Error::NotFound)?)
}

// ---- for other slices ----

/// The register of decisions, latest first, before a number.
pub fn decisions(conn: &mut PgConnection, before: Option<i32>, limit: i64) -> Result<Vec<Decision>> {
    store::reads::decisions(conn, before, limit)
}

/// One decision by its number.
pub fn decision(conn: &mut PgConnection, number: i32) -> Result<Decision> {
    store::reads::decision(conn, number)
}

/// How many voted in the votes that closed in a period (days of the co-op, both included), earliest first.
pub fn turnout(conn: &mut PgConnection, from: NaiveDate, to: NaiveDate) -> Result<Vec<Turnout>> {
    store::reads::turnout(conn, from, to)
}

/// The live part of a vote's page, the same for everybody who watches it. `None` where nothing is live.
pub fn live_fragment(conn: &mut PgConnection, id: i64, lang: Lang) -> Result<Option<Fragment>> {
    pages::live_fragment(conn, id, lang)
}
