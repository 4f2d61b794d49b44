//! The ballots of a closed vote as another program can count them, without the names of who cast them.

use counting::{Contest, Directions, Outcome};
use diesel::PgConnection;

use super::paper::Question;
use super::{Attendance, Entitled, Pile, Register, rules, seal, store};
use crate::coops::QuorumOf;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// The ballots of each question of a closed vote, without names, as they were counted: whoever counts them again as they direct finds
/// what was found. They are called as at the close, since lots hang on names. None before the close.
pub fn contests(conn: &mut PgConnection, id: i64) -> Result<Vec<Contest>> {
    let rows = store::sealed::rows(conn, id)?;
    let (piles, _) = store::piles(conn, id, rows.questions.len(), QuorumOf::Votes)?;
    let seed = seal::ballots(&rows);
    let other = rows.poll.quorum_of != QuorumOf::Votes;
    let entitled = |register: &Register| {
        let attendance = Attendance { roll: register.quorum_roll.into(), present: register.quorum_present.into() };
        Entitled { roll: register.roll_size.into(), attendance: other.then_some(attendance) }
    };
    let contest = |((question, register), piles): ((&Question, &Register), &Vec<Pile>)| {
        let found: Outcome = serde_json::from_value(register.outcome.clone())?;
        let (method, settings) = rules::settings(question, entitled(register), &seed)?;
        let seed = question.lot.then(|| seed.clone());
        let contest = rules::contest(question, &found.title, Lang::En, piles)?;
        let directions = Some(Directions { method, rule: settings.proposal, seed });
        Ok(Contest { candidates: found.candidates, directions, ..contest })
    };
    let rows = rows.questions.iter().zip(&rows.results).zip(&piles);
    Ok(rows.map(contest).collect::<anyhow::Result<_>>()?)
}
