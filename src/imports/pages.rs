//! The steps of an import: `upload`, match the columns, `preview`, `done`.

mod done;
mod meetings;
mod preview;
mod rows;
mod tasks;
mod telling;
mod upload;

use actix_web::web;
use askama::Template;

pub use done::{done, undo};
pub use preview::{answer, assume_joined, complete, correct, preview, problems_export, words_of};
pub use upload::{add, new_form, template_export};

use super::columns::ADULTS_MAX;
use super::dates::{self, Order};
use super::guessing::{Why, why_left_out};
use super::{Column, Import, Question, Slot, What};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::spreadsheet::{Accents, Sheet};
use crate::platform::visit::{Done, Visit};

const SAMPLES: usize = 3;

// ---- columns ----

#[derive(Template)]
#[template(path = "imports/columns.html")]
struct ColumnsPage {
    page: Page,
    form: Form,
    /// The key of the words that say how many rows there are.
    rows_key: String,
    import: Import,
    matches: Vec<Match>,
    /// Word and name of what a column may hold; the first adult's, or those of a home with several.
    options: Vec<(String, String)>,
    /// What is to be said of the file as a whole, in words.
    notices: Vec<String>,
    /// The first rows of the file, one of which may name the columns: line, beginning, whether it is taken to.
    heads: Vec<(u64, String, bool)>,
    headless: bool,
    /// How the accents were read, where that is a guess: word, example, whether it is taken to.
    accents: Vec<(&'static str, String, bool)>,
}

/// One column of theirs and what it is taken for.
struct Match {
    at: usize,
    name: String,
    samples: String,
    chosen: String,
    /// Why it is left out, in words.
    why: Option<String>,
    question: Option<Asked>,
}

/// What has to be said of a column: the question, and each answer with its word.
struct Asked {
    words: String,
    answers: Vec<(&'static str, String)>,
}

async fn own_import(visit: &Visit, id: i64) -> Result<Import> {
    let account = visit.viewer()?.account_id;
    visit.read(move |conn, _| super::find(conn, id, account)).await
}

/// The name of a column, and of whom it is where a row has several adults.
pub fn slot_name(lang: Lang, slot: Slot) -> String {
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
    let first = import.what.columns().iter().map(|column| named(Slot::first(*column)));
    if import.what != What::Members {
        return first.collect();
    }
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
    let private = |at: usize| matches!(why_left_out(import.what, sheet, &import.slots, at), Some(Why::Private(_)));
    let words = |cells: &[String]| {
        let shown = cells.iter().enumerate().filter(|(at, _)| !private(*at)).map(|(_, cell)| cell.trim());
        let cells: Vec<&str> = shown.filter(|cell| !cell.is_empty()).collect();
        shortened(&cells.join(" · "), 60)
    };
    rows.map(|(line, cells)| (line, words(cells), sheet.header_line == Some(line))).collect()
}

/// A text of so many characters at most, with a mark where it was cut.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() > most { text.chars().take(most - 1).chain(['…']).collect() } else { text.to_owned() }
}

/// The first values of a column; of a private one none.
fn samples(import: &Import, at: usize, why: Option<Why>) -> String {
    let values = import.sheet.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim());
    let shown: Vec<String> =
        values.filter(|cell| !cell.is_empty()).take(SAMPLES).map(|cell| shortened(cell, 40)).collect();
    if matches!(why, Some(Why::Private(_))) { "•••".to_owned() } else { shown.join(" · ") }
}

fn asked(visit: &Visit, question: &Question) -> Option<Asked> {
    let t = |key: &str| visit.lang.t(key);
    match question {
        Question::Date(cell) => {
            let day = |order| dates::date(cell, order, visit.today()).ok().map(|day| visit.lang.long_day(day));
            let words = visit.lang.with("imports-date-question", &[("date", cell.as_str().into())]);
            Some(Asked { words, answers: vec![("day", day(Order::DayFirst)?), ("month", day(Order::MonthFirst)?)] })
        }
        Question::Above { rows, line } => {
            let words = visit
                .lang
                .with("imports-above-question", &[("count", (*rows).into()), ("line", line.to_string().into())]);
            Some(Asked { words, answers: vec![("above", t("imports-above-yes")), ("alone", t("imports-above-no"))] })
        }
    }
}

/// What is to be said of a file as a whole.
pub fn notices(lang: Lang, sheet: &Sheet) -> Vec<String> {
    let lines = |lines: &[u64]| {
        let first: Vec<String> = lines.iter().take(20).map(u64::to_string).collect();
        if lines.len() > 20 { format!("{}…", first.join(", ")) } else { first.join(", ") }
    };
    let mut words = Vec::new();
    let mut say = |key: &str, name: &'static str, value: String| {
        if !value.is_empty() {
            words.push(lang.with(key, &[(name, value.into())]));
        }
    };
    say("imports-other-sheets", "names", sheet.others.join(", "));
    say("imports-hidden-rows", "lines", lines(&sheet.hidden));
    say("imports-struck-rows", "lines", lines(&sheet.struck));
    if sheet.reading.is_some() {
        words.push(lang.t("imports-accents-notice"));
    }
    words
}

/// A cell with an accent, read as either of the two ways.
fn accents(sheet: &Sheet) -> Vec<(&'static str, String, bool)> {
    let Some(now) = sheet.reading else { return Vec::new() };
    let other = sheet.clone().read_otherwise();
    let cells = |sheet: &Sheet| -> Vec<String> {
        sheet.header.iter().chain(sheet.rows.iter().flat_map(|row| &row.cells)).cloned().collect()
    };
    let unlike: Vec<(String, String)> =
        cells(sheet).into_iter().zip(cells(&other)).filter(|(one, two)| one != two).take(3).collect();
    let said = |accents: Accents| {
        let example = unlike.iter().map(|(one, two)| if accents == now { one.as_str() } else { two.as_str() });
        example.collect::<Vec<_>>().join(" · ")
    };
    [("windows", Accents::Windows), ("macintosh", Accents::Macintosh)]
        .map(|(word, accents)| (word, said(accents), accents == now))
        .to_vec()
}

/// The key of the words that say how many rows there are.
fn rows_key(what: What) -> String {
    if what == What::Members { "imports-rows".to_owned() } else { rows::key(what, "rows") }
}

fn columns_page(visit: &Visit, import: Import, form: Form) -> ColumnsPage {
    let column = |(at, (name, slot)): (usize, (&String, &Slot))| {
        let why = why_left_out(import.what, &import.sheet, &import.slots, at);
        Match {
            at,
            name: name.clone(),
            samples: samples(&import, at, why),
            chosen: Slot { order: Order::Unclear, ..*slot }.word(),
            why: why.map(|why| visit.lang.t(&why.key())),
            question: super::question(&import.sheet, &import.slots, at).and_then(|question| asked(visit, &question)),
        }
    };
    let matches = import.sheet.header.iter().zip(&import.slots).enumerate().map(column).collect();
    ColumnsPage {
        page: Page::new(visit, "imports", "imports-columns-title").with_form(&form),
        form,
        rows_key: rows_key(import.what),
        matches,
        options: options(visit, &import),
        notices: notices(visit.lang, &import.sheet),
        heads: heads(&import),
        headless: import.sheet.header_line.is_none(),
        accents: accents(&import.sheet),
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
            let accents = match form.value("accents") {
                "windows" => Some(Accents::Windows),
                "macintosh" => Some(Accents::Macintosh),
                _ => None,
            };
            super::choose_header(act, id, line, accents)?;
            Ok(Done::to(format!("/imports/{id}/columns")))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn forget(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, _| {
            super::forget(act, id)?;
            Ok(Done::to(format!("/imports/{id}/columns")).say("imports-forgotten", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn match_columns(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let mut import = own_import(&visit, *id).await?;
    let chosen = |at: usize| {
        let slot = Slot::parse(form.value(&format!("column_{at}"))).unwrap_or(Slot::first(Column::Ignore));
        // What was answered of a column holds as long as it is taken for the same.
        let answered = import.slots.get(at).filter(|old| (old.column, old.adult) == (slot.column, slot.adult));
        let slot = answered.copied().unwrap_or(slot);
        let order = match form.value(&format!("order_{at}")) {
            "day" if slot.column.is_date() => Order::DayFirst,
            "month" if slot.column.is_date() => Order::MonthFirst,
            "above" if slot.column == Column::Unit => Order::Above,
            "alone" if slot.column == Column::Unit => Order::Alone,
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
