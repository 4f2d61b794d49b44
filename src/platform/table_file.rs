//! A table of a page as a file to take away: one value, and the address that was asked for says whether a CSV file or a workbook
//! comes of it. Every route that ends in `.csv` has a brother that ends in `.xlsx`, with the same handler.

use actix_web::HttpResponse;
use actix_web::http::header;

use super::error::Error;
use super::page::Answer;
use super::spreadsheet;
use super::visit::Visit;

const CSV: &str = "text/csv; charset=utf-8";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A table: headings, and rows of as many cells.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub headings: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(headings: impl IntoIterator<Item = String>, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        Self { headings: headings.into_iter().collect(), rows: rows.into_iter().collect() }
    }

    /// The file that was asked for, called `name` and its ending.
    pub fn answer(self, visit: &Visit, name: &str) -> Answer {
        let (kind, ending, body) = if visit.path.ends_with(".xlsx") {
            let body = spreadsheet::write_workbook(&self.headings, self.rows.into_iter());
            (WORKBOOK, "xlsx", body.map_err(|error| Error::Internal(anyhow::Error::new(error)))?)
        } else {
            let body = spreadsheet::write(std::iter::once(self.headings).chain(self.rows));
            (CSV, "csv", body)
        };
        Ok(HttpResponse::Ok()
            .content_type(kind)
            .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{ending}\"")))
            .body(body))
    }
}
