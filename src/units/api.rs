//! `/api/v1/units`: the homes and everything else there is to live in or use, and who lives there today.

use actix_web::web;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use super::store;
use crate::api::{List, MemberName, Part, Refusals, json, no_query};
use crate::platform::error::Error;
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::Visit;

row! {
    /// A home, a parking space, a room.
    #[derive(Serialize, ToSchema)]
    #[schema(example = json!({
        "id": 3, "label": "22", "kind": "apartment", "block": "A", "floor": 2, "bedrooms": 3, "area_m2": 84, "accessible": false,
        "members": [{ "id": 12, "name": "Odette Roy" }]
    }))]
    pub struct Unit {
        pub id: i64,
        pub label: String,
        /// `apartment`, `townhouse`, `house`, `room`, `parking`, `storage` or `common_room`.
        pub kind: String,
        pub block: String,
        pub floor: Option<i32>,
        pub bedrooms: Option<i32>,
        /// Square metres.
        pub area_m2: Option<i32>,
        pub accessible: bool,
        /// Who lives there today.
        #[schema(value_type = Vec<MemberName>)]
        pub members: Gathered<Vec<MemberName>>,
    }
}

#[derive(OpenApi)]
#[openapi(paths(list, show))]
struct Described;

/// What the description of the API says of units.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// The units.
#[utoipa::path(get, path = "/api/v1/units", tag = "units", operation_id = "units", params(Part),
    responses((status = 200, description = "A page of units", body = List<Unit>), Refusals))]
pub async fn list(visit: Visit, query: Query) -> Answer {
    let (slice, today) = (Part::read(&query)?, visit.today());
    let (after, limit) = (slice.after, slice.limit);
    let units = visit.read(move |conn, _| store::api::list(conn, today, None, after, limit + 1)).await?;
    Ok(json(&List::of(units, limit, |unit| unit.id)))
}

/// One unit.
#[utoipa::path(get, path = "/api/v1/units/{id}", tag = "units", operation_id = "unit", params(("id" = i64, Path)),
    responses((status = 200, description = "The unit", body = Unit), Refusals))]
pub async fn show(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let today = visit.today();
    let found = visit.read(move |conn, _| store::api::list(conn, today, Some(*id), 0, 1)).await?;
    Ok(json(found.first().ok_or(Error::NotFound)?))
}
