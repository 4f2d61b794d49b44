//! What of a bundle does not fit, found from the bundle alone: `cooperator verify-vote`.
//!
//! Whatever the file holds, nothing here panics. A fault says its kind, by a word that `recount/recount.py` uses too, where it is, and
//! what is wrong. Texts come from the file: whoever prints them takes control characters out.

mod ballots;
mod counts;

use std::fmt;

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{Bundle, FORMAT, Link, Paper, VERSION, digest};
use crate::coops::QuorumOf;
use crate::platform::events;
use crate::platform::session::hex;
use crate::polls::slice;

/// The most bytes of a bundle.
pub const BYTES_MAX: u64 = 64 << 20;
const PARTS: [&str; 6] = ["format", "version", "paper", "ballots", "results", "chain"];

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub kind: &'static str,
    pub place: String,
    pub words: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}: {}", self.kind, self.place, self.words)
    }
}

/// The faults found so far. A file full of them is told of the first ones.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

/// More faults than anybody reads.
const FAULTS_MAX: usize = 1_000;

impl Faults {
    fn name(&mut self, kind: &'static str, place: impl Into<String>, words: impl Into<String>) {
        if self.0.len() < FAULTS_MAX {
            self.0.push(Fault { kind, place: place.into(), words: words.into() });
        }
    }
}

/// A bundle, and its parts as they stand in the file, since digests are of these.
///
/// # Errors
/// When it is no bundle of this version.
pub fn read(file: &[u8]) -> anyhow::Result<(Bundle, Value)> {
    ensure!(file.len() as u64 <= BYTES_MAX, "larger than {BYTES_MAX} bytes");
    let raw: Value = serde_json::from_slice(file).context("no JSON")?;
    let fields = raw.as_object().context("no object in braces")?;
    match (fields.get("format"), fields.get("version")) {
        (Some(Value::String(format)), Some(version)) if format == FORMAT => {
            ensure!(version.as_u64() == Some(VERSION), "version {version}, and this program reads version {VERSION}");
        }
        _ => bail!("its format is not {FORMAT}"),
    }
    ensure!(
        fields.len() == PARTS.len() && PARTS.iter().all(|part| fields.contains_key(*part)),
        "other parts than a bundle has"
    );
    only_whole(&raw)?;
    let bundle = serde_json::from_value(raw.clone()).context("not made as a bundle is")?;
    Ok((bundle, raw))
}

/// Numbers are whole, so that every program reads the same ones.
fn only_whole(value: &Value) -> anyhow::Result<()> {
    match value {
        Value::Number(number) if !number.is_i64() && !number.is_u64() => bail!("a number that is not whole: {number}"),
        Value::Array(values) => values.iter().try_for_each(only_whole),
        Value::Object(fields) => fields.values().try_for_each(only_whole),
        _ => Ok(()),
    }
}

/// Everything that does not fit, in the order of a doubter: the chain, the seals, the ballots, the sums, each count.
pub fn faults(bundle: &Bundle, raw: &Value) -> Vec<Fault> {
    let mut faults = Faults::default();
    let seals = chained(bundle, &mut faults);
    let none = Value::Null;
    let sealed = seals.last().copied().unwrap_or(&none);
    sealed_parts(raw, &seals, sealed, &mut faults);
    totals(bundle, &mut faults);
    let answers = ballots::answers(bundle, sealed, &mut faults);
    counts::counts(bundle, sealed, answers.as_deref(), &mut faults);
    faults.0
}

/// What could be recounted of a bundle, and what could not, for people.
pub fn told(bundle: &Bundle) -> String {
    match bundle.paper.publishes {
        super::Publishes::List => "recounted from the list of ballots".to_owned(),
        super::Publishes::Ballots => {
            "recounted from the answers to each question; no list shows whole ballots".to_owned()
        }
        super::Publishes::Figures => "not recounted: this vote publishes its figures alone".to_owned(),
    }
}

/// Follows the chain from the opening to the close, and gives what the events of this vote seal.
fn chained<'a>(bundle: &'a Bundle, faults: &mut Faults) -> Vec<&'a Value> {
    let chain = &bundle.chain;
    let mut last = unhex(&chain.before).unwrap_or_default();
    if hex(&last) != chain.before {
        faults.name("chain", "its beginning", "no hash");
    }
    let mut own = Vec::new();
    for (at, link) in (1..).zip(&chain.links) {
        let inside = match link {
            Link::Other(digest) => unhex(digest),
            Link::Own(event) => Some(
                events::Link {
                    kind: event.kind.clone(),
                    subject_kind: slice::POLL.word.to_owned(),
                    subject_id: Some(bundle.paper.vote),
                    seals: Some(event.seals.clone()),
                    rest: event.rest.clone(),
                }
                .digest(),
            ),
        };
        let Some(inside) = inside else {
            faults.name("chain", format!("event {at}"), "no digest");
            continue;
        };
        last = Sha256::new_with_prefix(&last).chain_update(inside).finalize().to_vec();
        if let Link::Own(event) = link {
            if hex(&last) != event.hash {
                let words = "its hash does not follow from what it seals and from what stands before it";
                faults.name("chain", format!("event {at} ({})", event.kind), words);
                last = unhex(&event.hash).unwrap_or_default();
            }
            own.push(event);
        }
    }
    let ends = [slice::POLL_OPENED.word, slice::POLL_CLOSED.word];
    let many = own.iter().filter(|event| ends.contains(&event.kind.as_str())).count();
    let is = |link: Option<&Link>, kind: &str| matches!(link, Some(Link::Own(event)) if event.kind == kind);
    if many != 2 || !is(chain.links.first(), ends[0]) || !is(chain.links.last(), ends[1]) {
        faults.name("chain", "its ends", "it does not go from the opening of this vote to its close");
    }
    own.iter().map(|event| &event.seals).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pair = |pair: &[u8]| match pair {
        [high, low] => Some(digit(*high)? * 16 + digit(*low)?),
        _ => None,
    };
    text.as_bytes().chunks(2).map(pair).collect()
}

/// The parts of the file are what was sealed, and the text and the roll are at the close what they were before.
fn sealed_parts(raw: &Value, seals: &[&Value], sealed: &Value, faults: &mut Faults) {
    for (part, name) in [("paper", "paper"), ("published", "ballots"), ("outcomes", "results")] {
        if Some(digest(&raw[name]).as_str()) != sealed[part].as_str() {
            faults.name(name, "the close", "not what the event of the close sealed");
        }
    }
    let before = seals.split_last().map_or(&[][..], |(_, before)| before);
    for part in ["paper", "roll"] {
        let latest = before.iter().rev().find_map(|seals| seals.get(part));
        if latest.is_none() || latest != sealed.get(part) {
            faults.name(part, "the opening", "not the same at the opening and at the close");
        }
    }
}

fn totals(bundle: &Bundle, faults: &mut Faults) {
    let (Paper { roll, publishes, quorum_of, .. }, cast) = (&bundle.paper, &bundle.ballots);
    let holds = match (&cast.list, &cast.piles) {
        (Some(_), None) => *publishes == super::Publishes::List,
        (None, Some(_)) => *publishes == super::Publishes::Ballots,
        (None, None) => *publishes == super::Publishes::Figures,
        (Some(_), Some(_)) => false,
    };
    if !holds {
        faults.name("totals", "the ballots", format!("not what a vote holds that publishes {}", publishes.word()));
    }
    let (votes, present) = (i64::from(roll.votes), i64::from(roll.quorum));
    let same = *quorum_of != QuorumOf::Votes || (cast.present, present) == (cast.voted, votes);
    if cast.voted < 0 || cast.present < 0 || cast.voted > votes || cast.present > present || !same {
        let words =
            format!("{} votes and {} present are not of a roll of {votes} and {present}", cast.voted, cast.present);
        faults.name("totals", "the roll", words);
    }
}
