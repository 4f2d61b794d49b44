//! Schulze's method with winning votes (Schulze 2011, section 2): the strength of a path is that of its weakest defeat, and a
//! candidate wins whose strongest path to each other is at least as strong as the one back.

use super::pairs::Pairs;
use crate::contest::{Candidate, Contest};
use crate::levels::{elect, standing, start};
use crate::outcome::{Detail, Outcome, Pairwise};
use crate::{Method, Settings};

pub(super) fn count(contest: &Contest, seats: usize, pairs: &Pairs, settings: &Settings) -> Outcome {
    let standing = standing(contest);
    let strengths = widest_paths(contest.candidates.len(), &standing, pairs);
    let levels = levels(&standing, &strengths);
    let mut outcome = start(contest, Method::Schulze, seats);
    elect(&mut outcome, contest, settings, &levels);
    outcome.ranking = Some(levels);
    outcome.detail = Detail::Pairwise(Pairwise {
        votes: pairs.table(|a, b| pairs.over(a, b)),
        strengths: Some(pairs.table(|a, b| strengths[a][b])),
        ..Pairwise::default()
    });
    outcome
}

/// The strength of a direct defeat: V(a,b) if a defeats b, else 0.
fn direct(pairs: &Pairs, a: Candidate, b: Candidate) -> u64 {
    if pairs.defeats(a, b) { pairs.over(a, b) } else { 0 }
}

/// The strengths of the strongest paths (Schulze 2011, section 2.3.1, after Floyd and Warshall).
fn widest_paths(candidates: usize, standing: &[Candidate], pairs: &Pairs) -> Vec<Vec<u64>> {
    let mut strengths = vec![vec![0; candidates]; candidates];
    for a in standing {
        for b in standing.iter().filter(|b| *b != a) {
            strengths[*a][*b] = direct(pairs, *a, *b);
        }
    }
    for through in standing {
        let onward = strengths[*through].clone();
        for a in standing.iter().filter(|a| *a != through) {
            let first = strengths[*a][*through];
            for b in standing.iter().filter(|b| *b != a && *b != through) {
                let path = first.min(onward[*b]);
                strengths[*a][*b] = strengths[*a][*b].max(path);
            }
        }
    }
    strengths
}

/// The order from the winners down: those whom nobody left beats by paths come next, equal ones together.
fn levels(standing: &[Candidate], strengths: &[Vec<u64>]) -> Vec<Vec<Candidate>> {
    let mut left = standing.to_vec();
    let mut levels = Vec::new();
    while !left.is_empty() {
        let beaten = |a: &Candidate| left.iter().any(|b| strengths[*b][*a] > strengths[*a][*b]);
        let (below, level): (Vec<Candidate>, Vec<Candidate>) = left.iter().copied().partition(beaten);
        if level.is_empty() {
            levels.push(below); // cannot be: the relation of paths has no cycles (Schulze 2011, section 4.1)
            break;
        }
        levels.push(level);
        left = below;
    }
    levels
}
