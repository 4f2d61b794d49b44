//! What the comments keep of people: what they said. Erasing takes their words away, and their name out of the words of others.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[
    Table {
        erasing: Erasing::Loses("text = '', taken_back_at = coalesce(taken_back_at, now())"),
        texts: &[Texts::rewritten(&["text", "hidden_why"])],
        shown: Shown::In(&[Part::new(
            "comments",
            "text, written_at, edited_at, taken_back_at, hidden_at, hidden_why",
            "{rows} c order by id",
        )]),
        pointing: &[
            ("member_id", Leaving::Stays("what they said"), Merging::Moves),
            ("account_id", Leaving::Stays("what they said"), OF_ACCOUNT),
            ("hidden_by", Leaving::Stays("who hid it"), OF_ACCOUNT),
        ],
        ..Table::about("comments", "member_id = {member}")
    },
    Table {
        erasing: Erasing::Goes,
        texts: &[Texts::rewritten(&["text"])],
        shown: Shown::In(&[Part::new("comment-versions", "text, written_at", "{rows} v order by comment_id, number")]),
        ..Table::about("comment_versions", "comment_id in (select id from comments where member_id = {member})")
    },
    Table {
        shown: Shown::Not("who closed a discussion is told in what they did"),
        pointing: &[("closed_by", Leaving::Stays("who closed it"), OF_ACCOUNT)],
        ..Table::named("closed_discussions")
    },
];
