//! JSON: the project's own form of a contest, and that of Debian's votes. Their ballots tell them apart.
//!
//! Own form, candidates by number from 1, exact numbers as text:
//! `{"title","seats","candidates":[names],"kind":"ranked","ballots":[{"weight":"3","ranks":[[1],[2,3]]}]}`, or with
//! `"kind":"marked"` ballots `{"weight":"1/2","points":[[1,"2.5"]]}`; besides `withdrawn`, `blank`, `invalid`, `abstentions`,
//! `budget` and `default_option` where there are some. The candidates come before the ballots.
//!
//! Debian's: `options`, `default_option` and `ballots` as `[count, text]`, one character an option: a digit is the rank, `-` is
//! unranked. The majority that an option needs is read from `[needs 3:1]` or `[3:1]` in its name, or from `majority_required`.

use std::io::BufRead;

use serde::de::Deserializer as _;

use super::error::ReadError;
use super::json_contest::Draft;
use crate::counting::contest::Contest;

pub(super) use super::json_write::{write, write_debian};

/// Bytes of a JSON file at most: a single text in it may be as long.
const FILE_BYTES_MAX: u64 = 100 << 20;

/// Reads a contest from either form.
pub(super) fn read(input: impl BufRead) -> Result<Contest, ReadError> {
    let mut json = serde_json::Deserializer::from_reader(input.take(FILE_BYTES_MAX));
    let draft = json.deserialize_map(Draft::default()).map_err(|error| of_json(&error))?;
    json.end().map_err(|error| of_json(&error))?;
    draft.finish().map_err(|expected| ReadError::new(1, 1, expected, "none in the file"))
}

/// The message of the JSON reader without the place, which it has apart.
fn of_json(error: &serde_json::Error) -> ReadError {
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    let (found, expected) = match message.split_once(", expected ") {
        Some((found, expected)) => (found.to_owned(), expected.to_owned()),
        None => (message.to_owned(), "a contest in JSON".to_owned()),
    };
    ReadError::new(error.line() as u64, error.column() as u64, expected, &found)
}
