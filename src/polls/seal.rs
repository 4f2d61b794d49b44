//! Seals: what a vote was opened with, or corrected to while it was open (`merging`, `extend`, `corrections`), and what was decided, as digests in the events of
//! its opening, its correction and its close. The chain of events covers them, so whoever changes the rows of a vote by hand is found out by `cooperator verify`.
//!
//! A digest is SHA-256 over the salt of the vote, the name of the part, and the fields in the order written here, each with its
//! length in front (eight bytes, the highest first). Numbers are decimal, times RFC 3339 in UTC with microseconds, what is not there
//! is empty. Rows come in the order of their members. The salt stands in the row of the vote alone: an event tells nobody how
//! somebody voted, or who was left off a roll, however few they were. What a bundle holds has seals without a salt besides (`bundle`): everybody
//! may see it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SecondsFormat, Utc};
use diesel::PgConnection;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::bundle::{self, Paper};
use super::paper::{Choice, Question};
use super::store::sealed::{self, Corrected, Rows};
use super::urn::{self, Listed};
use super::{Pile, Register, Status, slice, store};
use crate::coops::QuorumOf;
use crate::files::Sealed;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event};
use crate::platform::session::hex;
use crate::platform::slice::Discrepancy;

/// The parts that have a seal, by their names in an event.
const PARTS: [&str; 9] = ["proposal", "roll", "voted", "ballots", "result", "paper", "published", "outcomes", "list"];

/// One part, as far as it is hashed.
struct Part(Sha256);

impl Part {
    fn new(salt: &[u8], name: &str) -> Self {
        Self(Sha256::new()).bytes(salt).bytes(name.as_bytes())
    }

    fn bytes(mut self, field: &[u8]) -> Self {
        self.0.update((field.len() as u64).to_be_bytes());
        self.0.update(field);
        self
    }

    fn with(self, field: impl ToString) -> Self {
        self.bytes(field.to_string().as_bytes())
    }

    fn at(self, time: Option<DateTime<Utc>>) -> Self {
        self.with(time.map_or_else(String::new, |time| time.to_rfc3339_opts(SecondsFormat::Micros, true)))
    }

    fn end(self) -> String {
        hex(&self.0.finalize())
    }
}

/// What was voted on, by which rule and when.
fn proposal(rows: &Rows, status: Status, closed_at: Option<DateTime<Utc>>) -> String {
    let poll = &rows.poll;
    let texts = [&poll.title_en, &poll.title_fr, &poll.details_en, &poll.details_fr];
    let part = texts
        .into_iter()
        .chain(poll.case.texts())
        .fold(Part::new(&rows.salt, "proposal").with(poll.id), Part::with)
        .with(poll.case.cost.map_or_else(String::new, |cents| cents.to_string()))
        .with(status.word())
        .with(poll.binding)
        .with(poll.shows.word())
        .with(poll.secrecy.word())
        .with(poll.quorum_percent)
        .with(poll.quorum_of.word())
        .with(poll.second_call_of.map_or_else(String::new, |first| first.to_string()))
        .with(poll.quorum_roll.map_or_else(String::new, |size| size.to_string()))
        .with(poll.vote_of.word())
        .with(poll.roll_size.map_or_else(String::new, |size| size.to_string()))
        .at(Some(poll.opens_at))
        .at(Some(poll.closes_at))
        .at(poll.opened_at)
        .at(closed_at);
    let part = match poll.meeting_id {
        Some(meeting) => part.bytes(b"meeting").with(meeting),
        None => part,
    };
    let part = rows.questions.iter().fold(part, question);
    let file = |part: Part, file: &Sealed| {
        part.with(file.id).with(&file.name).with(&file.kind).with(&file.description).with(&file.sha256)
    };
    let part = rows.files.iter().fold(part, file);
    rows.corrected.iter().fold(part, corrected).end()
}

/// Both texts of a correction, and the two people.
fn corrected(part: Part, made: &Corrected) -> Part {
    let optional = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
    part.bytes(b"corrected")
        .with(made.number)
        .with(optional(made.question.map(i64::from)))
        .with(optional(made.choice.map(i64::from)))
        .with(&made.field)
        .with(&made.language)
        .with(&made.before)
        .with(&made.after)
        .with(made.proposed_by)
        .with(optional(made.settled_by))
        .at(made.settled_at)
}

fn question(part: Part, question: &Question) -> Part {
    let rule = &question.rule;
    let part = part
        .with(question.number)
        .with(&question.title_en)
        .with(&question.title_fr)
        .with(question.method.word())
        .with(question.seats)
        .with(question.points)
        .with(question.budget.map_or_else(String::new, |cents| cents.to_string()))
        .with(question.agree_percent)
        .with(question.objections_max)
        .with(question.lot)
        .with(rule.special)
        .with(rule.majority_num)
        .with(rule.majority_den)
        .with(rule.abstentions_count);
    let choice = |part: Part, choice: &Choice| {
        let part = match choice.withdrawn_at {
            Some(at) => part.bytes(b"withdrawn").at(Some(at)),
            None => part,
        };
        part.with(choice.number)
            .with(choice.place)
            .with(&choice.title_en)
            .with(&choice.title_fr)
            .with(choice.cost.map_or_else(String::new, |cents| cents.to_string()))
            .with(choice.day.map_or_else(String::new, |day| day.to_string()))
            .with(choice.hour.map_or_else(String::new, |hour| hour.to_string()))
    };
    question.choices.iter().fold(part, choice)
}

fn roll(rows: &Rows) -> String {
    let optional = |unit: &Option<i64>| unit.map_or_else(String::new, |unit| unit.to_string());
    let place = |part: Part, (member, unit, weight, home): &(i64, Option<i64>, i32, Option<i64>)| {
        part.with(member).with(optional(unit)).with(weight).with(optional(home))
    };
    rows.roll.iter().fold(Part::new(&rows.salt, "roll"), place).end()
}

/// Who took part in a secret vote.
fn voted(rows: &Rows) -> Option<String> {
    let urn = rows.urn.as_ref().filter(|_| rows.poll.secrecy.is_secret())?;
    Some(urn.voted.iter().fold(Part::new(&rows.salt, "voted"), Part::with).end())
}

/// Also what lots are drawn from: nobody knows it before the last ballot is in, and the event of the close tells it. Of a secret vote the
/// digest of the list, which needs no salt: what is in it is published, or stands under codes that nobody else knows.
pub fn ballots(rows: &Rows) -> String {
    if rows.poll.secrecy.is_secret() {
        return urn::list_digest(&rows.opened.iter().map(Listed::from).collect::<Vec<_>>());
    }
    let ballot = |part: Part, (member, answers, cast_at, cast_by, skipped): &sealed::Ballot| {
        let part = part.with(member).with(answers.len());
        let part = answers.iter().fold(part, Part::with).at(Some(*cast_at));
        let part = part.with(cast_by.map_or_else(String::new, |by| by.to_string())).with(skipped.len());
        skipped.iter().fold(part, Part::with)
    };
    rows.ballots.iter().fold(Part::new(&rows.salt, "ballots"), ballot).end()
}

fn result(rows: &Rows) -> String {
    let register = |part: Part, register: &Register| {
        part.with(register.question)
            .with(register.number.map_or_else(String::new, |number| number.to_string()))
            .with(register.verdict.word())
            .with(&register.outcome)
            .with(register.roll_size)
            .with(register.voted)
            .with(register.quorum_needed)
            .with(register.skipped)
            .with(register.quorum_roll)
            .with(register.quorum_present)
            .at(Some(register.decided_at))
    };
    rows.results.iter().fold(Part::new(&rows.salt, "result"), register).end()
}

/// The seals of a vote that has just opened. They hold for as long as it is there: closing adds an end, which is left out here.
pub fn at_opening(rows: &Rows) -> Value {
    let status = match rows.poll.status {
        Status::Closed | Status::Disputed | Status::Void => Status::Open,
        status => status,
    };
    let paper = bundle::digest(&Paper::of_rows(rows));
    json!({ "proposal": proposal(rows, status, None), "roll": roll(rows), "paper": paper })
}

/// The seals of a vote that was closed and counted, void since or not.
///
/// # Errors
/// On an outcome that cannot be read.
pub fn at_close(rows: &Rows, piles: &[Vec<Pile>]) -> Result<Value> {
    let status = if rows.poll.status == Status::Void { Status::Closed } else { rows.poll.status };
    let ballots = ballots(rows);
    let mut seals = json!({
        "proposal": proposal(rows, status, rows.poll.closed_at), "roll": roll(rows), "voted": voted(rows),
        "ballots": ballots, "result": result(rows),
    });
    let secrecy = rows.poll.secrecy;
    let outcomes = bundle::results_of(rows.poll.quorum_of, &rows.questions, &rows.results, &ballots)?;
    seals["paper"] = bundle::digest(&Paper::of_rows(rows)).into();
    seals["published"] = bundle::digest(&bundle::published(secrecy, piles, &rows.opened, &rows.results)).into();
    seals["outcomes"] = bundle::digest(&outcomes).into();
    if secrecy.is_secret() {
        seals["list"] = ballots.into();
    }
    Ok(seals)
}

/// Compares every vote that has opened with what its events sealed.
pub fn verify(conn: &mut PgConnection) -> Result<Vec<Discrepancy>> {
    let mut votes: BTreeMap<i64, [Option<Event>; 2]> =
        sealed::begun(conn)?.into_iter().map(|id| (id, [None, None])).collect();
    let kinds = [
        &slice::POLL_OPENED,
        &slice::POLL_ROLL_CORRECTED,
        &slice::INTEREST_DECLARED,
        &slice::INTEREST_WITHDRAWN,
        &slice::POLL_EXTENDED,
        &slice::POLL_ENDED,
        &slice::POLL_CORRECTED,
        &slice::CHOICE_WITHDRAWN,
        &slice::POLL_CLOSED,
        &slice::POLL_VOIDED,
    ];
    let mut void = BTreeSet::new();
    for event in events::of_kinds(conn, &kinds)? {
        if event.is(&slice::POLL_VOIDED) {
            void.insert(event.subject_id.unwrap_or(0));
            continue;
        }
        let again = [
            &slice::POLL_ROLL_CORRECTED,
            &slice::INTEREST_DECLARED,
            &slice::INTEREST_WITHDRAWN,
            &slice::POLL_EXTENDED,
            &slice::POLL_ENDED,
            &slice::POLL_CORRECTED,
            &slice::CHOICE_WITHDRAWN,
        ];
        if again.into_iter().any(|kind| event.is(kind)) {
            let [opening, _] = votes.entry(event.subject_id.unwrap_or(0)).or_default();
            *opening = Some(event);
            continue;
        }
        let end = usize::from(event.is(&slice::POLL_CLOSED));
        // A second one of a kind does not take the place of the first.
        votes.entry(event.subject_id.unwrap_or(0)).or_default()[end].get_or_insert(event);
    }
    let mut all = Vec::new();
    for (id, told) in votes {
        match sealed::rows(conn, id) {
            Ok(rows) => {
                let (piles, _) = store::piles(conn, id, rows.questions.len(), QuorumOf::Votes)?;
                compare(&rows, &piles, &told, &mut all)?;
                let said = |is_void: bool| if is_void { "void" } else { "not void" };
                let (told, found) = (void.contains(&id), rows.poll.status == Status::Void);
                if told != found {
                    all.push(Discrepancy::new(format!("the standing of vote {id}"), said(told), said(found)));
                }
            }
            Err(Error::NotFound) => all.push(Discrepancy::new(format!("vote {id}"), "a row", "none")),
            Err(error) => return Err(error),
        }
    }
    Ok(all)
}

fn compare(
    rows: &Rows,
    piles: &[Vec<Pile>],
    [opened, closed]: &[Option<Event>; 2],
    all: &mut Vec<Discrepancy>,
) -> Result<()> {
    let id = rows.poll.id;
    let is_over = rows.poll.status == Status::Closed || !rows.results.is_empty();
    let stages = [("opening", opened, true, at_opening(rows)), ("close", closed, is_over, at_close(rows, piles)?)];
    for (stage, event, must_be, found) in stages {
        let Some(event) = event else {
            if must_be {
                all.push(Discrepancy::new(format!("the {stage} of vote {id}"), "an event that tells of it", "none"));
            }
            continue;
        };
        for part in PARTS.into_iter().filter(|part| found.get(part).is_some_and(|seal| !seal.is_null())) {
            let seal = |seals: &Value| seals[part].as_str().unwrap_or("no seal").to_owned();
            let (told, found) = (seal(&event.detail["seals"]), seal(&found));
            if told != found {
                let expected = format!("{told} (event {})", event.id);
                all.push(Discrepancy::new(format!("the {part} of vote {id}"), &expected, &found));
            }
        }
    }
    Ok(())
}
