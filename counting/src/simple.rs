//! Methods that add up once: plurality and block vote, approval, score, dot vote; and proposals, see [`proposal`].

pub mod proposal;

pub use proposal::ProposalRule;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero as _;

use super::contest::{Ballots, Candidate, Contest, Marking, POINT, Rankings, Weights};
use super::levels::{by_figure, elect, standing, start};
use super::outcome::{Detail, Figure};
use super::{CountError, Method, Outcome, Settings};

/// Counts by one of these methods.
///
/// # Errors
/// When the ballots are not of the kind that the method counts.
pub fn count(contest: &Contest, method: Method, settings: &Settings) -> Result<Outcome, CountError> {
    let needs = |needed| CountError::Needs { method, needed };
    if contest.candidates.len() <= contest.withdrawn.len() {
        return Err(needs("candidates"));
    }
    let seats = settings.seats.unwrap_or(contest.seats);
    if seats == 0 {
        return Err(needs("at least one seat"));
    }
    let tally = match (method, &contest.ballots) {
        (Method::Consent, _) => return Ok(proposal::consent(contest, settings, &single_votes(contest, 1))),
        (Method::Times, Ballots::Marked(_)) => return Ok(times(contest, settings, seats)),
        (Method::Majority, _) => return Ok(proposal::count(contest, settings, &single_votes(contest, 1))),
        (Method::Plurality, _) => single_votes(contest, seats),
        (Method::Approval, Ballots::Ranked(rankings)) => approvals_of_named(contest, rankings),
        (_, Ballots::Ranked(_)) => return Err(needs("ballots with marks or points")),
        (Method::Approval, Ballots::Marked(_)) => marked(contest, approval),
        (_, Ballots::Marked(_)) => marked(contest, points),
    };
    let mut outcome = start(contest, method, seats);
    let levels = by_figure(&standing(contest), |candidate| tally.units[candidate]);
    outcome.rounds[0].votes = tally.figures();
    outcome.rounds[0].non_transferable = tally.figure(tally.without_vote);
    outcome.rounds[0].exhausted = tally.figure(tally.without_vote);
    elect(&mut outcome, contest, settings, &levels);
    outcome.ranking = Some(levels);
    Ok(outcome)
}

/// A time poll: 2 points are yes, 1 is "if need be". The time that most can make comes first; of equal ones, the one with more who
/// said yes.
fn times(contest: &Contest, settings: &Settings, seats: usize) -> Outcome {
    let can = marked(contest, approval);
    let yes = marked(contest, |ballot| {
        let sure = ballot.marks.iter().filter(|mark| mark.millionths > POINT);
        sure.map(|mark| (mark.candidate, POINT)).collect()
    });
    let mut outcome = start(contest, Method::Times, seats);
    let levels = by_figure(&standing(contest), |time| (can.of(time), yes.of(time)));
    outcome.rounds[0].votes = can.figures();
    outcome.rounds[0].non_transferable = can.figure(can.without_vote);
    outcome.rounds[0].exhausted = can.figure(can.without_vote);
    elect(&mut outcome, contest, settings, &levels);
    outcome.ranking = Some(levels);
    outcome.detail = Detail::Times(yes.figures());
    outcome
}

/// Sums of units of weight, one a candidate; where points are added, of millionths of them.
pub(super) struct Tally {
    units: Vec<i128>,
    /// What `units` are parts of.
    parts: BigInt,
    /// Valid ballots that have no vote for anybody who stands.
    without_vote: i128,
}

impl Tally {
    fn new(contest: &Contest, weights: &Weights, parts_of_one: i64) -> Self {
        let parts = BigInt::from(weights.denominator()) * parts_of_one;
        Self { units: vec![0; contest.candidates.len()], parts, without_vote: 0 }
    }

    pub fn exact(&self, candidate: Candidate) -> BigRational {
        BigRational::new(self.units[candidate].into(), self.parts.clone())
    }

    fn figure(&self, units: i128) -> Figure {
        if units.is_zero() { Figure::zero() } else { Figure::exact(BigRational::new(units.into(), self.parts.clone())) }
    }

    /// The sum of a candidate, to compare with others of the same tally.
    pub fn of(&self, candidate: Candidate) -> i128 {
        self.units[candidate]
    }

    pub fn figures(&self) -> Vec<Figure> {
        self.units.iter().map(|units| self.figure(*units)).collect()
    }
}

/// Plurality and block vote. A marked ballot gives one vote to each of at most as many candidates as there are seats, and with
/// more marks none; a ranked ballot gives one vote to its first preference, and with equal first preferences none.
fn single_votes(contest: &Contest, seats: usize) -> Tally {
    match &contest.ballots {
        Ballots::Marked(_) => marked(contest, |ballot| {
            let votes = approval(ballot);
            if votes.len() > seats { Vec::new() } else { votes }
        }),
        Ballots::Ranked(rankings) => first_preferences(contest, rankings),
    }
}

fn first_preferences(contest: &Contest, rankings: &Rankings) -> Tally {
    let mut tally = Tally::new(contest, rankings.weights(), 1);
    for ballot in rankings.iter() {
        let units = i128::from(ballot.units);
        let stands = |candidate: Candidate| !contest.withdrawn.contains(&candidate);
        let mut ranks = ballot.ranks().map(|rank| rank.iter().map(|place| place.candidate()).filter(|at| stands(*at)));
        let first = ranks.find_map(|mut rank| Some((rank.next()?, rank.next())));
        match first {
            Some((candidate, None)) => tally.units[candidate] += units,
            _ => tally.without_vote += units,
        }
    }
    tally
}

/// A ranked ballot approves everybody whom it names.
fn approvals_of_named(contest: &Contest, rankings: &Rankings) -> Tally {
    let mut tally = Tally::new(contest, rankings.weights(), 1);
    for ballot in rankings.iter() {
        let named = ballot.preferences.iter().map(|place| place.candidate());
        let mut any = false;
        for candidate in named.filter(|candidate| !contest.withdrawn.contains(candidate)) {
            tally.units[candidate] += i128::from(ballot.units);
            any = true;
        }
        tally.without_vote += if any { 0 } else { i128::from(ballot.units) };
    }
    tally
}

/// One vote for each candidate with a mark above zero.
fn approval(ballot: Marking) -> Vec<(Candidate, i64)> {
    ballot.marks.iter().filter(|mark| mark.millionths > 0).map(|mark| (mark.candidate, POINT)).collect()
}

/// The points as they were given.
fn points(ballot: Marking) -> Vec<(Candidate, i64)> {
    ballot.marks.iter().map(|mark| (mark.candidate, mark.millionths)).collect()
}

/// Adds up what each ballot gives.
fn marked(contest: &Contest, given: impl Fn(Marking) -> Vec<(Candidate, i64)>) -> Tally {
    let Ballots::Marked(markings) = &contest.ballots else { return Tally::new(contest, &Weights::default(), POINT) };
    let mut tally = Tally::new(contest, markings.weights(), POINT);
    for ballot in markings.iter() {
        let units = i128::from(ballot.units);
        let mut any = false;
        for (candidate, millionths) in given(ballot) {
            if !contest.withdrawn.contains(&candidate) {
                tally.units[candidate] += units * i128::from(millionths);
                any = true;
            }
        }
        tally.without_vote += if any { 0 } else { units * i128::from(POINT) };
    }
    tally
}

/// The approvals and the points of all candidates, for methods that fund by them.
pub(super) fn approvals(contest: &Contest) -> Tally {
    match &contest.ballots {
        Ballots::Ranked(rankings) => approvals_of_named(contest, rankings),
        Ballots::Marked(_) => marked(contest, approval),
    }
}

/// Points of marked ballots: what a runoff is made of, and what a greedy selection goes by.
pub(super) fn sums(contest: &Contest) -> Tally {
    marked(contest, points)
}
