//! `/api/v1/workdays`: the work days with their jobs, to read. A job is a task: signing up for it, and all else, is of the task it names.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::store;
use crate::api::{CommitteeName, List, Part, Refusals, json, no_query};
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::Visit;

row! {
    /// A day on which many come and do many small jobs.
    #[derive(Serialize, ToSchema)]
    #[schema(example = json!({
        "id": 2, "title": "Fall clean-up", "held_on": "2026-10-17", "starts_at": "09:00", "ends_at": "12:30", "place": "At the bike shed",
        "notes": "Bring gloves.", "committee": { "id": 3, "name_en": "Landscaping", "name_fr": "Aménagement paysager" },
        "jobs": [{ "task_id": 214, "title": "Rake the leaves", "status": "todo", "places": 4, "places_min": 2, "taken": 3, "waiting": 0 }],
        "called_off_at": null, "created_at": "2026-09-20T15:00:00Z", "version": 1
    }))]
    pub struct WorkDay {
        pub id: i64,
        pub title: String,
        pub held_on: NaiveDate,
        /// By the clock of the co-op.
        #[schema(example = "09:00", pattern = "^[0-2][0-9]:[0-5][0-9]$")]
        pub starts_at: String,
        #[schema(example = "12:30", pattern = "^[0-2][0-9]:[0-5][0-9]$")]
        pub ends_at: String,
        /// Where people meet.
        pub place: String,
        /// Markdown.
        pub notes: String,
        /// Whose leads answer for it.
        #[schema(value_type = Option<CommitteeName>)]
        pub committee: Gathered<Option<CommitteeName>>,
        #[schema(value_type = Vec<Job>)]
        pub jobs: Gathered<Vec<Job>>,
        pub called_off_at: Option<DateTime<Utc>>,
        pub created_at: DateTime<Utc>,
        pub version: i32,
    }
}

/// A job of a work day.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Job {
    /// The task that it is.
    pub task_id: i64,
    pub title: String,
    /// `todo`, `doing`, `waiting`, `done` or `cancelled`.
    pub status: String,
    /// How many can sign up.
    pub places: Option<i32>,
    /// The fewest people that it needs.
    pub places_min: Option<i32>,
    /// How many places are taken.
    pub taken: i64,
    /// How many wait for a place.
    pub waiting: i64,
}

#[derive(OpenApi)]
#[openapi(paths(list, show))]
struct Described;

/// What the description of the API says of work days.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// The work days, also those that are over or were called off.
#[utoipa::path(get, path = "/api/v1/workdays", tag = "workdays", operation_id = "work_days", params(Part),
    responses((status = 200, description = "A page of work days", body = List<WorkDay>), Refusals))]
pub async fn list(visit: Visit, query: Query) -> Answer {
    let Part { after, limit } = Part::read(&query)?;
    let days = visit.read(move |conn, _| store::page(conn, after, limit + 1)).await?;
    Ok(json(&List::of(days, limit, |day| day.id)))
}

/// One work day.
#[utoipa::path(get, path = "/api/v1/workdays/{id}", tag = "workdays", operation_id = "work_day", params(("id" = i64, Path)),
    responses((status = 200, description = "The work day", body = WorkDay, headers(("ETag" = String, description = "Its version"))), Refusals))]
pub async fn show(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let found = visit.read(move |conn, _| store::shown(conn, *id)).await?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, format!("\"{}\"", found.version))).json(found))
}
