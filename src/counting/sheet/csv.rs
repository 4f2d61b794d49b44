//! The count sheet as CSV: one line a candidate, one column a round, then the votes with nobody and the quota.
//!
//! Cells that a spreadsheet would take for a formula begin with an apostrophe.

use crate::counting::outcome::{Detail, Figure, Funding, Outcome};

use super::{has_left, quotas, round_of};

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
        out.write_record(line("(quota)", "", quotas.into_iter()))?;
    }
    finished(out)
}

/// One line a project: votes and cost.
fn projects(out: &mut ::csv::Writer<Vec<u8>>, outcome: &Outcome, funding: &Funding) -> Result<(), ::csv::Error> {
    out.write_record(["project", "name", "result", "votes", "cost"])?;
    let votes = outcome.rounds.first().map_or(&[][..], |round| &round.votes);
    for (project, number) in outcome.candidates.iter().enumerate() {
        let figure = |figures: &[Figure]| figures.get(project).map(ToString::to_string).unwrap_or_default();
        let place = outcome.elected.iter().position(|funded| *funded == project);
        let result = place.map(|place| format!("funded {}", place + 1)).unwrap_or_default();
        let name = funding.names.get(project).map(|name| harmless(name)).unwrap_or_default();
        out.write_record([harmless(number), name, result, figure(votes), figure(&funding.costs)])?;
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
    if name.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{name}") } else { name.to_owned() }
}

fn result(outcome: &Outcome, candidate: usize) -> String {
    let elected = outcome.elected.iter().position(|elected| *elected == candidate);
    let excluded = round_of(outcome, |round| round.excluded.contains(&candidate));
    match (elected, excluded) {
        (Some(place), _) => format!("elected {}", place + 1),
        (None, Some(round)) => format!("excluded in round {round}"),
        (None, None) => String::new(),
    }
}
