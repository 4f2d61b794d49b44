//! `/api/v1/polls`: the votes, their rules, and the results of those that are closed.
//!
//! While a poll is open there is a turnout and nothing else: no tally, and nobody's choice.

pub mod ballot;

use actix_web::{HttpRequest, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::{Status, slice, store};
use crate::api::{List, Part, Refusals, json, no_query};
use crate::files;
use crate::platform::error::Error;
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::Visit;

row! {
    /// What is voted on.
    #[derive(Serialize, ToSchema)]
    #[schema(example = json!({
        "id": 4, "title_en": "Repaint the stairs", "title_fr": "Repeindre l’escalier", "details_en": "", "details_fr": "",
        "cost": 980_000, "pros_en": "", "pros_fr": "", "cons_en": "", "cons_fr": "",
        "status": "closed", "binding": true, "shows": "live", "quorum_percent": 30, "quorum_of": "votes", "second_call_of": null,
        "opens_at": "2026-11-01T13:00:00Z", "closes_at": "2026-11-08T01:00:00Z", "roll_size": 61, "turnout": 59,
        "questions": [{ "number": 1, "title_en": "", "title_fr": "", "method": "proposal", "seats": 1, "special": false,
            "majority_num": 1, "majority_den": 2, "abstentions_count": false, "choices": [] }],
        "files": [{ "id": 12, "name": "Quote.pdf", "type": "pdf", "size": 34_816, "description": "The quote", "address": "/api/v1/polls/4/files/12" }],
        "results": [{ "question": 1, "number": 7, "verdict": "adopted", "chosen": [0], "voted": 59, "quorum_needed": 19,
            "decided_at": "2026-11-08T01:00:00Z",
            "set_aside": { "blank": 0, "abstentions": 3, "skipped": 0, "exhausted": ["0"] } }],
        "corrections": [{ "question": null, "choice": null, "field": "title", "language": "en", "before": "Repiant the stairs",
            "after": "Repaint the stairs", "proposed_by": "Ann Roy", "confirmed_by": "Bo Li", "corrected_at": "2026-11-02T15:00:00Z" }]
    }))]
    pub struct Poll {
        pub id: i64,
        pub title_en: String,
        pub title_fr: String,
        /// As it was written, with Markdown.
        pub details_en: String,
        pub details_fr: String,
        /// In cents; null where nothing is said of it.
        pub cost: Option<i64>,
        /// Arguments for, with Markdown; empty where there are none.
        pub pros_en: String,
        pub pros_fr: String,
        /// Arguments against.
        pub cons_en: String,
        pub cons_fr: String,
        /// `scheduled`, `open`, `closed`, `cancelled`, or `void` where it went wrong and counts for nothing.
        pub status: String,
        /// Whether it decides, or asks for advice.
        pub binding: bool,
        /// When its figures are shown on pages: `live`, to who has `voted`, or when it is `closed`. Here always after the close.
        pub shows: String,
        /// The share of the roll that must take part.
        pub quorum_percent: i32,
        /// What it is taken of: `votes`, `members` or `homes`.
        pub quorum_of: String,
        /// The vote without a quorum that this one calls again; null where it is the first call.
        pub second_call_of: Option<i64>,
        pub opens_at: DateTime<Utc>,
        pub closes_at: DateTime<Utc>,
        /// How many may vote; null before it opens.
        pub roll_size: Option<i32>,
        /// How many have voted; null before it opens.
        pub turnout: Option<i64>,
        #[schema(value_type = Vec<Question>)]
        pub questions: Gathered<Vec<Question>>,
        /// One a question; empty until it is closed.
        #[schema(value_type = Vec<Decided>)]
        pub results: Gathered<Vec<Decided>>,
        /// What is voted on beside the text.
        #[schema(value_type = Vec<Attached>)]
        pub files: Gathered<Vec<Attached>>,
        /// What was misspelt and corrected while it was open, in the order in which it was proposed.
        #[schema(value_type = Vec<Corrected>)]
        pub corrections: Gathered<Vec<Corrected>>,
    }
}

/// A question, how it is counted, and what can be chosen.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Question {
    /// From 1, in the order of the ballot.
    pub number: i32,
    /// Empty where the title of the vote is the question.
    pub title_en: String,
    pub title_fr: String,
    /// How it is answered and counted: `proposal`, `choice`, `stv-scottish` …
    pub method: String,
    /// How many are chosen.
    pub seats: i32,
    /// Whether a proposal needs the special majority.
    pub special: bool,
    pub majority_num: i32,
    pub majority_den: i32,
    pub abstentions_count: bool,
    pub choices: Vec<Choice>,
}

/// What can be chosen.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Choice {
    pub number: i32,
    pub title_en: String,
    pub title_fr: String,
    /// In cents, where money is shared out.
    pub cost: Option<i64>,
    /// Where times are asked: the day, and the hour where there is one, on the clocks of the co-op.
    pub day: Option<String>,
    pub hour: Option<String>,
    /// Since when it stands no more, because who stood withdrew: the count leaves it out.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// How a question came out.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Decided {
    pub question: i32,
    /// Its place in the register of decisions; null for what only advises.
    pub number: Option<i32>,
    /// `adopted`, `rejected`, `no_quorum`, `chosen` or `tied`.
    pub verdict: String,
    /// Places of what was chosen, from 0: of `choices`, or of the sides of a proposal.
    pub chosen: Vec<i64>,
    pub voted: i32,
    pub quorum_needed: i32,
    pub decided_at: DateTime<Utc>,
    pub set_aside: SetAside,
}

/// What of the votes cast says nothing that can be counted, and how the others were read.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SetAside {
    /// On papers that leave the question open.
    pub blank: i64,
    /// Declared abstentions of a proposal.
    pub abstentions: i64,
    /// On ranked papers that leave a place out: the places below it moved up, and they were counted.
    pub skipped: i64,
    /// At the end of each round, on papers that name nobody else who is left: exact, as `7` or `1/3`.
    pub exhausted: Vec<String>,
}

/// A text that was misspelt, and what it says since. Ballots that were cast before are the same.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Corrected {
    /// The question whose title it is; null where it is a text of the vote.
    pub question: Option<i32>,
    /// The choice of that question whose title it is.
    pub choice: Option<i32>,
    /// `title`, `details`, `pros` or `cons`.
    pub field: String,
    /// `en`, `fr`, or `both` where it said the same in both.
    pub language: String,
    pub before: String,
    pub after: String,
    /// The two people who agreed to it, by their names.
    pub proposed_by: String,
    pub confirmed_by: String,
    pub corrected_at: DateTime<Utc>,
}

/// A document or a picture of a vote.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Attached {
    pub id: i64,
    pub name: String,
    /// `jpeg`, `png`, `webp`, `pdf`, `docx`, `xlsx`, `odt`, `ods` or `txt`.
    pub r#type: String,
    /// In bytes.
    pub size: i32,
    /// What a picture shows, or a document is about; may be empty.
    pub description: String,
    /// Where it is read, with the same access key.
    pub address: String,
}

#[derive(OpenApi)]
#[openapi(paths(list, show, file))]
struct Described;

/// What the description of the API says of votes.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi().merge_from(ballot::Described::openapi())
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

/// A file of a vote, as what it is.
#[utoipa::path(get, path = "/api/v1/polls/{id}/files/{number}", tag = "polls", operation_id = "poll_file",
    params(("id" = i64, Path), ("number" = i64, Path, description = "The `id` of the file")),
    responses((status = 200, description = "The file", content_type = "application/octet-stream", body = Vec<u8>), Refusals))]
pub async fn file(visit: Visit, request: HttpRequest, at: web::Path<(i64, i64)>, query: Query) -> Answer {
    no_query(&query)?;
    let (id, number) = at.into_inner();
    let found = visit
        .read(move |conn, _| match store::poll(conn, id)?.status {
            // Of a draft there is nothing here, whoever asks.
            Status::Draft => Err(Error::NotFound),
            _ => files::find_of(conn, slice::POLL.word, id, number),
        })
        .await?;
    files::pages::give(&visit, &request, &found).await
}
