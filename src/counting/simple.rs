//! Proposal, plurality, approval, score, dots.

use super::{Contest, CountError, Method, Outcome, Settings};

/// Counts by one of these methods.
pub fn count(_contest: &Contest, method: Method, _settings: &Settings) -> Result<Outcome, CountError> {
    Err(CountError::Needs { method, needed: "its counter" })
}

/// When a proposal is adopted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProposalRule {}
