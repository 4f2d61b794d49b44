//! Greedy selection: projects by votes (approvals or points) from the top down, each funded if it still fits. Either the ones
//! that do not fit are skipped, or the selection stops at the first of them.

use num_rational::BigRational;

use super::{considered, finish, funding};
use crate::contest::{Budget, Candidate, Contest};
use crate::levels::{by_figure, order, read_out, standing};
use crate::outcome::{Figure, Outcome, Over};
use crate::simple::Tally;
use crate::{Method, Settings};

pub(super) fn count(contest: &Contest, budget: &Budget, votes: &Tally, method: Method, settings: &Settings) -> Outcome {
    let (outcome, funding) = funding(contest, budget, method, votes.figures());
    let levels = by_figure(&standing(contest), |project| votes.of(project));
    let skip = method == Method::Greedy;
    let mut selection =
        Selection { outcome, votes: votes.figures(), costs: &budget.costs, left: budget.total.clone(), skip };
    for level in &levels {
        let Some(in_order) = selection.in_order(contest, settings, level) else { break };
        if !in_order.into_iter().all(|project| selection.consider(project)) {
            break;
        }
    }
    let mut outcome = selection.outcome;
    outcome.ranking = Some(levels);
    finish(outcome, funding, budget)
}

/// The selection so far.
struct Selection<'a> {
    outcome: Outcome,
    votes: Vec<Figure>,
    costs: &'a [BigRational],
    left: BigRational,
    /// Go on after a project that does not fit.
    skip: bool,
}

impl Selection<'_> {
    /// Funds a project if it fits. False if the selection ends with it.
    fn consider(&mut self, project: Candidate) -> bool {
        let fits = self.fits(project);
        if fits {
            self.left -= &self.costs[project];
            self.outcome.elected.push(project);
        }
        self.outcome.rounds.push(considered(project, &self.votes, fits));
        fits || self.skip
    }

    fn fits(&self, project: Candidate) -> bool {
        self.costs[project] <= self.left
    }

    /// Projects with equal votes in the order in which they are considered; nothing if that stays a tie.
    fn in_order(&mut self, contest: &Contest, settings: &Settings, level: &[Candidate]) -> Option<Vec<Candidate>> {
        let by_name = read_out(contest, level);
        if !self.order_matters(level) {
            return Some(by_name);
        }
        let (order, mut tie) = order(contest, settings, Over::Order, &by_name);
        tie.round = self.outcome.rounds.len() + 1;
        tie.chosen = order.clone().unwrap_or_default();
        self.outcome.ties.push(tie);
        order
    }

    /// Whether another order of projects with equal votes would fund others: some of them fit, but not all together; where
    /// the selection stops at the first that does not fit, also when some do not fit at all.
    fn order_matters(&self, level: &[Candidate]) -> bool {
        let fitting: Vec<Candidate> = level.iter().copied().filter(|project| self.fits(*project)).collect();
        let together: BigRational = fitting.iter().map(|project| self.costs[*project].clone()).sum();
        let all_fit = together <= self.left && (self.skip || fitting.len() == level.len());
        level.len() > 1 && !fitting.is_empty() && !all_fit
    }
}
