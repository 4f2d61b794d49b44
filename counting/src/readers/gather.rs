//! Ballots gathered into groups of equal ones while a file is read, so that a file of ten million papers needs the memory of
//! its different ballots. The bounds here are what keeps a hostile file small.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hash, RandomState};

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};

use super::error::ReadError;
use super::lines::Lines;
use crate::contest::{BallotError, Ballots, Candidate, Contest, Mark, Markings, Preference, Rankings};

/// The most candidates that a file may have: each against each are a million figures.
pub const CANDIDATES_MAX: usize = 1_000;
/// The most different ballots that are kept.
pub const GROUPS_MAX: usize = 3_000_000;
/// The most preferences of all different ballots together: 100 bytes a ballot for a million ballots of 50.
pub const PREFERENCES_MAX: usize = 50_000_000;
/// The most marks of all different ballots together.
pub const MARKS_MAX: usize = 6_000_000;

/// Where the ballots of a hash are. Two different ballots of the same hash are kept apart, and the second is not found again.
#[derive(Default)]
struct Places {
    at: HashMap<u64, u32>,
    hasher: RandomState,
}

impl Places {
    /// The place noted under this ballot's hash, and the hash.
    fn look(&self, ballot: impl Hash) -> (Option<usize>, u64) {
        let hash = self.hasher.hash_one(ballot);
        (self.at.get(&hash).map(|at| *at as usize), hash)
    }

    fn note(&mut self, hash: u64, at: usize) {
        self.at.insert(hash, u32::try_from(at).unwrap_or(u32::MAX));
    }
}

/// How many ballots a file says that it has: one that was cut has fewer.
pub(super) struct Announced {
    pub ballots: BigRational,
    /// Where it says so.
    pub line: u64,
}

impl Announced {
    pub fn all_found<R>(&self, contest: &Contest, lines: &Lines<R>) -> Result<(), ReadError> {
        let found = contest.ballots.total() + BigInt::from(contest.apart.blank);
        if found == self.ballots {
            return Ok(());
        }
        let expected = format!("{} ballots, as line {} says", self.ballots, self.line);
        Err(ReadError::new(lines.last(), 1, expected, &found.to_string()))
    }
}

/// Ranked ballots, gathered.
#[derive(Default)]
pub(super) struct RankedPile {
    rankings: Rankings,
    places: Places,
    kept: usize,
    ballot: Vec<Preference>,
}

impl RankedPile {
    /// Starts a ballot.
    pub fn start(&mut self) {
        self.ballot.clear();
    }

    /// The next candidate of the ballot that was started: below the one before, or equal to it.
    pub fn rank(&mut self, candidate: Candidate, equal: bool) -> Result<(), BallotError> {
        self.ballot.push(Preference::new(candidate, equal && !self.ballot.is_empty())?);
        Ok(())
    }

    /// Whether nobody is on the ballot that was started.
    pub fn is_blank(&self) -> bool {
        self.ballot.is_empty()
    }

    /// Ends the ballot: so many papers are equal to it.
    pub fn end(&mut self, weight: Ratio<u64>) -> Result<(), BallotError> {
        sort_ranks(&mut self.ballot)?;
        let (known, hash) = self.places.look(&self.ballot);
        match known.filter(|at| self.rankings.get(*at).preferences == self.ballot.as_slice()) {
            Some(at) => self.rankings.add(at, weight),
            None => {
                self.kept += self.ballot.len();
                if self.rankings.len() >= GROUPS_MAX || self.kept > PREFERENCES_MAX {
                    return Err(BallotError::Size);
                }
                self.rankings.push(weight, &self.ballot)?;
                self.places.note(hash, self.rankings.len() - 1);
                Ok(())
            }
        }
    }

    pub fn finish(mut self) -> Ballots {
        self.rankings.reduce_weights();
        Ballots::Ranked(self.rankings)
    }
}

/// Equal candidates in the order of their numbers, so that `{1,2}` and `{2,1}` are the same ballot.
fn sort_ranks(ballot: &mut [Preference]) -> Result<(), BallotError> {
    if !ballot.iter().any(|preference| preference.equal_to_previous()) {
        return Ok(());
    }
    for rank in ballot.chunk_by_mut(|_, next| next.equal_to_previous()) {
        rank.sort_by_key(|preference| preference.candidate());
        for (place, preference) in rank.iter_mut().enumerate() {
            *preference = Preference::new(preference.candidate(), place > 0)?;
        }
    }
    Ok(())
}

/// Marked ballots, gathered.
#[derive(Default)]
pub(super) struct MarkedPile {
    markings: Markings,
    places: Places,
    kept: usize,
}

impl MarkedPile {
    /// Adds so many papers with these marks.
    pub fn add(&mut self, weight: Ratio<u64>, marks: &mut [Mark]) -> Result<(), BallotError> {
        marks.sort_unstable();
        let (known, hash) = self.places.look(&*marks);
        match known.filter(|at| self.markings.get(*at).marks == marks) {
            Some(at) => self.markings.add(at, weight),
            None => {
                self.kept += marks.len();
                if self.markings.len() >= GROUPS_MAX || self.kept > MARKS_MAX {
                    return Err(BallotError::Size);
                }
                self.markings.push(weight, marks)?;
                self.places.note(hash, self.markings.len() - 1);
                Ok(())
            }
        }
    }

    pub fn finish(mut self) -> Ballots {
        self.markings.reduce_weights();
        Ballots::Marked(self.markings)
    }
}

/// Who was named on the ballot that is being read, to find a second naming without clearing a list for each ballot.
#[derive(Default)]
pub(super) struct Named {
    ballot: u64,
    last: Vec<u64>,
}

impl Named {
    /// Starts the next ballot.
    pub fn start(&mut self) {
        self.ballot += 1;
    }

    /// Notes a candidate; false if this ballot named them before.
    pub fn first_time(&mut self, candidate: Candidate) -> bool {
        if self.last.len() <= candidate {
            self.last.resize(candidate + 1, 0);
        }
        let before = std::mem::replace(&mut self.last[candidate], self.ballot);
        before != self.ballot
    }
}
