//! A contest before it is counted: candidates (options, projects), seats or budget, and the ballots as they were cast.
//!
//! Ballots are kept compactly, one line a group of equal ballots: two bytes a preference. Candidates are numbered from 0 here
//! and from 1 wherever people read them. Weights are whole numbers of one common unit, so that sums are exact.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_rational::{BigRational, Ratio};

use crate::directions::Directions;

/// A candidate, option or project by its place in [`Contest::candidates`].
pub type Candidate = usize;

/// The most candidates of a contest.
pub const CANDIDATES_MAX: usize = 0x7fff;

/// The most units of weight of a contest: products with nine decimals stay far inside 128 bits.
pub const WEIGHT_MAX: u64 = 1_000_000_000_000_000;

/// What is decided, and the ballots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contest {
    pub title: String,
    /// Seats to fill; 1 where a file has no such notion.
    pub seats: usize,
    /// Names as in the file, in its order.
    pub candidates: Vec<String>,
    pub ballots: Ballots,
    /// What was cast and is no ballot that could count.
    pub apart: Apart,
    /// The budget and the costs, where projects are funded.
    pub budget: Option<Budget>,
    /// The default option and its rules, where the contest has one.
    pub default_option: Option<DefaultOption>,
    /// Candidates who stand no more: never elected, no paper counts for them.
    pub withdrawn: Vec<Candidate>,
    /// How it is counted, where whoever made the contest says so.
    pub directions: Option<Directions>,
}

/// Papers that are counted apart, in whole papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Apart {
    /// Cast with nothing on them.
    pub blank: u64,
    /// Cast with something on them that has no meaning.
    pub invalid: u64,
    /// Declared abstentions.
    pub abstentions: u64,
}

/// Money to spend and what each project costs, in the same currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    pub total: BigRational,
    /// One cost a candidate, in the order of [`Contest::candidates`].
    pub costs: Vec<BigRational>,
    /// What the projects are called, in the same order: the candidates are their numbers. Empty if there is no more to say.
    pub names: Vec<String>,
    /// The currency as the file names it, if it does.
    pub currency: Option<String>,
}

/// The option that stands for "none of these" and what others need against it (Debian constitution, A.6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefaultOption {
    pub option: Candidate,
    /// Votes over the default option that an option needs.
    pub quorum: BigRational,
    /// The majority N that each option needs, as numerator and denominator: V(a,D) > N × V(D,a).
    pub majorities: Vec<(u64, u64)>,
}

/// The ballots of a contest: all ranked, or all marked with points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ballots {
    Ranked(Rankings),
    /// Points for candidates; an approval is a mark of one point.
    Marked(Markings),
}

impl Default for Ballots {
    fn default() -> Self {
        Self::Ranked(Rankings::default())
    }
}

impl Ballots {
    /// What the ballots weigh together.
    pub fn total(&self) -> BigRational {
        self.weights().total()
    }

    /// The weights of all groups.
    pub fn weights(&self) -> &Weights {
        match self {
            Self::Ranked(rankings) => &rankings.weights,
            Self::Marked(markings) => &markings.weights,
        }
    }

    /// How many groups of equal ballots are kept.
    pub fn groups(&self) -> usize {
        match self {
            Self::Ranked(rankings) => rankings.len(),
            Self::Marked(markings) => markings.len(),
        }
    }
}

/// Why a ballot cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BallotError {
    #[error("more than {CANDIDATES_MAX} candidates")]
    Candidates,
    #[error("weights that are too large, or too many different fractions")]
    Weight,
    #[error("more preferences than this program keeps")]
    Size,
}

/// The weights of all groups, as whole numbers of 1 ÷ `denominator`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights {
    units: Vec<u64>,
    denominator: u64,
    sum: u64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { units: Vec::new(), denominator: 1, sum: 0 }
    }
}

impl Weights {
    /// Adds one group.
    fn push(&mut self, weight: Ratio<u64>) -> Result<(), BallotError> {
        let units = self.counted(weight)?;
        self.units.push(units);
        Ok(())
    }

    /// Adds ballots to a group that is there.
    fn add(&mut self, at: usize, weight: Ratio<u64>) -> Result<(), BallotError> {
        let units = self.counted(weight)?;
        self.units[at] += units; // at most the sum
        Ok(())
    }

    /// A weight in units, added to the sum. Existing weights are expressed anew when the fraction is a finer one.
    fn counted(&mut self, weight: Ratio<u64>) -> Result<u64, BallotError> {
        if !self.denominator.is_multiple_of(*weight.denom()) {
            let factor = weight.denom() / self.denominator.gcd(weight.denom());
            self.scale(factor)?;
        }
        let units = weight.numer().checked_mul(self.denominator / weight.denom()).ok_or(BallotError::Weight)?;
        self.sum = bounded(self.sum.checked_add(units))?;
        Ok(units)
    }

    fn scale(&mut self, factor: u64) -> Result<(), BallotError> {
        self.sum = bounded(self.sum.checked_mul(factor))?;
        self.denominator = bounded(self.denominator.checked_mul(factor))?;
        for units in &mut self.units {
            *units *= factor; // each is at most the sum
        }
        Ok(())
    }

    /// The same weights with the smallest denominator, so that a third and two thirds are one whole.
    fn reduce(&mut self) {
        let common = self.units.iter().fold(self.denominator, |common, units| common.gcd(units));
        if common > 1 {
            self.denominator /= common;
            self.sum /= common;
            self.units.iter_mut().for_each(|units| *units /= common);
        }
    }

    /// Units that make one whole vote.
    pub fn denominator(&self) -> u64 {
        self.denominator
    }

    /// The units of all groups, in order.
    pub fn units(&self) -> &[u64] {
        &self.units
    }

    /// The sum of all units.
    pub fn sum(&self) -> u64 {
        self.sum
    }

    /// The sum of all weights.
    pub fn total(&self) -> BigRational {
        BigRational::new(BigInt::from(self.sum), BigInt::from(self.denominator))
    }
}

fn bounded(value: Option<u64>) -> Result<u64, BallotError> {
    value.filter(|value| *value <= WEIGHT_MAX).ok_or(BallotError::Weight)
}

/// One preference: the candidate, and whether the rank is the same as that of the preference before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Preference(u16);

const EQUAL: u16 = 0x8000;

impl Preference {
    /// `candidate` must be below [`CANDIDATES_MAX`].
    pub fn new(candidate: Candidate, equal_to_previous: bool) -> Result<Self, BallotError> {
        let number = u16::try_from(candidate).ok().filter(|number| *number < EQUAL).ok_or(BallotError::Candidates)?;
        Ok(Self(if equal_to_previous { number | EQUAL } else { number }))
    }

    pub fn candidate(self) -> Candidate {
        usize::from(self.0 & !EQUAL)
    }

    pub fn equal_to_previous(self) -> bool {
        self.0 & EQUAL != 0
    }
}

/// A group of equal ranked ballots. Candidates not named are unranked.
#[derive(Debug, Clone, Copy)]
pub struct Ranking<'a> {
    /// Units of weight, see [`Weights`].
    pub units: u64,
    pub preferences: &'a [Preference],
}

impl<'a> Ranking<'a> {
    /// The ranks from the best down; more than one candidate in a rank are equal.
    pub fn ranks(self) -> impl Iterator<Item = &'a [Preference]> {
        self.preferences.chunk_by(|_, next| next.equal_to_previous())
    }
}

/// Ranked ballots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rankings {
    weights: Weights,
    ends: Vec<u32>,
    preferences: Vec<Preference>,
}

impl Rankings {
    /// Adds a group of equal ballots; `preferences` from the best down, each candidate at most once.
    /// A group of blank ballots is not for here: see [`Apart`].
    pub fn push(&mut self, weight: Ratio<u64>, preferences: &[Preference]) -> Result<(), BallotError> {
        let end = u32::try_from(self.preferences.len() + preferences.len()).map_err(|_| BallotError::Size)?;
        self.weights.push(weight)?;
        self.preferences.extend_from_slice(preferences);
        self.ends.push(end);
        Ok(())
    }

    /// The same from ranks, for readers and tests.
    pub fn push_ranks(&mut self, weight: Ratio<u64>, ranks: &[Vec<Candidate>]) -> Result<(), BallotError> {
        let mut preferences = Vec::new();
        for rank in ranks {
            for (place, candidate) in rank.iter().enumerate() {
                preferences.push(Preference::new(*candidate, place > 0)?);
            }
        }
        self.push(weight, &preferences)
    }

    /// Adds equal ballots to the group at a place below [`Rankings::len`].
    pub fn add(&mut self, at: usize, weight: Ratio<u64>) -> Result<(), BallotError> {
        self.weights.add(at, weight)
    }

    /// Expresses the weights with the smallest denominator.
    pub fn reduce_weights(&mut self) {
        self.weights.reduce();
    }

    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = Ranking<'_>> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// The group at a place below [`Rankings::len`].
    pub fn get(&self, at: usize) -> Ranking<'_> {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        Ranking { units: self.weights.units[at], preferences: &self.preferences[start..self.ends[at] as usize] }
    }

    /// Whether any ballot ranks two candidates as equal.
    pub fn has_equal_ranks(&self) -> bool {
        self.preferences.iter().any(|preference| preference.equal_to_previous())
    }
}

/// Points for one candidate, in millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    pub candidate: Candidate,
    /// Millionths of a point, so that decimals are exact; may be negative.
    pub millionths: i64,
}

/// Millionths in one point.
pub const POINT: i64 = 1_000_000;

/// A group of equal marked ballots. Candidates not named have no mark.
#[derive(Debug, Clone, Copy)]
pub struct Marking<'a> {
    /// Units of weight, see [`Weights`].
    pub units: u64,
    pub marks: &'a [Mark],
}

/// Ballots with points.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markings {
    weights: Weights,
    ends: Vec<u32>,
    marks: Vec<Mark>,
}

impl Markings {
    /// Adds a group of equal ballots, each candidate at most once.
    pub fn push(&mut self, weight: Ratio<u64>, marks: &[Mark]) -> Result<(), BallotError> {
        let end = u32::try_from(self.marks.len() + marks.len()).map_err(|_| BallotError::Size)?;
        if marks.iter().any(|mark| mark.candidate >= CANDIDATES_MAX) {
            return Err(BallotError::Candidates);
        }
        self.weights.push(weight)?;
        self.marks.extend_from_slice(marks);
        self.ends.push(end);
        Ok(())
    }

    /// Adds equal ballots to the group at a place below [`Markings::len`].
    pub fn add(&mut self, at: usize, weight: Ratio<u64>) -> Result<(), BallotError> {
        self.weights.add(at, weight)
    }

    /// Expresses the weights with the smallest denominator.
    pub fn reduce_weights(&mut self) {
        self.weights.reduce();
    }

    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = Marking<'_>> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// The group at a place below [`Markings::len`].
    pub fn get(&self, at: usize) -> Marking<'_> {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        Marking { units: self.weights.units[at], marks: &self.marks[start..self.ends[at] as usize] }
    }
}
