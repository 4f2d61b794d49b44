//! Somebody leaves the co-op: what ends with that and what stays, said before it is entered.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use crate::members::{self, Change, Hangs, Lost, Outlook, Status};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "members/departure.html")]
struct DeparturePage {
    page: Page,
    form: Form,
    id: i64,
    on: NaiveDate,
    outlook: Outlook,
}

impl DeparturePage {
    /// How much of a kind ends or stays, in a sentence.
    fn line(&self, hangs: &Hangs) -> String {
        let names = [("count", hangs.count.into()), ("names", hangs.names.as_str().into())];
        let key = format!("departure-{}", hangs.name);
        self.page.lang().with(&key, &names)
    }
}

/// The page for the day that was chosen on another one. Why stays out of an address.
pub fn address(id: i64, form: &Form) -> String {
    match form.value("status_from").parse::<NaiveDate>() {
        Ok(day) => format!("/members/{id}/departure?status_from={day}"),
        Err(_) => format!("/members/{id}/departure"),
    }
}

/// What could not be given back, in sentences; empty when all was.
pub fn said(lang: Lang, lost: &Lost) -> String {
    let words =
        lost.iter().map(|(name, count)| lang.with(&format!("departure-{name}-lost"), &[("count", (*count).into())]));
    words.collect::<Vec<_>>().join(" ")
}

async fn departure_page(visit: &Visit, id: i64, mut form: Form) -> Result<DeparturePage> {
    let on = form.value("status_from").parse().unwrap_or_else(|_| visit.today());
    form.set("status_from", on.to_string());
    let outlook = visit.read(move |conn, visit| members::outlook(conn, visit.state.slices, visit.lang, id, on)).await?;
    let title = visit.lang.with("departure-title", &[("name", outlook.name.as_str().into())]);
    let page = Page::named(visit, "members", title).with_form(&form);
    Ok(DeparturePage { page, form, id, on, outlook })
}

pub async fn show(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let day = query.value("status_from").to_owned();
    page::ok(&visit, &departure_page(&visit, *id, Form::filled([("status_from", day)])).await?)
}

pub async fn enter(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, lang) = (*id, visit.lang);
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let from = reader.required_date("status_from");
            let reason = reader.line("status_reason", 200);
            reader.finish()?;
            members::change_status(act, id, &Change { status: Status::Former, from, until: None, reason })?;
            Ok(Done::to(format!("/members/{id}")).say("departure-entered", lang.day(from)))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &departure_page(&visit, id, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}
