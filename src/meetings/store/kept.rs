//! What the meetings keep of people: who planned one, and whoever is named in its texts.

use crate::platform::departure::Leaving;
use crate::platform::merging::OF_ACCOUNT;
use crate::platform::person::{Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::rewritten(&[
            "title_en",
            "title_fr",
            "place",
            "online",
            "access",
            "child_care",
            "cancelled_why",
        ])],
        shown: Shown::Not("what somebody planned is in their acts"),
        pointing: &[("created_by", Leaving::Stays("who planned it"), OF_ACCOUNT)],
        ..Table::named("meetings")
    },
    Table {
        texts: &[Texts::rewritten(&["title_en", "title_fr", "details", "presenter"])],
        ..Table::named("agenda_items")
    },
];
