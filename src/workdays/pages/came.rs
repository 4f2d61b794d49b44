//! Who came: after the day, one page for all its jobs. Those who signed up are ticked; others are typed, one a line.

use actix_web::web;
use askama::Template;

use super::{load_to_manage, name, when};
use crate::members;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::pick::{self, Choice};
use crate::platform::visit::{Act, Done, Visit};
use crate::tasks::pages::duration;
use crate::tasks::{Holder, Task};
use crate::workdays::{self, WorkDay};

/// The most letters of the names that are typed for one job.
const NAMES_MAX: usize = 4_000;

/// A job with those of whom it is asked whether they came: value, name, ticked.
struct Job {
    id: i64,
    title: String,
    hours: Option<String>,
    people: Vec<(String, String, bool)>,
    others: String,
}

#[derive(Template)]
#[template(path = "workdays/came.html")]
struct CamePage {
    page: Page,
    form: Form,
    day: WorkDay,
    when: String,
    jobs: Vec<Job>,
}

fn came_name(job: i64) -> String {
    format!("came_{job}")
}

fn others_name(job: i64) -> String {
    format!("others_{job}")
}

fn job(visit: &Visit, form: &Form, task: &Task) -> Job {
    let (lang, asked) = (visit.lang, form.has("job", &task.id.to_string()));
    let field = came_name(task.id);
    let people = task.holders.0.iter().filter(|held| !held.has_left);
    let people = people.filter_map(|held| {
        let holder = held.holder().filter(|holder| !matches!(holder, Holder::Committee(_)))?;
        let ticked = if asked { form.has(&field, &holder.value()) } else { !held.waits };
        Some((holder.value(), name(lang, held), ticked))
    });
    Job {
        id: task.id,
        title: task.title.clone(),
        hours: (task.credit_minutes > 0).then(|| duration(lang, task.credit_minutes)),
        people: people.collect(),
        others: form.value(&others_name(task.id)).to_owned(),
    }
}

async fn came_page(visit: &Visit, id: i64, form: Form) -> Result<CamePage> {
    let (day, jobs) = load_to_manage(visit, id).await?;
    if day.held_on > visit.today() {
        return Err(Error::Conflict("conflict-work-day-ahead"));
    }
    Ok(CamePage {
        page: Page::new(visit, "tasks", "work-day-came-title").with_form(&form),
        when: when(visit.lang, &day),
        jobs: jobs.iter().filter(|task| task.is_open()).map(|task| job(visit, &form, task)).collect(),
        form,
        day,
    })
}

/// Who is said to have come, job by job.
fn read(act: &mut Act<'_>, form: &Form) -> Result<Vec<(i64, Vec<Holder>)>> {
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    let mut known: Option<Vec<Choice>> = None;
    for job in form.all("job") {
        let job: i64 = job.parse().map_err(|_| Error::BadRequest)?;
        let mut doers: Vec<Holder> = Vec::new();
        for value in form.all(&came_name(job)) {
            doers.push(Holder::parse(value).ok_or(Error::BadRequest)?);
        }
        let field = others_name(job);
        let reader = form.reader();
        let typed = reader.text(&field, NAMES_MAX);
        if let Err(Error::Invalid(errors)) = reader.finish() {
            wrong.extend(errors);
            continue;
        }
        for words in typed.lines().map(str::trim).filter(|words| !words.is_empty()) {
            if known.is_none() {
                let (conn, today) = (&mut *act.conn, act.now);
                let today = crate::platform::clock::date_in(act.coop.zone, today);
                let people = members::options(conn, today)?.into_iter();
                known = Some(people.map(|(id, name)| (Holder::Member(id).value(), name)).collect());
            }
            match pick::meant(known.as_deref().unwrap_or_default(), words) {
                Ok(value) => doers.extend(Holder::parse(value)),
                Err(key) => {
                    let key = if key == "wrong-none-found" { "wrong-came-none" } else { "wrong-came-several" };
                    wrong.push(FieldError { field: field.clone(), key, limit: Some(words.to_owned()) });
                }
            }
        }
        let mut once: Vec<Holder> = Vec::new();
        for doer in doers {
            if !once.contains(&doer) {
                once.push(doer);
            }
        }
        all.push((job, once));
    }
    if wrong.is_empty() { Ok(all) } else { Err(Error::Invalid(wrong)) }
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &came_page(&visit, id.into_inner(), Form::blank()).await?)
}

pub async fn note(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    load_to_manage(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let came = read(act, form)?;
            if came.iter().all(|(_, doers)| doers.is_empty()) {
                return Err(Error::field("", "wrong-came-nobody"));
            }
            let noted = workdays::note_who_came(act, id, &came)?;
            let said = if noted == 0 { "work-day-came-before" } else { "work-day-came-noted" };
            Ok(Done::to(format!("/workdays/{id}")).say(said, noted.to_string()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &came_page(&visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
