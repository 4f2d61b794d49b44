//! The pages of minutes: reading what is published, writing part by part, publishing, approving, and what changed.

mod write;

use actix_web::web;
use askama::Template;

pub use write::{approve, assign, publish, write, write_form};

use super::{Seen, Status, Version, assembly};
use crate::meetings;
use crate::platform::compared::{Piece, excerpts};
use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;

/// A part to write: an item, or the meeting as a whole.
struct Row {
    /// 0 for the meeting as a whole.
    item: i64,
    name: String,
    /// None where it is in camera and not for them.
    text: Option<String>,
    lang: Lang,
    by: Option<String>,
    actions: Vec<(i64, String, bool)>,
}

#[derive(Template)]
#[template(path = "minutes/show.html")]
struct ShowPage {
    page: Page,
    id: i64,
    title: String,
    /// "Draft", "Published on 3 December", "Approved at …".
    status: String,
    published: bool,
    /// What is published last, as HTML, and what of it is in camera.
    text: String,
    in_camera: String,
    /// How many versions there are.
    versions: usize,
    writes: bool,
    /// Something was written since.
    is_ahead: bool,
}

/// How the minutes stand, in words.
fn standing(page: &Page, seen: &Seen, latest: Option<&Version>) -> String {
    let lang = page.lang();
    let Some(minutes) = &seen.minutes else { return lang.t("minutes-status-draft") };
    match (minutes.status, minutes.approved_on, latest) {
        (Status::Approved, Some(day), _) => {
            let name = if lang == Lang::En { &minutes.approved_en } else { &minutes.approved_fr };
            page.t2("minutes-status-approved", "meeting", name.as_str(), "day", page.long_day(&day))
        }
        (Status::Published, _, Some(latest)) => {
            let day = page.long_day(&page.day_of(&latest.published_at));
            page.t1(if minutes.for_all { "minutes-status-all" } else { "minutes-status-sitters" }, "day", day)
        }
        _ => lang.t("minutes-status-draft"),
    }
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let (seen, versions) =
        visit.read(move |conn, visit| Ok((super::seen(conn, visit, id)?, super::versions(conn, id)?))).await?;
    let (lang, latest) = (visit.lang, versions.first());
    let page = Page::new(&visit, "meetings", "minutes-title");
    let private = latest.filter(|_| seen.reads_in_camera()).map(|latest| latest.in_camera(lang)).unwrap_or_default();
    let page = ShowPage {
        title: seen.meeting().title(lang).to_owned(),
        status: standing(&page, &seen, latest),
        published: latest.is_some(),
        text: markdown::html(latest.map(|latest| latest.text(lang)).unwrap_or_default(), 2),
        in_camera: markdown::html(private, 3),
        versions: versions.len(),
        writes: seen.writes,
        is_ahead: latest.is_some() && seen.minutes.as_ref().is_some_and(|minutes| minutes.is_ahead),
        page,
        id,
    };
    page::ok(&visit, &page)
}

// ---- as it would be published ----

#[derive(Template)]
#[template(path = "minutes/preview.html")]
struct PreviewPage {
    page: Page,
    form: Form,
    id: i64,
    title: String,
    text: String,
    in_camera: String,
    /// Whether a version is published, and this is a correction of it.
    published: bool,
    general: bool,
    /// Later meetings that can have approved what is published.
    approvers: Vec<(String, String)>,
}

async fn preview_page(visit: &Visit, id: i64, mut form: Form) -> Result<PreviewPage> {
    let (seen, draft, approvers) = visit
        .read(move |conn, visit| {
            let seen = write::to_write(conn, visit, id)?;
            let draft = assembly::gather(conn, visit.coop()?, &seen, visit.now)?;
            let published = seen.status() == Status::Published;
            let approvers = if published { super::approvers(conn, seen.meeting(), visit.today())? } else { Vec::new() };
            Ok((seen, draft, approvers))
        })
        .await?;
    let lang = visit.lang;
    if seen.minutes.as_ref().is_some_and(|minutes| minutes.for_all) {
        form.set("for_all", "1");
    }
    let named = |(id, en, fr, day): (i64, String, String, chrono::NaiveDate)| {
        let name = if lang == Lang::En { en } else { fr };
        (id.to_string(), format!("{name}, {}", lang.day(day)))
    };
    let private = if seen.reads_in_camera() { draft.told(lang, true) } else { String::new() };
    Ok(PreviewPage {
        page: Page::new(visit, "meetings", "minutes-preview-title").with_form(&form),
        title: seen.meeting().title(lang).to_owned(),
        text: markdown::html(&draft.told(lang, false), 2),
        in_camera: markdown::html(&private, 3),
        published: seen.status() != Status::Draft,
        general: seen.meeting().kind.is_general(),
        approvers: approvers.into_iter().map(named).collect(),
        form,
        id,
    })
}

/// How the minutes read as they are now, and the button that publishes them so.
pub async fn preview(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &preview_page(&visit, *id, Form::blank()).await?)
}

// ---- the draft ----

#[derive(Template)]
#[template(path = "minutes/draft.html")]
struct DraftPage {
    page: Page,
    id: i64,
    title: String,
    rows: Vec<Row>,
}

/// The parts, each with what is written of it.
pub async fn draft(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let (seen, items, facts) = visit
        .read(move |conn, visit| {
            let seen = write::to_write(conn, visit, id)?;
            let (items, facts) = (meetings::items(conn, id)?, super::facts(conn, seen.meeting())?);
            Ok((seen, items, facts))
        })
        .await?;
    let page = Page::new(&visit, "meetings", "minutes-draft-title");
    let lang = visit.lang;
    let row = |item: Option<i64>, name: String, hidden: bool| {
        let part = facts.parts.0.iter().find(|part| part.item_id == item);
        let (text, own) = match part {
            Some(part) => {
                let (own, other) =
                    if lang == Lang::En { (&part.text_en, &part.text_fr) } else { (&part.text_fr, &part.text_en) };
                if own.is_empty() { (other.clone(), lang.other()) } else { (own.clone(), lang) }
            }
            None => (String::new(), lang),
        };
        Row {
            item: item.unwrap_or(0),
            name,
            text: (!hidden).then(|| markdown::html(&text, 4)),
            lang: own,
            by: part.filter(|part| !part.written_by.is_empty()).map(|part| {
                page.t2("minutes-part-by", "name", part.written_by.as_str(), "when", page.moment(&part.written_at))
            }),
            actions: facts
                .actions
                .0
                .iter()
                .filter(|action| action.item_id == item && !hidden)
                .map(|action| (action.task_id, action.title.clone(), action.done))
                .collect(),
        }
    };
    let mut rows = vec![row(None, lang.t("minutes-whole"), false)];
    rows.extend(items.iter().zip(1..).map(|(item, number)| {
        let hidden = item.in_camera && !seen.reads_in_camera();
        let name = if hidden { lang.t("item-in-camera") } else { item.title(lang).to_owned() };
        row(Some(item.id), format!("{number}. {name}"), hidden)
    }));
    let page = DraftPage { title: seen.meeting().title(lang).to_owned(), rows, page, id };
    page::ok(&visit, &page)
}

// ---- what changed ----

struct Change {
    number: i32,
    when: String,
    why: String,
    pieces: Vec<Piece>,
    in_camera: Vec<Piece>,
}

#[derive(Template)]
#[template(path = "minutes/versions.html")]
struct VersionsPage {
    page: Page,
    id: i64,
    title: String,
    changes: Vec<Change>,
}

pub async fn versions(visit: Visit, id: web::Path<i64>, _: Query) -> Answer {
    let id = *id;
    let (seen, all) =
        visit.read(move |conn, visit| Ok((super::seen(conn, visit, id)?, super::versions(conn, id)?))).await?;
    let (page, lang) = (Page::new(&visit, "meetings", "minutes-versions-title"), visit.lang);
    let change = |(at, one): (usize, &Version)| {
        let before = all.get(at + 1);
        let pieces = |text: fn(&Version, Lang) -> &str| {
            let plain = |version| markdown::plain(text(version, lang));
            before.map(|before| excerpts(&plain(before), &plain(one))).unwrap_or_default()
        };
        let changed = |all: Vec<Piece>| {
            if all.iter().all(|piece| matches!(piece, Piece::Same(_))) { Vec::new() } else { all }
        };
        Change {
            number: one.number,
            when: page.t2("minutes-version", "when", page.moment(&one.published_at), "name", one.published_by.as_str()),
            why: one.why.clone(),
            pieces: changed(pieces(Version::text)),
            in_camera: if seen.reads_in_camera() { changed(pieces(Version::in_camera)) } else { Vec::new() },
        }
    };
    let page = VersionsPage {
        title: seen.meeting().title(lang).to_owned(),
        changes: all.iter().enumerate().map(|(at, one)| change((at, one))).collect(),
        page,
        id,
    };
    page::ok(&visit, &page)
}
