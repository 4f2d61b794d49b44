//! The steps of an import: upload, match the columns, look at every row, import, done.

use actix_multipart::Multipart;
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::rules::{Change, Problem};
use super::{Answers, Column, Group, Import, Outcome, Plan, Planned, Verdict, upload};
use crate::members::Known;
use crate::members::pages::{COLUMNS, column_name};
use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{Form, Query, TOKEN_FIELD};
use crate::platform::keys::digest;
use crate::platform::page::{self, Answer, Page};
use crate::platform::spreadsheet::{self, Unreadable};
use crate::platform::visit::{Done, Visit};

/// How many rows one page of the preview shows.
const PREVIEW_ROWS: usize = 100;
const SAMPLES: usize = 3;

// ---- upload ----

#[derive(Template)]
#[template(path = "imports/new.html")]
struct UploadPage {
    page: Page,
    form: Form,
    columns: Vec<String>,
    example: Vec<String>,
}

fn upload_page(visit: &Visit, form: Form) -> UploadPage {
    UploadPage {
        page: Page::new(visit, "imports", "imports-title").with_form(&form),
        form,
        columns: COLUMNS.iter().map(|name| column_name(visit, name)).collect(),
        example: example(visit),
    }
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
    page::ok(&visit, &upload_page(&visit, Form::blank()))
}

pub async fn template(visit: Visit) -> Answer {
    let head = COLUMNS.iter().map(|name| column_name(&visit, name)).collect();
    let body = spreadsheet::write([head, example(&visit)].into_iter());
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"members-template.csv\""))
        .body(body))
}

pub async fn begin(visit: Visit, body: Multipart) -> Answer {
    let upload = upload::read(body).await?;
    let read = if upload.bytes.is_empty() {
        Err(Unreadable { key: "wrong-required", line: None })
    } else {
        spreadsheet::read(&upload.bytes)
    };
    let sheet = match read {
        Ok(sheet) => sheet,
        Err(Unreadable { key, line }) => {
            let limit = Some(line.map_or_else(String::new, |line| line.to_string()));
            let wrong = FieldError { field: "file".to_owned(), key, limit };
            return page::refused(&visit, &upload_page(&visit, Form::blank().with_errors(vec![wrong])));
        }
    };
    // What makes this form one that was sent before: its token and the content of the file.
    let content: String = digest(&String::from_utf8_lossy(&upload.bytes)).iter().map(|b| format!("{b:02x}")).collect();
    let token = upload.form.value(TOKEN_FIELD).to_owned();
    let form = Form::filled([(TOKEN_FIELD, token), ("content", content)]);
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
    options: Vec<(&'static str, String)>,
}

/// One column of theirs and what it is taken for.
struct Match {
    at: usize,
    name: String,
    samples: String,
    chosen: &'static str,
}

async fn own_import(visit: &Visit, id: i64) -> Result<Import> {
    let account = visit.viewer()?.account_id;
    visit.read(move |conn, _| super::find(conn, id, account)).await
}

fn columns_page(visit: &Visit, import: Import, form: Form) -> ColumnsPage {
    let samples = |at: usize| {
        let values = import.sheet.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim());
        let shown: Vec<String> =
            values.filter(|cell| !cell.is_empty()).take(SAMPLES).map(|cell| cell.chars().take(40).collect()).collect();
        shown.join(" · ")
    };
    let names = import.sheet.header.iter().zip(&import.columns).enumerate();
    let matches = names
        .map(|(at, (name, column))| Match { at, name: name.clone(), samples: samples(at), chosen: column.word() })
        .collect();
    ColumnsPage {
        page: Page::new(visit, "imports", "imports-columns-title").with_form(&form),
        form,
        matches,
        options: Column::ALL.iter().map(|(word, column)| (*word, visit.lang.t(&column.key()))).collect(),
        import,
    }
}

pub async fn columns_form(visit: Visit, id: web::Path<i64>) -> Answer {
    let import = own_import(&visit, *id).await?;
    if import.outcome.is_some() {
        return Ok(page::see_other(&format!("/imports/{}/done", import.id)));
    }
    page::ok(&visit, &columns_page(&visit, import, Form::blank()))
}

pub async fn match_columns(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let mut import = own_import(&visit, *id).await?;
    let chosen = |at: usize| {
        let word = form.value(&format!("column_{at}")).to_owned();
        Column::ALL.iter().find(|(known, _)| *known == word).map_or(Column::Ignore, |(_, column)| *column)
    };
    let columns: Vec<Column> = (0..import.sheet.header.len()).map(chosen).collect();
    import.columns.clone_from(&columns);
    let id = import.id;
    let outcome = visit
        .submit(&form, move |act, _| {
            super::match_columns(act, id, &columns)?;
            Ok(Done::to(format!("/imports/{id}")))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => page::refused(&visit, &columns_page(&visit, import, form.with_errors(errors))),
        Err(error) => Err(error),
    }
}

// ---- preview ----

#[derive(Template)]
#[template(path = "imports/preview.html")]
struct PreviewPage {
    page: Page,
    id: i64,
    name: String,
    total: usize,
    tabs: Vec<Tab>,
    group: String,
    rows: Vec<Shown>,
    next: Option<u64>,
    seal: String,
    wanted: usize,
    left_out: usize,
}

/// One group and how many rows it has.
struct Tab {
    word: &'static str,
    words: String,
    current: bool,
}

/// One row of the file with its verdict, in words.
struct Shown {
    line: u64,
    name: String,
    known_name: String,
    known_id: i64,
    facts: String,
    /// Column, value, what is wrong, how to mend it.
    problems: Vec<(String, String, String, String)>,
    /// Column, old and new value.
    changes: Vec<(String, String, String)>,
}

pub async fn preview(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let (id, account) = (*id, visit.viewer()?.account_id);
    let (import, plan) = visit
        .read(move |conn, visit| {
            let import = super::find(conn, id, account)?;
            let (today, lang) = (visit.today(), visit.lang);
            let plan = Plan::read(conn, today, &import.sheet, &import.columns, &import.answers, lang)?;
            Ok((import, plan))
        })
        .await?;
    if import.outcome.is_some() {
        return Ok(page::see_other(&format!("/imports/{id}/done")));
    }
    let after = query.value("after").parse().unwrap_or(0);
    page::ok(&visit, &preview_page(&visit, &import, &plan, query.value("group"), after))
}

fn preview_page(visit: &Visit, import: &Import, plan: &Plan, group: &str, after: u64) -> PreviewPage {
    let counts = plan.counts();
    let first = Group::ALL.iter().zip(counts).find(|(_, count)| *count > 0).map_or(Group::ALL[3], |(group, _)| *group);
    let (word, group) = Group::ALL.iter().find(|(word, _)| *word == group).copied().unwrap_or(first);
    let mut rows: Vec<&Planned> = plan.rows.iter().filter(|row| row.group() == group && row.line > after).collect();
    let next = (rows.len() > PREVIEW_ROWS).then(|| rows[PREVIEW_ROWS - 1].line);
    rows.truncate(PREVIEW_ROWS);
    let [problems, duplicates, changed, new, _] = counts;
    PreviewPage {
        page: Page::new(visit, "imports", "imports-preview-title"),
        id: import.id,
        name: import.name.clone(),
        total: plan.rows.len(),
        tabs: Group::ALL
            .iter()
            .zip(counts)
            .filter(|(_, count)| *count > 0)
            .map(|((name, _), count)| Tab {
                word: name,
                words: visit.lang.with(&format!("imports-group-{name}"), &[("count", count.into())]),
                current: *name == word,
            })
            .collect(),
        group: word.to_owned(),
        rows: rows.into_iter().map(|row| shown(visit, row, &plan.known)).collect(),
        next,
        seal: plan.seal(),
        wanted: changed + new,
        left_out: problems + duplicates,
    }
}

fn shown(visit: &Visit, row: &Planned, known: &[Known]) -> Shown {
    let (at, changes, problems): (_, &[Change], &[Problem]) = match &row.verdict {
        Verdict::New => (None, &[], &[]),
        Verdict::Changed(at, changes) | Verdict::Duplicate(at, changes) => (Some(*at), changes.as_slice(), &[]),
        Verdict::Same(at) => (Some(*at), &[], &[]),
        Verdict::Problem(problems) => (None, &[], problems.as_slice()),
    };
    let member = at.and_then(|at| known.get(at));
    let entry = &row.entry;
    let status = entry.status.map(|status| status_words(visit, status.word()));
    let facts = [
        entry.number.clone(),
        Some(entry.units.join(", ")),
        entry.email.clone(),
        status,
        Some(entry.committees.join(", ")),
    ];
    Shown {
        line: row.line,
        name: row.name.clone(),
        known_name: member.map(|member| format!("{} {}", member.given_name, member.family_name)).unwrap_or_default(),
        known_id: member.map_or(0, |member| member.id),
        facts: facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · "),
        problems: problems.iter().map(|problem| words_of(visit.lang, problem)).collect(),
        changes: changes.iter().map(|change| change_words(visit, change)).collect(),
    }
}

/// Column, value, what is wrong, how to mend it.
pub fn words_of(lang: crate::platform::i18n::Lang, problem: &Problem) -> (String, String, String, String) {
    let other = problem.other.unwrap_or(0).to_string();
    let words = |key: &str| lang.with(key, &[("other", other.as_str().into())]);
    let value = problem.value.chars().take(80).collect();
    (lang.t(&problem.column.key()), value, words(problem.wrong), words(&format!("{}-fix", problem.wrong)))
}

fn change_words(visit: &Visit, change: &Change) -> (String, String, String) {
    let words = |value: &str| match change.column {
        Column::Status => status_words(visit, value),
        Column::Language => visit.lang.t(&format!("language-{value}")),
        _ => value.to_owned(),
    };
    (visit.lang.t(&change.column.key()), words(&change.old), words(&change.new))
}

fn status_words(visit: &Visit, word: &str) -> String {
    visit.lang.t(&format!("member-status-{}", word.replace('_', "-")))
}

pub async fn answer(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, form| {
            let decided = |line: &str| match form.value(&format!("row_{line}")) {
                "same" => Some((line.parse().ok()?, true)),
                "other" => Some((line.parse().ok()?, false)),
                _ => None,
            };
            let answers: Answers = form.all("line").filter_map(decided).collect();
            super::answer(act, id, &answers)?;
            Ok(Done::to(format!("/imports/{id}")).say("imports-answered", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn complete(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, lang) = (*id, visit.lang);
    let done = visit
        .submit(&form, move |act, form| {
            super::complete(act, id, form.value("seal"), lang)?;
            Ok(Done::to(format!("/imports/{id}/done")))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- done ----

#[derive(Template)]
#[template(path = "imports/done.html")]
struct DonePage {
    page: Page,
    outcome: Outcome,
}

pub async fn done(visit: Visit, id: web::Path<i64>) -> Answer {
    let import = own_import(&visit, *id).await?;
    match import.outcome {
        Some(outcome) => {
            page::ok(&visit, &DonePage { page: Page::new(&visit, "imports", "imports-done-title"), outcome })
        }
        None => Ok(page::see_other(&format!("/imports/{}", import.id))),
    }
}
