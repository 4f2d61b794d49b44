//! Laws of the counts by rounds, on contests out of thin air.

use num_rational::BigRational;
use proptest::prelude::*;

use super::make::{Plain, laws, plain};
use crate::contest::{Ballots, Candidate};
use crate::outcome::{Broken, Outcome};
use crate::{Contest, Method, Settings, Ties, count, lot};

const BY_ROUNDS: [Method; 3] = [Method::StvScottish, Method::StvMeek, Method::Irv];

fn run(contest: &Contest, method: Method, ties: Ties) -> Outcome {
    count(contest, method, &Settings { ties, ..Settings::default() }).expect("a count")
}

fn seeded() -> Ties {
    Ties::Lot { seed: "17 4 38 22 9 41".into() }
}

fn names(outcome: &Outcome) -> Vec<&str> {
    outcome.elected.iter().map(|candidate| outcome.candidates[*candidate].as_str()).collect()
}

/// The rounds with names instead of places, in a fixed order of names.
fn by_name(outcome: &Outcome) -> Vec<Vec<(String, String)>> {
    let of_round = |votes: &[crate::Figure]| {
        let mut named: Vec<(String, String)> =
            outcome.candidates.iter().cloned().zip(votes.iter().map(ToString::to_string)).collect();
        named.sort();
        named
    };
    outcome.rounds.iter().map(|round| of_round(&round.votes)).collect()
}

fn seats_of(plain: &Plain, method: Method) -> usize {
    if method == Method::Irv { 1 } else { plain.seats }
}

proptest! {
    #![proptest_config(laws())]

    /// Papers are conserved in every round, and nobody is elected twice or both elected and excluded.
    #[test]
    fn papers_are_conserved(plain in plain(true)) {
        let contest = plain.as_it_is();
        for method in BY_ROUNDS {
            let outcome = run(&contest, method, seeded());
            for round in &outcome.rounds {
                let sum: BigRational = round.votes.iter().map(|votes| votes.value.clone()).sum();
                prop_assert_eq!(sum + &round.non_transferable.value, outcome.valid.value.clone());
                prop_assert!(round.non_transferable.value >= round.exhausted.value);
                if let Some(transfer) = &round.transfer {
                    let to: BigRational = transfer.to.iter().map(|(_, votes)| votes.value.clone()).sum();
                    let gone = to + &transfer.non_transferable.value + &transfer.lost.value;
                    prop_assert_eq!(gone, transfer.votes.value.clone());
                    prop_assert!(transfer.lost.value >= BigRational::from_integer(0.into()));
                }
            }
            let mut once = outcome.elected.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), outcome.elected.len());
            prop_assert_eq!(once.len(), seats_of(&plain, method).min(plain.candidates));
            let told: Vec<Candidate> = outcome.rounds.iter().flat_map(|round| round.elected.clone()).collect();
            prop_assert_eq!(&told, &outcome.elected);
            prop_assert!(outcome.rounds.iter().all(|round| round.excluded.iter().all(|out| !told.contains(out))));
        }
    }

    /// The order of ballots and of candidates is irrelevant, with a seed and without.
    #[test]
    fn order_is_irrelevant(
        (plain, order) in plain(true).prop_flat_map(|plain| {
            let order = Just((0..plain.candidates).collect::<Vec<_>>()).prop_shuffle();
            (Just(plain), order)
        }),
    ) {
        let mut turned = plain.clone();
        turned.ballots.reverse();
        let (one, other) = (plain.as_it_is(), turned.contest(&order));
        for method in BY_ROUNDS {
            let (a, b) = (run(&one, method, seeded()), run(&other, method, seeded()));
            prop_assert_eq!(names(&a), names(&b));
            prop_assert_eq!(by_name(&a), by_name(&b));
            let (a, b) = (run(&one, method, Ties::None), run(&other, method, Ties::None));
            prop_assert_eq!(a.is_tied(), b.is_tied());
            prop_assert_eq!(names(&a), names(&b));
        }
    }

    /// Splitting identical ballots changes nothing.
    #[test]
    fn splitting_is_irrelevant(plain in plain(true)) {
        let mut split = plain.clone();
        split.ballots = plain.ballots.iter().flat_map(|(weight, ranks)| {
            let half = weight / 2;
            [(half, ranks.clone()), (weight - half, ranks.clone())].into_iter().filter(|(weight, _)| *weight > 0)
        }).collect();
        for method in BY_ROUNDS {
            for ties in [seeded(), Ties::None] {
                let whole = run(&plain.as_it_is(), method, ties.clone());
                prop_assert_eq!(whole, run(&split.as_it_is(), method, ties));
            }
        }
    }

    /// STV with one seat and instant runoff elect the same. Meek has no look-back, so only where nothing was looked back upon.
    #[test]
    fn one_seat_is_instant_runoff(plain in plain(true)) {
        let plain = Plain { seats: 1, ..plain };
        for ties in [seeded(), Ties::None] {
            let runoff = run(&plain.as_it_is(), Method::Irv, ties.clone());
            let scottish = run(&plain.as_it_is(), Method::StvScottish, ties.clone());
            prop_assert_eq!(&runoff.elected, &scottish.elected);
            let meek = run(&plain.as_it_is(), Method::StvMeek, ties);
            let looked_back = runoff.ties.iter().any(|tie| matches!(tie.broken, Broken::LookBack { .. }));
            if !looked_back && !meek.is_tied() && !runoff.is_tied() {
                prop_assert_eq!(&runoff.elected, &meek.elected);
            }
        }
    }

    /// A lot replays: the same seed draws the same, in the order of the published draws.
    #[test]
    fn a_lot_replays(plain in plain(false), seed in "[a-z0-9 ]{1,12}") {
        let contest = plain.as_it_is();
        for method in BY_ROUNDS {
            let ties = Ties::Lot { seed: seed.clone() };
            let outcome = run(&contest, method, ties.clone());
            prop_assert!(!outcome.is_tied());
            for tie in &outcome.ties {
                if let Broken::Lot { draws, .. } = &tie.broken {
                    prop_assert!(draws.is_sorted_by(|(_, a), (_, b)| a <= b));
                    for (candidate, drawn) in draws {
                        prop_assert_eq!(drawn, &lot::draw(&seed, "Board", &contest.candidates[*candidate]));
                    }
                }
            }
            prop_assert_eq!(outcome, run(&contest, method, ties));
        }
    }

    /// A tie that was called immaterial is: any seed elects the same in the same order.
    #[test]
    fn an_immaterial_tie_changes_nothing(plain in plain(false), seed in "[a-z]{1,6}") {
        let contest = plain.as_it_is();
        for method in BY_ROUNDS {
            let outcome = run(&contest, method, Ties::None);
            if !outcome.is_tied() {
                prop_assert_eq!(outcome.elected, run(&contest, method, Ties::Lot { seed: seed.clone() }).elected);
            }
        }
    }
}

/// Few papers a candidate, most of them equal: contests that are full of ties.
fn full_of_ties() -> impl Strategy<Value = Plain> {
    (plain(true), 1..3_u64).prop_map(|(mut plain, most)| {
        plain.ballots.iter_mut().for_each(|(weight, _)| *weight = 1 + *weight % most);
        plain
    })
}

proptest! {
    #![proptest_config(laws())]

    /// Where the order is called immaterial any seed elects the same, and what is certain at an open tie comes first with any.
    #[test]
    fn ties_without_a_seed_are_judged_rightly(plain in full_of_ties(), seeds in prop::collection::vec("[a-z]{1,6}", 6)) {
        let contest = plain.as_it_is();
        for method in BY_ROUNDS {
            let open = run(&contest, method, Ties::None);
            prop_assert!(open.ties.iter().all(|tie| tie.broken != Broken::TooManyWays));
            for seed in &seeds {
                let drawn = run(&contest, method, Ties::Lot { seed: seed.clone() });
                prop_assert!(drawn.elected.starts_with(&open.elected));
                prop_assert!(open.is_tied() || drawn.elected == open.elected);
            }
        }
    }
}

/// Two front runners and `few` candidates with two papers each; `onward` says whom the papers name next.
fn two_and_a_few(few: usize, onward: impl Fn(usize) -> Vec<Candidate>) -> Contest {
    let mut ballots = vec![(90, vec![vec![0]]), (80, vec![vec![1]])];
    for at in 2..few + 2 {
        let ranks = [vec![at], onward(at)].concat().into_iter().map(|candidate| vec![candidate]);
        ballots.push((2, ranks.collect()));
    }
    Plain { seats: 1, candidates: few + 2, ballots }.as_it_is()
}

/// Six, or twenty, with two papers each: whatever the order in which they go, the same is elected.
#[test]
fn many_equal_at_the_end_are_excluded_in_any_order() {
    for few in [6, 20] {
        for onward in [|_| Vec::new(), |at: usize| vec![at % 2], |at: usize| vec![2 + (at + 1) % 6]] {
            for method in BY_ROUNDS {
                let outcome = run(&two_and_a_few(few, onward), method, Ties::None);
                assert_eq!((outcome.elected.as_slice(), outcome.is_tied()), (&[0][..], false), "{method:?} {few}");
                assert!(outcome.ties.iter().any(|tie| tie.broken == Broken::Immaterial));
            }
        }
    }
}

/// A hundred equal ones of whom any could win: too many ways, and that is what is said.
#[test]
fn too_many_ways_are_not_called_a_tie_that_matters() {
    let ballots = (0..100).map(|at| (1, vec![vec![at], vec![(at * 7 + 3) % 100]])).collect();
    let outcome = run(&Plain { seats: 1, candidates: 100, ballots }.as_it_is(), Method::Irv, Ties::None);
    assert!(outcome.is_tied() && outcome.elected.is_empty());
    assert!(outcome.ties.iter().any(|tie| tie.broken == Broken::TooManyWays));
}

/// Two candidates, two equal ballots, no seed: a tie is said and nobody is elected.
#[test]
fn a_tie_that_matters_stays_a_tie() {
    let ballots = vec![(1, vec![vec![0]]), (1, vec![vec![1]])];
    let contest = Plain { seats: 1, candidates: 2, ballots }.as_it_is();
    for method in BY_ROUNDS {
        let outcome = run(&contest, method, Ties::None);
        assert!(outcome.is_tied() && outcome.elected.is_empty(), "{method:?}");
        assert_eq!(outcome.ties.last().map(|tie| tie.between.clone()), Some(vec![0, 1]));
        let first = lot::order("17 4 38 22 9 41", &contest, &[0, 1])[0].0;
        assert_eq!(run(&contest, method, seeded()).elected, vec![first]);
    }
}

/// Withdrawn candidates receive nothing, and their ballots go on.
#[test]
fn the_withdrawn_are_passed_over() {
    let ballots = vec![(5, vec![vec![0], vec![1]]), (4, vec![vec![2]]), (1, vec![vec![0]])];
    let mut contest = Plain { seats: 1, candidates: 3, ballots }.as_it_is();
    contest.withdrawn = vec![0];
    let outcome = run(&contest, Method::StvScottish, Ties::None);
    assert_eq!((outcome.elected, outcome.blank, outcome.valid.to_string()), (vec![1], 1, "9".to_owned()));
    assert!(matches!(contest.ballots, Ballots::Ranked(_)));
}
