//! Counts of rankings by rounds: the single transferable vote and instant runoff, and what they share.

mod any_order;
mod instant_runoff;
mod meek;
mod paths;
mod scottish;

use std::borrow::Cow;

use num_rational::Ratio;

use super::contest::{BallotError, Ballots, Candidate, Contest, Preference, Rankings};
use super::outcome::{Detail, Figure, Outcome};
use super::ties::{Breaker, settle};
use super::{CountError, Method, Settings};

/// Counts by one of the methods with rounds.
///
/// # Errors
/// When the ballots are not ranked; by STV also when votes are not whole, by instant runoff when more than one seat is asked for.
pub fn count(contest: &Contest, method: Method, settings: &Settings) -> Result<Outcome, CountError> {
    let needs = |needed| CountError::Needs { method, needed };
    let Ballots::Ranked(rankings) = &contest.ballots else {
        return Err(needs("ranked ballots"));
    };
    if contest.candidates.len() <= contest.withdrawn.len() {
        return Err(needs("candidates"));
    }
    let rankings = without_withdrawn(rankings, contest).map_err(|_| needs("ballots of smaller weight"))?;
    let seats = settings.seats.unwrap_or(if method == Method::Irv { 1 } else { contest.seats });
    if seats == 0 {
        return Err(needs("at least one seat"));
    }
    let run: fn(&Poll<'_>, &mut Breaker<'_>) -> Outcome = match method {
        Method::Irv if seats > 1 => return Err(needs("a single seat")),
        Method::Irv => instant_runoff::count,
        _ if rankings.weights().denominator() != 1 => return Err(needs("ballots of whole weight")),
        Method::StvMeek => meek::count,
        _ => scottish::count,
    };
    let poll = Poll::new(contest, &rankings, seats);
    let outcome = settle(contest, &settings.ties, |breaker| run(&poll, breaker));
    Ok(Outcome { method, ..outcome })
}

/// The ballots without the candidates who stand no more.
fn without_withdrawn<'a>(rankings: &'a Rankings, contest: &Contest) -> Result<Cow<'a, Rankings>, BallotError> {
    if contest.withdrawn.is_empty() {
        return Ok(Cow::Borrowed(rankings));
    }
    let mut gone = vec![false; contest.candidates.len()];
    for candidate in &contest.withdrawn {
        gone[*candidate] = true;
    }
    let mut kept = Rankings::default();
    for ranking in rankings.iter() {
        let ranks: Vec<Vec<Candidate>> = ranking
            .ranks()
            .map(|rank| rank.iter().map(|preference| preference.candidate()))
            .map(|rank| rank.filter(|candidate| !gone[*candidate]).collect::<Vec<_>>())
            .filter(|rank| !rank.is_empty())
            .collect();
        kept.push_ranks(Ratio::new(ranking.units, rankings.weights().denominator()), &ranks)?;
    }
    Ok(Cow::Owned(kept))
}

/// Whether a candidate can still receive votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Neither elected nor excluded: a continuing candidate.
    Hopeful,
    Elected,
    Excluded,
}

/// What a count by rounds starts from.
struct Poll<'a> {
    contest: &'a Contest,
    rankings: &'a Rankings,
    seats: usize,
    /// Ballots with a single first preference.
    valid: u64,
    /// Ballots with nothing on them, and ballots with several firsts.
    blank: u64,
    several_first: u64,
}

impl<'a> Poll<'a> {
    fn new(contest: &'a Contest, rankings: &'a Rankings, seats: usize) -> Self {
        let mut poll = Self { contest, rankings, seats, valid: 0, blank: 0, several_first: 0 };
        for ranking in rankings.iter() {
            match ranking.ranks().next().map(<[Preference]>::len) {
                None => poll.blank += ranking.units,
                Some(1) => poll.valid += ranking.units,
                Some(_) => poll.several_first += ranking.units,
            }
        }
        poll
    }

    fn candidates(&self) -> usize {
        self.contest.candidates.len()
    }

    /// All hopeful but those who stand no more.
    fn standings(&self) -> Vec<Standing> {
        let mut standings = vec![Standing::Hopeful; self.candidates()];
        for candidate in &self.contest.withdrawn {
            standings[*candidate] = Standing::Excluded;
        }
        standings
    }

    /// The outcome before the first round.
    fn outcome(&self, valid: Figure) -> Outcome {
        Outcome {
            method: Method::StvScottish,
            title: self.contest.title.clone(),
            candidates: self.contest.candidates.clone(),
            withdrawn: self.contest.withdrawn.clone(),
            seats: self.seats,
            valid,
            blank: self.contest.apart.blank,
            invalid: self.contest.apart.invalid,
            abstentions: self.contest.apart.abstentions,
            quota: None,
            rounds: Vec::new(),
            elected: Vec::new(),
            ranking: None,
            ties: Vec::new(),
            detail: Detail::None,
        }
    }

    /// The outcome of an STV count before the first stage: ballots without a single first preference are not valid.
    fn stv_outcome(&self) -> Outcome {
        let mut outcome = self.outcome(Figure::whole(self.valid));
        outcome.blank = outcome.blank.saturating_add(self.blank);
        outcome.invalid = outcome.invalid.saturating_add(self.several_first);
        outcome
    }
}

/// These standings once some more are excluded.
fn without(standings: &[Standing], going: &[Candidate]) -> Vec<Standing> {
    let mut left = standings.to_vec();
    for candidate in going {
        left[*candidate] = Standing::Excluded;
    }
    left
}

/// Those of a standing, in the order of the ballot.
fn those(standings: &[Standing], wanted: Standing) -> Vec<Candidate> {
    (0..standings.len()).filter(|candidate| standings[*candidate] == wanted).collect()
}

/// The place of the next preference for a continuing candidate, from a place on. A rank with several candidates, one of them
/// continuing, says no single next preference: the paper stops there.
fn next_preference(preferences: &[Preference], from: usize, standings: &[Standing]) -> Option<usize> {
    let mut at = from;
    while let Some(preference) = preferences.get(at) {
        let equal = preferences[at + 1..].iter().take_while(|next| next.equal_to_previous()).count();
        let rank = &preferences[at..=at + equal];
        if rank.iter().any(|preference| standings[preference.candidate()] == Standing::Hopeful) {
            return (equal == 0 && !preference.equal_to_previous()).then_some(at);
        }
        at += equal + 1;
    }
    None
}
