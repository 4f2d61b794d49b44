//! What observers looked at, for the board: each page and day, the latest first, and as a file.

use askama::Template;

use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::Visit;
use crate::transparency::{View, slice, views};

const LINES_MAX: i64 = 200;
const FILE_LINES_MAX: i64 = 100_000;

#[derive(Template)]
#[template(path = "transparency/observers.html")]
struct ObserversPage {
    page: Page,
    views: Vec<View>,
    more: bool,
}

pub async fn index(visit: Visit) -> Answer {
    let mut found = visit.read(|conn, visit| views(conn, visit, LINES_MAX + 1)).await?;
    let more = found.len() as i64 > LINES_MAX;
    found.truncate(LINES_MAX as usize);
    page::ok(&visit, &ObserversPage { page: Page::new(&visit, "settings", "observers-title"), views: found, more })
}

pub async fn export(visit: Visit) -> Answer {
    let found = visit.read(|conn, visit| views(conn, visit, FILE_LINES_MAX)).await?;
    let lang = visit.lang;
    let page = Page::new(&visit, "settings", "observers-title");
    let headings = ["day", "who", "page", "many", "from", "until"].map(|name| lang.t_of("observers-column-", name));
    let rows = found.into_iter().map(|view| {
        let (first, last) = (page.moment(&view.first_at), page.moment(&view.last_at));
        table_row![view.day, view.name, view.page, view.many, first, last]
    });
    Table::new(headings, rows).taken(&visit, &slice::VIEWS_EXPORTED, &lang.t("observers-file")).await
}
