//! A sheet of earlier decisions: a file or pasted rows, looked at first, then entered all at once. What was read stands in a field of
//! the page until then, where it can be put right; nothing of it is kept.

use std::collections::BTreeSet;

use actix_multipart::Multipart;
use askama::Template;
use chrono::NaiveDate;

use super::{COLUMNS, column_name};
use crate::decisions::rules::{self, Planned};
use crate::decisions::{self, Entry, store};
use crate::platform::db::blocking;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{FORM_BYTES_MAX, Form};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::spreadsheet::{self, Cell, Sheet, Unreadable};
use crate::platform::upload;
use crate::platform::visit::{Done, Visit};

/// What the other fields of the form take, and more.
const ROOM: usize = 4 * 1024;

/// A row, as it was understood.
struct Row {
    line: u64,
    day: String,
    body: String,
    title: String,
    former_number: String,
    /// What is wrong with it, in words; empty where nothing is.
    wrong: String,
    /// It stands in the register already, and is passed over.
    there: bool,
}

#[derive(Template)]
#[template(path = "decisions/import.html")]
struct SheetPage {
    page: Page,
    form: Form,
    /// The names that columns may have.
    columns: Vec<String>,
    rows: Vec<Row>,
    /// Columns that are not brought in.
    left_out: String,
    /// How many would be entered; none while something is wrong.
    ready: usize,
}

fn sheet_page(visit: &Visit, form: Form) -> SheetPage {
    let known = COLUMNS.iter().filter(|column| !["number", "standing", "review-on"].contains(*column));
    SheetPage {
        page: Page::new(visit, "decisions", "decisions-import-title").with_form(&form),
        form,
        columns: known.map(|column| column_name(visit.lang, column)).collect(),
        rows: Vec::new(),
        left_out: String::new(),
        ready: 0,
    }
}

/// A sheet that was read, with which of its rows are in the register already, by day and title.
struct Seen {
    sheet: Sheet,
    rows: Vec<Planned>,
    there: BTreeSet<(NaiveDate, String)>,
}

impl Seen {
    fn is_there(&self, entry: &Entry) -> bool {
        self.there.contains(&(entry.decided_on, entry.title_en.clone()))
    }

    /// What would be entered: each decision once.
    fn fresh(&self) -> Vec<Entry> {
        let mut seen = BTreeSet::new();
        let entries = self.rows.iter().filter_map(|row| row.entry.as_ref().ok());
        let fresh = entries.filter(|entry| !self.is_there(entry) && seen.insert((entry.decided_on, &entry.title_en)));
        fresh.cloned().collect()
    }
}

fn unreadable(Unreadable { key, line }: Unreadable) -> FieldError {
    FieldError { field: "sheet".to_owned(), key, limit: Some(line.map(|line| line.to_string()).unwrap_or_default()) }
}

fn wrong(key: &'static str) -> FieldError {
    FieldError { field: "sheet".to_owned(), key, limit: None }
}

/// Reads what stands in the field.
fn read(text: &str, today: NaiveDate) -> std::result::Result<(Sheet, Vec<Planned>), FieldError> {
    if text.trim().is_empty() {
        return Err(wrong("wrong-required"));
    }
    let sheet = spreadsheet::read(text.trim().as_bytes()).map_err(unreadable)?;
    if sheet.rows.len() > rules::ROWS_MAX {
        return Err(wrong("wrong-decision-rows"));
    }
    let rows = rules::plan(&sheet, today);
    Ok((sheet, rows))
}

fn seen(conn: &mut diesel::PgConnection, sheet: Sheet, rows: Vec<Planned>) -> Result<Seen> {
    let entries: Vec<&Entry> = rows.iter().filter_map(|row| row.entry.as_ref().ok()).collect();
    let there = store::there(conn, &entries)?;
    Ok(Seen { sheet, rows, there })
}

fn row(lang: Lang, seen: &Seen, planned: &Planned) -> Row {
    let blank = Row {
        line: planned.line,
        day: String::new(),
        body: String::new(),
        title: planned.said.clone(),
        former_number: String::new(),
        wrong: String::new(),
        there: false,
    };
    match &planned.entry {
        Ok(entry) => Row {
            day: lang.day(entry.decided_on),
            body: lang.t_of("decision-body-", entry.body.word()),
            title: entry.title(lang).to_owned(),
            former_number: entry.former_number.clone(),
            there: seen.is_there(entry),
            ..blank
        },
        Err(errors) => {
            let said = errors.iter().map(|(column, key)| format!("{}: {}", column_name(lang, column), lang.t(key)));
            Row { wrong: said.collect::<Vec<_>>().join(" "), ..blank }
        }
    }
}

/// The page with what was understood of the field: 422 while something is wrong.
async fn looked_at(visit: &Visit, form: Form) -> Answer {
    let (sheet, rows) = match read(form.value("sheet"), visit.today()) {
        Ok(read) => read,
        Err(error) => return page::refused(visit, &sheet_page(visit, form.with_errors(vec![error]))),
    };
    let seen = visit.read(move |conn, _| seen(conn, sheet, rows)).await?;
    let unfit = seen.rows.iter().any(|row| row.entry.is_err());
    let errors = if unfit { vec![wrong("wrong-decision-sheet")] } else { Vec::new() };
    let left = rules::columns(&seen.sheet.header).into_iter().zip(&seen.sheet.header);
    let left: Vec<&str> = left.filter(|(column, _)| column.is_none()).map(|(_, name)| name.as_str()).collect();
    let shown = SheetPage {
        rows: seen.rows.iter().map(|planned| row(visit.lang, &seen, planned)).collect(),
        left_out: left.join(", "),
        ready: if unfit { 0 } else { seen.fresh().len() },
        ..sheet_page(visit, form.with_errors(errors))
    };
    if unfit { page::refused(visit, &shown) } else { page::ok(visit, &shown) }
}

pub async fn begin(visit: Visit) -> Answer {
    page::ok(&visit, &sheet_page(&visit, Form::blank()))
}

/// A file becomes the text of the field.
pub async fn upload(visit: Visit, body: Multipart) -> Answer {
    let upload = upload::read(body).await?;
    let form = upload.form.clone();
    if let Err(Error::Invalid(errors)) = visit.must_be_ours(&form) {
        return page::refused(&visit, &sheet_page(&visit, form.with_errors(errors)));
    }
    let read = blocking(move || {
        let empty = upload.bytes.is_empty().then_some(Err(Unreadable { key: "wrong-required", line: None }));
        Ok(empty.unwrap_or_else(|| spreadsheet::read(&upload.bytes)))
    })
    .await?;
    let sheet = match read {
        Ok(sheet) => sheet,
        Err(error) => {
            let error = FieldError { field: "file".to_owned(), ..unreadable(error) };
            return page::refused(&visit, &sheet_page(&visit, Form::blank().with_errors(vec![error])));
        }
    };
    let rows: Vec<Vec<Cell>> =
        sheet.rows.iter().map(|row| row.cells.iter().map(|cell| Cell::from(cell.as_str())).collect()).collect();
    let text = String::from_utf8(spreadsheet::write(&sheet.header, &rows)).unwrap_or_default();
    let form = Form::filled([("sheet", text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))]);
    if form.kept().len() > FORM_BYTES_MAX - ROOM {
        let error = FieldError { field: "file".to_owned(), ..wrong("wrong-decision-rows") };
        return page::refused(&visit, &sheet_page(&visit, Form::blank().with_errors(vec![error])));
    }
    looked_at(&visit, form).await
}

pub async fn preview(visit: Visit, form: Form) -> Answer {
    match visit.must_be_ours(&form) {
        Err(Error::Invalid(errors)) if !errors.is_empty() => {
            page::refused(&visit, &sheet_page(&visit, form.with_errors(errors)))
        }
        _ => looked_at(&visit, form).await,
    }
}

/// Enters every row that is not there yet, or none.
pub async fn complete(visit: Visit, form: Form) -> Answer {
    let outcome = visit
        .submit(&form, |act, form| {
            let (sheet, rows) = read(form.value("sheet"), act.today()).map_err(|error| Error::Invalid(vec![error]))?;
            let seen = seen(act.conn, sheet, rows)?;
            if seen.rows.iter().any(|row| row.entry.is_err()) {
                return Err(Error::field("sheet", "wrong-decision-sheet"));
            }
            let numbers = decisions::enter_all(act, &seen.fresh())?;
            Ok(Done::to("/decisions").say("decisions-imported", numbers.len().to_string()))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) if errors.iter().any(|error| error.field.is_empty()) => {
            page::refused(&visit, &sheet_page(&visit, form.with_errors(errors)))
        }
        Err(Error::Invalid(_)) => looked_at(&visit, form).await,
        Err(error) => Err(error),
    }
}
