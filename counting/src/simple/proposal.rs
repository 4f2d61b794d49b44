//! Proposals: which share of which votes adopts them, and how many must take part.
//!
//! The first option is "in favour" where there are two; of more options the leading one is judged. Abstentions are those
//! declared as such, apart from the ballots; a blank or invalid paper is none. The quorum and the share are left to the
//! by-laws (Quebec, Cooperatives Act, s. 64; Canada Cooperatives Act, s. 62). A tie rejects what needs more than half: a vote
//! at a distance has no chair with a casting vote. Nothing is adopted without a vote in favour.

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use num_traits::One as _;

use super::Tally;
use crate::contest::{Candidate, Contest};
use crate::levels::{by_figure, order, read_out, standing, start};
use crate::outcome::{Detail, Figure, Outcome, Over, Proposal, Threshold};
use crate::{Method, Settings};

/// When a proposal is adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalRule {
    /// The share of the base: 1/2, 2/3 …
    pub share: Ratio<u64>,
    /// More than the share; otherwise at least the share.
    pub more_than: bool,
    pub base: Base,
    /// Whether declared abstentions are in the base of votes cast. Those present and those entitled include them anyway.
    pub abstentions_count: bool,
    /// How many must take part, if any number must.
    pub quorum: Option<Quorum>,
    /// What must be besides: several thresholds at once.
    pub further: Vec<Condition>,
}

/// A threshold of its own for one option: at most nobody objects, at least a third of all who are entitled agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub option: Candidate,
    pub bound: Bound,
    /// The share of the base.
    pub share: Ratio<u64>,
    pub base: Base,
}

/// On which side of its threshold an option must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    AtLeast,
    MoreThan,
    AtMost,
}

/// What a majority is taken of. Weights where votes have weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Base {
    VotesCast,
    /// All present at the meeting, voting or not.
    Present(BigRational),
    /// All who are entitled to vote.
    Entitled(BigRational),
}

/// Who must take part for a vote to count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quorum {
    /// At least so many.
    pub needed: BigRational,
    /// Present at the meeting; without it, all who cast a vote, a blank or invalid paper or an abstention.
    pub present: Option<BigRational>,
}

impl Quorum {
    /// This share of a roll, rounded up; whoever abstains takes part too.
    pub fn of_roll(share: Ratio<u64>, roll: u64) -> Self {
        let part = BigRational::new(BigInt::from(*share.numer()) * roll, BigInt::from(*share.denom()));
        Self { needed: part.ceil(), present: None }
    }
}

/// More than half of the votes cast, abstentions left out, without a quorum.
impl Default for ProposalRule {
    fn default() -> Self {
        Self {
            share: Ratio::new(1, 2),
            more_than: true,
            base: Base::VotesCast,
            abstentions_count: false,
            quorum: None,
            further: Vec::new(),
        }
    }
}

pub(super) fn count(contest: &Contest, settings: &Settings, tally: &Tally) -> Outcome {
    let rule = &settings.proposal;
    let standing = standing(contest);
    let levels = by_figure(&standing, |option| tally.of(option));
    let judged = if standing.len() == 2 { standing[0] } else { levels[0][0] };
    let mut proposal = judge(judged, contest, rule, tally);
    let mut outcome = start(contest, Method::Majority, 1);
    let round = &mut outcome.rounds[0];
    round.votes = tally.figures();
    round.non_transferable = tally.figure(tally.without_vote);
    round.exhausted = round.non_transferable.clone();
    round.quota = Some(proposal.threshold.clone());
    outcome.quota = Some(proposal.threshold.clone());
    elect(&mut outcome, contest, settings, tally, &standing);
    outcome.ranking = Some(levels);
    proposal.leading = (standing.len() > 2).then(|| outcome.elected.first().copied().unwrap_or(judged));
    outcome.detail = Detail::Proposal(Box::new(proposal));
    outcome
}

/// Consent: the first option is to agree, and it alone is judged; the others are further answers, which conditions may bound.
pub(super) fn consent(contest: &Contest, settings: &Settings, tally: &Tally) -> Outcome {
    let proposal = judge(0, contest, &settings.proposal, tally);
    let mut outcome = start(contest, Method::Consent, 1);
    let round = &mut outcome.rounds[0];
    round.votes = tally.figures();
    round.non_transferable = tally.figure(tally.without_vote);
    round.exhausted = round.non_transferable.clone();
    round.quota = Some(proposal.threshold.clone());
    round.elected = if proposal.adopted { vec![0] } else { Vec::new() };
    outcome.quota = Some(proposal.threshold.clone());
    outcome.elected.clone_from(&round.elected);
    outcome.detail = Detail::Proposal(Box::new(proposal));
    outcome
}

/// The option that is decided: the one that reaches the majority. A proposal that half is enough for is adopted by half.
fn elect(outcome: &mut Outcome, contest: &Contest, settings: &Settings, tally: &Tally, standing: &[Candidate]) {
    let reached: Vec<Candidate> =
        standing.iter().copied().filter(|option| judge(*option, contest, &settings.proposal, tally).adopted).collect();
    let best = by_figure(&reached, |option| tally.of(option)).into_iter().next().unwrap_or_default();
    let proposal_adopted = standing.len() == 2 && reached.contains(&standing[0]);
    outcome.elected = match best.as_slice() {
        _ if proposal_adopted => vec![standing[0]],
        [] => Vec::new(),
        [one] => vec![*one],
        tied => {
            let (drawn, mut tie) = order(contest, settings, Over::Election, &read_out(contest, tied));
            tie.chosen = drawn.map(|drawn| drawn[..1].to_vec()).unwrap_or_default();
            let chosen = tie.chosen.clone();
            outcome.ties.push(tie);
            chosen
        }
    };
    outcome.rounds[0].elected.clone_from(&outcome.elected);
}

/// Whether an option has the majority, and the sums that say so.
fn judge(option: Candidate, contest: &Contest, rule: &ProposalRule, tally: &Tally) -> Proposal {
    let whole = |papers: u64| BigRational::from_integer(BigInt::from(papers));
    let in_favour = tally.exact(option);
    let cast: BigRational = standing(contest).into_iter().map(|option| tally.exact(option)).sum();
    let abstentions = whole(contest.apart.abstentions);
    let base_of = |base: &Base| match base {
        Base::VotesCast if rule.abstentions_count => &cast + &abstentions,
        Base::VotesCast => cast.clone(),
        Base::Present(present) => present.clone(),
        Base::Entitled(entitled) => entitled.clone(),
    };
    let base = base_of(&rule.base);
    let conditions: Vec<Threshold> =
        rule.further.iter().map(|further| threshold_of(further, base_of(&further.base), tally)).collect();
    let all_met = conditions.iter().all(|condition| condition.met);
    let share = BigRational::new(BigInt::from(*rule.share.numer()), BigInt::from(*rule.share.denom()));
    let threshold = &base * share;
    let fewest = fewest(&threshold, rule.more_than, contest.ballots.weights().denominator());
    let majority_reached = in_favour >= fewest;
    let taking_part =
        contest.ballots.total() + &abstentions + whole(contest.apart.blank) + whole(contest.apart.invalid);
    let quorum = rule.quorum.as_ref().map(|quorum| (&quorum.needed, quorum.present.clone().unwrap_or(taking_part)));
    let quorum_reached = quorum.as_ref().is_none_or(|(needed, present)| *present >= **needed);
    Proposal {
        leading: None,
        against: Figure::exact(&cast - &in_favour),
        in_favour: Figure::exact(in_favour),
        abstentions: Figure::exact(abstentions),
        base: Figure::exact(base),
        threshold: Figure::exact(threshold),
        more_than: rule.more_than,
        fewest: Figure::exact(fewest),
        majority_reached,
        quorum: quorum.map(|(needed, present)| (Figure::exact(needed.clone()), Figure::exact(present))),
        quorum_reached,
        adopted: majority_reached && quorum_reached && all_met,
        conditions,
    }
}

/// How an option stands to a threshold of its own.
fn threshold_of(condition: &Condition, base: BigRational, tally: &Tally) -> Threshold {
    let share = BigRational::new(BigInt::from(*condition.share.numer()), BigInt::from(*condition.share.denom()));
    let (needed, have) = (base * share, tally.exact(condition.option));
    let met = match condition.bound {
        Bound::AtLeast => have >= needed,
        Bound::MoreThan => have > needed,
        Bound::AtMost => have <= needed,
    };
    Threshold {
        option: condition.option,
        bound: condition.bound,
        needed: Figure::exact(needed),
        have: Figure::exact(have),
        met,
    }
}

/// The fewest votes that pass a threshold, or reach it: a whole number of the units that votes are made of (1 ÷ `denominator`),
/// and never none of them.
fn fewest(threshold: &BigRational, more_than: bool, denominator: u64) -> BigRational {
    let denominator = BigRational::from_integer(denominator.into());
    let units = threshold * &denominator;
    let enough = if more_than { units.floor() + BigRational::one() } else { units.ceil() };
    enough.max(BigRational::one()) / denominator
}
