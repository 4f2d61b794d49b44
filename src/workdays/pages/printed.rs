//! On paper: cards of the jobs to cut out, and a sheet for the wall on which people sign up by hand. No phones.

use actix_web::web;
use askama::Template;

use super::{load, name, people, when};
use crate::platform::error::Result;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::qr::Code;
use crate::platform::visit::Visit;
use crate::tasks::Task;
use crate::tasks::pages::duration;
use crate::workdays::WorkDay;

/// A job on paper: who signed up, and a line for each place that is free.
struct Job {
    title: String,
    details: String,
    people: String,
    hours: Option<String>,
    names: Vec<String>,
    lines: usize,
}

fn job(visit: &Visit, task: &Task) -> Job {
    let lang = visit.lang;
    Job {
        title: task.title.clone(),
        details: markdown::html(&task.details, 3),
        people: people(lang, task),
        hours: (task.credit_minutes > 0).then(|| duration(lang, task.credit_minutes)),
        names: task.held().map(|held| name(lang, held)).collect(),
        lines: usize::try_from(task.places_free().unwrap_or(0)).unwrap_or(0),
    }
}

async fn jobs(visit: &Visit, id: i64) -> Result<(WorkDay, Vec<Job>)> {
    let (day, jobs) = load(visit, id).await?;
    let open = jobs.iter().filter(|task| task.is_open()).map(|task| job(visit, task)).collect();
    Ok((day, open))
}

#[derive(Template)]
#[template(path = "workdays/cards.html")]
struct CardsPage {
    page: Page,
    day: WorkDay,
    when: String,
    jobs: Vec<Job>,
}

pub async fn cards(visit: Visit, id: web::Path<i64>) -> Answer {
    let (day, jobs) = jobs(&visit, *id).await?;
    let page =
        CardsPage { page: Page::new(&visit, "tasks", "work-day-cards-title"), when: when(visit.lang, &day), day, jobs };
    page::ok(&visit, &page)
}

#[derive(Template)]
#[template(path = "workdays/sheet.html")]
struct SheetPage {
    page: Page,
    day: WorkDay,
    when: String,
    notes: String,
    jobs: Vec<Job>,
    address: String,
    code: Code,
}

pub async fn sheet(visit: Visit, id: web::Path<i64>) -> Answer {
    let (day, jobs) = jobs(&visit, *id).await?;
    let address = format!("{}/workdays/{}", visit.state.origin_of(visit.coop()?), day.id);
    let page = SheetPage {
        page: Page::named(&visit, "tasks", day.title.clone()),
        when: when(visit.lang, &day),
        notes: markdown::html(&day.notes, 2),
        code: Code::of(&address)?,
        address,
        day,
        jobs,
    };
    page::ok(&visit, &page)
}
