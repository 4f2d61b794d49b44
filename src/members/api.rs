//! `/api/v1/members`: the people, as the pages show them to the same visitor.
//!
//! Phone and e-mail only as far as they are shared, to neighbours and not to observers; whoever keeps the register sees all.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use super::{Sight, merging, store};
use crate::api::{CommitteeName, List, Part, Refusals, UnitName, json, no_query};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::visit::Visit;

/// Somebody of the co-op.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 12, "name": "Odette Roy", "status": "member", "units": [{ "id": 3, "label": "22" }],
    "committees": [{ "id": 1, "name_en": "Garden", "name_fr": "Jardin" }],
    "contact": { "email": "odette.roy@example.org", "phone": null }
}))]
pub struct Member {
    pub id: i64,
    pub name: String,
    /// `applicant`, `auxiliary`, `member`, `on_leave`, `suspended` or `former`. Not there for neighbours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Where they live today.
    pub units: Vec<UnitName>,
    /// Where they sit today.
    pub committees: Vec<CommitteeName>,
    /// What they share. Not there for observers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Only for those who keep the register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register: Option<Register>,
}

/// Null where it is not shared, or not known.
#[derive(Serialize, ToSchema)]
pub struct Contact {
    pub email: Option<String>,
    pub phone: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct Register {
    pub number: String,
    /// Null where nobody knows it.
    pub joined_on: Option<NaiveDate>,
    pub language: String,
    /// `nobody`, `committees` (who sits on one together with them) or `members`.
    pub email_seen_by: String,
    pub phone_seen_by: String,
}

/// Who looks, and how far: the same as on the pages.
#[derive(Clone, Copy)]
pub struct Look {
    pub sight: Sight,
    /// One's own entry is never hidden.
    pub own: Option<i64>,
    pub today: NaiveDate,
}

impl Look {
    fn of(visit: &Visit) -> Result<Self> {
        Ok(Self { sight: super::sight(visit), own: visit.viewer()?.member_id, today: visit.today() })
    }
}

#[derive(OpenApi)]
#[openapi(paths(list, show))]
struct Described;

/// What the description of the API says of people.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// The people, in the order in which they came into the register.
#[utoipa::path(get, path = "/api/v1/members", tag = "members", operation_id = "members", params(Part),
    responses((status = 200, description = "A page of people", body = List<Member>), Refusals))]
pub async fn list(visit: Visit, query: Query) -> Answer {
    let (part, look) = (Part::read(&query)?, Look::of(&visit)?);
    let (after, limit) = (part.after, part.limit);
    let members = visit.read(move |conn, _| store::api::list(conn, look, None, after, limit + 1)).await?;
    Ok(json(&List::of(members, limit, |member| member.id)))
}

/// One of the people.
#[utoipa::path(get, path = "/api/v1/members/{id}", tag = "members", operation_id = "member", params(("id" = i64, Path)),
    responses((status = 200, description = "The person", body = Member),
        (status = 307, description = "This entry and another one turned out to be one person: `Location` is the one that goes on"), Refusals))]
pub async fn show(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let look = Look::of(&visit)?;
    let (found, kept) = visit
        .read(move |conn, _| {
            let found = store::api::list(conn, look, Some(*id), 0, 1)?;
            let kept = if found.is_empty() { merging::goes_on_as(conn, *id)? } else { None };
            Ok((found, kept))
        })
        .await?;
    // Not for good: for a week it can be undone.
    if let Some(kept) = kept {
        let there = (header::LOCATION, format!("/api/v1/members/{kept}"));
        return Ok(HttpResponse::TemporaryRedirect().insert_header(there).finish());
    }
    Ok(json(found.first().ok_or(Error::NotFound)?))
}
