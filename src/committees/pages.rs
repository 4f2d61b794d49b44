//! The committees of a day. One of them, the forms of who manages it, and what leaves as a file are in files of their own.

mod export;
mod manage;
mod show;

use askama::Template;
use chrono::NaiveDate;

pub use export::{export, seats_export};
pub use manage::{change, close, edit_form, end_lead, name_lead, put_in, reopen, take_out};
pub use show::{join, leave, show};

use super::Committee;
use crate::members::{self, Sight};
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
    day: Asked,
    form: Form,
}

/// The day that a page is about.
struct Asked {
    on: NaiveDate,
    /// The day, where it is not today.
    past: Option<NaiveDate>,
    /// Whether another day can be chosen: for who keeps or checks the register.
    may_choose: bool,
    /// Whether the page can be taken away as a file.
    may_export: bool,
}

impl Asked {
    /// Today, or a day in the past for who keeps or checks the register.
    fn of(visit: &Visit, query: &Form) -> Result<Self> {
        let on = members::asked_day(visit, query)?;
        let may_choose = members::sight(visit) != Sight::Shared;
        let past = (on != visit.today()).then_some(on);
        Ok(Self { on, past, may_choose, may_export: visit.may(Permission::MembersExport) })
    }

    /// What stands after an address so that it is about the same day.
    fn query(&self) -> String {
        self.past.map(|day| format!("?on={day}")).unwrap_or_default()
    }
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let asked = Asked::of(&visit, &query)?;
    page::ok(&visit, &committees_page(&visit, asked, Form::blank()).await?)
}

async fn committees_page(visit: &Visit, day: Asked, form: Form) -> Result<CommitteesPage> {
    let (own, on) = (visit.viewer()?.member_id, day.on);
    let all = visit.read(move |conn, visit| super::list(conn, on, visit.lang, own)).await?;
    let (closed, committees) = all.into_iter().partition(|committee| committee.closed_on.is_some());
    let title = match day.past {
        Some(day) => visit.lang.with("committees-title-on", &[("day", visit.lang.day(day).into())]),
        None => visit.lang.t("committees-title"),
    };
    let page = Page::named(visit, "committees", title).with_form(&form);
    Ok(CommitteesPage { page, committees, closed, day, form })
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
        Err(Error::Invalid(errors)) => {
            let today = Asked::of(&visit, &Form::blank())?;
            page::refused(&visit, &committees_page(&visit, today, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}
