//! What the program keeps of people, table by table, as each slice declares it: what is read to whom it is about, what erasing
//! does to it, and how long it is kept. Every table of the database is declared once, and so is every text in it; a test asks the
//! catalogue. So is what becomes of each column by which a row points at somebody who leaves the co-op, or was entered
//! twice.
//!
//! Conditions and selections are SQL, in which these stand for the person:
//! `{member}` and `{account}` for their numbers, the second null where they have none; `{sign}` for what takes the place of their
//! name; `{words}` for the names and addresses by which they can be found in a text, and `{named}` for the same as patterns, as in
//! `subject like any ({named})`.

use serde_json::Value;

use super::departure::Leaving;
use super::i18n::Lang;
use super::merging::Merging;

/// A table of the database, and what it has to do with people.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub name: &'static str,
    /// Which rows are about a person, as a condition; none where no row is about anybody.
    pub whose: Option<&'static str>,
    /// What erasing does to these rows.
    pub erasing: Erasing,
    /// Names and addresses by which the person of a row can be found in texts, as expressions.
    pub called: &'static [&'static str],
    /// All columns of text, but for codes that the database checks and for what it works out itself.
    pub texts: &'static [Texts],
    pub shown: Shown,
    /// Every column that points at members or accounts: what becomes of its rows when that person leaves the co-op, and when two
    /// entries are found to be one person.
    pub pointing: &'static [(&'static str, Leaving, Merging)],
}

/// What erasing does to the rows about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erasing {
    /// They stay: they count something and name nobody.
    Stays,
    Goes,
    /// They stay without what says who it was: assignments, as SQL.
    Loses(&'static str),
    /// They are links of a chain: names give way row by row, under seal.
    Sealed,
}

/// Columns of text, and what a name in them is.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    pub columns: &'static [&'static str],
    pub names: Names,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Anybody may have been named here: the name gives way to the sign.
    GiveWay,
    /// They say something of whom the row is about, and leave with the row or from it.
    Own,
    /// Somebody may be named here, and stays. Why.
    Stay(&'static str),
    /// Nobody is named here. Why.
    Nobody(&'static str),
}

impl Texts {
    pub const fn rewritten(columns: &'static [&'static str]) -> Self {
        Self { columns, names: Names::GiveWay }
    }

    pub const fn own(columns: &'static [&'static str]) -> Self {
        Self { columns, names: Names::Own }
    }

    pub const fn lasting(columns: &'static [&'static str], why: &'static str) -> Self {
        Self { columns, names: Names::Stay(why) }
    }

    pub const fn nameless(columns: &'static [&'static str], why: &'static str) -> Self {
        Self { columns, names: Names::Nobody(why) }
    }

    pub const fn codes(columns: &'static [&'static str]) -> Self {
        Self::nameless(columns, "words of the program")
    }
}

/// What of a table is read to the person.
#[derive(Debug, Clone, Copy)]
pub enum Shown {
    In(&'static [Part]),
    /// Nothing. Why.
    Not(&'static str),
}

/// Why nothing is shown of a table that knows no people.
pub const ABOUT_NOBODY: &str = "no row is about anybody";

/// A part of everything about a person. Words: `everything-<name>`, and `fact-<column>` or `field-<column>` for each column.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub name: &'static str,
    pub columns: &'static str,
    /// Where from: `{rows}` are the rows about the person. `{own}` is true when they look themselves, `{office}` for who keeps the
    /// register, `{treasurer}` for who may know what is owed; these can stand in a column, too. `{kept_back}` is true of a row of
    /// `events` that the log keeps back.
    pub from: &'static str,
    /// Columns of codes, each with the family of its words.
    pub codes: &'static [(&'static str, &'static str)],
    /// Columns that say nothing as they are kept, each with what puts them into words.
    pub words: &'static [(&'static str, InWords)],
}

/// A value of a column in the words of a language.
pub type InWords = fn(Lang, &Value) -> String;

impl Part {
    pub const fn new(name: &'static str, columns: &'static str, from: &'static str) -> Self {
        Self { name, columns, from, codes: &[], words: &[] }
    }

    pub const fn codes(self, codes: &'static [(&'static str, &'static str)]) -> Self {
        Self { codes, ..self }
    }

    pub const fn words(self, words: &'static [(&'static str, InWords)]) -> Self {
        Self { words, ..self }
    }

    /// What puts a column into words, if something does.
    pub fn in_words(&self, column: &str) -> Option<InWords> {
        self.words.iter().find(|(name, _)| *name == column).map(|(_, words)| *words)
    }
}

impl Table {
    /// A table in which no row is about anybody.
    pub const fn named(name: &'static str) -> Self {
        Self {
            name,
            whose: None,
            erasing: Erasing::Stays,
            called: &[],
            texts: &[],
            shown: Shown::Not(ABOUT_NOBODY),
            pointing: &[],
        }
    }

    /// A table of rows about people.
    pub const fn about(name: &'static str, whose: &'static str) -> Self {
        Self { whose: Some(whose), ..Self::named(name) }
    }

    pub fn parts(&self) -> &'static [Part] {
        match self.shown {
            Shown::In(parts) => parts,
            Shown::Not(_) => &[],
        }
    }

    /// The columns of text with which it is so.
    pub fn columns(&self, so: impl Fn(Names) -> bool) -> Vec<&'static str> {
        self.texts.iter().filter(|texts| so(texts.names)).flat_map(|texts| texts.columns).copied().collect()
    }
}

/// Why somebody cannot be erased yet.
pub struct Obstacle {
    /// The words that say what is to be done first.
    pub words: &'static str,
    /// When it is so, as a condition.
    pub when: &'static str,
}

/// How long something is kept, as the page on privacy says it: `kept-<name>` is what, `kept-<name>-for` how long.
pub struct Retained {
    pub name: &'static str,
    pub figures: &'static [(&'static str, Figure)],
    pub end: End,
}

/// A figure in the words for a time.
#[derive(Debug, Clone, Copy)]
pub enum Figure {
    Is(i64),
    /// A rule of the co-op, by its column.
    Rule(&'static str),
    /// Whole years of a rule in months, and the months beyond them.
    YearsOf(&'static str),
    MonthsBeyond(&'static str),
}

/// How something goes that was kept, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// By the people who keep the register.
    ByPeople,
    /// Removed every night.
    ByItself,
    /// It does not.
    Stays,
}

impl End {
    pub fn word(self) -> &'static str {
        match self {
            Self::ByPeople => "people",
            Self::ByItself => "itself",
            Self::Stays => "stays",
        }
    }
}
