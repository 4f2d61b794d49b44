//! Turns in time: which one a tick closes, when an open one is missed, what an absence does to them. Pure.
//!
//! - A tick that comes late closes the late turn, and today's stays; one that comes early closes the coming turn.
//! - An open turn is missed once the due day of its successor has passed as well, so at most one late and one current stand open, or
//!   once its season is over, because out of season nothing is late.
//! - What somebody missed while they were away is excused.

use chrono::{Days, NaiveDate};

use super::recurrence::Rule;
use super::rotation::Holder;

/// How a turn stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Open,
    Done,
    /// Nobody came.
    Missed,
    /// Whoever had it was away.
    Excused,
    /// Called off.
    Skipped,
}

/// A turn, as far as time is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub due_on: NaiveDate,
    /// The day from which on it is on the board.
    pub starts_on: NaiveDate,
    pub state: State,
    /// Who has it now.
    pub holder: Option<Holder>,
}

/// The most days before its due day on which a turn begins.
const BEGINS_BEFORE: u64 = 13;
/// How long the last turn of a chore without another one may be late, in days.
const LAST_LATE: u64 = 7;

/// The day on which a turn begins: the day after the one before was due, and at most two weeks before its own.
pub fn starts_on(before: Option<NaiveDate>, due_on: NaiveDate) -> NaiveDate {
    let earliest = due_on.checked_sub_days(Days::new(BEGINS_BEFORE)).unwrap_or(due_on);
    before.and_then(|day| day.succ_opt()).map_or(earliest, |next| next.clamp(earliest, due_on))
}

/// The turn that a tick closes; none when nothing has begun.
pub fn closed_by_tick(turns: &[Standing], today: NaiveDate) -> Option<&Standing> {
    let open = || turns.iter().filter(|turn| turn.state == State::Open);
    let late = open().filter(|turn| turn.due_on < today).max_by_key(|turn| turn.due_on);
    late.or_else(|| {
        open().filter(|turn| turn.starts_on <= today && turn.due_on >= today).min_by_key(|turn| turn.due_on)
    })
}

/// The day on which an open turn is missed. `next` is the due day of its successor.
pub fn missed_on(rule: Option<&Rule>, due_on: NaiveDate, next: Option<NaiveDate>) -> Option<NaiveDate> {
    let last = next.unwrap_or(due_on.checked_add_days(Days::new(LAST_LATE))?);
    let season = rule.and_then(|rule| rule.season_ends(due_on));
    season.map_or(last, |ends| ends.min(last)).succ_opt()
}

/// The open turns that are missed by now.
pub fn missed(rule: Option<&Rule>, turns: &[Standing], today: NaiveDate) -> Vec<NaiveDate> {
    let next = |due_on: NaiveDate| {
        let later = turns.iter().filter(|turn| turn.due_on > due_on && turn.state != State::Skipped);
        later.map(|turn| turn.due_on).min()
    };
    let over = |turn: &&Standing| {
        turn.state == State::Open
            && missed_on(rule, turn.due_on, next(turn.due_on)).is_some_and(|missed| missed <= today)
    };
    turns.iter().filter(over).map(|turn| turn.due_on).collect()
}

/// The turns before today that are excused when it becomes known that somebody was away.
pub fn excused(
    turns: &[Standing],
    holder: Holder,
    from: NaiveDate,
    until: NaiveDate,
    today: NaiveDate,
) -> Vec<NaiveDate> {
    let lost = |turn: &&Standing| {
        turn.holder == Some(holder)
            && matches!(turn.state, State::Open | State::Missed)
            && (from..=until).contains(&turn.due_on)
            && turn.due_on < today
    };
    turns.iter().filter(lost).map(|turn| turn.due_on).collect()
}

/// How late a turn is, in days; none while its season is over or it is not open.
pub fn late_by(rule: Option<&Rule>, turn: &Standing, today: NaiveDate) -> Option<i64> {
    let out_of_season = rule.is_some_and(|rule| rule.season().is_some_and(|season| !season.contains(today)));
    let days = (today - turn.due_on).num_days();
    (turn.state == State::Open && days > 0 && !out_of_season).then_some(days)
}

#[cfg(test)]
#[path = "tests/turns.rs"]
mod tests;
