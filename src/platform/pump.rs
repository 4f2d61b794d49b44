//! The pump: takes what was recorded to whoever follows it.
//!
//! An event without a place in the chain is the outbox. The pump gives a co-op's events their places in batches, tells the live
//! pages once a batch, and moves the cursor of each reader: what a reader does with a batch commits together with its cursor, so
//! it happens once. A writer of this process wakes the pump after its commit; what another process wrote is found within a
//! second. A transaction that notifies would queue at its commit behind all others of the cluster, so no verb does.
//!
//! A reader that fails at an event does not hold up the rest: that event becomes a job, with the pauses and the end of jobs.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use serde_json::{Value, json};
use tokio::sync::watch;

use super::act::Act;
use super::db::{CoopId, Db, on_thread};
use super::error::{Error, Result};
use super::events::{self, Event};
use super::jobs::{self, Doing, JobKind, LoadCoop, WORK};
use super::slice::Reader;
use super::sql::sql;
use super::state::AppState;
use crate::platform::sql::row;
use crate::schema::{event_cursors, events as events_table};

/// What comes within this time of each other is one batch.
const APART: Duration = Duration::from_millis(40);
/// How often co-ops are looked for that nobody woke the pump for.
const SWEEP: Duration = Duration::from_secs(1);
/// Events a reader is given at once.
const BATCH: i64 = 500;
/// PostgreSQL takes 8000 bytes a notification.
const NOTIFIED_BYTES_MAX: usize = 7_000;

/// Gives an event that failed in a batch to its reader again.
pub static READ_AGAIN: JobKind = JobKind { name: "read_again", lane: &WORK, doing: Doing::Verb(read_again) };

#[derive(Clone)]
pub struct Pump {
    pub state: Arc<AppState>,
    pub db: Db,
    pub load_coop: LoadCoop,
}

impl Pump {
    /// Pumps until `stop` says so.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut written = self.db.written();
        let mut swept: Option<Instant> = None;
        while !*stop.borrow() {
            let sweeping = swept.is_none_or(|at| at.elapsed() >= SWEEP);
            let pump = self.clone();
            if let Err(error) = on_thread(move || pump.round(sweeping)).await {
                tracing::warn!(%error, "the pump cannot reach the events");
            }
            if sweeping {
                swept = Some(Instant::now());
            }
            tokio::time::sleep(APART).await;
            tokio::select! {
                _ = written.changed() => {}
                () = tokio::time::sleep(SWEEP) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Pumps the co-ops that wrote something here and, when `sweeping`, those that are behind for another reason. How many events
    /// were given a place.
    pub fn round(&self, sweeping: bool) -> Result<usize> {
        let mut coops: BTreeSet<i64> = self.db.take_written().into_iter().map(|coop| coop.0).collect();
        if sweeping {
            coops.extend(self.db.across_now(behind)?);
        }
        let mut placed = 0;
        for coop in coops.into_iter().map(CoopId) {
            match self.coop(coop) {
                Ok(count) => placed += count,
                Err(error) => tracing::warn!(%error, coop = coop.0, "events wait for their place"),
            }
        }
        Ok(placed)
    }

    /// Places what waits in one co-op and gives it to the readers.
    fn coop(&self, coop: CoopId) -> Result<usize> {
        let (placed, cursors, last) = self.db.write_quietly(coop, |conn| {
            let placed = events::chain(conn)?;
            notify(conn, &placed)?;
            Ok((placed, cursors(conn, self.readers().map(|reader| reader.name))?, last_position(conn)?))
        })?;
        // Whoever has read everything is left alone: a reading wakes the pump again, and would never end.
        for reader in self.readers() {
            if cursors.get(reader.name).copied().unwrap_or(0) < last {
                while self.read(coop, reader)? {}
            }
        }
        Ok(placed.len())
    }

    fn readers(&self) -> impl Iterator<Item = &'static Reader> {
        self.state.slices.iter().flat_map(|slice| slice.readers)
    }

    /// Gives a reader its next batch. Whether there may be more.
    fn read(&self, coop: CoopId, reader: &'static Reader) -> Result<bool> {
        let tried = self.in_coop(coop, |act| batch(act, reader, |act, events| (reader.read)(act, events)));
        match tried {
            Err(Error::Busy(why)) => Err(Error::Busy(why)),
            Err(error) => {
                tracing::warn!(%error, reader = reader.name, "a batch of events failed: what fails alone becomes a job");
                self.in_coop(coop, |act| batch(act, reader, |act, events| one_by_one(act, reader, events)))
            }
            more => more,
        }
    }

    fn in_coop<T>(&self, coop: CoopId, work: impl FnOnce(&mut Act<'_>) -> Result<T>) -> Result<T> {
        self.db.write_now(coop, |conn| {
            let coop = (self.load_coop)(conn)?;
            work(&mut Act::by_itself(conn, &coop, &self.state))
        })
    }
}

/// One batch behind the cursor of a reader, and the cursor moved over it. Whether there may be more.
fn batch(act: &mut Act<'_>, reader: &Reader, read: impl FnOnce(&mut Act<'_>, &[Event]) -> Result<()>) -> Result<bool> {
    let cursor = lock_cursor(act.conn, reader.name)?;
    let events: Vec<Event> = events_table::table
        .filter(events_table::position.gt(cursor))
        .order(events_table::position)
        .limit(BATCH)
        .select(Event::as_select())
        .load(act.conn)?;
    let Some(last) = events.last().and_then(|event| event.position) else { return Ok(false) };
    read(act, &events)?;
    diesel::update(event_cursors::table.filter(event_cursors::reader.eq(reader.name)))
        .set(event_cursors::position.eq(last))
        .execute(act.conn)?;
    Ok(events.len() as i64 == BATCH)
}

fn one_by_one(act: &mut Act<'_>, reader: &Reader, events: &[Event]) -> Result<()> {
    for event in events {
        if act.attempt(|act| (reader.read)(act, std::slice::from_ref(event))).is_err() {
            jobs::enqueue(act.conn, &READ_AGAIN, json!({ "reader": reader.name, "event": event.id }), act.now)?;
        }
    }
    Ok(())
}

fn read_again(act: &mut Act<'_>, payload: &Value) -> Result<()> {
    let (name, event) = (payload["reader"].as_str(), payload["event"].as_i64().unwrap_or_default());
    let mut readers = act.state.slices.iter().flat_map(|slice| slice.readers);
    let reader = readers.find(|reader| Some(reader.name) == name).ok_or(Error::NotFound)?;
    let events = events::some(act.conn, &[event])?;
    (reader.read)(act, &events)
}

// ---- queries ----

row! {
    struct Behind {
        coop_id: i64,
    }
}

/// Co-ops with events that have no place, or that a reader has not seen.
fn behind(conn: &mut PgConnection) -> Result<Vec<i64>> {
    let rows: Vec<Behind> = sql("select coop_id from coops_behind()").load(conn)?;
    Ok(rows.into_iter().map(|row| row.coop_id).collect())
}

/// The last place that was given, 0 before the first.
fn last_position(conn: &mut PgConnection) -> Result<i64> {
    let placed = events_table::table.filter(events_table::position.is_not_null());
    let last: Option<Option<i64>> =
        placed.order(events_table::position.desc()).select(events_table::position).first(conn).optional()?;
    Ok(last.flatten().unwrap_or(0))
}

/// How far each reader has read. A new reader begins at the first event.
fn cursors<'a>(conn: &mut PgConnection, readers: impl Iterator<Item = &'a str>) -> Result<HashMap<String, i64>> {
    let all: Vec<(String, i64)> =
        event_cursors::table.select((event_cursors::reader, event_cursors::position)).limit(100).load(conn)?;
    let mut cursors: HashMap<String, i64> = all.into_iter().collect();
    for reader in readers {
        if !cursors.contains_key(reader) {
            diesel::insert_into(event_cursors::table)
                .values((event_cursors::reader.eq(reader), event_cursors::position.eq(0)))
                .on_conflict_do_nothing()
                .execute(conn)?;
            cursors.insert(reader.to_owned(), 0);
        }
    }
    Ok(cursors)
}

/// The place up to which a reader has read, which is nobody else's to move until this transaction ends.
fn lock_cursor(conn: &mut PgConnection, reader: &str) -> Result<i64> {
    let own = event_cursors::table.filter(event_cursors::reader.eq(reader));
    Ok(own.select(event_cursors::position).for_update().first(conn)?)
}

/// Tells the live pages of every instance which things changed, once for all of them. The number 0 stands for all things of a kind.
fn notify(conn: &mut PgConnection, placed: &[Event]) -> Result<()> {
    let of = |event: &Event| {
        let subject = event.subject_id.map(|id| format!("{}:{id}", event.subject_kind));
        let all = format!("{}:0", event.subject_kind);
        subject.into_iter().chain([all]).chain(event.detail[events::fields::ABOUT.name].as_str().map(str::to_owned))
    };
    let topics: BTreeSet<String> = placed.iter().flat_map(of).collect();
    let mut message = String::new();
    let mut send = |message: &mut String| -> Result<()> {
        if !message.is_empty() {
            sql("select pg_notify('live', current_coop() || '/' || $1)").bind(std::mem::take(message)).execute(conn)?;
        }
        Ok(())
    };
    for topic in topics {
        if message.len() + topic.len() > NOTIFIED_BYTES_MAX {
            send(&mut message)?;
        }
        if !message.is_empty() {
            message.push(',');
        }
        message.push_str(&topic);
    }
    send(&mut message)
}

#[cfg(test)]
#[path = "pump_tests.rs"]
mod tests;
