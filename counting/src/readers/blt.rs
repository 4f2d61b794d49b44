//! `.blt`: the ballot files of STV programs.
//!
//! First line `candidates seats`; then, where candidates withdrew, their numbers with a minus; then one line a group of equal
//! ballots, `count candidate candidate … 0`, by number from 1, best first, equal ones joined by `=`, a skipped rank as `-`; a
//! line `0`; the names, one a line, quoted or not; the title. After the title there are remarks only (`#`), or the heading and
//! the names do not agree. `count 0` is a blank ballot. Withdrawn ones may stand as `[withdrawn 3]` too; the other options in
//! brackets and the ids in parentheses that some programs write are named and refused, as they change what is counted.

use std::io::{BufRead, Write};

use num_rational::Ratio;

use super::error::{ReadError, WriteError};
use super::exact;
use super::gather::{CANDIDATES_MAX, Named, RankedPile};
use super::lines::{Line, Lines};
use super::words::Words;
use crate::contest::{Ballots, Contest, Rankings};

/// Reads a contest.
pub(super) fn read(input: impl BufRead) -> Result<Contest, ReadError> {
    let mut lines = Lines::new(input);
    let (candidates, seats) = read_heading(&mut lines)?;
    let mut contest = Contest { seats, ..Contest::default() };
    let mut ballots = BallotLines { candidates, pile: RankedPile::default(), named: Named::default(), any: false };
    loop {
        let Some(line) = lines.next_filled()? else {
            return Err(lines.ends("a line 0 at the end of the ballots"));
        };
        if line.text.trim_start().starts_with('#') {
            continue;
        }
        if line.text.trim_start().starts_with('[') {
            read_option(&line, candidates, &mut contest)?;
        } else if line.text.trim_start().starts_with('-') && !ballots.any {
            read_withdrawn(&line, candidates, &mut contest)?;
        } else if ballots.read(&line, &mut contest)? == Part::End {
            break;
        }
    }
    contest.ballots = ballots.pile.finish();
    read_names(&mut lines, candidates, &mut contest)?;
    Ok(contest)
}

fn read_heading<R: BufRead>(lines: &mut Lines<R>) -> Result<(usize, usize), ReadError> {
    loop {
        let Some(line) = lines.next_filled()? else {
            return Err(lines.ends("the number of candidates and the number of seats"));
        };
        let mut words = Words::new(line.number, &line.text);
        if words.rest().starts_with('#') {
            continue;
        }
        let most = CANDIDATES_MAX as u64;
        let candidates = words.number(&[], 1, most, "a number of candidates")?;
        let seats = words.number(&[], 1, most, "a number of seats")?;
        end_of_line(&mut words)?;
        return Ok((candidates as usize, seats as usize));
    }
}

/// Only blanks or a remark may follow.
fn end_of_line(words: &mut Words) -> Result<(), ReadError> {
    if words.at_end() || words.rest().starts_with('#') { Ok(()) } else { Err(words.expected("the end of the line")) }
}

fn read_withdrawn(line: &Line, candidates: usize, contest: &mut Contest) -> Result<(), ReadError> {
    let mut words = Words::new(line.number, &line.text);
    while words.sign('-') {
        withdraw(&mut words, candidates, contest)?;
    }
    end_of_line(&mut words)
}

fn withdraw(words: &mut Words, candidates: usize, contest: &mut Contest) -> Result<(), ReadError> {
    let number = words.number(&[']'], 1, candidates as u64, "a withdrawn candidate")? as usize;
    if let Err(at) = contest.withdrawn.binary_search(&(number - 1)) {
        contest.withdrawn.insert(at, number - 1);
    }
    Ok(())
}

/// `[withdrawn 3 4]`. No other option has a meaning here.
fn read_option(line: &Line, candidates: usize, contest: &mut Contest) -> Result<(), ReadError> {
    let mut words = Words::new(line.number, &line.text);
    words.sign('[');
    let option = words.word(&[']']);
    if !option.eq_ignore_ascii_case("withdrawn") {
        let expected = "ballots; of the options in brackets that some programs write, only [withdrawn …] is known here";
        return Err(ReadError::new(line.number, 1, expected, &line.text));
    }
    while !words.at_end() && !words.sign(']') {
        withdraw(&mut words, candidates, contest)?;
    }
    end_of_line(&mut words)
}

#[derive(PartialEq, Eq)]
enum Part {
    Ballot,
    End,
}

/// The ballots read so far.
struct BallotLines {
    candidates: usize,
    pile: RankedPile,
    named: Named,
    any: bool,
}

impl BallotLines {
    fn read(&mut self, line: &Line, contest: &mut Contest) -> Result<Part, ReadError> {
        let mut words = Words::new(line.number, &line.text);
        let count = words.word(&[]);
        if count == "0" && (words.at_end() || words.rest().starts_with('#')) {
            return Ok(Part::End);
        }
        let expected = match count.starts_with('(') {
            true => "a number of ballots first; an id of the ballot in parentheses is not read: put 1 in its place",
            false => "a number of ballots, or 0 alone after the last one",
        };
        let weight = exact::weight(count).ok_or_else(|| words.expected_before(count, expected))?;
        self.any = true;
        self.pile.start();
        self.named.start();
        while !self.read_rank(&mut words)? {}
        end_of_line(&mut words)?;
        if self.pile.is_blank() {
            let papers = weight.to_integer();
            contest.apart.blank = contest.apart.blank.saturating_add(papers);
            return Ok(Part::Ballot);
        }
        self.pile.end(weight).map_err(|error| words.refused(error))?;
        Ok(Part::Ballot)
    }

    /// One rank: a candidate, equal ones joined by `=`, or `-` for none. True at the closing 0.
    fn read_rank(&mut self, words: &mut Words) -> Result<bool, ReadError> {
        let mut equal = false;
        loop {
            let word = words.word(&['=', '#']);
            match word {
                "0" if !equal => return Ok(true),
                "-" if !equal => return Ok(false),
                _ => {}
            }
            let expected = || format!("a candidate from 1 to {}, or 0 at the end of the ballot", self.candidates);
            let number = word.parse().ok().filter(|number: &usize| (1..=self.candidates).contains(number));
            let number = number.ok_or_else(|| words.expected_before(word, expected()))?;
            if !self.named.first_time(number - 1) {
                return Err(words.expected_before(word, "a candidate not yet named on this ballot"));
            }
            self.pile.rank(number - 1, equal).map_err(|error| words.refused(error))?;
            equal = words.sign('=');
            if !equal {
                return Ok(false);
            }
        }
    }
}

fn read_names<R: BufRead>(lines: &mut Lines<R>, candidates: usize, contest: &mut Contest) -> Result<(), ReadError> {
    while contest.candidates.len() < candidates {
        let number = contest.candidates.len() + 1;
        match lines.next_filled()? {
            Some(line) => contest.candidates.push(unquoted(&line.text)),
            None => {
                return Err(lines.ends(format!("the name of candidate {number} of {candidates}")));
            }
        }
    }
    if let Some(line) = lines.next_filled()? {
        contest.title = unquoted(&line.text);
    }
    while let Some(line) = lines.next_filled()? {
        if !line.text.trim_start().starts_with('#') {
            let expected =
                format!("nothing after {candidates} names and the title, as the first line says {candidates}");
            return Err(ReadError::new(line.number, 1, expected, &line.text));
        }
    }
    Ok(())
}

/// A name without its quotes. Some files quote name and party apart, `"Name" "Party"`: they are joined by a blank.
fn unquoted(line: &str) -> String {
    let line = line.trim();
    let inner = line.strip_prefix('"').map(|rest| rest.rsplit_once('"').map_or(rest, |(inner, _)| inner));
    match inner {
        None => line.to_owned(),
        Some(inner) => inner.split("\" \"").map(str::trim).collect::<Vec<_>>().join(" "),
    }
}

/// Writes a contest with ranked ballots.
pub(super) fn write(contest: &Contest, out: &mut impl Write) -> Result<(), WriteError> {
    let Ballots::Ranked(rankings) = &contest.ballots else {
        return Err(WriteError::NoPlace("points"));
    };
    writeln!(out, "{} {}", contest.candidates.len(), contest.seats)?;
    if !contest.withdrawn.is_empty() {
        let numbers: Vec<String> = contest.withdrawn.iter().map(|candidate| format!("-{}", candidate + 1)).collect();
        writeln!(out, "{}", numbers.join(" "))?;
    }
    if contest.apart.blank > 0 {
        writeln!(out, "{} 0", contest.apart.blank)?;
    }
    write_ballots(rankings, out)?;
    writeln!(out, "0")?;
    for name in contest.candidates.iter().chain([&contest.title]) {
        writeln!(out, "\"{}\"", on_one_line(name))?;
    }
    Ok(())
}

fn write_ballots(rankings: &Rankings, out: &mut impl Write) -> Result<(), WriteError> {
    for ballot in rankings.iter() {
        write!(out, "{}", Ratio::new(ballot.units, rankings.weights().denominator()))?;
        for preference in ballot.preferences {
            let before = if preference.equal_to_previous() { '=' } else { ' ' };
            write!(out, "{before}{}", preference.candidate() + 1)?;
        }
        writeln!(out, " 0")?;
    }
    Ok(())
}

/// A name as a file of lines can hold it.
pub(super) fn on_one_line(name: &str) -> String {
    name.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
