//! Dates as people write them, and which number of one is the day. Pure.
//!
//! A year or a month alone is no day: it is asked about, with the first day of it as a proposal.

use chrono::{Datelike as _, NaiveDate};

use super::columns::{Slot, folded};
use crate::platform::spreadsheet::Sheet;

/// How a column is read. For dates like 03/04/2022: which of the first two numbers is the day. For homes: whether an empty cell
/// means the home of the row above, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    DayFirst,
    MonthFirst,
    Above,
    Alone,
    /// Nothing in the column tells.
    Unclear,
}

/// What the other dates of the column tell: one with a number over 12 gives it away.
pub fn order<'a>(cells: impl Iterator<Item = &'a str>) -> Order {
    let (mut day_first, mut month_first) = (false, false);
    for (first, second, _) in cells.filter_map(slashed) {
        day_first |= first > 12 && second <= 12;
        month_first |= second > 12 && first <= 12;
    }
    match (day_first, month_first) {
        (true, false) => Order::DayFirst,
        (false, true) => Order::MonthFirst,
        _ => Order::Unclear,
    }
}

/// How each column of a sheet is read: as somebody said, or as the other dates of it tell.
pub fn orders(sheet: &Sheet, slots: &[Slot]) -> Vec<Order> {
    let order = |(at, slot): (usize, &Slot)| match slot.order {
        Order::Unclear if slot.column.is_date() => order(super::reading::column(sheet, at)),
        order => order,
    };
    slots.iter().enumerate().map(order).collect()
}

/// A date of the column that could be read either way round, if nothing else tells and somebody must be asked.
pub fn question<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    if order(cells.clone()) != Order::Unclear {
        return None;
    }
    cells.into_iter().find(|cell| date(cell, Order::Unclear, DAY_ZERO) == Err(NoDate::Unclear))
}

fn slashed(cell: &str) -> Option<(u32, u32, i32)> {
    let parts: Vec<&str> = cell.trim().split(['/', '-', '.']).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let year: i32 = year.parse().ok().filter(|number| *number >= 1000 || year.len() == 2)?;
    let part = |part: &str| part.parse().ok().filter(|number| *number <= 31 && part.len() <= 2);
    Some((part(first)?, part(second)?, year))
}

/// The year that two digits mean: 18 is 2018, and 72 is 1972, because nobody writes of more than a year ahead.
fn whole_year(year: i32, today: NaiveDate) -> i32 {
    match year {
        0..=99 if 2_000 + year > today.year() + 1 => 1_900 + year,
        0..=99 => 2_000 + year,
        _ => year,
    }
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "janv"],
    &["february", "feb", "fevrier", "fevr", "fev"],
    &["march", "mar", "mars"],
    &["april", "apr", "avril", "avr"],
    &["may", "mai"],
    &["june", "jun", "juin"],
    &["july", "jul", "juillet", "juil", "juill"],
    &["august", "aug", "aout"],
    &["september", "sept", "sep", "septembre"],
    &["october", "oct", "octobre"],
    &["november", "nov", "novembre"],
    &["december", "dec", "decembre"],
];

/// Why a cell is no date.
#[derive(Debug, PartialEq, Eq)]
pub enum NoDate {
    /// It is none at all.
    None,
    /// Day and month could be either.
    Unclear,
    /// A year or a month, which begins on this day.
    Part(NaiveDate),
}

/// The day that a spreadsheet program counts from: its day 60 never was, so that days after February 1900 count from here.
const DAY_ZERO: NaiveDate = match NaiveDate::from_ymd_opt(1899, 12, 30) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// 45464 is 21 June 2024, where a spreadsheet program forgot that it was a date.
fn counted(cell: &str) -> Option<NaiveDate> {
    let whole = cell
        .split_once('.')
        .filter(|(_, rest)| rest.bytes().all(|b| b.is_ascii_digit()))
        .map_or(cell, |(whole, _)| whole);
    let days: u64 = whole.parse().ok().filter(|days| (3_654..=73_050).contains(days) && whole.len() == 5)?;
    DAY_ZERO.checked_add_days(chrono::Days::new(days))
}

/// A date as people write it: 2026-12-04, 4 December 2026, 4 décembre 2026, Dec 4, 2026, 24/12/2026, 24-Dec-26, 45464. Of `today`
/// only the year counts, which tells the century of a year of two digits.
pub fn date(cell: &str, order: Order, today: NaiveDate) -> Result<NaiveDate, NoDate> {
    let cell = without_time(cell.trim());
    let none = NoDate::None;
    let usual = |day: &NaiveDate| (1900..2200).contains(&day.year());
    if let Ok(day) = NaiveDate::parse_from_str(&cell.replace(['/', '.'], "-"), "%Y-%m-%d")
        && usual(&day)
    {
        return Ok(day);
    }
    if let Some(day) = counted(cell) {
        return Ok(day);
    }
    if let Some((first, second, year)) = slashed(cell) {
        let (month, day) = match order {
            _ if first == second => (first, second),
            _ if first > 12 => (second, first),
            _ if second > 12 => (first, second),
            Order::DayFirst => (second, first),
            Order::MonthFirst => (first, second),
            _ => return Err(NoDate::Unclear),
        };
        return NaiveDate::from_ymd_opt(whole_year(year, today), month, day).filter(usual).ok_or(none);
    }
    let words = folded(cell);
    let words: Vec<&str> = words.split(' ').filter(|word| !["le", "the", "de", "of"].contains(word)).collect();
    let [first, second, year] = words.as_slice() else {
        return Err(part(&words).filter(usual).map_or(none, NoDate::Part));
    };
    let day_of = |word: &str| -> Option<u32> {
        word.trim_end_matches("er")
            .trim_end_matches("st")
            .trim_end_matches("nd")
            .trim_end_matches("rd")
            .trim_end_matches("th")
            .parse()
            .ok()
    };
    let (month, day) = match (month_of(second), month_of(first)) {
        (Some(month), _) => (Some(month), day_of(first)),
        (None, Some(month)) => (Some(month), day_of(second)),
        (None, None) => (None, None),
    };
    let (Some(month), Some(day), Ok(number)) = (month, day, year.parse()) else { return Err(none) };
    let year = if year.len() == 2 { whole_year(number, today) } else { number };
    NaiveDate::from_ymd_opt(year, month, day).filter(usual).ok_or(none)
}

fn month_of(word: &str) -> Option<u32> {
    MONTHS.iter().position(|names| names.contains(&word)).map(|at| at as u32 + 1)
}

/// The date before a time of day: "2015-05-05 14:30", "2015-05-05T00:00:00Z", "5/5/2015 2:30 PM".
fn without_time(cell: &str) -> &str {
    let cut = cell.find(':').and_then(|colon| cell[..colon].rfind([' ', 'T']));
    let is_time = |rest: &str| {
        rest.chars().all(|c| c.is_ascii_digit() || " :.+-TZ\u{a0}\u{202f}AaPpMm".contains(c)) && rest.contains(':')
    };
    match cut.map(|at| cell.split_at(at)) {
        Some((date, rest)) if is_time(rest) && !date.is_empty() => date.trim_end(),
        _ => cell,
    }
}

/// The first day of "2015", "2012 07", "07 2012", "july 2012".
fn part(words: &[&str]) -> Option<NaiveDate> {
    let year = |word: &str| word.parse().ok().filter(|_| word.len() == 4);
    let month = |word: &str| month_of(word).or_else(|| word.parse().ok().filter(|_| word.len() <= 2));
    match words {
        [only] => NaiveDate::from_ymd_opt(year(only)?, 1, 1),
        [first, second] => match (year(first), year(second)) {
            (Some(year), None) => NaiveDate::from_ymd_opt(year, month(second)?, 1),
            (None, Some(year)) => NaiveDate::from_ymd_opt(year, month(first)?, 1),
            _ => None,
        },
        _ => None,
    }
}

/// What a spreadsheet program made of "1-2" or "2-1": a day without a year, as it shows it, or a whole date.
pub fn was_made_of_a_number(cell: &str) -> bool {
    let words = folded(cell);
    let words: Vec<&str> = words.split(' ').collect();
    let number = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    match words.as_slice() {
        [first, second] => number(first) && month_of(second).is_some() || month_of(first).is_some() && number(second),
        _ => cell.len() > 5 && date(cell, Order::DayFirst, DAY_ZERO).is_ok(),
    }
}

/// Whether a text holds a date, as a note below a list does: "Printed 2026-11-01", "Mise à jour : 3 novembre 2026".
pub fn holds_date(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_date = |words: &[&str]| words.len() <= 3 && date(&words.join(" "), Order::DayFirst, DAY_ZERO).is_ok();
    words.iter().any(|word| word.contains(['-', '/', '.']) && is_date(&[word])) || words.windows(3).any(is_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a date");
        let read = |text: &str, order| date(text, order, today);
        let expected = NaiveDate::from_ymd_opt(2025, 7, 14).expect("a date");
        let year = |text: &str| read(text, Order::DayFirst).map(|day| day.year());
        assert_eq!((year("01-Jul-27"), year("01/07/28"), year("1 juill. 72")), (Ok(2027), Ok(1928), Ok(1972)));
        for text in [
            "2025-07-14",
            "2025/07/14",
            "14 juillet 2025",
            "July 14, 2025",
            "14/07/2025",
            "07/14/2025",
            "le 14 juil. 2025",
            "2025-07-14 00:00:00",
            "2025-07-14T09:30:00Z",
            "14/07/2025 14:30",
            "7/14/2025 2:30 PM",
            "14-07-2025",
            "14.07.2025",
            "Jul 14, 2025",
            "45852",
            "14-Jul-25",
            "14 juill. 2025",
            "14/07/25",
        ] {
            assert_eq!(read(text, Order::Unclear), Ok(expected), "{text}");
        }
        let first = NaiveDate::from_ymd_opt(2019, 7, 1).expect("a date");
        for text in ["1er juillet 2019", "Jul 1, 2019", "July 1st, 2019", "le 1er juil. 2019", "1 July 2019", "43647"] {
            assert_eq!(read(text, Order::Unclear), Ok(first), "{text}");
        }
        for text in ["12", "100000", "vers 2003", "été 2003", "2003?x", "32/13/2019", "2021-02-30", "soon", "45852x"]
        {
            assert_eq!(read(text, Order::DayFirst), Err(NoDate::None), "{text}");
        }
        assert_eq!(question(["03/04/2022", "05/06/2020"].into_iter()), Some("03/04/2022"));
        assert_eq!(question(["03/04/2022", "29/06/2020"].into_iter()), None);
        // a date that can be read only one way tells nothing of the others
        assert_eq!(question(["2020-05-17", "03/04/2022"].into_iter()), Some("03/04/2022"));
        assert_eq!(question(["13/04/2022", "04/13/2020", "05/06/2020"].into_iter()), Some("05/06/2020"));
        assert_eq!(read("03/04/2022", Order::Unclear), Err(NoDate::Unclear));
        assert_eq!(read("03/04/2022", Order::DayFirst), Ok(NaiveDate::from_ymd_opt(2022, 4, 3).expect("a date")));
        assert_eq!(read("30 February 2022", Order::Unclear), Err(NoDate::None));
        assert_eq!(order(["03/04/2022", "29/08/2019"].into_iter()), Order::DayFirst);
        assert_eq!(order(["13/04/2022", "04/13/2022"].into_iter()), Order::Unclear);
        for (text, first) in
            [("2015", "2015-01-01"), ("07/2012", "2012-07-01"), ("July 2012", "2012-07-01"), ("2012-07", "2012-07-01")]
        {
            assert_eq!(read(text, Order::Unclear), Err(NoDate::Part(first.parse().expect("a date"))), "{text}");
        }
        assert!(["1-févr", "févr-01", "2-Jan", "2026-02-01"].into_iter().all(was_made_of_a_number));
        assert!(!["1-2", "400-203", "TH-3", "204 A", "101", "45852"].into_iter().any(was_made_of_a_number));
        assert!(
            holds_date("Printed 2026-11-01") && holds_date("Mise à jour : 3 novembre 2026") && !holds_date("Ada Ng")
        );
    }
}
