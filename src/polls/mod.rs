//! Polls (shown as "votes"): one question or several that members decide by an open ballot.
//!
//! The rules and the electoral roll are frozen when a vote opens: neither a new by-law nor a new member changes a vote that
//! is under way. A ballot counts if the database's clock says the vote is open at the moment it is stored, and can be
//! changed until the close. Casting holds a shared lock of the vote and closing the exclusive one, so that no ballot is
//! stored that was not counted; there is no running counter. A vote is counted once, at its close, and its end moves only as long as
//! nobody could see a figure that would change by it.

mod announcing;
pub mod api;
pub mod appeals;
pub mod ballot_box;
pub mod booth;
pub mod bundle;
pub mod calling;
pub mod case;
mod casting;
mod closing;
pub mod corrections;
mod departing;
pub mod guests;
pub mod help;
pub mod interests;
pub mod meeting;
mod merging;
pub mod notices;
mod opening;
pub mod pages;
pub mod paper;
pub mod proxies;
mod recount;
pub mod roll;
pub mod rules;
mod seal;
pub mod setup;
pub mod slice;
mod spelling;
mod store;
pub mod templates;
#[cfg(test)]
pub mod tests;
mod trial;
pub mod urn;
mod voiding;
mod withdrawing;
pub mod words;

use chrono::{DateTime, NaiveDate, Utc};
use counting::Outcome;
use diesel::prelude::*;
use serde::Deserialize;
use serde_json::Value;

pub use announcing::{announce, announce_for, missing};
pub use calling::call_again;
pub use case::Case;
pub use casting::{Ballot, Seen, cast, cast_by_proxy, check, paper_of};
pub use closing::{close, close_due, close_early, extend};
pub use meeting::{
    AtMeeting, are_open_at, at_meeting, can_be_taken_to, end_at_meeting, meeting_of, number_of, open_at_meeting,
    take_to,
};
pub use opening::{open, open_due};
pub use pages::live_fragment;
pub use paper::{Answer, Method, Question, Side};
pub use recount::contests;
pub use roll::Room;
pub use rules::{Attendance, Count, Entitled, Pile, Rule, Verdict};
pub use setup::{NewChoice, NewPoll, NewQuestion, ask, bind, cancel, change, copy, create};
pub use store::questions;
pub use store::reads::Decision;
pub use urn::Secrecy;
pub use voiding::void;
pub use withdrawing::withdraw;

use crate::coops::{QuorumOf, VoteOf};
use crate::platform::error::Result;
use crate::platform::events::Subject;
use crate::platform::i18n::Lang;
use crate::platform::text_enum::text_enum;
use crate::schema::{polls, results};

/// What can be said of a ballot that came too late. The page has its own words for it.
pub const TOO_LATE: &str = "poll-conflict-closed";
/// The page has its own words for this one too.
pub const CHANGED_SINCE: &str = "poll-sent-before";
/// Where whoever casts first votes for the home: it has voted.
pub const HOME_HAS_VOTED: &str = "poll-conflict-home";

text_enum! {
    /// What was done with a vote. Where it stands at an instant is its `State`.
    pub enum Status {
        Draft = "draft",
        Scheduled = "scheduled",
        Open = "open",
        Closed = "closed",
        /// What was found in its urn cannot be right: it was not counted.
        Disputed = "disputed",
        Cancelled = "cancelled",
        /// It went wrong and counts for nothing.
        Void = "void",
    }
}

text_enum! {
    /// When the figures of a vote are shown to those who may read it.
    pub enum Shows {
        /// As they grow.
        Live = "live",
        /// To whoever has voted.
        Voted = "voted",
        /// Only after the close.
        Closed = "closed",
    }
}

#[derive(Debug, Clone, Queryable, QueryableByName, Selectable)]
#[diesel(table_name = polls)]
pub struct Poll {
    pub id: i64,
    pub title_en: String,
    pub title_fr: String,
    pub details_en: String,
    pub details_fr: String,
    #[diesel(embed)]
    pub case: Case,
    pub status: Status,
    /// Whether it decides, or asks for advice.
    pub binding: bool,
    pub shows: Shows,
    /// Whether its ballots are secret, and what is published of them then.
    pub secrecy: Secrecy,
    pub quorum_percent: i32,
    /// Whose the votes are, as the rules had it at the opening.
    pub vote_of: VoteOf,
    /// What the quorum is taken of, as the rules had it at the opening.
    pub quorum_of: QuorumOf,
    /// The vote without a quorum that this one calls again.
    pub second_call_of: Option<i64>,
    /// The meeting at which it is taken: who leads that opens it and ends it, and those who are there vote.
    pub meeting_id: Option<i64>,
    /// How many proxies one person may hold in it.
    pub proxies_max: i32,
    /// The day on which one had to be a member; that of the opening where it is not said.
    pub record_on: Option<NaiveDate>,
    /// How many votes there are on the roll.
    pub roll_size: Option<i32>,
    /// The same in what the quorum is taken of.
    pub quorum_roll: Option<i32>,
    pub opens_at: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
    pub opened_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub announced_closes_at: Option<DateTime<Utc>>,
    /// When what others had seen of it was changed last.
    pub text_changed_at: Option<DateTime<Utc>>,
    pub voided_at: Option<DateTime<Utc>>,
    /// Why it is void; empty where it is not.
    pub void_reason: String,
    pub version: i32,
}

/// What was counted of a question at the close.
#[derive(Debug, Clone, Queryable, QueryableByName, Selectable, Insertable, Deserialize)]
#[diesel(table_name = results)]
pub struct Register {
    pub poll_id: i64,
    pub question: i32,
    /// Its place in the register of decisions, if it decides.
    pub number: Option<i32>,
    pub verdict: Verdict,
    pub outcome: Value,
    /// The same where everybody weighs one, if some have more votes than others.
    pub plain: Option<Value>,
    pub roll_size: i32,
    pub voted: i32,
    pub quorum_needed: i32,
    pub decided_at: DateTime<Utc>,
    /// How many votes were cast on papers that left a place out.
    pub skipped: i32,
    /// How many are on the roll and how many take part, in what the quorum is taken of.
    pub quorum_roll: i32,
    pub quorum_present: i32,
}

/// A question with what was counted of it, so far or at the close.
#[derive(Debug, Clone)]
pub struct Counted {
    pub question: Question,
    pub outcome: Outcome,
    /// The same where everybody weighs one, if some have more votes than others: told beside it, and decides nothing.
    pub plain: Option<Outcome>,
    pub verdict: Verdict,
    pub roll: i64,
    pub voted: i64,
    pub quorum_needed: i64,
    /// Who there is and who takes part, in what the quorum is taken of.
    pub attendance: Attendance,
    /// How many votes were cast on papers that left a place out: those below it moved up.
    pub skipped: i64,
}

impl Counted {
    /// What a question's ballots come to by now. Lots are drawn at the close, so ties are left as they are. `present` is who takes part, where
    /// the quorum is not taken of votes.
    fn so_far(
        poll: &Poll,
        question: Question,
        (piles, present): (&[Pile], i64),
        lang: Lang,
        seed: Option<&str>,
    ) -> Result<Self> {
        let title = poll.title_of(&question, lang);
        let other = poll.quorum_of != QuorumOf::Votes;
        let attendance = other.then(|| Attendance { roll: poll.quorum_roll.unwrap_or(0).into(), present });
        let entitled = Entitled { roll: poll.roll_size.unwrap_or(0).into(), attendance };
        Self::of(question, &title, lang, entitled, piles, seed)
    }

    fn of(
        question: Question,
        title: &str,
        lang: Lang,
        entitled: Entitled,
        piles: &[Pile],
        seed: Option<&str>,
    ) -> Result<Self> {
        let (voted, roll) = (rules::voted(piles), entitled.roll);
        let attendance = entitled.attendance.unwrap_or(Attendance { roll, present: voted });
        let quorum_needed = question.rule.quorum_needed(attendance.roll);
        let drawn = Question { lot: question.lot && seed.is_some(), ..question.clone() };
        let outcome = rules::decide(&drawn, title, lang, entitled, piles, seed.unwrap_or_default())?;
        let verdict = Verdict::of(&outcome, attendance.present >= quorum_needed);
        let plain = if piles.iter().any(|pile| pile.weight != pile.ballots) {
            let heads: Vec<Pile> = piles.iter().map(|pile| Pile { weight: pile.ballots, ..pile.clone() }).collect();
            Some(rules::decide(&drawn, title, lang, entitled, &heads, seed.unwrap_or_default())?)
        } else {
            None
        };
        let skipped = piles.iter().map(|pile| pile.skipped).sum();
        Ok(Self { question, outcome, plain, verdict, roll, voted, quorum_needed, attendance, skipped })
    }

    /// What was kept of a question at the close.
    fn kept(question: Question, register: &Register) -> Result<Self> {
        Ok(Self {
            question,
            outcome: serde_json::from_value(register.outcome.clone()).map_err(anyhow::Error::new)?,
            plain: register.plain.clone().map(serde_json::from_value).transpose().map_err(anyhow::Error::new)?,
            verdict: register.verdict,
            roll: register.roll_size.into(),
            voted: register.voted.into(),
            quorum_needed: register.quorum_needed.into(),
            attendance: Attendance { roll: register.quorum_roll.into(), present: register.quorum_present.into() },
            skipped: register.skipped.into(),
        })
    }

    /// For and against, where the question is a proposal.
    pub fn count(&self) -> Option<Count> {
        let proposal = self.question.method == Method::Proposal;
        proposal.then(|| Count::of(self.question.rule, self.roll, &self.outcome).ok()).flatten()
    }

    /// The outcome with its sides and choices named in a language.
    pub fn in_language(&self, lang: Lang) -> Outcome {
        Outcome { candidates: rules::shown_names(&self.question, lang), ..self.outcome.clone() }
    }

    pub fn quorum_reached(&self) -> bool {
        self.attendance.present >= self.quorum_needed
    }
}

/// Where a vote stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Being set up: nobody else sees it.
    Draft,
    Scheduled,
    /// Its whole time passed while nobody could open it.
    Missed,
    Open,
    /// The time is up and the count is about to be made.
    Counting,
    Closed,
    Disputed,
    Cancelled,
    Void,
}

impl Poll {
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.title_en } else { &self.title_fr }
    }

    pub fn details(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.details_en } else { &self.details_fr }
    }

    /// The title of a question: its own, or that of the vote.
    pub fn title_of(&self, question: &Question, lang: Lang) -> String {
        let own = question.title(lang);
        if own.is_empty() { self.title(lang).to_owned() } else { own.to_owned() }
    }

    pub fn state(&self, now: DateTime<Utc>) -> State {
        match self.status {
            Status::Draft => State::Draft,
            Status::Scheduled if self.closes_at <= now && self.meeting_id.is_none() => State::Missed,
            Status::Scheduled => State::Scheduled,
            Status::Open if self.closes_at <= now => State::Counting,
            Status::Open => State::Open,
            Status::Closed => State::Closed,
            Status::Disputed => State::Disputed,
            Status::Cancelled => State::Cancelled,
            Status::Void => State::Void,
        }
    }

    fn subject(&self, lang: Lang) -> Subject {
        Subject { id: self.id, name: self.title(lang).to_owned() }
    }
}

/// The register of decisions, latest first, before a number.
pub fn decisions(conn: &mut PgConnection, before: Option<i32>, limit: i64) -> Result<Vec<Decision>> {
    store::reads::decisions(conn, before, limit)
}

/// One decision by its number.
pub fn decision(conn: &mut PgConnection, number: i32) -> Result<Decision> {
    store::reads::decision(conn, number)
}

/// Those of some numbers that votes decided.
pub fn decisions_numbered(conn: &mut PgConnection, numbers: &[i32]) -> Result<Vec<Decision>> {
    store::reads::decisions_numbered(conn, numbers)
}

/// A vote with what it asks.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<(Poll, Vec<Question>)> {
    store::whole(conn, id)
}

/// What a vote has come to: by now, or at its close, a row a question. Nothing where it was void before its close.
pub fn counted(conn: &mut PgConnection, poll: &Poll, questions: &[Question], lang: Lang) -> Result<Vec<Counted>> {
    if matches!(poll.status, Status::Closed | Status::Disputed | Status::Void) {
        let registers = store::registers(conn, poll.id)?;
        let pairs = questions.iter().cloned().zip(&registers);
        return pairs.map(|(question, register)| Counted::kept(question, register)).collect();
    }
    let (piles, present) = store::piles(conn, poll.id, questions.len(), poll.quorum_of)?;
    let pairs = questions.iter().cloned().zip(piles);
    pairs.map(|(question, piles)| Counted::so_far(poll, question, (&piles, present), lang, None)).collect()
}
