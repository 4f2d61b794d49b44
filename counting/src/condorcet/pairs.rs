//! Each against each: how many ballots rank a above b.

use num_bigint::BigInt;
use num_rational::BigRational;

use crate::contest::{Candidate, Rankings};
use crate::outcome::Figure;

/// V(a,b) for all a and b, in units of weight. Candidates not named are below all named ones and equal among themselves.
pub(super) struct Pairs {
    candidates: usize,
    votes: Vec<u64>,
    denominator: u64,
}

impl Pairs {
    pub fn new(candidates: usize, rankings: &Rankings) -> Self {
        let mut pairs =
            Self { candidates, votes: vec![0; candidates * candidates], denominator: rankings.weights().denominator() };
        // Named above unnamed is counted for all at once: named(a), less the ballots that name both.
        let mut named = vec![0; candidates];
        let mut both = vec![0; candidates * candidates];
        for ballot in rankings.iter() {
            for (at, a) in ballot.preferences.iter().enumerate() {
                named[a.candidate()] += ballot.units;
                let mut below = false;
                for b in &ballot.preferences[at + 1..] {
                    below |= !b.equal_to_previous();
                    let (a, b) = (a.candidate(), b.candidate());
                    both[a.min(b) * candidates + a.max(b)] += ballot.units;
                    if below {
                        pairs.votes[a * candidates + b] += ballot.units;
                    }
                }
            }
        }
        for a in 0..candidates {
            for b in (0..candidates).filter(|b| *b != a) {
                pairs.votes[a * candidates + b] += named[a] - both[a.min(b) * candidates + a.max(b)];
            }
        }
        pairs
    }

    /// V(a,b): the ballots that rank a above b.
    pub fn over(&self, a: Candidate, b: Candidate) -> u64 {
        self.votes[a * self.candidates + b]
    }

    /// Whether a defeats b: V(a,b) > V(b,a).
    pub fn defeats(&self, a: Candidate, b: Candidate) -> bool {
        self.over(a, b) > self.over(b, a)
    }

    /// All defeats among these, the winner first.
    pub fn defeats_among(&self, among: &[Candidate]) -> Vec<(Candidate, Candidate)> {
        let pairs = among.iter().flat_map(|a| among.iter().map(|b| (*a, *b)));
        pairs.filter(|(a, b)| self.defeats(*a, *b)).collect()
    }

    /// Votes as they are shown.
    pub fn figure(&self, units: u64) -> Figure {
        Figure::exact(self.exact(units))
    }

    /// Votes as an exact number.
    pub fn exact(&self, units: u64) -> BigRational {
        BigRational::new(BigInt::from(units), BigInt::from(self.denominator))
    }

    /// A table of figures, one row a candidate.
    pub fn table(&self, units: impl Fn(Candidate, Candidate) -> u64) -> Vec<Vec<Figure>> {
        let row = |a| (0..self.candidates).map(|b| self.figure(units(a, b))).collect();
        (0..self.candidates).map(row).collect()
    }
}
