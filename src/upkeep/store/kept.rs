//! What the work behind the pages keeps of people: letters that wait, and to whom they went.

use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        erasing: Erasing::Goes,
        texts: &[
            Texts::codes(&["kind", "lane", "series"]),
            Texts::own(&["payload"]),
            Texts::rewritten(&["last_error"]),
        ],
        shown: Shown::Not("waits to be done; what came of it is told elsewhere"),
        ..Table::about("jobs", "payload::text like any ({named})")
    },
    Table {
        texts: &[Texts::rewritten(&["address", "subject", "answer"]), Texts::codes(&["proves"])],
        shown: Shown::In(&[Part::new("mails", "ended_at, subject, accepted, answer", "{rows} d order by id")]),
        ..Table::about("deliveries", "address = any ({words})")
    },
    Table { texts: &[Texts::codes(&["task"])], ..Table::named("schedule_runs") },
    Table { texts: &[Texts::codes(&["reader"])], ..Table::named("event_cursors") },
];
