//! Spreadsheets: tables read from what spreadsheet programs write, and written so that nothing can be mistaken for a formula.
//!
//! Nothing is dropped in silence: a file is read whole, or refused with the line that cannot be read. What a file is, its
//! bytes tell and not its name. However a file was made, reading it takes bounded memory: everything is counted before it is
//! kept. No formula is ever computed: of a workbook, the value is read that the program left beside the formula.

#[cfg(test)]
mod hostile_tests;
mod marks;
mod open_document;
mod packed;
mod text;
mod workbook;
mod writing;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::characters::tidied;
pub use writing::{Cell, Page, write, write_sheets, write_workbook};

pub const BYTES_MAX: usize = 10 * 1024 * 1024;
pub const ROWS_MAX: usize = 20_000;
pub const COLUMNS_MAX: usize = 100;
/// How many cells that are not empty a table may have.
pub const CELLS_MAX: usize = 400_000;
/// The longest cell, as in spreadsheet programs.
pub const CELL_CHARS_MAX: usize = 32_767;

/// A table as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The names of the columns.
    pub header: Vec<String>,
    pub rows: Vec<Row>,
    /// The names of the other sheets of a workbook, which were not read.
    #[serde(default)]
    pub others: Vec<String>,
    /// On which line the names of the columns stand; `None` when no row has them.
    #[serde(default)]
    pub header_line: Option<u64>,
    /// The rows above those names, kept so that others can be chosen.
    #[serde(default)]
    pub above: Vec<Row>,
    /// As what the accents were read, where the bytes do not tell for sure.
    #[serde(default)]
    pub reading: Option<Accents>,
    /// The lines of rows that the program hides or strikes through. They are read like any other.
    #[serde(default)]
    pub hidden: Vec<u64>,
    #[serde(default)]
    pub struck: Vec<u64>,
}

/// Which of two old ways of writing accents a text file is taken to have. Nothing in the file says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Accents {
    Windows,
    Macintosh,
}

impl Accents {
    pub fn other(self) -> Self {
        if self == Self::Windows { Self::Macintosh } else { Self::Windows }
    }

    fn encoding(self) -> &'static encoding_rs::Encoding {
        if self == Self::Windows { encoding_rs::WINDOWS_1252 } else { encoding_rs::MACINTOSH }
    }
}

impl Sheet {
    /// The same table with the names of its columns on another line, or on none. `None` when there is no such row, or no row
    /// below it.
    pub fn with_header(self, line: Option<u64>) -> Option<Self> {
        let mut above = self.above;
        above.extend(self.header_line.map(|line| Row { line, cells: self.header }));
        above.extend(self.rows);
        let start = line.map_or(Some(0), |line| above.iter().position(|row| row.line == line))?;
        let mut rows = above.split_off(start);
        let header = if line.is_some() { rows.remove(0).cells } else { Vec::new() };
        let used = |row: &Row| row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        let width = rows.iter().map(used).max()?.max(header.len());
        for row in &mut rows {
            row.cells = padded(std::mem::take(&mut row.cells), width);
        }
        let (header, header_line) = (padded(header, width), line);
        Some(Self {
            header,
            rows,
            header_line,
            above,
            others: self.others,
            reading: self.reading,
            hidden: self.hidden,
            struck: self.struck,
        })
    }

    /// The same table with its accents read the other way. Each of the two ways has a letter for every byte, so nothing is lost.
    #[must_use]
    pub fn read_otherwise(mut self) -> Self {
        let Some(now) = self.reading else { return self };
        let again = |cell: &mut String| {
            let (bytes, _, lossy) = now.encoding().encode(cell);
            if !lossy {
                *cell = now.other().encoding().decode_without_bom_handling(&bytes).0.into_owned();
            }
        };
        self.rows
            .iter_mut()
            .chain(&mut self.above)
            .flat_map(|row| &mut row.cells)
            .chain(&mut self.header)
            .for_each(again);
        self.reading = Some(now.other());
        self
    }
}

/// A row and the line of the file on which it begins. It has as many cells as the header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub line: u64,
    pub cells: Vec<String>,
}

/// Why a file cannot be read. Each is a translation key; `line` where it happened, if it happened on one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable {
    pub key: &'static str,
    pub line: Option<u64>,
}

const fn unreadable(key: &'static str, line: Option<u64>) -> Unreadable {
    Unreadable { key, line }
}

/// How files begin that are no spreadsheet, whatever they are called.
const STRANGERS: &[&[u8]] = &[
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"BM",
    b"%PDF",
    b"RIFF",
    b"\x1F\x8B",
    b"Rar!",
    b"7z\xBC\xAF",
    b"BZh",
    b"\xFD7zXZ",
    b"\x7FELF",
    b"MZ",
    b"{\\rtf",
    b"SQLite format 3",
];

/// Reads a table from a CSV file, an Excel workbook (.xlsx) or an OpenDocument sheet (.ods). Blank rows count for nothing; the
/// first row with at least half as many cells as the widest one is the header, and titles above it are passed over.
///
/// # Errors
/// `Unreadable` when the file is too large, is none of these, is damaged, or has no rows.
pub fn read(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    if bytes.len() > BYTES_MAX {
        return Err(unreadable("sheet-too-large", None));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed::read(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(unreadable("sheet-old-excel", None));
    }
    let start = bytes.trim_ascii_start();
    let markup = start.get(..1) == Some(b"<")
        && start.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || b"!?".contains(byte));
    if markup || STRANGERS.iter().any(|head| bytes.starts_with(head)) {
        return Err(unreadable("sheet-not-a-sheet", None));
    }
    let (rows, reading) = text::rows(bytes)?;
    Ok(Sheet { reading, ..table(rows)? })
}

/// Finds the header among the first rows and makes all rows equally wide.
fn table(rows: Vec<Row>) -> Result<Sheet, Unreadable> {
    let widest = rows.iter().map(filled).max().unwrap_or(0);
    let head = rows.iter().take(20).position(|row| filled(row) * 2 >= widest && filled(row) > 0);
    let head = head.ok_or(unreadable("sheet-empty", None))?;
    let line = rows[head].line;
    Sheet { rows, ..Sheet::default() }.with_header(Some(line)).ok_or(unreadable("sheet-empty", None))
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

fn padded(mut cells: Vec<String>, width: usize) -> Vec<String> {
    cells.resize(width, String::new());
    cells.shrink_to_fit();
    cells
}

/// Rows on their way in, counted before they are kept.
#[derive(Default)]
struct Gathering {
    rows: Vec<Row>,
    cells: usize,
}

impl Gathering {
    /// Keeps a row unless it is blank.
    fn keep(&mut self, line: u64, cells: Vec<String>) -> Result<(), Unreadable> {
        let tidied = |cell: String| match tidied(&cell) {
            Cow::Borrowed(_) => cell,
            Cow::Owned(tidied) => tidied,
        };
        let cells: Vec<String> = cells.into_iter().map(tidied).collect();
        let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        if filled == 0 {
            return Ok(());
        }
        if cells.iter().any(|cell| cell.len() > CELL_CHARS_MAX && cell.chars().count() > CELL_CHARS_MAX) {
            return Err(unreadable("sheet-long-cell", Some(line)));
        }
        self.cells += cells.len();
        if self.rows.len() > ROWS_MAX || self.cells > CELLS_MAX {
            return Err(unreadable("sheet-too-long", Some(line)));
        }
        self.rows.push(Row { line, cells });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::WINDOWS_1252;
    use proptest::prelude::*;

    fn cells(sheet: &Sheet) -> Vec<Vec<&str>> {
        sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
    }

    #[test]
    fn any_delimiter_and_any_encoding_read_alike() {
        let text = "Nom;Prénom\r\nCôté;Zoé\r\n";
        let windows = WINDOWS_1252.encode(text).0.into_owned();
        let marked: Vec<u8> = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let commas = text.replace(';', ",").into_bytes();
        let tabs = text.replace(';', "\t").into_bytes();
        for bytes in [text.as_bytes().to_vec(), windows, marked, little, commas, tabs] {
            let sheet = read(&bytes).expect("a sheet");
            assert_eq!(sheet.header, ["Nom", "Prénom"]);
            assert_eq!(cells(&sheet), [["Côté", "Zoé"]]);
            assert_eq!(sheet.rows[0].line, 2);
        }
    }

    #[test]
    fn titles_and_blank_rows_are_passed_over_and_lines_still_count() {
        let sheet = read(b"Our list;;\n\nName;Unit;Phone\n\nAda;1;2\n").expect("a sheet");
        assert_eq!(sheet.header, ["Name", "Unit", "Phone"]);
        assert_eq!(sheet.rows, [Row { line: 5, cells: vec!["Ada".into(), "1".into(), "2".into()] }]);
    }

    #[test]
    fn what_cannot_be_read_names_its_line() {
        assert_eq!(read(b"a,b\n1,\"two\n3,4\n"), Err(unreadable("sheet-cut-quotation", Some(2))));
        assert_eq!(read(b"a,b\n1,2\n\0,4\n"), Err(unreadable("sheet-not-text", Some(3))));
        assert_eq!(read(b"a,b\n"), Err(unreadable("sheet-empty", None)));
        assert_eq!(read(b""), Err(unreadable("sheet-empty", None)));
        assert_eq!(read(b"PK\x03\x04rest"), Err(unreadable("sheet-damaged", None)));
        assert_eq!(read(&vec![b'a'; BYTES_MAX + 1]), Err(unreadable("sheet-too-large", None)));
        assert_eq!(read("a,".repeat(101).as_bytes()).map_err(|wrong| wrong.key), Err("sheet-too-wide"));
        assert_eq!(read("a,b\n".repeat(ROWS_MAX + 2).as_bytes()).map_err(|wrong| wrong.key), Err("sheet-too-long"));
    }

    #[test]
    fn nothing_that_is_written_is_a_formula() {
        for cell in ["=1+1", "+1 613 555-0194", "-2", "@a", "\tx", " =1", "＝1", "\u{a0}=1", "'=1"] {
            let text = String::from_utf8(write(&[], &[vec![cell.into()]])).expect("text");
            assert!(text.contains("\"'"), "{text:?}");
        }
    }

    #[test]
    fn numbers_and_days_are_no_text() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 9).expect("a day");
        let row: Vec<Cell> = vec![(-2).into(), day.into(), None::<i32>.into(), i64::MAX.into()];
        let text = String::from_utf8(write(&[], std::slice::from_ref(&row))).expect("text");
        assert!(text.ends_with("\"-2\",\"2026-03-09\",\"\",\"9223372036854775807\"\r\n"), "{text:?}");
        let header = ["n", "day", "none", "large"].map(str::to_owned);
        let bytes = write_workbook(&header, &[row]).expect("a workbook");
        let mut book: calamine::Xlsx<_> =
            calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("it opens");
        let range = calamine::Reader::worksheet_range_at(&mut book, 0).expect("a sheet").expect("cells");
        let cells: Vec<&calamine::Data> = range.rows().nth(1).expect("a row").iter().collect();
        assert!(matches!(cells[0], calamine::Data::Float(number) if number.to_string() == "-2"), "{cells:?}");
        assert!(matches!(cells[1], calamine::Data::DateTime(at) if at.as_f64().to_string() == "46090"), "{cells:?}");
        assert!(matches!(cells[3], calamine::Data::String(_)), "{cells:?}");
    }

    proptest! {
        #[test]
        fn what_was_written_reads_the_same(
            rows in proptest::collection::vec(proptest::collection::vec("[^\\pC]{0,12}|['=+@ -]{1,4}[a-z]{0,3}|'", 3), 1..8)
        ) {
            let header: Vec<String> = ["one", "two", "three"].map(str::to_owned).to_vec();
            let bytes = write(&header, &rows.iter().map(|row| row.iter().map(|cell| cell.as_str().into()).collect()).collect::<Vec<_>>());
            let tidied: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| tidied(cell).into_owned()).collect()).collect();
            let kept: Vec<_> = tidied.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
            match read(&bytes) {
                Ok(sheet) => {
                    let back: Vec<Vec<String>> = sheet.rows.into_iter().map(|row| row.cells).collect();
                    prop_assert_eq!(back.iter().collect::<Vec<_>>(), kept);
                }
                Err(wrong) => prop_assert!(kept.is_empty() && wrong.key == "sheet-empty"),
            }
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
        }
    }
}
