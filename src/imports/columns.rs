//! What the columns of a spreadsheet mean, guessed from their names in English and French. Pure.

use serde::{Deserialize, Serialize};

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
}

impl Column {
    pub const ALL: [(&'static str, Self); 12] = [
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
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, column)| *column == self).map_or("ignore", |(word, _)| word)
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
            "member",
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
            "prenom et nom",
            "membre 1",
            "member 1",
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
            "courriel 1",
            "email 1",
        ],
    ),
    (Column::Phone, &["phone", "telephone", "phone number", "tel", "cell", "mobile", "cellulaire", "no de telephone"]),
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
            "date joined",
            "start date",
            "since",
            "move in",
            "date d adhesion",
            "adhesion",
            "membre depuis",
            "date d entree",
            "entree",
            "date d arrivee",
        ],
    ),
    (Column::Status, &["status", "member status", "statut", "etat"]),
    (Column::Committees, &["committee", "committees", "comite", "comites"]),
    (Column::Language, &["language", "preferred language", "lang", "langue"]),
];

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

/// A guess for each column; the first of two that look alike wins.
pub fn guess(header: &[String]) -> Vec<Column> {
    let mut taken = Vec::new();
    header
        .iter()
        .map(|name| {
            let name = folded(name);
            let found = KNOWN.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column);
            let column = found.filter(|column| !taken.contains(column)).unwrap_or(Column::Ignore);
            if column != Column::Ignore {
                taken.push(column);
            }
            column
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::pages::COLUMNS;
    use crate::platform::i18n::Lang;

    fn guessed(header: &[&str]) -> Vec<Column> {
        guess(&header.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
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
            let words: Vec<_> = guess(&names).into_iter().map(Column::word).collect();
            assert_eq!(words, COLUMNS, "{names:?}");
        }
    }
}
