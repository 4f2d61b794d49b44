//! What is the co-op's of a decision: the rule that its rule profile gives a vote, and the figures that its register keeps.
//!
//! `counting` alone decides. `decide` is the one way from a frozen rule and ballots to an outcome, and `Count::of` the one from
//! an outcome to figures, at the close and whenever a decision is shown again.

use anyhow::{Context as _, bail, ensure};
use counting::contest::{Apart, Rankings};
use counting::outcome::{Detail, Proposal};
use counting::simple::ProposalRule;
use counting::simple::proposal::{Base, Quorum};
use counting::{Ballots, Contest, Figure, Method, Outcome, Ratio, Settings};

use crate::coops::RuleProfile;
use crate::platform::text_enum::text_enum;

text_enum! {
    /// What somebody votes.
    pub enum Choice {
        For = "for",
        Against = "against",
        Abstain = "abstain",
    }
}

text_enum! {
    /// What came of a vote.
    pub enum Verdict {
        Adopted = "adopted",
        Rejected = "rejected",
        NoQuorum = "no_quorum",
    }
}

impl Verdict {
    /// A vote without a quorum says so, however the ballots were.
    fn of(sums: &Proposal) -> Self {
        match (sums.adopted, sums.quorum_reached) {
            (true, _) => Self::Adopted,
            (false, true) => Self::Rejected,
            (false, false) => Self::NoQuorum,
        }
    }
}

/// The rule a vote is decided by, as it was when the vote opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Whether the share must be reached, not passed.
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

    /// The rule as `counting` knows it. Everybody who voted counts for the quorum, abstentions too.
    fn proposal(&self, roll: i64) -> anyhow::Result<ProposalRule> {
        ensure!(self.majority_den > 0, "a share of nothing");
        let quorum = Ratio::new(self.quorum_percent.try_into()?, 100);
        Ok(ProposalRule {
            share: Ratio::new(self.majority_num.try_into()?, self.majority_den.try_into()?),
            more_than: !self.special,
            base: Base::VotesCast,
            abstentions_count: self.abstentions_count,
            quorum: Some(Quorum::of_roll(quorum, roll.try_into()?)),
        })
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

    /// The ballots as `counting` knows them.
    fn contest(&self) -> anyhow::Result<Contest> {
        let mut ballots = Rankings::default();
        for (option, votes) in [self.in_favour, self.against].into_iter().enumerate().filter(|(_, votes)| *votes != 0) {
            ballots.push_ranks(Ratio::from_integer(votes.try_into()?), &[vec![option]])?;
        }
        Ok(Contest {
            seats: 1,
            candidates: [Choice::For, Choice::Against].map(|choice| choice.word().to_owned()).to_vec(),
            ballots: Ballots::Ranked(ballots),
            apart: Apart { abstentions: self.abstained.try_into()?, ..Apart::default() },
            ..Contest::default()
        })
    }
}

/// What ballots of a roll decide by a rule.
///
/// # Errors
/// On figures that no vote has: numbers below zero, a share of nothing.
pub fn decide(rule: &Rule, roll: i64, tally: &Tally) -> anyhow::Result<Outcome> {
    let settings = Settings { proposal: rule.proposal(roll)?, ..Settings::default() };
    Ok(counting::count(&tally.contest()?, Method::Majority, &settings)?)
}

/// Ballots of a roll, counted by a rule.
///
/// # Errors
/// Those of `decide`.
pub fn count(rule: Rule, roll: i64, tally: &Tally) -> anyhow::Result<Count> {
    Count::of(rule, roll, &decide(&rule, roll, tally)?)
}

/// A vote, counted: every number on the way to the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub rule: Rule,
    pub roll: i64,
    pub tally: Tally,
    pub quorum_needed: i64,
    pub quorum_reached: bool,
    /// The votes that the majority is taken of.
    pub base: i64,
    /// The fewest votes in favour that carry the proposal.
    pub majority_needed: i64,
    pub majority_reached: bool,
    pub verdict: Verdict,
}

impl Count {
    /// The figures of what `decide` found.
    ///
    /// # Errors
    /// On an outcome that is not of a proposal.
    pub fn of(rule: Rule, roll: i64, outcome: &Outcome) -> anyhow::Result<Self> {
        let Detail::Proposal(sums) = &outcome.detail else { bail!("the outcome of no proposal") };
        Ok(Self {
            rule,
            roll,
            tally: Tally {
                in_favour: whole(&sums.in_favour)?,
                against: whole(&sums.against)?,
                abstained: whole(&sums.abstentions)?,
            },
            quorum_needed: sums.quorum.as_ref().map_or(Ok(0), |(needed, _)| whole(needed))?,
            quorum_reached: sums.quorum_reached,
            base: whole(&sums.base)?,
            majority_needed: whole(&sums.fewest)?,
            majority_reached: sums.majority_reached,
            verdict: Verdict::of(sums),
        })
    }
}

/// Every ballot weighs one, so every figure is a whole number.
fn whole(figure: &Figure) -> anyhow::Result<i64> {
    figure.as_whole().with_context(|| format!("{figure} votes"))
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

    fn counted(rule: Rule, roll: i64, [in_favour, against, abstained]: [i64; 3]) -> Count {
        count(rule, roll, &Tally { in_favour, against, abstained }).expect("figures")
    }

    fn verdict(rule: Rule, votes: [i64; 3]) -> Verdict {
        counted(rule, 83, votes).verdict
    }

    #[test]
    fn an_ordinary_proposal_needs_more_than_its_share_and_a_special_one_at_least_its_share() {
        assert_eq!(verdict(ordinary(0), [20, 20, 5]), Verdict::Rejected);
        assert_eq!(verdict(ordinary(0), [21, 20, 5]), Verdict::Adopted);
        assert_eq!(verdict(two_thirds(), [40, 20, 0]), Verdict::Adopted);
        assert_eq!(verdict(two_thirds(), [39, 20, 0]), Verdict::Rejected);
        assert_eq!(verdict(Rule { abstentions_count: true, ..ordinary(0) }, [20, 10, 12]), Verdict::Rejected);
        assert_eq!(verdict(ordinary(0), [0, 0, 0]), Verdict::Rejected);
    }

    #[test]
    fn a_quorum_comes_first() {
        assert_eq!(counted(ordinary(30), 83, [0, 0, 0]).quorum_needed, 25);
        assert_eq!(verdict(ordinary(30), [24, 0, 0]), Verdict::NoQuorum);
        assert_eq!(verdict(ordinary(30), [24, 0, 1]), Verdict::Adopted);
        assert_eq!(verdict(ordinary(30), [0, 24, 0]), Verdict::NoQuorum);
    }

    #[test]
    fn figures_that_no_vote_has_are_errors() {
        let votes = Tally { in_favour: 1, ..Tally::default() };
        for (rule, roll, tally) in [
            (ordinary(0), -1, votes),
            (ordinary(-1), 1, votes),
            (Rule { majority_num: -1, ..ordinary(0) }, 1, votes),
            (Rule { majority_den: 0, ..ordinary(0) }, 1, votes),
            (ordinary(0), 1, Tally { against: -1, ..votes }),
            (ordinary(0), 1, Tally { abstained: -1, ..votes }),
        ] {
            assert!(decide(&rule, roll, &tally).is_err(), "{rule:?} {roll} {tally:?}");
        }
    }

    prop_compose! {
        fn any_rule()(special in any::<bool>(), den in 1..100_i32, abstentions_count in any::<bool>(),
                      quorum_percent in 0..=100_i32)
                (num in 1..=den, special in Just(special), den in Just(den),
                 abstentions_count in Just(abstentions_count), quorum_percent in Just(quorum_percent)) -> Rule {
            Rule { special, majority_num: num, majority_den: den, abstentions_count, quorum_percent }
        }
    }

    proptest! {
        /// Each field of the rule and each ballot means in `counting` what it means here.
        #[test]
        fn the_figures_are_what_the_fractions_say(
            rule in any_rule(), votes in [0..3_000_i64, 0..3_000_i64, 0..3_000_i64], spare in 0..500_i64,
        ) {
            let [in_favour, against, abstained] = votes;
            let roll = votes.iter().sum::<i64>() + spare;
            let counted = counted(rule, roll, votes);
            let (num, den) = (i64::from(rule.majority_num), i64::from(rule.majority_den));
            let base = in_favour + against + if rule.abstentions_count { abstained } else { 0 };
            let carries = |votes: i64| if rule.special { votes * den >= num * base } else { votes * den > num * base };
            let quorum = (roll - spare) * 100 >= roll * i64::from(rule.quorum_percent);
            prop_assert_eq!(counted.tally, Tally { in_favour, against, abstained });
            prop_assert_eq!((counted.roll, counted.base), (roll, base));
            prop_assert_eq!(counted.majority_reached, carries(in_favour) && in_favour > 0);
            prop_assert!(carries(counted.majority_needed) && counted.majority_needed > 0);
            prop_assert!(counted.majority_needed == 1 || !carries(counted.majority_needed - 1));
            prop_assert_eq!(counted.quorum_reached, quorum);
            prop_assert_eq!(counted.quorum_needed, (roll * i64::from(rule.quorum_percent) + 99) / 100);
            prop_assert_eq!(counted.verdict == Verdict::Adopted, counted.majority_reached && quorum);
            prop_assert_eq!(counted.verdict == Verdict::NoQuorum, !quorum);
        }
    }
}
