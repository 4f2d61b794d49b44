//! The tasks as a table, and the same as a file for a spreadsheet.

use askama::Template;

use super::{View, duration, short_day, tag, who, whose_options};
use crate::committees;
use crate::platform::clock;
use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::listing::{self, Asked, Chip, Edge, Heading, Order};
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Cell, Table, table_row};
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::tasks::slice;
use crate::tasks::{self, Held, Holder, Kind, Listing, Task, Wanted, Whose, rules};
use crate::units;

/// Rows of one page.
const PAGE_ROWS: usize = 100;
/// Rows of one file, and how many are read at once.
const FILE_ROWS_MAX: usize = 50_000;
const FILE_BATCH: usize = 2_000;

/// What the list can be sorted by.
const COLUMNS: &[&str] = &["title", "owner", "status", "due", "committee"];

#[derive(Template)]
#[template(path = "tasks/list.html")]
struct ListPage {
    page: Page,
    asked: Asked,
    headings: Vec<Heading>,
    chips: Vec<Chip>,
    board_address: String,
    file_address: Option<String>,
    /// What to choose from: (value, words), the first narrows nothing.
    whose: Vec<(String, String)>,
    committees: Vec<(String, String)>,
    wanted: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    /// The filters that only an address sets, from the figures.
    hidden: [&'static str; 4],
    /// Whether the figures are for the visitor.
    figures: bool,
    summary: String,
    rows: Vec<Row>,
    previous: Option<String>,
    next: Option<String>,
    may_add: bool,
    may_manage: bool,
    /// The ids of the rows, with commas between them.
    ids: String,
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

/// What is asked for, as the store and as addresses know it.
fn read(visit: &Visit, query: &Form) -> Result<(View, Listing, Asked)> {
    let (view, words) = (View { list: true, ..View::read(query) }, listing::words(query));
    let set = |usual: bool, word: &str| if usual { String::new() } else { word.to_owned() };
    let filters = [
        ("q", words.clone()),
        ("who", set(view.whose == Whose::All, view.whose.word())),
        ("committee", view.committee_id.map(|id| id.to_string()).unwrap_or_default()),
        ("status", set(view.wanted == Wanted::Open, view.wanted.word())),
        ("kind", view.span.kind.map(Kind::word).unwrap_or_default().to_owned()),
    ];
    let days = view.span.days().map(|(name, day)| (name, day.map(|day| day.to_string()).unwrap_or_default()));
    let usual = Order { by: "due", descending: view.wanted.latest_first() };
    let asked = Asked::read("/tasks?view=list", COLUMNS, usual, query, filters.into_iter().chain(days))?;
    let window = asked.window.clone();
    Ok((view, Listing { filter: view.filter(visit), span: view.span, query: words, lang: visit.lang, window }, asked))
}

pub async fn page(visit: Visit, query: &Form) -> Answer {
    let (view, listing, asked) = read(&visit, query)?;
    let (found, count, committees, home) = visit
        .read(move |conn, visit| {
            let found = tasks::list(conn, &listing, PAGE_ROWS)?;
            let count = if found.is_whole() { found.lines.len() as i64 } else { tasks::count(conn, &listing)? };
            let committees = committees::options(conn, visit.lang)?;
            let home = match visit.viewer.as_ref().and_then(|viewer| viewer.member_id) {
                Some(member) => units::of_member(conn, member, visit.today())?.into_iter().next(),
                None => None,
            };
            Ok((found, count, committees, home.map(|(_, label)| label)))
        })
        .await?;
    let (previous, next) = asked.turns(&found, |task| (&task.place, task.id));
    let words = |word: &str| visit.lang.t_of("task-status-", word);
    let value = |usual: bool, word: &str| if usual { String::new() } else { word.to_owned() };
    let mut of_committee = vec![(String::new(), visit.lang.t("tasks-every-committee"))];
    if view.committee_id == Some(0) {
        of_committee.push(("0".to_owned(), visit.lang.t("tasks-no-committee")));
    }
    of_committee.extend(committees.into_iter().map(|(id, name)| (id.to_string(), name)));
    let whose: Vec<_> = whose_options(&visit, view, home.as_deref())
        .into_iter()
        .map(|(word, words, _)| (value(word == Whose::All.word(), word), words))
        .collect();
    let wanted: Vec<_> =
        Wanted::ALL.into_iter().map(|(word, wanted)| (value(wanted == Wanted::Open, word), words(word))).collect();
    let mut kinds = vec![(String::new(), visit.lang.t("tasks-every-kind"))];
    kinds.extend(Kind::ALL.map(|(word, _)| (word.to_owned(), visit.lang.t_of("tasks-kind-", word))));
    let named = |options: &[(String, String)], value: &str| {
        let known = options.iter().find(|(known, _)| known == value);
        known.map_or_else(|| visit.lang.t("list-unknown"), |(_, words)| words.clone())
    };
    let page = ListPage {
        page: Page::new(&visit, "tasks", "tasks-title"),
        headings: asked.headings(),
        chips: asked.chips(|name, value| match name {
            "who" => named(&whose, value),
            "committee" => named(&of_committee, value),
            "status" => words(value),
            "kind" => visit.lang.t_of("tasks-kind-", value),
            "from" | "until" | "added-from" | "added-until" => {
                let day = value.parse().map_or_else(|_| value.to_owned(), |day| visit.lang.day(day));
                visit.lang.with(&format!("tasks-day-{name}"), &[("day", day.into())])
            }
            _ => visit.lang.with("list-words", &[("words", value.into())]),
        }),
        board_address: View { list: false, ..view }.address(),
        file_address: visit.may(Permission::MembersExport).then(|| asked.file()),
        whose,
        committees: of_committee,
        kinds,
        hidden: ["from", "until", "added-from", "added-until"],
        wanted,
        figures: visit.may(Permission::TasksManage),
        summary: listing::summary(visit.lang, "tasks", &found, count),
        rows: found.lines.iter().map(|task| row(&visit, task)).collect(),
        previous,
        next,
        may_add: visit.may(Permission::TasksCreate),
        may_manage: visit.may(Permission::TasksManage),
        ids: found.lines.iter().map(|task| task.id.to_string()).collect::<Vec<_>>().join(","),
        asked,
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

const FILE_COLUMNS: [&str; 9] =
    ["id", "title", "status", "owner", "due-on", "done-on", "on-time", "committee", "minutes"];

/// Headings and rows of a file, with the filters and the order of the page.
async fn file(visit: &Visit, query: &Form) -> Result<Table> {
    let (_, mut listing, _) = read(visit, query)?;
    listing.window.edge = Edge::Start;
    let head = FILE_COLUMNS.iter().map(|name| visit.lang.t_of("tasks-column-", name));
    let rows = visit
        .read(move |conn, visit| {
            let zone = visit.coop()?.zone;
            let mut rows = Vec::new();
            loop {
                let batch = tasks::list(conn, &listing, FILE_BATCH)?;
                rows.extend(batch.lines.iter().map(|task| line(visit.lang, zone, task)));
                match batch.lines.last().filter(|_| batch.has_next && rows.len() < FILE_ROWS_MAX) {
                    Some(last) => listing.window.edge = Edge::After(last.place.clone(), last.id),
                    None => return Ok(rows),
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

/// The names of who has it, whoever asks for the file.
fn owner(lang: Lang, task: &Task) -> String {
    let name = |held: &Held| match held.holder() {
        Some(Holder::Unit(_)) => lang.with("task-home", &[("home", held.name(lang).into())]),
        _ => held.name(lang).to_owned(),
    };
    task.held().map(name).collect::<Vec<_>>().join(", ")
}
