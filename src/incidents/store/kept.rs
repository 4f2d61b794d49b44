//! What the register of incidents keeps of people: whoever is named in what was written.

use crate::platform::person::{Table, Texts};

pub const TABLES: &[Table] = &[Table {
    texts: &[Texts::rewritten(&[
        "information",
        "circumstances",
        "happened_about",
        "risk_reasons",
        "public_notice",
        "measures",
    ])],
    ..Table::named("incidents")
}];
