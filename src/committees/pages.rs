//! The committees, one of them, and taking or leaving a seat.

use actix_web::web;
use askama::Template;

use super::{Committee, Seat};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "committees/index.html")]
struct CommitteesPage {
    page: Page,
    committees: Vec<Committee>,
    form: Form,
}

pub async fn index(visit: Visit) -> Answer {
    page::ok(&visit, &committees_page(&visit, Form::blank()).await?)
}

async fn committees_page(visit: &Visit, form: Form) -> Result<CommitteesPage> {
    let own = visit.viewer()?.member_id;
    let committees = visit.read(move |conn, visit| super::list(conn, visit.today(), visit.lang, own)).await?;
    let page = Page::new(visit, "committees", "committees-title").with_form(&form);
    Ok(CommitteesPage { page, committees, form })
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let reader = form.reader();
            let name_en = reader.required_line("committee_name_en", 80);
            let name_fr = reader.required_line("committee_name_fr", 80);
            reader.finish()?;
            let id = super::add(act, &name_en, &name_fr)?;
            Ok(Done::to(format!("/committees/{id}")).say("committee-added", "").made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &committees_page(&visit, form.with_errors(errors)).await?),
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "committees/show.html")]
struct CommitteePage {
    page: Page,
    committee: Committee,
    seats: Vec<Seat>,
    /// Whether the viewer is somebody who could sit there.
    may_join: bool,
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let (id, own) = (*id, visit.viewer()?.member_id);
    let (committee, seats) =
        visit.read(move |conn, visit| super::find(conn, id, visit.today(), visit.lang, own)).await?;
    let page = Page::named(&visit, "committees", committee.name.clone());
    page::ok(&visit, &CommitteePage { page, committee, seats, may_join: own.is_some() })
}

pub async fn join(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    change(visit, *id, form, true).await
}

pub async fn leave(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    change(visit, *id, form, false).await
}

/// Takes or leaves a seat of one's own; the message offers the opposite.
async fn change(visit: Visit, id: i64, form: Form, joins: bool) -> Answer {
    let lang = visit.lang;
    let done = visit
        .submit(&form, move |act, _| {
            let (member, today) = (act.member_id()?, act.today());
            let (committee, _) = super::find(act.conn, id, today, lang, Some(member))?;
            let (key, opposite) = if joins {
                super::join(act, id, member, today)?;
                ("committee-joined", "departure")
            } else {
                super::leave(act, id, member, today)?;
                ("committee-left", "seats")
            };
            Ok(Done::to(format!("/committees/{id}"))
                .say(key, committee.name)
                .undo(format!("/committees/{id}/{opposite}"), Vec::new()))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
