//! What the imports keep of people, until they cannot be undone any longer.

use crate::platform::departure::Leaving;
use crate::platform::merging::OF_ACCOUNT;
use crate::platform::person::{Erasing, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        erasing: Erasing::Goes,
        texts: &[
            Texts::own(&["name", "sheet", "answers", "outcome", "journal"]),
            Texts::codes(&["matching", "failed"]),
            Texts::nameless(&["undone"], "numbers"),
        ],
        shown: Shown::Not("what an import did to somebody stands in what happened to their data"),
        // A sheet has given and family name in cells of their own.
        pointing: &[("account_id", Leaving::Stays("who brought it in"), OF_ACCOUNT)],
        ..Table::about(
            "imports",
            "account_id = {account} or concat(name, sheet, answers, outcome, journal) like any ({named}) or exists \
             (select from members m where m.id = {member} and strpos(concat(sheet, journal), m.given_name) > 0 \
               and strpos(concat(sheet, journal), m.family_name) > 0)",
        )
    },
    Table {
        texts: &[Texts::nameless(&["headings", "matching"], "the headings of a file, and what each stands for")],
        ..Table::named("import_layouts")
    },
];
