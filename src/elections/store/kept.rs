//! What the elections keep of people: who was put up, and what they said of themselves.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

/// Nominations and candidacies of elections that are not over.
pub const CANDIDACIES: &str = "select e.title_{lang} from candidacies c join elections e on e.id = c.election_id \
   where c.member_id = {member} and c.status in ('asked', 'standing') and c.term_id is null \
     and e.status in ('called', 'voting', 'declared', 'filled')";

pub const TABLES: &[Table] = &[
    Table {
        texts: &[
            Texts::lasting(&["title_en", "title_fr", "details_en", "details_fr"], "an election stays as it was called"),
            Texts::lasting(&["reason"], "why an election is void stays as everybody was told"),
        ],
        shown: Shown::Not("who called an election is told in what they did"),
        pointing: &[
            ("created_by", Leaving::Stays("who set it up"), OF_ACCOUNT),
            ("called_by", Leaving::Stays("who called it"), OF_ACCOUNT),
        ],
        ..Table::named("elections")
    },
    Table {
        erasing: Erasing::Loses("statement_en = '', statement_fr = '', withdrawn_why = '', shows_photo = false"),
        texts: &[Texts::own(&["statement_en", "statement_fr", "withdrawn_why"])],
        shown: Shown::In(&[Part::new(
            "candidacies",
            "e.title_en, e.title_fr, e.starts_on as \"from\", e.ends_on as until, c.status, c.statement_en, c.statement_fr, \
             c.nominated_at, c.withdrawn_at, c.withdrawn_why",
            "{rows} c join elections e on e.id = c.election_id where {own} or not e.sealed or e.status not in ('called', 'cancelled') order by e.id",
        )
        .codes(&[("status", "election-stands-")])]),
        pointing: &[
            ("member_id", Leaving::Stays("who stood for the board; what runs is withdrawn"), Merging::ByVerb),
            ("nominated_by", Leaving::Stays("who put them up"), Merging::Moves),
        ],
        ..Table::about("candidacies", "member_id = {member}")
    },
];
