//! The method of equal shares with cost utilities, completed by "add1" (Peters, Pierczyński and Skowron 2021; the rule that
//! cities use). Every voter gets the same part of the budget; a project is bought by those who approve it.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_rational::BigRational;
use num_traits::{One as _, ToPrimitive as _, Zero as _};

use super::purse::{Price, Purse, Voters};
use super::{considered, finish, funding};
use crate::contest::{Budget, Candidate, Contest, Markings};
use crate::levels::{order, read_out, standing};
use crate::outcome::{Broken, Figure, Outcome, Over, Rule, Tie};
use crate::{CountError, Method, Settings, Ties, simple};

/// Runs of the completion at most: beyond, the amounts are too fine for the budget.
const RUNS_MAX: u32 = 100_000;
/// Approvals looked at in all runs together at most: some seconds of work, more where amounts are fine.
const WORK_MAX: u64 = 200_000_000;

pub(super) fn count(
    contest: &Contest,
    budget: &Budget,
    markings: &Markings,
    settings: &Settings,
) -> Result<Outcome, CountError> {
    let voters = Voters::new(contest, budget, markings);
    let needs = CountError::Needs { method: Method::EqualShares, needed: "amounts that are less fine for its budget" };
    let all: Vec<Candidate> = read_out(contest, &standing(contest));
    let drawn = order(contest, settings, Over::Order, &all);
    let places = drawn.0.unwrap_or(all);
    let chosen = complete(&voters, &places).ok_or(needs.clone())?;
    let mut certain = chosen.last.bought.clone();
    let mut material = false;
    if settings.ties == Ties::None {
        for other in other_orders(&places, &chosen.ties) {
            let other = complete(&voters, &other).ok_or(needs.clone())?.last.bought;
            certain.retain(|project| other.contains(project));
            material |= certain.len() < other.len() || certain.len() < chosen.last.bought.len();
        }
    }
    let votes = simple::approvals(contest).figures();
    let (mut outcome, mut funding) = funding(contest, budget, Method::EqualShares, votes.clone());
    outcome.elected.clone_from(&certain);
    outcome.rounds = certain.iter().map(|project| considered(*project, &votes, true)).collect();
    outcome.ties = chosen.ties.iter().map(|tie| record(tie, contest, settings, material)).collect();
    outcome.ties.extend(chosen.base.ruled.union(&chosen.last.ruled).map(|ruled| ruled_record(ruled, contest)));
    funding.increments = Some(chosen.increments);
    funding.base = Some((chosen.base.bought.clone(), Figure::exact(cost(&chosen.base.bought, budget))));
    Ok(finish(outcome, funding, budget))
}

/// Other orders of the tied projects, to see whether another one would fund others: each of them first and each last, among
/// the others in order and in reverse.
fn other_orders(places: &[Candidate], ties: &[Vec<Candidate>]) -> Vec<Vec<Candidate>> {
    let tied = |project: &&Candidate| ties.iter().any(|tie| tie.contains(project));
    let mut orders = Vec::new();
    for project in places.iter().filter(tied) {
        let others: Vec<Candidate> = places.iter().copied().filter(|other| other != project).collect();
        let reverse: Vec<Candidate> = others.iter().rev().copied().collect();
        for others in [others, reverse] {
            orders.push([&[*project], others.as_slice()].concat());
            orders.push([others.as_slice(), &[*project]].concat());
        }
    }
    orders
}

fn cost(projects: &[Candidate], budget: &Budget) -> BigRational {
    projects.iter().map(|project| budget.costs[*project].clone()).sum()
}

/// The record of a tie among projects of equal price, approvals and cost.
fn record(tied: &[Candidate], contest: &Contest, settings: &Settings, material: bool) -> Tie {
    let (drawn, mut tie) = order(contest, settings, Over::Order, &read_out(contest, tied));
    match drawn {
        Some(drawn) => tie.chosen = drawn,
        None if !material => {
            tie.chosen.clone_from(&tie.between);
            tie.broken = Broken::Immaterial;
        }
        None => {}
    }
    tie
}

/// The record of a tie that the rule itself breaks.
fn ruled_record((between, chosen, by): &Ruled, contest: &Contest) -> Tie {
    let between = read_out(contest, between);
    Tie { round: 1, over: Over::Order, between, chosen: vec![*chosen], broken: Broken::Rule(*by) }
}

/// One run of the method.
#[derive(Clone)]
struct Run {
    bought: Vec<Candidate>,
    spent: BigInt,
    /// Every project with an approver was bought.
    all: bool,
    /// With fewer further increments than this, a run buys the same.
    same_until: BigInt,
    ties: Vec<Vec<Candidate>>,
    ruled: BTreeSet<Ruled>,
    /// Approvals that were looked at.
    work: u64,
}

/// Projects of equal price between which the rule decides: whom for, and by what.
type Ruled = (Vec<Candidate>, Candidate, Rule);

/// What add1 came to.
struct Completed {
    base: Run,
    last: Run,
    increments: u64,
    /// Sets of projects whose order the rule does not say, in the first run and in the last ones.
    ties: Vec<Vec<Candidate>>,
}

/// Add1: runs with 1, 2, 3 … units of currency more for each voter; the last outcome before the first whose cost exceeds the
/// budget, or the one in which every project with an approver is in. Runs that buy the same for certain are left out.
fn complete(voters: &Voters, places: &[Candidate]) -> Option<Completed> {
    let base = run(voters, 0, places);
    let mut kept = base.clone();
    let mut ties = base.ties.clone();
    let (mut increments, mut runs, mut work) = (0_u64, 0_u32, base.work);
    while !kept.all {
        let step = kept.same_until.to_u64()?.max(1);
        let next = increments.checked_add(step)?;
        let tried = run(voters, next, places);
        runs += 1;
        work += tried.work + voters.groups.len() as u64;
        if runs > RUNS_MAX || work > WORK_MAX {
            return None;
        }
        increments = next;
        ties.truncate(base.ties.len());
        ties.extend(tried.ties.iter().chain(&kept.ties).cloned());
        if tried.spent > voters.budget {
            increments -= 1;
            break;
        }
        kept = tried;
    }
    ties.sort();
    ties.dedup();
    Some(Completed { base, last: kept, increments, ties })
}

/// One run: while something is affordable, the project with the greatest cost ÷ x is bought.
fn run(voters: &Voters, increments: u64, places: &[Candidate]) -> Run {
    let mut purse = voters.purse(increments);
    let with_approvers = |project: &&Candidate| !voters.approvers[**project].is_empty();
    let supported: Vec<Candidate> = places.iter().filter(with_approvers).copied().collect();
    let (free, costly): (Vec<Candidate>, Vec<Candidate>) =
        supported.iter().copied().partition(|project| voters.costs[*project].is_zero());
    let mut offers: Vec<Offer> = costly.into_iter().map(Offer::unknown).collect();
    let same_until = BigInt::from(u64::MAX);
    let mut run = Run {
        bought: free,
        spent: BigInt::zero(),
        all: false,
        same_until,
        ties: Vec::new(),
        ruled: BTreeSet::new(),
        work: 0,
    };
    while let Some(best) = best_offer(voters, &purse, &mut offers, places, &mut run) {
        let project = offers[best].project;
        let Some(price) = purse.price(voters, project) else { break };
        run.same_until = run.same_until.clone().min(purchase_same_until(voters, &purse, &run.bought, project, &price));
        purse.pay(voters, project, &price);
        offers.remove(best);
        run.spent += &voters.costs[project];
        run.bought.push(project);
    }
    run.all = run.bought.len() == supported.len();
    for project in supported.iter().filter(|project| !run.bought.contains(project)) {
        run.same_until = run.same_until.clone().min(voters.increments_until(&purse, *project, None));
    }
    run
}

/// What is known of the price of a project: x ÷ cost, which only grows while money is spent. None: not looked at yet.
struct Offer {
    project: Candidate,
    rate: Option<Rate>,
}

impl Offer {
    fn unknown(project: Candidate) -> Self {
        Self { project, rate: None }
    }
}

/// A fraction to compare with others.
#[derive(Clone)]
struct Rate {
    numerator: BigInt,
    denominator: BigInt,
}

impl Rate {
    /// x ÷ cost: the smaller, the more is got for the money.
    fn of(price: &Price, purse: &Purse, cost: &BigInt) -> Self {
        Self { numerator: price.rest.clone(), denominator: &price.units * &purse.parts * cost }
    }

    fn against(&self, other: &Self) -> Ordering {
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }
}

/// The place of the offer with the smallest rate; those that are not affordable are taken out.
///
/// Old rates are lower bounds, so that offers are looked at anew from the smallest up until one is better than the next bound.
fn best_offer(
    voters: &Voters,
    purse: &Purse,
    offers: &mut Vec<Offer>,
    places: &[Candidate],
    run: &mut Run,
) -> Option<usize> {
    offers.sort_by(|a, b| match (&a.rate, &b.rate) {
        (Some(a), Some(b)) => a.against(b),
        (a, b) => a.is_some().cmp(&b.is_some()),
    });
    let mut best: Option<Rate> = None;
    let mut fresh: Vec<Candidate> = Vec::new();
    let mut gone: Vec<Candidate> = Vec::new();
    for offer in offers.iter_mut() {
        let no_better =
            matches!((&best, &offer.rate), (Some(best), Some(bound)) if bound.against(best) == Ordering::Greater);
        if no_better {
            break;
        }
        run.work += voters.approvers[offer.project].len() as u64 + 1;
        let Some(price) = purse.price(voters, offer.project) else {
            gone.push(offer.project);
            continue;
        };
        let rate = Rate::of(&price, purse, &voters.costs[offer.project]);
        match best.as_ref().map_or(Ordering::Less, |best| rate.against(best)) {
            Ordering::Less => {
                best = Some(rate.clone());
                fresh = vec![offer.project];
            }
            Ordering::Equal => fresh.push(offer.project),
            Ordering::Greater => {}
        }
        offer.rate = Some(rate);
    }
    offers.retain(|offer| !gone.contains(&offer.project));
    let chosen = first_of_equal(voters, fresh, places, run)?;
    offers.iter().position(|offer| offer.project == chosen)
}

/// Equal cost ÷ x: more approvals first, then the lower cost, then the order of the tie rule.
fn first_of_equal(
    voters: &Voters,
    mut equal: Vec<Candidate>,
    places: &[Candidate],
    run: &mut Run,
) -> Option<Candidate> {
    equal.sort_unstable();
    let all = equal.clone();
    let most = equal.iter().map(|project| &voters.support[*project]).max()?;
    equal.retain(|project| &voters.support[*project] == most);
    let by = if equal.len() < all.len() { Rule::Approvals } else { Rule::Cost };
    let least = equal.iter().map(|project| &voters.costs[*project]).min()?;
    equal.retain(|project| &voters.costs[*project] == least);
    if let [first] = equal.as_slice() {
        if all.len() > 1 {
            run.ruled.insert((all, *first, by));
        }
        return Some(*first);
    }
    run.ties.push(equal.clone());
    places.iter().find(|project| equal.contains(project)).copied()
}

/// With how many increments more this purchase could be another one, at least. If somebody pays less than the others, 1: what
/// they pay then grows. If all pay the same, only a project of as many approvers or more could come first, once they have
/// enough for it at the same rate.
fn purchase_same_until(
    voters: &Voters,
    purse: &Purse,
    before: &[Candidate],
    bought: Candidate,
    price: &Price,
) -> BigInt {
    if price.capped {
        return BigInt::one();
    }
    let rivals = (0..voters.costs.len())
        .filter(|project| *project != bought && !before.contains(project))
        .filter(|project| !voters.costs[*project].is_zero() && voters.support[*project] >= voters.support[bought]);
    // At the rate of the bought one, x ÷ cost = 1 ÷ support, an approver pays at most cost ÷ support.
    let cap = |project: Candidate| (&voters.costs[project] * &purse.parts).div_ceil(&voters.support[bought]);
    let until = rivals.map(|project| voters.increments_until(purse, project, Some(&cap(project))));
    until.min().unwrap_or_else(|| BigInt::from(u64::MAX))
}
