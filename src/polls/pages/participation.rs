//! Who took part in the votes of a period: for those who run votes, so that they can ask whether somebody needs help to vote. What
//! somebody chose is not shown here.

use askama::Template;
use chrono::{Months, NaiveDate};

use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::listing::{self, Asked, Chip, Edge, Order};
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::Visit;
use crate::polls::slice;
use crate::polls::store::participation::{self as store, Listing, Participation};

/// Rows of one page.
const PAGE_ROWS: usize = 100;
/// Rows of one file, and how many are read at once.
const FILE_ROWS_MAX: usize = 50_000;
const FILE_BATCH: usize = 5_000;
/// The period when no year is chosen, in months.
const MONTHS: u32 = 12;
const SILENT: &str = "none";

#[derive(Template)]
#[template(path = "polls/participation.html")]
struct ParticipationPage {
    page: Page,
    asked: Asked,
    chips: Vec<Chip>,
    /// What to choose from: (value, words), the first narrows nothing.
    years: Vec<(String, String)>,
    answers: Vec<(String, String)>,
    period: String,
    summary: String,
    rows: Vec<(Participation, String)>,
    previous: Option<String>,
    next: Option<String>,
}

/// The days of a year, or the last twelve months.
fn period(year: Option<i32>, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let of = |year| Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?));
    let since = today.checked_sub_months(Months::new(MONTHS)).and_then(|day| day.succ_opt()).unwrap_or(today);
    year.and_then(of).unwrap_or((since, today))
}

/// What is asked for, as the store and as addresses know it.
fn read(visit: &Visit, query: &Form) -> Result<(Listing, Asked)> {
    let words = listing::words(query);
    let year: Option<i32> = query.value("year").parse().ok().filter(|year| (1_000..10_000).contains(year));
    let silent = query.value("answered") == SILENT;
    let filters = [
        ("q", words.clone()),
        ("year", year.map(|year| year.to_string()).unwrap_or_default()),
        ("answered", if silent { SILENT.to_owned() } else { String::new() }),
    ];
    let usual = Order { by: "name", descending: false };
    let asked = Asked::read("/polls/participation", &["name"], usual, query, filters)?;
    let (from, to) = period(year, visit.today());
    Ok((Listing { words, from, to, silent, window: asked.window.clone() }, asked))
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let (listing, asked) = read(&visit, &query)?;
    let wanted = listing.clone();
    let (found, count, years) = visit
        .read(move |conn, _| {
            let found = wanted.window.page(store::list(conn, &wanted, PAGE_ROWS + 1)?, PAGE_ROWS);
            let count = if found.is_whole() { found.lines.len() as i64 } else { store::count(conn, &wanted)? };
            Ok((found, count, store::years(conn)?))
        })
        .await?;
    let lang = visit.lang;
    let (previous, next) = asked.turns(&found, |row| (&row.place, row.id));
    let mut of_years = vec![(String::new(), lang.t("participation-last-months"))];
    of_years.extend(years.into_iter().map(|year| (year.to_string(), year.to_string())));
    let chip = |name: &str, value: &str| match name {
        "answered" => lang.t("participation-none-answered"),
        "year" => value.to_owned(),
        _ => lang.with("list-words", &[("words", value.into())]),
    };
    let page = Page::new(&visit, "polls", "participation-title");
    let period = page.t2("participation-period", "from", page.day(&listing.from), "to", page.day(&listing.to));
    let summary = listing::summary(lang, "participation", &found, count);
    let last = |row: &Participation| row.last_on.map_or_else(|| lang.t("participation-never"), |day| lang.day(day));
    let shown = ParticipationPage {
        chips: asked.chips(chip),
        years: of_years,
        answers: vec![
            (String::new(), lang.t("participation-everybody")),
            (SILENT.to_owned(), lang.t("participation-none-answered")),
        ],
        period,
        summary,
        rows: found.lines.into_iter().map(|row| (row.clone(), last(&row))).collect(),
        previous,
        next,
        asked,
        page,
    };
    page::ok(&visit, &shown)
}

/// The same as a file, with the same filters.
pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let (mut listing, _) = read(&visit, &query)?;
    listing.window.edge = Edge::Start;
    let rows = visit
        .read(move |conn, _| {
            let mut rows: Vec<Participation> = Vec::new();
            loop {
                let batch = listing.window.page(store::list(conn, &listing, FILE_BATCH + 1)?, FILE_BATCH);
                rows.extend(batch.lines);
                match rows.last().filter(|_| batch.has_next && rows.len() < FILE_ROWS_MAX) {
                    Some(last) => listing.window.edge = Edge::After(last.place.clone(), last.id),
                    None => return Ok(rows),
                }
            }
        })
        .await?;
    let columns = ["name", "asked", "answered", "last-on"];
    let headings = columns.map(|column| visit.lang.t_of("participation-column-", column));
    let rows = rows.into_iter().map(|row| table_row![row.name, row.asked, row.answered, row.last_on]);
    Table::new(headings, rows).taken(&visit, &slice::PARTICIPATION_EXPORTED, &visit.lang.t("participation-file")).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_or_the_last_twelve_months() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        assert_eq!(period(Some(2025), day("2026-03-01")), (day("2025-01-01"), day("2025-12-31")));
        assert_eq!(period(None, day("2026-03-01")), (day("2025-03-02"), day("2026-03-01")));
        assert_eq!(period(None, day("2024-02-29")), (day("2023-03-01"), day("2024-02-29")));
    }
}
