//! What the rest of the program needs to know of files: documents and pictures of a thing, once for all things.

use super::store;
use crate::platform::events::fields::ABOUT;
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::person::{End, Retained};
use crate::platform::slice::Slice;

/// Its name is that of the file. What was taken back has no page, so none leads there.
pub static FILE: SubjectKind = SubjectKind::without_page("file");

const TITLE_EN: Field = Field::of("title_en").for_readers();
const TITLE_FR: Field = Field::of("title_fr").for_readers();

pub static FILE_ADDED: EventKind =
    EventKind::new("file.added", &FILE, &[TITLE_EN, TITLE_FR, ABOUT, Field::of("description").for_readers()]);
pub static FILE_TAKEN_BACK: EventKind =
    EventKind::new("file.taken_back", &FILE, &[TITLE_EN, TITLE_FR, ABOUT, Field::of("taken_back_why").for_readers()]);

pub static SLICE: Slice = Slice {
    events: &[&FILE_ADDED, &FILE_TAKEN_BACK],
    tables: store::TABLES,
    retained: &[Retained { name: "files", figures: &[], end: End::Stays }],
    #[cfg(test)]
    rows: &[
        "insert into files (about, about_id, name, kind, bytes, size, sha256, account_id, member_id, uploaded_at) \
           select 'poll', p.id, 'x.txt', 'txt', '\\x61', 1, sha256('\\x61'), a.id, m.id, now() \
           from polls p, accounts a, members m where p.status = 'scheduled' order by m.id, a.id limit 1",
    ],
    ..Slice::named("files")
};
