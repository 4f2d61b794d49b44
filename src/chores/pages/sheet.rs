//! Six weeks on a sheet for the stairwell: what, when, who; no phones. A QR code leads to the page.

use askama::Template;
use chrono::Days;
use qrcode::{Color, EcLevel, QrCode};

use super::{Line, WEEKS, line, monday, weeks};
use crate::platform::error::{Error, Result};
use crate::platform::page::{self, Answer, Page};
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

/// A QR code as one path of squares, with a quiet zone of four.
struct Code {
    size: usize,
    path: String,
}

impl Code {
    fn of(text: &str) -> Result<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M)
            .map_err(|error| Error::Internal(anyhow::anyhow!("no code for {text}: {error}")))?;
        let width = code.width();
        let dark = code.to_colors().into_iter().zip(0usize..).filter(|(color, _)| *color == Color::Dark);
        let path = dark.map(|(_, place)| format!("M{} {}h1v1h-1z", place % width + 4, place / width + 4)).collect();
        Ok(Self { size: width + 8, path })
    }
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
