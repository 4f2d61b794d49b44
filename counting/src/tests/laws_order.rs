//! Ranked pairs with an open tie against every way in which that tie can fall, on elections so small that all are tried.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::make::{Plain, laws};
use crate::contest::Candidate;
use crate::outcome::{Detail, Outcome, Pairwise};
use crate::{Method, Settings, count};

/// The most orders of defeats that are tried for one election.
const WAYS_MAX: usize = 20_000;

type Pair = (Candidate, Candidate);

/// Four or five candidates, a few ballots of nearly equal weight: circles and ties are frequent.
fn small() -> impl Strategy<Value = Plain> {
    (1..=3_usize, 3..=5_usize)
        .prop_flat_map(|(seats, candidates)| {
            let order = Just((0..candidates).collect::<Vec<_>>()).prop_shuffle();
            (Just(seats), Just(candidates), prop::collection::vec((1..3_u64, order, 1..=candidates), 2..6))
        })
        .prop_map(|(seats, candidates, ballots)| {
            let ranks = |order: Vec<Candidate>, length| order.into_iter().take(length).map(|one| vec![one]).collect();
            let ballots = ballots.into_iter().map(|(weight, order, length)| (weight, ranks(order, length)));
            Plain { seats, candidates, ballots: ballots.collect() }
        })
}

fn counted(plain: &Plain) -> (Outcome, Pairwise) {
    let outcome = count(&plain.as_it_is(), Method::RankedPairs, &Settings::default()).expect("a count");
    let Detail::Pairwise(pairwise) = outcome.detail.clone() else { panic!("no comparison") };
    (outcome, pairwise)
}

/// Who stands above whom when defeats are locked in this order.
fn locked(candidates: usize, order: &[Pair]) -> (Vec<Vec<bool>>, BTreeSet<Pair>) {
    let (mut above, mut kept) = (vec![vec![false; candidates]; candidates], BTreeSet::new());
    for (a, b) in order.iter().copied().filter(|(a, b)| a != b) {
        if above[b][a] {
            continue;
        }
        kept.insert((a, b));
        for from in 0..candidates {
            for to in 0..candidates {
                let reaches = (from == a || above[from][a]) && (to == b || above[b][to]);
                above[from][to] |= reaches;
            }
        }
    }
    (above, kept)
}

fn levels(above: &[Vec<bool>]) -> Vec<Vec<Candidate>> {
    let mut left: Vec<Candidate> = (0..above.len()).collect();
    let mut levels = Vec::new();
    while !left.is_empty() {
        let (below, level) = left.iter().partition(|b| left.iter().any(|a| above[*a][**b]));
        levels.push(level);
        left = below;
    }
    levels
}

/// Every order of the defeats in which stronger ones come first; none if there are too many.
fn ways(pairwise: &Pairwise) -> Option<Vec<Vec<Pair>>> {
    let votes = &pairwise.votes;
    let key = |(a, b): &Pair| (std::cmp::Reverse(votes[*a][*b].value.clone()), votes[*b][*a].value.clone());
    let all = 0..votes.len();
    let mut defeats: Vec<Pair> = all.clone().flat_map(|a| all.clone().map(move |b| (a, b))).collect();
    defeats.retain(|(a, b)| votes[*a][*b].value > votes[*b][*a].value);
    defeats.sort_by_key(key);
    let mut ways = vec![Vec::new()];
    for equal in defeats.chunk_by(|a, b| key(a) == key(b)) {
        let orders = orders(equal)?;
        if ways.len() * orders.len() > WAYS_MAX {
            return None;
        }
        ways = ways.iter().flat_map(|way| orders.iter().map(|order| [way.as_slice(), order].concat())).collect();
    }
    Some(ways)
}

fn orders(pairs: &[Pair]) -> Option<Vec<Vec<Pair>>> {
    match pairs {
        [] => Some(vec![Vec::new()]),
        _ if pairs.len() > 7 => None,
        _ => {
            let mut all = Vec::new();
            for first in pairs {
                let rest: Vec<Pair> = pairs.iter().copied().filter(|pair| pair != first).collect();
                all.extend(orders(&rest)?.into_iter().map(|rest| [&[*first], rest.as_slice()].concat()));
            }
            Some(all)
        }
    }
}

proptest! {
    #![proptest_config(laws())]

    /// What is printed as an order, and of each defeat as kept or not, holds in every way that open ties can fall; and where
    /// nothing is open, the order is whole.
    #[test]
    fn no_order_is_printed_that_is_open(plain in small()) {
        let (outcome, pairwise) = counted(&plain);
        let printed = outcome.ranking.clone().unwrap_or_default();
        let placed = printed.iter().map(Vec::len).sum::<usize>();
        prop_assert_eq!(placed + pairwise.open.len(), plain.candidates);
        let Some(ways) = ways(&pairwise) else { return Ok(()) };
        for way in ways {
            let (above, kept) = locked(plain.candidates, &way);
            prop_assert_eq!(&levels(&above)[..printed.len()], printed.as_slice());
            for defeat in &pairwise.defeats {
                let is_kept = kept.contains(&(defeat.winner, defeat.loser));
                prop_assert!(defeat.kept.is_none_or(|said| said == is_kept), "{:?}", defeat);
            }
        }
    }
}

/// A is elected whatever happens; the circle of B, C and D below the seat is one of equally strong defeats.
#[test]
fn a_tie_below_the_seats_leaves_the_order_open() {
    let ballot = |order: [Candidate; 4]| (1, order.map(|candidate| vec![candidate]).to_vec());
    let ballots = vec![ballot([0, 1, 2, 3]), ballot([0, 2, 3, 1]), ballot([0, 3, 1, 2])];
    let (outcome, pairwise) = counted(&Plain { seats: 1, candidates: 4, ballots });
    assert_eq!((outcome.elected.as_slice(), outcome.is_tied()), (&[0][..], false));
    assert_eq!((outcome.ranking, pairwise.open), (Some(vec![vec![0]]), vec![1, 2, 3]));
    let open = pairwise.defeats.iter().filter(|defeat| defeat.kept.is_none()).count();
    assert_eq!(open, 3);
}

/// The test above tries what it is about: many of these elections leave an order open, and many do not.
#[test]
fn small_elections_are_often_open() {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::new(laws());
    let drawn = (0..200).map(|_| small().new_tree(&mut runner).expect("an election").current());
    let open = drawn.filter(|plain| !counted(plain).1.open.is_empty()).count();
    assert!((5..195).contains(&open), "{open}");
}
