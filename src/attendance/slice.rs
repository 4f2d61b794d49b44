//! What the rest of the program needs to know of attendance: who came to a meeting and left, and how many are there.
//!
//! Who was there is for those who keep the register; the log tells others only how many.

use super::{pages, store};
use crate::meetings::slice::MEETING;
use crate::platform::events::fields::{ABOUT, FILE};
use crate::platform::events::{COOP, EventKind, Field};
use crate::platform::live::Topic;
use crate::platform::slice::{Attention, Slice};
use crate::policy::Permission;

const WHO: Field = Field::of("member_id").for_office();
const ATTENDS: Field = Field::of("attends").for_office().codes("attendance-way-");
const NOTED: Field = Field::of("noted").for_office().codes("attendance-noted-");
const THERE: Field = Field::of("there").for_readers();
const TIMES: Field = Field::of("times").for_office();

/// The page for the projector, which an event of a meeting changes as well.
pub fn about(meeting: i64) -> String {
    format!("screen:{meeting}")
}

pub static ATTENDANCE_OPENED: EventKind = EventKind::new(
    "attendance.opened",
    &MEETING,
    &[Field::of("called").for_readers(), Field::of("needed").for_readers(), ABOUT],
);
pub static ATTENDANCE_CODE_RENEWED: EventKind = EventKind::new("attendance.code_renewed", &MEETING, &[ABOUT]);
pub static ATTENDANCE_CALLED_TO_ORDER: EventKind =
    EventKind::new("attendance.called_to_order", &MEETING, &[THERE, Field::of("without_quorum").for_readers(), ABOUT]);
pub static ATTENDANCE_ADJOURNED: EventKind = EventKind::new("attendance.adjourned", &MEETING, &[THERE, TIMES, ABOUT]);
pub static ATTENDANCE_CAME: EventKind =
    EventKind::new("attendance.came", &MEETING, &[WHO, ATTENDS, NOTED, ABOUT]).daily();
pub static ATTENDANCE_LEFT: EventKind = EventKind::new("attendance.left", &MEETING, &[WHO, ABOUT]).daily();
pub static ATTENDANCE_UNDONE: EventKind = EventKind::new(
    "attendance.undone",
    &MEETING,
    &[WHO, Field::of("undone").for_readers().codes("attendance-undone-"), ABOUT],
);
pub static ATTENDANCE_ENTERED: EventKind =
    EventKind::new("attendance.entered", &MEETING, &[WHO, ATTENDS, NOTED, TIMES, Field::of("why").for_office(), ABOUT]);
pub static ATTENDANCE_LED: EventKind = EventKind::new(
    "attendance.led",
    &MEETING,
    &[Field::of("chair_id").for_readers(), Field::of("secretary_id").for_readers(), ABOUT],
);
pub static ATTENDANCE_DOORKEEPER_NAMED: EventKind = EventKind::new("attendance.doorkeeper_named", &MEETING, &[WHO]);
pub static ATTENDANCE_DOORKEEPER_DISMISSED: EventKind =
    EventKind::new("attendance.doorkeeper_dismissed", &MEETING, &[WHO]);
const SHEET: &[Field] = &[THERE, Field::of("excused").for_readers(), Field::of("absent").for_readers(), ABOUT];
pub static ATTENDANCE_SHEET_BROUGHT: EventKind = EventKind::new("attendance.sheet_brought", &MEETING, SHEET);
pub static ATTENDANCE_SHEET_TAKEN_BACK: EventKind = EventKind::new("attendance.sheet_taken_back", &MEETING, SHEET);
pub static ATTENDANCE_EXPORTED: EventKind = EventKind::new("attendance.exported", &COOP, FILE);

pub static SLICE: Slice = Slice {
    events: &[
        &ATTENDANCE_OPENED,
        &ATTENDANCE_CODE_RENEWED,
        &ATTENDANCE_CALLED_TO_ORDER,
        &ATTENDANCE_ADJOURNED,
        &ATTENDANCE_CAME,
        &ATTENDANCE_LEFT,
        &ATTENDANCE_UNDONE,
        &ATTENDANCE_ENTERED,
        &ATTENDANCE_LED,
        &ATTENDANCE_DOORKEEPER_NAMED,
        &ATTENDANCE_DOORKEEPER_DISMISSED,
        &ATTENDANCE_SHEET_BROUGHT,
        &ATTENDANCE_SHEET_TAKEN_BACK,
        &ATTENDANCE_EXPORTED,
    ],
    live: &[
        Topic { kind: "meeting", fragment: pages::fragments::light },
        Topic { kind: "screen", fragment: pages::fragments::screen },
    ],
    attention: &[Attention {
        name: "meetings-not-adjourned",
        href: "/meetings",
        permission: Permission::MeetingsManage,
        select: store::NOT_ADJOURNED,
        bad: false,
    }],
    tables: store::TABLES,
    #[cfg(test)]
    rows: &[
        "insert into doors (meeting_id, code, called, of_homes, needed, homes_needed, needed_later, homes_needed_later, online_counts, proxies_max, \
           opened_at, opened_by) select m.id, '123456', 1, false, 1, 0, 1, 0, true, 0, now(), a.id from meetings m, accounts a order by a.id limit 1",
        "insert into meeting_roll (meeting_id, member_id, unit_id) select d.meeting_id, p.id, u.id from doors d, members p, units u limit 1",
        "insert into attendances (meeting_id, member_id, way, noted, came_at, left_at, came_by, left_by) \
           select r.meeting_id, r.member_id, 'in_person', 'door', now(), now(), a.id, a.id from meeting_roll r, accounts a limit 1",
        "insert into sheet_marks (meeting_id, member_id, mark) select r.meeting_id, r.member_id, 'present' from meeting_roll r",
        "insert into doorkeepers (meeting_id, member_id) select r.meeting_id, r.member_id from meeting_roll r",
    ],
    ..Slice::named("attendance")
};
