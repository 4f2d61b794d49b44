//! The JSON API: what machines may read and do, for somebody whose token they show.
//!
//! It shows what the pages show to the same person and no more. Every refusal is problem+json (RFC 9457). Lists are paged by
//! key and never longer than a hundred. The OpenAPI document lists exactly the routes of the table, and a test holds it to that.
//! What there is to read stands in `src/<slice>/api.rs`; here is what all of them share.

pub mod changing;
pub mod docs;
pub mod once;
mod request;
mod store;
#[cfg(test)]
pub mod tests;

use actix_web::HttpResponse;
pub use request::{Body, Kind, Part, no_query, seen};
use serde::{Deserialize, Serialize};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{IntoResponses, Modify, OpenApi, ToSchema};

use crate::platform::slice::Slices;

/// The largest body that is read, in bytes.
pub const BODY_BYTES_MAX: usize = 64 * 1024;

/// Why a request was refused (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "type": "urn:cooperator:problem:invalid", "title": "Something needs to be corrected", "status": 422,
    "errors": [{ "field": "title", "code": "wrong-required", "detail": "Please fill in this field." }]
}))]
pub struct Problem {
    /// Names the kind of problem; `about:blank` where the status says it all.
    r#type: String,
    title: String,
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// What is wrong, by field or parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<ProblemField>>,
}

#[derive(Serialize, ToSchema)]
pub struct ProblemField {
    field: String,
    code: String,
    detail: String,
}

/// What every route may answer instead of what was asked for.
#[derive(IntoResponses)]
pub enum Refusals {
    /// The request cannot be read: a secret in the address, or a body that is no JSON.
    #[response(status = 400, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:bad-request", "title": "We could not read that", "status": 400 }))]
    BadRequest(#[to_schema] Problem),
    /// No token, or one that is unknown, taken back, or over.
    #[response(status = 401, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:sign-in", "title": "Please sign in", "status": 401 }))]
    SignIn(#[to_schema] Problem),
    /// The token lacks the scope, or its account the right.
    #[response(status = 403, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:forbidden", "title": "Your account cannot do that", "status": 403 }))]
    Forbidden(#[to_schema] Problem),
    /// There is nothing under this address, or not for this account.
    #[response(status = 404, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:not-found", "title": "We cannot find that page", "status": 404 }))]
    NotFound(#[to_schema] Problem),
    /// A parameter or a field is wrong: `errors` says which, and why.
    #[response(status = 422, content_type = "application/problem+json")]
    Invalid(#[to_schema] Problem),
    /// Too many wrong tokens from this network. `Retry-After` says how many seconds to wait.
    #[response(status = 429, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:too-many", "title": "Too many attempts", "status": 429 }))]
    TooMany(#[to_schema] Problem),
    /// Busy for a moment; try again after `Retry-After` seconds. Nothing of what was sent was saved (`busy`, `unsaved`) or it may
    /// have been (`unsure`): with the same `Idempotency-Key` it is not done twice.
    #[response(status = 503, content_type = "application/problem+json",
        example = json!({ "type": "urn:cooperator:problem:busy", "title": "We are very busy right now", "status": 503 }))]
    Busy(#[to_schema] Problem),
}

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let mut scheme = Http::new(HttpAuthScheme::Bearer);
        scheme.bearer_format = Some("coop_…".to_owned());
        scheme.description = Some("An access key, made under “My account” and shown once.".to_owned());
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", SecurityScheme::Http(scheme));
    }
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "theCooperator",
        description = "What a housing co-op's pages show, for programs. A program acts for the person whose access key it shows, \
            and sees what that person sees. Lists are paged: ask again with `after` set to `next`, until `next` is null."
    ),
    components(schemas(Problem, ProblemField)),
    security(("token" = [])),
    modifiers(&Bearer)
)]
struct Document;

/// The description of the API (OpenAPI 3.1): ours, and what each slice says.
pub fn document(slices: Slices) -> utoipa::openapi::OpenApi {
    let parts = slices.iter().filter_map(|slice| slice.api);
    parts.fold(Document::openapi(), |whole, described| whole.merge_from(described()))
}

/// A whole answer.
pub fn json(body: &impl Serialize) -> HttpResponse {
    HttpResponse::Ok().json(body)
}

/// One page of a list, and where the next one begins.
#[derive(Serialize, ToSchema)]
pub struct List<T> {
    items: Vec<T>,
    /// To be sent as `after` for the next page; null on the last.
    next: Option<i64>,
}

impl<T> List<T> {
    /// `items` was asked for with one more than the limit, to see whether there is a next page.
    pub fn of(mut items: Vec<T>, limit: i64, id: impl Fn(&T) -> i64) -> Self {
        let limit = usize::try_from(limit).unwrap_or_default();
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(id);
        Self { items, next }
    }
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct UnitName {
    pub id: i64,
    pub label: String,
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct MemberName {
    pub id: i64,
    pub name: String,
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct CommitteeName {
    pub id: i64,
    pub name_en: String,
    pub name_fr: String,
}
