//! Chores: duties that come back, and go round the homes or people of a pool.
//!
//! On which days a chore is due is `recurrence`; whose turn it is, and why, `rotation`; what becomes of turns in time, `turns`. All three
//! are pure. A turn is a task, made by the verbs of the tasks, with a row beside it that says whom the rotation picked and why: so the
//! board, reminders, completion, hours, comments and files are those of tasks. Whoever holds the task has the turn; a swap changes that
//! and not the pick.
//!
//! A chore is locked while its turns are planned (`planning`), so two servers make each turn once.

mod absences;
pub mod api;
mod departing;
mod may;
mod notices;
pub mod pages;
mod planning;
pub mod recurrence;
pub mod rotation;
mod setting;
pub mod slice;
mod store;
mod swapping;
#[cfg(test)]
mod tests;
mod turning;
pub mod turns;
pub mod words;

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Deserialize;
use serde_json::Value;

pub use absences::{Absence, absence, absences_of, be_away, be_back};
pub use may::{Own, own_of};
pub use planning::plan;
pub use rotation::Holder;
pub use setting::{NewChore, edit, end, set_up, written};
pub use swapping::{Stands, Swap, answer, ask, hand_over, open_swaps, swap, withdraw};
pub use turning::{call, closing, skip, tick};

use crate::platform::error::Result;
use crate::platform::events::Subject;
use crate::platform::i18n::Lang;
use crate::platform::sql::{Gathered, row};
use crate::platform::text_enum::text_enum;
use crate::{members, tasks, units};
use may::{is_own, manages, must_manage, own};
use recurrence::Rule;
use rotation::{Period, Reason, Strategy};
use turns::State;

text_enum! {
    /// What a chore goes round.
    pub enum PoolOf {
        Unit = "unit",
        Member = "member",
    }
}

text_enum! {
    /// How the next is found.
    pub enum Way {
        InOrder = "in_order",
        LeastEffort = "least_effort",
        Random = "random",
        Nobody = "nobody",
    }
}

text_enum! {
    /// How long one holder keeps it.
    pub enum Keeps {
        Turns = "turns",
        Week = "week",
        Month = "month",
    }
}

text_enum! {
    /// What became of a turn that was not done.
    pub enum Closed {
        Missed = "missed",
        Excused = "excused",
        Skipped = "skipped",
    }
}

row! {
    /// A chore as somebody sees it.
    #[derive(Debug, Clone)]
    pub struct Chore {
        pub id: i64,
        pub title: String,
        pub details: String,
        pub committee_id: Option<i64>,
        pub credit_minutes: i32,
        pub first_on: NaiveDate,
        /// The value of an RRULE; none where it is due when a lead calls for it.
        pub rule: Option<String>,
        pub pool_of: PoolOf,
        pub strategy: Way,
        pub months: i32,
        pub period: Keeps,
        pub period_turns: i32,
        pub seed: i64,
        pub ended_on: Option<NaiveDate>,
        pub version: i32,
        pub committee_en: Option<String>,
        pub committee_fr: Option<String>,
        /// Whether the viewer leads its committee.
        pub led: bool,
        pub pool_size: i64,
    }
}

impl Chore {
    /// On which days it is due. A rule that is stored was read before.
    pub fn rule(&self) -> Option<Rule> {
        Rule::read(self.first_on, self.rule.as_deref()?).ok()
    }

    pub fn way(&self) -> Strategy {
        match self.strategy {
            Way::InOrder => Strategy::InOrder,
            Way::LeastEffort => Strategy::LeastEffort { months: self.months.unsigned_abs() },
            Way::Random => Strategy::Random { seed: self.seed },
            Way::Nobody => Strategy::Nobody,
        }
    }

    pub fn keeps(&self) -> Period {
        match self.period {
            Keeps::Turns => Period::Turns(self.period_turns.unsigned_abs()),
            Keeps::Week => Period::Week,
            Keeps::Month => Period::Month,
        }
    }

    pub fn committee(&self, lang: Lang) -> Option<&str> {
        if lang == Lang::En { self.committee_en.as_deref() } else { self.committee_fr.as_deref() }
    }

    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.ended_on.is_some_and(|day| day <= today)
    }

    fn subject(&self) -> Subject {
        Subject { id: self.id, name: self.title.clone() }
    }

    /// Somebody of its pool, as a holder of its tasks.
    pub fn as_holder(&self, holder: Holder) -> tasks::Holder {
        self.pool_of.holder(holder)
    }
}

impl PoolOf {
    /// One of its kind, as a holder of tasks.
    pub fn holder(self, id: Holder) -> tasks::Holder {
        match self {
            Self::Unit => tasks::Holder::Unit(id),
            Self::Member => tasks::Holder::Member(id),
        }
    }
}

/// Who has the task of a turn.
#[derive(Debug, Clone, Deserialize)]
pub struct HeldBy {
    pub member: Option<i64>,
    pub unit: Option<i64>,
    pub committee: Option<i64>,
    pub name_en: String,
    pub name_fr: String,
}

impl HeldBy {
    pub fn holder(&self) -> Option<tasks::Holder> {
        let (member, unit) = (self.member.map(tasks::Holder::Member), self.unit.map(tasks::Holder::Unit));
        member.or(unit).or(self.committee.map(tasks::Holder::Committee))
    }

    /// As it stands within a sentence: "home 12".
    pub fn name(&self, lang: Lang) -> String {
        let name = if lang == Lang::En { &self.name_en } else { &self.name_fr };
        if self.unit.is_some() { lang.with("chore-home", &[("label", name.as_str().into())]) } else { name.clone() }
    }
}

row! {
    /// A turn, with its task.
    #[derive(Debug, Clone)]
    pub struct Turn {
        pub id: i64,
        pub chore_id: i64,
        pub chore: String,
        pub committee_id: Option<i64>,
        pub pool_of: PoolOf,
        pub task_id: i64,
        pub title: String,
        pub due_on: NaiveDate,
        pub starts_on: Option<NaiveDate>,
        pub stint_on: NaiveDate,
        pub member_id: Option<i64>,
        pub unit_id: Option<i64>,
        pub why: Value,
        pub in_order: bool,
        pub extra: bool,
        pub closed_as: Option<Closed>,
        pub note: String,
        /// Of the task.
        pub status: String,
        pub minutes: i32,
        pub version: i32,
        pub holders: Gathered<Vec<HeldBy>>,
    }
}

impl Turn {
    pub fn state(&self) -> State {
        match (self.status.as_str(), self.closed_as) {
            ("done", _) => State::Done,
            ("cancelled", Some(Closed::Missed)) => State::Missed,
            ("cancelled", Some(Closed::Excused)) => State::Excused,
            ("cancelled", _) => State::Skipped,
            _ => State::Open,
        }
    }

    /// Whom the rotation picked.
    pub fn picked(&self) -> Option<Holder> {
        self.unit_id.or(self.member_id)
    }

    /// The same, where it still goes round the same kind.
    fn picked_of(&self, pool_of: PoolOf) -> Option<Holder> {
        if pool_of == PoolOf::Unit { self.unit_id } else { self.member_id }
    }

    /// Who has it now.
    pub fn held(&self) -> Vec<tasks::Holder> {
        self.holders.0.iter().filter_map(HeldBy::holder).collect()
    }

    fn picked_holder(&self) -> Option<tasks::Holder> {
        self.unit_id.map(tasks::Holder::Unit).or(self.member_id.map(tasks::Holder::Member))
    }

    /// Whether it is still as the rotation left it: nobody swapped, took or gave it.
    pub fn is_as_picked(&self) -> bool {
        self.held() == self.picked_holder().into_iter().collect::<Vec<_>>()
    }

    pub fn reason(&self) -> Option<Reason> {
        serde_json::from_value(self.why.clone()).ok()
    }

    fn standing(&self) -> turns::Standing {
        let holder = self.held().first().map(|holder| holder.id());
        let starts_on = self.starts_on.unwrap_or(self.due_on);
        turns::Standing { due_on: self.due_on, starts_on, state: self.state(), holder }
    }

    fn subject(&self) -> Subject {
        Subject { id: self.id, name: self.title.clone() }
    }
}

// ---- reading ----

/// All chores, by title; those that are over last.
pub fn list(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Vec<Chore>> {
    store::list(conn, member, today)
}

/// One chore.
///
/// # Errors
/// `NotFound` when there is none.
pub fn find(conn: &mut PgConnection, id: i64, member: Option<i64>, today: NaiveDate) -> Result<Chore> {
    store::find(conn, id, member, today)
}

/// The turns of all chores that are due from one day to another, both included.
pub fn rota(conn: &mut PgConnection, from: NaiveDate, until: NaiveDate) -> Result<Vec<Turn>> {
    store::rota(conn, from, until)
}

/// The turns of one chore, by their day.
pub fn turns_of(conn: &mut PgConnection, chore: i64) -> Result<Vec<Turn>> {
    store::turns(conn, chore)
}

/// The turns of the chore that a turn belongs to, the latest first, with it.
pub fn turns_beside(conn: &mut PgConnection, turn: i64) -> Result<Vec<Turn>> {
    store::beside(conn, turn)
}

/// One turn.
///
/// # Errors
/// `NotFound` when there is none.
pub fn turn(conn: &mut PgConnection, id: i64) -> Result<Turn> {
    store::turn(conn, id)
}

/// Whom a chore goes round, in order, by number and name.
pub fn pool(conn: &mut PgConnection, id: i64) -> Result<Vec<(Holder, String)>> {
    store::pool(conn, id)
}

/// The homes that a chore can go round.
pub fn homes(conn: &mut PgConnection) -> Result<Vec<(i64, String)>> {
    store::homes(conn)
}

/// The names of all whom these turns speak of, homes and people apart, as their reasons need them.
pub fn names(conn: &mut PgConnection, turns: &[Turn]) -> Result<Names> {
    let mut spoken: [Vec<i64>; 2] = [Vec::new(), Vec::new()]; // homes, people
    for turn in turns {
        let kind = usize::from(turn.member_id.is_some() || (turn.picked().is_none() && turn.pool_of == PoolOf::Member));
        let reason = turn.reason();
        let others =
            reason.iter().flat_map(|reason| reason.passed.iter().map(|passed| passed.holder).chain(reason.other));
        spoken[kind].extend(others.chain(turn.picked()));
    }
    let [homes, people] = spoken;
    let homes = if homes.is_empty() { HashMap::new() } else { units::names(conn, &homes)? };
    let people = if people.is_empty() { HashMap::new() } else { members::names(conn, &people)? };
    Ok(Names { homes, people })
}

/// Names of homes and people.
pub struct Names {
    homes: HashMap<i64, String>,
    people: HashMap<i64, String>,
}

impl Names {
    /// As they stand within a sentence.
    pub fn home(&self, id: i64, lang: Lang) -> String {
        let label = self.homes.get(&id).cloned().unwrap_or_else(|| id.to_string());
        lang.with("chore-home", &[("label", label.into())])
    }

    pub fn person(&self, id: i64) -> String {
        self.people.get(&id).cloned().unwrap_or_else(|| members::sign(id))
    }

    /// Why a turn is whose it is.
    pub fn why(&self, turn: &Turn, lang: Lang) -> String {
        let Some(reason) = turn.reason() else { return String::new() };
        // what it went round then
        let pool_of = match turn.picked_holder() {
            Some(tasks::Holder::Unit(_)) => PoolOf::Unit,
            Some(_) => PoolOf::Member,
            None => turn.pool_of,
        };
        let name = |id: i64| if pool_of == PoolOf::Unit { self.home(id, lang) } else { self.person(id) };
        words::reason(&reason, turn.picked(), lang, &name)
    }
}
