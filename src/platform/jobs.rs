//! Jobs: work that follows a change, inserted in the change's transaction and done soon after, by any instance.
//!
//! A job is claimed under a lease with `FOR UPDATE SKIP LOCKED`, and the lease is renewed while it is done: a long one is not begun
//! again by somebody else, and one whose process died is free after seconds. What it does to the database commits together with
//! its own removal, so it takes effect once; only what leaves the program (a mail) can happen twice, under the same Message-ID. A
//! job that fails is tried again after pauses, and is set aside (`dead_at`) after the last try, where admins see it.
//!
//! Each lane has workers of its own, so that a mail server that hangs, or one large import, holds up no close of a vote.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::Value;
use tokio::sync::watch;

use super::act::Act;
use super::clock;
use super::db::{CoopId, Db};
use super::error::{Error, Result};
use super::keys::random;
use super::mail::Mailer;
use super::slice;
use super::sql::sql;
use super::state::AppState;
use crate::platform::sql::row;
use crate::schema::jobs;

/// How long a job that could not be done is kept for whoever looks after the co-op.
pub const SET_ASIDE_KEPT: TimeDelta = TimeDelta::days(30);
/// What is put into queues within this time of each other wakes a worker once.
const APART: Duration = Duration::from_millis(20);

/// A queue with workers of its own.
#[derive(Debug, PartialEq, Eq)]
pub struct Lane {
    pub name: &'static str,
    /// How many jobs one process does at the same time.
    pub workers: usize,
    /// How long after the death of a process its job is free again. Renewed three times in this time.
    pub lease: Duration,
    /// How many times a job is tried before it is set aside.
    pub attempts_max: i32,
    pub pauses: Pauses,
    /// How often due jobs are looked for when nothing wakes a worker: those of a time that has come, or that another process left.
    pub poll: Duration,
}

/// How long a job waits after a failure.
#[derive(Debug, PartialEq, Eq)]
pub enum Pauses {
    /// A second, for the first minutes; then a minute. Somebody waits for it, and it cannot go wrong for ever.
    Short,
    /// 10 s, 40 s, 90 s … up to six hours: about two days until the tenth try.
    Growing,
}

/// Votes open and close by it: within seconds, whatever else there is to do.
pub static DECISIONS: Lane = Lane {
    name: "decisions",
    workers: 1,
    lease: Duration::from_secs(3),
    attempts_max: 2_000,
    pauses: Pauses::Short,
    poll: Duration::from_millis(500),
};
/// Everything else that changes the database.
pub static WORK: Lane = Lane {
    name: "work",
    workers: 2,
    lease: Duration::from_secs(30),
    attempts_max: 10,
    pauses: Pauses::Growing,
    poll: Duration::from_secs(2),
};
/// Letters that somebody waits for: a link to sign in.
pub static LETTERS: Lane = Lane {
    name: "letters",
    workers: 1,
    lease: Duration::from_mins(1),
    attempts_max: 10,
    pauses: Pauses::Growing,
    poll: Duration::from_secs(2),
};
/// Letters to many.
pub static MAILINGS: Lane = Lane {
    name: "mailings",
    workers: 1,
    lease: Duration::from_mins(1),
    attempts_max: 10,
    pauses: Pauses::Growing,
    poll: Duration::from_secs(2),
};

pub static LANES: [&Lane; 4] = [&DECISIONS, &WORK, &LETTERS, &MAILINGS];

impl Lane {
    /// How long until the next try after so many.
    fn pause(&self, attempts: i32) -> TimeDelta {
        let seconds = match self.pauses {
            Pauses::Short if attempts <= 180 => 1,
            Pauses::Short => 60,
            Pauses::Growing => {
                (10 * i64::from(attempts).pow(2) * 4_i64.pow(attempts.clamp(1, 5) as u32 - 1)).min(6 * 3600)
            }
        };
        // Up to half as much again by chance, so that what failed together is not tried together.
        let chance = i64::from(u16::from_be_bytes(random::<2>())) * seconds * 500 / i64::from(u16::MAX);
        TimeDelta::milliseconds(seconds * 1_000 + chance)
    }
}

/// What a kind of job is called, where it queues and what it does.
pub struct JobKind {
    pub name: &'static str,
    pub lane: &'static Lane,
    pub doing: Doing,
}

/// How a kind of job is done.
#[derive(Clone, Copy)]
pub enum Doing {
    /// Changes the database and nothing else.
    Verb(fn(&mut Act<'_>, &Value) -> Result<()>),
    /// Works outside, without a transaction and for as long as that takes; a verb writes down what came of it. What fails for
    /// good is an outcome, not an error: an error is tried again.
    Outside { work: fn(&Outside, &Value) -> Result<Value>, written: fn(&mut Act<'_>, &Tried<'_>) -> Result<()> },
}

/// Outside work that has come to an end.
pub struct Tried<'a> {
    pub payload: &'a Value,
    pub outcome: &'a Value,
    /// How many tries it took.
    pub tries: i32,
}

/// What outside work is done with.
#[derive(Clone)]
pub struct Outside {
    pub mailer: Arc<Mailer>,
}

/// Loads a co-op for a job.
pub type LoadCoop = fn(&mut PgConnection) -> Result<super::visit::Coop>;

thread_local! {
    static ENQUEUED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a job was put into a queue on this thread since it was asked last. A transaction stays on its thread.
pub(super) fn take_enqueued() -> bool {
    ENQUEUED.take()
}

/// Puts a job into its queue, in the transaction of the change it follows. The workers of this process wake after the commit.
pub fn enqueue(conn: &mut PgConnection, kind: &JobKind, payload: Value, run_at: DateTime<Utc>) -> Result<i64> {
    enqueue_in(conn, kind, payload, run_at, None)
}

/// The same, after all of a series that wait already: none of it overtakes another, however often that is tried.
pub fn enqueue_in(
    conn: &mut PgConnection,
    kind: &JobKind,
    payload: Value,
    run_at: DateTime<Utc>,
    series: Option<&str>,
) -> Result<i64> {
    ENQUEUED.set(true);
    Ok(diesel::insert_into(jobs::table)
        .values((
            jobs::kind.eq(kind.name),
            jobs::lane.eq(kind.lane.name),
            jobs::payload.eq(payload),
            jobs::run_at.eq(run_at),
            jobs::series.eq(series),
        ))
        .returning(jobs::id)
        .get_result(conn)?)
}

row! {
    #[derive(Clone)]
    pub(super) struct Claimed {
        coop_id: i64,
        id: i64,
        kind: String,
        payload: Value,
        attempts: i32,
    }
}

/// Everything a worker needs. Several processes share the queues.
#[derive(Clone)]
pub struct Worker {
    pub state: Arc<AppState>,
    pub db: Db,
    pub outside: Outside,
    pub load_coop: LoadCoop,
}

impl Worker {
    /// Does due jobs of a lane, one after the other, until `stop` says so. Wakes when a job was put into a queue: most of what is written
    /// brings none, and would ask every queue in vain.
    pub async fn run(self, lane: &'static Lane, mut stop: watch::Receiver<bool>) {
        let mut queued = self.db.queued();
        while !*stop.borrow() {
            match self.next(lane).await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::warn!(%error, lane = lane.name, "the job queue is out of reach"),
            }
            tokio::select! {
                _ = queued.changed() => tokio::time::sleep(APART).await,
                () = tokio::time::sleep(lane.poll) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Claims a due job and does it, renewing the lease meanwhile. Whether there was one.
    async fn next(&self, lane: &'static Lane) -> Result<bool> {
        let worker = self.clone();
        let Some(job) = super::db::on_thread(move || worker.claim(lane)).await? else { return Ok(false) };
        let (worker, ours) = (self.clone(), job.clone());
        let mut work = tokio::task::spawn_blocking(move || worker.finish(lane, &ours));
        loop {
            tokio::select! {
                done = &mut work => match done {
                    Ok(outcome) => return outcome.map(|()| true),
                    Err(panic) => return Err(Error::Internal(anyhow::anyhow!("a job panicked: {panic}"))),
                },
                () = tokio::time::sleep(lane.lease / 3) => {
                    let (db, ours) = (self.db.clone(), job.clone());
                    if let Err(error) = super::db::on_thread(move || renew(&db, lane, &ours)).await {
                        tracing::warn!(%error, kind = job.kind, "a lease could not be renewed");
                    }
                }
            }
        }
    }

    /// Claims a due job and does it, for callers on a blocking thread. Whether there was one.
    pub fn round(&self, lane: &'static Lane) -> Result<bool> {
        match self.claim(lane)? {
            Some(job) => self.finish(lane, &job).map(|()| true),
            None => Ok(false),
        }
    }

    pub(super) fn claim(&self, lane: &Lane) -> Result<Option<Claimed>> {
        self.db.across_now(|conn| {
            Ok(sql("select * from claim_job($1, $2)")
                .bind((lane.name, lane.lease.as_secs() as i32))
                .get_result(conn)
                .optional()?)
        })
    }

    /// Does a job; one that fails goes back into the queue.
    fn finish(&self, lane: &Lane, job: &Claimed) -> Result<()> {
        let attempt = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.attempt(job)));
        let outcome = attempt.unwrap_or_else(|_| Err(Error::Internal(anyhow::anyhow!("the job panicked"))));
        if let Err(error) = outcome {
            tracing::warn!(kind = job.kind, id = job.id, attempts = job.attempts, %error, "a job failed");
            self.db.write_now(CoopId(job.coop_id), |conn| put_back(conn, lane, job, &error))?;
        }
        Ok(())
    }

    fn attempt(&self, job: &Claimed) -> Result<()> {
        let kind = slice::job_kind(self.state.slices, &job.kind);
        let kind = kind.ok_or_else(|| anyhow::anyhow!("unknown kind of job: {}", job.kind))?;
        let came_of_it = match kind.doing {
            Doing::Verb(_) => Value::Null,
            Doing::Outside { work, .. } => work(&self.outside, &job.payload)?,
        };
        self.db.write_now(CoopId(job.coop_id), |conn| {
            let coop = (self.load_coop)(conn)?;
            let mut act = Act::by_itself(conn, &coop, &self.state);
            match kind.doing {
                Doing::Verb(verb) => verb(&mut act, &job.payload)?,
                Doing::Outside { written, .. } => {
                    let (payload, outcome, tries) = (&job.payload, &came_of_it, job.attempts);
                    written(&mut act, &Tried { payload, outcome, tries })?;
                }
            }
            let ours = jobs::table.filter(jobs::id.eq(job.id).and(jobs::attempts.eq(job.attempts)));
            match diesel::delete(ours).execute(conn)? {
                1 => Ok(()),
                _ => Err(Error::Conflict("conflict-job-taken")), // our lease ran out and another instance has it
            }
        })
    }
}

fn renew(db: &Db, lane: &Lane, job: &Claimed) -> Result<()> {
    db.write_quietly(CoopId(job.coop_id), |conn| {
        sql("update jobs set lease_until = clock_timestamp() + make_interval(secs => $3) where id = $1 and attempts = $2")
            .bind((job.id, job.attempts, lane.lease.as_secs() as i32))
            .execute(conn)?;
        Ok(())
    })
}

fn put_back(conn: &mut PgConnection, lane: &Lane, job: &Claimed, error: &Error) -> Result<()> {
    let now = clock::now();
    let set_aside = job.attempts >= lane.attempts_max;
    let message: String = format!("{error:#}").chars().take(500).collect();
    diesel::update(jobs::table.filter(jobs::id.eq(job.id).and(jobs::attempts.eq(job.attempts))))
        .set((
            jobs::lease_until.eq(None::<DateTime<Utc>>),
            jobs::last_error.eq(message),
            jobs::run_at.eq(now + lane.pause(job.attempts)),
            jobs::dead_at.eq(set_aside.then_some(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Removes what was set aside long ago: it may hold an address and a text. For the nightly job.
pub fn forget_set_aside(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    diesel::delete(jobs::table.filter(jobs::dead_at.lt(now - SET_ASIDE_KEPT))).execute(conn)?;
    Ok(())
}

#[cfg(test)]
#[path = "jobs_tests.rs"]
mod tests;
