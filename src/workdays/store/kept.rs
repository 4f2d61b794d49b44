//! What the work days keep of people.

use crate::platform::departure::Leaving;
use crate::platform::merging::OF_ACCOUNT;
use crate::platform::person::{Shown, Table, Texts};

pub const TABLES: &[Table] = &[Table {
    texts: &[Texts::rewritten(&["title", "place", "notes"])],
    shown: Shown::Not("who signed up for its jobs and who did them stands with the tasks"),
    pointing: &[("created_by", Leaving::Stays("who planned it"), OF_ACCOUNT)],
    ..Table::named("work_days")
}];
