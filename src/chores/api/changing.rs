//! What changes chores through the API: the verbs of the pages, for the same people.

use actix_web::{HttpRequest, web};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::{OpenApi, ToSchema};

use super::{Chore, Turn};
use crate::api::changing::{Changed, Changes, Conflicts, Makes, Once, Plain, Versioned, change};
use crate::api::{Body, Kind, Refusals, no_query};
use crate::chores::recurrence::Rule;
use crate::chores::{self, Keeps, NewChore, PoolOf, Way};
use crate::platform::error::{Error, Result};
use crate::platform::forms::{Query, Reader};
use crate::platform::page::Answer;
use crate::platform::visit::{Act, Visit};
use crate::tasks::rules as hours;

#[derive(OpenApi)]
#[openapi(paths(create, edit, end, call))]
struct Described;

pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

const _: () = assert!(hours::TITLE_MAX == 200 && hours::DETAILS_MAX == 8_000 && hours::MINUTES_MAX == 6_000);

/// A chore to be set up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "title": "Salt the front steps", "credit_minutes": 30, "first_on": "2026-11-02", "rule": "FREQ=WEEKLY;BYDAY=MO",
    "pool_of": "unit", "pool": [7, 9], "strategy": "in_order"
}))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct NewChoreBody {
    #[schema(min_length = 1, max_length = 200)]
    title: String,
    #[schema(max_length = 8000)]
    details: Option<String>,
    #[schema(minimum = 1)]
    committee_id: Option<i64>,
    #[schema(minimum = 0, maximum = 6000)]
    credit_minutes: Option<i32>,
    first_on: NaiveDate,
    /// The value of an `RRULE`; without it, it is due when somebody calls for it.
    #[schema(max_length = 200)]
    rule: Option<String>,
    #[schema(pattern = "^(unit|member)$")]
    pool_of: String,
    /// The units or members whom it goes round, in order.
    #[schema(max_items = 200)]
    pool: Option<Vec<i64>>,
    #[schema(pattern = "^(in_order|least_effort|random|nobody)$")]
    strategy: String,
    #[schema(minimum = 1, maximum = 60)]
    look_back_months: Option<i32>,
    #[schema(pattern = "^(turns|week|month)$")]
    period: Option<String>,
    #[schema(minimum = 1, maximum = 60)]
    period_turns: Option<i32>,
}

/// What of a chore is to change; what is not named stays. Null empties what can be empty.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "pool": [9, 7], "credit_minutes": 45 }))]
#[allow(dead_code, reason = "the shape of what is taken from a body")]
pub struct ChoreEdit {
    #[schema(min_length = 1, max_length = 200)]
    title: Option<String>,
    #[schema(max_length = 8000)]
    details: Option<String>,
    #[schema(minimum = 1)]
    committee_id: Option<i64>,
    #[schema(minimum = 0, maximum = 6000)]
    credit_minutes: Option<i32>,
    first_on: Option<NaiveDate>,
    #[schema(max_length = 200)]
    rule: Option<String>,
    #[schema(pattern = "^(unit|member)$")]
    pool_of: Option<String>,
    #[schema(max_items = 200)]
    pool: Option<Vec<i64>>,
    #[schema(pattern = "^(in_order|least_effort|random|nobody)$")]
    strategy: Option<String>,
    #[schema(minimum = 1, maximum = 60)]
    look_back_months: Option<i32>,
    #[schema(pattern = "^(turns|week|month)$")]
    period: Option<String>,
    #[schema(minimum = 1, maximum = 60)]
    period_turns: Option<i32>,
}

const FIELDS: [(&str, Kind); 12] = [
    ("title", Kind::Text),
    ("details", Kind::Text),
    ("committee_id", Kind::Number),
    ("credit_minutes", Kind::Number),
    ("first_on", Kind::Text),
    ("rule", Kind::Text),
    ("pool_of", Kind::Text),
    ("pool", Kind::Numbers),
    ("strategy", Kind::Text),
    ("look_back_months", Kind::Number),
    ("period", Kind::Text),
    ("period_turns", Kind::Number),
];

/// A chore as a body writes it; what it does not name is as in `was`.
fn written(body: &Body, was: Option<NewChore>) -> Result<NewChore> {
    let form = body.form(&FIELDS)?;
    let reader = form.reader();
    let is = |name: &str| was.is_none() || body.fields.iter().any(|(field, _)| field == name);
    let first_on = if is("first_on") { Some(reader.required_date("first_on")) } else { None };
    let old = was.as_ref();
    let first_on = first_on.or(old.map(|was| was.first_on)).unwrap_or_default();
    let ids = || form.all("pool").filter_map(|id| id.parse().ok()).collect();
    let text = |rule: &Rule| rule.text();
    let rule =
        if is("rule") { Some(form.value("rule").to_owned()) } else { old.and_then(|was| was.rule.as_ref().map(text)) };
    let number = |name, most, usual| reader.number(name, 1..=most).map_or(usual, |number| number as i32);
    let new = NewChore {
        title: if is("title") {
            reader.required_line("title", hours::TITLE_MAX)
        } else {
            of(old, |was| was.title.clone())
        },
        details: if is("details") {
            reader.text("details", hours::DETAILS_MAX)
        } else {
            of(old, |was| was.details.clone())
        },
        committee_id: if is("committee_id") {
            reader.number("committee_id", 1..=i64::MAX)
        } else {
            of(old, |was| was.committee_id)
        },
        credit_minutes: if is("credit_minutes") {
            reader.number("credit_minutes", 0..=i64::from(hours::MINUTES_MAX)).unwrap_or(0) as i32
        } else {
            of(old, |was| was.credit_minutes)
        },
        first_on,
        rule: read_rule(&reader, first_on, rule.as_deref().unwrap_or_default()),
        pool_of: choice(&reader, "pool_of", &PoolOf::ALL, is("pool_of"))
            .or(old.map(|was| was.pool_of))
            .unwrap_or(PoolOf::Unit),
        pool: if is("pool") { ids() } else { of(old, |was| was.pool.clone()) },
        strategy: choice(&reader, "strategy", &Way::ALL, is("strategy"))
            .or(old.map(|was| was.strategy))
            .unwrap_or(Way::InOrder),
        months: if is("look_back_months") { number("look_back_months", 60, 12) } else { of(old, |was| was.months) },
        period: reader.choice("period", &Keeps::ALL).or(old.map(|was| was.period)).unwrap_or(Keeps::Turns),
        period_turns: if is("period_turns") { number("period_turns", 60, 1) } else { of(old, |was| was.period_turns) },
    };
    reader.finish()?;
    Ok(new)
}

fn of<T: Default>(was: Option<&NewChore>, field: impl Fn(&NewChore) -> T) -> T {
    was.map(field).unwrap_or_default()
}

fn choice<T: Copy>(reader: &Reader<'_>, name: &str, all: &[(&'static str, T)], is_named: bool) -> Option<T> {
    if is_named { reader.required_choice(name, all) } else { None }
}

/// A rule that is wrong is said of `rule`, whichever of its parts it is.
fn read_rule(reader: &Reader<'_>, first_on: NaiveDate, text: &str) -> Option<Rule> {
    if text.is_empty() {
        return None;
    }
    match Rule::read(first_on, text) {
        Ok(rule) => Some(rule),
        Err(refused) => {
            reader.refuse("rule", refused.key().1);
            None
        }
    }
}

fn chore(act: &mut Act<'_>, id: i64) -> Result<Chore> {
    let (own, today) = (act.viewer.and_then(|viewer| viewer.member_id), act.today());
    let chore = chores::find(act.conn, id, own, today)?;
    let pool = chores::pool(act.conn, id)?;
    Ok(Chore::of(&chore, Some(pool)))
}

/// Sets a chore up and plans its turns.
#[utoipa::path(post, path = "/api/v1/chores", tag = "chores", operation_id = "set_up_chore", request_body = NewChoreBody, params(Once),
    responses((status = 201, description = "The chore", body = Chore, headers(("Location" = String, description = "Its address"))), Makes, Refusals))]
pub async fn create(req: HttpRequest, visit: Visit, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let new = written(&body, None)?;
    change(&req, &visit, &body.bytes, move |act, _| {
        let id = chores::set_up(act, &new)?;
        Changed::added(&chore(act, id)?, format!("/api/v1/chores/{id}"))
    })
    .await
}

/// Changes a chore. Turns that have begun, and those that people agreed on, stay as they are.
#[utoipa::path(patch, path = "/api/v1/chores/{id}", tag = "chores", operation_id = "edit_chore", request_body = ChoreEdit,
    params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The chore as it is then", body = Chore), Changes, Refusals))]
pub async fn edit(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query, body: Body) -> Answer {
    no_query(&query)?;
    let (id, bytes) = (*id, body.bytes.clone());
    change(&req, &visit, &bytes, move |act, seen| {
        let today = act.today();
        let was = chores::find(act.conn, id, None, today)?;
        seen.is(was.version)?;
        let old = chores::written(act.conn, &was)?;
        if body.fields.is_empty() {
            return Err(Error::field("title", "wrong-tasks-nothing"));
        }
        chores::edit(act, id, &written(&body, Some(old))?, was.version)?;
        let now = chore(act, id)?;
        Changed::now(&now, Some(now.version))
    })
    .await
}

/// Ends a chore: turns that have not begun are called off.
#[utoipa::path(post, path = "/api/v1/chores/{id}/ending", tag = "chores", operation_id = "end_chore", params(("id" = i64, Path), Versioned),
    responses((status = 200, description = "The chore as it is then", body = Chore), Conflicts, Refusals))]
pub async fn end(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let id = *id;
    change(&req, &visit, b"", move |act, seen| {
        let today = act.today();
        let version = chores::find(act.conn, id, None, today)?.version;
        seen.is(version)?;
        chores::end(act, id, version)?;
        let now = chore(act, id)?;
        Changed::now(&now, Some(now.version))
    })
    .await
}

/// Calls for a turn today, beside the rule: snow.
#[utoipa::path(post, path = "/api/v1/chores/{id}/call", tag = "chores", operation_id = "call_for_turn", params(("id" = i64, Path), Once),
    responses((status = 201, description = "The turn", body = Turn, headers(("Location" = String, description = "Its address"))), Plain, Refusals))]
pub async fn call(req: HttpRequest, visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let id = *id;
    change(&req, &visit, b"", move |act, _| {
        let turn = chores::call(act, id)?.id;
        Changed::added(&Turn::find(act.conn, turn)?, format!("/api/v1/chores/turns/{turn}"))
    })
    .await
}
