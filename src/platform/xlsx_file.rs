//! A table as an Excel workbook to download.

use actix_web::HttpResponse;
use actix_web::http::header;

use super::error::Error;
use super::page::Answer;
use super::spreadsheet;

const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The answer that downloads as `name`, with a first row of headings.
pub fn answer(name: &str, headings: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> Answer {
    let body = spreadsheet::write_workbook(headings, rows.into_iter())
        .map_err(|error| Error::Internal(anyhow::Error::new(error)))?;
    Ok(HttpResponse::Ok()
        .content_type(KIND)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(body))
}
