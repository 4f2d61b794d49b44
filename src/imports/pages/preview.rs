//! Every row of a file and what would become of it: what is wrong is mended here, who may be a duplicate is decided here.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::telling::{act_words, first_names, left_out_columns};
use super::{meetings, notices, rows, slot_name, tasks};
use crate::imports::guessing::why_left_out;
use crate::imports::prepared::Prepared;
use crate::imports::rules::{Change, OTHER, Person, Problem, SAME, key};
use crate::imports::{self, Answers, Column, Group, Import, Plan, Planned, Verdict, Why};
use crate::members::Known;
use crate::platform::error::Result;
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::Table;
use crate::platform::visit::{Done, Visit};

/// The list of members whom no row is about, beside the groups of rows.
const ABSENT: &str = "absent";
/// How many rows one page of the preview shows.
pub(super) const PREVIEW_ROWS: usize = 100;

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
    /// Everything that will happen, as the words of the button; empty when nothing will.
    act: String,
    new_homes: String,
    new_committees: String,
    /// What the file does not say, and what becomes of that: how many people have no day of joining, the day that is used, and how
    /// many have no status.
    without_day: usize,
    joined_on: Option<NaiveDate>,
    without_status: usize,
    has_problems: bool,
    /// Somebody of the register is asked about, and not only of the file.
    has_known: bool,
    notices: Vec<String>,
    recalled: bool,
    /// Which columns are left out, with why.
    left_out_columns: Vec<String>,
    /// Members whom no row is about: id, name, homes.
    absent: Vec<(i64, String, String)>,
}

/// One group and how many rows it has.
pub(super) struct Tab {
    pub word: &'static str,
    pub words: String,
    pub current: bool,
}

/// One row of the file with its verdict, in words.
struct Shown {
    line: u64,
    name: String,
    facts: String,
    problems: Vec<Wrong>,
    people: Vec<Somebody>,
    /// The home, and what of it would change.
    home: String,
    home_changes: Vec<(String, String, String)>,
}

/// What is wrong with one cell, and where it can be mended.
pub(super) struct Wrong {
    pub column: String,
    pub value: String,
    pub wrong: String,
    pub fix: String,
    pub field: Option<String>,
    pub whole: String,
}

/// Somebody of a row who is in the register, or may be.
struct Somebody {
    key: String,
    name: String,
    facts: String,
    known_name: String,
    /// Nobody's, where it is about an earlier row of the file.
    known_id: i64,
    earlier: Option<u64>,
    is_asked: bool,
    /// Column, old and new value.
    changes: Vec<(String, String, String)>,
}

async fn planned(visit: &Visit, id: i64) -> Result<(Import, Prepared)> {
    let account = visit.viewer()?.account_id;
    visit
        .read(move |conn, visit| {
            let import = imports::find(conn, id, account)?;
            let own = visit.viewer()?.member_id;
            let plan = Prepared::read(conn, visit.today(), &import, own, visit.lang)?;
            Ok((import, plan))
        })
        .await
}

pub async fn preview(visit: Visit, id: web::Path<i64>, Query(query): Query) -> Answer {
    let (import, plan) = match planned(&visit, *id).await? {
        (import, _) if import.outcome.is_some() || import.started => {
            return Ok(page::see_other(&format!("/imports/{id}/done")));
        }
        (import, Prepared::Tasks(plan)) => return tasks::preview(&visit, &import, &plan, &query),
        (import, Prepared::Meetings(plan)) => return meetings::preview(&visit, &import, &plan, &query),
        (import, Prepared::Members(plan)) => (import, plan),
    };
    let after = query.value("after").parse().unwrap_or(0);
    page::ok(&visit, &preview_page(&visit, &import, &plan, query.value("group"), after))
}

fn preview_page(visit: &Visit, import: &Import, plan: &Plan, asked: &str, after: u64) -> PreviewPage {
    let counts = plan.counts();
    let first = Group::ALL.iter().zip(counts).find(|(_, count)| *count > 0).map_or(Group::ALL[3], |(group, _)| *group);
    let (mut word, group) = Group::ALL.iter().find(|(word, _)| *word == asked).copied().unwrap_or(first);
    let mut rows: Vec<&Planned> = plan.rows.iter().filter(|row| row.group() == group && row.line > after).collect();
    let mut next = (rows.len() > PREVIEW_ROWS).then(|| rows[PREVIEW_ROWS - 1].line);
    rows.truncate(PREVIEW_ROWS);
    let [problems, ..] = counts;
    let absent = plan.absent();
    let wants_absent = asked == ABSENT && !absent.is_empty();
    let start = usize::try_from(after).unwrap_or(0).min(absent.len());
    if wants_absent {
        (word, next) = (ABSENT, (absent.len() > start + PREVIEW_ROWS).then(|| after + PREVIEW_ROWS as u64));
        rows.clear();
    }
    PreviewPage {
        page: Page::new(visit, "imports", "imports-preview-title"),
        id: import.id,
        name: import.name.clone(),
        total: plan.rows.len(),
        tabs: Group::ALL
            .iter()
            .zip(counts)
            .map(|((name, _), count)| (*name, count))
            .chain([(ABSENT, absent.len())])
            .filter(|(_, count)| *count > 0)
            .map(|(name, count)| Tab {
                word: name,
                words: visit.lang.with(&format!("imports-group-{name}"), &[("count", count.into())]),
                current: name == word,
            })
            .collect(),
        group: word.to_owned(),
        rows: rows.into_iter().map(|row| shown(visit, import, row, &plan.known)).collect(),
        next,
        seal: plan.seal(),
        act: act_words(visit.lang, plan),
        new_homes: first_names(&plan.new_homes),
        new_committees: first_names(&plan.new_committees),
        without_day: plan.unsaid().0,
        joined_on: import.joined_on,
        without_status: plan.unsaid().1,
        has_problems: problems > 0,
        has_known: plan.asked_about().next().is_some(),
        notices: notices(visit.lang, &import.sheet),
        recalled: import.recalled,
        left_out_columns: left_out_columns(visit.lang, import),
        absent: absent.iter().skip(start).take(if wants_absent { PREVIEW_ROWS } else { 0 }).map(known_words).collect(),
    }
}

fn known_words(member: &&Known) -> (i64, String, String) {
    (member.id, format!("{} {}", member.given_name, member.family_name).trim().to_owned(), member.units.join(", "))
}

fn shown(visit: &Visit, import: &Import, row: &Planned, known: &[Known]) -> Shown {
    let nobody = if row.home.units.is_empty() { "imports-row-total" } else { "imports-row-empty-home" };
    let facts: Vec<String> =
        row.people.iter().map(|person| facts(visit, person)).filter(|facts| !facts.is_empty()).collect();
    Shown {
        line: row.line,
        name: match row.group() {
            Group::Nobody => visit.lang.with(nobody, &[("name", row.home.units.join(", ").into())]),
            _ => row.name.clone(),
        },
        facts: if row.group() == Group::Nobody { cells_of(import, row) } else { facts.join("; ") },
        problems: row.problems.iter().map(|problem| wrong(visit.lang, import, row.at, problem)).collect(),
        people: row.people.iter().filter_map(|person| somebody(visit, row, person, known)).collect(),
        home: row.home.units.join(", "),
        home_changes: row.home_changes.iter().map(|change| change_words(visit, change)).collect(),
    }
}

/// What stands in a row that is about nobody, so that one sees what is left out; nothing of a private column.
fn cells_of(import: &Import, row: &Planned) -> String {
    let Some(cells) = import.sheet.rows.get(row.at).map(|row| &row.cells) else { return String::new() };
    let shown = cells.iter().enumerate().filter(|(at, cell)| {
        !cell.trim().is_empty()
            && !matches!(why_left_out(import.what, &import.sheet, &import.slots, *at), Some(Why::Private(_)))
    });
    shown.map(|(_, cell)| cell.trim().chars().take(80).collect::<String>()).collect::<Vec<_>>().join(" · ")
}

fn facts(visit: &Visit, person: &Person) -> String {
    let entry = &person.entry;
    let aside = Some(entry.aside.join(", ")).filter(|aside| !aside.is_empty());
    let status = entry.status.map(|status| status_words(visit, status.word()));
    let facts = [
        entry.number.clone(),
        Some(entry.units.join(", ")),
        entry.email.clone(),
        Some(entry.phone.iter().chain(&entry.more_phones).cloned().collect::<Vec<_>>().join(", ")),
        entry.joined_on.map(|day| visit.lang.day(day)),
        status,
        Some(entry.committees.join(", ")),
        aside.map(|aside| visit.lang.with("imports-aside", &[("words", aside.into())])),
    ];
    facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn somebody(visit: &Visit, row: &Planned, person: &Person, known: &[Known]) -> Option<Somebody> {
    let (at, changes, is_asked) = match &person.verdict {
        Verdict::New | Verdict::Same(_) => return None,
        Verdict::Changed(at, changes) => (Some(*at), changes.as_slice(), false),
        Verdict::Duplicate(at, changes) => (Some(*at), changes.as_slice(), true),
        Verdict::Namesake(_) => (None, [].as_slice(), true),
    };
    let (known_id, known_name, _) =
        at.and_then(|at| known.get(at)).map(|member| known_words(&member)).unwrap_or_default();
    let earlier = if let Verdict::Namesake(line) = person.verdict { Some(line) } else { None };
    Some(Somebody {
        key: key(row.line, person.adult),
        name: person.entry.name(),
        facts: facts(visit, person),
        known_name,
        known_id,
        earlier,
        is_asked,
        changes: changes.iter().map(|change| change_words(visit, change)).collect(),
    })
}

pub(super) fn wrong(lang: Lang, import: &Import, row: usize, problem: &Problem) -> Wrong {
    let (column, value, wrong, fix) = words_of(lang, problem);
    let cell = problem.at.and_then(|at| import.sheet.rows.get(row)?.cells.get(at));
    Wrong {
        column,
        value,
        wrong,
        fix,
        field: problem.at.map(|at| format!("cell_{row}_{at}")),
        whole: problem
            .proposal
            .as_ref()
            .or(cell)
            .map(|text| text.trim().chars().take(200).collect())
            .unwrap_or_default(),
    }
}

/// Column, value, what is wrong, how to mend it.
pub fn words_of(lang: Lang, problem: &Problem) -> (String, String, String, String) {
    let other = problem.other.unwrap_or(0).to_string();
    let words = |key: &str| lang.with(key, &[("other", other.as_str().into())]);
    let value = problem.value.chars().take(80).collect();
    (slot_name(lang, problem.slot), value, words(problem.wrong), words(&format!("{}-fix", problem.wrong)))
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

// ---- mending and deciding ----

pub async fn correct(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, form| {
            let place = |name: &str| {
                let (row, at) = name.strip_prefix("cell_")?.split_once('_')?;
                Some((row.parse().ok()?, at.parse().ok()?, form.value(name).to_owned()))
            };
            let cells: Vec<_> = form.names().filter_map(place).collect();
            let mended = imports::correct(act, id, &cells)?;
            let words = if mended > 0 { "imports-corrected" } else { "imports-not-corrected" };
            Ok(Done::to(format!("/imports/{id}")).say(words, ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn assume_joined(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let done = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            let day = if form.has("known", "yes") { Some(reader.required_date("joined_on")) } else { None };
            reader.finish()?;
            imports::assume_joined(act, id, day)?;
            Ok(Done::to(format!("/imports/{id}")).say("imports-answered", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn answer(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, lang) = (*id, visit.lang);
    let done = visit
        .submit(&form, move |act, form| {
            let decided = |line: &str| match form.value(&format!("row_{line}")) {
                word @ (SAME | OTHER) => Some((line.to_owned(), word.to_owned())),
                _ => None,
            };
            let mut answers: Answers = form.all("line").filter_map(decided).collect();
            answers.extend(rows::answers(form));
            if form.has("all", "same") {
                imports::all_same(act, id, lang)?;
            } else {
                imports::answer(act, id, &answers)?;
            }
            Ok(Done::to(format!("/imports/{id}")).say("imports-answered", ""))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

pub async fn complete(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let (id, lang) = (*id, visit.lang);
    let done = visit
        .submit(&form, move |act, form| {
            imports::complete(act, id, form.value("seal"), lang)?;
            Ok(Done::to(format!("/imports/{id}/done")))
        })
        .await?;
    Ok(page::done(&visit, &done))
}

// ---- the rows with problems, as a file to mend and bring again ----

pub async fn problems_export(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let (import, plan) = planned(&visit, id).await?;
    let bad = plan.problems();
    let mut head = import.sheet.header.clone();
    head.extend([visit.lang.t("imports-row"), visit.lang.t("imports-wrong")]);
    let rows = bad.into_iter().filter_map(|(at, problems)| {
        let row = import.sheet.rows.get(at)?;
        let mut cells = row.cells.clone();
        let words = problems.iter().map(|problem| {
            let (column, _, wrong, fix) = words_of(visit.lang, problem);
            visit.lang.with(
                "imports-problem-words",
                &[("column", column.into()), ("wrong", wrong.into()), ("fix", fix.into())],
            )
        });
        let words = words.collect::<Vec<_>>().join(" ");
        cells.extend([row.line.to_string(), words]);
        Some(cells)
    });
    Table::new(head, rows).answer(&visit, &format!("import-{id}-problems"))
}
