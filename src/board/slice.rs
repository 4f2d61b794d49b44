//! What the rest of the program needs to know of the board: terms and offices.

use super::store;
use crate::members;
use crate::platform::due::Due;
use crate::platform::events::fields::{FILE, FROM, ON, UNTIL};
use crate::platform::events::{COOP, EventKind, Field};
use crate::platform::slice::{Attention, Beginning, Slice};
use crate::policy::Permission;

const TERM: Field = Field::of("term").for_readers();
const OFFICE: Field = Field::of("office").for_readers().codes("board-office-");
const CAME: Field = Field::of("came").for_readers().codes("board-came-");
const ENDED_ON: Field = Field::of("ended_on").for_readers();
const ENDED_HOW: Field = Field::of("ended_how").for_readers().codes("board-ended-");

pub static BOARD_ELECTED: EventKind =
    EventKind::new("board.elected", &members::slice::MEMBER, &[TERM, FROM, UNTIL, OFFICE]);
pub static BOARD_APPOINTED: EventKind =
    EventKind::new("board.appointed", &members::slice::MEMBER, &[TERM, FROM, UNTIL, OFFICE]);
pub static BOARD_ENDED: EventKind = EventKind::new(
    "board.ended",
    &members::slice::MEMBER,
    &[TERM, ON, Field::of("how").for_readers().codes("board-ended-")],
);
pub static BOARD_CORRECTED: EventKind =
    EventKind::new("board.corrected", &members::slice::MEMBER, &[TERM, FROM, UNTIL, CAME, ENDED_ON, ENDED_HOW]);
pub static BOARD_STRUCK: EventKind =
    EventKind::new("board.struck", &members::slice::MEMBER, &[TERM, FROM, UNTIL, CAME, ENDED_ON, ENDED_HOW]);
pub static BOARD_OFFICE_HANDED: EventKind =
    EventKind::new("board.office_handed", &members::slice::MEMBER, &[TERM, OFFICE, FROM]);
pub static BOARD_OFFICE_ENDED: EventKind =
    EventKind::new("board.office_ended", &members::slice::MEMBER, &[OFFICE, FROM]);
pub static BOARD_OFFICE_NAMED: EventKind = EventKind::new(
    "board.office_named",
    &COOP,
    &[Field::of("name_en").for_readers(), Field::of("name_fr").for_readers()],
);
pub static BOARD_MEETING_MOVED: EventKind =
    EventKind::new("board.meeting_moved", &COOP, &[ON, Field::of("terms").for_readers()]);
pub static BOARD_EXPORTED: EventKind = EventKind::new("board.exported", &COOP, FILE);

pub static SLICE: Slice = Slice {
    events: &[
        &BOARD_ELECTED,
        &BOARD_APPOINTED,
        &BOARD_ENDED,
        &BOARD_CORRECTED,
        &BOARD_STRUCK,
        &BOARD_OFFICE_HANDED,
        &BOARD_OFFICE_ENDED,
        &BOARD_OFFICE_NAMED,
        &BOARD_MEETING_MOVED,
        &BOARD_EXPORTED,
    ],
    attention: &[Attention {
        name: "terms-ending",
        href: "/board",
        permission: Permission::MembersWrite,
        select: store::ENDING,
        bad: false,
    }],
    due: &[Due { kind: "terms", permission: Permission::MembersRead, href: "/board", select: store::DUE }],
    beginning: &[Beginning {
        name: "board",
        place: 4,
        href: "/board/terms/new",
        permission: Permission::MembersWrite,
        done: store::ANY,
    }],
    tables: store::TABLES,
    departure: super::departing::HANGING,
    merging: Some(super::merging::VERBS),
    ..Slice::named("board")
};
