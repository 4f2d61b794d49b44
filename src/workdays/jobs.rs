//! The jobs of a work day: written down together, signed up for, and noted as done together.

use super::rules::JOBS_MAX;
use super::{WorkDay, open_jobs, to_change};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;
use crate::tasks::{self, Completion, Holder, NewTask, Task};

/// A job as it is written.
#[derive(Debug, Clone)]
pub struct NewJob {
    pub title: String,
    /// What done means, with marks.
    pub details: String,
    /// How many people it needs at least and takes at most.
    pub places_min: i32,
    pub places: i32,
    pub credit_minutes: i32,
}

/// Adds jobs to a work day: tasks of its committee, due on its day when it begins.
///
/// # Errors
/// `Forbidden` to who neither manages tasks nor leads its committee; `Conflict` when it was called off; `Invalid` on `work_jobs` where it
/// would have more than `JOBS_MAX`, on `places_min` where more are needed than there are places.
pub fn add_jobs(act: &mut Act<'_>, id: i64, jobs: &[NewJob]) -> Result<WorkDay> {
    let day = to_change(act, id)?;
    if usize::try_from(day.jobs).unwrap_or(0) + jobs.len() > JOBS_MAX {
        return Err(Error::field("work_jobs", "wrong-jobs-many"));
    }
    for job in jobs {
        let new = NewTask {
            title: job.title.clone(),
            details: job.details.clone(),
            due_on: Some(day.held_on),
            due_at: Some(day.starts_at),
            committee_id: day.committee_id,
            places: Some(job.places),
            places_min: Some(job.places_min),
            work_day_id: Some(id),
            credit_minutes: job.credit_minutes,
            ..NewTask::default()
        };
        tasks::create(act, &new)?;
    }
    Ok(day)
}

/// The task of a job, which must be of this day.
fn of_day(act: &mut Act<'_>, id: i64, job: i64) -> Result<Task> {
    let task = tasks::find(act.conn, job)?;
    if task.work_day_id == Some(id) { Ok(task) } else { Err(Error::NotFound) }
}

/// Signs up for a job, or waits for a place where all are taken.
///
/// # Errors
/// `NotFound` where the day has no such job, and as for `tasks::take`.
pub fn take(act: &mut Act<'_>, id: i64, job: i64) -> Result<(Task, bool)> {
    of_day(act, id, job)?;
    tasks::take(act, job)
}

/// Gives up a place, or waiting for one.
///
/// # Errors
/// `NotFound` where the day has no such job, and as for `tasks::give_up`.
pub fn give_up(act: &mut Act<'_>, id: i64, job: i64) -> Result<Task> {
    of_day(act, id, job)?;
    tasks::give_up(act, job, "")
}

/// Notes who came for each job: those jobs are done, when the day was over, and the hours go to who came. A job for which nobody came
/// stays open, and one that is done already stays as it is. How many were noted.
///
/// # Errors
/// `Forbidden` to who neither manages tasks nor leads its committee; `Conflict` when it was called off, or is still to come; `NotFound`
/// where a job is not of this day.
pub fn note_who_came(act: &mut Act<'_>, id: i64, came: &[(i64, Vec<Holder>)]) -> Result<usize> {
    let day = to_change(act, id)?;
    if day.held_on > act.today() {
        return Err(Error::Conflict("conflict-work-day-ahead"));
    }
    let done_at = clock::instant(act.coop.zone, day.held_on.and_time(day.ends_at));
    let open = open_jobs(act, id)?;
    let mut noted = 0;
    for (job, doers) in came.iter().filter(|(_, doers)| !doers.is_empty()) {
        of_day(act, id, *job)?;
        let Some(task) = open.iter().find(|task| task.id == *job) else { continue };
        let completion = Completion { doers: Some(doers.clone()), done_at, ..Completion::default() };
        tasks::complete(act, task.id, &completion, task.version)?;
        noted += 1;
    }
    Ok(noted)
}
