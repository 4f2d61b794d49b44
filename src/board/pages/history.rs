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
    lines: Vec<usize>,
}

#[derive(Template)]
#[template(path = "board/history.html")]
struct HistoryPage {
    page: Page,
    lines: Vec<Line>,
    years: Vec<Year>,
    may_write: bool,
}

/// The offices held in a term, with their days where these are not those of the term.
fn offices(lang: Lang, term: &Term, holdings: &[Holding]) -> String {
    let said = holdings.iter().filter(|holding| holding.term_id == term.id).map(|holding| {
        let name = office_name(lang, holding);
        if holding.since == term.starts_on && holding.until == term.until() {
            return name;
        }
        let days = [("from", lang.day(holding.since).into()), ("until", lang.day(holding.until).into())];
        format!("{name} ({})", lang.with("from-until", &days))
    });
    said.collect::<Vec<_>>().join(", ")
}

/// Every term there ever was, in words, the latest first.
pub(super) fn lines(visit: &Visit, terms: Vec<Term>, holdings: &[Holding]) -> Vec<Line> {
    let (lang, sees_former) = (visit.lang, members::sight(visit).sees_status());
    let said = terms.into_iter().map(|term| Line {
        offices: offices(lang, &term, holdings),
        since: term.starts_on,
        until: term.until(),
        came: lang.t_of("board-came-", &term.came),
        ended: term.ended_how.as_deref().map(|how| lang.t_of("board-ended-", how)).unwrap_or_default(),
        found: sees_former || term.status.as_deref() != Some(Status::Former.word()),
        term: term.id,
        member: term.member_id,
        name: term.name,
    });
    said.collect()
}

pub async fn history(visit: Visit) -> Answer {
    let (terms, holdings) = visit
        .read(|conn, visit| Ok((board::history(conn, visit.today())?, board::holdings(conn, None, visit.lang)?)))
        .await?;
    let lines = lines(&visit, terms, &holdings);
    let first = lines.iter().map(|line| line.since.year()).min();
    let this = visit.today().year();
    let years = first.into_iter().flat_map(|first| (first.min(this)..=this).rev()).map(|year| Year {
        year,
        lines: (0..lines.len())
            .filter(|at| {
                let line = &lines[*at];
                // The first day on which it is over is no day on the board any more.
                let last = line.until.pred_opt().unwrap_or(line.until);
                line.since.year() <= year && year <= last.year()
            })
            .collect(),
    });
    let years = years.filter(|year| !year.lines.is_empty()).collect();
    let page = Page::new(&visit, "committees", "board-history-title");
    let may_write = visit.may(crate::policy::Permission::MembersWrite);
    page::ok(&visit, &HistoryPage { page, lines, years, may_write })
}
