//! Setting a vote up: its text and times, its questions, and the moment from which others see it.
//!
//! A vote is a draft that can be left and come back to until it is announced. What it asks changes until it opens and no longer.
//! Whoever changes it says which version they saw.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::announcing::open_in_time;
use super::paper::{CHOICES_MAX, Method, QUESTIONS_MAX, Question};
use super::rules::Rule;
use super::urn::{self, Secrecy};
use super::{Case, Poll, Shows, Status, slice, store};
use crate::coops;
use crate::files;
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, difference};
use crate::platform::visit::Act;

/// A vote to be set up, in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPoll {
    pub title_en: String,
    pub title_fr: String,
    pub details_en: String,
    pub details_fr: String,
    pub case: Case,
    /// Whether it decides, or asks for advice.
    pub binding: bool,
    pub shows: Shows,
    /// Whether its ballots are secret, and what is published of them then. Figures of a secret vote are shown after its close alone.
    pub secrecy: Secrecy,
    /// The day on which one had to be a member; that of the opening where it is not said.
    pub record_on: Option<NaiveDate>,
    pub opens_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
}

/// A question to be asked. Titles may be empty where the vote has one question alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewQuestion {
    pub title_en: String,
    pub title_fr: String,
    pub method: Method,
    /// How many are chosen.
    pub seats: i32,
    /// The most points for one choice, or dots in all.
    pub points: i32,
    /// In cents.
    pub budget: Option<i64>,
    /// Whether it needs the special majority.
    pub special: bool,
    /// Consent: the share of the roll that must agree, and how many objections it bears.
    pub agree_percent: i32,
    pub objections_max: i32,
    pub shuffled: bool,
    pub lot: bool,
    pub choices: Vec<NewChoice>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewChoice {
    pub title_en: String,
    pub title_fr: String,
    /// In cents.
    pub cost: Option<i64>,
    pub day: Option<NaiveDate>,
    pub hour: Option<NaiveTime>,
    /// Whom it names. A template that is kept names nobody.
    #[serde(skip)]
    pub member: Option<i64>,
}

impl NewQuestion {
    /// A question of a method, without choices yet.
    pub fn of(method: Method) -> Self {
        Self {
            title_en: String::new(),
            title_fr: String::new(),
            method,
            seats: 1,
            points: if method == Method::Dots { 10 } else { 5 },
            budget: None,
            special: false,
            agree_percent: 0,
            objections_max: 0,
            shuffled: false,
            lot: !method.has_sides() && method != Method::Times,
            choices: Vec::new(),
        }
    }

    /// The proposal that the text of the vote makes.
    pub fn proposal(special: bool) -> Self {
        Self { special, ..Self::of(Method::Proposal) }
    }
}

impl From<&Question> for NewQuestion {
    fn from(asked: &Question) -> Self {
        Self {
            title_en: asked.title_en.clone(),
            title_fr: asked.title_fr.clone(),
            method: asked.method,
            seats: asked.seats,
            points: asked.points,
            budget: asked.budget,
            special: asked.rule.special,
            agree_percent: asked.agree_percent,
            objections_max: asked.objections_max,
            shuffled: asked.shuffled,
            lot: asked.lot,
            choices: asked.choices.iter().map(NewChoice::from).collect(),
        }
    }
}

impl From<&super::paper::Choice> for NewChoice {
    fn from(choice: &super::paper::Choice) -> Self {
        Self {
            title_en: choice.title_en.clone(),
            title_fr: choice.title_fr.clone(),
            cost: choice.cost,
            day: choice.day,
            hour: choice.hour,
            member: choice.member_id,
        }
    }
}

/// Sets a vote up, as a draft, with its first questions.
///
/// # Errors
/// `Invalid` on the times when they are in the wrong order.
pub fn create(act: &mut Act<'_>, new: &NewPoll, first: &[NewQuestion]) -> Result<i64> {
    create_as(act, new, first, None)
}

/// The same of a vote that may be the second call of another one.
pub fn create_as(act: &mut Act<'_>, new: &NewPoll, first: &[NewQuestion], second_call_of: Option<i64>) -> Result<i64> {
    check_times(act, new)?;
    let new = &settled(new);
    let profile = coops::rule_profile(act.conn)?;
    let account = act.viewer.map(|viewer| viewer.account_id);
    let id = store::insert(act.conn, new, &profile, account, second_call_of)?;
    write_questions(act, id, first)?;
    let (poll, questions) = store::whole(act.conn, id)?;
    let mut after = described(&poll);
    after["questions"] = questions.iter().map(told).collect();
    events::record(act, &slice::POLL_CREATED, &poll.subject(act.coop.language), json!({ "after": after }))?;
    Ok(id)
}

/// Sets a vote up like this one: the same texts, questions and files, as a draft. It would last as long, at the same hour: from the next day that
/// is to come, or where this one is void, from now on.
///
/// # Errors
/// `NotFound`.
pub fn copy(act: &mut Act<'_>, id: i64) -> Result<i64> {
    let (poll, questions) = store::whole(act.conn, id)?;
    let void = poll.status == Status::Void;
    let opens_at = if void { act.now } else { next_time_of(act, &poll) };
    let record_on = poll.record_on.filter(|_| void);
    let asked: Vec<NewQuestion> = questions.iter().map(NewQuestion::from).collect();
    let copy = create(act, &like(poll, opens_at, record_on), &asked)?;
    files::copy(act, slice::POLL.word, id, copy)?;
    Ok(copy)
}

/// The hour at which a vote opened, on the first day on which it is still to come.
pub(super) fn next_time_of(act: &Act<'_>, poll: &Poll) -> DateTime<Utc> {
    next_time(act, poll.opens_at.with_timezone(&act.coop.zone).time())
}

/// The text and set-up of a vote, for one that lasts as long from another time on.
pub fn like(poll: Poll, opens_at: DateTime<Utc>, record_on: Option<NaiveDate>) -> NewPoll {
    let lasted = poll.announced_closes_at.unwrap_or(poll.closes_at) - poll.opens_at;
    NewPoll {
        title_en: poll.title_en,
        title_fr: poll.title_fr,
        details_en: poll.details_en,
        details_fr: poll.details_fr,
        case: poll.case,
        binding: poll.binding,
        shows: poll.shows,
        secrecy: poll.secrecy,
        record_on,
        opens_at,
        closes_at: opens_at + lasted,
    }
}

/// An hour by the co-op's clocks, on the first day on which it is still to come.
pub(super) fn next_time(act: &Act<'_>, hour: NaiveTime) -> DateTime<Utc> {
    let zone = act.coop.zone;
    let at = |days| clock::instant(zone, act.today().checked_add_days(Days::new(days))?.and_time(hour));
    // An hour that the clocks skip is there on the day after.
    (0..4).filter_map(at).find(|at| *at > act.now).unwrap_or(act.now)
}

/// What a second call asks stays what the first one asked.
const SAME_AS_FIRST: &str = "second-call-conflict-same";

/// What a vote asks stays that another part of the program set up.
const BOUND: &str = "poll-conflict-bound";

/// Whoever set this draft up reads its result by its choices: what it asks stays from now on, and only its times change. Its result
/// can be contested for so many days.
pub fn bind(act: &mut Act<'_>, id: i64, appeal_days: i32) -> Result<()> {
    unopened(act, id)?;
    store::questions::bind(act.conn, id, appeal_days)
}

/// A vote as it is set up.
pub fn as_it_is(poll: &Poll) -> NewPoll {
    NewPoll { closes_at: poll.closes_at, ..like(poll.clone(), poll.opens_at, poll.record_on) }
}

/// Changes the text and times of a vote that has not opened. `version` is the one the editor saw.
///
/// # Errors
/// `Conflict` when it has opened, or when somebody else changed it; `Invalid` on the times.
pub fn change(act: &mut Act<'_>, id: i64, version: i32, new: &NewPoll) -> Result<()> {
    let before = unopened(act, id)?;
    seen(&before, version)?;
    check_times(act, new)?;
    let new = &settled(new);
    let times_only = NewPoll { opens_at: new.opens_at, closes_at: new.closes_at, ..as_it_is(&before) };
    if before.second_call_of.is_some() && *new != times_only {
        return Err(Error::Conflict(SAME_AS_FIRST));
    }
    if *new != times_only && store::questions::is_bound(act.conn, id)? {
        return Err(Error::Conflict(BOUND));
    }
    store::update(act.conn, id, new)?;
    let after = store::poll(act.conn, id)?;
    if let Some(changed) = difference(&described(&before), &described(&after)) {
        let texts =
            |poll: &Poll| [&poll.title_en, &poll.title_fr, &poll.details_en, &poll.details_fr].map(Clone::clone);
        if texts(&before) != texts(&after) || before.case != after.case {
            text_changed(act, &before)?;
        }
        events::record(act, &slice::POLL_CHANGED, &after.subject(act.coop.language), changed)?;
    }
    if after.status != Status::Scheduled {
        return Ok(());
    }
    urn::untell(act, &before, &after)?;
    open_in_time(act, &after)
}

/// A secret vote shows no figure before its close.
fn settled(new: &NewPoll) -> NewPoll {
    let shows = if new.secrecy.is_secret() { Shows::Closed } else { new.shows };
    NewPoll { shows, ..new.clone() }
}

/// Replaces what a vote asks, until it opens.
///
/// # Errors
/// `Conflict` when it has opened, or when somebody else changed it; `Invalid` where a question cannot be asked so.
pub fn ask(act: &mut Act<'_>, id: i64, version: i32, questions: &[NewQuestion]) -> Result<()> {
    let poll = unopened(act, id)?;
    seen(&poll, version)?;
    if poll.second_call_of.is_some() {
        return Err(Error::Conflict(SAME_AS_FIRST));
    }
    if store::questions::is_bound(act.conn, id)? {
        return Err(Error::Conflict(BOUND));
    }
    let told = |all: &[Question]| json!({ "questions": all.iter().map(told).collect::<Vec<_>>() });
    let before = told(&store::questions(act.conn, id)?);
    write_questions(act, id, questions)?;
    store::touch(act.conn, id)?;
    let after = told(&store::questions(act.conn, id)?);
    if let Some(changed) = difference(&before, &after) {
        text_changed(act, &poll)?;
        events::record(act, &slice::POLL_ASKED, &poll.subject(act.coop.language), changed)?;
    }
    Ok(())
}

/// What others have seen is another text from now on: the page says so.
fn text_changed(act: &mut Act<'_>, poll: &Poll) -> Result<()> {
    if poll.status == Status::Scheduled { store::versions::set_changed(act.conn, poll.id, act.now) } else { Ok(()) }
}

fn write_questions(act: &mut Act<'_>, id: i64, questions: &[NewQuestion]) -> Result<()> {
    if questions.len() > QUESTIONS_MAX || questions.iter().any(|question| question.choices.len() > CHOICES_MAX) {
        return Err(Error::field("", "poll-wrong-long"));
    }
    let profile = coops::rule_profile(act.conn)?;
    store::set_questions(act.conn, id, questions, |special| Rule::of(&profile, special))
}

/// A question as the trail keeps it.
fn told(question: &Question) -> Value {
    let choices: Vec<&str> = question.choices.iter().map(|choice| choice.title_en.as_str()).collect();
    json!({ "method": question.method.word(), "title": question.title_en, "choices": choices })
}

/// Calls a vote off before it opens.
pub fn cancel(act: &mut Act<'_>, id: i64) -> Result<()> {
    let poll = unopened(act, id)?;
    store::set_cancelled(act.conn, id)?;
    events::record(act, &slice::POLL_CANCELLED, &poll.subject(act.coop.language), json!({}))?;
    Ok(())
}

fn check_times(act: &Act<'_>, new: &NewPoll) -> Result<()> {
    let key = match (new.closes_at > new.opens_at, new.closes_at > act.now) {
        (false, _) => "poll-wrong-order",
        (true, false) => "poll-wrong-past",
        (true, true) if new.record_on.is_some_and(|day| day > clock::date_in(act.coop.zone, new.opens_at)) => {
            return Err(Error::field("record_on", "poll-wrong-record"));
        }
        (true, true) => return Ok(()),
    };
    Err(Error::field("closes_at", key))
}

/// The vote, locked, if it can still be changed.
fn unopened(act: &mut Act<'_>, id: i64) -> Result<Poll> {
    let poll = store::lock(act.conn, id)?;
    let open = matches!(poll.status, Status::Draft | Status::Scheduled);
    if open { Ok(poll) } else { Err(Error::Conflict("poll-conflict-not-scheduled")) }
}

fn seen(poll: &Poll, version: i32) -> Result<()> {
    if poll.version == version { Ok(()) } else { Err(Error::Conflict("conflict-changed")) }
}

/// A vote as the trail keeps it.
fn described(poll: &Poll) -> Value {
    let mut told = poll.case.told();
    let all = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "details_en": poll.details_en, "details_fr": poll.details_fr,
        "binding": poll.binding, "shows": poll.shows.word(), "secrecy": poll.secrecy.word(), "record_on": poll.record_on, "opens_at": poll.opens_at, "closes_at": poll.closes_at,
        "second_call_of": poll.second_call_of,
    });
    all.as_object().into_iter().flatten().for_each(|(name, value)| told[name] = value.clone());
    told
}
