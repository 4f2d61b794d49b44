//! What the program keeps of a person, table by table, as each slice declares it: shown to whom it is about, gone when they are
//! erased. A test asks the catalogue for every table that points at a member or an account and finds each declared once.

/// A table with something of a person in it.
pub struct Table {
    pub name: &'static str,
    /// What of it is read to the person; none where it holds nothing that another part does not say.
    pub shown: &'static [Part],
    /// What erasing does to the person's rows. Statements have the member as `$1` and the sign that stands for the name as `$2`;
    /// `{account}` is the member's account. A table without any keeps its rows: they count something and name nobody.
    pub erasing: &'static [&'static str],
    /// Columns in which anybody may have written somebody's name: it gives way to the sign.
    pub texts: &'static [&'static str],
    /// What becomes of a row in which a name was found, where the text cannot be rewritten.
    pub found: Found,
}

/// What is done with a row in whose texts a person was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The name gives way to the sign, and everything else stays.
    Rewritten,
    Removed,
}

impl Table {
    pub const fn named(name: &'static str) -> Self {
        Self { name, shown: &[], erasing: &[], texts: &[], found: Found::Rewritten }
    }
}

/// A part of "everything about me": its name (words: `everything-<name>`), the columns, and where from. `$1` is the member; `$2` is
/// true when they look themselves, `$3` when the office does, `$4` for what a treasurer noted. `{account}` and `{about}` stand for
/// the account, and for events about the person.
pub struct Part {
    pub name: &'static str,
    pub columns: &'static str,
    pub from: &'static str,
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

/// How something goes that was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Removed every night.
    ByItself,
    /// By the people who keep the register.
    ByPeople,
    /// It does not.
    Stays,
}

impl End {
    pub fn word(self) -> &'static str {
        match self {
            Self::ByItself => "itself",
            Self::ByPeople => "people",
            Self::Stays => "stays",
        }
    }
}
