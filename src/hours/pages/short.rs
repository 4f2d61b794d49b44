//! Who is short in the last period that is over, for the participation committee and who manages hours, in the order of names. It says
//! no reason, and nothing follows from it by itself.

use askama::Template;

use crate::committees;
use crate::hours::account::{self, ShortList};
use crate::hours::{Doer, duty};
use crate::platform::duration::said;
use crate::platform::error::{Error, Result};
use crate::platform::page::{self, Answer, Page};
use crate::platform::visit::Visit;
use crate::policy::Permission;

struct Row {
    name: String,
    href: String,
    due: String,
    given: String,
    missing: String,
}

#[derive(Template)]
#[template(path = "hours/short.html")]
struct ShortPage {
    page: Page,
    /// From, until, when it was first told.
    days: Option<(String, String, String)>,
    rows: Vec<Row>,
    others: usize,
    homes: bool,
    manages: bool,
}

/// Whether somebody reads the list: who manages hours, and who sits on the committee that a duty names.
fn may_read(conn: &mut diesel::PgConnection, visit: &Visit) -> Result<bool> {
    if visit.may(Permission::HoursManage) {
        return Ok(true);
    }
    let Some(member) = visit.viewer()?.member_id else { return Ok(false) };
    let (duties, _) = duty::all(conn)?;
    for committee in duties.iter().rev().filter_map(|duty| duty.committee_id).take(3) {
        if committees::sits(conn, committee, member, visit.today())? {
            return Ok(true);
        }
    }
    Ok(false)
}

pub async fn index(visit: Visit) -> Answer {
    let list = visit
        .read(|conn, visit| {
            if !may_read(conn, visit)? {
                return Err(Error::Forbidden);
            }
            account::short(conn, visit.today())
        })
        .await?;
    page::ok(&visit, &short_page(&visit, list))
}

fn short_page(visit: &Visit, list: Option<ShortList>) -> ShortPage {
    let lang = visit.lang;
    let homes = list.as_ref().is_none_or(|list| list.duty.per == crate::hours::Per::Home);
    let days = list.as_ref().map(|list| (lang.day(list.from), lang.day(list.last_day), lang.day(list.told_from)));
    let others = list.as_ref().map_or(0, |list| list.others);
    let row = |short: account::Short| Row {
        href: match short.party {
            Doer::Member(id) => format!("/hours/members/{id}"),
            Doer::Unit(id) => format!("/hours/homes/{id}"),
        },
        name: short.name,
        due: said(short.period.due),
        given: said(short.period.given + short.period.gifts + short.period.carried),
        missing: said(short.period.missing),
    };
    ShortPage {
        page: Page::new(visit, "hours", if homes { "hours-short-homes" } else { "hours-short-members" }),
        days,
        rows: list.map_or_else(Vec::new, |list| list.short.into_iter().map(row).collect()),
        others,
        homes,
        manages: visit.may(Permission::HoursManage),
    }
}
