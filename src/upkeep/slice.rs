//! What the rest of the program needs to know of upkeep: the jobs of the platform, and what failed.

use super::store;
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::jobs::{self, Doing, JobKind, WORK};
use crate::platform::person::{End, Figure, Retained};
use crate::platform::schedule::Scheduled;
use crate::platform::slice::{self, Attention, Slice, Tab};
use crate::platform::{db, mail, pump};
use crate::policy::Permission;

pub static FAILED_WORK: SubjectKind = SubjectKind::at("work", "/upkeep").only(Permission::JobsManage);

const WHAT: &[Field] = &[
    Field::of("work").for_readers().codes("work-"),
    Field::of("reason").for_office(),
    Field::of("tries").for_readers(),
];

pub static WORK_TRIED_AGAIN: EventKind = EventKind::new("work.tried_again", &FAILED_WORK, WHAT);
pub static WORK_DROPPED: EventKind = EventKind::new("work.dropped", &FAILED_WORK, WHAT);

/// An operator let a program read the views of `reporting`, or does so no longer.
pub static REPORTING_GRANTED: EventKind =
    EventKind::new("reporting.granted", &COOP, &[Field::of("reader").for_readers()]);
pub static REPORTING_REVOKED: EventKind =
    EventKind::new("reporting.revoked", &COOP, &[Field::of("reader").for_readers()]);

/// Every slice removes what has expired.
pub static TIDY: JobKind = JobKind { name: "tidy", lane: &WORK, doing: Doing::Verb(|act, _| slice::tidy(act)) };
/// The planner learns how many rows there are, after many came at once.
pub static COUNT_ROWS: JobKind =
    JobKind { name: "count_rows", lane: &WORK, doing: Doing::Verb(|act, _| db::count_rows_for_planner(act.conn)) };

pub static SLICE: Slice = Slice {
    events: &[&WORK_TRIED_AGAIN, &WORK_DROPPED, &REPORTING_GRANTED, &REPORTING_REVOKED],
    jobs: &[&TIDY, &COUNT_ROWS, &mail::LETTER, &mail::MAILING, &pump::READ_AGAIN],
    schedule: &[Scheduled { job: &TIDY, at: "15 4 * * *" }],
    tidying: Some(|act| {
        jobs::forget_set_aside(act.conn, act.now)?;
        mail::forget_deliveries(act.conn, act.now)
    }),
    settings: &[Tab { title: "upkeep-title", href: "/upkeep", permission: Permission::JobsManage }],
    attention: &[
        Attention {
            name: "set-aside",
            href: "/upkeep",
            permission: Permission::JobsManage,
            select: store::SET_ASIDE,
            bad: true,
        },
        Attention {
            name: "refused",
            href: "/upkeep#refused",
            permission: Permission::JobsManage,
            select: store::REFUSED_LATELY,
            bad: true,
        },
    ],
    tables: store::TABLES,
    retained: &[
        Retained {
            name: "mails",
            figures: &[("days", Figure::Is(jobs::SET_ASIDE_KEPT.num_days()))],
            end: End::ByItself,
        },
        Retained {
            name: "deliveries",
            figures: &[("days", Figure::Is(mail::DELIVERIES_KEPT.num_days()))],
            end: End::ByItself,
        },
    ],
    ..Slice::named("upkeep")
};
