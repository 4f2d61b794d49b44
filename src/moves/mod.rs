//! Moves: a household leaves a home for another one, or leaves the co-op, as one act.
//!
//! What it changes is the homes', the members' and the tasks'; this slice only puts it together, so that nobody is left in two
//! homes or in none because somebody forgot the second form. Nobody reads this slice.

pub mod pages;
pub mod slice;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::members::{self, Status};
use crate::platform::error::{Error, Result};
use crate::platform::visit::Act;
use crate::tasks::{self, NewTask};
use crate::units;

/// Where a household goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// Another home of the co-op.
    Unit(i64),
    /// Away, and they are members no more from that day on.
    LeavesCoop,
}

/// A household, or a part of it, moves.
#[derive(Debug, Clone)]
pub struct Move {
    pub from: i64,
    pub people: Vec<i64>,
    pub to: Destination,
    /// The first day in the new home, and the first on which they live in the old one no more.
    pub on: NaiveDate,
    /// How many of the children go along.
    pub children: i64,
    /// Whether the tasks of a move are added, due on that day.
    pub checklist: bool,
}

/// What has to be done at a move, by where: the names of the words.
const AT_DEPARTURE: [&str; 3] = ["move-task-inspect", "move-task-keys-back", "move-task-papers-out"];
const AT_ARRIVAL: [&str; 3] = ["move-task-walk", "move-task-keys", "move-task-papers-in"];

/// Moves the people. All of it happens, or nothing.
///
/// # Errors
/// `Invalid` on `person` when nobody was chosen or one of them does not live there; on `moved_on` when one of them moved in on that
/// day or later, or lives in the other home already at that time, or has a later status.
pub fn carry_out(act: &mut Act<'_>, plan: &Move) -> Result<()> {
    if plan.people.is_empty() {
        return Err(Error::field("person", "wrong-nobody-chosen"));
    }
    let before = plan.on.pred_opt().unwrap_or(plan.on);
    let had = units::children(act.conn, plan.from, before)?;
    if plan.children > had {
        return Err(Error::field("moving_children", "wrong-moving-children"));
    }
    for person in &plan.people {
        let there = units::of_member(act.conn, *person, before)?;
        if !there.iter().any(|(unit, _)| *unit == plan.from) {
            return Err(Error::field("person", "wrong-does-not-live-there"));
        }
        move_one(act, plan, *person).map_err(on_moved_on)?;
    }
    if plan.children > 0 {
        move_children(act, plan, had)?;
    }
    if plan.checklist {
        add_checklist(act, plan)?;
    }
    Ok(())
}

fn move_one(act: &mut Act<'_>, plan: &Move, person: i64) -> Result<()> {
    match plan.to {
        Destination::Unit(to) if to == plan.from => Err(Error::field("destination", "wrong-same-home")),
        Destination::Unit(to) => {
            units::move_out(act, plan.from, person, plan.on)?;
            units::move_in(act, to, person, plan.on)
        }
        Destination::LeavesCoop => members::set_status(act, person, Status::Former, plan.on, ""),
    }
}

/// The children who go along are counted in the new home, and in the old one no more. Where nobody stays, nobody is counted.
fn move_children(act: &mut Act<'_>, plan: &Move, had: i64) -> Result<()> {
    let on_children = |error: Error| match error {
        Error::Invalid(_) => Error::field("moving_children", "wrong-children"),
        error => error,
    };
    if units::is_lived_in(act.conn, plan.from, plan.on)? {
        units::count_children(act, plan.from, plan.on, had - plan.children).map_err(on_children)?;
    }
    if let Destination::Unit(to) = plan.to {
        let there = units::children(act.conn, to, plan.on)?;
        units::count_children(act, to, plan.on, there + plan.children).map_err(on_children)?;
    }
    Ok(())
}

/// The other slices name the fields of their own forms; here the day is what has to change.
fn on_moved_on(error: Error) -> Error {
    let Error::Invalid(mut errors) = error else { return error };
    for error in &mut errors {
        if ["moved_out_on", "moved_in_on", "occupant_id", "status_from"].contains(&error.field.as_str()) {
            "moved_on".clone_into(&mut error.field);
        }
    }
    Error::Invalid(errors)
}

fn add_checklist(act: &mut Act<'_>, plan: &Move) -> Result<()> {
    let lang = act.coop.language;
    let from = units::find(act.conn, plan.from)?.name;
    let mut wanted: Vec<(&str, String)> = AT_DEPARTURE.iter().map(|key| (*key, from.clone())).collect();
    if let Destination::Unit(to) = plan.to {
        let to = units::find(act.conn, to)?.name;
        wanted.extend(AT_ARRIVAL.iter().map(|key| (*key, to.clone())));
    }
    for (key, label) in wanted {
        let title = lang.with(key, &[("label", label.into())]);
        let new = NewTask { title, due_on: Some(plan.on), ..NewTask::default() };
        tasks::create(act, &new)?;
    }
    Ok(())
}
