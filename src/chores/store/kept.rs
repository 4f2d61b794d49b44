//! What chores keep of people: whom they go round, whose turns were which, who was away, who swapped.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

const HISTORY: Leaving = Leaving::Stays("whose turn it was");

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::rewritten(&["title", "details"]), Texts::codes(&["rule"])],
        shown: Shown::Not("whom it goes round are rows of their own"),
        pointing: &[("created_by", Leaving::Stays("who set it up"), OF_ACCOUNT)],
        ..Table::named("chores")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "chores",
            "c.title, p.since",
            "{rows} p join chores c on c.id = p.chore_id order by c.id",
        )]),
        erasing: Erasing::Goes,
        pointing: &[("member_id", Leaving::Removed, Merging::Unites(&["chore_id"]))],
        ..Table::about("chore_pool", "member_id = {member}")
    },
    Table {
        texts: &[Texts::rewritten(&["note"]), Texts::nameless(&["why"], "codes, numbers and days")],
        shown: Shown::In(&[Part::new(
            "turns",
            "c.title, t.due_on, t.note",
            "{rows} t join chores c on c.id = t.chore_id order by t.due_on, t.id",
        )]),
        pointing: &[("member_id", HISTORY, Merging::Moves)],
        ..Table::about("turns", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "absences",
            "lower(a.during) as \"from\", upper(a.during) - 1 as until",
            "{rows} a order by a.during",
        )]),
        erasing: Erasing::Goes,
        pointing: &[
            ("member_id", Leaving::Stays("why turns were others'"), Merging::Moves),
            ("entered_by", Leaving::Stays("who entered it"), OF_ACCOUNT),
        ],
        ..Table::about("absences", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "swaps",
            "c.title, t.due_on, s.state",
            "{rows} s join turns t on t.id = s.turn_id join chores c on c.id = t.chore_id order by s.id",
        )
        .codes(&[("state", "chore-swap-")])]),
        pointing: &[
            ("from_member_id", HISTORY, Merging::Moves),
            ("to_member_id", HISTORY, Merging::Moves),
            ("asked_by", Leaving::Stays("who asked"), OF_ACCOUNT),
            ("answered_by", Leaving::Stays("who answered"), OF_ACCOUNT),
        ],
        ..Table::about("swaps", "from_member_id = {member} or to_member_id = {member}")
    },
];
