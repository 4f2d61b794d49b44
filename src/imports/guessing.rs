//! What the columns of a sheet seem to mean, and why one is left out. Pure.
//!
//! What was chosen for a file with the same headings comes first, then what a heading says. By what stands in a column only an e-mail
//! address and a telephone number of ten digits are known, which can be nothing else, and only where no heading says so.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::columns::{ADULTS_MAX, Column, Slot, folded};
use super::headings::{self, Heading};
use super::private::{self, Private};
use super::what::What;
use crate::platform::spreadsheet::Sheet;

/// What was chosen before: for single headings by an operator's mapping, for whole files by earlier imports.
#[derive(Debug, Default)]
pub struct Remembered {
    pub what: What,
    /// By folded headings.
    pub columns: HashMap<String, Slot>,
    /// By `layout`.
    pub files: HashMap<String, Vec<Slot>>,
}

impl Remembered {
    /// What was chosen for the last file with these headings.
    pub fn file(&self, header: &[String]) -> Option<&Vec<Slot>> {
        self.files.get(&layout(header)?).filter(|slots| slots.len() == header.len())
    }
}

/// The headings of a file as one text, to tell whether another file is like it. None where no column has a name.
pub fn layout(header: &[String]) -> Option<String> {
    let names: Vec<String> = header.iter().map(|name| folded(name)).collect();
    Some(names.join("|")).filter(|all| all.len() <= 4_000 && names.iter().any(|name| !name.is_empty()))
}

/// Whether a cell is the name of a column: one that columns often have, or that is in a mapping.
pub fn is_known(name: &str, remembered: &Remembered) -> bool {
    headings::known(remembered.what, name).is_some()
        || headings::private(name).is_some() && name.split_whitespace().count() <= 5
        || remembered.columns.contains_key(&folded(name))
}

/// Why a column is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Private(Private),
    /// Another column was taken for the same thing.
    Twice,
    Unknown,
}

impl Why {
    /// The key of its words.
    pub fn key(self) -> String {
        match self {
            Self::Private(kind) => format!("imports-left-{}", kind.word()),
            Self::Twice => "imports-left-twice".to_owned(),
            Self::Unknown => "imports-left-unknown".to_owned(),
        }
    }
}

/// Why this column is left out; `None` when it is not.
pub fn why_left_out(what: What, sheet: &Sheet, slots: &[Slot], at: usize) -> Option<Why> {
    slots.get(at).filter(|slot| slot.column == Column::Ignore)?;
    let heading = sheet.header.get(at).map_or("", String::as_str);
    let taken = |column| slots.iter().any(|slot| slot.column == column);
    Some(match (private::of(sheet, at), headings::known(what, heading)) {
        (Some(kind), _) => Why::Private(kind),
        (None, Some(known)) if taken(known.column) => Why::Twice,
        _ => Why::Unknown,
    })
}

/// A guess for each column. The first of two that look alike wins.
pub fn guess(sheet: &Sheet, remembered: &Remembered) -> Vec<Slot> {
    if let Some(slots) = remembered.file(&sheet.header) {
        return slots.clone();
    }
    let mut taken: Vec<(Column, u8)> = Vec::new();
    let mut take = |slot: Slot| {
        let free =
            slot.column != Column::Ignore && (slot.column.may_repeat() || !taken.contains(&(slot.column, slot.adult)));
        if free {
            taken.push((slot.column, slot.adult));
        }
        free
    };
    let chosen = |name: &String| remembered.columns.get(&folded(name)).copied();
    let mut slots: Vec<Option<Slot>> = sheet
        .header
        .iter()
        .map(|name| chosen(name).filter(|slot| slot.column == Column::Ignore || take(*slot)))
        .collect();
    let named = by_headings(remembered.what, sheet);
    let is_meeting = |name: &String| {
        remembered.what == What::Meetings && super::meetings::reading::parts(name, NaiveDate::MAX).is_some()
    };
    for (at, slot) in named.iter().enumerate() {
        if slots[at].is_none() && private::of(sheet, at).is_none() {
            slots[at] = slot.filter(|slot| take(*slot));
        }
    }
    for (at, name) in sheet.header.iter().enumerate() {
        if slots[at].is_none() && is_meeting(name) {
            slots[at] = Some(Slot::first(Column::Meeting));
        }
    }
    let by_cells =
        [Column::Email, Column::Phone].into_iter().filter(|column| remembered.what.columns().contains(column));
    for column in by_cells {
        if slots.iter().flatten().any(|slot| slot.column == column) {
            continue;
        }
        let looks = |at: &usize| slots[*at].is_none() && named[*at].is_none() && holds(sheet, *at, column);
        if let Some(at) = (0..slots.len()).find(looks) {
            slots[at] = Some(Slot::first(column));
        }
    }
    let mut slots: Vec<Slot> = slots.into_iter().map(|slot| slot.unwrap_or(Slot::first(Column::Ignore))).collect();
    name_whole(sheet, &mut slots, remembered);
    slots
}

/// "Courriel 2" is of the second adult where the file names one, and a second address where it does not; "Home Phone 2" likewise. Two
/// columns called "Nom" name two adults, and what else stands there twice is of each.
fn by_headings(what: What, sheet: &Sheet) -> Vec<Option<Slot>> {
    let known: Vec<Option<Heading>> = sheet.header.iter().map(|name| headings::known(what, name)).collect();
    let nth = |at: usize| {
        let same = |other: &&String| folded(other) == folded(&sheet.header[at]);
        u8::try_from(sheet.header[..=at].iter().filter(same).count()).unwrap_or(u8::MAX)
    };
    let names = |heading: &Heading| heading.column.names_somebody();
    let repeats = known.iter().enumerate().any(|(at, heading)| heading.as_ref().is_some_and(names) && nth(at) > 1);
    let adult = |at: usize, heading: &Heading| match heading.number {
        Some(number) => number,
        None if repeats => nth(at),
        None => 1,
    };
    let named: Vec<u8> = known
        .iter()
        .enumerate()
        .filter_map(|(at, heading)| heading.as_ref().filter(|heading| names(heading)).map(|heading| adult(at, heading)))
        .collect();
    let slot = |(at, heading): (usize, &Option<Heading>)| {
        let heading = heading.as_ref()?;
        let adult = adult(at, heading);
        let of = Slot { adult, ..Slot::first(heading.column) };
        match heading.column {
            _ if adult == 1 => Some(of),
            Column::Phone if !named.contains(&adult) => Some(Slot::first(Column::Phone)),
            column => (column.is_personal() && named.contains(&adult) && adult <= ADULTS_MAX).then_some(of),
        }
    };
    known.iter().enumerate().map(slot).collect()
}

/// A column called "Nom" with nothing for a given name beside it holds whole names, if most of its cells have more than one word.
fn name_whole(sheet: &Sheet, slots: &mut [Slot], remembered: &Remembered) {
    for at in 0..slots.len() {
        let slot = slots[at];
        let has = |column| slots.iter().any(|other| other.column == column && other.adult == slot.adult);
        let chosen = remembered.columns.contains_key(&folded(&sheet.header[at]));
        if slot.column == Column::FamilyName && !chosen && !has(Column::GivenName) && !has(Column::FullName) {
            let cells = sheet.rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.trim().is_empty());
            let (whole, all) = cells.fold((0, 0), |(whole, all), cell| {
                (whole + usize::from(cell.contains(',') || cell.split_whitespace().count() > 1), all + 1)
            });
            if whole * 2 > all {
                slots[at].column = Column::FullName;
            }
        }
    }
}

/// Whether nearly all of the first cells are addresses, or telephone numbers of ten digits in their usual groups.
fn holds(sheet: &Sheet, at: usize, column: Column) -> bool {
    if private::of(sheet, at).is_some() {
        return false;
    }
    let cells = sheet.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim());
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).take(50).collect();
    let looks = |cell: &&&str| match column {
        Column::Email => cell.contains('@') && !cell.contains(' '),
        _ => is_ten_digits(cell),
    };
    cells.len() >= 3 && cells.iter().filter(looks).count() * 10 >= cells.len() * 8
}

/// 819 555-0142, (819) 555-0142, +1 819 555 0142: grouped as telephone numbers of North America are and nothing else is.
fn is_ten_digits(cell: &str) -> bool {
    let groups: Vec<&str> = cell.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let plain = cell.chars().all(|c| c.is_ascii_digit() || " +-.()\u{a0}".contains(c));
    let groups = if groups.first() == Some(&"1") { &groups[1..] } else { &groups[..] };
    plain && groups.iter().map(|group| group.len()).eq([3, 3, 4])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(header: &[&str], rows: &[&[&str]]) -> Sheet {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let row = |cells: &&[&str]| crate::platform::spreadsheet::Row { line: 2, cells: owned(cells) };
        Sheet { header: owned(header), rows: rows.iter().map(row).collect(), ..Sheet::default() }
    }

    fn words(header: &[&str], rows: &[&[&str]]) -> Vec<String> {
        guess(&sheet(header, rows), &Remembered::default()).into_iter().map(Slot::word).collect()
    }

    #[test]
    fn columns_of_a_second_adult_are_known_and_so_are_columns_by_what_is_in_them() {
        let home =
            ["Logement", "Ch.", "Superficie (m²)", "Membre 1", "Courriel 1", "Membre 2", "Courriel 2", "Téléphone"];
        let expected = ["unit", "bedrooms", "area", "full_name", "email", "full_name_2", "email_2", "phone"];
        assert_eq!(words(&home, &[]), expected);
        let rows: &[&[&str]] = &[
            &["Ada", "a@example.org", "819 555-0100"],
            &["Eve", "e@example.org", "819 555-0101"],
            &["Ian", "", "819 555-0102"],
            &["Uma", "u@example.org", ""],
        ];
        assert_eq!(words(&["Qui", "Adr.", "X"], rows), ["ignore", "email", "phone"]);
        assert_eq!(words(&["Qui", "Adr.", "Tél. d'urgence"], rows), ["ignore", "email", "ignore"]);
        let mapping = HashMap::from([("qui".to_owned(), Slot::first(Column::FullName))]);
        let remembered = Remembered { columns: mapping, ..Remembered::default() };
        let slots = guess(&sheet(&["Qui", "Name"], &[]), &remembered);
        assert_eq!(slots.into_iter().map(Slot::word).collect::<Vec<_>>(), ["full_name", "ignore"]);
    }

    #[test]
    fn a_number_in_a_heading_is_an_adult_only_where_the_file_names_one() {
        assert_eq!(
            words(
                &[
                    "First Name",
                    "Last Name",
                    "E-mail 1 - Value",
                    "E-mail 2 - Value",
                    "Phone 1 - Value",
                    "Phone 2 - Value"
                ],
                &[]
            ),
            ["given_name", "family_name", "email", "ignore", "phone", "phone"]
        );
        assert_eq!(
            words(&["First Name", "Last Name", "Spouse First Name", "Spouse Last Name", "Spouse Email"], &[]),
            ["given_name", "family_name", "given_name_2", "family_name_2", "email_2"]
        );
        assert_eq!(
            words(&["Nom", "Courriel", "Nom", "Courriel"], &[&["Ada Ng", "", "Ian Ng", ""]]),
            ["full_name", "email", "full_name_2", "email_2"]
        );
    }

    #[test]
    fn names_are_known_in_both_languages() {
        let english = [
            "Member no.",
            "First name",
            "Last name",
            "Email",
            "Phone",
            "Unit",
            "Joined",
            "Status",
            "Committee",
            "Language",
        ];
        let all = [
            "number",
            "given_name",
            "family_name",
            "email",
            "phone",
            "unit",
            "joined_on",
            "status",
            "committees",
            "language",
        ];
        assert_eq!(words(&english, &[]), all);
        let french = [
            "N° de membre",
            "Prénom",
            "NOM",
            "Courriel",
            "Téléphone",
            "Logement",
            "Date d’adhésion",
            "Statut",
            "Comité",
            "Langue",
        ];
        assert_eq!(words(&french, &[]), all);
        assert_eq!(
            words(&["Role", "is_admin", "Password", "Unit", "Unit"], &[]),
            ["ignore", "ignore", "ignore", "unit", "ignore"]
        );
    }

    #[test]
    fn what_was_chosen_counts_only_for_a_file_with_the_same_headings() {
        let header = ["Nom".to_owned(), "Courriel".to_owned()];
        let slots = vec![Slot::first(Column::FullName), Slot::first(Column::Ignore)];
        let files = HashMap::from([(layout(&header).expect("names"), slots.clone())]);
        let remembered = Remembered { files, ..Remembered::default() };
        assert_eq!(guess(&sheet(&["NOM", "Courriel"], &[]), &remembered), slots);
        let other = guess(&sheet(&["Nom", "Courriel", "Logement"], &[]), &remembered);
        assert_eq!(other[1], Slot::first(Column::Email), "what was left out in one file is there in the next");
    }
}
