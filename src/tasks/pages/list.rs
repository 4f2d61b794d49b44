//! The tasks as a table, and the same as a file for a spreadsheet.

use askama::Template;

use super::{Pill, View, duration, pills, short_day, tag, who, whose_options};
use crate::committees;
use crate::platform::clock;
use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Cell, Table, table_row};
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::tasks::slice;
use crate::tasks::{self, After, Filter, Task, Wanted, rules};
use crate::units;

/// Rows of one page.
const PAGE_ROWS: i64 = 100;
/// Rows of one file, and how many are read at once.
const FILE_ROWS_MAX: usize = 50_000;
const FILE_BATCH: i64 = 2_000;

#[derive(Template)]
#[template(path = "tasks/list.html")]
struct ListPage {
    page: Page,
    pills: Vec<Pill>,
    states: Vec<Pill>,
    board_address: String,
    file_address: Option<String>,
    whose: Vec<(&'static str, String, bool)>,
    committees: Vec<(i64, String, bool)>,
    wanted: Vec<(&'static str, String, bool)>,
    rows: Vec<Row>,
    first_address: Option<String>,
    next_address: Option<String>,
    may_add: bool,
}

struct Row {
    id: i64,
    title: String,
    who: String,
    state: String,
    tag: Option<(&'static str, String)>,
    due: String,
    committee: String,
    credit: String,
}

pub async fn page(visit: Visit, view: View, after: &str) -> Answer {
    let after = After::parse(after);
    let (mut found, committees, home) = visit
        .read(move |conn, visit| {
            let found = tasks::list(conn, &view.filter(visit), after, PAGE_ROWS + 1)?;
            let committees = committees::options(conn, visit.lang)?;
            let home = match visit.viewer.as_ref().and_then(|viewer| viewer.member_id) {
                Some(member) => units::of_member(conn, member, visit.today())?.into_iter().next(),
                None => None,
            };
            Ok((found, committees, home.map(|(_, label)| label)))
        })
        .await?;
    let more = found.len() as i64 > PAGE_ROWS;
    found.truncate(PAGE_ROWS as usize);
    let next = found.last().filter(|_| more).map(|last| format!("{}&after={}", view.address(), After::of(last)));
    let chosen = |(id, name): &(i64, String)| (*id, name.clone(), view.committee_id == Some(*id));
    let words = |word: &str| visit.lang.t_of("task-status-", word);
    let page = ListPage {
        page: Page::new(&visit, "tasks", "tasks-title"),
        pills: pills(&visit, view, home.as_deref(), &committees),
        states: Wanted::ALL
            .into_iter()
            .map(|(word, wanted)| Pill {
                words: words(word),
                address: View { wanted, ..view }.address(),
                current: view.wanted == wanted,
            })
            .collect(),
        board_address: View { list: false, ..view }.address(),
        file_address: visit
            .may(Permission::MembersExport)
            .then(|| view.address().replacen("/tasks?", "/tasks.csv?", 1)),
        whose: whose_options(&visit, view, home.as_deref()),
        committees: committees.iter().map(chosen).collect(),
        wanted: Wanted::ALL.into_iter().map(|(word, wanted)| (word, words(word), view.wanted == wanted)).collect(),
        rows: found.iter().map(|task| row(&visit, task)).collect(),
        first_address: after.map(|_| view.address()),
        next_address: next,
        may_add: visit.may(Permission::TasksCreate),
    };
    page::ok(&visit, &page)
}

fn row(visit: &Visit, task: &Task) -> Row {
    let lang = visit.lang;
    Row {
        id: task.id,
        title: task.title.clone(),
        who: who(visit, task),
        state: lang.t_of("task-status-", &task.status),
        tag: tag(visit, task).filter(|(kind, _)| *kind == "bad"),
        due: task.due_on.map(|day| short_day(lang, day, visit.today())).unwrap_or_default(),
        committee: task.committee(lang).unwrap_or_default().to_owned(),
        credit: if task.credit_minutes > 0 { duration(lang, task.credit_minutes) } else { String::new() },
    }
}

/// The list as a file, with the same filters.
pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    file(&visit, &query).await?.taken(&visit, &slice::TASKS_EXPORTED, &visit.lang.t("tasks-file")).await
}

const COLUMNS: [&str; 9] = ["id", "title", "status", "owner", "due-on", "done-on", "on-time", "committee", "minutes"];

/// Headings and rows of a file, with the filter of the page.
async fn file(visit: &Visit, query: &Form) -> Result<Table> {
    let view = View { list: true, ..View::read(query) };
    let head = COLUMNS.iter().map(|name| visit.lang.t_of("tasks-column-", name));
    let rows = visit
        .read(move |conn, visit| {
            let filter: Filter = view.filter(visit);
            let zone = visit.coop()?.zone;
            let (mut rows, mut after) = (Vec::new(), None);
            loop {
                let batch = tasks::list(conn, &filter, after, FILE_BATCH)?;
                after = batch.last().map(After::of);
                rows.extend(batch.iter().map(|task| line(visit.lang, zone, task)));
                if (batch.len() as i64) < FILE_BATCH || rows.len() >= FILE_ROWS_MAX {
                    return Ok(rows);
                }
            }
        })
        .await?;
    Ok(Table::new(head, rows))
}

fn line(lang: Lang, zone: chrono_tz::Tz, task: &Task) -> Vec<Cell> {
    let done_on = task.done_at.map(|at| clock::date_in(zone, at));
    let yes = |on_time: bool| lang.t(if on_time { "tasks-yes" } else { "tasks-no" });
    table_row![
        task.id,
        task.title.as_str(),
        lang.t_of("task-status-", &task.status),
        owner(lang, task),
        task.due_on,
        done_on,
        done_on.map(|day| yes(rules::on_time(day, task.due_on))),
        task.committee(lang),
        task.credit_minutes,
    ]
}

/// The owner's name, whoever asks for the file.
fn owner(lang: Lang, task: &Task) -> String {
    match (&task.member_name, &task.unit_label) {
        (Some(name), _) => name.clone(),
        (None, Some(label)) => lang.with("task-home", &[("home", label.as_str().into())]),
        (None, None) => String::new(),
    }
}
