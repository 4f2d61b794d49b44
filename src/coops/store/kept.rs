//! What the co-op's own rows keep of people: whom to ask.

use crate::platform::person::{Obstacle, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[
            Texts::nameless(&["name_en", "name_fr", "time_zone"], "the co-op's own"),
            Texts::lasting(
                &["contact_name", "contact_phone", "contact_email", "privacy_name", "privacy_title", "privacy_address"],
                "whoever is named here cannot be erased before somebody else is named",
            ),
        ],
        ..Table::named("coops")
    },
    Table { texts: &[Texts::nameless(&["host"], "an address of the co-op's pages")], ..Table::named("coop_hosts") },
    Table::named("rule_profiles"),
];

pub const OBSTACLES: &[Obstacle] = &[Obstacle {
    words: "conflict-erase-contact",
    when: "exists (select from coops where concat_ws(' ', contact_name, contact_phone, contact_email, privacy_name, \
           privacy_title, privacy_address) like any ({named}))",
}];
