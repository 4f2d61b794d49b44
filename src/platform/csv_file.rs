//! A table as a CSV file to download, in the form that spreadsheets open without questions.

use actix_web::HttpResponse;
use actix_web::http::header;

use super::page::Answer;
use super::spreadsheet;

/// The answer that downloads as `name`, with a first row of headings.
pub fn answer(name: &str, headings: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> Answer {
    let body = spreadsheet::write(std::iter::once(headings.to_vec()).chain(rows));
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(body))
}
