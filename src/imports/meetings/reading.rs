//! What the headings and cells of an attendance sheet say. Pure.

use chrono::NaiveDate;

use crate::attendance::sheets::Mark;
use crate::imports::cells::says_nothing;
use crate::imports::columns::{Column, Slot, folded};
use crate::imports::dates::{self, NoDate, Order};
use crate::meetings::Kind;
use crate::platform::spreadsheet::Sheet;

/// The most words of a date.
const DATE_WORDS: usize = 5;

/// The day in a heading such as "2025-11-18 AGM" or "Assemblée du 18 novembre 2025", as it stands there, and the words around it.
pub fn parts(heading: &str, today: NaiveDate) -> Option<(String, String)> {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let is_date = |text: &str| {
        let text = text.trim_matches(|c: char| !c.is_alphanumeric());
        let read = dates::date(text, Order::Unclear, today);
        matches!(read, Ok(_) | Err(NoDate::Unclear)).then(|| text.to_owned())
    };
    for length in (1..=DATE_WORDS.min(words.len())).rev() {
        for (start, window) in words.windows(length).enumerate() {
            if let Some(date) = is_date(&window.join(" ")) {
                let rest = [&words[..start], &words[start + length..]].concat().join(" ");
                return Some((date, rest.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()));
            }
        }
    }
    None
}

/// How the days of the headings are written: as somebody said of one of them, or as the others tell.
pub fn order(sheet: &Sheet, slots: &[Slot], today: NaiveDate) -> Order {
    let said = slots.iter().find(|slot| slot.column == Column::Meeting && slot.order != Order::Unclear);
    let days: Vec<String> = days(sheet, slots, today).into_iter().map(|(_, day)| day).collect();
    said.map_or_else(|| dates::order(days.iter().map(String::as_str)), |slot| slot.order)
}

/// The columns of meetings with their days, as they stand there.
pub fn days(sheet: &Sheet, slots: &[Slot], today: NaiveDate) -> Vec<(usize, String)> {
    let of = |(at, _): (usize, &Slot)| parts(sheet.header.get(at)?, today).map(|(day, _)| (at, day));
    slots.iter().enumerate().filter(|(_, slot)| slot.column == Column::Meeting).filter_map(of).collect()
}

/// What kind of meeting the words of a heading mean, in both languages.
pub fn kind(words: &str) -> Option<Kind> {
    let folded = folded(words);
    let small =
        ["the", "of", "la", "le", "du", "de", "des", "d", "l", "meeting", "assemblee", "reunion", "members", "membres"];
    let left: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty() && !small.contains(word)).collect();
    Some(match left.join(" ").as_str() {
        "agm" | "annual" | "annual general" | "aga" | "annuelle" | "generale annuelle" | "ag annuelle" => Kind::Annual,
        "special"
        | "special general"
        | "sgm"
        | "extraordinaire"
        | "generale extraordinaire"
        | "age"
        | "speciale"
        | "generale speciale"
        | "ags" => Kind::Special,
        "general" | "gm" | "gmm" | "general membership" | "membership" | "ag" | "generale" => Kind::General,
        "board" | "board directors" | "ca" | "conseil" | "conseil administration" => Kind::Board,
        "" if !folded.is_empty() => Kind::General,
        _ => return None,
    })
}

/// What a cell says of somebody; nothing where it is empty. `Err` with what is to be asked.
pub fn mark(cell: &str) -> Result<Option<Mark>, String> {
    let cell = cell.trim();
    if ["✓", "✔", "☑", "✅", "√"].iter().any(|sign| cell.starts_with(sign)) {
        return Ok(Some(Mark::Present));
    }
    if says_nothing(cell) {
        return Ok(None);
    }
    Ok(Some(match folded(cell).as_str() {
        "p" | "present" | "presente" | "x" | "yes" | "y" | "oui" | "o" | "1" | "in person" | "en personne"
        | "sur place" => Mark::Present,
        "online" | "zoom" | "en ligne" | "remote" | "a distance" | "virtual" | "virtuel" => Mark::Online,
        "excused" | "excuse" | "excusee" | "regrets" | "regret" | "motive" | "motivee" => Mark::Excused,
        "a" | "absent" | "absente" | "no" | "n" | "non" | "0" => Mark::Absent,
        _ => return Err(cell.chars().take(80).collect()),
    }))
}

/// A row of sums at the foot of a sheet.
pub fn is_sum(name: &str) -> bool {
    let sums = [
        "total",
        "totals",
        "totaux",
        "sum",
        "somme",
        "total present",
        "total presents",
        "present",
        "presents",
        "quorum",
    ];
    sums.contains(&folded(name).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day")
    }

    #[test]
    fn the_day_and_the_words_of_a_heading_are_told_apart() {
        for (heading, day, words) in [
            ("2025-11-18 AGM", "2025-11-18", "AGM"),
            ("AGM (2025-11-18)", "2025-11-18", "AGM"),
            ("18 Nov 2025", "18 Nov 2025", ""),
            ("General meeting, November 18, 2025", "November 18, 2025", "General meeting"),
            ("Assemblée extraordinaire du 9 juin 2026", "9 juin 2026", "Assemblée extraordinaire du"),
            ("03/04/2026 Board", "03/04/2026", "Board"),
        ] {
            assert_eq!(parts(heading, today()), Some((day.to_owned(), words.to_owned())), "{heading}");
        }
        for heading in ["Name", "AGM", "2025", "", "Member no."] {
            assert_eq!(parts(heading, today()), None, "{heading}");
        }
    }

    #[test]
    fn kinds_are_known_in_both_languages_and_what_is_not_is_asked() {
        for (words, expected) in [
            ("AGM", Some(Kind::Annual)),
            ("Assemblée générale annuelle", Some(Kind::Annual)),
            ("Assemblée extraordinaire du", Some(Kind::Special)),
            ("General", Some(Kind::General)),
            ("Assemblée", Some(Kind::General)),
            ("CA", Some(Kind::Board)),
            ("Board of directors", Some(Kind::Board)),
            ("Budget", None),
            ("", None),
        ] {
            assert_eq!(kind(words), expected, "{words}");
        }
    }

    #[test]
    fn a_cell_is_a_mark_or_asked() {
        for (cell, expected) in [
            ("P", Ok(Some(Mark::Present))),
            ("✓", Ok(Some(Mark::Present))),
            ("En ligne", Ok(Some(Mark::Online))),
            ("Excusée", Ok(Some(Mark::Excused))),
            ("a", Ok(Some(Mark::Absent))),
            (" ", Ok(None)),
            ("E", Err("E".to_owned())),
            ("R", Err("R".to_owned())),
        ] {
            assert_eq!(mark(cell), expected, "{cell}");
        }
    }
}
