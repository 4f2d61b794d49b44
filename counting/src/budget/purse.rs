//! The voters' money in equal shares, in whole numbers of a common fraction, so that it is exact and fast.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_rational::BigRational;
use num_traits::{One as _, Zero as _};

use crate::contest::{Budget, Candidate, Contest, Markings};

/// Voters who approve the same projects, and so always have the same money.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Units of weight together.
    pub units: u64,
    pub approved: Vec<Candidate>,
}

/// What does not change from run to run.
pub(super) struct Voters {
    pub groups: Vec<Group>,
    /// The groups that approve each project.
    pub approvers: Vec<Vec<usize>>,
    /// Units of weight that approve each project.
    pub support: Vec<BigInt>,
    /// Costs and the budget in whole numbers of 1 ÷ `scale` of the currency.
    pub costs: Vec<BigInt>,
    pub budget: BigInt,
    scale: BigInt,
    /// Units of weight of all voters, and those that make one voter.
    all_units: BigInt,
    units_of_one: BigInt,
}

impl Voters {
    pub fn new(contest: &Contest, budget: &Budget, markings: &Markings) -> Self {
        let groups = groups(contest, markings);
        let mut approvers = vec![Vec::new(); contest.candidates.len()];
        let mut support = vec![BigInt::zero(); contest.candidates.len()];
        for (at, group) in groups.iter().enumerate() {
            for project in &group.approved {
                approvers[*project].push(at);
                support[*project] += group.units;
            }
        }
        let amounts = || budget.costs.iter().chain([&budget.total]);
        let scale = amounts().fold(BigInt::one(), |scale, amount| scale.lcm(amount.denom()));
        let scaled = |amount: &BigRational| amount.numer() * (&scale / amount.denom());
        Self {
            groups,
            approvers,
            support,
            costs: budget.costs.iter().map(scaled).collect(),
            budget: scaled(&budget.total),
            all_units: markings.weights().sum().into(),
            units_of_one: markings.weights().denominator().into(),
            scale,
        }
    }

    /// What each unit of weight has at the start: its part of the budget, and so many units of currency more a voter.
    pub fn purse(&self, increments: u64) -> Purse {
        let part = &self.budget * &self.units_of_one + &self.scale * &self.all_units * increments;
        Purse { money: vec![part; self.groups.len()], parts: &self.all_units * &self.units_of_one }
    }

    /// What one increment adds to a unit of weight, in the parts of a purse.
    fn increment(&self, purse: &Purse) -> BigInt {
        &self.scale * &purse.parts / &self.units_of_one
    }

    /// How many increments it takes at least until the approvers of a project, each with at most `cap`, lack no more.
    pub fn increments_until(&self, purse: &Purse, project: Candidate, cap: Option<&BigInt>) -> BigInt {
        let had: BigInt = self.approvers[project]
            .iter()
            .map(|at| cap.map_or(&purse.money[*at], |cap| cap.min(&purse.money[*at])) * self.groups[*at].units)
            .sum();
        let lacking = &self.costs[project] * &purse.parts - had;
        lacking.div_ceil(&(&self.support[project] * self.increment(purse)))
    }
}

fn groups(contest: &Contest, markings: &Markings) -> Vec<Group> {
    let mut by_approved: BTreeMap<Vec<Candidate>, u64> = BTreeMap::new();
    for ballot in markings.iter() {
        let approved = ballot.marks.iter().filter(|mark| mark.millionths > 0).map(|mark| mark.candidate);
        let mut approved: Vec<Candidate> = approved.filter(|project| !contest.withdrawn.contains(project)).collect();
        approved.sort_unstable();
        *by_approved.entry(approved).or_default() += ballot.units;
    }
    by_approved.into_iter().map(|(approved, units)| Group { units, approved }).collect()
}

/// The money of each group, a unit of weight, in whole numbers of 1 ÷ `parts`.
pub(super) struct Purse {
    pub money: Vec<BigInt>,
    pub parts: BigInt,
}

/// What the approvers of a project would pay: each min(own money, x), and x = `rest` ÷ (`units` × parts of the purse).
pub(super) struct Price {
    pub rest: BigInt,
    pub units: BigInt,
    /// Somebody pays less than x.
    pub capped: bool,
}

impl Purse {
    /// The smallest x with which the approvers cover the cost, or nothing if their money does not.
    pub fn price(&self, voters: &Voters, project: Candidate) -> Option<Price> {
        let mut payers: Vec<usize> = voters.approvers[project].clone();
        payers.sort_by(|a, b| self.money[*a].cmp(&self.money[*b]));
        let mut price =
            Price { rest: &voters.costs[project] * &self.parts, units: voters.support[project].clone(), capped: false };
        for at in payers {
            if &self.money[at] * &price.units >= price.rest {
                return Some(price);
            }
            price.rest -= &self.money[at] * voters.groups[at].units;
            price.units -= voters.groups[at].units;
            price.capped = true;
        }
        None
    }

    /// Takes the payments for a project.
    pub fn pay(&mut self, voters: &Voters, project: Candidate, price: &Price) {
        let common = price.rest.gcd(&price.units);
        let (x, finer) = (&price.rest / &common, &price.units / &common);
        if !finer.is_one() {
            self.parts *= &finer;
            self.money.iter_mut().for_each(|money| *money *= &finer);
        }
        for at in &voters.approvers[project] {
            let paid = x.clone().min(self.money[*at].clone());
            self.money[*at] -= paid;
        }
    }
}
