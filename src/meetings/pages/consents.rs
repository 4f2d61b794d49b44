//! Notices by mail: each for themselves, and for all others whoever keeps what was signed on paper.

use actix_web::web;
use askama::Template;

use super::member;
use crate::meetings::consents::{self, Consent};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "meetings/consent.html")]
struct ConsentPage {
    page: Page,
    form: Form,
    address: String,
    /// Notices go to this address: since when.
    since: Option<String>,
    /// They agreed to another address than that of today.
    other: Option<String>,
}

async fn consent_page(visit: &Visit, form: Form) -> Result<ConsentPage> {
    let who = member(visit).ok_or(Error::Forbidden)?;
    let own = visit.read(move |conn, visit| consents::of(conn, who, visit.today())).await?;
    let page = Page::new(visit, "", "consent-title").with_form(&form);
    Ok(ConsentPage {
        since: own.given_at.filter(|_| own.holds()).map(|at| page.long_day(&page.day_of(&at))),
        other: own.agreed.clone().filter(|_| !own.holds()),
        address: own.address,
        form,
        page,
    })
}

pub async fn consent_form(visit: Visit) -> Answer {
    page::ok(&visit, &consent_page(&visit, Form::blank()).await?)
}

fn agrees(form: &Form) -> Result<bool> {
    match form.value("consent") {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Error::BadRequest),
    }
}

pub async fn consent(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let (who, agrees) = (act.member_id()?, agrees(form)?);
            consents::set(act, who, agrees)?;
            Ok(Done::to("/meetings/consent").say(if agrees { "consent-given" } else { "consent-withdrawn" }, ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &consent_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

/// A member in the list.
struct Row {
    id: i64,
    name: String,
    address: String,
    state: String,
    holds: bool,
}

#[derive(Template)]
#[template(path = "meetings/consents.html")]
struct ConsentsPage {
    page: Page,
    rows: Vec<Row>,
    agreed: usize,
}

fn row(page: &Page, one: Consent) -> Row {
    let holds = one.holds();
    let state = match (&one.agreed, one.given_at) {
        (Some(_), Some(at)) if holds => page.t1("consents-since", "day", page.day(&page.day_of(&at))),
        (Some(other), _) => page.t1("consents-other", "address", other.as_str()),
        _ => page.t("consents-none"),
    };
    Row { id: one.member_id, name: one.name, address: one.address, state, holds }
}

pub async fn list(visit: Visit) -> Answer {
    let all = visit.read(|conn, visit| consents::list(conn, visit.today())).await?;
    let page = Page::new(&visit, "meetings", "consents-title");
    let agreed = all.iter().filter(|one| one.holds()).count();
    let page = ConsentsPage { rows: all.into_iter().map(|one| row(&page, one)).collect(), agreed, page };
    page::ok(&visit, &page)
}

/// For a member who signed a paper, or took it back.
pub async fn set(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    visit.read(move |conn, visit| consents::of(conn, id, visit.today()).map(drop)).await?;
    let done = visit
        .submit(&form, move |act, form| {
            let agrees = agrees(form)?;
            consents::set(act, id, agrees)?;
            let name = consents::name(act.conn, id)?;
            let key = if agrees { "consent-noted" } else { "consent-noted-off" };
            Ok(Done::to(format!("/meetings/consents#m{id}")).say(key, name))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
