//! Repairs: what residents ask to have repaired, at home or in a common place, and what becomes of it.
//!
//! A request is no task: a task is seen by everybody with an account, a request by who asked, by the household that lived in the home
//! then and still does, by who deals with it, and by those who answer for repairs (`functions/repairs.sql` says it, once). How to get
//! in stands in a table of its own (`access`): only the home and who comes read it, and closing the request removes it in the same
//! transaction. No event, mail, search, file or API has a word of a request; the log knows it by its number.

pub mod access;
mod departing;
mod notices;
pub mod pages;
pub mod rules;
pub mod slice;
pub mod steps;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

pub use access::Access;
pub use rules::{Appointment, Entry, Status, Urgency};
pub use store::{Answerable, Filter, Part, SHOWN_MAX};

use crate::files::File;
use crate::platform::asker::Asker;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, EventKind, Subject, difference};
use crate::platform::sql::{Gathered, row};
use crate::platform::visit::Act;
use crate::policy::{Permission, Policy, Role};
use crate::units;

row! {
    /// A request with the names that go with it, and what it is to who looks.
    #[derive(Debug, Clone)]
    pub struct Repair {
        pub id: i64,
        /// None for a common place.
        pub unit_id: Option<i64>,
        pub home: Option<String>,
        /// Where in the home, or in the building.
        pub place: String,
        pub title: String,
        pub details: String,
        pub urgency: Urgency,
        pub status: Status,
        pub asked_by: Option<i64>,
        /// Who asked, or who wrote it down.
        pub asker: Option<String>,
        pub dealer_id: Option<i64>,
        pub dealer: Option<String>,
        pub visit_on: Option<NaiveDate>,
        pub visit_from: Option<NaiveTime>,
        pub visit_to: Option<NaiveTime>,
        /// What was done, or why it was closed without repair.
        pub outcome: String,
        pub asked_at: DateTime<Utc>,
        pub closed_at: Option<DateTime<Utc>>,
        pub version: i32,
        /// They asked, or are of the household.
        pub own: bool,
        /// They are of the household.
        pub lives: bool,
        /// They deal with it, and come.
        pub comes: bool,
        /// They may do its next step.
        pub deals: bool,
        /// They answer for repairs.
        pub leads: bool,
        /// The committee that deals with repairs.
        pub committee_id: Option<i64>,
    }
}

row! {
    /// A request with its photos.
    pub struct Whole where repair: Repair {
        pub files: Gathered<Vec<File>>,
    }
}

impl Repair {
    pub fn is_open(&self) -> bool {
        self.status.is_open()
    }

    /// When somebody comes, if it is planned.
    pub fn appointment(&self) -> Option<Appointment> {
        Some(Appointment { on: self.visit_on?, from: self.visit_from, to: self.visit_to })
    }

    /// What it asks for, as it is written.
    pub fn written(&self) -> NewRepair {
        NewRepair {
            unit_id: self.unit_id,
            place: self.place.clone(),
            title: self.title.clone(),
            details: self.details.clone(),
            urgency: self.urgency,
        }
    }
}

/// A request as it is written, new or edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRepair {
    /// Editing does not change it: who reads it hangs on it.
    pub unit_id: Option<i64>,
    pub place: String,
    pub title: String,
    pub details: String,
    pub urgency: Urgency,
}

// ---- reading ----

/// The requests that somebody sees, of one part of their page: what is urgent first, then what waits longest.
pub fn list(conn: &mut PgConnection, asker: &Asker<'_>, filter: &Filter) -> Result<Vec<Repair>> {
    store::list(conn, asker, filter)
}

/// One request, for who sees it.
///
/// # Errors
/// `NotFound`.
pub fn find(conn: &mut PgConnection, asker: &Asker<'_>, id: i64) -> Result<Repair> {
    store::find(conn, asker, id)
}

/// The same with its photos.
///
/// # Errors
/// `NotFound`.
pub fn whole(conn: &mut PgConnection, asker: &Asker<'_>, id: i64) -> Result<Whole> {
    store::whole(conn, asker, id)
}

/// Who answers for repairs, and what of that somebody is.
pub fn answerable(conn: &mut PgConnection, asker: &Asker<'_>, policy: &Policy) -> Result<Answerable> {
    store::answerable(conn, asker, &offices(policy))
}

/// The roles that see all requests.
pub fn offices(policy: &Policy) -> Vec<&'static str> {
    let all = Role::ALL.into_iter().filter(|role| policy.allows(*role, Permission::RepairsManage));
    all.map(Role::word).collect()
}

/// To whom somebody may hand a request: anybody who is here for the office, the committee for the rest.
pub fn dealers(conn: &mut PgConnection, asker: &Asker<'_>) -> Result<Vec<(i64, String)>> {
    store::dealers(conn, asker)
}

// ---- writing ----

fn subject(id: i64) -> Subject {
    Subject { id, name: format!("№ {id}") }
}

fn record(act: &mut Act<'_>, kind: &'static EventKind, id: i64, detail: Value) -> Result<()> {
    events::record(act, kind, &subject(id), detail)?;
    Ok(())
}

/// A request that whoever acts sees, and that nobody else changes until this transaction ends.
fn look_at(act: &mut Act<'_>, id: i64) -> Result<Repair> {
    let asker = act.asker();
    store::lock(act.conn, id)?;
    store::find(act.conn, &asker, id)
}

/// The same in the version that they saw.
fn look_at_version(act: &mut Act<'_>, id: i64, version: i32) -> Result<Repair> {
    let repair = look_at(act, id)?;
    if repair.version == version { Ok(repair) } else { Err(Error::Conflict("conflict-changed")) }
}

/// Asks for a repair.
///
/// # Errors
/// `Invalid` on `repair_home` when it is not the home of who asks, unless they answer for all repairs; on `access_enter` when there is
/// no home to get into.
pub fn ask(act: &mut Act<'_>, new: &NewRepair, access: Option<&Access>) -> Result<i64> {
    let (account, member) =
        (act.viewer.map(|viewer| viewer.account_id), act.viewer.and_then(|viewer| viewer.member_id));
    let today = act.today();
    if let Some(unit) = new.unit_id {
        let own = match member {
            Some(member) => units::of_member(act.conn, member, today)?.iter().any(|(id, _)| *id == unit),
            None => false,
        };
        let of_office = act.may(Permission::RepairsManage) && units::names(act.conn, &[unit])?.contains_key(&unit);
        if !own && !of_office {
            return Err(Error::field("repair_home", "wrong-choice"));
        }
    }
    if access.is_some() && new.unit_id.is_none() {
        return Err(Error::field("access_enter", "wrong-repair-access-common"));
    }
    let id = store::insert(act.conn, new, (account, member), (act.now, today))?;
    let after = json!({ "status": Status::Sent, "urgency": new.urgency, "unit_id": new.unit_id });
    record(act, &slice::REPAIR_ASKED, id, json!({ "after": after }))?;
    if let Some(access) = access {
        store::give_access(act.conn, id, access, act.now)?;
    }
    Ok(id)
}

/// Changes what a request says. Whoever took something private out of it took it out everywhere: no version and no event keeps it.
///
/// # Errors
/// `Forbidden` to who neither asked nor lives there; `Conflict` when it was changed meanwhile.
pub fn edit(act: &mut Act<'_>, id: i64, version: i32, new: &NewRepair) -> Result<()> {
    let repair = look_at_version(act, id, version)?;
    if !repair.own {
        return Err(Error::Forbidden);
    }
    let before = repair.written();
    let new = NewRepair { unit_id: before.unit_id, ..new.clone() };
    if new == before {
        return Ok(());
    }
    store::update(act.conn, id, &new)?;
    let said = |of: &NewRepair| json!({ "urgency": of.urgency });
    let mut detail = difference(&said(&before), &said(&new)).unwrap_or_else(|| json!({ "before": {}, "after": {} }));
    let words = |of: &NewRepair| (of.place.clone(), of.title.clone(), of.details.clone());
    if words(&before) != words(&new) {
        detail["after"]["words"] = "…".into();
    }
    record(act, &slice::REPAIR_CHANGED, id, detail)
}

/// Names the committee that deals with repairs; none leaves them to who manages repairs.
///
/// # Errors
/// `Invalid` on `repairs_committee` when there is no such committee.
pub fn settle(act: &mut Act<'_>, committee: Option<i64>) -> Result<()> {
    if let Some(id) = committee
        && !store::committee_is_open(act.conn, id)?
    {
        return Err(Error::field("repairs_committee", "wrong-choice"));
    }
    let before = store::committee(act.conn)?;
    if before == committee {
        return Ok(());
    }
    store::settle(act.conn, committee)?;
    let detail = json!({ "before": { "committee_id": before }, "after": { "committee_id": committee } });
    events::record_of_coop(act, &slice::REPAIRS_SETTLED, detail)
}

/// The committee that deals with repairs.
pub fn committee(conn: &mut PgConnection) -> Result<Option<i64>> {
    store::committee(conn)
}
