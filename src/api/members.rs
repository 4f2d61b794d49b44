//! `/api/v1/members`: the people, as the pages show them to the same visitor.
//!
//! Phone and e-mail only as far as they are shared, to neighbours and not to observers; whoever keeps the register sees all.

use actix_web::web;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::request::{Slice, no_query};
use super::{List, Refusals, json, store};
use crate::members::{self, Sight};
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

#[derive(Serialize, Deserialize, ToSchema)]
pub struct UnitName {
    pub id: i64,
    pub label: String,
}

#[derive(Serialize, Deserialize, ToSchema)]
pub struct MemberName {
    pub id: i64,
    pub name: String,
}

#[derive(Serialize, Deserialize, ToSchema)]
pub struct CommitteeName {
    pub id: i64,
    pub name_en: String,
    pub name_fr: String,
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
    pub joined_on: NaiveDate,
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
        Ok(Self { sight: members::sight(visit), own: visit.viewer()?.member_id, today: visit.today() })
    }
}

/// The people, in the order in which they came into the register.
#[utoipa::path(get, path = "/api/v1/members", tag = "members", operation_id = "members", params(Slice),
    responses((status = 200, description = "A page of people", body = List<Member>), Refusals))]
pub async fn list(visit: Visit, query: Query) -> Answer {
    let (slice, look) = (Slice::read(&query)?, Look::of(&visit)?);
    let (after, limit) = (slice.after, slice.limit);
    let members = visit.read(move |conn, _| store::members(conn, look, None, after, limit + 1)).await?;
    Ok(json(&List::of(members, limit, |member| member.id)))
}

/// One of the people.
#[utoipa::path(get, path = "/api/v1/members/{id}", tag = "members", operation_id = "member", params(("id" = i64, Path)),
    responses((status = 200, description = "The person", body = Member), Refusals))]
pub async fn show(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let look = Look::of(&visit)?;
    let found = visit.read(move |conn, _| store::members(conn, look, Some(*id), 0, 1)).await?;
    Ok(json(found.first().ok_or(Error::NotFound)?))
}
