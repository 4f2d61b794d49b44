//! Counting: what the ballots of a contest decide, exactly, and told round by round.
//!
//! The crate is pure: no file, no clock, no database, nothing of the program that it counts for. Integers, fixed decimals and
//! fractions only, never a float; nothing depends on the order of ballots, of equal candidates or of a hash. Each step of a
//! rule is one function that names its place in the rule. A tie that matters is looked back upon where the rule says so, then
//! drawn by a lot that anybody can replay, and without a seed it stays a tie. README.md says it to auditors.

pub mod budget;
pub mod condorcet;
pub mod contest;
pub mod directions;
pub mod levels;
pub mod lot;
pub mod number;
pub mod outcome;
pub mod readers;
pub mod sheet;
pub mod simple;
pub mod star;
pub mod stv;
pub mod telling;
#[cfg(test)]
mod tests;
pub mod ties;

pub use contest::{Ballots, Candidate, Contest};
pub use directions::Directions;
/// The exact numbers of which contests, rules and figures are made.
pub use num_rational::{BigRational, Ratio};
pub use outcome::{Figure, Outcome};

/// The examples of README.md are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The ways to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Method {
    Majority,
    Plurality,
    Approval,
    Score,
    Dots,
    Star,
    Times,
    Consent,
    Irv,
    StvScottish,
    StvMeek,
    Schulze,
    RankedPairs,
    Debian,
    Greedy,
    GreedyNoSkip,
    EqualShares,
}

impl Method {
    pub const ALL: [Self; 17] = [
        Self::Majority,
        Self::Plurality,
        Self::Approval,
        Self::Score,
        Self::Dots,
        Self::Star,
        Self::Times,
        Self::Consent,
        Self::Irv,
        Self::StvScottish,
        Self::StvMeek,
        Self::Schulze,
        Self::RankedPairs,
        Self::Debian,
        Self::Greedy,
        Self::GreedyNoSkip,
        Self::EqualShares,
    ];

    /// The name on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Majority => "majority",
            Self::Plurality => "plurality",
            Self::Approval => "approval",
            Self::Score => "score",
            Self::Dots => "dots",
            Self::Star => "star",
            Self::Times => "times",
            Self::Consent => "consent",
            Self::Irv => "irv",
            Self::StvScottish => "stv-scottish",
            Self::StvMeek => "stv-meek",
            Self::Schulze => "schulze",
            Self::RankedPairs => "ranked-pairs",
            Self::Debian => "debian",
            Self::Greedy => "greedy",
            Self::GreedyNoSkip => "greedy-no-skip",
            Self::EqualShares => "equal-shares",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// How ties that matter are broken, after the looking back that some rules have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Ties {
    /// They stay ties: the count says so and stops where it cannot go on.
    #[default]
    None,
    /// By lot with a published seed.
    Lot { seed: String },
    /// The first on the ballot; only to compare with reference counts.
    BallotOrder,
}

/// What a count needs to know beyond the contest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Seats instead of those of the contest.
    pub seats: Option<usize>,
    pub ties: Ties,
    /// The rule of a proposal; more than half of the votes for and against without one.
    pub proposal: simple::ProposalRule,
}

/// Why a contest cannot be counted by a method.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    #[error("{} needs {needed}", .method.name())]
    Needs { method: Method, needed: &'static str },
}

/// Counts the ballots of a contest.
///
/// # Errors
/// When the contest does not have what the method needs.
pub fn count(contest: &Contest, method: Method, settings: &Settings) -> Result<Outcome, CountError> {
    match method {
        Method::Majority
        | Method::Consent
        | Method::Plurality
        | Method::Approval
        | Method::Score
        | Method::Dots
        | Method::Times => simple::count(contest, method, settings),
        Method::Star => star::count(contest, settings),
        Method::Irv | Method::StvScottish | Method::StvMeek => stv::count(contest, method, settings),
        Method::Schulze | Method::RankedPairs | Method::Debian => condorcet::count(contest, method, settings),
        Method::Greedy | Method::GreedyNoSkip | Method::EqualShares => budget::count(contest, method, settings),
    }
}
