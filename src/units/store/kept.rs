//! What the homes keep of people: who lives where, and how many children, never who they are.

use crate::platform::departure::Leaving;
use crate::platform::merging::Merging;
use crate::platform::person::{Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table { texts: &[Texts::nameless(&["label", "block"], "the name of a home")], ..Table::named("units") },
    Table {
        shown: Shown::In(&[Part::new(
            "homes",
            "u.name as label, lower(o.during) as \"from\", upper(o.during) as until",
            "{rows} o join units u on u.id = o.unit_id order by 2",
        )]),
        pointing: &[(
            "member_id",
            Leaving::Ends("upper(during) is null or upper(during) > {day}"),
            Merging::Unites(&["unit_id"]),
        )],
        ..Table::about("occupancies", "member_id = {member}")
    },
    Table::named("unit_children"),
];
