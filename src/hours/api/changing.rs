//! What changes hours through the API: claims and their answers, what is said of a line. The verbs of the pages, for the same people.

use actix_web::{HttpRequest, web};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::{OpenApi, ToSchema};

use super::{WholeClaim, WholeLine};
use crate::api::changing::{Changed, Changes, Conflicts, Makes, Once, Versioned, change};
use crate::api::{Body, Kind, Refusals, no_query};
use crate::hours::claims::{self, Answer as Given, NewClaim};
use crate::hours::pages::claims::{DONE_MAX, REASON_MAX};
use crate::hours::pages::lines::RIGHT_MAX;
use crate::hours::{contests, rules};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::visit::{Act, Visit};
use crate::policy::Permission;

#[derive(OpenApi)]
#[openapi(paths(create, edit, answer, reopen, withdraw, contest, answer_contest))]
struct Described;

pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

const _: () = assert!(DONE_MAX == 2_000 && REASON_MAX == 1_000 && RIGHT_MAX == 60_000 && rules::DAY_MAX == 1_440);

/// Hours that the account's member gave.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "kind_id": 2, "worked_on": "2026-11-20", "minutes": 90, "done": "The front walk, twice." }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct NewClaimBody {
    #[schema(minimum = 1)]
    kind_id: i64,
    worked_on: NaiveDate,
    /// Of no account where the kind has a fixed worth.
    #[schema(minimum = 1, maximum = 1440)]
    minutes: Option<i32>,
    #[schema(min_length = 1, max_length = 2000)]
    done: String,
    /// On behalf of the home where they live.
    for_home: Option<bool>,
}

/// What of a claim is to change; what is not named stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "minutes": 60 }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct ClaimEdit {
    #[schema(minimum = 1)]
    kind_id: Option<i64>,
    worked_on: Option<NaiveDate>,
    #[schema(minimum = 1, maximum = 1440)]
    minutes: Option<i32>,
    #[schema(min_length = 1, max_length = 2000)]
    done: Option<String>,
    for_home: Option<bool>,
}

/// What is answered to a claim. A refusal, and what is sent back, says why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "answer": "return", "says": "Which day was it?" }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct ClaimAnswer {
    #[schema(pattern = "^(approve|return|refuse)$")]
    answer: String,
    #[schema(max_length = 1000)]
    says: Option<String>,
}

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "says": "That was the wrong week." }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct Words {
    #[schema(min_length = 1, max_length = 1000)]
    says: String,
}

/// What is answered to who says that a line is wrong; with what it should have been, the ledger is put right by a further line.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "answer": "You are right.", "right_minutes": 120 }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct ContestAnswer {
    #[schema(min_length = 1, max_length = 1000)]
    answer: String,
    #[schema(minimum = 0, maximum = 60000)]
    right_minutes: Option<i32>,
}

const FIELDS: [(&str, Kind); 5] = [
    ("kind_id", Kind::Number),
    ("worked_on", Kind::Text),
    ("minutes", Kind::Number),
    ("done", Kind::Text),
    ("for_home", Kind::Truth),
];

/// A claim as a body writes it; what it does not name is as in `was`.
fn written(body: &Body, was: Option<&claims::Claim>) -> Result<NewClaim> {
    let form = body.form(&FIELDS)?;
    let reader = form.reader();
    let is = |name: &str| body.fields.iter().any(|(field, _)| field == name);
    let kept = |name: &str| was.filter(|_| !is(name));
    let new = NewClaim {
        kind_id: match kept("kind_id") {
            Some(was) => was.kind_id,
            None => reader.required_number("kind_id", 1..=i64::MAX),
        },
        worked_on: match kept("worked_on") {
            Some(was) => was.worked_on,
            None => reader.required_date("worked_on"),
        },
        minutes: match kept("minutes") {
            Some(was) => Some(was.minutes),
            None => reader.number("minutes", 1..=i64::from(rules::DAY_MAX)).map(|minutes| minutes as i32),
        },
        done: match kept("done") {
            Some(was) => was.done.clone(),
            None => reader.required_text("done", DONE_MAX),
        },
        for_home: kept("for_home").map_or_else(|| reader.checked("for_home"), |was| was.unit_id.is_some()),
    };
    reader.finish()?;
    Ok(new)
}

/// An error of a verb, with the fields of the API.
fn renamed(error: Error) -> Error {
    let Error::Invalid(mut errors) = error else { return error };
    for wrong in &mut errors {
        let name = match wrong.field.as_str() {
            "work_kind" => "kind_id",
            "hours_given" => "minutes",
            "work_done" => "done",
            "claim_reason" => "says",
            _ => continue,
        };
        name.clone_into(&mut wrong.field);
    }
    Error::Invalid(errors)
}

fn seen_claim(act: &mut Act<'_>, id: i64) -> Result<WholeClaim> {
    let (manages, today) = (act.may(Permission::HoursManage), act.today());
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    WholeClaim::find(act.conn, id, viewer, manages, today)
}

fn seen_line(act: &mut Act<'_>, id: i64) -> Result<WholeLine> {
    let (manages, today) = (act.may(Permission::HoursManage), act.today());
    let viewer = act.viewer.ok_or(Error::SignIn)?;
    WholeLine::find(act.conn, id, viewer, manages, today)
}

/// Runs a verb on a claim of the version that the client saw.
async fn changed(
    req: &HttpRequest,
    visit: &Visit,
    id: i64,
    bytes: &[u8],
    verb: impl FnOnce(&mut Act<'_>, i32) -> Result<()> + Send + 'static,
) -> Answer {
    change(req, visit, bytes, move |act, seen| {
        let version = seen_claim(act, id)?.claim.version;
        seen.is(version)?;
        verb(act, version).map_err(renamed)?;
        let now = seen_claim(act, id)?;
        Changed::now(&now, Some(now.claim.version))
    })
    .await
}

// ---- claims ----

/// Says that one gave hours, or one's home.
#[utoipa::path(post, path = "/api/v1/hours/claims", tag = "hours", operation_id = "claim_hours", request_body = NewClaimBody, params(Once),
    responses((status = 201, description = "The claim", body = WholeClaim, headers(("Location" = String, description = "Its address"))), Makes, Refusals))]
pub async fn create(req: HttpRequest, visit: Visit, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let new = written(&body, None)?;
    change(&req, &visit, &body.bytes, move |act, _| {
        let id = claims::claim(act, &new).map_err(renamed)?;
        Changed::added(&seen_claim(act, id)?, format!("/api/v1/hours/claims/{id}"))
    })
    .await
}

/// Says it otherwise, while nobody answered or it was sent back.
#[utoipa::path(patch, path = "/api/v1/hours/claims/{id}", tag = "hours", operation_id = "edit_claim", request_body = ClaimEdit,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The claim as it is then", body = WholeClaim), Changes, Refusals))]
pub async fn edit(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    if body.fields.is_empty() {
        return Err(Error::field("minutes", "wrong-tasks-nothing"));
    }
    let (id, bytes) = (*id, body.bytes.clone());
    changed(&req, &visit, id, &bytes, move |act, version| {
        let (manages, today) = (act.may(Permission::HoursManage), act.today());
        let viewer = act.viewer.ok_or(Error::SignIn)?;
        let (was, _) = claims::seen(act.conn, id, viewer, manages, today)?;
        claims::change(act, id, version, &written(&body, Some(&was))?)
    })
    .await
}

/// Answers a claim. What is approved is a line of the ledger at once.
#[utoipa::path(post, path = "/api/v1/hours/claims/{id}/answer", tag = "hours", operation_id = "answer_claim", request_body = ClaimAnswer,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The claim as it is then", body = WholeClaim), Changes, Refusals))]
pub async fn answer(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let form = body.form(&[("answer", Kind::Text), ("says", Kind::Text)])?;
    let reader = form.reader();
    let given = reader.required_choice("answer", &Given::ALL);
    let says = reader.text("says", REASON_MAX);
    reader.finish()?;
    let (id, given) = (*id, given.ok_or(Error::BadRequest)?);
    changed(&req, &visit, id, &body.bytes, move |act, version| claims::answer(act, id, version, given, &says).map(drop))
        .await
}

fn words(body: &Body) -> Result<String> {
    let form = body.form(&[("says", Kind::Text)])?;
    let reader = form.reader();
    let says = reader.required_text("says", REASON_MAX);
    reader.finish()?;
    Ok(says)
}

/// Withdraws an approval: its hours are taken back, and the claim waits again.
#[utoipa::path(post, path = "/api/v1/hours/claims/{id}/reopening", tag = "hours", operation_id = "reopen_claim", request_body = Words,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The claim as it is then", body = WholeClaim), Changes, Refusals))]
pub async fn reopen(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let (id, says) = (*id, words(&body)?);
    changed(&req, &visit, id, &body.bytes, move |act, _| claims::reopen(act, id, &says).map(drop)).await
}

/// Takes one's claim back.
#[utoipa::path(post, path = "/api/v1/hours/claims/{id}/withdrawal", tag = "hours", operation_id = "withdraw_claim",
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The claim as it is then", body = WholeClaim), Conflicts, Refusals))]
pub async fn withdraw(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let id = *id;
    changed(&req, &visit, id, b"", move |act, _| claims::withdraw(act, id)).await
}

// ---- lines ----

/// Says that a line is wrong.
#[utoipa::path(post, path = "/api/v1/hours/lines/{id}/contests", tag = "hours", operation_id = "contest_line", request_body = Words,
    params(("id" = i64, Path), Once),
    responses((status = 201, description = "The line, with what was said", body = WholeLine, headers(("Location" = String, description = "Its address"))), Makes, Refusals))]
pub async fn contest(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let (id, says) = (*id, words(&body)?);
    change(&req, &visit, &body.bytes, move |act, _| {
        contests::contest(act, id, &says)?;
        Changed::added(&seen_line(act, id)?, format!("/api/v1/hours/lines/{id}"))
    })
    .await
}

/// Answers what was said of a line, and puts it right where it was wrong.
#[utoipa::path(post, path = "/api/v1/hours/lines/{id}/contests/{contest}/answer", tag = "hours", operation_id = "answer_contest",
    request_body = ContestAnswer, params(("id" = i64, Path), ("contest" = i64, Path), Once),
    responses((status = 200, description = "The line, with what was said", body = WholeLine), Makes, Refusals))]
pub async fn answer_contest(
    req: HttpRequest,
    visit: Visit,
    path: web::Path<(i64, i64)>,
    query: Query,
    body: Body,
) -> Answer {
    no_query(&query)?;
    let form = body.form(&[("answer", Kind::Text), ("right_minutes", Kind::Number)])?;
    let reader = form.reader();
    let words = reader.required_text("answer", REASON_MAX);
    let right = reader.number("right_minutes", 0..=i64::from(RIGHT_MAX)).map(|minutes| minutes as i32);
    reader.finish()?;
    let (id, contest) = path.into_inner();
    change(&req, &visit, &body.bytes, move |act, _| {
        contests::answer(act, id, contest, &words, right)?;
        Changed::now(&seen_line(act, id)?, None)
    })
    .await
}
