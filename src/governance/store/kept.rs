//! What governance keeps of people: who wrote a filing down and who said that it was done.

use crate::platform::departure::Leaving;
use crate::platform::merging::OF_ACCOUNT;
use crate::platform::person::{Shown, Table, Texts};

pub const TABLES: &[Table] = &[Table {
    texts: &[Texts::rewritten(&["title_en", "title_fr", "hand", "details"])],
    shown: Shown::Not("what somebody filed is in their acts"),
    pointing: &[
        ("created_by", Leaving::Stays("who wrote it down"), OF_ACCOUNT),
        ("done_by", Leaving::Stays("who said that it was done"), OF_ACCOUNT),
    ],
    ..Table::named("filings")
}];
