//! `/api/v1/meetings`: meetings with their agendas, published minutes, and one's own reply. What is in camera is for who sits there.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::{replies, store};
use crate::api::{CommitteeName, List, Part, Refusals, json, no_query};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::Visit;

row! {
    /// A meeting of the members, the board or a committee.
    #[derive(Serialize, ToSchema)]
    #[schema(example = json!({
        "id": 4, "kind": "general", "committee": null, "title_en": "General meeting on the budget",
        "title_fr": "Assemblée générale sur le budget", "held_on": "2026-12-23", "starts_at": "19:00", "ends_at": "21:00",
        "place": "Common room", "online": "https://meet.example.org/400-riel", "status": "called", "opened_at": null, "ended_at": null,
        "items": [{ "number": 1, "purpose": "decision", "title_en": "Budget", "title_fr": "Budget", "minutes": 30, "in_camera": false,
                    "noticed": true }],
        "created_at": "2026-11-20T15:00:00Z", "version": 3
    }))]
    pub struct Meeting {
        pub id: i64,
        /// `annual`, `special`, `general`, `board` or `committee`.
        pub kind: String,
        /// Whose meeting it is.
        #[schema(value_type = Option<CommitteeName>)]
        pub committee: Gathered<Option<CommitteeName>>,
        pub title_en: String,
        pub title_fr: String,
        pub held_on: NaiveDate,
        /// By the clock of the co-op.
        #[schema(example = "19:00", pattern = "^[0-2][0-9]:[0-5][0-9]$")]
        pub starts_at: String,
        /// Before the start where it ends the day after.
        #[schema(example = "21:00", pattern = "^[0-2][0-9]:[0-5][0-9]$")]
        pub ends_at: Option<String>,
        pub place: String,
        /// How to take part from afar.
        pub online: String,
        /// `planned`, `called` or `cancelled`.
        pub status: String,
        /// When it was called to order.
        pub opened_at: Option<DateTime<Utc>>,
        /// When it was adjourned.
        pub ended_at: Option<DateTime<Utc>>,
        /// The agenda, in order.
        #[schema(value_type = Vec<AgendaItem>)]
        pub items: Gathered<Vec<AgendaItem>>,
        pub created_at: DateTime<Utc>,
        pub version: i32,
    }
}

/// An item of an agenda. One that is in camera, and not for the holder of the token, has no title.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AgendaItem {
    pub number: i64,
    /// `information`, `discussion` or `decision`; none where it is hidden.
    pub purpose: Option<String>,
    pub title_en: Option<String>,
    pub title_fr: Option<String>,
    pub minutes: Option<i32>,
    pub in_camera: bool,
    /// It stood in the notice.
    pub noticed: bool,
}

row! {
    /// Minutes as they are published.
    #[derive(Serialize, ToSchema)]
    pub struct Minutes {
        pub meeting_id: i64,
        /// `published` or `approved`.
        pub status: String,
        /// The number of the version.
        pub version: i32,
        pub published_at: DateTime<Utc>,
        /// Markdown.
        pub text_en: String,
        pub text_fr: String,
    }
}

/// Whether somebody comes.
#[derive(Serialize, ToSchema)]
pub struct OwnReply {
    /// `in_person`, `online`, `regrets` or `proxy`.
    pub answer: String,
    /// Who votes for them.
    pub holder_id: Option<i64>,
    pub needs: String,
    /// It is of another day, time or place than now: they are asked again.
    pub is_old: bool,
    pub said_at: DateTime<Utc>,
}

#[derive(OpenApi)]
#[openapi(paths(list, show, minutes, own_reply))]
struct Described;

/// What the description of the API says of meetings.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

fn member(visit: &Visit) -> Option<i64> {
    visit.viewer.as_ref().and_then(|viewer| viewer.member_id)
}

/// The meetings, past, to come and called off.
#[utoipa::path(get, path = "/api/v1/meetings", tag = "meetings", operation_id = "meetings", params(Part),
    responses((status = 200, description = "A page of meetings", body = List<Meeting>), Refusals))]
pub async fn list(visit: Visit, query: Query) -> Answer {
    let Part { after, limit } = Part::read(&query)?;
    let all =
        visit.read(move |conn, visit| store::api::page(conn, (member(visit), visit.today()), after, limit + 1)).await?;
    Ok(json(&List::of(all, limit, |meeting| meeting.id)))
}

/// One meeting.
#[utoipa::path(get, path = "/api/v1/meetings/{id}", tag = "meetings", operation_id = "meeting", params(("id" = i64, Path)),
    responses((status = 200, description = "The meeting", body = Meeting, headers(("ETag" = String, description = "Its version"))), Refusals))]
pub async fn show(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let found = visit.read(move |conn, visit| store::api::shown(conn, (member(visit), visit.today()), *id)).await?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, format!("\"{}\"", found.version))).json(found))
}

/// The minutes of a meeting, as they are published for whoever asks. What is in camera is not in them.
#[utoipa::path(get, path = "/api/v1/meetings/{id}/minutes", tag = "meetings", operation_id = "minutes", params(("id" = i64, Path)),
    responses((status = 200, description = "The minutes", body = Minutes), Refusals))]
pub async fn minutes(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let found = visit.read(move |conn, visit| store::api::minutes(conn, (member(visit), visit.today()), *id)).await?;
    Ok(json(&found))
}

/// What the holder of the token said of whether they come.
#[utoipa::path(get, path = "/api/v1/meetings/{id}/reply", tag = "meetings", operation_id = "own_reply", params(("id" = i64, Path)),
    responses((status = 200, description = "The reply", body = OwnReply), Refusals))]
pub async fn own_reply(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let found = visit
        .read(move |conn, visit| -> Result<_> {
            let member = member(visit).ok_or(Error::NotFound)?;
            let meeting = super::find(conn, *id, Some(member), visit.today())?;
            replies::of_member(conn, &meeting, member)?.ok_or(Error::NotFound)
        })
        .await?;
    Ok(json(&OwnReply {
        answer: found.answer.word().to_owned(),
        holder_id: found.holder_id,
        needs: found.needs,
        is_old: found.is_old,
        said_at: found.said_at,
    }))
}
