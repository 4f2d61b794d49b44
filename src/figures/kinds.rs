//! Which figures there are: columns with their units, who may see them, and the statement that counts them.

use super::drawn::{self, Draw};
use super::store::select;
use crate::policy::Permission;

/// Who may see a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    /// Whoever may read the co-op's figures.
    ByMembers,
    /// Also who is not signed in.
    ByEverybody,
}

/// What a number or a word of a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Day,
    /// A title in both languages.
    Title,
    /// A word of the program, whose words begin so.
    Word(&'static str),
    /// As somebody wrote it.
    Text,
    Number,
    Minutes,
    /// Hundredths of a mark from 1 to 5.
    Mark,
}

impl Unit {
    /// As it is called in the description of a file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Title => "title",
            Self::Word(_) => "word",
            Self::Text => "text",
            Self::Number => "number",
            Self::Minutes => "minutes",
            Self::Mark => "mark",
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    pub unit: Unit,
}

pub const fn column(name: &'static str, unit: Unit) -> Column {
    Column { name, unit }
}

/// A figure.
#[derive(Debug)]
pub struct Figure {
    /// Its name in addresses and files, and of its words.
    pub name: &'static str,
    pub seen: Seen,
    pub columns: &'static [Column],
    /// Rows of `place, id, cells`; the cells are an array in the order of the columns.
    pub select: &'static str,
    pub draw: Draw,
    /// The address of what a row is about.
    pub href: Option<&'static str>,
    /// What is behind it, and who may read that.
    pub facts: Option<(&'static str, Permission)>,
    /// Whether its rows wait until enough people moved.
    pub anchored: bool,
}

const FIGURE: Figure = Figure {
    name: "",
    seen: Seen::ByMembers,
    columns: &[],
    select: "",
    draw: |_, _| None,
    href: None,
    facts: None,
    anchored: false,
};

/// Full members at the end of each month, and who joined and left in it.
pub static GROWTH: Figure = Figure {
    name: "growth",
    columns: &[
        column("day", Unit::Day),
        column("members", Unit::Number),
        column("joined", Unit::Number),
        column("left", Unit::Number),
    ],
    select: select::GROWTH,
    draw: drawn::growth,
    facts: Some((select::MOVED, Permission::MembersExport)),
    ..FIGURE
};

/// Full members at the end of those months by which enough had joined or left since the one before.
pub static SIZE: Figure = Figure {
    name: "size",
    seen: Seen::ByEverybody,
    columns: &[column("day", Unit::Day), column("members", Unit::Number)],
    select: select::SIZE,
    draw: drawn::size,
    anchored: true,
    ..FIGURE
};

/// Days on which homes stood empty, and how many were at the end of the month.
pub static VACANCIES: Figure = Figure {
    name: "vacancies",
    seen: Seen::ByEverybody,
    columns: &[column("day", Unit::Day), column("days_empty", Unit::Number), column("homes_empty", Unit::Number)],
    select: select::VACANCIES,
    draw: drawn::vacancies,
    facts: Some((select::EMPTY, Permission::UnitsRead)),
    ..FIGURE
};

/// How many of the people who live in the homes are members. Quebec: at least half of a co-op's tenants (Cooperatives Act, s. 128.1).
pub static TENANTS: Figure = Figure {
    name: "tenants",
    columns: &[column("day", Unit::Day), column("tenants", Unit::Number), column("members", Unit::Number)],
    select: select::TENANTS,
    draw: drawn::tenants,
    ..FIGURE
};

/// General meetings that were held: how many were called, came, and were needed.
pub static MEETINGS: Figure = Figure {
    name: "meetings",
    seen: Seen::ByEverybody,
    columns: &[
        column("meeting", Unit::Title),
        column("day", Unit::Day),
        column("came", Unit::Number),
        column("called", Unit::Number),
        column("needed", Unit::Number),
    ],
    select: select::MEETINGS,
    draw: drawn::meetings,
    href: Some("/meetings/{id}"),
    ..FIGURE
};

/// Votes that decided something: how many voted, could have, and were needed.
pub static TURNOUT: Figure = Figure {
    name: "turnout",
    seen: Seen::ByEverybody,
    columns: &[
        column("vote", Unit::Title),
        column("number", Unit::Number),
        column("day", Unit::Day),
        column("voted", Unit::Number),
        column("roll", Unit::Number),
        column("needed", Unit::Number),
    ],
    select: select::TURNOUT,
    draw: drawn::turnout,
    href: Some("/polls/{id}"),
    ..FIGURE
};

/// Tasks done in the period, in time or late, and those that are open today, by committee.
pub static TASKS: Figure = Figure {
    name: "tasks",
    columns: &[
        column("committee", Unit::Title),
        column("on_time", Unit::Number),
        column("late", Unit::Number),
        column("open", Unit::Number),
    ],
    select: select::TASKS,
    draw: drawn::tasks,
    href: Some("/committees/{id}"),
    ..FIGURE
};

/// Tasks done in each quarter that is over, and how many of them in time.
pub static WORK: Figure = Figure {
    name: "work",
    seen: Seen::ByEverybody,
    columns: &[column("quarter", Unit::Day), column("done", Unit::Number), column("on_time", Unit::Number)],
    select: select::WORK,
    draw: drawn::work,
    ..FIGURE
};

/// Hours entered in each quarter that is over, by kind of work.
pub static HOURS: Figure = Figure {
    name: "hours",
    seen: Seen::ByEverybody,
    columns: &[
        column("quarter", Unit::Day),
        column("kind", Unit::Word("figures-hours-")),
        column("minutes", Unit::Minutes),
    ],
    select: select::HOURS,
    draw: drawn::hours,
    ..FIGURE
};

/// Members who signed in or did something in each month, and who changed their own entry.
pub static ADOPTION: Figure = Figure {
    name: "adoption",
    columns: &[
        column("day", Unit::Day),
        column("members", Unit::Number),
        column("active", Unit::Number),
        column("changed_own", Unit::Number),
    ],
    select: select::ADOPTION,
    draw: drawn::adoption,
    ..FIGURE
};

/// How satisfied people said they were, round by round.
pub static SATISFACTION: Figure = Figure {
    name: "satisfaction",
    seen: Seen::ByEverybody,
    columns: &[
        column("survey", Unit::Title),
        column("day", Unit::Day),
        column("mean", Unit::Mark),
        column("answered", Unit::Number),
        column("asked", Unit::Number),
    ],
    select: select::SATISFACTION,
    draw: drawn::satisfaction,
    href: Some("/surveys/{id}"),
    ..FIGURE
};

/// All of them, in the order of the page.
pub static EVERY: &[&Figure] =
    &[&GROWTH, &SIZE, &TENANTS, &VACANCIES, &MEETINGS, &TURNOUT, &TASKS, &WORK, &HOURS, &ADOPTION, &SATISFACTION];

/// Those that members see; the coarse ones that stand for a finer one are left out.
pub fn of_members() -> Vec<&'static Figure> {
    EVERY.iter().copied().filter(|figure| figure.name != SIZE.name).collect()
}

pub fn of_everybody() -> Vec<&'static Figure> {
    EVERY.iter().copied().filter(|figure| figure.seen == Seen::ByEverybody).collect()
}
