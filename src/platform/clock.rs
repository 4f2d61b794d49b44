//! The only place that reads the time. Everything else is handed an instant.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// This instant, cut to the microsecond that PostgreSQL keeps.
pub fn now() -> DateTime<Utc> {
    #[cfg(test)]
    if let Some(set) = SET.get() {
        return set;
    }
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

#[cfg(test)]
thread_local! {
    static SET: std::cell::Cell<Option<DateTime<Utc>>> = const { std::cell::Cell::new(None) };
}

/// Does something on this thread at another time.
#[cfg(test)]
pub fn at<T>(moment: DateTime<Utc>, work: impl FnOnce() -> T) -> T {
    SET.set(Some(moment));
    let done = work();
    SET.set(None);
    done
}
