//! The committees of a day. One of them, the forms of who manages it, and what leaves as a file are in files of their own.

mod export;
mod manage;
pub mod several;
mod show;

use askama::Template;

pub use export::{export, seats_export};
pub use manage::{close, edit, edit_form, end_lead, name_lead, put_in, reopen, take_out};
pub use show::{join, leave, show};

use super::Committee;
use crate::members::{self, Sight};
use crate::platform::asked_day::AskedDay;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};
use crate::policy::Permission;

#[derive(Template)]
#[template(path = "committees/index.html")]
struct CommitteesPage {
    page: Page,
    committees: Vec<Committee>,
    closed: Vec<Committee>,
    day: AskedDay,
    /// Whether another day can be chosen: for who keeps or checks the register.
    may_choose: bool,
    may_export: bool,
    form: Form,
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let asked = members::asked_day(&visit, &query)?;
    let status = asked.status();
    page::html(&visit, status, &committees_page(&visit, asked, Form::blank()).await?)
}

async fn committees_page(visit: &Visit, day: AskedDay, form: Form) -> Result<CommitteesPage> {
    let (own, on) = (visit.viewer()?.member_id, day.on);
    let all = visit.read(move |conn, visit| super::list(conn, on, visit.lang, own)).await?;
    let (closed, committees) = all.into_iter().partition(|committee| committee.closed_on.is_some());
    let title = match day.other() {
        Some(day) => visit.lang.with("committees-title-on", &[("day", visit.lang.day(day).into())]),
        None => visit.lang.t("committees-title"),
    };
    let page = Page::named(visit, "committees", title).with_form(&form);
    let (may_choose, may_export) = (members::sight(visit) != Sight::Shared, visit.may(Permission::MembersExport));
    Ok(CommitteesPage { page, committees, closed, day, may_choose, may_export, form })
}

pub async fn add(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let reader = form.reader();
            let (name_en, name_fr) = reader.both("committee_name", |reader, field| reader.line(field, 80));
            reader.finish()?;
            let id = super::add(act, &name_en, &name_fr)?;
            Ok(Done::to(format!("/committees/{id}")).say("committee-added", "").made(id))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            let today = AskedDay::today(&visit);
            page::refused(&visit, &committees_page(&visit, today, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}
