//! Reports: what an office hands on. Ready-made questions with a few filters, on screen, on paper and as files; kept under a name, and
//! sent when their day comes.
//!
//! A report is data (`kinds`): its filters and its parts, each with its columns and where its rows come from. It is made by a job, part by
//! part, and its rows are kept for a few days: the page, the paper, the CSV files and the workbook are the same rows. Whoever asks the same
//! while it is made, or before anything happened in the co-op since, gets the same run. A report that could not be made is sent to nobody.
//!
//! The rows are a copy and name people, so they go as soon as anybody is erased.

mod drawn;
pub mod kinds;
mod making;
mod notices;
pub mod pages;
pub mod rules;
mod saving;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::Deserialize;

pub use kinds::{EVERY, Part, Report, Source};
pub use making::{ask, make, tidy};
pub use rules::Sent;
pub use saving::{change, remove, save, send_due};

use crate::figures::Span;
use crate::platform::error::{Error, Result};
use crate::platform::sql::{Gathered, row};
use crate::platform::text_enum::text_enum;

/// The most rows of a part.
pub const ROWS_MAX: i64 = 200_000;
/// How long the rows of a report are kept, in days.
pub const DAYS_KEPT: i64 = 7;
/// How many reports of the last days are listed.
pub const RUNS_LISTED: i64 = 20;
pub const NAME_MAX: usize = 120;

text_enum! {
    /// How far a report is.
    pub enum State {
        Making = "making",
        Ready = "ready",
        Failed = "failed",
    }
}

/// What somebody wants to know: a report, of which days, of which committee, which of its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub report: &'static Report,
    pub span: Span,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub committee: Option<i64>,
    /// One of the words of `Report::choices`; empty where it has none.
    pub chosen: &'static str,
}

row! {
    /// A part that is made.
    #[derive(Debug, Clone, Deserialize)]
    pub struct Made {
        pub part: i32,
        pub many: i32,
        /// There were more than a report holds.
        pub cut: bool,
    }
}

row! {
    /// A report that was asked for.
    #[derive(Debug, Clone)]
    pub struct Run {
        pub id: i64,
        pub report: String,
        pub span: Span,
        pub from_on: NaiveDate,
        pub until_on: NaiveDate,
        pub committee_id: Option<i64>,
        pub committee_en: String,
        pub committee_fr: String,
        pub chosen: String,
        pub today: NaiveDate,
        /// Nobody, where it came by itself.
        pub asked_by: Option<i64>,
        pub asker: String,
        pub asked_at: DateTime<Utc>,
        pub saved_id: Option<i64>,
        pub saved_name: String,
        pub due_on: Option<NaiveDate>,
        pub state: State,
        pub ended_at: Option<DateTime<Utc>>,
        pub parts: Gathered<Vec<Made>>,
    }
}

impl Run {
    pub fn report(&self) -> Result<&'static Report> {
        named(&self.report)
    }

    /// How many rows there are in all parts that are made.
    pub fn many(&self) -> i64 {
        self.parts.0.iter().map(|part| i64::from(part.many)).sum()
    }

    /// # Errors
    /// `NotFound` where there is no such report any more.
    pub fn question(&self) -> Result<Question> {
        let report = self.report()?;
        Ok(Question {
            report,
            span: self.span,
            from: self.from_on,
            until: self.until_on,
            committee: self.committee_id,
            chosen: report.choice(&self.chosen),
        })
    }
}

row! {
    /// A report with its filters, under a name.
    #[derive(Debug, Clone)]
    pub struct Saved {
        pub id: i64,
        pub name: String,
        pub report: String,
        pub span: Span,
        pub from_on: Option<NaiveDate>,
        pub until_on: Option<NaiveDate>,
        pub committee_id: Option<i64>,
        pub committee_en: String,
        pub committee_fr: String,
        pub chosen: String,
        pub sent: Sent,
        pub next_on: Option<NaiveDate>,
        pub saved_by: Option<i64>,
        pub version: i32,
    }
}

/// What is kept under a name. Days are kept where they were chosen, and else counted anew each time.
#[derive(Debug, Clone)]
pub struct NewSaved {
    pub name: String,
    pub question: Question,
    pub sent: Sent,
}

/// The report of this name.
///
/// # Errors
/// `NotFound` when there is none.
pub fn named(name: &str) -> Result<&'static Report> {
    #[cfg(test)]
    if name == tests::BROKEN.name {
        return Ok(&tests::BROKEN);
    }
    EVERY.iter().copied().find(|report| report.name == name).ok_or(Error::NotFound)
}

/// The reports of the last days, the latest first.
pub fn latest(conn: &mut PgConnection) -> Result<Vec<Run>> {
    store::latest(conn, RUNS_LISTED)
}

pub fn find(conn: &mut PgConnection, id: i64) -> Result<Run> {
    store::find(conn, id)
}

/// A row of a part: its place, the number of what it is about, its cells.
pub use store::Row;

/// The first rows of each part.
pub fn beginnings(conn: &mut PgConnection, run: i64, many: i32) -> Result<Vec<Row>> {
    store::beginnings(conn, run, many)
}

/// Rows of a part after a place.
pub fn rows(conn: &mut PgConnection, run: i64, part: i32, after: i32, many: i64) -> Result<Vec<Row>> {
    store::rows(conn, run, part, after, many)
}

pub fn all_saved(conn: &mut PgConnection) -> Result<Vec<Saved>> {
    store::saved::list(conn)
}

pub fn saved(conn: &mut PgConnection, id: i64) -> Result<Saved> {
    store::saved::find(conn, id)
}
