//! What reports keep of people: copies of what stands elsewhere, for a few days. They go as soon as anybody is erased.

use crate::platform::departure::Leaving;
use crate::platform::merging::OF_ACCOUNT;
use crate::platform::person::{Erasing, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::rewritten(&["name"]), Texts::codes(&["report", "chosen"])],
        shown: Shown::Not("who saved a report is told in what they did"),
        pointing: &[("saved_by", Leaving::Stays("who saved it"), OF_ACCOUNT)],
        ..Table::named("saved_reports")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::codes(&["report", "span", "chosen"])],
        shown: Shown::Not("a copy of what stands elsewhere, for a few days"),
        pointing: &[("asked_by", Leaving::Stays("who asked for it"), OF_ACCOUNT)],
        ..Table::about("report_runs", "{member} is not null")
    },
    Table { shown: Shown::Not("goes with its report"), ..Table::named("report_parts") },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::own(&["cells"])],
        shown: Shown::Not("a copy of what stands elsewhere, for a few days"),
        ..Table::about("report_rows", "{member} is not null")
    },
];
