//! What the rest of the program needs to know of surveys. Of answering there is no event.

use super::{merging, notices, store};
use crate::platform::departure::{Fate, Hanging};
use crate::platform::due::Due;
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::jobs::{Doing, JobKind, WORK};
use crate::platform::page::NavEntry;
use crate::platform::person::{End, Figure, Retained};
use crate::platform::slice::{Attention, NoticeKind, Searched, Slice};
use crate::policy::Permission;

pub static SURVEY: SubjectKind = SubjectKind::at("survey", "/surveys/{id}");

const TITLE_EN: Field = Field::of("title_en").for_readers();
const TITLE_FR: Field = Field::of("title_fr").for_readers();
const ENDS_ON: Field = Field::of("survey_ends_on").for_readers();
const ASKED: Field = Field::of("survey_asked").for_readers().impersonal();
const WRITTEN: &[Field] = &[
    TITLE_EN,
    TITLE_FR,
    Field::of("intro_en").for_readers().marked(),
    Field::of("intro_fr").for_readers().marked(),
    ENDS_ON,
    Field::of("every_months").for_readers(),
];

pub static SURVEY_WRITTEN: EventKind = EventKind::new("survey.written", &SURVEY, WRITTEN);
pub static SURVEY_CHANGED: EventKind = EventKind::new("survey.changed", &SURVEY, WRITTEN);
pub static SURVEY_ASKED: EventKind =
    EventKind::new("survey.asked", &SURVEY, &[Field::of("survey_questions").for_readers().impersonal()]);
pub static SURVEY_REMOVED: EventKind = EventKind::new("survey.removed", &SURVEY, &[TITLE_EN, TITLE_FR]).at("/surveys");
pub static SURVEY_OPENED: EventKind = EventKind::new(
    "survey.opened",
    &SURVEY,
    &[TITLE_EN, TITLE_FR, ENDS_ON, ASKED, Field::of("round").for_readers().impersonal()],
);
pub static SURVEY_REMINDED: EventKind = EventKind::new("survey.reminded", &SURVEY, &[TITLE_EN, TITLE_FR, ENDS_ON]);
pub static SURVEY_CLOSED: EventKind = EventKind::new(
    "survey.closed",
    &SURVEY,
    &[TITLE_EN, TITLE_FR, ASKED, Field::of("survey_answered").for_readers().impersonal()],
);
pub static SURVEY_UNCOUNTED: EventKind = EventKind::new(
    "survey.uncounted",
    &SURVEY,
    &[TITLE_EN, TITLE_FR, Field::of("survey_failed").for_readers().codes("survey-failed-")],
);
pub static SURVEY_STOPPED: EventKind = EventKind::new("survey.stopped", &SURVEY, &[]);
/// What somebody wrote is never in the event.
pub static COMMENT_RELEASED: EventKind = EventKind::new("survey.comment_released", &SURVEY, &[]);
pub static COMMENT_HELD: EventKind = EventKind::new("survey.comment_held", &SURVEY, &[Field::of("why").for_readers()]);

pub static SURVEY_OPENED_NOTICE: NoticeKind = NoticeKind::new("survey_opened").lets_in();
pub static SURVEY_REMINDER_NOTICE: NoticeKind = NoticeKind::new("survey_reminder").reminds().lets_in();
pub static SURVEY_CLOSED_NOTICE: NoticeKind = NoticeKind::new("survey_closed");
pub static SURVEY_UNCOUNTED_NOTICE: NoticeKind = NoticeKind::new("survey_uncounted");

pub static CLOSE: JobKind = JobKind { name: "survey.close", lane: &WORK, doing: Doing::Verb(super::close_due) };
pub static DESTROY_KEY: JobKind =
    JobKind { name: "survey.destroy_key", lane: &WORK, doing: Doing::Verb(super::destroy_key) };

pub static SLICE: Slice = Slice {
    events: &[
        &SURVEY_WRITTEN,
        &SURVEY_CHANGED,
        &SURVEY_ASKED,
        &SURVEY_REMOVED,
        &SURVEY_OPENED,
        &SURVEY_REMINDED,
        &SURVEY_CLOSED,
        &SURVEY_UNCOUNTED,
        &SURVEY_STOPPED,
        &COMMENT_RELEASED,
        &COMMENT_HELD,
    ],
    notices: &[&SURVEY_OPENED_NOTICE, &SURVEY_REMINDER_NOTICE, &SURVEY_CLOSED_NOTICE, &SURVEY_UNCOUNTED_NOTICE],
    about: Some(notices::about),
    for_office: Some(notices::for_office),
    reminders: &[super::look],
    jobs: &[&CLOSE, &DESTROY_KEY],
    tidying: Some(super::tidy),
    navigation: &[NavEntry {
        name: "surveys",
        href: "/surveys",
        permission: Permission::PollsRead,
        on_phone: false,
        administration: false,
    }],
    waits: Some(store::WAITS),
    attention: &[
        Attention {
            name: "survey-comments",
            href: "/surveys",
            permission: Permission::CommentsModerate,
            select: store::COMMENTS_WAITING,
            bad: false,
        },
        Attention {
            name: "survey-drafts",
            href: "/surveys",
            permission: Permission::PollsManage,
            select: store::DRAFTS_LEFT,
            bad: false,
        },
        Attention {
            name: "surveys-uncounted",
            href: "/surveys",
            permission: Permission::PollsManage,
            select: store::UNCOUNTED,
            bad: true,
        },
    ],
    searched: &[Searched {
        name: "surveys",
        permission: Permission::PollsRead,
        href: "/surveys/{id}",
        select: store::SEARCHED,
    }],
    due: &[Due { kind: "survey", permission: Permission::PollsManage, href: "/surveys/{id}", select: store::DUE }],
    tables: store::TABLES,
    departure: &[Hanging { name: "surveys", select: store::HANGING, fate: Fate::Stays }],
    merging: Some(merging::VERBS),
    retained: &[Retained {
        name: "surveys",
        figures: &[("months", Figure::Is(super::ASKED_MONTHS as i64))],
        end: End::ByItself,
    }],
    #[cfg(test)]
    rows: &[
        "insert into surveys (title_en, title_fr, ends_on, created_at, created_by, status, opened_at, closed_at, round, asked, answered, size, public_key) \
           select 'x', 'x', '2020-01-04', '2020-01-01', id, 'closed', '2020-01-02', '2020-01-05', 1, 1, 0, 1, sha256('x') from accounts order by id limit 1",
        "insert into surveys (title_en, title_fr, ends_on, created_at) values ('x', 'x', '2020-01-04', '2020-01-01')",
        "insert into survey_questions (survey_id, number, kind, text_en, text_fr) select s.id, 1, 'text', 'x', 'x' from surveys s where s.status = 'draft'",
        "insert into survey_roll (survey_id, member_id) select s.id, m.id from surveys s, members m where s.status = 'closed' order by m.id limit 1",
        "insert into survey_contents (survey_id) select s.id from surveys s where s.status = 'closed'",
        "insert into survey_comments (survey_id, number, question, text) select s.id, 1, 1, 'x' from surveys s where s.status = 'draft'",
    ],
    ..Slice::named("surveys")
};
