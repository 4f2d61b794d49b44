//! What the rest of the program needs to know of upkeep: the jobs of the platform.

use crate::platform::jobs::{self, Doing, JobKind, WORK};
use crate::platform::schedule::Scheduled;
use crate::platform::slice::{self, Slice};
use crate::platform::{db, mail, pump};

/// Every slice removes what has expired.
pub static TIDY: JobKind = JobKind { name: "tidy", lane: &WORK, doing: Doing::Verb(|act, _| slice::tidy(act)) };
/// The planner learns how many rows there are, after many came at once.
pub static COUNT_ROWS: JobKind =
    JobKind { name: "count_rows", lane: &WORK, doing: Doing::Verb(|act, _| db::count_rows_for_planner(act.conn)) };

pub static SLICE: Slice = Slice {
    jobs: &[&TIDY, &COUNT_ROWS, &mail::LETTER, &mail::MAILING, &pump::READ_AGAIN],
    schedule: &[Scheduled { job: &TIDY, at: "15 4 * * *" }],
    tidying: Some(|act| {
        jobs::forget_set_aside(act.conn, act.now)?;
        mail::forget_deliveries(act.conn, act.now)
    }),
    ..Slice::named("upkeep")
};
