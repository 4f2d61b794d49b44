//! Two entries of the register that are one person become one, as each slice declares it.
//!
//! One entry is kept and shown from then on. The other one stays as a row that nobody is shown, because sealed history points at it:
//! the rolls and ballots of votes that are over, and events. What of a table follows the person is said beside what becomes of it
//! when they leave (`person::Table::pointing`). Where moving rows is not enough a slice has verbs; what these did they give back as a
//! value, which is enough to undo it.

use serde_json::Value;

use super::act::Act;
use super::error::Result;

/// What becomes of the rows that point at the other entry by one of a table's columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merging {
    /// They point at the kept one.
    Moves,
    /// The same; those that agree in these columns and whose days meet or overlap become one. Where rows have no days, the kept one's stands
    /// for both.
    Unites(&'static [&'static str]),
    /// The kept one's own are put together from both by `members::merging`, and the other's stay with it.
    Composed,
    /// The verbs of the slice see to them.
    ByVerb,
    /// They stay with the entry that they were made under. Why.
    Stays(&'static str),
}

/// Of what points at an account: which of two goes on is asked, and what the other one did is told under it as ever.
pub const OF_ACCOUNT: Merging = Merging::Stays("an account that is closed is still the one that did it");

/// Which of two entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Kept,
    Other,
}

impl Side {
    pub const ALL: [(&'static str, Self); 2] = [("kept", Self::Kept), ("other", Self::Other)];
}

/// Two entries of one person, and what was chosen where only one can go on.
#[derive(Debug, Clone, Copy)]
pub struct Merge {
    pub kept: i64,
    pub other: i64,
    /// Whose home ends today, where both live in one; none where both go on.
    pub home_ends: Option<Side>,
}

/// What a slice does beyond the rows that move.
pub struct Verbs {
    /// Before the other entry is out of sight. What it did, enough to undo it.
    pub merge: fn(&mut Act<'_>, &Merge) -> Result<Value>,
    /// They were two people after all. False where something changed since and was left as it is.
    pub undo: fn(&mut Act<'_>, &Merge, &Value) -> Result<bool>,
}
