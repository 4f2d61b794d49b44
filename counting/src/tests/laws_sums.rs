//! Laws of the methods without rounds: comparisons by pairs, sums, proposals, budgets.

use num_rational::{BigRational, Ratio};
use proptest::prelude::*;

use super::make::{Plain, laws, plain};
use crate::contest::{
    Apart, Ballots, Budget, Candidate, Contest, DefaultOption, Mark, Markings, POINT, Preference, Rankings,
};
use crate::outcome::{Broken, Detail, Outcome};
use crate::simple::proposal::{Base, ProposalRule, Quorum};
use crate::{Method, Settings, Ties, count, lot};

const BY_PAIRS: [Method; 3] = [Method::Schulze, Method::RankedPairs, Method::Debian];
const BY_MARKS: [Method; 7] = [
    Method::Plurality,
    Method::Approval,
    Method::Score,
    Method::Dots,
    Method::Greedy,
    Method::GreedyNoSkip,
    Method::EqualShares,
];

fn run(contest: &Contest, method: Method, ties: Ties) -> Outcome {
    count(contest, method, &Settings { ties, ..Settings::default() }).expect("a count")
}

fn seeded() -> Ties {
    Ties::Lot { seed: "6 6 1 4".into() }
}

/// A contest with a default option: the last of the plain one, in whatever place `order` puts it.
fn with_default(plain: &Plain, order: &[Candidate]) -> Contest {
    let mut contest = plain.contest(order);
    let option = order.iter().position(|candidate| candidate + 1 == plain.candidates).expect("the last");
    let majorities = order.iter().map(|candidate| (1 + *candidate as u64 % 3, 1 + *candidate as u64 % 2)).collect();
    contest.default_option = Some(DefaultOption { option, quorum: BigRational::from_integer(9.into()), majorities });
    contest
}

/// What does not hang on the order of candidates: names elected in order, levels and ties by name, figures by name.
fn told(outcome: &Outcome) -> impl PartialEq + std::fmt::Debug + use<> {
    let name = |candidate: &Candidate| outcome.candidates[*candidate].clone();
    let names = |some: &[Candidate]| some.iter().map(name).collect::<Vec<_>>();
    let sorted = |some: &[Candidate]| {
        let mut names = names(some);
        names.sort();
        names
    };
    let levels: Vec<Vec<String>> = outcome.ranking.iter().flatten().map(|level| sorted(level)).collect();
    let mut ties: Vec<_> =
        outcome.ties.iter().map(|tie| (sorted(&tie.between), names(&tie.chosen), tie.broken == Broken::Not)).collect();
    ties.sort();
    let mut figures: Vec<(String, Vec<String>)> = (0..outcome.candidates.len())
        .map(|at| {
            let votes = outcome.rounds.iter().filter_map(|round| round.votes.get(at)).map(ToString::to_string);
            (name(&at), votes.collect())
        })
        .collect();
    figures.sort();
    let spent = if let Detail::Funding(funding) = &outcome.detail { funding.spent.to_string() } else { String::new() };
    (names(&outcome.elected), levels, ties, figures, spent, outcome.valid.to_string())
}

fn elected_once(outcome: &Outcome) -> bool {
    let mut once = outcome.elected.clone();
    once.sort_unstable();
    once.dedup();
    once.len() == outcome.elected.len()
}

/// Ballots as they are and one by one, the last first.
fn split(plain: &Plain) -> Plain {
    let one_by_one = |(weight, ranks): &(u64, Vec<Vec<Candidate>>)| vec![(1, ranks.clone()); *weight as usize];
    Plain { ballots: plain.ballots.iter().rev().flat_map(one_by_one).collect(), ..plain.clone() }
}

/// V(a,b) by the definition, ballot by ballot.
fn prefer(plain: &Plain, a: Candidate, b: Candidate) -> u64 {
    let rank = |ranks: &[Vec<Candidate>], who| ranks.iter().position(|rank| rank.contains(&who)).unwrap_or(usize::MAX);
    plain.ballots.iter().filter(|(_, ranks)| rank(ranks, a) < rank(ranks, b)).map(|(weight, _)| weight).sum()
}

proptest! {
    #![proptest_config(laws())]

    /// Schulze and ranked pairs elect the Condorcet winner, with or without a seed.
    #[test]
    fn a_condorcet_winner_is_elected(plain in plain(true)) {
        let contest = Contest { seats: 1, ..plain.as_it_is() };
        let beats_all = |a: &Candidate| {
            (0..plain.candidates).all(|b| b == *a || prefer(&plain, *a, b) > prefer(&plain, b, *a))
        };
        if let Some(winner) = (0..plain.candidates).find(beats_all) {
            for method in [Method::Schulze, Method::RankedPairs] {
                for ties in [Ties::None, seeded()] {
                    let outcome = run(&contest, method, ties);
                    prop_assert_eq!(&outcome.elected, &vec![winner]);
                    prop_assert!(!outcome.is_tied());
                }
            }
        }
    }

    /// Nobody beats the winner of Schulze's method by a path that is stronger than the one back; the matrix is the one that the
    /// definition gives.
    #[test]
    fn the_matrix_is_what_the_ballots_say(plain in plain(true)) {
        let outcome = run(&plain.as_it_is(), Method::Schulze, seeded());
        let Detail::Pairwise(pairwise) = &outcome.detail else { panic!("no matrix") };
        for a in 0..plain.candidates {
            for b in (0..plain.candidates).filter(|b| *b != a) {
                prop_assert_eq!(pairwise.votes[a][b].to_string(), prefer(&plain, a, b).to_string());
            }
        }
    }

    /// The order of candidates on the ballot and their places are irrelevant.
    #[test]
    fn the_order_of_candidates_is_irrelevant(
        (plain, order) in plain(true).prop_flat_map(|plain| {
            let order = Just((0..plain.candidates).collect::<Vec<_>>()).prop_shuffle();
            (Just(plain), order)
        })
    ) {
        let as_it_is: Vec<Candidate> = (0..plain.candidates).collect();
        for method in BY_PAIRS {
            for ties in [Ties::None, seeded()] {
                let one = run(&with_default(&plain, &as_it_is), method, ties.clone());
                let other = run(&with_default(&plain, &order), method, ties);
                prop_assert_eq!(told(&one), told(&other));
            }
        }
    }

    /// So are the order of ballots, and whether equal ones are counted together.
    #[test]
    fn the_order_and_the_grouping_of_ballots_are_irrelevant(plain in plain(true)) {
        let order: Vec<Candidate> = (0..plain.candidates).collect();
        for method in BY_PAIRS {
            let one = run(&with_default(&plain, &order), method, seeded());
            let other = run(&with_default(&split(&plain), &order), method, seeded());
            prop_assert_eq!(one, other);
        }
    }

    /// Nobody is elected twice; with a seed all seats are filled; what is elected without a seed is elected with any.
    #[test]
    fn the_elected_are_once_and_certain(plain in plain(true), seed in "[0-9]{4}") {
        let order: Vec<Candidate> = (0..plain.candidates).collect();
        let contest = with_default(&plain, &order);
        for method in BY_PAIRS {
            let drawn = run(&contest, method, Ties::Lot { seed: seed.clone() });
            prop_assert!(elected_once(&drawn) && !drawn.is_tied());
            let seats = if method == Method::Debian { 1 } else { plain.seats.min(plain.candidates) };
            prop_assert_eq!(drawn.elected.len(), seats);
            let open = run(&contest, method, Ties::None);
            prop_assert!(open.elected.iter().all(|candidate| drawn.elected.contains(candidate)));
            prop_assert_eq!(open.is_tied(), open.elected.len() < seats);
            for tie in &drawn.ties {
                if let Broken::Lot { seed, draws } = &tie.broken {
                    let between: Vec<Candidate> = draws.iter().map(|(candidate, _)| *candidate).collect();
                    prop_assert_eq!(&lot::order(seed, &contest, &between), draws);
                }
            }
        }
    }
}

/// A contest of marks: for each ballot its weight and the points in millionths.
#[derive(Debug, Clone)]
struct Marked {
    seats: usize,
    costs: Vec<u64>,
    total: u64,
    ballots: Vec<(u64, Vec<(Candidate, i64)>)>,
}

impl Marked {
    fn contest(&self, order: &[Candidate]) -> Contest {
        let mut markings = Markings::default();
        let place = |candidate: Candidate| order.iter().position(|other| *other == candidate).expect("a place");
        for (weight, marks) in &self.ballots {
            let mut marks: Vec<Mark> = marks
                .iter()
                .map(|(candidate, millionths)| Mark { candidate: place(*candidate), millionths: *millionths })
                .collect();
            marks.sort_unstable();
            markings.push(Ratio::from_integer(*weight), &marks).expect("a ballot");
        }
        let cents = |amount: u64| BigRational::new(amount.into(), 100.into());
        Contest {
            title: "Garden".into(),
            seats: self.seats,
            candidates: order.iter().map(|candidate| format!("P{candidate}")).collect(),
            ballots: Ballots::Marked(markings),
            budget: Some(Budget {
                total: cents(self.total),
                costs: order.iter().map(|candidate| cents(self.costs[*candidate])).collect(),
                names: Vec::new(),
                currency: None,
            }),
            ..Contest::default()
        }
    }

    fn split(&self) -> Self {
        let one_by_one = |(weight, marks): &(u64, Vec<(Candidate, i64)>)| vec![(1, marks.clone()); *weight as usize];
        Self { ballots: self.ballots.iter().rev().flat_map(one_by_one).collect(), ..self.clone() }
    }
}

fn marked() -> impl Strategy<Value = (Marked, Vec<Candidate>)> {
    (1..=3_usize, 1..=6_usize)
        .prop_flat_map(|(seats, projects)| {
            let marks = prop::collection::btree_map(0..projects, 1..4_i64, 0..=projects);
            let ballots = prop::collection::vec((1..9_u64, marks), 1..10);
            let costs = prop::collection::vec(prop_oneof![Just(1_000_u64), 0..3_000_u64], projects);
            let order = Just((0..projects).collect::<Vec<_>>()).prop_shuffle();
            (Just(seats), ballots, costs, 0..6_000_u64, order)
        })
        .prop_map(|(seats, ballots, costs, total, order)| {
            let points = |marks: std::collections::BTreeMap<Candidate, i64>| {
                marks.into_iter().map(|(candidate, halves)| (candidate, halves * POINT / 2)).collect()
            };
            let ballots = ballots.into_iter().map(|(weight, marks)| (weight, points(marks))).collect();
            (Marked { seats, costs, total, ballots }, order)
        })
}

proptest! {
    #![proptest_config(laws())]

    /// Order and grouping of ballots and order of candidates are irrelevant to sums and budgets.
    #[test]
    fn orders_are_irrelevant_to_sums_and_budgets((marked, order) in marked()) {
        let as_it_is: Vec<Candidate> = (0..marked.costs.len()).collect();
        for method in BY_MARKS {
            for ties in [Ties::None, seeded()] {
                let one = run(&marked.contest(&as_it_is), method, ties.clone());
                prop_assert_eq!(told(&one), told(&run(&marked.contest(&order), method, ties.clone())));
                prop_assert_eq!(&one, &run(&marked.split().contest(&as_it_is), method, ties));
            }
        }
    }

    /// Nothing is funded or elected twice, no more is spent than there is, seats are filled, and what is certain without a seed
    /// stands with one.
    #[test]
    fn budgets_are_kept((marked, order) in marked()) {
        let contest = marked.contest(&order);
        for method in BY_MARKS {
            let (drawn, open) = (run(&contest, method, seeded()), run(&contest, method, Ties::None));
            for outcome in [&drawn, &open] {
                prop_assert!(elected_once(outcome));
                if let Detail::Funding(funding) = &outcome.detail {
                    prop_assert!(funding.spent.value <= funding.budget.value);
                } else {
                    prop_assert!(outcome.elected.len() <= marked.seats);
                }
            }
            prop_assert!(!drawn.is_tied());
            prop_assert!(open.elected.iter().all(|candidate| drawn.elected.contains(candidate)));
            prop_assert!(open.is_tied() || open.elected.len() == drawn.elected.len());
        }
    }

    /// The money of equal shares: base projects are within what their approvers were given.
    #[test]
    fn equal_shares_complete_their_base((marked, order) in marked()) {
        let outcome = run(&marked.contest(&order), Method::EqualShares, seeded());
        let Detail::Funding(funding) = &outcome.detail else { panic!("no funding") };
        let (_, base) = funding.base.as_ref().expect("a base");
        prop_assert!(base.value <= funding.budget.value);
    }

    /// Plurality conserves papers, and the winner of a majority has more than half.
    #[test]
    fn first_preferences_are_conserved(plain in plain(true)) {
        let contest = plain.as_it_is();
        for method in [Method::Plurality, Method::Majority] {
            let outcome = run(&contest, method, seeded());
            let round = &outcome.rounds[0];
            let votes: BigRational = round.votes.iter().map(|votes| votes.value.clone()).sum();
            prop_assert_eq!(votes.clone() + &round.non_transferable.value, outcome.valid.value.clone());
            if let (Method::Majority, [winner]) = (method, outcome.elected.as_slice()) {
                prop_assert!(&round.votes[*winner].value * BigRational::from_integer(2.into()) > votes);
            }
        }
    }
}

/// 60 in favour, 40 against, 20 abstentions, 5 blank.
fn proposal(rule: ProposalRule) -> (bool, Outcome) {
    let mut rankings = Rankings::default();
    for (option, votes) in [(0, 60), (1, 40)] {
        let ballot = [Preference::new(option, false).expect("an option")];
        rankings.push(Ratio::from_integer(votes), &ballot).expect("a ballot");
    }
    let contest = Contest {
        seats: 1,
        candidates: vec!["Yes".into(), "No".into()],
        ballots: Ballots::Ranked(rankings),
        apart: Apart { blank: 5, abstentions: 20, invalid: 0 },
        ..Contest::default()
    };
    let settings = Settings { proposal: rule, ..Settings::default() };
    let outcome = count(&contest, Method::Majority, &settings).expect("a count");
    let Detail::Proposal(proposal) = &outcome.detail else { panic!("no proposal") };
    (proposal.adopted, outcome)
}

fn number(number: u64) -> BigRational {
    BigRational::from_integer(number.into())
}

#[test]
fn a_proposal_is_adopted_by_its_rule() {
    let rule = ProposalRule::default;
    let share = |n, of| Ratio::new(n, of);
    let (adopted, outcome) = proposal(rule());
    assert!(adopted && outcome.elected == [0]);
    let exactly = ProposalRule { share: share(3, 5), more_than: true, ..rule() };
    assert!(!proposal(exactly.clone()).0, "60 of 100 is not more than three fifths");
    assert!(proposal(ProposalRule { more_than: false, ..exactly.clone() }).0, "but at least");
    assert!(!proposal(ProposalRule { share: share(2, 3), more_than: false, ..rule() }).0);
    assert!(!proposal(ProposalRule { abstentions_count: true, ..exactly }).0, "60 of 120 is half");
    assert!(!proposal(ProposalRule { abstentions_count: true, ..rule() }).0, "half is not more than half");
    assert!(proposal(ProposalRule { abstentions_count: true, more_than: false, ..rule() }).0);
    assert!(!proposal(ProposalRule { base: Base::Present(number(125)), ..rule() }).0);
    assert!(proposal(ProposalRule { base: Base::Present(number(119)), ..rule() }).0);
    assert!(!proposal(ProposalRule { base: Base::Entitled(number(200)), ..rule() }).0);
}

#[test]
fn a_quorum_stands_beside_the_majority() {
    let quorum = |needed, present: Option<u64>| {
        let quorum = Some(Quorum { needed: number(needed), present: present.map(number) });
        proposal(ProposalRule { quorum, ..ProposalRule::default() })
    };
    assert!(quorum(125, None).0, "100 votes, 20 abstentions and 5 blank papers took part");
    assert!(!quorum(126, None).0);
    assert!(quorum(126, Some(126)).0);
    let (_, outcome) = quorum(126, None);
    let Detail::Proposal(proposal) = &outcome.detail else { panic!("no proposal") };
    assert!(proposal.majority_reached && !proposal.quorum_reached && outcome.elected.is_empty());
}
