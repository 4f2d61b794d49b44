//! What the motions keep of people: who moved and seconded what, who had an interest in it, who spoke.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Part, Shown, Table, Texts};

const HISTORY: Leaving = Leaving::Stays("what happened at a meeting");

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::lasting(
            &["words_en", "words_fr"],
            "a motion stays as it was moved, as the decision does that came of it",
        )],
        shown: Shown::In(&[Part::new(
            "motions",
            "m.title_en, m.title_fr, m.held_on, t.words_en, t.words_fr, t.status as outcome",
            "{rows} t join meetings m on m.id = t.meeting_id order by t.moved_at, t.id",
        )
        .codes(&[("outcome", "motion-status-")])]),
        pointing: &[
            ("mover_id", HISTORY, Merging::Moves),
            ("seconder_id", HISTORY, Merging::Moves),
            ("moved_by", Leaving::Stays("who wrote it down"), OF_ACCOUNT),
            ("decided_by", Leaving::Stays("who declared it"), OF_ACCOUNT),
        ],
        ..Table::about("motions", "mover_id = {member} or seconder_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "recusals",
            "m.title_en, m.title_fr, m.held_on, t.words_en, t.words_fr",
            "{rows} r join motions t on t.id = r.motion_id join meetings m on m.id = t.meeting_id order by t.moved_at, t.id",
        )]),
        pointing: &[("member_id", HISTORY, Merging::Unites(&["motion_id"]))],
        ..Table::about("recusals", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "speakers",
            "m.title_en, m.title_fr, m.held_on, s.side, s.began_at, s.ended_at",
            "{rows} s join meetings m on m.id = s.meeting_id order by s.asked_at, s.id",
        )
        .codes(&[("side", "speaker-side-")])]),
        pointing: &[("member_id", HISTORY, Merging::Unites(&["meeting_id"]))],
        ..Table::about("speakers", "member_id = {member}")
    },
];
