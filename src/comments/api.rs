//! `/api/v1/polls/{id}/comments`: what people say of a vote, to those who may read it.
//!
//! Of a comment that is hidden or was taken back there is no text, whoever asks.

use actix_web::web;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use super::store;
use crate::api::{List, Part, Refusals, json};
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::sql::row;
use crate::platform::visit::Visit;

row! {
    /// What somebody says of something.
    #[derive(Serialize, ToSchema)]
    #[schema(example = json!({
        "id": 12, "reply_to": null, "author": "Ana Roy", "member_id": 3, "text": "Can it wait until spring?",
        "state": "shown", "written_at": "2026-11-03T13:00:00Z", "edited_at": null
    }))]
    pub struct Comment {
        pub id: i64,
        /// The comment that it answers.
        pub reply_to: Option<i64>,
        pub author: String,
        /// Null where the author is no member.
        pub member_id: Option<i64>,
        /// As it was written, with Markdown; empty unless it is shown.
        pub text: String,
        /// `shown`, `hidden` or `taken_back`.
        pub state: String,
        pub written_at: DateTime<Utc>,
        pub edited_at: Option<DateTime<Utc>>,
    }
}

#[derive(OpenApi)]
#[openapi(paths(list))]
struct Described;

/// What the description of the API says of comments.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// The comments on a vote, by time.
#[utoipa::path(get, path = "/api/v1/polls/{id}/comments", tag = "polls", operation_id = "poll_comments",
    params(("id" = i64, Path), Part), responses((status = 200, description = "A page of comments", body = List<Comment>), Refusals))]
pub async fn list(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    let Part { after, limit } = Part::read(&query)?;
    let found = visit
        .read(move |conn, visit| {
            let thing = super::thing(conn, visit.state.slices, &visit.asker(), "poll", *id)?;
            store::api::list(conn, &thing, after, limit + 1)
        })
        .await?;
    Ok(json(&List::of(found, limit, |comment| comment.id)))
}
