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
use super::{After, Filter, Kind, Line, PAGE_ROWS, Rule, State, Transfers, Wanted};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
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

/// The choices of the rule, for the settings.
pub fn transfers(visit: &Visit) -> Vec<(&'static str, String)> {
    Transfers::ALL.iter().map(|(word, _)| (*word, visit.lang.t_of("transfers-", word))).collect()
}

// ---- the list ----

#[derive(Template)]
#[template(path = "applications/index.html")]
struct ListPage {
    page: Page,
    rule: Vec<String>,
    rows: Vec<Row>,
    states: Vec<(&'static str, String)>,
    kinds: Vec<(&'static str, String)>,
    sizes: Vec<(String, String)>,
    homes: Vec<(i64, String)>,
    /// The filter as it was asked for.
    state: String,
    kind: String,
    bedrooms: String,
    query: String,
    filtered: bool,
    first: Option<String>,
    next: Option<String>,
    file: String,
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
    let words: Vec<_> = query.value("q").split_whitespace().take(10).collect();
    Ok(Filter { wanted, kind, bedrooms, query: words.join(" ").chars().take(100).collect() })
}

fn address(path: &str, query: &Form, after: Option<After>) -> String {
    let mut pairs = url::form_urlencoded::Serializer::new(String::new());
    for name in ["state", "kind", "bedrooms", "q"] {
        if !query.value(name).is_empty() {
            pairs.append_pair(name, query.value(name));
        }
    }
    if let Some(after) = after {
        pairs.append_pair("after", &after.word());
    }
    let pairs = pairs.finish();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{pairs}") }
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let filter = read_filter(&query)?;
    let after = match query.value("after") {
        "" => None,
        text => Some(After::read(text).ok_or(Error::BadRequest)?),
    };
    let (mut lines, rule, homes) = visit
        .read(move |conn, visit| {
            let homes = crate::units::list(conn, visit.today(), None)?;
            Ok((super::list(conn, &filter, after, PAGE_ROWS + 1)?, super::rule(conn)?, homes))
        })
        .await?;
    let more = lines.len() as i64 > PAGE_ROWS;
    lines.truncate(PAGE_ROWS as usize);
    let next = lines.last().filter(|_| more).map(|last| address("/waiting-list", &query, Some(After::of(last))));
    let own = |word: &'static str| (word, state(&visit, word));
    let mut states = vec![("", visit.lang.t("application-states-open"))];
    states.extend(State::ALL.iter().map(|(word, _)| own(word)));
    states.push(("all", visit.lang.t("application-states-all")));
    let mut kinds = vec![("", visit.lang.t("application-kinds-all"))];
    kinds.extend(Kind::ALL.iter().map(|(word, _)| (*word, visit.lang.t_of("application-kinds-", word))));
    let size = |number: i32| visit.lang.with("application-bedrooms", &[("count", number.into())]);
    let mut sizes = vec![(String::new(), visit.lang.t("application-sizes-all"))];
    sizes.extend((0..=5).map(|number| (number.to_string(), size(number))));
    let vacant = homes.into_iter().filter(|home| home.is_dwelling() && home.people.is_none());
    let page = ListPage {
        page: Page::new(&visit, "applications", "applications-title"),
        rule: rule_said(&visit, &rule),
        rows: lines.iter().map(|line| row(&visit, line)).collect(),
        states,
        kinds,
        sizes,
        homes: vacant.map(|home| (home.id, home.label)).take(60).collect(),
        state: query.value("state").to_owned(),
        kind: query.value("kind").to_owned(),
        bedrooms: query.value("bedrooms").to_owned(),
        query: query.value("q").to_owned(),
        filtered: !address("", &query, None).is_empty(),
        first: after.map(|_| address("/waiting-list", &query, None)),
        next,
        file: address("/waiting-list.csv", &query, None),
    };
    page::ok(&visit, &page)
}

// ---- files ----

const COLUMNS: [&str; 11] =
    ["id", "name", "kind", "unit", "adults", "children", "bedrooms", "accessible", "received", "complete", "state"];

pub fn headings(visit: &Visit) -> Vec<String> {
    COLUMNS.iter().map(|column| visit.lang.t_of("application-column-", column)).collect()
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
    let filter = read_filter(&query)?;
    let lines = visit.read(move |conn, _| super::all(conn, &filter)).await?;
    let rows = lines.iter().map(|line| cells(&visit, line));
    Table::new(headings(&visit), rows)
        .taken(&visit, &slice::APPLICATIONS_EXPORTED, &visit.lang.t("application-file"))
        .await
}
