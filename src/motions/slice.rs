//! What the rest of the program needs to know of motions.

use super::store;
use crate::meetings::slice::MEETING;
use crate::platform::events::fields::ABOUT;
use crate::platform::events::{EventKind, Field};
use crate::platform::slice::{Reader, Slice};

const MOTION: Field = Field::of("motion").for_readers();
const WHO: Field = Field::of("member_id").for_office();

pub static MOTION_MOVED: EventKind = EventKind::new(
    "motion.moved",
    &MEETING,
    &[MOTION, Field::of("words_en").for_readers(), Field::of("words_fr").for_readers(), ABOUT],
);
pub static MOTION_SECONDED: EventKind = EventKind::new("motion.seconded", &MEETING, &[MOTION, WHO, ABOUT]);
pub static MOTION_RECUSED: EventKind =
    EventKind::new("motion.recused", &MEETING, &[MOTION, WHO, Field::of("back").for_office(), ABOUT]);
pub static MOTION_DECIDED: EventKind = EventKind::new(
    "motion.decided",
    &MEETING,
    &[
        MOTION,
        Field::of("outcome").for_readers().codes("motion-status-"),
        Field::of("votes_for").for_readers(),
        Field::of("votes_against").for_readers(),
        Field::of("votes_abstain").for_readers(),
        Field::of("there").for_readers(),
        Field::of("decision").for_readers(),
        Field::of("poll_id").for_readers().impersonal(),
        ABOUT,
    ],
);
/// A motion is voted on phones and paper.
pub static MOTION_VOTE: EventKind =
    EventKind::new("motion.vote", &MEETING, &[MOTION, Field::of("poll_id").for_readers().impersonal(), ABOUT]);
pub static MOTION_WITHDRAWN: EventKind = EventKind::new("motion.withdrawn", &MEETING, &[MOTION, ABOUT]);
/// Somebody asked to speak, spoke, or gave their turn up.
pub static MEETING_SPEAKER: EventKind =
    EventKind::new("meeting.speaker", &MEETING, &[WHO, Field::of("turn").for_readers().codes("speaker-turn-"), ABOUT])
        .daily();

pub static SLICE: Slice = Slice {
    events: &[
        &MOTION_MOVED,
        &MOTION_SECONDED,
        &MOTION_RECUSED,
        &MOTION_DECIDED,
        &MOTION_VOTE,
        &MOTION_WITHDRAWN,
        &MEETING_SPEAKER,
    ],
    readers: &[Reader { name: "motions", read: super::votes::read }],
    tables: store::TABLES,
    #[cfg(test)]
    rows: &[
        "insert into speakers (meeting_id, member_id, side, asked_at) select d.meeting_id, m.id, 'for', now() from doors d, members m order by m.id limit 1",
        "insert into motions (meeting_id, number, item_id, words_en, words_fr, mover_id, special, moved_at, moved_by) \
           select i.meeting_id, 1, i.id, 'x', 'x', m.id, false, now(), a.id from agenda_items i, members m, accounts a limit 1",
        "insert into recusals (motion_id, member_id) select id, mover_id from motions",
    ],
    ..Slice::named("motions")
};
