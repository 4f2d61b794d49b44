//! The cast vote records that RCTab writes, a report in the Common Data Format of the NIST (1500-103) in JSON, of one contest.
//!
//! Of each record the snapshot counts that it calls its current one; where that is RCTab's of a round (`…-round-7`), the ballot as
//! it was cast, since a round's marks only whom the ballot counted for then. The first rank of a candidate counts; a skipped rank
//! is left out; two candidates in one rank are equal. The names stand after the records, so that ids are numbered as they come.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

use super::gather::{CANDIDATES_MAX, RankedPile};
use super::json_ballots::Number;
use crate::contest::{Candidate, Contest};

/// A report on its way.
#[derive(Default)]
pub(super) struct Report {
    /// The id of the contest that the records are of.
    contest: Option<String>,
    by_id: BTreeMap<String, Candidate>,
    pile: RankedPile,
    blank: u64,
    pub elections: Option<Vec<Election>>,
    pub records_seen: bool,
}

#[derive(Deserialize)]
pub(super) struct Election {
    #[serde(rename = "Candidate", default)]
    candidates: Vec<Named>,
    #[serde(rename = "Contest", default)]
    contests: Vec<ContestEntry>,
}

#[derive(Deserialize)]
struct Named {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "Name", default)]
    name: String,
}

#[derive(Deserialize)]
struct ContestEntry {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "Name", default)]
    name: String,
    #[serde(rename = "ContestSelection", default)]
    selections: Vec<Selection>,
}

/// Who can be chosen: by the ids of candidates (later versions), or with the name as a code (earlier ones).
#[derive(Deserialize)]
struct Selection {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "CandidateIds", default)]
    candidates: Vec<String>,
    #[serde(rename = "Code", default)]
    codes: Vec<Code>,
}

#[derive(Deserialize)]
struct Code {
    #[serde(rename = "Value")]
    value: String,
}

#[derive(Deserialize)]
struct Record {
    #[serde(rename = "CurrentSnapshotId")]
    current: String,
    #[serde(rename = "CVRSnapshot")]
    snapshots: Vec<Snapshot>,
}

#[derive(Deserialize)]
struct Snapshot {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "CVRContest", default)]
    contests: Vec<Cast>,
}

#[derive(Deserialize)]
struct Cast {
    #[serde(rename = "ContestId")]
    contest: String,
    #[serde(rename = "CVRContestSelection", default)]
    selections: Vec<Chosen>,
}

#[derive(Deserialize)]
struct Chosen {
    #[serde(rename = "ContestSelectionId")]
    id: String,
    #[serde(rename = "Rank")]
    rank: Option<Number>,
    #[serde(rename = "SelectionPosition", default)]
    positions: Vec<Position>,
}

#[derive(Deserialize)]
struct Position {
    #[serde(rename = "HasIndication", default)]
    indication: String,
    #[serde(rename = "IsAllocable", default)]
    allocable: String,
    #[serde(rename = "Rank")]
    rank: Option<Number>,
}

impl<'de> DeserializeSeed<'de> for &mut Report {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for &mut Report {
    type Value = ();

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a list of cast vote records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.records_seen = true;
        while let Some(record) = list.next_element::<Record>()? {
            self.add(&record).map_err(A::Error::custom)?;
        }
        Ok(())
    }
}

impl Report {
    fn add(&mut self, record: &Record) -> Result<(), String> {
        let cast = record.current.rsplit_once("-round-").map(|(cast, _)| cast);
        let named = |id: &str| record.snapshots.iter().find(|snapshot| snapshot.id == id);
        let snapshot = cast.and_then(named).or_else(|| named(&record.current));
        let snapshot = snapshot.ok_or_else(|| format!("none, expected the snapshot {}", record.current))?;
        for cast in &snapshot.contests {
            if *self.contest.get_or_insert_with(|| cast.contest.clone()) != cast.contest {
                return Err(format!("{}, expected records of one contest alone", cast.contest));
            }
            self.add_ballot(&cast.selections)?;
        }
        Ok(())
    }

    fn add_ballot(&mut self, chosen: &[Chosen]) -> Result<(), String> {
        let mut ranks: Vec<(u64, Candidate)> = Vec::new();
        for selection in chosen {
            if let Some(rank) = selection.first_rank()? {
                ranks.push((rank, self.candidate(&selection.id)?));
            }
        }
        ranks.sort_unstable();
        self.pile.start();
        for (place, (rank, candidate)) in ranks.iter().enumerate() {
            if ranks[..place].iter().any(|(_, before)| before == candidate) {
                continue;
            }
            let equal = place > 0 && ranks[place - 1].0 == *rank;
            self.pile.rank(*candidate, equal).map_err(|error| error.to_string())?;
        }
        if self.pile.is_blank() {
            self.blank += 1;
            return Ok(());
        }
        self.pile.end(1.into()).map_err(|error| error.to_string())
    }

    fn candidate(&mut self, id: &str) -> Result<Candidate, String> {
        if let Some(candidate) = self.by_id.get(id) {
            return Ok(*candidate);
        }
        if self.by_id.len() >= CANDIDATES_MAX {
            return Err(format!("more selections, expected at most {CANDIDATES_MAX}"));
        }
        self.by_id.insert(id.to_owned(), self.by_id.len());
        Ok(self.by_id.len() - 1)
    }

    /// The contest, or what the file lacks.
    pub fn finish(mut self) -> Result<Contest, String> {
        let elections = self.elections.take().ok_or("an Election with the names of the candidates")?;
        let stands = |entry: &&ContestEntry| self.contest.as_ref().is_none_or(|id| *id == entry.id);
        let mut entries = elections.iter().flat_map(|election| &election.contests).filter(stands);
        let entry = entries.next().ok_or("the contest of the records, in Election")?;
        let people: BTreeMap<&str, &str> = elections
            .iter()
            .flat_map(|election| &election.candidates)
            .map(|person| (person.id.as_str(), person.name.as_str()))
            .collect();
        let mut names: Vec<Option<String>> = Vec::new();
        for selection in &entry.selections {
            let at = self.candidate(&selection.id)?;
            names.resize(names.len().max(at + 1), None);
            names[at] = Some(selection.name(&people).unwrap_or_else(|| selection.id.clone()));
        }
        names.resize(self.by_id.len(), None);
        if let Some(id) = self.by_id.iter().find(|(_, at)| names[**at].is_none()).map(|(id, _)| id) {
            return Err(format!("a name for the selection {id}"));
        }
        if names.is_empty() {
            return Err("candidates".to_owned());
        }
        let mut contest = Contest { title: entry.name.clone(), seats: 1, ..Contest::default() };
        contest.candidates = names.into_iter().flatten().collect();
        contest.apart.blank = self.blank;
        contest.ballots = self.pile.finish();
        Ok(contest)
    }
}

impl Selection {
    fn name(&self, people: &BTreeMap<&str, &str>) -> Option<String> {
        let of_candidate = self.candidates.first().and_then(|id| people.get(id.as_str()).copied());
        let name = of_candidate.or_else(|| self.codes.first().map(|code| code.value.as_str()))?;
        Some(name.to_owned()).filter(|name| !name.is_empty())
    }
}

impl Chosen {
    /// The best rank at which the voter marked this selection, if at any.
    fn first_rank(&self) -> Result<Option<u64>, String> {
        let marked = |position: &&Position| position.indication != "no" && position.allocable != "no";
        let of_positions = || self.positions.iter().filter(marked).map(|position| position.rank.as_ref());
        let ranks = match &self.rank {
            Some(rank) => vec![Some(rank)],
            None => of_positions().collect(),
        };
        let ranks = ranks.into_iter().map(|rank| whole(rank).ok_or("no rank, expected a whole number from 1"));
        Ok(ranks.collect::<Result<Vec<u64>, _>>()?.into_iter().min())
    }
}

fn whole(rank: Option<&Number>) -> Option<u64> {
    let rank = match rank? {
        Number::Whole(whole) => *whole,
        Number::Text(text) => text.parse().ok()?,
    };
    (rank > 0).then_some(rank)
}
