//! Who sat on the board, year by year: the register of directors.

use askama::Template;
use chrono::{Datelike as _, NaiveDate};

use super::office_name;
use crate::board::{self, Holding, Term};
use crate::members::{self, Status};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;

/// One term, as the register says it.
pub(super) struct Line {
    pub(super) term: i64,
    pub(super) member: i64,
    pub(super) name: String,
    pub(super) found: bool,
    pub(super) offices: String,
    pub(super) since: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) came: String,
    pub(super) ended: String,
}

struct Year {
    year: i32,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "board/history.html")]
struct HistoryPage {
    page: Page,
    years: Vec<Year>,
    may_write: bool,
}

/// The offices held in a term, with their days where these are not those of the term; of one year, where one is asked for.
fn offices(lang: Lang, term: &Term, holdings: &[Holding], year: Option<i32>) -> String {
    let held = holdings
        .iter()
        .filter(|holding| holding.term_id == term.id)
        .filter(|holding| year.is_none_or(|year| touches(holding.since, holding.until, year)));
    let said = held.map(|holding| {
        let name = office_name(lang, holding);
        if holding.since == term.starts_on && holding.until == term.until() {
            return name;
        }
        let days = [("from", lang.day(holding.since).into()), ("until", lang.day(holding.until).into())];
        format!("{name} ({})", lang.with("from-until", &days))
    });
    said.collect::<Vec<_>>().join(", ")
}

/// Whether a span has a day in a year. Its last day is the one before `until`.
fn touches(since: NaiveDate, until: NaiveDate, year: i32) -> bool {
    since.year() <= year && year <= until.pred_opt().unwrap_or(until).year()
}

/// A term in words, with the offices of one year where one is asked for.
pub(super) fn line(visit: &Visit, term: &Term, holdings: &[Holding], year: Option<i32>) -> Line {
    let lang = visit.lang;
    let sees_former = members::sight(visit).sees_status();
    Line {
        term: term.id,
        member: term.member_id,
        name: term.name.clone(),
        found: sees_former || term.status.as_deref() != Some(Status::Former.word()),
        offices: offices(lang, term, holdings, year),
        since: term.starts_on,
        until: term.until(),
        came: lang.t_of("board-came-", &term.came),
        ended: term.ended_how.as_deref().map(|how| lang.t_of("board-ended-", how)).unwrap_or_default(),
    }
}

pub async fn history(visit: Visit) -> Answer {
    let (terms, holdings) = visit
        .read(|conn, visit| Ok((board::history(conn, visit.today())?, board::holdings(conn, None, visit.lang)?)))
        .await?;
    let this = visit.today().year();
    let first = terms.iter().map(|term| term.starts_on.year()).min();
    let years = first.into_iter().flat_map(|first| (first.min(this)..=this).rev()).map(|year| Year {
        year,
        lines: terms
            .iter()
            .filter(|term| touches(term.starts_on, term.until(), year))
            .map(|term| line(&visit, term, &holdings, Some(year)))
            .collect(),
    });
    let years = years.filter(|year| !year.lines.is_empty()).collect();
    let page = Page::new(&visit, "committees", "board-history-title");
    let may_write = visit.may(crate::policy::Permission::MembersWrite);
    page::ok(&visit, &HistoryPage { page, years, may_write })
}
