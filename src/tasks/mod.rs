//! Tasks: what is to be done, by whom, until when, and what came of it.
//!
//! A task belongs to one member, to one unit (everybody who lives there), or to nobody yet; its committee says whose area it
//! is. Every change checks the version that its author saw, so that two people never overwrite each other unknowingly.
//! When something was done is the instant of the verb (`act.now`); which day that was is decided in the co-op's time zone.

pub mod api;
mod assigning;
mod departing;
mod figures;
mod listing;
pub mod notices;
pub mod pages;
pub mod rules;
pub mod slice;
mod store;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::{Value, json};

use assigning::{check_owner, record_assigned, record_taken_away};
pub use figures::{Counts, Overview, Waiting, overview, waiting_for};
pub use listing::{After, Filter, Wanted, Whose};
pub use rules::{Lane, Owner};
use rules::{Standing, Step};

use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, Subject, difference};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::visit::Act;
use crate::policy::Permission;

/// How long a finished task stays on the board.
pub const DONE_SHOWN: TimeDelta = TimeDelta::days(14);
/// The most cards that a lane of the board shows; the rest is in the list.
pub const LANE_MAX: i64 = 60;

row! {
    /// A task with the names that go with it, as somebody sees it.
    #[derive(Debug, Clone)]
    pub struct Task {
        pub id: i64,
        pub title: String,
        /// What done means.
        pub details: String,
        /// `todo`, `doing`, `waiting`, `done` or `cancelled`.
        pub status: String,
        pub due_on: Option<NaiveDate>,
        pub member_id: Option<i64>,
        pub unit_id: Option<i64>,
        pub committee_id: Option<i64>,
        pub credit_minutes: i32,
        pub outcome: String,
        pub done_at: Option<DateTime<Utc>>,
        pub created_by: Option<i64>,
        pub created_at: DateTime<Utc>,
        pub version: i32,
        pub member_name: Option<String>,
        /// Who had it until they left, while nobody has it.
        pub was_name: Option<String>,
        pub unit_label: Option<String>,
        pub committee_en: Option<String>,
        pub committee_fr: Option<String>,
        pub author_name: Option<String>,
        /// Whether it is the viewer's own, or of the home where they live.
        pub mine: bool,
        /// On the board: how many tasks its lane has in all.
        pub lane_count: i64,
    }
}

impl Task {
    /// Where it is on the board; nowhere when it was cancelled.
    pub fn lane(&self) -> Option<Lane> {
        Lane::parse(&self.status)
    }

    pub fn owner(&self) -> Option<Owner> {
        self.member_id.map(Owner::Member).or(self.unit_id.map(Owner::Unit))
    }

    pub fn committee(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.committee_en.as_deref(),
            Lang::Fr => self.committee_fr.as_deref(),
        }
    }

    fn subject(&self) -> Subject {
        Subject { id: self.id, name: self.title.clone() }
    }

    fn facts(&self) -> Value {
        json!({ "title": self.title, "details": self.details, "due_on": self.due_on, "member_id": self.member_id,
                "unit_id": self.unit_id, "committee_id": self.committee_id, "credit_minutes": self.credit_minutes })
    }
}

/// A task as it is written, new or edited.
#[derive(Debug, Clone, Default)]
pub struct NewTask {
    pub title: String,
    /// What done means.
    pub details: String,
    pub owner: Option<Owner>,
    pub due_on: Option<NaiveDate>,
    pub committee_id: Option<i64>,
    pub credit_minutes: i32,
}

impl NewTask {
    fn member_id(&self) -> Option<i64> {
        self.owner.and_then(|owner| if let Owner::Member(id) = owner { Some(id) } else { None })
    }

    fn unit_id(&self) -> Option<i64> {
        self.owner.and_then(|owner| if let Owner::Unit(id) = owner { Some(id) } else { None })
    }

    fn facts(&self) -> Value {
        json!({ "title": self.title, "details": self.details, "due_on": self.due_on, "member_id": self.member_id(),
                "unit_id": self.unit_id(), "committee_id": self.committee_id, "credit_minutes": self.credit_minutes })
    }
}

// ---- reading ----

/// The cards of the board, lane by lane: those of the viewer first, then by due date; the latest first among the done.
pub fn board(conn: &mut PgConnection, filter: &Filter, now: DateTime<Utc>) -> Result<Vec<Task>> {
    store::board(conn, filter, now - DONE_SHOWN, LANE_MAX)
}

/// A page of tasks: the open by due date, what is done or cancelled with the latest first.
pub fn list(conn: &mut PgConnection, filter: &Filter, after: Option<After>, limit: i64) -> Result<Vec<Task>> {
    store::list(conn, filter, after, limit)
}

/// One task.
///
/// # Errors
/// `NotFound` when there is none.
pub fn find(conn: &mut PgConnection, id: i64) -> Result<Task> {
    store::find(conn, id, None)
}

/// One task as a member sees it on a day: `mine` says whether it is theirs.
pub fn seen_by(conn: &mut PgConnection, id: i64, member: Option<i64>, today: NaiveDate) -> Result<Task> {
    store::find(conn, id, member.map(|member| (member, today)))
}

/// What somebody is to a task, and so what they may do with it.
pub fn standing(task: &Task, account: Option<i64>, manages: bool) -> Standing {
    Standing { manages, created: account.is_some() && task.created_by == account, owns: task.mine }
}

// ---- writing ----

fn manages(act: &Act<'_>) -> bool {
    act.viewer.is_none() || act.may(Permission::TasksManage)
}

fn look_at(act: &mut Act<'_>, id: i64) -> Result<(Task, Standing)> {
    let member = act.viewer.and_then(|viewer| viewer.member_id);
    let today = act.today();
    let task = seen_by(act.conn, id, member, today)?;
    let standing = standing(&task, act.viewer.map(|viewer| viewer.account_id), manages(act));
    Ok((task, standing))
}

/// Adds a task.
///
/// # Errors
/// `Invalid` on `assignee` when it is not the author's to give to them (see `rules::may_give`), there is no such member or unit, or
/// they will have left the co-op when it is due; on `committee_id` when there is no such committee.
pub fn create(act: &mut Act<'_>, new: &NewTask) -> Result<i64> {
    let name = check_owner(act, None, new)?;
    let id = store::insert(act.conn, new, act.viewer.map(|viewer| viewer.account_id), act.now)?;
    let subject = Subject { id, name: new.title.clone() };
    events::record(act, &slice::TASK_CREATED, &subject, json!({ "after": new.facts() }))?;
    record_assigned(act, &subject, None, new, name)?;
    Ok(id)
}

/// Changes what a task says and who has it.
///
/// # Errors
/// `Forbidden` to who neither has it, nor wrote it, nor manages tasks; `Conflict` when it was changed meanwhile; `Invalid` as
/// for a new one, and on `credit_hours` when its owner would value it.
pub fn edit(act: &mut Act<'_>, id: i64, new: &NewTask, version: i32) -> Result<Task> {
    let (task, standing) = look_at(act, id)?;
    if !standing.may_change() {
        return Err(Error::Forbidden);
    }
    if task.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    if task.credit_minutes != new.credit_minutes && !standing.may_value() {
        return Err(Error::field("credit_hours", "wrong-hours-not-yours"));
    }
    let name = check_owner(act, task.owner(), new)?;
    let Some(difference) = difference(&task.facts(), &new.facts()) else { return Ok(task) };
    let remind_again = task.due_on != new.due_on || task.owner() != new.owner;
    if !store::update(act.conn, id, version, new, remind_again)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let subject = Subject { id, name: new.title.clone() };
    events::record(act, &slice::TASK_EDITED, &subject, difference)?;
    if task.owner() != new.owner {
        record_taken_away(act, &task)?;
        record_assigned(act, &subject, task.owner(), new, name)?;
    }
    Ok(task)
}

/// What a move was: enough to say it, and to take it back.
#[derive(Debug, Clone)]
pub struct Moved {
    pub title: String,
    /// Where it was; nowhere when it had been cancelled.
    pub from: Option<Lane>,
    /// The version it has now.
    pub version: i32,
}

/// Puts a task on another lane; onto Done means it is done, off Done that it is open again.
///
/// # Errors
/// `Forbidden` to who may not change it; `Conflict` when it was changed meanwhile.
pub fn move_to(act: &mut Act<'_>, id: i64, to: Lane, version: i32) -> Result<Moved> {
    step_to(act, id, to, None, version)
}

/// Takes the last step back. A task that was only opened again by mistake is done since the day it was done, not since today.
///
/// # Errors
/// As for `move_to`.
pub fn take_back(act: &mut Act<'_>, id: i64, to: Lane, version: i32) -> Result<Moved> {
    let last = events::of_subject(act.conn, "task", id, 1)?.pop();
    let was = last.filter(|event| event.is(&slice::TASK_REOPENED)).and_then(|event| rules::done_before(&event.detail));
    step_since(act, id, to, None, version, was)
}

/// A task is done, with what came of it in words (or none).
///
/// # Errors
/// As for `move_to`.
pub fn complete(act: &mut Act<'_>, id: i64, outcome: &str, version: i32) -> Result<Moved> {
    step_to(act, id, Lane::Done, Some(outcome), version)
}

fn step_to(act: &mut Act<'_>, id: i64, to: Lane, outcome: Option<&str>, version: i32) -> Result<Moved> {
    step_since(act, id, to, outcome, version, None)
}

/// A step; onto Done, since `was` or else since now.
fn step_since(
    act: &mut Act<'_>,
    id: i64,
    to: Lane,
    outcome: Option<&str>,
    version: i32,
    was: Option<DateTime<Utc>>,
) -> Result<Moved> {
    let (task, standing) = look_at(act, id)?;
    let from = task.lane();
    if !standing.may_step(from) {
        return Err(Error::Forbidden);
    }
    let step = rules::step(from, to);
    if step == Step::Stay {
        if task.version != version && outcome.is_some_and(|words| !words.is_empty()) {
            return Err(Error::Conflict("conflict-changed")); // what came of it was written by somebody else
        }
        return Ok(Moved { title: task.title, from, version: task.version });
    }
    let done_at = (to == Lane::Done).then_some(was.unwrap_or(act.now));
    if !store::put(act.conn, id, version, to.word(), done_at, outcome)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let mut detail = json!({ "before": { "status": task.status }, "after": { "status": to.word() } });
    let kind = match step {
        Step::Complete => {
            detail["after"]["on_time"] =
                rules::on_time(clock::date_in(act.coop.zone, was.unwrap_or(act.now)), task.due_on).into();
            detail["after"]["outcome"] = outcome.unwrap_or_default().into();
            &slice::TASK_COMPLETED
        }
        Step::Reopen => {
            detail["before"]["done_at"] = json!(task.done_at);
            &slice::TASK_REOPENED
        }
        Step::Move | Step::Stay => &slice::TASK_MOVED,
    };
    events::record(act, kind, &task.subject(), detail)?;
    Ok(Moved { title: task.title, from, version: version + 1 })
}

/// Takes on a task that nobody has.
///
/// # Errors
/// `Forbidden` to who is no member; `Conflict` when somebody was quicker, or it is no longer open.
pub fn take(act: &mut Act<'_>, id: i64) -> Result<Task> {
    let member = act.member_id()?;
    let today = act.today();
    let task = seen_by(act.conn, id, Some(member), today)?;
    if !store::take(act.conn, id, member)? {
        return Err(Error::Conflict("conflict-task-taken"));
    }
    events::record(act, &slice::TASK_TAKEN, &task.subject(), json!({ "after": { "member_id": member } }))?;
    Ok(task)
}

/// Calls a task off. It stays findable in the list, and an admin can move it back.
///
/// # Errors
/// `Forbidden` to who does not manage tasks; `Conflict` when it is done, or was changed meanwhile.
pub fn cancel(act: &mut Act<'_>, id: i64, version: i32) -> Result<Moved> {
    let (task, standing) = look_at(act, id)?;
    if !standing.manages {
        return Err(Error::Forbidden);
    }
    let from = task.lane();
    if from == Some(Lane::Done) {
        return Err(Error::Conflict("conflict-task-done"));
    }
    if from.is_none() {
        return Ok(Moved { title: task.title, from, version: task.version });
    }
    if !store::put(act.conn, id, version, "cancelled", None, None)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let before = json!({ "status": task.status, "member_id": task.member_id, "unit_id": task.unit_id });
    let detail = json!({ "before": before, "after": { "status": "cancelled" } });
    events::record(act, &slice::TASK_CANCELLED, &task.subject(), detail)?;
    Ok(Moved { title: task.title, from, version: version + 1 })
}
