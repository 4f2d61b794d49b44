//! What machines send: query parameters and JSON bodies, read into the same forms as the pages' and checked by the same reader.

use std::fmt;

use actix_web::dev::Payload;
use actix_web::error::{ErrorPayloadTooLarge, ErrorUnsupportedMediaType, PayloadError};
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, web};
use serde::Deserialize;
use serde::de::{Error as _, MapAccess, Visitor};
use serde_json::Value;
use utoipa::IntoParams;

use crate::platform::error::{Error, FieldError, Result};
use crate::platform::forms::{Form, Query};

/// Which part of a list is asked for.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Part {
    /// The `next` of the page before.
    #[param(required = false, minimum = 1)]
    pub after: i64,
    /// How many at most.
    #[param(required = false, minimum = 1, maximum = 100, default = 50)]
    pub limit: i64,
}

const LIMIT_USUAL: i64 = 50;

impl Part {
    /// # Errors
    /// `Invalid` by parameter: out of bounds, sent twice, or not known.
    pub fn read(query: &Query) -> Result<Self> {
        Self::read_beside(query, &[])
    }

    /// The same, beside other parameters, which whoever knows them reads.
    ///
    /// # Errors
    /// As for `read`.
    pub fn read_beside(query: &Query, others: &[&str]) -> Result<Self> {
        let (form, reader) = (&query.0, query.0.reader());
        let after = reader.number("after", 1..=i64::MAX).unwrap_or(0);
        let limit = reader.number("limit", 1..=100).unwrap_or(LIMIT_USUAL);
        for name in form.names() {
            match name {
                "after" | "limit" if form.all(name).count() == 1 && !form.value(name).is_empty() => {}
                "after" | "limit" => reader.refuse(name, "wrong-number-once"),
                _ if others.contains(&name) => {}
                _ => reader.refuse(name, "wrong-unknown"),
            }
        }
        reader.finish()?;
        Ok(Self { after, limit })
    }
}

/// A route without parameters, or with none but those in its path, knows no query.
///
/// # Errors
/// `Invalid` for every parameter that was sent.
pub fn no_query(query: &Query) -> Result<()> {
    let reader = query.0.reader();
    query.0.names().for_each(|name| reader.refuse(name, "wrong-unknown"));
    reader.finish()
}

/// The version that the client saw, as the entity tag of a thing says it (`If-Match: "7"`). None where any will do (RFC 9110 13.1.1).
///
/// # Errors
/// `Invalid` when it is no such tag, or there are several.
pub fn seen(req: &HttpRequest) -> Result<Option<i32>> {
    let wrong = || Error::field("If-Match", "wrong-if-match");
    let mut sent = req.headers().get_all(header::IF_MATCH);
    let Some(value) = sent.next() else { return Ok(None) };
    let text = value.to_str().map_err(|_| wrong())?.trim();
    if sent.next().is_some() {
        return Err(wrong());
    }
    if text == "*" {
        return Ok(None);
    }
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).ok_or_else(wrong)?;
    inner.parse().map(Some).map_err(|_| wrong())
}

/// A JSON object, its fields in the order sent.
pub struct Body {
    pub fields: Vec<(String, Value)>,
    /// As it came, to tell two requests apart.
    pub bytes: web::Bytes,
}

/// The most numbers in a list.
const NUMBERS_MAX: usize = 200;

/// What a field may hold, besides null.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
    /// A list of whole numbers, in the form as often as there are any.
    Numbers,
    /// True or false; in the form ticked or not.
    Truth,
}

impl Body {
    /// The object as a form, ready for a reader.
    ///
    /// # Errors
    /// `Invalid` for every field that is not `known`, or holds another kind of value.
    pub fn form(&self, known: &[(&'static str, Kind)]) -> Result<Form> {
        let (mut form, mut errors) = (Form::blank(), Vec::new());
        for (name, value) in &self.fields {
            let kind = known.iter().find(|(field, _)| field == name).map(|(_, kind)| *kind);
            let wrong = match (kind, value) {
                (None, _) => Some("wrong-unknown"),
                (Some(_), Value::Null) => None,
                (Some(Kind::Text), Value::String(text)) => {
                    form.set(name, text.as_str());
                    None
                }
                (Some(Kind::Number), Value::Number(number)) if number.is_i64() => {
                    form.set(name, number.to_string());
                    None
                }
                (Some(Kind::Numbers), Value::Array(all))
                    if all.iter().all(Value::is_i64) && all.len() <= NUMBERS_MAX =>
                {
                    all.iter().for_each(|number| form.add(name, number.to_string()));
                    None
                }
                (Some(Kind::Truth), Value::Bool(truth)) => {
                    form.set(name, if *truth { "1" } else { "" });
                    None
                }
                (Some(Kind::Truth), _) => Some("wrong-truth"),
                (Some(Kind::Text), _) => Some("wrong-text"),
                (Some(Kind::Numbers), _) => Some("wrong-whole-numbers"),
                (Some(Kind::Number), _) => Some("wrong-whole-number"),
            };
            errors.extend(wrong.map(|key| FieldError { field: name.clone(), key, limit: None }));
        }
        if errors.is_empty() { Ok(form) } else { Err(Error::Invalid(errors)) }
    }
}

impl FromRequest for Body {
    type Error = actix_web::Error;
    type Future = std::pin::Pin<Box<dyn Future<Output = Result<Self, actix_web::Error>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if req.content_type() != "application/json" {
            return Box::pin(async { Err(ErrorUnsupportedMediaType("")) });
        }
        let body = web::Bytes::from_request(req, payload);
        Box::pin(async move {
            let bytes = match body.await {
                Ok(bytes) => bytes,
                Err(error) if matches!(error.as_error(), Some(PayloadError::Overflow)) => {
                    return Err(ErrorPayloadTooLarge(""));
                }
                Err(_) => return Err(Error::BadRequest.into()),
            };
            let Object(fields) = serde_json::from_slice(&bytes).map_err(|_| Error::BadRequest)?;
            Ok(Self { fields, bytes })
        })
    }
}

struct Object(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Object;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
                let mut fields: Vec<(String, Value)> = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    if fields.len() >= 100 || fields.iter().any(|(known, _)| *known == name) {
                        return Err(A::Error::custom("a field twice, or too many"));
                    }
                    fields.push((name, value));
                }
                Ok(Object(fields))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}
