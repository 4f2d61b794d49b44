//! What the board keeps of people: their terms and offices.

use crate::platform::departure::Leaving;
use crate::platform::merging::Merging;
use crate::platform::person::{Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::nameless(&["name_en", "name_fr"], "the name of an office")],
        ..Table::named("board_offices")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "board",
            "t.starts_on as \"from\", t.ends_on as until, t.came, t.ended_on, t.ended_how, array(select coalesce(h.office, o.name_en) \
               from board_holdings h left join board_offices o on o.id = h.own_office_id where h.term_id = t.id order by h.id) as offices",
            "{rows} t order by t.starts_on",
        )
        .codes(&[("came", "board-came-"), ("ended_how", "board-ended-"), ("offices", "board-office-")])]),
        pointing: &[("member_id", Leaving::Ends("upper(during) > {day}"), Merging::Moves)],
        ..Table::about("board_terms", "member_id = {member}")
    },
    Table {
        shown: Shown::Not("stands with its term"),
        ..Table::about("board_holdings", "term_id in (select id from board_terms where member_id = {member})")
    },
];
