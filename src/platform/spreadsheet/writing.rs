//! Writing tables: as CSV, where what could be taken for a formula gets an apostrophe in front, and as a workbook, where every
//! cell is text.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Writes rows as CSV with a byte order mark, so that spreadsheet programs read accents right.
pub fn write(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut out = "\u{feff}".as_bytes().to_vec();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            out.push(b'"');
            out.extend(escaped(cell).replace('"', "\"\"").bytes());
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

/// Writes a table as an Excel workbook of one sheet: the header in bold and always in sight, every cell as text, so that no
/// program computes anything and no leading zero is lost.
pub fn write_workbook(header: &[String], rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let (bold, text) = (Format::new().set_bold(), Format::new().set_num_format("@"));
    let mut widths: Vec<usize> = header.iter().map(|name| name.chars().count()).collect();
    for (column, name) in (0_u16..).zip(header) {
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    for (row, cells) in (1_u32..).zip(rows.take(WORKBOOK_ROWS_MAX - 1)) {
        for (column, cell) in (0_u16..).zip(&cells) {
            if let Some(width) = widths.get_mut(usize::from(column)) {
                *width = (*width).max(cell.chars().take(WIDE).count());
            }
            if !cell.is_empty() {
                let plain: String =
                    cell.chars().filter(|c| !c.is_control() || *c == '\n').take(super::CELL_CHARS_MAX).collect();
                sheet.write_string_with_format(row, column, plain, &text)?;
            }
        }
    }
    for (column, width) in (0_u16..).zip(widths) {
        sheet.set_column_width(column, u32::try_from(width + 2).unwrap_or(10))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}
