//! Comparisons of each with each told: who is out, who wins against all others, the order.

use super::{Arg, Phrase, name, names};
use crate::counting::contest::Candidate;
use crate::counting::outcome::{Dropped, Outcome, Pairwise};

/// What the comparison of each with each shows.
pub fn of(outcome: &Outcome, pairwise: &Pairwise) -> Vec<Phrase> {
    let default = pairwise.default_option.unwrap_or_default();
    let mut told: Vec<Phrase> = pairwise
        .dropped
        .iter()
        .map(|(option, why)| {
            let key = match why {
                Dropped::Quorum => "count-dropped-quorum",
                Dropped::Majority => "count-dropped-majority",
            };
            Phrase::new(key, [("name", name(outcome, *option)), ("default", name(outcome, default))])
        })
        .collect();
    let is_left = |candidate: &Candidate| pairwise.dropped.iter().all(|(option, _)| option != candidate);
    let left: Vec<Candidate> = (0..outcome.candidates.len()).filter(is_left).collect();
    let winner = left.iter().find(|a| left.iter().all(|b| *a == b || beats(pairwise, **a, *b)));
    told.push(match winner {
        Some(winner) if pairwise.dropped.is_empty() => {
            Phrase::new("count-beats-all", [("name", name(outcome, *winner))])
        }
        Some(winner) => Phrase::new("count-beats-all-left", [("name", name(outcome, *winner))]),
        None => Phrase::new("count-cycle", []),
    });
    if let Some(ranking) = &outcome.ranking {
        let ranks = ranking.iter().map(|rank| Phrase::new("count-rank", [("names", names(outcome, rank))]));
        told.push(Phrase::new("count-ranking", [("ranks", Arg::Parts(ranks.collect()))]));
    }
    told
}

fn beats(pairwise: &Pairwise, a: Candidate, b: Candidate) -> bool {
    pairwise.votes[a][b].value > pairwise.votes[b][a].value
}
