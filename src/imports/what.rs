//! What the rows of a file are. What is true of files is true of all of them: encodings, the row with the headings, columns that are
//! guessed and chosen, dates, the preview, the seal, the journal. What differs stands here, and in what is made of a row: for members
//! `plan`, `rules`, `entry` and `undo`, for tasks `tasks`, for attendance sheets `meetings`.

use super::columns::{Column, Slot};
use crate::platform::error::{Error, Result};
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Act;
use crate::policy::Permission;

text_enum! {
    /// What the rows of a file are.
    #[derive(Default)]
    pub enum What {
        #[default]
        Members = "members",
        Tasks = "tasks",
        /// Attendance sheets: a row a person, a column a meeting.
        Meetings = "meetings",
    }
}

const MEMBERS: &[Column] = &[
    Column::Ignore,
    Column::Number,
    Column::GivenName,
    Column::FamilyName,
    Column::FullName,
    Column::Email,
    Column::Phone,
    Column::Unit,
    Column::Block,
    Column::Floor,
    Column::JoinedOn,
    Column::Status,
    Column::Committees,
    Column::Language,
    Column::Bedrooms,
    Column::Area,
];

const TASKS: &[Column] = &[
    Column::Ignore,
    Column::Title,
    Column::Details,
    Column::Committee,
    Column::Who,
    Column::DueOn,
    Column::State,
    Column::Hours,
    Column::Outcome,
    Column::DoneOn,
];

const MEETINGS: &[Column] =
    &[Column::Ignore, Column::Number, Column::FullName, Column::GivenName, Column::FamilyName, Column::Meeting];

/// What a file must have: one of these columns, and the key of what is said without.
type Need = (&'static [Column], &'static str);

const NAMES: &[Column] = &[Column::GivenName, Column::FamilyName, Column::FullName];
const WHO: &[Column] = &[Column::Number, Column::GivenName, Column::FamilyName, Column::FullName];

impl What {
    /// What their columns may hold, in the order in which they are offered.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Members => MEMBERS,
            Self::Tasks => TASKS,
            Self::Meetings => MEETINGS,
        }
    }

    /// The headings that are known, as a table: meaning, heading, where it comes from.
    pub fn headings(self) -> &'static str {
        match self {
            Self::Members => include_str!("headings.csv"),
            Self::Tasks => include_str!("tasks/headings.csv"),
            Self::Meetings => include_str!("meetings/headings.csv"),
        }
    }

    /// Without these columns there is nothing to read.
    pub fn needs(self) -> &'static [Need] {
        match self {
            Self::Members => &[(NAMES, "import-needs-name")],
            Self::Tasks => &[(&[Column::Title], "import-needs-title")],
            Self::Meetings => &[(WHO, "import-needs-name"), (&[Column::Meeting], "import-needs-meeting")],
        }
    }

    /// Who may bring them in, beside having come to the pages of imports.
    pub fn permission(self) -> Permission {
        match self {
            Self::Members => Permission::MembersWrite,
            Self::Tasks => Permission::TasksManage,
            Self::Meetings => Permission::MeetingsManage,
        }
    }

    /// Where they are to be seen.
    pub fn href(self) -> &'static str {
        match self {
            Self::Members => "/members",
            Self::Tasks => "/tasks?view=list&sort=-due",
            Self::Meetings => "/meetings",
        }
    }

    /// # Errors
    /// `Forbidden` to who may not bring them in.
    pub fn must_be_allowed(self, act: &Act<'_>) -> Result<()> {
        if act.viewer.is_none() || act.may(self.permission()) { Ok(()) } else { Err(Error::Forbidden) }
    }
}

/// Whether columns can be read together. The key of what is wrong if not.
pub fn check(what: What, slots: &[Slot]) -> std::result::Result<(), &'static str> {
    let has = |needed: &[Column]| slots.iter().any(|slot| needed.contains(&slot.column));
    if let Some((_, key)) = what.needs().iter().find(|(needed, _)| !has(needed)) {
        return Err(key);
    }
    let used: Vec<_> = slots
        .iter()
        .filter(|slot| slot.column != Column::Ignore && !slot.column.may_repeat())
        .map(|slot| (slot.column, slot.adult))
        .collect();
    let twice = used.iter().any(|one| used.iter().filter(|other| *other == one).count() > 1);
    if twice { Err("import-column-twice") } else { Ok(()) }
}
