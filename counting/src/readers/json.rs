//! JSON: the project's own form of a contest, and that of Debian's votes. Their ballots tell them apart.
//!
//! Own form, candidates by number from 1, exact numbers as text:
//! `{"title","seats","candidates":[names],"kind":"ranked","ballots":[{"weight":"3","ranks":[[1],[2,3]]}]}`, or with
//! `"kind":"marked"` ballots `{"weight":"1/2","points":[[1,"2.5"]]}`; besides `withdrawn`, `blank`, `invalid`, `abstentions`,
//! `budget` and `default_option` where there are some. The candidates come before the ballots. How it is counted stands in `method`,
//! `seed`, and for a proposal `rule`: `{"share":"2/3","more_than":false,"of":"votes-cast","abstentions_count":false,"quorum":"12"}`,
//! where `of` may also be `{"present":"40"}` or `{"entitled":"59"}`, and `further` lists thresholds of single candidates.
//!
//! RCTab's cast vote records are known by their `CVR`: see `rctab.rs`.
//!
//! Debian's: `options`, `default_option` and `ballots` as `[count, text]`, one character an option: a digit is the rank, `-` is
//! unranked. The majority that an option needs is read from `[needs 3:1]` or `[3:1]` in its name, or from `majority_required`.

use std::io::{BufRead, Read as _};

use serde::de::Deserializer as _;
use serde_json::error::Category;

use super::error::ReadError;
use super::json_contest::Draft;
use crate::contest::Contest;

pub(super) use super::json_write::{write, write_debian};

/// Bytes of a JSON file at most: a single text in it may be as long.
const FILE_BYTES_MAX: u64 = 100 << 20;
/// The byte order mark that some programs write first.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads a contest from either form.
pub(super) fn read(mut input: impl BufRead) -> Result<Contest, ReadError> {
    let mut start = Vec::new();
    let read = input.by_ref().take(MARK.len() as u64).read_to_end(&mut start);
    read.map_err(|error| ReadError::unreadable(1, &error))?;
    let start = start.strip_prefix(MARK).unwrap_or(&start);
    let mut input = start.chain(input).take(FILE_BYTES_MAX + 1);
    let read = read_draft(&mut input);
    if input.limit() == 0 {
        let expected = format!("a JSON file of at most {FILE_BYTES_MAX} bytes");
        return Err(ReadError::new(1, 1, expected, "a longer one"));
    }
    read?.finish().map_err(|expected| ReadError::new(1, 1, expected, "none in the file"))
}

fn read_draft(input: impl BufRead) -> Result<Draft, ReadError> {
    let mut json = serde_json::Deserializer::from_reader(input);
    let draft = json.deserialize_map(Draft::default()).map_err(|error| of_json(&error))?;
    json.end().map_err(|error| of_json(&error))?;
    Ok(draft)
}

/// The message of the JSON reader without the place, which it has apart, in the words of the other readers.
fn of_json(error: &serde_json::Error) -> ReadError {
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    let (expected, found) = match error.classify() {
        Category::Eof => ("a contest in JSON, whole", "the end of the file"),
        Category::Syntax if message == "expected value" => ("a value in JSON", "something else"),
        Category::Syntax => match message.strip_prefix("expected ") {
            Some(expected) => (expected, "something else"),
            None => ("JSON without mistakes", message),
        },
        _ => match message.split_once(", expected ") {
            Some((found, "usize" | "u64")) => ("a whole number, without a decimal point", found),
            Some((found, expected)) => (expected, found),
            None if message.contains("OptionDraft") => {
                ("a default option: its number, or option, quorum and majorities", "something else")
            }
            None => ("a contest in JSON", message),
        },
    };
    ReadError::new(error.line().max(1) as u64, error.column().max(1) as u64, expected, found)
}
