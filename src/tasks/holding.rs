//! Who has a task: given, taken, given up, taken away. Where people sign up for places, whoever comes later waits for one.

use serde_json::json;

use super::rules::{self, Holder};
use super::{HOLDERS_MAX, NewTask, Task, look_at, manages, slice, store, to_change};
use crate::platform::error::{Error, Result};
use crate::platform::events::{self, EventKind, Subject};
use crate::platform::visit::Act;
use crate::{committees, members, units};

/// What events say of a holder.
fn told(holder: Holder) -> serde_json::Value {
    let id = |wanted: &str| (holder.kind() == wanted).then(|| holder.id());
    json!({ "member_id": id("member"), "unit_id": id("unit"), "committee_id": id("committee") })
}

/// The name of a new holder, once it is clear that they exist and may be given the task.
fn check(act: &mut Act<'_>, was: &[Holder], holder: Holder, task: &NewTask) -> Result<String> {
    let name = store::holder_name(act.conn, holder)?.ok_or_else(|| Error::field("assignee", "wrong-choice"))?;
    let (manages, own, today) = (manages(act), act.viewer.and_then(|viewer| viewer.member_id), act.today());
    if !manages {
        let mut reach = rules::Reach { own, ..rules::Reach::default() };
        if let Some(member) = own {
            reach.units = units::of_member(act.conn, member, today)?.into_iter().map(|(id, _)| id).collect();
            let team = committees::team(act.conn, member, today)?;
            reach.committees = team.iter().map(|one| one.committee).collect();
            let of_task = team.iter().filter(|one| Some(one.committee) == task.committee_id);
            reach.team = of_task.map(|one| one.member).collect();
        }
        if !rules::may_give(&reach, was, holder) {
            return Err(Error::field("assignee", "wrong-not-yours-to-give"));
        }
    }
    if let (Holder::Member(member), false) = (holder, was.contains(&holder)) {
        members::must_be_here(act.conn, member, task.due_on.unwrap_or(today).max(today), "assignee")?;
    }
    Ok(name)
}

/// Somebody has a task from now on; told as taken where they gave it to themselves.
pub(super) fn begin(
    act: &mut Act<'_>,
    subject: &Subject,
    holder: Holder,
    was: &[Holder],
    task: &NewTask,
) -> Result<()> {
    let name = check(act, was, holder, task)?;
    let own = act.viewer.and_then(|viewer| viewer.member_id).map(Holder::Member);
    store::hold(act.conn, subject.id, holder, (own == Some(holder), false), act.now)?;
    record_begun(act, subject, holder, &name, task)
}

fn record_begun(act: &mut Act<'_>, subject: &Subject, holder: Holder, name: &str, task: &NewTask) -> Result<()> {
    let own = act.viewer.and_then(|viewer| viewer.member_id).map(Holder::Member);
    if own == Some(holder) {
        return record(act, &slice::TASK_TAKEN, subject, json!({ "after": { "member_id": holder.id() } }));
    }
    let mut after = told(holder);
    after["name"] = name.into();
    after["due_on"] = json!(task.due_on);
    record(act, &slice::TASK_ASSIGNED, subject, json!({ "after": after }))
}

fn record(act: &mut Act<'_>, kind: &'static EventKind, subject: &Subject, detail: serde_json::Value) -> Result<()> {
    events::record(act, kind, subject, detail).map(|_| ())
}

fn changed(act: &mut Act<'_>, id: i64, version: i32) -> Result<()> {
    if store::touch(act.conn, id, version)? { Ok(()) } else { Err(Error::Conflict("conflict-changed")) }
}

/// Gives a task to one more.
///
/// # Errors
/// As for `edit`; `Invalid` on `assignee` as for a new task, and where there are `HOLDERS_MAX` already; `Conflict` when it is not open.
pub fn give(act: &mut Act<'_>, id: i64, holder: Holder, version: i32) -> Result<Task> {
    let (task, _) = to_change(act, id, version)?;
    if !task.is_open() {
        return Err(Error::Conflict("conflict-task-closed"));
    }
    let was = task.all_holders();
    if was.contains(&holder) {
        return Ok(task);
    }
    if was.len() >= HOLDERS_MAX || task.places_free() == Some(0) {
        return Err(Error::field("assignee", "wrong-no-place"));
    }
    changed(act, id, version)?;
    begin(act, &task.subject(), holder, &was, &task.written())?;
    Ok(task)
}

/// Takes a task from somebody who has it, or from the list of those who wait.
///
/// # Errors
/// As for `edit`. Nothing happens where they do not have it.
pub fn take_away(act: &mut Act<'_>, id: i64, holder: Holder, version: i32) -> Result<Task> {
    let (task, _) = to_change(act, id, version)?;
    changed(act, id, version)?;
    end(act, &task, holder)?;
    move_up(act, id)?;
    Ok(task)
}

fn end(act: &mut Act<'_>, task: &Task, holder: Holder) -> Result<()> {
    if store::let_go(act.conn, task.id, holder)? {
        record(act, &slice::TASK_TAKEN_AWAY, &task.subject(), json!({ "before": told(holder) }))?;
    }
    Ok(())
}

/// Gives a task to somebody alone, or to nobody.
///
/// # Errors
/// As for `give`.
pub fn hand_over(act: &mut Act<'_>, id: i64, to: Option<Holder>, version: i32) -> Result<Task> {
    let (task, _) = to_change(act, id, version)?;
    let was = task.all_holders();
    if was == to.into_iter().collect::<Vec<_>>() {
        return Ok(task);
    }
    changed(act, id, version)?;
    for holder in was.iter().filter(|holder| Some(**holder) != to) {
        end(act, &task, *holder)?;
    }
    if let Some(to) = to.filter(|to| !was.contains(to)) {
        begin(act, &task.subject(), to, &was, &task.written())?;
    }
    Ok(task)
}

/// Takes on a task that nobody has, or signs up for a place of it; where all are taken, waits for one.
///
/// # Errors
/// `Forbidden` to who is no member; `Conflict` when somebody was quicker, it is no longer open, or they hold as many tasks that nobody
/// gave them as one may (`rules::CLAIMS_MAX`), but for the jobs of a work day, where all come at once.
pub fn take(act: &mut Act<'_>, id: i64) -> Result<(Task, bool)> {
    let member = act.member_id()?;
    let today = act.today();
    store::lock(act.conn, id)?;
    let task = super::seen_by(act.conn, id, Some(member), today)?;
    let me = Holder::Member(member);
    if let Some(held) = task.holders.0.iter().find(|held| held.holder() == Some(me) && !held.has_left) {
        let waits = held.waits;
        return if task.places.is_some() { Ok((task, waits)) } else { Err(Error::Conflict("conflict-task-taken")) };
    }
    let waits = match task.places_free() {
        None if !task.is_nobodys() => return Err(Error::Conflict("conflict-task-taken")),
        None => false,
        Some(free) => free == 0,
    };
    if !task.is_open() {
        return Err(Error::Conflict("conflict-task-taken"));
    }
    let limited = task.work_day_id.is_none();
    if limited && store::claims(act.conn, member, today)? >= rules::CLAIMS_MAX {
        return Err(Error::Conflict("conflict-task-claims"));
    }
    members::must_be_here(act.conn, member, task.due_on.unwrap_or(today).max(today), "assignee")?;
    store::touch(act.conn, id, task.version)?;
    store::hold(act.conn, id, me, (true, waits), act.now)?;
    let kind = if waits { &slice::TASK_WAITED_FOR } else { &slice::TASK_TAKEN };
    record(act, kind, &task.subject(), json!({ "after": { "member_id": member } }))?;
    Ok((task, waits))
}

/// Whoever has a task gives it up for somebody else to take, with a reason or none: the lead of its committee and its author are told.
/// Whoever waits for a place gives up waiting.
///
/// # Errors
/// `Forbidden` to who does not have it; `Conflict` when it is not open.
pub fn give_up(act: &mut Act<'_>, id: i64, why: &str) -> Result<Task> {
    let member = act.member_id()?;
    store::lock(act.conn, id)?;
    let (task, _) = look_at(act, id)?;
    let own = task.holders.0.iter().filter(|held| held.own && !held.has_left);
    let own: Vec<Holder> = own.filter_map(super::Held::holder).collect();
    // their own place before that of their home
    let holder = own.iter().find(|holder| **holder == Holder::Member(member)).or(own.first());
    let Some(holder) = holder.copied() else { return Err(Error::Forbidden) };
    if !task.is_open() {
        return Err(Error::Conflict("conflict-task-closed"));
    }
    store::touch(act.conn, id, task.version)?;
    if store::let_go(act.conn, id, holder)? {
        let detail = json!({ "before": told(holder), "after": { "why": why } });
        record(act, &slice::TASK_GIVEN_UP, &task.subject(), detail)?;
    }
    move_up(act, id)?;
    Ok(task)
}

/// Whoever waits longest has the place that became free, and so on.
pub(super) fn move_up(act: &mut Act<'_>, id: i64) -> Result<()> {
    let task = super::find(act.conn, id)?;
    let Some(free) = task.places_free().filter(|_| task.is_open()) else { return Ok(()) };
    let next = task.holders.0.iter().filter(|held| held.waits && !held.has_left).filter_map(super::Held::holder);
    for holder in next.take(usize::try_from(free).unwrap_or(0)).collect::<Vec<_>>() {
        let name = store::holder_name(act.conn, holder)?.unwrap_or_default();
        store::move_up(act.conn, id, holder)?;
        let mut after = told(holder);
        after["name"] = name.into();
        after["due_on"] = json!(task.due_on);
        record(act, &slice::TASK_ASSIGNED, &task.subject(), json!({ "after": after }))?;
    }
    Ok(())
}
