//! Hours: what people give, what they owe, and what is said about both.
//!
//! The ledger is append-only: what was wrong is put right by a further line, never by a change. A line keeps what it was given for as it was
//! called then, so that hours outlive the task or the work day. It counts for who did it and for the home where they lived that day, whatever
//! the co-op's duty is taken by. Nobody is ranked, and nothing follows from what is missing but that people are told.
//!
//! This slice knows no tasks, chores or meetings. Whoever has such work calls `credit` when it is done and `take_back` when it was not.

pub mod account;
pub mod api;
pub mod claims;
mod closing;
pub mod contests;
pub mod duty;
pub mod exemptions;
pub mod gifts;
pub mod kinds;
mod ledger;
pub mod notices;
pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use diesel::prelude::*;

pub use ledger::{credit, take_back};
pub use rules::{Carry, Duty, Per};

use crate::platform::error::Result;
use crate::platform::sql::row;
use crate::platform::text_enum::text_enum;

text_enum! {
    /// What hours were given for.
    pub enum Kind {
        Task = "task",
        Chore = "chore",
        Meeting = "meeting",
        Committee = "committee",
        Board = "board",
        Claim = "claim",
        Gift = "gift",
        /// A line that puts another right.
        Correction = "correction",
        /// Saved up before the co-op kept hours here.
        Opening = "opening",
    }
}

/// Work that earned hours.
#[derive(Debug, Clone)]
pub struct Work<'a> {
    pub kind: Kind,
    /// The word of the kind of subject, `task` or `turn`, and its number: where the hours come from.
    pub about: &'static str,
    pub about_id: i64,
    /// As it is called now. The line keeps it.
    pub title: &'a str,
    pub worked_on: NaiveDate,
    pub minutes: i32,
}

/// Who did it: a member, or a home as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doer {
    Member(i64),
    Unit(i64),
}

impl Doer {
    pub fn member(self) -> Option<i64> {
        if let Self::Member(id) = self { Some(id) } else { None }
    }

    pub fn unit(self) -> Option<i64> {
        if let Self::Unit(id) = self { Some(id) } else { None }
    }
}

row! {
    /// Somebody who was credited for something, and still is.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Credited {
        pub line: i64,
        /// None where a home was as a whole.
        pub member_id: Option<i64>,
        pub unit_id: Option<i64>,
        /// Of the member, or of the home.
        pub name: String,
        pub minutes: i32,
        pub worked_on: NaiveDate,
    }
}

/// Who was credited for something and still is, by name.
pub fn credited(conn: &mut PgConnection, about: &str, about_id: i64) -> Result<Vec<Credited>> {
    store::ledger::credited(conn, about, about_id)
}

/// Who takes no turns.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Exempt {
    pub members: Vec<i64>,
    pub units: Vec<i64>,
}

/// The members and the homes that are asked for nothing on a day, whatever the reason: who is wholly exempt themselves, or whose home is;
/// and homes that are, or where everybody who lives there is.
pub fn exempt(conn: &mut PgConnection, day: NaiveDate) -> Result<Exempt> {
    store::ledger::exempt(conn, day)
}
