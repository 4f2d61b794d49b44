//! `/api/v1/decisions`: the register of decisions, with what later ones made of each.

use actix_web::web;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::store;
use crate::api::{List, Part, Refusals, json, no_query};
use crate::platform::error::Error;
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::Visit;

row! {
    /// An entry of the register.
    #[derive(Serialize, ToSchema)]
    #[schema(example = json!({
        "number": 7, "decided_on": "2026-11-08", "body": "members", "former_number": "", "title_en": "Repaint the stairs",
        "title_fr": "Repeindre l’escalier", "details_en": "", "details_fr": "", "sums_en": "Adopted, with 44 for and 11 against.",
        "sums_fr": "Adopté : 44 pour et 11 contre.", "standing": "amended", "review_on": null, "poll_id": 4,
        "relations": [{ "number": 9, "earlier": 7, "effect": "amends" }]
    }))]
    pub struct Decision {
        /// Its place in the register: one series without gaps.
        pub number: i32,
        pub decided_on: NaiveDate,
        /// `members` (by a vote), `meeting`, `board` or `committee`.
        pub body: String,
        /// Its number in older books; empty where there is none.
        pub former_number: String,
        pub title_en: String,
        pub title_fr: String,
        /// As it was written, with Markdown.
        pub details_en: String,
        pub details_fr: String,
        /// How it was decided, in a sentence.
        pub sums_en: String,
        pub sums_fr: String,
        /// `in_force`, `amended`, `repealed`, or `none` where nothing was adopted.
        pub standing: String,
        /// The day on which it is looked at again.
        pub review_on: Option<NaiveDate>,
        /// The vote that made it.
        pub poll_id: Option<i64>,
        /// What it says of earlier decisions, and later ones of it.
        #[schema(value_type = Vec<Related>)]
        pub relations: Gathered<Vec<Related>>,
    }
}

/// What a decision says of an earlier one.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Related {
    pub number: i32,
    pub earlier: i32,
    /// `amends` or `repeals`.
    pub effect: String,
}

#[derive(OpenApi)]
#[openapi(paths(list, show))]
struct Described;

/// What the description of the API says of decisions.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// The register of decisions, by number.
#[utoipa::path(get, path = "/api/v1/decisions", tag = "decisions", operation_id = "decisions", params(Part),
    responses((status = 200, description = "A page of decisions", body = List<Decision>), Refusals))]
pub async fn list(visit: Visit, query: Query) -> Answer {
    let Part { after, limit } = Part::read(&query)?;
    let decisions = visit.read(move |conn, _| store::api::list(conn, None, after, limit + 1)).await?;
    Ok(json(&List::of(decisions, limit, |decision| decision.number.into())))
}

/// One decision.
#[utoipa::path(get, path = "/api/v1/decisions/{number}", tag = "decisions", operation_id = "decision",
    params(("number" = i32, Path)), responses((status = 200, description = "The decision", body = Decision), Refusals))]
pub async fn show(visit: Visit, number: web::Path<i32>, query: Query) -> Answer {
    no_query(&query)?;
    let found = visit.read(move |conn, _| store::api::list(conn, Some(*number), 0, 1)).await?;
    Ok(json(found.first().ok_or(Error::NotFound)?))
}
