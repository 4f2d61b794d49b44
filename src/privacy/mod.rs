//! Privacy: the page that says to everybody what is kept of people, why, who sees it, how long, and what they may ask for; and who
//! answers for it. Everything about one person, for that person; and the erasing of whoever is gone.
//!
//! What is kept of people, in which tables and how long, each slice declares of itself; this slice reads the declarations and knows
//! nobody's tables. Technical data is removed every night without asking, because nobody misses it. What is known of a person is
//! never erased by a clock: a dispute, a share still to be paid back or a law may ask for longer, so the program lists who is due
//! and somebody decides. Nobody reads this slice.

pub mod access_request;
pub mod erasure;
pub mod pages;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use diesel::prelude::*;
use serde_json::Value;

use crate::platform::error::Result;
use crate::platform::person::Figure;
use crate::platform::slice::Slices;
use crate::{accounts, members};

/// The fewest signs of a word by which somebody is looked for in texts: a shorter one stands in too many.
const WORD_MIN: usize = 5;

/// A person as the declarations of the slices speak of them.
#[derive(Debug, Clone)]
pub struct Person {
    pub member: i64,
    pub account: Option<i64>,
    /// What stands where a name stood.
    pub sign: String,
    /// Names and addresses by which they can be found in a text and nobody else, longest first, so that no half is left.
    pub words: Vec<String>,
}

/// Who looks at everything about a person.
#[derive(Debug, Clone, Copy)]
pub struct Looker {
    /// They themselves.
    pub own: bool,
    /// Whoever keeps the register.
    pub office: bool,
    /// Who may know what is owed.
    pub treasurer: bool,
}

impl Person {
    fn nameless(member: i64, account: Option<i64>) -> Self {
        Self { member, account, sign: members::sign(member), words: Vec::new() }
    }

    /// A member, with the words by which they can be found.
    pub fn find(conn: &mut PgConnection, slices: Slices, member: i64) -> Result<Self> {
        let mut person = Self::nameless(member, accounts::of_member(conn, member)?);
        let mut words = store::words(conn, slices, &person)?;
        words.iter_mut().for_each(|word| *word = word.trim().to_owned());
        words.retain(|word| word.chars().count() >= WORD_MIN);
        words.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        words.dedup();
        person.words = words;
        Ok(person)
    }

    /// The words, also as JSON writes them.
    fn spellings(&self) -> Vec<String> {
        let in_json = |word: &str| {
            let text = Value::from(word).to_string();
            text.get(1..text.len() - 1).unwrap_or_default().to_owned()
        };
        let mut all: Vec<String> = self.words.iter().flat_map(|word| [word.clone(), in_json(word)]).collect();
        all.dedup();
        all
    }

    /// The same as patterns of `like`.
    fn patterns(&self) -> Vec<String> {
        let escaped =
            self.spellings().into_iter().map(|word| word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        escaped.map(|word| format!("%{word}%")).collect()
    }
}

/// A figure of how long something is kept, by the rules of the co-op as an object.
pub fn figure(of: Figure, rules: &Value) -> i64 {
    let rule = |column: &str| rules[column].as_i64().unwrap_or_default();
    match of {
        Figure::Is(figure) => figure,
        Figure::Rule(column) => rule(column),
        Figure::YearsOf(column) => rule(column) / 12,
        Figure::MonthsBeyond(column) => rule(column) % 12,
    }
}
