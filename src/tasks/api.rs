//! `/api/v1/tasks`: what is to be done, and adding to it; what changes a task is in `changing`.

pub mod changing;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};

use super::{rules, store};
use crate::api::changing::{Changed, Once, change};
use crate::api::{Body, CommitteeName, Kind, List, MemberName, Part, Problem, Refusals, UnitName, json, no_query};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query};
use crate::platform::page::Answer;
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::{Act, Visit};

row! {
    /// Something to be done.
    #[derive(Serialize, ToSchema)]
    #[schema(example = json!({
        "id": 8, "title": "Salt the front steps", "details": "The bag is in the shed.", "status": "todo", "priority": "normal",
        "starts_on": null, "due_on": "2026-12-01", "due_at": "18:30", "places": null, "places_min": null, "work_day_id": null,
        "holders": [{ "member": { "id": 12, "name": "Odette Roy" }, "unit": null, "committee": null, "waits": false }],
        "committee": null, "credit_minutes": 30, "outcome": "", "done_at": null, "created_at": "2026-11-20T15:00:00Z", "version": 1
    }))]
    pub struct Task {
        pub id: i64,
        pub title: String,
        pub details: String,
        /// `todo`, `doing`, `waiting`, `done` or `cancelled`.
        pub status: String,
        /// `high`, `normal` or `low`.
        pub priority: String,
        /// From when on it is anybody's concern.
        pub starts_on: Option<NaiveDate>,
        pub due_on: Option<NaiveDate>,
        /// By the clock of the co-op.
        #[schema(example = "18:30", pattern = "^[0-2][0-9]:[0-5][0-9]$")]
        pub due_at: Option<String>,
        /// How many can sign up for it.
        pub places: Option<i32>,
        /// The fewest people that it needs.
        pub places_min: Option<i32>,
        /// Of which work day it is a job.
        pub work_day_id: Option<i64>,
        /// Who has it: members, units, committees; empty for nobody yet.
        #[schema(value_type = Vec<Holder>)]
        pub holders: Gathered<Vec<Holder>>,
        /// Whose area it is.
        #[schema(value_type = Option<CommitteeName>)]
        pub committee: Gathered<Option<CommitteeName>>,
        /// What it counts for, in minutes.
        pub credit_minutes: i32,
        /// What came of it.
        pub outcome: String,
        pub done_at: Option<DateTime<Utc>>,
        pub created_at: DateTime<Utc>,
        pub version: i32,
    }
}

/// Who has a task, or waits for a place: one of the three.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Holder {
    pub member: Option<MemberName>,
    pub unit: Option<UnitName>,
    pub committee: Option<CommitteeName>,
    /// Whether they wait for a place.
    pub waits: bool,
}

/// The schema takes literals alone: here they are held to the rule.
const _: () = assert!(rules::TITLE_MAX == 200 && rules::DETAILS_MAX == 8_000);

/// A task to be added. Without the right to manage tasks, one gives it to oneself, to one's own home, or to nobody yet.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "title": "Salt the front steps", "due_on": "2026-12-01" }))]
pub struct NewTask {
    #[schema(min_length = 1, max_length = 200)]
    pub title: String,
    #[serde(default)]
    #[schema(max_length = 8000, nullable)]
    pub details: String,
    pub due_on: Option<NaiveDate>,
    #[schema(minimum = 1)]
    pub member_id: Option<i64>,
    /// Not together with `member_id`.
    #[schema(minimum = 1)]
    pub unit_id: Option<i64>,
    #[schema(minimum = 1)]
    pub committee_id: Option<i64>,
    #[serde(default)]
    #[schema(minimum = 0, maximum = 6000, nullable)]
    pub credit_minutes: i32,
    /// `high`, `normal` or `low`.
    #[schema(pattern = "^(high|normal|low)$")]
    pub priority: Option<String>,
    /// Not after `due_on`.
    pub starts_on: Option<NaiveDate>,
    /// By the clock of the co-op; only with `due_on`.
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    pub due_at: Option<String>,
    /// How many can sign up.
    #[schema(minimum = 1, maximum = 200)]
    pub places: Option<i32>,
    /// The fewest people that it needs; only with `places`, and not more.
    #[schema(minimum = 1, maximum = 200)]
    pub places_min: Option<i32>,
}

#[derive(OpenApi)]
#[openapi(paths(list, show, create))]
struct Described;

/// What the description of the API says of tasks.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi().merge_from(changing::described())
}

/// Which tasks a list holds.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Only those of this status.
    #[param(required = false, inline, value_type = Option<String>, pattern = "^(todo|doing|waiting|done|cancelled)$")]
    pub status: Option<String>,
    /// Only those of this committee.
    #[param(required = false, minimum = 1)]
    pub committee_id: Option<i64>,
    /// Only those that this member holds themselves.
    #[param(required = false, minimum = 1)]
    pub member_id: Option<i64>,
    /// Only those that this unit holds.
    #[param(required = false, minimum = 1)]
    pub unit_id: Option<i64>,
    /// Only those due on this day or before.
    #[param(required = false)]
    pub due_until: Option<NaiveDate>,
    /// Only the jobs of this work day.
    #[param(required = false, minimum = 1)]
    pub work_day_id: Option<i64>,
}

const FILTERS: [&str; 6] = ["status", "committee_id", "member_id", "unit_id", "due_until", "work_day_id"];

impl Wanted {
    fn read(form: &Form) -> Result<Self> {
        let reader = form.reader();
        let word = |status: &str| STATUSES.contains(&status).then(|| status.to_owned());
        let status = word(form.value("status"));
        if status.is_none() && !form.value("status").is_empty() {
            reader.refuse("status", "wrong-choice");
        }
        for name in FILTERS.iter().filter(|name| form.all(name).count() > 1) {
            reader.refuse(name, "wrong-number-once");
        }
        let id = |name| reader.number(name, 1..=i64::MAX);
        let (committee_id, member_id, unit_id) = (id("committee_id"), id("member_id"), id("unit_id"));
        let (due_until, work_day_id) = (reader.date("due_until"), id("work_day_id"));
        let wanted = Self { status, committee_id, member_id, unit_id, due_until, work_day_id };
        reader.finish()?;
        Ok(wanted)
    }
}

const STATUSES: [&str; 5] = ["todo", "doing", "waiting", "done", "cancelled"];

/// A task as an answer, with its version as entity tag.
fn answer(task: &Task) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::ETAG, format!("\"{}\"", task.version))).json(task)
}

/// The tasks.
#[utoipa::path(get, path = "/api/v1/tasks", tag = "tasks", operation_id = "tasks", params(Part, Wanted),
    responses((status = 200, description = "A page of tasks", body = List<Task>), Refusals))]
pub async fn list(visit: Visit, query: Query) -> Answer {
    let Part { after, limit } = Part::read_beside(&query, &FILTERS)?;
    let wanted = Wanted::read(&query.0)?;
    let tasks = visit.read(move |conn, _| store::api::list(conn, &wanted, after, limit + 1)).await?;
    Ok(json(&List::of(tasks, limit, |task| task.id)))
}

/// One task.
#[utoipa::path(get, path = "/api/v1/tasks/{id}", tag = "tasks", operation_id = "task", params(("id" = i64, Path)),
    responses((status = 200, description = "The task", body = Task, headers(("ETag" = String, description = "Its version, for `If-Match`"))), Refusals))]
pub async fn show(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let found = visit.read(move |conn, _| store::api::find(conn, *id)).await?;
    Ok(answer(&found))
}

const FIELDS: [(&str, Kind); 12] = [
    ("title", Kind::Text),
    ("details", Kind::Text),
    ("due_on", Kind::Text),
    ("member_id", Kind::Number),
    ("unit_id", Kind::Number),
    ("committee_id", Kind::Number),
    ("credit_minutes", Kind::Number),
    ("priority", Kind::Text),
    ("starts_on", Kind::Text),
    ("due_at", Kind::Text),
    ("places", Kind::Number),
    ("places_min", Kind::Number),
];

/// What a body says of a task. An empty text is no day and no time.
fn read(body: &Body) -> Result<super::NewTask> {
    let form = body.form(&FIELDS)?;
    let reader = form.reader();
    let number = |name| reader.number(name, 1..=i64::MAX);
    let (member, unit) = (number("member_id").map(super::Holder::Member), number("unit_id").map(super::Holder::Unit));
    let new = super::NewTask {
        title: reader.required_line("title", rules::TITLE_MAX),
        details: reader.text("details", rules::DETAILS_MAX),
        due_on: reader.date("due_on"),
        holders: member.or(unit).into_iter().collect(),
        committee_id: number("committee_id"),
        credit_minutes: reader.number("credit_minutes", 0..=6_000).unwrap_or(0) as i32,
        priority: reader.choice("priority", &rules::Priority::ALL).unwrap_or_default(),
        starts_on: reader.date("starts_on"),
        due_at: reader.time("due_at"),
        places: reader.number("places", 1..=200).map(|places| places as i32),
        places_min: reader.number("places_min", 1..=200).map(|places| places as i32),
        ..super::NewTask::default()
    };
    for (name, key) in
        [("due_on", "wrong-date"), ("starts_on", "wrong-date"), ("due_at", "wrong-time"), ("priority", "wrong-choice")]
    {
        if body.fields.iter().any(|(field, value)| field == name && value.as_str() == Some("")) {
            reader.refuse(name, key);
        }
    }
    if member.is_some() && unit.is_some() {
        reader.refuse("unit_id", "wrong-member-or-unit");
    }
    if new.due_at.is_some() && form.value("due_on").is_empty() {
        reader.refuse("due_at", "wrong-day-of-time");
    }
    if new.starts_on.zip(new.due_on).is_some_and(|(starts, due)| starts > due) {
        reader.refuse("starts_on", "wrong-starts-after-due");
    }
    reader.finish()?;
    Ok(new)
}

/// Adds a task. With an `Idempotency-Key`, the same request sent again within a day gives the first answer and adds nothing.
#[utoipa::path(post, path = "/api/v1/tasks", tag = "tasks", operation_id = "add_task", request_body = NewTask,
    params(Once),
    responses(
        (status = 201, description = "The task that was added", body = Task, headers(("Location" = String, description = "Its address"))),
        (status = 413, description = "The body is larger than 64 KB", body = Problem, content_type = "application/problem+json",
            example = json!({ "type": "about:blank", "title": "Payload Too Large", "status": 413 })),
        (status = 415, description = "The body is not JSON", body = Problem, content_type = "application/problem+json",
            example = json!({ "type": "about:blank", "title": "Unsupported Media Type", "status": 415 })),
        Refusals))]
pub async fn create(req: HttpRequest, visit: Visit, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let new = read(&body)?;
    change(&req, &visit, &body.bytes, move |act, _| {
        let id = add(act, &new)?;
        Changed::added(&store::api::find(act.conn, id)?, format!("/api/v1/tasks/{id}"))
    })
    .await
}

/// Adds a task by the verb that the pages use; its errors name the fields of the API.
fn add(act: &mut Act<'_>, new: &super::NewTask) -> Result<i64> {
    let unit = new.holders.iter().any(|holder| matches!(holder, super::Holder::Unit(_)));
    super::create(act, new).map_err(|error| renamed(error, if unit { "unit_id" } else { "member_id" }))
}

/// An error of a verb, with the fields of the API: `assignee` is what holds the number of the holder.
fn renamed(error: Error, holder: &str) -> Error {
    let Error::Invalid(mut errors) = error else { return error };
    for wrong in &mut errors {
        match wrong.field.as_str() {
            "assignee" => holder.clone_into(&mut wrong.field),
            "credit_hours" => "credit_minutes".clone_into(&mut wrong.field),
            _ => {}
        }
    }
    Error::Invalid(errors)
}
