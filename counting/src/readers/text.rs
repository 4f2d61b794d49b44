//! What a file is written in: UTF-16, as spreadsheets and Windows save "Unicode", becomes UTF-8 on the way in; anything else goes
//! through as it is. Streaming: no more than a few bytes are held.

use std::io::{BufRead, BufReader, Chain, Read, Result};

/// The bytes that tell: a byte order mark, or a zero beside the first character, which no ballot file in UTF-8 has.
const START_BYTES: u64 = 2;

/// A file whose bytes are UTF-8 or of an 8-bit alphabet.
pub(super) enum Text<'a, R> {
    Plain(Chain<&'a [u8], R>),
    Decoded(BufReader<Utf16<Chain<&'a [u8], R>>>),
}

/// Looks at the start of a file, which is kept in `start`.
pub(super) fn of<R: BufRead>(mut input: R, start: &mut Vec<u8>) -> Result<Text<'_, R>> {
    input.by_ref().take(START_BYTES).read_to_end(start)?;
    let little = match start.as_slice() {
        [0xff, 0xfe] => Some(true),
        [0xfe, 0xff] => Some(false),
        [first, 0] if *first != 0 => Some(true),
        [0, second] if *second != 0 => Some(false),
        _ => None,
    };
    let whole = (start.as_slice()).chain(input);
    Ok(match little {
        None => Text::Plain(whole),
        Some(little) => Text::Decoded(BufReader::new(Utf16 { input: whole, little, high: None, out: Vec::new() })),
    })
}

/// UTF-16 as it is decoded. What is no character becomes the replacement character.
pub(super) struct Utf16<R> {
    input: R,
    little: bool,
    /// The first half of a character of two units.
    high: Option<u16>,
    /// Decoded bytes that did not fit the last time, the next one last.
    out: Vec<u8>,
}

impl<R: BufRead> Utf16<R> {
    /// The next character, decoded into `out`; false at the end of the file.
    fn next(&mut self) -> Result<bool> {
        let mut unit = Vec::with_capacity(2);
        self.input.by_ref().take(2).read_to_end(&mut unit)?;
        let unit = match unit.as_slice() {
            [a, b] if self.little => u16::from_le_bytes([*a, *b]),
            [a, b] => u16::from_be_bytes([*a, *b]),
            [] if self.high.take().is_none() => return Ok(false),
            _ => u16::from(b'?'), // half a character at the end of a file that was cut
        };
        let is_high = (0xd800..0xdc00).contains(&unit);
        let units = match (self.high.take(), is_high) {
            (None, true) => {
                self.high = Some(unit);
                return Ok(true);
            }
            (Some(high), _) => vec![high, unit],
            (None, false) => vec![unit],
        };
        let text: String = char::decode_utf16(units).map(|one| one.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        self.out.extend(text.bytes().rev());
        Ok(true)
    }
}

impl<R: BufRead> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let mut filled = 0;
        while filled < buffer.len() {
            match self.out.pop() {
                Some(byte) => {
                    buffer[filled] = byte;
                    filled += 1;
                }
                None if self.next()? => {}
                None => break,
            }
        }
        Ok(filled)
    }
}
