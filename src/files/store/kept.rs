//! What the files keep of people: who brought one, and who took one back. Erasing leaves the file, which others decide by.

use crate::platform::departure::Leaving;
use crate::platform::merging::{Merging, OF_ACCOUNT};
use crate::platform::person::{Erasing, Part, Shown, Table, Texts};

pub const TABLES: &[Table] = &[Table {
    erasing: Erasing::Loses("member_id = null"),
    texts: &[
        Texts::lasting(&["name", "description"], "what is decided upon stays as it was"),
        Texts::rewritten(&["taken_back_why"]),
    ],
    shown: Shown::In(&[Part::new(
        "files",
        "name, kind, size, description, uploaded_at, taken_back_at",
        "{rows} f order by id",
    )
    .codes(&[("kind", "file-kind-")])]),
    pointing: &[
        ("member_id", Leaving::Stays("who brought a file"), Merging::Moves),
        ("account_id", Leaving::Stays("who brought a file"), OF_ACCOUNT),
        ("taken_back_by", Leaving::Stays("who took a file back"), OF_ACCOUNT),
    ],
    ..Table::about("files", "member_id = {member}")
}];
