//! Which row of a sheet names its columns. Pure.

use std::cmp::Reverse;

use super::guessing::{self, Remembered};
use super::{cells, dates};
use crate::platform::spreadsheet::Sheet;

/// Among how many rows the names of columns are looked for, and offered to choose from.
pub const ROWS_MAX: usize = 20;

/// The first rows of the file, as they stand there: line and cells.
pub fn first_rows(sheet: &Sheet) -> Vec<(u64, &[String])> {
    let above = sheet.above.iter().map(|row| (row.line, row.cells.as_slice()));
    let header = sheet.header_line.map(|line| (line, sheet.header.as_slice()));
    let below = sheet.rows.iter().map(|row| (row.line, row.cells.as_slice()));
    above.chain(header).chain(below).take(ROWS_MAX).collect()
}

/// The sheet with that row as its header that was one in an earlier file, or has most names of columns we know. Where no row has two of them, the one that is wide
/// enough stays, unless it looks like a person.
pub fn guess(sheet: Sheet, remembered: &Remembered) -> Sheet {
    let known = |cells: &[String]| cells.iter().filter(|cell| guessing::is_known(cell, remembered)).count();
    let before = first_rows(&sheet).iter().find(|(_, cells)| remembered.file(cells).is_some()).map(|(line, _)| *line);
    let best = first_rows(&sheet).iter().map(|(line, cells)| (known(cells), Reverse(*line))).max();
    let wanted = match best {
        _ if before.is_some() => before,
        Some((count, Reverse(line))) if count >= 2 => Some(line),
        _ if known(&sheet.header) == 0 && sheet.header.iter().any(|cell| is_of_somebody(cell)) => None,
        _ => sheet.header_line,
    };
    if wanted == sheet.header_line { sheet } else { sheet.clone().with_header(wanted).unwrap_or(sheet) }
}

/// An address, a phone number, a date or a bare number is no name of a column.
fn is_of_somebody(cell: &str) -> bool {
    let cell = cell.trim();
    let is_number = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    is_number || cell.contains('@') || cells::phones(cell).is_some() || dates::holds_date(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::spreadsheet;

    fn head(text: &str) -> (Option<u64>, usize) {
        let sheet = guess(spreadsheet::read(text.as_bytes()).expect("a sheet"), &Remembered::default());
        (sheet.header_line, sheet.rows.len())
    }

    #[test]
    fn the_row_that_names_the_columns_is_found_whatever_stands_above_it() {
        assert_eq!(head("Co-op,list\nof 2026,all\nName,Unit,Phone\nAda,1,\n"), (Some(3), 1));
        assert_eq!(head("Ada Ng,ada@example.org,101\nEve Roy,eve@example.org,102\n"), (None, 2));
        assert_eq!(head("Qui,Chez\nAda Ng,101\n"), (Some(1), 1), "names we do not know stay names");
        assert_eq!(head("Name\nAda Ng\n"), (Some(1), 1));
    }

    #[test]
    fn another_row_can_be_chosen_and_the_first_one_again() {
        let sheet = spreadsheet::read(b"Qui,Chez\nx,y\nAda Ng,101\n").expect("a sheet");
        let other = sheet.clone().with_header(Some(2)).expect("a sheet");
        assert_eq!((other.header.join(" "), other.rows.len(), other.above.len()), ("x y".to_owned(), 1, 1));
        let none = other.with_header(None).expect("a sheet");
        assert_eq!((none.header.join(""), none.rows.len()), (String::new(), 3));
        assert_eq!(none.with_header(Some(1)), Some(sheet.clone()));
        assert_eq!(sheet.clone().with_header(Some(3)), None, "there must be rows below it");
        assert_eq!(sheet.with_header(Some(9)), None);
    }
}
