//! What the rest of the program needs to know of committees: who sits on them and who leads.

use super::store;
use crate::platform::due::Due;
use crate::platform::events::fields::{FILE, FROM, MEMBER_ID, ON};
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::page::NavEntry;
use crate::platform::slice::{Beginning, Searched, Slice};
use crate::policy::Permission;

pub static COMMITTEE: SubjectKind = SubjectKind::at("committee", "/committees/{id}");

pub static COMMITTEE_ADDED: EventKind = EventKind::new(
    "committee.added",
    &COMMITTEE,
    &[Field::of("name_en").for_readers(), Field::of("name_fr").for_readers()],
);
pub static COMMITTEE_CHANGED: EventKind = EventKind::new(
    "committee.changed",
    &COMMITTEE,
    &[
        Field::of("name_en").for_readers(),
        Field::of("name_fr").for_readers(),
        Field::of("approves").for_readers(),
        Field::of("mandate_en").for_readers(),
        Field::of("mandate_fr").for_readers(),
    ],
);
pub static COMMITTEE_CLOSED: EventKind =
    EventKind::new("committee.closed", &COMMITTEE, &[ON, Field::of("left").for_readers()]);
pub static COMMITTEE_REOPENED: EventKind = EventKind::new("committee.reopened", &COMMITTEE, &[]);
pub static COMMITTEE_JOINED: EventKind = EventKind::new("committee.joined", &COMMITTEE, &[MEMBER_ID, FROM]);
pub static COMMITTEE_LEFT: EventKind =
    EventKind::new("committee.left", &COMMITTEE, &[MEMBER_ID, ON, Field::of("led").for_readers()]);
pub static COMMITTEE_LEAD_NAMED: EventKind = EventKind::new("committee.lead_named", &COMMITTEE, &[MEMBER_ID, FROM]);
pub static COMMITTEE_LEAD_ENDED: EventKind = EventKind::new("committee.lead_ended", &COMMITTEE, &[MEMBER_ID, ON]);
pub static COMMITTEES_EXPORTED: EventKind = EventKind::new("committees.exported", &COOP, FILE);

pub static SLICE: Slice = Slice {
    events: &[
        &COMMITTEE_ADDED,
        &COMMITTEE_CHANGED,
        &COMMITTEE_CLOSED,
        &COMMITTEE_REOPENED,
        &COMMITTEE_JOINED,
        &COMMITTEE_LEFT,
        &COMMITTEE_LEAD_NAMED,
        &COMMITTEE_LEAD_ENDED,
        &COMMITTEES_EXPORTED,
    ],
    navigation: &[NavEntry {
        name: "committees",
        href: "/committees",
        permission: Permission::CommitteesRead,
        on_phone: false,
        administration: false,
    }],
    beginning: &[Beginning {
        name: "committees",
        place: 3,
        href: "/committees",
        permission: Permission::MembersWrite,
        done: store::ANY,
    }],
    searched: &[Searched {
        name: "committees",
        permission: Permission::CommitteesRead,
        href: "/committees/{id}",
        select: store::SEARCHED,
    }],
    due: &[Due { kind: "leads", permission: Permission::CommitteesRead, href: "/committees/{id}", select: store::DUE }],
    tables: store::TABLES,
    departure: super::departing::HANGING,
    ..Slice::named("committees")
};
