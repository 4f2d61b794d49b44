//! What the rest of the program needs to know of meetings: what is held when, and what about.

use super::store;
use crate::members;
use crate::platform::error::Result;
use crate::platform::events::Event;
use crate::platform::events::fields::{MEMBER_ID, ON};
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::page::NavEntry;
use crate::platform::slice::{Attention, Dated, Filed, NoticeKind, Scope, Searched, Slice, Telling};
use crate::platform::visit::Act;
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
/// One from before the co-op kept its meetings here, from the sheet of who came.
pub static MEETING_RECORDED: EventKind = EventKind::new("meeting.recorded", &MEETING, FACTS);
pub static MEETING_EDITED: EventKind = EventKind::new("meeting.edited", &MEETING, FACTS);
pub static MEETING_CANCELLED: EventKind =
    EventKind::new("meeting.cancelled", &MEETING, &[Field::of("why").for_readers()]);
/// Of an item in camera it says only that it is.
pub static MEETING_ITEM_ADDED: EventKind = EventKind::new("meeting.item_added", &MEETING, ITEM);
pub static MEETING_ITEM_EDITED: EventKind = EventKind::new("meeting.item_edited", &MEETING, ITEM);
pub static MEETING_ITEM_MOVED: EventKind = EventKind::new("meeting.item_moved", &MEETING, &[PLACE]);
pub static MEETING_ITEM_REMOVED: EventKind = EventKind::new("meeting.item_removed", &MEETING, ITEM);
/// People were told of it: why, how many by mail and how many on paper, and whether the rules wanted it on another day.
pub static MEETING_CALLED: EventKind = EventKind::new(
    "meeting.called",
    &MEETING,
    &[
        Field::of("call").for_readers().codes("call-"),
        Field::of("mails").for_readers(),
        Field::of("letters").for_readers(),
        Field::of("timing").for_readers().codes("call-timing-"),
        Field::of("notice_days").for_readers(),
        Field::of("anyway").for_readers(),
    ],
);
pub static MEETING_LETTERS_HANDED: EventKind =
    EventKind::new("meeting.letters_handed", &MEETING, &[ON, Field::of("letters").for_readers()]);
pub static MEETING_LETTER_RETURNED: EventKind = EventKind::new("meeting.letter_returned", &MEETING, &[ON]);
/// Who comes is for who prepares the meeting.
pub static MEETING_REPLIED: EventKind = EventKind::new(
    "meeting.replied",
    &MEETING,
    &[Field::of("member_id").for_office(), Field::of("answer").for_office().codes("reply-")],
)
.daily();
const ASKED: Field = Field::of("asked").impersonal();
pub static MEETING_ITEM_ASKED: EventKind =
    EventKind::new("meeting.item_asked", &MEETING, &[ASKED, Field::of("title").for_readers(), MEMBER_ID]);
pub static MEETING_ITEM_BACKED: EventKind =
    EventKind::new("meeting.item_backed", &MEETING, &[ASKED, Field::of("backs").impersonal()]).daily();
pub static MEETING_ITEM_WITHDRAWN: EventKind = EventKind::new("meeting.item_withdrawn", &MEETING, &[ASKED]);
pub static MEETING_ITEM_ANSWERED: EventKind = EventKind::new(
    "meeting.item_answered",
    &MEETING,
    &[
        ASKED,
        Field::of("title").for_readers(),
        MEMBER_ID,
        Field::of("item_answer").for_readers().codes("asked-"),
        Field::of("why").for_readers(),
    ],
);
/// Somebody agreed to notices by mail, or took that back.
pub static NOTICES_AGREED: EventKind =
    EventKind::new("member.notices_agreed", &members::slice::MEMBER, &[Field::of("consent").for_office()]);
pub static ANSWERED_NOTICE: NoticeKind = NoticeKind::new("item_answered");
pub static ASKED_NOTICE: NoticeKind = NoticeKind::new("item_asked");

/// Who asked for an item is told what became of it.
fn about(_: &mut Act<'_>, event: &Event) -> Result<Vec<Telling>> {
    let asked = event.detail["member_id"].as_i64();
    let told = asked.filter(|_| event.is(&MEETING_ITEM_ANSWERED));
    Ok(told.map(|member| Telling::members(&ANSWERED_NOTICE, vec![member])).into_iter().collect())
}

/// Who prepares meetings is told that one was asked for.
fn for_office(event: &Event) -> Option<(&'static NoticeKind, Permission)> {
    event.is(&MEETING_ITEM_ASKED).then_some((&ASKED_NOTICE, Permission::MeetingsManage))
}

pub static SLICE: Slice = Slice {
    events: &[
        &MEETING_PLANNED,
        &MEETING_RECORDED,
        &MEETING_EDITED,
        &MEETING_CANCELLED,
        &MEETING_ITEM_ADDED,
        &MEETING_ITEM_EDITED,
        &MEETING_ITEM_MOVED,
        &MEETING_ITEM_REMOVED,
        &MEETING_CALLED,
        &MEETING_LETTERS_HANDED,
        &MEETING_LETTER_RETURNED,
        &MEETING_REPLIED,
        &MEETING_ITEM_ASKED,
        &MEETING_ITEM_BACKED,
        &MEETING_ITEM_WITHDRAWN,
        &MEETING_ITEM_ANSWERED,
        &NOTICES_AGREED,
    ],
    notices: &[&ANSWERED_NOTICE, &ASKED_NOTICE],
    about: Some(about),
    for_office: Some(for_office),
    waits: Some(store::WAITS),
    attention: &[
        Attention {
            name: "items-asked",
            href: "/meetings",
            permission: Permission::MeetingsManage,
            select: store::asked::WAITING,
            bad: false,
        },
        Attention {
            name: "letters-to-hand",
            href: "/meetings",
            permission: Permission::MeetingsManage,
            select: store::calling::TO_HAND,
            bad: false,
        },
    ],
    navigation: &[NavEntry {
        name: "meetings",
        href: "/meetings",
        permission: Permission::MeetingsRead,
        on_phone: true,
        administration: false,
    }],
    searched: &[Searched {
        name: "meetings",
        permission: Permission::MeetingsRead,
        href: "/meetings/{id}",
        select: store::SEARCHED,
    }],
    filed: &[Filed {
        kind: &MEETING,
        permission: Permission::MeetingsRead,
        keeps: Permission::MeetingsManage,
        removes: Permission::MeetingsManage,
        all: Some(Permission::MeetingsManage),
        select: store::FILED,
    }],
    dated: Some(Dated { permission: Permission::MeetingsRead, select: store::DATED }),
    scopes: &[Scope { word: "meetings:read", permission: Permission::MeetingsRead }],
    api: Some(super::api::described),
    tables: store::TABLES,
    #[cfg(test)]
    rows: &[
        "insert into meetings (kind, title_en, title_fr, held_on, starts_at, place, created_by) \
           select 'board', 'x', 'x', current_date + 9, '19:00', 'x', id from accounts limit 1",
        "insert into agenda_items (meeting_id, place, purpose, title_en, title_fr) select id, 1, 'decision', 'x', 'x' from meetings",
        "insert into meeting_replies (meeting_id, member_id, answer, sequence) select m.id, p.id, 'in_person', 0 from meetings m, members p limit 1",
        "insert into notice_consents (member_id, address, given_at) select id, 'x', now() from members",
        "insert into callings (meeting_id, kind, sent_at, timing, notice_days, subject_en, subject_fr, text_en, text_fr) \
           select id, 'notice', now(), 'in_time', 21, 'x', 'x', 'x', 'x' from meetings",
        "insert into called (calling_id, member_id, language, way, address) select c.id, m.id, 'en', 'mail', 'x' from callings c, members m limit 1",
        "insert into asked_items (meeting_id, member_id, language, title, asked_at) select m.id, p.id, 'en', 'x', now() from meetings m, members p limit 1",
        "insert into asked_item_backers (asked_id, member_id) select q.id, p.id from asked_items q, members p limit 1",
    ],
    ..Slice::named("meetings")
};
