//! What a count found, in one shape for all methods: rounds, who is elected in which order, every tie and how it was broken,
//! and what a pairwise method, a budget or a proposal shows beyond that.
//!
//! Figures are exact. Candidates are places in [`Outcome::candidates`].

mod exact;

use std::fmt;

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_rational::BigRational;
use num_traits::{One as _, Signed as _};

use serde::{Deserialize, Serialize};

use super::Method;
use super::contest::Candidate;
use super::simple::proposal::Bound;

/// An exact number and the decimals with which its rule writes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Figure {
    #[serde(with = "exact")]
    pub value: BigRational,
    /// Decimals to show. A value with more is shown with as many as it has, or as a fraction.
    pub places: u8,
}

impl Figure {
    /// A whole number.
    pub fn whole(value: impl Into<BigInt>) -> Self {
        Self { value: BigRational::from_integer(value.into()), places: 0 }
    }

    /// `units` of 10^-`places`.
    pub fn fixed(units: impl Into<BigInt>, places: u8) -> Self {
        Self { value: BigRational::new(units.into(), ten_to(places.into())), places }
    }

    /// A number that is shown with as few decimals as it needs.
    pub fn exact(value: BigRational) -> Self {
        Self { value, places: 0 }
    }

    pub fn zero() -> Self {
        Self::whole(0)
    }

    /// The number, if it is a whole one and written without decimals.
    pub fn as_whole(&self) -> Option<i64> {
        let whole = self.places == 0 && self.value.is_integer();
        whole.then(|| i64::try_from(self.value.to_integer()).ok()).flatten()
    }
}

fn ten_to(places: u32) -> BigInt {
    BigInt::from(10).pow(places)
}

/// The decimals that a denominator needs, if it divides a power of ten.
fn decimals_of(denominator: &BigInt) -> Option<u32> {
    let (mut rest, mut twos, mut fives) = (denominator.clone(), 0, 0);
    while rest.is_even() {
        rest /= 2;
        twos += 1;
    }
    let five = BigInt::from(5);
    while rest.is_multiple_of(&five) {
        rest /= &five;
        fives += 1;
    }
    rest.is_one().then_some(twos.max(fives))
}

/// `1254`, `299.00000`, `0.5`; a value that no decimals express is a fraction, `1/3`.
impl fmt::Display for Figure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(needed) = decimals_of(self.value.denom()).filter(|needed| *needed <= 30) else {
            return out.pad(&format!("{}/{}", self.value.numer(), self.value.denom()));
        };
        let places = needed.max(self.places.into());
        let units = (&self.value * ten_to(places)).to_integer();
        let sign = if units.is_negative() { "-" } else { "" };
        let (whole, part) = units.abs().div_rem(&ten_to(places));
        let text = match places {
            0 => format!("{sign}{whole}"),
            _ => format!("{sign}{whole}.{:0>width$}", part.to_string(), width = places as usize),
        };
        out.pad(&text)
    }
}

/// The result of a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub method: Method,
    pub title: String,
    pub candidates: Vec<String>,
    /// Those of them who stand no more.
    pub withdrawn: Vec<Candidate>,
    pub seats: usize,
    /// What the valid ballots weigh.
    pub valid: Figure,
    /// Papers without meaning for the count, apart from the valid ones.
    pub blank: u64,
    pub invalid: u64,
    pub abstentions: u64,
    /// Votes that elect, where the method has such a number (the last one, where it moves).
    pub quota: Option<Figure>,
    pub rounds: Vec<Round>,
    /// In order of election, or from the best down.
    pub elected: Vec<Candidate>,
    /// The order from the best down, equal ones together, where the method makes one: whole, but for those whose order a tie
    /// leaves open ([`Pairwise::open`]).
    pub ranking: Option<Vec<Vec<Candidate>>>,
    pub ties: Vec<Tie>,
    pub detail: Detail,
}

impl Outcome {
    /// A candidate as people know them: a project with number and name.
    pub fn shown(&self, candidate: Candidate) -> String {
        let name = match &self.detail {
            Detail::Funding(funding) => funding.names.get(candidate).filter(|name| !name.is_empty()),
            _ => None,
        };
        match name {
            Some(name) => format!("{} {name}", self.candidates[candidate]),
            None => self.candidates[candidate].clone(),
        }
    }

    /// Whether a tie that matters was left open: the elected are then those who are certain.
    pub fn is_tied(&self) -> bool {
        self.ties.iter().any(|tie| matches!(tie.broken, Broken::Not | Broken::TooManyWays))
    }
}

/// One stage or round of a count. Methods that add up once have one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Round {
    pub action: Action,
    /// One figure a candidate, at the end of the round.
    pub votes: Vec<Figure>,
    /// The quota of the round, where there is one.
    pub quota: Option<Figure>,
    /// Elected at the end of the round (or funded in it), in order.
    pub elected: Vec<Candidate>,
    /// Excluded in the round (or refused in it).
    pub excluded: Vec<Candidate>,
    /// What went from whom to whom in the round.
    pub transfer: Option<Transfer>,
    /// Votes that are with nobody at the end of the round, what was cut off included.
    pub non_transferable: Figure,
    /// Of these: ballots that name nobody else who could receive them.
    pub exhausted: Figure,
    /// Only for Meek.
    pub meek: Option<MeekRound>,
}

impl Default for Figure {
    fn default() -> Self {
        Self::zero()
    }
}

/// What was done to come to a round's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Action {
    /// The first preferences, or the only count of a method without rounds.
    #[default]
    First,
    /// The surplus of one candidate was transferred.
    Surplus(Candidate),
    /// One candidate was excluded and the papers passed on.
    Exclusion(Candidate),
    /// The votes were shared anew with the keep factors (Meek).
    Shares,
    /// A project was considered.
    Project(Candidate),
    /// The two with the most points were compared (STAR).
    Runoff,
}

/// How the papers of one candidate went on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    pub from: Candidate,
    /// What was to be transferred: the surplus, or all votes of the excluded.
    pub votes: Figure,
    /// Ballot papers that were looked at.
    pub papers: Figure,
    /// What each continuing candidate received.
    pub to: Vec<(Candidate, Figure)>,
    /// What went to nobody in this round, because a paper names nobody else.
    pub non_transferable: Figure,
    /// What was lost in cutting decimals.
    pub lost: Figure,
}

/// What a round by Meek's method shows beyond others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeekRound {
    pub iterations: u32,
    pub ended_by: MeekEnd,
    /// Keep factors with which the votes of the round were shared, one a candidate; zero for the excluded.
    pub keep: Vec<Figure>,
    pub total_surplus: Figure,
}

/// Why the iterations of a round ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeekEnd {
    /// Somebody reached the quota.
    Elected,
    /// The total surplus fell below a millionth.
    Omega,
    /// The total surplus fell no more.
    Stable,
}

/// Candidates whom the figures do not tell apart, where that matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Number of the round, from 1, in which it mattered.
    pub round: usize,
    pub over: Over,
    /// All who were tied.
    pub between: Vec<Candidate>,
    /// Whom it fell on; empty when it was not broken.
    pub chosen: Vec<Candidate>,
    pub broken: Broken,
}

/// What a tie was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Over {
    /// Who is elected, funded or first.
    Election,
    /// Who is excluded.
    Exclusion,
    /// Whose surplus goes first.
    Surplus,
    /// Which of several things comes first (a pair, a project).
    Order,
}

/// How a tie was broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Broken {
    /// By the votes at an earlier stage, the last one of these.
    LookBack { stages: Vec<usize> },
    /// By lot: the published seed, and the draw of each candidate, lowest first.
    Lot { seed: String, draws: Vec<(Candidate, String)> },
    /// By the order on the ballot; only to compare with reference counts.
    BallotOrder,
    /// By a rule of the method.
    Rule(Rule),
    /// Not at all, because nothing hangs on it: whoever it falls on, the same are elected in the same order.
    Immaterial,
    /// It was not: no seed was given.
    Not,
    /// It was not, and whether anything hangs on it is not known: no seed was given, and there are too many ways to try.
    TooManyWays,
}

/// What some methods show beyond rounds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Detail {
    #[default]
    None,
    Pairwise(Pairwise),
    Funding(Box<Funding>),
    Proposal(Box<Proposal>),
    /// Who said yes without reserve to each time of a time poll.
    Times(Vec<Figure>),
    /// The two who went into the runoff (STAR).
    Runoff(Vec<Candidate>),
}

/// Each against each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Pairwise {
    /// `votes[a][b]`: ballots that rank a above b.
    pub votes: Vec<Vec<Figure>>,
    /// `strengths[a][b]`: the strength of the widest path (Schulze).
    pub strengths: Option<Vec<Vec<Figure>>>,
    /// Defeats in the order in which they were considered, and whether each was kept (ranked pairs, Debian).
    pub defeats: Vec<Defeat>,
    /// Whose order, below the ranking, hangs on a tie that was left open (ranked pairs).
    pub open: Vec<Candidate>,
    /// The option that stands for none of the others (Debian).
    pub default_option: Option<Candidate>,
    /// Options that the default option kept out, and why (Debian).
    pub dropped: Vec<(Candidate, Dropped)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defeat {
    pub winner: Candidate,
    pub loser: Candidate,
    /// `None` where it hangs on a tie that was left open.
    pub kept: Option<bool>,
}

/// Why an option is out before the comparison (Debian constitution, A.6.2 and A.6.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dropped {
    Quorum,
    Majority,
}

/// Money spent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Funding {
    pub budget: Figure,
    pub costs: Vec<Figure>,
    /// What the projects are called, where the candidates are only their numbers.
    pub names: Vec<String>,
    /// The votes of each project, by which it is chosen.
    pub votes: Vec<Figure>,
    pub spent: Figure,
    /// Units of currency that each voter was given beyond the budget to complete the selection (equal shares, add1).
    pub increments: Option<u64>,
    /// What equal shares chose before the completion, and its cost.
    pub base: Option<(Vec<Candidate>, Figure)>,
}

/// The sums of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Proposal {
    /// The option that is judged, where there are more than two: the one with the most votes.
    pub leading: Option<Candidate>,
    pub in_favour: Figure,
    pub against: Figure,
    pub abstentions: Figure,
    /// What the majority is taken of.
    pub base: Figure,
    /// What must be reached ("at least") or passed ("more than").
    pub threshold: Figure,
    pub more_than: bool,
    /// The fewest votes in favour that do so, never none: what `in_favour` is compared with.
    pub fewest: Figure,
    pub majority_reached: bool,
    /// Needed and present, where there is a quorum.
    pub quorum: Option<(Figure, Figure)>,
    pub quorum_reached: bool,
    /// Thresholds besides, in the order of the rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Threshold>,
    pub adopted: bool,
}

/// An option and a threshold of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold {
    pub option: Candidate,
    pub bound: Bound,
    pub needed: Figure,
    pub have: Figure,
    pub met: bool,
}

/// A rule by which a method breaks its own ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rule {
    Approvals,
    Cost,
    /// Preferred to most of the others who are tied (STAR).
    HeadToHead,
    /// The higher sum of points (STAR).
    Points,
    /// The most ballots with the highest score (STAR).
    TopScores,
}

impl Rule {
    /// Its name in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Approvals => "approvals",
            Self::Cost => "cost",
            Self::HeadToHead => "head to head",
            Self::Points => "points",
            Self::TopScores => "top scores",
        }
    }
}
