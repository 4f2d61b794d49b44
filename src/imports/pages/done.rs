//! What an import did, how far it is, and undoing it.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::imports::{self, Past, Progress, What};
use crate::platform::duration;
use crate::platform::error::Error;
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "imports/done.html")]
struct DonePage {
    page: Page,
    past: Past,
    /// Whom an undo left alone: member and name.
    left: Vec<(i64, String)>,
    can_undo: bool,
    undo_key: &'static str,
}

#[derive(Template)]
#[template(path = "imports/progress.html", blocks = ["state"])]
struct ProgressPage {
    page: Page,
    id: i64,
    progress: Progress,
}

pub async fn done(visit: Visit, id: web::Path<i64>) -> Answer {
    let (id, account) = (*id, visit.viewer()?.account_id);
    let past = visit
        .read(move |conn, _| match imports::past_one(conn, id) {
            Err(Error::NotFound) => Ok(None),
            other => other.map(Some),
        })
        .await?;
    if let Some((past, left)) = past {
        if visit.wants_fragment {
            return Ok(HttpResponse::Ok().insert_header(("HX-Refresh", "true")).finish());
        }
        let title = if past.undone.is_some() { "imports-undone-title" } else { "imports-done-title" };
        let can_undo = past.undone.is_none() && visit.now < past.until;
        let undo_key = match past.what {
            What::Members => "imports-undo-help",
            What::Tasks => "imports-tasks-undo-help",
            What::Meetings => "imports-meetings-undo-help",
        };
        let page = DonePage { page: Page::new(&visit, "imports", title), past, left, can_undo, undo_key };
        return page::ok(&visit, &page);
    }
    let progress = visit
        .read(move |conn, _| {
            imports::find(conn, id, account)?;
            imports::progress(conn, id)
        })
        .await?;
    let Some(progress) = progress else { return Ok(page::see_other(&format!("/imports/{id}"))) };
    let page = ProgressPage { page: Page::new(&visit, "imports", "imports-progress-title"), id, progress };
    if visit.wants_fragment { page::fragment(page.as_state().render()) } else { page::ok(&visit, &page) }
}

pub async fn undo(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            imports::undo(act, id)?;
            Ok(Done::to(format!("/imports/{id}/done")))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
