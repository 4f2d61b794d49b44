//! The count sheet as JSON. Decimals are strings, whole numbers are numbers; candidates are names as in the file, and `votes`
//! has one figure a candidate in the order of `candidates`.

mod proposal;

use serde::{Serialize, Serializer};

use crate::contest::Candidate;
use proposal::ProposalSheet;

use crate::outcome::{
    Action, Broken, Detail, Dropped, Figure, Funding, MeekEnd, Outcome, Over, Pairwise, Round, Tie, Transfer,
};

/// The outcome as one JSON object, on several lines.
///
/// # Errors
/// None that a count can cause.
pub fn json(outcome: &Outcome) -> serde_json::Result<String> {
    Ok(escaped(serde_json::to_string_pretty(&Sheet::of(outcome))?))
}

/// JSON allows some control characters of terminals in texts as they are: those are escaped too.
fn escaped(json: String) -> String {
    let raw = |c: &char| ('\u{7f}'..='\u{9f}').contains(c);
    if !json.chars().any(|c| raw(&c)) {
        return json;
    }
    json.chars().map(|c| if raw(&c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }).collect()
}

/// A figure: a JSON number when it is whole, else a string.
struct Number<'a>(&'a Figure);

impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0.as_whole() {
            Some(whole) => to.serialize_i64(whole),
            None => to.collect_str(self.0),
        }
    }
}

fn numbers(figures: &[Figure]) -> Vec<Number<'_>> {
    figures.iter().map(Number).collect()
}

fn table(rows: &[Vec<Figure>]) -> Vec<Vec<Number<'_>>> {
    rows.iter().map(|row| numbers(row)).collect()
}

fn names<'a>(outcome: &'a Outcome, candidates: &[Candidate]) -> Vec<&'a str> {
    candidates.iter().map(|candidate| outcome.candidates[*candidate].as_str()).collect()
}

#[derive(Serialize)]
struct Sheet<'a> {
    method: &'static str,
    title: &'a str,
    candidates: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    withdrawn: Vec<&'a str>,
    seats: usize,
    valid: Number<'a>,
    blank: u64,
    invalid: u64,
    abstentions: u64,
    quota: Option<Number<'a>>,
    rounds: Vec<RoundSheet<'a>>,
    elected: Vec<&'a str>,
    elected_numbers: Vec<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ranking: Option<Vec<Vec<&'a str>>>,
    tied: bool,
    ties: Vec<TieSheet<'a>>,
    #[serde(flatten)]
    detail: DetailSheet<'a>,
}

impl<'a> Sheet<'a> {
    fn of(outcome: &'a Outcome) -> Self {
        let ranking = outcome.ranking.as_ref();
        Self {
            method: outcome.method.name(),
            title: &outcome.title,
            candidates: &outcome.candidates,
            withdrawn: names(outcome, &outcome.withdrawn),
            seats: outcome.seats,
            valid: Number(&outcome.valid),
            blank: outcome.blank,
            invalid: outcome.invalid,
            abstentions: outcome.abstentions,
            quota: outcome.quota.as_ref().map(Number),
            rounds: (1..).zip(&outcome.rounds).map(|(number, round)| RoundSheet::of(outcome, number, round)).collect(),
            elected: names(outcome, &outcome.elected),
            elected_numbers: outcome.elected.iter().map(|candidate| candidate + 1).collect(),
            ranking: ranking.map(|ranks| ranks.iter().map(|rank| names(outcome, rank)).collect()),
            tied: outcome.is_tied(),
            ties: outcome.ties.iter().map(|tie| TieSheet::of(outcome, tie)).collect(),
            detail: DetailSheet::of(outcome),
        }
    }
}

#[derive(Serialize)]
struct RoundSheet<'a> {
    round: usize,
    action: String,
    votes: Vec<Number<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quota: Option<Number<'a>>,
    elected: Vec<&'a str>,
    excluded: Vec<&'a str>,
    transferred: Option<TransferSheet<'a>>,
    non_transferable: Number<'a>,
    exhausted: Number<'a>,
    #[serde(flatten)]
    meek: Option<MeekSheet<'a>>,
}

impl<'a> RoundSheet<'a> {
    fn of(outcome: &'a Outcome, number: usize, round: &'a Round) -> Self {
        Self {
            round: number,
            action: action(outcome, round.action),
            votes: numbers(&round.votes),
            quota: round.quota.as_ref().map(Number),
            elected: names(outcome, &round.elected),
            excluded: names(outcome, &round.excluded),
            transferred: round.transfer.as_ref().map(|transfer| TransferSheet::of(outcome, transfer)),
            non_transferable: Number(&round.non_transferable),
            exhausted: Number(&round.exhausted),
            meek: round.meek.as_ref().map(|meek| MeekSheet {
                iterations: meek.iterations,
                ended_by: match meek.ended_by {
                    MeekEnd::Elected => "elected",
                    MeekEnd::Omega => "omega",
                    MeekEnd::Stable => "stable",
                },
                total_surplus: Number(&meek.total_surplus),
                keep_factors: numbers(&meek.keep),
            }),
        }
    }
}

fn action(outcome: &Outcome, action: Action) -> String {
    match action {
        Action::First if outcome.rounds.len() > 1 || outcome.quota.is_some() => "first preferences".into(),
        Action::First => "count".into(),
        Action::Surplus(candidate) => format!("transfer surplus of candidate {}", candidate + 1),
        Action::Exclusion(candidate) => format!("exclude candidate {}", candidate + 1),
        Action::Shares => "share votes anew".into(),
        Action::Runoff => "runoff".into(),
        Action::Project(project) => format!("consider project {}", outcome.candidates[project]),
    }
}

#[derive(Serialize)]
struct MeekSheet<'a> {
    iterations: u32,
    ended_by: &'static str,
    total_surplus: Number<'a>,
    keep_factors: Vec<Number<'a>>,
}

#[derive(Serialize)]
struct TransferSheet<'a> {
    from: &'a str,
    votes: Number<'a>,
    papers: Number<'a>,
    to: Vec<ShareSheet<'a>>,
    non_transferable: Number<'a>,
    lost: Number<'a>,
}

#[derive(Serialize)]
struct ShareSheet<'a> {
    candidate: &'a str,
    votes: Number<'a>,
}

impl<'a> TransferSheet<'a> {
    fn of(outcome: &'a Outcome, transfer: &'a Transfer) -> Self {
        let share = |(candidate, votes): &'a (Candidate, Figure)| ShareSheet {
            candidate: &outcome.candidates[*candidate],
            votes: Number(votes),
        };
        Self {
            from: &outcome.candidates[transfer.from],
            votes: Number(&transfer.votes),
            papers: Number(&transfer.papers),
            to: transfer.to.iter().map(share).collect(),
            non_transferable: Number(&transfer.non_transferable),
            lost: Number(&transfer.lost),
        }
    }
}

#[derive(Serialize)]
struct TieSheet<'a> {
    round: usize,
    over: &'static str,
    between: Vec<&'a str>,
    chosen: Vec<&'a str>,
    broken_by: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stages: Option<&'a [usize]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    draws: Option<Vec<DrawSheet<'a>>>,
}

#[derive(Serialize)]
struct DrawSheet<'a> {
    candidate: &'a str,
    sha256: &'a str,
}

impl<'a> TieSheet<'a> {
    fn of(outcome: &'a Outcome, tie: &'a Tie) -> Self {
        let over = match tie.over {
            Over::Election => "election",
            Over::Exclusion => "exclusion",
            Over::Surplus => "surplus",
            Over::Order => "order",
        };
        let (between, chosen) = (names(outcome, &tie.between), names(outcome, &tie.chosen));
        let round = tie.round;
        let plain =
            Self { round, over, between, chosen, broken_by: "tie", stages: None, rule: None, seed: None, draws: None };
        match &tie.broken {
            Broken::LookBack { stages } => Self { broken_by: "look-back", stages: Some(stages), ..plain },
            Broken::Lot { seed, draws } => {
                let draw = |(candidate, sha256): &'a (Candidate, String)| DrawSheet {
                    candidate: &outcome.candidates[*candidate],
                    sha256,
                };
                let draws = Some(draws.iter().map(draw).collect());
                Self { broken_by: "lot", seed: Some(seed), draws, ..plain }
            }
            Broken::BallotOrder => Self { broken_by: "ballot order", ..plain },
            Broken::Rule(rule) => Self { broken_by: "rule", rule: Some(rule.word()), ..plain },
            Broken::Immaterial => Self { broken_by: "immaterial", ..plain },
            Broken::Not => plain,
            Broken::TooManyWays => Self { broken_by: "tie, too many ways to try", ..plain },
        }
    }
}

#[derive(Serialize, Default)]
struct DetailSheet<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pairwise: Option<Vec<Vec<Number<'a>>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    strengths: Option<Vec<Vec<Number<'a>>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    defeats: Option<Vec<DefeatSheet<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    order_open: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dropped: Option<Vec<DroppedSheet<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    funding: Option<FundingSheet<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposal: Option<ProposalSheet<'a>>,
    /// Who said yes without reserve to each time.
    #[serde(skip_serializing_if = "Option::is_none")]
    yes: Option<Vec<Number<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    runoff: Vec<&'a str>,
}

impl<'a> DetailSheet<'a> {
    fn of(outcome: &'a Outcome) -> Self {
        match &outcome.detail {
            Detail::None => Self::default(),
            Detail::Times(yes) => Self { yes: Some(yes.iter().map(Number).collect()), ..Self::default() },
            Detail::Runoff(finalists) => Self {
                runoff: finalists.iter().map(|finalist| outcome.candidates[*finalist].as_str()).collect(),
                ..Self::default()
            },
            Detail::Pairwise(pairwise) => Self::of_pairs(outcome, pairwise),
            Detail::Funding(funding) => Self { funding: Some(FundingSheet::of(outcome, funding)), ..Self::default() },
            Detail::Proposal(proposal) => {
                Self { proposal: Some(ProposalSheet::of(outcome, proposal)), ..Self::default() }
            }
        }
    }

    fn of_pairs(outcome: &'a Outcome, pairwise: &'a Pairwise) -> Self {
        let defeats = pairwise.defeats.iter().map(|defeat| DefeatSheet {
            winner: &outcome.candidates[defeat.winner],
            loser: &outcome.candidates[defeat.loser],
            kept: defeat.kept,
        });
        let dropped = pairwise.dropped.iter().map(|(option, why)| DroppedSheet {
            option: &outcome.candidates[*option],
            by: match why {
                Dropped::Quorum => "quorum",
                Dropped::Majority => "majority",
            },
        });
        Self {
            pairwise: Some(table(&pairwise.votes)),
            strengths: pairwise.strengths.as_ref().map(|strengths| table(strengths)),
            defeats: Some(defeats.collect()),
            order_open: names(outcome, &pairwise.open),
            dropped: Some(dropped.collect()),
            ..Self::default()
        }
    }
}

#[derive(Serialize)]
struct DefeatSheet<'a> {
    winner: &'a str,
    loser: &'a str,
    kept: Option<bool>,
}

#[derive(Serialize)]
struct DroppedSheet<'a> {
    option: &'a str,
    by: &'static str,
}

#[derive(Serialize)]
struct FundingSheet<'a> {
    budget: Number<'a>,
    spent: Number<'a>,
    votes: Vec<Number<'a>>,
    costs: Vec<Number<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    increments: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<BaseSheet<'a>>,
}

#[derive(Serialize)]
struct BaseSheet<'a> {
    funded: Vec<&'a str>,
    cost: Number<'a>,
}

impl<'a> FundingSheet<'a> {
    fn of(outcome: &'a Outcome, funding: &'a Funding) -> Self {
        let base = funding
            .base
            .as_ref()
            .map(|(funded, cost)| BaseSheet { funded: names(outcome, funded), cost: Number(cost) });
        Self {
            budget: Number(&funding.budget),
            spent: Number(&funding.spent),
            votes: numbers(&funding.votes),
            costs: numbers(&funding.costs),
            increments: funding.increments,
            base,
        }
    }
}
