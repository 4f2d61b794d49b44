//! The agenda: its items, written one by one and put in order.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::form::own;
use super::version;
use crate::meetings::rules::{ITEMS_MAX, MINUTES_MAX, TEXT_MAX, TITLE_MAX};
use crate::meetings::{self, Item, NewItem, Purpose};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "meetings/item.html")]
struct ItemPage {
    page: Page,
    form: Form,
    meeting: i64,
    title: String,
    action: String,
    purposes: Vec<(String, String, String)>,
    /// Whether they sit there, and may write what is in camera.
    sits: bool,
    is_new: bool,
}

/// What an item can be for, in words.
pub(super) fn purposes(lang: Lang) -> Vec<(String, String, String)> {
    let purpose = |(word, _): (&str, Purpose)| {
        (word.to_owned(), lang.t_of("item-purpose-", word), lang.t_of("item-purpose-means-", word))
    };
    Purpose::ALL.into_iter().map(purpose).collect()
}

async fn item_page(visit: &Visit, meeting: i64, item: Option<i64>, form: Form) -> Result<ItemPage> {
    let found = own(visit, meeting).await?;
    let lang = visit.lang;
    let key = if item.is_some() { "item-edit-title" } else { "item-new-title" };
    Ok(ItemPage {
        page: Page::new(visit, "meetings", key).with_form(&form),
        form,
        meeting,
        title: found.title(lang).to_owned(),
        action: match item {
            Some(item) => format!("/meetings/{meeting}/items/{item}"),
            None => format!("/meetings/{meeting}/items"),
        },
        purposes: purposes(lang),
        sits: found.sits,
        is_new: item.is_none(),
    })
}

pub(super) fn read(form: &Form) -> Result<NewItem> {
    let reader = form.reader();
    let (title_en, title_fr) = reader.both("item_title", |reader, field| reader.line(field, TITLE_MAX));
    let new = NewItem {
        purpose: reader.required_choice("item_purpose", &Purpose::ALL).unwrap_or(Purpose::Discussion),
        title_en,
        title_fr,
        details: reader.text("item_details", TEXT_MAX),
        minutes: reader.number("item_minutes", 1..=MINUTES_MAX).map(|minutes| minutes as i32),
        presenter: reader.line("item_presenter", TITLE_MAX),
        in_camera: reader.checked("in_camera"),
    };
    reader.finish()?;
    Ok(new)
}

pub async fn new_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let form = Form::filled([("item_purpose", Purpose::Discussion.word().to_owned())]);
    page::ok(&visit, &item_page(&visit, *id, None, form).await?)
}

pub async fn add(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    own(&visit, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            meetings::add_item(act, id, &read(form)?)?;
            Ok(Done::to(format!("/meetings/{id}#agenda")).say("item-added", ""))
        })
        .await;
    answer(&visit, id, None, form, outcome).await
}

/// An item that the visitor may change.
async fn find(visit: &Visit, meeting: i64, item: i64) -> Result<Item> {
    let found = own(visit, meeting).await?;
    let items = visit.read(move |conn, _| meetings::items(conn, meeting)).await?;
    let item = items.into_iter().find(|one| one.id == item).ok_or(Error::NotFound)?;
    if item.in_camera && !found.sits { Err(Error::Forbidden) } else { Ok(item) }
}

pub async fn edit_form(visit: Visit, ids: web::Path<(i64, i64)>) -> Answer {
    let (meeting, id) = *ids;
    let item = find(&visit, meeting, id).await?;
    let form = Form::filled([
        ("version", item.version.to_string()),
        ("item_purpose", item.purpose.word().to_owned()),
        ("item_title_en", item.title_en),
        ("item_title_fr", item.title_fr),
        ("item_details", item.details),
        ("item_minutes", item.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()),
        ("item_presenter", item.presenter),
        ("in_camera", if item.in_camera { "1" } else { "" }.to_owned()),
    ])
    .once(&["item_title"], visit.coop()?.language);
    page::ok(&visit, &item_page(&visit, meeting, Some(id), form).await?)
}

pub async fn edit(visit: Visit, ids: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (meeting, id) = *ids;
    find(&visit, meeting, id).await?;
    let outcome = visit
        .submit(&form, move |act, form| {
            meetings::edit_item(act, meeting, id, &read(form)?, version(form))?;
            Ok(Done::to(format!("/meetings/{meeting}#agenda")).say("item-saved", ""))
        })
        .await;
    answer(&visit, meeting, Some(id), form, outcome).await
}

async fn answer(visit: &Visit, meeting: i64, item: Option<i64>, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => {
            let errors = errors.into_iter().map(|mut error| {
                if error.key == "wrong-items-many" {
                    error.limit = Some(ITEMS_MAX.to_string());
                }
                error
            });
            let form = form.with_errors(errors.collect());
            let page = item_page(visit, meeting, item, form).await?;
            page::html(visit, StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(error) => Err(error),
    }
}

/// One place up or down.
pub async fn move_item(visit: Visit, ids: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (meeting, id) = *ids;
    find(&visit, meeting, id).await?;
    let done = visit
        .submit(&form, move |act, form| {
            let up = match form.value("to") {
                "up" => true,
                "down" => false,
                _ => return Err(Error::BadRequest),
            };
            meetings::move_item(act, meeting, id, up)?;
            Ok(Done::to(format!("/meetings/{meeting}#agenda")))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn remove_item(visit: Visit, ids: web::Path<(i64, i64)>, form: Form) -> Answer {
    let (meeting, id) = *ids;
    let done = visit
        .submit(&form, move |act, _| {
            meetings::remove_item(act, meeting, id)?;
            Ok(Done::to(format!("/meetings/{meeting}#agenda")).say("item-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

/// The usual items, or those of last time, where there are none yet.
pub async fn add_usual(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    own(&visit, id).await?;
    let done = visit
        .submit(&form, move |act, form| {
            meetings::add_usual(act, id, form.value("like") == "before")?;
            Ok(Done::to(format!("/meetings/{id}#agenda")).say("agenda-filled", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
