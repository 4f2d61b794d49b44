//! What of an address may be told, and what observers were shown.

use actix_web::http::StatusCode;

use crate::platform::visit::Visit;
use crate::policy::Role;
use crate::transparency;

/// How much of an address goes into a line of the log.
const LOGGED_MAX: usize = 200;
/// A part of an address that is so long may be a secret, and stands in no log.
const SECRET_MIN: usize = 32;

/// An address as it may be told: without what may be a secret, and not longer than a line.
pub fn told(path: &str) -> String {
    let named = |part: &str| if part.len() < SECRET_MIN { part.to_owned() } else { "…".to_owned() };
    let path = path.split('/').map(named).collect::<Vec<_>>().join("/");
    path.chars().take(LOGGED_MAX).collect()
}

/// What observers are shown is noted for the board. Streams are parts of pages that are.
pub async fn note(visit: &Visit, status: StatusCode) {
    let observes = visit.viewer.as_ref().is_some_and(|viewer| viewer.role == Role::Observer);
    if !observes || !status.is_success() || visit.path.ends_with("/live") {
        return;
    }
    let page = told(&visit.path);
    if let Err(error) = visit.write(move |act| transparency::note_view(act, &page)).await {
        tracing::error!(?error, "what an observer was shown could not be noted");
    }
}
