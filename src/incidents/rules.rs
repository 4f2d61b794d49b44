//! How long an incident is kept. Pure.

use chrono::{Months, NaiveDate};

/// Regulation respecting confidentiality incidents, section 8: at least five years after the co-op knew of it.
pub const KEPT_YEARS: u32 = 5;

/// The first day on which an entry need not be kept any longer.
pub fn kept_until(known_on: NaiveDate) -> NaiveDate {
    known_on.checked_add_months(Months::new(KEPT_YEARS * 12)).unwrap_or(NaiveDate::MAX)
}

/// Whether an entry may be taken out on a day.
pub fn may_go(known_on: NaiveDate, today: NaiveDate) -> bool {
    today > kept_until(known_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_years_to_the_day() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        assert!(!may_go(day("2021-11-20"), day("2026-11-20")));
        assert!(may_go(day("2021-11-20"), day("2026-11-21")));
        assert_eq!(kept_until(day("2024-02-29")), day("2029-02-28"));
    }
}
