//! How far what was to be done was done: by committee, kind and month, with how old is what is open.
//!
//! Each task stands under one day: the day it was due; without one, the day it was done; else the day it was added. What was called off
//! counts nowhere, but a turn of a chore that nobody took does: it was missed. What is nobody's concern before a later day does not count yet.

use chrono::{Datelike as _, Days, Months, NaiveDate};
use diesel::prelude::*;

use super::listing::Wanted;
use super::{Kind, store};
use crate::platform::error::{Error, Result};
use crate::platform::text_enum::text_enum;
use crate::platform::visit::Visit;
use crate::policy::Permission;

text_enum! {
    /// Which days are looked at.
    #[derive(Default)]
    pub enum Period {
        /// The co-op's year of participation, up to its end.
        #[default]
        Year = "year",
        /// The one before.
        Before = "before",
        /// This month and the eleven before it.
        Months = "months",
    }
}

impl Period {
    /// Its first and its last day.
    pub fn days(self, today: NaiveDate, year_starts: u32) -> (NaiveDate, NaiveDate) {
        let first_of = |day: NaiveDate| day.with_day(1).unwrap_or(day);
        let back = |day: NaiveDate, months: u32| day.checked_sub_months(Months::new(months)).unwrap_or(day);
        let month = first_of(today);
        let since_start = (month.month() + 12 - year_starts) % 12;
        let from = match self {
            Self::Year => back(month, since_start),
            Self::Before => back(back(month, since_start), 12),
            Self::Months => back(month, 11),
        };
        let next = from.checked_add_months(Months::new(12)).unwrap_or(from);
        (from, next.checked_sub_days(Days::new(1)).unwrap_or(next))
    }
}

/// How many tasks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub on_time: i64,
    /// Done after the day.
    pub done_late: i64,
    /// To be done, late or not.
    pub open: i64,
    /// Of those that are open, the late ones.
    pub late: i64,
    /// Turns of chores that nobody took.
    pub missed: i64,
}

impl Tally {
    pub fn done(&self) -> i64 {
        self.on_time + self.done_late
    }

    /// Those whose day is over, or that are done.
    pub fn due(&self) -> i64 {
        self.done() + self.late + self.missed
    }

    /// Each number, with what a list shows exactly these.
    pub fn parts(&self) -> [(Wanted, i64); 6] {
        [
            (Wanted::On(super::Lane::Done), self.done()),
            (Wanted::OnTime, self.on_time),
            (Wanted::DoneLate, self.done_late),
            (Wanted::Open, self.open),
            (Wanted::Late, self.late),
            (Wanted::Missed, self.missed),
        ]
    }
}

/// What a line of the figures counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    All,
    /// A committee, or what is no committee's.
    Committee(Option<i64>),
    Kind(Kind),
    /// By its first day.
    Month(NaiveDate),
}

/// Open tasks that were added within the same days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aged {
    pub bucket: usize,
    pub open: i64,
    pub late: i64,
}

/// After how many days an open task is older than its neighbours; the first are the youngest.
pub const AGES: [i64; 3] = [7, 30, 90];

/// The days on which the tasks of a bucket were added, the earliest first; the oldest have none.
pub fn added(bucket: usize, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let ago = |days: i64| today - chrono::TimeDelta::days(days);
    let until = if bucket == 0 { None } else { Some(ago(AGES[bucket - 1] + 1)) };
    (AGES.get(bucket).map(|days| ago(*days)), until)
}

/// Which committees somebody may look at: all and what is nobody's, or those that they lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    All,
    Led(Vec<i64>),
}

/// What a visitor may look at.
///
/// # Errors
/// `Forbidden` to who manages no tasks and leads no committee.
pub fn scope(conn: &mut PgConnection, visit: &Visit) -> Result<Scope> {
    if visit.may(Permission::TasksManage) {
        return Ok(Scope::All);
    }
    let member = visit.viewer.as_ref().and_then(|viewer| viewer.member_id).ok_or(Error::Forbidden)?;
    let led = store::fulfilment::led(conn, member, visit.today())?;
    if led.is_empty() { Err(Error::Forbidden) } else { Ok(Scope::Led(led)) }
}

/// The tasks of some committees (all where none are named, 0 for what is none's) whose day lies in a period, counted by committee, by
/// kind, by month and in all; and what is open today, by its age.
pub fn count(
    conn: &mut PgConnection,
    committees: Option<&[i64]>,
    days: (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<(Vec<(Of, Tally)>, Vec<Aged>)> {
    let tally = store::fulfilment::tally(conn, committees, days, today)?;
    Ok((tally, store::fulfilment::ages(conn, committees, today)?))
}
