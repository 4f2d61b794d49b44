//! A report in words: its cells as people read them and as files hold them, and what it is about.

use serde_json::Value;

use super::kinds::{Part, Source};
use super::{Question, Row, Run, store};
use crate::figures::{Column, Unit};
use crate::platform::clock;
use crate::platform::duration;
use crate::platform::i18n::Lang;
use crate::platform::spreadsheet::{self, Page};
use crate::platform::table_file::{Cell, Table, table_row};
use crate::platform::visit::Coop;

/// The words of a column. A figure's are those of its page.
pub fn heading(lang: Lang, part: &Part, column: &Column) -> String {
    let word = column.name.replace('_', "-");
    let family = if matches!(part.source, Source::Figure(_)) { "figures-column-" } else { "report-column-" };
    lang.t_of(family, &word)
}

pub fn headings(lang: Lang, part: &Part) -> Vec<String> {
    part.columns().iter().map(|column| heading(lang, part, column)).collect()
}

fn title(lang: Lang, cell: &Value) -> Option<&str> {
    cell[lang.code()].as_str()
}

/// A word or a title, where it is one.
fn word(lang: Lang, unit: Unit, cell: &Value) -> Option<String> {
    if let Some(title) = title(lang, cell) {
        return Some(title.to_owned());
    }
    match (unit, cell.as_str()) {
        (Unit::Word(family), Some(word)) => Some(lang.t_of(family, &word.replace('_', "-"))),
        (Unit::Day, _) => None,
        (_, text) => text.map(str::to_owned),
    }
}

fn day(cell: &Value) -> Option<chrono::NaiveDate> {
    cell.as_str().and_then(|text| text.parse().ok())
}

/// As people read it. What is not known, or is about too few, is empty.
pub fn said(lang: Lang, unit: Unit, cell: &Value) -> String {
    match (unit, cell.as_i64()) {
        (Unit::Minutes, Some(minutes)) => duration::said(minutes),
        (_, Some(number)) => lang.number(number),
        (Unit::Day, None) => day(cell).map(|day| lang.day(day)).unwrap_or_default(),
        (_, None) => word(lang, unit, cell).unwrap_or_default(),
    }
}

/// As a file holds it.
fn held(lang: Lang, unit: Unit, cell: &Value) -> Cell {
    match (unit, cell.as_i64()) {
        (_, Some(number)) => Cell::from(number),
        (Unit::Day, None) => Cell::from(day(cell)),
        (_, None) => Cell::from(word(lang, unit, cell)),
    }
}

/// A part as a table of a file.
pub fn table(lang: Lang, part: &Part, rows: &[Row]) -> Table {
    let columns = part.columns();
    let empty = Value::Null;
    let row = |row: &Row| -> Vec<Cell> {
        columns.iter().enumerate().map(|(at, one)| held(lang, one.unit, row.cells.get(at).unwrap_or(&empty))).collect()
    };
    Table { headings: headings(lang, part), rows: rows.iter().map(row).collect() }
}

/// "1 January 2026 to 31 January 2026 · Garden · Late ones".
pub fn filters(lang: Lang, question: &Question, committee: &str) -> String {
    let days = [("from", lang.day(question.from).into()), ("until", lang.day(question.until).into())];
    let mut all = vec![lang.with("figures-days", &days)];
    if !committee.is_empty() {
        all.push(committee.to_owned());
    }
    if !question.chosen.is_empty() {
        all.push(lang.t(&format!("report-{}-{}", question.report.name, question.chosen)));
    }
    all.join(" · ")
}

pub fn committee(lang: Lang, run: &Run) -> &str {
    if lang == Lang::En { &run.committee_en } else { &run.committee_fr }
}

pub fn part_name(lang: Lang, part: &Part) -> String {
    lang.t_of("report-part-", part.name)
}

/// The whole of a report as a workbook: first what it is, then a sheet a part. Rows come part by part.
///
/// # Errors
/// What a workbook cannot hold.
pub fn workbook(lang: Lang, coop: &Coop, run: &Run, rows: &[Vec<Row>]) -> crate::platform::error::Result<Vec<u8>> {
    let question = run.question()?;
    let parts = question.report.parts;
    let (day, time) = (clock::date_in(coop.zone, run.asked_at), lang.time(coop.zone, run.asked_at));
    let name = lang.t_of("report-", question.report.name);
    let mut about = vec![
        table_row![lang.t("report-sheet-co-op"), coop.name(lang)],
        table_row![lang.t("report-sheet-filters"), filters(lang, &question, committee(lang, run))],
        table_row![lang.t("report-sheet-day"), day],
        table_row![lang.t("report-sheet-time"), time],
    ];
    for (part, rows) in parts.iter().zip(rows) {
        let many = lang.with("report-rows", &[("rows", (rows.len() as i64).into())]);
        about.push(table_row![part_name(lang, part), many, lang.t(&format!("report-part-{}-about", part.name))]);
    }
    let heads = [lang.t("report-sheet-report"), name, String::new()];
    let sheet = lang.t("report-sheet-about");
    let tables: Vec<(String, Table)> =
        parts.iter().zip(rows).map(|(part, rows)| (part_name(lang, part), table(lang, part, rows))).collect();
    let first = Page { name: &sheet, header: &heads, rows: &about };
    let others = tables.iter().map(|(name, table)| Page { name, header: &table.headings, rows: &table.rows });
    let pages: Vec<Page<'_>> = std::iter::once(first).chain(others).collect();
    spreadsheet::write_sheets(&pages)
        .map_err(|error| crate::platform::error::Error::Internal(anyhow::Error::new(error)))
}

/// All rows of a report, part by part.
pub fn all_rows(conn: &mut diesel::PgConnection, run: &Run) -> crate::platform::error::Result<Vec<Vec<Row>>> {
    let parts = run.report()?.parts.len();
    let mut part = |at: usize| store::rows(conn, run.id, i32::try_from(at).unwrap_or(i32::MAX), 0, super::ROWS_MAX);
    (0..parts).map(&mut part).collect()
}
