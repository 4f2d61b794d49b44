//! Ties told: who could not be told apart, and how it was decided.

use super::{Arg, Phrase, names};
use crate::outcome::{Broken, Outcome, Over, Tie};

/// The ties of a round.
pub fn of_round(outcome: &Outcome, number: usize) -> Vec<Phrase> {
    outcome.ties.iter().filter(|tie| tie.round == number).map(|tie| of(outcome, tie)).collect()
}

/// The ties at which a selection of projects ended, before the next one was considered.
pub fn after_all_rounds(outcome: &Outcome) -> Vec<Phrase> {
    outcome.ties.iter().filter(|tie| tie.round > outcome.rounds.len()).map(|tie| of(outcome, tie)).collect()
}

fn of(outcome: &Outcome, tie: &Tie) -> Phrase {
    let mut args = vec![("names", names(outcome, &tie.between))];
    if !tie.chosen.is_empty() {
        args.push(("chosen", names(outcome, &tie.chosen)));
        args.push(("many", Arg::Many(tie.chosen.len())));
    }
    match &tie.broken {
        Broken::LookBack { stages } => {
            args.push(("round", Arg::Names(stages.iter().map(ToString::to_string).collect())));
            Phrase::new(if tie.over == Over::Exclusion { "count-tie-fewest" } else { "count-tie-most" }, args)
        }
        Broken::Lot { seed, .. } => {
            args.push(("seed", Arg::Name(seed.clone())));
            Phrase::new("count-tie-lot", args)
        }
        Broken::BallotOrder => Phrase::new("count-tie-ballot-order", args),
        Broken::Rule(_) => Phrase::new("count-tie-rule", args),
        Broken::Immaterial => Phrase::new("count-tie-any", args),
        Broken::Not => Phrase::new("count-tie-open", args),
        Broken::TooManyWays => Phrase::new("count-tie-too-many-ways", args),
    }
}
