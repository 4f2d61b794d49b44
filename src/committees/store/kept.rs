//! What the committees keep of people: who sits on them and who leads.

use crate::platform::departure::Leaving;
use crate::platform::merging::Merging;
use crate::platform::person::{Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[
            Texts::nameless(&["name_en", "name_fr"], "the name of a committee"),
            Texts::rewritten(&["mandate_en", "mandate_fr"]),
            Texts::nameless(&["closing"], "numbers and days"),
        ],
        ..Table::named("committees")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "committees",
            "k.name_en, k.name_fr, lower(s.during) as \"from\", upper(s.during) as until",
            "{rows} s join committees k on k.id = s.committee_id order by 3",
        )]),
        pointing: &[(
            "member_id",
            Leaving::Ends("upper(during) is null or upper(during) > {day}"),
            Merging::Unites(&["committee_id"]),
        )],
        ..Table::about("seats", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "led",
            "k.name_en, k.name_fr, lower(l.during) as \"from\", upper(l.during) as until",
            "{rows} l join committees k on k.id = l.committee_id order by 3",
        )]),
        pointing: &[(
            "member_id",
            Leaving::Ends("upper(during) is null or upper(during) > {day}"),
            Merging::Unites(&["committee_id"]),
        )],
        ..Table::about("leads", "member_id = {member}")
    },
];
