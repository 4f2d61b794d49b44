//! When the order of exclusions does not matter, and what else the rest of a count depends on.
//!
//! Some of the lowest who together have fewer votes than the next are all excluded next, whatever passes between them: nobody
//! of them can overtake somebody else. Then the others have the same votes whatever the order was.

use std::cmp::Ordering;
use std::ops::Add;

use super::Standing;
use super::those;
use crate::contest::Candidate;

/// Whether the lowest of the hopeful are all excluded next and nothing hangs on the order.
///
/// `after` tells the votes once some are excluded together, or nothing where somebody is elected on the way to it and more
/// seats hang on that. A look-back must not hang on the order either: those equal afterwards may have received nothing on the
/// way. With `equal_ranks` a paper may stop or go on as the order has it, so that nobody may receive anything.
pub fn lowest_go_in_any_order<V: Ord + Copy + Add<Output = V>>(
    hopeful: &[Candidate],
    votes: &[V],
    vacancies: usize,
    equal_ranks: bool,
    after: impl Fn(&[Candidate]) -> Option<Vec<V>>,
) -> bool {
    let mut order = hopeful.to_vec();
    order.sort_by_key(|candidate| votes[*candidate]);
    let mut together: Option<V> = None;
    for going in 1..order.len() {
        let last = votes[order[going - 1]];
        together = Some(together.map_or(last, |sum| sum + last));
        let enough_stay = order.len() - going >= vacancies;
        let (go, stay) = order.split_at(going);
        if enough_stay
            && together < Some(votes[stay[0]])
            && after(go).is_some_and(|after| same_in_any_order(stay, votes, &after, equal_ranks))
        {
            return true;
        }
    }
    false
}

fn same_in_any_order<V: Ord + Copy>(stay: &[Candidate], votes: &[V], after: &[V], equal_ranks: bool) -> bool {
    let received = |candidate: &Candidate| after[*candidate] != votes[*candidate];
    let mut order = stay.to_vec();
    order.sort_by_key(|candidate| after[*candidate]);
    let mut levels = order.chunk_by(|a, b| after[*a] == after[*b]);
    levels.all(|level| (level.len() == 1 && !equal_ranks) || !level.iter().any(received))
}

/// What every count by rounds depends on: who stands, who is elected in which order, and how a look-back orders those left.
pub fn standing_numbers<V: Ord + Copy>(standings: &[Standing], elected: &[Candidate], history: &[Vec<V>]) -> Vec<u64> {
    let mut numbers: Vec<u64> = standings.iter().map(|standing| *standing as u64).collect();
    numbers.push(elected.len() as u64);
    numbers.extend(elected.iter().map(|candidate| *candidate as u64));
    let mut left = those(standings, Standing::Hopeful);
    left.sort_by(|a, b| looked_back(history, *a, *b).then(a.cmp(b)));
    for level in left.chunk_by(|a, b| looked_back(history, *a, *b) == Ordering::Equal) {
        numbers.push(level.len() as u64);
        numbers.extend(level.iter().map(|candidate| *candidate as u64));
    }
    numbers
}

/// Two candidates by the latest round in which they differ.
fn looked_back<V: Ord + Copy>(history: &[Vec<V>], a: Candidate, b: Candidate) -> Ordering {
    history.iter().rev().map(|votes| votes[a].cmp(&votes[b])).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}
