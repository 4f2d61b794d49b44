//! On which days a chore is due: a rule of RFC 5545, as far as the editor offers it.
//!
//! Occurrences are days. They are worked out by the crate `rrule` on midnights of UTC, which has no clock changes, so no change of a
//! co-op's clocks can move one; its own time zones are never used, nor its way of writing a rule (it writes `1MO` as `MO`).
//! - Every rule is bounded: nothing before `EARLIEST` or after `LATEST`, at most `TIMES_MOST` times where it counts, and each walk says
//!   how many days it wants.
//! - A rule begins with the first day that fits it, on or after its first day. In a season the count starts anew each year, with the
//!   first day of the season that fits: "every four days" from April does not carry over the winter.
//! - The 29th, 30th and 31st of a month mean its last day in a month that is shorter; nothing drifts, nothing spills over.
//! - What the editor makes, is written and read back to itself.

mod text;

use chrono::{DateTime, Datelike, Month, NaiveDate, NaiveTime, Weekday};
use rrule::{Frequency, NWeekday, RRule, RRuleSet, Tz, Unvalidated};

pub const EARLIEST: NaiveDate = date(2000, 1, 1);
pub const LATEST: NaiveDate = date(2100, 12, 31);
/// The most times that a rule which ends after some has.
pub const TIMES_MOST: u32 = 1_000;
/// The most days that are asked of a rule at once.
pub const ASKED_MOST: usize = 2_000;

const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// The days of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOf {
    /// A day by its number; the last one where the month is shorter.
    Day(u32),
    Last,
    /// The first to fourth of a weekday.
    Nth(u8, Weekday),
    LastOf(Weekday),
}

/// How often, with the number of days, weeks, months or years from one to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Every {
    Days(u16),
    /// On these weekdays, in order and each once. Weeks begin on Monday.
    Weeks(u16, Vec<Weekday>),
    Months(u16, DayOf),
    /// In a month, from 1.
    Years(u16, u32, DayOf),
}

/// From the first day of a month to the last day of another, maybe over the new year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Season {
    pub from: u32,
    pub to: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Never,
    /// The last day on which it may be due.
    On(NaiveDate),
    After(u32),
}

/// Why there is no such rule; `key` names the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The number of days, weeks, months or years is none, or more than `most` has.
    Interval,
    NoWeekday,
    /// No day fits: 30 February, or a month outside the season.
    NeverOccurs,
    MoreThanDaily,
    /// A day before 2000 or after 2100.
    TooFar,
    EndsBefore,
    Times,
    Season,
    /// It means something, but nothing that the editor offers.
    NotOffered,
    Unreadable,
}

impl Refused {
    /// The field of the editor that it is about, and the words.
    pub const fn key(self) -> (&'static str, &'static str) {
        match self {
            Self::Interval => ("every", "wrong-chore-interval"),
            Self::NoWeekday => ("weekdays", "wrong-chore-weekdays"),
            Self::NeverOccurs => ("month_day", "wrong-chore-never"),
            Self::MoreThanDaily => ("often", "wrong-chore-more-than-daily"),
            Self::TooFar => ("first_on", "wrong-chore-too-far"),
            Self::EndsBefore => ("ends_on_day", "wrong-chore-ends-before"),
            Self::Times => ("times", "wrong-chore-times"),
            Self::Season => ("season_from", "wrong-chore-season"),
            Self::NotOffered => ("often", "wrong-chore-not-offered"),
            Self::Unreadable => ("often", "wrong-chore-unreadable"),
        }
    }
}

/// A rule that has days. Made by `Rule::new`, also by `Rule::read`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    every: Every,
    season: Option<Season>,
    first_on: NaiveDate,
    end: End,
}

impl DayOf {
    fn exists(self, month: Option<u32>) -> bool {
        match self {
            Self::Day(day) => (1..=month.map_or(31, longest)).contains(&day),
            Self::Nth(nth, _) => (1..=4).contains(&nth),
            Self::Last | Self::LastOf(_) => true,
        }
    }

    /// The day in the month of `day`.
    fn falls(self, day: NaiveDate) -> Option<NaiveDate> {
        let last = u32::from(day.num_days_in_month());
        match self {
            Self::Day(number) => day.with_day(number.min(last)),
            Self::Last => day.with_day(last),
            Self::Nth(nth, weekday) => NaiveDate::from_weekday_of_month_opt(day.year(), day.month(), weekday, nth),
            Self::LastOf(weekday) => {
                let end = day.with_day(last)?;
                let back = (7 + end.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
                end.checked_sub_days(chrono::Days::new(back.into()))
            }
        }
    }

    /// Puts it on a rule by months or years.
    fn on(self, rule: RRule<Unvalidated>) -> RRule<Unvalidated> {
        match self {
            Self::Day(day) if day > 28 => rule.by_month_day((28..=day as i8).collect()).by_set_pos(vec![-1]),
            Self::Day(day) => rule.by_month_day(vec![day as i8]),
            Self::Last => rule.by_month_day(vec![-1]),
            Self::Nth(nth, weekday) => rule.by_weekday(vec![NWeekday::Nth(nth.into(), weekday)]),
            Self::LastOf(weekday) => rule.by_weekday(vec![NWeekday::Nth(-1, weekday)]),
        }
    }
}

/// The days of the longest such month.
fn longest(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Every {
    /// The most days, weeks, months or years from one to the next.
    pub const fn most(&self) -> u16 {
        match self {
            Self::Days(_) => 366,
            Self::Weeks(..) => 52,
            Self::Months(..) => 24,
            Self::Years(..) => 10,
        }
    }

    pub const fn interval(&self) -> u16 {
        match self {
            Self::Days(n) | Self::Weeks(n, _) | Self::Months(n, _) | Self::Years(n, ..) => *n,
        }
    }

    /// Whether a day is one of those that the interval chooses from.
    fn fits(&self, day: NaiveDate) -> bool {
        match self {
            Self::Days(_) => true,
            Self::Weeks(_, weekdays) => weekdays.contains(&day.weekday()),
            Self::Months(_, of) => of.falls(day) == Some(day),
            Self::Years(_, month, of) => day.month() == *month && of.falls(day) == Some(day),
        }
    }

    fn refused(&self) -> Option<Refused> {
        if self.interval() == 0 || self.interval() > self.most() {
            return Some(Refused::Interval);
        }
        let exists = match self {
            Self::Days(_) => true,
            Self::Weeks(_, weekdays) if weekdays.is_empty() => return Some(Refused::NoWeekday),
            Self::Weeks(..) => true,
            Self::Months(_, of) => of.exists(None),
            Self::Years(_, month, of) => (1..=12).contains(month) && of.exists(Some(*month)),
        };
        (!exists).then_some(Refused::NeverOccurs)
    }
}

impl Season {
    fn months(self) -> Vec<u32> {
        let count = (12 + self.to - self.from) % 12 + 1;
        (0..count).map(|next| (self.from - 1 + next) % 12 + 1).collect()
    }

    pub fn contains(self, day: NaiveDate) -> bool {
        self.months().contains(&day.month())
    }

    /// The first and the last day of the season that begins in a year.
    fn of(self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let ends = if self.to < self.from { year + 1 } else { year };
        let from = NaiveDate::from_ymd_opt(year, self.from, 1)?;
        let to = NaiveDate::from_ymd_opt(ends, self.to, 1)?;
        Some((from, to.with_day(to.num_days_in_month().into())?))
    }
}

impl Rule {
    /// A rule, if it has a day.
    ///
    /// A season of the whole year is none, and that of a yearly chore only says whether its month is in it.
    pub fn new(every: Every, season: Option<Season>, first_on: NaiveDate, end: End) -> Result<Self, Refused> {
        if let Some(refused) = every.refused() {
            return Err(refused);
        }
        let mut rule = Self { every, season, first_on, end };
        rule.settle()?;
        let within = EARLIEST..=LATEST;
        let ends_within = if let End::On(day) = end { within.contains(&day) } else { true };
        if !within.contains(&first_on) || !ends_within {
            return Err(Refused::TooFar);
        }
        match end {
            End::On(day) if day < first_on => return Err(Refused::EndsBefore),
            End::After(times) if times == 0 || times > TIMES_MOST => return Err(Refused::Times),
            _ => {}
        }
        match rule.from(first_on, 1).first() {
            Some(_) => Ok(rule),
            None if matches!(end, End::On(_)) => Err(Refused::EndsBefore),
            None => Err(Refused::NeverOccurs),
        }
    }

    /// Brings weekdays into order, and a season to what it means.
    fn settle(&mut self) -> Result<(), Refused> {
        if let Every::Weeks(_, weekdays) = &mut self.every {
            weekdays.sort_by_key(Weekday::num_days_from_monday);
            weekdays.dedup();
        }
        let Some(season) = self.season else { return Ok(()) };
        if !(1..=12).contains(&season.from) || !(1..=12).contains(&season.to) {
            return Err(Refused::Season);
        }
        let months = season.months();
        if let Every::Years(_, month, _) = self.every {
            self.season = None;
            return if months.contains(&month) { Ok(()) } else { Err(Refused::NeverOccurs) };
        }
        if months.len() == 12 {
            self.season = None;
        }
        Ok(())
    }

    pub const fn every(&self) -> &Every {
        &self.every
    }

    pub const fn season(&self) -> Option<Season> {
        self.season
    }

    /// The day from which on it holds, which need not be one of its own.
    pub const fn first_on(&self) -> NaiveDate {
        self.first_on
    }

    pub const fn end(&self) -> End {
        self.end
    }

    /// The first days on or after a day, in order, at most `ASKED_MOST`.
    pub fn from(&self, day: NaiveDate, most: usize) -> Vec<NaiveDate> {
        let most = most.min(ASKED_MOST);
        let counted = if let End::After(times) = self.end { Some(times as usize) } else { None };
        let mut days = Vec::new();
        let mut seen = 0;
        for (from, to) in self.runs().filter(|(_, to)| counted.is_some() || *to >= day) {
            let left = counted.map_or(ASKED_MOST, |times| times - seen);
            if left == 0 || days.len() >= most {
                break;
            }
            // what is counted has to be walked from its beginning, everything else from the day on
            let after = if counted.is_some() { from } else { day.max(from) };
            let wanted = if counted.is_some() { left } else { most - days.len() };
            let run = self.run(from, to, after, wanted);
            seen += run.len();
            days.extend(run.into_iter().filter(|found| *found >= day));
        }
        days.truncate(most);
        days
    }

    /// The days from one to another, both included, at most `ASKED_MOST`.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let span = usize::try_from((to - from).num_days() + 1).unwrap_or(0);
        let mut days = self.from(from, span);
        days.retain(|day| *day <= to);
        days
    }

    /// The last day of the season in which a day is; none when it has no season or the day is out of it.
    pub fn season_ends(&self, day: NaiveDate) -> Option<NaiveDate> {
        let season = self.season.filter(|season| season.contains(day))?;
        [day.year() - 1, day.year()]
            .into_iter()
            .filter_map(|year| season.of(year))
            .find(|(from, to)| (*from..=*to).contains(&day))
            .map(|(_, to)| to)
    }

    /// The stretches within which the count runs on: all days, or a season each year.
    fn runs(&self) -> impl Iterator<Item = (NaiveDate, NaiveDate)> + '_ {
        let last = if let End::On(day) = self.end { day } else { LATEST };
        let first = self.first_on;
        let years = match self.season {
            None => first.year()..first.year() + 1,
            Some(_) => first.year() - 1..last.year() + 1,
        };
        years.filter_map(move |year| {
            let (from, to) = match self.season {
                None => (first, last),
                Some(season) => season.of(year)?,
            };
            let (from, to) = (from.max(first), to.min(last));
            (from <= to).then_some((from, to))
        })
    }

    /// The first days of a stretch on or after a day.
    fn run(&self, from: NaiveDate, to: NaiveDate, after: NaiveDate, most: usize) -> Vec<NaiveDate> {
        let Some(start) = from.iter_days().take(400).take_while(|day| *day <= to).find(|day| self.every.fits(*day))
        else {
            return Vec::new();
        };
        let Ok(set) = self.repeated(to).build(at(start)) else { return Vec::new() };
        let set: RRuleSet = set.after(at(after)).before(at(to));
        let found = set.all(u16::try_from(most).unwrap_or(u16::MAX));
        found.dates.into_iter().map(|date| date.date_naive()).collect()
    }

    fn repeated(&self, until: NaiveDate) -> RRule<Unvalidated> {
        let new = |freq| RRule::new(freq).interval(self.every.interval()).until(at(until));
        match &self.every {
            Every::Days(_) => new(Frequency::Daily),
            Every::Weeks(_, weekdays) => {
                new(Frequency::Weekly).by_weekday(weekdays.iter().map(|day| NWeekday::Every(*day)).collect())
            }
            Every::Months(_, of) => of.on(new(Frequency::Monthly)),
            Every::Years(_, month, of) => {
                let months: Vec<Month> =
                    u8::try_from(*month).ok().and_then(|month| Month::try_from(month).ok()).into_iter().collect();
                of.on(new(Frequency::Yearly).by_month(&months))
            }
        }
    }
}

/// The midnight of UTC that stands for a day.
fn at(day: NaiveDate) -> DateTime<Tz> {
    day.and_time(NaiveTime::MIN).and_utc().with_timezone(&Tz::UTC)
}

#[cfg(test)]
#[path = "tests/recurrence.rs"]
mod tests;
