//! Whether the database answers: asked by a thread of its own on a connection of its own, so that neither a full pool nor a frozen
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

/// How long an answer is waited for. Together with the way to and fro less than a second.
const PATIENCE: Duration = Duration::from_millis(800);

/// Asks whether the database answers.
pub struct Readiness {
    manager: Manager,
    asking: OnceLock<(SyncSender<()>, watch::Receiver<bool>)>,
}

impl Readiness {
    /// Asks nothing yet: the thread begins with the first question.
    pub fn new(manager: Manager) -> Self {
        Self { manager, asking: OnceLock::new() }
    }

    /// Whether the database answers now, within less than a second.
    pub async fn answers(&self) -> bool {
        let (ask, told) = self.asking.get_or_init(|| begin(self.manager.clone()));
        let mut told = told.clone();
        told.mark_unchanged();
        let _ = ask.try_send(()); // where a question waits already, its answer is ours
        let heard = tokio::time::timeout(PATIENCE, told.changed()).await;
        matches!(heard, Ok(Ok(()))) && *told.borrow()
    }
}

fn begin(manager: Manager) -> (SyncSender<()>, watch::Receiver<bool>) {
    let ((ask, asked), (tell, told)) = (sync_channel(1), watch::channel(false));
    std::thread::spawn(move || keep_asking(&manager, &asked, &tell));
    (ask, told)
}

/// Puts one question after the other, until nobody can ask any more.
fn keep_asking(manager: &Manager, asked: &Receiver<()>, tell: &watch::Sender<bool>) {
    let mut connection: Option<Scoped> = None;
    while asked.recv().is_ok() {
        let still_good = connection.take().and_then(|mut old| manager.is_valid(&mut old).is_ok().then_some(old));
        connection = still_good.or_else(|| manager.connect().ok());
        tell.send_replace(connection.is_some());
    }
}
