//! What the headings of columns mean, as a table with where each comes from (`headings.csv` of each kind of file): the programs
//! people come from and the lists that offices keep, in both languages. Pure.
//!
//! A heading is known as a whole. One with a star is a word that makes any heading private in which it stands. A number in a heading
//! ("E-mail 2 - Value", "Membre 2") and words for the other adult of a home ("Spouse First Name") are taken off first.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::columns::{ADULTS_MAX, Column, folded};
use super::private::Private;
use super::what::What;

static MEMBERS: LazyLock<Table> = LazyLock::new(|| Table::read(What::Members));
static TASKS: LazyLock<Table> = LazyLock::new(|| Table::read(What::Tasks));
static MEETINGS: LazyLock<Table> = LazyLock::new(|| Table::read(What::Meetings));

fn table(what: What) -> &'static Table {
    match what {
        What::Members => &MEMBERS,
        What::Tasks => &TASKS,
        What::Meetings => &MEETINGS,
    }
}

#[derive(Default)]
struct Table {
    columns: HashMap<String, Column>,
    private: Vec<(String, Private)>,
}

impl Table {
    fn read(what: What) -> Self {
        let mut table = Self::default();
        let mut rows = csv::Reader::from_reader(what.headings().as_bytes());
        for row in rows.records().map_while(Result::ok) {
            let (meaning, heading) = (row.get(0).unwrap_or_default(), row.get(1).unwrap_or_default());
            if let Some(kind) = meaning.strip_prefix("private:").and_then(Private::parse) {
                table.private.push((format!(" {} ", plain(heading)), kind));
            } else if let Some(column) = Column::parse(meaning) {
                table.columns.insert(plain(heading), column);
            }
        }
        table
    }
}

/// A heading in plain words: "Member #" is "member no".
fn plain(heading: &str) -> String {
    folded(&heading.replace('#', " no "))
}

/// What a heading says: which fact, and of which adult, if it has a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    pub column: Column,
    pub number: Option<u8>,
}

/// Words for the second adult of a home, and the small words around them.
const OTHERS: [&str; 7] = ["spouse", "partner", "conjoint", "conjointe", "cotitulaire", "coapplicant", "cohabitant"];
const SMALL: [&str; 8] = ["s", "e", "du", "de", "la", "le", "of", "the"];

pub fn known(what: What, heading: &str) -> Option<Heading> {
    let (table, whole) = (table(what), plain(heading));
    if let Some(column) = table.columns.get(&whole) {
        return Some(Heading { column: *column, number: None });
    }
    if what != What::Members || private(heading).is_some() {
        return None;
    }
    let words: Vec<&str> = whole.split(' ').collect();
    let find = |words: &[&str]| table.columns.get(&words.join(" ")).copied();
    if words.iter().any(|word| OTHERS.contains(word)) {
        let rest: Vec<&str> =
            words.iter().filter(|word| !OTHERS.contains(word) && !SMALL.contains(word)).copied().collect();
        let column = if rest.is_empty() { Some(Column::FullName) } else { find(&rest) };
        return column.map(|column| Heading { column, number: Some(2) });
    }
    let at = words.iter().position(|word| word.parse::<u8>().is_ok())?;
    let number = words[at].parse().ok().filter(|number| (1..=ADULTS_MAX).contains(number))?;
    let rest: Vec<&str> = words.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, word)| *word).collect();
    find(&rest).map(|column| Heading { column, number: Some(number) })
}

/// Whether a heading names something that is nobody's business here, or somebody else's.
pub fn private(heading: &str) -> Option<Private> {
    let whole = format!(" {} ", plain(heading));
    MEMBERS.private.iter().find(|(word, _)| whole.contains(word.as_str())).map(|(_, kind)| *kind)
}

/// Whether the name of a column says that the family name comes first: "Nom et prénom", "Nom, prénom 2".
pub fn family_first(name: &str) -> bool {
    let name = folded(name);
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let families = ["nom ", "noms ", "last name ", "surname ", "family name "];
    let givens = [" prenom", " prenoms", " first name", " given name", " given names"];
    families.iter().any(|word| name.starts_with(word)) && givens.iter().any(|word| name.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read_and_none_stands_twice() {
        for (_, what) in What::ALL {
            let (lines, table) = (what.headings().lines().count() - 1, table(what));
            assert_eq!(table.columns.len() + table.private.len(), lines, "{what:?}");
            assert!(table.columns.values().all(|column| what.columns().contains(column)), "{what:?}");
        }
    }

    #[test]
    fn headings_of_the_programs_people_come_from_are_known() {
        let of = |heading: &str| known(What::Members, heading).map(|known| (known.column, known.number));
        for (heading, column, number) in [
            ("E-mail 1 - Value", Column::Email, Some(1)),
            ("Phone 2 - Value", Column::Phone, Some(2)),
            ("E-mail 2 Address", Column::Email, Some(2)),
            ("Home Phone 2", Column::Phone, Some(2)),
            ("Téléphone 2 (domicile)", Column::Phone, Some(2)),
            ("Adresse de messagerie", Column::Email, None),
            ("No. d'unité", Column::Unit, None),
            ("N° D’UNITÉ", Column::Unit, None),
            ("Log.", Column::Unit, None),
            ("Member #", Column::Number, None),
            ("Prénom usuel", Column::GivenName, None),
            ("Comité(s)", Column::Committees, None),
            ("Tél. cell.", Column::Phone, None),
            ("Spouse First Name", Column::GivenName, Some(2)),
            ("Prénom du conjoint", Column::GivenName, Some(2)),
            ("Conjoint(e)", Column::FullName, Some(2)),
            ("Owner Name 2", Column::FullName, Some(2)),
            ("Membre 2", Column::FullName, Some(2)),
            ("Bâtiment", Column::Block, None),
        ] {
            assert_eq!(of(heading), Some((column, number)), "{heading}");
        }
        for heading in
            ["Notes", "Middle Name", "Deuxième prénom", "Home Fax", "Phone 1 - Label", "Photo", "Tags", "Qui"]
        {
            assert_eq!(of(heading), None, "{heading}");
        }
    }

    #[test]
    fn what_is_private_is_known_in_any_heading() {
        for (heading, kind) in [
            ("Birthdate", Private::Birth),
            ("Date de naissance", Private::Birth),
            ("Né le", Private::Birth),
            ("SIN", Private::Insurance),
            ("N.A.S.", Private::Insurance),
            ("Numéro d'assurance sociale", Private::Insurance),
            ("Fin de bail", Private::Lease),
            ("Lease end date", Private::Lease),
            ("No de part", Private::Share),
            ("Téléphone en cas d'urgence", Private::Other),
            ("Home Fax", Private::Other),
        ] {
            assert_eq!((private(heading), known(What::Members, heading)), (Some(kind), None), "{heading}");
        }
        assert!(
            ["Nom", "Department", "Shared home", "Adresse", "Qui"]
                .into_iter()
                .all(|heading| private(heading).is_none())
        );
    }

    #[test]
    fn a_name_of_a_column_tells_which_name_comes_first() {
        assert!(
            ["Nom et prénom", "NOM, Prénom", "Last name, first name", "Nom, prénom 2"].into_iter().all(family_first)
        );
        assert!(!["Prénom et nom", "Nom", "Full name", "Nom du membre"].into_iter().any(family_first));
    }
}
