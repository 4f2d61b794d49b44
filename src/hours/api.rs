//! `/api/v1/hours`: how it stands, the lines of the ledger and what was said of them, claims, kinds of work; what changes them is in
//! `changing`. Whoever manages hours reads everybody's; everybody else their own, and their home's.

pub mod changing;
mod shown;

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
pub use shown::{Account, Claim, HourLine, WholeClaim, WholeLine, WorkKind};
use utoipa::{IntoParams, OpenApi};

use super::account::{self, Looked, Whose};
use super::claims::Status;
use super::{Per, claims, kinds, store};
use crate::api::{List, Part, Refusals, json, no_query};
use crate::platform::error::{Error, Result};
use crate::platform::forms::Query;
use crate::platform::page::Answer;
use crate::platform::visit::Visit;
use crate::policy::Permission;

#[derive(OpenApi)]
#[openapi(paths(show, lines, line, all_claims, claim, all_kinds))]
struct Described;

/// What the description of the API says of hours.
pub fn described() -> utoipa::openapi::OpenApi {
    Described::openapi().merge_from(changing::described())
}

/// How it stands for the account's member.
#[utoipa::path(get, path = "/api/v1/hours", tag = "hours", operation_id = "hours",
    responses((status = 200, description = "How it stands in the period of today", body = Account), Refusals))]
pub async fn show(visit: Visit, query: Query) -> Answer {
    no_query(&query)?;
    let (own, today) = (visit.viewer()?.member_id.ok_or(Error::NotFound)?, visit.today());
    let account = visit.read(move |conn, _| account::account(conn, Looked::Member(own), None, today)).await?;
    let period = account.period();
    Ok(json(&Account {
        per: account.duty.as_ref().map(|duty| if duty.per == Per::Home { "home" } else { "member" }.to_owned()),
        from: period.from,
        until: period.until,
        due: period.due,
        given: period.given,
        gifts: period.gifts,
        carried: period.carried,
        missing: period.missing,
        over: period.over,
        exempt: account.exempt,
        name: account.name.clone(),
    }))
}

/// Which lines a list holds.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WantedLines {
    /// Those of this member; for who manages hours.
    #[param(required = false, minimum = 1)]
    pub member_id: Option<i64>,
    /// Those of this unit; for who manages hours.
    #[param(required = false, minimum = 1)]
    pub unit_id: Option<i64>,
    /// Only hours given on this day or later.
    #[param(required = false)]
    pub worked_from: Option<NaiveDate>,
    /// Only hours given on this day or before.
    #[param(required = false)]
    pub worked_until: Option<NaiveDate>,
}

const OF_LINES: [&str; 4] = ["member_id", "unit_id", "worked_from", "worked_until"];

impl WantedLines {
    fn read(query: &Query) -> Result<Self> {
        let (form, reader) = (&query.0, query.0.reader());
        for name in OF_LINES.iter().filter(|name| form.all(name).count() > 1) {
            reader.refuse(name, "wrong-number-once");
        }
        let id = |name| reader.number(name, 1..=i64::MAX);
        let wanted = Self {
            member_id: id("member_id"),
            unit_id: id("unit_id"),
            worked_from: reader.date("worked_from"),
            worked_until: reader.date("worked_until"),
        };
        if wanted.member_id.is_some() && wanted.unit_id.is_some() {
            reader.refuse("unit_id", "wrong-member-or-unit");
        }
        reader.finish()?;
        Ok(wanted)
    }
}

/// The lines of the ledger: those of who asks, or of their home where homes owe; of others for who manages hours.
#[utoipa::path(get, path = "/api/v1/hours/lines", tag = "hours", operation_id = "hour_lines", params(Part, WantedLines),
    responses((status = 200, description = "A page of lines", body = List<HourLine>), Refusals))]
pub async fn lines(visit: Visit, query: Query) -> Answer {
    let Part { after, limit } = Part::read_beside(&query, &OF_LINES)?;
    let wanted = WantedLines::read(&query)?;
    let (own, today) = (visit.viewer()?.member_id, visit.today());
    let asked = wanted.member_id.map(Whose::Member).or(wanted.unit_id.map(Whose::Home));
    let is_own = wanted.member_id.is_some() && wanted.member_id == own;
    if asked.is_some() && !is_own && !visit.may(Permission::HoursManage) {
        return Err(Error::Forbidden);
    }
    let found = visit
        .read(move |conn, _| {
            let whose = match asked {
                Some(whose) => whose,
                None => account::account(conn, Looked::Member(own.ok_or(Error::NotFound)?), None, today)?.whose,
            };
            store::account::page(conn, whose, (wanted.worked_from, wanted.worked_until), after, limit + 1)
        })
        .await?;
    let found: Vec<HourLine> = found.into_iter().map(HourLine::from).collect();
    Ok(json(&List::of(found, limit, |line| line.id)))
}

/// One line, and what was said of it.
#[utoipa::path(get, path = "/api/v1/hours/lines/{id}", tag = "hours", operation_id = "hour_line", params(("id" = i64, Path)),
    responses((status = 200, description = "The line", body = WholeLine), Refusals))]
pub async fn line(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let (manages, today) = (visit.may(Permission::HoursManage), visit.today());
    let found = visit.read(move |conn, visit| WholeLine::find(conn, *id, visit.viewer()?, manages, today)).await?;
    Ok(json(&found))
}

/// Which claims a list holds.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "described, read by name")]
pub struct WantedClaims {
    /// `own`, which is usual, or `to_answer`: those that wait for the account's answer.
    #[param(required = false, pattern = "^(own|to_answer)$")]
    whose: Option<String>,
    /// Only those of this status.
    #[param(required = false, pattern = "^(waiting|returned|approved|refused|withdrawn)$")]
    status: Option<String>,
}

/// The claims of the account's member, or those that wait for their answer.
#[utoipa::path(get, path = "/api/v1/hours/claims", tag = "hours", operation_id = "claims", params(Part, WantedClaims),
    responses((status = 200, description = "A page of claims", body = List<Claim>), Refusals))]
pub async fn all_claims(visit: Visit, query: Query) -> Answer {
    let Part { after, limit } = Part::read_beside(&query, &["whose", "status"])?;
    let reader = query.0.reader();
    for name in ["whose", "status"].iter().filter(|name| query.0.all(name).count() > 1) {
        reader.refuse(name, "wrong-number-once");
    }
    let to_answer = reader.choice("whose", &[("own", false), ("to_answer", true)]).unwrap_or(false);
    let status: Option<Status> = reader.choice("status", &Status::ALL);
    reader.finish()?;
    let (own, manages, today) = (visit.viewer()?.member_id, visit.may(Permission::HoursManage), visit.today());
    let found = visit
        .read(move |conn, _| {
            if to_answer {
                let mut all = claims::waiting(conn, own, manages, today)?;
                all.retain(|claim| claim.id > after && status.is_none_or(|status| claim.status == status));
                all.sort_by_key(|claim| claim.id);
                all.truncate(usize::try_from(limit + 1).unwrap_or(0));
                return Ok(all);
            }
            let Some(own) = own else { return Ok(Vec::new()) };
            store::claims::page(conn, own, status, after, limit + 1)
        })
        .await?;
    let found: Vec<Claim> = found.into_iter().map(Claim::from).collect();
    Ok(json(&List::of(found, limit, |claim| claim.id)))
}

/// One claim, and what became of it.
#[utoipa::path(get, path = "/api/v1/hours/claims/{id}", tag = "hours", operation_id = "claim", params(("id" = i64, Path)),
    responses((status = 200, description = "The claim", body = WholeClaim, headers(("ETag" = String, description = "Its version, for `If-Match`"))), Refusals))]
pub async fn claim(visit: Visit, id: web::Path<i64>, query: Query) -> Answer {
    no_query(&query)?;
    let (manages, today) = (visit.may(Permission::HoursManage), visit.today());
    let found = visit.read(move |conn, visit| WholeClaim::find(conn, *id, visit.viewer()?, manages, today)).await?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, format!("\"{}\"", found.claim.version))).json(found))
}

/// The kinds of work that are claimed, also those that are ended.
#[utoipa::path(get, path = "/api/v1/hours/kinds", tag = "hours", operation_id = "work_kinds", params(Part),
    responses((status = 200, description = "A page of kinds", body = List<WorkKind>), Refusals))]
pub async fn all_kinds(visit: Visit, query: Query) -> Answer {
    let Part { after, limit } = Part::read(&query)?;
    let lang = visit.lang;
    let mut all = visit.read(move |conn, _| kinds::list(conn, lang)).await?;
    all.retain(|kind| kind.id > after);
    all.sort_by_key(|kind| kind.id);
    all.truncate(usize::try_from(limit + 1).unwrap_or(0));
    let all: Vec<WorkKind> = all.into_iter().map(WorkKind::from).collect();
    Ok(json(&List::of(all, limit, |kind| kind.id)))
}
