//! Lists as offices keep them (`testdata/rosters`, invented people), each read as far as an import goes before anybody answers: what
//! every column is taken for or why it is left out, what every row brings, and what is asked. `testdata/rosters.txt` tells all of it;
//! `UPDATE_LISTINGS=1` writes it anew, to be looked at line by line.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::guessing::{Remembered, guess, why_left_out};
use super::homes::Homes;
use super::rules::{Answers, Entry, Planned, plan};
use super::what::What;
use super::{cells, heads, reading};
use crate::platform::spreadsheet;

const LISTING: &str = "testdata/rosters.txt";

/// Everything that an entry says, by what it is taken for.
fn words(entry: &Entry) -> String {
    let facts = [
        ("number", entry.number.clone().unwrap_or_default()),
        ("given", entry.given_name.clone()),
        ("family", entry.family_name.clone()),
        ("email", entry.email.clone().unwrap_or_default()),
        ("phones", entry.phone.iter().chain(&entry.more_phones).cloned().collect::<Vec<_>>().join(" + ")),
        ("home", entry.units.join(" + ")),
        ("joined", entry.joined_on.map(|day| day.to_string()).unwrap_or_default()),
        ("status", entry.status.map(|status| status.word().to_owned()).unwrap_or_default()),
        ("committees", entry.committees.join(" + ")),
        ("left out", entry.aside.join(" + ")),
    ];
    let said = facts.iter().filter(|(_, fact)| !fact.is_empty()).map(|(name, fact)| format!("{name} {fact}"));
    said.collect::<Vec<_>>().join(", ")
}

fn row_words(row: &Planned, text: &mut String) {
    for problem in &row.problems {
        let proposal = problem.proposal.as_ref().map(|proposal| format!(", perhaps {proposal:?}")).unwrap_or_default();
        let _ = writeln!(
            text,
            "  row {} asks {} of {:?} ({}){proposal}",
            row.line,
            problem.wrong,
            problem.value,
            problem.slot.word()
        );
    }
    for person in row.people.iter().filter(|_| row.problems.is_empty()) {
        let _ = writeln!(text, "  row {} {}", row.line, words(&person.entry));
    }
    if row.problems.is_empty() && row.people.is_empty() {
        let home = row.home.units.join(" + ");
        let _ = writeln!(
            text,
            "  row {} nobody{}",
            row.line,
            if home.is_empty() { home } else { format!(", home {home} stands empty") }
        );
    }
}

fn listing(name: &str) -> String {
    let bytes = fs::read(folder().join("testdata/rosters").join(name)).expect("a file");
    let sheet = match spreadsheet::read(&bytes) {
        Ok(sheet) => heads::guess(sheet, &Remembered::default()),
        Err(wrong) => return format!("{name}: {}\n", wrong.key),
    };
    let slots = guess(&sheet, &Remembered::default());
    let mut text = format!("{name}\n");
    for (at, (heading, slot)) in sheet.header.iter().zip(&slots).enumerate() {
        let why =
            why_left_out(What::Members, &sheet, &slots, at).map(|why| format!(": {}", why.key())).unwrap_or_default();
        let _ = writeln!(text, "  column {heading:?} is {}{why}", slot.word());
    }
    if let Some(reading) = sheet.reading {
        let _ = writeln!(text, "  asks whether the accents are those of {reading:?}");
    }
    if !reading::without_home(&sheet, &slots).is_empty() {
        let _ = writeln!(text, "  asks whether an empty home is the one above");
    }
    let today = "2026-11-28".parse().expect("a date");
    let rows = plan(&sheet, &slots, &[], &Homes::default(), &Answers::new(), today);
    for row in &rows {
        row_words(row, &mut text);
    }
    let coming: Vec<&Planned> = rows.iter().filter(|row| row.comes_in()).collect();
    let people: usize = coming.iter().map(|row| row.people_wanted()).sum();
    let named = rows.iter().filter(|row| row.problems.is_empty()).flat_map(|row| &row.home.units);
    let mut homes: Vec<String> = named.map(|name| cells::home_key(name)).collect();
    homes.sort();
    homes.dedup();
    let _ = writeln!(text, "  {people} people and {} homes come in", homes.len());
    text
}

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn each_roster_comes_in_without_loss_invention_or_unasked_guess() {
    let mut names: Vec<String> = fs::read_dir(folder().join("testdata/rosters"))
        .expect("a folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    assert_eq!(names.len(), 20);
    let found: String = names.iter().map(|name| listing(name)).collect::<Vec<_>>().join("\n");
    if std::env::var_os("UPDATE_LISTINGS").is_some() {
        fs::write(folder().join(LISTING), &found).expect("written");
    }
    let kept = fs::read_to_string(folder().join(LISTING)).unwrap_or_default();
    for (line, (kept, found)) in kept.lines().zip(found.lines()).enumerate() {
        assert_eq!(found, kept, "{LISTING}, line {}", line + 1);
    }
    assert_eq!(found.len(), kept.len(), "{LISTING}");
}
