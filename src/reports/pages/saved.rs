//! Reports under a name: saved, changed, made at once, thrown away.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::{Filters, Frame, HOME, fields, frame, question, runs, wait};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::reports::{self, NAME_MAX, NewSaved, Report, Saved, Sent};

#[derive(Template)]
#[template(path = "reports/saved.html")]
struct SavedPage {
    page: Page,
    form: Form,
    id: i64,
    report: String,
    filters: Filters,
    rhythms: Vec<(&'static str, String)>,
    next: String,
}

fn read(form: &Form, report: &'static Report, frame: &Frame, today: chrono::NaiveDate) -> Result<NewSaved> {
    let reader = form.reader();
    let name = reader.required_line("report_name", NAME_MAX);
    let sent = reader.choice("report_sent", &Sent::ALL).unwrap_or_default();
    match (reader.finish(), question(form, report, &frame.committees, (today, frame.starts))) {
        (Ok(()), Ok(question)) => Ok(NewSaved { name, question, sent }),
        (Err(Error::Invalid(mut wrong)), Err(Error::Invalid(more))) => {
            wrong.extend(more);
            Err(Error::Invalid(wrong))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// Keeps the filters of a report that somebody looks at.
pub async fn add(visit: Visit, form: Form) -> Answer {
    let run: i64 = form.value("run").parse().map_err(|_| Error::NotFound)?;
    let report = visit.read(move |conn, _| reports::find(conn, run)?.report()).await?;
    let frame = frame(&visit).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(form, report, &frame, act.today())?;
            let id = reports::save(act, &new)?;
            Ok(Done::to(HOME).say("report-is-saved", new.name).made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => runs::again(&visit, run, form.with_errors(errors)).await,
        Err(error) => Err(error),
    }
}

async fn load(visit: &Visit, id: i64) -> Result<(Saved, &'static Report)> {
    let saved = visit.read(move |conn, _| reports::saved(conn, id)).await?;
    let report = reports::named(&saved.report)?;
    Ok((saved, report))
}

fn filled(visit: &Visit, saved: &Saved, starts: u32) -> Result<Form> {
    let asked = saved.question(visit.today(), starts)?;
    let own = [
        ("version", saved.version.to_string()),
        ("report_name", saved.name.clone()),
        ("report_sent", saved.sent.word().to_owned()),
    ];
    Ok(Form::filled(fields(&asked).into_iter().chain(own)))
}

fn saved_page(visit: &Visit, saved: &Saved, report: &Report, form: Form, frame: &Frame) -> SavedPage {
    let lang = visit.lang;
    SavedPage {
        page: Page::named(visit, "reports", saved.name.clone()).with_form(&form),
        form,
        id: saved.id,
        report: lang.t_of("report-", report.name),
        filters: Filters::of(lang, report, &frame.committees),
        rhythms: Sent::ALL.map(|(word, _)| (word, lang.t_of("report-sent-", word))).to_vec(),
        next: saved
            .next_on
            .map(|day| lang.with("report-next-on", &[("day", lang.day(day).into())]))
            .unwrap_or_default(),
    }
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let (saved, report) = load(&visit, *id).await?;
    let frame = frame(&visit).await?;
    let form = filled(&visit, &saved, frame.starts)?;
    page::ok(&visit, &saved_page(&visit, &saved, report, form, &frame))
}

pub async fn change(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let (saved, report) = load(&visit, id).await?;
    let frame = frame(&visit).await?;
    let inner = Frame { committees: frame.committees.clone(), starts: frame.starts };
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(form, report, &inner, act.today())?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            reports::change(act, id, &new, version)?;
            Ok(Done::to(HOME).say("report-is-changed", new.name))
        })
        .await;
    let (status, form) = match outcome {
        Ok(done) => return Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(errors)),
        Err(Error::Conflict("conflict-changed")) => {
            let now = filled(&visit, &saved, frame.starts)?;
            (StatusCode::CONFLICT, form.beside(&now, |_, says| says.to_owned()))
        }
        Err(error) => return Err(error),
    };
    page::html(&visit, status, &saved_page(&visit, &saved, report, form, &frame))
}

pub async fn remove(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (saved, _) = load(&visit, *id).await?;
    let done = visit
        .submit(&form, move |act, _| {
            reports::remove(act, saved.id)?;
            Ok(Done::to(HOME).say("report-is-removed", saved.name))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

/// Makes it now, with the days of today.
pub async fn ask(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (saved, _) = load(&visit, *id).await?;
    let starts = frame(&visit).await?.starts;
    let done = visit
        .submit(&form, move |act, _| {
            let question = saved.question(act.today(), starts)?;
            let run = reports::ask(act, &question, Some(saved.id))?;
            Ok(Done::to(super::address(run)).made(run))
        })
        .await?;
    wait(&visit, &done).await
}
