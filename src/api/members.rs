//! `/api/v1/members`: the people, as the pages show them to the same visitor.
//!
//! Phone and e-mail only as far as they are shared, to neighbours and not to observers; whoever keeps the register sees all.

use actix_web::web;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::request::{Slice, no_query};
use super::{List, Refusals, json, store};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::visit::Visit;
use crate::policy::{Permission, Role};

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
    /// `applicant`, `auxiliary`, `member`, `on_leave`, `suspended` or `former`.
    pub status: String,
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
    pub email_shared: bool,
    pub phone_shared: bool,
}

/// What one visitor may see of members.
#[derive(Clone, Copy)]
pub struct Sight {
    /// Everybody and everything: applicants, former members, what is not shared.
    pub all: bool,
    /// What is shared with neighbours.
    pub contact: bool,
    /// One's own entry is never hidden.
    pub own: Option<i64>,
    pub today: NaiveDate,
}

impl Sight {
    fn of(visit: &Visit) -> Result<Self> {
        let viewer = visit.viewer()?;
        let all = visit.may(Permission::MembersWrite);
        Ok(Self { all, contact: all || viewer.role != Role::Observer, own: viewer.member_id, today: visit.today() })
    }
}

/// The people, in the order in which they came into the register.
#[utoipa::path(get, path = "/api/v1/members", tag = "members", operation_id = "members", params(Slice),
    responses((status = 200, description = "A page of people", body = List<Member>), Refusals))]
pub async fn list(visit: Visit, query: Query) -> Answer {
    let (slice, sight) = (Slice::read(&query)?, Sight::of(&visit)?);
    let (after, limit) = (slice.after, slice.limit);
    let members = visit.read(move |conn, _| store::members(conn, sight, None, after, limit + 1)).await?;
    Ok(json(&List::of(members, limit, |member| member.id)))
}

/// One of the people.
#[utoipa::path(get, path = "/api/v1/members/{id}", tag = "members", operation_id = "member", params(("id" = i64, Path)),
    responses((status = 200, description = "The person", body = Member), Refusals))]
pub async fn show(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let sight = Sight::of(&visit)?;
    let found = visit.read(move |conn, _| store::members(conn, sight, Some(*id), 0, 1)).await?;
    Ok(json(found.first().ok_or(Error::NotFound)?))
}
