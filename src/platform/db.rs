//! The database: a bounded pool of connections, each of which sees one co-op at a time.
//!
//! This is the only place that knows how a connection is tied to a co-op (`app.coop_id`, read by `current_coop()` in every
//! policy). A connection handed out without a co-op finds nothing. Connections run as the role `cooperator_app`, which has
//! no DDL and cannot look past the policies. All work happens on the blocking pool, in one call per request step.

mod schema;

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use diesel::prelude::*;
use diesel::r2d2::{ManageConnection, Pool};
use tokio::sync::watch;

use super::error::{Error, Result};
pub use schema::{migrate, schema_is_current};

/// The role that answers requests. The migrations make it.
const APP_ROLE: &str = "cooperator_app";
const PING: &str = "select 1";
/// How long a request waits for a connection before it answers "busy".
const POOL_WAIT: Duration = Duration::from_secs(2);
/// A connection that did its work this short a time ago is handed out again without asking whether it still answers.
const TRUSTED: Duration = Duration::from_secs(1);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct CoopId(pub i64);

/// A connection and the co-op it is set to.
pub struct Scoped {
    conn: PgConnection,
    coop: Option<CoopId>,
    /// When it last did its work; `None` when that failed for want of the database.
    answered: Option<Instant>,
}

/// Makes connections: as the app role, with limits on how long anything may take.
pub struct Manager {
    url: String,
    #[cfg(test)]
    statements: counting::Statements,
    /// Only in tests: everything happens in a transaction that is never committed.
    rolled_back: bool,
}

impl ManageConnection for Manager {
    type Connection = Scoped;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Scoped, Self::Error> {
        let mut conn = PgConnection::establish(&self.url).map_err(diesel::r2d2::Error::ConnectionError)?;
        let setup = format!(
            "set role {APP_ROLE}; set statement_timeout = '5s'; set lock_timeout = '3s'; \
             set idle_in_transaction_session_timeout = '15s'; set time zone 'UTC'; set jit = off; \
             set random_page_cost = 1.1"
        );
        diesel::connection::SimpleConnection::batch_execute(&mut conn, &setup)
            .map_err(diesel::r2d2::Error::QueryError)?;
        if self.rolled_back {
            conn.begin_test_transaction().map_err(diesel::r2d2::Error::QueryError)?;
        }
        #[cfg(test)]
        conn.set_instrumentation(self.statements.clone());
        Ok(Scoped { conn, coop: None, answered: None })
    }

    fn is_valid(&self, scoped: &mut Scoped) -> Result<(), Self::Error> {
        if scoped.answered.is_some_and(|at| at.elapsed() < TRUSTED) {
            return Ok(());
        }
        diesel::connection::SimpleConnection::batch_execute(&mut scoped.conn, PING)
            .map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, scoped: &mut Scoped) -> bool {
        use diesel::connection::TransactionManager;
        std::thread::panicking()
            || diesel::connection::AnsiTransactionManager::is_broken_transaction_manager(&mut scoped.conn)
    }
}

/// How many counters of changes there are: co-ops share them, which costs a needless question now and then.
const COUNTERS: usize = 256;

#[derive(Clone)]
pub struct Db {
    pool: Pool<Manager>,
    changes: Arc<[AtomicU64; COUNTERS]>,
    written: Arc<Written>,
    #[cfg(test)]
    statements: counting::Statements,
}

/// The co-ops for which this process wrote something, for those of its parts that follow what is written.
struct Written {
    coops: Mutex<HashSet<CoopId>>,
    woken: watch::Sender<()>,
}

impl Default for Written {
    fn default() -> Self {
        Self { coops: Mutex::default(), woken: watch::channel(()).0 }
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
        let statements = counting::Statements::default();
        let manager = Manager {
            url: url.to_owned(),
            #[cfg(test)]
            statements: statements.clone(),
            rolled_back,
        };
        let wait = if rolled_back { Duration::from_secs(30) } else { POOL_WAIT };
        let pool = Pool::builder()
            .max_size(size)
            .min_idle(Some(size.min(2)))
            .connection_timeout(wait)
            .test_on_check_out(!rolled_back)
            .error_handler(Box::new(diesel::r2d2::NopErrorHandler))
            .build_unchecked(manager);
        Self {
            pool,
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

    /// The co-ops for which this process wrote something since it was asked last.
    pub fn take_written(&self) -> HashSet<CoopId> {
        std::mem::take(&mut *self.written.coops.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn counter(&self, coop: CoopId) -> &AtomicU64 {
        &self.changes[coop.0.rem_euclid(COUNTERS as i64) as usize]
    }

    /// Runs `work` on a connection that sees the rows of `coop`. Each statement stands alone.
    pub async fn read<T: Send + 'static>(
        &self,
        coop: CoopId,
        work: impl FnOnce(&mut PgConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let db = self.clone();
        blocking(move || db.read_now(coop, work)).await
    }

    /// Runs `work` in one transaction: all of it happens, or nothing.
    pub async fn write<T: Send + 'static>(
        &self,
        coop: CoopId,
        work: impl FnOnce(&mut PgConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let db = self.clone();
        blocking(move || db.write_now(coop, work)).await
    }

    /// Like `read`, for callers that are on a blocking thread already (commands, jobs).
    pub fn read_now<T>(&self, coop: CoopId, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
        self.scoped(Some(coop), work)
    }

    /// Like `write`, for callers that are on a blocking thread already.
    pub fn write_now<T>(&self, coop: CoopId, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
        let outcome = self.write_quietly(coop, work);
        self.written.coops.lock().unwrap_or_else(PoisonError::into_inner).insert(coop);
        self.written.woken.send_replace(());
        outcome
    }

    /// Like `write_now`, and wakes nobody: for those who follow what is written.
    pub fn write_quietly<T>(&self, coop: CoopId, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
        let outcome = self.scoped(Some(coop), |conn| conn.transaction(|conn| work(conn)));
        self.changed(coop);
        outcome
    }

    /// For the five crossings between co-ops: sees no rows, may call the functions made for it.
    pub fn across_now<T>(&self, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
        self.scoped(None, work)
    }

    /// Like `across_now`, from async code.
    pub async fn across<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut PgConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let db = self.clone();
        blocking(move || db.across_now(work)).await
    }

    fn scoped<T>(&self, coop: Option<CoopId>, work: impl FnOnce(&mut PgConnection) -> Result<T>) -> Result<T> {
        let mut scoped = self.pool.get().map_err(|error| Error::Busy(error.to_string()))?;
        scoped.answered = None;
        if scoped.coop != coop {
            scoped.coop = None;
            set_coop(&mut scoped.conn, coop)?;
            scoped.coop = coop;
        }
        let outcome = work(&mut scoped.conn);
        scoped.answered = (!matches!(outcome, Err(Error::Busy(_)))).then(Instant::now);
        outcome
    }
}

/// Moves blocking work off the event loop.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    match actix_web::web::block(work).await {
        Ok(outcome) => outcome,
        Err(_) => Err(Error::Internal(anyhow::anyhow!("blocking work was cancelled or panicked"))),
    }
}

fn set_coop(conn: &mut PgConnection, coop: Option<CoopId>) -> QueryResult<()> {
    let value = coop.map(|coop| coop.0.to_string()).unwrap_or_default();
    diesel::sql_query("select set_config('app.coop_id', $1, false)")
        .bind::<diesel::sql_types::Text, _>(value)
        .execute(conn)
        .map(|_| ())
}

/// Has the planner count the rows, after many came at once: until then it guesses, and guesses badly.
pub fn count_rows_for_planner(conn: &mut PgConnection) -> Result<()> {
    diesel::sql_query("select count_rows_for_planner()").execute(conn)?;
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

/// Counts the queries of the application, so that a test can hold a page to its budget. Only in tests: it writes out each query.
#[cfg(test)]
mod counting {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use diesel::connection::{Instrumentation, InstrumentationEvent};

    use super::PING;

    const BOOKKEEPING: [&str; 7] = [PING, "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "select set_config"];

    #[derive(Clone, Default)]
    pub struct Statements(Arc<AtomicU64>);

    impl Statements {
        pub fn so_far(&self) -> u64 {
            self.0.load(Ordering::Relaxed)
        }
    }

    impl Instrumentation for Statements {
        fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
            if let InstrumentationEvent::StartQuery { query, .. } = event {
                let text = query.to_string();
                if !BOOKKEEPING.iter().any(|words| text.trim_start().starts_with(words)) {
                    self.0.fetch_add(1, Ordering::Relaxed);
                }
            }
        }
    }
}
