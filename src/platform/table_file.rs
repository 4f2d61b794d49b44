//! A table of a page as a file to take away: one value, and the address that was asked for says whether a CSV file or a workbook
//! comes of it. Every route that ends in `.csv` has a brother that ends in `.xlsx`, with the same handler.

use actix_web::HttpResponse;
use actix_web::http::header;
use chrono::TimeDelta;

use serde_json::json;

use super::error::{Error, Result};
use super::events::{self, EventKind};
use super::page::Answer;
use super::spreadsheet;
use super::visit::Visit;

pub use super::spreadsheet::Cell;

/// A row of a table, of values that are text, numbers, days or nothing.
macro_rules! table_row {
    ($($value:expr),* $(,)?) => {
        vec![$($crate::platform::table_file::Cell::from($value)),*]
    };
}
pub(crate) use table_row;

const CSV: &str = "text/csv; charset=utf-8";
pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A table: headings, and rows of as many cells.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub headings: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    pub fn new<C: Into<Cell>>(
        headings: impl IntoIterator<Item = String>,
        rows: impl IntoIterator<Item = Vec<C>>,
    ) -> Self {
        let rows = rows.into_iter().map(|row| row.into_iter().map(Into::into).collect());
        Self { headings: headings.into_iter().collect(), rows: rows.collect() }
    }

    /// The file that was asked for, once the log says who took it away: for what leaves the register. `kind` is that event.
    pub async fn taken(self, visit: &Visit, kind: &'static EventKind, name: &str) -> Answer {
        taken(visit, kind, name, self.rows.len()).await?;
        self.answer(visit, name)
    }

    /// The file that was asked for, called `name` and its ending.
    pub fn answer(self, visit: &Visit, name: &str) -> Answer {
        let (kind, ending, body) = if visit.path.ends_with(".xlsx") {
            let body = spreadsheet::write_workbook(&self.headings, &self.rows);
            (WORKBOOK, "xlsx", body.map_err(|error| Error::Internal(anyhow::Error::new(error)))?)
        } else {
            let body = spreadsheet::write(&self.headings, &self.rows);
            (CSV, "csv", body)
        };
        Ok(HttpResponse::Ok()
            .content_type(kind)
            .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{ending}\"")))
            .body(body))
    }
}

/// The most files that one account takes away in an hour: more than any office needs, and an end to a program that asks without one.
const FILES_AN_HOUR: i64 = 60;

/// Records that so many lines left the register as a file.
///
/// # Errors
/// `TooMany` from the sixty-first file of an hour on.
pub async fn taken(visit: &Visit, kind: &'static EventKind, name: &str, lines: usize) -> Result<()> {
    let detail = json!({ "file": name, "lines": lines });
    visit
        .write(move |act| {
            let hour = act.now - TimeDelta::hours(1);
            if let Some(viewer) = act.viewer
                && events::files_since(act.conn, kind.subject, act.coop.id.0, viewer.account_id, hour)? >= FILES_AN_HOUR
            {
                return Err(Error::TooMany(3_600));
            }
            events::record_of_coop(act, kind, detail)
        })
        .await
}
