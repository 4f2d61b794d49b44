//! The pages of meetings: what they share, and the list.

pub mod agenda;
pub mod asked;
pub mod calling;
pub mod consents;
mod form;
pub mod replies;
mod show;

use askama::Template;
use chrono::NaiveDate;

pub use form::{add, edit, edit_form, new_form};
pub use show::{cancel, cancel_form, show};

use super::Meeting;
use crate::committees;
use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::Permission;

/// The most meetings to come that the list shows.
const COMING_MAX: i64 = 50;
const PAST_ROWS: usize = 20;

/// A meeting in the list.
struct Row {
    id: i64,
    title: String,
    day: u32,
    month: String,
    /// "Wednesday 9 December, 7:00 p.m., common room".
    when: String,
    cancelled: bool,
}

#[derive(Template)]
#[template(path = "meetings/index.html")]
struct IndexPage {
    page: Page,
    coming: Vec<Row>,
    past: Vec<Row>,
    /// The day before which older ones go on.
    older: Option<NaiveDate>,
    first_page: bool,
    /// Until when the annual meeting must be held, where none is planned.
    annual_due: Option<String>,
    may_plan: bool,
    /// Whether attendance of past years can be brought in.
    may_import: bool,
}

/// The day, the time and the place in words.
pub fn when(lang: Lang, meeting: &Meeting) -> String {
    let time = match meeting.ends_at {
        Some(end) => lang.with(
            "meeting-from-to",
            &[("from", lang.time_of_day(meeting.starts_at).into()), ("to", lang.time_of_day(end).into())],
        ),
        None => lang.time_of_day(meeting.starts_at),
    };
    lang.with("meeting-when", &[("day", lang.long_day(meeting.held_on).into()), ("time", time.into())])
}

fn row(lang: Lang, meeting: &Meeting) -> Row {
    let when = when(lang, meeting);
    Row {
        id: meeting.id,
        title: meeting.title(lang).to_owned(),
        day: lang.day_number(meeting.held_on),
        month: lang.month_short(meeting.held_on),
        when: if meeting.place.is_empty() { when } else { format!("{when}, {}", meeting.place) },
        cancelled: !meeting.is_on(),
    }
}

/// The committees that the visitor leads today; none stands for any where they manage all meetings.
async fn led(visit: &Visit) -> Result<Vec<i64>> {
    let Some(member) = visit.viewer.as_ref().and_then(|viewer| viewer.member_id) else { return Ok(Vec::new()) };
    let team = visit.read(move |conn, visit| committees::team(conn, member, visit.today())).await?;
    Ok(team.into_iter().map(|one| one.committee).collect())
}

fn member(visit: &Visit) -> Option<i64> {
    visit.viewer.as_ref().and_then(|viewer| viewer.member_id)
}

fn version(form: &Form) -> i32 {
    form.value("version").parse().unwrap_or(0)
}

fn manages(visit: &Visit) -> bool {
    visit.may(Permission::MeetingsManage)
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let before: Option<NaiveDate> = query.value("before").parse().ok();
    let (coming, past, due, leads) = visit
        .read(move |conn, visit| {
            let (viewer, today) = (member(visit), visit.today());
            let coming = if before.is_none() { super::coming(conn, viewer, today, COMING_MAX)? } else { Vec::new() };
            let past = super::past(conn, viewer, today, before, PAST_ROWS as i64 + 1)?;
            let due = if manages(visit) { super::annual_due(conn, today)? } else { None };
            let leads = match viewer {
                Some(member) if !manages(visit) => !committees::team(conn, member, today)?.is_empty(),
                _ => false,
            };
            Ok((coming, past, due, leads))
        })
        .await?;
    let lang = visit.lang;
    let older = past.get(PAST_ROWS).and_then(|_| past.get(PAST_ROWS - 1)).map(|last| last.held_on);
    let page = IndexPage {
        coming: coming.iter().map(|one| row(lang, one)).collect(),
        past: past.iter().take(PAST_ROWS).map(|one| row(lang, one)).collect(),
        older,
        first_page: before.is_none(),
        annual_due: due.map(|day| {
            let word = if day < visit.today() { "meetings-annual-late" } else { "meetings-annual-due" };
            lang.with(word, &[("day", lang.long_day(day).into())])
        }),
        may_plan: manages(&visit) || leads,
        may_import: manages(&visit),
        page: Page::new(&visit, "meetings", "meetings-title"),
    };
    page::ok(&visit, &page)
}
