//! Ballot files, read and written: `.blt`, PrefLib, `.cvotes`, Pabulib `.pb`, rankings in CSV, the JSON of Debian's votes, and
//! the project's own JSON; read only: the cast vote records that RCTab writes.
//!
//! Reading streams: a file of any size needs the memory of its different ballots. Readers are lenient about what real files
//! differ in (a missing last newline, blanks, quotes); of anything else they say the line, the column and what they expected.
//! Every bound on what a file may ask for is a named constant, and nothing is allocated because a file announced it.

mod blt;
mod cvotes;
mod error;
mod exact;
mod fields;
mod gather;
mod json;
mod json_ballots;
mod json_contest;
mod json_directions;
mod json_write;
mod lines;
mod pabulib;
mod pabulib_write;
mod preflib;
mod rankings_csv;
mod rctab;
#[cfg(test)]
mod tests;
mod text;
mod words;

use std::io::{BufRead, Write};

pub use error::{ReadError, WriteError};
pub use gather::{CANDIDATES_MAX, GROUPS_MAX, MARKS_MAX, PREFERENCES_MAX};
pub use lines::LINE_BYTES_MAX;

use super::contest::Contest;

/// A format of ballot files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Ballots by candidate number, as STV programs read them.
    Blt,
    /// PrefLib orders: `.soi`, `.toi`, and complete ones, `.soc`, `.toc`.
    PrefLib,
    /// The Condorcet election format.
    Cvotes,
    /// Participatory budgets of Pabulib.
    Pabulib,
    /// Rankings as a spreadsheet has them: one column a rank, or one column a candidate.
    Csv,
    /// Options and ranks of Debian's votes. Reading takes each JSON for the others, RCTab's too: they tell themselves apart.
    Debian,
    /// The project's own.
    Json,
}

impl Format {
    pub const ALL: [Self; 7] =
        [Self::Blt, Self::PrefLib, Self::Cvotes, Self::Pabulib, Self::Csv, Self::Debian, Self::Json];

    /// The format of a file by the end of its name, in capitals or not.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, end) = name.rsplit_once('.')?;
        match end.to_ascii_lowercase().as_str() {
            "blt" => Some(Self::Blt),
            "soi" | "toi" | "soc" | "toc" => Some(Self::PrefLib),
            "cvotes" => Some(Self::Cvotes),
            "pb" => Some(Self::Pabulib),
            "csv" | "tsv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// How many bytes the names of all candidates may have together, and a title: far more than any have, and so few that a ballot
/// that names every candidate can be written on one line and read again.
pub const NAMES_BYTES_MAX: usize = LINE_BYTES_MAX / 2;

/// Reads a contest.
///
/// # Errors
/// At the first place where the file is not what its format says.
pub fn read(format: Format, input: impl BufRead) -> Result<Contest, ReadError> {
    let mut start = Vec::new();
    let contest = match text::of(input, &mut start).map_err(|error| ReadError::unreadable(1, &error))? {
        text::Text::Plain(input) => read_text(format, input),
        text::Text::Decoded(input) => read_text(format, input),
    }?;
    // Between two names there may be a sign with blanks, and quotes around each.
    let names: usize = contest.candidates.iter().map(|name| name.len() + 5).sum();
    if names.max(contest.title.len()) > NAMES_BYTES_MAX {
        let found = format!("{names} bytes");
        return Err(ReadError::new(1, 1, format!("names of at most {NAMES_BYTES_MAX} bytes in all"), &found));
    }
    Ok(contest)
}

fn read_text(format: Format, input: impl BufRead) -> Result<Contest, ReadError> {
    match format {
        Format::Blt => blt::read(input),
        Format::PrefLib => preflib::read(input),
        Format::Cvotes => cvotes::read(input),
        Format::Pabulib => pabulib::read(input),
        Format::Csv => rankings_csv::read(input),
        Format::Debian | Format::Json => json::read(input),
    }
}

/// Writes a contest. What the format has no place for is left out: only the project's own JSON keeps all.
///
/// # Errors
/// When the ballots are of a kind that the format cannot express, or the output fails.
pub fn write(format: Format, contest: &Contest, out: &mut impl Write) -> Result<(), WriteError> {
    match format {
        Format::Blt => blt::write(contest, out),
        Format::PrefLib => preflib::write(contest, out),
        Format::Cvotes => cvotes::write(contest, out),
        Format::Pabulib => pabulib::write(contest, out),
        Format::Csv => rankings_csv::write(contest, out),
        Format::Debian => json::write_debian(contest, out),
        Format::Json => json::write(contest, out),
    }
}
