//! A count told: what happened in each round, as phrases with names and figures. The words are not here but in the Fluent files,
//! one message a phrase, so that a page, a mail and a terminal say the same in either language.

mod order;
mod pairs;
mod ties;

use std::collections::BTreeMap;

use super::Method;
use super::contest::Candidate;
use super::outcome::{Action, Detail, Figure, Outcome, Over, Round, Transfer};
use super::simple::proposal::Bound;

/// Candidates that a transfer names one by one; the others are told together.
const NAMED_MAX: usize = 4;

/// A message and what it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

/// What a phrase speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// How many, for the plural; shown as it is.
    Many(usize),
    Figure(Figure),
    /// A number of votes, with the word.
    Votes(Figure),
    Name(String),
    /// "A, B and C".
    Names(Vec<String>),
    /// Parts of a sentence, with commas between.
    Parts(Vec<Phrase>),
    /// Ranks, with semicolons between: each may be a list of names.
    Ranks(Vec<Phrase>),
}

impl Phrase {
    pub fn new(key: &'static str, args: impl Into<Vec<(&'static str, Arg)>>) -> Self {
        Self { key, args: args.into() }
    }
}

fn figure(value: &Figure) -> Arg {
    Arg::Figure(value.clone())
}

fn votes(value: &Figure) -> Arg {
    Arg::Votes(value.clone())
}

fn name(outcome: &Outcome, candidate: Candidate) -> Arg {
    Arg::Name(outcome.shown(candidate))
}

fn names(outcome: &Outcome, candidates: &[Candidate]) -> Arg {
    Arg::Names(candidates.iter().map(|candidate| outcome.shown(*candidate)).collect())
}

fn is_zero(figure: &Figure) -> bool {
    *figure.value.numer() == 0.into()
}

/// Ballots, seats, quota, and what was counted apart.
pub fn opening(outcome: &Outcome) -> Vec<Phrase> {
    let mut told = vec![Phrase::new("count-ballots", [("ballots", figure(&outcome.valid))])];
    let chosen_by_seats = !matches!(outcome.detail, Detail::Funding(_) | Detail::Proposal(_));
    if chosen_by_seats {
        told.push(Phrase::new("count-seats", [("seats", Arg::Many(outcome.seats))]));
    }
    if let (Method::StvScottish, Some(quota)) = (outcome.method, &outcome.quota) {
        told.push(Phrase::new("count-quota", [("quota", votes(quota))]));
    }
    if outcome.method == Method::EqualShares {
        told.push(Phrase::new("count-equal-shares", []));
    }
    let blank = if outcome.method == Method::Irv { "count-blank-among" } else { "count-blank" };
    let apart =
        [(blank, outcome.blank), ("count-invalid", outcome.invalid), ("count-abstentions", outcome.abstentions)];
    let apart = apart.into_iter().filter(|(_, ballots)| *ballots > 0);
    told.extend(apart.map(|(key, ballots)| Phrase::new(key, [("ballots", Arg::Figure(Figure::whole(ballots)))])));
    told.extend(namesakes(outcome));
    told
}

/// A warning for each name that several have: nothing below tells them apart.
fn namesakes(outcome: &Outcome) -> impl Iterator<Item = Phrase> {
    let mut numbers = BTreeMap::<String, Vec<String>>::new();
    for candidate in 0..outcome.candidates.len() {
        let name = outcome.shown(candidate).split_whitespace().collect::<Vec<_>>().join(" ");
        numbers.entry(name).or_default().push((candidate + 1).to_string());
    }
    let several = numbers.into_iter().filter(|(_, numbers)| numbers.len() > 1);
    several.map(|(name, numbers)| {
        Phrase::new("count-one-name", [("name", Arg::Name(name)), ("numbers", Arg::Names(numbers))])
    })
}

/// What happened in a round, numbered from 1; nothing for a round that is not there.
pub fn round(outcome: &Outcome, number: usize) -> Vec<Phrase> {
    let Some(round) = number.checked_sub(1).and_then(|at| outcome.rounds.get(at)) else { return Vec::new() };
    match outcome.method {
        Method::StvScottish => scottish(outcome, number, round),
        Method::StvMeek => meek(outcome, number, round),
        Method::Irv => instant_runoff(outcome, number, round),
        Method::Star => star(outcome, number, round),
        _ => single(outcome, number, round),
    }
}

fn scottish(outcome: &Outcome, number: usize, round: &Round) -> Vec<Phrase> {
    let mut told = Vec::new();
    match round.action {
        Action::Surplus(candidate) => {
            told.extend(ties::of_round(outcome, number));
            told.push(surplus(outcome, candidate, round));
        }
        Action::Exclusion(candidate) => {
            let any_before = outcome.rounds[..number - 1].iter().any(|round| !round.elected.is_empty());
            let key = if any_before { "count-nobody-else" } else { "count-nobody" };
            told.extend(round.quota.as_ref().map(|quota| Phrase::new(key, [("quota", figure(quota))])));
            told.extend(ties::of_round(outcome, number));
            let votes = round.transfer.as_ref().map(|transfer| &transfer.votes);
            told.extend(votes.map(|votes| excluded(outcome, number, candidate, votes)));
        }
        _ => told.push(Phrase::new("count-first", [])),
    }
    told.extend(round.transfer.as_ref().map(|transfer| shares(outcome, transfer)));
    told.extend(elected(outcome, round));
    told.extend(open_after(outcome, number));
    told
}

/// A tie at which the count ended, told with its last round.
fn open_after(outcome: &Outcome, number: usize) -> Vec<Phrase> {
    if number == outcome.rounds.len() { ties::of_round(outcome, number + 1) } else { Vec::new() }
}

fn surplus(outcome: &Outcome, candidate: Candidate, round: &Round) -> Phrase {
    let nothing = Figure::zero();
    let (surplus, papers) = round.transfer.as_ref().map_or((&nothing, &nothing), |moved| (&moved.votes, &moved.papers));
    let args = [("name", name(outcome, candidate)), ("votes", votes(surplus)), ("ballots", figure(papers))];
    Phrase::new("count-surplus", args)
}

/// Who is excluded in a round, after a sentence about the fewest votes, or after one about a tie of these.
fn excluded(outcome: &Outcome, number: usize, candidate: Candidate, with: &Figure) -> Phrase {
    let tied = outcome.ties.iter().any(|tie| tie.round == number && tie.over == Over::Exclusion);
    let key = if tied { "count-excluded-of-tied" } else { "count-excluded" };
    Phrase::new(key, [("name", name(outcome, candidate)), ("votes", votes(with))])
}

/// Where votes go: the largest shares by name, the others together, then nobody, then what cutting loses.
fn shares(outcome: &Outcome, transfer: &Transfer) -> Phrase {
    let mut to = transfer.to.clone();
    to.sort_by(|(a, of_a), (b, of_b)| {
        of_b.cmp(of_a).then_with(|| outcome.candidates[*a].cmp(&outcome.candidates[*b])).then(a.cmp(b))
    });
    let named = if to.len() == NAMED_MAX + 1 { to.len() } else { NAMED_MAX.min(to.len()) };
    let rest = to.split_off(named);
    let mut parts: Vec<Phrase> = to
        .iter()
        .map(|(candidate, votes)| {
            Phrase::new("count-share", [("votes", figure(votes)), ("name", name(outcome, *candidate))])
        })
        .collect();
    if let Some((_, first)) = rest.first() {
        let value = rest.iter().map(|(_, votes)| &votes.value).sum();
        let together = Figure { value, places: first.places };
        let args = [("votes", Arg::Figure(together)), ("many", Arg::Many(rest.len()))];
        parts.push(Phrase::new("count-share-others", args));
    }
    for (key, votes) in [("count-share-nobody", &transfer.non_transferable), ("count-share-lost", &transfer.lost)] {
        if !is_zero(votes) {
            parts.push(Phrase::new(key, [("votes", figure(votes))]));
        }
    }
    match parts.is_empty() {
        true => Phrase::new("count-shares-none", []),
        false => Phrase::new("count-shares", [("shares", Arg::Parts(parts))]),
    }
}

/// Who is elected in a round: by the quota, and because no more are left than seats.
fn elected(outcome: &Outcome, round: &Round) -> Vec<Phrase> {
    let reached = |candidate: &&Candidate| {
        round.quota.as_ref().is_some_and(|quota| round.votes[**candidate].value >= quota.value)
    };
    let by_quota: Vec<Candidate> = round.elected.iter().filter(reached).copied().collect();
    let as_last: Vec<Candidate> = round.elected.iter().filter(|candidate| !reached(candidate)).copied().collect();
    let mut told = Vec::new();
    if let (false, Some(quota)) = (by_quota.is_empty(), &round.quota) {
        let args =
            [("names", names(outcome, &by_quota)), ("many", Arg::Many(by_quota.len())), ("quota", figure(quota))];
        told.push(Phrase::new("count-elected", args));
    }
    if !as_last.is_empty() {
        let args = [("names", names(outcome, &as_last)), ("many", Arg::Many(as_last.len()))];
        told.push(Phrase::new("count-elected-last", args));
    }
    told
}

fn meek(outcome: &Outcome, number: usize, round: &Round) -> Vec<Phrase> {
    let quota = round.quota.clone().unwrap_or_default();
    let mut told = Vec::new();
    if number == 1 {
        told.push(Phrase::new("count-first", []));
        told.push(Phrase::new("count-meek-quota", [("quota", figure(&quota))]));
    } else {
        told.push(Phrase::new(if number == 2 { "count-meek-explained" } else { "count-meek-shares" }, []));
        let moved = outcome.rounds[number - 2].quota != round.quota;
        let key = if moved { "count-meek-quota-now" } else { "count-meek-quota-same" };
        told.push(Phrase::new(key, [("quota", figure(&quota))]));
    }
    if !round.excluded.is_empty() {
        let any_before = outcome.rounds[..number - 1].iter().any(|round| !round.elected.is_empty());
        let key = if any_before { "count-nobody-else" } else { "count-nobody" };
        told.push(Phrase::new(key, [("quota", figure(&quota))]));
    }
    told.extend(ties::of_round(outcome, number));
    let out = round.excluded.iter();
    told.extend(out.map(|candidate| excluded(outcome, number, *candidate, &round.votes[*candidate])));
    told.extend(elected(outcome, round));
    told
}

fn instant_runoff(outcome: &Outcome, number: usize, round: &Round) -> Vec<Phrase> {
    let continuing = Figure::exact(round.votes.iter().map(|votes| &votes.value).sum());
    let mut told = Vec::new();
    if number == 1 {
        told.push(Phrase::new("count-first", []));
    }
    let decided = outcome.rounds[..number].iter().any(|round| !round.elected.is_empty());
    for candidate in &round.elected {
        let votes = &round.votes[*candidate];
        let key = if &votes.value + &votes.value > continuing.value { "count-majority" } else { "count-left-over" };
        let args = [("name", name(outcome, *candidate)), ("votes", figure(votes)), ("ballots", figure(&continuing))];
        told.push(Phrase::new(key, args));
    }
    let goes_on = round.excluded.first().copied();
    if let (Some(_), true) = (goes_on, decided) {
        told.push(Phrase::new("count-goes-on", []));
    } else if goes_on.is_some() {
        told.push(Phrase::new("count-no-majority", [("ballots", figure(&continuing))]));
    }
    told.extend(ties::of_round(outcome, number));
    told.extend(goes_on.map(|candidate| excluded(outcome, number, candidate, &round.votes[candidate])));
    told.extend(round.transfer.as_ref().map(|transfer| shares(outcome, transfer)));
    told
}

/// The two who go on, and the runoff between them.
fn star(outcome: &Outcome, number: usize, round: &Round) -> Vec<Phrase> {
    let mut told: Vec<Phrase> = ties::of_round(outcome, number);
    let Detail::Runoff(finalists) = &outcome.detail else { return told };
    match (round.action, finalists.as_slice()) {
        (Action::Runoff, [first, second]) => {
            let of = |finalist: Candidate| figure(&round.votes[finalist]);
            let args = [
                ("first", name(outcome, *first)),
                ("votes", of(*first)),
                ("second", name(outcome, *second)),
                ("others", of(*second)),
                ("equal", figure(&round.non_transferable)),
            ];
            told.insert(0, Phrase::new("count-star-runoff", args));
        }
        (_, [_, _]) => told.push(Phrase::new("count-star-finalists", [("names", names(outcome, finalists))])),
        _ => {}
    }
    told
}

/// Methods that count once, or go through projects one by one.
fn single(outcome: &Outcome, number: usize, round: &Round) -> Vec<Phrase> {
    let mut told = Vec::new();
    if let (Action::Project(project), Detail::Funding(funding)) = (round.action, &outcome.detail) {
        let cost = funding.costs.get(project).cloned().unwrap_or_default();
        let key = if round.elected.contains(&project) { "count-funded" } else { "count-not-funded" };
        told.push(Phrase::new(key, [("name", name(outcome, project)), ("cost", Arg::Figure(cost))]));
    }
    if let Detail::Pairwise(pairwise) = &outcome.detail {
        told.extend(pairs::of(outcome, pairwise));
    }
    if let Detail::Times(yes) = &outcome.detail {
        let of = |time: Candidate| {
            let args =
                [("name", name(outcome, time)), ("can", figure(&round.votes[time])), ("yes", figure(&yes[time]))];
            Phrase::new("count-time", args)
        };
        told.push(Phrase::new("count-times", [("times", Arg::Ranks((0..yes.len()).map(of).collect()))]));
    }
    told.extend(ties::of_round(outcome, number));
    told
}

/// What came of it.
pub fn result(outcome: &Outcome) -> Vec<Phrase> {
    let mut told = Vec::new();
    match &outcome.detail {
        Detail::Proposal(proposal) => told.extend(proposed(outcome, proposal)),
        Detail::Funding(_) => told.extend(funded(outcome)),
        _ if outcome.elected.is_empty() => told.push(Phrase::new("count-result-nobody", [])),
        _ if order::is_known(outcome) => told.push(Phrase::new("count-result", elected_args(outcome))),
        _ => told.push(Phrase::new("count-result-together", elected_args(outcome))),
    }
    if outcome.is_tied() {
        told.push(Phrase::new("count-tied", []));
    }
    told
}

fn elected_args(outcome: &Outcome) -> [(&'static str, Arg); 2] {
    [("names", names(outcome, &outcome.elected)), ("many", Arg::Many(outcome.elected.len()))]
}

fn funded(outcome: &Outcome) -> Vec<Phrase> {
    let Detail::Funding(funding) = &outcome.detail else { return Vec::new() };
    let mut told = Vec::new();
    if let Some(more) = funding.increments.filter(|more| *more > 0) {
        told.push(Phrase::new("count-equal-shares-more", [("more", Arg::Figure(Figure::whole(more)))]));
    }
    told.extend(ties::after_all_rounds(outcome));
    let money = || [("spent", figure(&funding.spent)), ("budget", figure(&funding.budget))];
    if outcome.elected.is_empty() {
        told.push(Phrase::new("count-nothing-funded", [("budget", figure(&funding.budget))]));
    } else {
        let key = if order::is_known(outcome) { "count-result-funded" } else { "count-result-funded-together" };
        told.push(Phrase::new(key, elected_args(outcome)));
        told.push(Phrase::new("count-spent", money()));
    }
    told
}

fn proposed(outcome: &Outcome, proposal: &super::outcome::Proposal) -> Vec<Phrase> {
    let sums = [
        ("for", figure(&proposal.in_favour)),
        ("against", figure(&proposal.against)),
        ("abstentions", figure(&proposal.abstentions)),
    ];
    let needed = [("needed", figure(&proposal.threshold)), ("base", figure(&proposal.base))];
    let leading = proposal.leading.map(|option| Phrase::new("count-leading", [("name", name(outcome, option))]));
    let mut told: Vec<Phrase> = leading.into_iter().collect();
    told.extend([
        Phrase::new("count-proposal", sums),
        Phrase::new(if proposal.more_than { "count-needs-more" } else { "count-needs-at-least" }, needed),
    ]);
    if let Some((quorum, present)) = &proposal.quorum {
        told.push(Phrase::new("count-quorum", [("quorum", figure(quorum)), ("present", figure(present))]));
    }
    for condition in &proposal.conditions {
        let key = match condition.bound {
            Bound::AtLeast => "count-condition-at-least",
            Bound::MoreThan => "count-condition-more",
            Bound::AtMost => "count-condition-at-most",
        };
        let args = [
            ("name", name(outcome, condition.option)),
            ("needed", figure(&condition.needed)),
            ("have", figure(&condition.have)),
        ];
        told.push(Phrase::new(key, args));
    }
    told.push(Phrase::new(if proposal.adopted { "count-adopted" } else { "count-not-adopted" }, []));
    told
}
