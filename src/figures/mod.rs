//! Figures of the co-op: how many we are, who comes, who votes, what is done, how people find it.
//!
//! A figure is data (`kinds`): its columns, one statement, who may see it. What a page draws, its table, its CSV file, its workbook and
//! its JSON are the rows of that statement, so they cannot disagree. Everybody who may see a figure sees the same numbers.
//!
//! What people gave is told by whole quarters that are over, under the day on which it was entered: what is added later counts later, so a
//! number that was published never moves, and nobody finds what one home gave by taking one page from another. A cell about fewer homes
//! than the rule profile's smallest group is put together with others of its quarter, or left out.

mod drawn;
pub mod kinds;
pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
pub mod tests;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

pub use kinds::{Column, EVERY, Figure, Seen, Unit, column};
pub use rules::{Period, Span};
pub use store::select::SHARED;

use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;

/// What stands in one place of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Number(i64),
    Day(NaiveDate),
    Title {
        en: String,
        fr: String,
    },
    Word(String),
    /// Not known, or about too few.
    Nothing(()),
}

impl Value {
    /// Nothing is 0, where it is drawn.
    pub fn number(&self) -> i64 {
        if let Self::Number(number) = self { *number } else { 0 }
    }

    pub fn day(&self) -> Option<NaiveDate> {
        if let Self::Day(day) = self { Some(*day) } else { None }
    }

    pub fn text(&self, lang: Lang) -> &str {
        match self {
            Self::Title { en, fr } => {
                if lang == Lang::En {
                    en
                } else {
                    fr
                }
            }
            Self::Word(word) => word,
            _ => "",
        }
    }
}

/// A row, and the number of what it is about where that has a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: Option<i64>,
    pub cells: Vec<Value>,
}

/// A figure with its rows of a period.
#[derive(Debug, Clone)]
pub struct Series {
    pub figure: &'static Figure,
    pub rows: Vec<Row>,
}

impl Series {
    /// The numbers of a column, in order.
    pub fn numbers(&self, column: &str) -> Vec<i64> {
        let at = self.figure.columns.iter().position(|one| one.name == column);
        at.map_or_else(Vec::new, |at| self.rows.iter().map(|row| row.cells[at].number()).collect())
    }

    pub fn sum(&self, column: &str) -> i64 {
        self.numbers(column).iter().sum()
    }
}

/// What a reader gets: some figures of a period, and the smallest group that a number may be about.
#[derive(Debug)]
pub struct Found {
    pub series: Vec<Series>,
    pub group_min: i64,
}

impl Found {
    pub fn of(&self, name: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.figure.name == name)
    }
}

/// Figures of a period, in one query whatever their number.
pub fn find(conn: &mut PgConnection, figures: &[&'static Figure], period: Period, today: NaiveDate) -> Result<Found> {
    store::find(conn, figures, period, today)
}

/// The figure of this name.
///
/// # Errors
/// `NotFound` when there is none, or the reader may not see it.
pub fn named(name: &str, seen: Seen) -> Result<&'static Figure> {
    EVERY.iter().copied().find(|figure| figure.name == name && figure.seen >= seen).ok_or(Error::NotFound)
}

/// One thing behind a figure: what it is, its address, its day, and what happened.
pub use store::Fact;

/// What is behind a figure, the latest first, at most `limit`.
pub fn facts(
    conn: &mut PgConnection,
    figure: &Figure,
    period: Period,
    today: NaiveDate,
    limit: i64,
) -> Result<Vec<Fact>> {
    store::facts(conn, figure, period, today, limit)
}
