//! What the rest of the program needs to know of comments: what people say of a thing, once for all things.

use super::store;
use crate::platform::events::fields::ABOUT;
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::person::{End, Retained};
use crate::platform::slice::{NoticeKind, Slice};

/// Its address leads on to where it stands. Its name is that of the thing it is about.
pub static COMMENT: SubjectKind = SubjectKind::at("comment", "/comments/{id}");

const TITLE_EN: Field = Field::of("title_en").for_readers();
const TITLE_FR: Field = Field::of("title_fr").for_readers();
/// Members who are to be told.
const TOLD: Field = Field::of("told");
/// No word of the comment: only what it is about.
const FACTS: &[Field] = &[TITLE_EN, TITLE_FR, ABOUT, TOLD];

/// The account of who set up what it is about, if they are to be told of it for that alone.
const AUTHOR: Field = Field::of("author").impersonal();

pub static COMMENT_WRITTEN: EventKind =
    EventKind::new("comment.written", &COMMENT, &[TITLE_EN, TITLE_FR, ABOUT, TOLD, AUTHOR]);
pub static COMMENT_MENTIONED: EventKind = EventKind::new("comment.mentioned", &COMMENT, FACTS);
pub static COMMENT_EDITED: EventKind = EventKind::new("comment.edited", &COMMENT, FACTS);
pub static COMMENT_TAKEN_BACK: EventKind = EventKind::new("comment.taken_back", &COMMENT, FACTS);
pub static COMMENT_HIDDEN: EventKind = EventKind::new(
    "comment.hidden",
    &COMMENT,
    &[TITLE_EN, TITLE_FR, ABOUT, TOLD, Field::of("hidden_why").for_readers()],
);
pub static COMMENT_SHOWN: EventKind = EventKind::new("comment.shown", &COMMENT, FACTS);

pub static MENTIONED_NOTICE: NoticeKind = NoticeKind::new("comment_mentioned");
pub static ANSWERED_NOTICE: NoticeKind = NoticeKind::new("comment_answered");
pub static WRITTEN_NOTICE: NoticeKind = NoticeKind::new("comment_written");
pub static HIDDEN_NOTICE: NoticeKind = NoticeKind::new("comment_hidden");

pub static SLICE: Slice = Slice {
    events: &[
        &COMMENT_WRITTEN,
        &COMMENT_MENTIONED,
        &COMMENT_EDITED,
        &COMMENT_TAKEN_BACK,
        &COMMENT_HIDDEN,
        &COMMENT_SHOWN,
    ],
    notices: &[&MENTIONED_NOTICE, &ANSWERED_NOTICE, &WRITTEN_NOTICE, &HIDDEN_NOTICE],
    about: Some(super::notices::about),
    tables: store::TABLES,
    retained: &[Retained { name: "comments", figures: &[], end: End::Stays }],
    api: Some(super::api::described),
    #[cfg(test)]
    rows: &[
        "insert into comments (about, about_id, account_id, member_id, text, written_at) \
           select 'poll', (select min(id) from polls), a.id, m.id, 'x', now() from accounts a, members m order by m.id, a.id limit 1",
        "insert into comment_versions (comment_id, number, text, written_at) select id, 1, 'x', now() from comments",
        "insert into closed_discussions (about, about_id, closed_at) select 'poll', about_id, now() from comments",
    ],
    ..Slice::named("comments")
};
