//! Packed files: looked over before anything in them is kept.
//!
//! Every part is unpacked once without keeping it, and refused as soon as it is larger than it may be, names entities of its own,
//! or has a piece without an end. What a part says about its own size is not believed.

use std::io::{BufRead, BufReader, Cursor, Read};

use zip::ZipArchive;

use super::{Sheet, Unreadable, open_document, unreadable, workbook};

pub type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

const PARTS_MAX: usize = 1_000;
/// What the parts that are read may come to when unpacked.
const UNPACKED_MAX: u64 = 48 * 1024 * 1024;
/// Texts that the cells of a workbook share are all in memory at once.
const SHARED_MAX: u64 = 12 * 1024 * 1024;
/// The longest tag, or text between two tags.
const PIECE_MAX: usize = 256 * 1024;
/// Letters and digits of a cell's name at most: the last cell of a sheet is XFD1048576. The library overflows on longer ones.
const CELL_LETTERS_MAX: u64 = 3;
const CELL_DIGITS_MAX: u64 = 7;
/// Parts with at most this many times their packed size are usual; spreadsheets reach some fifty.
const RATIO_MAX: u64 = 300;

const BROKEN: Unreadable = unreadable("sheet-damaged", None);
const TOO_MUCH: Unreadable = unreadable("sheet-bomb", None);

pub fn read(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    let listed = bytes.windows(4).filter(|four| *four == b"PK\x01\x02").count();
    if listed > PARTS_MAX {
        return Err(TOO_MUCH);
    }
    let mut archive = Archive::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    let has = |archive: &Archive<'_>, name: &str| archive.index_for_name(name).is_some();
    if has(&archive, "xl/workbook.xml") {
        look_over(&mut archive)?;
        // A library that stumbles over a file takes nobody down with it.
        std::panic::catch_unwind(|| workbook::read(bytes)).unwrap_or(Err(BROKEN))
    } else if has(&archive, "content.xml") && has(&archive, "mimetype") {
        look_over(&mut archive)?;
        open_document::read(&mut archive)
    } else {
        Err(unreadable("sheet-not-a-sheet", None))
    }
}

/// Unpacks every part, without keeping it. Pictures are measured too, because nothing says that they are none of what is read.
fn look_over(archive: &mut Archive<'_>) -> Result<(), Unreadable> {
    let mut rest = UNPACKED_MAX;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| BROKEN)?;
        let name = part.name().map_err(|_| BROKEN)?.to_lowercase();
        let is_shared = name.ends_with("sharedstrings.xml");
        let room = if is_shared { rest.min(SHARED_MAX) } else { rest };
        let said = part.size();
        if said > room || said > 1024 * 1024 && said / part.compressed_size().max(1) > RATIO_MAX {
            return Err(TOO_MUCH);
        }
        let is_markup = name.ends_with(".xml") || name.ends_with(".rels");
        let mut part = BufReader::with_capacity(PIECE_MAX, part.take(room + 1));
        if is_shared && counts_too_many(part.fill_buf().map_err(|_| BROKEN)?) {
            return Err(TOO_MUCH);
        }
        let kind = if name.starts_with("xl/worksheets/") { Markup::Cells } else { Markup::Other };
        let size = measured(part, is_markup.then_some(kind))?;
        if size > room {
            return Err(TOO_MUCH);
        }
        rest -= size;
    }
    Ok(())
}

/// Room is made for as many shared texts as the first tag says there are, before the first of them is read.
fn counts_too_many(start: &[u8]) -> bool {
    let word = b"uniqueCount";
    let mut places = start.windows(word.len()).enumerate().filter(|(_, some)| some == word);
    places.any(|(at, _)| {
        let number = start[at + word.len()..]
            .iter()
            .skip_while(|byte| !byte.is_ascii_digit())
            .take_while(|byte| byte.is_ascii_digit());
        let number: String = number.map(|byte| char::from(*byte)).collect();
        number.parse::<u64>().map_or(!number.is_empty(), |count| count > SHARED_MAX / 16)
    })
}

/// How large a part is, seen piece by piece.
fn measured(mut part: impl BufRead, markup: Option<Markup>) -> Result<u64, Unreadable> {
    let (mut size, mut seen) = (0_u64, Seen::default());
    loop {
        let some = part.fill_buf().map_err(|_| BROKEN)?;
        if some.is_empty() {
            return Ok(size);
        }
        if let Some(markup) = markup {
            some.iter().try_for_each(|byte| seen.next(*byte, markup))?;
        }
        let count = some.len();
        size += count as u64;
        part.consume(count);
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Markup {
    Cells,
    Other,
}

/// Where in the markup of a part the reading is.
#[derive(Default)]
struct Seen {
    piece: usize,
    last: [u8; 3],
    is_tag: bool,
    is_cell: bool,
    letters: u64,
    digits: u64,
}

impl Seen {
    fn next(&mut self, byte: u8, markup: Markup) -> Result<(), Unreadable> {
        self.piece = if matches!(byte, b'<' | b'>') { 0 } else { self.piece + 1 };
        // A document type may name entities, and only a document type begins like this.
        if self.piece > PIECE_MAX || (self.last.ends_with(b"<!") && matches!(byte, b'D' | b'd' | b'E' | b'e')) {
            return Err(TOO_MUCH);
        }
        if markup == Markup::Cells {
            self.name_of_a_cell(byte)?;
        }
        self.last = [self.last[1], self.last[2], byte];
        Ok(())
    }

    /// In `<c r="A1">` and `<row r="1">`, what the quotes hold.
    fn name_of_a_cell(&mut self, byte: u8) -> Result<(), Unreadable> {
        match byte {
            b'<' => (self.is_tag, self.is_cell) = (true, false),
            b'>' => (self.is_tag, self.is_cell) = (false, false),
            b'"' => {
                self.is_cell = self.is_tag && self.last.ends_with(b" r=");
                (self.letters, self.digits) = (0, 0);
            }
            _ if self.is_cell => {
                self.letters += u64::from(byte.is_ascii_alphabetic());
                self.digits += u64::from(byte.is_ascii_digit());
            }
            _ => {}
        }
        if self.letters > CELL_LETTERS_MAX || self.digits > CELL_DIGITS_MAX { Err(BROKEN) } else { Ok(()) }
    }
}
