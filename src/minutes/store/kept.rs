//! What minutes keep of people: who wrote and published them, and whoever is named in them.

use crate::platform::departure::Leaving;
use crate::platform::merging::OF_ACCOUNT;
use crate::platform::person::{ABOUT_NOBODY, Shown, Table, Texts};

const RECORD: &str = "minutes are the record of the co-op, which the acts ask it to keep";

pub const TABLES: &[Table] = &[
    Table { shown: Shown::Not(ABOUT_NOBODY), ..Table::named("minutes") },
    Table {
        texts: &[Texts::lasting(&["text_en", "text_fr"], RECORD)],
        shown: Shown::Not("what somebody wrote is in their acts"),
        pointing: &[("written_by", Leaving::Stays("who wrote it"), OF_ACCOUNT)],
        ..Table::named("minute_parts")
    },
    Table { shown: Shown::Not("stands with the task"), ..Table::named("minute_actions") },
    Table {
        texts: &[
            Texts::lasting(&["text_en", "text_fr", "in_camera_en", "in_camera_fr"], RECORD),
            Texts::rewritten(&["why"]),
        ],
        shown: Shown::Not("what somebody published is in their acts"),
        pointing: &[("published_by", Leaving::Stays("who published it"), OF_ACCOUNT)],
        ..Table::named("minute_versions")
    },
];
