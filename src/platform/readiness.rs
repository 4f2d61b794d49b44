//! Whether the database answers, and is one that this program can use: asked by a thread of its own on a connection of its own, so that neither a full pool nor a frozen
//! server holds up the answer.
//!
//! However many ask at once, one question is under way, and at most one thread hangs in a server that does not answer. It goes on
//! with the next question once the server wakes, or the kernel notices that it is gone.

use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use diesel::r2d2::ManageConnection as _;
use tokio::sync::watch;

use super::connection::{Manager, Scoped};
use super::db::{self, Schema};

/// How long an answer is waited for. Together with the way to and fro less than a second.
const PATIENCE: Duration = Duration::from_millis(800);

/// How far the clocks may be apart before it is said.
pub const SKEW_MAX_SECONDS: i64 = 2;

/// How the database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// By how many seconds the clock here is ahead of its.
    Well {
        ahead: i64,
    },
    Older,
    Newer,
    Away,
}

impl Condition {
    pub fn is_well(self) -> bool {
        matches!(self, Self::Well { .. })
    }
}

/// Asks how the database is.
pub struct Readiness {
    manager: Manager,
    asking: OnceLock<(SyncSender<()>, watch::Receiver<Condition>)>,
}

impl Readiness {
    /// Asks nothing yet: the thread begins with the first question.
    pub fn new(manager: Manager) -> Self {
        Self { manager, asking: OnceLock::new() }
    }

    /// How the database is now, within less than a second.
    pub async fn condition(&self) -> Condition {
        let (ask, told) = self.asking.get_or_init(|| begin(self.manager.clone()));
        let mut told = told.clone();
        told.mark_unchanged();
        let _ = ask.try_send(()); // where a question waits already, its answer is ours
        match tokio::time::timeout(PATIENCE, told.changed()).await {
            Ok(Ok(())) => *told.borrow(),
            _ => Condition::Away,
        }
    }

    /// Whether anybody has asked: then somebody is to be told before the server stops.
    pub fn is_watched(&self) -> bool {
        self.asking.get().is_some()
    }
}

fn begin(manager: Manager) -> (SyncSender<()>, watch::Receiver<Condition>) {
    let ((ask, asked), (tell, told)) = (sync_channel(1), watch::channel(Condition::Away));
    std::thread::spawn(move || keep_asking(&manager, &asked, &tell));
    (ask, told)
}

/// Puts one question after the other, until nobody can ask any more.
fn keep_asking(manager: &Manager, asked: &Receiver<()>, tell: &watch::Sender<Condition>) {
    let mut connection: Option<Scoped> = None;
    while asked.recv().is_ok() {
        let still_good = connection.take().and_then(|mut old| manager.is_valid(&mut old).is_ok().then_some(old));
        connection = still_good.or_else(|| manager.connect().ok());
        tell.send_replace(connection.as_mut().map_or(Condition::Away, condition_of));
    }
}

fn condition_of(connection: &mut Scoped) -> Condition {
    match db::compare_schema(&mut connection.conn) {
        Ok(Schema::Ours) => db::clock_ahead(&mut connection.conn)
            .map_or(Condition::Away, |ahead| Condition::Well { ahead: ahead.num_seconds() }),
        Ok(Schema::Older) => Condition::Older,
        Ok(Schema::Newer) => Condition::Newer,
        Err(_) => Condition::Away,
    }
}
