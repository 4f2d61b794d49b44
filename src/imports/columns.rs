//! What a column of a spreadsheet may hold. Pure.

use serde::{Deserialize, Serialize};

use super::dates::Order;
use super::what::What;

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
    /// Of the home: the building, and the floor.
    Block,
    Floor,
    JoinedOn,
    Status,
    Committees,
    Language,
    /// Of the home: known of a home that comes in new.
    Bedrooms,
    Area,
    /// Of a task: what is to be done, and what done means.
    Title,
    Details,
    /// Whose area it is.
    Committee,
    /// Who has it: people, homes, a committee.
    Who,
    DueOn,
    /// How far it is.
    State,
    Hours,
    Outcome,
    DoneOn,
    /// A meeting, which its heading names: who was there.
    Meeting,
}

impl Column {
    pub const ALL: [(&'static str, Self); 26] = [
        ("ignore", Self::Ignore),
        ("number", Self::Number),
        ("given_name", Self::GivenName),
        ("family_name", Self::FamilyName),
        ("full_name", Self::FullName),
        ("email", Self::Email),
        ("phone", Self::Phone),
        ("unit", Self::Unit),
        ("block", Self::Block),
        ("floor", Self::Floor),
        ("joined_on", Self::JoinedOn),
        ("status", Self::Status),
        ("committees", Self::Committees),
        ("language", Self::Language),
        ("bedrooms", Self::Bedrooms),
        ("area", Self::Area),
        ("title", Self::Title),
        ("details", Self::Details),
        ("committee", Self::Committee),
        ("who", Self::Who),
        ("due_on", Self::DueOn),
        ("state", Self::State),
        ("hours", Self::Hours),
        ("outcome", Self::Outcome),
        ("done_on", Self::DoneOn),
        ("meeting", Self::Meeting),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, column)| *column == self).map_or("ignore", |(word, _)| word)
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, column)| *column)
    }

    /// Whether several columns may hold it: the phone at home, the mobile, the one at work; one meeting after the other.
    pub fn may_repeat(self) -> bool {
        matches!(self, Self::Phone | Self::Meeting)
    }

    /// Whether each adult of a home may have one of their own, where a row is a home.
    pub fn is_personal(self) -> bool {
        let of_home = [Self::Unit, Self::Block, Self::Floor, Self::Bedrooms, Self::Area];
        What::Members.columns().contains(&self) && self != Self::Ignore && !of_home.contains(&self)
    }

    /// Whether its cells are dates, or its heading has one, of which somebody may have to say how they are written.
    pub fn is_date(self) -> bool {
        matches!(self, Self::JoinedOn | Self::DueOn | Self::DoneOn | Self::Meeting)
    }

    /// Whether it is a name, or a part of one.
    pub fn names_somebody(self) -> bool {
        matches!(self, Self::GivenName | Self::FamilyName | Self::FullName)
    }

    /// The key of its name on the screen.
    pub fn key(self) -> String {
        format!("column-{}", self.word().replace('_', "-"))
    }
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
    /// How it is read, where somebody was asked and answered.
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
            Order::Above => "/above",
            Order::Alone => "/alone",
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
            Some((word, "above")) => (word, Order::Above),
            Some((word, "alone")) => (word, Order::Alone),
            Some(_) => return None,
        };
        if let Some(column) = Column::parse(word) {
            return Some(Self { column, adult: 1, order });
        }
        let (word, adult) = word.rsplit_once('_')?;
        let adult = adult.parse().ok().filter(|adult| (2..=ADULTS_MAX).contains(adult))?;
        Column::parse(word).filter(|column| column.is_personal()).map(|column| Self { column, adult, order })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::guessing::{Remembered, guess};
    use crate::members::pages::COLUMNS;
    use crate::platform::i18n::Lang;
    use crate::platform::spreadsheet::Sheet;

    #[test]
    fn a_slot_and_its_word_are_one() {
        for word in ["email", "email_2", "joined_on/day", "joined_on_3/month", "unit/above", "ignore"] {
            assert_eq!(Slot::parse(word).map(Slot::word).as_deref(), Some(word));
        }
        for word in ["email_1", "email_7", "unit_2", "king", "joined_on/year", ""] {
            assert_eq!(Slot::parse(word), None, "{word}");
        }
    }

    #[test]
    fn the_template_of_both_languages_is_understood() {
        for lang in Lang::ALL {
            let header = COLUMNS.iter().map(|name| lang.t(&format!("column-{}", name.replace('_', "-")))).collect();
            let sheet = Sheet { header, ..Sheet::default() };
            let words: Vec<_> =
                guess(&sheet, &Remembered::default()).into_iter().map(|slot| slot.column.word()).collect();
            assert_eq!(words, COLUMNS, "{:?}", sheet.header);
        }
    }
}
