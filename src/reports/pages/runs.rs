//! A report that was asked for: how far it is, its rows on screen and on paper, its files.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;
use tokio::sync::Semaphore;

use super::{asked, fields, standing};
use crate::figures::Unit;
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{self, WORKBOOK};
use crate::platform::visit::Visit;
use crate::reports::{self, Part, Row, Run, Sent, State, drawn, slice};

/// Rows of a part on the page of the whole, on a page of its own, and on paper.
const ROWS_FIRST: i32 = 25;
const ROWS_PAGE: i64 = 100;
const ROWS_PAPER: i32 = 2_000;
/// Workbooks that one process writes at a time: a large one takes memory.
static WRITING: Semaphore = Semaphore::const_new(2);

/// A cell as it is shown.
pub struct Shown {
    text: String,
    label: String,
    is_number: bool,
    href: Option<String>,
}

/// A part as it is shown.
pub struct Table {
    name: &'static str,
    title: String,
    about: String,
    /// Name, whether it is of numbers.
    headings: Vec<(String, bool)>,
    rows: Vec<Vec<Shown>>,
    many: String,
    /// Whether there are more rows than these.
    more: bool,
    cut: bool,
}

fn is_number(unit: Unit) -> bool {
    matches!(unit, Unit::Number | Unit::Minutes | Unit::Mark)
}

fn table(lang: Lang, run: &Run, at: usize, part: &Part, rows: &[&Row]) -> Table {
    let columns = part.columns();
    let headings: Vec<(String, bool)> =
        columns.iter().map(|column| (drawn::heading(lang, part, column), is_number(column.unit))).collect();
    // What a row is about stands in the column of names, or in the first of titles.
    let named = columns.iter().position(|column| column.name == "name");
    let leads = named.or_else(|| columns.iter().position(|column| matches!(column.unit, Unit::Title | Unit::Text)));
    let row = |row: &&Row| -> Vec<Shown> {
        let cell = |(place, column): (usize, &crate::figures::Column)| Shown {
            text: row.cells.get(place).map(|cell| drawn::said(lang, column.unit, cell)).unwrap_or_default(),
            label: headings[place].0.clone(),
            is_number: headings[place].1,
            href: part
                .href
                .zip(row.about)
                .filter(|_| leads == Some(place))
                .map(|(href, id)| href.replace("{id}", &id.to_string())),
        };
        columns.iter().enumerate().map(cell).collect()
    };
    let made = run.parts.0.get(at);
    let many = made.map_or(0, |made| made.many);
    Table {
        name: part.name,
        title: drawn::part_name(lang, part),
        about: lang.t(&format!("report-part-{}-about", part.name)),
        rows: rows.iter().map(row).collect(),
        many: lang.with("report-rows", &[("rows", many.into())]),
        more: usize::try_from(many).unwrap_or(0) > rows.len(),
        cut: made.is_some_and(|made| made.cut),
        headings,
    }
}

fn tables(lang: Lang, run: &Run, rows: &[Row]) -> Result<Vec<Table>> {
    let of = |(at, part): (usize, &&'static Part)| {
        let rows: Vec<&Row> = rows.iter().filter(|row| usize::try_from(row.part) == Ok(at)).collect();
        table(lang, run, at, part, &rows)
    };
    Ok(run.report()?.parts.iter().enumerate().map(of).collect())
}

#[derive(Template)]
#[template(path = "reports/run.html", blocks = ["state"])]
struct RunPage {
    page: Page,
    form: Form,
    id: i64,
    report: &'static str,
    state: State,
    filters: String,
    asked: String,
    standing: String,
    /// How many parts are ready, of how many.
    progress: (usize, usize),
    tables: Vec<Table>,
    /// The filters, to be asked again and to be saved.
    fields: Vec<(&'static str, String)>,
    rhythms: Vec<(&'static str, String)>,
    saved: Option<(i64, String)>,
}

fn rhythms(lang: Lang) -> Vec<(&'static str, String)> {
    Sent::ALL.map(|(word, _)| (word, lang.t_of("report-sent-", word))).to_vec()
}

fn run_page(visit: &Visit, run: &Run, rows: &[Row], form: Form) -> Result<RunPage> {
    let (lang, question) = (visit.lang, run.question()?);
    let ready = run.state == State::Ready;
    Ok(RunPage {
        page: Page::named(visit, "reports", lang.t_of("report-", question.report.name)).with_form(&form),
        form,
        id: run.id,
        report: question.report.name,
        state: run.state,
        filters: drawn::filters(lang, &question, drawn::committee(lang, run)),
        asked: asked(visit, run),
        standing: standing(lang, run),
        progress: (run.parts.0.len(), question.report.parts.len()),
        tables: if ready { tables(lang, run, rows)? } else { Vec::new() },
        fields: fields(&question),
        rhythms: rhythms(lang),
        saved: run.saved_id.map(|id| (id, run.saved_name.clone())),
    })
}

async fn load(visit: &Visit, id: i64, many: i32) -> Result<(Run, Vec<Row>)> {
    visit
        .read(move |conn, _| {
            let run = reports::find(conn, id)?;
            let rows = if run.state == State::Ready { reports::beginnings(conn, id, many)? } else { Vec::new() };
            Ok((run, rows))
        })
        .await
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let (run, rows) = load(&visit, *id, ROWS_FIRST).await?;
    if visit.wants_fragment && run.state != State::Making {
        return Ok(HttpResponse::Ok().insert_header(("HX-Refresh", "true")).finish());
    }
    let shown = run_page(&visit, &run, &rows, Form::filled([("report_sent", "never".to_owned())]))?;
    if visit.wants_fragment { page::fragment(shown.as_state().render()) } else { page::ok(&visit, &shown) }
}

/// The page of a run again, with what is wrong with the name under which it was to be saved.
pub(super) async fn again(visit: &Visit, id: i64, form: Form) -> Answer {
    let (run, rows) = load(visit, id, ROWS_FIRST).await?;
    page::refused(visit, &run_page(visit, &run, &rows, form)?)
}

/// A run whose rows can be read.
async fn ready(visit: &Visit, id: i64) -> Result<Run> {
    let run = visit.read(move |conn, _| reports::find(conn, id)).await?;
    if run.state == State::Ready { Ok(run) } else { Err(Error::NotFound) }
}

#[derive(Template)]
#[template(path = "reports/paper.html")]
struct PaperPage {
    page: Page,
    id: i64,
    filters: String,
    asked: String,
    tables: Vec<Table>,
}

/// The whole of it, to be printed.
pub async fn paper(visit: Visit, id: web::Path<i64>) -> Answer {
    let (run, rows) = load(&visit, *id, ROWS_PAPER).await?;
    if run.state != State::Ready {
        return Ok(page::see_other(&super::address(run.id)));
    }
    let (lang, question) = (visit.lang, run.question()?);
    let paper = PaperPage {
        page: Page::named(&visit, "reports", lang.t_of("report-", question.report.name)),
        id: run.id,
        filters: drawn::filters(lang, &question, drawn::committee(lang, &run)),
        asked: asked(&visit, &run),
        tables: tables(lang, &run, &rows)?,
    };
    page::ok(&visit, &paper)
}

// ---- one part ----

#[derive(Template)]
#[template(path = "reports/part.html")]
struct PartPage {
    page: Page,
    id: i64,
    report: String,
    filters: String,
    table: Table,
    previous: Option<String>,
    next: Option<String>,
}

fn part_of(run: &Run, name: &str) -> Result<(i32, &'static Part)> {
    let parts = run.report()?.parts;
    let at = parts.iter().position(|part| part.name == name).ok_or(Error::NotFound)?;
    Ok((i32::try_from(at).map_err(anyhow::Error::new)?, parts[at]))
}

pub async fn part(visit: Visit, path: web::Path<(i64, String)>, Query(sent): Query) -> Answer {
    let (id, name) = path.into_inner();
    let after = sent.value("after").parse().unwrap_or(0_i32).max(0);
    let run = ready(&visit, id).await?;
    let (at, part) = part_of(&run, &name)?;
    let mut rows = visit.read(move |conn, _| reports::rows(conn, id, at, after, ROWS_PAGE + 1)).await?;
    let more = rows.len() as i64 > ROWS_PAGE;
    rows.truncate(ROWS_PAGE as usize);
    let (lang, question) = (visit.lang, run.question()?);
    let address = |after: i32| format!("/reports/runs/{id}/parts/{name}?after={after}");
    let shown = PartPage {
        page: Page::named(&visit, "reports", drawn::part_name(lang, part)),
        id,
        report: lang.t_of("report-", question.report.name),
        filters: drawn::filters(lang, &question, drawn::committee(lang, &run)),
        table: table(lang, &run, usize::try_from(at).unwrap_or(0), part, &rows.iter().collect::<Vec<_>>()),
        previous: (after > 0).then(|| address((after - ROWS_PAGE as i32).max(0))),
        next: rows.last().filter(|_| more).map(|last| address(last.place)),
    };
    page::ok(&visit, &shown)
}

// ---- files ----

/// "tasks-2026-01-01-2026-01-31".
fn file_name(run: &Run, part: Option<&Part>) -> String {
    let part = part.map(|part| format!("-{}", part.name)).unwrap_or_default();
    format!("{}{part}-{}-{}", run.report, run.from_on, run.until_on)
}

pub async fn part_export(visit: Visit, path: web::Path<(i64, String)>) -> Answer {
    let (id, name) = path.into_inner();
    let run = ready(&visit, id).await?;
    let (at, part) = part_of(&run, &name)?;
    let rows = visit.read(move |conn, _| reports::rows(conn, id, at, 0, reports::ROWS_MAX)).await?;
    let file = file_name(&run, Some(part));
    drawn::table(visit.lang, part, &rows).taken(&visit, &slice::REPORT_EXPORTED, &file).await
}

/// All of it, a sheet a part.
pub async fn workbook(visit: Visit, id: web::Path<i64>) -> Answer {
    let run = ready(&visit, *id).await?;
    let file = file_name(&run, None);
    let of = run.clone();
    let _turn = WRITING.acquire().await.map_err(anyhow::Error::new)?;
    let rows = visit.read(move |conn, _| drawn::all_rows(conn, &of)).await?;
    table_file::taken(&visit, &slice::REPORT_EXPORTED, &file, rows.iter().map(Vec::len).sum()).await?;
    let (lang, coop) = (visit.lang, visit.coop()?.clone());
    let written = web::block(move || drawn::workbook(lang, &coop, &run, &rows)).await;
    let body = written.map_err(|error| Error::Internal(anyhow::Error::new(error)))??;
    Ok(HttpResponse::Ok()
        .content_type(WORKBOOK)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{file}.xlsx\"")))
        .body(body))
}
