//! The count sheet as CSV: one line a candidate, one column a round, then the votes with nobody and the quota.
//!
//! Cells that a spreadsheet would take for a formula begin with an apostrophe.

use crate::outcome::{Detail, Figure, Funding, Outcome, Pairwise};

use super::{has_left, has_withdrawn, quotas, round_of, without_controls};

/// The outcome as CSV with English headings.
///
/// # Errors
/// None that a count can cause.
pub fn csv(outcome: &Outcome) -> Result<String, ::csv::Error> {
    let mut out = ::csv::Writer::from_writer(Vec::new());
    if let Detail::Funding(funding) = &outcome.detail {
        projects(&mut out, outcome, funding)?;
        return finished(out);
    }
    if let Detail::Pairwise(pairwise) = &outcome.detail {
        pairs(&mut out, outcome, pairwise)?;
        return finished(out);
    }
    let mut heading = vec!["candidate".to_owned(), "result".to_owned()];
    heading.extend((1..=outcome.rounds.len()).map(|number| format!("round {number}")));
    out.write_record(&heading)?;
    for (candidate, name) in outcome.candidates.iter().enumerate() {
        let figures = outcome.rounds.iter().map(|round| round.votes.get(candidate).cloned().unwrap_or_default());
        out.write_record(line(name, &result(outcome, candidate), figures))?;
    }
    if has_left(outcome) {
        let left = outcome.rounds.iter().map(|round| round.non_transferable.clone());
        out.write_record(line("(non-transferable)", "", left))?;
    }
    if let Some(quotas) = quotas(outcome) {
        let needed = matches!(outcome.detail, Detail::Proposal(_));
        out.write_record(line(if needed { "(needed)" } else { "(quota)" }, "", quotas.into_iter()))?;
    }
    finished(out)
}

/// One line a candidate: the ballots that prefer them to each other one, and the strengths of their paths where there are some.
fn pairs(out: &mut ::csv::Writer<Vec<u8>>, outcome: &Outcome, pairwise: &Pairwise) -> Result<(), ::csv::Error> {
    let tables = [("over", Some(&pairwise.votes)), ("path to", pairwise.strengths.as_ref())];
    let mut heading = vec!["candidate".to_owned(), "result".to_owned()];
    for (what, _) in tables.iter().filter(|(_, table)| table.is_some()) {
        heading.extend(outcome.candidates.iter().map(|name| without_controls(&format!("{what} {name}"))));
    }
    out.write_record(&heading)?;
    for (candidate, name) in outcome.candidates.iter().enumerate() {
        let mut cells = line(name, &result(outcome, candidate), std::iter::empty());
        for row in tables.iter().filter_map(|(_, table)| table.and_then(|table| table.get(candidate))) {
            let shown = |(other, figure): (usize, &Figure)| {
                if other == candidate { String::new() } else { figure.to_string() }
            };
            cells.extend(row.iter().enumerate().map(shown));
        }
        out.write_record(cells)?;
    }
    Ok(())
}

/// One line a project: votes and cost.
fn projects(out: &mut ::csv::Writer<Vec<u8>>, outcome: &Outcome, funding: &Funding) -> Result<(), ::csv::Error> {
    out.write_record(["project", "name", "result", "votes", "cost"])?;
    for (project, number) in outcome.candidates.iter().enumerate() {
        let figure = |figures: &[Figure]| figures.get(project).map(ToString::to_string).unwrap_or_default();
        let place = outcome.elected.iter().position(|funded| *funded == project);
        let withdrawn = if has_withdrawn(outcome, project) { "withdrawn" } else { "" };
        let result = place.map_or_else(|| withdrawn.to_owned(), |place| format!("funded {}", place + 1));
        let name = funding.names.get(project).map(|name| harmless(name)).unwrap_or_default();
        out.write_record([harmless(number), name, result, figure(&funding.votes), figure(&funding.costs)])?;
    }
    Ok(())
}

fn finished(out: ::csv::Writer<Vec<u8>>) -> Result<String, ::csv::Error> {
    let bytes = out.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn line(name: &str, result: &str, figures: impl Iterator<Item = Figure>) -> Vec<String> {
    [harmless(name), result.to_owned()].into_iter().chain(figures.map(|figure| figure.to_string())).collect()
}

fn harmless(name: &str) -> String {
    let formula = name.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("{}{}", if formula { "'" } else { "" }, without_controls(name))
}

fn result(outcome: &Outcome, candidate: usize) -> String {
    let elected = outcome.elected.iter().position(|elected| *elected == candidate);
    let excluded = round_of(outcome, |round| round.excluded.contains(&candidate));
    match (elected, excluded) {
        (Some(_), _) if matches!(outcome.detail, Detail::Proposal(_)) => "adopted".to_owned(),
        (Some(place), _) => format!("elected {}", place + 1),
        _ if has_withdrawn(outcome, candidate) => "withdrawn".to_owned(),
        (None, Some(round)) => format!("excluded in round {round}"),
        (None, None) => String::new(),
    }
}
