//! Undoing an import. Of members: who was added goes out again, who was changed is as before. Whoever was touched since is left alone and named.
//!
//! "Touched" is asked of every table that points at members, by a print of all of those rows that was taken when the import ended.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::homes::{Facts, HomeChanged};
use super::what::What;
use super::{entry, meetings, slice, store, tasks};
use crate::accounts;
use crate::attendance::sheets;
use crate::members::{self, taking_back};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::jobs;
use crate::platform::visit::Act;
use crate::units;
use crate::upkeep;

/// What an import did to whom, and how they were before and after.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Journal {
    pub added: Vec<i64>,
    pub changed: Vec<i64>,
    /// The rows of who was changed, from before.
    pub before: HashMap<i64, Value>,
    /// The print of each afterwards.
    pub prints: HashMap<i64, String>,
    pub units: HashMap<i64, String>,
    pub committees: HashMap<i64, String>,
    /// Homes that were known already, in the order in which they were changed.
    #[serde(default)]
    pub homes: Vec<HomeChanged>,
    /// The print of each task.
    #[serde(default)]
    pub tasks: BTreeMap<i64, String>,
    /// What the sheet of each meeting wrote.
    #[serde(default)]
    pub meetings: BTreeMap<i64, sheets::Noted>,
}

/// What an undo did.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Undone {
    pub removed: usize,
    pub put_back: usize,
    /// Members, tasks or meetings that changed since the import.
    pub left_alone: Vec<i64>,
    pub units_removed: usize,
    pub committees_removed: usize,
    #[serde(default)]
    pub units_put_back: usize,
}

/// Takes the prints that tell later whether somebody was touched.
pub fn seal(act: &mut Act<'_>, journal: &mut Journal, units: &[i64], committees: &[i64]) -> Result<()> {
    let all: Vec<i64> = journal.added.iter().chain(&journal.changed).copied().collect();
    journal.prints = taking_back::prints(act.conn, &all)?;
    journal.units = store::place_prints(act.conn, "units", units)?;
    journal.committees = store::place_prints(act.conn, "committees", committees)?;
    Ok(())
}

/// Undoes an import. Undoing it again is no error and does nothing.
///
/// # Errors
/// `NotFound` when there is none of this id that can still be undone; `Forbidden` to who may not bring such things in.
pub fn undo(act: &mut Act<'_>, id: i64) -> Result<Undone> {
    let store::Journaled { what, journal, until, undone } = store::journal(act.conn, id)?;
    what.must_be_allowed(act)?;
    if let Some(undone) = undone {
        return Ok(undone);
    }
    if act.now >= until {
        return Err(Error::NotFound);
    }
    let undone = match what {
        What::Members => members_back(act, &journal)?,
        What::Tasks => tasks::undo(act, &journal)?,
        What::Meetings => meetings::undo(act, &journal)?,
    };
    store::set_undone(act.conn, id, &undone)?;
    jobs::enqueue(act.conn, &upkeep::slice::COUNT_ROWS, json!({}), act.now)?;
    Ok(undone)
}

fn members_back(act: &mut Act<'_>, journal: &Journal) -> Result<Undone> {
    let everybody: Vec<i64> = journal.added.iter().chain(&journal.changed).copied().collect();
    let now = taking_back::prints(act.conn, &everybody)?;
    let untouched = |id: &&i64| journal.prints.get(*id).is_some_and(|print| now.get(*id) == Some(print));
    let removed: Vec<i64> = journal.added.iter().filter(untouched).copied().collect();
    let put_back: Vec<i64> = journal.changed.iter().filter(untouched).copied().collect();
    let left_alone: Vec<i64> = everybody.iter().filter(|id| now.contains_key(*id) && !untouched(id)).copied().collect();
    let sealed = taking_back::take_out(act, &removed)?;
    let names = members::names(act.conn, &put_back)?;
    for id in &put_back {
        if let Some(before) = journal.before.get(id) {
            let moves = members::contact(act.conn, *id)?.email.as_deref() != before["members"][0]["email"].as_str();
            let held = if moves { accounts::address::let_go(act, *id)? } else { None };
            taking_back::put_back(act.conn, *id, before)?;
            if let Some(account) = held {
                accounts::address::moved(act, &account)?;
            }
            let name = names.get(id).cloned().unwrap_or_default();
            let ledger = members::told_of(act.conn, *id)?;
            events::record(act, &slice::MEMBER_PUT_BACK, &Subject { id: *id, name }, json!({ "ledger": ledger }))?;
            members::follow(act, *id)?;
        }
    }
    let undone = Undone {
        removed: removed.len(),
        put_back: put_back.len(),
        left_alone,
        units_put_back: put_homes_back(act, &journal.homes)?,
        units_removed: store::take_places_out(act.conn, "units", &journal.units)?,
        committees_removed: store::take_places_out(act.conn, "committees", &journal.committees)?,
    };
    let detail = json!({
        "removed": undone.removed, "put_back": undone.put_back, "left_alone": undone.left_alone.len(),
        "taken_out": removed, "sealed": sealed,
    });
    events::record_of_coop(act, &slice::MEMBERS_IMPORT_UNDONE, detail)?;
    Ok(undone)
}

/// What of homes is still as the import left it, is as before. How many homes that changes.
fn put_homes_back(act: &mut Act<'_>, homes: &[HomeChanged]) -> Result<usize> {
    let mut count = 0;
    for home in homes.iter().rev() {
        let unit = match units::find(act.conn, home.id) {
            Err(Error::NotFound) => continue,
            other => other?,
        };
        let now = Facts { bedrooms: unit.bedrooms, area_m2: unit.area_m2, floor: unit.floor };
        let back = home.put_back(now);
        if back != now {
            entry::set_facts(act, &unit, back)?;
            count += 1;
        }
    }
    Ok(count)
}
