//! The waiting list as pages: the list here, one request, its forms and the order for a home in files of their own.

mod acceptance;
mod form;
mod next;
mod show;

use askama::Template;

pub use acceptance::{accept, acceptance_form};
pub use form::{add, edit, edit_form, new_form};
pub use next::{export as next_export, next};
pub use show::{enter, forget, note_interview, show};

use super::slice;
use super::{Filter, Kind, Line, Rule, State, Wanted};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::listing::{self, Asked, Chip, Heading, Order};
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Cell, Table, table_row};
use crate::platform::visit::Visit;

/// A request in words.
pub struct Row {
    pub id: i64,
    pub name: String,
    pub kind: String,
    pub people: String,
    pub wants: String,
    pub complete: String,
    pub received: String,
    pub state: String,
    /// What stands in its way for a home; empty on the list.
    pub why: String,
}

/// Who asks; the number alone once they are forgotten.
pub fn name(visit: &Visit, line: &Line) -> String {
    if line.name.is_empty() {
        visit.lang.with("application-number", &[("id", line.id.to_string().into())])
    } else {
        line.name.clone()
    }
}

fn kind(visit: &Visit, line: &Line) -> String {
    match &line.unit {
        Some(label) => visit.lang.with("application-from", &[("label", label.as_str().into())]),
        None => visit.lang.t_of("application-kind-", &line.kind),
    }
}

pub fn state(visit: &Visit, word: &str) -> String {
    visit.lang.t_of("application-state-", word)
}

/// "2 adults, 1 child".
pub fn people(visit: &Visit, adults: i32, children: i32) -> String {
    let grown = visit.lang.with("application-adults", &[("count", adults.into())]);
    if children == 0 {
        return grown;
    }
    format!("{grown}, {}", visit.lang.with("application-children", &[("count", children.into())]))
}

/// "2 to 3 bedrooms, wheelchair accessible".
pub fn wants(visit: &Visit, line: &Line) -> String {
    let rooms = match (line.bedrooms_min, line.bedrooms_max) {
        (None, None) => visit.lang.t("application-any-size"),
        (Some(min), None) => visit.lang.with("application-bedrooms-from", &[("min", min.into())]),
        (None, Some(max)) => visit.lang.with("application-bedrooms-to", &[("max", max.into())]),
        (Some(min), Some(max)) if min == max => visit.lang.with("application-bedrooms", &[("count", min.into())]),
        (Some(min), Some(max)) => {
            visit.lang.with("application-bedrooms-between", &[("min", min.into()), ("max", max.into())])
        }
    };
    if line.accessible { format!("{rooms}, {}", visit.lang.t("application-accessible")) } else { rooms }
}

pub fn row(visit: &Visit, line: &Line) -> Row {
    Row {
        id: line.id,
        name: name(visit, line),
        kind: kind(visit, line),
        people: people(visit, line.adults, line.children),
        wants: wants(visit, line),
        complete: line.complete_on.map(|day| visit.lang.day(day)).unwrap_or_default(),
        received: visit.lang.day(line.received_on),
        state: state(visit, &line.state),
        why: String::new(),
    }
}

/// The order rule in words, as the page shows it.
pub fn rule_said(visit: &Visit, rule: &Rule) -> Vec<String> {
    let mut said = vec![
        visit.lang.t("application-rule-date"),
        visit.lang.t("application-rule-fit"),
        visit.lang.t_of("application-rule-transfers-", rule.transfers.word()),
    ];
    if rule.transfer_months_min > 0 {
        said.push(visit.lang.with("application-rule-months", &[("months", rule.transfer_months_min.into())]));
    }
    said
}

// ---- the list ----

#[derive(Template)]
#[template(path = "applications/index.html")]
struct ListPage {
    page: Page,
    rule: Vec<String>,
    rows: Vec<Row>,
    /// What to choose from: (value, words), the first narrows nothing.
    states: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    sizes: Vec<(String, String)>,
    homes: Vec<(i64, String)>,
    asked: Asked,
    headings: Vec<Heading>,
    chips: Vec<Chip>,
    summary: String,
    previous: Option<String>,
    next: Option<String>,
}

fn read_filter(query: &Form) -> Result<Filter> {
    let wanted = match query.value("state") {
        "" => Wanted::Open,
        "all" => Wanted::All,
        word => Wanted::In(State::ALL.iter().find(|(known, _)| *known == word).ok_or(Error::BadRequest)?.1),
    };
    let bedrooms = match query.value("bedrooms") {
        "" => None,
        number => Some(number.parse().ok().filter(|number| (0..=12).contains(number)).ok_or(Error::BadRequest)?),
    };
    let kind = Kind::ALL.iter().find(|(word, _)| *word == query.value("kind")).map(|(_, kind)| *kind);
    Ok(Filter { wanted, kind, bedrooms, query: listing::words(query) })
}

const COLUMNS: &[&str] = &["name", "complete", "household", "kind", "state"];
const USUAL: Order = Order { by: "complete", descending: false };

/// What is asked for, as the store and as addresses know it.
fn read(query: &Form) -> Result<(Filter, Asked)> {
    let filter = read_filter(query)?;
    let kind = filter.kind.map(|_| query.value("kind").to_owned()).unwrap_or_default();
    let [state, bedrooms] = ["state", "bedrooms"].map(|name| (name, query.value(name).to_owned()));
    let filters = [("q", filter.query.clone()), state, ("kind", kind), bedrooms];
    Ok((filter, Asked::read("/waiting-list", COLUMNS, USUAL, query, filters)?))
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let (filter, asked) = read(&query)?;
    let window = asked.window.clone();
    let (found, count, rule, homes) = visit
        .read(move |conn, visit| {
            let homes = crate::units::list(conn, visit.today(), None)?;
            let found = super::list(conn, &filter, &window)?;
            let count = if found.is_whole() { found.lines.len() as i64 } else { super::count(conn, &filter)? };
            Ok((found, count, super::rule(conn)?, homes))
        })
        .await?;
    let (previous, next) = asked.turns(&found, |line| (&line.place, line.id));
    let option = |word: &str, words: String| (word.to_owned(), words);
    let mut states = vec![option("", visit.lang.t("application-states-open"))];
    states.extend(State::ALL.iter().map(|(word, _)| option(word, state(&visit, word))));
    states.push(option("all", visit.lang.t("application-states-all")));
    let mut kinds = vec![option("", visit.lang.t("application-kinds-all"))];
    kinds.extend(Kind::ALL.iter().map(|(word, _)| option(word, visit.lang.t_of("application-kinds-", word))));
    let size = |number: i32| visit.lang.with("application-bedrooms", &[("count", number.into())]);
    let mut sizes = vec![option("", visit.lang.t("application-sizes-all"))];
    sizes.extend((0..=5).map(|number| (number.to_string(), size(number))));
    let vacant = homes.into_iter().filter(|home| home.is_dwelling() && home.people.is_none());
    let chip = |name: &str, value: &str| {
        let options = match name {
            "state" => &states,
            "kind" => &kinds,
            "bedrooms" => &sizes,
            _ => return visit.lang.with("list-words", &[("words", value.into())]),
        };
        options.iter().find(|(known, _)| known == value).map_or_else(|| value.to_owned(), |(_, words)| words.clone())
    };
    let page = ListPage {
        page: Page::new(&visit, "applications", "applications-title"),
        rule: rule_said(&visit, &rule),
        rows: found.lines.iter().map(|line| row(&visit, line)).collect(),
        chips: asked.chips(chip),
        headings: asked.headings(),
        states,
        kinds,
        sizes,
        homes: vacant.map(|home| (home.id, home.label)).take(60).collect(),
        summary: listing::summary(visit.lang, "applications", &found, count),
        previous,
        next,
        asked,
    };
    page::ok(&visit, &page)
}

// ---- files ----

const FILE_COLUMNS: [&str; 11] =
    ["id", "name", "kind", "unit", "adults", "children", "bedrooms", "accessible", "received", "complete", "state"];

pub fn headings(visit: &Visit) -> Vec<String> {
    FILE_COLUMNS.iter().map(|column| visit.lang.t_of("application-column-", column)).collect()
}

pub fn cells(visit: &Visit, line: &Line) -> Vec<Cell> {
    let bedrooms = match (line.bedrooms_min, line.bedrooms_max) {
        (None, None) => String::new(),
        (min, max) => {
            format!("{}–{}", min.map_or(String::new(), |n| n.to_string()), max.map_or(String::new(), |n| n.to_string()))
        }
    };
    table_row![
        line.id,
        line.name.as_str(),
        visit.lang.t_of("application-kind-", &line.kind),
        line.unit.as_deref(),
        line.adults,
        line.children,
        bedrooms,
        line.accessible.then(|| visit.lang.t("yes")),
        line.received_on,
        line.complete_on,
        state(visit, &line.state),
    ]
}

pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let (filter, asked) = read(&query)?;
    let lines = visit.read(move |conn, _| super::all(conn, &filter, asked.window.order)).await?;
    let rows = lines.iter().map(|line| cells(&visit, line));
    Table::new(headings(&visit), rows)
        .taken(&visit, &slice::APPLICATIONS_EXPORTED, &visit.lang.t("application-file"))
        .await
}
