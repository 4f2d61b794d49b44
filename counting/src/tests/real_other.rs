//! The nine real elections that are not counted by rounds: matrices, strengths, quorums, approvals, points, selections.

use serde_json::Value;

use super::make::{contest_of, expected};
use crate::contest::Candidate;
use crate::outcome::{Detail, Dropped, Figure, Funding, Outcome, Pairwise};
use crate::{Contest, Method, Settings, count};

/// Counts the comparisons that were made.
#[derive(Default)]
struct Compared {
    figures: usize,
    elections: usize,
}

impl Compared {
    #[track_caller]
    fn same(&mut self, what: &str, found: impl ToString, wanted: &Value) {
        let wanted = wanted.as_str().map_or_else(|| wanted.to_string(), str::to_owned);
        assert_eq!(found.to_string(), wanted, "{what}");
        self.figures += 1;
    }

    #[track_caller]
    fn names(&mut self, what: &str, contest: &Contest, found: &[Candidate], wanted: &Value) {
        let wanted = wanted.as_array().expect("names");
        assert_eq!(found.len(), wanted.len(), "{what}");
        for (found, wanted) in found.iter().zip(wanted) {
            self.same(what, &contest.candidates[*found], wanted);
        }
    }

    #[track_caller]
    fn table(&mut self, what: &str, found: &[Vec<Figure>], wanted: &Value) {
        for (a, row) in wanted.as_array().expect("rows").iter().enumerate() {
            for (b, wanted) in row.as_array().expect("figures").iter().enumerate() {
                self.same(&format!("{what} {a} {b}"), &found[a][b], wanted);
            }
        }
    }

    fn done(&self, what: &str) {
        println!("{what}: {} figures and names of {} elections compared", self.figures, self.elections);
    }
}

fn counted(contest: &Contest, method: Method) -> Outcome {
    count(contest, method, &Settings::default()).expect("a count")
}

fn of_rule(rule: &'static str) -> Vec<(String, Value, Contest)> {
    let all = expected().into_iter().filter(|entry| entry["rule"].as_str().expect("a rule").starts_with(rule));
    all.map(|entry| (entry["id"].to_string(), entry.clone(), contest_of(&entry))).collect()
}

fn pairwise(outcome: &Outcome) -> &Pairwise {
    let Detail::Pairwise(pairwise) = &outcome.detail else { panic!("no matrix") };
    pairwise
}

fn funding(outcome: &Outcome) -> &Funding {
    let Detail::Funding(funding) = &outcome.detail else { panic!("no funding") };
    funding
}

#[test]
fn debian_votes_equal_the_published_ones() {
    let mut compared = Compared::default();
    for (id, entry, mut contest) in of_rule("debian") {
        let default = contest.default_option.as_mut().expect("a default option");
        compared.same(&id, default.option + 1, &entry["default_option"]);
        for (number, majority) in entry["majority_required"].as_object().expect("majorities") {
            let option: usize = number.parse().expect("a number");
            compared.same(&id, default.majorities[option - 1].0, majority);
        }
        default.quorum = entry["quorum_Q_used"].to_string().parse::<Exact>().expect("a quorum").0;
        let outcome = counted(&contest, Method::Debian);
        let pairwise = pairwise(&outcome);
        compared.same(&id, &outcome.valid, &entry["ballots"]);
        compared.same(&id, outcome.candidates.len(), &entry["options"]);
        compared.table(&id, &pairwise.votes, &entry["pairwise"]);
        for (number, passed) in entry["passed_majority"].as_object().expect("options") {
            let option = number.parse::<usize>().expect("a number") - 1;
            let out = pairwise.dropped.iter().find(|(dropped, _)| *dropped == option);
            compared.same(&format!("{id} {number}"), out.is_none(), passed);
            assert!(out.is_none_or(|(_, why)| *why == Dropped::Majority), "{id}: all reached the quorum");
        }
        compared.names(&id, &contest, &outcome.elected, &entry["winners"]);
        let numbers: Vec<usize> = outcome.elected.iter().map(|option| option + 1).collect();
        compared.same(&id, format!("{numbers:?}"), &entry["winner_options"]);
        compared.elections += 1;
    }
    assert_eq!(compared.elections, 3);
    compared.done("debian");
}

/// A decimal in the test data, which JSON calls a number.
struct Exact(num_rational::BigRational);

impl std::str::FromStr for Exact {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let units: u128 = format!("{whole}{part}").parse()?;
        Ok(Self(num_rational::BigRational::new(units.into(), 10_u128.pow(part.len() as u32).into())))
    }
}

#[test]
fn the_tideman_election_equals_the_reference() {
    let mut compared = Compared::default();
    for (id, entry, contest) in of_rule("schulze") {
        let schulze = counted(&contest, Method::Schulze);
        let pairs = counted(&contest, Method::RankedPairs);
        compared.same(&id, &schulze.valid, &entry["ballots"]);
        compared.table(&id, &pairwise(&schulze).votes, &entry["pairwise"]);
        let strengths = pairwise(&schulze).strengths.as_ref().expect("strengths");
        compared.table(&id, strengths, &entry["schulze_strength"]);
        compared.same(&id, ranking(&schulze), &entry["schulze_winning_ranking"]);
        compared.same(&id, ranking(&pairs), &entry["ranked_pairs_winning_ranking"]);
        compared.names(&id, &contest, &schulze.elected, &entry["winners"]);
        compared.names(&id, &contest, &pairs.elected, &entry["winners"]);
        compared.elections += 1;
    }
    assert_eq!(compared.elections, 1);
    compared.done("schulze and ranked pairs");
}

fn ranking(outcome: &Outcome) -> String {
    let level = |level: &Vec<Candidate>| {
        level.iter().map(|candidate| outcome.candidates[*candidate].clone()).collect::<Vec<_>>().join(" = ")
    };
    outcome.ranking.iter().flatten().map(level).collect::<Vec<_>>().join(" > ")
}

#[test]
fn selections_equal_what_the_cities_funded() {
    let mut compared = Compared::default();
    for (id, entry, contest) in of_rule("greedy") {
        let method = Method::parse(entry["rule"].as_str().expect("a rule")).expect("a method");
        let outcome = counted(&contest, method);
        compared.names(&id, &contest, &outcome.elected, &entry["selected"]);
        compared.same(&id, &funding(&outcome).spent, &entry["selected_cost"]);
        compared.same(&id, &funding(&outcome).budget, &entry["budget"]);
        compared.same(&id, &outcome.valid, &entry["ballots"]);
        compared.same(&id, outcome.candidates.len(), &entry["projects"]);
        for (key, method) in [("approvals", Method::Approval), ("points", Method::Dots), ("points", Method::Score)] {
            let sums = counted(&contest, method);
            for (number, sum) in entry[key].as_object().iter().flat_map(|sums| sums.iter()) {
                let project = contest.candidates.iter().position(|project| project == number).expect("a project");
                compared.same(&format!("{id} {number}"), &sums.rounds[0].votes[project], sum);
            }
        }
        compared.elections += 1;
    }
    assert_eq!(compared.elections, 4);
    compared.done("greedy");
}

#[test]
fn equal_shares_equal_what_assen_funded() {
    let mut compared = Compared::default();
    for (id, entry, contest) in of_rule("equalshares") {
        let outcome = counted(&contest, Method::EqualShares);
        let funding = funding(&outcome);
        let (base, base_cost) = funding.base.as_ref().expect("a base");
        compared.names(&id, &contest, base, &entry["mes_base_in_order"]);
        compared.same(&id, base_cost, &entry["mes_base_cost"]);
        compared.names(&id, &contest, &outcome.elected, &entry["mes_add1_in_order"]);
        compared.names(&id, &contest, &outcome.elected, &entry["selected"]);
        compared.same(&id, funding.increments.expect("increments"), &entry["add1_increments"]);
        compared.same(&id, &funding.spent, &entry["selected_cost"]);
        compared.same(&id, &funding.budget, &entry["budget"]);
        compared.same(&id, &outcome.valid, &entry["ballots"]);
        let approvals = counted(&contest, Method::Approval);
        for (number, sum) in entry["approvals"].as_object().expect("approvals") {
            let project = contest.candidates.iter().position(|project| project == number).expect("a project");
            compared.same(&format!("{id} {number}"), &approvals.rounds[0].votes[project], sum);
        }
        compared.elections += 1;
    }
    assert_eq!(compared.elections, 1);
    compared.done("equal shares");
}
