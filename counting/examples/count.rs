//! Counts a ballot file with this crate alone and prints the count sheet, to repeat a count that somebody else has made:
//!
//! `cargo run --release -p counting --example count -- FILE [--method stv-scottish] [--seats N] [--seed TEXT] [--csv]`
//!
//! What the file itself says of method, rule and seed holds unless an option says otherwise. Wrong input is one line on standard error and the exit code 2.

use std::fs::File;
use std::io::{BufReader, ErrorKind, Write as _};
use std::process::ExitCode;

use counting::readers::{self, Format};
use counting::{Directions, Method, Settings, Ties, count, sheet};

fn main() -> ExitCode {
    match counted(std::env::args().skip(1)).and_then(|sheet| print(&sheet)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("count: {}", why.replace(char::is_control, " "));
            ExitCode::from(2)
        }
    }
}

/// Prints to standard output; a reader that goes away early is no error.
fn print(sheet: &str) -> Result<(), String> {
    match writeln!(std::io::stdout(), "{}", sheet.trim_end()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("the output failed: {error}")),
        _ => Ok(()),
    }
}

/// The count sheet that these arguments ask for: JSON, or CSV.
fn counted(args: impl IntoIterator<Item = String>) -> Result<String, String> {
    let (mut file, mut method, mut csv, mut seats, mut seed) = (None, None, false, None, None);
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        match arg.as_str() {
            "--method" => method = Some(known(&value()?)?),
            "--seats" => seats = Some(value()?.parse().map_err(|_| "--seats needs a whole number")?),
            "--seed" => seed = Some(value()?),
            "--csv" => csv = true,
            option if option.starts_with("--") => return Err(format!("{option} is not known")),
            _ => file = Some(arg),
        }
    }
    let file = file.ok_or("which file?")?;
    let format = Format::of_name(&file).ok_or(format!("{file}: this is the name of no ballot file"))?;
    let about = |error: &dyn std::fmt::Display| format!("{file}: {error}");
    let ballots = File::open(&file).map_err(|error| about(&error))?;
    let contest = readers::read(format, BufReader::new(ballots)).map_err(|error| about(&error))?;
    let said = contest.directions.as_ref();
    let method = method.or_else(|| said.map(|said| said.method)).ok_or("which --method?")?;
    let mut settings = said.map_or_else(Settings::default, Directions::settings);
    settings.seats = seats;
    if let Some(seed) = seed {
        settings.ties = Ties::Lot { seed };
    }
    let outcome = count(&contest, method, &settings).map_err(|error| about(&error))?;
    if csv {
        sheet::csv(&outcome).map_err(|error| about(&error))
    } else {
        sheet::json(&outcome).map_err(|error| about(&error))
    }
}

fn known(name: &str) -> Result<Method, String> {
    let all = || Method::ALL.map(Method::name).join(", ");
    Method::parse(name).ok_or_else(|| format!("--method {name} is none of {}", all()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<String, String> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/elections/");
        counted(line.split(' ').map(|arg| arg.replace("@", folder)))
    }

    #[test]
    fn an_auditor_gets_the_figures_that_were_published() {
        let sheet = asked("@stv-scottish/shetland_2017_ward7.blt --method stv-scottish --csv").expect("a sheet");
        assert!(sheet.contains("Cecil Laing SMITH (Ind),elected 1,429.00000,299.00000"), "{sheet}");
        assert!(sheet.contains("(quota),,299"), "{sheet}");
        let sheet = asked("@irv/nsw_ballina_2023.soi --method irv --seed 7").expect("a sheet");
        assert!(sheet.starts_with("{\n") && sheet.contains("\"method\": \"irv\""), "{sheet}");
        let one = asked("@stv-scottish/shetland_2017_ward7.blt --method stv-scottish --seats 1").expect("a sheet");
        assert!(one.contains("\"seats\": 1"), "{one}");
    }

    /// More than half are for it, which is what a proposal needs where nothing is said.
    #[test]
    fn a_file_that_says_how_it_is_counted_is_counted_so() {
        for line in ["@../exports/two_thirds.json", "@../exports/two_thirds.json --method majority"] {
            let sheet = asked(line).expect("a sheet");
            assert!(sheet.contains("\"method\": \"majority\"") && sheet.contains("\"adopted\": false"), "{sheet}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (line, why) in [
            ("--method irv", "which file?"),
            ("@stv-scottish/shetland_2017_ward7.blt", "which --method?"),
            ("a.blt --method best", "--method best is none of majority, plurality"),
            ("a.doc --method irv", "a.doc: this is the name of no ballot file"),
            ("a.blt --seats", "--seats needs a value"),
            ("a.blt --seats -1", "--seats needs a whole number"),
            ("a.blt --lang fr", "--lang is not known"),
            ("@none.blt --method irv", "none.blt: No such file"),
            ("@irv/nsw_ballina_2023.soi --method dots", "dots needs ballots with marks"),
        ] {
            let said = asked(line).expect_err(line);
            assert!(said.contains(why), "{line}: {said}");
        }
    }
}
