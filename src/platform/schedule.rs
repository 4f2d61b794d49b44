//! The schedule: runs that come round by the clock of each co-op.
//!
//! Every instance computes the latest due time of each task in the co-op's time zone and inserts it under the key
//! (co-op, task, due time): the database lets it in once. After an outage only the latest missed run is made up for, which
//! is right for all that is here: each looks at the state and not at the time that passed. Instants are UTC, so a night with
//! two 2:30s has one run.

use crate::platform::sql::row;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use croner::Cron;
use diesel::prelude::*;
use diesel::sql_types::Jsonb;

use super::clock;
use super::db::Db;
use super::error::Result;
use super::jobs::JobKind;
use super::slice::Slices;

/// A kind of job, and when it is due: minute, hour, day, month, weekday, by the co-op's wall clock.
pub struct Scheduled {
    pub job: &'static JobKind,
    pub at: &'static str,
}

const EVERY: Duration = Duration::from_secs(20);
/// A run older than this is not made up for.
const LOOK_BACK: TimeDelta = TimeDelta::days(2);

row! {
    struct Coop {
        coop_id: i64,
        time_zone: String,
    }
}

row! {
    struct Made {
        made: i32,
    }
}

/// Inserts due runs until `stop` says so.
pub async fn run(db: Db, slices: Slices, mut stop: tokio::sync::watch::Receiver<bool>) {
    let told = Arc::new(std::sync::Mutex::new(HashMap::new()));
    while !*stop.borrow() {
        let (db, told) = (db.clone(), told.clone());
        let outcome = tokio::task::spawn_blocking(move || {
            let mut told = told.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            insert_due(&db, slices, clock::now(), &mut told)
        })
        .await;
        if let Ok(Err(error)) = outcome {
            tracing::warn!(%error, "the schedule is out of reach");
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stop.changed() => {}
        }
    }
}

/// What was inserted last, so that an unchanged due time asks the database nothing.
pub type Told = HashMap<(i64, &'static str), DateTime<Utc>>;

/// Inserts the runs that are due at `now`. How many were new to all instances.
pub fn insert_due(db: &Db, slices: Slices, now: DateTime<Utc>, told: &mut Told) -> Result<i32> {
    let coops: Vec<Coop> =
        db.across_now(|conn| Ok(diesel::sql_query("select coop_id, time_zone from all_coops()").load(conn)?))?;
    let mut runs = Vec::new();
    let mut fresh = Vec::new();
    for coop in coops {
        let zone: Tz = coop.time_zone.parse().unwrap_or(chrono_tz::UTC);
        for scheduled in slices.iter().flat_map(|slice| slice.schedule) {
            let Some(due) = latest_due(scheduled.at, zone, now) else { continue };
            let key = (coop.coop_id, scheduled.job.name);
            if told.get(&key) != Some(&due) {
                let (task, lane) = (scheduled.job.name, scheduled.job.lane.name);
                runs.push(serde_json::json!({ "coop_id": coop.coop_id, "task": task, "lane": lane, "due_at": due }));
                fresh.push((key, due));
            }
        }
    }
    if runs.is_empty() {
        return Ok(0);
    }
    let made: Made = db.across_now(|conn| {
        Ok(diesel::sql_query("select insert_due_runs($1) as made")
            .bind::<Jsonb, _>(serde_json::Value::Array(runs))
            .get_result(conn)?)
    })?;
    told.extend(fresh);
    Ok(made.made)
}

/// The latest time at or before `now` that the pattern names on the wall clock of `zone`.
fn latest_due(pattern: &str, zone: Tz, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let cron: Cron = pattern.parse().ok()?;
    let local = now.with_timezone(&zone);
    let due = cron.find_previous_occurrence(&local, true).ok()?.with_timezone(&Utc);
    (now - due < LOOK_BACK).then_some(due)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    /// 2:30 does not exist on 8 March 2026 in Toronto and exists twice on 1 November: one run on each day all the same.
    #[test]
    fn one_run_a_night_when_the_clocks_change() {
        let zone = chrono_tz::America::Toronto;
        for (start, hours) in [("2026-03-07T12:00:00Z", 72), ("2026-10-31T12:00:00Z", 72)] {
            let mut runs = std::collections::BTreeSet::new();
            for minute in 0..hours * 60 {
                runs.extend(latest_due("30 2 * * *", zone, at(start) + TimeDelta::minutes(minute)));
            }
            let nights: Vec<_> =
                runs.iter().filter(|due| **due > at(start)).map(|due| due.with_timezone(&zone).date_naive()).collect();
            assert_eq!(nights.len(), 3, "{nights:?}");
            assert!(nights.windows(2).all(|pair| pair[0] < pair[1]), "{nights:?}");
        }
    }

    #[test]
    fn a_run_missed_long_ago_is_left() {
        assert_eq!(latest_due("0 0 1 1 *", chrono_tz::UTC, at("2026-06-01T00:00:00Z")), None);
    }
}
