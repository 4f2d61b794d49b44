//! What the repairs keep of people: who asked, who dealt with it, and for as long as a request is open, how to get into their home.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        erasing: Erasing::Loses("asked_by = null, details = ''"),
        texts: &[Texts::rewritten(&["place", "title", "outcome"]), Texts::own(&["details"])],
        shown: Shown::In(&[Part::new(
            "repairs",
            "r.asked_at, r.place, r.title, r.details, r.urgency, r.status, r.outcome, r.closed_at as repair_closed_at",
            "{rows} r order by r.id",
        )
        .codes(&[("urgency", "repair-urgency-"), ("status", "repair-status-")])]),
        pointing: &[
            ("asked_by", Leaving::Stays("what they asked for"), Merging::Moves),
            ("entered_by", Leaving::Stays("who wrote it down"), OF_ACCOUNT),
            ("dealer_id", Leaving::Freed("status in ('sent', 'seen', 'planned')"), Merging::Moves),
        ],
        ..Table::about("repairs", "asked_by = {member}")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::own(&["times", "pets", "way_in"])],
        shown: Shown::Not("it is on the page of the request as long as that is open, and removed when it is closed"),
        ..Table::about("repair_access", "repair_id in (select id from repairs where asked_by = {member})")
    },
    Table::named("repair_settings"),
];
