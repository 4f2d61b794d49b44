//! What the tasks keep of people.

use crate::platform::person::{Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[Table {
    texts: &[Texts::rewritten(&["title", "details", "outcome"])],
    shown: Shown::In(&[Part::new(
        "tasks",
        "title, details, status, due_on, credit_minutes, outcome, done_at",
        "{rows} t order by id",
    )
    .codes(&[("status", "task-status-")])]),
    ..Table::about("tasks", "member_id = {member}")
}];
