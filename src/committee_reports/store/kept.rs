//! What the reports of committees keep of people: who wrote them.

use crate::platform::departure::Leaving;
use crate::platform::merging::OF_ACCOUNT;
use crate::platform::person::{Shown, Table, Texts};

pub const TABLES: &[Table] = &[Table {
    texts: &[Texts::rewritten(&["happened", "coming", "asks"]), Texts::nameless(&["facts"], "numbers")],
    shown: Shown::Not("who wrote a report is told in what they did"),
    pointing: &[("written_by", Leaving::Stays("who wrote it"), OF_ACCOUNT)],
    ..Table::named("committee_reports")
}];
