//! What the rest of the program needs to know of meetings: what is held when, and what about.

use super::store;
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::page::NavEntry;
use crate::platform::slice::{Dated, Searched, Slice};
use crate::policy::Permission;

pub static MEETING: SubjectKind = SubjectKind::at("meeting", "/meetings/{id}");

const FACTS: &[Field] = &[
    Field::of("kind").for_readers().codes("meeting-kind-"),
    COMMITTEE_ID,
    TITLE_EN,
    TITLE_FR,
    Field::of("held_on").for_readers(),
    Field::of("starts_at").for_readers(),
    Field::of("ends_at").for_readers(),
    PLACE,
    Field::of("online").for_readers(),
    Field::of("access").for_readers(),
    Field::of("child_care").for_readers(),
    Field::of("special_resolution").for_readers(),
];
const COMMITTEE_ID: Field = Field::of("committee_id").for_readers();
const TITLE_EN: Field = Field::of("title_en").for_readers();
const TITLE_FR: Field = Field::of("title_fr").for_readers();
const PLACE: Field = Field::of("place").for_readers();
const ITEM: &[Field] = &[
    Field::of("purpose").for_readers().codes("item-purpose-"),
    TITLE_EN,
    TITLE_FR,
    Field::of("details").for_readers().marked(),
    Field::of("minutes").for_readers(),
    Field::of("presenter").for_readers(),
    Field::of("in_camera").for_readers(),
];

pub static MEETING_PLANNED: EventKind = EventKind::new("meeting.planned", &MEETING, FACTS);
pub static MEETING_EDITED: EventKind = EventKind::new("meeting.edited", &MEETING, FACTS);
pub static MEETING_CANCELLED: EventKind =
    EventKind::new("meeting.cancelled", &MEETING, &[Field::of("why").for_readers()]);
/// Of an item in camera it says only that it is.
pub static MEETING_ITEM_ADDED: EventKind = EventKind::new("meeting.item_added", &MEETING, ITEM);
pub static MEETING_ITEM_EDITED: EventKind = EventKind::new("meeting.item_edited", &MEETING, ITEM);
pub static MEETING_ITEM_MOVED: EventKind = EventKind::new("meeting.item_moved", &MEETING, &[PLACE]);
pub static MEETING_ITEM_REMOVED: EventKind = EventKind::new("meeting.item_removed", &MEETING, ITEM);

pub static SLICE: Slice = Slice {
    events: &[
        &MEETING_PLANNED,
        &MEETING_EDITED,
        &MEETING_CANCELLED,
        &MEETING_ITEM_ADDED,
        &MEETING_ITEM_EDITED,
        &MEETING_ITEM_MOVED,
        &MEETING_ITEM_REMOVED,
    ],
    navigation: &[NavEntry {
        name: "meetings",
        href: "/meetings",
        permission: Permission::MeetingsRead,
        on_phone: false,
        administration: false,
    }],
    searched: &[Searched {
        name: "meetings",
        permission: Permission::MeetingsRead,
        href: "/meetings/{id}",
        select: store::SEARCHED,
    }],
    dated: Some(Dated { permission: Permission::MeetingsRead, select: store::DATED }),
    tables: store::TABLES,
    #[cfg(test)]
    rows: &[
        "insert into meetings (kind, title_en, title_fr, held_on, starts_at, place, created_by) \
           select 'board', 'x', 'x', current_date + 9, '19:00', 'x', id from accounts limit 1",
        "insert into agenda_items (meeting_id, place, purpose, title_en, title_fr) select id, 1, 'decision', 'x', 'x' from meetings",
        "insert into meeting_replies (meeting_id, member_id, answer, sequence) select m.id, p.id, 'in_person', 0 from meetings m, members p limit 1",
    ],
    ..Slice::named("meetings")
};
