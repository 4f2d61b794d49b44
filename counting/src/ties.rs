//! Ties in counts by rounds: who is chosen among candidates whom the votes do not tell apart, and the record of it.
//!
//! First the look-back, where the rule has one; then the lot, when there is a seed. Without a seed every way to break the tie
//! is counted out: when all lead to the same elected in the same order, nothing hangs on the tie and the count goes on. When
//! they do not, the tie stays and the count ends there. Ways that come to the same place are counted out from there once; of a
//! way only its end is kept.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::contest::{Candidate, Contest};
use super::outcome::{Broken, Figure, Outcome, Over, Tie};
use super::{Ties, lot};

/// The count cannot go on: a tie that matters is not broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open;

/// Which of the tied is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Most,
    Fewest,
}

/// What the rest of a count depends on, as a hash: ways that come to the same place end alike.
pub type Place = [u8; 32];

/// The place that these numbers describe.
pub fn place(numbers: impl IntoIterator<Item = u64>) -> Place {
    let hash = numbers.into_iter().fold(Sha256::new(), |hash, number| hash.chain_update(number.to_le_bytes()));
    hash.finalize().into()
}

/// A count at a tie, asked only where nothing else decides.
pub trait AtTie {
    /// Whether the lowest are all excluded next, in whatever order, and the same comes of it.
    fn lowest_go_in_any_order(&self) -> bool;
    fn place(&self) -> Place;
}

/// A tie at which a run ended.
struct OpenTie {
    over: Over,
    tied: Vec<Candidate>,
    place: Place,
}

/// Breaks the ties of one run of a count.
pub struct Breaker<'a> {
    contest: &'a Contest,
    ties: &'a Ties,
    /// Choices that this run tries, in order, where nothing else breaks a tie.
    tries: &'a [Candidate],
    record: Vec<Tie>,
    open: Option<OpenTie>,
}

impl<'a> Breaker<'a> {
    fn new(contest: &'a Contest, ties: &'a Ties, tries: &'a [Candidate]) -> Self {
        Self { contest, ties, tries, record: Vec::new(), open: None }
    }

    /// One of the tied, after looking back at the votes of earlier rounds (`history`, the oldest first, one figure a candidate).
    pub fn look_back<V: Ord + Copy>(
        &mut self,
        round: usize,
        over: Over,
        tied: Vec<Candidate>,
        history: &[Vec<V>],
        count: &impl AtTie,
    ) -> Result<Candidate, Open> {
        let wanted = if over == Over::Exclusion { Wanted::Fewest } else { Wanted::Most };
        let (left, stages) = narrowed(&tied, wanted, history);
        if !stages.is_empty() {
            let broken = Broken::LookBack { stages };
            self.record.push(Tie { round, over, between: tied, chosen: left.clone(), broken });
        }
        self.choose(round, over, left, count)
    }

    /// One of the tied, by lot. A single candidate is no tie.
    pub fn choose(
        &mut self,
        round: usize,
        over: Over,
        tied: Vec<Candidate>,
        count: &impl AtTie,
    ) -> Result<Candidate, Open> {
        let [first, _, ..] = tied.as_slice() else {
            return tied.first().copied().ok_or(Open);
        };
        let (chosen, broken) = match (self.ties, self.tries.split_first()) {
            (Ties::Lot { seed }, _) => {
                let draws = lot::order(seed, self.contest, &tied);
                let favoured = if over == Over::Exclusion { draws.last() } else { draws.first() };
                (favoured.map_or(*first, |(candidate, _)| *candidate), Broken::Lot { seed: seed.clone(), draws })
            }
            (Ties::BallotOrder, _) => (*first, Broken::BallotOrder),
            (Ties::None, _) if over == Over::Exclusion && count.lowest_go_in_any_order() => {
                (*first, Broken::Immaterial)
            }
            (Ties::None, Some((tried, rest))) => {
                self.tries = rest;
                (*tried, Broken::Immaterial)
            }
            (Ties::None, None) => {
                self.open = Some(OpenTie { over, tied: tied.clone(), place: count.place() });
                self.record.push(Tie { round, over, between: tied, chosen: Vec::new(), broken: Broken::Not });
                return Err(Open);
            }
        };
        self.record.push(Tie { round, over, between: tied, chosen: vec![chosen], broken });
        Ok(chosen)
    }

    /// The first of candidates between whom nothing can hang on the choice, by the seed if there is one.
    pub fn choose_any(
        &mut self,
        round: usize,
        over: Over,
        tied: Vec<Candidate>,
        count: &impl AtTie,
    ) -> Result<Candidate, Open> {
        match (self.ties, tied.as_slice()) {
            (Ties::None, [first, _, ..]) => {
                let chosen = *first;
                self.record.push(Tie { round, over, between: tied, chosen: vec![chosen], broken: Broken::Immaterial });
                Ok(chosen)
            }
            _ => self.choose(round, over, tied, count),
        }
    }
}

/// Who is left of the tied when one goes back, stage by stage, and keeps those with the most (or fewest) votes; and the
/// stages, from 1, at which they differed.
fn narrowed<V: Ord + Copy>(tied: &[Candidate], wanted: Wanted, earlier: &[Vec<V>]) -> (Vec<Candidate>, Vec<usize>) {
    let (mut left, mut stages) = (tied.to_vec(), Vec::new());
    for (at, votes) in earlier.iter().enumerate().rev() {
        if left.len() < 2 {
            break;
        }
        let kept = extreme(&left, wanted, votes);
        if kept.len() < left.len() {
            stages.push(at + 1);
            left = kept;
        }
    }
    (left, stages)
}

/// The candidates with the most (or fewest) votes.
pub fn extreme<V: Ord + Copy>(among: &[Candidate], wanted: Wanted, votes: &[V]) -> Vec<Candidate> {
    let of_all = among.iter().map(|candidate| votes[*candidate]);
    let best = if wanted == Wanted::Most { of_all.max() } else { of_all.min() };
    among.iter().copied().filter(|candidate| Some(votes[*candidate]) == best).collect()
}

/// Runs a count, as often as its ties without a seed ask for.
pub fn settle(contest: &Contest, ties: &Ties, run: impl Fn(&mut Breaker<'_>) -> Outcome) -> Outcome {
    let mut search = Search { contest, ties, run, runs_left: runs_max(contest), known: BTreeMap::new() };
    let (mut outcome, open) = search.run(&[]);
    let Some(open) = open else { return outcome };
    let elected = std::mem::take(&mut outcome.elected);
    drop(outcome); // one outcome at a time: it holds a figure for each candidate and round
    let way = search.beyond(open, elected, &mut Vec::new());
    let (mut outcome, _) = search.run(way.as_ref().map_or(&[], |(_, choices)| choices));
    if way.is_none() {
        let open = outcome.ties.iter_mut().filter(|tie| tie.broken == Broken::Not);
        open.for_each(|tie| tie.broken = Broken::TooManyWays);
    }
    outcome
}

/// How much all runs together may do: a run goes through ballots and candidates in each round, and has a round a candidate.
const WORK_MAX: u64 = 5_000_000;

/// How many runs a contest without a seed may take: fewer the larger it is, so that it never takes long.
fn runs_max(contest: &Contest) -> u32 {
    let candidates = contest.candidates.len() as u64;
    let run = candidates * (candidates + contest.ballots.groups() as u64);
    u32::try_from((WORK_MAX / run.max(1)).clamp(6, 5_000)).unwrap_or(6)
}

/// How a count ends: whom it elects in which order, and the tie that it leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
struct End {
    elected: Vec<Candidate>,
    open: Option<(Over, Vec<Candidate>)>,
}

/// An end, and the choices that lead to it.
type Way = (End, Vec<Candidate>);

struct Search<'a, R> {
    contest: &'a Contest,
    ties: &'a Ties,
    run: R,
    runs_left: u32,
    /// The ways from the places that were counted out.
    known: BTreeMap<Place, Way>,
}

impl<R: Fn(&mut Breaker<'_>) -> Outcome> Search<'_, R> {
    /// The outcome when the first ties fall as `choices` says, and the tie at which it then ends.
    fn run(&self, choices: &[Candidate]) -> (Outcome, Option<OpenTie>) {
        let mut breaker = Breaker::new(self.contest, self.ties, choices);
        let mut outcome = (self.run)(&mut breaker);
        outcome.ties = breaker.record;
        (outcome, breaker.open)
    }

    /// The way on after these choices: to a tie left open, if something hangs on it. None: there are more ways than runs.
    fn way(&mut self, choices: &mut Vec<Candidate>) -> Option<Way> {
        self.runs_left = self.runs_left.checked_sub(1)?;
        let (mut outcome, open) = self.run(choices);
        let elected = std::mem::take(&mut outcome.elected);
        drop(outcome);
        match open {
            None => Some((End { elected, open: None }, Vec::new())),
            Some(open) => self.beyond(open, elected, choices),
        }
    }

    /// The way on from a tie: through it, if all choices lead to the same end.
    fn beyond(&mut self, open: OpenTie, elected: Vec<Candidate>, choices: &mut Vec<Candidate>) -> Option<Way> {
        if let Some(way) = self.known.get(&open.place) {
            return Some(way.clone());
        }
        let mut through: Option<Way> = None;
        let mut matters = false;
        for candidate in &open.tied {
            choices.push(*candidate);
            let tried = self.way(choices);
            choices.pop();
            let (end, further) = tried?;
            match &through {
                None => through = Some((end, [&[*candidate], further.as_slice()].concat())),
                Some((other, _)) => matters |= *other != end,
            }
            if matters {
                break;
            }
        }
        let stays = (End { elected, open: Some((open.over, open.tied)) }, Vec::new());
        let way = through.filter(|_| !matters).unwrap_or(stays);
        self.known.insert(open.place, way.clone());
        Some(way)
    }
}

/// Sorts the newly elected as they are read out: more votes first; equal ones as they stood before, then by name.
pub fn read_out<V: Ord + Copy>(contest: &Contest, elected: &mut [Candidate], history: &[Vec<V>]) {
    elected.sort_by(|a, b| {
        let later = history.iter().rev().map(|votes| votes[*b].cmp(&votes[*a]));
        later
            .fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
            .then_with(|| contest.candidates[*a].cmp(&contest.candidates[*b]))
            .then(a.cmp(b))
    });
}

/// Figures of all candidates.
pub fn figures<V: Copy>(votes: &[V], figure: impl Fn(V) -> Figure) -> Vec<Figure> {
    votes.iter().map(|votes| figure(*votes)).collect()
}
