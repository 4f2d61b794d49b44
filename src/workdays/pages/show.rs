//! One work day: when and where, and its jobs as cards with who signed up; what is still missing stands out.

use actix_web::web;
use askama::Template;

use super::{line, load, manages, member, name, when};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::tasks::pages::duration;
use crate::tasks::{self, Holder, Lane, Task};
use crate::workdays::{self, WorkDay, rules};

/// What the viewer can do with a job with one press.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Press {
    Take,
    Wait,
    GiveUp,
    StopWaiting,
}

/// A job as its card shows it.
struct Job {
    id: i64,
    title: String,
    details: String,
    /// "Needs at least 2 people."
    needs: String,
    taken: String,
    /// Who signed up; of what is done, who did it.
    names: Vec<String>,
    is_done: bool,
    waiting: Vec<String>,
    hours: Option<String>,
    /// A class of tag and its words.
    tag: Option<(&'static str, String)>,
    /// Whether the hours of what is done wait for a second person.
    hours_wait: bool,
    mine: bool,
    press: Option<Press>,
}

#[derive(Template)]
#[template(path = "workdays/show.html")]
struct ShowPage {
    page: Page,
    day: WorkDay,
    when: String,
    committee: Option<String>,
    notes: String,
    facts: String,
    missing: i64,
    jobs: Vec<Job>,
    may_manage: bool,
    is_past: bool,
    /// Whether who came can be noted for some job.
    may_note: bool,
}

/// What stands out: that it is done, that people are missing, that it is full.
fn tag(lang: Lang, job: &Task, is_past: bool) -> Option<(&'static str, String)> {
    let missing = rules::missing(job.places_min, job.held().count());
    match (job.lane(), missing) {
        (Some(Lane::Done), _) => Some(("ok", lang.t("work-day-job-done"))),
        (None, _) => Some(("", lang.t("work-day-job-off"))),
        _ if is_past => Some(("lamp", lang.t("work-day-job-open"))),
        (_, 1..) => Some(("bad", lang.with("work-day-job-missing", &[("count", missing.into())]))),
        _ => match job.places_free().unwrap_or(0) {
            0 => Some(("ok", lang.t("work-day-job-full"))),
            free => Some(("lamp", lang.with("work-day-job-free", &[("count", free.into())]))),
        },
    }
}

fn press(visit: &Visit, job: &Task, is_past: bool) -> Option<Press> {
    let me = member(visit).map(Holder::Member)?;
    if !job.is_open() || is_past || !visit.may(Permission::TasksCreate) {
        return None;
    }
    let own = job.holders.0.iter().find(|held| held.holder() == Some(me) && !held.has_left);
    Some(match own.map(|held| held.waits) {
        Some(true) => Press::StopWaiting,
        Some(false) => Press::GiveUp,
        None if job.places_free() == Some(0) => Press::Wait,
        None => Press::Take,
    })
}

fn job(visit: &Visit, job: &Task, did: &[(i64, String)], is_past: bool) -> Job {
    let lang = visit.lang;
    let args = [("taken", (job.held().count() as i64).into()), ("places", job.places.unwrap_or(1).into())];
    let said = |held: &crate::tasks::Held| match held.holder() {
        Some(Holder::Member(_)) if held.own => lang.t("task-you"),
        _ => name(lang, held),
    };
    let is_done = job.lane() == Some(Lane::Done);
    let of_job = did.iter().filter(|(id, _)| *id == job.id).map(|(_, name)| name.clone());
    Job {
        id: job.id,
        title: job.title.clone(),
        details: markdown::html(&job.details, 4),
        needs: lang.with("work-day-needs", &[("least", job.places_min.unwrap_or(1).into())]),
        taken: lang.with("work-day-taken", &args),
        names: if is_done { of_job.collect() } else { job.held().map(said).collect() },
        is_done,
        waiting: job.holders.0.iter().filter(|held| held.waits && !held.has_left).map(said).collect(),
        hours: (job.credit_minutes > 0).then(|| duration(lang, job.credit_minutes)),
        tag: tag(lang, job, is_past),
        hours_wait: is_done && job.credit_minutes > 0 && !job.credit_counts,
        mine: job.mine && job.is_open(),
        press: press(visit, job, is_past),
    }
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let (day, jobs) = load(&visit, id).await?;
    let did = visit.read(move |conn, visit| tasks::did_on(conn, id, visit.lang)).await?;
    let (lang, today) = (visit.lang, visit.today());
    let (is_past, may_manage) = (day.held_on < today, manages(&visit, &day));
    let summary = line(lang, &day, today);
    let page = ShowPage {
        page: Page::named(&visit, "tasks", day.title.clone()),
        when: when(lang, &day),
        committee: day.committee(lang).map(str::to_owned),
        notes: markdown::html(&day.notes, 3),
        facts: summary.facts,
        missing: summary.missing,
        may_note: may_manage && !day.is_off() && day.held_on <= today && jobs.iter().any(Task::is_open),
        jobs: jobs.iter().map(|one| job(&visit, one, &did, is_past)).collect(),
        may_manage: may_manage && !day.is_off(),
        is_past,
        day,
    };
    page::ok(&visit, &page)
}

pub async fn call_off(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, form| {
            let version = form.value("version").parse().unwrap_or(0);
            let day = workdays::call_off(act, id, version)?;
            Ok(Done::to(format!("/workdays/{id}")).say("work-day-called-off", day.title))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
