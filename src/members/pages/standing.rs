//! Statuses and standing: giving a status, putting a wrong one right, noting for the treasurer that something is owed.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::show::member_page;
use crate::members::{self, Change, Correction, Status};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::undo;
use crate::platform::visit::{Done, Visit};

pub async fn set_status(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    if form.value("member_status") == Status::Former.word() {
        return Ok(page::see_other(&super::departure::address(id, &form)));
    }
    let lang = visit.lang;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let status = reader.required_choice("member_status", &Status::ALL);
            let from = reader.required_date("status_from");
            let until = reader.date("status_until");
            let reason = reader.line("status_reason", 200);
            reader.finish()?;
            let change = Change { status: status.unwrap_or(Status::Member), from, until, reason };
            let done = Done::to(format!("/members/{id}"));
            let (end, was) = members::undoing::change_status_undoably(act, id, &change)?;
            let done = match end {
                Some(end) => done.say("member-status-set-until", lang.day(end)),
                None => done.say("member-status-set", ""),
            };
            undo::offer(act, done, &format!("/members/{id}/status/undoing"), &was)
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &member_page(&visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

pub async fn note_arrears(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    visit.in_person()?;
    let id = *id;
    let done = visit
        .submit(&form, move |act, form| {
            members::note_arrears(act, id, form.reader().checked("in_arrears"))?;
            Ok(Done::to(format!("/members/{id}")).say("arrears-noted", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- putting a wrong entry right ----

#[derive(Template)]
#[template(path = "members/correction.html")]
struct CorrectionPage {
    page: Page,
    form: Form,
    id: i64,
    since: NaiveDate,
    name: String,
    statuses: Vec<(&'static str, String)>,
}

async fn correction_page(visit: &Visit, id: i64, since: NaiveDate, form: Option<Form>) -> Result<CorrectionPage> {
    let (name, steps) = visit
        .read(move |conn, _| {
            let name = members::names(conn, &[id])?.remove(&id).ok_or(Error::NotFound)?;
            Ok((name, members::statuses(conn, id)?))
        })
        .await?;
    let step = steps.into_iter().find(|step| step.since == since).ok_or(Error::NotFound)?;
    let form = form.unwrap_or_else(|| {
        Form::filled([
            ("member_status", step.status.clone()),
            ("status_from", since.to_string()),
            ("status_reason", step.reason.clone()),
        ])
    });
    let page = Page::new(visit, "members", "member-correction-title").with_form(&form);
    Ok(CorrectionPage { page, form, id, since, name, statuses: super::statuses(visit) })
}

pub async fn correction_form(visit: Visit, path: web::Path<(i64, NaiveDate)>) -> Answer {
    let (id, since) = *path;
    page::ok(&visit, &correction_page(&visit, id, since, None).await?)
}

pub async fn correct_status(visit: Visit, path: web::Path<(i64, NaiveDate)>, form: Form) -> Answer {
    let ((id, since), lang) = (*path, visit.lang);
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let right = if reader.checked("status_removed") {
                None
            } else {
                let status = reader.required_choice("member_status", &Status::ALL);
                Some((status.unwrap_or(Status::Member), reader.required_date("status_from")))
            };
            let reason = reader.line("status_reason", 200);
            reader.finish()?;
            let lost = members::correct_status(act, id, since, &Correction { right, reason })?;
            let done = Done::to(format!("/members/{id}"));
            Ok(match super::departure::said(lang, &lost) {
                words if words.is_empty() => done.say("member-status-corrected", ""),
                words => done.say("member-status-corrected-lost", words),
            })
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &correction_page(&visit, id, since, Some(form.with_errors(errors))).await?)
        }
        Err(error) => Err(error),
    }
}
