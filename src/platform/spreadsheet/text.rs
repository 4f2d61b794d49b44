//! Text with separators: which encoding, which separator, and rows with the line each begins on.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::writing::unescaped;
use super::{Accents, COLUMNS_MAX, Gathering, Row, Unreadable, unreadable};

/// How many rows a file may have with the blank ones, as in spreadsheet programs.
const RECORDS_MAX: usize = 1_048_576;

/// The rows of a text file, blank ones left out.
pub fn rows(bytes: &[u8]) -> Result<(Vec<Row>, Option<Accents>), Unreadable> {
    let (text, accents) = text_of(bytes)?;
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{80}'..='\u{9f}');
    if let Some(place) = text.find(odd) {
        return Err(unreadable("sheet-not-text", Some(line_at(&text, place))));
    }
    let (text, delimiter) = delimiter(&text);
    look_over(text, delimiter)?;
    Ok((parsed(text, delimiter)?, accents))
}

/// By its byte order mark; else UTF-8 if it is that; else what spreadsheet programs of western Europe and America write, on Windows
/// or on an old Macintosh, which has to be guessed.
fn text_of(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<Accents>), Unreadable> {
    let sure = |text| (text, None);
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding, &bytes[mark..]).map(sure);
    }
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).take(200).filter(|byte| **byte == 0).count();
    let half = bytes.len().min(400) / 4;
    match (zeros(0), zeros(1)) {
        (_, odd) if odd > half => decoded(UTF_16LE, bytes).map(sure),
        (even, _) if even > half => decoded(UTF_16BE, bytes).map(sure),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(sure(Cow::Borrowed(text))),
            Err(error) if is_torn(bytes, error.valid_up_to()) => {
                let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
                Err(unreadable("sheet-not-text", Some(line as u64)))
            }
            Err(_) => {
                let accents = accents(bytes);
                Ok((decoded(accents.unwrap_or(Accents::Windows).encoding(), bytes)?, accents))
            }
        },
    }
}

/// The accents are those of an old Macintosh where they stand in words at bytes that are letters there and signs on Windows, more
/// often than the other way round. `None` where no such byte makes one doubt.
fn accents(bytes: &[u8]) -> Option<Accents> {
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let (mut macintosh, mut windows) = (0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        let in_word = at > 0 && letter(at - 1) || letter(at + 1);
        match byte {
            0x83 | 0x87..=0x91 | 0x94 | 0x95 | 0x99 | 0x9D..=0x9F if in_word => macintosh += 1,
            0xC0..=0xFF if in_word => windows += 1,
            _ => {}
        }
    }
    match (macintosh, windows) {
        (0, _) => None,
        (macintosh, windows) if macintosh > windows => Some(Accents::Macintosh),
        _ => Some(Accents::Windows),
    }
}

/// Whether this is UTF-8 with something broken in it, and not another encoding: letters with accents came before, whole.
fn is_torn(bytes: &[u8], valid: usize) -> bool {
    std::str::from_utf8(&bytes[..valid]).is_ok_and(|text| text.chars().filter(|c| !c.is_ascii()).count() >= 2)
}

fn decoded<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Cow<'a, str>, Unreadable> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or(unreadable("sheet-not-text", Some(1)))
}

fn line_at(text: &str, place: usize) -> u64 {
    let before = &text.as_bytes()[..place];
    let ends = |(at, byte): &(usize, &u8)| **byte == b'\n' || (**byte == b'\r' && before.get(at + 1) != Some(&b'\n'));
    1 + before.iter().enumerate().filter(ends).count() as u64
}

/// The text and what divides its cells. A first line `sep=;` says so, as spreadsheet programs write it; else it is the comma, semicolon,
/// tab or bar that divides the first lines into the most cells, outside of quotations. The line itself stays as an empty one, so that
/// lines count as in the file.
fn delimiter(text: &str) -> (&str, u8) {
    let first = text.lines().next().unwrap_or_default().trim_matches('"');
    if let Some(&[sign @ (b',' | b';' | b'\t' | b'|')]) = first.strip_prefix("sep=").map(str::as_bytes) {
        return (text.get(text.find(['\n', '\r']).unwrap_or(text.len())..).unwrap_or_default(), sign);
    }
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0), (b'|', 0)];
    let (mut quoted, mut lines) = (false, 0);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => lines += 1,
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
    (text, counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(byte, _)| *byte))
}

/// Before anything is kept: a quotation that is opened and never closed would swallow the rest of the file, and a row of a
/// million cells the memory.
fn look_over(text: &str, delimiter: u8) -> Result<(), Unreadable> {
    let (mut line, mut opened, mut at_start, mut cells) = (1_u64, None, true, 1_usize);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, opened) {
            (b'"', None) if at_start => opened = Some(line),
            (b'"', Some(_)) if bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            (b'"', Some(_)) => opened = None,
            (b'\n' | b'\r', None) => cells = 1,
            (other, None) if other == delimiter => {
                cells += 1;
                if cells > COLUMNS_MAX {
                    return Err(unreadable("sheet-too-wide", Some(line)));
                }
            }
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

fn parsed(text: &str, delimiter: u8) -> Result<Vec<Row>, Unreadable> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let (mut gathering, mut line, mut counted) = (Gathering::default(), 1, 0);
    let mut record = csv::StringRecord::new();
    let mut records = 0;
    while reader.read_record(&mut record).map_err(|_| unreadable("sheet-not-text", Some(line)))? {
        // The reader stands before the line ends and blank lines that it is about to pass over.
        let place = record.position().map_or(0, |position| position.byte() as usize);
        let skipped = text[place..].bytes().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        line += line_at(&text[counted..place + skipped], place + skipped - counted) - 1;
        counted = place + skipped;
        if record.len() > COLUMNS_MAX {
            return Err(unreadable("sheet-too-wide", Some(line)));
        }
        records += 1;
        if records > RECORDS_MAX {
            return Err(unreadable("sheet-too-long", Some(line)));
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        gathering.keep(line, record.iter().map(unescaped).collect())?;
    }
    Ok(gathering.rows)
}
