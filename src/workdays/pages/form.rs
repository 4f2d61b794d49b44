//! The form of a work day, new or edited.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::{load_to_manage, may_plan, member};
use crate::committees;
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;
use crate::workdays::rules::{LINE_MAX, NOTES_MAX};
use crate::workdays::{self, NewWorkDay, WorkDay};

#[derive(Template)]
#[template(path = "workdays/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    is_new: bool,
    action: String,
    committees: Vec<(String, String)>,
}

/// The form; committees are all for who manages tasks, and those that they lead for a lead.
async fn form_page(visit: &Visit, form: Form, day: Option<&WorkDay>) -> Result<FormPage> {
    let (lang, all) = (visit.lang, visit.may(Permission::TasksManage));
    let (options, led) = visit
        .read(move |conn, visit| {
            Ok((committees::options(conn, lang)?, workdays::led(conn, member(visit), visit.today())?))
        })
        .await?;
    if day.is_none() && !may_plan(visit, &led) {
        return Err(Error::Forbidden);
    }
    let mut committees = Vec::new();
    if all {
        committees.push((String::new(), lang.t("work-day-no-committee")));
    }
    let offered = options.into_iter().filter(|(id, _)| all || led.contains(id));
    committees.extend(offered.map(|(id, name)| (id.to_string(), name)));
    // a committee that is closed meanwhile stays with the day
    let area = day.and_then(|day| Some((day.committee_id?.to_string(), day.committee(lang)?.to_owned())));
    committees.extend(area.filter(|(id, _)| committees.iter().all(|(known, _)| known != id)));
    Ok(FormPage {
        page: Page::new(visit, "tasks", if day.is_some() { "work-day-edit-title" } else { "work-day-new-title" })
            .with_form(&form),
        form,
        is_new: day.is_none(),
        action: day.map_or_else(|| "/workdays".to_owned(), |day| format!("/workdays/{}", day.id)),
        committees,
    })
}

fn read(form: &Form) -> Result<NewWorkDay> {
    let reader = form.reader();
    let title = reader.required_line("day_title", LINE_MAX);
    let held_on = reader.required_date("held_on");
    let [starts_at, ends_at] = ["starts_at", "ends_at"].map(|name| {
        if form.value(name).trim().is_empty() {
            reader.refuse(name, "wrong-required");
        }
        reader.time(name)
    });
    if starts_at.zip(ends_at).is_some_and(|(from, until)| from >= until) {
        reader.refuse("ends_at", "wrong-work-day-times");
    }
    let place = reader.required_line("meets_at", LINE_MAX);
    let committee_id = form.value("committee_id").parse().ok();
    if committee_id.is_none() && !form.value("committee_id").is_empty() {
        reader.refuse("committee_id", "wrong-choice");
    }
    let notes = reader.text("day_notes", NOTES_MAX);
    reader.finish()?;
    let (starts_at, ends_at) = (starts_at.unwrap_or_default(), ends_at.unwrap_or_default());
    Ok(NewWorkDay { title, held_on, starts_at, ends_at, place, committee_id, notes })
}

fn filled(day: &WorkDay) -> Form {
    Form::filled([
        ("version", day.version.to_string()),
        ("day_title", day.title.clone()),
        ("held_on", day.held_on.to_string()),
        ("starts_at", day.starts_at.format("%H:%M").to_string()),
        ("ends_at", day.ends_at.format("%H:%M").to_string()),
        ("meets_at", day.place.clone()),
        ("committee_id", day.committee_id.map(|id| id.to_string()).unwrap_or_default()),
        ("day_notes", day.notes.clone()),
    ])
}

pub async fn new_form(visit: Visit) -> Answer {
    let form = Form::filled([("starts_at", "09:00".to_owned()), ("ends_at", "12:00".to_owned())]);
    page::ok(&visit, &form_page(&visit, form, None).await?)
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(form)?;
            let id = workdays::plan(act, &new)?;
            Ok(Done::to(format!("/workdays/{id}/jobs")).say("work-day-planned", new.title).made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &form_page(&visit, form.with_errors(errors), None).await?),
        Err(error) => Err(error),
    }
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let (day, _) = load_to_manage(&visit, id.into_inner()).await?;
    page::ok(&visit, &form_page(&visit, filled(&day), Some(&day)).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let (day, _) = load_to_manage(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let new = read(form)?;
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            workdays::edit(act, id, &new, version)?;
            Ok(Done::to(format!("/workdays/{id}")).say("work-day-saved", new.title))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &form_page(&visit, form.with_errors(errors), Some(&day)).await?)
        }
        Err(Error::Conflict("conflict-changed")) => {
            let lang = visit.lang;
            let form = form.beside(&filled(&day), |field, says| match field {
                "committee_id" => day.committee(lang).unwrap_or_default().to_owned(),
                "held_on" => lang.long_day(day.held_on),
                "starts_at" => lang.time_of_day(day.starts_at),
                "ends_at" => lang.time_of_day(day.ends_at),
                _ => says.to_owned(),
            });
            page::html(&visit, StatusCode::CONFLICT, &form_page(&visit, form, Some(&day)).await?)
        }
        Err(error) => Err(error),
    }
}
