//! One comment: where it stands, its earlier words, and the pages on which it is answered, edited, taken back and hidden.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use super::{PAGE_THREADS, read};
use crate::comments::{self, Comment, Found, Thing, Version, store};
use crate::platform::compared::{Piece, compared};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Act, Done, Visit};
use crate::policy::Permission;

/// A comment that the visitor may read, and what it is about.
async fn found(visit: &Visit, id: i64) -> Result<(Found, Thing)> {
    visit
        .read(move |conn, visit| {
            let found = store::find(conn, id)?;
            let thing = comments::thing(conn, visit.state.slices, &visit.asker(), &found.about, found.about_id)?;
            Ok((found, thing))
        })
        .await
}

/// Where a comment stands: on the page of the thing, or on one with earlier comments.
pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let (found, thing) = found(&visit, id.into_inner()).await?;
    let (comment, address) = (&found.comment, thing.address());
    let page = if found.later < PAGE_THREADS {
        address
    } else {
        format!("{address}/comments?before={}", comment.reply_to.unwrap_or(comment.id) + 1)
    };
    Ok(page::see_other(&format!("{page}#comment-{}", comment.id)))
}

/// Which form a page shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Reply,
    Edit,
    Hide,
}

#[derive(Template)]
#[template(path = "comments/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    id: i64,
    name: String,
    /// The comment it is about; empty where its words are in the form.
    author: String,
    html: String,
    kind: What,
    action: String,
}

/// The page of a form, for somebody who may see the words of the comment.
async fn form_page(visit: &Visit, id: i64, kind: What, form: impl FnOnce(&Comment) -> Form) -> Result<FormPage> {
    let (found, thing) = found(visit, id).await?;
    let (viewer, comment) = (visit.viewer()?, &found.comment);
    if kind == What::Edit && !comment.is_of(viewer) {
        return Err(Error::Forbidden);
    }
    let text = comment.text_for(viewer, visit.may(Permission::CommentsModerate));
    let text = text.ok_or(Error::Conflict("comment-conflict-gone"))?;
    let (title, last) = match kind {
        What::Reply => ("comment-reply-title", "/replies"),
        What::Edit => ("comment-edit-title", ""),
        What::Hide => ("comment-hide-title", "/hiding"),
    };
    let form = form(comment);
    Ok(FormPage {
        page: Page::new(visit, "", title).with_form(&form),
        form,
        id,
        name: thing.title(visit.lang).to_owned(),
        author: comment.author().to_owned(),
        html: if kind == What::Edit { String::new() } else { markdown::html(text, 2) },
        kind,
        action: format!("/comments/{id}{last}"),
    })
}

/// The answer to a form: what came of it, or the form again with what is wrong.
async fn answer(visit: &Visit, id: i64, kind: What, form: Form, outcome: Result<Done>) -> Answer {
    match outcome {
        Ok(done) => Ok(page::done(visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(visit, &form_page(visit, id, kind, |_| form.with_errors(errors)).await?)
        }
        Err(Error::Conflict("conflict-changed")) if kind == What::Edit => {
            let beside = |now: &Comment| form.beside(&filled(now), |_, says| says.to_owned());
            page::html(visit, StatusCode::CONFLICT, &form_page(visit, id, kind, beside).await?)
        }
        Err(error) => Err(error),
    }
}

fn done(id: i64, said: &'static str) -> Done {
    Done::to(format!("/comments/{id}")).say(said, "")
}

// ---- answering ----

pub async fn replies(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &form_page(&visit, id.into_inner(), What::Reply, |_| Form::blank()).await?)
}

pub async fn reply(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let (_, thing) = comments::found(act, id)?;
            let made = comments::write(act, &thing, Some(id), &read(form)?)?;
            Ok(done(made, "comment-written").made(made))
        })
        .await;
    answer(&visit, id, What::Reply, form, outcome).await
}

// ---- one's own ----

fn filled(comment: &Comment) -> Form {
    Form::filled([("comment", comment.text.clone()), ("version", comment.version.to_string())])
}

pub async fn edit_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &form_page(&visit, id.into_inner(), What::Edit, filled).await?)
}

pub async fn edit(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            let version = form.value("version").parse().unwrap_or_default();
            comments::edit(act, id, version, &read(form)?)?;
            Ok(done(id, "comment-edited"))
        })
        .await;
    answer(&visit, id, What::Edit, form, outcome).await
}

pub async fn take_back(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let done = visit
        .submit(&form, move |act, _| {
            let thing = comments::take_back(act, id)?;
            Ok(Done::to(format!("{}#comments", thing.address())).say("comment-taken-back-now", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- keeping order ----

pub async fn hiding_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &form_page(&visit, id.into_inner(), What::Hide, |_| Form::blank()).await?)
}

pub async fn hide(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let outcome = visit
        .submit(&form, move |act, form| {
            comments::found(act, id)?;
            let reader = form.reader();
            let why = reader.required_line("hidden_why", 500);
            reader.finish()?;
            comments::hide(act, id, &why)?;
            Ok(done(id, "comment-hidden-now"))
        })
        .await;
    answer(&visit, id, What::Hide, form, outcome).await
}

pub async fn show_again(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let act = move |act: &mut Act<'_>, _: &Form| {
        comments::show_again(act, id)?;
        Ok(done(id, "comment-shown-again"))
    };
    let done = visit.submit(&form, act).await?;
    Ok(page::done(&visit, &done))
}

// ---- what it said before ----

/// One text of a comment, and how it differs from the one before.
struct Text {
    when: String,
    pieces: Vec<Piece>,
}

#[derive(Template)]
#[template(path = "comments/versions.html")]
struct VersionsPage {
    page: Page,
    id: i64,
    author: String,
    /// The latest first; the last is the first one, whole.
    texts: Vec<Text>,
}

pub async fn versions(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = id.into_inner();
    let (Found { comment, .. }, _) = found(&visit, id).await?;
    let text = comment.text_for(visit.viewer()?, visit.may(Permission::CommentsModerate));
    let text = text.ok_or(Error::NotFound)?.to_owned();
    let earlier = visit.read(move |conn, _| store::versions(conn, id)).await?;
    let page = Page::new(&visit, "", "comment-versions-title");
    let latest = Version { text, written_at: comment.edited_at.unwrap_or(comment.written_at) };
    let all: Vec<Version> = std::iter::once(latest).chain(earlier).collect();
    let before = all.iter().skip(1).map(|version| version.text.as_str()).map(Some).chain([None]);
    let texts = all.iter().zip(before).map(|(version, before)| Text {
        when: page.moment(&version.written_at),
        pieces: compared(before.unwrap_or(&version.text), &version.text),
    });
    let texts = texts.collect();
    page::ok(&visit, &VersionsPage { page, id, author: comment.author().to_owned(), texts })
}
