//! Writing Pabulib `.pb`: one line a voter, as the format has it.

use std::io::Write;

use super::blt::on_one_line;
use super::error::WriteError;
use super::exact;
use super::fields::quoted;
use crate::contest::{Ballots, Contest, POINT, Weights};
use crate::outcome::Figure;

/// The most voters that are written, a line each.
const VOTERS_MAX: u64 = 10_000_000;

/// Writes a contest with a budget.
pub(crate) fn write(contest: &Contest, out: &mut impl Write) -> Result<(), WriteError> {
    let budget = contest.budget.as_ref().ok_or(WriteError::NoPlace("a contest without a budget"))?;
    let kind = vote_type(&contest.ballots);
    writeln!(out, "META\nkey;value\ndescription;{}", quoted(&on_one_line(&contest.title), ';'))?;
    writeln!(out, "num_projects;{}", contest.candidates.len())?;
    writeln!(out, "num_votes;{}", contest.ballots.total() + num_bigint::BigInt::from(contest.apart.blank))?;
    writeln!(out, "budget;{}\nvote_type;{kind}", Figure::exact(budget.total.clone()))?;
    if let Some(currency) = &budget.currency {
        writeln!(out, "currency;{}", quoted(&on_one_line(currency), ';'))?;
    }
    let named = !budget.names.is_empty();
    writeln!(out, "PROJECTS\nproject_id;cost{}", if named { ";name" } else { "" })?;
    for (at, (number, cost)) in contest.candidates.iter().zip(&budget.costs).enumerate() {
        write!(out, "{};{}", quoted(number, ';'), Figure::exact(cost.clone()))?;
        match budget.names.get(at) {
            Some(name) => writeln!(out, ";{}", quoted(&on_one_line(name), ';'))?,
            None => writeln!(out)?,
        }
    }
    write_votes(contest, kind, out)
}

fn vote_type(ballots: &Ballots) -> &'static str {
    match ballots {
        Ballots::Ranked(_) => "ordinal",
        Ballots::Marked(markings)
            if markings.iter().all(|ballot| ballot.marks.iter().all(|m| m.millionths == POINT)) =>
        {
            "approval"
        }
        Ballots::Marked(_) => "scoring",
    }
}

fn write_votes(contest: &Contest, kind: &str, out: &mut impl Write) -> Result<(), WriteError> {
    let scoring = kind == "scoring";
    writeln!(out, "VOTES\nvoter_id;vote{}", if scoring { ";points" } else { "" })?;
    let mut voter = 0;
    let mut write = |count: u64, vote: &str, points: Option<&str>| -> Result<(), WriteError> {
        for _ in 0..count {
            voter += 1;
            match points {
                Some(points) => writeln!(out, "{voter};{vote};{points}")?,
                None => writeln!(out, "{voter};{vote}")?,
            }
        }
        Ok(())
    };
    let numbers = |candidates: Vec<usize>| -> String {
        candidates.iter().map(|candidate| contest.candidates[*candidate].as_str()).collect::<Vec<_>>().join(",")
    };
    writable(contest)?;
    write(contest.apart.blank, "", scoring.then_some(""))?;
    match &contest.ballots {
        Ballots::Ranked(rankings) => {
            for ballot in rankings.iter() {
                let vote = numbers(ballot.preferences.iter().map(|preference| preference.candidate()).collect());
                write(ballot.units, &vote, None)?;
            }
        }
        Ballots::Marked(markings) => {
            for ballot in markings.iter() {
                let vote = numbers(ballot.marks.iter().map(|mark| mark.candidate).collect());
                let points: Vec<String> = ballot.marks.iter().map(|mark| exact::points_text(mark.millionths)).collect();
                write(ballot.units, &vote, scoring.then_some(points.join(",").as_str()))?;
            }
        }
    }
    Ok(())
}

/// Whether one line a voter can say what the ballots say.
fn writable(contest: &Contest) -> Result<(), WriteError> {
    let weights: &Weights = match &contest.ballots {
        Ballots::Ranked(rankings) if rankings.has_equal_ranks() => {
            return Err(WriteError::NoPlace("equal ranks"));
        }
        Ballots::Ranked(rankings) => rankings.weights(),
        Ballots::Marked(markings) => markings.weights(),
    };
    if weights.denominator() != 1 {
        return Err(WriteError::NoPlace("parts of votes"));
    }
    if weights.sum().saturating_add(contest.apart.blank) > VOTERS_MAX {
        return Err(WriteError::NoPlace("so many voters"));
    }
    if contest.candidates.iter().any(|number| number.contains([',', ';', '"', '\n']) || number.trim() != number) {
        return Err(WriteError::NoPlace("project numbers with commas, semicolons or quotes"));
    }
    Ok(())
}
