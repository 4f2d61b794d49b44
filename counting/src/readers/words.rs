//! Reading along one line: words and signs with their columns, so that an error can point at them.

use super::error::ReadError;
use crate::contest::BallotError;

/// A place in one line of the file.
pub(super) struct Words<'a> {
    line: u64,
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    pub fn new(line: u64, text: &'a str) -> Self {
        Self { line, text, at: 0 }
    }

    /// What is left of the line, without leading blanks.
    pub fn rest(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let trimmed = rest.trim_start();
        self.at += rest.len() - trimmed.len();
        trimmed
    }

    /// Whether only blanks are left.
    pub fn at_end(&mut self) -> bool {
        self.rest().is_empty()
    }

    /// Steps over `sign` if it comes next.
    pub fn sign(&mut self, sign: char) -> bool {
        let next = self.rest().starts_with(sign);
        if next {
            self.at += sign.len_utf8();
        }
        next
    }

    /// The next word: everything up to a blank or one of `signs`. Empty at the end of the line and before a sign.
    pub fn word(&mut self, signs: &[char]) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c: char| c.is_whitespace() || signs.contains(&c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Everything up to one of `signs`, blanks within it kept, blanks around it cut.
    pub fn phrase(&mut self, signs: &[char]) -> &'a str {
        let rest = self.rest();
        let end = rest.find(signs).unwrap_or(rest.len());
        self.at += end;
        rest[..end].trim_end()
    }

    /// Steps behind the first `mark` of the line.
    pub fn skip_past(&mut self, mark: &str) {
        self.at += self.text[self.at..].find(mark).map_or(0, |at| at + mark.len());
    }

    /// A whole number from `least` to `most`.
    pub fn number(&mut self, signs: &[char], least: u64, most: u64, what: &str) -> Result<u64, ReadError> {
        let word = self.word(signs);
        match word.parse::<u64>() {
            Ok(number) if (least..=most).contains(&number) && word.starts_with(|c: char| c.is_ascii_digit()) => {
                Ok(number)
            }
            _ => Err(self.expected_before(word, format!("{what} from {least} to {most}"))),
        }
    }

    /// The error that what comes next is not what was expected.
    pub fn expected(&mut self, expected: impl Into<String>) -> ReadError {
        let rest = self.rest();
        let found = if rest.is_empty() { "the end of the line" } else { rest };
        ReadError::new(self.line, self.column(self.at), expected, found)
    }

    /// The error that the word just read is not what was expected.
    pub fn expected_before(&mut self, word: &str, expected: impl Into<String>) -> ReadError {
        if word.is_empty() {
            return self.expected(expected);
        }
        let start = (word.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize); // a part of the text
        ReadError::new(self.line, self.column(start), expected, word)
    }

    /// The error that a ballot of this line cannot be kept.
    pub fn refused(&self, error: BallotError) -> ReadError {
        ReadError::new(self.line, 1, "ballots that this program can keep", &error.to_string())
    }

    fn column(&self, at: usize) -> u64 {
        self.text.get(..at).map_or(1, |before| before.chars().count() as u64 + 1)
    }
}
