//! Whether the figures put the elected in an order, or only a list of names does.

use crate::contest::Candidate;
use crate::outcome::Outcome;

/// Whether each of the elected comes before the next by the figures or by a tie that was broken.
pub fn is_known(outcome: &Outcome) -> bool {
    outcome.elected.windows(2).all(|pair| comes_before(outcome, pair[0], pair[1]))
}

fn comes_before(outcome: &Outcome, a: Candidate, b: Candidate) -> bool {
    let drawn = outcome.ties.iter().any(|tie| tie.chosen.contains(&a) && tie.chosen.contains(&b));
    drawn
        || match &outcome.ranking {
            Some(levels) => !levels.iter().any(|level| level.contains(&a) && level.contains(&b)),
            None => !equal_to_the_end(outcome, a, b),
        }
}

/// Elected in the same round, with the same votes in it and in all before.
fn equal_to_the_end(outcome: &Outcome, a: Candidate, b: Candidate) -> bool {
    let together = outcome.rounds.iter().position(|round| round.elected.contains(&a) && round.elected.contains(&b));
    together.is_some_and(|at| outcome.rounds[..=at].iter().all(|round| round.votes[a] == round.votes[b]))
}
