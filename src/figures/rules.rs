//! Which days a figure is about, and when a number may be told.

use std::collections::BTreeSet;

use chrono::{Days, Months, NaiveDate};

use super::{Row, Value};
use crate::platform::error::Result;
use crate::platform::forms::Form;
use crate::platform::text_enum::text_enum;

/// The most years that somebody looks at at once.
const YEARS_MAX: u32 = 10;

text_enum! {
    /// Which days are looked at.
    #[derive(Default)]
    pub enum Span {
        /// This month and the eleven before it.
        #[default]
        Months = "months",
        /// The co-op's year of participation, as far as it has come.
        Year = "year",
        /// The one before.
        LastYear = "last_year",
        /// The month before this one.
        LastMonth = "last_month",
        /// The quarter before this one.
        LastQuarter = "last_quarter",
        /// From one day to another.
        Days = "days",
    }
}

text_enum! {
    /// With what a period is compared.
    #[derive(Default)]
    pub enum Compared {
        #[default]
        Nothing = "nothing",
        /// As many days, just before.
        Before = "before",
        /// The same days of the year before.
        YearBefore = "year_before",
    }
}

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub span: Span,
    pub from: NaiveDate,
    pub until: NaiveDate,
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day0(0).unwrap_or(day)
}

fn back(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(day)
}

fn day_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(1)).unwrap_or(day)
}

use chrono::Datelike;

impl Period {
    /// The period of this name as of a day. `year_starts` is the month in which the co-op's year starts.
    pub fn of(span: Span, today: NaiveDate, year_starts: u32) -> Self {
        let month = first_of(today);
        let year = back(month, (month.month() + 12 - year_starts.clamp(1, 12)) % 12);
        let (from, until) = match span {
            Span::Months | Span::Days => (back(month, 11), today),
            Span::Year => (year, today),
            Span::LastYear => (back(year, 12), day_before(year)),
            Span::LastMonth => (back(month, 1), day_before(month)),
            Span::LastQuarter => {
                let quarter = back(month, month.month0() % 3);
                (back(quarter, 3), day_before(quarter))
            }
        };
        Self { span, from, until }
    }

    /// What somebody asked for. An address without a period means the last twelve months; a last day that is not yet means today.
    ///
    /// # Errors
    /// `Invalid` on `figures_from` and `figures_to`: no day, the end before the beginning, more than ten years.
    pub fn asked(form: &Form, today: NaiveDate, year_starts: u32) -> Result<Self> {
        let span = Span::parse(form.value("figures_period")).unwrap_or_default();
        let named = Self::of(span, today, year_starts);
        if span != Span::Days {
            return Ok(named);
        }
        let reader = form.reader();
        let from = reader.date("figures_from").unwrap_or(named.from);
        let until = reader.date("figures_to").unwrap_or(today).min(today);
        if from > until {
            reader.refuse(if from > today { "figures_from" } else { "figures_to" }, "wrong-period-order");
        } else if back(until, 12 * YEARS_MAX) > from {
            reader.refuse("figures_from", "wrong-period-long");
        }
        reader.finish()?;
        Ok(Self { span, from, until })
    }

    /// The period that this one is compared with.
    pub fn compared(self, with: Compared) -> Option<Self> {
        // Whole months are compared with whole months, whatever their days.
        let shifted = |months| {
            let ended = self.until.checked_add_days(Days::new(1)).unwrap_or(self.until);
            Self { span: Span::Days, from: back(self.from, months), until: day_before(back(ended, months)) }
        };
        match (with, self.span) {
            (Compared::Nothing, _) => None,
            (Compared::Before, Span::LastMonth) => Some(shifted(1)),
            (Compared::Before, Span::LastQuarter) => Some(shifted(3)),
            (Compared::Before, Span::Months | Span::Year | Span::LastYear) => Some(shifted(12)),
            (Compared::Before, Span::Days) => {
                let length = (self.until - self.from).num_days().unsigned_abs();
                let until = day_before(self.from);
                Some(Self { span: Span::Days, from: until.checked_sub_days(Days::new(length)).unwrap_or(until), until })
            }
            (Compared::YearBefore, _) => Some(shifted(12)),
        }
    }

    /// What stands after an address so that it is about the same days; without `?`.
    pub fn query(self) -> String {
        match self.span {
            Span::Days => format!("figures_period=days&figures_from={}&figures_to={}", self.from, self.until),
            span => format!("figures_period={}", span.word()),
        }
    }
}

/// Of rows that tell how many there are, those that may be told: a row is told once so many homes moved since the last one that was, or
/// none at all. Who watches for long cannot tell from two rows what fewer did. Of those before the period the last one begins it.
pub fn anchored(rows: Vec<(Row, &[i64])>, group_min: i64, from: NaiveDate) -> Vec<Row> {
    let mut moved: BTreeSet<i64> = BTreeSet::new();
    let (mut before, mut told) = (None, Vec::new());
    for (row, homes) in rows {
        moved.extend(homes);
        if !moved.is_empty() && (moved.len() as i64) < group_min {
            continue;
        }
        moved.clear();
        match row.cells.first().and_then(Value::day) {
            Some(day) if day < from => before = Some(row),
            _ => told.push(row),
        }
    }
    before.into_iter().chain(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn asked(fields: &[(&'static str, &str)]) -> Result<Period> {
        let form = Form::filled(fields.iter().map(|(name, value)| (*name, (*value).to_owned())));
        Period::asked(&form, day("2026-12-01"), 7)
    }

    #[test]
    fn a_period_has_a_name_or_two_days() {
        let days = |period: Period| (period.from.to_string(), period.until.to_string());
        assert_eq!(days(asked(&[]).expect("one")), ("2026-01-01".into(), "2026-12-01".into()));
        assert_eq!(
            days(asked(&[("figures_period", "year")]).expect("one")),
            ("2026-07-01".into(), "2026-12-01".into())
        );
        let last = asked(&[("figures_period", "last_year")]).expect("one");
        assert_eq!(days(last), ("2025-07-01".into(), "2026-06-30".into()));
        assert_eq!(days(last.compared(Compared::Before).expect("one")), ("2024-07-01".into(), "2025-06-30".into()));
        let month = asked(&[("figures_period", "last_month")]).expect("one");
        assert_eq!(days(month), ("2026-11-01".into(), "2026-11-30".into()));
        assert_eq!(days(month.compared(Compared::Before).expect("one")), ("2026-10-01".into(), "2026-10-31".into()));
        let quarter = asked(&[("figures_period", "last_quarter")]).expect("one");
        assert_eq!(days(quarter), ("2026-07-01".into(), "2026-09-30".into()));
        assert_eq!(days(quarter.compared(Compared::Before).expect("one")), ("2026-04-01".into(), "2026-06-30".into()));
        let leap = Period::of(Span::LastMonth, day("2025-03-09"), 1).compared(Compared::YearBefore).expect("one");
        assert_eq!(days(leap), ("2024-02-01".into(), "2024-02-29".into()));
        let own = asked(&[("figures_period", "days"), ("figures_from", "2026-03-01"), ("figures_to", "2026-03-31")]);
        let before = own.expect("one").compared(Compared::Before).expect("one");
        assert_eq!(days(before), ("2026-01-29".into(), "2026-02-28".into()));
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_refused() {
        for (from, to) in
            [("2026-04-01", "2026-03-31"), ("2026-12-02", "2026-12-31"), ("2010-01-01", "2026-01-01"), ("x", "")]
        {
            let fields = [("figures_period", "days"), ("figures_from", from), ("figures_to", to)];
            assert!(asked(&fields).is_err(), "{from} {to}");
        }
    }

    proptest! {
        /// From the rows that are told, in however long a history, nobody finds what fewer homes than the smallest group did.
        #[test]
        fn between_two_rows_that_are_told_enough_homes_moved_or_none(
            months in proptest::collection::vec(proptest::collection::vec(1..30_i64, 0..4), 1..60), min in 2..7_i64, cut in 0..60_u64,
        ) {
            let start = day("2020-01-31");
            let at = |place: usize| start + Days::new(place as u64);
            let rows: Vec<(Row, &[i64])> = months.iter().enumerate()
                .map(|(place, homes)| (Row { id: None, cells: vec![Value::Day(at(place))] }, homes.as_slice())).collect();
            let told = anchored(rows, min, at(cut as usize));
            let places: Vec<usize> = told.iter()
                .filter_map(|row| row.cells[0].day()).map(|day| (day - start).num_days() as usize).collect();
            for (first, second) in places.iter().enumerate().flat_map(|(at, first)| places[at + 1..].iter().map(move |second| (*first, *second))) {
                let moved: BTreeSet<i64> = months[first + 1..=second].iter().flatten().copied().collect();
                prop_assert!(moved.is_empty() || moved.len() as i64 >= min, "{moved:?} between {first} and {second}");
            }
        }
    }
}
