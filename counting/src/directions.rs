//! How a contest is to be counted, where whoever made it says so.

use crate::simple::ProposalRule;
use crate::{Method, Settings, Ties};

/// How a contest is counted, so that everybody who has the file finds what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directions {
    pub method: Method,
    /// The rule of a proposal.
    pub rule: ProposalRule,
    /// From which ties that matter are drawn; without it they stay ties.
    pub seed: Option<String>,
}

impl Directions {
    pub fn settings(&self) -> Settings {
        let ties = self.seed.clone().map_or(Ties::None, |seed| Ties::Lot { seed });
        Settings { seats: None, ties, proposal: self.rule.clone() }
    }
}
