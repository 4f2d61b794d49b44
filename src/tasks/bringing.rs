//! Tasks that come from somewhere else, as they are there: open or done, with what came of them. And taking them out again, as long as
//! nobody touched them.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use serde_json::json;

use super::rules::{Holder, Lane};
use super::{NewTask, account, check_committee, manages, moving, slice, store};
use crate::hours;
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject};
use crate::platform::visit::Act;

pub use store::bringing::Alike;

/// A task as it is elsewhere.
#[derive(Debug, Clone)]
pub struct Brought {
    /// With who has it, or had it when it was done.
    pub new: NewTask,
    /// Where it stands; nowhere when it was called off.
    pub lane: Option<Lane>,
    /// What came of it.
    pub outcome: String,
    /// The day on which it was done, if it was.
    pub done_on: Option<NaiveDate>,
}

impl Brought {
    /// Who did it: whoever had it when it was done, but for a committee, which does nothing itself.
    pub fn doers(&self) -> impl Iterator<Item = Holder> {
        let had = self.new.holders.iter().filter(|_| self.lane == Some(Lane::Done));
        had.filter(|holder| !matches!(holder, Holder::Committee(_))).copied()
    }
}

/// The tasks that are called like one of these, to find those that are there already.
pub fn alike(conn: &mut PgConnection, titles: &[&str]) -> Result<Vec<Alike>> {
    store::bringing::alike(conn, titles)
}

/// Writes a task down as it is elsewhere, and the hours of who did it, if they count. Nobody is told,
/// also not that it is late already. Its number, and whether the hours
/// count already.
///
/// # Errors
/// `Forbidden` to who does not manage tasks; `Invalid` on `committee_id` or `assignee` when there is no such one.
pub fn bring(act: &mut Act<'_>, brought: &Brought) -> Result<(i64, bool)> {
    if !manages(act) {
        return Err(Error::Forbidden);
    }
    let Brought { new, lane, outcome, done_on } = brought;
    check_committee(act, new.committee_id)?;
    let author = account(act);
    let id = store::insert(act.conn, new, author, act.now)?;
    for holder in &new.holders {
        if store::holder_name(act.conn, *holder)?.is_none() {
            return Err(Error::field("assignee", "wrong-choice"));
        }
        store::hold(act.conn, id, *holder, (false, false), act.now)?;
    }
    let (today, is_done) = (act.today(), *lane == Some(Lane::Done));
    let day = done_on.unwrap_or(today).min(today);
    let noon = clock::instant(act.coop.zone, day.and_time(NaiveTime::MIN) + chrono::TimeDelta::hours(12));
    let done_at = is_done.then_some(noon.filter(|noon| *noon < act.now).unwrap_or(act.now));
    let status = lane.map_or("cancelled", Lane::word);
    let put = store::Put { status, done_at, done_by: author.filter(|_| is_done), outcome: Some(outcome) };
    store::put(act.conn, id, 1, &put)?;
    let doers: Vec<Holder> = brought.doers().collect();
    store::note_doers(act.conn, id, &doers)?;
    let mut after = new.facts();
    after["status"] = status.into();
    after["outcome"] = json!(outcome);
    after["holders"] = moving::words(&new.holders);
    after["did"] = moving::words(&doers);
    after["done_on"] = json!(is_done.then_some(day));
    let subject = Subject { id, name: new.title.clone() };
    events::record(act, &slice::TASK_BROUGHT_IN, &subject, json!({ "after": after }))?;
    if !is_done {
        if new.due_on.is_some_and(|due| due < today) {
            store::bringing::known_late(act.conn, id, today)?;
        }
        return Ok((id, false));
    }
    let task = store::find(act.conn, id, None)?;
    moving::credit(act, &task, day)?;
    Ok((id, store::credit_counts(act.conn, id)?))
}

/// A print of each of some tasks, with whatever hangs on it: another as soon as anybody touches it.
pub fn prints(conn: &mut PgConnection, ids: &[i64]) -> Result<BTreeMap<i64, String>> {
    store::bringing::prints(conn, ids)
}

/// Takes tasks out again that are as in these prints, and takes their hours back. Those that were touched, in their order.
///
/// # Errors
/// `Forbidden` to who does not manage tasks.
pub fn take_out(act: &mut Act<'_>, prints: &BTreeMap<i64, String>) -> Result<Vec<i64>> {
    if !manages(act) {
        return Err(Error::Forbidden);
    }
    let ids: Vec<i64> = prints.keys().copied().collect();
    let now = store::bringing::prints(act.conn, &ids)?;
    let (untouched, touched): (Vec<i64>, Vec<i64>) = ids.iter().partition(|id| now.get(*id) == prints.get(*id));
    for id in &untouched {
        hours::take_back(act, slice::TASK.word, *id)?;
    }
    store::bringing::take_out(act.conn, &untouched)?;
    Ok(touched.into_iter().filter(|id| now.contains_key(id)).collect())
}

/// What some tasks are called.
pub fn titles(conn: &mut PgConnection, ids: &[i64]) -> Result<Vec<(i64, String)>> {
    store::bringing::titles(conn, ids)
}
