//! The ballots of a JSON contest, each taken into its pile as it is read.

use std::collections::BTreeMap;
use std::fmt;

use num_rational::{BigRational, Ratio};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::exact;
use super::gather::{MarkedPile, Named, RankedPile};
use crate::contest::{Ballots, Candidate, Mark};

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Ranked,
    Marked,
}

/// A whole number, or text with an exact one. A decimal without quotes is refused: it would have gone through a float.
pub(super) enum Number {
    Whole(u64),
    Text(String),
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyNumber)
    }
}

struct AnyNumber;

impl Visitor<'_> for AnyNumber {
    type Value = Number;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a whole number, or an exact one in quotes, as \"2.5\" or \"1/3\"")
    }

    fn visit_u64<E: Error>(self, whole: u64) -> Result<Number, E> {
        Ok(Number::Whole(whole))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Number, E> {
        Ok(Number::Text(text.to_owned()))
    }
}

impl Number {
    pub fn amount(&self) -> Option<BigRational> {
        match self {
            Self::Whole(whole) => Some(BigRational::from_integer((*whole).into())),
            Self::Text(text) => exact::amount(text),
        }
    }

    pub fn weight(&self) -> Option<Ratio<u64>> {
        match self {
            Self::Whole(0) => None,
            Self::Whole(whole) => Some(Ratio::from_integer(*whole)),
            Self::Text(text) => exact::weight(text),
        }
    }

    pub fn points(&self) -> Option<i64> {
        match self {
            Self::Whole(whole) => exact::points(&whole.to_string()),
            Self::Text(text) => exact::points(text),
        }
    }
}

/// The ballots read so far, of either kind.
#[derive(Default)]
pub(super) struct Piles {
    pub candidates: usize,
    pub kind: Option<Kind>,
    ranked: RankedPile,
    marked: MarkedPile,
    named: Named,
    pub blank: u64,
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

    /// The ballots of the contest; ranked ones, if nothing says of which kind they are.
    pub fn finish(self) -> Ballots {
        match self.kind {
            Some(Kind::Marked) => self.marked.finish(),
            _ => self.ranked.finish(),
        }
    }
}
