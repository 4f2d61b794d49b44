//! Rankings in CSV: a line of headings, then one line a ballot. Commas, semicolons or tabs between the columns.
//!
//! Either one column a rank ("Rank 1", "2nd choice", « 3e choix ») that holds names, or one column a candidate that holds ranks.
//! A column "weight" or "ballots" says how many papers a line stands for; ids, times and precincts are not read. Any other
//! column is an error, and so is what is no rank: nothing becomes a candidate by mistake. Empty cells are unranked.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Write};

use num_rational::Ratio;

use super::NAMES_BYTES_MAX;
use super::blt::on_one_line;
use super::error::{ReadError, WriteError};
use super::exact;
use super::fields::{self, Record, quoted};
use super::gather::{CANDIDATES_MAX, Named, RankedPile};
use super::lines::Lines;
use crate::contest::{Ballots, Candidate, Contest, Rankings};

/// Headings of the column that says how many papers a line stands for.
const WEIGHTS: [&str; 9] = [
    "weight",
    "ballots",
    "count",
    "number of ballots",
    "papers",
    "poids",
    "bulletins",
    "nombre",
    "nombre de bulletins",
];
/// Headings of columns that are no part of a ballot.
const APART: [&str; 21] = [
    "id",
    "ballot",
    "ballot id",
    "ballotid",
    "ballot number",
    "voter",
    "voter id",
    "record id",
    "cvr number",
    "cast vote record",
    "timestamp",
    "time",
    "date",
    "horodateur",
    "precinct",
    "batch",
    "cvr provider",
    "source file",
    "bulletin",
    "électeur",
    "identifiant",
];
/// Words of a heading that speak of a rank, beside its number.
const RANK_WORDS: [&str; 10] =
    ["rank", "ranking", "choice", "preference", "pref", "rang", "choix", "préférence", "position", "vote"];
/// What some programs write for a rank that a voter left out.
const SKIPPED: [&str; 4] = ["-", "skipped", "undervote", "blank"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Weight,
    Apart,
    /// Holds the name of who has this rank.
    Rank(usize),
    /// Holds the rank of this candidate.
    Candidate(Candidate),
}

/// Reads a contest; a table has no title and no seats: there is one.
pub(super) fn read(input: impl BufRead) -> Result<Contest, ReadError> {
    let mut lines = Lines::new(input);
    let Some(first) = lines.next_filled()? else {
        return Err(lines.ends("a line of headings"));
    };
    let between = separator(&first.text);
    let headings = fields::of_line(first.number, &first.text, between)?;
    let mut table = Table::of(&headings)?;
    while let Some(record) = fields::next(&mut lines, between)? {
        table.read(&record)?;
    }
    if table.names.is_empty() {
        return Err(lines.ends("ballots that name candidates"));
    }
    let mut contest = Contest { seats: 1, candidates: table.names, ..Contest::default() };
    contest.apart.blank = table.blank;
    contest.ballots = table.pile.finish();
    Ok(contest)
}

/// The sign that is most often between columns in the headings, outside quotes.
fn separator(headings: &str) -> char {
    let outside: String = headings.split('"').step_by(2).collect();
    let times = |sign: &char| outside.matches(*sign).count();
    [';', '\t', ','].into_iter().max_by_key(times).unwrap_or(',')
}

struct Table {
    columns: Vec<Column>,
    /// The places of the columns of ranks, the first rank first.
    by_rank: Vec<usize>,
    names: Vec<String>,
    names_bytes: usize,
    by_name: BTreeMap<String, Candidate>,
    pile: RankedPile,
    named: Named,
    blank: u64,
}

impl Table {
    fn of(headings: &Record) -> Result<Self, ReadError> {
        let columns = Vec::new();
        let (pile, named) = (RankedPile::default(), Named::default());
        let by_rank = Vec::new();
        let (names, by_name) = (Vec::new(), BTreeMap::new());
        let mut table = Self { columns, by_rank, names, names_bytes: 0, by_name, pile, named, blank: 0 };
        let has_ranks = headings.fields().any(|heading| rank_in(heading).is_some());
        for (at, heading) in headings.fields().enumerate() {
            let column = table.column(headings, at, heading, has_ranks)?;
            if column != Column::Apart && table.columns.contains(&column) {
                return Err(headings.expected(at, "a heading of its own for each column"));
            }
            table.columns.push(column);
        }
        let mut ranks: Vec<(usize, usize)> = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            if let Column::Rank(rank) = column {
                ranks.push((*rank, at));
            }
        }
        ranks.sort_unstable();
        table.by_rank = ranks.into_iter().map(|(_, at)| at).collect();
        if table.by_rank.is_empty() && table.names.is_empty() {
            return Err(headings.expected(0, "headings Rank 1, Rank 2 and so on, or the names of the candidates"));
        }
        Ok(table)
    }

    fn column(&mut self, line: &Record, at: usize, heading: &str, has_ranks: bool) -> Result<Column, ReadError> {
        let plain = heading.to_lowercase();
        if WEIGHTS.contains(&plain.as_str()) {
            return Ok(Column::Weight);
        }
        if APART.contains(&plain.as_str()) {
            return Ok(Column::Apart);
        }
        if let Some(rank) = rank_in(heading) {
            return Ok(Column::Rank(rank));
        }
        if has_ranks {
            return Err(line.expected(at, "a column of a rank, of weights or of ids"));
        }
        if heading.is_empty() || number_in(heading).is_some() {
            return Err(line.expected(at, "Rank 1, Rank 2 and so on, or the name of a candidate"));
        }
        if self.by_name.contains_key(heading) {
            return Err(line.expected(at, "a name of its own for each candidate"));
        }
        self.candidate(line, at, heading).map(Column::Candidate)
    }

    /// The candidate of a name, who is new where nobody has it.
    fn candidate(&mut self, line: &Record, at: usize, name: &str) -> Result<Candidate, ReadError> {
        if let Some(candidate) = self.by_name.get(name) {
            return Ok(*candidate);
        }
        self.names_bytes += name.len();
        if self.names.len() >= CANDIDATES_MAX || self.names_bytes > NAMES_BYTES_MAX {
            let most = format!("at most {CANDIDATES_MAX} candidates, of {NAMES_BYTES_MAX} bytes in all");
            return Err(line.expected(at, most));
        }
        self.by_name.insert(name.to_owned(), self.names.len());
        self.names.push(name.to_owned());
        Ok(self.names.len() - 1)
    }

    fn read(&mut self, line: &Record) -> Result<(), ReadError> {
        let has_more = |column: &Column| matches!(column, Column::Weight | Column::Apart);
        if line.fields().all(str::is_empty) && self.columns.iter().any(has_more) {
            return Ok(()); // a row that a spreadsheet left: a ballot would have a weight or an id
        }
        if let Some((at, _)) = line.fields().enumerate().skip(self.columns.len()).find(|(_, field)| !field.is_empty()) {
            return Err(line.expected(at, format!("{} columns, as the headings have", self.columns.len())));
        }
        self.pile.start();
        self.named.start();
        let weight = self.weight(line)?;
        if self.by_rank.is_empty() {
            self.read_ranks(line)?
        } else {
            self.read_names(line)?
        }
        if self.pile.is_blank() {
            self.blank = self.blank.saturating_add(weight.to_integer());
            return Ok(());
        }
        let refused = |error: crate::contest::BallotError| error.to_string();
        self.pile.end(weight).map_err(refused).map_err(|error| line.expected(0, error))
    }

    fn weight(&self, line: &Record) -> Result<Ratio<u64>, ReadError> {
        match self.columns.iter().position(|column| *column == Column::Weight) {
            None => Ok(Ratio::from_integer(1)),
            Some(at) => exact::weight(line.field(at)).ok_or_else(|| line.expected(at, "a number of ballots")),
        }
    }

    /// One column a rank.
    fn read_names(&mut self, line: &Record) -> Result<(), ReadError> {
        for at in self.by_rank.clone() {
            let name = line.field(at);
            let plain = name.to_lowercase();
            if name.is_empty() || SKIPPED.contains(&plain.as_str()) {
                continue;
            }
            if plain == "overvote" {
                return Err(line.expected(at, "one name, or none (leave out what an overvote does not say)"));
            }
            let candidate = self.candidate(line, at, name)?;
            if !self.named.first_time(candidate) {
                return Err(line.expected(at, "a candidate not yet named on this ballot"));
            }
            self.pile.rank(candidate, false).map_err(|error| line.expected(at, error.to_string()))?;
        }
        Ok(())
    }

    /// One column a candidate: the same rank twice is an equal rank.
    fn read_ranks(&mut self, line: &Record) -> Result<(), ReadError> {
        let mut ranks: Vec<(usize, Candidate)> = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            let cell = line.field(at);
            let Column::Candidate(candidate) = *column else { continue };
            if cell.is_empty() || SKIPPED.contains(&cell.to_lowercase().as_str()) {
                continue;
            }
            let rank = number_in(cell).or_else(|| rank_in(cell)).filter(|rank| (1..=self.names.len()).contains(rank));
            let most = self.names.len();
            ranks.push((rank.ok_or_else(|| line.expected(at, format!("a rank from 1 to {most}")))?, candidate));
        }
        ranks.sort_unstable();
        for (place, (rank, candidate)) in ranks.iter().enumerate() {
            let equal = place > 0 && ranks[place - 1].0 == *rank;
            self.pile.rank(*candidate, equal).map_err(|error| line.expected(0, error.to_string()))?;
        }
        Ok(())
    }
}

/// 2 in `2`, `2nd`, `2e`, `1er`.
fn number_in(word: &str) -> Option<usize> {
    let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (number, end) = word.split_at(digits);
    let ends = ["", "st", "nd", "rd", "th", "e", "er", "re", "ère", "ème"];
    let number = number.parse().ok().filter(|number| (1..=CANDIDATES_MAX).contains(number))?;
    ends.contains(&end.to_lowercase().as_str()).then_some(number)
}

/// 2 in `Rank 2`, `2nd choice`, `choix2`, `How do you rank them? [2nd choice]`.
fn rank_in(heading: &str) -> Option<usize> {
    let heading = heading.strip_suffix(']').and_then(|open| open.rsplit_once('[')).map_or(heading, |(_, inner)| inner);
    let heading = heading.trim().to_lowercase();
    let words: Vec<&str> = heading.split([' ', '_', '-', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        [word, number] if RANK_WORDS.contains(word) => number_in(number),
        [number, word] if RANK_WORDS.contains(word) => number_in(number),
        [joined] => RANK_WORDS.iter().filter_map(|word| number_in(joined.strip_prefix(word)?)).next(),
        _ => None,
    }
}

/// Writes a contest with ranked ballots: one column a candidate, and the weights.
pub(super) fn write(contest: &Contest, out: &mut impl Write) -> Result<(), WriteError> {
    let Ballots::Ranked(rankings) = &contest.ballots else {
        return Err(WriteError::NoPlace("points"));
    };
    if !contest.withdrawn.is_empty() {
        return Err(WriteError::NoPlace("candidates who withdrew"));
    }
    let mut names: Vec<String> = contest.candidates.iter().map(|name| on_one_line(name).trim().to_owned()).collect();
    let is_taken = |name: &String| {
        let plain = name.to_lowercase();
        let known = WEIGHTS.contains(&plain.as_str()) || APART.contains(&plain.as_str());
        known || name.is_empty() || rank_in(name).is_some() || number_in(name).is_some()
    };
    if names.iter().any(is_taken) {
        return Err(WriteError::NoPlace("a candidate without a name, or called as another column is"));
    }
    if names.iter().collect::<BTreeSet<_>>().len() < names.len() {
        return Err(WriteError::NoPlace("two candidates of one name"));
    }
    // Signs that could be taken for the one between columns are only harmless in quotes.
    names.iter_mut().for_each(|name| *name = format!("\"{}\"", name.replace('"', "\"\"")));
    writeln!(out, "weight,{}", names.join(","))?;
    if contest.apart.blank > 0 {
        writeln!(out, "{}{}", contest.apart.blank, ",".repeat(names.len()))?;
    }
    write_ballots(contest.candidates.len(), rankings, out)
}

fn write_ballots(candidates: usize, rankings: &Rankings, out: &mut impl Write) -> Result<(), WriteError> {
    for ballot in rankings.iter() {
        let mut cells = vec![String::new(); candidates];
        for (rank, equal) in (1..).zip(ballot.ranks()) {
            for preference in equal {
                cells[preference.candidate()] = format!("{rank}");
            }
        }
        let weight = Ratio::new(ballot.units, rankings.weights().denominator()).to_string();
        writeln!(out, "{},{}", quoted(&weight, ','), cells.join(","))?;
    }
    Ok(())
}
