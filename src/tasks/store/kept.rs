//! What the tasks keep of people.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[Table {
    texts: &[Texts::rewritten(&["title", "details", "outcome"])],
    shown: Shown::In(&[Part::new(
        "tasks",
        "title, details, status, due_on, credit_minutes, outcome, done_at",
        "{rows} t order by id",
    )
    .codes(&[("status", "task-status-")])]),
    pointing: &[
        ("member_id", Leaving::Freed("status in ('todo', 'doing', 'waiting')"), Merging::Moves),
        ("was_member_id", Leaving::Stays("the note who had it"), Merging::Moves),
        ("created_by", Leaving::Stays("who wrote it"), OF_ACCOUNT),
        ("valued_by", Leaving::Stays("who said what it is worth"), OF_ACCOUNT),
        ("credit_agreed_by", Leaving::Stays("who agreed"), OF_ACCOUNT),
    ],
    ..Table::about("tasks", "member_id = {member}")
}];
