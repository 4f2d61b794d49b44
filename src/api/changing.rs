//! What changes something through the API: in the version that the client saw, and once, however often the request comes.
//!
//! `If-Match` says which version the client saw; without it, whatever is there is changed. `Idempotency-Key` makes that a request which is
//! sent again is done once, and answered as the first time.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::{IntoParams, IntoResponses};

use super::{Problem, once, seen};
use crate::platform::error::{Error, Result};
use crate::platform::page::Answer;
use crate::platform::visit::{Act, Visit};

/// What is sent with a change of something that has versions.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code, reason = "described, read by name")]
pub struct Versioned {
    /// The version that the client saw, as `ETag` said it.
    #[param(rename = "If-Match", required = false)]
    if_match: Option<String>,
    /// Any text of the client's own: the same request sent again with it is done once.
    #[param(rename = "Idempotency-Key", required = false, min_length = 1, max_length = 200)]
    idempotency_key: Option<String>,
}

/// What is sent with any other change.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code, reason = "described, read by name")]
pub struct Once {
    /// Any text of the client's own: the same request sent again with it is done once.
    #[param(rename = "Idempotency-Key", required = false, min_length = 1, max_length = 200)]
    idempotency_key: Option<String>,
}

/// The version that a client saw of what it changes; none where any will do.
#[derive(Debug, Clone, Copy)]
pub struct Seen(Option<i32>);

impl Seen {
    /// # Errors
    /// `Stale` when it is another one by now.
    pub fn is(self, version: i32) -> Result<()> {
        if self.0.is_some_and(|seen| seen != version) { Err(Error::Stale) } else { Ok(()) }
    }
}

/// What a change is answered with.
pub struct Changed(once::Made);

impl Changed {
    /// The thing as it is then, with its version where it has one.
    pub fn now(thing: &impl Serialize, version: Option<i32>) -> Result<Self> {
        Self::of(thing, version.map(|version| format!("\"{version}\"")).unwrap_or_default())
    }

    /// What is new, and its address.
    pub fn added(thing: &impl Serialize, address: String) -> Result<Self> {
        Self::of(thing, address)
    }

    fn of(thing: &impl Serialize, location: String) -> Result<Self> {
        Ok(Self(once::Made { location, body: serde_json::to_string(thing).map_err(anyhow::Error::new)? }))
    }
}

/// Runs a verb once, and answers with what it made: 201 with an address, or 200 with the version that there is now.
pub async fn change(
    req: &HttpRequest,
    visit: &Visit,
    bytes: &[u8],
    verb: impl FnOnce(&mut Act<'_>, Seen) -> Result<Changed> + Send + 'static,
) -> Answer {
    let (key, seen) = (once::key(req, visit, bytes)?, Seen(seen(req)?));
    let made =
        visit.write(move |act| once::once(act, key.as_ref(), |act| verb(act, seen).map(|changed| changed.0))).await?;
    let mut answer = HttpResponse::Ok();
    match made.location.as_str() {
        "" => {}
        tag if tag.starts_with('"') => {
            answer.insert_header((header::ETAG, tag));
        }
        address => {
            answer = HttpResponse::Created();
            answer.insert_header((header::LOCATION, address));
        }
    }
    Ok(answer.content_type("application/json").body(made.body))
}

/// What a change of something with versions may be answered with, beside what any request may.
#[derive(IntoResponses)]
#[allow(dead_code, reason = "described, never made")]
pub enum Changes {
    /// It is not in a state in which that can be done.
    #[response(status = 409, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:conflict", "title": "That could not be done", "status": 409 }))]
    Conflict(#[to_schema] Problem),
    /// It is no longer in the version of `If-Match`.
    #[response(status = 412, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:stale", "title": "It has changed", "status": 412 }))]
    Stale(#[to_schema] Problem),
    /// The body is larger than 64 KB.
    #[response(status = 413, content_type = "application/problem+json",
        example = json!({ "type": "about:blank", "title": "Payload Too Large", "status": 413 }))]
    TooLarge(#[to_schema] Problem),
    /// The body is not JSON.
    #[response(status = 415, content_type = "application/problem+json",
        example = json!({ "type": "about:blank", "title": "Unsupported Media Type", "status": 415 }))]
    NotJson(#[to_schema] Problem),
}

/// The same without a body.
#[derive(IntoResponses)]
#[allow(dead_code, reason = "described, never made")]
pub enum Conflicts {
    /// It is not in a state in which that can be done.
    #[response(status = 409, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:conflict", "title": "That could not be done", "status": 409 }))]
    Conflict(#[to_schema] Problem),
    /// It is no longer in the version of `If-Match`.
    #[response(status = 412, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:stale", "title": "It has changed", "status": 412 }))]
    Stale(#[to_schema] Problem),
}

/// What a change of something without versions, or an addition, may be answered with.
#[derive(IntoResponses)]
#[allow(dead_code, reason = "described, never made")]
pub enum Makes {
    /// It is not in a state in which that can be done.
    #[response(status = 409, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:conflict", "title": "That could not be done", "status": 409 }))]
    Conflict(#[to_schema] Problem),
    /// The body is larger than 64 KB.
    #[response(status = 413, content_type = "application/problem+json",
        example = json!({ "type": "about:blank", "title": "Payload Too Large", "status": 413 }))]
    TooLarge(#[to_schema] Problem),
    /// The body is not JSON.
    #[response(status = 415, content_type = "application/problem+json",
        example = json!({ "type": "about:blank", "title": "Unsupported Media Type", "status": 415 }))]
    NotJson(#[to_schema] Problem),
}

/// The same without a body.
#[derive(IntoResponses)]
#[allow(dead_code, reason = "described, never made")]
pub enum Plain {
    /// It is not in a state in which that can be done.
    #[response(status = 409, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:conflict", "title": "That could not be done", "status": 409 }))]
    Conflict(#[to_schema] Problem),
}
