//! Proposals: what adopts them and what does not, and the laws of it.

use num_rational::{BigRational, Ratio};
use proptest::prelude::*;

use super::make::laws;
use crate::contest::{Apart, Ballots, Contest, Rankings};
use crate::outcome::{Detail, Outcome, Proposal};
use crate::simple::proposal::{Base, ProposalRule, Quorum};
use crate::{Method, Settings, count};

/// Ballots of these weights for an option each (0 in favour, 1 against), and papers apart.
fn contest(ballots: &[(usize, Ratio<u64>)], apart: Apart) -> Contest {
    let mut rankings = Rankings::default();
    for (option, weight) in ballots {
        rankings.push_ranks(*weight, &[vec![*option]]).expect("a ballot");
    }
    let candidates = vec!["Yes".into(), "No".into()];
    Contest { seats: 1, candidates, ballots: Ballots::Ranked(rankings), apart, ..Contest::default() }
}

fn decided(contest: &Contest, proposal: ProposalRule) -> (Proposal, Outcome) {
    let outcome = count(contest, Method::Majority, &Settings { proposal, ..Settings::default() }).expect("a count");
    let Detail::Proposal(proposal) = &outcome.detail else { panic!("no proposal") };
    (proposal.as_ref().clone(), outcome)
}

/// 60 in favour, 40 against, 20 abstentions, 5 blank.
fn proposal(rule: ProposalRule) -> (bool, Outcome) {
    let apart = Apart { blank: 5, abstentions: 20, invalid: 0 };
    let (proposal, outcome) = decided(&contest(&[(0, 60.into()), (1, 40.into())], apart), rule);
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

// ---- votes of whole ballots on a roll ----

/// For, against, abstained.
type Votes = [u64; 3];

fn ordinary() -> ProposalRule {
    ProposalRule::default()
}

fn two_thirds() -> ProposalRule {
    ProposalRule { share: Ratio::new(2, 3), more_than: false, ..ordinary() }
}

fn of_votes([in_favour, against, abstentions]: Votes) -> Contest {
    let ballots = [(0, in_favour), (1, against)].into_iter().filter(|(_, votes)| *votes > 0);
    let ballots: Vec<_> = ballots.map(|(option, votes)| (option, votes.into())).collect();
    contest(&ballots, Apart { abstentions, ..Apart::default() })
}

fn voted(rule: &ProposalRule, votes: Votes) -> Proposal {
    decided(&of_votes(votes), rule.clone()).0
}

fn is_adopted(rule: &ProposalRule, votes: Votes) -> bool {
    voted(rule, votes).adopted
}

#[test]
fn a_tie_rejects_an_ordinary_proposal() {
    assert!(!is_adopted(&ordinary(), [20, 20, 5]));
    assert!(is_adopted(&ordinary(), [21, 20, 5]));
}

#[test]
fn two_thirds_means_at_least_two_thirds() {
    assert!(is_adopted(&two_thirds(), [40, 20, 0]));
    assert!(!is_adopted(&two_thirds(), [39, 20, 0]));
}

#[test]
fn a_quorum_is_rounded_up_and_comes_first() {
    let quorum = |percent, roll| Quorum::of_roll(Ratio::new(percent, 100), roll);
    assert_eq!(quorum(30, 83).needed, number(25));
    assert_eq!(quorum(50, 84).needed, number(42));
    assert_eq!(quorum(0, 84).needed, number(0));
    let rule = ProposalRule { quorum: Some(quorum(30, 83)), ..ordinary() };
    let missed = voted(&rule, [24, 0, 0]);
    assert!(missed.majority_reached && !missed.quorum_reached && !missed.adopted);
    assert!(is_adopted(&rule, [24, 0, 1]), "who abstains takes part");
}

#[test]
fn abstentions_weigh_only_where_the_rules_say_so() {
    let counted = ProposalRule { abstentions_count: true, ..ordinary() };
    assert!(is_adopted(&ordinary(), [20, 10, 12]));
    assert!(!is_adopted(&counted, [20, 10, 12]));
}

#[test]
fn nobody_decides_nothing() {
    for rule in [ordinary(), two_thirds(), ProposalRule { quorum: Some(Quorum::of_roll(0.into(), 83)), ..two_thirds() }]
    {
        assert!(!is_adopted(&rule, [0, 0, 0]));
        assert!(!is_adopted(&rule, [0, 0, 7]));
        assert_eq!(voted(&rule, [0, 0, 7]).fewest, crate::Figure::whole(1));
    }
}

prop_compose! {
    fn any_rule()(more_than in any::<bool>(), of in 1..100_u64, abstentions_count in any::<bool>(),
                  percent in 0..=100_u64, roll in 0..9_500_u64)
            (part in 1..=of, more_than in Just(more_than), of in Just(of), abstentions_count in Just(abstentions_count),
             percent in Just(percent), roll in Just(roll)) -> (ProposalRule, u64, u64) {
        let quorum = Some(Quorum::of_roll(Ratio::new(percent, 100), roll));
        let rule = ProposalRule { share: Ratio::new(part, of), more_than, abstentions_count, quorum, base: Base::VotesCast, further: Vec::new() };
        (rule, percent, roll)
    }
}

fn any_votes() -> impl Strategy<Value = Votes> {
    [0..3_000_u64, 0..3_000_u64, 0..3_000_u64]
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn one_more_in_favour_never_loses_what_was_adopted((rule, ..) in any_rule(), votes in any_votes()) {
        let [in_favour, against, abstentions] = votes;
        if is_adopted(&rule, votes) {
            prop_assert!(is_adopted(&rule, [in_favour + 1, against, abstentions]));
        }
    }

    #[test]
    fn one_who_turns_against_never_adopts_what_was_rejected((rule, ..) in any_rule(), votes in any_votes()) {
        let [in_favour, against, abstentions] = votes;
        prop_assume!(in_favour > 0);
        if !is_adopted(&rule, votes) {
            prop_assert!(!is_adopted(&rule, [in_favour - 1, against + 1, abstentions]));
        }
    }

    /// Cast one by one in any order, or added up: the same sums.
    #[test]
    fn the_order_of_ballots_is_irrelevant(
        (rule, ..) in any_rule(), ballots in prop::collection::vec(0..2_usize, 0..80), abstentions in 0..40_u64, cut in 0..80_usize,
    ) {
        let one_by_one = |ballots: &[usize]| {
            let ballots: Vec<_> = ballots.iter().map(|option| (*option, 1.into())).collect();
            decided(&contest(&ballots, Apart { abstentions, ..Apart::default() }), rule.clone())
        };
        let mut turned = ballots.clone();
        turned.rotate_left(cut.min(ballots.len()));
        turned.reverse();
        let outcome = one_by_one(&ballots);
        prop_assert_eq!(&outcome, &one_by_one(&turned));
        let against = ballots.iter().sum::<usize>() as u64;
        prop_assert_eq!(&outcome, &decided(&of_votes([ballots.len() as u64 - against, against, abstentions]), rule));
    }

    #[test]
    fn the_outcome_is_what_the_fractions_say((rule, percent, roll) in any_rule(), votes in any_votes()) {
        let [in_favour, against, abstentions] = votes;
        let (part, of) = (rule.share.numer(), rule.share.denom());
        let base = in_favour + against + if rule.abstentions_count { abstentions } else { 0 };
        let carried = if rule.more_than { in_favour * of > part * base } else { in_favour * of >= part * base };
        let counted = voted(&rule, votes);
        prop_assert_eq!(counted.base.value, number(base));
        prop_assert_eq!(counted.majority_reached, carried && in_favour > 0);
        prop_assert_eq!(counted.quorum_reached, votes.iter().sum::<u64>() * 100 >= roll * percent);
        prop_assert_eq!(counted.adopted, counted.majority_reached && counted.quorum_reached);
    }

    /// What is told as the fewest votes is enough, and a step less is not, in whatever units votes are weighed.
    #[test]
    fn the_fewest_votes_are_enough_and_a_step_less_is_not(
        (rule, ..) in any_rule(), units in [1..3_000_u64, 0..3_000_u64], abstentions in 0..99_u64, parts in 1..12_u64,
    ) {
        let weight = |units| Ratio::new(units, parts);
        let ballots = [(0, weight(units[0])), (1, weight(units[1]))];
        let contest = contest(&ballots, Apart { abstentions, ..Apart::default() });
        let (counted, _) = decided(&contest, rule.clone());
        let passes = |votes: &BigRational| {
            let threshold = &counted.threshold.value;
            if rule.more_than { votes > threshold } else { votes >= threshold }
        };
        let (fewest, step) = (&counted.fewest.value, BigRational::new(1.into(), contest.ballots.weights().denominator().into()));
        prop_assert!(passes(fewest) && *fewest >= step);
        prop_assert!(*fewest == step || !passes(&(fewest - &step)));
        prop_assert_eq!(counted.majority_reached, passes(&counted.in_favour.value));
    }
}
