//! Deciding: how many must vote, how many must agree, and the sums that show it. Whole numbers only.
//!
//! Which figures apply is the co-op's rule profile; what they mean is here. The quorum is a share of the electoral roll,
//! rounded up (Quebec, Cooperatives Act, s. 64, and Canada Cooperatives Act, s. 62, leave the share to the by-laws). An
//! ordinary proposal needs more than its share of the votes, a special one at least its share. A tie therefore rejects an
//! ordinary proposal: a vote at a distance has no chair with a casting vote. Nothing is adopted without a vote in favour.

use crate::coops::RuleProfile;

/// What somebody votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    For,
    Against,
    Abstain,
}

impl Choice {
    pub const ALL: [(&'static str, Self); 3] =
        [("for", Self::For), ("against", Self::Against), ("abstain", Self::Abstain)];

    pub fn word(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Against => "against",
            Self::Abstain => "abstain",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, choice)| *choice)
    }
}

/// What came of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Adopted,
    Rejected,
    NoQuorum,
}

impl Outcome {
    pub fn word(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Rejected => "rejected",
            Self::NoQuorum => "no_quorum",
        }
    }
}

/// The rule a vote is decided by, as it was when the vote opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    pub special: bool,
    pub majority_num: i32,
    pub majority_den: i32,
    /// Whether abstentions are part of what the majority is taken of.
    pub abstentions_count: bool,
    /// Share of the roll that must vote; 0 where whoever votes is enough.
    pub quorum_percent: i32,
}

impl Rule {
    /// The rule of the profile for an ordinary or a special proposal.
    pub fn of(profile: &RuleProfile, special: bool) -> Self {
        let (majority_num, majority_den) = if special {
            (profile.majority_special_num, profile.majority_special_den)
        } else {
            (profile.majority_ordinary_num, profile.majority_ordinary_den)
        };
        Self {
            special,
            majority_num,
            majority_den,
            abstentions_count: profile.abstentions_count,
            quorum_percent: profile.quorum_percent,
        }
    }

    /// How many of a roll must vote: the share, rounded up.
    pub fn quorum_of(&self, roll: i64) -> i64 {
        (roll * i64::from(self.quorum_percent) + 99) / 100
    }

    /// The fewest votes in favour that carry a proposal, of `base` votes that count. Never less than one.
    pub fn majority_of(&self, base: i64) -> i64 {
        let (num, den) = (i64::from(self.majority_num), i64::from(self.majority_den));
        let fewest = if self.special { (num * base + den - 1) / den } else { num * base / den + 1 };
        fewest.max(1)
    }
}

/// The ballots by what they say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub in_favour: i64,
    pub against: i64,
    pub abstained: i64,
}

impl Tally {
    pub fn cast(&self) -> i64 {
        self.in_favour + self.against + self.abstained
    }
}

/// What a number in a sum is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Roll,
    QuorumNeeded,
    Cast,
    InFavour,
    Against,
    Abstained,
    Base,
    MajorityNeeded,
}

/// One line of a sum. `satisfied` is there where the line is a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub what: What,
    pub number: i64,
    pub satisfied: Option<bool>,
}

/// A vote, counted: every number on the way to the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub rule: Rule,
    pub roll: i64,
    pub tally: Tally,
    pub quorum_needed: i64,
    pub quorum_reached: bool,
    /// The votes that the majority is taken of.
    pub base: i64,
    pub majority_needed: i64,
    pub majority_reached: bool,
    pub outcome: Outcome,
}

/// Counts a vote of `roll` members by a rule. Everybody who voted counts for the quorum, abstentions too.
pub fn count(rule: Rule, roll: i64, tally: Tally) -> Count {
    let quorum_needed = rule.quorum_of(roll);
    let quorum_reached = tally.cast() >= quorum_needed;
    let base = tally.in_favour + tally.against + if rule.abstentions_count { tally.abstained } else { 0 };
    let majority_needed = rule.majority_of(base);
    let majority_reached = tally.in_favour >= majority_needed;
    let outcome = match (quorum_reached, majority_reached) {
        (false, _) => Outcome::NoQuorum,
        (true, true) => Outcome::Adopted,
        (true, false) => Outcome::Rejected,
    };
    Count { rule, roll, tally, quorum_needed, quorum_reached, base, majority_needed, majority_reached, outcome }
}

impl Count {
    /// The test of the quorum, line by line.
    pub fn quorum_steps(&self) -> Vec<Step> {
        vec![
            Step { what: What::Roll, number: self.roll, satisfied: None },
            Step { what: What::QuorumNeeded, number: self.quorum_needed, satisfied: None },
            Step { what: What::Cast, number: self.tally.cast(), satisfied: Some(self.quorum_reached) },
        ]
    }

    /// The test of the majority, line by line.
    pub fn majority_steps(&self) -> Vec<Step> {
        vec![
            Step { what: What::InFavour, number: self.tally.in_favour, satisfied: None },
            Step { what: What::Against, number: self.tally.against, satisfied: None },
            Step { what: What::Abstained, number: self.tally.abstained, satisfied: None },
            Step { what: What::Base, number: self.base, satisfied: None },
            Step { what: What::MajorityNeeded, number: self.majority_needed, satisfied: None },
            Step { what: What::InFavour, number: self.tally.in_favour, satisfied: Some(self.majority_reached) },
        ]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ordinary(quorum_percent: i32) -> Rule {
        Rule { special: false, majority_num: 1, majority_den: 2, abstentions_count: false, quorum_percent }
    }

    fn two_thirds() -> Rule {
        Rule { special: true, majority_num: 2, majority_den: 3, ..ordinary(30) }
    }

    fn tally(in_favour: i64, against: i64, abstained: i64) -> Tally {
        Tally { in_favour, against, abstained }
    }

    #[test]
    fn a_tie_rejects_an_ordinary_proposal() {
        assert_eq!(count(ordinary(0), 83, tally(20, 20, 5)).outcome, Outcome::Rejected);
        assert_eq!(count(ordinary(0), 83, tally(21, 20, 5)).outcome, Outcome::Adopted);
    }

    #[test]
    fn two_thirds_means_at_least_two_thirds() {
        assert_eq!(count(two_thirds(), 83, tally(40, 20, 0)).outcome, Outcome::Adopted);
        assert_eq!(count(two_thirds(), 83, tally(39, 20, 0)).outcome, Outcome::Rejected);
    }

    #[test]
    fn a_quorum_is_rounded_up_and_comes_first() {
        assert_eq!(ordinary(30).quorum_of(83), 25);
        assert_eq!(ordinary(50).quorum_of(84), 42);
        assert_eq!(count(ordinary(30), 83, tally(24, 0, 0)).outcome, Outcome::NoQuorum);
        assert_eq!(count(ordinary(30), 83, tally(24, 0, 1)).outcome, Outcome::Adopted);
    }

    #[test]
    fn abstentions_weigh_only_where_the_rules_say_so() {
        let counted = Rule { abstentions_count: true, ..ordinary(0) };
        assert_eq!(count(ordinary(0), 83, tally(20, 10, 12)).outcome, Outcome::Adopted);
        assert_eq!(count(counted, 83, tally(20, 10, 12)).outcome, Outcome::Rejected);
    }

    #[test]
    fn nobody_decides_nothing() {
        assert_eq!(count(ordinary(0), 83, Tally::default()).outcome, Outcome::Rejected);
        let special = Rule { quorum_percent: 0, ..two_thirds() };
        assert_eq!(count(special, 83, tally(0, 0, 7)).outcome, Outcome::Rejected);
    }

    prop_compose! {
        fn any_rule()(special in any::<bool>(), den in 1..100_i32, abstentions_count in any::<bool>(),
                      quorum_percent in 0..=100_i32)
                (num in 1..=den, special in Just(special), den in Just(den),
                 abstentions_count in Just(abstentions_count), quorum_percent in Just(quorum_percent)) -> Rule {
            Rule { special, majority_num: num, majority_den: den, abstentions_count, quorum_percent }
        }
    }

    prop_compose! {
        fn any_tally()(a in 0..3_000_i64, b in 0..3_000_i64, c in 0..3_000_i64) -> Tally { tally(a, b, c) }
    }

    fn of_ballots(ballots: &[Choice]) -> Tally {
        let many = |wanted: Choice| ballots.iter().filter(|choice| **choice == wanted).count() as i64;
        tally(many(Choice::For), many(Choice::Against), many(Choice::Abstain))
    }

    proptest! {
        #[test]
        fn one_more_in_favour_never_loses_what_was_adopted(rule in any_rule(), t in any_tally(), spare in 1..500_i64) {
            let roll = t.cast() + spare;
            let more = Tally { in_favour: t.in_favour + 1, ..t };
            if count(rule, roll, t).outcome == Outcome::Adopted {
                prop_assert_eq!(count(rule, roll, more).outcome, Outcome::Adopted);
            }
        }

        #[test]
        fn one_who_turns_against_never_adopts_what_was_rejected(rule in any_rule(), t in any_tally()) {
            prop_assume!(t.in_favour > 0);
            let turned = tally(t.in_favour - 1, t.against + 1, t.abstained);
            if count(rule, t.cast(), t).outcome == Outcome::Rejected {
                prop_assert_eq!(count(rule, t.cast(), turned).outcome, Outcome::Rejected);
            }
        }

        #[test]
        fn the_order_of_ballots_is_irrelevant(
            rule in any_rule(), ballots in proptest::collection::vec(0..3_usize, 0..80), cut in 0..80_usize,
        ) {
            let ballots: Vec<Choice> = ballots.into_iter().map(|n| Choice::ALL[n].1).collect();
            let mut turned = ballots.clone();
            turned.rotate_left(cut.min(ballots.len()));
            turned.reverse();
            prop_assert_eq!(count(rule, 100, of_ballots(&ballots)), count(rule, 100, of_ballots(&turned)));
        }

        #[test]
        fn the_outcome_is_what_the_fractions_say(rule in any_rule(), t in any_tally(), spare in 0..500_i64) {
            let roll = t.cast() + spare;
            let counted = count(rule, roll, t);
            let (num, den) = (i64::from(rule.majority_num), i64::from(rule.majority_den));
            let carried = if rule.special { t.in_favour * den >= num * counted.base } else { t.in_favour * den > num * counted.base };
            prop_assert_eq!(counted.majority_reached, carried && t.in_favour > 0);
            prop_assert_eq!(counted.quorum_reached, t.cast() * 100 >= roll * i64::from(rule.quorum_percent));
        }
    }
}
