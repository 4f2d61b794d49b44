//! Work days: one day on which many come and do many small jobs.
//!
//! A job is a task that names its day, made by the verbs of the tasks: so signing up, the waiting list, reminders, completion, hours,
//! comments, calendars and the board are those of tasks. What is here is the day itself, and what is done with all its jobs at once. A day
//! that was called off stays readable; its open jobs are called off with it, and what was done keeps its hours.

pub mod api;
mod jobs;
pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

pub use jobs::{NewJob, add_jobs, give_up, note_who_came, take};

use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::visit::Act;
use crate::policy::Permission;
use crate::tasks::{self, NewTask, Task};

row! {
    /// A work day as somebody sees it.
    #[derive(Debug, Clone)]
    pub struct WorkDay {
        pub id: i64,
        pub title: String,
        pub held_on: NaiveDate,
        /// By the clock of the co-op, as where it ends.
        pub starts_at: NaiveTime,
        pub ends_at: NaiveTime,
        /// Where people meet.
        pub place: String,
        pub committee_id: Option<i64>,
        /// With marks.
        pub notes: String,
        pub called_off_at: Option<DateTime<Utc>>,
        pub created_at: DateTime<Utc>,
        pub version: i32,
        pub committee_en: Option<String>,
        pub committee_fr: Option<String>,
        /// Whether the viewer leads its committee.
        pub led: bool,
        /// How many jobs it has, but for those that were called off alone.
        pub jobs: i64,
        /// How many places they have, how many are taken, and how many people open jobs still need.
        pub places: i64,
        pub taken: i64,
        pub missing: i64,
    }
}

impl WorkDay {
    pub fn committee(&self, lang: Lang) -> Option<&str> {
        if lang == Lang::En { self.committee_en.as_deref() } else { self.committee_fr.as_deref() }
    }

    pub fn is_off(&self) -> bool {
        self.called_off_at.is_some()
    }

    fn subject(&self) -> Subject {
        Subject { id: self.id, name: self.title.clone() }
    }

    /// What it says, as it is written.
    pub fn written(&self) -> NewWorkDay {
        NewWorkDay {
            title: self.title.clone(),
            held_on: self.held_on,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            place: self.place.clone(),
            committee_id: self.committee_id,
            notes: self.notes.clone(),
        }
    }
}

/// A work day as it is written, new or edited.
#[derive(Debug, Clone)]
pub struct NewWorkDay {
    pub title: String,
    pub held_on: NaiveDate,
    pub starts_at: NaiveTime,
    /// Later.
    pub ends_at: NaiveTime,
    pub place: String,
    pub committee_id: Option<i64>,
    pub notes: String,
}

impl NewWorkDay {
    fn facts(&self) -> Value {
        let at = |time: NaiveTime| time.format("%H:%M").to_string();
        json!({ "title": self.title, "held_on": self.held_on, "starts_at": at(self.starts_at), "ends_at": at(self.ends_at),
                "meets_at": self.place, "committee_id": self.committee_id, "details": self.notes })
    }
}

// ---- reading ----

/// The work days that are still to come, the next first; then those that were, the latest first.
pub fn list(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Vec<WorkDay>> {
    store::list(conn, member, today)
}

/// One work day.
///
/// # Errors
/// `NotFound` when there is none.
pub fn find(conn: &mut PgConnection, id: i64, member: Option<i64>, today: NaiveDate) -> Result<WorkDay> {
    store::find(conn, id, member, today)
}

/// The committees that a member leads on a day: they plan the work days of these.
pub fn led(conn: &mut PgConnection, member: Option<i64>, today: NaiveDate) -> Result<Vec<i64>> {
    store::led(conn, member, today)
}

// ---- writing ----

/// Whether somebody answers for the work days of a committee, or of none.
fn must_manage(act: &mut Act<'_>, committee: Option<i64>) -> Result<()> {
    if act.viewer.is_none() || act.may(Permission::TasksManage) {
        return Ok(());
    }
    let (member, today) = (act.viewer.and_then(|viewer| viewer.member_id), act.today());
    let led = store::led(act.conn, member, today)?;
    if committee.is_some_and(|id| led.contains(&id)) { Ok(()) } else { Err(Error::Forbidden) }
}

fn check(act: &mut Act<'_>, new: &NewWorkDay, was: Option<i64>) -> Result<()> {
    if new.starts_at >= new.ends_at {
        return Err(Error::field("ends_at", "wrong-work-day-times"));
    }
    match new.committee_id {
        Some(id) if Some(id) != was && !store::committee_is_open(act.conn, id)? => {
            Err(Error::field("committee_id", "wrong-choice"))
        }
        _ => Ok(()),
    }
}

/// The work day, for somebody who answers for it, locked until this is committed; not one that was called off.
fn to_change(act: &mut Act<'_>, id: i64) -> Result<WorkDay> {
    store::lock(act.conn, id)?;
    let today = act.today();
    let day = store::find(act.conn, id, None, today)?;
    must_manage(act, day.committee_id)?;
    if day.is_off() { Err(Error::Conflict("conflict-work-day-off")) } else { Ok(day) }
}

/// Plans a work day.
///
/// # Errors
/// `Forbidden` to who neither manages tasks nor leads its committee; `Invalid` on `ends_at` where it ends before it begins, on
/// `committee_id` where there is no such committee.
pub fn plan(act: &mut Act<'_>, new: &NewWorkDay) -> Result<i64> {
    must_manage(act, new.committee_id)?;
    check(act, new, None)?;
    let author = act.viewer.map(|viewer| viewer.account_id);
    let id = store::insert(act.conn, new, author, act.now)?;
    let subject = Subject { id, name: new.title.clone() };
    events::record(act, &slice::WORK_DAY_PLANNED, &subject, json!({ "after": new.facts() }))?;
    Ok(id)
}

/// Changes a work day. Its open jobs follow: their day, their time and their committee, where these were its own. Whoever signed up for
/// one is told of another day or time by the tasks.
///
/// # Errors
/// As for `plan`; `Conflict` when it was changed meanwhile, or called off.
pub fn edit(act: &mut Act<'_>, id: i64, new: &NewWorkDay, version: i32) -> Result<()> {
    let day = to_change(act, id)?;
    must_manage(act, new.committee_id)?;
    if day.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    check(act, new, day.committee_id)?;
    let Some(difference) = difference(&day.written().facts(), &new.facts()) else { return Ok(()) };
    let subject = Subject { id, name: new.title.clone() };
    events::record(act, &slice::WORK_DAY_EDITED, &subject, difference)?;
    // while the day is still their committee's: who answers for it answers for its jobs
    for job in open_jobs(act, id)? {
        tasks::edit(act, job.id, &moved(&job, &day, new), job.version)?;
    }
    store::update(act.conn, id, new)
}

/// A job as it is after its day was changed.
fn moved(job: &Task, day: &WorkDay, new: &NewWorkDay) -> NewTask {
    let written = job.written();
    NewTask {
        due_on: Some(new.held_on),
        due_at: if job.due_at == Some(day.starts_at) { Some(new.starts_at) } else { job.due_at },
        starts_on: job.starts_on.map(|starts| starts.min(new.held_on)),
        committee_id: if job.committee_id == day.committee_id { new.committee_id } else { job.committee_id },
        ..written
    }
}

fn open_jobs(act: &mut Act<'_>, id: i64) -> Result<Vec<Task>> {
    let (member, today) = (act.viewer.and_then(|viewer| viewer.member_id), act.today());
    Ok(tasks::of_work_day(act.conn, id, member, today)?.into_iter().filter(Task::is_open).collect())
}

/// Calls a work day off: its open jobs are called off, and whoever signed up for one is told. What was done stays, with its hours.
///
/// # Errors
/// As for `edit`. Nothing happens to one that was called off.
pub fn call_off(act: &mut Act<'_>, id: i64, version: i32) -> Result<WorkDay> {
    let day = match to_change(act, id) {
        Err(Error::Conflict("conflict-work-day-off")) => {
            let today = act.today();
            return store::find(act.conn, id, None, today);
        }
        day => day?,
    };
    if day.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    store::call_off(act.conn, id, act.now)?;
    let detail = json!({ "after": { "held_on": day.held_on } });
    events::record(act, &slice::WORK_DAY_CALLED_OFF, &day.subject(), detail)?;
    for job in open_jobs(act, id)? {
        tasks::cancel(act, job.id, job.version)?;
    }
    Ok(day)
}
