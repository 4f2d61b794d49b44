//! Member shares: what somebody holds after a row of movements. Pure.
//!
//! Shares are counted, never valued. Nobody ever holds fewer than none.

use chrono::NaiveDate;

/// What happened to some shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Paid,
    Transferred,
    Received,
    Refunded,
}

impl Kind {
    pub const ALL: [(&'static str, Self); 4] = [
        ("paid", Self::Paid),
        ("transferred", Self::Transferred),
        ("received", Self::Received),
        ("refunded", Self::Refunded),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("paid", |(word, _)| word)
    }

    fn signed(self, quantity: i32) -> i64 {
        match self {
            Self::Paid | Self::Received => i64::from(quantity),
            Self::Transferred | Self::Refunded => -i64::from(quantity),
        }
    }
}

/// A day, what happened, and to how many.
pub type Movement = (NaiveDate, Kind, i32);

/// What is held after all movements, or the day on which more would be gone than there was. On one day, what comes in comes first.
pub fn held(movements: &[Movement]) -> Result<i64, NaiveDate> {
    let mut sorted = movements.to_vec();
    sorted.sort_by_key(|(day, kind, _)| (*day, kind.signed(1) < 0));
    let mut held = 0;
    for (day, kind, quantity) in sorted {
        held += kind.signed(quantity);
        if held < 0 {
            return Err(day);
        }
    }
    Ok(held)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(offset: u64) -> NaiveDate {
        NaiveDate::default() + chrono::Days::new(offset)
    }

    #[test]
    fn nobody_gives_away_what_they_do_not_hold_yet() {
        assert_eq!(held(&[(day(1), Kind::Paid, 3), (day(2), Kind::Refunded, 3)]), Ok(0));
        assert_eq!(held(&[(day(1), Kind::Refunded, 1), (day(2), Kind::Paid, 3)]), Err(day(1)));
        assert_eq!(held(&[(day(1), Kind::Transferred, 2), (day(1), Kind::Paid, 2)]), Ok(0));
        assert_eq!(held(&[]), Ok(0));
    }

    proptest! {
        #[test]
        fn the_order_of_entering_does_not_matter(
            mut all in proptest::collection::vec((0u64..9, 0usize..4, 1i32..5), 0..12)
        ) {
            let read = |all: &[(u64, usize, i32)]| -> Vec<Movement> {
                all.iter().map(|(d, k, q)| (day(*d), Kind::ALL[*k].1, *q)).collect()
            };
            let forward = held(&read(&all));
            all.reverse();
            prop_assert_eq!(held(&read(&all)), forward);
            if let Ok(held) = forward {
                let sum: i64 = read(&all).iter().map(|(_, kind, quantity)| kind.signed(*quantity)).sum();
                prop_assert!(held >= 0 && held == sum);
            }
        }
    }
}
