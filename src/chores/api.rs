//! `/api/v1/chores`: what comes back, whose turn it is and why, swaps and absences; what changes them is in `changing` and `turning`.
//!
//! A turn is a task: comments, files and steps of it are those of the task it names.

pub mod changing;
mod shown;
pub mod turning;

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
pub use shown::{Absence, Chore, Swap, Turn};
use utoipa::{IntoParams, OpenApi};

use crate::api::{List, Part, Refusals, json, no_query};
use crate::chores;
use crate::platform::error::Result;
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::visit::Visit;

#[derive(OpenApi)]
#[openapi(paths(list, show, turns, turn, swaps, absences))]
struct Described;

/// What the description of the API says of chores.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi().merge_from(changing::described()).merge_from(turning::described())
}

/// A part of what is all there, by its numbers.
fn part<T>(mut all: Vec<T>, Part { after, limit }: &Part, id: impl Fn(&T) -> i64) -> List<T> {
    all.sort_by_key(&id);
    let rest = all.into_iter().filter(|one| id(one) > *after);
    List::of(rest.take(usize::try_from(limit + 1).unwrap_or(0)).collect(), *limit, id)
}

fn own(visit: &Visit) -> Option<i64> {
    visit.viewer.as_ref().and_then(|viewer| viewer.member_id)
}

/// The chores, also those that are over.
#[utoipa::path(get, path = "/api/v1/chores", tag = "chores", operation_id = "chores", params(Part),
    responses((status = 200, description = "A page of chores", body = List<Chore>), Refusals))]
pub async fn list(visit: Visit, query: Query) -> Answer {
    let wanted = Part::read(&query)?;
    let today = visit.today();
    let all = visit.read(move |conn, visit| chores::list(conn, own(visit), today)).await?;
    let all: Vec<Chore> = all.iter().map(|chore| Chore::of(chore, None)).collect();
    Ok(json(&part(all, &wanted, |chore| chore.id)))
}

/// One chore, with whom it goes round.
#[utoipa::path(get, path = "/api/v1/chores/{id}", tag = "chores", operation_id = "chore", params(("id" = i64, Path)),
    responses((status = 200, description = "The chore", body = Chore, headers(("ETag" = String, description = "Its version, for `If-Match`"))), Refusals))]
pub async fn show(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let today = visit.today();
    let found = visit
        .read(move |conn, visit| {
            let chore = chores::find(conn, *id, own(visit), today)?;
            Ok(Chore::of(&chore, Some(chores::pool(conn, chore.id)?)))
        })
        .await?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, format!("\"{}\"", found.version))).json(found))
}

/// Which turns a list holds.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WantedTurns {
    /// Only those of this chore.
    #[param(required = false, minimum = 1)]
    pub chore_id: Option<i64>,
    /// Only those that this member has themselves.
    #[param(required = false, minimum = 1)]
    pub member_id: Option<i64>,
    /// Only those that this unit has.
    #[param(required = false, minimum = 1)]
    pub unit_id: Option<i64>,
    /// Only those due on this day or later.
    #[param(required = false)]
    pub due_from: Option<NaiveDate>,
    /// Only those due on this day or before.
    #[param(required = false)]
    pub due_until: Option<NaiveDate>,
}

const OF_TURNS: [&str; 5] = ["chore_id", "member_id", "unit_id", "due_from", "due_until"];

impl WantedTurns {
    fn read(query: &Query) -> Result<Self> {
        let (form, reader) = (&query.0, query.0.reader());
        for name in OF_TURNS.iter().filter(|name| form.all(name).count() > 1) {
            reader.refuse(name, "wrong-number-once");
        }
        let id = |name| reader.number(name, 1..=i64::MAX);
        let wanted = Self {
            chore_id: id("chore_id"),
            member_id: id("member_id"),
            unit_id: id("unit_id"),
            due_from: reader.date("due_from"),
            due_until: reader.date("due_until"),
        };
        reader.finish()?;
        Ok(wanted)
    }
}

/// The turns of all chores.
#[utoipa::path(get, path = "/api/v1/chores/turns", tag = "chores", operation_id = "turns", params(Part, WantedTurns),
    responses((status = 200, description = "A page of turns", body = List<Turn>), Refusals))]
pub async fn turns(visit: Visit, query: Query) -> Answer {
    let Part { after, limit } = Part::read_beside(&query, &OF_TURNS)?;
    let wanted = WantedTurns::read(&query)?;
    let found = visit
        .read(move |conn, _| {
            let turns = super::store::page(conn, &wanted, after, limit + 1)?;
            Turn::all(conn, &turns)
        })
        .await?;
    Ok(json(&List::of(found, limit, |turn| turn.id)))
}

/// One turn.
#[utoipa::path(get, path = "/api/v1/chores/turns/{id}", tag = "chores", operation_id = "turn", params(("id" = i64, Path)),
    responses((status = 200, description = "The turn", body = Turn, headers(("ETag" = String, description = "Its version, for `If-Match`"))), Refusals))]
pub async fn turn(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let found = visit.read(move |conn, _| Turn::find(conn, *id)).await?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, format!("\"{}\"", found.version))).json(found))
}

/// Of which turn swaps are asked for.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "described, read by name")]
pub struct WantedSwaps {
    /// Only those of this turn.
    #[param(required = false, minimum = 1)]
    turn_id: Option<i64>,
}

/// The swaps that are asked or agreed.
#[utoipa::path(get, path = "/api/v1/chores/swaps", tag = "chores", operation_id = "swaps", params(Part, WantedSwaps),
    responses((status = 200, description = "A page of swaps", body = List<Swap>), Refusals))]
pub async fn swaps(visit: Visit, query: Query) -> Answer {
    let Part { after, limit } = Part::read_beside(&query, &["turn_id"])?;
    let reader = query.0.reader();
    if query.0.all("turn_id").count() > 1 {
        reader.refuse("turn_id", "wrong-number-once");
    }
    let turn = reader.number("turn_id", 1..=i64::MAX);
    reader.finish()?;
    let found = visit.read(move |conn, _| super::store::swaps::page(conn, turn, after, limit + 1)).await?;
    let found: Vec<Swap> = found.into_iter().map(Swap::from).collect();
    Ok(json(&List::of(found, limit, |swap| swap.id)))
}

/// The absences of the account's member and of the homes where they live that are not over.
#[utoipa::path(get, path = "/api/v1/chores/absences", tag = "chores", operation_id = "absences", params(Part),
    responses((status = 200, description = "A page of absences", body = List<Absence>), Refusals))]
pub async fn absences(visit: Visit, query: Query) -> Answer {
    let wanted = Part::read(&query)?;
    let (own, today) = (own(&visit), visit.today());
    let Some(own) = own else { return Ok(json(&List::of(Vec::<Absence>::new(), wanted.limit, |absence| absence.id))) };
    let all = visit.read(move |conn, _| chores::absences_of(conn, own, today)).await?;
    let all: Vec<Absence> = all.into_iter().map(Absence::from).collect();
    Ok(json(&part(all, &wanted, |absence| absence.id)))
}
