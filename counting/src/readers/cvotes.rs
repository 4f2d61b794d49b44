//! `.cvotes`: the Condorcet election format.
//!
//! `3 > 1 = 2 * 7` are seven ballots, 3 first, then 1 and 2 equal; `^ 2` before the star is a weight; what stands before `||`
//! are tags and no part of the ballot. `#/Candidates: A ; B` names the candidates; without it they are those of the ballots, as
//! they come up. Candidates whom a ballot does not name rank last and equally.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use num_rational::Ratio;

use super::blt::on_one_line;
use super::error::{ReadError, WriteError};
use super::exact;
use super::gather::{CANDIDATES_MAX, Named, RankedPile};
use super::lines::{Line, Lines};
use super::words::Words;
use crate::contest::{BallotError, Ballots, Candidate, Contest, Rankings};

/// Signs that no name may hold.
const SIGNS: [char; 6] = ['>', '=', '*', '^', '#', ';'];
/// A ballot that names nobody.
const EMPTY: &str = "/EMPTY_RANKING/";

/// Reads a contest. The format has no title: it stays empty, unless a line `#/Title:` gives one.
pub(super) fn read(input: impl BufRead) -> Result<Contest, ReadError> {
    let mut lines = Lines::new(input);
    let mut election = Election::default();
    while let Some(line) = lines.next_filled()? {
        let text = line.text.trim_start();
        if let Some(parameter) = text.strip_prefix("#/") {
            election.read_parameter(&line, parameter)?;
        } else if !text.starts_with('#') {
            election.read_ballot(&line)?;
        }
    }
    if election.names.is_empty() {
        return Err(lines.ends("a line #/Candidates: …, or ballots"));
    }
    let mut contest = Contest { title: election.title, seats: election.seats.unwrap_or(1), ..Contest::default() };
    contest.candidates = election.names;
    contest.apart.blank = election.blank;
    contest.ballots = election.pile.finish();
    Ok(contest)
}

#[derive(Default)]
struct Election {
    title: String,
    seats: Option<usize>,
    names: Vec<String>,
    by_name: BTreeMap<String, Candidate>,
    /// The candidates were named by a line of their own.
    named_ahead: bool,
    /// Ballots do not rank those whom they leave out.
    explicit: bool,
    weights: bool,
    pile: RankedPile,
    named: Named,
    blank: u64,
}

impl Election {
    fn read_parameter(&mut self, line: &Line, parameter: &str) -> Result<(), ReadError> {
        let Some((key, value)) = parameter.split_once(':') else {
            return Ok(());
        };
        let value = value.trim();
        let mut words = Words::new(line.number, &line.text);
        words.phrase(&[':']);
        words.sign(':');
        match key.trim().to_ascii_lowercase().as_str() {
            "candidates" => self.read_candidates(&mut words)?,
            "number of seats" => {
                let seats = words.number(&[], 1, CANDIDATES_MAX as u64, "a number of seats")?;
                self.seats = Some(seats as usize);
            }
            "implicit ranking" => self.explicit = !yes(&mut words)?,
            "weight allowed" => self.weights = yes(&mut words)?,
            "title" => self.title = value.to_owned(),
            _ => {}
        }
        Ok(())
    }

    fn read_candidates(&mut self, words: &mut Words) -> Result<(), ReadError> {
        if !self.names.is_empty() {
            return Err(words.expected("one line of candidates, before the ballots"));
        }
        while !words.at_end() {
            let name = words.phrase(&[';']);
            if name.is_empty() || self.by_name.contains_key(name) {
                return Err(words.expected_before(name, "a name of its own for each candidate"));
            }
            self.add(words, name)?;
            words.sign(';');
        }
        self.named_ahead = true;
        Ok(())
    }

    fn add(&mut self, words: &mut Words, name: &str) -> Result<Candidate, ReadError> {
        if self.names.len() >= CANDIDATES_MAX {
            return Err(words.expected_before(name, format!("at most {CANDIDATES_MAX} candidates")));
        }
        self.by_name.insert(name.to_owned(), self.names.len());
        self.names.push(name.to_owned());
        Ok(self.names.len() - 1)
    }

    fn read_ballot(&mut self, line: &Line) -> Result<(), ReadError> {
        let mut words = Words::new(line.number, &line.text);
        if line.text.contains("||") {
            words.skip_past("||");
        }
        self.pile.start();
        self.named.start();
        let names = self.read_ranking(&mut words)?;
        let weight = self.read_weight(&mut words)?;
        if names == 0 {
            self.blank = self.blank.saturating_add(weight.to_integer());
            return Ok(());
        }
        if self.explicit && names < self.names.len() {
            return Err(words.expected("all candidates on the ballot, as the ranking is not implicit"));
        }
        self.pile.end(weight).map_err(|error| words.refused(error))
    }

    /// `A > B = C`. The number of names.
    fn read_ranking(&mut self, words: &mut Words) -> Result<usize, ReadError> {
        let (mut names, mut equal) = (0, false);
        loop {
            let name = words.phrase(&SIGNS);
            if name == EMPTY && names == 0 {
                return Ok(0);
            }
            let candidate = self.candidate(words, name)?;
            if !self.named.first_time(candidate) {
                return Err(words.expected_before(name, "a candidate not yet named on this ballot"));
            }
            self.pile.rank(candidate, equal).map_err(|error| words.refused(error))?;
            names += 1;
            equal = words.sign('=');
            if !equal && !words.sign('>') {
                return Ok(names);
            }
        }
    }

    fn candidate(&mut self, words: &mut Words, name: &str) -> Result<Candidate, ReadError> {
        match self.by_name.get(name) {
            Some(candidate) => Ok(*candidate),
            None if self.named_ahead || name.is_empty() => Err(words.expected_before(name, "the name of a candidate")),
            None => self.add(words, name),
        }
    }

    /// `^ weight` and `* count`, each once at most, and the end of the ballot.
    fn read_weight(&self, words: &mut Words) -> Result<Ratio<u64>, ReadError> {
        let mut weight = Ratio::from_integer(1);
        for (sign, what) in [('^', "a weight above 0"), ('*', "a number of ballots")] {
            if words.sign(sign) {
                let text = words.phrase(&SIGNS);
                let factor = exact::weight(text).ok_or_else(|| words.expected_before(text, what))?;
                if sign == '*' || self.weights {
                    weight = times(weight, factor).ok_or_else(|| words.refused(BallotError::Weight))?;
                }
            }
        }
        words.sign(';');
        if words.at_end() || words.rest().starts_with('#') {
            return Ok(weight);
        }
        Err(words.expected("the end of the ballot"))
    }
}

fn times(a: Ratio<u64>, b: Ratio<u64>) -> Option<Ratio<u64>> {
    let numerator = a.numer().checked_mul(*b.numer())?;
    Some(Ratio::new(numerator, a.denom().checked_mul(*b.denom())?))
}

fn yes(words: &mut Words) -> Result<bool, ReadError> {
    let word = words.word(&[]);
    match word.to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" => Ok(true),
        "false" | "no" | "0" => Ok(false),
        _ => Err(words.expected_before(word, "true or false")),
    }
}

/// Writes a contest with ranked ballots. Candidates are written by number where a name holds a sign of the format.
pub(super) fn write(contest: &Contest, out: &mut impl Write) -> Result<(), WriteError> {
    let Ballots::Ranked(rankings) = &contest.ballots else {
        return Err(WriteError::NoPlace("points"));
    };
    if !contest.withdrawn.is_empty() {
        return Err(WriteError::NoPlace("candidates who withdrew"));
    }
    let names = names(&contest.candidates);
    if !contest.title.is_empty() {
        writeln!(out, "#/Title: {}", on_one_line(&contest.title))?;
    }
    writeln!(out, "#/Candidates: {}", names.join(" ; "))?;
    writeln!(out, "#/Number of Seats: {}", contest.seats)?;
    writeln!(out, "#/Implicit Ranking: true")?;
    writeln!(out, "#/Weight Allowed: false")?;
    if contest.apart.blank > 0 {
        writeln!(out, "{EMPTY} * {}", contest.apart.blank)?;
    }
    write_ballots(rankings, &names, out)
}

fn write_ballots(rankings: &Rankings, names: &[String], out: &mut impl Write) -> Result<(), WriteError> {
    for ballot in rankings.iter() {
        for (at, preference) in ballot.preferences.iter().enumerate() {
            let before = match (at, preference.equal_to_previous()) {
                (0, _) => "",
                (_, true) => " = ",
                (_, false) => " > ",
            };
            write!(out, "{before}{}", names[preference.candidate()])?;
        }
        writeln!(out, " * {}", Ratio::new(ballot.units, rankings.weights().denominator()))?;
    }
    Ok(())
}

/// The names, or numbers if a name could not be read back.
fn names(candidates: &[String]) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    let readable = candidates.iter().all(|name| {
        let plain = !name.contains(SIGNS) && !name.contains("||") && !name.contains(char::is_control);
        plain && name.trim() == name && !name.is_empty() && name != EMPTY && seen.insert(name)
    });
    if readable { candidates.to_vec() } else { (1..=candidates.len()).map(|number| number.to_string()).collect() }
}
