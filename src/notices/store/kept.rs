//! What the notices keep of people: what they were told, and how they wish it.

use crate::platform::departure::Leaving;
use crate::platform::merging::OF_ACCOUNT;
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::codes(&["kind"])],
        shown: Shown::In(&[Part::new(
            "notices",
            "n.kind, e.subject_name, n.created_at, n.read_at",
            "{rows} n join events e on e.id = n.event_id order by n.id",
        )
        .codes(&[("kind", "notice-")])]),
        pointing: &[("account_id", Leaving::Stays("what they were told"), OF_ACCOUNT)],
        ..Table::about("notices", "account_id = {account}")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::codes(&["kind"])],
        shown: Shown::In(&[
            Part::new("preferences", "kind, inbox, mail", "{rows} p order by kind").codes(&[("kind", "notice-")])
        ]),
        pointing: &[("account_id", Leaving::Stays("what they wished, for when they come back"), OF_ACCOUNT)],
        ..Table::about("preferences", "account_id = {account}")
    },
    Table {
        erasing: Erasing::Goes,
        shown: Shown::In(&[Part::new("mail-rhythm", "rhythm, told_until", "{rows} r").codes(&[("rhythm", "rhythm-")])]),
        pointing: &[("account_id", Leaving::Stays("what they wished, for when they come back"), OF_ACCOUNT)],
        ..Table::about("mail_rhythms", "account_id = {account}")
    },
];
