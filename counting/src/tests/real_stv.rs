//! The sixteen real elections counted by rounds: every figure of every stage.

use serde_json::Value;

use super::make::{contest_of, expected};
use crate::outcome::{Action, Figure, MeekEnd, Outcome, Round};
use crate::{Contest, Method, Settings, Ties, count};

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
    fn names(&mut self, what: &str, contest: &Contest, found: &[usize], wanted: &Value) {
        let found: Vec<&str> = found.iter().map(|candidate| contest.candidates[*candidate].as_str()).collect();
        let wanted: Vec<&str> = wanted.as_array().expect("names").iter().filter_map(Value::as_str).collect();
        assert_eq!(found, wanted, "{what}");
        self.figures += found.len();
    }
}

fn counted(contest: &Contest, method: Method, ties: Ties) -> Outcome {
    count(contest, method, &Settings { ties, ..Settings::default() }).expect("a count")
}

fn number(candidate: usize) -> Value {
    Value::from(candidate + 1)
}

#[test]
fn scottish_stages_equal_the_published_ones() {
    let mut compared = Compared::default();
    for entry in expected().iter().filter(|entry| entry["rule"] == "scottish-wigm-2007") {
        let id = entry["id"].as_str().expect("an id");
        let contest = contest_of(entry);
        let outcome = counted(&contest, Method::StvScottish, Ties::None);
        compared.elections += 1;
        compared.same(id, &contest.title, &entry["title"]);
        compared.same(id, outcome.seats, &entry["seats"]);
        compared.same(id, outcome.candidates.len(), &entry["candidates"]);
        compared.same(id, &outcome.valid, &entry["valid_ballots"]);
        compared.same(id, outcome.quota.as_ref().expect("a quota"), &entry["quota"]);
        compared.same(id, outcome.rounds.len(), &entry["stages"]);
        compared.names(id, &contest, &outcome.elected, &entry["winners"]);
        assert!(outcome.ties.iter().all(|tie| !tie.chosen.is_empty()), "{id}: {:?}", outcome.ties);
        for elected in entry["elected"].as_array().expect("the elected") {
            let stage = outcome
                .rounds
                .iter()
                .position(|round| round.elected.iter().any(|candidate| number(*candidate) == elected["candidate"]));
            compared.same(id, stage.expect("elected") + 1, &elected["stage"]);
        }
        for (round, stage) in outcome.rounds.iter().zip(entry["rounds"].as_array().expect("stages")) {
            let what = format!("{id}, stage {}", stage["stage"]);
            let action = match round.action {
                Action::Surplus(candidate) => {
                    format!("transfer surplus of candidate {}", candidate + 1)
                }
                Action::Exclusion(candidate) => format!("exclude candidate {}", candidate + 1),
                _ => "first preferences".to_owned(),
            };
            compared.same(&what, action, &stage["action"]);
            compared.same(&what, &round.non_transferable, &stage["non_transferable"]);
            for (votes, wanted) in round.votes.iter().zip(stage["votes"].as_array().expect("votes")) {
                compared.same(&what, votes, wanted);
            }
        }
    }
    assert_eq!(compared.elections, 9);
    println!("Scottish: {} figures of {} elections compared", compared.figures, compared.elections);
}

fn same_meek_round(compared: &mut Compared, what: &str, round: &Round, wanted: &Value) {
    let meek = round.meek.as_ref().expect("a round by Meek");
    let ended_by = match meek.ended_by {
        MeekEnd::Elected => "elected",
        MeekEnd::Omega => "omega",
        MeekEnd::Stable => "stable",
    };
    compared.same(what, meek.iterations, &wanted["iterations"]);
    compared.same(what, ended_by, &wanted["ended_by"]);
    compared.same(what, round.quota.as_ref().expect("a quota"), &wanted["quota"]);
    compared.same(what, &meek.total_surplus, &wanted["total_surplus"]);
    for (candidate, votes) in wanted["votes"].as_object().expect("votes") {
        let at: usize = candidate.parse().expect("a number");
        compared.same(what, &round.votes[at - 1], votes);
    }
    match wanted.get("defeated") {
        Some(defeated) => compared.same(what, round.excluded.first().expect("somebody excluded") + 1, defeated),
        None => assert!(round.excluded.is_empty(), "{what}"),
    }
}

#[test]
fn meek_rounds_equal_the_reference() {
    for ties in [Ties::BallotOrder, Ties::None] {
        let mut compared = Compared::default();
        for entry in expected().iter().filter(|entry| entry["rule"] == "meek-prf-9") {
            let id = entry["id"].as_str().expect("an id");
            let contest = contest_of(entry);
            let outcome = counted(&contest, Method::StvMeek, ties.clone());
            compared.elections += 1;
            compared.same(id, outcome.seats, &entry["seats"]);
            compared.same(id, outcome.candidates.len(), &entry["candidates"]);
            compared.same(id, &outcome.valid, &entry["valid_ballots"]);
            compared.same(id, outcome.rounds.len(), &entry["rounds_count"]);
            compared.names(id, &contest, &outcome.elected, &entry["winners_in_order"]);
            let mut so_far = Vec::new();
            for (round, wanted) in outcome.rounds.iter().zip(entry["rounds"].as_array().expect("rounds")) {
                let what = format!("{id}, round {}", wanted["round"]);
                same_meek_round(&mut compared, &what, round, wanted);
                so_far.extend(round.elected.iter().map(|candidate| number(*candidate)));
                compared.same(&what, Value::from(so_far.clone()), &wanted["elected_so_far"]);
            }
            let ties: Vec<(usize, Vec<Value>)> = outcome
                .ties
                .iter()
                .map(|tie| (tie.round, tie.between.iter().map(|candidate| number(*candidate)).collect()))
                .collect();
            let none = Vec::new();
            let wanted = entry["lowest_within_surplus_ties"].as_array().unwrap_or(&none);
            assert_eq!(ties.len(), wanted.len(), "{id}");
            for ((round, between), tie) in ties.into_iter().zip(wanted) {
                compared.same(id, round, &tie["round"]);
                compared.same(id, Value::from(between), &tie["candidates"]);
            }
        }
        assert_eq!(compared.elections, 3);
        println!("Meek, {ties:?}: {} figures of {} elections compared", compared.figures, compared.elections);
    }
}

#[test]
fn instant_runoff_equals_the_official_rounds() {
    let mut compared = Compared::default();
    for entry in expected().iter().filter(|entry| entry["rule"] == "irv" || entry["method"] == "irv") {
        let id = entry["id"].as_str().expect("an id");
        let contest = contest_of(entry);
        let outcome = counted(&contest, Method::Irv, Ties::None);
        compared.elections += 1;
        compared.same(id, &outcome.valid, &entry["valid_ballots"]);
        compared.same(id, outcome.candidates.len(), &entry["candidates"]);
        compared.names(id, &contest, &outcome.elected, &entry["winners"]);
        compared.same(id, outcome.rounds.len(), &entry["rounds_to_two"]);
        let majority = outcome.rounds.iter().position(|round| !round.elected.is_empty()).expect("a majority");
        compared.same(id, majority + 1, &entry["rounds_to_majority"]);
        if let Some(blank) = entry.get("blank_ballots") {
            compared.same(id, outcome.blank, blank);
        }
        let last = outcome.rounds.last().expect("a round");
        same_irv_votes(&mut compared, id, &contest, &last.votes, &entry["final_two"]);
        compared.same(id, &last.exhausted, &entry["final_exhausted"]);
        for (round, wanted) in outcome.rounds.iter().zip(entry["rounds"].as_array().expect("rounds")) {
            let what = format!("{id}, round {}", wanted["round"]);
            same_irv_votes(&mut compared, &what, &contest, &round.votes, &wanted["votes"]);
            compared.same(&what, &round.exhausted, &wanted["exhausted"]);
        }
    }
    assert_eq!(compared.elections, 4);
    println!("Instant runoff: {} figures of {} elections compared", compared.figures, compared.elections);
}

fn same_irv_votes(compared: &mut Compared, what: &str, contest: &Contest, votes: &[Figure], wanted: &Value) {
    for (name, wanted) in wanted.as_object().expect("votes") {
        let at = contest.candidates.iter().position(|candidate| candidate == name).expect("a candidate");
        compared.same(what, &votes[at], wanted);
    }
}

/// The reference ranks A26 by instant runoff as 4 > 2 > 1 > 5 > 3. The last round is 43 to 43: the reference prefers 4 by a rule
/// of its own for ties, the look-back of these rules prefers 2 (36 to 34 in the round before). All before is the same.
#[test]
fn tideman_a26_by_instant_runoff_ends_in_a_tie() {
    let entry = expected().into_iter().find(|entry| entry["id"] == "condorcet/tideman_A26").expect("the entry");
    let contest = contest_of(&entry);
    let outcome = counted(&contest, Method::Irv, Ties::None);
    let excluded: Vec<&str> =
        outcome.rounds.iter().flat_map(|round| &round.excluded).map(|out| contest.candidates[*out].as_str()).collect();
    let wanted: Vec<&str> = entry["instant_runoff_ranking"].as_str().expect("a ranking").split(" > ").collect();
    assert_eq!(excluded, [wanted[4], wanted[3], wanted[2]]);
    let last = outcome.rounds.last().expect("a round");
    let level: Vec<String> = [wanted[0], wanted[1]]
        .iter()
        .filter_map(|name| contest.candidates.iter().position(|candidate| candidate == name))
        .map(|at| last.votes[at].to_string())
        .collect();
    assert_eq!(level, ["43", "43"]);
    assert!(outcome.ties.iter().any(|tie| tie.round == 4 && !tie.chosen.is_empty()));
}
