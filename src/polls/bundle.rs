//! The bundle of a closed vote: one JSON file that anybody takes away from the page of its result, and checks without this program's
//! database, with `cooperator verify-vote` or with `recount/recount.py`. docs/vote-bundle.md says what it holds, to strangers.
//!
//! It holds no name of anybody on the roll. Each part has a digest that the events of the vote seal: the text since the opening, the ballots
//! and the results since the close; and the chain from the one event to the other, in which other events are digests alone. A digest is
//! the SHA-256 of the JSON of a part, keys in order, without blanks, as `digest` writes it. A later version says another `version`;
//! what version 1 says stays readable.

pub mod check;
mod made;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

pub use made::{material, material_of, published, results_of};

use super::Verdict;
use super::paper::Method;
use crate::coops::{QuorumOf, VoteOf};
use crate::platform::canonical;
use crate::platform::i18n::Lang;
use crate::platform::session::hex;
use crate::platform::text_enum::text_enum;

/// What the file says it is.
pub const FORMAT: &str = "cooperator-vote-bundle";
pub const VERSION: u64 = 1;
/// The program that recounts bundles, offered beside them.
pub const PROGRAM: &str = include_str!("../../recount/recount.py");

text_enum! {
    /// Whether ballots are cast under names.
    pub enum Kind {
        Open = "open",
        Secret = "secret",
    }
}

text_enum! {
    /// What becomes public of the ballots.
    pub enum Publishes {
        /// Each ballot whole, with its code.
        List = "list",
        /// The answers to each question on its own, without codes and names.
        Ballots = "ballots",
        /// What was counted, and nothing to recount it from.
        Figures = "figures",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    pub format: String,
    pub version: u64,
    pub paper: Paper,
    pub ballots: Cast,
    /// One a question, in order.
    pub results: Vec<Kept>,
    pub chain: Chain,
}

impl Bundle {
    pub fn of(paper: Paper, ballots: Cast, results: Vec<Kept>, chain: Chain) -> Self {
        Self { format: FORMAT.to_owned(), version: VERSION, paper, ballots, results, chain }
    }

    /// The file: the same bytes each time.
    ///
    /// # Errors
    /// None that a bundle of ours has.
    pub fn file(&self) -> anyhow::Result<Vec<u8>> {
        let mut file = serde_json::to_vec_pretty(self)?;
        file.push(b'\n');
        Ok(file)
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub en: String,
    pub fr: String,
}

impl Said {
    pub fn new(en: &str, fr: &str) -> Self {
        Self { en: en.to_owned(), fr: fr.to_owned() }
    }

    pub fn in_language(&self, lang: Lang) -> &str {
        if lang == Lang::En { &self.en } else { &self.fr }
    }
}

/// What was voted on, by which rule and by how many: all that was frozen at the opening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub vote: i64,
    pub kind: Kind,
    pub publishes: Publishes,
    pub title: Said,
    pub details: Said,
    pub pros: Said,
    pub cons: Said,
    /// In cents.
    pub cost: Option<i64>,
    pub binding: bool,
    pub second_call_of: Option<i64>,
    /// The meeting at which it was taken; its quorum is that of the meeting, and none is counted here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<i64>,
    pub vote_of: VoteOf,
    pub quorum_of: QuorumOf,
    pub quorum_percent: i32,
    pub roll: RollTotals,
    pub opens_at: String,
    pub closes_at: String,
    pub opened_at: String,
    pub files: Vec<Attached>,
    /// What was misspelt and corrected while it was open: the texts above are the corrected ones.
    pub corrected: Vec<Correction>,
    pub questions: Vec<Asked>,
}

/// How many votes there are, and how many of what the quorum is taken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollTotals {
    pub votes: i32,
    pub quorum: i32,
}

/// A file that was voted on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    pub name: String,
    pub description: String,
    pub sha256: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    pub question: Option<i32>,
    pub choice: Option<i32>,
    pub field: String,
    pub language: String,
    pub before: String,
    pub after: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub number: i32,
    /// Empty where the title of the vote is the question.
    pub title: Said,
    pub method: Method,
    pub seats: i32,
    pub points: i32,
    /// In cents.
    pub budget: Option<i64>,
    pub lot: bool,
    pub special: bool,
    /// As `2/3`.
    pub majority: String,
    pub abstentions_count: bool,
    pub agree_percent: i32,
    pub objections_max: i32,
    /// In the order of the paper.
    pub choices: Vec<Choice>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// By which ballots name it.
    pub number: i32,
    pub title: Said,
    /// In cents.
    pub cost: Option<i64>,
    pub day: Option<String>,
    pub hour: Option<String>,
    /// Since when it stands no more: who stood withdrew, and the count leaves the name out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<String>,
}

/// What was cast, as far as it is public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cast {
    /// How many votes were cast, and how many take part in what the quorum is taken of.
    pub voted: i64,
    pub present: i64,
    /// Sorted by code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<Listed>>,
    /// One list a question, sorted by answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub piles: Option<Vec<Vec<Piled>>>,
}

/// One ballot of a secret vote.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Listed {
    /// 16 characters of Crockford's base32, then `-` and the voter's own word where they chose one.
    pub code: String,
    /// One a question, as `Answer::text` writes it.
    pub answers: Vec<String>,
}

/// Equal answers: how many ballots, and how many votes these are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piled {
    pub answer: String,
    pub ballots: i64,
    pub votes: i64,
}

/// What was found of a question at the close, and how it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    pub question: i32,
    /// Its place in the register of decisions.
    pub number: Option<i32>,
    pub decided_at: String,
    pub verdict: Verdict,
    pub quorum_needed: i64,
    /// What `cooperator count` reads, but for the ballots: method, seats, names, rule and seed.
    pub count: Value,
    /// Every figure, as `counting::Outcome` has it.
    pub outcome: Value,
}

/// The events from the opening to the close, each with its hash over the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// The hash before the opening, in hexadecimal; empty where nothing happened before.
    pub before: String,
    pub links: Vec<Link>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Link {
    /// An event of this vote that seals something.
    Own(Sealing),
    /// The digest of any other.
    Other(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealing {
    pub kind: String,
    pub seals: Value,
    /// The digest of the rest: who, when, and what else it told.
    pub rest: String,
    pub hash: String,
}

/// The digest of a part: of its JSON, keys in order, without blanks.
pub fn digest(part: &impl Serialize) -> String {
    let value = serde_json::to_value(part).unwrap_or_default();
    hex(&Sha256::digest(canonical::json(&value)))
}

/// The digest of the list of a secret vote, which is to be sorted by code. Lots are drawn from it.
pub fn list_digest(list: &[Listed]) -> String {
    digest(&list)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What another program hashes is what is hashed here: `printf '%s' '…' | sha256sum`.
    #[test]
    fn a_digest_is_of_json_with_keys_in_order_and_without_blanks() {
        let listed = |code: &str, answer: &str| Listed { code: code.to_owned(), answers: vec![answer.to_owned()] };
        let list = [listed("0000000000000000", "1>2"), listed("0000000000000001-Élan", "")];
        let text = r#"[{"answers":["1>2"],"code":"0000000000000000"},{"answers":[""],"code":"0000000000000001-Élan"}]"#;
        assert_eq!(list_digest(&list), hex(&Sha256::digest(text)));
        let value = serde_json::json!({ "b": "a\n\u{1f}\"\u{7f}", "a": null });
        assert_eq!(canonical::json(&value), "{\"a\":null,\"b\":\"a\\n\\u001f\\\"\u{7f}\"}");
    }
}
