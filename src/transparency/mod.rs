//! Transparency: what the public sees, how the co-op is doing, and who changed what.
//!
//! The public pages are figures and decisions, never names of members; a figure about fewer people than the rule profile's
//! smallest group is not shown. The activity log is read from the events and changes nothing; who may not change the
//! register sees no phone number and no e-mail address in it.

pub mod pages;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{Months, NaiveDate};
use diesel::prelude::*;

pub use store::Entered;

use crate::platform::error::Result;
use crate::polls::{self, Decision};
use crate::{board, members, tasks};

/// Decisions that the average turnout is taken of.
const TURNOUT_OF: i64 = 20;
/// Decisions on the first page, and one more to know whether there are others.
const LATEST: i64 = 6;

/// What the public sees of a day.
#[derive(Debug, Clone)]
pub struct PublicFigures {
    pub on: NaiveDate,
    pub homes: i64,
    pub occupied: i64,
    pub members: members::Movement,
    pub board: board::Outline,
    /// Of the last twelve months.
    pub tasks: tasks::Counts,
    /// The latest votes that decide, latest first.
    pub decisions: Vec<Decision>,
    /// The latest entries of the register of decisions, latest first.
    pub latest: Vec<Entered>,
    /// Figures about fewer people are not shown.
    pub group_min: i64,
}

/// The public figures of a day; who came and went since the same day of the year before.
pub fn public_figures(conn: &mut PgConnection, on: NaiveDate) -> Result<PublicFigures> {
    let year_ago = on.checked_sub_months(Months::new(12)).unwrap_or(on);
    let homes = store::homes(conn, on, LATEST)?;
    Ok(PublicFigures {
        on,
        board: board::outline(conn, on)?,
        homes: homes.all,
        occupied: homes.occupied,
        tasks: tasks::overview(conn, year_ago, on, on)?.all,
        members: members::movement(conn, year_ago, on)?,
        decisions: polls::decisions(conn, None, TURNOUT_OF)?,
        group_min: homes.group_min.into(),
        latest: homes.latest.0,
    })
}

impl PublicFigures {
    /// Whether anything may be said about so many people. Nobody is nobody's secret.
    pub fn is_shown(&self, people: i64) -> bool {
        people == 0 || people >= self.group_min
    }

    /// How many voted and could have, over the latest votes with enough people, and how many votes that are.
    pub fn turnout(&self) -> (i64, i64, usize) {
        let all = self.decisions.iter().map(|decision| &decision.counted);
        let votes: Vec<_> = all.filter(|one| one.question.number == 1 && one.roll >= self.group_min).collect();
        (votes.iter().map(|one| one.voted).sum(), votes.iter().map(|one| one.roll).sum(), votes.len())
    }
}
