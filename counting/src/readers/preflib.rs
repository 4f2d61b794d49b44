//! PrefLib orders: `.soi`, `.toi` and the complete ones `.soc`, `.toc`.
//!
//! Lines with `#` are the heading, `# ALTERNATIVE NAME n: …` among them. Then `count: a,b,{c,d}`, best first, braces around
//! equal ones. Alternatives not listed are unranked. A file with fewer or more voters than it announces is not whole.

use std::io::{BufRead, Write};

use num_bigint::BigInt;
use num_rational::Ratio;

use super::blt::on_one_line;
use super::error::{ReadError, WriteError};
use super::exact;
use super::gather::{Announced, CANDIDATES_MAX, Named, RankedPile};
use super::lines::{Line, Lines};
use super::words::Words;
use crate::contest::{Ballots, Contest, Ranking, Rankings};

/// Reads a contest; PrefLib knows no seats, so there is one.
pub(super) fn read(input: impl BufRead) -> Result<Contest, ReadError> {
    let mut lines = Lines::new(input);
    let mut heading = Heading::default();
    let mut orders = Orders::default();
    while let Some(line) = lines.next_filled()? {
        match line.text.trim_start().strip_prefix('#') {
            Some(_) if heading.closed => {}
            Some(remark) => heading.read(&line, remark)?,
            None => {
                if line.number == 1 && !line.text.contains(':') {
                    let expected =
                        "a heading of lines with #, as PrefLib writes it since 2022; older files begin with a number";
                    return Err(ReadError::new(1, 1, expected, &line.text));
                }
                heading.close().map_err(|expected| ReadError::new(line.number, 1, expected, &line.text))?;
                orders.read(&line, heading.names.len())?;
            }
        }
    }
    heading.close().map_err(|expected| lines.ends(expected))?;
    let voters = heading.voters.take();
    let mut contest = Contest { title: heading.title, seats: 1, ..Contest::default() };
    contest.candidates = heading.names.into_iter().flatten().collect();
    contest.apart.blank = orders.blank;
    contest.ballots = orders.pile.finish();
    if let Some(voters) = voters {
        voters.all_found(&contest, &lines)?;
    }
    Ok(contest)
}

/// What the heading says that a count needs.
#[derive(Default)]
struct Heading {
    title: String,
    announced: Option<usize>,
    voters: Option<Announced>,
    names: Vec<Option<String>>,
    closed: bool,
}

impl Heading {
    /// The heading ends with the first order: from there on it is known who stands.
    fn close(&mut self) -> Result<(), String> {
        self.closed = true;
        let announced = self.announced.unwrap_or(self.names.len()).max(1);
        match (0..announced).find(|at| self.names.get(*at).is_none_or(Option::is_none)) {
            Some(missing) => Err(format!("a line # ALTERNATIVE NAME {}: …", missing + 1)),
            None if self.names.len() > announced => Err(format!("names of {announced} alternatives, not of more")),
            None => Ok(()),
        }
    }

    fn read(&mut self, line: &Line, remark: &str) -> Result<(), ReadError> {
        let Some((key, value)) = remark.split_once(':') else {
            return Ok(());
        };
        let (key, value) = (key.trim(), value.trim());
        let mut words = Words::new(line.number, &line.text);
        let most = CANDIDATES_MAX as u64;
        match key.strip_prefix("ALTERNATIVE NAME") {
            Some(_) => {
                words.sign('#');
                words.word(&[]);
                words.word(&[]);
                let number = words.number(&[':'], 1, most, "the number of an alternative,")? as usize;
                self.names.resize(self.names.len().max(number), None);
                if self.names[number - 1].replace(value.to_owned()).is_some() {
                    return Err(ReadError::new(line.number, 1, "one name for each alternative", &line.text));
                }
            }
            None if key == "NUMBER ALTERNATIVES" => {
                words.phrase(&[':']);
                words.sign(':');
                self.announced = Some(words.number(&[], 1, most, "a number of alternatives")? as usize);
            }
            None if key == "NUMBER VOTERS" => {
                let ballots = exact::amount(value).ok_or_else(|| words.expected("a number of voters"))?;
                self.voters = Some(Announced { ballots, line: line.number });
            }
            None if key == "TITLE" => self.title = value.to_owned(),
            None => {}
        }
        Ok(())
    }
}

/// The orders read so far.
#[derive(Default)]
struct Orders {
    pile: RankedPile,
    named: Named,
    blank: u64,
}

impl Orders {
    fn read(&mut self, line: &Line, alternatives: usize) -> Result<(), ReadError> {
        let mut words = Words::new(line.number, &line.text);
        let count = words.word(&[':']);
        let weight = exact::weight(count).ok_or_else(|| words.expected_before(count, "a number of ballots"))?;
        if !words.sign(':') {
            return Err(words.expected("a colon after the number of ballots"));
        }
        self.pile.start();
        self.named.start();
        while !words.at_end() {
            self.read_rank(&mut words, alternatives)?;
            if !words.at_end() && !words.sign(',') {
                return Err(words.expected("a comma between alternatives"));
            }
        }
        if self.pile.is_blank() {
            self.blank = self.blank.saturating_add(weight.to_integer());
            return Ok(());
        }
        self.pile.end(weight).map_err(|error| words.refused(error))
    }

    /// `a`, or `{a,b}` for equal ones.
    fn read_rank(&mut self, words: &mut Words, alternatives: usize) -> Result<(), ReadError> {
        let braces = words.sign('{');
        let mut equal = false;
        loop {
            let word = words.word(&[',', '{', '}', ':']);
            let number = word.parse().ok().filter(|number: &usize| (1..=alternatives).contains(number));
            let number = number
                .ok_or_else(|| words.expected_before(word, format!("an alternative from 1 to {alternatives}")))?;
            if !self.named.first_time(number - 1) {
                return Err(words.expected_before(word, "an alternative not yet named on this ballot"));
            }
            self.pile.rank(number - 1, equal).map_err(|error| words.refused(error))?;
            equal = true;
            if !braces || words.sign('}') {
                return Ok(());
            }
            if !words.sign(',') {
                return Err(words.expected("a comma or a closing brace"));
            }
        }
    }
}

/// Writes a contest with ranked ballots.
pub(super) fn write(contest: &Contest, out: &mut impl Write) -> Result<(), WriteError> {
    let Ballots::Ranked(rankings) = &contest.ballots else {
        return Err(WriteError::NoPlace("points"));
    };
    if !contest.withdrawn.is_empty() {
        return Err(WriteError::NoPlace("candidates who withdrew"));
    }
    writeln!(out, "# TITLE: {}", on_one_line(&contest.title))?;
    writeln!(out, "# NUMBER ALTERNATIVES: {}", contest.candidates.len())?;
    let blank = contest.apart.blank;
    writeln!(out, "# NUMBER VOTERS: {}", rankings.weights().total() + BigInt::from(blank))?;
    writeln!(out, "# NUMBER UNIQUE ORDERS: {}", rankings.len() + usize::from(blank > 0))?;
    for (at, name) in contest.candidates.iter().enumerate() {
        writeln!(out, "# ALTERNATIVE NAME {}: {}", at + 1, on_one_line(name))?;
    }
    if blank > 0 {
        writeln!(out, "{blank}:")?;
    }
    for ballot in rankings.iter() {
        write_order(ballot, rankings, out)?;
    }
    Ok(())
}

fn write_order(ballot: Ranking, rankings: &Rankings, out: &mut impl Write) -> Result<(), WriteError> {
    write!(out, "{}:", Ratio::new(ballot.units, rankings.weights().denominator()))?;
    for (at, rank) in ballot.ranks().enumerate() {
        let numbers: Vec<String> = rank.iter().map(|preference| (preference.candidate() + 1).to_string()).collect();
        let before = if at == 0 { " " } else { "," };
        match rank {
            [_] => write!(out, "{before}{}", numbers.join(","))?,
            _ => write!(out, "{before}{{{}}}", numbers.join(","))?,
        }
    }
    writeln!(out)?;
    Ok(())
}
