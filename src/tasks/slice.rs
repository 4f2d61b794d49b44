//! What the rest of the program needs to know of tasks: what is to be done, by whom, until when.

use super::store;
use crate::committees::slice::COMMITTEE;
use crate::platform::events::fields::{FILE, MEMBER_ID};
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::live::Topic;
use crate::platform::page::NavEntry;
use crate::platform::slice::{Attention, Dated, Filed, NoticeKind, Scope, Searched, Slice, Talked};
use crate::policy::Permission;

pub static TASK: SubjectKind = SubjectKind::at("task", "/tasks/{id}");

const STATUS: Field = Field::of("status").for_readers().codes("task-status-");
const UNIT_ID: Field = Field::of("unit_id").for_readers();
const DUE_ON: Field = Field::of("due_on").for_readers();
const DUE_AT: Field = Field::of("due_at").for_readers();
const COMMITTEE_ID: Field = Field::of("committee_id").for_readers();
const FACTS: &[Field] = &[
    Field::of("title").for_readers(),
    Field::of("details").for_readers().marked(),
    Field::of("priority").for_readers().codes("task-priority-"),
    Field::of("starts_on").for_readers(),
    DUE_ON,
    DUE_AT,
    COMMITTEE_ID,
    Field::of("places").for_readers(),
    Field::of("places_min").for_readers(),
    Field::of("credit_minutes").for_readers(),
    Field::of("work_day_id").for_readers(),
];
/// Who did it: members and homes by their kind and number. The page of the task names them.
const DID: Field = Field::of("did");
/// As whatever can be talked about is told, in both languages.
const TITLE_EN: Field = Field::of("title_en").for_readers();
const TITLE_FR: Field = Field::of("title_fr").for_readers();
const TITLES: &[Field] = &[TITLE_EN, TITLE_FR];
const STEP: Field = Field::of("step").for_readers();

pub static TASK_CREATED: EventKind = EventKind::new("task.created", &TASK, FACTS);
/// As it is elsewhere, from a file. Nobody is told.
pub static TASK_BROUGHT_IN: EventKind = EventKind::new(
    "task.brought_in",
    &TASK,
    &[
        Field::of("title").for_readers(),
        Field::of("details").for_readers().marked(),
        Field::of("priority").for_readers().codes("task-priority-"),
        Field::of("starts_on").for_readers(),
        DUE_ON,
        Field::of("due_at").for_readers(),
        COMMITTEE_ID,
        Field::of("places").for_readers(),
        Field::of("places_min").for_readers(),
        Field::of("credit_minutes").for_readers(),
        STATUS,
        Field::of("outcome").for_readers(),
        Field::of("done_on").for_readers(),
        Field::of("holders"),
        DID,
    ],
);
pub static TASK_EDITED: EventKind = EventKind::new("task.edited", &TASK, FACTS);
pub static TASK_ASSIGNED: EventKind = EventKind::new(
    "task.assigned",
    &TASK,
    &[MEMBER_ID, UNIT_ID, COMMITTEE_ID, Field::of("name").for_readers(), DUE_ON],
);
pub static TASK_TAKEN: EventKind = EventKind::new("task.taken", &TASK, &[MEMBER_ID]);
/// All places were taken.
pub static TASK_WAITED_FOR: EventKind = EventKind::new("task.waited_for", &TASK, &[MEMBER_ID]);
/// Whoever had it will not do it.
pub static TASK_GIVEN_UP: EventKind =
    EventKind::new("task.given_up", &TASK, &[MEMBER_ID, UNIT_ID, COMMITTEE_ID, Field::of("why").for_readers()]);
pub static TASK_STEPS_ADDED: EventKind = EventKind::new("task.steps_added", &TASK, &[Field::of("steps").for_readers()]);
pub static TASK_STEP_TICKED: EventKind = EventKind::new("task.step_ticked", &TASK, &[STEP]);
pub static TASK_STEP_UNTICKED: EventKind = EventKind::new("task.step_unticked", &TASK, &[STEP]);
pub static TASK_STEP_REMOVED: EventKind = EventKind::new("task.step_removed", &TASK, &[STEP]);
pub static TASK_MOVED: EventKind = EventKind::new("task.moved", &TASK, &[STATUS]);
pub static TASK_COMPLETED: EventKind = EventKind::new(
    "task.completed",
    &TASK,
    &[STATUS, Field::of("on_time").for_readers(), Field::of("outcome").for_readers(), DID],
);
pub static TASK_REOPENED: EventKind =
    EventKind::new("task.reopened", &TASK, &[STATUS, Field::of("done_at").for_readers(), DID]);
pub static TASK_CANCELLED: EventKind = EventKind::new("task.cancelled", &TASK, &[STATUS]);
pub static TASK_CREDIT_AGREED: EventKind =
    EventKind::new("task.credit_agreed", &TASK, &[Field::of("credit_minutes").for_readers()]);
/// Somebody else has it now, or nobody.
pub static TASK_TAKEN_AWAY: EventKind = EventKind::new("task.taken_away", &TASK, &[MEMBER_ID, UNIT_ID, COMMITTEE_ID]);
pub static TASK_DUE_SOON: EventKind = EventKind::new("task.due_soon", &TASK, &[DUE_ON, DUE_AT]);
pub static TASK_LATE: EventKind = EventKind::new("task.late", &TASK, &[DUE_ON]);
/// How many open tasks of a committee are late at the beginning of a week, and when the first of them was due.
pub static COMMITTEE_LATE: EventKind =
    EventKind::new("committee.tasks_late", &COMMITTEE, &[TITLE_EN, TITLE_FR, Field::of("late").for_readers(), DUE_ON])
        .at("/tasks?view=list&committee={id}&status=late");
/// Whoever had it left the co-op.
pub static TASK_FREED: EventKind = EventKind::new("task.freed", &TASK, &[MEMBER_ID]);
/// They did not leave after all.
pub static TASK_GIVEN_BACK: EventKind = EventKind::new("task.given_back", &TASK, &[MEMBER_ID]);
pub static TASK_DISCUSSION_CLOSED: EventKind = EventKind::new("task.discussion_closed", &TASK, TITLES);
pub static TASK_DISCUSSION_REOPENED: EventKind = EventKind::new("task.discussion_reopened", &TASK, TITLES);
/// Somebody wants to hear of it, or not to.
pub static TASK_FOLLOWING: EventKind = EventKind::new("task.following", &TASK, &[MEMBER_ID, Field::of("follows")]);
pub static TASKS_EXPORTED: EventKind = EventKind::new("tasks.exported", &COOP, FILE);

pub static TASK_ASSIGNED_NOTICE: NoticeKind = NoticeKind::new("task_assigned");
pub static TASK_CHANGED_NOTICE: NoticeKind = NoticeKind::new("task_changed");
pub static TASK_GIVEN_UP_NOTICE: NoticeKind = NoticeKind::new("task_given_up");
pub static TASK_DONE_NOTICE: NoticeKind = NoticeKind::new("task_done");
pub static TASK_WORDS_NOTICE: NoticeKind = NoticeKind::new("task_words");
pub static TASK_DUE_SOON_NOTICE: NoticeKind = NoticeKind::new("task_due_soon").pressing().reminds();
pub static TASK_LATE_NOTICE: NoticeKind = NoticeKind::new("task_late").reminds();
pub static COMMITTEE_LATE_NOTICE: NoticeKind = NoticeKind::new("committee_late").reminds();

pub static SLICE: Slice = Slice {
    events: &[
        &TASK_CREATED,
        &TASK_BROUGHT_IN,
        &TASK_EDITED,
        &TASK_ASSIGNED,
        &TASK_TAKEN,
        &TASK_WAITED_FOR,
        &TASK_GIVEN_UP,
        &TASK_STEPS_ADDED,
        &TASK_STEP_TICKED,
        &TASK_STEP_UNTICKED,
        &TASK_STEP_REMOVED,
        &TASK_MOVED,
        &TASK_COMPLETED,
        &TASK_REOPENED,
        &TASK_CANCELLED,
        &TASK_CREDIT_AGREED,
        &TASK_TAKEN_AWAY,
        &TASK_DUE_SOON,
        &TASK_LATE,
        &COMMITTEE_LATE,
        &TASK_FREED,
        &TASK_GIVEN_BACK,
        &TASK_DISCUSSION_CLOSED,
        &TASK_DISCUSSION_REOPENED,
        &TASK_FOLLOWING,
        &TASKS_EXPORTED,
    ],
    notices: &[
        &TASK_ASSIGNED_NOTICE,
        &TASK_CHANGED_NOTICE,
        &TASK_GIVEN_UP_NOTICE,
        &TASK_DONE_NOTICE,
        &TASK_WORDS_NOTICE,
        &TASK_DUE_SOON_NOTICE,
        &TASK_LATE_NOTICE,
        &COMMITTEE_LATE_NOTICE,
    ],
    about: Some(super::notices::about),
    reminders: &[super::notices::remind],
    live: &[Topic { kind: "task", fragment: super::pages::live::fragment }],
    navigation: &[NavEntry {
        name: "tasks",
        href: "/tasks",
        permission: Permission::TasksRead,
        on_phone: true,
        administration: false,
    }],
    waits: Some(store::WAITS),
    attention: &[
        Attention {
            name: "tasks-late",
            href: "/tasks?view=list&status=late",
            permission: Permission::TasksManage,
            select: store::LATE,
            bad: false,
        },
        Attention {
            name: "tasks-unowned",
            href: "/tasks?view=list&who=nobody",
            permission: Permission::TasksManage,
            select: store::UNOWNED,
            bad: false,
        },
        Attention {
            name: "tasks-to-agree",
            href: "/tasks?view=list&status=done",
            permission: Permission::TasksManage,
            select: store::TO_AGREE,
            bad: false,
        },
        Attention {
            name: "tasks-left",
            href: "/tasks?view=list&who=nobody",
            permission: Permission::TasksManage,
            select: store::departing::LEFT,
            bad: false,
        },
    ],
    searched: &[Searched {
        name: "tasks",
        permission: Permission::TasksRead,
        href: "/tasks/{id}",
        select: store::SEARCHED,
    }],
    talked: &[Talked {
        kind: &TASK,
        permission: Permission::TasksRead,
        all: None,
        select: store::TALKED,
        follows: Some((&TASK_WORDS_NOTICE, super::following::followers)),
        closed: &TASK_DISCUSSION_CLOSED,
        reopened: &TASK_DISCUSSION_REOPENED,
    }],
    filed: &[Filed {
        kind: &TASK,
        permission: Permission::TasksRead,
        keeps: Permission::TasksCreate,
        removes: Permission::TasksManage,
        all: None,
        select: store::FILED,
    }],
    dated: Some(Dated { permission: Permission::TasksRead, select: store::DATED }),
    tables: store::TABLES,
    departure: super::departing::HANGING,
    closing: Some(super::departing::CLOSING),
    scopes: &[
        Scope { word: "tasks:read", permission: Permission::TasksRead },
        Scope { word: "tasks:write", permission: Permission::TasksCreate },
    ],
    api: Some(super::api::described),
    ..Slice::named("tasks")
};
