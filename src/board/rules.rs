//! Seats, terms and offices of the board. Pure.
//!
//! A term lasts from its first day to before `until`, mostly the day of an annual meeting, on which the next one begins. Terms
//! are staggered, so that a part of the board goes on when the others end (guides for co-ops advise one and two years).

use chrono::{Months, NaiveDate};

/// An annual meeting may be later in its year than the one before it: a term may be this much longer than the rules say.
const MONTHS_OF_GRACE: u32 = 6;

/// Who sits from when, and the first day on which that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    pub id: i64,
    pub member: i64,
    pub from: NaiveDate,
    pub until: NaiveDate,
}

impl Term {
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && day < self.until
    }

    fn meets(&self, other: &Self) -> bool {
        self.from < other.until && other.from < self.until
    }
}

/// What the co-op's rules say of its board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub seats: usize,
    pub term_months: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    EndsTooEarly,
    /// The last day on which it may end.
    TooLong(NaiveDate),
    /// They have a seat already, until this day.
    SitsAlready(NaiveDate),
    /// Every seat is taken on this day.
    Full(NaiveDate),
}

/// The last day on which a term that begins on a day may end.
pub fn latest_end(from: NaiveDate, size: Size) -> NaiveDate {
    from.checked_add_months(Months::new(size.term_months + MONTHS_OF_GRACE)).unwrap_or(NaiveDate::MAX)
}

/// Whether a term may be this long.
pub fn check_length(from: NaiveDate, until: NaiveDate, size: Size) -> Result<(), Refusal> {
    let latest = latest_end(from, size);
    match () {
        () if until <= from => Err(Refusal::EndsTooEarly),
        () if until > latest => Err(Refusal::TooLong(latest)),
        () => Ok(()),
    }
}

/// How many seats are free on every day of a term.
pub fn free(terms: &[Term], from: NaiveDate, until: NaiveDate, size: Size) -> usize {
    let days = terms.iter().map(|term| term.from).filter(|day| from < *day && *day < until).chain([from]);
    let most = days.map(|day| terms.iter().filter(|term| term.holds(day)).count()).max().unwrap_or(0);
    size.seats.saturating_sub(most)
}

/// Whether a term goes together with the others. One of the same id is the one that it replaces.
pub fn check(terms: &[Term], new: &Term, size: Size) -> Result<(), Refusal> {
    check_length(new.from, new.until, size)?;
    let others: Vec<&Term> = terms.iter().filter(|term| term.id != new.id && term.meets(new)).collect();
    if let Some(own) = others.iter().find(|term| term.member == new.member) {
        return Err(Refusal::SitsAlready(own.until));
    }
    // The number of directors only grows on a day on which a term begins.
    let mut days: Vec<NaiveDate> = others.iter().map(|term| term.from.max(new.from)).collect();
    days.push(new.from);
    days.sort_unstable();
    let sits = |day: NaiveDate| others.iter().filter(|term| term.holds(day)).count();
    match days.into_iter().find(|day| sits(*day) >= size.seats) {
        Some(day) => Err(Refusal::Full(day)),
        None => Ok(()),
    }
}

/// How many seats end at each of the annual meetings of one round, as evenly as can be: nine seats and terms of two years give
/// five and four. One number a year of the term, a part of a year counting as one.
pub fn staggered(size: Size) -> Vec<usize> {
    let years = (size.term_months.max(1).div_ceil(12)) as usize;
    (0..years).map(|year| size.seats / years + usize::from(year < size.seats % years)).collect()
}

/// Which terms of a day are over by the day of a meeting, and which go on.
pub fn at_meeting(terms: &[Term], meeting: NaiveDate) -> (Vec<Term>, Vec<Term>) {
    terms.iter().partition(|term| term.until <= meeting)
}

/// The next annual meeting as far as the terms after a day know: the first day on which one of them ends by its time. `full` are
/// the ends that the terms were given; that somebody leaves earlier makes no meeting.
pub fn next_meeting(full: impl Iterator<Item = NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
    full.filter(|day| *day > today).min()
}

/// Terms after a meeting was put off, or brought forward: what would have ended or begun on that day does so on the other.
pub fn moved(terms: &[Term], from: NaiveDate, to: NaiveDate) -> Vec<Term> {
    let day = |day: NaiveDate| if day == from { to } else { day };
    terms.iter().map(|term| Term { from: day(term.from), until: day(term.until), ..*term }).collect()
}

/// Whether what a moved meeting changed goes together with the rest.
pub fn check_moved(before: &[Term], after: &[Term], size: Size) -> Result<(), Refusal> {
    after.iter().filter(|term| !before.contains(term)).try_for_each(|term| check(after, term, size))
}

/// When a term that begins on a day should end: at the meeting nearest to its full length where one is known, else on the day.
pub fn suggested_end(from: NaiveDate, size: Size, meetings: &[NaiveDate]) -> NaiveDate {
    let full = from.checked_add_months(Months::new(size.term_months)).unwrap_or(NaiveDate::MAX);
    let distance = |day: &NaiveDate| (*day - full).num_days().abs();
    meetings.iter().copied().filter(|day| distance(day) <= 92).min_by_key(distance).unwrap_or(full)
}

// ---- offices ----

/// Who holds an office, by their term, from when, and the first day on which that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding {
    pub term: i64,
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// One office after it went to a director on a day, or to nobody. Whoever held it holds it until then; what was to come stays.
/// `None` when the director does not sit on that day.
pub fn handed_over(holdings: &[Holding], to: Option<&Term>, from: NaiveDate) -> Option<Vec<Holding>> {
    if to.is_some_and(|term| !term.holds(from)) {
        return None;
    }
    let mut after: Vec<Holding> = Vec::new();
    for holding in holdings {
        let until = if holding.from <= from { holding.until.min(from) } else { holding.until };
        if holding.from < until {
            after.push(Holding { until, ..*holding });
        }
    }
    if let Some(term) = to {
        let next = after.iter().map(|holding| holding.from).filter(|day| *day > from).min();
        let until = next.map_or(term.until, |day| day.min(term.until));
        after.push(Holding { term: term.id, from, until });
    }
    after.sort_unstable_by_key(|holding| holding.from);
    Some(after)
}

/// One office after a term was moved and the office in it with it: who held it for sure keeps it, and those of the moved term give way.
pub fn given_way(holdings: &[Holding], moved: &[i64]) -> Vec<Holding> {
    let (mut after, giving): (Vec<Holding>, Vec<Holding>) =
        holdings.iter().partition(|holding| !moved.contains(&holding.term));
    for mut own in giving {
        // Others are in front of it, behind it, or within it; what is behind one within it is lost.
        for other in &after {
            let meet = other.from < own.until && own.from < other.until;
            match (meet, other.from <= own.from) {
                (true, true) => own.from = other.until,
                (true, false) => own.until = other.from,
                _ => {}
            }
        }
        if own.from < own.until && after.iter().all(|other| other.until <= own.from || own.until <= other.from) {
            after.push(own);
        }
    }
    after.sort_unstable_by_key(|holding| holding.from);
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default() + chrono::Days::new(number)
    }

    fn size(seats: usize) -> Size {
        Size { seats, term_months: 24 }
    }

    fn holds_together(terms: &[Term], seats: usize) -> Result<(), TestCaseError> {
        let days = terms.iter().flat_map(|term| [term.from, term.until]);
        for day in days {
            let mut on: Vec<i64> = terms.iter().filter(|term| term.holds(day)).map(|term| term.member).collect();
            prop_assert!(on.len() <= seats, "{} sit on {day}, {seats} seats", on.len());
            let all = on.len();
            on.sort_unstable();
            on.dedup();
            prop_assert_eq!(on.len(), all, "somebody has two seats on {}", day);
        }
        Ok(())
    }

    /// Somebody is elected, ends early, or a meeting moves.
    #[derive(Debug, Clone)]
    enum Act {
        Elect(i64, u64, u64),
        End(usize, u64),
        Correct(usize, u64, u64),
        Move(usize, u64),
    }

    fn act() -> impl Strategy<Value = Act> {
        prop_oneof![
            4 => (0_i64..8, 0_u64..1500, 1_u64..1000).prop_map(|(member, from, long)| Act::Elect(member, from, from + long)),
            1 => (0_usize..20, 1_u64..700).prop_map(|(which, after)| Act::End(which, after)),
            1 => (0_usize..20, 0_u64..1500, 0_u64..1000).prop_map(|(which, from, long)| Act::Correct(which, from, from + long)),
            1 => (0_usize..20, 0_u64..2000).prop_map(|(which, to)| Act::Move(which, to)),
        ]
    }

    proptest! {
        #[test]
        fn nobody_has_two_seats_and_the_board_is_never_overfull(acts in proptest::collection::vec(act(), 0..60), seats in 1_usize..6) {
            let mut terms: Vec<Term> = Vec::new();
            for (number, act) in acts.into_iter().enumerate() {
                match act {
                    Act::Elect(member, from, until) => {
                        let new = Term { id: number as i64, member, from: day(from), until: day(until) };
                        if check(&terms, &new, size(seats)).is_ok() {
                            terms.push(new);
                        }
                    }
                    Act::End(which, after) => {
                        if let Some(term) = terms.get_mut(which) {
                            term.until = term.until.min(term.from + chrono::Days::new(after));
                        }
                    }
                    Act::Correct(which, from, until) => {
                        let Some(term) = terms.get(which).copied() else { continue };
                        let new = Term { from: day(from), until: day(until), ..term };
                        if check(&terms, &new, size(seats)).is_ok() {
                            terms[which] = new;
                        }
                    }
                    Act::Move(which, to) => {
                        let Some(from) = terms.get(which).map(|term| term.until) else { continue };
                        let after = moved(&terms, from, day(to));
                        if check_moved(&terms, &after, size(seats)).is_ok() {
                            terms = after;
                        }
                    }
                }
                holds_together(&terms, seats)?;
            }
        }

        #[test]
        fn about_as_many_seats_end_each_year(seats in 1_usize..60, term_months in 1_u32..121) {
            let ends = staggered(Size { seats, term_months });
            prop_assert_eq!(ends.len(), term_months.div_ceil(12) as usize);
            prop_assert_eq!(ends.iter().sum::<usize>(), seats);
            let (least, most) = (ends.iter().min().copied().unwrap_or(0), ends.iter().max().copied().unwrap_or(0));
            prop_assert!(most - least <= 1, "{ends:?}");
        }

        #[test]
        fn at_a_meeting_every_seat_ends_or_goes_on(untils in proptest::collection::vec(1_u64..900, 0..12), meeting in 0_u64..900) {
            let terms: Vec<Term> = untils.iter().enumerate()
                .map(|(id, until)| Term { id: id as i64, member: id as i64, from: day(0), until: day(*until) }).collect();
            let (over, on) = at_meeting(&terms, day(meeting));
            prop_assert_eq!(over.len() + on.len(), terms.len());
            prop_assert!(over.iter().all(|term| term.until <= day(meeting)) && on.iter().all(|term| term.until > day(meeting)));
            let next = next_meeting(terms.iter().map(|term| term.until), day(0));
            prop_assert!(next.is_none_or(|next| terms.iter().all(|term| term.until >= next)));
        }
    }

    proptest! {
        #[test]
        fn an_office_has_one_holder_who_sits(acts in proptest::collection::vec((proptest::option::of(0_usize..5), 0_u64..1000), 0..30)) {
            let terms: Vec<Term> = (0..5_u64)
                .map(|id| Term { id: id as i64, member: id as i64, from: day(id * 100), until: day(id * 100 + 500) }).collect();
            let mut held: Vec<Holding> = Vec::new();
            for (to, from) in acts {
                let Some(after) = handed_over(&held, to.map(|at| &terms[at]), day(from)) else { continue };
                held = after;
                for pair in held.windows(2) {
                    prop_assert!(pair[0].until <= pair[1].from, "two hold it: {pair:?}");
                }
                for holding in &held {
                    let term = terms[holding.term as usize];
                    prop_assert!(holding.from < holding.until && term.from <= holding.from && holding.until <= term.until);
                }
                let now = held.iter().find(|holding| holding.from <= day(from) && day(from) < holding.until);
                prop_assert_eq!(now.map(|holding| holding.term), to.map(|at| at as i64));
            }
        }
    }

    proptest! {
        #[test]
        fn a_moved_office_gives_way(spans in proptest::collection::vec((0_u64..300, 1_u64..100), 1..6), moved in 0_usize..6) {
            let all: Vec<Holding> = (0..).zip(&spans)
                .map(|(term, (from, long))| Holding { term, from: day(*from), until: day(from + long) }).collect();
            // The others do not meet, as the database has it.
            let mut known: Vec<Holding> = Vec::new();
            for holding in all {
                if holding.term == moved as i64 || known.iter().all(|other| other.term == moved as i64 || other.until <= holding.from || holding.until <= other.from) {
                    known.push(holding);
                }
            }
            let after = given_way(&known, &[moved as i64]);
            for pair in after.windows(2) {
                prop_assert!(pair[0].until <= pair[1].from, "two hold it: {pair:?}");
            }
            for other in known.iter().filter(|holding| holding.term != moved as i64) {
                prop_assert!(after.contains(other), "who did not move keeps it: {other:?}");
            }
            let own = known.iter().find(|holding| holding.term == moved as i64);
            let alone = own.filter(|own| known.iter().all(|other| other == *own || other.until <= own.from || own.until <= other.from));
            prop_assert!(alone.is_none_or(|own| after.contains(own)), "nobody in the way: {alone:?}");
        }
    }

    #[test]
    fn a_term_ends_at_a_meeting_where_one_is_near() {
        let full = suggested_end(day(0), size(9), &[]);
        assert_eq!(full, NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default());
        assert_eq!(suggested_end(day(0), size(9), &[day(300), day(740), day(1100)]), day(740));
    }

    #[test]
    fn nine_seats_for_two_years_are_five_and_four() {
        assert_eq!(staggered(size(9)), [5, 4]);
        assert_eq!(staggered(Size { seats: 9, term_months: 36 }), [3, 3, 3]);
        assert_eq!(staggered(Size { seats: 3, term_months: 12 }), [3]);
    }

    #[test]
    fn a_reason_is_given() {
        let term = |id, member, from, until| Term { id, member, from: day(from), until: day(until) };
        let known = [term(1, 1, 0, 365), term(2, 2, 100, 365)];
        assert_eq!(check(&known, &term(3, 3, 50, 50), size(3)), Err(Refusal::EndsTooEarly));
        assert_eq!(check(&known, &term(3, 1, 364, 600), size(3)), Err(Refusal::SitsAlready(day(365))));
        assert_eq!(
            check(&known, &term(3, 1, 365, 600), size(3)),
            Ok(()),
            "the next term begins on the day of the meeting"
        );
        assert_eq!(check(&known, &term(3, 3, 0, 200), size(2)), Err(Refusal::Full(day(100))));
        assert!(matches!(check(&known, &term(3, 3, 0, 1000), size(3)), Err(Refusal::TooLong(_))));
        assert_eq!(check(&known, &term(2, 2, 100, 300), size(2)), Ok(()), "a term does not stand in its own way");
    }
}
