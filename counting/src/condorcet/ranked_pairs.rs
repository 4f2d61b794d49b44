//! Ranked pairs (Tideman 1987) with winning votes: defeats are locked from the strongest down, V(a,b) descending, then V(b,a)
//! ascending, and a defeat that would close a circle is left out.
//!
//! Defeats that are equally strong are taken together. Those that lock in any order are locked; between the others the tie
//! rule decides, and where it does not, they and all that hangs on them stay open: the order ends above the first place that
//! could be another one, and of a defeat that some ways lock and others do not it is not said whether it is kept.

use super::pairs::Pairs;
use crate::contest::{Candidate, Contest};
use crate::levels::{elect, order, standing, start};
use crate::outcome::{Broken, Defeat, Detail, Outcome, Over, Pairwise, Tie};
use crate::{Method, Settings};

pub(super) fn count(contest: &Contest, seats: usize, pairs: &Pairs, settings: &Settings) -> Outcome {
    let standing = standing(contest);
    let mut locking = Locking::new(contest, settings);
    for equal in by_strength(pairs, &standing) {
        locking.take(&equal);
    }
    let levels = certain(&levels(&standing, &locking.kept), &locking);
    let placed = |candidate: &Candidate| levels.iter().any(|level| level.contains(candidate));
    let open = standing.iter().copied().filter(|candidate| !placed(candidate)).collect();
    let mut outcome = start(contest, Method::RankedPairs, seats);
    elect(&mut outcome, contest, settings, &levels);
    let all_seats_filled = outcome.elected.len() >= seats.min(standing.len());
    if all_seats_filled || !outcome.ties.is_empty() {
        locking.ties.retain(|tie| tie.broken != Broken::Not); // no seat hangs on these
    }
    outcome.ties.splice(0..0, locking.ties);
    outcome.ranking = Some(levels);
    let votes = pairs.table(|a, b| pairs.over(a, b));
    outcome.detail = Detail::Pairwise(Pairwise { votes, defeats: locking.defeats, open, ..Pairwise::default() });
    outcome
}

/// The defeats from the strongest down, equally strong ones together.
fn by_strength(pairs: &Pairs, standing: &[Candidate]) -> Vec<Vec<(Candidate, Candidate)>> {
    let strength = |(a, b): &(Candidate, Candidate)| (std::cmp::Reverse(pairs.over(*a, *b)), pairs.over(*b, *a));
    let mut defeats = pairs.defeats_among(standing);
    defeats.sort_by_key(strength);
    defeats.chunk_by(|a, b| strength(a) == strength(b)).map(<[_]>::to_vec).collect()
}

/// Who stands above whom, through any number of locked defeats.
#[derive(Clone)]
struct Above {
    candidates: usize,
    above: Vec<bool>,
}

impl Above {
    fn new(candidates: usize) -> Self {
        Self { candidates, above: vec![false; candidates * candidates] }
    }

    fn has(&self, a: Candidate, b: Candidate) -> bool {
        self.above[a * self.candidates + b]
    }

    /// Locks a defeat: the winner and all above it stand above the loser and all below it.
    fn lock(&mut self, winner: Candidate, loser: Candidate) {
        let n = self.candidates;
        if self.has(winner, loser) {
            return;
        }
        let mut below: Vec<Candidate> = (0..n).filter(|b| self.has(loser, *b)).collect();
        below.push(loser);
        for a in 0..n {
            if a == winner || self.has(a, winner) {
                for b in &below {
                    self.above[a * n + b] = true;
                }
            }
        }
    }
}

/// The locking of defeats.
struct Locking<'a> {
    contest: &'a Contest,
    settings: &'a Settings,
    /// What is locked however open ties fall.
    kept: Above,
    /// What is locked when open ties fall in some way.
    possible: Above,
    defeats: Vec<Defeat>,
    ties: Vec<Tie>,
}

impl<'a> Locking<'a> {
    fn new(contest: &'a Contest, settings: &'a Settings) -> Self {
        let none = Above::new(contest.candidates.len());
        Self { contest, settings, kept: none.clone(), possible: none, defeats: Vec::new(), ties: Vec::new() }
    }

    /// Whether a tie among defeats is left open.
    fn is_open(&self) -> bool {
        self.ties.iter().any(|tie| tie.broken == Broken::Not)
    }

    /// Takes the next defeats, equally strong among themselves.
    fn take(&mut self, equal: &[(Candidate, Candidate)]) {
        if let ([pair], false) = (equal, self.is_open()) {
            let fits = !self.kept.has(pair.1, pair.0);
            return if fits { self.lock(*pair) } else { self.record(*pair, Some(false)) };
        }
        let (against, fitting): (Vec<_>, Vec<_>) = equal.iter().copied().partition(|(a, b)| self.kept.has(*b, *a));
        against.iter().for_each(|pair| self.record(*pair, Some(false)));
        let mut possible = self.possible.clone();
        fitting.iter().for_each(|(a, b)| possible.lock(*a, *b));
        let (circular, free): (Vec<_>, Vec<_>) = fitting.iter().copied().partition(|(a, b)| possible.has(*b, *a));
        for pair in free {
            self.lock(pair);
        }
        if circular.is_empty() {
            return;
        }
        match self.ordered(&circular) {
            Some(order) => {
                for (a, b) in order {
                    let fits = !self.kept.has(b, a);
                    if fits { self.lock((a, b)) } else { self.record((a, b), Some(false)) }
                }
            }
            None => {
                circular.iter().for_each(|pair| self.record(*pair, None));
                self.possible = possible;
            }
        }
    }

    /// The defeats that close circles among themselves, in the order of the tie rule: by the winner, then by the loser.
    fn ordered(&mut self, circular: &[(Candidate, Candidate)]) -> Option<Vec<(Candidate, Candidate)>> {
        let mut tied: Vec<Candidate> = circular.iter().flat_map(|(a, b)| [*a, *b]).collect();
        tied.sort_unstable();
        tied.dedup();
        if circular.len() < 2 || self.is_open() {
            return None; // it hangs on a tie that is already open
        }
        let (drawn, tie) = order(self.contest, self.settings, Over::Order, &tied);
        self.ties.push(Tie { chosen: drawn.clone().unwrap_or_default(), ..tie });
        let drawn = drawn?;
        let place = |candidate: Candidate| drawn.iter().position(|drawn| *drawn == candidate);
        let mut pairs = circular.to_vec();
        pairs.sort_by_key(|(a, b)| (place(*a), place(*b)));
        Some(pairs)
    }

    fn lock(&mut self, (winner, loser): (Candidate, Candidate)) {
        self.kept.lock(winner, loser);
        self.possible.lock(winner, loser);
        self.record((winner, loser), Some(true));
    }

    fn record(&mut self, (winner, loser): (Candidate, Candidate), kept: Option<bool>) {
        self.defeats.push(Defeat { winner, loser, kept });
    }
}

/// The order from the top down: those next whom nobody left stands above.
fn levels(standing: &[Candidate], kept: &Above) -> Vec<Vec<Candidate>> {
    let mut left = standing.to_vec();
    let mut levels = Vec::new();
    while !left.is_empty() {
        let is_below = |b: &Candidate| left.iter().any(|a| kept.has(*a, *b));
        let (below, level): (Vec<Candidate>, Vec<Candidate>) = left.iter().copied().partition(is_below);
        if level.is_empty() {
            levels.push(below); // cannot be: nothing is locked that closes a circle
            break;
        }
        levels.push(level);
        left = below;
    }
    levels
}

/// The levels that hold however open ties fall: while the candidates of a level could not stand below anybody outside the
/// levels before. Without an open tie these are all.
fn certain(levels: &[Vec<Candidate>], locking: &Locking) -> Vec<Vec<Candidate>> {
    let open = |level: &Vec<Candidate>, rest: &[Vec<Candidate>]| {
        let others = || level.iter().chain(rest.iter().flatten());
        level.iter().any(|b| others().any(|a| locking.possible.has(*a, *b)))
    };
    let count = (0..levels.len()).take_while(|at| !open(&levels[*at], &levels[at + 1..])).count();
    levels[..count].to_vec()
}
