//! Writing minutes: one part at a time, tasks out of them, publishing, approving.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;
use diesel::PgConnection;

use super::preview_page;
use crate::meetings::{self, Item};
use crate::members;
use crate::minutes::{self, PART_MAX, Part, Seen, WHY_MAX};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// The longest title of a task.
const TITLE_MAX: usize = 200;

/// A meeting whose minutes the visitor writes.
pub(super) fn to_write(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Seen> {
    let seen = minutes::seen(conn, visit, id)?;
    if seen.writes { Ok(seen) } else { Err(Error::Forbidden) }
}

#[derive(Template)]
#[template(path = "minutes/part.html")]
struct PartPage {
    page: Page,
    form: Form,
    id: i64,
    item: i64,
    title: String,
    details: String,
    /// What is written next.
    next: Option<i64>,
    people: Vec<(String, String)>,
}

/// What of a meeting is written, with the item that it is of, and the one after it.
struct Place {
    seen: Seen,
    item: Option<Item>,
    number: usize,
    next: Option<i64>,
    part: Option<Part>,
    people: Vec<(String, String)>,
}

async fn place(visit: &Visit, id: i64, item: i64) -> Result<Place> {
    visit
        .read(move |conn, visit| {
            let seen = to_write(conn, visit, id)?;
            let items = meetings::items(conn, id)?;
            let at = items.iter().position(|one| one.id == item);
            if item != 0 && at.is_none() {
                return Err(Error::NotFound);
            }
            let found = at.and_then(|at| items.get(at)).cloned();
            if found.as_ref().is_some_and(|item| item.in_camera) && !seen.reads_in_camera() {
                return Err(Error::Forbidden);
            }
            let next = items.get(at.map_or(0, |at| at + 1)).map(|one| one.id);
            let wanted = (item != 0).then_some(item);
            let part = minutes::facts(conn, seen.meeting())?.parts.0.into_iter().find(|part| part.item_id == wanted);
            let people = members::choices(conn, visit.today(), visit.lang.t("minutes-nobody"))?;
            Ok(Place { seen, number: at.map_or(0, |at| at + 1), item: found, next, part, people })
        })
        .await
}

fn filled(part: Option<&Part>) -> Form {
    Form::filled([
        ("version", part.map_or(0, |part| part.version).to_string()),
        ("minutes_text_en", part.map(|part| part.text_en.clone()).unwrap_or_default()),
        ("minutes_text_fr", part.map(|part| part.text_fr.clone()).unwrap_or_default()),
    ])
}

fn part_page(visit: &Visit, id: i64, place: Place, form: Option<Form>) -> PartPage {
    let lang = visit.lang;
    let form = form.unwrap_or_else(|| filled(place.part.as_ref()));
    let name = match &place.item {
        Some(item) => format!("{}. {}", place.number, item.title(lang)),
        None => lang.t("minutes-whole"),
    };
    PartPage {
        page: Page::named(visit, "meetings", name).with_form(&form),
        title: place.seen.meeting().title(lang).to_owned(),
        details: place.item.as_ref().map(|item| crate::platform::markdown::html(&item.details, 3)).unwrap_or_default(),
        item: place.item.as_ref().map_or(0, |item| item.id),
        next: place.next,
        people: place.people,
        form,
        id,
    }
}

pub async fn write_form(visit: Visit, ids: web::Path<(i64, i64)>) -> Answer {
    let (id, item) = *ids;
    let place = place(&visit, id, item).await?;
    page::ok(&visit, &part_page(&visit, id, place, None))
}

pub async fn write(visit: Visit, ids: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, item) = *ids;
    let found = place(&visit, id, item).await?;
    let next = found.next;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let (en, fr) = (reader.text("minutes_text_en", PART_MAX), reader.text("minutes_text_fr", PART_MAX));
            reader.finish()?;
            let version = form.value("version").parse().unwrap_or(0);
            minutes::write(act, id, (item != 0).then_some(item), (&en, &fr), version)?;
            let to = match next.filter(|_| form.value("go") == "next") {
                Some(next) => format!("/meetings/{id}/minutes/parts/{next}"),
                None => format!("/meetings/{id}/minutes/draft#part-{item}"),
            };
            Ok(Done::to(to).say("minutes-written", ""))
        })
        .await;
    let (status, form) = match outcome {
        Ok(done) => return Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => (StatusCode::UNPROCESSABLE_ENTITY, form.with_errors(errors)),
        Err(Error::Conflict("conflict-changed")) => {
            (StatusCode::CONFLICT, form.beside(&filled(found.part.as_ref()), |_, says| says.to_owned()))
        }
        Err(error) => return Err(error),
    };
    page::html(&visit, status, &part_page(&visit, id, found, Some(form)))
}

/// A task out of what was agreed.
pub async fn assign(visit: Visit, ids: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (id, item) = *ids;
    let found = place(&visit, id, item).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let title = reader.required_line("action_title", TITLE_MAX);
            let due = reader.date("action_due");
            let member = Some(form.value("action_member")).filter(|said| !said.is_empty());
            let who: Option<i64> = member.and_then(|said| said.parse().ok());
            if member.is_some() && who.is_none() {
                reader.refuse("action_member", "wrong-choice");
            }
            reader.finish()?;
            minutes::assign(act, id, (item != 0).then_some(item), (&title, who, due))?;
            Ok(Done::to(format!("/meetings/{id}/minutes/parts/{item}")).say("minutes-assigned", title))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let text = filled(found.part.as_ref());
            let mut form = form.with_errors(errors);
            for name in ["version", "minutes_text_en", "minutes_text_fr"] {
                form.set(name, text.value(name));
            }
            page::refused(&visit, &part_page(&visit, id, found, Some(form)))
        }
        Err(error) => Err(error),
    }
}

pub async fn publish(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    visit.read(move |conn, visit| to_write(conn, visit, id).map(drop)).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let why = reader.line("minutes_why", WHY_MAX);
            reader.finish()?;
            let number = minutes::publish(act, id, form.value("for_all") == "1", &why)?;
            let key = if number == 1 { "minutes-published" } else { "minutes-corrected" };
            Ok(Done::to(format!("/meetings/{id}/minutes")).say(key, ""))
        })
        .await;
    answer(&visit, id, form, outcome).await
}

pub async fn approve(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    visit.read(move |conn, visit| to_write(conn, visit, id).map(drop)).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let Ok(at) = form.value("approved_at").parse() else {
                return Err(Error::field("approved_at", "wrong-choice"));
            };
            minutes::approve(act, id, at)?;
            Ok(Done::to(format!("/meetings/{id}/minutes")).say("minutes-approved", ""))
        })
        .await;
    answer(&visit, id, form, outcome).await
}

async fn answer(visit: &Visit, id: i64, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(visit, &preview_page(visit, id, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}
