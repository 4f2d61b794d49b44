//! Choosing projects within a budget: by votes from the top down (greedy), or by equal shares of the money.

mod equal_shares;
mod greedy;
mod purse;

use num_traits::Signed as _;

use super::contest::{Ballots, Budget, Candidate, Contest};
use super::levels::start;
use super::outcome::{Action, Detail, Figure, Funding, Round};
use super::{CountError, Method, Outcome, Settings, simple};

/// Counts by one of these methods.
///
/// # Errors
/// When there is no budget, or the ballots have no marks; for equal shares also when the completion takes too long.
pub fn count(contest: &Contest, method: Method, settings: &Settings) -> Result<Outcome, CountError> {
    let needs = |needed| CountError::Needs { method, needed };
    let budget = contest.budget.as_ref().ok_or(needs("a budget and costs"))?;
    if budget.costs.len() != contest.candidates.len() || budget.costs.iter().any(|cost| cost.is_negative()) {
        return Err(needs("a cost for each project"));
    }
    let Ballots::Marked(markings) = &contest.ballots else { return Err(needs("ballots with marks or points")) };
    match method {
        Method::EqualShares => equal_shares::count(contest, budget, markings, settings),
        _ => Ok(greedy::count(contest, budget, &simple::sums(contest), method, settings)),
    }
}

/// An outcome with the votes and costs, and as yet no rounds.
fn funding(contest: &Contest, budget: &Budget, method: Method, votes: Vec<Figure>) -> (Outcome, Funding) {
    let mut outcome = start(contest, method, contest.seats);
    outcome.rounds.clear();
    let funding = Funding {
        budget: Figure::exact(budget.total.clone()),
        costs: budget.costs.iter().cloned().map(Figure::exact).collect(),
        names: budget.names.clone(),
        votes,
        ..Funding::default()
    };
    (outcome, funding)
}

/// A round in which one project was considered.
fn considered(project: Candidate, votes: &[Figure], funded: bool) -> Round {
    let (elected, excluded) = if funded { (vec![project], Vec::new()) } else { (Vec::new(), vec![project]) };
    Round { action: Action::Project(project), votes: votes.to_vec(), elected, excluded, ..Round::default() }
}

/// Closes the books: what the funded projects cost together.
fn finish(mut outcome: Outcome, mut funding: Funding, budget: &Budget) -> Outcome {
    funding.spent = Figure::exact(outcome.elected.iter().map(|project| budget.costs[*project].clone()).sum());
    outcome.detail = Detail::Funding(Box::new(funding));
    outcome
}
