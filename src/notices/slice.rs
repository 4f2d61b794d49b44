//! What the rest of the program needs to know of notices: what people are told, and how they wish it.

use super::store;
use crate::accounts;
use crate::platform::events::{EVERY, EventKind, Field};
use crate::platform::jobs::{Doing, JobKind, WORK};
use crate::platform::schedule::Scheduled;
use crate::platform::slice::{Reader, Slice};

pub static PREFERENCE_CHANGED: EventKind =
    EventKind::new("preference.changed", &accounts::slice::ACCOUNT, &[Field::of(EVERY).for_readers()]);

pub static REMIND: JobKind = JobKind { name: "remind", lane: &WORK, doing: Doing::Verb(super::reminding::remind) };

pub static TELL_LATER: JobKind =
    JobKind { name: "remind.later", lane: &WORK, doing: Doing::Verb(super::reminding::tell_later) };

pub static DIGEST: JobKind = JobKind { name: "mail.digest", lane: &WORK, doing: Doing::Verb(super::digest::send) };

pub static SLICE: Slice = Slice {
    events: &[&PREFERENCE_CHANGED],
    readers: &[Reader { name: "notices", read: super::tell }],
    jobs: &[&REMIND, &TELL_LATER, &DIGEST],
    schedule: &[Scheduled { job: &REMIND, at: "5 * * * *" }, Scheduled { job: &DIGEST, at: "2 * * * *" }],
    waits: Some(store::WAITS),
    tables: store::TABLES,
    departure: super::departing::HANGING,
    #[cfg(test)]
    rows: &["insert into mail_rhythms (account_id, rhythm, told_until) select id, 'daily', now() from accounts"],
    ..Slice::named("notices")
};
