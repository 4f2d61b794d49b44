//! How a meeting is held: who leads it, when it was called to order and adjourned. Who may, and with how many, `attendance` decides.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::store;
use crate::platform::error::Result;

/// Writes down who leads a meeting, and who writes its minutes.
pub fn lead(conn: &mut PgConnection, id: i64, chair: Option<i64>, secretary: Option<i64>) -> Result<()> {
    store::lead(conn, id, chair, secretary)
}

/// Writes down when a meeting was called to order, and adjourned.
pub fn hold(
    conn: &mut PgConnection,
    id: i64,
    opened_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
) -> Result<()> {
    store::hold(conn, id, opened_at, ended_at)
}

/// Waits until nobody else changes a meeting.
///
/// # Errors
/// `NotFound` when there is none.
pub fn lock(conn: &mut PgConnection, id: i64) -> Result<()> {
    store::lock(conn, id)
}
