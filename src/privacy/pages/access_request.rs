//! Everything about one person, to read and to take away.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde_json::Value;

use crate::members::{self, Eye};
use crate::platform::error::Result;
use crate::platform::events::EventKind;
use crate::platform::i18n::Lang;
use crate::platform::page::{self, Answer, Page};
use crate::platform::person::Part;
use crate::platform::slice::event_kind;
use crate::platform::visit::Visit;
use crate::privacy::access_request;

/// A part with its rows; each row is names and values in words.
struct Told {
    title: String,
    rows: Vec<Vec<(String, String)>>,
}

#[derive(Template)]
#[template(path = "privacy/access_request.html")]
struct AccessRequestPage {
    page: Page,
    id: i64,
    name: String,
    parts: Vec<Told>,
    is_own: bool,
}

async fn answer(visit: &Visit, id: i64) -> Result<Value> {
    visit.in_person()?;
    let eye = Eye::of(visit);
    visit.write(move |act| access_request::answer(act, id, eye)).await
}

pub async fn show(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let all = answer(&visit, id).await?;
    let name = visit.read(move |conn, _| members::name(conn, id)).await?;
    let page = Page::new(&visit, "members", "everything-title");
    let parts = access_request::parts(visit.state.slices).map(|part| told(&visit, &page, part, &all[part.name]));
    let parts = parts.filter(|part| !part.rows.is_empty()).collect();
    page::ok(&visit, &AccessRequestPage { parts, id, name, is_own: visit.viewer()?.member_id == Some(id), page })
}

pub async fn json(visit: Visit, id: web::Path<i64>) -> Answer {
    let id = *id;
    let mut all = answer(&visit, id).await?;
    access_request::parts(visit.state.slices).for_each(|part| say(visit.lang, part, &mut all[part.name]));
    let body = serde_json::to_vec_pretty(&all).map_err(anyhow::Error::new)?;
    let named = format!("attachment; filename=\"person-{id}-{}.json\"", visit.today());
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CONTENT_DISPOSITION, named))
        .body(body))
}

/// Says in words, beside it, what a column alone would not tell.
fn say(lang: Lang, part: &Part, rows: &mut Value) {
    for row in rows.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        for (name, words) in part.words {
            if let Some(text) = row.get(*name).filter(|kept| !kept.is_null()).map(|kept| words(lang, kept)) {
                row.insert(format!("{name}_in_words"), text.into());
            }
        }
    }
}

fn told(visit: &Visit, page: &Page, part: &Part, rows: &Value) -> Told {
    let row = |row: &Value| {
        let kind = row["kind"].as_str().and_then(|word| event_kind(visit.state.slices, word));
        Reading { visit, page, part, kind }.fields(row)
    };
    let rows = rows.as_array().into_iter().flatten().map(row).filter(|row| !row.is_empty()).collect();
    Told { title: visit.lang.t_of("everything-", part.name), rows }
}

/// One row, on its way into words.
struct Reading<'a> {
    visit: &'a Visit,
    page: &'a Page,
    part: &'a Part,
    /// Where the row is an event.
    kind: Option<&'static EventKind>,
}

impl Reading<'_> {
    /// Names and values. Nothing and an empty text are nothing.
    fn fields(&self, row: &Value) -> Vec<(String, String)> {
        let said = |name: &str, value: &Value| match self.part.in_words(name) {
            Some(words) => Some(words(self.visit.lang, value)).filter(|text| !text.is_empty()),
            None => self.words(name, value),
        };
        let fields = row.as_object().into_iter().flatten();
        fields.filter_map(|(name, value)| Some((self.label(name), said(name, value)?))).collect()
    }

    /// The log's own word, the label on a form, or the bare name with spaces.
    fn label(&self, name: &str) -> String {
        let fact = format!("fact-{}", name.replace('_', "-"));
        match self.page.label_of(name) {
            _ if self.visit.lang.knows(&fact) => self.visit.lang.t(&fact),
            label if label.is_empty() => name.replace('_', " "),
            label => label,
        }
    }

    /// A code in words: by the part that the column is in, or within an event by its kind. Anything else stays as it is.
    fn code(&self, name: &str, text: &str) -> String {
        let of_part = self.part.codes.iter().find(|(column, _)| *column == name).map(|(_, family)| *family);
        let family = of_part.or_else(|| self.kind?.field(name)?.codes);
        let key = family.map(|family| format!("{family}{}", text.replace(['.', '_'], "-")));
        let known = key.filter(|key| self.visit.lang.knows(key));
        known.map_or_else(|| text.to_owned(), |key| self.visit.lang.t(&key))
    }

    fn words(&self, name: &str, value: &Value) -> Option<String> {
        match value {
            Value::Null => None,
            Value::Bool(yes) => Some(self.visit.lang.t(if *yes { "audit-yes" } else { "audit-no" })),
            Value::String(text) if text.is_empty() => None,
            Value::String(text) if text.starts_with("data:image/") => {
                Some(self.visit.lang.t("everything-photo-in-file"))
            }
            Value::String(text) => Some(match (chrono::DateTime::parse_from_rfc3339(text), text.parse()) {
                (Ok(at), _) => self.page.moment(&at.to_utc()),
                (_, Ok(day)) => self.page.day(&day),
                _ => self.code(name, text),
            }),
            Value::Array(items) => {
                let all: Vec<String> = items.iter().filter_map(|item| self.words(name, item)).collect();
                (!all.is_empty()).then(|| all.join(", "))
            }
            Value::Object(_) => {
                let all: Vec<String> =
                    self.fields(value).iter().map(|(name, value)| format!("{name}: {value}")).collect();
                (!all.is_empty()).then(|| all.join("; "))
            }
            Value::Number(number) => Some(number.to_string()),
        }
    }
}
