//! The pages of governance: the calendar with its file, filings, the numbers of the annual return, and the papers of a meeting.

pub mod annual;
mod filing;
pub mod pack;

use askama::Template;

pub use filing::{add, add_usual, edit, edit_form, finish, new_form, remove, reopen, show};

use super::calendar::{self, Calendar, Line};
use super::rules::{Section, Usual};
use super::slice;
use crate::platform::error::{Error, Result};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Table, table_row};
use crate::platform::visit::Visit;
use crate::policy::Permission;

fn member(visit: &Visit) -> Option<i64> {
    visit.viewer.as_ref().and_then(|viewer| viewer.member_id)
}

/// The calendar is for the board, who runs the co-op, and auditors.
async fn load(visit: &Visit) -> Result<Calendar> {
    let calendar = visit
        .read(|conn, visit| {
            let slices = visit.state.slices;
            calendar::read(conn, (slices, visit.lang), |one| visit.may(one), member(visit), visit.today())
        })
        .await?;
    if calendar.sits || visit.may(Permission::GovernanceRead) { Ok(calendar) } else { Err(Error::Forbidden) }
}

/// A line as it is shown.
struct Row {
    title: String,
    href: String,
    day: String,
    who: String,
    note: String,
}

/// A part of the calendar.
struct Part {
    word: &'static str,
    name: String,
    rows: Vec<Row>,
}

fn row(lang: Lang, line: Line) -> Row {
    let day = if line.section == Section::Done { line.done_on } else { line.due_on };
    Row {
        title: line.title,
        href: line.href,
        day: day.map(|day| lang.day(day)).unwrap_or_default(),
        who: line.who,
        note: line.note,
    }
}

/// The parts that have something.
fn parts(lang: Lang, lines: Vec<Line>) -> Vec<Part> {
    let mut parts: Vec<Part> = Section::ALL
        .iter()
        .map(|(word, _)| Part { word, name: lang.t_of("governance-part-", word), rows: Vec::new() })
        .collect();
    for line in lines {
        if let Some(part) = parts.iter_mut().find(|part| part.word == line.section.word()) {
            part.rows.push(row(lang, line));
        }
    }
    parts.into_iter().filter(|part| !part.rows.is_empty()).collect()
}

/// A usual filing that is offered: its kind, its title, its day where one follows.
struct Offer {
    word: &'static str,
    title: String,
    day: Option<String>,
}

fn offer(lang: Lang, one: &Usual) -> Offer {
    Offer { word: one.kind.word(), title: lang.t(&one.key()), day: one.due_on.map(|day| lang.long_day(day)) }
}

#[derive(Template)]
#[template(path = "governance/index.html")]
struct IndexPage {
    page: Page,
    today: String,
    parts: Vec<Part>,
    may_manage: bool,
    /// Usual filings whose day is known, and those whose day has to be entered.
    dated: Vec<Offer>,
    undated: Vec<Offer>,
}

pub async fn index(visit: Visit) -> Answer {
    let calendar = load(&visit).await?;
    let lang = visit.lang;
    let (dated, undated) = calendar.usual.iter().map(|one| offer(lang, one)).partition(|one| one.day.is_some());
    let page = IndexPage {
        page: Page::new(&visit, "governance", "governance-title"),
        today: lang.long_day(visit.today()),
        parts: parts(lang, calendar.lines),
        may_manage: visit.may(Permission::GovernanceManage),
        dated,
        undated,
    };
    page::ok(&visit, &page)
}

/// The calendar as a file.
pub async fn export(visit: Visit) -> Answer {
    let calendar = load(&visit).await?;
    let lang = visit.lang;
    let headings = ["part", "what", "by", "who", "note", "done"].map(|column| lang.t_of("governance-column-", column));
    let rows = calendar.lines.into_iter().map(|line| {
        let part = lang.t_of("governance-part-", line.section.word());
        table_row![part, line.title, line.due_on, line.who, line.note, line.done_on]
    });
    let name = format!("governance-{}", visit.today());
    Table::new(headings, rows).taken(&visit, &slice::GOVERNANCE_EXPORTED, &name).await
}
