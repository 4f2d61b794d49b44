//! What becomes of turns through the API: ticked, called off, swapped, stood in for; and who is away. The verbs of the pages, for the same
//! people.

use actix_web::{HttpRequest, web};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::{OpenApi, ToSchema};

use super::{Absence, Swap, Turn};
use crate::api::changing::{Changed, Changes, Makes, Once, Plain, Versioned, change};
use crate::api::{Body, Kind, Refusals, no_query};
use crate::chores::{self, PoolOf};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Form, Query, Reader};
use crate::platform::page::Answer;
use crate::platform::visit::{Act, Visit};
use crate::tasks::Holder;

#[derive(OpenApi)]
#[openapi(paths(tick, skip, ask, hand_over, answer, withdraw, be_away, be_back))]
struct Described;

pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// Who did it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "member_ids": [12] }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct TurnTick {
    #[schema(max_items = 200)]
    member_ids: Option<Vec<i64>>,
    #[schema(max_items = 200)]
    unit_ids: Option<Vec<i64>>,
}

/// Why a turn is called off. Everybody reads it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "why": "No snow." }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct TurnSkip {
    #[schema(min_length = 1, max_length = 200)]
    why: String,
}

/// The turn that is wanted for it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "other_turn_id": 91 }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct SwapAsked {
    #[schema(minimum = 1)]
    other_turn_id: i64,
}

/// Who is asked to stand in: one of the two.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "unit_id": 9 }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct StandIn {
    #[schema(minimum = 1)]
    member_id: Option<i64>,
    #[schema(minimum = 1)]
    unit_id: Option<i64>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "yes": true }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct SwapAnswer {
    yes: bool,
}

/// Days on which somebody, or a home, takes no turns: one of the two.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "member_id": 12, "starts_on": "2026-12-20", "ends_on": "2027-01-05" }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct NewAbsence {
    #[schema(minimum = 1)]
    member_id: Option<i64>,
    #[schema(minimum = 1)]
    unit_id: Option<i64>,
    starts_on: NaiveDate,
    /// The last day.
    ends_on: NaiveDate,
}

// ---- turns ----

/// A turn was done, by whom. The hours go to them.
#[utoipa::path(post, path = "/api/v1/chores/turns/{id}/tick", tag = "chores", operation_id = "tick_turn", request_body = TurnTick,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The turn as it is then", body = Turn), Changes, Refusals))]
pub async fn tick(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let form = body.form(&[("member_ids", Kind::Numbers), ("unit_ids", Kind::Numbers)])?;
    let ids = |name| form.all(name).filter_map(|id| id.parse::<i64>().ok()).collect::<Vec<_>>();
    let (members, units) = (ids("member_ids"), ids("unit_ids"));
    let field = if members.is_empty() && !units.is_empty() { "unit_ids" } else { "member_ids" };
    let doers: Vec<Holder> =
        members.into_iter().map(Holder::Member).chain(units.into_iter().map(Holder::Unit)).collect();
    if doers.is_empty() {
        return Err(Error::field(field, "wrong-did-nobody"));
    }
    turn_changed(&req, &visit, *id, &body.bytes, move |act, id| {
        chores::tick(act, id, doers).map(drop).map_err(|error| renamed(error, "did", field))
    })
    .await
}

/// Calls one turn off.
#[utoipa::path(post, path = "/api/v1/chores/turns/{id}/skipping", tag = "chores", operation_id = "skip_turn", request_body = TurnSkip,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The turn as it is then", body = Turn), Changes, Refusals))]
pub async fn skip(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let form = body.form(&[("why", Kind::Text)])?;
    let reader = form.reader();
    let why = reader.required_line("why", 200);
    reader.finish()?;
    turn_changed(&req, &visit, *id, &body.bytes, move |act, id| chores::skip(act, id, &why).map(drop)).await
}

async fn turn_changed(
    req: &HttpRequest,
    visit: &Visit,
    id: i64,
    bytes: &[u8],
    verb: impl FnOnce(&mut Act<'_>, i64) -> Result<()> + Send + 'static,
) -> Answer {
    change(req, visit, bytes, move |act, seen| {
        seen.is(chores::turn(act.conn, id)?.version)?;
        verb(act, id)?;
        let now = Turn::find(act.conn, id)?;
        Changed::now(&now, Some(now.version))
    })
    .await
}

/// An error of a verb, with the field of the API.
fn renamed(error: Error, from: &str, to: &str) -> Error {
    let Error::Invalid(mut errors) = error else { return error };
    for wrong in errors.iter_mut().filter(|wrong| wrong.field == from) {
        to.clone_into(&mut wrong.field);
    }
    Error::Invalid(errors)
}

// ---- swaps ----

/// Asks whoever has another turn of the chore to swap.
#[utoipa::path(post, path = "/api/v1/chores/turns/{id}/swaps", tag = "chores", operation_id = "ask_for_swap", request_body = SwapAsked,
    params(("id" = i64, Path), Once),
    responses((status = 201, description = "What was asked", body = Swap, headers(("Location" = String, description = "Where the swaps of the turn are"))), Makes, Refusals))]
pub async fn ask(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let form = body.form(&[("other_turn_id", Kind::Number)])?;
    let reader = form.reader();
    let other = reader.required_number("other_turn_id", 1..=i64::MAX);
    reader.finish()?;
    let id = *id;
    change(&req, &visit, &body.bytes, move |act, _| {
        chores::turn(act.conn, id)?;
        let swap = chores::ask(act, id, other).map_err(|error| renamed(error, "swap_with", "other_turn_id"))?;
        asked(act, id, swap)
    })
    .await
}

/// Asks somebody to stand in.
#[utoipa::path(post, path = "/api/v1/chores/turns/{id}/stand-in", tag = "chores", operation_id = "ask_for_stand_in", request_body = StandIn,
    params(("id" = i64, Path), Once),
    responses((status = 201, description = "What was asked", body = Swap, headers(("Location" = String, description = "Where the swaps of the turn are"))), Makes, Refusals))]
pub async fn hand_over(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let form = body.form(&HOLDER)?;
    let reader = form.reader();
    let to = holder(&reader);
    reader.finish()?;
    let (id, to) = (*id, to.ok_or(Error::BadRequest)?);
    let field = if matches!(to, Holder::Unit(_)) { "unit_id" } else { "member_id" };
    change(&req, &visit, &body.bytes, move |act, _| {
        let turn = chores::turn(act.conn, id)?;
        if matches!(to, Holder::Unit(_)) != (turn.pool_of == PoolOf::Unit) {
            return Err(Error::field(field, "wrong-choice"));
        }
        let swap = chores::hand_over(act, id, to).map_err(|error| renamed(error, "stand_in", field))?;
        asked(act, id, swap)
    })
    .await
}

const HOLDER: [(&str, Kind); 2] = [("member_id", Kind::Number), ("unit_id", Kind::Number)];

/// One member or one home.
fn holder(reader: &Reader<'_>) -> Option<Holder> {
    let number = |name| reader.number(name, 1..=i64::MAX);
    match (number("member_id"), number("unit_id")) {
        (Some(_), Some(_)) => reader.refuse("unit_id", "wrong-member-or-unit"),
        (Some(member), None) => return Some(Holder::Member(member)),
        (None, Some(unit)) => return Some(Holder::Unit(unit)),
        (None, None) => reader.refuse("member_id", "wrong-required"),
    }
    None
}

fn asked(act: &mut Act<'_>, turn: i64, swap: i64) -> Result<Changed> {
    let swap = Swap::from(chores::swap(act.conn, swap)?);
    Changed::added(&swap, format!("/api/v1/chores/swaps?turn_id={turn}"))
}

/// Says yes or no to a swap.
#[utoipa::path(post, path = "/api/v1/chores/swaps/{id}/answer", tag = "chores", operation_id = "answer_swap", request_body = SwapAnswer,
    params(("id" = i64, Path), Once),
    responses((status = 200, description = "The swap as it is then", body = Swap), Makes, Refusals))]
pub async fn answer(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let form = body.form(&[("yes", Kind::Truth)])?;
    if !body.fields.iter().any(|(name, value)| name == "yes" && value.is_boolean()) {
        return Err(Error::field("yes", "wrong-required"));
    }
    let (id, yes) = (*id, form.reader().checked("yes"));
    swap_changed(&req, &visit, id, &body.bytes, move |act| chores::answer(act, id, yes).map(drop)).await
}

/// Takes a swap back, asked or agreed.
#[utoipa::path(post, path = "/api/v1/chores/swaps/{id}/removal", tag = "chores", operation_id = "withdraw_swap", params(("id" = i64, Path), Once),
    responses((status = 200, description = "The swap as it is then", body = Swap), Plain, Refusals))]
pub async fn withdraw(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let id = *id;
    swap_changed(&req, &visit, id, b"", move |act| chores::withdraw(act, id).map(drop)).await
}

async fn swap_changed(
    req: &HttpRequest,
    visit: &Visit,
    id: i64,
    bytes: &[u8],
    verb: impl FnOnce(&mut Act<'_>) -> Result<()> + Send + 'static,
) -> Answer {
    change(req, visit, bytes, move |act, _| {
        chores::swap(act.conn, id)?;
        verb(act)?;
        Changed::now(&Swap::from(chores::swap(act.conn, id)?), None)
    })
    .await
}

// ---- absences ----

const AWAY: [(&str, Kind); 4] =
    [("member_id", Kind::Number), ("unit_id", Kind::Number), ("starts_on", Kind::Text), ("ends_on", Kind::Text)];

fn read_absence(form: &Form) -> Result<(Option<Holder>, NaiveDate, NaiveDate)> {
    let reader = form.reader();
    let days = (reader.required_date("starts_on"), reader.required_date("ends_on"));
    let whose = holder(&reader);
    reader.finish()?;
    Ok((whose, days.0, days.1))
}

/// Enters that somebody, or a home, is away. Their turns go to others.
#[utoipa::path(post, path = "/api/v1/chores/absences", tag = "chores", operation_id = "add_absence", request_body = NewAbsence, params(Once),
    responses((status = 201, description = "The absence", body = Absence, headers(("Location" = String, description = "Where the absences are"))), Makes, Refusals))]
pub async fn be_away(req: HttpRequest, visit: Visit, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let (whose, from, until) = read_absence(&body.form(&AWAY)?)?;
    let whose = whose.ok_or(Error::BadRequest)?;
    change(&req, &visit, &body.bytes, move |act, _| {
        let id = chores::be_away(act, whose, from, until)
            .map_err(|error| renamed(renamed(error, "away_from", "starts_on"), "away_until", "ends_on"))?;
        Changed::added(&Absence::from(chores::absence(act.conn, id)?), "/api/v1/chores/absences".to_owned())
    })
    .await
}

/// They are not away after all.
#[utoipa::path(post, path = "/api/v1/chores/absences/{id}/removal", tag = "chores", operation_id = "remove_absence",
    params(("id" = i64, Path), Once),
    responses((status = 200, description = "The absence as it was", body = Absence), Plain, Refusals))]
pub async fn be_back(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let id = *id;
    change(&req, &visit, b"", move |act, _| {
        let was = chores::absence(act.conn, id)?;
        chores::be_back(act, id)?;
        Changed::now(&Absence::from(was), None)
    })
    .await
}
