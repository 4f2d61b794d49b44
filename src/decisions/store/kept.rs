//! What the register of decisions keeps of people: nothing of its own. Who entered what stands in the events.

use crate::platform::person::{Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[
            Texts::lasting(
                &["title_en", "title_fr", "details_en", "details_fr", "sums_en", "sums_fr"],
                "a decision stays as it was taken",
            ),
            Texts::nameless(&["former_number"], "a number"),
        ],
        ..Table::named("decisions")
    },
    Table::named("decision_relations"),
];
