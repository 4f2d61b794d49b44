//! The only place that reads the time. Everything else is handed an instant.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// This instant, cut to the microsecond that PostgreSQL keeps.
pub fn now() -> DateTime<Utc> {
    let now = Utc::now();
    now - chrono::TimeDelta::nanoseconds(i64::from(now.timestamp_subsec_nanos() % 1_000))
}

/// The date on the wall calendar of the co-op at an instant.
pub fn date_in(zone: Tz, at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// The instant of a local wall-clock time; in an hour that exists twice, the first; in one that is skipped, `None`.
pub fn instant(zone: Tz, local: chrono::NaiveDateTime) -> Option<DateTime<Utc>> {
    local.and_local_timezone(zone).earliest().map(|at| at.with_timezone(&Utc))
}
