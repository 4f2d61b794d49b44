//! Who is next for a home: which requests fit it, in which order, and why others do not. Pure.
//!
//! Within a group (requests from outside, transfers within) the date of the complete form decides, then the day it was received,
//! then its number, so that no two are ever equal. How the groups come together is the co-op's rule.

use chrono::{Months, NaiveDate};

use crate::coops::Transfers;
use crate::units::rules::{Fit, fit};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Outside,
    Transfer,
}

impl Kind {
    pub const ALL: [(&'static str, Self); 2] = [("outside", Self::Outside), ("transfer", Self::Transfer)];

    pub fn word(self) -> &'static str {
        if self == Self::Outside { "outside" } else { "transfer" }
    }

    pub fn read(word: &str) -> Self {
        if word == "transfer" { Self::Transfer } else { Self::Outside }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The form is not complete yet.
    Received,
    Complete,
    Invited,
    Interviewed,
    Accepted,
    Refused,
    Withdrawn,
    Expired,
}

impl State {
    pub const ALL: [(&'static str, Self); 8] = [
        ("received", Self::Received),
        ("complete", Self::Complete),
        ("invited", Self::Invited),
        ("interviewed", Self::Interviewed),
        ("accepted", Self::Accepted),
        ("refused", Self::Refused),
        ("withdrawn", Self::Withdrawn),
        ("expired", Self::Expired),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, state)| *state == self).map_or("received", |(word, _)| word)
    }

    pub fn read(word: &str) -> Self {
        Self::ALL.iter().find(|(known, _)| *known == word).map_or(Self::Received, |(_, state)| *state)
    }

    /// Whether it still waits for a home.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::Complete | Self::Invited | Self::Interviewed)
    }

    /// Whether it came to nothing: such requests are forgotten after a while.
    pub fn came_to_nothing(self) -> bool {
        matches!(self, Self::Refused | Self::Withdrawn | Self::Expired)
    }
}

/// What may be entered as happened to a request. Acceptance has a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Invited,
    Interviewed,
    Accepted,
    Refused,
    Withdrawn,
    Expired,
    /// Back on the list, where it was by its date.
    Reopened,
}

impl Step {
    pub const ALL: [(&'static str, Self); 7] = [
        ("invited", Self::Invited),
        ("interviewed", Self::Interviewed),
        ("accepted", Self::Accepted),
        ("refused", Self::Refused),
        ("withdrawn", Self::Withdrawn),
        ("expired", Self::Expired),
        ("reopened", Self::Reopened),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, step)| *step == self).map_or("reopened", |(word, _)| word)
    }

    /// Whether it may happen to a request in this state. What is decided comes back on the list first; an acceptance stays.
    pub fn may_follow(self, state: State) -> bool {
        match self {
            Self::Reopened => state.came_to_nothing(),
            Self::Invited => matches!(state, State::Received | State::Complete | State::Interviewed),
            // An incomplete form has no place in the order yet, so it cannot be the next one either.
            Self::Accepted => state.is_open() && state != State::Received,
            Self::Interviewed | Self::Refused | Self::Withdrawn | Self::Expired => state.is_open(),
        }
    }
}

/// The co-op's rule of the waiting list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    pub transfers: Transfers,
    /// Months in the present home before a transfer.
    pub transfer_months_min: u32,
    /// Months after which a request that came to nothing loses its names.
    pub kept_months: u32,
}

/// A request as far as the order needs to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub id: i64,
    pub kind: Kind,
    pub people: i64,
    pub bedrooms_min: Option<i32>,
    pub bedrooms_max: Option<i32>,
    /// Somebody of the household needs a home that can be used in a wheelchair.
    pub accessible: bool,
    pub received_on: NaiveDate,
    pub complete_on: Option<NaiveDate>,
    /// For a transfer: the present home, and since when they live there.
    pub from_unit: Option<i64>,
    pub lives_there_since: Option<NaiveDate>,
}

/// A home that is to be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    pub id: i64,
    pub bedrooms: Option<i32>,
    pub occupants_min: Option<i32>,
    pub occupants_max: Option<i32>,
    pub accessible: bool,
}

/// Why a request does not fit a home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    NotComplete,
    /// So many more people than the home is meant for.
    TooMany(i64),
    TooFew(i64),
    FewerBedrooms,
    MoreBedrooms,
    NotAccessible,
    OwnHome,
    /// They may ask for another home from this day on.
    TooSoon(NaiveDate),
}

/// Everything that stands in the way of giving this home to this household on a day. What nobody said binds nobody.
pub fn obstacles(candidate: &Candidate, home: &Home, rule: &Rule, day: NaiveDate) -> Vec<Obstacle> {
    let mut found = Vec::new();
    if candidate.complete_on.is_none() {
        found.push(Obstacle::NotComplete);
    }
    match fit(candidate.people, home.occupants_min, home.occupants_max) {
        Fit::Suits => {}
        Fit::TooMany(by) => found.push(Obstacle::TooMany(by)),
        Fit::TooFew(by) => found.push(Obstacle::TooFew(by)),
    }
    if let Some(bedrooms) = home.bedrooms {
        if candidate.bedrooms_min.is_some_and(|min| bedrooms < min) {
            found.push(Obstacle::FewerBedrooms);
        }
        if candidate.bedrooms_max.is_some_and(|max| bedrooms > max) {
            found.push(Obstacle::MoreBedrooms);
        }
    }
    if candidate.accessible && !home.accessible {
        found.push(Obstacle::NotAccessible);
    }
    if candidate.kind == Kind::Transfer {
        if candidate.from_unit == Some(home.id) {
            found.push(Obstacle::OwnHome);
        }
        let from = candidate.lives_there_since.and_then(|since| {
            since.checked_add_months(Months::new(rule.transfer_months_min)).filter(|from| *from > day)
        });
        found.extend(from.map(Obstacle::TooSoon));
    }
    found
}

/// Earlier in this order is earlier on the list, within a group.
pub fn place(candidate: &Candidate) -> (NaiveDate, NaiveDate, i64) {
    (candidate.complete_on.unwrap_or(NaiveDate::MAX), candidate.received_on, candidate.id)
}

/// The order of those who fit. `last` is the group that the last home of this size went to, which counts where they take turns.
pub fn order(mut fitting: Vec<Candidate>, transfers: Transfers, last: Option<Kind>) -> Vec<Candidate> {
    fitting.sort_by_key(place);
    if transfers == Transfers::Together {
        return fitting;
    }
    let (within, outside): (Vec<_>, Vec<_>) =
        fitting.into_iter().partition(|candidate| candidate.kind == Kind::Transfer);
    match transfers {
        Transfers::First => within.into_iter().chain(outside).collect(),
        Transfers::Last => outside.into_iter().chain(within).collect(),
        _ if last == Some(Kind::Transfer) => in_turns(outside, within),
        _ => in_turns(within, outside),
    }
}

/// One of each, as long as there are both; then the rest.
fn in_turns(first: Vec<Candidate>, second: Vec<Candidate>) -> Vec<Candidate> {
    let (mut first, mut second) = (first.into_iter(), second.into_iter());
    let mut all = Vec::new();
    loop {
        match (first.next(), second.next()) {
            (None, None) => return all,
            (one, two) => all.extend(one.into_iter().chain(two)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(offset: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1)
            .and_then(|day| day.checked_add_days(chrono::Days::new(offset)))
            .expect("a day")
    }

    const RULE: Rule = Rule { transfers: Transfers::Alternate, transfer_months_min: 24, kept_months: 24 };

    fn candidate(id: i64, kind: Kind, complete: u64) -> Candidate {
        Candidate {
            id,
            kind,
            people: 2,
            bedrooms_min: None,
            bedrooms_max: None,
            accessible: false,
            received_on: day(0),
            complete_on: Some(day(complete)),
            from_unit: None,
            lives_there_since: None,
        }
    }

    fn home() -> Home {
        Home { id: 9, bedrooms: Some(2), occupants_min: Some(2), occupants_max: Some(4), accessible: false }
    }

    prop_compose! {
        fn some()(list in proptest::collection::vec((any::<bool>(), 0u64..6, 0u64..4), 0..14)) -> Vec<Candidate> {
            list.into_iter().enumerate().map(|(id, (transfer, complete, received))| Candidate {
                received_on: day(received),
                ..candidate(id as i64, if transfer { Kind::Transfer } else { Kind::Outside }, complete)
            }).collect()
        }
    }

    fn rules() -> impl Strategy<Value = Transfers> {
        proptest::sample::select(Transfers::ALL.map(|(_, rule)| rule).to_vec())
    }

    fn groups() -> impl Strategy<Value = Option<Kind>> {
        proptest::sample::select(vec![None, Some(Kind::Outside), Some(Kind::Transfer)])
    }

    proptest! {
        #[test]
        fn the_order_is_total_and_does_not_hang_on_the_order_of_asking(
            list in some(), rule in rules(), last in groups(), seed in any::<u64>()
        ) {
            let ordered = order(list.clone(), rule, last);
            let mut shuffled = list.clone();
            shuffled.sort_by_key(|one| (one.id as u64).wrapping_mul(seed | 1).rotate_left(17));
            prop_assert_eq!(&order(shuffled, rule, last), &ordered);
            let mut ids: Vec<i64> = ordered.iter().map(|one| one.id).collect();
            ids.sort_unstable();
            prop_assert_eq!(ids, (0..list.len() as i64).collect::<Vec<_>>(), "everybody once");
            prop_assert_eq!(order(ordered.clone(), rule, last), ordered, "ordering again changes nothing");
        }

        #[test]
        fn nobody_who_was_complete_earlier_is_behind_another_of_their_group(list in some(), rule in rules(), last in groups()) {
            let ordered = order(list, rule, last);
            for kind in [Kind::Outside, Kind::Transfer] {
                let group: Vec<_> = ordered.iter().filter(|one| one.kind == kind).map(place).collect();
                prop_assert!(group.is_sorted());
            }
        }

        #[test]
        fn the_groups_come_as_the_rule_says(list in some(), last in groups()) {
            let kinds = |rule| order(list.clone(), rule, last).iter().map(|one| one.kind).collect::<Vec<_>>();
            let first = kinds(Transfers::First);
            prop_assert!(first.iter().skip_while(|kind| **kind == Kind::Transfer).all(|kind| *kind == Kind::Outside));
            let last_ones = kinds(Transfers::Last);
            prop_assert!(last_ones.iter().skip_while(|kind| **kind == Kind::Outside).all(|kind| *kind == Kind::Transfer));
            let turns = kinds(Transfers::Alternate);
            let both = 2 * list.iter().filter(|one| one.kind == Kind::Transfer).count().min(
                list.iter().filter(|one| one.kind == Kind::Outside).count());
            prop_assert!(turns[..both].windows(2).all(|pair| pair[0] != pair[1]), "in turns while there are both");
            if both > 0 {
                prop_assert_ne!(Some(turns[0]), last, "the other group is next");
            }
        }

        #[test]
        fn a_household_fits_exactly_when_nothing_stands_in_the_way(people in 1i64..9, min in 0i32..4, more in 0i32..3, needs in any::<bool>()) {
            let one = Candidate { people, bedrooms_min: Some(min), bedrooms_max: Some(min + more), accessible: needs, ..candidate(1, Kind::Outside, 1) };
            let fits = (2..=4).contains(&people) && (min..=min + more).contains(&2) && !needs;
            prop_assert_eq!(obstacles(&one, &home(), &RULE, day(9)).is_empty(), fits);
        }
    }

    #[test]
    fn every_reason_is_named() {
        let one = Candidate {
            complete_on: None,
            people: 6,
            bedrooms_min: Some(3),
            accessible: true,
            ..candidate(1, Kind::Outside, 1)
        };
        assert_eq!(
            obstacles(&one, &home(), &RULE, day(9)),
            [Obstacle::NotComplete, Obstacle::TooMany(2), Obstacle::FewerBedrooms, Obstacle::NotAccessible]
        );
        let two = Candidate { people: 1, bedrooms_max: Some(1), ..candidate(1, Kind::Outside, 1) };
        assert_eq!(obstacles(&two, &home(), &RULE, day(9)), [Obstacle::TooFew(1), Obstacle::MoreBedrooms]);
        let transfer =
            Candidate { from_unit: Some(9), lives_there_since: Some(day(0)), ..candidate(1, Kind::Transfer, 1) };
        let free = "2028-01-01".parse().expect("a date");
        assert_eq!(obstacles(&transfer, &home(), &RULE, day(9)), [Obstacle::OwnHome, Obstacle::TooSoon(free)]);
        let elsewhere = Candidate { from_unit: Some(8), ..transfer };
        assert_eq!(obstacles(&elsewhere, &home(), &RULE, free), []);
    }

    #[test]
    fn what_is_decided_stays_until_it_is_put_back() {
        for (_, step) in Step::ALL {
            assert!(!step.may_follow(State::Accepted), "{step:?}");
            assert_eq!(step.may_follow(State::Refused), step == Step::Reopened, "{step:?}");
        }
        assert!(!Step::Accepted.may_follow(State::Received), "an incomplete form is nobody's turn");
        assert!(Step::Accepted.may_follow(State::Complete));
    }
}
