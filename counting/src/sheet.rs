//! The count sheet: a count as a table of one column a round, as text, CSV or JSON.

mod csv;
mod json;
mod text;

pub use csv::csv;
pub use json::json;
pub use text::{Say, text};

use super::contest::Candidate;
use super::outcome::{Figure, Outcome, Round};

/// The first line of figures that every sheet has below the candidates: votes that are with nobody.
fn has_left(outcome: &Outcome) -> bool {
    outcome.rounds.len() > 1 || outcome.rounds.iter().any(|round| *round.non_transferable.value.numer() != 0.into())
}

/// The round, from 1, in which something holds for the first time.
fn round_of(outcome: &Outcome, holds: impl Fn(&Round) -> bool) -> Option<usize> {
    outcome.rounds.iter().position(holds).map(|at| at + 1)
}

/// Text without what would break a line or steer a terminal: names come from files.
fn without_controls(text: &str) -> String {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if steers(c) { ' ' } else { c }).collect()
}

/// Whether somebody stands no more, and did not win nevertheless ("none of these" cannot withdraw).
fn has_withdrawn(outcome: &Outcome, candidate: Candidate) -> bool {
    outcome.withdrawn.contains(&candidate) && !outcome.elected.contains(&candidate)
}

/// Whether the quotas of the rounds are shown: where the method has one.
fn quotas(outcome: &Outcome) -> Option<Vec<Figure>> {
    outcome.rounds.iter().map(|round| round.quota.clone()).collect()
}
