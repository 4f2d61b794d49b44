//! Jobs of a work day: several written in one form, one a line; and signing up for one with one press.

use actix_web::web;
use askama::Template;

use super::load_to_manage;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::tasks::rules::{DETAILS_MAX, minutes};
use crate::workdays::rules::{self, JOBS_MAX, PLACES_MAX};
use crate::workdays::{self, NewJob, WorkDay};

/// The longest text with jobs, in letters: longer than all the lines that a day can have.
const TEXT_MAX: usize = 40_000;

#[derive(Template)]
#[template(path = "workdays/jobs.html")]
struct JobsPage {
    page: Page,
    form: Form,
    day: WorkDay,
}

async fn jobs_page(visit: &Visit, id: i64, form: Form) -> Result<JobsPage> {
    let (day, _) = load_to_manage(visit, id).await?;
    Ok(JobsPage { page: Page::new(visit, "tasks", "work-day-jobs-title").with_form(&form), form, day })
}

/// The jobs that were typed; what a line does not say holds for all.
fn read(form: &Form) -> Result<Vec<NewJob>> {
    let reader = form.reader();
    let text = reader.required_text("work_jobs", TEXT_MAX);
    let details = reader.text("done_means", DETAILS_MAX);
    let number = |name: &str| reader.number(name, 1..=i64::from(PLACES_MAX)).map(|number| number as i32);
    let (least, most) = (number("places_min"), number("places"));
    if least.zip(most).is_some_and(|(least, most)| least > most) {
        reader.refuse("places_min", "wrong-places-min");
    }
    let typed = form.value("credit_hours").trim();
    let credit = if typed.is_empty() { Some(0) } else { minutes(typed) };
    if credit.is_none() {
        reader.refuse("credit_hours", "wrong-hours");
    }
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    let (mut jobs, mut wrong) = (Vec::new(), Vec::new());
    for (line, place) in lines {
        let line = match rules::line(line) {
            Ok(line) => line,
            Err(key) => {
                let limit = Some(i32::to_string(&place));
                wrong.push(FieldError { field: "work_jobs".to_owned(), key, limit });
                continue;
            }
        };
        let (says_least, places) = line.places.unwrap_or((None, most.unwrap_or(least.unwrap_or(1))));
        jobs.push(NewJob {
            title: line.title,
            details: details.clone(),
            places_min: says_least.unwrap_or(least.unwrap_or(1).min(places)),
            places,
            credit_minutes: line.minutes.or(credit).unwrap_or(0),
        });
    }
    if jobs.len() > JOBS_MAX {
        reader.refuse("work_jobs", "wrong-jobs-many");
    } else if let Some(first) = wrong.into_iter().next() {
        return Err(match reader.finish() {
            Err(Error::Invalid(errors)) => Error::Invalid(std::iter::once(first).chain(errors).collect()),
            _ => Error::Invalid(vec![first]),
        });
    }
    reader.finish()?;
    Ok(jobs)
}

pub async fn new_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let form = Form::filled([("places_min", "1".to_owned()), ("places", "3".to_owned())]);
    page::ok(&visit, &jobs_page(&visit, id.into_inner(), form).await?)
}

pub async fn add(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    load_to_manage(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let jobs = read(form)?;
            workdays::add_jobs(act, id, &jobs)?;
            Ok(Done::to(format!("/workdays/{id}#jobs")).say("work-day-jobs-added", jobs.len().to_string()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &jobs_page(&visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

pub async fn take(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, job) = path.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            let (task, waits) = workdays::take(act, id, job)?;
            let said = if waits { "task-waits-for-place" } else { "work-day-job-taken" };
            Ok(Done::to(format!("/workdays/{id}#job-{job}")).say(said, task.title))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn give_up(visit: Visit, path: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, job) = path.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            let task = workdays::give_up(act, id, job)?;
            Ok(Done::to(format!("/workdays/{id}#job-{job}")).say("work-day-job-given-up", task.title))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
