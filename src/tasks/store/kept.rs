//! What the tasks keep of people.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{ABOUT_NOBODY, Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        texts: &[Texts::rewritten(&["title", "details", "outcome"])],
        shown: Shown::Not("who has a task and who did it are rows of their own; what somebody wrote is in their acts"),
        pointing: &[
            ("created_by", Leaving::Stays("who wrote it"), OF_ACCOUNT),
            ("valued_by", Leaving::Stays("who said what it is worth"), OF_ACCOUNT),
            ("credit_agreed_by", Leaving::Stays("who agreed"), OF_ACCOUNT),
            ("done_by", Leaving::Stays("who said that it is done"), OF_ACCOUNT),
        ],
        ..Table::named("tasks")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "tasks",
            "t.title, t.details, t.status, t.due_on, t.credit_minutes, t.outcome, t.done_at",
            "{rows} h join tasks t on t.id = h.task_id order by t.id",
        )
        .codes(&[("status", "task-status-")])]),
        pointing: &[("member_id", Leaving::Freed("not has_left"), Merging::Unites(&["task_id"]))],
        ..Table::about("task_holders", "member_id = {member}")
    },
    Table {
        shown: Shown::In(&[Part::new(
            "tasks-done",
            "t.title, t.done_at, t.credit_minutes, t.outcome",
            "{rows} d join tasks t on t.id = d.task_id order by t.id",
        )]),
        pointing: &[("member_id", Leaving::Stays("who did it"), Merging::Unites(&["task_id"]))],
        ..Table::about("task_doers", "member_id = {member}")
    },
    Table {
        texts: &[Texts::rewritten(&["words"])],
        shown: Shown::Not("the tick of a step is in the acts of who ticked it"),
        pointing: &[("ticked_by", Leaving::Stays("who ticked it"), OF_ACCOUNT)],
        ..Table::named("task_steps")
    },
    Table {
        erasing: Erasing::Goes,
        shown: Shown::In(&[Part::new(
            "tasks-followed",
            "t.title, f.follows",
            "{rows} f join tasks t on t.id = f.task_id order by t.id",
        )]),
        pointing: &[(
            "member_id",
            Leaving::Stays("what they wished, for when they come back"),
            Merging::Unites(&["task_id"]),
        )],
        ..Table::about("task_followings", "member_id = {member}")
    },
    Table { shown: Shown::Not(ABOUT_NOBODY), ..Table::named("late_reviews") },
];
