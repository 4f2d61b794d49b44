//! What the rest of the program needs to know of requisitions: members ask for a meeting.

use super::{notices, store};
use crate::platform::due::Due;
use crate::platform::events::fields::MEMBER_ID;
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::slice::{Attention, NoticeKind, Slice};
use crate::policy::Permission;

pub static REQUISITION: SubjectKind = SubjectKind::at("requisition", "/requisitions/{id}");

const TITLE: Field = Field::of("title").for_readers();

pub static REQUISITION_OPENED: EventKind = EventKind::new("requisition.opened", &REQUISITION, &[TITLE, MEMBER_ID]);
/// Who signs is for those who signed, and not for the log.
pub static REQUISITION_SIGNED: EventKind =
    EventKind::new("requisition.signed", &REQUISITION, &[Field::of("signs").impersonal()]).kept_back_while("true");
pub static REQUISITION_REACHED: EventKind = EventKind::new(
    "requisition.reached",
    &REQUISITION,
    &[
        TITLE,
        Field::of("signed").for_readers().impersonal(),
        Field::of("signatures_needed").for_readers().impersonal(),
        Field::of("due_on").for_readers(),
    ],
);
pub static REQUISITION_WITHDRAWN: EventKind = EventKind::new("requisition.withdrawn", &REQUISITION, &[]);
pub static REQUISITION_ANSWERED: EventKind = EventKind::new(
    "requisition.answered",
    &REQUISITION,
    &[
        TITLE,
        Field::of("requisition_answer").for_readers().codes("requisition-answer-"),
        Field::of("why").for_readers(),
    ],
);

pub static REACHED_NOTICE: NoticeKind = NoticeKind::new("requisition_reached").pressing();
pub static ANSWERED_NOTICE: NoticeKind = NoticeKind::new("requisition_answered");

pub static SLICE: Slice = Slice {
    events: &[
        &REQUISITION_OPENED,
        &REQUISITION_SIGNED,
        &REQUISITION_REACHED,
        &REQUISITION_WITHDRAWN,
        &REQUISITION_ANSWERED,
    ],
    notices: &[&REACHED_NOTICE, &ANSWERED_NOTICE],
    about: Some(notices::about),
    for_office: Some(notices::for_office),
    reminders: &[super::look],
    attention: &[Attention {
        name: "requisitions",
        href: "/requisitions",
        permission: Permission::MeetingsManage,
        select: store::WAITING,
        bad: true,
    }],
    due: &[Due {
        kind: "requisition",
        permission: Permission::MeetingsRead,
        href: "/requisitions/{id}",
        select: store::DUE,
    }],
    tables: store::TABLES,
    #[cfg(test)]
    rows: &[
        "insert into requisitions (member_id, language, title, opened_at) select id, 'en', 'x', now() from members order by id limit 1",
        "insert into requisition_signatures (requisition_id, member_id, signed_at) select q.id, q.member_id, now() from requisitions q",
    ],
    ..Slice::named("requisitions")
};
