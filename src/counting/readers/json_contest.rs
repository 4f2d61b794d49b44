//! What a JSON contest is made of, taken up key by key, so that the ballots never stand in memory twice.

use std::collections::BTreeMap;
use std::fmt;

use num_rational::{BigRational, Ratio};
use num_traits::Zero as _;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::exact;
use super::gather::{CANDIDATES_MAX, MarkedPile, Named, RankedPile};
use crate::counting::contest::{Apart, Budget, Candidate, Contest, DefaultOption, Mark};

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
    piles: Piles,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Ranked,
    Marked,
}

/// A whole number, or text with an exact one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Whole(u64),
    Text(String),
}

impl Number {
    fn amount(&self) -> Option<BigRational> {
        match self {
            Self::Whole(whole) => Some(BigRational::from_integer((*whole).into())),
            Self::Text(text) => exact::amount(text),
        }
    }

    fn weight(&self) -> Option<Ratio<u64>> {
        match self {
            Self::Whole(0) => None,
            Self::Whole(whole) => Some(Ratio::from_integer(*whole)),
            Self::Text(text) => exact::weight(text),
        }
    }

    fn points(&self) -> Option<i64> {
        match self {
            Self::Whole(whole) => exact::points(&whole.to_string()),
            Self::Text(text) => exact::points(text),
        }
    }
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

/// The ballots read so far, of either kind.
#[derive(Default)]
struct Piles {
    candidates: usize,
    kind: Option<Kind>,
    ranked: RankedPile,
    marked: MarkedPile,
    named: Named,
    blank: u64,
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
            "budget" => self.budget = Some(map.next_value()?),
            "default_option" => self.default_option = Some(map.next_value()?),
            "quorum" | "quorum_Q_used" => {
                let number: Number = map.next_value()?;
                self.quorum = Some(number.amount().ok_or_else(|| A::Error::custom("not a quorum, expected a number"))?);
            }
            "majority_required" => self.majorities = map.next_value()?,
            "ballots" => self.take_ballots(map)?,
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
        if self.contest.candidates.is_empty() {
            return Err("candidates or options".to_owned());
        }
        if !self.ballots_seen {
            return Err("ballots".to_owned());
        }
        self.contest.seats = self.contest.seats.max(1);
        let candidates = self.contest.candidates.len();
        self.contest.withdrawn = numbered(&self.contest.withdrawn, candidates)?;
        self.contest.default_option = self.default_option()?;
        self.contest.budget = self.budget.map(|draft| draft.finish(candidates)).transpose()?;
        let apart: &mut Apart = &mut self.contest.apart;
        apart.blank = apart.blank.saturating_add(self.piles.blank);
        let kind = self.piles.kind.or(self.kind).unwrap_or(Kind::Ranked);
        self.contest.ballots =
            if kind == Kind::Ranked { self.piles.ranked.finish() } else { self.piles.marked.finish() };
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

impl<'de> DeserializeSeed<'de> for &mut Piles {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for &mut Piles {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of ballots")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Ballot { piles: self })?.is_some() {}
        Ok(())
    }
}

/// Reads one ballot into the piles: `[count, text]`, or an object.
struct Ballot<'a> {
    piles: &'a mut Piles,
}

impl<'de> DeserializeSeed<'de> for Ballot<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Ballot<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a ballot, as [count, text] or {\"weight\", \"ranks\"} or {\"weight\", \"points\"}")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut pair: A) -> Result<(), A::Error> {
        let count: Number = pair.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &"[count, text]"))?;
        let text: String = pair.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &"[count, text]"))?;
        if pair.next_element::<IgnoredAny>()?.is_some() {
            return Err(A::Error::invalid_length(3, &"[count, text]"));
        }
        self.piles.add_text(&count, &text).map_err(A::Error::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut weight = Number::Whole(1);
        let mut ranks: Option<Vec<Vec<usize>>> = None;
        let mut points: Option<Vec<(usize, Number)>> = None;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "weight" => weight = map.next_value()?,
                "ranks" => ranks = Some(map.next_value()?),
                "points" => points = Some(map.next_value()?),
                _ => {
                    return Err(A::Error::unknown_field(&key, &["weight", "ranks", "points"]));
                }
            }
        }
        match (ranks, points) {
            (Some(ranks), None) => self.piles.add_ranks(&weight, &ranks).map_err(A::Error::custom),
            (None, Some(points)) => self.piles.add_points(&weight, &points).map_err(A::Error::custom),
            _ => Err(A::Error::custom("a ballot, expected either ranks or points in it")),
        }
    }
}

impl Piles {
    /// Debian's form: a digit is a rank, `-` is unranked.
    fn add_text(&mut self, count: &Number, text: &str) -> Result<(), String> {
        let wrong = || format!("{text:?}, expected a digit or - for each of {} options", self.candidates);
        if text.len() != self.candidates || !text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit()) {
            return Err(wrong());
        }
        let mut ranks: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
        for (number, byte) in (1..).zip(text.bytes()).filter(|(_, byte)| *byte != b'-') {
            ranks.entry(byte).or_default().push(number);
        }
        self.add_ranks(count, &ranks.into_values().collect::<Vec<_>>())
    }

    fn add_ranks(&mut self, weight: &Number, ranks: &[Vec<usize>]) -> Result<(), String> {
        let weight = self.weight_of(Kind::Ranked, weight)?;
        self.ranked.start();
        for rank in ranks {
            for (place, number) in rank.iter().enumerate() {
                let candidate = self.candidate(*number)?;
                self.ranked.rank(candidate, place > 0).map_err(|error| error.to_string())?;
            }
        }
        if self.ranked.is_blank() {
            self.blank = self.blank.saturating_add(weight.to_integer());
            return Ok(());
        }
        self.ranked.end(weight).map_err(|error| error.to_string())
    }

    fn add_points(&mut self, weight: &Number, points: &[(usize, Number)]) -> Result<(), String> {
        let weight = self.weight_of(Kind::Marked, weight)?;
        let mut marks = Vec::with_capacity(points.len());
        for (number, points) in points {
            let millionths = points.points().ok_or("no points, expected a number with at most six decimals")?;
            marks.push(Mark { candidate: self.candidate(*number)?, millionths });
        }
        self.marked.add(weight, &mut marks).map_err(|error| error.to_string())
    }

    /// Starts a ballot of this kind: all of a contest are of one.
    fn weight_of(&mut self, kind: Kind, weight: &Number) -> Result<Ratio<u64>, String> {
        self.named.start();
        if *self.kind.get_or_insert(kind) != kind {
            return Err("ranks and points in one contest, expected one kind of ballots".to_owned());
        }
        weight.weight().ok_or_else(|| "a weight, expected one above 0".to_owned())
    }

    fn candidate(&mut self, number: usize) -> Result<Candidate, String> {
        if !(1..=self.candidates).contains(&number) {
            return Err(format!("candidate {number}, expected one from 1 to {}", self.candidates));
        }
        if !self.named.first_time(number - 1) {
            return Err(format!("candidate {number} again, expected each once on a ballot"));
        }
        Ok(number - 1)
    }
}
