//! Comparisons of each with each told: who is out, who wins against all others, the order.

use super::{Arg, Phrase, name, names};
use crate::contest::Candidate;
use crate::outcome::{Dropped, Outcome, Pairwise};

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
    let is_left = |candidate: &Candidate| {
        let stands = !outcome.withdrawn.contains(candidate) || pairwise.default_option == Some(*candidate);
        stands && pairwise.dropped.iter().all(|(option, _)| option != candidate)
    };
    let left: Vec<Candidate> = (0..outcome.candidates.len()).filter(is_left).collect();
    let unbeaten = |b: &Candidate| !left.iter().any(|a| beats(pairwise, *a, *b));
    let winner = left.iter().find(|a| left.iter().all(|b| *a == b || beats(pairwise, **a, *b)));
    told.extend(match winner {
        _ if left.len() == 1 => None,
        Some(winner) if pairwise.dropped.is_empty() => {
            Some(Phrase::new("count-beats-all", [("name", name(outcome, *winner))]))
        }
        Some(winner) => Some(Phrase::new("count-beats-all-left", [("name", name(outcome, *winner))])),
        None if left.iter().any(unbeaten) => Some(Phrase::new("count-equals", [])),
        None => Some(Phrase::new("count-cycle", [])), // each is beaten by somebody: going back from one to the next ends in a circle
    });
    if let Some(ranking) = outcome.ranking.as_ref().filter(|ranking| !ranking.is_empty()) {
        let ranks = ranking.iter().map(|rank| Phrase::new("count-rank", [("names", names(outcome, rank))]));
        told.push(Phrase::new("count-ranking", [("ranks", Arg::Ranks(ranks.collect()))]));
    }
    if !pairwise.open.is_empty() {
        let key =
            if outcome.ranking.as_ref().is_none_or(Vec::is_empty) { "count-order-open" } else { "count-rest-open" };
        told.push(Phrase::new(key, [("names", names(outcome, &pairwise.open))]));
    }
    told
}

fn beats(pairwise: &Pairwise, a: Candidate, b: Candidate) -> bool {
    pairwise.votes[a][b].value > pairwise.votes[b][a].value
}
