//! The pages of work days: the list of them, and what they share.

pub mod came;
mod form;
mod jobs;
mod printed;
mod show;

use askama::Template;
use chrono::NaiveDate;

pub use form::{add, edit, edit_form, new_form};
pub use jobs::{add as add_jobs, give_up, new_form as jobs_form, take};
pub use printed::{cards, sheet};
pub use show::{call_off, show};

use super::WorkDay;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::tasks::{Held, Holder, Task};

fn member(visit: &Visit) -> Option<i64> {
    visit.viewer.as_ref().and_then(|viewer| viewer.member_id)
}

fn manages(visit: &Visit, day: &WorkDay) -> bool {
    visit.may(Permission::TasksManage) || (day.led && visit.may(Permission::TasksCreate))
}

/// A work day with its jobs as they are; those that were called off alone are left out.
async fn load(visit: &Visit, id: i64) -> Result<(WorkDay, Vec<Task>)> {
    let (day, mut jobs) = visit
        .read(move |conn, visit| {
            let (member, today) = (member(visit), visit.today());
            let day = super::find(conn, id, member, today)?;
            Ok((day, crate::tasks::of_work_day(conn, id, member, today)?))
        })
        .await?;
    jobs.retain(|job| day.is_off() || job.lane().is_some());
    Ok((day, jobs))
}

/// The same, for somebody who answers for it.
async fn load_to_manage(visit: &Visit, id: i64) -> Result<(WorkDay, Vec<Task>)> {
    let (day, jobs) = load(visit, id).await?;
    if !manages(visit, &day) {
        return Err(Error::Forbidden);
    }
    if day.is_off() { Err(Error::Conflict("conflict-work-day-off")) } else { Ok((day, jobs)) }
}

/// "Saturday 12 December 2026, from 9:00 a.m. to 12:30 p.m."
fn when(lang: Lang, day: &WorkDay) -> String {
    lang.with(
        "work-day-when",
        &[
            ("day", lang.long_day(day.held_on).into()),
            ("from", lang.time_of_day(day.starts_at).into()),
            ("until", lang.time_of_day(day.ends_at).into()),
        ],
    )
}

/// A holder in words.
fn name(lang: Lang, held: &Held) -> String {
    match held.holder() {
        Some(Holder::Unit(_)) => lang.with("task-home", &[("home", held.name(lang).into())]),
        _ => held.name(lang).to_owned(),
    }
}

/// "2 to 4 people", "1 person".
fn people(lang: Lang, job: &Task) -> String {
    let most = job.places.unwrap_or(1);
    let least = job.places_min.unwrap_or(1);
    let args = [("least", least.into()), ("most", most.into())];
    lang.with(if least < most { "work-day-people-between" } else { "work-day-people" }, &args)
}

/// One in the list of work days.
struct Line {
    id: i64,
    title: String,
    when: String,
    place: String,
    facts: String,
    missing: i64,
    is_off: bool,
}

fn line(lang: Lang, day: &WorkDay, today: NaiveDate) -> Line {
    let args = [("jobs", day.jobs.into()), ("places", day.places.into()), ("taken", day.taken.into())];
    let facts = if day.held_on < today { "work-day-facts-past" } else { "work-day-facts" };
    Line {
        id: day.id,
        title: day.title.clone(),
        when: when(lang, day),
        place: day.place.clone(),
        facts: if day.jobs > 0 { lang.with(facts, &args) } else { lang.t("work-day-no-jobs") },
        missing: if day.is_off() || day.held_on < today { 0 } else { day.missing },
        is_off: day.is_off(),
    }
}

#[derive(Template)]
#[template(path = "workdays/index.html")]
struct IndexPage {
    page: Page,
    coming: Vec<Line>,
    past: Vec<Line>,
    may_plan: bool,
}

pub async fn index(visit: Visit) -> Answer {
    let (lang, today) = (visit.lang, visit.today());
    let (days, led) = visit
        .read(move |conn, visit| {
            Ok((super::list(conn, member(visit), today)?, super::led(conn, member(visit), today)?))
        })
        .await?;
    let (coming, past): (Vec<&WorkDay>, Vec<&WorkDay>) = days.iter().partition(|day| day.held_on >= today);
    let lines = |days: Vec<&WorkDay>| days.into_iter().map(|day| line(lang, day, today)).collect();
    let page = IndexPage {
        page: Page::new(&visit, "tasks", "work-days-title"),
        coming: lines(coming),
        past: lines(past),
        may_plan: may_plan(&visit, &led),
    };
    page::ok(&visit, &page)
}

fn may_plan(visit: &Visit, led: &[i64]) -> bool {
    visit.may(Permission::TasksManage) || (visit.may(Permission::TasksCreate) && !led.is_empty())
}
