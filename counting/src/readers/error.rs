//! What a reader says about a file that it does not understand: where, what it expected there, and what it found.

/// Characters of the file that an error repeats at most.
const FOUND_CHARS_MAX: usize = 40;

/// A file that is not what it should be. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: expected {expected}, found {found}")]
pub struct ReadError {
    pub line: u64,
    pub column: u64,
    pub expected: String,
    pub found: String,
}

impl ReadError {
    /// An error at a place of the file. `found` is shortened and shown on one line.
    pub fn new(line: u64, column: u64, expected: impl Into<String>, found: &str) -> Self {
        Self { line, column, expected: expected.into(), found: shown(found) }
    }

    /// The file could not be read to its end.
    pub(super) fn unreadable(line: u64, error: &std::io::Error) -> Self {
        Self::new(line, 1, "a file that can be read", &error.to_string())
    }
}

/// The beginning of what was found, without characters that would break the line or the terminal.
fn shown(found: &str) -> String {
    let start: String = found.chars().take(FOUND_CHARS_MAX).map(|c| if c.is_control() { ' ' } else { c }).collect();
    match start.trim() {
        "" => "nothing".to_owned(),
        start if found.chars().nth(FOUND_CHARS_MAX).is_some() => format!("{start}…"),
        start => start.to_owned(),
    }
}

/// Why a contest cannot be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("this format has no place for {0}")]
    NoPlace(&'static str),
    #[error("the output failed: {0}")]
    Output(#[from] std::io::Error),
}
