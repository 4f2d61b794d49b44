//! The form of a decision that is entered by hand, and of putting one right.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::{bodies, effects};
use crate::decisions::{self, Body, Decision, Effect, Entry};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Reader};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

pub const TITLE_MAX: usize = 200;
pub const DETAILS_MAX: usize = 20_000;
pub const SUMS_MAX: usize = 500;
pub const FORMER_MAX: usize = 40;

#[derive(Template)]
#[template(path = "decisions/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    /// The entry that is put right; a new one has no number yet.
    number: Option<i32>,
    bodies: Vec<(String, String)>,
    /// What it may say of an earlier one; only where it is new.
    effects: Vec<(String, String)>,
}

fn form_page(visit: &Visit, number: Option<i32>, form: Form) -> FormPage {
    let title = if number.is_some() { "decision-edit-title" } else { "decision-new-title" };
    let mut all = vec![(String::new(), visit.lang.t("decision-effect-none"))];
    all.extend(effects(visit.lang));
    FormPage {
        page: Page::new(visit, "decisions", title).with_form(&form),
        form,
        number,
        bodies: bodies(visit.lang, "decision-body-choose"),
        effects: if number.is_none() { all } else { Vec::new() },
    }
}

fn read(reader: &Reader<'_>) -> Entry {
    let (title_en, title_fr) = reader.both("title", |reader, field| reader.line(field, TITLE_MAX));
    let optional = |name, length| reader.both_optional(name, |reader, field| reader.text(field, length));
    let ((details_en, details_fr), (sums_en, sums_fr)) = (optional("details", DETAILS_MAX), optional("sums", SUMS_MAX));
    Entry {
        decided_on: reader.required_date("decided_on"),
        body: reader.required_choice("body", &Body::ALL).unwrap_or(Body::Meeting),
        former_number: reader.line("former_number", FORMER_MAX),
        title_en,
        title_fr,
        details_en,
        details_fr,
        sums_en,
        sums_fr,
    }
}

/// What a decision says of an earlier one: both fields or neither.
pub fn read_effect(reader: &Reader<'_>) -> Option<(i32, Effect)> {
    let effect = reader.choice("effect", &Effect::ALL);
    let earlier = reader.number("earlier", 1..=i64::from(i32::MAX));
    match (effect, earlier) {
        (Some(effect), Some(earlier)) => return Some((earlier as i32, effect)),
        (Some(_), None) => reader.refuse("earlier", "wrong-required"),
        (None, Some(_)) => reader.refuse("effect", "wrong-required"),
        (None, None) => {}
    }
    None
}

/// The form as the entry is now.
fn filled(visit: &Visit, decision: &Decision) -> Result<Form> {
    let entry = &decision.entry;
    let form = Form::filled([
        ("version", decision.version.to_string()),
        ("decided_on", entry.decided_on.to_string()),
        ("body", entry.body.word().to_owned()),
        ("former_number", entry.former_number.clone()),
        ("title_en", entry.title_en.clone()),
        ("title_fr", entry.title_fr.clone()),
        ("details_en", entry.details_en.clone()),
        ("details_fr", entry.details_fr.clone()),
        ("sums_en", entry.sums_en.clone()),
        ("sums_fr", entry.sums_fr.clone()),
    ]);
    Ok(form.once(&["title", "details", "sums"], visit.coop()?.language))
}

pub async fn new_form(visit: Visit) -> Answer {
    page::ok(&visit, &form_page(&visit, None, Form::blank()))
}

pub async fn edit_form(visit: Visit, number: web::Path<i32>) -> Answer {
    let number = *number;
    let decision = visit.read(move |conn, _| decisions::find(conn, number)).await?;
    if decision.poll_id.is_some() {
        return Err(Error::Conflict("conflict-decision-voted"));
    }
    let form = filled(&visit, &decision)?;
    page::ok(&visit, &form_page(&visit, Some(number), form))
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let reader = form.reader();
            let (entry, effect) = (read(&reader), read_effect(&reader));
            reader.finish()?;
            let number = decisions::enter(act, &entry)?;
            if let Some((earlier, effect)) = effect {
                decisions::relate(act, number, earlier, effect)?;
            }
            let made = i64::from(number);
            Ok(Done::to(format!("/decisions/{number}")).say("decision-entered", number.to_string()).made(made))
        })
        .await;
    answer(&visit, None, form, outcome).await
}

pub async fn edit(visit: Visit, number: web::Path<i32>, form: Form) -> Answer {
    let number = *number;
    let outcome = visit
        .submit(&form, move |act, form| {
            let version = form.value("version").parse().map_err(|_| Error::BadRequest)?;
            let reader = form.reader();
            let entry = read(&reader);
            reader.finish()?;
            decisions::correct(act, number, version, &entry)?;
            Ok(Done::to(format!("/decisions/{number}")).say("decision-corrected", ""))
        })
        .await;
    answer(&visit, Some(number), form, outcome).await
}

async fn answer(visit: &Visit, number: Option<i32>, form: Form, outcome: Result<Done>) -> Answer {
    match (outcome, number) {
        (Ok(done), _) => Ok(page::done(visit, &done)),
        (Err(Error::Invalid(errors)), _) => page::refused(visit, &form_page(visit, number, form.with_errors(errors))),
        (Err(Error::Conflict("conflict-changed")), Some(number)) => {
            let now = visit.read(move |conn, _| decisions::find(conn, number)).await?;
            let form = form.beside(&filled(visit, &now)?, |field, says| match field {
                "body" => visit.lang.t_of("decision-body-", says),
                _ => says.to_owned(),
            });
            page::html(visit, StatusCode::CONFLICT, &form_page(visit, Some(number), form))
        }
        (Err(error), _) => Err(error),
    }
}
