//! What attendance keeps of people: who was called to which meeting, who was there from when to when, who kept the door.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::codes(&["code"])],
        shown: Shown::Not("who opened a door is in their acts"),
        pointing: &[("opened_by", Leaving::Stays("who opened it"), OF_ACCOUNT)],
        ..Table::named("doors")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "meeting-roll",
            "m.title_en, m.title_fr, m.held_on",
            "{rows} r join meetings m on m.id = r.meeting_id order by m.held_on, m.id",
        )]),
        pointing: &[("member_id", Leaving::Stays("who was called on that day"), Merging::Unites(&["meeting_id"]))],
        ..Table::about("meeting_roll", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "attendances",
            "m.title_en, m.title_fr, m.held_on, a.way as attends, a.came_at, a.left_at, a.noted",
            "{rows} a join meetings m on m.id = a.meeting_id order by a.came_at, a.id",
        )
        .codes(&[("attends", "attendance-way-"), ("noted", "attendance-noted-")])]),
        pointing: &[
            ("member_id", Leaving::Stays("who was there"), Merging::Unites(&["meeting_id"])),
            ("came_by", Leaving::Stays("who noted it"), OF_ACCOUNT),
            ("left_by", Leaving::Stays("who noted it"), OF_ACCOUNT),
        ],
        ..Table::about("attendances", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "doorkeepers",
            "m.title_en, m.title_fr, m.held_on",
            "{rows} k join meetings m on m.id = k.meeting_id order by m.held_on, m.id",
        )]),
        pointing: &[(
            "member_id",
            Leaving::Stays("who kept the door; who has left comes in no more"),
            Merging::Unites(&["meeting_id"]),
        )],
        ..Table::about("doorkeepers", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "sheet-marks",
            "m.title_en, m.title_fr, m.held_on, k.mark",
            "{rows} k join meetings m on m.id = k.meeting_id order by m.held_on, m.id",
        )
        .codes(&[("mark", "attendance-mark-")])]),
        pointing: &[("member_id", Leaving::Stays("who was there"), Merging::Unites(&["meeting_id"]))],
        ..Table::about("sheet_marks", "member_id = {member}")
    },
];
