//! Lines of fields between semicolons, or another sign, quoted as in CSV: `"a ""b"""; a quoted field may go on over several lines.

use std::io::BufRead;

use super::error::ReadError;
use super::lines::{LINE_BYTES_MAX, Lines};

/// One record: its fields and where each begins.
pub(super) struct Record {
    pub line: u64,
    fields: Vec<(u64, String)>,
}

impl Record {
    /// A field by its place in the record; empty if the record is shorter.
    pub fn field(&self, at: usize) -> &str {
        self.fields.get(at).map_or("", |(_, text)| text.trim())
    }

    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(_, text)| text.trim())
    }

    /// The place of the column of this name, in a record that names columns.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.fields().position(|field| field.eq_ignore_ascii_case(name))
    }

    /// The error that a field is not what was expected.
    pub fn expected(&self, at: usize, expected: impl Into<String>) -> ReadError {
        match self.fields.get(at) {
            Some((column, text)) => ReadError::new(self.line, *column, expected, text),
            None => {
                ReadError::new(self.line, self.fields.last().map_or(1, |last| last.0), expected, "the end of the line")
            }
        }
    }
}

/// The next record that holds more than blanks.
pub(super) fn next<R: BufRead>(lines: &mut Lines<R>, between: char) -> Result<Option<Record>, ReadError> {
    let Some(line) = lines.next_filled()? else {
        return Ok(None);
    };
    let number = line.number;
    if !line.text.contains('"') {
        let mut column = 1;
        let fields = line.text.split(between).map(|text| {
            let start = column;
            column += text.chars().count() as u64 + 1;
            (start, text.to_owned())
        });
        return Ok(Some(Record { line: number, fields: fields.collect() }));
    }
    let mut splitter = Splitter::new(between);
    splitter.feed(&line.text);
    let mut bytes = line.text.len();
    while splitter.quoted {
        let unclosed = ReadError::new(number, splitter.start, "a closing quote", "none");
        let Some(more) = lines.next()? else {
            return Err(unclosed);
        };
        bytes += more.text.len();
        if bytes > LINE_BYTES_MAX {
            return Err(unclosed);
        }
        splitter.field.push('\n');
        splitter.feed(&more.text);
    }
    splitter.end_field();
    Ok(Some(Record { line: number, fields: splitter.fields }))
}

/// A record that is all on this line.
pub(super) fn of_line(number: u64, text: &str, between: char) -> Result<Record, ReadError> {
    let mut splitter = Splitter::new(between);
    splitter.feed(text);
    if splitter.quoted {
        return Err(ReadError::new(number, splitter.start, "a closing quote", "none"));
    }
    splitter.end_field();
    Ok(Record { line: number, fields: splitter.fields })
}

/// A record on its way, line by line.
struct Splitter {
    between: char,
    fields: Vec<(u64, String)>,
    field: String,
    /// Within quotes: the record goes on in the next line.
    quoted: bool,
    /// Where the field begins.
    start: u64,
}

impl Splitter {
    fn new(between: char) -> Self {
        Self { between, fields: Vec::new(), field: String::new(), quoted: false, start: 1 }
    }

    fn feed(&mut self, text: &str) {
        let mut rest = (1..).zip(text.chars()).peekable();
        let mut fresh = !self.quoted;
        while let Some((column, next)) = rest.next() {
            if fresh {
                self.start = column;
            }
            match next {
                '"' if fresh => self.quoted = true,
                '"' if self.quoted && rest.next_if(|(_, next)| *next == '"').is_some() => self.field.push('"'),
                '"' if self.quoted => self.quoted = false,
                sign if sign == self.between && !self.quoted => self.end_field(),
                other => self.field.push(other),
            }
            fresh = next == self.between && !self.quoted;
        }
    }

    fn end_field(&mut self) {
        self.fields.push((self.start, std::mem::take(&mut self.field)));
    }
}

/// A field as it is written: quoted where it must be.
pub(super) fn quoted(field: &str, between: char) -> String {
    let must = field.contains([between, '"', '\n', '\r']) || field.trim() != field;
    if must { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
}
