//! Which tasks a list shows.

use chrono::NaiveDate;

use super::{Kind, Lane};
use crate::platform::i18n::Lang;
use crate::platform::listing::Window;

/// Whose tasks are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Whose {
    #[default]
    All,
    /// The viewer's own, and those of the home where they live.
    Mine,
    /// Those of the home where the viewer lives.
    Home,
    Nobody,
}

/// Which state of tasks is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    #[default]
    Open,
    /// Open, and nobody's concern before a later day.
    Coming,
    /// Open, and its day is over.
    Late,
    On(Lane),
    /// Done on its day or before, or without one.
    OnTime,
    /// Done after its day.
    DoneLate,
    /// Turns of chores that nobody took.
    Missed,
    Cancelled,
    All,
}

impl Wanted {
    pub const ALL: [(&'static str, Self); 12] = [
        ("open", Self::Open),
        ("late", Self::Late),
        ("coming", Self::Coming),
        ("todo", Self::On(Lane::Todo)),
        ("doing", Self::On(Lane::Doing)),
        ("waiting", Self::On(Lane::Waiting)),
        ("done", Self::On(Lane::Done)),
        ("on-time", Self::OnTime),
        ("done-late", Self::DoneLate),
        ("missed", Self::Missed),
        ("cancelled", Self::Cancelled),
        ("all", Self::All),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, wanted)| *wanted == self).map_or("open", |(word, _)| word)
    }

    /// The statuses, as stored.
    pub(super) fn statuses(self) -> &'static [&'static str] {
        match self {
            Self::Open | Self::Coming | Self::Late => &["todo", "doing", "waiting"],
            Self::On(Lane::Todo) => &["todo"],
            Self::On(Lane::Doing) => &["doing"],
            Self::On(Lane::Waiting) => &["waiting"],
            Self::On(Lane::Done) | Self::OnTime | Self::DoneLate => &["done"],
            Self::Cancelled | Self::Missed => &["cancelled"],
            Self::All => &["todo", "doing", "waiting", "done", "cancelled"],
        }
    }

    /// What is open is listed by due date; what is past, the latest first.
    pub fn latest_first(self) -> bool {
        matches!(
            self,
            Self::On(Lane::Done) | Self::OnTime | Self::DoneLate | Self::Missed | Self::Cancelled | Self::All
        )
    }
}

impl Whose {
    pub const ALL: [(&'static str, Self); 4] =
        [("all", Self::All), ("me", Self::Mine), ("home", Self::Home), ("nobody", Self::Nobody)];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, whose)| *whose == self).map_or("all", |(word, _)| word)
    }
}

/// Which tasks are asked for, by whom, on which day.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    pub whose: Whose,
    pub wanted: Wanted,
    /// 0 for what is no committee's.
    pub committee_id: Option<i64>,
    /// The member who looks, if it is one.
    pub viewer: Option<i64>,
    pub today: NaiveDate,
}

/// What narrows a list further: the kind, the days of the tasks, and those on which they were added. The day of a task is the day it is
/// due; without one, the day it was done; else the day it was added.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    pub kind: Option<Kind>,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub added_from: Option<NaiveDate>,
    pub added_until: Option<NaiveDate>,
}

impl Span {
    /// Its days, by their names in an address.
    pub fn days(self) -> [(&'static str, Option<NaiveDate>); 4] {
        [("from", self.from), ("until", self.until), ("added-from", self.added_from), ("added-until", self.added_until)]
    }
}

/// The list that is asked for.
#[derive(Debug, Clone)]
pub struct Listing {
    pub filter: Filter,
    pub span: Span,
    /// Words that must all be in the title or the details.
    pub query: String,
    /// In which language committees are named.
    pub lang: Lang,
    pub window: Window,
}
