//! The first steps of an import: upload, match the columns. Then see `preview` and `done`.

mod done;
mod preview;

use actix_multipart::Multipart;
use actix_web::web;
use askama::Template;

pub use done::{done, undo};
pub use preview::{answer, complete, correct, preview, problems_export, words_of};

use super::cells::Order;
use super::columns::ADULTS_MAX;
use super::{Column, Import, Past, Slot};
use crate::members::pages::{COLUMNS, column_name};
use crate::platform::db::blocking;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::spreadsheet::{self, Unreadable};
use crate::platform::table_file::Table;
use crate::platform::upload;
use crate::platform::visit::{Done, Visit};

const SAMPLES: usize = 3;

// ---- upload ----

#[derive(Template)]
#[template(path = "imports/new.html")]
struct UploadPage {
    page: Page,
    form: Form,
    columns: Vec<String>,
    example: Vec<String>,
    /// Imports of the last days, which can be undone.
    past: Vec<Past>,
}

async fn upload_page(visit: &Visit, form: Form) -> Result<UploadPage> {
    let past = visit.read(|conn, _| super::past(conn)).await?;
    Ok(UploadPage {
        page: Page::new(visit, "imports", "imports-title").with_form(&form),
        form,
        columns: COLUMNS.iter().map(|name| column_name(visit, name)).collect(),
        example: example(visit),
        past,
    })
}

/// A row as it may look.
fn example(visit: &Visit) -> Vec<String> {
    let t = |key: &str| visit.lang.t(key);
    let day = visit.today().to_string();
    let cells = ["1000", "Zoé", "Côté", "zoe.cote@example.org", "819 555-0142", "101", day.as_str()];
    let mut row: Vec<String> = cells.map(str::to_owned).to_vec();
    row.extend([t("member-status-member"), t("imports-example-committees"), visit.lang.code().to_owned()]);
    row
}

pub async fn new_form(visit: Visit) -> Answer {
    page::ok(&visit, &upload_page(&visit, Form::blank()).await?)
}

pub async fn template_export(visit: Visit) -> Answer {
    let head = COLUMNS.iter().map(|name| column_name(&visit, name));
    Table::new(head, [example(&visit)]).answer(&visit, "members-template")
}

pub async fn add(visit: Visit, body: Multipart) -> Answer {
    let mut upload = upload::read(body).await?;
    let form = upload.as_form();
    let bytes = std::mem::take(&mut upload.bytes);
    let read = blocking(move || {
        let empty = bytes.is_empty().then_some(Err(Unreadable { key: "wrong-required", line: None }));
        Ok(empty.unwrap_or_else(|| spreadsheet::read(&bytes)))
    })
    .await?;
    let sheet = match read {
        Ok(sheet) => sheet,
        Err(Unreadable { key, line }) => {
            let limit = Some(line.map_or_else(String::new, |line| line.to_string()));
            let wrong = FieldError { field: "file".to_owned(), key, limit };
            return page::refused(&visit, &upload_page(&visit, Form::blank().with_errors(vec![wrong])).await?);
        }
    };
    let done = visit
        .submit(&form, move |act, _| {
            let id = super::begin(act, &upload.name, &sheet)?;
            Ok(Done::to(format!("/imports/{id}/columns")).made(id))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- columns ----

#[derive(Template)]
#[template(path = "imports/columns.html")]
struct ColumnsPage {
    page: Page,
    form: Form,
    import: Import,
    matches: Vec<Match>,
    /// Word and name of what a column may hold; the first adult's, or those of a home with several.
    options: Vec<(String, String)>,
    others: String,
    /// The first rows of the file, one of which may name the columns: line, beginning, whether it is taken to.
    heads: Vec<(u64, String, bool)>,
    headless: bool,
}

/// One column of theirs and what it is taken for.
struct Match {
    at: usize,
    name: String,
    samples: String,
    chosen: String,
    /// A date that could be read either way round, as both.
    question: Option<(String, String, String)>,
}

async fn own_import(visit: &Visit, id: i64) -> Result<Import> {
    let account = visit.viewer()?.account_id;
    visit.read(move |conn, _| super::find(conn, id, account)).await
}

/// The name of a column, and of whom it is where a row has several adults.
pub fn slot_name(lang: crate::platform::i18n::Lang, slot: Slot) -> String {
    let name = lang.t(&slot.column.key());
    if slot.adult <= 1 {
        name
    } else {
        lang.with("column-of-adult", &[("name", name.into()), ("number", i64::from(slot.adult).into())])
    }
}

fn options(visit: &Visit, import: &Import) -> Vec<(String, String)> {
    let named = |slot: Slot| (slot.word(), slot_name(visit.lang, slot));
    let most = import.slots.iter().map(|slot| slot.adult).max().unwrap_or(1).clamp(1, ADULTS_MAX - 1) + 1;
    let first = Column::ALL.iter().map(|(_, column)| named(Slot::first(*column)));
    let more = (2..=most).flat_map(|adult| {
        let personal = Column::ALL.iter().filter(|(_, column)| column.is_personal());
        personal.map(move |(_, column)| Slot { adult, ..Slot::first(*column) })
    });
    first.chain(more.map(named)).collect()
}

/// The last row of the file cannot be it: there would be nobody below.
fn heads(import: &Import) -> Vec<(u64, String, bool)> {
    let sheet = &import.sheet;
    let last = sheet.rows.last().map(|row| row.line);
    let rows = super::heads::first_rows(sheet).into_iter().filter(|(line, _)| Some(*line) != last);
    let words = |cells: &[String]| {
        let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        shortened(&cells.join(" · "), 60)
    };
    rows.map(|(line, cells)| (line, words(cells), sheet.header_line == Some(line))).collect()
}

/// A text of so many characters at most, with a mark where it was cut.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() > most { text.chars().take(most - 1).chain(['…']).collect() } else { text.to_owned() }
}

fn columns_page(visit: &Visit, import: Import, form: Form) -> ColumnsPage {
    let samples = |at: usize| {
        let values = import.sheet.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim());
        let shown: Vec<String> =
            values.filter(|cell| !cell.is_empty()).take(SAMPLES).map(|cell| shortened(cell, 40)).collect();
        shown.join(" · ")
    };
    let question = |at: usize| {
        let cell = super::question(&import.sheet, &import.slots, at)?;
        let day = |order| super::cells::date(cell, order, visit.today()).ok().map(|day| visit.lang.long_day(day));
        Some((cell.to_owned(), day(Order::DayFirst)?, day(Order::MonthFirst)?))
    };
    let names = import.sheet.header.iter().zip(&import.slots).enumerate();
    let matches = names
        .map(|(at, (name, slot))| Match {
            at,
            name: name.clone(),
            samples: samples(at),
            chosen: Slot { order: Order::Unclear, ..*slot }.word(),
            question: question(at),
        })
        .collect();
    ColumnsPage {
        page: Page::new(visit, "imports", "imports-columns-title").with_form(&form),
        form,
        matches,
        options: options(visit, &import),
        others: import.sheet.others.join(", "),
        heads: heads(&import),
        headless: import.sheet.header_line.is_none(),
        import,
    }
}

pub async fn columns_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let import = own_import(&visit, *id).await?;
    if import.outcome.is_some() || import.started {
        return Ok(page::see_other(&format!("/imports/{}/done", import.id)));
    }
    page::ok(&visit, &columns_page(&visit, import, Form::blank()))
}

pub async fn choose_header(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, form| {
            let line = match form.value("line") {
                "none" => None,
                line => Some(line.parse().map_err(|_| Error::NotFound)?),
            };
            super::choose_header(act, id, line)?;
            Ok(Done::to(format!("/imports/{id}/columns")))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn match_columns(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let mut import = own_import(&visit, *id).await?;
    let chosen = |at: usize| {
        let slot = Slot::parse(form.value(&format!("column_{at}"))).unwrap_or(Slot::first(Column::Ignore));
        let order = match form.value(&format!("order_{at}")) {
            "day" if slot.column == Column::JoinedOn => Order::DayFirst,
            "month" if slot.column == Column::JoinedOn => Order::MonthFirst,
            _ => slot.order,
        };
        Slot { order, ..slot }
    };
    let slots: Vec<Slot> = (0..import.sheet.header.len()).map(chosen).collect();
    import.slots.clone_from(&slots);
    let id = import.id;
    let outcome = visit
        .submit(&form, move |act, _| {
            super::match_columns(act, id, &slots)?;
            Ok(Done::to(format!("/imports/{id}")))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &columns_page(&visit, import, form.with_errors(errors))),
        Err(error) => Err(error),
    }
}
