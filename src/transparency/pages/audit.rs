//! The activity log: who did what, when, with before and after. Read only.

use askama::Template;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use serde_json::Value;

use crate::accounts;
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events::Event;
use crate::platform::forms::{Form, Query};
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::table_file::{Cell, Table, table_row};
use crate::platform::visit::Visit;
use crate::policy::Permission;
use crate::transparency::store::{self, Chain, Filter};

const A_PAGE: i64 = 50;
const FILE_MAX: i64 = 20_000;
const ACCOUNTS_MAX: i64 = 500;
/// The value that stands for the program itself in the list of persons.
const PROGRAM: &str = "0";
/// Kinds of things that events are about.
const SUBJECTS: &[&str] =
    &["member", "unit", "application", "committee", "task", "poll", "account", "coop", "incident"];

/// One field of a change.
struct Change {
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
    at: String,
    iso: String,
    changes: Vec<Change>,
    position: Option<i64>,
}

#[derive(Template)]
#[template(path = "transparency/audit.html")]
struct AuditPage {
    page: Page,
    form: Form,
    entries: Vec<Entry>,
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
    let (mut events, kinds, people, chain) = visit
        .read(move |conn, _| {
            let events = store::events(conn, &asked, A_PAGE + 1)?;
            Ok((events, store::kinds(conn)?, accounts::list(conn, None, ACCOUNTS_MAX)?, store::chain(conn)?))
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
    let subject = |word: &&str| ((*word).to_owned(), lang.t_of("audit-about-", word));
    let oldest = found.events.last().filter(|_| found.more);
    AuditPage {
        entries: found.events.iter().map(|event| entry(visit, &page, event)).collect(),
        people: any().into_iter().chain([(PROGRAM.to_owned(), lang.t("audit-program"))]).chain(people).collect(),
        kinds: any().into_iter().chain(kinds.map(|kind| (kind.to_owned(), act_words(visit, kind)))).collect(),
        subjects: any().into_iter().chain(SUBJECTS.iter().map(subject)).collect(),
        chain: chain_words(lang, found.chain),
        masked: !visit.may(Permission::MembersWrite),
        filtered: !address("", &form, None).is_empty(),
        file: address("/audit.csv", &form, None),
        next: oldest.map(|oldest| address("/audit", &form, Some(oldest.id))),
        form,
        page,
    }
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
    let of_oneself = event.subject_kind == "account" && event.subject_id == event.actor_id;
    Entry {
        person: event.actor_name.clone(),
        act,
        about: if of_oneself { String::new() } else { subject_words(page, event) },
        href: href(visit, event),
        at: page.moment(&event.at),
        iso: event.at.to_rfc3339(),
        changes: changes(visit, page, &masked(visit, &event.detail)),
        position: event.position,
    }
}

/// What an event is about, in words: a count of scorecards is named by its day. Titles that people wrote stay as they are.
fn subject_words(page: &Page, event: &Event) -> String {
    let day = Some(&event.subject_name).filter(|_| event.subject_kind == "score_run");
    day.and_then(|day| dated(page, day)).unwrap_or_else(|| event.subject_name.clone())
}

/// Where the thing of an event can be seen by this visitor.
fn href(visit: &Visit, event: &Event) -> Option<String> {
    let id = event.subject_id?;
    match event.subject_kind.as_str() {
        "member" => Some(format!("/members/{id}")),
        "unit" => Some(format!("/units/{id}")),
        "application" if visit.may(Permission::ApplicationsWrite) => Some(format!("/waiting-list/{id}")),
        "committee" => Some(format!("/committees/{id}")),
        "task" => Some(format!("/tasks/{id}")),
        "poll" => Some(format!("/polls/{id}")),
        "account" if visit.may(Permission::AccountsWrite) => Some("/accounts".to_owned()),
        "coop" if visit.may(Permission::SettingsWrite) => Some("/settings".to_owned()),
        "incident" if visit.may(Permission::IncidentsWrite) => Some(format!("/incidents/{id}")),
        _ => None,
    }
}

/// Takes out, for who may not change the register, what the pages refuse them too: phone numbers and addresses, movements of
/// shares, and why somebody acted for another. How to reach the office is public.
fn masked(visit: &Visit, detail: &Value) -> Value {
    if visit.may(Permission::MembersWrite) {
        return detail.clone();
    }
    hide(detail, &visit.lang.t("audit-hidden"))
}

fn hide(value: &Value, instead: &str) -> Value {
    let is_private = |name: &str| {
        !name.starts_with("contact_")
            && !name.ends_with("_shared")
            && !name.ends_with("_seen_by")
            && (name.contains("email") || name.contains("phone") || name == "reason")
    };
    match value {
        Value::Object(fields) if fields.contains_key("share_kind") => {
            fields.keys().map(|name| (name.clone(), Value::String(instead.to_owned()))).collect()
        }
        Value::Object(fields) => fields
            .iter()
            .map(|(name, inner)| match inner {
                Value::Null => (name.clone(), Value::Null),
                _ if is_private(name) => (name.clone(), Value::String(instead.to_owned())),
                _ => (name.clone(), hide(inner, instead)),
            })
            .collect(),
        Value::Array(items) => items.iter().map(|item| hide(item, instead)).collect(),
        other => other.clone(),
    }
}

/// The fields of a change, each with both sides; other details stand as what is so afterwards.
fn changes(visit: &Visit, page: &Page, detail: &Value) -> Vec<Change> {
    let Value::Object(fields) = detail else { return Vec::new() };
    let side = |name: &str| fields.get(name).and_then(Value::as_object);
    let (before, after) = (side("before"), side("after"));
    let mut names: Vec<&String> = Vec::new();
    for name in before.into_iter().chain(after).flat_map(serde_json::Map::keys) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let said = |map: Option<&serde_json::Map<String, Value>>, name: &str| {
        map.and_then(|map| map.get(name)).and_then(|value| in_words(visit, page, name, value))
    };
    let changed = names.into_iter().map(|name| Change {
        name: field_words(visit, page, name),
        before: said(before, name),
        after: said(after, name),
    });
    let others = fields.iter().filter(|(name, _)| !["before", "after", "sealed"].contains(&name.as_str())).map(
        |(name, value)| Change {
            name: field_words(visit, page, name),
            before: None,
            after: in_words(visit, page, name, value),
        },
    );
    changed.chain(others).filter(|change| change.before.is_some() || change.after.is_some()).collect()
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

/// Where the words for the codes of a field stand: the status of a member, of a task, of an application.
const CODES: [(&str, &[&str]); 10] = [
    ("status", &["member-status-", "task-status-", "application-state-"]),
    ("kind", &["unit-kind-", "application-kind-"]),
    ("role", &["role-"]),
    ("office", &["board-office-"]),
    ("how", &["board-ended-"]),
    ("relation", &["relation-"]),
    ("share_kind", &["share-kind-"]),
    ("majority", &["poll-majority-"]),
    ("outcome", &["poll-tag-"]),
    ("language", &["language-"]),
];

/// What a code means, in the words of the forms. Texts that people wrote are no codes.
fn code_words(lang: Lang, name: &str, code: &str) -> Option<String> {
    let of_sight: &[&str] = if name.ends_with("_seen_by") { &["seen-by-"] } else { &[] };
    let kinds = CODES.iter().find(|(field, _)| *field == name).map_or(of_sight, |(_, kinds)| kinds);
    let is_code = code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let keys = kinds.iter().filter(|_| is_code).map(|kind| format!("{kind}{}", code.replace('_', "-")));
    keys.into_iter().find(|key| lang.knows(key)).map(|key| lang.t(&key))
}

/// A value as people write it. Nothing and an empty text are nothing.
fn in_words(visit: &Visit, page: &Page, name: &str, value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(visit.lang.t(if *yes { "audit-yes" } else { "audit-no" })),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => {
            let said = dated(page, text).or_else(|| code_words(visit.lang, name, text));
            Some(said.unwrap_or_else(|| text.clone()))
        }
        Value::Array(items) => {
            let words: Vec<String> = items.iter().filter_map(|item| in_words(visit, page, name, item)).collect();
            Some(words.join(", ")).filter(|words| !words.is_empty())
        }
        Value::Object(fields) => {
            let words = fields.iter().filter_map(|(name, inner)| in_words(visit, page, name, inner));
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
pub async fn file(visit: Visit, Query(form): Query) -> Answer {
    let asked = filter(&visit, &form)?;
    let events = visit.read(move |conn, _| store::events(conn, &asked, FILE_MAX)).await?;
    let headings = ["at", "who", "kind", "act", "about", "id", "name", "before", "after", "position"]
        .iter()
        .map(|name| visit.lang.t_of("audit-csv-", name));
    let rows = events.into_iter().map(|event| line(&visit, event));
    Table::new(headings, rows).taken(&visit, "activity.exported", &format!("activity-{}", visit.today())).await
}

fn line(visit: &Visit, event: Event) -> Vec<Cell> {
    let detail = masked(visit, &event.detail);
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn how_to_reach_a_person_is_hidden_at_any_depth() {
        let detail = json!({
            "after": { "email": "a@b.ca", "phone": null, "name": "Ana", "email_shared": true },
            "before": { "phones": ["819"], "contact_phone": "1" },
        });
        let expected = json!({
            "after": { "email": "x", "phone": null, "name": "Ana", "email_shared": true },
            "before": { "phones": "x", "contact_phone": "1" },
        });
        assert_eq!(hide(&detail, "x"), expected);
    }
}
