//! `cooperator count FILE`: reads ballots, counts them, prints the count sheet. Needs no database and changes nothing.
//!
//! Wrong input is one line on standard error and the exit code 2. The file is read as a stream.

use std::fs::File;
use std::io::{BufReader, ErrorKind, Write as _};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use counting::readers::{self, Format};
use counting::{Directions, Method, Outcome, Settings, Ties, sheet};

use crate::config::Count;
use crate::counted::say;
use crate::platform::i18n::Lang;

/// Bytes of the file that are read at once.
const BUFFER_BYTES: usize = 256 * 1024;

pub fn count(wanted: &Count) -> anyhow::Result<ExitCode> {
    match printed(wanted) {
        Ok(sheet) => print(&sheet),
        Err(error) => {
            let line: String = format!("{error:#}").chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            eprintln!("cooperator: {line}");
            Ok(ExitCode::from(2))
        }
    }
}

/// The sheet that is asked for.
fn printed(wanted: &Count) -> anyhow::Result<String> {
    let named = wanted.method.as_deref().map(method).transpose()?;
    let seats = seats(wanted)?;
    let show = shown_as(&wanted.format, &wanted.lang)?;
    let contest = read(wanted)?;
    let said = contest.directions.as_ref();
    let method = named.or_else(|| said.map(|said| said.method));
    let method =
        method.ok_or_else(|| anyhow!("the file does not say how it is counted: --method is one of {}", methods()))?;
    let mut settings = said.map_or_else(Settings::default, Directions::settings);
    settings.seats = seats;
    if let Some(seed) = wanted.seed.clone() {
        settings.ties = Ties::Lot { seed };
    }
    show(&counting::count(&contest, method, &settings)?)
}

fn methods() -> String {
    Method::ALL.map(Method::name).join(", ")
}

fn method(name: &str) -> anyhow::Result<Method> {
    Method::parse(name).ok_or_else(|| anyhow!("--method {name:?} is none of {}", methods()))
}

fn seats(wanted: &Count) -> anyhow::Result<Option<usize>> {
    let Some(seats) = &wanted.seats else { return Ok(None) };
    match seats.parse::<usize>() {
        Ok(seats) if seats > 0 => Ok(Some(seats)),
        _ => bail!("--seats {seats:?} is not a whole number above 0"),
    }
}

type Show = Box<dyn Fn(&Outcome) -> anyhow::Result<String>>;

fn shown_as(format: &str, lang: &str) -> anyhow::Result<Show> {
    let lang = Lang::parse(lang).ok_or_else(|| anyhow!("--lang {lang:?} is neither en nor fr"))?;
    match format {
        "text" => Ok(Box::new(move |outcome| Ok(sheet::text(outcome, &|phrase| say(lang, phrase))))),
        "json" => Ok(Box::new(|outcome| Ok(sheet::json(outcome)? + "\n"))),
        "csv" => Ok(Box::new(|outcome| Ok(sheet::csv(outcome)?))),
        _ => bail!("--format {format:?} is none of text, json, csv"),
    }
}

fn read(wanted: &Count) -> anyhow::Result<counting::Contest> {
    let name = wanted.file.display();
    let format = Format::of_name(&wanted.file.to_string_lossy()).ok_or_else(|| {
        anyhow!("{name}: the name must end in .blt, .soi, .toi, .soc, .toc, .cvotes, .pb, .csv, .tsv or .json")
    })?;
    let file = File::open(&wanted.file).with_context(|| format!("cannot read {name}"))?;
    if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        bail!("cannot read {name}: it is a folder, not a file");
    }
    readers::read(format, BufReader::with_capacity(BUFFER_BYTES, file)).with_context(|| name.to_string())
}

/// Prints to standard output; a reader that goes away early is no error.
fn print(text: &str) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("the output failed"),
        _ => Ok(ExitCode::SUCCESS),
    }
}
