//! The attendance sheet, on paper: everybody who is called, with boxes and a line to sign on.

use actix_web::web;
use askama::Template;

use super::kept;
use crate::attendance;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;

/// Free lines for who is not on the list.
const FREE: usize = 6;

#[derive(Template)]
#[template(path = "attendance/sheet.html")]
struct SheetPage {
    page: Page,
    id: i64,
    title: String,
    when: String,
    people: Vec<(String, String)>,
}

pub async fn sheet(visit: Visit, id: web::Path<i64>) -> Answer {
    let (id, lang) = (*id, visit.lang);
    let held = kept(&visit, id).await?;
    let known = held.clone();
    let people = visit
        .read(move |conn, _| {
            if known.door.is_none() {
                return attendance::to_call(conn, &known.meeting);
            }
            let called = attendance::people(conn, id, None)?.into_iter().filter(|person| person.called);
            Ok(called.map(|person| (person.name, person.home)).collect())
        })
        .await?;
    let meeting = &held.meeting;
    let page = SheetPage {
        page: Page::new(&visit, "meetings", "attendance-sheet"),
        id,
        title: meeting.title(lang).to_owned(),
        when: lang.with(
            "meeting-when",
            &[("day", lang.long_day(meeting.held_on).into()), ("time", lang.time_of_day(meeting.starts_at).into())],
        ),
        people: people.into_iter().map(|(name, home)| (name, home.unwrap_or_default())).collect(),
    };
    page::ok(&visit, &page)
}
