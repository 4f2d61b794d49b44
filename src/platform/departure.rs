//! What hangs on a person and ends, is given on or stays when they leave the co-op, as each slice declares it.
//!
//! A departure is known from the day on which it is entered, and may lie ahead. What has dates of its own ends by them, so its end
//! is written at once; all else ends on the day itself. Whatever a verb ended it gives back as a value that is enough to restore it:
//! `members::departures` keeps these values for as long as the departure can be taken back, and knows nothing of what is in them.
//!
//! In a selection, `{member}` and `{account}` stand for the person's numbers, the second null where they have none, `{day}` for the
//! first day on which they are gone, `{lang}` for `en` or `fr`. Its one column is what a row is called, empty where nobody may read it.

use chrono::NaiveDate;
use diesel::PgConnection;
use serde_json::Value;

use super::act::Act;
use super::error::Result;

/// Somebody leaves the co-op.
#[derive(Debug, Clone, Copy)]
pub struct Departure {
    pub member: i64,
    pub account: Option<i64>,
    /// The first day on which they are gone.
    pub on: NaiveDate,
    /// The first day on which they are back, where they came back: what begins then is not this departure's.
    pub until: Option<NaiveDate>,
}

impl Departure {
    /// Whether they are gone on a day.
    pub fn lasts(&self, day: NaiveDate) -> bool {
        self.on <= day && self.until.is_none_or(|until| day < until)
    }
}

/// A kind of thing that hangs on a person. Words: `departure-<name>` with `{ $count }` and `{ $names }`, as the page says it
/// beforehand; `departure-<name>-lost` with `{ $count }` where it may not come back.
pub struct Hanging {
    pub name: &'static str,
    pub select: &'static str,
    pub fate: Fate,
}

pub enum Fate {
    /// As it was. It is said before, so that nobody wonders.
    Stays,
    /// It has dates of its own: its end is written when the departure is entered, and moves with it.
    Ends(Verbs),
    /// It ends, or is given on, on the day.
    OnTheDay(Verbs),
}

pub struct Verbs {
    /// Ends everything of this kind; what is ended already is left. A value for each thing.
    pub end: fn(&mut Act<'_>, &Departure) -> Result<Vec<Value>>,
    /// The departure was none, or on another day: one thing is again as before it ended. False where it cannot be.
    pub restore: fn(&mut Act<'_>, &Departure, &Value) -> Result<bool>,
}

impl Fate {
    pub fn verbs(&self) -> Option<&Verbs> {
        match self {
            Self::Stays => None,
            Self::Ends(verbs) | Self::OnTheDay(verbs) => Some(verbs),
        }
    }
}

/// What becomes of the rows of a table that point at somebody by one of its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// They are history, or their own. Why.
    Stays(&'static str),
    /// None is left from the day on of which this condition is true; `{day}` is that day.
    Ends(&'static str),
    /// They are there for others: none of which this condition is true points at the person any more.
    Freed(&'static str),
    Removed,
}
/// What a group has of a slice, by the group's id: how much, what becomes of it when the group closes, and how one of the values that
/// this gave is the group's again when it opens anew. False where it cannot be.
pub struct Closing {
    pub count: fn(&mut PgConnection, i64) -> Result<usize>,
    pub end: fn(&mut Act<'_>, i64) -> Result<Vec<Value>>,
    pub restore: fn(&mut Act<'_>, i64, &Value) -> Result<bool>,
}
