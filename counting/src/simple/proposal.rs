//! Proposals: which share of which votes adopts them, and how many must take part.
//!
//! The first option is "in favour" where there are two; of more options the leading one is judged. Abstentions are those
//! declared as such, apart from the ballots; a blank or invalid paper is none.

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};

use super::Tally;
use crate::contest::{Candidate, Contest};
use crate::levels::{by_figure, order, read_out, standing, start};
use crate::outcome::{Detail, Figure, Outcome, Over, Proposal};
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

/// More than half of the votes cast, abstentions left out, without a quorum.
impl Default for ProposalRule {
    fn default() -> Self {
        Self { share: Ratio::new(1, 2), more_than: true, base: Base::VotesCast, abstentions_count: false, quorum: None }
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
    let base = match &rule.base {
        Base::VotesCast if rule.abstentions_count => &cast + &abstentions,
        Base::VotesCast => cast.clone(),
        Base::Present(present) => present.clone(),
        Base::Entitled(entitled) => entitled.clone(),
    };
    let share = BigRational::new(BigInt::from(*rule.share.numer()), BigInt::from(*rule.share.denom()));
    let threshold = &base * share;
    let some = in_favour > BigRational::from_integer(0.into()); // nobody in favour adopts nothing
    let majority_reached = some && if rule.more_than { in_favour > threshold } else { in_favour >= threshold };
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
        majority_reached,
        quorum: quorum.map(|(needed, present)| (Figure::exact(needed.clone()), Figure::exact(present))),
        quorum_reached,
        adopted: majority_reached && quorum_reached,
    }
}
