//! A task moves: between the lanes, onto Done with who did it and what came of it, and off it again.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use super::rules::{self, Holder, Kind, Lane, Standing, Step};
use super::{Task, account, look_at, slice, store};
use crate::hours::{self, Doer, Work};
use crate::platform::clock;
use crate::platform::error::{Error, Result};
use crate::platform::events;
use crate::platform::visit::Act;

/// What a move was: enough to say it, and to take it back.
#[derive(Debug, Clone)]
pub struct Moved {
    pub title: String,
    /// Where it was; nowhere when it had been cancelled.
    pub from: Option<Lane>,
    /// The version it has now.
    pub version: i32,
}

/// What is said when a task is done.
#[derive(Debug, Clone, Default)]
pub struct Completion {
    /// What came of it.
    pub outcome: String,
    /// Who did it: members and homes. Where nobody says so, who has it; where nobody has it, whoever says that it is done.
    pub doers: Option<Vec<Holder>>,
    /// Since when it is done, where that is not now: never later.
    pub done_at: Option<DateTime<Utc>>,
}

/// Puts a task on another lane; onto Done means it is done, off Done that it is open again.
///
/// # Errors
/// `Forbidden` to who may not change it; `Conflict` when it was changed meanwhile.
pub fn move_to(act: &mut Act<'_>, id: i64, to: Lane, version: i32) -> Result<Moved> {
    step_since(act, id, to, None, version, None)
}

/// Takes the last step back. A task that was only opened again by mistake is done since the day it was done, not since today, by who did it.
///
/// # Errors
/// As for `move_to`.
pub fn take_back(act: &mut Act<'_>, id: i64, to: Lane, version: i32) -> Result<Moved> {
    let last = events::of_subject(act.conn, "task", id, 1)?.pop();
    let reopened = last.filter(|event| event.is(&slice::TASK_REOPENED)).map(|event| event.detail);
    let was = reopened.as_ref().and_then(rules::done_before);
    let doers = reopened.map(|detail| rules::done_by_before(&detail)).filter(|_| was.is_some());
    let completion = doers.map(|doers| Completion { doers: Some(doers), ..Completion::default() });
    step_since(act, id, to, completion.as_ref(), version, was)
}

/// A task is done, with what came of it and who did it.
///
/// # Errors
/// As for `move_to`, and `Invalid` on `did` where somebody is named who is no member and no home.
pub fn complete(act: &mut Act<'_>, id: i64, completion: &Completion, version: i32) -> Result<Moved> {
    step_since(act, id, Lane::Done, Some(completion), version, None)
}

/// A step; onto Done, since `was`, since when it is said to be done, or else since now.
fn step_since(
    act: &mut Act<'_>,
    id: i64,
    to: Lane,
    completion: Option<&Completion>,
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
        if task.version != version && completion.is_some_and(|said| !said.outcome.is_empty()) {
            return Err(Error::Conflict("conflict-changed")); // what came of it was written by somebody else
        }
        return Ok(Moved { title: task.title, from, version: task.version });
    }
    let since = was.or(completion.and_then(|said| said.done_at)).map_or(act.now, |at| at.min(act.now));
    let done_at = (to == Lane::Done).then_some(since);
    let outcome = completion.filter(|_| was.is_none()).map(|said| said.outcome.as_str());
    let put = store::Put { status: to.word(), done_at, done_by: account(act).filter(|_| to == Lane::Done), outcome };
    if !store::put(act.conn, id, version, &put)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let mut detail = json!({ "before": { "status": task.status }, "after": { "status": to.word() } });
    let kind = match step {
        Step::Complete => {
            let doers = done_by(act, &task, completion)?;
            let day = clock::date_in(act.coop.zone, since);
            detail["after"]["on_time"] = rules::on_time(day, task.due_on).into();
            detail["after"]["outcome"] = outcome.unwrap_or_default().into();
            detail["after"]["did"] = words(&doers);
            &slice::TASK_COMPLETED
        }
        Step::Reopen => {
            let doers = store::take_doers(act.conn, id)?;
            detail["before"]["done_at"] = json!(task.done_at);
            detail["before"]["did"] = words(&doers);
            &slice::TASK_REOPENED
        }
        Step::Move | Step::Stay => &slice::TASK_MOVED,
    };
    events::record(act, kind, &task.subject(), detail)?;
    match step {
        Step::Complete if task.approves && (standing.manages || standing.leads) && !did_it(act, id)? => {
            let account = account(act);
            store::approve(act.conn, id, account)?;
        }
        Step::Reopen if task.approves => store::approve(act.conn, id, None)?,
        _ => {}
    }
    match step {
        Step::Complete => credit(act, &task, clock::date_in(act.coop.zone, since))?,
        Step::Reopen => hours::take_back(act, slice::TASK.word, id)?,
        Step::Move | Step::Stay => {}
    }
    Ok(Moved { title: task.title, from, version: version + 1 })
}

/// The hours of a task that is done since a day go to who did it, if they count already.
pub(super) fn credit(act: &mut Act<'_>, task: &Task, day: NaiveDate) -> Result<()> {
    if task.credit_minutes == 0 || !store::credit_counts(act.conn, task.id)? {
        return Ok(());
    }
    let kind = match task.kind {
        Kind::Task => hours::Kind::Task,
        Kind::Chore => hours::Kind::Chore,
    };
    let (about, about_id, title) = (slice::TASK.word, task.id, task.title.as_str());
    let work = Work { kind, about, about_id, title, worked_on: day, minutes: task.credit_minutes };
    let doers = store::doers(act.conn, task.id)?.into_iter().filter_map(|doer| match doer {
        Holder::Member(id) => Some(Doer::Member(id)),
        Holder::Unit(id) => Some(Doer::Unit(id)),
        Holder::Committee(_) => None,
    });
    hours::credit(act, &work, &doers.collect::<Vec<_>>())
}

pub(super) fn words(doers: &[Holder]) -> Value {
    doers.iter().map(|doer| doer.value()).collect()
}

/// Notes who did it.
fn done_by(act: &mut Act<'_>, task: &Task, completion: Option<&Completion>) -> Result<Vec<Holder>> {
    let said = completion.and_then(|completion| completion.doers.clone());
    let doers = said.unwrap_or_else(|| {
        let own = act.viewer.and_then(|viewer| viewer.member_id).map(Holder::Member);
        rules::doers(&task.all_holders(), own)
    });
    for doer in &doers {
        if matches!(doer, Holder::Committee(_)) || store::holder_name(act.conn, *doer)?.is_none() {
            return Err(Error::field("did", "wrong-choice"));
        }
    }
    store::note_doers(act.conn, task.id, &doers)?;
    Ok(doers)
}

/// Whether somebody is one of those who did a task.
fn did_it(act: &mut Act<'_>, id: i64) -> Result<bool> {
    let today = act.today();
    match act.viewer.and_then(|viewer| viewer.member_id) {
        Some(member) => store::did_it(act.conn, id, member, today),
        None => Ok(false),
    }
}

/// Whether somebody's yes would make the hours of a task count: not theirs who has it, nor theirs who set them. Where its committee
/// looks at what was done, it is the yes of who leads it or manages tasks, once it is done.
pub fn may_agree(task: &Task, account: Option<i64>, standing: Standing) -> bool {
    let open = task.credit_minutes > 0 && !task.credit_counts && !standing.owns && account.is_some();
    open && if task.looked_at() { standing.leads || standing.manages } else { task.valued_by != account }
}

/// Agrees to the hours of a task. Hours that somebody set for a task of their own, or that are more than one person may set, count once
/// somebody else agreed; where its committee looks at what was done, all do.
///
/// # Errors
/// `Forbidden` to whoever has it, did it or set the hours; `Conflict` when they count already or the task was changed meanwhile.
pub fn agree(act: &mut Act<'_>, id: i64, version: i32) -> Result<Task> {
    act.member_id()?;
    let (task, standing) = look_at(act, id)?;
    if task.credit_counts || task.version != version {
        return Err(Error::Conflict("conflict-changed"));
    }
    let account = account(act);
    if !may_agree(&task, account, standing) || did_it(act, id)? {
        return Err(Error::Forbidden);
    }
    if !store::agree(act.conn, id, version, account)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let detail = json!({ "after": { "credit_minutes": task.credit_minutes } });
    events::record(act, &slice::TASK_CREDIT_AGREED, &task.subject(), detail)?;
    if let Some(done_at) = task.done_at {
        credit(act, &task, clock::date_in(act.coop.zone, done_at))?;
    }
    Ok(task)
}

/// Calls a task off. It stays findable in the list, and an admin can move it back.
///
/// # Errors
/// `Forbidden` to who neither manages tasks nor leads its committee; `Conflict` when it is done, or was changed meanwhile.
pub fn cancel(act: &mut Act<'_>, id: i64, version: i32) -> Result<Moved> {
    let (task, standing) = look_at(act, id)?;
    if !standing.may_cancel() {
        return Err(Error::Forbidden);
    }
    let from = task.lane();
    if from == Some(Lane::Done) {
        return Err(Error::Conflict("conflict-task-done"));
    }
    if from.is_none() {
        return Ok(Moved { title: task.title, from, version: task.version });
    }
    let put = store::Put { status: "cancelled", done_at: None, done_by: None, outcome: None };
    if !store::put(act.conn, id, version, &put)? {
        return Err(Error::Conflict("conflict-changed"));
    }
    let detail = json!({ "before": { "status": task.status }, "after": { "status": "cancelled" } });
    events::record(act, &slice::TASK_CANCELLED, &task.subject(), detail)?;
    Ok(Moved { title: task.title, from, version: version + 1 })
}
