//! Spreadsheets as CSV: reading what spreadsheet programs write, and writing what they cannot mistake for a formula.
//!
//! Nothing is dropped in silence: a file is read whole, or refused with the line that cannot be read. Every cell that is
//! written is quoted; one that a program could take for a formula gets an apostrophe in front, which reading takes away again.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};

pub const BYTES_MAX: usize = 5 * 1024 * 1024;
pub const ROWS_MAX: usize = 10_000;
pub const COLUMNS_MAX: usize = 100;

/// A table as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The names of the columns.
    pub header: Vec<String>,
    pub rows: Vec<Row>,
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

/// Reads a CSV file. Blank rows count for nothing; the first row with at least half as many cells as the widest one is the header, and
/// titles above it are passed over.
///
/// # Errors
/// `Unreadable` when the file is too large, is not text, has a cut quotation or no rows.
pub fn read(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    if bytes.len() > BYTES_MAX {
        return Err(unreadable("sheet-too-large", None));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(unreadable("sheet-not-csv", None));
    }
    let text = text_of(bytes)?;
    if let Some(place) = text.find('\0') {
        return Err(unreadable("sheet-not-text", Some(line_at(&text, place))));
    }
    let delimiter = delimiter(&text);
    cut_quotation(&text, delimiter)?;
    let mut rows = rows(&text, delimiter)?;
    let widest = rows.iter().map(filled).max().unwrap_or(0);
    let head = rows.iter().take(20).position(|row| filled(row) * 2 >= widest && filled(row) > 0);
    let head = head.ok_or(unreadable("sheet-empty", None))?;
    let mut body = rows.split_off(head + 1);
    let header = rows.pop().map(|row| row.cells).unwrap_or_default();
    let width = body.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(header.len());
    let header = padded(header, width);
    for row in &mut body {
        row.cells = padded(std::mem::take(&mut row.cells), width);
    }
    if body.is_empty() {
        return Err(unreadable("sheet-empty", None));
    }
    Ok(Sheet { header, rows: body })
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

fn padded(mut cells: Vec<String>, width: usize) -> Vec<String> {
    cells.resize(width, String::new());
    cells
}

/// By its byte order mark; else UTF-8 if it is that; else what spreadsheet programs of western Europe and America write.
fn text_of(bytes: &[u8]) -> Result<String, Unreadable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding, &bytes[mark..]);
    }
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).take(200).filter(|byte| **byte == 0).count();
    let half = bytes.len().min(400) / 4;
    match (zeros(0), zeros(1)) {
        (_, odd) if odd > half => decoded(UTF_16LE, bytes),
        (even, _) if even > half => decoded(UTF_16BE, bytes),
        _ => decoded(UTF_8, bytes).or_else(|_| decoded(WINDOWS_1252, bytes)),
    }
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Unreadable> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(unreadable("sheet-not-text", None))
}

fn line_at(text: &str, place: usize) -> u64 {
    let before = &text.as_bytes()[..place];
    let ends = |(at, byte): &(usize, &u8)| **byte == b'\n' || (**byte == b'\r' && before.get(at + 1) != Some(&b'\n'));
    1 + before.iter().enumerate().filter(ends).count() as u64
}

/// Comma, semicolon or tab: whichever divides the first lines into the most cells, outside of quotations.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let (mut quoted, mut lines) = (false, 0);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            _ if !quoted => {
                if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == byte) {
                    *count += 1;
                }
            }
            _ => {}
        }
        if lines == 20 {
            break;
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(byte, _)| *byte)
}

/// A quotation that is opened and never closed would swallow the rest of the file.
fn cut_quotation(text: &str, delimiter: u8) -> Result<(), Unreadable> {
    let (mut line, mut opened, mut at_start) = (1_u64, None, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, opened) {
            (b'"', None) if at_start => opened = Some(line),
            (b'"', Some(_)) if bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            (b'"', Some(_)) => opened = None,
            _ => {}
        }
        line += u64::from(byte == b'\n');
        at_start = opened.is_none() && (byte == delimiter || byte == b'\n' || byte == b'\r');
    }
    match opened {
        Some(line) => Err(unreadable("sheet-cut-quotation", Some(line))),
        None => Ok(()),
    }
}

fn rows(text: &str, delimiter: u8) -> Result<Vec<Row>, Unreadable> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let (mut rows, mut line, mut counted) = (Vec::new(), 1, 0);
    for record in reader.records() {
        let record = record.map_err(|_| unreadable("sheet-not-text", None))?;
        // The reader stands before the line ends and blank lines that it is about to pass over.
        let place = record.position().map_or(0, |position| position.byte() as usize);
        let skipped = text[place..].bytes().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        line += line_at(&text[counted..place + skipped], place + skipped - counted) - 1;
        counted = place + skipped;
        if record.len() > COLUMNS_MAX {
            return Err(unreadable("sheet-too-wide", Some(line)));
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() > ROWS_MAX {
            return Err(unreadable("sheet-too-long", Some(line)));
        }
        rows.push(Row { line, cells: record.iter().map(unescaped).collect() });
    }
    Ok(rows)
}

// ---- writing ----

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
fn unescaped(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        assert_eq!(read(b"PK\x03\x04rest"), Err(unreadable("sheet-not-csv", None)));
        assert_eq!(read(&vec![b'a'; BYTES_MAX + 1]), Err(unreadable("sheet-too-large", None)));
        assert_eq!(read("a,".repeat(101).as_bytes()).map_err(|wrong| wrong.key), Err("sheet-too-wide"));
        assert_eq!(read("a,b\n".repeat(ROWS_MAX + 2).as_bytes()).map_err(|wrong| wrong.key), Err("sheet-too-long"));
    }

    #[test]
    fn nothing_that_is_written_is_a_formula() {
        for cell in ["=1+1", "+1 613 555-0194", "-2", "@a", "\tx", " =1", "＝1", "\u{a0}=1", "'=1"] {
            let text = String::from_utf8(write([vec![cell.to_owned()]].into_iter())).expect("text");
            assert!(text.contains("\"'"), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_was_written_reads_the_same(
            rows in proptest::collection::vec(proptest::collection::vec("[^\0]{0,12}|['=+@ -]{1,4}[a-z]{0,3}|'", 3), 1..8)
        ) {
            let header: Vec<String> = ["one", "two", "three"].map(str::to_owned).to_vec();
            let bytes = write(std::iter::once(header).chain(rows.iter().cloned()));
            let kept: Vec<_> = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
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
