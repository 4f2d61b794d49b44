//! The first step of an import: a file is sent, or one with the right columns is taken to start from.

use actix_multipart::Multipart;
use askama::Template;
use chrono::Months;

use super::rows;
use crate::imports::{self, Begun, Past, What};
use crate::members::pages::{COLUMNS, column_name};
use crate::platform::db::blocking;
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::{self, Answer, Page};
use crate::platform::spreadsheet::{self, Unreadable};
use crate::platform::table_file::Table;
use crate::platform::upload;
use crate::platform::visit::{Done, Visit};

#[derive(Template)]
#[template(path = "imports/new.html")]
struct UploadPage {
    page: Page,
    form: Form,
    what: What,
    /// What else could be brought in.
    others: Vec<What>,
    lede: String,
    template_help: String,
    columns: Vec<String>,
    example: Vec<String>,
    /// Files that nobody went through to the end.
    begun: Vec<Begun>,
    /// Imports of the last days, which can be undone.
    past: Vec<Past>,
}

async fn upload_page(visit: &Visit, what: What, form: Form) -> Result<UploadPage> {
    if !visit.may(what.permission()) {
        return Err(Error::Forbidden);
    }
    let (begun, past) =
        visit.read(|conn, visit| Ok((imports::begun(conn, visit.viewer()?.account_id)?, imports::past(conn)?))).await?;
    let others =
        What::ALL.into_iter().map(|(_, other)| other).filter(|other| *other != what && visit.may(other.permission()));
    let others = others.collect();
    let said = |word: &str| if what == What::Members { format!("imports-{word}") } else { rows::key(what, word) };
    Ok(UploadPage {
        page: Page::new(visit, "imports", &said("title")).with_form(&form),
        form,
        what,
        others,
        lede: said("lede"),
        template_help: said("template-help"),
        columns: headings(visit, what),
        example: example(visit, what),
        begun,
        past,
    })
}

/// What is to be brought in: what the address or the form says, and people where it says nothing.
fn asked_for(form: &Form) -> Result<What> {
    match form.value("what") {
        "" => Ok(What::default()),
        word => What::parse(word).ok_or(Error::NotFound),
    }
}

/// The columns of the template.
fn headings(visit: &Visit, what: What) -> Vec<String> {
    match what {
        What::Members => COLUMNS.iter().map(|name| column_name(visit, name)).collect(),
        What::Tasks => what.columns().iter().skip(1).map(|column| visit.lang.t(&column.key())).collect(),
        What::Meetings => {
            let named = ["column-number", "column-full-name"].map(|key| visit.lang.t(key));
            let meeting = |(months, key)| format!("{} {}", visit.today() - Months::new(months), visit.lang.t(key));
            named
                .into_iter()
                .chain([(12, "imports-example-annual"), (6, "imports-example-general")].map(meeting))
                .collect()
        }
    }
}

/// A row as it may look.
fn example(visit: &Visit, what: What) -> Vec<String> {
    let t = |key: &str| visit.lang.t(key);
    let day = visit.today().to_string();
    if what == What::Meetings {
        let cells = ["1000".to_owned(), "Zoé Côté".to_owned()];
        return cells
            .into_iter()
            .chain(["present", "excused"].map(|mark| visit.lang.t_of("attendance-mark-", mark)))
            .collect();
    }
    if what == What::Tasks {
        let who = visit.lang.with("task-home", &[("home", "101".into())]);
        let (title, outcome) = (t("imports-example-task"), t("imports-example-outcome"));
        let committee = t("imports-example-committee");
        return vec![
            title,
            String::new(),
            committee,
            who,
            day.clone(),
            t("task-status-done"),
            "1h30".to_owned(),
            outcome,
            day,
        ];
    }
    let cells = ["1000", "Zoé", "Côté", "zoe.cote@example.org", "819 555-0142", "101", day.as_str()];
    let mut row: Vec<String> = cells.map(str::to_owned).to_vec();
    row.extend([t("member-status-member"), t("imports-example-committees"), visit.lang.code().to_owned()]);
    row
}

pub async fn new_form(visit: Visit, Query(query): Query) -> Answer {
    page::ok(&visit, &upload_page(&visit, asked_for(&query)?, Form::blank()).await?)
}

pub async fn template_export(visit: Visit, Query(query): Query) -> Answer {
    let what = asked_for(&query)?;
    Table::new(headings(&visit, what), [example(&visit, what)]).answer(&visit, &format!("{}-template", what.word()))
}

pub async fn add(visit: Visit, body: Multipart) -> Answer {
    let mut upload = upload::read(body).await?;
    let form = upload.as_form();
    let what = asked_for(&form)?;
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
            return page::refused(&visit, &upload_page(&visit, what, Form::blank().with_errors(vec![wrong])).await?);
        }
    };
    let done = visit
        .submit(&form, move |act, _| {
            let id = imports::begin(act, what, &upload.name, &sheet)?;
            Ok(Done::to(format!("/imports/{id}/columns")).made(id))
        })
        .await?;
    Ok(page::done(&visit, &done))
}
