//! A table as a CSV file (RFC 4180) to download, in the form that spreadsheets open without questions.
//!
//! It starts with a byte order mark, so that accents survive, and no cell can be taken for a formula.

use actix_web::HttpResponse;
use actix_web::http::header;

use super::error::Error;
use super::page::Answer;

/// The answer that downloads as `name`, with a first row of headings.
pub fn answer(name: &str, headings: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> Answer {
    let body = text(headings, rows).map_err(Error::Internal)?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(body))
}

fn text(headings: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> anyhow::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(headings)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| plain(cell)))?;
    }
    let body = writer.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(format!("\u{feff}{}", String::from_utf8(body)?))
}

/// A spreadsheet takes a cell that starts with one of these for a formula; an apostrophe in front says it is text.
fn plain(cell: &str) -> String {
    let number = cell.parse::<i64>().is_ok();
    if !number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_accents_survive() {
        let rows = [vec!["Élodie, \"la brave\"".to_owned(), "=1+1".to_owned()], vec!["-4".to_owned(), "@x".to_owned()]];
        let text = text(&["a".to_owned(), "b".to_owned()], rows).expect("a file");
        assert_eq!(text, "\u{feff}a,b\n\"Élodie, \"\"la brave\"\"\",'=1+1\n-4,'@x\n");
    }
}
