//! What the columns of a spreadsheet mean, guessed from their names in English and French. Pure.

use serde::{Deserialize, Serialize};

use super::cells::{self, Order};
use crate::platform::spreadsheet::Sheet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    Ignore,
    Number,
    GivenName,
    FamilyName,
    /// Both names in one cell: "Zoé Côté" or "Côté, Zoé".
    FullName,
    Email,
    Phone,
    Unit,
    JoinedOn,
    Status,
    Committees,
    Language,
    /// Of the home: known of a home that comes in new.
    Bedrooms,
    Area,
}

impl Column {
    pub const ALL: [(&'static str, Self); 14] = [
        ("ignore", Self::Ignore),
        ("number", Self::Number),
        ("given_name", Self::GivenName),
        ("family_name", Self::FamilyName),
        ("full_name", Self::FullName),
        ("email", Self::Email),
        ("phone", Self::Phone),
        ("unit", Self::Unit),
        ("joined_on", Self::JoinedOn),
        ("status", Self::Status),
        ("committees", Self::Committees),
        ("language", Self::Language),
        ("bedrooms", Self::Bedrooms),
        ("area", Self::Area),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, column)| *column == self).map_or("ignore", |(word, _)| word)
    }

    /// Whether several columns may hold it: the phone at home, the mobile, the one at work.
    pub fn may_repeat(self) -> bool {
        self == Self::Phone
    }

    /// Whether each adult of a home may have one of their own, where a row is a home.
    pub fn is_personal(self) -> bool {
        !matches!(self, Self::Ignore | Self::Unit | Self::Bedrooms | Self::Area)
    }

    /// The key of its name on the screen.
    pub fn key(self) -> String {
        format!("column-{}", self.word().replace('_', "-"))
    }
}

/// Names that columns have, folded: without accents, signs and case.
const KNOWN: &[(Column, &[&str])] = &[
    (
        Column::Number,
        &[
            "number",
            "member number",
            "member no",
            "member id",
            "no",
            "numero",
            "numero de membre",
            "no de membre",
            "no membre",
            "id",
        ],
    ),
    (Column::GivenName, &["given name", "first name", "first", "given names", "forename", "prenom", "prenoms"]),
    (Column::FamilyName, &["family name", "last name", "last", "surname", "nom", "nom de famille"]),
    (
        Column::FullName,
        &[
            "name",
            "full name",
            "member name",
            "membre",
            "nom complet",
            "nom et prenom",
            "nom prenom",
            "noms et prenoms",
            "nom de famille et prenom",
            "last name first name",
            "surname first name",
            "family name given name",
            "prenom et nom",
            "prenom nom",
            "first name last name",
            "adult",
            "adulte",
            "occupant",
            "resident",
            "tenant",
            "locataire",
            "nom du membre",
            "name of member",
        ],
    ),
    (
        Column::Email,
        &[
            "email",
            "e mail",
            "mail",
            "email address",
            "e mail address",
            "courriel",
            "adresse courriel",
            "adresse electronique",
            "e courriel",
        ],
    ),
    (
        Column::Phone,
        &[
            "phone",
            "telephone",
            "phone number",
            "tel",
            "cell",
            "cell phone",
            "mobile",
            "cellulaire",
            "no de telephone",
            "home phone",
            "portable",
            "no tel",
            "work phone",
            "other phone",
            "telephone cellulaire",
            "telephone maison",
            "telephone travail",
            "autre telephone",
        ],
    ),
    (
        Column::Unit,
        &[
            "unit",
            "home",
            "apartment",
            "apt",
            "unit number",
            "suite",
            "logement",
            "no de logement",
            "appartement",
            "app",
            "unite",
        ],
    ),
    (
        Column::JoinedOn,
        &[
            "joined",
            "joined on",
            "member since",
            "start date",
            "since",
            "move in",
            "date d adhesion",
            "adhesion",
            "membre depuis",
            "date d entree",
            "entree",
            "date d arrivee",
            "move in date",
            "date joined",
            "joined date",
            "moved in",
            "date d emmenagement",
            "emmenagement",
            "arrivee",
        ],
    ),
    (Column::Status, &["status", "member status", "statut", "etat"]),
    (Column::Committees, &["committee", "committees", "comite", "comites"]),
    (Column::Language, &["language", "preferred language", "lang", "langue", "langue preferee"]),
    (
        Column::Bedrooms,
        &["bedrooms", "bedroom", "br", "beds", "ch", "chambres", "chambres a coucher", "nb de chambres"],
    ),
    (Column::Area, &["area", "area m2", "m2", "superficie", "superficie m2", "surface", "surface m2"]),
];

/// Whether the name of a column says that the family name comes first: "Nom et prénom", "Nom, prénom 2".
pub fn family_first(name: &str) -> bool {
    let name = folded(name);
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let families = ["nom ", "noms ", "last name ", "surname ", "family name "];
    let givens = [" prenom", " prenoms", " first name", " given name", " given names"];
    families.iter().any(|word| name.starts_with(word)) && givens.iter().any(|word| name.ends_with(word))
}

/// How many adults of one home a row may name.
pub const ADULTS_MAX: u8 = 6;

/// What one column of a file holds: which fact, of which adult of the home, and for dates in which order they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slot {
    pub column: Column,
    /// 1, unless a row is a home and this is about its second, third … adult.
    pub adult: u8,
    /// Which number is the day, where somebody was asked and answered.
    pub order: Order,
}

impl Slot {
    pub const fn first(column: Column) -> Self {
        Self { column, adult: 1, order: Order::Unclear }
    }

    /// `email`, `email_2`, `joined_on/day`: as it is stored, and written in a mapping file.
    pub fn word(self) -> String {
        let order = match self.order {
            Order::Unclear => "",
            Order::DayFirst => "/day",
            Order::MonthFirst => "/month",
        };
        match self.adult {
            0 | 1 => format!("{}{order}", self.column.word()),
            adult => format!("{}_{adult}{order}", self.column.word()),
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        let (word, order) = match word.split_once('/') {
            None => (word, Order::Unclear),
            Some((word, "day")) => (word, Order::DayFirst),
            Some((word, "month")) => (word, Order::MonthFirst),
            Some(_) => return None,
        };
        let of = |word: &str| Column::ALL.iter().find(|(known, _)| *known == word).map(|(_, column)| *column);
        if let Some(column) = of(word) {
            return Some(Self { column, adult: 1, order });
        }
        let (word, adult) = word.rsplit_once('_')?;
        let adult = adult.parse().ok().filter(|adult| (2..=ADULTS_MAX).contains(adult))?;
        of(word).filter(|column| column.is_personal()).map(|column| Self { column, adult, order })
    }
}

impl TryFrom<String> for Slot {
    type Error = String;
    fn try_from(word: String) -> Result<Self, String> {
        Self::parse(&word).ok_or(word)
    }
}

impl From<Slot> for String {
    fn from(slot: Slot) -> Self {
        slot.word()
    }
}

/// Without accents, signs and case: "N° de membre" is "no de membre".
pub fn folded(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let plain: String = text
        .replace(['°', 'º'], "o")
        .replace(['œ', 'Œ'], "oe")
        .replace(['æ', 'Æ'], "ae")
        .replace('ß', "ss")
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ı' => 'i',
            'ł' => 'l',
            'ø' => 'o',
            _ if c.is_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was chosen for columns of these names before, by their folded names.
pub type Remembered = std::collections::HashMap<String, Slot>;

/// The name under which a column is remembered; none for a column without a name.
pub fn remembered_as(name: &str) -> Option<String> {
    Some(folded(name)).filter(|name| !name.is_empty() && name.len() <= 200)
}

/// A guess for each column: what was chosen for its name before, else by its name, else by what is in it. The first of two that
/// look alike wins.
pub fn guess(sheet: &Sheet, remembered: &Remembered) -> Vec<Slot> {
    let mut taken: Vec<(Column, u8)> = Vec::new();
    let mut take = |slot: Slot| {
        let free =
            slot.column != Column::Ignore && (slot.column.may_repeat() || !taken.contains(&(slot.column, slot.adult)));
        if free {
            taken.push((slot.column, slot.adult));
        }
        free
    };
    let known = |name: &String| remembered_as(name).and_then(|name| remembered.get(&name).copied());
    let chosen: Vec<Option<Slot>> = sheet
        .header
        .iter()
        .map(|name| known(name).filter(|slot| slot.column == Column::Ignore || take(*slot)))
        .collect();
    let named: Vec<Option<Slot>> = sheet
        .header
        .iter()
        .zip(chosen)
        .map(|(name, chosen)| chosen.or_else(|| by_name(name).filter(|slot| take(*slot))))
        .collect();
    let ignored = Slot::first(Column::Ignore);
    named
        .into_iter()
        .enumerate()
        .map(|(at, slot)| slot.or_else(|| by_content(sheet, at).filter(|slot| take(*slot))).unwrap_or(ignored))
        .collect()
}

/// Whether a cell is the name of a column: one that columns often have, or had before.
pub fn is_known(name: &str, remembered: &Remembered) -> bool {
    by_name(name).is_some() || remembered_as(name).is_some_and(|name| remembered.contains_key(&name))
}

/// "Courriel 2" is the e-mail of the second adult.
fn by_name(name: &str) -> Option<Slot> {
    let name = folded(name);
    let of = |name: &str| KNOWN.iter().find(|(_, names)| names.contains(&name)).map(|(column, _)| *column);
    if let Some(column) = of(&name) {
        return Some(Slot::first(column));
    }
    let (base, adult) = name.rsplit_once(' ')?;
    let adult: u8 = adult.parse().ok().filter(|adult| (1..=ADULTS_MAX).contains(adult))?;
    let column = if matches!(base, "member" | "membre") { Column::FullName } else { of(base)? };
    Some(Slot { adult, ..Slot::first(column) }).filter(|slot| slot.adult == 1 || slot.column.is_personal())
}

/// Addresses, phone numbers and dates are known by their looks, where nearly all of the first cells look alike.
fn by_content(sheet: &Sheet, at: usize) -> Option<Slot> {
    let cells: Vec<&str> = sheet
        .rows
        .iter()
        .filter_map(|row| row.cells.get(at))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .take(50)
        .collect();
    let most = |looks: fn(&str) -> bool| {
        cells.len() >= 3 && cells.iter().filter(|cell| looks(cell)).count() * 10 >= cells.len() * 8
    };
    if most(|cell| cell.contains('@') && !cell.contains(' ')) {
        return Some(Slot::first(Column::Email));
    }
    if most(|cell| cells::phones(cell).is_some() && cell.contains(['-', '.', ' ', '('])) {
        return Some(Slot::first(Column::Phone));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::pages::COLUMNS;
    use crate::platform::i18n::Lang;

    fn sheet(header: &[&str], rows: &[&[&str]]) -> Sheet {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let row = |cells: &&[&str]| crate::platform::spreadsheet::Row { line: 2, cells: owned(cells) };
        Sheet { header: owned(header), rows: rows.iter().map(row).collect(), ..Sheet::default() }
    }

    fn guessed(header: &[&str]) -> Vec<Column> {
        guess(&sheet(header, &[]), &Remembered::new()).into_iter().map(|slot| slot.column).collect()
    }

    #[test]
    fn columns_of_a_second_adult_are_known_and_so_are_columns_by_what_is_in_them() {
        let words = |slots: Vec<Slot>| slots.into_iter().map(Slot::word).collect::<Vec<_>>();
        let home =
            ["Logement", "Ch.", "Superficie (m²)", "Membre 1", "Courriel 1", "Membre 2", "Courriel 2", "Téléphone"];
        let expected = ["unit", "bedrooms", "area", "full_name", "email", "full_name_2", "email_2", "phone"];
        assert_eq!(words(guess(&sheet(&home, &[]), &Remembered::new())), expected);
        let rows: &[&[&str]] = &[
            &["Ada", "a@example.org", "819 555-0100"],
            &["Eve", "e@example.org", "819 555-0101"],
            &["Ian", "", "819 555-0102"],
            &["Uma", "u@example.org", ""],
        ];
        assert_eq!(words(guess(&sheet(&["Qui", "Adr.", "X"], rows), &Remembered::new())), ["ignore", "email", "phone"]);
        let remembered = Remembered::from([("qui".to_owned(), Slot::first(Column::FullName))]);
        assert_eq!(words(guess(&sheet(&["Qui", "Name"], &[]), &remembered)), ["full_name", "ignore"]);
    }

    #[test]
    fn a_name_of_a_column_tells_which_name_comes_first() {
        assert!(
            ["Nom et prénom", "NOM, Prénom", "Last name, first name", "Nom, prénom 2"].into_iter().all(family_first)
        );
        assert!(!["Prénom et nom", "Nom", "Full name", "Nom du membre"].into_iter().any(family_first));
        assert_eq!(guessed(&["Nom, prénom", "First name"]), [Column::FullName, Column::GivenName]);
    }

    #[test]
    fn a_slot_and_its_word_are_one() {
        for word in ["email", "email_2", "joined_on/day", "joined_on_3/month", "ignore"] {
            assert_eq!(Slot::parse(word).map(Slot::word).as_deref(), Some(word));
        }
        for word in ["email_1", "email_7", "unit_2", "king", "joined_on/year", ""] {
            assert_eq!(Slot::parse(word), None, "{word}");
        }
    }

    #[test]
    fn names_are_known_in_both_languages() {
        use Column::*;
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
        let all = [Number, GivenName, FamilyName, Email, Phone, Unit, JoinedOn, Status, Committees, Language];
        assert_eq!(guessed(&english), all);
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
        assert_eq!(guessed(&french), all);
        assert_eq!(guessed(&["Role", "is_admin", "Password", "Unit", "Unit"]), [Ignore, Ignore, Ignore, Unit, Ignore]);
    }

    #[test]
    fn the_template_of_both_languages_is_understood() {
        for lang in Lang::ALL {
            let names: Vec<String> =
                COLUMNS.iter().map(|name| lang.t(&format!("column-{}", name.replace('_', "-")))).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let words: Vec<_> = guessed(&names).into_iter().map(Column::word).collect();
            assert_eq!(words, COLUMNS, "{names:?}");
        }
    }
}
