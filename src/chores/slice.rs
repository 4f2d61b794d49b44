//! What the rest of the program needs to know of chores: duties that come back, and whose turn it is.

use super::{departing, planning, store};
use crate::platform::events::fields::{MEMBER_ID, ON};
use crate::platform::events::{EventKind, Field, SubjectKind};
use crate::platform::jobs::{Doing, JobKind, WORK};
use crate::platform::page::NavEntry;
use crate::platform::schedule::Scheduled;
use crate::platform::slice::{NoticeKind, Scope, Searched, Slice};
use crate::policy::Permission;

pub static CHORE: SubjectKind = SubjectKind::at("chore", "/chores/{id}");
pub static TURN: SubjectKind = SubjectKind::at("turn", "/chores/turns/{id}");
/// Days on which somebody is away. Whose they are is no event's business.
pub static ABSENCE: SubjectKind = SubjectKind::without_page("absence");

const DUE_ON: Field = Field::of("due_on").for_readers();
const UNIT_ID: Field = Field::of("unit_id").for_readers();
const FACTS: &[Field] = &[
    Field::of("title").for_readers(),
    Field::of("details").for_readers(),
    Field::of("committee_id").for_readers(),
    Field::of("credit_minutes").for_readers(),
    Field::of("first_on").for_readers(),
    Field::of("rule"),
    Field::of("strategy").for_readers().codes("chore-strategy-"),
    Field::of("period").for_readers().codes("chore-period-"),
    Field::of("period_turns"),
    Field::of("pool"),
];
const OF_SWAP: &[Field] = &[MEMBER_ID, UNIT_ID, DUE_ON];

pub static CHORE_SET_UP: EventKind = EventKind::new("chore.set_up", &CHORE, FACTS);
pub static CHORE_EDITED: EventKind = EventKind::new("chore.edited", &CHORE, FACTS);
pub static CHORE_ENDED: EventKind = EventKind::new("chore.ended", &CHORE, &[ON]);
pub static TURN_SKIPPED: EventKind = EventKind::new("turn.skipped", &TURN, &[DUE_ON, Field::of("why").for_readers()]);
pub static TURN_CALLED: EventKind = EventKind::new("turn.called", &TURN, OF_SWAP);
/// Who did it, by kind and number, stands with the task.
pub static TURN_TICKED: EventKind = EventKind::new("turn.ticked", &TURN, &[DUE_ON, Field::of("did")]);
pub static SWAP_ASKED: EventKind = EventKind::new("swap.asked", &TURN, OF_SWAP);
pub static SWAP_ACCEPTED: EventKind = EventKind::new("swap.accepted", &TURN, OF_SWAP);
pub static SWAP_REFUSED: EventKind = EventKind::new("swap.refused", &TURN, OF_SWAP);
pub static SWAP_WITHDRAWN: EventKind = EventKind::new("swap.withdrawn", &TURN, OF_SWAP);
pub static ABSENCE_ENTERED: EventKind = EventKind::new("absence.entered", &ABSENCE, &[]);
pub static ABSENCE_TAKEN_BACK: EventKind = EventKind::new("absence.taken_back", &ABSENCE, &[]);

pub static CHORE_SWAP_ASKED_NOTICE: NoticeKind = NoticeKind::new("chore_swap_asked").pressing();
pub static CHORE_SWAP_ANSWERED_NOTICE: NoticeKind = NoticeKind::new("chore_swap_answered");

/// Plans the turns of all chores ahead.
static PLAN: JobKind =
    JobKind { name: "plan_chores", lane: &WORK, doing: Doing::Verb(|act, _| planning::plan_all(act)) };

pub static SLICE: Slice = Slice {
    events: &[
        &CHORE_SET_UP,
        &CHORE_EDITED,
        &CHORE_ENDED,
        &TURN_SKIPPED,
        &TURN_CALLED,
        &TURN_TICKED,
        &SWAP_ASKED,
        &SWAP_ACCEPTED,
        &SWAP_REFUSED,
        &SWAP_WITHDRAWN,
        &ABSENCE_ENTERED,
        &ABSENCE_TAKEN_BACK,
    ],
    notices: &[&CHORE_SWAP_ASKED_NOTICE, &CHORE_SWAP_ANSWERED_NOTICE],
    about: Some(super::notices::about),
    jobs: &[&PLAN],
    schedule: &[Scheduled { job: &PLAN, at: "20 1 * * *" }],
    navigation: &[NavEntry {
        name: "chores",
        href: "/chores",
        permission: Permission::ChoresRead,
        on_phone: false,
        administration: false,
    }],
    searched: &[Searched {
        name: "chores",
        permission: Permission::ChoresRead,
        href: "/chores/{id}",
        select: store::SEARCHED,
    }],
    waits: Some(store::WAITS),
    tables: store::TABLES,
    departure: departing::HANGING,
    closing: Some(departing::CLOSING),
    scopes: &[
        Scope { word: "chores:read", permission: Permission::ChoresRead },
        Scope { word: "chores:write", permission: Permission::ChoresOwn },
    ],
    api: Some(super::api::described),
    #[cfg(test)]
    rows: &[
        "insert into chores (title, committee_id, first_on, rule, pool_of, strategy, period, seed, created_by) \
           select 'x', c.id, '2026-01-05', 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO', 'member', 'in_order', 'turns', 1, a.id \
           from committees c, accounts a order by a.id limit 1",
        "insert into chore_pool (chore_id, member_id, place, since) select c.id, m.id, 1, '2026-01-05' from chores c, members m \
           order by m.id limit 1",
        "insert into turns (chore_id, task_id, due_on, stint_on, member_id, why) \
           select c.id, t.id, '2020-01-06', '2020-01-06', m.id, '{\"code\": \"in_order\"}' from chores c, tasks t, members m order by m.id limit 1",
        "insert into absences (member_id, during, entered_by, entered_at) select m.id, '[2020-01-05,2020-01-07)', a.id, now() \
           from members m, accounts a order by m.id limit 1",
        "insert into swaps (turn_id, from_member_id, to_member_id, asked_by, asked_at, answered_by) \
           select t.id, m.id, m.id, a.id, now(), a.id from turns t, members m, accounts a order by m.id limit 1",
    ],
    ..Slice::named("chores")
};
