//! What the rest of the program needs to know of imports: members, tasks and attendance from a file, and their undoing.

use super::store;
use crate::members;
use crate::platform::events::{COOP, EVERY, EventKind, Field};
use crate::platform::jobs::{Doing, JobKind, WORK};
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Figure, Retained};
use crate::platform::slice::{Attention, Slice};
use crate::policy::Permission;

pub static MEMBERS_IMPORTED: EventKind = EventKind::new("members.imported", &COOP, &[Field::of(EVERY).for_readers()]);
pub static MEMBERS_IMPORT_UNDONE: EventKind = EventKind::new(
    "members.import_undone",
    &COOP,
    &[
        Field::of("removed").for_readers(),
        Field::of("put_back").for_readers(),
        Field::of("left_alone").for_readers(),
        // The numbers of those who were removed, and the seals of the events that told of them.
        Field::of("taken_out"),
        Field::of("sealed").impersonal(),
    ],
);
pub static TASKS_IMPORTED: EventKind = EventKind::new("tasks.imported", &COOP, &[Field::of(EVERY).for_readers()]);
pub static TASKS_IMPORT_UNDONE: EventKind = EventKind::new(
    "tasks.import_undone",
    &COOP,
    &[Field::of("removed").for_readers(), Field::of("left_alone").for_readers()],
);
pub static MEETINGS_IMPORTED: EventKind = EventKind::new("meetings.imported", &COOP, &[Field::of(EVERY).for_readers()]);
pub static MEETINGS_IMPORT_UNDONE: EventKind = EventKind::new(
    "meetings.import_undone",
    &COOP,
    &[Field::of("removed").for_readers(), Field::of("left_alone").for_readers()],
);
pub static MEMBER_PUT_BACK: EventKind =
    EventKind::new("member.put_back", &members::slice::MEMBER, &[members::slice::LEDGER]);

pub static IMPORT: JobKind = JobKind { name: "import", lane: &WORK, doing: Doing::Verb(super::complete_later) };

pub static SLICE: Slice = Slice {
    events: &[
        &MEMBERS_IMPORTED,
        &MEMBERS_IMPORT_UNDONE,
        &MEMBER_PUT_BACK,
        &TASKS_IMPORTED,
        &TASKS_IMPORT_UNDONE,
        &MEETINGS_IMPORTED,
        &MEETINGS_IMPORT_UNDONE,
    ],
    jobs: &[&IMPORT],
    tidying: Some(super::tidy),
    navigation: &[NavEntry {
        name: "imports",
        href: "/imports/new",
        permission: Permission::MembersWrite,
        on_phone: false,
        administration: true,
    }],
    attention: &[Attention {
        name: "imports-begun",
        href: "/imports/new#begun",
        permission: Permission::MembersWrite,
        select: store::BEGUN,
        bad: false,
    }],
    tables: store::TABLES,
    retained: &[Retained { name: "imports", figures: &[("days", Figure::Is(super::UNDO_DAYS))], end: End::ByItself }],
    ..Slice::named("imports")
};
