//! What a request is and what can be done with it. Pure: no I/O, no clock.

use chrono::{NaiveDate, NaiveTime};

use crate::platform::text_enum::text_enum;

pub const TITLE_MAX: usize = 120;
pub const PLACE_MAX: usize = 80;
pub const DETAILS_MAX: usize = 4_000;
/// The most characters of each thing that is said about getting in.
pub const ACCESS_MAX: usize = 500;

text_enum! {
    /// How soon somebody should come.
    pub enum Urgency {
        /// Somebody is in danger, or there is no water, heat or power.
        Now = "now",
        /// It gets worse, or something is missing every day.
        Soon = "soon",
        Whenever = "whenever",
    }
}

text_enum! {
    /// How far a request is.
    pub enum Status {
        /// Nobody deals with it yet.
        Sent = "sent",
        /// Somebody deals with it.
        Seen = "seen",
        /// Somebody comes on a day.
        Planned = "planned",
        Repaired = "repaired",
        /// Nobody repaired it, and why is said.
        ClosedWithout = "closed_without",
        /// Who asked does not need it any longer.
        Withdrawn = "withdrawn",
    }
}

impl Status {
    pub fn is_open(self) -> bool {
        matches!(self, Self::Sent | Self::Seen | Self::Planned)
    }

    /// What a closed one is again when it is not fixed, or still needed.
    pub fn reopened(has_dealer: bool) -> Self {
        if has_dealer { Self::Seen } else { Self::Sent }
    }
}

text_enum! {
    /// Whether whoever comes may go in.
    pub enum Entry {
        /// Also while nobody is there.
        Yes = "yes",
        WhenHome = "when_home",
    }
}

/// When somebody comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment {
    pub on: NaiveDate,
    pub from: Option<NaiveTime>,
    pub to: Option<NaiveTime>,
}

impl Appointment {
    /// Whether its end is after its beginning, where both are said.
    pub fn is_in_order(&self) -> bool {
        self.from.zip(self.to).is_none_or(|(from, to)| from < to)
    }
}

/// Whether the home is asked once more whether the way in still holds: it was told another time before.
pub fn asks_again(before: Option<Appointment>, after: Appointment) -> bool {
    before.is_some_and(|before| before != after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_home_is_asked_again_when_the_time_moves_and_not_before() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).expect("a day");
        let at = |on, hour| Appointment { on, from: NaiveTime::from_hms_opt(hour, 0, 0), to: None };
        assert!(!asks_again(None, at(day(1), 9)));
        assert!(!asks_again(Some(at(day(1), 9)), at(day(1), 9)));
        assert!(asks_again(Some(at(day(1), 9)), at(day(1), 10)));
        assert!(asks_again(Some(at(day(1), 9)), at(day(2), 9)));
    }

    #[test]
    fn a_visit_ends_after_it_begins() {
        let on = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
        let visit = |from, to| Appointment {
            on,
            from: NaiveTime::from_hms_opt(from, 0, 0),
            to: NaiveTime::from_hms_opt(to, 0, 0),
        };
        assert!(visit(9, 10).is_in_order() && !visit(10, 9).is_in_order() && !visit(9, 9).is_in_order());
        assert!(Appointment { on, from: None, to: None }.is_in_order());
    }
}
