//! What a JSON contest is made of, taken up key by key, so that the ballots never stand in memory twice.

use std::collections::BTreeMap;
use std::fmt;

use num_rational::BigRational;
use num_traits::Zero as _;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::gather::CANDIDATES_MAX;
use super::json_ballots::{Kind, Number, Piles};
use super::json_directions::DirectionsDraft;
use super::rctab::Report;
use crate::contest::{Apart, Budget, Candidate, Contest, DefaultOption};

/// A contest on its way.
#[derive(Default)]
pub(super) struct Draft {
    contest: Contest,
    kind: Option<Kind>,
    ballots_seen: bool,
    default_option: Option<OptionDraft>,
    quorum: Option<BigRational>,
    majorities: BTreeMap<String, Number>,
    budget: Option<BudgetDraft>,
    directions: DirectionsDraft,
    piles: Piles,
    /// Cast vote records of RCTab, if the file is of these.
    report: Report,
    /// The file has what RCTab writes of a count.
    results_seen: bool,
}

#[derive(Deserialize)]
struct BudgetDraft {
    total: Number,
    costs: Vec<Number>,
    #[serde(default)]
    names: Vec<String>,
    currency: Option<String>,
}

/// A number (Debian), or more.
#[derive(Deserialize)]
#[serde(untagged)]
enum OptionDraft {
    Number(usize),
    Rules { option: usize, quorum: Option<Number>, majorities: Option<Vec<Number>> },
}

impl<'de> Visitor<'de> for Draft {
    type Value = Self;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a contest, an object in braces")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            self.take(&key, &mut map)?;
        }
        Ok(self)
    }
}

impl Draft {
    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "title" => self.contest.title = map.next_value()?,
            "seats" => self.contest.seats = seats(map.next_value()?)?,
            "candidates" | "options" => self.contest.candidates = map.next_value_seed(Names)?,
            "kind" => self.kind = Some(map.next_value()?),
            "withdrawn" => self.contest.withdrawn = map.next_value()?,
            "blank" => self.contest.apart.blank = map.next_value()?,
            "invalid" => self.contest.apart.invalid = map.next_value()?,
            "abstentions" => self.contest.apart.abstentions = map.next_value()?,
            "method" => self.directions.method = Some(map.next_value()?),
            "seed" => self.directions.seed = Some(map.next_value()?),
            "rule" => self.directions.rule = Some(map.next_value()?),
            "budget" => self.budget = Some(map.next_value()?),
            "default_option" => self.default_option = Some(map.next_value()?),
            "quorum" | "quorum_Q_used" => {
                let number: Number = map.next_value()?;
                self.quorum = Some(number.amount().ok_or_else(|| A::Error::custom("not a quorum, expected a number"))?);
            }
            "majority_required" => self.majorities = map.next_value()?,
            "ballots" => self.take_ballots(map)?,
            "CVR" => map.next_value_seed(&mut self.report)?,
            "Election" => self.report.elections = Some(map.next_value()?),
            "cvrFileSources" | "tabulatorVersion" => {
                let found = "a contest configuration of RCTab";
                return Err(A::Error::custom(format!(
                    "{found}, expected the cast vote records that it names: count these"
                )));
            }
            "results" => {
                map.next_value::<IgnoredAny>()?;
                self.results_seen = true;
            }
            _ => {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn take_ballots<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        if self.ballots_seen || self.contest.candidates.is_empty() {
            return Err(A::Error::custom("ballots, expected the candidates or options before them, and ballots once"));
        }
        self.ballots_seen = true;
        self.piles.candidates = self.contest.candidates.len();
        self.piles.kind = self.kind;
        map.next_value_seed(&mut self.piles)
    }

    /// The contest, or what the file lacks.
    pub fn finish(mut self) -> Result<Contest, String> {
        if self.report.records_seen && !self.ballots_seen {
            return self.report.finish();
        }
        if self.contest.candidates.is_empty() {
            let results = self.results_seen.then_some("ballots: this is the result of a count, as RCTab writes it");
            return Err(results.unwrap_or("candidates or options").to_owned());
        }
        if !self.ballots_seen {
            return Err("ballots".to_owned());
        }
        self.contest.seats = self.contest.seats.max(1);
        let candidates = self.contest.candidates.len();
        self.contest.withdrawn = numbered(&self.contest.withdrawn, candidates)?;
        self.contest.default_option = self.default_option()?;
        self.contest.budget = self.budget.map(|draft| draft.finish(candidates)).transpose()?;
        self.contest.directions = self.directions.finish(candidates)?;
        let apart: &mut Apart = &mut self.contest.apart;
        apart.blank = apart.blank.saturating_add(self.piles.blank);
        self.piles.kind = self.piles.kind.or(self.kind);
        self.contest.ballots = self.piles.finish();
        Ok(self.contest)
    }

    fn default_option(&mut self) -> Result<Option<DefaultOption>, String> {
        let names = &self.contest.candidates;
        let Some(draft) = self.default_option.take() else {
            return Ok(None);
        };
        let (number, quorum, given) = match draft {
            OptionDraft::Number(number) => (number, None, None),
            OptionDraft::Rules { option, quorum, majorities } => (option, quorum, majorities),
        };
        if !(1..=names.len()).contains(&number) {
            return Err(format!("a default option from 1 to {}", names.len()));
        }
        let quorum = quorum.map(|number| number.amount().ok_or("a number as quorum")).transpose()?;
        let majorities = match given {
            Some(given) if given.len() != names.len() => {
                return Err("a majority for each option".to_owned());
            }
            Some(given) => given.iter().map(majority_of).collect::<Result<_, _>>()?,
            None => (1..).zip(names).map(|(at, name)| self.majority(at, name)).collect::<Result<_, _>>()?,
        };
        let quorum = quorum.or(self.quorum.take()).unwrap_or_else(BigRational::zero);
        Ok(Some(DefaultOption { option: number - 1, quorum, majorities }))
    }

    /// The majority that an option needs: as the file lists it, or as its name says.
    fn majority(&self, number: usize, name: &str) -> Result<(u64, u64), String> {
        match self.majorities.get(&number.to_string()) {
            Some(listed) => majority_of(listed),
            None => Ok((majority_in_name(name).unwrap_or(1), 1)),
        }
    }
}

fn seats<E: Error>(seats: usize) -> Result<usize, E> {
    let fits = (1..=CANDIDATES_MAX).contains(&seats);
    if fits { Ok(seats) } else { Err(E::custom(format!("{seats} seats, expected from 1 to {CANDIDATES_MAX}"))) }
}

/// Numbers from 1 as places from 0.
fn numbered(numbers: &[usize], candidates: usize) -> Result<Vec<Candidate>, String> {
    if numbers.iter().any(|number| !(1..=candidates).contains(number)) {
        return Err(format!("withdrawn candidates from 1 to {candidates}"));
    }
    let mut places: Vec<Candidate> = numbers.iter().map(|number| number - 1).collect();
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

fn majority_of(number: &Number) -> Result<(u64, u64), String> {
    let weight = number.weight().ok_or("majorities above 0")?;
    Ok((*weight.numer(), *weight.denom()))
}

/// 3 in `… [needs 3:1]` and `… [3:1]`.
fn majority_in_name(name: &str) -> Option<u64> {
    let (_, inner) = name.trim_end().strip_suffix(":1]")?.rsplit_once('[')?;
    inner.trim().trim_start_matches("needs").trim().parse().ok().filter(|majority| *majority > 0)
}

impl BudgetDraft {
    fn finish(self, candidates: usize) -> Result<Budget, String> {
        if self.costs.len() != candidates || (!self.names.is_empty() && self.names.len() != candidates) {
            return Err("a cost for each candidate".to_owned());
        }
        let total = self.total.amount().ok_or("an amount as budget")?;
        let costs = self.costs.iter().map(Number::amount).collect::<Option<_>>().ok_or("amounts as costs")?;
        Ok(Budget { total, costs, names: self.names, currency: self.currency })
    }
}

/// Reads names, not more than there may be.
struct Names;

impl<'de> DeserializeSeed<'de> for Names {
    type Value = Vec<String>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Names {
    type Value = Vec<String>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of names")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut names = Vec::new();
        while let Some(name) = list.next_element()? {
            if names.len() >= CANDIDATES_MAX {
                return Err(A::Error::custom(format!("more names, expected at most {CANDIDATES_MAX}")));
            }
            names.push(name);
        }
        Ok(names)
    }
}
