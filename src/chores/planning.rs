//! Planning ahead: each day of the rule has a turn, each turn a task and somebody who can have it, and what nobody did is closed.
//!
//! Planning what is planned changes nothing. The chore is locked while it is planned, and a turn is unique for its day, so two servers
//! make each turn once. Turns are given by the program itself; who set off the change stands in the event of the change.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use serde_json::json;

use super::rotation::{self, Change, Pick};
use super::turns::{self, State};
use super::{Chore, Closed, Turn, store};
use crate::platform::error::Result;
use crate::platform::visit::Act;
use crate::tasks::{self, Kind, NewTask};

/// How far turns are planned.
const AHEAD: Days = Days::new(56);
/// The fewest turns that are planned, if they are not years away.
const TURNS_AHEAD: usize = 6;
const AHEAD_MOST: Days = Days::new(730);
/// The most turns that are planned.
const TURNS_MOST: usize = 60;

/// The days that have a turn from today on.
fn wanted(chore: &Chore, today: NaiveDate) -> Vec<NaiveDate> {
    let Some(rule) = chore.rule().filter(|_| !chore.is_over(today)) else { return Vec::new() };
    let (near, far) = (today + AHEAD, today + AHEAD_MOST);
    let ahead = rule.from(today, TURNS_MOST).into_iter().zip(0..);
    ahead
        .filter(|(day, place)| *day <= near || (*place == 0 || (*place <= TURNS_AHEAD && *day <= far)))
        .map(|(day, _)| day)
        .collect()
}

/// Plans the turns of one chore.
pub fn plan(act: &mut Act<'_>, id: i64) -> Result<()> {
    planned(act, id, false, None)
}

/// Plans the turns of a chore that was changed: what has not begun follows it, and where its days or its order changed (`moved`) is given
/// anew.
pub(super) fn plan_anew(act: &mut Act<'_>, id: i64, moved: bool) -> Result<()> {
    planned(act, id, moved, None)?;
    let mut own = act.on_behalf_of(None);
    let day = own.today();
    let chore = store::find(own.conn, id, None, day)?;
    for turn in store::turns(own.conn, id)? {
        if turn.state() == State::Open && has_not_begun(&turn, day) {
            rewrite(&mut own, &chore, &turn)?;
        }
    }
    Ok(())
}

/// Plans, with a turn on one more day.
pub(super) fn plan_with(act: &mut Act<'_>, id: i64, extra: NaiveDate) -> Result<()> {
    planned(act, id, false, Some(extra))
}

fn has_not_begun(turn: &Turn, today: NaiveDate) -> bool {
    turn.starts_on.unwrap_or(turn.due_on) > today
}

fn planned(act: &mut Act<'_>, id: i64, moved: bool, extra: Option<NaiveDate>) -> Result<()> {
    let mut own = act.on_behalf_of(None);
    let act = &mut own;
    let today = act.today();
    store::lock(act.conn, id)?;
    let chore = store::find(act.conn, id, None, today)?;
    close_missed(act, &chore, today)?;
    let days = wanted(&chore, today);
    let (rows, dropped) = kept(store::turns(act.conn, id)?, &chore, &days, (today, moved));
    for turn in &dropped {
        drop_turn(act, turn)?;
    }
    let seats = store::seats::all(act.conn, &chore)?;
    let by_day: HashMap<NaiveDate, &Turn> = rows.iter().map(|turn| (turn.due_on, turn)).collect();
    let anew = |turn: &&Turn| !(moved && is_free(turn, today) && has_not_begun(turn, today));
    let stored: Vec<rotation::Turn> = rows.iter().filter(anew).map(|turn| of_rotation(turn, &chore, today)).collect();
    let wanted: Vec<NaiveDate> = days.into_iter().chain(extra).collect();
    let effort = i64::from(chore.credit_minutes.max(1));
    for change in rotation::plan(&seats, &stored, chore.way(), chore.keeps(), effort, &wanted) {
        let (Change::Add(pick) | Change::Give(pick)) = change;
        match by_day.get(&pick.due_on) {
            Some(turn) => give(act, &chore, turn, &pick)?,
            None => add(act, &chore, &pick, &rows, extra == Some(pick.due_on))?,
        }
    }
    Ok(())
}

/// The turns that stay, and those whose day is none any more.
fn kept(
    rows: Vec<Turn>,
    chore: &Chore,
    days: &[NaiveDate],
    (today, moved): (NaiveDate, bool),
) -> (Vec<Turn>, Vec<Turn>) {
    let over = chore.is_over(today);
    rows.into_iter().partition(|turn| {
        let is_dropped = (moved || over)
            && !days.contains(&turn.due_on)
            && !turn.extra
            && turn.state() == State::Open
            && has_not_begun(turn, today);
        !is_dropped
    })
}

/// Whether the rotation may still give it to somebody else.
fn is_free(turn: &Turn, today: NaiveDate) -> bool {
    turn.due_on >= today && turn.status == "todo" && turn.is_as_picked()
}

fn of_rotation(turn: &Turn, chore: &Chore, today: NaiveDate) -> rotation::Turn {
    rotation::Turn {
        due_on: turn.due_on,
        stint_on: turn.stint_on,
        picked: turn.picked_of(chore.pool_of),
        effort: i64::from(turn.minutes.max(1)),
        counts: !matches!(turn.state(), State::Excused | State::Skipped),
        in_order: turn.in_order,
        free: is_free(turn, today),
    }
}

/// Closes what is missed by now.
fn close_missed(act: &mut Act<'_>, chore: &Chore, today: NaiveDate) -> Result<()> {
    let rows = store::turns(act.conn, chore.id)?;
    let standing: Vec<turns::Standing> = rows.iter().map(Turn::standing).collect();
    let missed = turns::missed(chore.rule().as_ref(), &standing, today);
    for turn in rows.iter().filter(|turn| missed.contains(&turn.due_on)) {
        close(act, turn, Closed::Missed, "")?;
    }
    Ok(())
}

/// A turn is not to be done any more.
pub(super) fn close(act: &mut Act<'_>, turn: &Turn, how: Closed, note: &str) -> Result<()> {
    let mut own = act.on_behalf_of(None);
    if turn.status != "cancelled" {
        tasks::cancel(&mut own, turn.task_id, turn.version)?;
    }
    store::close(own.conn, turn.id, how, note)
}

fn drop_turn(act: &mut Act<'_>, turn: &Turn) -> Result<()> {
    store::delete_turn(act.conn, turn.id)?;
    tasks::cancel(act, turn.task_id, turn.version)?;
    Ok(())
}

fn written(chore: &Chore, due_on: NaiveDate, before: Option<NaiveDate>) -> NewTask {
    NewTask {
        kind: Kind::Chore,
        title: chore.title.clone(),
        details: chore.details.clone(),
        starts_on: Some(turns::starts_on(before, due_on)),
        due_on: Some(due_on),
        committee_id: chore.committee_id,
        credit_minutes: chore.credit_minutes,
        ..NewTask::default()
    }
}

/// The day of the turn before, among those that are planned and those of the rule.
fn day_before(chore: &Chore, rows: &[Turn], due_on: NaiveDate) -> Option<NaiveDate> {
    let stored = rows.iter().map(|turn| turn.due_on).filter(|day| *day < due_on).max();
    let ruled = chore.rule().and_then(|rule| {
        let from = due_on.checked_sub_days(Days::new(31))?;
        rule.between(from, due_on.pred_opt()?).last().copied()
    });
    stored.max(ruled)
}

fn add(act: &mut Act<'_>, chore: &Chore, pick: &Pick, rows: &[Turn], extra: bool) -> Result<()> {
    let before = day_before(chore, rows, pick.due_on);
    let mut task = written(chore, pick.due_on, before);
    task.holders = pick.holder.map(|holder| chore.as_holder(holder)).into_iter().collect();
    let task_id = tasks::create(act, &task)?;
    store::insert_turn(act.conn, chore, task_id, pick, extra)
}

/// A turn goes to somebody else.
fn give(act: &mut Act<'_>, chore: &Chore, turn: &Turn, pick: &Pick) -> Result<()> {
    if turn.picked() == pick.holder && turn.is_as_picked() && turn.why == json!(pick.reason) {
        return Ok(());
    }
    let to = pick.holder.map(|holder| chore.as_holder(holder));
    store::give_turn(act.conn, chore, turn.id, pick)?;
    store::swaps::drop_swaps(act.conn, turn.id)?;
    tasks::hand_over(act, turn.task_id, to, turn.version)?;
    Ok(())
}

/// The task of a turn that has not begun says what the chore says.
fn rewrite(act: &mut Act<'_>, chore: &Chore, turn: &Turn) -> Result<()> {
    let task = tasks::find(act.conn, turn.task_id)?;
    let new = NewTask {
        title: chore.title.clone(),
        details: chore.details.clone(),
        committee_id: chore.committee_id,
        credit_minutes: chore.credit_minutes,
        ..task.written()
    };
    tasks::edit(act, turn.task_id, &new, task.version)?;
    Ok(())
}

/// Plans all chores: every night.
pub(super) fn plan_all(act: &mut Act<'_>) -> Result<()> {
    for id in store::going_on(act.conn)? {
        plan(act, id)?;
    }
    Ok(())
}
