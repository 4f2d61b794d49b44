//! One page: what could not be done, with the reason and what can be done about it; and letters that were refused.

use actix_web::web;
use askama::Template;

use super::Failed;
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// The most entries of each list.
const LIST_MAX: i64 = 100;

/// Work that failed, in words.
struct Row {
    id: i64,
    name: String,
    about: String,
    reason: String,
    facts: String,
}

/// A letter that was refused.
struct RefusedRow {
    address: String,
    subject: String,
    answer: String,
    at: String,
}

#[derive(Template)]
#[template(path = "upkeep/index.html")]
struct UpkeepPage {
    page: Page,
    set_aside: Vec<Row>,
    waiting: Vec<Row>,
    refused: Vec<RefusedRow>,
    /// The address of a proxy that the operator did not name.
    unnamed_proxy: Option<String>,
}

/// What a kind of work is, in words; its bare name where nobody wrote any, which a test refuses.
fn name(visit: &Visit, kind: &str) -> String {
    let key = format!("work-{}", kind.replace(['.', '_'], "-"));
    if visit.lang.knows(&key) { visit.lang.t(&key) } else { kind.to_owned() }
}

fn row(visit: &Visit, page: &Page, work: &Failed) -> Row {
    let text = |field: &str| work.payload[field].as_str().unwrap_or_default().to_owned();
    let about = [text("to_address"), text("subject")].into_iter().filter(|part| !part.is_empty());
    let facts = match work.dead_at {
        Some(at) => {
            visit.lang.with("upkeep-tried", &[("tries", work.attempts.into()), ("when", page.moment(&at).into())])
        }
        None => visit
            .lang
            .with("upkeep-tries-again", &[("tries", work.attempts.into()), ("when", page.moment(&work.run_at).into())]),
    };
    Row {
        id: work.id,
        name: name(visit, &work.kind),
        about: about.collect::<Vec<_>>().join(" · "),
        reason: work.last_error.clone().unwrap_or_default(),
        facts,
    }
}

pub async fn index(visit: Visit) -> Answer {
    let (failed, refused) =
        visit.read(|conn, _| Ok((super::failed(conn, LIST_MAX)?, super::refused(conn, LIST_MAX)?))).await?;
    let page = Page::new(&visit, "settings", "upkeep-title");
    let (set_aside, waiting): (Vec<&Failed>, Vec<&Failed>) = failed.iter().partition(|work| work.dead_at.is_some());
    let rows = |all: Vec<&Failed>| all.into_iter().map(|work| row(&visit, &page, work)).collect();
    let refused = refused.into_iter().map(|letter| RefusedRow {
        at: page.moment(&letter.ended_at),
        address: letter.address,
        subject: letter.subject,
        answer: letter.answer,
    });
    let unnamed_proxy = visit.state.proxies.unnamed().map(|address| address.to_string());
    let (set_aside, waiting, refused) = (rows(set_aside), rows(waiting), refused.collect());
    let shown = UpkeepPage { page, set_aside, waiting, refused, unnamed_proxy };
    page::ok(&visit, &shown)
}

pub async fn try_again(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |act, _| {
            super::try_again(act, *id)?;
            Ok(Done::to("/upkeep").say("upkeep-tried-again", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn drop(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |act, _| {
            super::drop(act, *id)?;
            Ok(Done::to("/upkeep").say("upkeep-dropped", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
