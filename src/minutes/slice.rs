//! What the rest of the program needs to know of minutes.

use super::store;
use crate::meetings::slice::MEETING;
use crate::platform::due::Due;
use crate::platform::events::{EventKind, Field};
use crate::platform::slice::{Attention, Searched, Slice};
use crate::policy::Permission;

const PAGE: &str = "/meetings/{id}/minutes";

pub static MINUTES_WRITTEN: EventKind = EventKind::new("minutes.written", &MEETING, &[]).at(PAGE).daily();
pub static MINUTES_ACTION: EventKind =
    EventKind::new("minutes.action", &MEETING, &[Field::of("task").impersonal()]).at(PAGE);
pub static MINUTES_PUBLISHED: EventKind = EventKind::new(
    "minutes.published",
    &MEETING,
    &[Field::of("version").for_readers(), Field::of("for_all").for_readers(), Field::of("why").for_readers()],
)
.at(PAGE);
pub static MINUTES_APPROVED: EventKind =
    EventKind::new("minutes.approved", &MEETING, &[Field::of("meeting").for_readers()]).at(PAGE);

pub static SLICE: Slice = Slice {
    events: &[&MINUTES_WRITTEN, &MINUTES_ACTION, &MINUTES_PUBLISHED, &MINUTES_APPROVED],
    attention: &[Attention {
        name: "minutes-missing",
        href: "/meetings",
        permission: Permission::MeetingsManage,
        select: store::MISSING,
        bad: false,
    }],
    due: &[
        Due {
            kind: "minutes",
            permission: Permission::MeetingsRead,
            href: "/meetings/{id}",
            select: store::TO_PUBLISH,
        },
        Due {
            kind: "approval",
            permission: Permission::MeetingsRead,
            href: "/meetings/{id}",
            select: store::TO_APPROVE,
        },
    ],
    searched: &[Searched {
        name: "minutes",
        permission: Permission::MeetingsRead,
        href: "/meetings/{id}/minutes",
        select: store::SEARCHED,
    }],
    tables: store::TABLES,
    #[cfg(test)]
    rows: &[
        "insert into minutes (meeting_id, for_all) select id, true from meetings",
        "insert into minute_parts (meeting_id, text_en, written_at) select meeting_id, 'x', now() from minutes",
        "insert into minute_actions (task_id, meeting_id) select t.id, n.meeting_id from tasks t, minutes n limit 1",
        "insert into minute_versions (meeting_id, number, published_at, text_en, text_fr) select meeting_id, 1, now(), 'x', 'x' from minutes",
    ],
    ..Slice::named("minutes")
};
