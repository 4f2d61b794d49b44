//! What changes a task through the API: the verbs of the pages, for the same people.

use actix_web::{HttpRequest, web};
use serde::Deserialize;
use utoipa::{OpenApi, ToSchema};

use super::{Task, renamed, rules, store};
use crate::api::changing::{Changed, Changes, Conflicts, Versioned, change};
use crate::api::{Body, Kind, Refusals, no_query};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query, Reader};
use crate::platform::page::Answer;
use crate::platform::visit::{Act, Visit};
use crate::tasks::{self, Completion, Holder, Lane};

#[derive(OpenApi)]
#[openapi(paths(edit, move_to, complete, take, give_up, give, take_away))]
struct Described;

pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// What of a task is to change; what is not named stays. Null empties what can be empty.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "due_on": "2026-12-05", "due_at": null }))]
#[allow(dead_code, reason = "the shape of what `edited` takes from a body")]
pub struct TaskEdit {
    #[schema(min_length = 1, max_length = 200)]
    title: Option<String>,
    #[schema(max_length = 8000)]
    details: Option<String>,
    due_on: Option<chrono::NaiveDate>,
    #[schema(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    due_at: Option<String>,
    starts_on: Option<chrono::NaiveDate>,
    #[schema(pattern = "^(high|normal|low)$")]
    priority: Option<String>,
    #[schema(minimum = 1)]
    committee_id: Option<i64>,
    #[schema(minimum = 1, maximum = 200)]
    places: Option<i32>,
    /// Not more than `places`.
    #[schema(minimum = 1, maximum = 200)]
    places_min: Option<i32>,
    #[schema(minimum = 0, maximum = 6000)]
    credit_minutes: Option<i32>,
}

/// On which lane of the board.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "status": "doing" }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct TaskMove {
    #[schema(pattern = "^(todo|doing|waiting|done)$")]
    status: String,
}

/// What came of it, and who did it; where nobody is named, whoever has it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "outcome": "Two bags of salt.", "member_ids": [12] }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct TaskCompletion {
    #[schema(max_length = 4000)]
    outcome: Option<String>,
    #[schema(max_items = 200)]
    member_ids: Option<Vec<i64>>,
    #[schema(max_items = 200)]
    unit_ids: Option<Vec<i64>>,
}

/// Why somebody gives a task up, if they say.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "why": "I am away that week." }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct TaskGivenUp {
    #[schema(max_length = 200)]
    why: Option<String>,
}

/// Who is to have a task, or to have it no longer: one of the three.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "member_id": 12 }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct TaskHolder {
    #[schema(minimum = 1)]
    member_id: Option<i64>,
    #[schema(minimum = 1)]
    unit_id: Option<i64>,
    #[schema(minimum = 1)]
    committee_id: Option<i64>,
}

/// Runs a verb on a task of the version that the client saw, and answers with the task as it is then.
async fn changed(
    req: &HttpRequest,
    visit: &Visit,
    id: i64,
    bytes: &[u8],
    verb: impl FnOnce(&mut Act<'_>, i32) -> Result<()> + Send + 'static,
) -> Answer {
    change(req, visit, bytes, move |act, seen| {
        let version = tasks::find(act.conn, id)?.version;
        seen.is(version)?;
        verb(act, version)?;
        let task: Task = store::api::find(act.conn, id)?;
        Changed::now(&task, Some(task.version))
    })
    .await
}

const EDITED: [(&str, Kind); 10] = [
    ("title", Kind::Text),
    ("details", Kind::Text),
    ("due_on", Kind::Text),
    ("due_at", Kind::Text),
    ("starts_on", Kind::Text),
    ("priority", Kind::Text),
    ("committee_id", Kind::Number),
    ("places", Kind::Number),
    ("places_min", Kind::Number),
    ("credit_minutes", Kind::Number),
];

/// What a body changes of a task.
fn edited(body: &Body) -> Result<impl FnOnce(tasks::NewTask) -> Result<tasks::NewTask> + use<>> {
    let form = body.form(&EDITED)?;
    let named: Vec<&'static str> = EDITED
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| body.fields.iter().any(|(field, _)| field == name))
        .collect();
    let reader = form.reader();
    if named.is_empty() {
        reader.refuse("title", "wrong-tasks-nothing");
    }
    let mut new = tasks::NewTask {
        details: reader.text("details", rules::DETAILS_MAX),
        due_on: reader.date("due_on"),
        due_at: reader.time("due_at"),
        starts_on: reader.date("starts_on"),
        priority: reader.choice("priority", &rules::Priority::ALL).unwrap_or_default(),
        committee_id: reader.number("committee_id", 1..=i64::MAX),
        places: reader.number("places", 1..=200).map(|places| places as i32),
        places_min: reader.number("places_min", 1..=200).map(|places| places as i32),
        credit_minutes: reader.number("credit_minutes", 0..=6_000).unwrap_or(0) as i32,
        ..tasks::NewTask::default()
    };
    if named.contains(&"title") {
        new.title = reader.required_line("title", rules::TITLE_MAX);
    }
    reader.finish()?;
    Ok(move |was: tasks::NewTask| {
        let is = |name: &str| named.contains(&name);
        let new = tasks::NewTask {
            title: if is("title") { new.title } else { was.title },
            details: if is("details") { new.details } else { was.details },
            due_on: if is("due_on") { new.due_on } else { was.due_on },
            due_at: if is("due_at") { new.due_at } else { was.due_at },
            starts_on: if is("starts_on") { new.starts_on } else { was.starts_on },
            priority: if is("priority") { new.priority } else { was.priority },
            committee_id: if is("committee_id") { new.committee_id } else { was.committee_id },
            places: if is("places") { new.places } else { was.places },
            places_min: if is("places_min") { new.places_min } else { was.places_min },
            work_day_id: was.work_day_id,
            credit_minutes: if is("credit_minutes") { new.credit_minutes } else { was.credit_minutes },
            kind: was.kind,
            holders: was.holders,
        };
        if new.due_at.is_some() && new.due_on.is_none() {
            return Err(Error::field("due_at", "wrong-day-of-time"));
        }
        if new.starts_on.zip(new.due_on).is_some_and(|(starts, due)| starts > due) {
            return Err(Error::field("starts_on", "wrong-starts-after-due"));
        }
        Ok(new)
    })
}

/// Changes what a task says. Who has it is changed under `holders`.
#[utoipa::path(patch, path = "/api/v1/tasks/{id}", tag = "tasks", operation_id = "edit_task", request_body = TaskEdit,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The task as it is then", body = Task), Changes, Refusals))]
pub async fn edit(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let (id, edit) = (*id, edited(&body)?);
    changed(&req, &visit, id, &body.bytes, move |act, version| {
        let new = edit(tasks::find(act.conn, id)?.written())?;
        tasks::edit(act, id, &new, version).map(drop).map_err(|error| renamed(error, "member_id"))
    })
    .await
}

/// Puts a task on another lane of the board; off `done`, its hours are taken back.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/move", tag = "tasks", operation_id = "move_task", request_body = TaskMove,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The task as it is then", body = Task), Changes, Refusals))]
pub async fn move_to(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let form = body.form(&[("status", Kind::Text)])?;
    let reader = form.reader();
    let to = reader.required_choice("status", &Lane::ALL);
    reader.finish()?;
    let (id, to) = (*id, to.ok_or(Error::BadRequest)?);
    changed(&req, &visit, id, &body.bytes, move |act, version| tasks::move_to(act, id, to, version).map(drop)).await
}

/// A task is done. The hours go to who did it.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/completion", tag = "tasks", operation_id = "complete_task", request_body = TaskCompletion,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The task as it is then", body = Task), Changes, Refusals))]
pub async fn complete(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let form = body.form(&[("outcome", Kind::Text), ("member_ids", Kind::Numbers), ("unit_ids", Kind::Numbers)])?;
    let reader = form.reader();
    let outcome = reader.text("outcome", rules::OUTCOME_MAX);
    reader.finish()?;
    let ids = |name| form.all(name).filter_map(|id| id.parse::<i64>().ok()).collect::<Vec<_>>();
    let units = ids("unit_ids").into_iter().map(Holder::Unit);
    let doers: Vec<Holder> = ids("member_ids").into_iter().map(Holder::Member).chain(units).collect();
    let field = if ids("member_ids").is_empty() { "unit_ids" } else { "member_ids" };
    let completion = Completion { outcome, doers: Some(doers).filter(|doers| !doers.is_empty()), done_at: None };
    let id = *id;
    changed(&req, &visit, id, &body.bytes, move |act, version| {
        tasks::complete(act, id, &completion, version).map(drop).map_err(|error| match error {
            Error::Invalid(errors) if errors.iter().any(|wrong| wrong.field == "did") => {
                Error::field(field, "wrong-choice")
            }
            other => other,
        })
    })
    .await
}

/// Takes on a task that nobody has, or signs up for a place.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/taking", tag = "tasks", operation_id = "take_task",
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The task as it is then", body = Task), Conflicts, Refusals))]
pub async fn take(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let id = *id;
    changed(&req, &visit, id, b"", move |act, _| {
        tasks::take(act, id).map(drop).map_err(|error| renamed(error, "member_id"))
    })
    .await
}

/// Gives a task up that one has, or a place for which one waits.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/giving-up", tag = "tasks", operation_id = "give_up_task", request_body = TaskGivenUp,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The task as it is then", body = Task), Changes, Refusals))]
pub async fn give_up(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let form = body.form(&[("why", Kind::Text)])?;
    let reader = form.reader();
    let why = reader.line("why", rules::TITLE_MAX);
    reader.finish()?;
    let id = *id;
    changed(&req, &visit, id, &body.bytes, move |act, _| tasks::give_up(act, id, &why).map(drop)).await
}

fn one_holder(reader: &Reader<'_>, form: &Form) -> Option<(Holder, &'static str)> {
    let number = |name| reader.number(name, 1..=i64::MAX);
    let all = [
        (number("member_id").map(Holder::Member), "member_id"),
        (number("unit_id").map(Holder::Unit), "unit_id"),
        (number("committee_id").map(Holder::Committee), "committee_id"),
    ];
    let mut named = all.into_iter().filter_map(|(holder, name)| Some((holder?, name)));
    let first = named.next();
    if named.next().is_some() {
        reader.refuse("unit_id", "wrong-member-or-unit");
    } else if first.is_none() && form.names().all(|name| form.value(name).is_empty()) {
        reader.refuse("member_id", "wrong-required");
    }
    first
}

const HOLDER: [(&str, Kind); 3] =
    [("member_id", Kind::Number), ("unit_id", Kind::Number), ("committee_id", Kind::Number)];

fn read_holder(body: &Body) -> Result<(Holder, &'static str)> {
    let form = body.form(&HOLDER)?;
    let reader = form.reader();
    let holder = one_holder(&reader, &form);
    reader.finish()?;
    holder.ok_or(Error::BadRequest)
}

/// Gives a task to one more.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/holders", tag = "tasks", operation_id = "give_task", request_body = TaskHolder,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The task as it is then", body = Task), Changes, Refusals))]
pub async fn give(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let (id, (holder, field)) = (*id, read_holder(&body)?);
    changed(&req, &visit, id, &body.bytes, move |act, version| {
        tasks::give(act, id, holder, version).map(drop).map_err(|error| renamed(error, field))
    })
    .await
}

/// Takes a task off somebody who has it.
#[utoipa::path(post, path = "/api/v1/tasks/{id}/holders/removal", tag = "tasks", operation_id = "take_task_away", request_body = TaskHolder,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The task as it is then", body = Task), Changes, Refusals))]
pub async fn take_away(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let (id, (holder, _)) = (*id, read_holder(&body)?);
    changed(&req, &visit, id, &body.bytes, move |act, version| tasks::take_away(act, id, holder, version).map(drop))
        .await
}
