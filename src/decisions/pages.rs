//! The register as a list that can be searched, and one decision with what became of it. Entering is in `form`, what managers say of an
//! entry afterwards in `acts`, a sheet of earlier decisions in `sheet`.

pub mod acts;
pub mod form;
pub mod sheet;

use actix_web::web;
use askama::Template;
use diesel::PgConnection;

use super::store::{self, Wanted};
use super::{Body, Decision, Effect, Filter, Listing, Relation, Standing, slice};
use crate::platform::error::Result;
use crate::platform::events::{self, Event};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::listing::{self, Asked, Chip, Edge, Listed, Order};
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Cell, Table, table_row};
use crate::platform::visit::Visit;

/// Rows of one page.
const PAGE_ROWS: usize = 50;
/// Rows of one file, and how many are read at once.
const FILE_ROWS_MAX: usize = 50_000;
const FILE_BATCH: usize = 2_000;
const HISTORY_MAX: i64 = 100;

/// The columns of a file, of the register or to be brought in.
pub const COLUMNS: [&str; 12] = [
    "number",
    "decided-on",
    "body",
    "former-number",
    "title-en",
    "title-fr",
    "details-en",
    "details-fr",
    "sums-en",
    "sums-fr",
    "standing",
    "review-on",
];

pub fn column_name(lang: Lang, column: &str) -> String {
    lang.t_of("decisions-column-", column)
}

// ---- the list ----

struct Row {
    number: i32,
    title: String,
    day: String,
    body: String,
    tag: Tag,
}

/// How a decision stands: the look of its tag, and its words.
struct Tag {
    look: &'static str,
    words: String,
}

fn tag(lang: Lang, decision: &Decision) -> Tag {
    let standing = decision.standing;
    let look = match standing {
        Standing::InForce | Standing::Amended => "ok",
        Standing::Repealed | Standing::Void => "bad",
        Standing::Nothing => "",
    };
    Tag { look, words: lang.t_of("decision-standing-", standing.word()) }
}

#[derive(Template)]
#[template(path = "decisions/index.html")]
struct DecisionsPage {
    page: Page,
    asked: Asked,
    chips: Vec<Chip>,
    /// What to choose from: (value, words), the first narrows nothing.
    standings: Vec<(String, String)>,
    bodies: Vec<(String, String)>,
    years: Vec<(String, String)>,
    summary: String,
    rows: Vec<Row>,
    previous: Option<String>,
    next: Option<String>,
}

/// What is asked for, as the store and as addresses know it.
fn read(visit: &Visit, query: &Form) -> Result<(Listing, Asked)> {
    let words = listing::words(query);
    let filter = Filter {
        query: words.clone(),
        standing: Wanted::parse(query.value("standing")),
        body: Body::parse(query.value("body")),
        year: query.value("year").parse().ok().filter(|year| (1_000..10_000).contains(year)),
    };
    let filters = [
        ("q", words),
        ("standing", filter.standing.word().to_owned()),
        ("body", filter.body.map(Body::word).unwrap_or_default().to_owned()),
        ("year", filter.year.map(|year| year.to_string()).unwrap_or_default()),
    ];
    let usual = Order { by: "day", descending: true };
    let asked = Asked::read("/decisions", &["day"], usual, query, filters)?;
    Ok((Listing { filter, today: visit.today(), window: asked.window.clone() }, asked))
}

/// A choice of a filter, the first of which narrows nothing.
fn options(lang: Lang, every: &str, family: &str, words: impl Iterator<Item = &'static str>) -> Vec<(String, String)> {
    let first = (String::new(), lang.t(every));
    std::iter::once(first).chain(words.map(|word| (word.to_owned(), lang.t_of(family, word)))).collect()
}

pub fn bodies(lang: Lang, every: &str) -> Vec<(String, String)> {
    options(lang, every, "decision-body-", Body::ALL.into_iter().map(|(word, _)| word))
}

pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let (listing, asked) = read(&visit, &query)?;
    let (found, count, years) = visit
        .read(move |conn, _| {
            let found = super::list(conn, &listing, PAGE_ROWS)?;
            let count = if found.is_whole() { found.lines.len() as i64 } else { super::count(conn, &listing)? };
            Ok((found, count, store::years(conn)?))
        })
        .await?;
    let lang = visit.lang;
    let (previous, next) = asked.turns(&found, |decision| (&decision.place, decision.number.into()));
    let wanted = Wanted::ALL.into_iter().map(|(word, _)| word).filter(|word| !word.is_empty());
    let standings = options(lang, "decisions-every-standing", "decisions-wanted-", wanted);
    let mut of_years = vec![(String::new(), lang.t("decisions-every-year"))];
    of_years.extend(years.into_iter().map(|year| (year.to_string(), year.to_string())));
    let chip = |name: &str, value: &str| match name {
        "standing" => lang.t_of("decisions-wanted-", value),
        "body" => lang.t_of("decision-body-", value),
        "year" => value.to_owned(),
        _ => lang.with("list-words", &[("words", value.into())]),
    };
    let shown = DecisionsPage {
        page: Page::new(&visit, "decisions", "decisions-title"),
        chips: asked.chips(chip),
        standings,
        bodies: bodies(lang, "decisions-every-body"),
        years: of_years,
        summary: listing::summary(lang, "decisions", &found, count),
        rows: rows(lang, &found),
        previous,
        next,
        asked,
    };
    page::ok(&visit, &shown)
}

fn rows(lang: Lang, found: &Listed<Decision>) -> Vec<Row> {
    let row = |decision: &Decision| Row {
        number: decision.number,
        title: decision.entry.title(lang).to_owned(),
        day: lang.day(decision.entry.decided_on),
        body: lang.t_of("decision-body-", decision.entry.body.word()),
        tag: tag(lang, decision),
    };
    found.lines.iter().map(row).collect()
}

/// The list as a file, with the same filters. Its columns are those of a sheet to be brought in.
pub async fn export(visit: Visit, Query(query): Query) -> Answer {
    let (mut listing, _) = read(&visit, &query)?;
    listing.window.edge = Edge::Start;
    let rows = visit
        .read(move |conn, visit| {
            let mut rows = Vec::new();
            loop {
                let batch = super::list(conn, &listing, FILE_BATCH)?;
                rows.extend(batch.lines.iter().map(|decision| line(visit.lang, decision)));
                match batch.lines.last().filter(|_| batch.has_next && rows.len() < FILE_ROWS_MAX) {
                    Some(last) => listing.window.edge = Edge::After(last.place.clone(), last.number.into()),
                    None => return Ok(rows),
                }
            }
        })
        .await?;
    let headings = COLUMNS.iter().map(|column| column_name(visit.lang, column));
    Table::new(headings, rows).answer(&visit, &visit.lang.t("decisions-file"))
}

fn line(lang: Lang, decision: &Decision) -> Vec<Cell> {
    let entry = &decision.entry;
    table_row![
        decision.number,
        entry.decided_on,
        lang.t_of("decision-body-", entry.body.word()),
        entry.former_number.as_str(),
        entry.title_en.as_str(),
        entry.title_fr.as_str(),
        entry.details_en.as_str(),
        entry.details_fr.as_str(),
        entry.sums_en.as_str(),
        entry.sums_fr.as_str(),
        lang.t_of("decision-standing-", decision.standing.word()),
        decision.review_on,
    ]
}

// ---- one decision ----

/// What stands between this decision and another one.
struct Related {
    /// "Repealed by", "Amends".
    words: String,
    number: i32,
    title: String,
    day: String,
    /// Whether this decision says it, so that it can be taken back here.
    own: bool,
}

#[derive(Template)]
#[template(path = "decisions/show.html")]
struct DecisionPage {
    page: Page,
    form: Form,
    number: i32,
    tag: Tag,
    facts: Vec<(String, String)>,
    sums: String,
    /// Why the vote that made it is void; empty where it is not.
    void: String,
    /// The text, as HTML.
    details: String,
    poll_id: Option<i64>,
    related: Vec<Related>,
    /// Who did what to the entry, and when.
    history: Vec<(String, String)>,
    effects: Vec<(String, String)>,
    /// It may be looked at again: it is in force.
    holds: bool,
    review_due: bool,
    task_address: String,
}

/// A decision with all that its page shows.
struct Found {
    decision: Decision,
    relations: Vec<Relation>,
    history: Vec<Event>,
}

fn found(conn: &mut PgConnection, number: i32) -> Result<Found> {
    Ok(Found {
        decision: super::find(conn, number)?,
        relations: super::relations(conn, number)?,
        history: events::of_subject(conn, slice::DECISION.word, number.into(), HISTORY_MAX)?,
    })
}

fn related(lang: Lang, number: i32, relation: &Relation) -> Related {
    let own = relation.number == number;
    let family = if own { "decision-effect-" } else { "decision-effect-by-" };
    Related {
        words: lang.t_of(family, relation.kind.word()),
        number: if own { relation.earlier } else { relation.number },
        title: relation.title(lang).to_owned(),
        day: lang.day(relation.decided_on),
        own,
    }
}

fn told(page: &Page, event: &Event) -> (String, String) {
    let act = page.t_of("event-", &event.kind.replace(['.', '_'], "-"));
    let before = event.detail.get("before").and_then(serde_json::Value::as_object);
    let fields = before.into_iter().flat_map(serde_json::Map::keys).map(|name| page.label_of(name));
    let fields: Vec<String> = fields.filter(|name| !name.is_empty()).collect();
    let fields = if fields.is_empty() { String::new() } else { format!(" ({})", fields.join(", ")) };
    let earlier = event.detail["earlier"].as_i64().map(|number| format!(" ({number})")).unwrap_or_default();
    (format!("{} {act}{fields}{earlier}", event.actor_name), page.moment(&event.at))
}

async fn decision_page(visit: &Visit, number: i32, form: Option<Form>) -> Result<DecisionPage> {
    let Found { decision, relations, history } = visit.read(move |conn, _| found(conn, number)).await?;
    let (lang, entry) = (visit.lang, &decision.entry);
    let due = decision.review_on.is_some_and(|day| day <= visit.today()) && decision.standing.holds();
    let form = form.unwrap_or_else(|| {
        let day = decision.review_on.filter(|_| !due).map(|day| day.to_string()).unwrap_or_default();
        Form::filled([("review_on", day), ("reviewed", if due { "1" } else { "" }.to_owned())])
    });
    let fact = |column: &str, value: String| (column_name(lang, column), value);
    let review = decision.review_on.filter(|_| decision.standing.holds());
    let mut facts = vec![
        fact("decided-on", lang.long_day(entry.decided_on)),
        fact("body", lang.t_of("decision-body-", entry.body.word())),
        fact("former-number", entry.former_number.clone()),
        fact("review-on", review.map(|day| lang.long_day(day)).unwrap_or_default()),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let title = lang.with("decision-title", &[("number", number.into()), ("title", entry.title(lang).into())]);
    let page = Page::named(visit, "decisions", title).with_form(&form);
    let task = lang.with("decision-task-title", &[("number", number.into()), ("title", entry.title(lang).into())]);
    let address = format!("{}/decisions/{number}", visit.state.origin_of(visit.coop()?));
    Ok(DecisionPage {
        tag: tag(lang, &decision),
        facts,
        sums: entry.sums(lang).to_owned(),
        void: decision.void_reason.clone().unwrap_or_default(),
        details: markdown::html(entry.details(lang), 3),
        poll_id: decision.poll_id,
        related: relations.iter().map(|one| related(lang, number, one)).collect(),
        history: history.iter().map(|event| told(&page, event)).collect(),
        effects: effects(lang),
        holds: decision.standing.holds(),
        review_due: due,
        task_address: task_address(&task, &lang.with("decision-task-details", &[("address", address.into())])),
        page,
        form,
        number,
    })
}

/// The form of a task with its title, and where it comes from in its text.
fn task_address(title: &str, details: &str) -> String {
    let pairs = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("title", title)
        .append_pair("details", details)
        .finish();
    format!("/tasks/new?{pairs}")
}

pub fn effects(lang: Lang) -> Vec<(String, String)> {
    Effect::ALL.into_iter().map(|(word, _)| (word.to_owned(), lang.t_of("decision-effect-", word))).collect()
}

pub async fn show(visit: Visit, number: web::Path<i32>) -> Answer {
    page::ok(&visit, &decision_page(&visit, *number, None).await?)
}
