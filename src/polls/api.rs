//! `/api/v1/polls`: the votes, their rules, and the results of those that are closed.
//!
//! While a poll is open there is a turnout and nothing else: no tally, and nobody's choice.

use actix_web::web;
use chrono::{DateTime, Utc};
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
    /// A proposal that is voted on.
    #[derive(Serialize, ToSchema)]
    #[schema(example = json!({
        "id": 4, "title_en": "Repaint the stairs", "title_fr": "Repeindre l’escalier", "details_en": "", "details_fr": "",
        "status": "closed",
        "rule": { "special": false, "majority_num": 1, "majority_den": 2, "abstentions_count": false, "quorum_percent": 30 },
        "opens_at": "2026-11-01T13:00:00Z", "closes_at": "2026-11-08T01:00:00Z", "roll_size": 61, "turnout": 59,
        "result": { "number": 7, "for": 44, "against": 11, "abstain": 4, "quorum_needed": 19, "outcome": "adopted",
            "decided_at": "2026-11-08T01:00:00Z" }
    }))]
    pub struct Poll {
        pub id: i64,
        pub title_en: String,
        pub title_fr: String,
        pub details_en: String,
        pub details_fr: String,
        /// `scheduled`, `open`, `closed` or `cancelled`.
        pub status: String,
        #[schema(value_type = Rule)]
        pub rule: Gathered<Rule>,
        pub opens_at: DateTime<Utc>,
        pub closes_at: DateTime<Utc>,
        /// How many may vote; null before it opens.
        pub roll_size: Option<i32>,
        /// How many have voted; null before it opens.
        pub turnout: Option<i64>,
        /// Null until it is closed.
        #[schema(value_type = Option<Outcome>)]
        pub result: Gathered<Option<Outcome>>,
    }
}

/// What is needed to adopt the proposal.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Rule {
    /// Whether the majority of a special proposal is needed.
    pub special: bool,
    pub majority_num: i32,
    pub majority_den: i32,
    pub abstentions_count: bool,
    pub quorum_percent: i32,
}

/// How a vote came out.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Outcome {
    /// Its place in the register of decisions.
    pub number: i32,
    pub r#for: i32,
    pub against: i32,
    pub abstain: i32,
    pub quorum_needed: i32,
    /// `adopted`, `rejected` or `no_quorum`.
    pub outcome: String,
    pub decided_at: DateTime<Utc>,
}

#[derive(OpenApi)]
#[openapi(paths(list, show))]
struct Described;

/// What the description of the API says of votes.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// The votes.
#[utoipa::path(get, path = "/api/v1/polls", tag = "polls", operation_id = "polls", params(Part),
    responses((status = 200, description = "A page of votes", body = List<Poll>), Refusals))]
pub async fn list(visit: Visit, query: Query) -> Answer {
    let Part { after, limit } = Part::read(&query)?;
    let polls = visit.read(move |conn, _| store::api::list(conn, None, after, limit + 1)).await?;
    Ok(json(&List::of(polls, limit, |poll| poll.id)))
}

/// One vote.
#[utoipa::path(get, path = "/api/v1/polls/{id}", tag = "polls", operation_id = "poll", params(("id" = i64, Path)),
    responses((status = 200, description = "The vote", body = Poll), Refusals))]
pub async fn show(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let found = visit.read(move |conn, _| store::api::list(conn, Some(*id), 0, 1)).await?;
    Ok(json(found.first().ok_or(Error::NotFound)?))
}
