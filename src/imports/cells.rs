//! Cells of a spreadsheet read into values: dates, statuses, names as people write them. Pure.

use chrono::{Datelike as _, NaiveDate};

use super::columns::folded;
use crate::members::Status;
use crate::platform::i18n::Lang;
use crate::platform::phone;

/// Words for statuses in both languages, folded.
const STATUSES: &[(Status, &[&str])] = &[
    (
        Status::Member,
        &[
            "active",
            "member",
            "full member",
            "regular",
            "current",
            "actif",
            "active member",
            "membre",
            "membre actif",
            "membre regulier",
        ],
    ),
    (
        Status::Applicant,
        &["applicant", "application", "candidate", "waiting list", "candidat", "candidate", "candidature", "postulant"],
    ),
    (
        Status::Auxiliary,
        &["auxiliary", "auxiliary member", "associate", "auxiliaire", "membre auxiliaire", "probation"],
    ),
    (Status::OnLeave, &["on leave", "leave", "absent", "away", "en conge", "conge", "absence"]),
    (Status::Suspended, &["suspended", "suspension", "suspendu", "suspendue"]),
    (
        Status::Former,
        &[
            "former",
            "former member",
            "inactive",
            "left",
            "moved out",
            "ancien",
            "ancienne",
            "ancien membre",
            "inactif",
            "parti",
        ],
    ),
];

pub fn status(cell: &str) -> Option<Status> {
    let word = folded(cell);
    STATUSES.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(status, _)| *status)
}

pub fn language(cell: &str) -> Option<Lang> {
    match folded(cell).as_str() {
        "en" | "eng" | "english" | "anglais" | "en ca" => Some(Lang::En),
        "fr" | "fra" | "fre" | "french" | "francais" | "fr ca" => Some(Lang::Fr),
        _ => None,
    }
}

/// Given and family name of a cell that holds both: "Zoé Côté", "Côté, Zoé", "CÔTÉ Zoé", or "Côté Zoé" where the column says that
/// the family name comes first.
pub fn names(cell: &str, family_first: bool) -> (String, String) {
    let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((family, given)) = cell.split_once(',') {
        let family = tidy(family);
        let loud = family.chars().all(|c| !c.is_lowercase()) && family.chars().count() > 2;
        return (tidy(given), if loud { calm(&family) } else { family });
    }
    let whole = tidy(cell);
    let words: Vec<&str> = whole.split(' ').collect();
    let last = words.len() - 1;
    // "Ludwig van der Meer": small words before a family name belong to it.
    let small = |word: &str| PARTICLES.contains(&word.to_lowercase().as_str());
    if let Some(end) = leading_family(&words, family_first, small) {
        let family = words[..end].join(" ");
        let loud = family.chars().all(|c| !c.is_lowercase()) && family.chars().count() > 2;
        return (words[end..].join(" "), if loud { calm(&family) } else { family });
    }
    let start = (1..last).find(|at| words[*at..last].iter().all(|word| small(word))).unwrap_or(last);
    let family = words[start..].join(" ");
    let loud = family.chars().all(|c| !c.is_lowercase())
        && family.chars().count() > 2
        && words[..start].concat().chars().any(char::is_lowercase);
    (words[..start].join(" "), if loud { calm(&family) } else { family })
}

/// How many words at the beginning are the family name, if it comes first: "NGUYEN Thi Mai", "Van Damme Jean".
fn leading_family(words: &[&str], family_first: bool, small: impl Fn(&str) -> bool) -> Option<usize> {
    let loud = |word: &str| word.chars().all(|c| !c.is_lowercase()) && !word.contains('.');
    let start = words.iter().take_while(|word| small(word)).count();
    let first = words.get(start)?;
    let led_by_capitals = loud(words[0]) && loud(first) && first.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let capitals = words.iter().take_while(|word| loud(word)).count();
    let end = if led_by_capitals && capitals < words.len() {
        capitals
    } else if family_first {
        start + 1
    } else {
        return None;
    };
    Some(end).filter(|end| *end < words.len() || family_first)
}

const PARTICLES: [&str; 19] = [
    "van", "der", "den", "de", "la", "du", "des", "le", "von", "zu", "da", "do", "dos", "di", "del", "della", "bin",
    "al", "el",
];

/// Whether a cell seems to name two people: "Zoé et Ian Roy", "Ada & Eve Ng".
pub fn names_two(cell: &str) -> bool {
    cell.contains(['&', '+', ';', '/', '\n'])
        || cell.split_whitespace().any(|word| ["et", "and"].contains(&word.to_lowercase().as_str()))
}

/// The phone numbers of a cell: one, or several with `;`, `/`, a comma, a line end, "or" or "et" between them, each with what it is
/// in front if one likes: `cell: 613 555-0142 / home: 613 555-0143`. `None` when a part of it is none.
pub fn phones(cell: &str) -> Option<Vec<String>> {
    if let Some(one) = phone::read(cell) {
        return Some(vec![one]);
    }
    let mut apart = cell.replace([';', '/', ',', '|'], "\n");
    for word in [" or ", " and ", " ou ", " et "] {
        apart = apart.replace(word, "\n");
    }
    let number = |part: &str| phone::read(part.trim_start_matches(|c: char| c.is_alphabetic() || " .:".contains(c)));
    let parts = apart.split('\n').filter(|part| !part.trim().is_empty());
    let mut found: Vec<String> = Vec::new();
    for part in parts {
        let one = number(part)?;
        if !found.contains(&one) {
            found.push(one);
        }
    }
    Some(found).filter(|found| !found.is_empty())
}

/// "LARIVIÈRE-BÉDARD" as "Larivière-Bédard".
fn calm(name: &str) -> String {
    let mut start = true;
    name.chars()
        .flat_map(|c| {
            let kept: Vec<char> = if start { vec![c] } else { c.to_lowercase().collect() };
            start = !c.is_alphabetic();
            kept
        })
        .collect()
}

/// Several values in one cell, with `;`, a line end or `/` between them. A comma may be part of a name.
pub fn several(cell: &str) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for part in cell.split([';', '\n', '/']) {
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        if !part.is_empty() && !values.iter().any(|known| folded(known) == folded(&part)) {
            values.push(part);
        }
    }
    values
}

/// Which of the first two numbers is the day, where a column writes dates as 03/04/2022.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    DayFirst,
    MonthFirst,
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

/// A date of the column that could be read either way round, if nothing else tells and somebody must be asked.
pub fn question<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    if order(cells.clone()) != Order::Unclear {
        return None;
    }
    cells.into_iter().find(|cell| date(cell, Order::Unclear, DAY_ZERO).is_err_and(|none| none.unclear))
}

fn slashed(cell: &str) -> Option<(u32, u32, i32)> {
    let parts: Vec<&str> = cell.trim().split(['/', '-', '.']).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let year: i32 = year.parse().ok().filter(|number| *number >= 1000 || year.len() == 2)?;
    Some((first.parse().ok()?, second.parse().ok()?, year))
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

/// Why a cell is no date: it is none at all, or day and month could be either.
#[derive(Debug, PartialEq, Eq)]
pub struct NoDate {
    pub unclear: bool,
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
    let cell = cell.trim();
    let cell = cell.strip_suffix("00:00:00").map_or(cell, str::trim_end);
    let none = NoDate { unclear: false };
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
            Order::Unclear => return Err(NoDate { unclear: true }),
        };
        return NaiveDate::from_ymd_opt(whole_year(year, today), month, day).filter(usual).ok_or(none);
    }
    let words = folded(cell);
    let words: Vec<&str> = words.split(' ').filter(|word| !["le", "the", "de", "of"].contains(word)).collect();
    let [first, second, year] = words.as_slice() else { return Err(none) };
    let month_of = |word: &str| MONTHS.iter().position(|names| names.contains(&word)).map(|at| at as u32 + 1);
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

/// A home's label without the word for a home and the sign before it, to compare it by: "Unit 901", "# 901" and "901" are one.
pub fn home_key(label: &str) -> String {
    let whole = folded(label);
    let words = ["unit", "unite", "apt", "apartment", "app", "appartement", "logement", "lot", "suite", "home"];
    let rest = whole.split_once(' ').filter(|(word, _)| words.contains(word)).map(|(_, rest)| rest.to_owned());
    rest.unwrap_or(whole)
}

/// Whether a text holds a date, as a note below a list does: "Printed 2026-11-01", "Mise à jour : 3 novembre 2026".
pub fn holds_date(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_date = |words: &[&str]| words.len() <= 3 && date(&words.join(" "), Order::DayFirst, DAY_ZERO).is_ok();
    words.iter().any(|word| word.contains(['-', '/', '.']) && is_date(&[word])) || words.windows(3).any(is_date)
}

/// The floor that a home's number tells by custom: 312 is on the third, 1204 on the twelfth.
pub fn floor(label: &str) -> Option<i32> {
    let digits: String = label.chars().take_while(char::is_ascii_digit).collect();
    let rest = label.len() - digits.len();
    if !(3..=4).contains(&digits.len()) || rest > 1 {
        return None;
    }
    digits.parse::<i32>().ok().map(|number| number / 100).filter(|floor| *floor > 0)
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
        for text in ["2019", "12", "100000", "32/13/2019", "2021-02-30", "soon", "45852x"] {
            assert_eq!(read(text, Order::DayFirst), Err(NoDate { unclear: false }), "{text}");
        }
        assert_eq!(question(["03/04/2022", "05/06/2020"].into_iter()), Some("03/04/2022"));
        assert_eq!(question(["03/04/2022", "29/06/2020"].into_iter()), None);
        assert_eq!(question(["13/04/2022", "04/13/2020", "05/06/2020"].into_iter()), Some("05/06/2020"));
        assert_eq!(read("03/04/2022", Order::Unclear), Err(NoDate { unclear: true }));
        assert_eq!(read("03/04/2022", Order::DayFirst), Ok(NaiveDate::from_ymd_opt(2022, 4, 3).expect("a date")));
        assert_eq!(read("30 February 2022", Order::Unclear), Err(NoDate { unclear: false }));
        assert_eq!(order(["03/04/2022", "29/08/2019"].into_iter()), Order::DayFirst);
        assert_eq!(order(["13/04/2022", "04/13/2022"].into_iter()), Order::Unclear);
    }

    #[test]
    fn names_statuses_and_homes_are_read() {
        assert_eq!(names("Côté, Zoé", false), ("Zoé".to_owned(), "Côté".to_owned()));
        assert_eq!(names(" LARIVIÈRE-BÉDARD,  Manon", false), ("Manon".to_owned(), "Larivière-Bédard".to_owned()));
        assert_eq!(names("Jean Marc Roy", false), ("Jean Marc".to_owned(), "Roy".to_owned()));
        assert_eq!(names("Ludwig van der Meer", false), ("Ludwig".to_owned(), "van der Meer".to_owned()));
        assert_eq!(names(" Hélène van-der-Meer ", false), ("Hélène".to_owned(), "van-der-Meer".to_owned()));
        assert_eq!(names("Madonna", false), (String::new(), "Madonna".to_owned()));
        for text in ["NGUYEN Thi Mai", "Nguyen, Thi Mai", "NGUYEN, Thi Mai"] {
            assert_eq!(names(text, false), ("Thi Mai".to_owned(), "Nguyen".to_owned()), "{text}");
        }
        assert_eq!(names("Nguyen Thi Mai", true), ("Thi Mai".to_owned(), "Nguyen".to_owned()));
        assert_eq!(names("Van Damme Jean", true), ("Jean".to_owned(), "Van Damme".to_owned()));
        assert_eq!(names("Jean Van Damme", false), ("Jean".to_owned(), "Van Damme".to_owned()));
        assert_eq!(names("DE LA TOUR Ève", false), ("Ève".to_owned(), "De La Tour".to_owned()));
        assert_eq!(names("J.P. Roy", false), ("J.P.".to_owned(), "Roy".to_owned()));
        assert_eq!(names("Jean ROY", false), ("Jean".to_owned(), "Roy".to_owned()));
        assert_eq!([home_key("Unit 901"), home_key("#901"), home_key("Lot B")], ["901", "901", "b"]);
        assert!(
            holds_date("Printed 2026-11-01") && holds_date("Mise à jour : 3 novembre 2026") && !holds_date("Ada Ng")
        );
        assert!(names_two("Zoé et Ian Roy") && names_two("Ada & Eve Ng") && !names_two("Etienne Andrews"));
        assert_eq!(status("En congé"), Some(Status::OnLeave));
        assert_eq!(status("ACTIF"), Some(Status::Member));
        assert_eq!(status("king"), None);
        assert_eq!(several("Social; Finance ;social"), ["Social", "Finance"]);
        assert_eq!((floor("312"), floor("1204"), floor("12B"), floor("101A")), (Some(3), Some(12), None, Some(1)));
    }

    #[test]
    fn a_cell_holds_one_phone_or_several() {
        assert_eq!(phones("613.555.0194"), Some(vec!["613 555-0194".to_owned()]));
        let two = ["613 555-0194", "819 555-0142"].map(str::to_owned).to_vec();
        for text in ["613 555-0194 / 8195550142", "c. 613-555-0194; h: (819) 555-0142", "613.555.0194 ou 819.555.0142"]
        {
            assert_eq!(phones(text).as_ref(), Some(&two), "{text}");
        }
        assert_eq!(phones("613 555-0194, 613.555.0194").map(|all| all.len()), Some(1), "the same one twice is one");
        for text in ["613 555-0194 / later", "", "613 555-0194, 0142"] {
            assert_eq!(phones(text), None, "{text}");
        }
    }
}
