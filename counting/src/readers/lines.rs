//! The lines of a ballot file, one at a time: numbered from 1, without their end of line, never longer than
//! [`LINE_BYTES_MAX`]. Text that is not UTF-8 is taken as Latin-1, because older ballot files are; a byte order mark is dropped.

use super::error::ReadError;
use std::borrow::Cow;
use std::io::{BufRead, Read};

/// No line of a ballot file is longer: a ranking of 2,000 candidates takes 10,000 bytes.
pub const LINE_BYTES_MAX: usize = 1 << 20;

/// The file as a sequence of lines.
pub(super) struct Lines<R> {
    input: R,
    bytes: Vec<u8>,
    number: u64,
}

/// One line and its number.
pub(super) struct Line<'a> {
    pub number: u64,
    pub text: Cow<'a, str>,
}

impl<R: BufRead> Lines<R> {
    pub fn new(input: R) -> Self {
        Self { input, bytes: Vec::new(), number: 0 }
    }

    /// The next line, or nothing at the end of the file.
    pub fn next(&mut self) -> Result<Option<Line<'_>>, ReadError> {
        self.bytes.clear();
        self.number += 1;
        let most = LINE_BYTES_MAX as u64 + 1;
        let read = self.input.by_ref().take(most).read_until(b'\n', &mut self.bytes);
        let length = read.map_err(|error| ReadError::unreadable(self.number, &error))?;
        if length == 0 {
            return Ok(None);
        }
        if length > LINE_BYTES_MAX {
            let expected = format!("a line of at most {LINE_BYTES_MAX} bytes");
            return Err(ReadError::new(self.number, LINE_BYTES_MAX as u64 + 1, expected, "a longer one"));
        }
        Ok(Some(Line { number: self.number, text: text_of(ending_cut(&self.bytes, self.number)) }))
    }

    /// The next line that holds more than blanks.
    pub fn next_filled(&mut self) -> Result<Option<Line<'_>>, ReadError> {
        loop {
            // The line is looked up again below, because a line that is handed out borrows the buffer.
            match self.next()? {
                None => return Ok(None),
                Some(line) if !line.text.trim().is_empty() => break,
                Some(_) => {}
            }
        }
        Ok(Some(Line { number: self.number, text: text_of(ending_cut(&self.bytes, self.number)) }))
    }

    /// The error of a file that ends too early.
    pub fn ends(&self, expected: impl Into<String>) -> ReadError {
        ReadError::new(self.number.max(1), 1, expected, "the end of the file")
    }
}

impl<R> Lines<R> {
    /// The number of the last line, once the end of the file was reached.
    pub fn last(&self) -> u64 {
        self.number.saturating_sub(1).max(1)
    }
}

/// The bytes of a line without `\n`, `\r\n` and, in the first line, the byte order mark.
fn ending_cut(bytes: &[u8], number: u64) -> &[u8] {
    let line = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line }
}

fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| char::from(*byte)).collect()),
    }
}
