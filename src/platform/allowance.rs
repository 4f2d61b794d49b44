//! How long work may wait for the database, and what is known of it when it waited too long.
//!
//! A request has three seconds of the database altogether, and what else it does (receive a slow upload, hash a password) is
//! not counted. What takes long by its nature has half a minute (`gate::allow` names it). Jobs and commands have no deadline, for
//! nobody waits for them; only each of their statements has one.
//!
//! Invariants: a request is answered when its allowance is used up, even if its thread still hangs in the database. Whoever is told
//! that nothing was saved is told the truth: an `Attempt` that was given up never commits, and one that had begun to commit is
//! never called nothing.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::{Duration, Instant};

use super::error::{Error, Result};

/// What the database is told: how long a statement may run, and how long it may wait for a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub statement: Duration,
    pub lock: Duration,
}

/// How long the database may take altogether.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    pub whole: Duration,
    pub limits: Limits,
}

/// A page or a form: somebody sits before it. A lock that is not to be had ends the work before the deadline does, so that its
/// connection is free again when the answer goes out.
pub const REQUEST: Allowance = Allowance {
    whole: Duration::from_secs(3),
    limits: Limits { statement: Duration::from_secs(3), lock: Duration::from_millis(2_500) },
};
/// Work that looks at everything there is while somebody waits for it, once the database has answered at all.
pub const LONG: Allowance = Allowance {
    whole: Duration::from_secs(30),
    limits: Limits { statement: Duration::from_secs(30), lock: Duration::from_millis(2_500) },
};
/// A job or a command. Well within the lease of a job.
pub const WORK: Limits = Limits { statement: Duration::from_mins(1), lock: Duration::from_secs(10) };

/// What a request has used of its allowance so far.
struct Used {
    allowance: Allowance,
    waited: Cell<Duration>,
    may_have_saved: Cell<bool>,
}

tokio::task_local! {
    /// Of the request that is being answered. Set by the gate, around everything that asks the database.
    static USED: Used;
}

/// Answers a request within an allowance.
pub async fn within<T>(allowance: Allowance, answer: impl Future<Output = T>) -> T {
    USED.scope(Used { allowance, waited: Cell::default(), may_have_saved: Cell::default() }, answer).await
}

/// What the request that is being answered has left. Work outside a request has what a page has, each time.
pub fn left() -> Allowance {
    let left =
        |used: &Used| Allowance { whole: used.allowance.whole.saturating_sub(used.waited.get()), ..used.allowance };
    USED.try_with(left).unwrap_or(REQUEST)
}

/// Counts what the request waited for the database.
pub fn waited(time: Duration) {
    let _ = USED.try_with(|used| used.waited.set(used.waited.get() + time));
}

/// Something that the visitor sent was saved, or may have been.
pub fn note_saved() {
    let _ = USED.try_with(|used| used.may_have_saved.set(true));
}

/// Whether anything that the visitor sent was saved, or may have been.
pub fn may_have_saved() -> bool {
    USED.try_with(|used| used.may_have_saved.get()).unwrap_or(false)
}

const WORKING: u8 = 0;
const COMMITTING: u8 = 1;
const GIVEN_UP: u8 = 2;

/// One piece of work, as seen by the thread that does it and by the request that waits for it.
#[derive(Clone)]
pub struct Attempt {
    pub limits: Limits,
    deadline: Option<Instant>,
    stage: Arc<AtomicU8>,
    reached: Arc<AtomicBool>,
}

impl Attempt {
    /// Work that somebody waits for until `deadline`; without one, as long as it takes.
    pub fn new(limits: Limits, deadline: Option<Instant>) -> Self {
        Self { limits, deadline, stage: Arc::new(WORKING.into()), reached: Arc::default() }
    }

    /// How long it may still wait, `usual` at most.
    pub fn left(&self, usual: Duration) -> Duration {
        self.deadline.map_or(usual, |deadline| deadline.saturating_duration_since(Instant::now()).min(usual))
    }

    pub fn is_late(&self) -> bool {
        self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }

    /// Asked by the thread before it begins: nobody may be waiting any more.
    pub fn still_wanted(&self) -> Result<()> {
        if self.stage.load(Ordering::Acquire) == GIVEN_UP { Err(too_late()) } else { Ok(()) }
    }

    /// Said by the thread when the database has answered it once.
    pub fn note_reached(&self) {
        self.reached.store(true, Ordering::Release);
    }

    /// Whether the database has answered at all: it may be slow then, but it is not away.
    pub fn has_reached(&self) -> bool {
        self.reached.load(Ordering::Acquire)
    }

    /// Asked by the thread at the end of a transaction. After this only the database knows what came of it.
    ///
    /// # Errors
    /// `Busy` when the visitor was told meanwhile that nothing is saved: then nothing is.
    pub fn begin_commit(&self) -> Result<()> {
        let first = self.stage.compare_exchange(WORKING, COMMITTING, Ordering::AcqRel, Ordering::Acquire);
        first.map(|_| ()).map_err(|_| too_late())
    }

    /// The database said that it did not commit.
    pub fn was_rolled_back(&self) {
        let _ = self.stage.compare_exchange(COMMITTING, WORKING, Ordering::AcqRel, Ordering::Acquire);
    }

    /// Waits no longer. From here on the thread does not commit, unless it had begun to.
    pub fn give_up(&self) {
        let _ = self.stage.compare_exchange(WORKING, GIVEN_UP, Ordering::AcqRel, Ordering::Acquire);
    }

    /// Whether it was committed, or may have been.
    pub fn may_have_saved(&self) -> bool {
        self.stage.load(Ordering::Acquire) == COMMITTING
    }
}

fn too_late() -> Error {
    Error::Busy("the database took too long, and nobody waits any more".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_gives_up_first_decides_whether_anything_can_be_saved() {
        let given_up = Attempt::new(REQUEST.limits, None);
        given_up.give_up();
        assert!(given_up.still_wanted().is_err() && given_up.begin_commit().is_err() && !given_up.may_have_saved());
        let committing = Attempt::new(REQUEST.limits, None);
        assert!(committing.begin_commit().is_ok());
        committing.give_up();
        assert!(committing.may_have_saved());
        committing.was_rolled_back();
        assert!(!committing.may_have_saved());
    }

    #[actix_web::test]
    async fn a_request_adds_up_what_it_waited() {
        within(REQUEST, async {
            waited(Duration::from_secs(2));
            waited(Duration::from_millis(500));
            assert_eq!((left().whole, may_have_saved()), (Duration::from_millis(500), false));
            waited(Duration::from_secs(9));
            note_saved();
            assert_eq!((left().whole, may_have_saved()), (Duration::ZERO, true));
        })
        .await;
        assert_eq!((left(), may_have_saved()), (REQUEST, false));
    }
}
