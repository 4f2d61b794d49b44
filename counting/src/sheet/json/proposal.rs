//! The sums of a proposal, and the thresholds besides.

use serde::Serialize;

use super::Number;
use crate::outcome::{Outcome, Proposal};
use crate::simple::proposal::Bound;

#[derive(Serialize)]
pub struct ProposalSheet<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    leading: Option<&'a str>,
    #[serde(rename = "for")]
    in_favour: Number<'a>,
    against: Number<'a>,
    abstentions: Number<'a>,
    base: Number<'a>,
    threshold: Number<'a>,
    more_than: bool,
    fewest: Number<'a>,
    majority_reached: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    quorum: Option<[Number<'a>; 2]>,
    quorum_reached: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conditions: Vec<ConditionSheet<'a>>,
    adopted: bool,
}

#[derive(Serialize)]
struct ConditionSheet<'a> {
    option: &'a str,
    bound: Bound,
    needed: Number<'a>,
    have: Number<'a>,
    met: bool,
}

impl<'a> ProposalSheet<'a> {
    pub fn of(outcome: &'a Outcome, proposal: &'a Proposal) -> Self {
        Self {
            leading: proposal.leading.map(|option| outcome.candidates[option].as_str()),
            in_favour: Number(&proposal.in_favour),
            against: Number(&proposal.against),
            abstentions: Number(&proposal.abstentions),
            base: Number(&proposal.base),
            threshold: Number(&proposal.threshold),
            more_than: proposal.more_than,
            fewest: Number(&proposal.fewest),
            majority_reached: proposal.majority_reached,
            quorum: proposal.quorum.as_ref().map(|(needed, present)| [Number(needed), Number(present)]),
            quorum_reached: proposal.quorum_reached,
            conditions: proposal
                .conditions
                .iter()
                .map(|condition| ConditionSheet {
                    option: &outcome.candidates[condition.option],
                    bound: condition.bound,
                    needed: Number(&condition.needed),
                    have: Number(&condition.have),
                    met: condition.met,
                })
                .collect(),
            adopted: proposal.adopted,
        }
    }
}
