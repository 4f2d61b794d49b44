//! The database: a bounded pool of connections, each of which sees one co-op at a time.
//!
//! This is the only place that knows how a connection is tied to a co-op (`app.coop_id`, read by `current_coop()` in every
//! policy). A connection handed out without a co-op finds nothing. Connections run as the role `cooperator_app`, which has
//! no DDL and cannot look past the policies. All work happens on the blocking pool, in one call per request step.
//!
//! A request takes a place before it takes a thread, so however many wait, no more threads hang in a frozen database than there are
//! places. Nothing can pull a thread out of libpq: it comes back when the server wakes, or when the kernel notices that the other end
//! is gone (`connection`). Until then its place is taken, and afterwards its connection is thrown away.

mod schema;

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use diesel::connection::{AnsiTransactionManager, TransactionManager as _};
use diesel::prelude::*;
use diesel::r2d2::Pool;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::timeout_at;

use super::allowance::{self, Allowance, Attempt, Limits, REQUEST, WORK};
use super::connection::{APP_ROLE, Manager};
use super::error::{Error, Result};
use super::jobs;
pub use schema::{ROLES, Schema, compare_schema, migrate, schema_is_current, unknown_migration};

/// The role that a backup is read as: it sees every row and changes none.
pub const BACKUP_ROLE: &str = "cooperator_backup";
/// How long a job or a command waits for a connection, and half of it how long the pool rests between two attempts to make one.
const POOL_WAIT: Duration = Duration::from_secs(2);
/// How long tests wait, which share one connection and a busy machine.
const UNHURRIED: Duration = Duration::from_mins(1);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct CoopId(pub i64);

/// How many counters of changes there are: co-ops share them, which costs a needless question now and then.
const COUNTERS: usize = 256;

#[derive(Clone)]
pub struct Db {
    manager: Manager,
    pool: Pool<Manager>,
    /// As many as requests may have connections, and how many of these for work that takes long.
    places: Arc<Semaphore>,
    long_places: Arc<Semaphore>,
    changes: Arc<[AtomicU64; COUNTERS]>,
    written: Arc<Written>,
    #[cfg(test)]
    statements: super::connection::Statements,
}

/// The co-ops for which this process wrote something, for those of its parts that follow what is written.
struct Written {
    coops: Mutex<HashSet<CoopId>>,
    woken: watch::Sender<()>,
    queued: watch::Sender<()>,
}

impl Default for Written {
    fn default() -> Self {
        Self { coops: Mutex::default(), woken: watch::channel(()).0, queued: watch::channel(()).0 }
    }
}

impl Db {
    /// A pool of at most `size` connections to `url`. Does not wait for the database to be there.
    pub fn connect(url: &str, size: u32) -> Self {
        Self::build(url, size, false)
    }

    /// Connections of their own for what is done behind the pages, so that it and the visitors do not wait for each other. What is
    /// written through either is known to both.
    #[must_use]
    pub fn beside(&self, url: &str, size: u32) -> Self {
        let (changes, written) = (self.changes.clone(), self.written.clone());
        Self { changes, written, ..Self::connect(url, size) }
    }

    /// One connection whose work is never committed, for tests.
    #[cfg(test)]
    pub fn rolled_back(url: &str) -> Self {
        Self::build(url, 1, true)
    }

    fn build(url: &str, size: u32, rolled_back: bool) -> Self {
        #[cfg(test)]
        let statements = super::connection::Statements::default();
        let manager = Manager {
            url: url.to_owned(),
            #[cfg(test)]
            statements: statements.clone(),
            rolled_back,
        };
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(size.min(2)))
            .connection_timeout(if rolled_back { UNHURRIED } else { POOL_WAIT })
            .test_on_check_out(!rolled_back)
            .error_handler(Box::new(diesel::r2d2::NopErrorHandler))
            .build_unchecked(manager.clone());
        Self {
            manager,
            pool,
            places: Arc::new(Semaphore::new(size as usize)),
            long_places: Arc::new(Semaphore::new((size as usize).div_ceil(2))),
            changes: Arc::new([const { AtomicU64::new(0) }; COUNTERS]),
            written: Arc::default(),
            #[cfg(test)]
            statements,
        }
    }

    /// How many queries this pool has run so far, without transaction bookkeeping.
    #[cfg(test)]
    pub fn statements(&self) -> u64 {
        self.statements.so_far()
    }

    /// A count that goes up after everything that is written for a co-op, as far as this process knows.
    pub fn changes(&self, coop: CoopId) -> u64 {
        self.counter(coop).load(Ordering::Acquire)
    }

    /// Something was written for a co-op: here, or by another process.
    pub fn changed(&self, coop: CoopId) {
        self.counter(coop).fetch_add(1, Ordering::Release);
    }

    /// Changes when this process has written something.
    pub fn written(&self) -> watch::Receiver<()> {
        self.written.woken.subscribe()
    }

    /// Changes when this process has put a job into a queue.
    pub fn queued(&self) -> watch::Receiver<()> {
        self.written.queued.subscribe()
    }

    /// Wakes those who follow what is written.
    fn wake(&self, coop: CoopId) {
        self.written.coops.lock().unwrap_or_else(PoisonError::into_inner).insert(coop);
        self.written.woken.send_replace(());
    }

    /// The co-ops for which this process wrote something since it was asked last.
    pub fn take_written(&self) -> HashSet<CoopId> {
        std::mem::take(&mut *self.written.coops.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn counter(&self, coop: CoopId) -> &AtomicU64 {
        &self.changes[coop.0.rem_euclid(COUNTERS as i64) as usize]
    }

    /// What makes a connection like the pool's, outside it.
    pub fn manager(&self) -> Manager {
        self.manager.clone()
    }

    /// Runs `work` on a connection that sees the rows of `coop`. Each statement stands alone.
    ///
    /// # Errors
    /// `Busy` when the request's allowance is used up, for this and the others.
    pub async fn read<T: Send + 'static>(
        &self,
        coop: CoopId,
        work: impl FnOnce(&mut PgConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.awaited(move |db, attempt| db.scoped(Some(coop), attempt, work)).await.0
    }

    /// Runs `work` in one transaction: all of it happens, or nothing.
    pub async fn write<T: Send + 'static>(
        &self,
        coop: CoopId,
        work: impl FnOnce(&mut PgConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.saved(Some(coop), work).await
    }

    /// Like `write`, before there is a co-op to write for.
    pub async fn write_across<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut PgConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.saved(None, work).await
    }

    /// Like `write`, for what is written down about a visit and not for the visitor: sessions, attempts.
    pub async fn write_aside<T: Send + 'static>(
        &self,
        coop: CoopId,
        work: impl FnOnce(&mut PgConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.awaited(move |db, attempt| db.in_transaction(Some(coop), attempt, work)).await.0
    }

    /// Like `read`, for callers that are on a blocking thread already and that nobody waits for (commands, jobs).
    pub fn read_now<T>(&self, coop: CoopId, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
        self.scoped(Some(coop), &self.unhurried(), work)
    }

    /// Like `write`, for the same callers.
    pub fn write_now<T>(&self, coop: CoopId, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
        let outcome = self.write_quietly(coop, work);
        self.wake(coop);
        outcome
    }

    /// Like `write_now`, and wakes nobody: for those who follow what is written.
    pub fn write_quietly<T>(&self, coop: CoopId, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
        self.in_transaction(Some(coop), &self.unhurried(), work)
    }

    /// For the five crossings between co-ops: sees no rows, may call the functions made for it.
    pub fn across_now<T>(&self, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
        self.scoped(None, &self.unhurried(), work)
    }

    /// Like `across_now`, from async code.
    pub async fn across<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut PgConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.awaited(move |db, attempt| db.scoped(None, attempt, work)).await.0
    }

    async fn saved<T: Send + 'static>(
        &self,
        coop: Option<CoopId>,
        work: impl FnOnce(&mut PgConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let saving = move |db: &Self, attempt: &Attempt| {
            let outcome = db.in_transaction(coop, attempt, work);
            if let Some(coop) = coop {
                db.wake(coop);
            }
            outcome
        };
        let (outcome, may_have_saved) = self.awaited(saving).await;
        if may_have_saved {
            allowance::note_saved();
        }
        outcome
    }

    fn unhurried(&self) -> Attempt {
        Attempt::new(if self.manager.rolled_back { REQUEST.limits } else { WORK }, None)
    }

    /// Runs `work` on a blocking thread and waits for it as long as the request may; a thread that still hangs is left behind. Says
    /// besides whether anything was saved, or may have been.
    async fn awaited<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self, &Attempt) -> Result<T> + Send + 'static,
    ) -> (Result<T>, bool) {
        let (begun, Allowance { mut whole, mut limits }) = (Instant::now(), allowance::left());
        if self.manager.rolled_back {
            (whole, limits) = (UNHURRIED, REQUEST.limits);
        }
        // However much is allowed: a database that has not answered at all by then is away.
        let first = begun + if self.manager.rolled_back { whole } else { whole.min(REQUEST.whole) };
        let last = begun + whole;
        let attempt = Attempt::new(limits, Some(last));
        let outcome = match self.admitted(limits, first).await {
            Ok(places) => {
                let (db, ours) = (self.clone(), attempt.clone());
                let work = on_thread(move || {
                    let _taken = places;
                    ours.still_wanted().and_then(|()| work(&db, &ours))
                });
                tokio::pin!(work);
                let mut outcome = timeout_at(first.into(), &mut work).await;
                if outcome.is_err() && attempt.has_reached() {
                    outcome = timeout_at(last.into(), work).await;
                }
                outcome.unwrap_or_else(|_| {
                    attempt.give_up();
                    Err(Error::Busy("the database has not answered in time".to_owned()))
                })
            }
            Err(error) => Err(error),
        };
        allowance::waited(begun.elapsed());
        (outcome, attempt.may_have_saved())
    }

    /// Takes a place among the requests: long work half of them at most, so that pages still come.
    async fn admitted(&self, limits: Limits, until: Instant) -> Result<[Option<OwnedSemaphorePermit>; 2]> {
        let taken = timeout_at(until.into(), async {
            let is_long = limits != REQUEST.limits;
            let among_long = if is_long { self.long_places.clone().acquire_owned().await.ok() } else { None };
            [among_long, self.places.clone().acquire_owned().await.ok()]
        });
        taken.await.map_err(|_| Error::Busy("all connections are taken".to_owned()))
    }

    /// Runs `work` in a transaction and commits, unless nobody waits for it any more.
    fn in_transaction<T>(
        &self,
        coop: Option<CoopId>,
        attempt: &Attempt,
        work: impl FnOnce(&mut PgConnection) -> Result<T>,
    ) -> Result<T> {
        let outcome = self.scoped(coop, attempt, |conn| {
            let outcome = conn.transaction(|conn| {
                self.manager.begun(conn)?;
                work(conn).and_then(|done| attempt.begin_commit().map(|()| done))
            });
            if outcome.is_err() && !AnsiTransactionManager::is_broken_transaction_manager(conn) {
                attempt.was_rolled_back();
            }
            outcome
        });
        if let Some(coop) = coop {
            self.changed(coop);
        }
        if jobs::take_enqueued() {
            self.written.queued.send_replace(());
        }
        outcome
    }

    fn scoped<T>(
        &self,
        coop: Option<CoopId>,
        attempt: &Attempt,
        work: impl FnOnce(&mut PgConnection) -> Result<T>,
    ) -> Result<T> {
        let usual = self.pool.connection_timeout();
        let mut scoped = self.pool.get_timeout(attempt.left(usual)).map_err(|error| Error::Busy(error.to_string()))?;
        attempt.still_wanted()?;
        scoped.answered = None;
        scoped.set(coop, attempt.limits)?;
        attempt.note_reached();
        let begun = Instant::now();
        let outcome = work(&mut scoped.conn).map_err(|error| error.after(begun.elapsed(), attempt.limits.lock));
        scoped.late = attempt.is_late();
        scoped.answered = (!matches!(outcome, Err(Error::Busy(_)))).then(Instant::now);
        outcome
    }
}

/// How much other work there is at most at the same time.
pub const OTHER_WORK: usize = 8;

/// Moves work off the event loop that has nothing to do with the database: passwords, photos, spreadsheets.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    static AT_ONCE: Semaphore = Semaphore::const_new(OTHER_WORK);
    let _place = AT_ONCE.acquire().await;
    on_thread(work).await
}

/// The same for work that the program waits for and no visitor.
pub async fn on_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    match actix_web::web::block(work).await {
        Ok(outcome) => outcome,
        Err(_) => Err(Error::Internal(anyhow::anyhow!("blocking work was cancelled or panicked"))),
    }
}

/// Has the planner count the rows, after many came at once: until then it guesses, and guesses badly.
pub fn count_rows_for_planner(conn: &mut PgConnection) -> Result<()> {
    diesel::sql_query("select count_rows_for_planner()").execute(conn)?;
    Ok(())
}

/// Lets the app's role ask for English messages, which `error` can read, where the owner may grant that: a superuser may.
pub fn grant_english(owner_url: &str) -> anyhow::Result<()> {
    let mut conn = PgConnection::establish(owner_url).context("cannot reach the database as its owner")?;
    if diesel::sql_query(format!("grant set on parameter lc_messages to {APP_ROLE}")).execute(&mut conn).is_err() {
        tracing::info!("what the database says is read in English and in French, for {APP_ROLE} may not choose");
    }
    Ok(())
}

/// Throws a database away, whoever is connected to it. Only the demo asks for this.
pub fn drop_database(owner_url: &str, name: &str) -> anyhow::Result<()> {
    let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    anyhow::ensure!(plain, "not a database name of ours: {name}");
    let mut conn = PgConnection::establish(owner_url).context("cannot reach the database server as its owner")?;
    diesel::sql_query(format!("drop database if exists {name} with (force)")).execute(&mut conn)?;
    Ok(())
}

/// The major version of the server at the other end.
pub fn server_major(conn: &mut PgConnection) -> Result<u32> {
    let number = "(current_setting('server_version_num')::int / 10000)";
    Ok(diesel::select(diesel::dsl::sql::<diesel::sql_types::Integer>(number)).get_result::<i32>(conn)?.unsigned_abs())
}

/// By how much the clock here is ahead of the database's.
pub fn clock_ahead(conn: &mut PgConnection) -> QueryResult<chrono::TimeDelta> {
    let theirs = diesel::select(diesel::dsl::sql::<diesel::sql_types::Timestamptz>("clock_timestamp()"));
    Ok(super::clock::now() - theirs.get_result::<chrono::DateTime<chrono::Utc>>(conn)?)
}
