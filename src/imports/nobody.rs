//! Rows and cells that name nobody: totals, notes, page numbers, headings that come again, headings of sections, homes that stand
//! empty. What is sure is left out and shown; what could be somebody is asked. Pure.

use super::columns::{Column, Slot, folded};
use super::{cells, dates};
use crate::platform::spreadsheet::Row;

/// How notes below a list begin, folded.
const NOTES: [&str; 16] = [
    "nombre de",
    "nombre d",
    "number of",
    "printed",
    "imprime le",
    "imprimee le",
    "mise a jour",
    "mis a jour",
    "last updated",
    "updated",
    "generated",
    "exported",
    "exporte le",
    "as of",
    "fin de la liste",
    "end of list",
];
const TOTALS: [&str; 8] = ["total", "totals", "totaux", "sous total", "subtotal", "grand total", "somme", "sum"];
const VACANT: [&str; 9] =
    ["vacant", "vacante", "vacancy", "empty", "vide", "libre", "a louer", "inoccupe", "inoccupee"];
const SECTIONS: [&str; 15] = [
    "batiment", "building", "bloc", "block", "etage", "floor", "phase", "tour", "tower", "section", "immeuble", "aile",
    "wing", "entree", "rez",
];
/// What stands in place of a name and is none.
const NO_NAMES: [&str; 30] = [
    "none",
    "aucun",
    "aucune",
    "n a",
    "total",
    "totaux",
    "a combler",
    "to be filled",
    "tba",
    "tbd",
    "a determiner",
    "a venir",
    "bureau",
    "office",
    "concierge",
    "conciergerie",
    "buanderie",
    "laundry",
    "salle commune",
    "common room",
    "idem",
    "ditto",
    "same",
    "same as above",
    "personne",
    "nobody",
    "reserve",
    "reserved",
    "inconnu",
    "unknown",
];

/// A row as this module looks at it.
pub struct Look<'a> {
    pub slots: &'a [Slot],
    pub header: &'a [String],
    pub row: &'a Row,
}

impl<'a> Look<'a> {
    fn filled(&self) -> impl Iterator<Item = (usize, &'a str)> {
        self.row.cells.iter().enumerate().map(|(at, cell)| (at, cell.trim())).filter(|(_, cell)| !cell.is_empty())
    }

    fn said(&self) -> impl Iterator<Item = (Column, &'a str)> {
        self.filled().filter_map(|(at, cell)| Some((self.slots.get(at)?.column, cell)))
    }

    fn says(&self, columns: &[Column]) -> bool {
        self.said().any(|(column, cell)| columns.contains(&column) && !cells::says_nothing(cell))
    }

    /// Nothing of this row is about anybody, without a doubt.
    pub fn is_no_row(&self) -> bool {
        self.filled().next().is_none() || self.is_header() || self.is_total() || self.is_note() || self.is_page()
    }

    /// The names of the columns once more, as printed pages have them.
    fn is_header(&self) -> bool {
        let same = |(at, cell): (usize, &str)| self.header.get(at).is_some_and(|name| folded(name) == folded(cell));
        self.filled().count() > 1 && self.filled().all(same)
    }

    /// "TOTAL" below a list, and what is counted beside it.
    fn is_total(&self) -> bool {
        let first = self.filled().map(|(_, cell)| folded(cell)).next().unwrap_or_default();
        let counts = |rest: &str| rest.starts_with(' ') && rest.bytes().any(|b| b.is_ascii_digit());
        let begins = TOTALS.iter().any(|word| first == *word || first.strip_prefix(word).is_some_and(counts));
        let is_count = |cell: &str| cell.starts_with(|c: char| c.is_ascii_digit());
        let given = self.said().any(|(column, cell)| column == Column::GivenName && !is_count(cell));
        begins && !given && !self.says(&[Column::Email, Column::Phone, Column::JoinedOn])
    }

    /// "Nombre de membres, 1", "Printed 2026-11-01": a note where a name or a home would stand, and nothing to reach anybody by.
    fn is_note(&self) -> bool {
        let begins = |text: &str| {
            let text = folded(text);
            NOTES
                .iter()
                .any(|words| text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        };
        let places = [Column::Unit, Column::Number, Column::GivenName, Column::FamilyName, Column::FullName];
        let alone = self.filled().count() == 1;
        let mut first = self.said().filter(|(column, _)| places.contains(column)).map(|(_, cell)| cell).take(1);
        let dated = |text: &str| alone && dates::holds_date(text);
        (first.any(|text| begins(text) || dated(text))
            || alone && self.filled().any(|(_, text)| begins(text) || dated(text)))
            && !self.says(&[Column::Email, Column::Phone, Column::JoinedOn])
    }

    /// "Page 2 de 3", "- 2 -".
    fn is_page(&self) -> bool {
        let mut filled = self.filled();
        let (Some((_, cell)), None) = (filled.next(), filled.next()) else { return false };
        let word = folded(cell);
        let words: Vec<&str> = word.split(' ').collect();
        let counts = |words: &[&str]| {
            !words.is_empty()
                && words
                    .iter()
                    .all(|word| word.bytes().all(|b| b.is_ascii_digit()) || ["de", "of", "sur"].contains(word))
        };
        match words.as_slice() {
            ["page" | "p" | "pg", rest @ ..] => counts(rest),
            all => counts(all) && cell.contains(['-', '/', '–']) && !self.says(&[Column::Unit, Column::Number]),
        }
    }

    /// "BÂTIMENT A" alone in its row: where it stands.
    pub fn section(&self) -> Option<usize> {
        let mut filled = self.filled();
        let (Some((at, cell)), None) = (filled.next(), filled.next()) else { return None };
        let word = folded(cell);
        let begins = word.split(' ').next().is_some_and(|first| SECTIONS.contains(&first));
        let ordinal =
            word.split(' ').any(|word| SECTIONS.contains(&word)) && word.starts_with(|c: char| c.is_ascii_digit());
        (self.row.cells.len() > 1 && (begins || ordinal)).then_some(at)
    }

    /// A home that stands empty: "vacant" for a name, or no word about anybody.
    pub fn is_empty_home(&self) -> bool {
        let mut has_home = false;
        for (column, value) in self.said() {
            match column {
                Column::Unit => has_home = true,
                Column::Ignore | Column::Block | Column::Floor | Column::Bedrooms | Column::Area => {}
                Column::FullName | Column::FamilyName | Column::GivenName | Column::Status if is_vacant(value) => {}
                column if !column.names_somebody() && cells::says_nothing(value) => {}
                _ => return false,
            }
        }
        has_home
    }
}

/// "Vacant", "VACANT - en rénovation".
fn is_vacant(value: &str) -> bool {
    let word = folded(value);
    VACANT.iter().any(|vacant| {
        word == *vacant
            || word.starts_with(&format!("{vacant} ")) && value.contains(['-', '–', '—', '(', ':', ',', '/'])
    })
}

/// A line of a count, a room of the co-op or a sign is nobody's name.
pub fn names_nobody(name: &str) -> bool {
    let word = folded(name);
    NO_NAMES.contains(&word.as_str())
        || is_vacant(name)
        || !word.contains(char::is_alphabetic)
        || word.starts_with(|c: char| c.is_ascii_digit())
}
