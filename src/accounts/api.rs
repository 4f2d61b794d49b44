//! `/api/v1/me`: for whom a token acts, and what it may do.

use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::api::{Refusals, json, no_query};
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::visit::Visit;
use crate::policy::Role;

/// The account that a token acts for.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "name": "Odette Roy", "email": "odette.roy@example.org", "role": "resident", "member_id": 12, "scopes": ["account:read"]
}))]
struct Me<'a> {
    name: &'a str,
    email: &'a str,
    /// `resident`, `admin` or `observer`.
    #[schema(value_type = String)]
    role: Role,
    /// Null for whoever is no member, such as an observer.
    member_id: Option<i64>,
    /// What this token may do.
    scopes: &'a [String],
}

#[derive(OpenApi)]
#[openapi(paths(me))]
struct Described;

/// What the description of the API says of the account.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// For whom this token acts.
#[utoipa::path(get, path = "/api/v1/me", tag = "account",
    responses((status = 200, description = "The account", body = Me), Refusals))]
pub async fn me(visit: Visit, query: Query) -> Answer {
    no_query(&query)?;
    let viewer = visit.viewer()?;
    let scopes = viewer.scopes.as_deref().unwrap_or_default();
    let (name, email) = (viewer.name.as_str(), viewer.email.as_str());
    Ok(json(&Me { name, email, role: viewer.role, member_id: viewer.member_id, scopes }))
}
