//! The ballots of a closed vote as another program can count them, without the names of who cast them.

use counting::{Contest, Directions};
use diesel::PgConnection;
use serde::Deserialize;

use super::paper::Question;
use super::{Attendance, Entitled, Pile, Register, rules, seal, store};
use crate::coops::QuorumOf;
use crate::platform::error::Result;
use crate::platform::i18n::Lang;

/// The ballots of each question of a closed vote, without names, as they were counted: whoever counts them again as they direct finds
/// what was found. None before the close.
pub fn contests(conn: &mut PgConnection, id: i64) -> Result<Vec<Contest>> {
    let rows = store::sealed::rows(conn, id)?;
    let (piles, _) = store::piles(conn, id, rows.questions.len(), QuorumOf::Votes)?;
    let seed = seal::ballots(&rows);
    let of = rows.poll.quorum_of;
    let rows = rows.questions.iter().zip(&rows.results).zip(&piles);
    let contests = rows.map(|((question, register), piles)| directed(of, question, register, &seed, piles));
    Ok(contests.collect::<anyhow::Result<_>>()?)
}

/// How a count calls its question and what can be chosen.
#[derive(Deserialize)]
struct Called {
    title: String,
    candidates: Vec<String>,
}

/// A question with its ballots and how it was counted. It is called as at the close, since lots hang on names.
pub fn directed(
    quorum_of: QuorumOf,
    question: &Question,
    register: &Register,
    seed: &str,
    piles: &[Pile],
) -> anyhow::Result<Contest> {
    let found = Called::deserialize(&register.outcome)?;
    let attendance = Attendance { roll: register.quorum_roll.into(), present: register.quorum_present.into() };
    let other = quorum_of != QuorumOf::Votes;
    let entitled = Entitled { roll: register.roll_size.into(), attendance: other.then_some(attendance) };
    let (method, settings) = rules::settings(question, entitled, seed)?;
    let seed = question.lot.then(|| seed.to_owned());
    let contest = rules::contest(question, &found.title, Lang::En, piles)?;
    let directions = Some(Directions { method, rule: settings.proposal, seed });
    Ok(Contest { candidates: found.candidates, directions, ..contest })
}
