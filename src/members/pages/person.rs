//! Everything about one person, to read and to take away; and erasing a former member, which says first what will happen.

use actix_web::web;
use askama::Template;
use serde_json::Value;

use super::export::file;
use super::shares::own_or_office;
use crate::members::anonymity::{self, Outlook};
use crate::members::{self, everything};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Form;
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::{Done, Visit};

/// A kind with its rows; each row is names and values in words.
struct Part {
    title: String,
    rows: Vec<Vec<(String, String)>>,
}

#[derive(Template)]
#[template(path = "members/everything.html")]
struct EverythingPage {
    page: Page,
    id: i64,
    name: String,
    parts: Vec<Part>,
    is_own: bool,
}

async fn read(visit: &Visit, id: i64) -> Result<Value> {
    let eye = own_or_office(visit, id)?;
    visit.write(move |act| everything::everything(act, id, eye)).await
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    visit.in_person()?;
    let id = *id;
    let all = read(&visit, id).await?;
    let name = visit.read(move |conn, _| everything::name(conn, id)).await?;
    let page = Page::new(&visit, "members", "everything-title");
    let parts = everything::kinds().map(|kind| part(&visit, &page, kind, &all[kind]));
    let parts = parts.filter(|part| !part.rows.is_empty());
    let parts = parts.collect();
    page::ok(&visit, &EverythingPage { parts, id, name, is_own: visit.viewer()?.member_id == Some(id), page })
}

pub async fn json(visit: Visit, id: web::Path<i64>) -> Answer {
    visit.in_person()?;
    let id = *id;
    let all = read(&visit, id).await?;
    let body = serde_json::to_vec_pretty(&all).map_err(anyhow::Error::new)?;
    Ok(file("application/json", &format!("person-{id}-{}.json", visit.today()), body))
}

fn part(visit: &Visit, page: &Page, kind: &str, rows: &Value) -> Part {
    let row = |row: &Value| -> Vec<(String, String)> {
        let fields = row.as_object().into_iter().flatten();
        fields.filter_map(|(name, value)| Some((label(visit, page, name), words(visit, page, name, value)?))).collect()
    };
    let rows = rows.as_array().into_iter().flatten().map(row).filter(|row| !row.is_empty()).collect();
    Part { title: visit.lang.t_of("everything-", kind), rows }
}

/// The label on a form, the log's own word, or the bare name with spaces.
fn label(visit: &Visit, page: &Page, name: &str) -> String {
    let fact = format!("fact-{}", name.replace('_', "-"));
    match page.label_of(name) {
        _ if visit.lang.knows(&fact) => visit.lang.t(&fact),
        label if label.is_empty() => name.replace('_', " "),
        label => label,
    }
}

/// The words for what is stored as one of a few: families of words to look in, by the name of the field.
fn families(name: &str) -> &'static [&'static str] {
    match name {
        "status" => &["member-status-", "task-status-", "poll-status-"],
        "kind" => &["share-kind-", "event-", "notice-"],
        "language" => &["language-"],
        "choice" => &["poll-"],
        "figure" => &["score-"],
        "role" => &["role-"],
        "came" => &["board-came-"],
        "ended_how" => &["board-ended-"],
        "offices" => &["board-office-"],
        seen if seen.ends_with("_seen_by") => &["seen-by-"],
        _ => &[],
    }
}

/// A value in words. Nothing and an empty text are nothing.
fn words(visit: &Visit, page: &Page, name: &str, value: &Value) -> Option<String> {
    let one_of = |text: &str| {
        let word = text.replace(['.', '_'], "-");
        families(name).iter().map(|family| format!("{family}{word}")).find(|key| visit.lang.knows(key))
    };
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(visit.lang.t(if *yes { "audit-yes" } else { "audit-no" })),
        Value::String(text) if text.is_empty() => None,
        Value::String(text) if text.starts_with("data:image/") => Some(visit.lang.t("everything-photo-in-file")),
        Value::String(text) => Some(match (chrono::DateTime::parse_from_rfc3339(text), text.parse()) {
            (Ok(at), _) => page.moment(&at.to_utc()),
            (_, Ok(day)) => page.day(&day),
            _ => one_of(text).map_or_else(|| text.clone(), |key| visit.lang.t(&key)),
        }),
        Value::Array(items) => {
            let all: Vec<String> = items.iter().filter_map(|item| words(visit, page, name, item)).collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        Value::Object(fields) => {
            let all: Vec<String> = fields
                .iter()
                .filter_map(|(name, value)| {
                    Some(format!("{}: {}", label(visit, page, name), words(visit, page, name, value)?))
                })
                .collect();
            (!all.is_empty()).then(|| all.join("; "))
        }
        Value::Number(number) => Some(number.to_string()),
    }
}

// ---- erasing ----

#[derive(Template)]
#[template(path = "members/erasing.html")]
struct ErasingPage {
    page: Page,
    form: Form,
    id: i64,
    outlook: Outlook,
    due: bool,
    sign: String,
}

async fn erasing_page(visit: &Visit, id: i64, form: Form) -> Result<ErasingPage> {
    let outlook = visit.read(move |conn, visit| anonymity::outlook(conn, id, visit.today())).await?;
    let page = Page::new(visit, "members", "erasing-title").with_form(&form);
    Ok(ErasingPage { page, form, id, due: outlook.is_due(visit.today()), outlook, sign: anonymity::sign(id) })
}

pub async fn erasing_form(visit: Visit, id: web::Path<i64>) -> Answer {
    page::ok(&visit, &erasing_page(&visit, *id, Form::blank()).await?)
}

pub async fn erase(visit: Visit, id: web::Path<i64>, form: Form) -> Answer {
    let id = *id;
    let outcome = visit
        .submit(&form, move |act, form| {
            let reader = form.reader();
            if !reader.checked("erase_sure") {
                reader.refuse("erase_sure", "wrong-required");
            }
            let asked = reader.checked("erase_asked");
            reader.finish()?;
            members::anonymity::erase(act, id, asked)?;
            Ok(Done::to(format!("/members/{id}")).say("member-erased", ""))
        })
        .await;
    match outcome {
        Ok(done) => Ok(page::done(&visit, &done)),
        Err(Error::Invalid(errors)) => {
            page::refused(&visit, &erasing_page(&visit, id, form.with_errors(errors)).await?)
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use crate::members::{everything, fields_of_everything};
    use crate::platform::i18n::Lang;

    #[test]
    fn every_field_about_a_person_has_words_in_both_languages() {
        let mut missing = Vec::new();
        for name in fields_of_everything() {
            let word = name.replace('_', "-");
            let known = |lang: Lang| lang.knows(&format!("fact-{word}")) || lang.knows(&format!("field-{word}"));
            missing.extend(
                [Lang::En, Lang::Fr].iter().filter(|lang| !known(**lang)).map(|lang| (name.clone(), lang.code())),
            );
        }
        assert_eq!(missing, []);
    }

    #[test]
    fn every_kind_that_is_known_of_somebody_has_words() {
        for kind in everything::kinds() {
            for lang in [Lang::En, Lang::Fr] {
                assert!(lang.knows(&format!("everything-{kind}")), "{kind}");
            }
        }
    }
}
