//! Writing JSON: the project's own form, which keeps all of a contest, and Debian's.

use std::io::Write;

use num_rational::Ratio;
use serde_json::{Value, json};

use super::error::WriteError;
use super::{exact, json_directions};
use crate::contest::{Ballots, Contest, Weights};
use crate::outcome::Figure;

/// Writes a contest in the project's own form, one ballot a line.
pub(crate) fn write(contest: &Contest, out: &mut impl Write) -> Result<(), WriteError> {
    writeln!(out, "{{")?;
    key(out, "title", &json!(contest.title))?;
    key(out, "seats", &json!(contest.seats))?;
    key(out, "candidates", &json!(contest.candidates))?;
    if !contest.withdrawn.is_empty() {
        key(out, "withdrawn", &json!(contest.withdrawn.iter().map(|place| place + 1).collect::<Vec<_>>()))?;
    }
    for (name, papers) in
        [("blank", contest.apart.blank), ("invalid", contest.apart.invalid), ("abstentions", contest.apart.abstentions)]
    {
        if papers > 0 {
            key(out, name, &json!(papers))?;
        }
    }
    write_rules(contest, out)?;
    for (name, value) in contest.directions.iter().flat_map(json_directions::told) {
        key(out, name, &value)?;
    }
    write_ballots(&contest.ballots, out)?;
    writeln!(out, "}}")?;
    Ok(())
}

fn key(out: &mut impl Write, name: &str, value: &Value) -> Result<(), WriteError> {
    Ok(writeln!(out, "{}: {value},", Value::from(name))?)
}

/// The budget and the default option, where there are.
fn write_rules(contest: &Contest, out: &mut impl Write) -> Result<(), WriteError> {
    let text = |value: &num_rational::BigRational| Figure::exact(value.clone()).to_string();
    if let Some(budget) = &contest.budget {
        let costs: Vec<String> = budget.costs.iter().map(text).collect();
        let mut value = json!({"total": text(&budget.total), "costs": costs, "names": budget.names});
        if let Some(currency) = &budget.currency {
            value["currency"] = json!(currency);
        }
        key(out, "budget", &value)?;
    }
    if let Some(default) = &contest.default_option {
        let majorities: Vec<String> =
            default.majorities.iter().map(|(n, of)| Ratio::new(*n, *of).to_string()).collect();
        let value = json!({"option": default.option + 1, "quorum": text(&default.quorum), "majorities": majorities});
        key(out, "default_option", &value)?;
    }
    Ok(())
}

fn write_ballots(ballots: &Ballots, out: &mut impl Write) -> Result<(), WriteError> {
    let mut lines = Lines { out, first: true };
    match ballots {
        Ballots::Ranked(rankings) => {
            lines.start("ranked")?;
            for ballot in rankings.iter() {
                let ranks: Vec<Vec<usize>> =
                    ballot.ranks().map(|rank| rank.iter().map(|place| place.candidate() + 1).collect()).collect();
                lines.ballot(&json!({"weight": weight(rankings.weights(), ballot.units), "ranks": ranks}))?;
            }
        }
        Ballots::Marked(markings) => {
            lines.start("marked")?;
            for ballot in markings.iter() {
                let mark =
                    |mark: &crate::contest::Mark| json!([mark.candidate + 1, exact::points_text(mark.millionths)]);
                let points: Vec<Value> = ballot.marks.iter().map(mark).collect();
                lines.ballot(&json!({"weight": weight(markings.weights(), ballot.units), "points": points}))?;
            }
        }
    }
    Ok(write!(lines.out, "\n]\n")?)
}

fn weight(weights: &Weights, units: u64) -> String {
    Ratio::new(units, weights.denominator()).to_string()
}

/// Ballots, one a line, commas between them.
struct Lines<'a, W> {
    out: &'a mut W,
    first: bool,
}

impl<W: Write> Lines<'_, W> {
    fn start(&mut self, kind: &str) -> Result<(), WriteError> {
        key(self.out, "kind", &json!(kind))?;
        Ok(write!(self.out, "\"ballots\": [")?)
    }

    fn ballot(&mut self, ballot: &Value) -> Result<(), WriteError> {
        let before = if self.first { "" } else { "," };
        self.first = false;
        Ok(write!(self.out, "{before}\n{ballot}")?)
    }
}

/// Writes a contest in Debian's form. The default option is the last one there.
pub(crate) fn write_debian(contest: &Contest, out: &mut impl Write) -> Result<(), WriteError> {
    let Ballots::Ranked(rankings) = &contest.ballots else {
        return Err(WriteError::NoPlace("points"));
    };
    if rankings.weights().denominator() != 1 {
        return Err(WriteError::NoPlace("parts of votes"));
    }
    writeln!(out, "{{")?;
    key(out, "title", &json!(contest.title))?;
    key(out, "options", &json!(contest.candidates))?;
    if let Some(default) = &contest.default_option {
        key(out, "default_option", &json!(default.option + 1))?;
        key(out, "quorum", &json!(Figure::exact(default.quorum.clone()).to_string()))?;
        let required: serde_json::Map<String, Value> = (1..)
            .zip(&default.majorities)
            .map(|(number, (n, of)): (usize, _)| (number.to_string(), json!(Ratio::new(*n, *of).to_string())))
            .collect();
        key(out, "majority_required", &Value::Object(required))?;
    }
    let mut lines = Lines { out, first: true };
    write!(lines.out, "\"ballots\": [")?;
    if contest.apart.blank > 0 {
        lines.ballot(&json!([contest.apart.blank, "-".repeat(contest.candidates.len())]))?;
    }
    for ballot in rankings.iter() {
        let mut text = vec![b'-'; contest.candidates.len()];
        for (digit, rank) in (b'1'..).zip(ballot.ranks()) {
            if digit > b'9' {
                return Err(WriteError::NoPlace("more than nine ranks"));
            }
            for preference in rank {
                text[preference.candidate()] = digit;
            }
        }
        lines.ballot(&json!([ballot.units, String::from_utf8_lossy(&text)]))?;
    }
    write!(lines.out, "\n]\n}}\n")?;
    Ok(())
}
