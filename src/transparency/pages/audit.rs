//! The activity log: who did what, when, with before and after. Read only.

use askama::Template;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use serde_json::{Value, json};

use crate::accounts;
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Event, EventKind, Field, Sight, Told};
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::markdown;
use crate::platform::page::{self, Answer, Page};
use crate::platform::slice::{self, Slices};
use crate::platform::table_file::{Cell, Table, table_row};
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::transparency::slice as own;
use crate::transparency::store::{self, Chain, Filter};

const A_PAGE: i64 = 50;
const FILE_MAX: i64 = 20_000;
const ACCOUNTS_MAX: i64 = 500;
/// The value that stands for the program itself in the list of persons.
const PROGRAM: &str = "0";
/// One field of a change.
struct Change {
    key: String,
    name: String,
    before: Option<String>,
    after: Option<String>,
}

/// One event in words.
struct Entry {
    person: String,
    act: String,
    about: String,
    href: Option<String>,
    /// The time of its day.
    at: String,
    iso: String,
    changes: Vec<Change>,
    position: Option<i64>,
}

/// The events of a day, as far as they are on this page.
struct Day {
    words: String,
    entries: Vec<Entry>,
    /// What happens all day, unless it is what was asked for.
    folded: Vec<Entry>,
    folded_words: String,
}

#[derive(Template)]
#[template(path = "transparency/audit.html")]
struct AuditPage {
    page: Page,
    form: Form,
    days: Vec<Day>,
    people: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    subjects: Vec<(String, String)>,
    chain: String,
    masked: bool,
    /// Whether only some events are shown.
    filtered: bool,
    file: String,
    next: Option<String>,
}

/// Reads the filter from the address. Days are those of the co-op.
fn filter(visit: &Visit, form: &Form) -> Result<Filter> {
    let reader = form.reader();
    let zone = visit.coop()?.zone;
    let start = |day: NaiveDate| clock::instant(zone, day.and_time(NaiveTime::MIN)).unwrap_or_else(|| midnight(day));
    let (from, to) = (reader.date("audit_from"), reader.date("audit_to"));
    let text = |name: &str| Some(form.value(name).to_owned()).filter(|value| !value.is_empty());
    let filter = Filter {
        actor: match form.value("audit_who") {
            PROGRAM => Some(None),
            who => who.parse().ok().map(Some),
        },
        kind: text("audit_kind"),
        subject_kind: text("audit_about"),
        subject_id: form.value("id").parse().ok(),
        from: from.map(start),
        until: to.and_then(|day| day.checked_add_days(Days::new(1))).map(start),
        before: form.value("before").parse().ok(),
    };
    reader.finish()?;
    Ok(filter)
}

/// Where the clocks skip midnight, the day starts at midnight of UTC for the log.
fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

pub async fn index(visit: Visit, Query(mut form): Query) -> Answer {
    let asked = match filter(&visit, &form) {
        Ok(asked) => asked,
        Err(Error::Invalid(errors)) => {
            form.errors = errors;
            Filter { before: Some(0), ..Filter::default() }
        }
        Err(error) => return Err(error),
    };
    let slices = visit.state.slices;
    let (mut events, kinds, people, chain) = visit
        .read(move |conn, _| {
            let events = store::events(conn, slices, &asked, A_PAGE + 1)?;
            Ok((events, store::kinds(conn, slices)?, accounts::list(conn, None, ACCOUNTS_MAX)?, store::chain(conn)?))
        })
        .await?;
    let more = events.len() as i64 > A_PAGE;
    events.truncate(A_PAGE as usize);
    let people = people.into_iter().map(|account| (account.id.to_string(), account.name)).collect();
    let shown = audit_page(&visit, form, &Found { events, more, kinds, people, chain });
    if shown.form.errors.is_empty() { page::ok(&visit, &shown) } else { page::refused(&visit, &shown) }
}

/// What was read for the page.
struct Found {
    events: Vec<Event>,
    /// Whether there are older ones.
    more: bool,
    kinds: Vec<String>,
    people: Vec<(String, String)>,
    chain: Chain,
}

fn audit_page(visit: &Visit, form: Form, found: &Found) -> AuditPage {
    let lang = visit.lang;
    let page = Page::new(visit, "audit", "audit-title").with_form(&form);
    let any = || vec![(String::new(), lang.t("audit-any"))];
    let mut people = found.people.clone();
    people.sort_by_cached_key(|(_, name)| name.to_lowercase());
    let asked =
        Some(form.value("audit_kind")).filter(|kind| !kind.is_empty() && !found.kinds.iter().any(|k| k == kind));
    let kinds = found.kinds.iter().map(String::as_str).chain(asked);
    let subject = |word: &str| (word.to_owned(), lang.t_of("audit-about-", &word.replace('_', "-")));
    let oldest = found.events.last().filter(|_| found.more);
    AuditPage {
        days: days(visit, &page, &form, &found.events),
        people: any().into_iter().chain([(PROGRAM.to_owned(), lang.t("audit-program"))]).chain(people).collect(),
        kinds: any().into_iter().chain(kinds.map(|kind| (kind.to_owned(), act_words(visit, kind)))).collect(),
        subjects: any().into_iter().chain(subjects(visit.state.slices).into_iter().map(subject)).collect(),
        chain: chain_words(lang, found.chain),
        masked: !visit.may(Permission::MembersWrite),
        filtered: !address("", &form, None).is_empty(),
        file: address("/audit.csv", &form, None),
        next: oldest.map(|oldest| address("/audit", &form, Some(oldest.id))),
        form,
        page,
    }
}

/// The events by the co-op's days, latest first.
fn days(visit: &Visit, page: &Page, form: &Form, events: &[Event]) -> Vec<Day> {
    let daily = |event: &Event| slice::event_kind(visit.state.slices, &event.kind).is_some_and(|kind| kind.daily);
    let fold = form.value("audit_kind").is_empty();
    let of_a_day = events.chunk_by(|one, next| page.day_of(&one.at) == page.day_of(&next.at));
    of_a_day
        .map(|events| {
            let (folded, shown): (Vec<&Event>, Vec<&Event>) = events.iter().partition(|event| fold && daily(event));
            let entries = |events: Vec<&Event>| events.into_iter().map(|event| entry(visit, page, event)).collect();
            Day {
                words: events.first().map(|event| page.long_day(&page.day_of(&event.at))).unwrap_or_default(),
                folded_words: page.t1("audit-sign-ins", "count", folded.len() as i64),
                entries: entries(shown),
                folded: entries(folded),
            }
        })
        .collect()
}

/// Kinds of things that events are about, each once.
fn subjects(slices: Slices) -> Vec<&'static str> {
    let mut words = Vec::new();
    for kind in slices.iter().flat_map(|slice| slice.events) {
        if !words.contains(&kind.subject.word) {
            words.push(kind.subject.word);
        }
    }
    words
}

fn chain_words(lang: Lang, chain: Chain) -> String {
    let count = lang.number(chain.position.unwrap_or(0));
    lang.with("audit-chain", &[("count", count.into()), ("waiting", chain.waiting.into())])
}

/// The same filter at another address.
fn address(path: &str, form: &Form, before: Option<i64>) -> String {
    let mut pairs = url::form_urlencoded::Serializer::new(String::new());
    for name in ["audit_who", "audit_kind", "audit_about", "id", "audit_from", "audit_to"] {
        if !form.value(name).is_empty() {
            pairs.append_pair(name, form.value(name));
        }
    }
    if let Some(before) = before {
        pairs.append_pair("before", &before.to_string());
    }
    match pairs.finish() {
        none if none.is_empty() => path.to_owned(),
        pairs => format!("{path}?{pairs}"),
    }
}

/// An act in words; the bare kind where nobody wrote any, which a test refuses.
fn act_words(visit: &Visit, kind: &str) -> String {
    let key = words_key(kind);
    if visit.lang.knows(&key) { visit.lang.t(&key) } else { kind.to_owned() }
}

pub fn words_key(kind: &str) -> String {
    format!("event-{}", kind.replace(['.', '_'], "-"))
}

fn entry(visit: &Visit, page: &Page, event: &Event) -> Entry {
    let act = act_words(visit, &event.kind);
    let kind = slice::event_kind(visit.state.slices, &event.kind);
    let of_oneself = event.subject_kind == "account" && event.subject_id == event.actor_id;
    Entry {
        person: event.actor_name.clone(),
        act,
        about: if of_oneself { String::new() } else { subject_words(page, kind, event) },
        href: kind.and_then(|kind| href(visit, kind, event.subject_id?)),
        at: page.time(&event.at),
        iso: event.at.to_rfc3339(),
        changes: kind.map_or_else(Vec::new, |kind| changes(visit, page, kind, &event.detail)),
        position: event.position,
    }
}

/// What an event is about, in words. Titles that people wrote stay as they are.
fn subject_words(page: &Page, kind: Option<&EventKind>, event: &Event) -> String {
    let day = Some(&event.subject_name).filter(|_| kind.is_some_and(|kind| kind.subject.is_day));
    day.and_then(|day| dated(page, day)).unwrap_or_else(|| event.subject_name.clone())
}

/// Where the thing of an event can be seen by this visitor.
fn href(visit: &Visit, kind: &EventKind, id: i64) -> Option<String> {
    let may = kind.subject.permission.is_none_or(|permission| visit.may(permission));
    kind.subject.address.filter(|_| may).map(|address| address.replace("{id}", &id.to_string()))
}

/// What a visitor is told of a field: its words, that it is hidden from them, or nothing of it at all.
fn told(visit: &Visit, kind: &EventKind, name: &str, words: impl FnOnce(&Field) -> Option<String>) -> Option<String> {
    let field = kind.field(name)?;
    match field.sight {
        Sight::Nobody => None,
        Sight::Office if !visit.may(Permission::MembersWrite) => words(field).map(|_| visit.lang.t("audit-hidden")),
        Sight::Office | Sight::Readers => words(field),
    }
}

/// The fields of a change, each with both sides; other details stand as what is so afterwards.
fn changes(visit: &Visit, page: &Page, kind: &EventKind, detail: &Value) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for (name, _) in events::fields_of(detail) {
        if changes.iter().any(|change| change.key == *name) {
            continue;
        }
        let said = |value: Option<&Value>| {
            told(visit, kind, name, |field| value.and_then(|value| in_words(visit, page, field, value)))
        };
        let side = |side: &str| detail.get(side).and_then(|side| side.get(name));
        let (before, after) = (said(side("before")), said(side("after").or_else(|| detail.get(name))));
        if before.is_some() || after.is_some() {
            changes.push(Change { key: name.clone(), name: field_words(visit, page, name), before, after });
        }
    }
    changes
}

/// The name of a field: the log's own word, then the label on its form, then its bare name with spaces.
fn field_words(visit: &Visit, page: &Page, name: &str) -> String {
    match (fact_key(visit.lang, name), page.label_of(name)) {
        (Some(own), _) => visit.lang.t(&own),
        (None, label) if label.is_empty() => name.replace('_', " "),
        (None, label) => label,
    }
}

fn fact_key(lang: Lang, name: &str) -> Option<String> {
    Some(format!("fact-{}", name.replace('_', "-"))).filter(|key| lang.knows(key))
}

/// What a code means, in the words of the forms. What is no code (a fraction of a rule, an empty text) stays as it is.
fn code_words(lang: Lang, field: &Field, code: &str) -> Option<String> {
    let key = format!("{}{}", field.codes?, code.replace('_', "-"));
    lang.knows(&key).then(|| lang.t(&key))
}

/// A value as people write it. Nothing and an empty text are nothing.
fn in_words(visit: &Visit, page: &Page, field: &Field, value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(visit.lang.t(if *yes { "audit-yes" } else { "audit-no" })),
        Value::Number(number) => match number.as_i64() {
            Some(cents) if field.told == Told::AsMoney => Some(visit.lang.money(cents)),
            _ => Some(number.to_string()),
        },
        Value::String(text) if text.is_empty() => None,
        Value::String(text) if field.told == Told::WithoutMarks => Some(markdown::plain(text)),
        Value::String(text) => {
            let said = dated(page, text).or_else(|| code_words(visit.lang, field, text));
            Some(said.unwrap_or_else(|| text.clone()))
        }
        Value::Array(items) => {
            let words: Vec<String> = items.iter().filter_map(|item| in_words(visit, page, field, item)).collect();
            Some(words.join(", ")).filter(|words| !words.is_empty())
        }
        Value::Object(fields) => {
            let words = fields.values().filter_map(|inner| in_words(visit, page, field, inner));
            Some(words.collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty())
        }
    }
}

/// Days and instants are stored in ISO 8601 and read in words.
fn dated(page: &Page, text: &str) -> Option<String> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(page.moment(&at.with_timezone(&Utc)));
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(|day| page.day(&day))
}

/// The log with the same filter, as a file.
pub async fn export(visit: Visit, Query(form): Query) -> Answer {
    let asked = filter(&visit, &form)?;
    let slices = visit.state.slices;
    let events = visit.read(move |conn, _| store::events(conn, slices, &asked, FILE_MAX)).await?;
    let headings = ["at", "who", "kind", "act", "about", "id", "name", "before", "after", "position"]
        .iter()
        .map(|name| visit.lang.t_of("audit-csv-", name));
    let rows = events.into_iter().map(|event| line(&visit, event));
    Table::new(headings, rows).taken(&visit, &own::ACTIVITY_EXPORTED, &format!("activity-{}", visit.today())).await
}

fn line(visit: &Visit, event: Event) -> Vec<Cell> {
    let kind = slice::event_kind(visit.state.slices, &event.kind);
    let detail = kind.map_or_else(|| json!({}), |kind| masked(visit, kind, &event.detail));
    let (before, after) = match detail.get("after").or_else(|| detail.get("before")) {
        Some(_) => (detail.get("before").cloned(), detail.get("after").cloned()),
        None => (None, Some(detail)),
    };
    let json = |side: Option<Value>| side.map_or_else(String::new, |side| side.to_string());
    table_row![
        event.at.to_rfc3339(),
        event.actor_name,
        event.kind.clone(),
        act_words(visit, &event.kind),
        event.subject_kind,
        event.subject_id,
        event.subject_name,
        json(before),
        json(after),
        event.position,
    ]
}

/// The detail as this visitor may take it away.
fn masked(visit: &Visit, kind: &EventKind, detail: &Value) -> Value {
    let Value::Object(top) = detail else { return json!({}) };
    let shown = |name: &String, value: &Value| {
        let field = kind.field(name)?;
        match field.sight {
            Sight::Nobody => None,
            Sight::Office if !visit.may(Permission::MembersWrite) && !value.is_null() => {
                Some((name.clone(), Value::String(visit.lang.t("audit-hidden"))))
            }
            Sight::Office | Sight::Readers => Some((name.clone(), value.clone())),
        }
    };
    let part = |(name, value): (&String, &Value)| match (name.as_str(), value) {
        ("before" | "after", Value::Object(side)) => {
            Some((name.clone(), side.iter().filter_map(|(name, value)| shown(name, value)).collect()))
        }
        _ => shown(name, value),
    };
    top.iter().filter_map(part).collect()
}
