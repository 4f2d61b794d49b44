//! The rules of the scorecard: which period it covers, which figures it has, how a figure is said.

use chrono::{Datelike, Months, NaiveDate};

pub use crate::platform::duration::said as hours;

/// The most months that are counted after the fact.
const MONTHS_MAX: usize = 24;

/// A figure of the scorecard. Each opens the facts that it was counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Figure {
    /// Tasks done in the period, by the member or by their home.
    TasksDone,
    /// Of the tasks that were due in the period: those done on or before their day.
    TasksOnTime,
    /// Of the votes closed in the period for which the member was on the roll: those they voted in.
    VotesCast,
    /// Of the general meetings of the period to which the member was called, but for those they were excused from: those they came to.
    MeetingsAttended,
    /// The hours credited for the tasks done, in minutes.
    MinutesGiven,
}

impl Figure {
    pub const ALL: [Self; 5] =
        [Self::MeetingsAttended, Self::TasksDone, Self::TasksOnTime, Self::VotesCast, Self::MinutesGiven];

    pub fn word(self) -> &'static str {
        match self {
            Self::TasksDone => "tasks_done",
            Self::TasksOnTime => "tasks_on_time",
            Self::VotesCast => "votes_cast",
            Self::MeetingsAttended => "meetings_attended",
            Self::MinutesGiven => "minutes_given",
        }
    }

    /// The word as it stands in addresses and in the keys of words.
    pub fn slug(self) -> &'static str {
        match self {
            Self::TasksDone => "tasks-done",
            Self::TasksOnTime => "tasks-on-time",
            Self::VotesCast => "votes-cast",
            Self::MeetingsAttended => "meetings-attended",
            Self::MinutesGiven => "hours-given",
        }
    }

    /// Whether it is said as a part of a whole: "3 of 4".
    pub fn has_whole(self) -> bool {
        matches!(self, Self::TasksOnTime | Self::VotesCast | Self::MeetingsAttended)
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.word() == word || figure.slug() == word)
    }
}

/// The part of the co-op's year of participation that has passed, today included.
///
/// `year_starts_month` is 1 to 12, a setting of the rule profile.
pub fn period(today: NaiveDate, year_starts_month: u32) -> (NaiveDate, NaiveDate) {
    let month = year_starts_month.clamp(1, 12);
    let year = if today.month() >= month { today.year() } else { today.year() - 1 };
    (NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(today), today)
}

/// The ends of the months since the last run that are over by today, at most those of two years. The month of the last run is one of them: that
/// night did not see its last day.
pub fn month_ends(last: Option<NaiveDate>, today: NaiveDate) -> Vec<NaiveDate> {
    let Some(mut month) = last.and_then(|last| last.with_day(1)) else { return Vec::new() };
    let mut ends = Vec::new();
    while let Some(next) = month.checked_add_months(Months::new(1)).filter(|next| *next <= today) {
        ends.extend(next.pred_opt());
        month = next;
    }
    ends.split_off(ends.len().saturating_sub(MONTHS_MAX))
}

/// The last day of the month before.
pub fn month_before(day: NaiveDate) -> NaiveDate {
    day.with_day(1).and_then(|first| first.pred_opt()).unwrap_or(day)
}

/// Homes that gave about as much: from so many minutes to before so many, the last without an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    pub from: i64,
    pub until: Option<i64>,
    pub homes: i64,
    /// Whether the reader's home is one of them.
    pub own: bool,
}

/// How many homes gave how much, in groups of whole hours none of which is smaller than `least`: smaller ones are put together with the next.
/// Nothing where it would be a single group, which says nothing. `own` is the reader's place in the list.
pub fn groups(minutes: &[i64], own: Option<usize>, least: usize) -> Vec<Group> {
    const STEPS: i64 = 8;
    let most = minutes.iter().copied().max().unwrap_or(0).max(0);
    let width = (most / STEPS / 60 + 1) * 60;
    let step_of = |minutes: i64| minutes.max(0) / width;
    let mut found: Vec<Group> = Vec::new();
    let mut open: Option<Group> = None;
    for step in 0..=step_of(most) {
        let inside = |given: &i64| step_of(*given) == step;
        let group = open.get_or_insert(Group { from: step * width, until: None, homes: 0, own: false });
        group.homes += minutes.iter().filter(|given| inside(given)).count() as i64;
        group.own |= own.and_then(|at| minutes.get(at)).is_some_and(inside);
        if group.homes >= least.max(1) as i64 {
            group.until = Some((step + 1) * width);
            found.extend(open.take());
        }
    }
    // What is left over at the end is too small: the last group takes it in.
    if let (Some(rest), Some(last)) = (open, found.last_mut()) {
        last.homes += rest.homes;
        last.own |= rest.own;
    }
    if let Some(last) = found.last_mut() {
        last.until = None;
    }
    if found.len() > 1 { found } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn the_year_starts_when_the_co_op_says() {
        assert_eq!(period(day(2026, 11, 20), 7), (day(2026, 7, 1), day(2026, 11, 20)));
        assert_eq!(period(day(2026, 3, 1), 7), (day(2025, 7, 1), day(2026, 3, 1)));
        assert_eq!(period(day(2026, 7, 1), 7), (day(2026, 7, 1), day(2026, 7, 1)));
    }

    #[test]
    fn hours_are_said_exactly() {
        assert_eq!(hours(1_290), "21\u{a0}h\u{a0}30");
        assert_eq!(hours(45), "45\u{a0}min");
        assert_eq!(hours(0), "0\u{a0}h");
    }

    #[test]
    fn a_month_is_counted_to_its_end_once_it_is_over() {
        let ends = |last: Option<(i32, u32, u32)>, today: (i32, u32, u32)| {
            let day_of = |(y, m, d)| day(y, m, d);
            month_ends(last.map(day_of), day_of(today)).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(ends(None, (2026, 12, 1)), [""; 0]);
        assert_eq!(ends(Some((2026, 12, 1)), (2026, 12, 31)), [""; 0]);
        assert_eq!(ends(Some((2026, 11, 30)), (2026, 12, 1)), ["2026-11-30"]);
        assert_eq!(ends(Some((2025, 12, 30)), (2026, 3, 2)), ["2025-12-31", "2026-01-31", "2026-02-28"]);
        assert_eq!(ends(Some((2020, 1, 1)), (2026, 1, 1)).len(), MONTHS_MAX);
    }

    proptest! {
        #[test]
        fn a_period_holds_today_and_is_shorter_than_a_year(days in 0..80_000_i64, month in 1..=12_u32) {
            let today = day(1950, 1, 1) + chrono::TimeDelta::days(days);
            let (start, end) = period(today, month);
            prop_assert!(start <= today && end == today && start.month() == month && start.day() == 1);
            prop_assert!((end - start).num_days() < 366);
        }

        #[test]
        fn no_group_of_homes_is_smaller_than_the_smallest(
            minutes in proptest::collection::vec(-300..9_000_i64, 0..80), least in 1..7_usize, own in 0..80_usize,
        ) {
            let found = groups(&minutes, Some(own), least);
            for group in &found {
                prop_assert!(group.homes >= least as i64, "{found:?}");
                prop_assert!(group.until.is_none_or(|until| until > group.from && group.from % 60 == 0));
            }
            if !found.is_empty() {
                prop_assert_eq!(found.iter().map(|group| group.homes).sum::<i64>(), minutes.len() as i64);
                prop_assert_eq!(found.iter().filter(|group| group.own).count(), usize::from(own < minutes.len()));
                prop_assert!(found.windows(2).all(|pair| pair[0].until == Some(pair[1].from)));
            }
        }
    }
}
