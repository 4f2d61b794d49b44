//! Whether a home suits how many live there, and since when it is vacant. Pure.

use chrono::NaiveDate;

/// How the people of a home fit it. Occupancy standards differ between provinces and funding agreements, so the numbers are the
/// co-op's own, for each home; guests are not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// As meant, or nothing was said of it, or nobody lives there.
    Suits,
    /// So many more people than it is meant for.
    TooMany(i64),
    /// So many fewer people than it is meant for.
    TooFew(i64),
}

/// How `people` fit a home for `min` to `max` of them. A vacant home is nobody's wrong size.
pub fn fit(people: i64, min: Option<i32>, max: Option<i32>) -> Fit {
    match (min.map(i64::from), max.map(i64::from)) {
        _ if people == 0 => Fit::Suits,
        (_, Some(max)) if people > max => Fit::TooMany(people - max),
        (Some(min), _) if people < min => Fit::TooFew(min - people),
        _ => Fit::Suits,
    }
}

/// How many nights a home was vacant on a day: the day after the last occupancy is the first.
pub fn vacant_days(since: NaiveDate, day: NaiveDate) -> i64 {
    (day - since).num_days().max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_home_is_never_both_too_small_and_too_large(people in 0i64..40, min in 1i32..10, more in 0i32..10) {
            let max = min + more;
            let verdict = fit(people, Some(min), Some(max));
            let suits = people == 0 || (i64::from(min)..=i64::from(max)).contains(&people);
            prop_assert_eq!(verdict == Fit::Suits, suits);
            match verdict {
                Fit::Suits => {}
                Fit::TooMany(by) => prop_assert_eq!(people - by, i64::from(max)),
                Fit::TooFew(by) => prop_assert_eq!(people + by, i64::from(min)),
            }
        }

        #[test]
        fn what_nobody_said_binds_nobody(people in 0i64..40) {
            prop_assert_eq!(fit(people, None, None), Fit::Suits);
        }
    }

    #[test]
    fn vacancy_is_counted_from_the_first_empty_day() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        assert_eq!(vacant_days(day("2026-11-01"), day("2026-11-01")), 0);
        assert_eq!(vacant_days(day("2026-11-01"), day("2026-11-20")), 19);
        assert_eq!(vacant_days(day("2026-12-01"), day("2026-11-20")), 0);
    }
}
