//! A misspelt word of an open vote, corrected by two: one person who runs votes proposes it, another one confirms it.
//!
//! Ballots name choices by their numbers, so none is touched. Both texts stay with the vote, and the event tells the new seals. What would
//! change the sense is refused, when it is proposed and again when it is confirmed (`spelling`).

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::json;

use super::paper::{Method, Question};
use super::spelling::{self, Wrong};
use super::{Poll, State, seal, slice, store};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::events::{self, EventKind};
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;

/// The most corrections of one vote.
pub const CORRECTIONS_MAX: usize = 200;

text_enum! {
    /// Which text of a vote, or of a question or a choice, which have a title alone.
    pub enum Part {
        Title = "title",
        Details = "details",
        Pros = "pros",
        Cons = "cons",
    }
}

text_enum! {
    /// In which language a text stands: in both where it says the same.
    pub enum Tongue {
        En = "en",
        Fr = "fr",
        Both = "both",
    }
}

impl Tongue {
    fn meets(self, other: Self) -> bool {
        self == other || self == Self::Both || other == Self::Both
    }
}

text_enum! {
    /// What came of a correction.
    pub enum Settled {
        Made = "made",
        Declined = "declined",
        /// By who proposed it.
        Withdrawn = "withdrawn",
    }
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub question: Option<i32>,
    pub choice: Option<i32>,
    pub part: Part,
    pub tongue: Tongue,
}

impl Spot {
    /// The name of its field in a form.
    pub fn name(&self) -> String {
        let language = self.tongue.word();
        match (self.question, self.choice) {
            (None, _) => format!("{}-{language}", self.part.word()),
            (Some(question), None) => format!("q{question}-{language}"),
            (Some(question), Some(choice)) => format!("q{question}-c{choice}-{language}"),
        }
    }

    /// Which text it is, as the words of `correction-of-` name it.
    pub fn word(&self) -> &'static str {
        match (self.question, self.choice) {
            (None, _) => self.part.word(),
            (Some(_), None) => "question",
            (Some(_), Some(_)) => "choice",
        }
    }

    fn meets(&self, other: &Self) -> bool {
        (self.question, self.choice, self.part) == (other.question, other.choice, other.part)
            && self.tongue.meets(other.tongue)
    }
}

/// A text of a vote as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub spot: Spot,
    pub says: String,
}

/// A text with what it is to say.
#[derive(Debug, Clone)]
pub struct Change {
    pub spot: Spot,
    pub to: String,
}

/// A correction that was proposed, and what came of it.
#[derive(Debug, Clone, Deserialize)]
pub struct Correction {
    pub number: i32,
    pub question: Option<i32>,
    pub choice: Option<i32>,
    pub field: Part,
    pub language: Tongue,
    pub before: String,
    pub after: String,
    pub proposed_by: i64,
    pub proposed_at: DateTime<Utc>,
    /// Nothing while it waits.
    pub outcome: Option<Settled>,
    pub settled_by: Option<i64>,
    pub settled_at: Option<DateTime<Utc>>,
    /// The names of both.
    pub proposer: Option<String>,
    pub settler: Option<String>,
}

impl Correction {
    pub fn spot(&self) -> Spot {
        Spot { question: self.question, choice: self.choice, part: self.field, tongue: self.language }
    }

    pub fn is_made(&self) -> bool {
        self.outcome == Some(Settled::Made)
    }
}

/// What of a vote can be misspelt: its own texts, the titles of its questions, and of their choices, but for times, which the program writes.
pub fn texts(poll: &Poll, questions: &[Question]) -> Vec<Text> {
    let case = &poll.case;
    let of_vote = [
        (Part::Title, &poll.title_en, &poll.title_fr),
        (Part::Details, &poll.details_en, &poll.details_fr),
        (Part::Pros, &case.pros_en, &case.pros_fr),
        (Part::Cons, &case.cons_en, &case.cons_fr),
    ];
    let mut all: Vec<Text> = of_vote.into_iter().flat_map(|(part, en, fr)| both(None, None, part, en, fr)).collect();
    for question in questions {
        all.extend(both(Some(question.number), None, Part::Title, &question.title_en, &question.title_fr));
        for choice in question.choices.iter().filter(|_| question.method != Method::Times) {
            let (number, at) = (Some(question.number), Some(choice.number));
            all.extend(both(number, at, Part::Title, &choice.title_en, &choice.title_fr));
        }
    }
    all
}

fn both(question: Option<i32>, choice: Option<i32>, part: Part, en: &str, fr: &str) -> Vec<Text> {
    let said: &[(Tongue, &str)] = if en == fr { &[(Tongue::Both, en)] } else { &[(Tongue::En, en), (Tongue::Fr, fr)] };
    let text = |(tongue, says): &(Tongue, &str)| Text {
        spot: Spot { question, choice, part, tongue: *tongue },
        says: (*says).to_owned(),
    };
    said.iter().filter(|(_, says)| !says.is_empty()).map(text).collect()
}

/// Proposes corrections of an open vote; how many. `version` is that of the vote whose texts were seen.
///
/// # Errors
/// `Conflict` when it is not open or was changed meanwhile; `Invalid` beside each text that cannot be corrected so, or that waits already.
pub fn propose(act: &mut Act<'_>, id: i64, version: i32, changes: &[Change]) -> Result<usize> {
    let account = account(act)?;
    let poll = open(act, id)?;
    if poll.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    let entire = store::entire(act.conn, id)?;
    let all = texts(&entire.poll, &entire.questions);
    let mut then = all.clone();
    for change in changes {
        let text = then.iter_mut().find(|text| text.spot == change.spot).ok_or(Error::NotFound)?;
        text.says.clone_from(&change.to);
    }
    let changed: Vec<(&Text, &Text)> =
        all.iter().zip(&then).filter(|(now, then)| now.says.trim() != then.says.trim()).collect();
    if entire.corrections.len() + changed.len() > CORRECTIONS_MAX {
        return Err(Error::field("", "correction-wrong-many"));
    }
    let mut errors = Vec::new();
    for (now, text) in &changed {
        let waits = entire.corrections.iter().any(|one| one.outcome.is_none() && one.spot().meets(&now.spot));
        let judged = if waits {
            Err(Wrong("correction-wrong-waits", None))
        } else {
            judge(&entire.corrections, now, &text.says, &then)
        };
        if let Err(Wrong(key, limit)) = judged {
            errors.push(FieldError { field: now.spot.name(), key, limit });
        }
    }
    if !errors.is_empty() {
        return Err(Error::Invalid(errors));
    }
    let last = entire.corrections.iter().map(|one| one.number).max().unwrap_or(0);
    for (number, (now, then)) in (last + 1..).zip(&changed) {
        store::corrections::insert(act.conn, (id, number), now, &then.says, account, act.now)?;
        told(act, &poll, &slice::CORRECTION_PROPOSED, &now.spot, (&now.says, &then.says), json!({}))?;
    }
    Ok(changed.len())
}

/// Whether a text may say something else: by its own words as the vote opened with them, and beside the other choices as `all` has them.
fn judge(corrections: &[Correction], now: &Text, then: &str, all: &[Text]) -> std::result::Result<(), Wrong> {
    let beside = |text: &&Text| {
        let (one, other) = (&text.spot, &now.spot);
        one.choice.is_some()
            && one.question == other.question
            && one.choice != other.choice
            && one.tongue.meets(other.tongue)
    };
    let other = all
        .iter()
        .filter(|_| now.spot.choice.is_some())
        .filter(beside)
        .find(|text| spelling::is_taken_for(&now.says, then, &text.says));
    if let Some(text) = other {
        return Err(Wrong("correction-wrong-choice", Some(text.says.clone())));
    }
    let made =
        corrections.iter().filter(|one| one.is_made() && one.spot().meets(&now.spot)).min_by_key(|one| one.settled_at);
    let opened = made.map_or(now.says.as_str(), |first| first.before.as_str());
    spelling::check(opened, &now.says, then)
}

/// Confirms a correction: the text says it from now on.
///
/// # Errors
/// `NotFound`; `Conflict` when the vote is not open, when it is settled already or the text says something else meanwhile, and for whoever
/// proposed it, or is the same person.
pub fn confirm(act: &mut Act<'_>, id: i64, number: i32) -> Result<()> {
    let account = account(act)?;
    store::hold_closed(act.conn, id)?;
    open(act, id)?;
    let (entire, correction) = waiting(act, id, number)?;
    if !store::corrections::are_two(act.conn, correction.proposed_by, account)? {
        return Err(Error::Conflict("correction-conflict-own"));
    }
    let all = texts(&entire.poll, &entire.questions);
    let now = all.iter().find(|text| text.spot == correction.spot() && text.says == correction.before);
    let fits = now.is_some_and(|now| judge(&entire.corrections, now, &correction.after, &all).is_ok());
    if !fits || !store::corrections::make(act.conn, id, number, account, act.now)? {
        return Err(Error::Conflict("correction-conflict-changed"));
    }
    let rows = store::sealed::rows(act.conn, id)?;
    let more =
        json!({ "proposed_by": correction.proposer.as_deref().unwrap_or_default(), "seals": seal::at_opening(&rows) });
    told(act, &rows.poll, &slice::POLL_CORRECTED, &correction.spot(), (&correction.before, &correction.after), more)
}

/// Declines a correction, or takes back one's own.
///
/// # Errors
/// `NotFound`; `Conflict` when it is settled already.
pub fn decline(act: &mut Act<'_>, id: i64, number: i32) -> Result<()> {
    let account = account(act)?;
    let poll = store::lock(act.conn, id)?;
    let (_, correction) = waiting(act, id, number)?;
    let own = correction.proposed_by == account;
    let settled = if own { Settled::Withdrawn } else { Settled::Declined };
    store::corrections::settle(act.conn, id, number, settled, account, act.now)?;
    let texts = (correction.before.as_str(), correction.after.as_str());
    told(act, &poll, &slice::CORRECTION_DECLINED, &correction.spot(), texts, json!({}))
}

fn account(act: &Act<'_>) -> Result<i64> {
    act.viewer.map(|viewer| viewer.account_id).ok_or(Error::Forbidden)
}

/// The vote, locked.
fn open(act: &mut Act<'_>, id: i64) -> Result<Poll> {
    let poll = store::lock(act.conn, id)?;
    match poll.state(act.now) {
        State::Open => Ok(poll),
        State::Draft => Err(Error::NotFound),
        _ => Err(Error::Conflict("poll-conflict-not-open")),
    }
}

fn waiting(act: &mut Act<'_>, id: i64, number: i32) -> Result<(store::Entire, Correction)> {
    let entire = store::entire(act.conn, id)?;
    let found = entire.corrections.iter().find(|one| one.number == number).cloned().ok_or(Error::NotFound)?;
    if found.outcome.is_some() { Err(Error::Conflict("correction-conflict-settled")) } else { Ok((entire, found)) }
}

fn told(
    act: &mut Act<'_>,
    poll: &Poll,
    kind: &'static EventKind,
    spot: &Spot,
    (before, after): (&str, &str),
    more: serde_json::Value,
) -> Result<()> {
    let mut detail = json!({
        "title_en": poll.title_en, "title_fr": poll.title_fr, "corrected": spot.word(), "language": spot.tongue.word(),
        "before": { "text": before }, "after": { "text": after },
    });
    more.as_object().into_iter().flatten().for_each(|(name, value)| detail[name] = value.clone());
    events::record(act, kind, &poll.subject(act.coop.language), detail)?;
    Ok(())
}
