//! Writing tables: as CSV, where what could be taken for a formula gets an apostrophe in front, and as a workbook, where numbers
//! and days are what they are and everything else is text.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// What stands in one place of a table. Numbers are what one adds up; a telephone or a member number is text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Number(i32),
    Day(NaiveDate),
}

/// As in a CSV file; a day as in ISO 8601.
impl fmt::Display for Cell {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            Self::Number(number) => number.fmt(out),
            Self::Day(day) => day.fmt(out),
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(number)
    }
}

/// As text where it is larger than any table of a co-op holds.
impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        i32::try_from(number).map_or_else(|_| Self::Text(number.to_string()), Self::Number)
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

/// Nothing is an empty place.
impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(|| Self::Text(String::new()), Into::into)
    }
}

/// Writes rows as CSV with a byte order mark, so that spreadsheet programs read accents right.
pub fn write(header: &[String], rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut out = "\u{feff}".as_bytes().to_vec();
    let rows = rows.iter().map(|row| row.iter().map(written).collect::<Vec<_>>());
    for row in std::iter::once(header.iter().map(|name| escaped(name)).collect()).chain(rows) {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            out.push(b'"');
            out.extend(cell.replace('"', "\"\"").bytes());
            out.push(b'"');
        }
        out.extend(b"\r\n");
    }
    out
}

/// Whether a program may take the cell for a formula: by its first character, after spaces and apostrophes of ours, wide forms too.
fn is_formula(cell: &str) -> bool {
    let first = cell.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\'']).chars().next();
    first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠'))
}

fn escaped(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell of a CSV file. A number is no formula, whatever its sign.
fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => escaped(text),
        Cell::Number(_) | Cell::Day(_) => cell.to_string(),
    }
}

/// Takes away the apostrophe that `escaped`, or a spreadsheet program, put in front.
pub fn unescaped(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

/// The longest a cell may be shown wide, in characters.
const WIDE: usize = 50;
/// The most rows of a sheet.
const WORKBOOK_ROWS_MAX: usize = 1_048_576;

/// A sheet of a workbook: its name, its headings and its rows.
pub struct Page<'a> {
    pub name: &'a str,
    pub header: &'a [String],
    pub rows: &'a [Vec<Cell>],
}

/// Writes a table as an Excel workbook of one sheet.
pub fn write_workbook(header: &[String], rows: &[Vec<Cell>]) -> Result<Vec<u8>, XlsxError> {
    write_sheets(&[Page { name: "", header, rows }])
}

/// Writes an Excel workbook, a sheet a table: the header in bold and always in sight, numbers that add up, days that sort, and text that stays
/// text, so that no program computes anything and no leading zero is lost.
pub fn write_sheets(pages: &[Page<'_>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let formats = Formats { text: Format::new().set_num_format("@"), day: Format::new().set_num_format("yyyy-mm-dd") };
    for (place, page) in pages.iter().enumerate() {
        let sheet = workbook.add_worksheet();
        if !page.name.is_empty() {
            sheet.set_name(sheet_name(page.name, place))?;
        }
        write_sheet(sheet, page, &bold, &formats)?;
    }
    workbook.save_to_buffer()
}

/// A name that spreadsheet programs take: no longer than 31 letters, without signs of addresses, and of one sheet alone.
fn sheet_name(name: &str, place: usize) -> String {
    let plain = name.chars().map(|sign| if sign.is_control() || "[]:*?/\\\'".contains(sign) { ' ' } else { sign });
    let short: String = plain.take(27).collect();
    format!("{} {}", place + 1, short.trim())
}

fn write_sheet(sheet: &mut Worksheet, page: &Page<'_>, bold: &Format, formats: &Formats) -> Result<(), XlsxError> {
    let mut widths: Vec<usize> = page.header.iter().map(|name| name.chars().count()).collect();
    for (column, name) in (0_u16..).zip(page.header) {
        sheet.write_string_with_format(0, column, name, bold)?;
    }
    for (row, cells) in (1_u32..).zip(page.rows.iter().take(WORKBOOK_ROWS_MAX - 1)) {
        for (column, cell) in (0_u16..).zip(cells) {
            if let Some(width) = widths.get_mut(usize::from(column)) {
                *width = (*width).max(cell.to_string().chars().take(WIDE).count());
            }
            put(sheet, (row, column), cell, formats)?;
        }
    }
    for (column, width) in (0_u16..).zip(widths) {
        sheet.set_column_width(column, u32::try_from(width + 2).unwrap_or(10))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    // On paper a row is whole, and every page has the header.
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

struct Formats {
    text: Format,
    day: Format,
}

fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) if text.is_empty() => {}
        Cell::Text(text) => {
            let plain = text.chars().filter(|c| !c.is_control() || *c == '\n').take(super::CELL_CHARS_MAX);
            sheet.write_string_with_format(row, column, plain.collect::<String>(), &formats.text)?;
        }
        Cell::Number(number) => {
            sheet.write_number(row, column, *number)?;
        }
        Cell::Day(day) => match excel_day(*day) {
            Some(at) => {
                sheet.write_datetime_with_format(row, column, at, &formats.day)?;
            }
            None => {
                sheet.write_string_with_format(row, column, day.to_string(), &formats.text)?;
            }
        },
    }
    Ok(())
}

/// The day as a workbook counts it; nothing before 1900, where its calendar begins.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, month, of_month).ok()
}
