//! What the waiting list keeps of people who are in the register. Who came to nothing is forgotten by other means.

use crate::platform::departure::{Fate, Hanging, Leaving};
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

/// What they asked for is answered by people, who see on the list that they left.
pub const HANGING: &[Hanging] = &[Hanging {
    name: "requests",
    select: "select '' from applications a where a.member_id = {member} and not exists (select from application_steps s \
             where s.application_id = a.id and s.state in ('accepted', 'refused', 'withdrawn', 'expired'))",
    fate: Fate::Stays,
}];

const OF_THEIRS: &str = "application_id in (select id from applications where member_id = {member})";

pub const TABLES: &[Table] = &[
    Table {
        erasing: Erasing::Loses(
            "given_name = '', family_name = '', email = null, phone = null, other_adults = '', remarks = '', source = ''",
        ),
        texts: &[
            Texts::own(&["given_name", "family_name", "email", "phone"]),
            Texts::rewritten(&["other_adults", "remarks", "source"]),
        ],
        shown: Shown::In(&[Part::new(
            "requests",
            "kind, adults, children, bedrooms_min, bedrooms_max, accessible, remarks, source, received_on, complete_on, \
             array(select s.state || ' ' || s.on_date || case when {office} and s.reason <> '' then ': ' || s.reason else '' end \
               from application_steps s where s.application_id = a.id order by s.on_date, s.id) as steps",
            "{rows} a order by id",
        )
        .codes(&[("kind", "application-kind-")])]),
        pointing: &[("member_id", Leaving::Stays("what they asked for is answered by people"), Merging::Moves)],
        ..Table::about("applications", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Loses("reason = ''"),
        texts: &[Texts::rewritten(&["reason"])],
        shown: Shown::Not("stands with the request"),
        pointing: &[("account_id", Leaving::Stays("who entered it"), OF_ACCOUNT)],
        ..Table::about("application_steps", OF_THEIRS)
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::rewritten(&["present", "notes"])],
        shown: Shown::In(&[Part::new(
            "interviews",
            "i.on_date, i.present, i.notes",
            "{rows} i where {office} order by i.on_date",
        )]),
        pointing: &[("account_id", Leaving::Stays("who entered it"), OF_ACCOUNT)],
        ..Table::about("application_interviews", OF_THEIRS)
    },
];
