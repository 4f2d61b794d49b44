//! The rules of hours: which months are reckoned together, what is due in them, what was given, what is saved up.
//!
//! Pure: values in, values out. Everything is in whole minutes. A balance is never carried below nothing: what is missing in a period is
//! told once and not owed for ever, since only people decide what becomes of it.

use chrono::{Datelike, Months, NaiveDate};
use serde::Deserialize;

use crate::platform::text_enum::text_enum;

/// The most that a month of duty can ask for: 100 hours.
pub const DUTY_MAX: i32 = 6_000;
/// The most that can be saved up: 1,000 hours.
pub const CARRY_MAX: i32 = 60_000;
/// The most that somebody can have worked on one day.
pub const DAY_MAX: i32 = 1_440;

text_enum! {
    /// Who owes.
    pub enum Per {
        Home = "home",
        Member = "member",
    }
}

text_enum! {
    /// What becomes of what was given beyond the duty.
    pub enum Carry {
        Nothing = "nothing",
        Some = "some",
        Everything = "everything",
    }
}

/// What the co-op asks for from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Duty {
    pub starts_on: NaiveDate,
    pub per: Per,
    /// A month.
    pub minutes: i32,
    /// How many months are reckoned together.
    pub months: i32,
    pub carry: Carry,
    /// The most that is kept, of `Carry::Some`.
    pub carry_minutes: i32,
    pub grace_days: i32,
    pub committee_id: Option<i64>,
}

/// Months that are reckoned together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period<'a> {
    pub from: NaiveDate,
    /// The first day after it.
    pub until: NaiveDate,
    pub duty: &'a Duty,
}

impl Period<'_> {
    pub fn has(&self, day: NaiveDate) -> bool {
        self.from <= day && day < self.until
    }

    /// Its last day.
    pub fn last_day(&self) -> NaiveDate {
        self.until.pred_opt().unwrap_or(self.until)
    }

    /// The first day on which it is told that something is missing.
    pub fn told_from(&self) -> NaiveDate {
        let grace = chrono::Days::new(u64::try_from(self.duty.grace_days).unwrap_or(0));
        self.until.checked_add_days(grace).unwrap_or(self.until)
    }

    /// The first days of its months.
    pub fn firsts(&self) -> impl Iterator<Item = NaiveDate> {
        let until = self.until;
        std::iter::successors(Some(self.from), |day| day.checked_add_months(Months::new(1)))
            .take_while(move |day| *day < until)
    }
}

pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The periods from the first duty on to the one that `day` is in. `duties` are by their day. Periods end where the co-op's year does, or at a
/// whole part of it; a duty that begins within a period holds from the next one on.
///
/// `year_starts_month` is 1 to 12, a setting of the rule profile.
pub fn periods(duties: &[Duty], year_starts_month: u32, day: NaiveDate) -> Vec<Period<'_>> {
    let mut found = Vec::new();
    let Some(mut from) = duties.first().map(|duty| first_of_month(duty.starts_on)) else { return found };
    while from <= day {
        let Some(duty) = duties.iter().rev().find(|duty| first_of_month(duty.starts_on) <= from) else { break };
        let Some(until) = period_end(from, duty.months, year_starts_month) else { break };
        found.push(Period { from, until, duty });
        from = until;
    }
    found
}

/// The first day after the period that a first day of a month is in.
fn period_end(from: NaiveDate, months: i32, year_starts_month: u32) -> Option<NaiveDate> {
    let length = u32::try_from(months).ok().filter(|months| (1..=12).contains(months))?;
    let into = (from.month() + 12 - year_starts_month.clamp(1, 12)) % length;
    from.checked_add_months(Months::new(length - into))
}

/// The duty that holds on a day; none before the first.
pub fn duty_on(duties: &[Duty], year_starts_month: u32, day: NaiveDate) -> Option<&Duty> {
    periods(duties, year_starts_month, day).last().filter(|period| period.has(day)).map(|period| period.duty)
}

/// A month in which a home or a member is asked for something: how much of the duty, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub first_day: NaiveDate,
    pub percent: i32,
}

/// What was given in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    pub first_day: NaiveDate,
    /// Work, and what corrects it.
    pub minutes: i64,
    /// What came from others, less what went to them.
    pub gifts: i64,
}

/// A period as it stands for a home or a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoned {
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// What the duty asks for, and what of it is let go.
    pub due: i64,
    pub excused: i64,
    /// Saved up before.
    pub carried: i64,
    pub given: i64,
    pub gifts: i64,
    /// What is missing, or what is over: one of them is 0.
    pub missing: i64,
    pub over: i64,
    /// What of that is kept for the next period.
    pub kept: i64,
}

/// What of a duty of a month is due: a percentage of it in whole minutes, half up.
pub fn due(minutes: i32, percent: i32) -> i64 {
    (i64::from(minutes) * i64::from(percent) * 2 + 100) / 200
}

/// The periods of a home or a member, one after the other. What was saved up under a duty of homes is not a member's, and the other way
/// round.
pub fn reckon(periods: &[Period<'_>], asked: &[Asked], given: &[Given]) -> Vec<Reckoned> {
    let mut carried = 0;
    let mut before: Option<Per> = None;
    let mut found = Vec::with_capacity(periods.len());
    for period in periods {
        if before.is_some_and(|per| per != period.duty.per) {
            carried = 0;
        }
        before = Some(period.duty.per);
        let months = asked.iter().filter(|month| period.has(month.first_day));
        let (mut owed, mut whole) = (0, 0);
        for month in months {
            owed += due(period.duty.minutes, month.percent);
            whole += i64::from(period.duty.minutes);
        }
        let of = |what: fn(&Given) -> i64| given.iter().filter(|one| period.has(one.first_day)).map(what).sum::<i64>();
        let (minutes, gifts) = (of(|one| one.minutes), of(|one| one.gifts));
        let balance = carried + minutes + gifts - owed;
        let over = balance.max(0);
        let kept = match period.duty.carry {
            Carry::Nothing => 0,
            Carry::Some => over.min(i64::from(period.duty.carry_minutes)),
            Carry::Everything => over,
        };
        found.push(Reckoned {
            from: period.from,
            until: period.until,
            due: owed,
            excused: whole - owed,
            carried,
            given: minutes,
            gifts,
            missing: (-balance).max(0),
            over,
            kept,
        });
        carried = kept;
    }
    found
}

/// Equal shares of whole minutes, the odd ones to the first.
pub fn shares(minutes: i32, people: usize) -> Vec<i32> {
    let count = i32::try_from(people).unwrap_or(i32::MAX).max(1);
    (0..count.min(i32::try_from(people).unwrap_or(0)))
        .map(|place| minutes / count + i32::from(place < minutes % count))
        .collect()
}

#[cfg(test)]
#[path = "tests/rules.rs"]
mod tests;
