//! When a report comes by itself.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::platform::text_enum::text_enum;

text_enum! {
    /// How often a report is sent.
    #[derive(Default)]
    pub enum Sent {
        #[default]
        Never = "never",
        /// On Mondays.
        Weekly = "weekly",
        /// On the first of each month.
        Monthly = "monthly",
        /// On the first of January, April, July and October.
        Quarterly = "quarterly",
        /// On the first day of the co-op's year.
        Yearly = "yearly",
    }
}

/// The next day after `today` on which it is sent; none where it never is. After an outage the days that passed are not made up for one by
/// one: the next is always after today. `year_starts` is the month in which the co-op's year starts.
pub fn next_on(sent: Sent, today: NaiveDate, year_starts: u32) -> Option<NaiveDate> {
    let after = |months: u32| today.with_day(1)?.checked_add_months(Months::new(months));
    match sent {
        Sent::Never => None,
        Sent::Weekly => today.checked_add_days(Days::new(7 - u64::from(today.weekday().num_days_from_monday()))),
        Sent::Monthly => after(1),
        Sent::Quarterly => after(3 - today.month0() % 3),
        Sent::Yearly => after(12 - (today.month() + 12 - year_starts.clamp(1, 12)) % 12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_report_comes_on_a_monday_or_on_a_first() {
        let next = |sent, today: &str| next_on(sent, day(today), 7).map(|day| day.to_string());
        assert_eq!(next(Sent::Never, "2026-12-01"), None);
        assert_eq!(next(Sent::Weekly, "2026-12-01").as_deref(), Some("2026-12-07"));
        assert_eq!(next(Sent::Weekly, "2026-12-07").as_deref(), Some("2026-12-14"));
        assert_eq!(next(Sent::Monthly, "2026-12-31").as_deref(), Some("2027-01-01"));
        assert_eq!(next(Sent::Quarterly, "2026-12-01").as_deref(), Some("2027-01-01"));
        assert_eq!(next(Sent::Quarterly, "2027-01-01").as_deref(), Some("2027-04-01"));
        assert_eq!(next(Sent::Yearly, "2026-06-30").as_deref(), Some("2026-07-01"));
        assert_eq!(next(Sent::Yearly, "2026-07-01").as_deref(), Some("2027-07-01"));
    }

    proptest! {
        /// Whatever the day, the next one is later, within the time that it names, and one of its days.
        #[test]
        fn the_next_day_is_later_and_near(days in 0..20_000_u64, starts in 1..13_u32) {
            let today = day("2000-01-01") + Days::new(days);
            for (sent, longest) in [(Sent::Weekly, 7), (Sent::Monthly, 31), (Sent::Quarterly, 92), (Sent::Yearly, 366)] {
                let next = next_on(sent, today, starts).expect("a day");
                let far = (next - today).num_days();
                prop_assert!(far > 0 && far <= longest, "{sent:?} {today}: {next}");
                let is_its = match sent {
                    Sent::Weekly => next.weekday() == Weekday::Mon,
                    Sent::Monthly => next.day() == 1,
                    Sent::Quarterly => next.day() == 1 && next.month0().is_multiple_of(3),
                    _ => next.day() == 1 && next.month() == starts,
                };
                prop_assert!(is_its, "{sent:?} {today}: {next}");
            }
        }
    }
}
