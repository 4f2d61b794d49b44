//! Ties in counts by rounds: who is chosen among candidates whom the votes do not tell apart, and the record of it.
//!
//! First the look-back, where the rule has one; then the lot, when there is a seed. Without a seed every way to break the tie
//! is counted out: when all lead to the same elected in the same order, nothing hangs on the tie and the count goes on. When
//! they do not, the tie stays and the count ends there.

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

/// Breaks the ties of one run of a count.
pub struct Breaker<'a> {
    contest: &'a Contest,
    ties: &'a Ties,
    /// Choices that this run tries, in order, where nothing else breaks a tie.
    tries: &'a [Candidate],
    record: Vec<Tie>,
    open: Vec<Candidate>,
}

impl<'a> Breaker<'a> {
    fn new(contest: &'a Contest, ties: &'a Ties, tries: &'a [Candidate]) -> Self {
        Self { contest, ties, tries, record: Vec::new(), open: Vec::new() }
    }

    /// One of the tied, after looking back at the votes of earlier rounds (`history`, the oldest first, one figure a candidate).
    pub fn look_back<V: Ord + Copy>(
        &mut self,
        round: usize,
        over: Over,
        tied: Vec<Candidate>,
        history: &[Vec<V>],
    ) -> Result<Candidate, Open> {
        let wanted = if over == Over::Exclusion { Wanted::Fewest } else { Wanted::Most };
        let (left, stages) = narrowed(&tied, wanted, history);
        if !stages.is_empty() {
            let broken = Broken::LookBack { stages };
            self.record.push(Tie { round, over, between: tied, chosen: left.clone(), broken });
        }
        self.choose(round, over, left)
    }

    /// One of the tied, by lot. A single candidate is no tie.
    pub fn choose(&mut self, round: usize, over: Over, tied: Vec<Candidate>) -> Result<Candidate, Open> {
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
            (Ties::None, Some((tried, rest))) => {
                self.tries = rest;
                (*tried, Broken::Immaterial)
            }
            (Ties::None, None) => {
                self.open.clone_from(&tied);
                self.record.push(Tie { round, over, between: tied, chosen: Vec::new(), broken: Broken::Not });
                return Err(Open);
            }
        };
        self.record.push(Tie { round, over, between: tied, chosen: vec![chosen], broken });
        Ok(chosen)
    }

    /// The first of candidates between whom nothing can hang on the choice, by the seed if there is one.
    pub fn choose_any(&mut self, round: usize, over: Over, tied: Vec<Candidate>) -> Result<Candidate, Open> {
        match (self.ties, tied.as_slice()) {
            (Ties::None, [first, _, ..]) => {
                let chosen = *first;
                self.record.push(Tie { round, over, between: tied, chosen: vec![chosen], broken: Broken::Immaterial });
                Ok(chosen)
            }
            _ => self.choose(round, over, tied),
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
    let mut search = Search { contest, ties, run, runs_left: runs_max(&contest.ballots.total()), gave_up: false };
    search.outcome(&mut Vec::new())
}

/// How many runs a contest without a seed may take: fewer the larger it is, so that it never takes long.
fn runs_max(ballots: &num_rational::BigRational) -> u32 {
    let ballots = u64::try_from(ballots.to_integer()).unwrap_or(u64::MAX).max(1);
    u32::try_from((500_000 / ballots).clamp(6, 300)).unwrap_or(6)
}

struct Search<'a, R> {
    contest: &'a Contest,
    ties: &'a Ties,
    run: R,
    runs_left: u32,
    /// There are more ways than runs: the first tie stays open.
    gave_up: bool,
}

impl<R: Fn(&mut Breaker<'_>) -> Outcome> Search<'_, R> {
    /// The outcome when the first ties fall as `tries` says: with the next tie left open if something hangs on it.
    fn outcome(&mut self, tries: &mut Vec<Candidate>) -> Outcome {
        self.runs_left = self.runs_left.saturating_sub(1);
        let mut breaker = Breaker::new(self.contest, self.ties, tries);
        let mut outcome = (self.run)(&mut breaker);
        let open = std::mem::take(&mut breaker.open);
        outcome.ties = breaker.record;
        if open.is_empty() {
            return outcome;
        }
        let mut first: Option<Outcome> = None;
        for candidate in open {
            if self.runs_left == 0 {
                self.gave_up = true;
            }
            if self.gave_up {
                return outcome;
            }
            tries.push(candidate);
            let tried = self.outcome(tries);
            tries.pop();
            match &first {
                _ if self.gave_up => return outcome,
                Some(first) if !same_end(first, &tried) => return outcome,
                Some(_) => {}
                None => first = Some(tried),
            }
        }
        first.unwrap_or(outcome)
    }
}

/// Whether two counts elect the same in the same order, and leave the same open.
fn same_end(a: &Outcome, b: &Outcome) -> bool {
    let left_open = |outcome: &Outcome| {
        outcome.ties.iter().find(|tie| tie.broken == Broken::Not).map(|tie| (tie.over, tie.between.clone()))
    };
    a.elected == b.elected && left_open(a) == left_open(b)
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
