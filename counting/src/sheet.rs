//! The count sheet: a count as a table of one column a round, as text, CSV or JSON.

mod csv;
mod json;
mod text;

pub use csv::csv;
pub use json::json;
pub use text::{Say, text};

use super::Method;
use super::contest::Candidate;
use super::outcome::{Action, Detail, Figure, Outcome, Round};
use super::telling::{Arg, Phrase};

/// What a candidate has in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Votes(Figure),
    /// Elected with so many at its end.
    Elected(Figure),
    /// Excluded in it, or before.
    Gone,
}

/// A candidate's line of the table, a cell a round.
pub fn cells(outcome: &Outcome, candidate: Candidate) -> Vec<Cell> {
    let out = round_of(outcome, |round| round.excluded.contains(&candidate));
    let cell = |(number, round): (usize, &Round)| {
        let votes = round.votes.get(candidate).cloned().unwrap_or_default();
        let gone = out.is_some_and(|out| {
            out < number || (out == number && matches!(round.action, Action::Exclusion(c) if c == candidate))
        });
        let elected = round.elected.contains(&candidate) && !matches!(outcome.detail, Detail::Proposal(_));
        match (elected, gone && *votes.value.numer() == 0.into()) {
            (true, _) => Cell::Elected(votes),
            (_, true) => Cell::Gone,
            _ => Cell::Votes(votes),
        }
    };
    (1..).zip(&outcome.rounds).map(cell).collect()
}

/// What was done to come to the figures of a round, counted from 0.
pub fn action(outcome: &Outcome, at: usize) -> Phrase {
    let name = |candidate: Candidate| [("name", Arg::Name(outcome.candidates[candidate].clone()))];
    match outcome.rounds[at].action {
        Action::First if outcome.method == Method::Star => Phrase::new("count-sheet-points", []),
        Action::First => Phrase::new("count-sheet-first", []),
        Action::Shares => match at.checked_sub(1).and_then(|before| outcome.rounds[before].excluded.first()) {
            Some(out) => Phrase::new("count-sheet-exclusion", name(*out)),
            None => Phrase::new("count-sheet-shares", []),
        },
        Action::Surplus(candidate) => Phrase::new("count-sheet-surplus", name(candidate)),
        Action::Exclusion(candidate) => Phrase::new("count-sheet-exclusion", name(candidate)),
        Action::Project(project) => Phrase::new("count-sheet-project", name(project)),
        Action::Runoff => Phrase::new("count-sheet-runoff", []),
    }
}

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
pub fn quotas(outcome: &Outcome) -> Option<Vec<Figure>> {
    outcome.rounds.iter().map(|round| round.quota.clone()).collect()
}
