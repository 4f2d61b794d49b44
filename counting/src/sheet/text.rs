//! The count sheet as text: a table with one column a round, cut into blocks that fit a page, then the rounds in sentences.
//!
//! The words come from outside: a function puts a phrase into words.

use std::fmt::Write as _;

use super::{Cell, action, cells, has_left, has_withdrawn, quotas, without_controls};
use crate::contest::Candidate;
use crate::outcome::{Detail, Figure, Funding, Outcome};
use crate::telling::{self, Arg, Phrase};

/// Puts a phrase into words.
pub type Say<'a> = &'a dyn Fn(&Phrase) -> String;

/// Characters of a line.
const LINE_WIDTH: usize = 110;
/// Characters of a name in a table of several columns.
const NAME_WIDTH_MAX: usize = 34;
const COLUMN_WIDTH_MIN: usize = 14;
/// Lines of a column's heading below the number of its round.
const HEADING_LINES_MAX: usize = 3;

/// The outcome as text.
pub fn text(outcome: &Outcome, say: Say<'_>) -> String {
    let mut out = String::new();
    if !outcome.title.is_empty() {
        line(&mut out, &outcome.title);
        line(&mut out, &"=".repeat(width(&outcome.title)));
    }
    wrapped(&mut out, &sentences(&telling::opening(outcome), say));
    line(&mut out, "");
    match &outcome.detail {
        Detail::Funding(funding) => projects(&mut out, outcome, funding, say),
        Detail::Pairwise(_) => {}
        _ => votes(&mut out, outcome, say),
    }
    if let Detail::Pairwise(pairwise) = &outcome.detail {
        grid(&mut out, outcome, "count-sheet-pairs", &pairwise.votes, say);
        if let Some(strengths) = &pairwise.strengths {
            grid(&mut out, outcome, "count-sheet-strengths", strengths, say);
        }
    }
    for number in 1..=outcome.rounds.len() {
        let told = telling::round(outcome, number);
        if told.is_empty() {
            continue;
        }
        let words = sentences(&told, say);
        let numbered = outcome.rounds.len() > 1;
        let heading =
            Phrase::new("count-round-told", [("round", Arg::Many(number)), ("told", Arg::Name(words.clone()))]);
        wrapped(&mut out, &if numbered { say(&heading) } else { words });
    }
    line(&mut out, "");
    wrapped(&mut out, &sentences(&telling::result(outcome), say));
    out
}

fn sentences(phrases: &[Phrase], say: Say<'_>) -> String {
    phrases.iter().map(say).collect::<Vec<_>>().join(" ")
}

fn line(out: &mut String, text: &str) {
    let _ = writeln!(out, "{}", without_controls(text).trim_end()); // a string takes all that is written
}

/// Text over lines of at most [`LINE_WIDTH`], the later ones set in.
fn wrapped(out: &mut String, text: &str) {
    for (at, part) in broken(text, LINE_WIDTH - 2).iter().enumerate() {
        line(out, &if at == 0 { part.clone() } else { format!("  {part}") });
    }
}

/// Text broken at blanks into parts of at most `most` characters; a longer word is cut.
fn broken(text: &str, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut word: Vec<char> = word.chars().collect();
        loop {
            let taken = lines.last().map_or(0, |last| width(last));
            if taken + usize::from(taken > 0) + word.len() <= most {
                break;
            }
            if taken > 0 {
                lines.push(String::new());
            } else {
                lines.push(String::new());
                let rest = word.split_off(most);
                let at = lines.len() - 2;
                lines[at] = word.into_iter().collect();
                word = rest;
            }
        }
        if let Some(last) = lines.last_mut() {
            if !last.is_empty() {
                last.push(' ');
            }
            last.extend(word);
        }
    }
    lines
}

fn width(text: &str) -> usize {
    text.chars().count()
}

/// A text in exactly so many characters, at the left or at the right.
fn fitted(text: &str, most: usize) -> String {
    if width(text) <= most { text.to_owned() } else { text.chars().take(most - 1).chain(['…']).collect() }
}

fn left(text: &str, most: usize) -> String {
    format!("{:<most$}", fitted(text, most))
}

/// The table of votes, in blocks of as many rounds as fit on a line.
fn votes(out: &mut String, outcome: &Outcome, say: Say<'_>) {
    let rows = rows(outcome, say);
    let names = rows.iter().map(|row| width(&row.name)).max().unwrap_or(0);
    let widest = rows.iter().flat_map(|row| row.cells.iter().map(|cell| width(cell))).max().unwrap_or(0);
    let column = (widest + 2).max(COLUMN_WIDTH_MIN);
    let names = names.clamp(10, names_width_max(outcome.rounds.len(), column));
    let fitting = ((LINE_WIDTH - names) / column).max(1);
    let all: Vec<usize> = (0..outcome.rounds.len()).collect();
    for block in all.chunks(fitting) {
        let headings: Vec<Vec<String>> = block.iter().map(|at| heading(outcome, *at, column - 2, say)).collect();
        for part in 0..headings.iter().map(Vec::len).max().unwrap_or(0) {
            let cells = headings.iter().map(|heading| heading.get(part).cloned().unwrap_or_default());
            line(out, &row(&left("", names), cells, column));
        }
        line(out, &"-".repeat(names + column * block.len()));
        for (at, body) in rows.iter().enumerate() {
            if at == outcome.candidates.len() {
                line(out, &"-".repeat(names + column * block.len()));
            }
            line(out, &row(&left(&body.name, names), block.iter().map(|at| body.cells[*at].clone()), column));
        }
        line(out, "");
    }
    let marked = rows.iter().any(|row| row.cells.iter().any(|cell| cell.starts_with('*')));
    if marked {
        let once = outcome.rounds.len() == 1;
        line(out, &say(&Phrase::new(if once { "count-sheet-mark-once" } else { "count-sheet-mark" }, [])));
        line(out, "");
    }
}

/// How wide names may be so that the columns still fit; never less than [`NAME_WIDTH_MAX`].
fn names_width_max(columns: usize, column: usize) -> usize {
    LINE_WIDTH.saturating_sub(columns.saturating_mul(column)).max(NAME_WIDTH_MAX)
}

fn row(name: &str, cells: impl Iterator<Item = String>, column: usize) -> String {
    cells.fold(name.to_owned(), |line, cell| format!("{line}{:>column$}", fitted(&cell, column)))
}

struct Row {
    name: String,
    cells: Vec<String>,
}

fn rows(outcome: &Outcome, say: Say<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> =
        (0..outcome.candidates.len()).map(|candidate| of_candidate(outcome, candidate, say)).collect();
    let figures = |figures: Vec<Figure>| figures.iter().map(ToString::to_string).collect();
    let named = |key| say(&Phrase::new(key, []));
    if has_left(outcome) {
        let left = outcome.rounds.iter().map(|round| round.non_transferable.clone()).collect();
        rows.push(Row { name: named("count-sheet-left"), cells: figures(left) });
        let all = vec![with_decimals(outcome, &outcome.valid); outcome.rounds.len()];
        rows.push(Row { name: named("count-sheet-all"), cells: figures(all) });
    }
    if let Some(quotas) = quotas(outcome).filter(|quotas| !quotas.is_empty()) {
        let quotas = quotas.iter().map(|quota| with_decimals(outcome, quota)).collect();
        let proposal = matches!(outcome.detail, Detail::Proposal(_));
        let name = named(if proposal { "count-sheet-needed" } else { "count-sheet-quota" });
        rows.push(Row { name, cells: figures(quotas) });
    }
    rows
}

/// A figure with the decimals that the votes have, so that columns line up.
fn with_decimals(outcome: &Outcome, figure: &Figure) -> Figure {
    let votes = outcome.rounds.iter().flat_map(|round| &round.votes).map(|votes| votes.places);
    Figure { places: votes.max().unwrap_or(0), ..figure.clone() }
}

/// The votes of a candidate round by round: a star where they are elected, a dash once they are excluded.
fn of_candidate(outcome: &Outcome, candidate: Candidate, say: Say<'_>) -> Row {
    let cells = cells(outcome, candidate).into_iter().map(|cell| match cell {
        Cell::Votes(votes) => votes.to_string(),
        Cell::Elected(votes) => format!("*{votes}"),
        Cell::Gone => "–".to_owned(),
    });
    Row { name: row_name(outcome, candidate, say), cells: cells.collect() }
}

/// The name in front of a line, with a word for those who withdrew.
fn row_name(outcome: &Outcome, candidate: Candidate, say: Say<'_>) -> String {
    let name = outcome.shown(candidate);
    match has_withdrawn(outcome, candidate) {
        true => say(&Phrase::new("count-sheet-withdrawn", [("name", Arg::Name(name))])),
        false => name,
    }
}

/// What a column shows, in lines: the number of the round, and what was done to come to it.
fn heading(outcome: &Outcome, at: usize, most: usize, say: Say<'_>) -> Vec<String> {
    if outcome.rounds.len() == 1 {
        return broken(&say(&Phrase::new("count-sheet-votes", [])), most);
    }
    let mut lines = vec![say(&Phrase::new("count-sheet-round", [("round", Arg::Many(at + 1))]))];
    let mut words = broken(&say(&action(outcome, at)), most);
    if words.len() > HEADING_LINES_MAX {
        words.truncate(HEADING_LINES_MAX);
        words[HEADING_LINES_MAX - 1] = fitted(&format!("{} …", words[HEADING_LINES_MAX - 1]), most);
    }
    lines.extend(words);
    lines
}

/// One line a project: votes, cost, and whether it is funded.
fn projects(out: &mut String, outcome: &Outcome, funding: &Funding, say: Say<'_>) {
    let column = COLUMN_WIDTH_MIN;
    let shown: Vec<String> = (0..outcome.candidates.len()).map(|project| row_name(outcome, project, say)).collect();
    let names = shown.iter().map(|name| width(name)).max().unwrap_or(0).clamp(10, names_width_max(3, column));
    let heading = ["count-sheet-votes", "count-sheet-cost", "count-sheet-funded"].map(|key| say(&Phrase::new(key, [])));
    line(out, &row(&left("", names), heading.into_iter(), column));
    line(out, &"-".repeat(names + column * 3));
    for (project, name) in shown.iter().enumerate() {
        let figure = |figures: &[Figure]| figures.get(project).map(ToString::to_string).unwrap_or_default();
        let mark = if outcome.elected.contains(&project) { "*" } else { "" };
        line(
            out,
            &row(&left(name, names), [figure(&funding.votes), figure(&funding.costs), mark.into()].into_iter(), column),
        );
    }
    line(out, "");
}

/// Each against each: a square with the candidates by number.
fn grid(out: &mut String, outcome: &Outcome, title: &'static str, figures: &[Vec<Figure>], say: Say<'_>) {
    let widest = figures.iter().flatten().map(|figure| width(&figure.to_string())).max().unwrap_or(0);
    let column = (widest + 2).max(6);
    let shown: Vec<String> = (0..outcome.candidates.len()).map(|candidate| row_name(outcome, candidate, say)).collect();
    let names = shown.iter().map(|name| width(name) + 5).max().unwrap_or(0);
    let names = names.clamp(10, names_width_max(outcome.candidates.len(), column));
    line(out, &say(&Phrase::new(title, [])));
    let numbers = (1..=outcome.candidates.len()).map(|number| format!("({number})"));
    line(out, &row(&left("", names), numbers, column));
    for (at, name) in shown.iter().enumerate() {
        let cells = figures
            .get(at)
            .into_iter()
            .flatten()
            .enumerate()
            .map(|(against, figure)| if against == at { String::new() } else { figure.to_string() });
        line(out, &row(&left(&format!("({}) {name}", at + 1), names), cells, column));
    }
    line(out, "");
}
