//! The photo of a member: the picture itself, and the form that brings or removes it.

use actix_multipart::Multipart;
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;

use crate::members::photos::{self, Photo};
use crate::members::rules::photo;
use crate::members::{self, Eye, SeenBy};
use crate::platform::db::blocking;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::platform::{picture, upload};

#[derive(Template)]
#[template(path = "members/photo.html")]
struct PhotoPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    is_there: bool,
    is_own: bool,
    seen_by: Vec<(&'static str, String)>,
}

/// The picture, for whom its owner shows it.
pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let (id, eye) = (*id, Eye::of(&visit));
    let jpeg = visit.read(move |conn, visit| photos::seen(conn, id, eye, visit.today())).await?;
    Ok(HttpResponse::Ok()
        .content_type("image/jpeg")
        .insert_header((header::CACHE_CONTROL, "private, max-age=300"))
        .insert_header((header::VARY, "Cookie"))
        .insert_header(("content-security-policy", "default-src 'none'; sandbox"))
        .insert_header((header::CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\""))
        .body(jpeg))
}

async fn photo_page(visit: &Visit, id: i64, mut form: Form) -> Result<PhotoPage> {
    let eye = Eye::of(visit);
    photos::own_or_office(eye, id)?;
    let (name, Photo { is_there, seen_by }) = visit
        .read(move |conn, _| {
            let name = members::names(conn, &[id])?.remove(&id).ok_or(Error::NotFound)?;
            Ok((name, photos::photo(conn, id)?))
        })
        .await?;
    if form.value("photo_seen_by").is_empty() {
        form.set("photo_seen_by", seen_by);
    }
    Ok(PhotoPage {
        page: Page::new(visit, "members", "photo-title").with_form(&form),
        form,
        id,
        name,
        is_there,
        is_own: eye.own == Some(id),
        seen_by: SeenBy::ALL.iter().map(|(word, _)| (*word, visit.lang.t_of("seen-by-", word))).collect(),
    })
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    visit.in_person()?;
    page::ok(&visit, &photo_page(&visit, *id, Form::blank()).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, body: Multipart) -> Answer {
    visit.in_person()?;
    let (id, eye) = (*id, Eye::of(&visit));
    photos::own_or_office(eye, id)?;
    let upload = upload::read(body).await?;
    let form = upload.as_form();
    let _held = picture::turn().await?;
    let drawn = blocking(move || {
        Ok(match upload.bytes.len() {
            0 => Ok(None),
            many if many > upload::BYTES_MAX => Err("wrong-photo-large"),
            _ => photo::square(&upload.bytes).map(Some),
        })
    })
    .await?;
    let is_own = eye.own == Some(id);
    let jpeg = match drawn {
        Ok(None) if !is_own => Err("wrong-required"),
        drawn => drawn,
    };
    let jpeg = match jpeg {
        Ok(jpeg) => jpeg,
        Err(key) => {
            let wrong = FieldError { field: "file".to_owned(), key, limit: None };
            let form = Form::filled([("photo_seen_by", form.value("photo_seen_by").to_owned())]);
            return page::refused(&visit, &photo_page(&visit, id, form.with_errors(vec![wrong])).await?);
        }
    };
    let done = visit
        .submit(&form, move |act, form| {
            let seen_by = is_own.then(|| SeenBy::read(form.value("photo_seen_by")));
            photos::keep(act, id, jpeg.as_deref(), seen_by)?;
            Ok(Done::to(format!("/members/{id}")).say("photo-kept", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn remove(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    visit.in_person()?;
    let id = *id;
    photos::own_or_office(Eye::of(&visit), id)?;
    let done = visit
        .submit(&form, move |act, _| {
            photos::remove(act, id)?;
            Ok(Done::to(format!("/members/{id}")).say("photo-removed", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
