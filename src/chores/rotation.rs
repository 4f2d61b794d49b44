//! Whose turn it is, and why: pure, on facts that are stored.
//!
//! The account of a holder (a home, or a person) is made of what the rotation *picked* them for, never of who had a turn in the end: a
//! swap, a stand-in and a turn handed over leave it as it was.
//! - A turn that was called off, excused or undone is in nobody's account, so a pick that is taken back leaves the next one as if it
//!   had never been. A missed one is: or whoever never comes would be picked again for ever.
//! - In order: whoever has the fewest turns, and among those the next in order. Whoever was away catches up with the others, and never
//!   passes them. Least effort: whoever has the fewest minutes in the months before.
//! - Whoever comes anew, or back from an exemption or to a home that stood empty, starts level with the lowest of those who are there.
//!   Nothing is owed for that time.
//! - A turn that was given is kept while its holder can have it. A change of the pool or of absences moves no other.
//! - Who is exempt is in no reason: nobody learns it from the rota.

mod picking;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use picking::pick;

/// A home or a person, by its number; a chore goes round one kind.
pub type Holder = i64;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Owed afterwards.
    Away,
    /// By age, health or a sabbatical: nothing is owed, and nobody told.
    Exempt,
    /// Nobody lives there: nothing is owed.
    Vacant,
    /// Gone for good.
    Left,
}

/// Days on which somebody has no turn, both included; without an end, from then on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Out {
    pub why: Why,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// A place in the rotation. Seats stand in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    pub holder: Holder,
    /// The day from which on they take part.
    pub since: NaiveDate,
    pub out: Vec<Out>,
}

/// How the next is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strategy {
    InOrder,
    /// The fewest minutes in so many months before the day.
    LeastEffort {
        months: u32,
    },
    /// By lot, never twice running. The seed is stored with the chore.
    Random {
        seed: i64,
    },
    /// Nobody: whoever comes first.
    Nobody,
}

/// How long one holder keeps the chore.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Turns(u32),
    /// From Monday to Sunday.
    Week,
    Month,
}

/// A turn as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    pub due_on: NaiveDate,
    /// The day of the first turn of the stretch in which one holder has the chore.
    pub stint_on: NaiveDate,
    pub picked: Option<Holder>,
    /// Minutes that it is worth.
    pub effort: i64,
    /// Whether it is in the account of whom it was picked for.
    pub counts: bool,
    /// Whether it moved the order on.
    pub in_order: bool,
    /// Whether it may still go to somebody else: it has not begun, and nobody agreed on it.
    pub free: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Next in order.
    InOrder,
    /// Has had fewer turns than whoever would be next.
    Fewer,
    LeastEffort,
    Drawn,
    /// Steps in, with the fewest turns and the most time between them.
    Instead,
    /// Has it for the whole period.
    SamePeriod,
    /// Whoever comes first.
    Nobody,
    /// Nobody of the pool can.
    NobodyLeft,
}

/// Somebody who would have been first, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    pub holder: Holder,
    pub why: Why,
    pub until: Option<NaiveDate>,
}

/// Why this one: a code and what it says. Names are looked up when it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub code: Code,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed: Vec<Passed>,
    /// Whom they step in for, whom they had fewer turns than, or who had it before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<Holder>,
    /// Their turns, or minutes, before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has: Option<i64>,
    /// Those of the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_has: Option<i64>,
    /// How many months are looked at, or among how many the lot was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    pub due_on: NaiveDate,
    pub stint_on: NaiveDate,
    pub holder: Option<Holder>,
    pub reason: Reason,
}

impl Out {
    fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it may be said.
    fn passed(&self, holder: Holder) -> Option<Passed> {
        matches!(self.why, Why::Away | Why::Vacant).then_some(Passed { holder, why: self.why, until: self.until })
    }
}

impl Seat {
    /// What keeps them from a turn on a day: what is for good first.
    pub fn out_on(&self, day: NaiveDate) -> Option<&Out> {
        let weight = |out: &&Out| match out.why {
            Why::Left => 0,
            Why::Exempt => 1,
            Why::Vacant => 2,
            Why::Away => 3,
        };
        self.out.iter().filter(|out| out.covers(day)).min_by_key(weight)
    }

    pub fn can(&self, day: NaiveDate) -> bool {
        self.since <= day && self.out_on(day).is_none()
    }

    /// The days on which they come anew.
    fn entries(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        let ends = self.out.iter().filter(|out| matches!(out.why, Why::Exempt | Why::Vacant));
        let back = ends.filter_map(|out| out.until?.succ_opt()).filter(|day| *day > self.since);
        std::iter::once(self.since).chain(back)
    }
}

impl Reason {
    fn of(code: Code) -> Self {
        Self { code, passed: Vec::new(), other: None, has: None, other_has: None, of: None }
    }

    /// Whether it says no more than that somebody is next in order.
    pub fn is_plain(&self) -> bool {
        self.code == Code::InOrder && self.passed.is_empty()
    }
}

/// What a plan changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A turn there is not yet.
    Add(Pick),
    /// A turn whose holder cannot have it any more, or that nobody could have before.
    Give(Pick),
}

/// What has to change so that each of these days has a turn, and each turn somebody who can have it.
///
/// Planning what is planned changes nothing.
pub fn plan(
    seats: &[Seat],
    turns: &[Turn],
    strategy: Strategy,
    period: Period,
    effort: i64,
    days: &[NaiveDate],
) -> Vec<Change> {
    let mut turns: Vec<Turn> = turns.to_vec();
    turns.sort_by_key(|turn| turn.due_on);
    let mut changes = Vec::new();
    for place in 0..turns.len() {
        let turn = &turns[place];
        let can = |holder| seats.iter().any(|seat| seat.holder == holder && seat.can(turn.due_on));
        let stays = match turn.picked {
            Some(holder) => can(holder),
            None => strategy == Strategy::Nobody || !seats.iter().any(|seat| seat.can(turn.due_on)),
        };
        if !turn.free || stays {
            continue;
        }
        let was = turns.remove(place);
        let mut chosen = pick(seats, &turns, strategy, period, was.due_on, was.picked);
        chosen.stint_on = was.stint_on;
        turns.insert(place, Turn { picked: chosen.holder, in_order: chosen.moves_order(), ..was.clone() });
        if chosen.holder != was.picked {
            changes.push(Change::Give(chosen));
        }
    }
    let mut days: Vec<NaiveDate> =
        days.iter().copied().filter(|day| turns.iter().all(|turn| turn.due_on != *day)).collect();
    days.sort_unstable();
    days.dedup();
    for due_on in days {
        let chosen = pick(seats, &turns, strategy, period, due_on, None);
        turns.push(Turn {
            due_on,
            stint_on: chosen.stint_on,
            picked: chosen.holder,
            effort,
            counts: true,
            in_order: chosen.moves_order(),
            free: true,
        });
        changes.push(Change::Add(chosen));
    }
    changes
}

impl Pick {
    pub fn moves_order(&self) -> bool {
        self.reason.code == Code::InOrder
    }
}
