//! The page of calendar addresses, and the file that a calendar program reads.

use std::sync::{Arc, OnceLock};

use actix_web::http::header::{self, ETag, EntityTag, Header as _, IfNoneMatch};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::{Calendar, committees_of, feed, own};
use crate::platform::clock;
use crate::platform::error::Error;
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::keys::digest;
use crate::platform::page::{self, Answer, Page};
use crate::platform::session::hex;
use crate::platform::visit::{Done, Visit};

struct Row {
    id: i64,
    name: String,
    made: String,
    read: String,
}

#[derive(Template)]
#[template(path = "calendars/index.html")]
struct IndexPage {
    page: Page,
    rows: Vec<Row>,
    /// Of whose duties one can have an address: an empty number for one's own.
    offered: Vec<(String, String)>,
}

fn name(lang: Lang, committee: Option<&str>) -> String {
    committee.map_or_else(|| lang.t("calendars-own"), |name| lang.with("calendars-committee", &[("name", name.into())]))
}

pub async fn index(visit: Visit) -> Answer {
    let (calendars, committees) = visit
        .read(|conn, visit| {
            let viewer = visit.viewer()?;
            Ok((own(conn, viewer)?, committees_of(conn, viewer, visit.today())?))
        })
        .await?;
    let (lang, zone) = (visit.lang, visit.coop()?.zone);
    let row = |calendar: &Calendar| Row {
        id: calendar.id,
        name: name(lang, calendar.committee(lang)),
        made: lang.day(clock::date_in(zone, calendar.made_at)),
        read: calendar.last_read_on.map_or_else(|| lang.t("account-never"), |day| lang.day(day)),
    };
    let of_committee = |(id, en, fr): (i64, String, String)| {
        (id.to_string(), name(lang, Some(if lang == Lang::En { &en } else { &fr })))
    };
    let offered = std::iter::once((String::new(), name(lang, None))).chain(committees.into_iter().map(of_committee));
    let page = IndexPage {
        page: Page::new(&visit, "account", "calendars-title"),
        rows: calendars.iter().map(row).collect(),
        offered: offered.collect(),
    };
    page::ok(&visit, &page)
}

#[derive(Template)]
#[template(path = "calendars/made.html")]
struct MadePage {
    page: Page,
    /// Empty when the same form was sent a second time.
    address: String,
}

/// Makes an address and shows it, on this answer only: it is in no redirect, no record of the form, no log.
pub async fn make(visit: Visit, form: Form) -> Answer {
    let shown = Arc::new(OnceLock::new());
    let (told, lang) = (shown.clone(), visit.lang);
    visit
        .submit(&form, move |act, form| {
            let committee = match form.value("committee_id") {
                "" => None,
                id => Some(id.parse().map_err(|_| Error::BadRequest)?),
            };
            let (id, secret) = super::make(act, committee, lang)?;
            let _ = told.set(secret);
            Ok(Done::to("/calendars").made(id))
        })
        .await?;
    let origin = visit.state.origin_of(visit.coop()?);
    let address = shown.get().map(|secret| format!("{origin}/calendars/{secret}.ics")).unwrap_or_default();
    page::ok(&visit, &MadePage { page: Page::new(&visit, "account", "calendar-made-title"), address })
}

pub async fn end(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |act, _| {
            super::end(act, *id)?;
            Ok(Done::to("/calendars").say("calendar-ended", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

/// The calendar itself, for whoever has its address.
pub async fn file(visit: Visit, request: HttpRequest, secret: web::Path<String>) -> Answer {
    let read = visit.write(move |act| super::read(act, &secret)).await?;
    let coop = visit.coop()?;
    let named = if read.lang == Lang::En { &coop.name_en } else { &coop.name_fr };
    let text = feed::file(&read, &visit.state.origin_of(coop), named, coop.zone);
    let tag = EntityTag::new_strong(hex(&digest(&text)));
    let known = match IfNoneMatch::parse(&request) {
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|one| one.weak_eq(&tag)),
        _ => false,
    };
    let mut answer = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer
        .insert_header(ETag(tag))
        .insert_header((header::CACHE_CONTROL, "private, max-age=300"))
        .insert_header(("x-robots-tag", "noindex, nofollow"));
    if known {
        return Ok(answer.finish());
    }
    Ok(answer.content_type("text/calendar; charset=utf-8").body(text))
}
