//! Which tasks a list shows, and where a page of it ended.

use chrono::NaiveDate;

use super::{Lane, Task};

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
    On(Lane),
    Cancelled,
    All,
}

impl Wanted {
    pub const ALL: [(&'static str, Self); 7] = [
        ("open", Self::Open),
        ("todo", Self::On(Lane::Todo)),
        ("doing", Self::On(Lane::Doing)),
        ("waiting", Self::On(Lane::Waiting)),
        ("done", Self::On(Lane::Done)),
        ("cancelled", Self::Cancelled),
        ("all", Self::All),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, wanted)| *wanted == self).map_or("open", |(word, _)| word)
    }

    /// The statuses, as stored.
    pub(super) fn statuses(self) -> &'static [&'static str] {
        match self {
            Self::Open => &["todo", "doing", "waiting"],
            Self::On(Lane::Todo) => &["todo"],
            Self::On(Lane::Doing) => &["doing"],
            Self::On(Lane::Waiting) => &["waiting"],
            Self::On(Lane::Done) => &["done"],
            Self::Cancelled => &["cancelled"],
            Self::All => &["todo", "doing", "waiting", "done", "cancelled"],
        }
    }

    /// What is open is listed by due date; what is past, the latest first.
    pub(super) fn latest_first(self) -> bool {
        matches!(self, Self::On(Lane::Done) | Self::Cancelled | Self::All)
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
    pub committee_id: Option<i64>,
    /// The member who looks, if it is one.
    pub viewer: Option<i64>,
    pub today: NaiveDate,
}

/// Where a page of a list ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After {
    /// Microseconds since 1970 of the day a task is due, or of the instant it was done.
    pub(super) place: i64,
    pub(super) id: i64,
}

impl After {
    pub fn parse(text: &str) -> Option<Self> {
        let (place, id) = text.split_once('.')?;
        Some(Self { place: place.parse().ok()?, id: id.parse().ok()? })
    }

    /// The place of a task in the list.
    pub fn of(task: &Task) -> Self {
        let due = || task.due_on.and_then(|day| day.and_hms_opt(0, 0, 0)).map(|midnight| midnight.and_utc());
        let place = task.done_at.or_else(due).map_or(i64::MAX, |at| at.timestamp_micros());
        Self { place, id: task.id }
    }
}

impl std::fmt::Display for After {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.place, self.id)
    }
}
