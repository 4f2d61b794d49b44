//! Six weeks on a sheet for the stairwell: what, when, who; no phones. A QR code leads to the page.

use askama::Template;
use chrono::Days;

use super::{Line, WEEKS, line, monday, weeks};
use crate::platform::page::{self, Answer, Page};
use crate::platform::qr::Code;
use crate::platform::visit::Visit;

#[derive(Template)]
#[template(path = "chores/sheet.html")]
struct SheetPage {
    page: Page,
    weeks: Vec<(String, Vec<Line>)>,
    until: String,
    address: String,
    code: Code,
}

pub async fn sheet(visit: Visit) -> Answer {
    let (today, lang) = (visit.today(), visit.lang);
    let (from, until) = (monday(today), monday(today) + Days::new(7 * WEEKS - 1));
    let turns = visit.read(move |conn, _| super::super::rota(conn, from, until)).await?;
    let lines =
        turns.iter().filter(|turn| turn.closed_as.is_none()).map(|turn| line(lang, turn, None, today)).collect();
    let address = format!("{}/chores", visit.state.origin_of(visit.coop()?));
    let page = SheetPage {
        page: Page::new(&visit, "chores", "chores-sheet-title"),
        weeks: weeks(lang, lines, today),
        until: lang.day(until),
        code: Code::of(&address)?,
        address,
    };
    page::ok(&visit, &page)
}
