//! The pages of files: the block that a thing's own page shows, the page on which they are brought, and the files themselves.
//!
//! A file comes as what it is and nothing else: pictures, which are our own drawings, to be looked at; the rest to be kept by whoever
//! asked for it. Nothing in it can act on our pages, and no cache between keeps it.

use actix_multipart::Multipart;
use actix_web::http::header::{self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue};
use actix_web::http::header::{ETag, EntityTag, Header as _, IfNoneMatch};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use diesel::prelude::*;

use super::{File, Found, OF_ONE_MAX, Thing, rules, store};
use crate::platform::db::blocking;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::slice::{Filed, Slices};
use crate::platform::visit::{Done, Visit};
use crate::platform::{picture, upload};

/// The most characters of what a file shows or is about.
const DESCRIPTION_MAX: usize = 300;

/// A file as a page shows it.
pub struct Row {
    pub id: i64,
    pub href: String,
    pub name: String,
    /// "PDF, 340 KB".
    pub facts: String,
    /// Who brought it and when, or who took it back, when and why.
    pub trace: String,
    pub description: String,
    /// Width and height of a picture.
    pub measures: Option<(i32, i32)>,
    pub gone: bool,
    /// Whether the visitor may take it back.
    pub may_remove: bool,
}

/// The files of a thing, as its own page shows them.
pub struct Block {
    pub pictures: Vec<Row>,
    pub documents: Vec<Row>,
}

impl Block {
    /// The files of a thing that are there, for its own page: one query.
    pub fn read(conn: &mut PgConnection, about: &str, id: i64) -> Result<Vec<File>> {
        let mut files = store::list(conn, about, id)?;
        files.retain(|file| file.taken_back_at.is_none());
        Ok(files)
    }

    pub fn new(page: &Page, files: &[File]) -> Self {
        Self::below(page, files, "/files")
    }

    /// The same for somebody who finds them elsewhere than those who are signed in.
    pub fn below(page: &Page, files: &[File], address: &str) -> Self {
        let row = |file: &File| Row { href: format!("{address}/{}", file.id), ..row(page, file) };
        let (pictures, documents) = files.iter().map(row).partition(|row| row.measures.is_some());
        Self { pictures, documents }
    }

    pub fn is_empty(&self) -> bool {
        self.pictures.is_empty() && self.documents.is_empty()
    }
}

fn row(page: &Page, file: &File) -> Row {
    let lang = page.lang();
    let said = |who: &str, when| [("who", who.to_owned().into()), ("when", page.moment(when).into())];
    let trace = match &file.taken_back_at {
        Some(at) => {
            let why = ("why", file.taken_back_why.as_str().into());
            let all: Vec<_> = said(&file.taken_back_by, at).into_iter().chain([why]).collect();
            lang.with("file-gone", &all)
        }
        None => lang.with("file-came", &said(&file.by, &file.uploaded_at)),
    };
    Row {
        id: file.id,
        href: format!("/files/{}", file.id),
        name: file.name.clone(),
        facts: format!("{}, {}", lang.t_of("file-kind-", file.kind.word()), size(lang, file.size)),
        trace,
        description: file.description.clone(),
        measures: file.width.zip(file.height),
        gone: file.taken_back_at.is_some(),
        may_remove: false,
    }
}

/// "340 KB", "1.2 MB".
fn size(lang: Lang, bytes: i32) -> String {
    let kilobytes = (bytes + 1_023) / 1_024;
    if kilobytes < 1_000 {
        return lang.with("file-kilobytes", &[("size", kilobytes.into())]);
    }
    let tenths = (kilobytes * 10 + 512) / 1_024;
    let point = if lang == Lang::Fr { "," } else { "." };
    lang.with("file-megabytes", &[("size", format!("{}{point}{}", tenths / 10, tenths % 10).into())])
}

// ---- the files of a thing ----

#[derive(Template)]
#[template(path = "files/index.html")]
struct IndexPage {
    page: Page,
    form: Form,
    address: String,
    about: &'static str,
    name: String,
    rows: Vec<Row>,
    /// Whether the visitor may bring and take back.
    keeps: bool,
    are_final: bool,
    full: bool,
}

/// The kind of thing that the address is of, and the number in it: `/polls/12/files`.
fn filed_of(slices: Slices, path: &str) -> Option<&'static Filed> {
    let begins =
        |filed: &&Filed| filed.kind.address.and_then(|of| of.split('{').next()).is_some_and(|of| path.starts_with(of));
    slices.iter().flat_map(|slice| slice.filed).find(begins)
}

fn thing_here(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Thing> {
    let slices = visit.state.slices;
    let filed = filed_of(slices, &visit.path).ok_or(Error::NotFound)?;
    super::thing(conn, slices, &visit.asker(), filed.kind.word, id)
}

async fn index_page(visit: &Visit, id: i64, form: Form) -> Result<IndexPage> {
    let (thing, files) = visit
        .read(move |conn, visit| {
            let thing = thing_here(conn, visit, id)?;
            let files = store::list(conn, thing.filed.kind.word, id)?;
            Ok((thing, files))
        })
        .await?;
    let page = Page::new(visit, "", "files-title").with_form(&form);
    let account = visit.viewer.as_ref().map(|viewer| viewer.account_id);
    let may_remove = |file: &File| thing.may_remove(file, account, |permission| visit.may(permission));
    let rows: Vec<Row> = files.iter().map(|file| Row { may_remove: may_remove(file), ..row(&page, file) }).collect();
    let there = rows.iter().filter(|row| !row.gone).count() as i64;
    Ok(IndexPage {
        form,
        address: thing.address(),
        about: thing.filed.kind.word,
        name: thing.title(visit.lang).to_owned(),
        rows,
        keeps: visit.may(thing.keeps()),
        are_final: thing.are_final,
        full: there >= OF_ONE_MAX,
        page,
    })
}

pub async fn index(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &index_page(&visit, id.into_inner(), Form::blank()).await?)
}

pub async fn add(visit: Visit, id: web::Path<i64>, body: Multipart) -> Answer {
    let id = id.into_inner();
    // Nothing is read for what is not there.
    visit.read(move |conn, visit| thing_here(conn, visit, id)).await?;
    let sent = upload::read(body).await?;
    let form = sent.as_form();
    let turn = picture::turn().await?;
    let read = blocking(move || Ok(rules::read(&sent.name, &sent.bytes))).await?;
    drop(turn);
    let path = visit.clone();
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let description = reader.line("description", DESCRIPTION_MAX);
            let mut wrong = Vec::new();
            let refuse = |field: &str, key| FieldError { field: field.to_owned(), key, limit: None };
            wrong.extend(read.as_ref().err().map(|key| refuse("file", *key)));
            let unsaid = read.as_ref().is_ok_and(|file| file.measures.is_some()) && description.is_empty();
            wrong.extend(unsaid.then(|| refuse("description", "wrong-file-description")));
            let long = reader.finish();
            match (read, long) {
                (Ok(file), Ok(())) if wrong.is_empty() => {
                    let thing = thing_here(act.conn, &path, id)?;
                    let new = rules::NewFile { description, ..file };
                    let made = super::add(act, &thing, &new)?;
                    // What was answered is remembered for a day, the name of a file that is for some alone is not.
                    let kind = path.lang.t_of("file-kind-", new.kind.word());
                    let name = if thing.is_for_some() { kind } else { new.name };
                    Ok(Done::to(format!("{}/files", thing.address())).say("file-added", name).made(made))
                }
                (_, Err(Error::Invalid(errors))) => {
                    wrong.extend(errors);
                    Err(Error::Invalid(wrong))
                }
                (_, Err(error)) => Err(error),
                _ => Err(Error::Invalid(wrong)),
            }
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let kept = Form::filled([("description", form.value("description").to_owned())]);
            page::refused(&visit, &index_page(&visit, id, kept.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

// ---- one file ----

async fn found(visit: &Visit, id: i64) -> Result<Found> {
    visit.read(move |conn, visit| super::find(conn, visit.state.slices, &visit.asker(), id)).await
}

pub async fn show(visit: Visit, request: HttpRequest, id: web::Path<i64>) -> Answer {
    let Found { file, .. } = found(&visit, id.into_inner()).await?;
    give(&visit, &request, &file).await
}

/// The file itself, for whom may read it, whole: a part of it is not to be had.
pub async fn give(visit: &Visit, request: &HttpRequest, file: &File) -> Answer {
    let id = file.id;
    let known = IfNoneMatch::parse(request);
    let tag = EntityTag::new_strong(file.sha256.clone());
    let is_known = request.headers().contains_key(header::IF_NONE_MATCH)
        && match known {
            Ok(IfNoneMatch::Any) => true,
            Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|one| one.weak_eq(&tag)),
            Err(_) => false,
        };
    let mut answer = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer
        .insert_header(ETag(tag))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header((header::VARY, "Cookie"));
    if is_known {
        return Ok(answer.finish());
    }
    answer
        .content_type(file.kind.media_type())
        .insert_header(disposition(file))
        .insert_header((header::ACCEPT_RANGES, "none"))
        .insert_header(("content-security-policy", "default-src 'none'; sandbox"));
    let bytes = visit.read(move |conn, _| store::bytes(conn, id)).await?;
    Ok(answer.body(bytes))
}

/// How a browser takes a file, and what it is called (RFC 6266, RFC 5987).
fn disposition(file: &File) -> ContentDisposition {
    let plain: String = file.name.chars().map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '_' }).collect();
    let whole = ExtendedValue {
        charset: Charset::Ext("UTF-8".to_owned()),
        language_tag: None,
        value: file.name.clone().into_bytes(),
    };
    let disposition = if file.kind.is_picture() { DispositionType::Inline } else { DispositionType::Attachment };
    let parameters = vec![DispositionParam::Filename(plain), DispositionParam::FilenameExt(whole)];
    ContentDisposition { disposition, parameters }
}

#[derive(Template)]
#[template(path = "files/removal.html")]
struct RemovalPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    address: String,
}

async fn removal_page(visit: &Visit, id: i64, form: Form) -> Result<RemovalPage> {
    let Found { file, thing } = found(visit, id).await?;
    let account = visit.viewer.as_ref().map(|viewer| viewer.account_id);
    if !thing.may_remove(&file, account, |permission| visit.may(permission)) {
        return Err(Error::Forbidden);
    }
    if thing.are_final {
        return Err(Error::Conflict("files-conflict-final"));
    }
    let page = Page::new(visit, "", "file-removal-title").with_form(&form);
    Ok(RemovalPage { form, id, name: file.name, address: thing.address(), page })
}

pub async fn removal_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &removal_page(&visit, id.into_inner(), Form::blank()).await?)
}

pub async fn take_back(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    removal_page(&visit, id, Form::blank()).await.map(drop).or_else(|error| match error {
        // Sent twice, it is gone already: what was done is answered again.
        Error::NotFound => Ok(()),
        error => Err(error),
    })?;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let why = reader.required_line("taken_back_why", DESCRIPTION_MAX);
            reader.finish()?;
            let thing = super::take_back(act, id, &why)?;
            Ok(Done::to(format!("{}/files", thing.address())).say("file-taken-back", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &removal_page(&visit, id, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}
