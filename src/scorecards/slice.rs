//! What the rest of the program needs to know of scorecards: what each member gave.

use super::store;
use crate::platform::events::fields::{FILE, FROM};
use crate::platform::events::{COOP, EventKind, Field, SubjectKind};
use crate::platform::jobs::{Doing, JobKind, WORK};
use crate::platform::page::NavEntry;
use crate::platform::schedule::Scheduled;
use crate::platform::slice::Slice;
use crate::policy::Permission;

pub static SCORE_RUN: SubjectKind = SubjectKind::without_page("score_run").day();

pub static SCORES_COUNTED: EventKind = EventKind::new(
    "scores.counted",
    &SCORE_RUN,
    &[FROM, Field::of("to").for_readers(), Field::of("members").for_readers()],
);
pub static SCORES_EXPORTED: EventKind = EventKind::new("scores.exported", &COOP, FILE);

pub static SCORES: JobKind = JobKind { name: "scores", lane: &WORK, doing: Doing::Verb(super::run_nightly) };

pub static SLICE: Slice = Slice {
    events: &[&SCORES_COUNTED, &SCORES_EXPORTED],
    jobs: &[&SCORES],
    schedule: &[Scheduled { job: &SCORES, at: "30 2 * * *" }],
    navigation: &[NavEntry {
        name: "scorecards",
        href: "/scorecards",
        permission: Permission::ScorecardOwn,
        on_phone: false,
        administration: false,
    }],
    tables: store::TABLES,
    ..Slice::named("scorecards")
};
