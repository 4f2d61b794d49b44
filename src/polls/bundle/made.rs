//! How a bundle is made of the rows of a vote.

use anyhow::Context as _;
use chrono::{DateTime, SecondsFormat, Utc};
use counting::Contest;
use counting::readers::{self, Format};
use diesel::PgConnection;
use serde_json::Value;

use super::{Asked, Attached, Bundle, Cast, Chain, Choice, Correction, Kept, Kind, Link, Paper, Piled, Publishes};
use super::{RollTotals, Said, Sealing};
use crate::coops::QuorumOf;
use crate::files::File;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::polls::store::bundle::{self as rows, Linked, Material};
use crate::polls::store::sealed::Rows;
use crate::polls::store::urns::Opened;
use crate::polls::store::{self, Entire};
use crate::polls::urn::{self, Listed, Secrecy};
use crate::polls::{Pile, Poll, Question, Register, Status, paper, recount, slice};

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

impl Paper {
    fn of(poll: &Poll, questions: &[Question], files: Vec<Attached>, corrected: Vec<Correction>) -> Self {
        Self {
            vote: poll.id,
            kind: if poll.secrecy.is_secret() { Kind::Secret } else { Kind::Open },
            publishes: match poll.secrecy {
                Secrecy::List => Publishes::List,
                Secrecy::Open | Secrecy::Ballots => Publishes::Ballots,
                Secrecy::Figures => Publishes::Figures,
            },
            title: Said::new(&poll.title_en, &poll.title_fr),
            details: Said::new(&poll.details_en, &poll.details_fr),
            pros: Said::new(&poll.case.pros_en, &poll.case.pros_fr),
            cons: Said::new(&poll.case.cons_en, &poll.case.cons_fr),
            cost: poll.case.cost,
            binding: poll.binding,
            second_call_of: poll.second_call_of,
            meeting: poll.meeting_id,
            vote_of: poll.vote_of,
            quorum_of: poll.quorum_of,
            quorum_percent: poll.quorum_percent,
            roll: RollTotals { votes: poll.roll_size.unwrap_or(0), quorum: poll.quorum_roll.unwrap_or(0) },
            opens_at: moment(poll.opens_at),
            closes_at: moment(poll.closes_at),
            opened_at: poll.opened_at.map(moment).unwrap_or_default(),
            files,
            corrected,
            questions: questions.iter().map(Asked::of).collect(),
        }
    }

    /// As the events of a vote seal it.
    pub fn of_rows(rows: &Rows) -> Self {
        let file = |file: &crate::files::Sealed| attached(&file.name, &file.description, &file.sha256);
        let corrected = |made: &store::sealed::Corrected| Correction {
            question: made.question,
            choice: made.choice,
            field: made.field.clone(),
            language: made.language.clone(),
            before: made.before.clone(),
            after: made.after.clone(),
        };
        let files = rows.files.iter().map(file).collect();
        Self::of(&rows.poll, &rows.questions, files, rows.corrected.iter().map(corrected).collect())
    }

    pub fn of_entire(entire: &Entire) -> Self {
        let file = |file: &File| attached(&file.name, &file.description, &file.sha256);
        let corrected = entire.corrections.iter().filter(|one| one.is_made()).map(|made| Correction {
            question: made.question,
            choice: made.choice,
            field: made.field.word().to_owned(),
            language: made.language.word().to_owned(),
            before: made.before.clone(),
            after: made.after.clone(),
        });
        Self::of(&entire.poll, &entire.questions, entire.files.iter().map(file).collect(), corrected.collect())
    }
}

fn attached(name: &str, description: &str, sha256: &str) -> Attached {
    Attached { name: name.to_owned(), description: description.to_owned(), sha256: sha256.to_owned() }
}

impl Asked {
    pub fn of(question: &Question) -> Self {
        let choice = |choice: &&paper::Choice| Choice {
            number: choice.number,
            title: Said::new(&choice.title_en, &choice.title_fr),
            cost: choice.cost,
            day: choice.day.map(|day| day.to_string()),
            hour: choice.hour.map(|hour| hour.to_string()),
            withdrawn_at: choice.withdrawn_at.map(moment),
        };
        Self {
            number: question.number,
            title: Said::new(&question.title_en, &question.title_fr),
            method: question.method,
            seats: question.seats,
            points: question.points,
            budget: question.budget,
            lot: question.lot,
            special: question.rule.special,
            majority: format!("{}/{}", question.rule.majority_num, question.rule.majority_den),
            abstentions_count: question.rule.abstentions_count,
            agree_percent: question.agree_percent,
            objections_max: question.objections_max,
            choices: question.on_paper().iter().map(choice).collect(),
        }
    }
}

/// What is public of the ballots of a vote that was counted: each question on its own, or what was found in the urn, by code.
pub fn published(secrecy: Secrecy, piles: &[Vec<Pile>], opened: &[Opened], registers: &[Register]) -> Cast {
    let piled = |pile: &Pile| Piled { answer: pile.answer.clone(), ballots: pile.ballots, votes: pile.weight };
    let sorted = |piles: &Vec<Pile>| {
        let mut all: Vec<Piled> = piles.iter().map(piled).collect();
        all.sort_by(|a, b| a.answer.cmp(&b.answer)); // by bytes, not as a language has it
        all
    };
    let first = registers.first();
    let public = urn::published(secrecy, opened.len());
    Cast {
        voted: first.map_or(0, |register| register.voted.into()),
        present: first.map_or(0, |register| register.quorum_present.into()),
        list: (public == Secrecy::List).then(|| opened.iter().map(Listed::from).collect()),
        piles: matches!(public, Secrecy::Open | Secrecy::Ballots).then(|| piles.iter().map(sorted).collect()),
    }
}

/// What was found of each question, and how it is counted. Lots are drawn from `seed`.
pub fn results_of(
    quorum_of: QuorumOf,
    questions: &[Question],
    registers: &[Register],
    seed: &str,
) -> anyhow::Result<Vec<Kept>> {
    let kept = |(question, register): (&Question, &Register)| -> anyhow::Result<Kept> {
        let contest = recount::directed(quorum_of, question, register, seed, &[])?;
        Ok(Kept {
            question: question.number,
            number: register.number,
            decided_at: moment(register.decided_at),
            verdict: register.verdict,
            quorum_needed: register.quorum_needed.into(),
            count: count_of(&contest)?,
            outcome: register.outcome.clone(),
        })
    };
    questions.iter().zip(registers).map(kept).collect()
}

/// How a contest is counted, as its JSON says it.
pub fn count_of(contest: &Contest) -> anyhow::Result<Value> {
    let mut file = Vec::new();
    readers::write(Format::Json, contest, &mut file)?;
    let mut count: Value = serde_json::from_slice(&file)?;
    let fields = count.as_object_mut().context("a contest is an object")?;
    for of_ballots in ["ballots", "blank", "invalid", "abstentions"] {
        fields.remove(of_ballots);
    }
    Ok(count)
}

/// A vote with its results, and its bundle where it has one: not before its close has its place in the chain, and not once it is void.
///
/// # Errors
/// `NotFound`.
pub fn material(conn: &mut PgConnection, id: i64) -> Result<(Entire, Vec<Register>, Option<Bundle>)> {
    let entire = store::entire(conn, id)?;
    let (registers, bundle) = material_of(conn, &entire)?;
    Ok((entire, registers, bundle))
}

/// The same of a vote that was read.
pub fn material_of(conn: &mut PgConnection, entire: &Entire) -> Result<(Vec<Register>, Option<Bundle>)> {
    let id = entire.poll.id;
    let Material { registers, piles, links } = rows::material(conn, id, entire.questions.len())?;
    let secrecy = entire.poll.secrecy;
    let opened = if secrecy.is_secret() { store::urns::opened(conn, id)? } else { Vec::new() };
    // Of very few nothing is published.
    let public = urn::published(secrecy, opened.len());
    if public != secrecy || entire.poll.status != Status::Closed || registers.is_empty() || links.is_empty() {
        return Ok((registers, None));
    }
    let chain = chain(id, &links)?;
    let seals = match chain.links.last() {
        Some(Link::Own(close)) => &close.seals,
        _ => &Value::Null,
    };
    let seed = seals[if secrecy.is_secret() { "list" } else { "ballots" }].as_str().unwrap_or_default();
    let results = results_of(entire.poll.quorum_of, &entire.questions, &registers, seed)?;
    let bundle = Bundle::of(Paper::of_entire(entire), published(secrecy, &piles, &opened, &registers), results, chain);
    Ok((registers, Some(bundle)))
}

/// The chain as it is shown: what this vote's events seal, and digests of all others.
fn chain(id: i64, links: &[Linked]) -> Result<Chain> {
    let own = |linked: &&Linked| {
        let link = &linked.link;
        link.subject_kind == slice::POLL.word && link.subject_id == Some(id) && link.seals.is_some()
    };
    let opening = links.iter().position(|linked| own(&linked)).ok_or(Error::NotFound)?;
    let shown = |linked: &Linked| match &linked.link.seals {
        Some(seals) if own(&linked) => Link::Own(Sealing {
            kind: linked.link.kind.clone(),
            seals: seals.clone(),
            rest: linked.link.rest.clone(),
            hash: linked.hash.clone(),
        }),
        _ => Link::Other(crate::platform::session::hex(&linked.link.digest())),
    };
    let before = opening.checked_sub(1).and_then(|at| links.get(at)).map(|linked| linked.hash.clone());
    Ok(Chain { before: before.unwrap_or_default(), links: links[opening..].iter().map(shown).collect() })
}

/// The names of a question in a language, as its count has them: the title and the choices.
pub fn names(paper: &Paper, asked: &Asked, question: &Question, lang: Lang) -> (String, Vec<String>) {
    let own = asked.title.in_language(lang);
    let title = if own.is_empty() { paper.title.in_language(lang) } else { own };
    (title.to_owned(), crate::polls::rules::names(question, lang))
}
