//! STAR, consent and time polls: published examples, and laws.

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use proptest::prelude::*;

use crate::contest::{Ballots, Mark, Markings, POINT, Rankings};
use crate::outcome::{Broken, Detail, Outcome, Rule};
use crate::simple::ProposalRule;
use crate::simple::proposal::{Base, Bound, Condition};
use crate::{Contest, Method, Settings, Ties, count};

/// Ballots with points, each as often as it says.
fn scored(names: &[&str], ballots: &[(u64, &[i64])]) -> Contest {
    let mut markings = Markings::default();
    for (weight, points) in ballots {
        let marks = points.iter().enumerate().map(|(candidate, points)| Mark { candidate, millionths: points * POINT });
        markings.push(Ratio::from_integer(*weight), &marks.collect::<Vec<_>>()).expect("a ballot");
    }
    let candidates = names.iter().map(|name| (*name).to_owned()).collect();
    Contest { seats: 1, candidates, ballots: Ballots::Marked(markings), ..Contest::default() }
}

fn star(contest: &Contest) -> Outcome {
    count(contest, Method::Star, &Settings::default()).expect("a count")
}

fn votes(outcome: &Outcome, round: usize) -> Vec<String> {
    outcome.rounds[round].votes.iter().map(ToString::to_string).collect()
}

/// The capital of Tennessee (Wikipedia, "STAR voting"): Nashville and Chattanooga go on with 293 and 237 points, 68 prefer Nashville.
#[test]
fn the_capital_of_tennessee_is_nashville() {
    let ballots: [(u64, &[i64]); 4] =
        [(42, &[5, 2, 1, 0]), (26, &[0, 5, 2, 1]), (15, &[0, 3, 5, 4]), (17, &[0, 2, 4, 5])];
    let outcome = star(&scored(&["Memphis", "Nashville", "Chattanooga", "Knoxville"], &ballots));
    assert_eq!(votes(&outcome, 0)[..3], ["210", "293", "237"]);
    assert_eq!(votes(&outcome, 1), ["0", "68", "32", "0"]);
    assert_eq!((outcome.elected, outcome.detail), (vec![1], Detail::Runoff(vec![1, 2])));
}

/// Each rule of the protocol, where the one before it does not tell.
#[test]
fn ties_are_broken_in_the_order_of_the_protocol() {
    let names = ["A", "B", "C"];
    let by = |ballots: &[(u64, &[i64])]| {
        let outcome = star(&scored(&names, ballots));
        (outcome.elected.clone(), outcome.ties.iter().map(|tie| tie.broken.clone()).collect::<Vec<_>>())
    };
    // B and C have the same points behind A; two of three prefer C.
    let (_, broken) = by(&[(1, &[5, 3, 0]), (2, &[5, 1, 2]), (1, &[5, 0, 1])]);
    assert_eq!(broken, [Broken::Rule(Rule::HeadToHead)]);
    // As many prefer B as C; B has a five.
    let (_, broken) = by(&[(2, &[5, 5, 3]), (2, &[5, 1, 3])]);
    assert_eq!(broken, [Broken::Rule(Rule::TopScores)]);
    // In the runoff as many prefer A as B; A has more points.
    let (elected, broken) = by(&[(1, &[5, 1, 0]), (1, &[2, 4, 0])]);
    assert_eq!((elected, broken), (vec![0], vec![Broken::Rule(Rule::Points)]));
    // As many prefer each, with the same points; A has a five.
    let (elected, broken) = by(&[(1, &[5, 3, 0]), (1, &[2, 4, 0])]);
    assert_eq!((elected, broken), (vec![0], vec![Broken::Rule(Rule::TopScores)]));
    // Nothing tells them apart.
    let (elected, broken) = by(&[(1, &[5, 3, 0]), (1, &[3, 5, 0])]);
    assert_eq!((elected, broken), (vec![], vec![Broken::Not]));
    let settings = Settings { ties: Ties::Lot { seed: "7".into() }, ..Settings::default() };
    let equal: [(u64, &[i64]); 2] = [(1, &[5, 3, 0]), (1, &[3, 5, 0])];
    assert_eq!(count(&scored(&names, &equal), Method::Star, &settings).expect("a count").elected.len(), 1);
}

#[test]
fn the_time_that_most_can_make_comes_first() {
    // As many can make the second and the third; more say yes to the third.
    let ballots: [(u64, &[i64]); 3] = [(2, &[2, 1, 1]), (1, &[0, 1, 2]), (1, &[0, 1, 2])];
    let contest = scored(&["Mo", "Tu", "We"], &ballots);
    let outcome = count(&contest, Method::Times, &Settings::default()).expect("a count");
    assert_eq!(votes(&outcome, 0), ["2", "4", "4"]);
    assert_eq!(outcome.elected, [2]);
    let Detail::Times(yes) = &outcome.detail else { panic!("who said yes") };
    assert_eq!(yes.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2", "0", "2"]);
}

fn consent(answers: [u64; 3], entitled: u64, percent: u64, objections: u64) -> Outcome {
    let mut rankings = Rankings::default();
    for (option, weight) in answers.into_iter().enumerate().filter(|(_, weight)| *weight > 0) {
        rankings.push_ranks(Ratio::from_integer(weight), &[vec![option]]).expect("a ballot");
    }
    let whole = |number: u64| BigRational::from_integer(BigInt::from(number));
    let rule = ProposalRule {
        share: Ratio::new(percent, 100),
        more_than: false,
        base: Base::Entitled(whole(entitled)),
        further: vec![Condition {
            option: 2,
            bound: Bound::AtMost,
            share: Ratio::from_integer(1),
            base: Base::Entitled(whole(objections)),
        }],
        ..ProposalRule::default()
    };
    let candidates = ["agree", "aside", "object"].map(str::to_owned).to_vec();
    let contest = Contest { seats: 1, candidates, ballots: Ballots::Ranked(rankings), ..Contest::default() };
    count(&contest, Method::Consent, &Settings { proposal: rule, ..Settings::default() }).expect("a count")
}

proptest! {
    /// Consent is there exactly if enough agree and no more object than may; one who stands aside changes nothing.
    #[test]
    fn consent_is_what_its_sentence_says(
        answers in [0..40_u64, 0..40_u64, 0..4_u64], spare in 0..40_u64, percent in 0..=100_u64, objections in 0..3_u64,
    ) {
        let [agree, aside, object] = answers;
        let roll = agree + aside + object + spare;
        let adopted = !consent(answers, roll, percent, objections).elected.is_empty();
        prop_assert_eq!(adopted, agree > 0 && agree * 100 >= percent * roll && object <= objections);
        let more = consent([agree, aside + 1, object], roll, percent, objections);
        prop_assert_eq!(adopted, !more.elected.is_empty());
    }

    /// Whoever wins by STAR is one of the two with the most points, and no fewer prefer them to the other.
    #[test]
    fn who_wins_by_star_was_in_the_runoff(
        ballots in prop::collection::vec((1..5_u64, prop::collection::vec(0..=5_i64, 4)), 1..12),
    ) {
        let ballots: Vec<(u64, &[i64])> = ballots.iter().map(|(weight, points)| (*weight, points.as_slice())).collect();
        let outcome = star(&scored(&["A", "B", "C", "D"], &ballots));
        let prefer = |one: usize, other: usize| -> u64 {
            ballots.iter().filter(|(_, points)| points[one] > points[other]).map(|(weight, _)| weight).sum()
        };
        if let (Detail::Runoff(finalists), [winner]) = (&outcome.detail, outcome.elected.as_slice()) {
            let other = finalists.iter().find(|one| *one != winner).expect("two");
            prop_assert!(finalists.contains(winner) && prefer(*winner, *other) >= prefer(*other, *winner));
            let sum = |one: usize| -> i64 { ballots.iter().map(|(weight, points)| points[one] * *weight as i64).sum() };
            let least = finalists.iter().map(|one| sum(*one)).min().expect("two");
            prop_assert!((0..4).filter(|one| !finalists.contains(one)).all(|one| sum(one) <= least));
        } else {
            prop_assert!(outcome.is_tied());
        }
    }

    /// What was stored is what was counted.
    #[test]
    fn an_outcome_survives_its_json(ballots in prop::collection::vec((1..5_u64, prop::collection::vec(0..=5_i64, 3)), 1..8)) {
        let ballots: Vec<(u64, &[i64])> = ballots.iter().map(|(weight, points)| (*weight, points.as_slice())).collect();
        let contest = scored(&["A", "B", "C"], &ballots);
        for method in Method::ALL {
            let Ok(outcome) = count(&contest, method, &Settings::default()) else { continue };
            let stored = serde_json::to_string(&outcome).expect("JSON");
            prop_assert_eq!(serde_json::from_str::<Outcome>(&stored).expect("an outcome"), outcome);
        }
    }
}
