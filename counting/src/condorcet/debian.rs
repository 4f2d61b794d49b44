//! The rule of Debian's constitution, A.6: quorum and majorities against the default option, then Schwartz sequential dropping.

use super::pairs::Pairs;
use crate::contest::{Candidate, Contest, DefaultOption};
use crate::levels::{elect, standing, start};
use crate::outcome::{Defeat, Detail, Dropped, Outcome, Pairwise};
use crate::{Method, Settings};

/// The most options: a set of them is the bits of one number.
pub(super) const OPTIONS_MAX: usize = 100;

pub(super) fn count(contest: &Contest, default: &DefaultOption, pairs: &Pairs, settings: &Settings) -> Outcome {
    let mut options = standing(contest);
    if !options.contains(&default.option) {
        options.push(default.option); // nobody can withdraw "none of these"
    }
    let dropped: Vec<(Candidate, Dropped)> = options
        .iter()
        .filter(|option| **option != default.option)
        .filter_map(|option| Some((*option, out_of_the_comparison(*option, default, pairs)?)))
        .collect();
    options.retain(|option| !dropped.iter().any(|(out, _)| out == option));
    let (winners, defeats) = drop_sequentially(&options, pairs);
    let mut outcome = start(contest, Method::Debian, 1);
    // A.6.8: if there is more than one, the elector with the casting vote chooses; here the tie rule does.
    elect(&mut outcome, contest, settings, &[winners]);
    outcome.rounds[0].excluded = dropped.iter().map(|(option, _)| *option).collect();
    let votes = pairs.table(|a, b| pairs.over(a, b));
    outcome.detail = Detail::Pairwise(Pairwise {
        votes,
        defeats,
        default_option: Some(default.option),
        dropped,
        ..Pairwise::default()
    });
    outcome
}

/// A.6.2 and A.6.3: why an option is out, if it is.
fn out_of_the_comparison(option: Candidate, default: &DefaultOption, pairs: &Pairs) -> Option<Dropped> {
    if misses_quorum(option, default, pairs) {
        return Some(Dropped::Quorum);
    }
    (!has_majority(option, default, pairs)).then_some(Dropped::Majority)
}

/// A.6.2: fewer votes over the default option than the quorum.
fn misses_quorum(option: Candidate, default: &DefaultOption, pairs: &Pairs) -> bool {
    pairs.exact(pairs.over(option, default.option)) < default.quorum
}

/// A.6.3: V(A,D) is strictly greater than N × V(D,A).
fn has_majority(option: Candidate, default: &DefaultOption, pairs: &Pairs) -> bool {
    let (numerator, denominator) = default.majorities[option];
    let (over, under) = (pairs.over(option, default.option), pairs.over(default.option, option));
    u128::from(over) * u128::from(denominator) > u128::from(numerator) * u128::from(under)
}

/// A.6.4 to A.6.8: the Schwartz set; while there are defeats inside it, the weakest are dropped, all equally weak ones at once.
fn drop_sequentially(options: &[Candidate], pairs: &Pairs) -> (Vec<Candidate>, Vec<Defeat>) {
    let mut defeats = pairs.defeats_among(options);
    let mut dropped = Vec::new();
    loop {
        let set = schwartz_set(options, &defeats);
        let inside = |(a, b): &&(Candidate, Candidate)| set.contains(a) && set.contains(b);
        let Some(weakest) = defeats.iter().filter(inside).map(|defeat| strength(defeat, pairs)).min() else {
            let kept =
                defeats.iter().map(|(winner, loser)| Defeat { winner: *winner, loser: *loser, kept: Some(true) });
            return (set, kept.chain(dropped).collect());
        };
        defeats.retain(|defeat| {
            let drop = inside(&defeat) && strength(defeat, pairs) == weakest;
            if drop {
                dropped.push(Defeat { winner: defeat.0, loser: defeat.1, kept: Some(false) });
            }
            !drop
        });
    }
}

/// A.6.7: a defeat is weaker with fewer votes for it; if equal, with more votes against it.
fn strength((winner, loser): &(Candidate, Candidate), pairs: &Pairs) -> (u64, std::cmp::Reverse<u64>) {
    (pairs.over(*winner, *loser), std::cmp::Reverse(pairs.over(*loser, *winner)))
}

/// A.6.6: the options that transitively defeat all options which transitively defeat them.
fn schwartz_set(options: &[Candidate], defeats: &[(Candidate, Candidate)]) -> Vec<Candidate> {
    let reach = transitive_defeats(options, defeats);
    let defeats_transitively = |a: usize, b: usize| reach[a] & (1 << b) != 0;
    (0..options.len())
        .filter(|a| (0..options.len()).all(|b| !defeats_transitively(b, *a) || defeats_transitively(*a, b)))
        .map(|at| options[at])
        .collect()
}

/// A.6.5: the options that each one defeats, directly or through others, as a set of bits by place.
fn transitive_defeats(options: &[Candidate], defeats: &[(Candidate, Candidate)]) -> Vec<u128> {
    let place = |option: Candidate| options.iter().position(|other| *other == option);
    let mut reach = vec![0_u128; options.len()];
    for (winner, loser) in defeats {
        if let (Some(winner), Some(loser)) = (place(*winner), place(*loser)) {
            reach[winner] |= 1 << loser;
        }
    }
    for through in 0..options.len() {
        let onward = reach[through];
        for from in &mut reach {
            if *from & (1 << through) != 0 {
                *from |= onward;
            }
        }
    }
    reach
}
