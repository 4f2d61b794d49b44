//! Jobs: work that follows a change, inserted in the change's transaction and done soon after, by any instance.
//!
//! A job is claimed under a lease with `FOR UPDATE SKIP LOCKED`. What it does to the database commits together with its
//! own removal, so it takes effect once; only mail can go out twice, under the same Message-ID. A job that fails is tried
//! again after growing, jittered pauses, and is set aside (`dead_at`) after the last try, where admins see it.
//!
//! Mail has a worker of its own: a mail server that hangs for twenty seconds a letter must not keep votes from being counted.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Jsonb, Text};
use serde_json::Value;
use tokio::sync::watch;

use super::clock;
use super::db::CoopId;
use super::error::{Error, Result};
use super::keys::{Keys, random};
use super::mail::Mailer;
use super::visit::{Act, Setting};
use crate::schema::jobs;

/// How many times a job is tried before it is set aside. The pauses add up to about two days.
pub const ATTEMPTS_MAX: i32 = 10;
/// How long a mail that could not be sent is kept for who looks after the server.
pub const SET_ASIDE_KEPT: TimeDelta = TimeDelta::days(30);
const LEASE_SECONDS: i32 = 120;
/// How often due jobs are looked for when nothing wakes the worker.
const POLL: Duration = Duration::from_secs(1);

/// How a kind of job is done.
pub enum Doing {
    /// Changes the database and nothing else.
    Verb(fn(&mut Act<'_>, &Value) -> Result<()>),
    /// The same, for work that writes links which only this server can make.
    Signing(fn(&mut Act<'_>, &Value, &Keys) -> Result<()>),
    /// Hands a mail to the mail server.
    Mail,
}

/// The kinds of jobs there are. Given by `app`, so that the platform knows no slice.
pub type Kinds = fn(&str) -> Option<Doing>;
/// Loads a co-op for a job.
pub type LoadCoop = fn(&mut PgConnection) -> Result<super::visit::Coop>;

/// Puts a job into the queue, in the transaction of the change it follows.
pub fn enqueue(conn: &mut PgConnection, kind: &str, payload: Value, run_at: DateTime<Utc>) -> Result<i64> {
    let id = diesel::insert_into(jobs::table)
        .values((jobs::kind.eq(kind), jobs::payload.eq(payload), jobs::run_at.eq(run_at)))
        .returning(jobs::id)
        .get_result(conn)?;
    diesel::sql_query("select pg_notify('jobs', '')").execute(conn)?;
    Ok(id)
}

#[derive(QueryableByName)]
struct Claimed {
    #[diesel(sql_type = BigInt)]
    coop_id: i64,
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Jsonb)]
    payload: Value,
    #[diesel(sql_type = Integer)]
    attempts: i32,
}

/// What a worker takes from the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    Mail,
    Work,
}

impl Lane {
    pub const ALL: [Self; 2] = [Self::Mail, Self::Work];

    /// How many jobs are claimed at once: all of them must be done within the lease, and a letter may take twenty seconds.
    fn most(self) -> i32 {
        match self {
            Self::Mail => 1,
            Self::Work => 10,
        }
    }
}

/// Everything a worker needs. One a lane and process is enough; several processes share the queue.
#[derive(Clone)]
pub struct Worker {
    pub setting: Arc<Setting>,
    pub mailer: Arc<Mailer>,
    pub kinds: Kinds,
    pub load_coop: LoadCoop,
}

impl Worker {
    /// Does due jobs of a lane until `stop` says so. Wakes at once when a job was inserted.
    pub async fn run(self, lane: Lane, mut wake: watch::Receiver<()>, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let worker = self.clone();
            let outcome = tokio::task::spawn_blocking(move || worker.round(lane)).await;
            let busy = match outcome {
                Ok(Ok(done)) => done > 0,
                Ok(Err(error)) => {
                    tracing::warn!(%error, "the job queue is out of reach");
                    false
                }
                Err(panic) => {
                    tracing::error!(%panic, "a job panicked");
                    false
                }
            };
            if !busy {
                tokio::select! {
                    Ok(()) = wake.changed() => {}
                    () = tokio::time::sleep(POLL) => {}
                    _ = stop.changed() => {}
                }
            }
        }
    }

    /// Claims some due jobs of a lane and does them. How many there were.
    pub fn round(&self, lane: Lane) -> Result<usize> {
        let claimed: Vec<Claimed> = self.setting.db.across_now(|conn| {
            Ok(diesel::sql_query("select * from claim_jobs($1, $2, $3)")
                .bind::<Bool, _>(lane == Lane::Mail)
                .bind::<Integer, _>(lane.most())
                .bind::<Integer, _>(LEASE_SECONDS)
                .load(conn)?)
        })?;
        let count = claimed.len();
        for job in claimed {
            let coop = CoopId(job.coop_id);
            let attempt = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.attempt(coop, &job)));
            let outcome = attempt.unwrap_or_else(|_| Err(Error::Internal(anyhow::anyhow!("the job panicked"))));
            if let Err(error) = outcome {
                tracing::warn!(kind = job.kind, id = job.id, attempts = job.attempts, %error, "a job failed");
                self.setting.db.write_now(coop, |conn| put_back(conn, &job, &error))?;
            }
        }
        Ok(count)
    }

    fn attempt(&self, coop_id: CoopId, job: &Claimed) -> Result<()> {
        let doing = (self.kinds)(&job.kind).ok_or_else(|| anyhow::anyhow!("unknown kind of job: {}", job.kind))?;
        if matches!(doing, Doing::Mail) {
            self.mailer.send(&job.payload)?;
        }
        self.setting.db.write_now(coop_id, |conn| {
            let coop = (self.load_coop)(conn)?;
            let (policy, origin) = (&self.setting.policy, self.setting.origin_of(&coop));
            let mut act = Act { conn, coop: &coop, viewer: None, policy, origin: &origin, now: clock::now() };
            match doing {
                Doing::Verb(verb) => verb(&mut act, &job.payload)?,
                Doing::Signing(verb) => verb(&mut act, &job.payload, &self.setting.keys)?,
                Doing::Mail => {}
            }
            let ours = jobs::table.filter(jobs::id.eq(job.id).and(jobs::attempts.eq(job.attempts)));
            match diesel::delete(ours).execute(conn)? {
                1 => Ok(()),
                _ => Err(Error::Conflict("conflict-job-taken")), // our lease ran out and another instance has it
            }
        })
    }
}

fn put_back(conn: &mut PgConnection, job: &Claimed, error: &Error) -> Result<()> {
    let now = clock::now();
    let dead = job.attempts >= ATTEMPTS_MAX;
    let message: String = format!("{error:#}").chars().take(500).collect();
    diesel::update(jobs::table.filter(jobs::id.eq(job.id).and(jobs::attempts.eq(job.attempts))))
        .set((
            jobs::lease_until.eq(None::<DateTime<Utc>>),
            jobs::last_error.eq(message),
            jobs::run_at.eq(now + pause(job.attempts)),
            jobs::dead_at.eq(dead.then_some(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Removes mails that were set aside long ago: they hold an address and a text. For the nightly job.
pub fn forget_set_aside(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<()> {
    let old = jobs::table.filter(jobs::kind.eq("mail").and(jobs::dead_at.lt(now - SET_ASIDE_KEPT)));
    diesel::delete(old).execute(conn)?;
    Ok(())
}

/// 10 s, 40 s, 90 s … each four times the square of the attempt, up to six hours, and up to half as much again by chance.
fn pause(attempts: i32) -> TimeDelta {
    let steady = (10 * i64::from(attempts).pow(2) * 4_i64.pow(attempts.clamp(1, 5) as u32 - 1)).min(6 * 3600);
    let chance = i64::from(u16::from_be_bytes(random::<2>())) * steady / 2 / i64::from(u16::MAX);
    TimeDelta::seconds(steady + chance)
}

#[cfg(test)]
#[path = "jobs_tests.rs"]
mod tests;
