//! The pages of comments: the block that a thing's own page shows, the page of all of them, and where one is written, answered,
//! edited, hidden. A form that is refused comes back on the page of comments, so no other slice needs to know of it.

mod one;

use actix_web::web;
use askama::Template;
use chrono::{DateTime, SecondsFormat, Utc};
use diesel::prelude::*;

use super::{Comment, Discussion, LENGTH_MAX, Thing, Thread, store};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::slice::{Slices, Talked};
use crate::platform::visit::{Act, Done, Viewer, Visit};
use crate::policy::Permission;

pub use one::{edit, edit_form, hide, hiding_form, replies, reply, show, show_again, take_back, versions};

/// Comments on one page that answer none.
const PAGE_THREADS: i64 = 20;

/// A comment as a page shows it.
pub struct Row {
    pub id: i64,
    pub author: String,
    pub when: String,
    pub iso: String,
    pub edited: bool,
    /// Written after what it is about was over.
    pub late: bool,
    /// What stands instead of its words, or above them.
    pub note: String,
    /// Why it is hidden, for those who may know.
    pub why: String,
    pub html: String,
    pub gone: bool,
    pub hidden: bool,
    pub may_edit: bool,
    pub may_answer: bool,
    pub may_hide: bool,
    pub replies: Vec<Row>,
}

/// What is said of a thing, as its page shows it.
pub struct Block {
    pub address: String,
    pub rows: Vec<Row>,
    pub count: i64,
    pub newest: i64,
    pub earlier: Option<i64>,
    pub closed: String,
    pub may_write: bool,
    pub may_moderate: bool,
    pub form: Form,
}

/// What somebody may do with comments.
struct Rights<'a> {
    viewer: &'a Viewer,
    writes: bool,
    moderates: bool,
}

impl Block {
    /// The latest comments on a thing, for its own page: one query.
    pub fn read(conn: &mut PgConnection, about: &str, id: i64) -> Result<Discussion> {
        store::discussion(conn, about, id, None, PAGE_THREADS)
    }

    /// The discussion on a page. `over_at` is when the thing was over.
    pub fn new(
        visit: &Visit,
        page: &Page,
        address: &str,
        over_at: Option<DateTime<Utc>>,
        shown: &Discussion,
    ) -> Result<Self> {
        let writes = visit.may(Permission::CommentsWrite) && shown.closed_at.is_none();
        let rights = Rights { viewer: visit.viewer()?, writes, moderates: visit.may(Permission::CommentsModerate) };
        let rows = shown.threads.iter().map(|thread| thread_row(page, &rights, over_at, thread)).collect();
        let closed =
            shown.closed_at.map_or_else(String::new, |at| page.t1("comments-closed", "when", page.moment(&at)));
        Ok(Self {
            address: address.to_owned(),
            rows,
            count: shown.count,
            newest: shown.newest,
            earlier: shown.earlier,
            closed,
            may_write: writes,
            may_moderate: rights.moderates,
            form: Form::blank(),
        })
    }
}

fn thread_row(page: &Page, rights: &Rights<'_>, over_at: Option<DateTime<Utc>>, thread: &Thread) -> Row {
    let replies = thread.replies.iter().map(|reply| row(page, rights, over_at, reply)).collect();
    Row { replies, ..row(page, rights, over_at, &thread.first) }
}

fn row(page: &Page, rights: &Rights<'_>, over_at: Option<DateTime<Utc>>, comment: &Comment) -> Row {
    let text = comment.text_for(rights.viewer, rights.moderates);
    let (gone, hidden) = (comment.taken_back_at.is_some(), comment.hidden_at.is_some());
    let note = match (gone, hidden, text) {
        (true, ..) => page.t("comment-taken-back"),
        (_, true, None) => page.t("comment-is-hidden"),
        (_, true, Some(_)) => page.t("comment-is-hidden-but"),
        _ => String::new(),
    };
    let stands = !gone && !hidden;
    Row {
        id: comment.id,
        author: comment.author().to_owned(),
        when: page.moment(&comment.written_at),
        iso: comment.written_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        edited: comment.edited_at.is_some() && text.is_some(),
        late: over_at.is_some_and(|over| comment.written_at > over),
        note,
        why: if text.is_some() { comment.hidden_why.clone() } else { String::new() },
        html: text.map(|text| markdown::html(text, 3)).unwrap_or_default(),
        gone,
        hidden,
        may_edit: !gone && comment.is_of(rights.viewer),
        may_answer: rights.writes && stands && comment.reply_to.is_none(),
        may_hide: rights.moderates && !gone,
        replies: Vec::new(),
    }
}

/// What tells an open page that there is more to read: the same for everybody, and it moves nothing. The page itself says whether it has
/// that comment already.
#[derive(Template)]
#[template(path = "comments/news.html")]
pub struct News {
    lang: Lang,
    address: String,
    newest: i64,
}

impl News {
    pub fn new(lang: Lang, address: String, newest: i64) -> Self {
        Self { lang, address, newest }
    }
}

// ---- the comments on a thing ----

#[derive(Template)]
#[template(path = "comments/index.html")]
struct IndexPage {
    page: Page,
    form: Form,
    talk: Block,
    /// Back to the latest.
    latest: bool,
}

/// The kind of thing that the address is of, and the number in it: `/polls/12/comments`.
fn talked_of(slices: Slices, path: &str) -> Option<&'static Talked> {
    let of = |talked: &&Talked| path.starts_with(talked.kind.address?.split('{').next()?).then_some(());
    slices.iter().flat_map(|slice| slice.talked).find(|talked| of(talked).is_some())
}

fn thing_here(conn: &mut PgConnection, visit: &Visit, id: i64) -> Result<Thing> {
    let slices = visit.state.slices;
    let talked = talked_of(slices, &visit.path).ok_or(Error::NotFound)?;
    super::thing(conn, slices, &visit.asker(), talked.kind.word, id)
}

async fn index_page(visit: &Visit, id: i64, before: Option<i64>, form: Form) -> Result<IndexPage> {
    let (thing, shown) = visit
        .read(move |conn, visit| {
            let thing = thing_here(conn, visit, id)?;
            let shown = store::discussion(conn, thing.about(), id, before, PAGE_THREADS)?;
            Ok((thing, shown))
        })
        .await?;
    let page = Page::named(visit, "", thing.title(visit.lang)).with_form(&form);
    let talk = Block::new(visit, &page, &thing.address(), thing.over_at, &shown)?;
    // What was typed is never lost, even if no more is to be said.
    let talk = Block { may_write: talk.may_write || !form.value("comment").is_empty(), form: form.clone(), ..talk };
    Ok(IndexPage { page, form, talk, latest: before.is_none() })
}

pub async fn index(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let before = query.value("before").parse().ok();
    page::ok(&visit, &index_page(&visit, id.into_inner(), before, Form::blank()).await?)
}

/// Reads the form of a comment.
fn read(form: &Form) -> Result<String> {
    let reader = form.reader();
    let text = reader.required_text("comment", LENGTH_MAX);
    reader.finish()?;
    Ok(text)
}

pub async fn add(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = id.into_inner();
    let path = visit.clone();
    let outcome = visit
        .submit(&form, move |act, form| {
            let thing = thing_here(act.conn, &path, id)?;
            let made = super::write(act, &thing, None, &read(form)?)?;
            Ok(Done::to(format!("{}#comment-{made}", thing.address())).say("comment-written", "").made(made))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &index_page(&visit, id, None, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

/// Closes the discussion of a thing, or opens it again.
async fn switch(
    visit: Visit,
    id: i64,
    form: Form,
    said: &'static str,
    verb: fn(&mut Act<'_>, &Thing) -> Result<()>,
) -> Answer {
    let path = visit.clone();
    let done = visit
        .submit(&form, move |act, _| {
            let thing = thing_here(act.conn, &path, id)?;
            verb(act, &thing)?;
            Ok(Done::to(format!("{}#comments", thing.address())).say(said, ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn close(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    switch(visit, id.into_inner(), form, "comments-closed-now", super::close).await
}

pub async fn reopen(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    switch(visit, id.into_inner(), form, "comments-reopened", super::reopen).await
}
