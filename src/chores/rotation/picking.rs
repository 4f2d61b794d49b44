//! One pick: the accounts of those who take part, and who of them it is.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, Months, NaiveDate};
use sha2::{Digest, Sha256};

use super::{Code, Holder, Passed, Period, Pick, Reason, Seat, Strategy, Turn};

/// The most names that a reason gives for those who were passed over.
const PASSED_MOST: usize = 3;

/// What each seat has in its account, with what those who came later started with.
struct Accounts<'a> {
    seats: &'a [Seat],
    charges: Vec<(NaiveDate, usize, i64)>,
    months: Option<u32>,
}

impl<'a> Accounts<'a> {
    fn of(seats: &'a [Seat], turns: &[Turn], strategy: Strategy) -> Self {
        let months = if let Strategy::LeastEffort { months } = strategy { Some(months) } else { None };
        let mut accounts = Self { seats, charges: Vec::new(), months };
        let mut stints: HashSet<(NaiveDate, Holder)> = HashSet::new();
        let places: HashMap<Holder, usize> = seats.iter().map(|seat| seat.holder).zip(0..).collect();
        for turn in turns.iter().filter(|turn| turn.counts) {
            let Some(holder) = turn.picked else { continue };
            let place = places.get(&holder).copied().filter(|place| seats[*place].since <= turn.due_on);
            let Some(seat) = place else { continue };
            if months.is_some() {
                accounts.charges.push((turn.due_on, seat, turn.effort));
            } else if stints.insert((turn.stint_on, holder)) {
                accounts.charges.push((turn.due_on, seat, 1));
            }
        }
        accounts.enter();
        accounts
    }

    /// Whoever comes anew starts level with the lowest of those who are there.
    fn enter(&mut self) {
        let mut entries: Vec<(NaiveDate, usize)> = Vec::new();
        for (seat, place) in self.seats.iter().zip(0..) {
            entries.extend(seat.entries().map(|day| (day, place)));
        }
        entries.sort_unstable();
        for coming in entries.chunk_by(|one, next| one.0 == next.0) {
            let day = coming[0].0;
            let came = |other: &usize| coming.binary_search(&(day, *other)).is_ok();
            let there: Vec<usize> =
                (0..self.seats.len()).filter(|other| self.seats[*other].can(day) && !came(other)).collect();
            let had = self.sums(day, Some(day));
            let Some(lowest) = there.into_iter().map(|other| had[other]).min() else { continue };
            let short = |place: usize| (day, place, lowest - had[place]);
            self.charges.extend(coming.iter().map(|(_, place)| short(*place)).filter(|(.., short)| *short > 0));
        }
    }

    /// What each seat has on a day, with all that is planned.
    fn all_on(&self, day: NaiveDate) -> Vec<i64> {
        self.sums(day, None)
    }

    /// What each seat has on a day, of what was before it or of everything.
    fn sums(&self, day: NaiveDate, before: Option<NaiveDate>) -> Vec<i64> {
        let since = self.months.and_then(|months| day.checked_sub_months(Months::new(months)));
        let mut sums = vec![0; self.seats.len()];
        for (on, seat, amount) in &self.charges {
            if since.is_none_or(|since| *on > since) && before.is_none_or(|before| *on < before) {
                sums[*seat] += amount;
            }
        }
        sums
    }
}

/// Who gets the turn of a day, given all other turns. `hole` is whose it was, when it is given anew among turns that stay.
pub fn pick(
    seats: &[Seat],
    turns: &[Turn],
    strategy: Strategy,
    period: Period,
    day: NaiveDate,
    hole: Option<Holder>,
) -> Pick {
    let stint_on = stint(turns, period, day);
    let given = |holder, reason| Pick { due_on: day, stint_on, holder, reason };
    if strategy == Strategy::Nobody {
        return given(None, Reason::of(Code::Nobody));
    }
    if let Some(holder) = kept(seats, turns, stint_on, day) {
        return given(Some(holder), Reason::of(Code::SamePeriod));
    }
    let able: Vec<usize> = (0..seats.len()).filter(|seat| seats[*seat].can(day)).collect();
    if able.is_empty() {
        let passed = seats.iter().filter_map(|seat| seat.out_on(day)?.passed(seat.holder)).take(PASSED_MOST).collect();
        return given(None, Reason { passed, ..Reason::of(Code::NobodyLeft) });
    }
    let accounts = Accounts::of(seats, turns, strategy).all_on(day);
    let turn = Question { seats, turns, accounts, able, day };
    let (seat, reason) = match (strategy, hole) {
        (Strategy::Random { seed }, _) => turn.drawn(seed),
        (_, Some(hole)) => turn.instead(hole),
        (Strategy::LeastEffort { months }, None) => turn.least(months),
        (Strategy::InOrder | Strategy::Nobody, None) => turn.in_order(),
    };
    given(Some(seats[seat].holder), reason)
}

/// The stretch to which a day belongs.
fn stint(turns: &[Turn], period: Period, day: NaiveDate) -> NaiveDate {
    let Some(last) = turns.iter().filter(|turn| turn.due_on < day).max_by_key(|turn| turn.due_on) else {
        let later = turns.iter().find(|turn| turn.stint_on == day);
        return later.map_or(day, |turn| turn.stint_on);
    };
    let same = match period {
        Period::Turns(most) => (turns.iter().filter(|turn| turn.stint_on == last.stint_on).count() as u32) < most,
        Period::Week => last.due_on.iso_week() == day.iso_week(),
        Period::Month => (last.due_on.year(), last.due_on.month()) == (day.year(), day.month()),
    };
    if same { last.stint_on } else { day }
}

/// Who has the chore for this stretch already, and can.
fn kept(seats: &[Seat], turns: &[Turn], stint_on: NaiveDate, day: NaiveDate) -> Option<Holder> {
    let mut held: Vec<&Turn> = turns.iter().filter(|turn| turn.stint_on == stint_on && turn.counts).collect();
    held.sort_by_key(|turn| turn.due_on);
    held.into_iter()
        .filter_map(|turn| turn.picked)
        .find(|holder| seats.iter().any(|seat| seat.holder == *holder && seat.can(day)))
}

/// Everything that a pick looks at.
struct Question<'a> {
    seats: &'a [Seat],
    turns: &'a [Turn],
    /// By seat.
    accounts: Vec<i64>,
    able: Vec<usize>,
    day: NaiveDate,
}

impl Question<'_> {
    /// All seats in order, from the one after whoever had the last turn that moved the order on (or any turn).
    fn order(&self, any: bool) -> Vec<usize> {
        let mut before: Vec<&Turn> =
            self.turns.iter().filter(|turn| turn.due_on < self.day && (any || turn.in_order)).collect();
        before.sort_by_key(|turn| std::cmp::Reverse(turn.due_on));
        let seat_of = |turn: &Turn| self.seats.iter().position(|seat| Some(seat.holder) == turn.picked);
        let start = before.into_iter().find_map(seat_of).map_or(0, |seat| seat + 1);
        (0..self.seats.len()).map(|step| (start + step) % self.seats.len()).collect()
    }

    fn has(&self, seat: usize) -> i64 {
        self.accounts[seat]
    }

    /// Those of a list who can and have the least, and what that is.
    fn lowest(&self, order: &[usize]) -> (Vec<usize>, i64) {
        let able: Vec<usize> = order.iter().copied().filter(|seat| self.able.binary_search(seat).is_ok()).collect();
        let least = able.iter().map(|seat| self.has(*seat)).min().unwrap_or(0);
        (able.into_iter().filter(|seat| self.has(*seat) == least).collect(), least)
    }

    fn passed(&self, before: impl Iterator<Item = usize>) -> Vec<Passed> {
        let said = before.filter_map(|seat| self.seats[seat].out_on(self.day)?.passed(self.seats[seat].holder));
        said.take(PASSED_MOST).collect()
    }

    fn in_order(&self) -> (usize, Reason) {
        let order = self.order(false);
        let (lowest, least) = self.lowest(&order);
        let next = order.iter().copied().find(|seat| self.able.contains(seat)).unwrap_or(self.able[0]);
        let chosen = lowest.first().copied().unwrap_or(next);
        if chosen == next {
            let passed = self.passed(order.iter().copied().take_while(|seat| *seat != chosen));
            return (chosen, Reason { passed, ..Reason::of(Code::InOrder) });
        }
        let other = Some(self.seats[next].holder);
        (chosen, Reason { other, has: Some(least), other_has: Some(self.has(next)), ..Reason::of(Code::Fewer) })
    }

    fn least(&self, months: u32) -> (usize, Reason) {
        let order = self.order(true);
        let (lowest, least) = self.lowest(&order);
        let chosen = lowest.first().copied().unwrap_or(self.able[0]);
        let passed = self.passed(order.into_iter().filter(|seat| self.has(*seat) < least));
        (chosen, Reason { passed, has: Some(least), of: Some(months), ..Reason::of(Code::LeastEffort) })
    }

    /// Among those with the least, the one whose own turns are farthest away.
    fn instead(&self, hole: Holder) -> (usize, Reason) {
        let order = self.order(true);
        let (lowest, least) = self.lowest(&order);
        let distance = |seat: usize| {
            let own = self.turns.iter().filter(|turn| turn.picked == Some(self.seats[seat].holder));
            own.map(|turn| (turn.due_on - self.day).num_days().abs()).min().unwrap_or(i64::MAX)
        };
        // the first of those who are equal, and not the last, which `max_by_key` would take
        let chosen = lowest.iter().rev().copied().max_by_key(|seat| distance(*seat)).unwrap_or(self.able[0]);
        let gone = self.seats.iter().filter(|seat| seat.holder == hole);
        let passed = gone.filter_map(|seat| seat.out_on(self.day)?.passed(hole)).collect();
        (chosen, Reason { passed, other: Some(hole), has: Some(least), ..Reason::of(Code::Instead) })
    }

    fn drawn(&self, seed: i64) -> (usize, Reason) {
        let beside = [
            self.turns.iter().filter(|turn| turn.due_on < self.day).max_by_key(|turn| turn.due_on),
            self.turns.iter().filter(|turn| turn.due_on > self.day).min_by_key(|turn| turn.due_on),
        ];
        let beside: Vec<Holder> = beside.into_iter().flatten().filter_map(|turn| turn.picked).collect();
        let mut fresh: Vec<usize> = self.able.clone();
        for holder in &beside {
            // of two neighbours the one before is kept out first, whoever is left then may be the one after
            if fresh.iter().any(|seat| self.seats[*seat].holder != *holder) {
                fresh.retain(|seat| self.seats[*seat].holder != *holder);
            }
        }
        let lot = |seat: &usize| {
            let ticket = format!("{seed} {} {}", self.day, self.seats[*seat].holder);
            <[u8; 32]>::from(Sha256::digest(ticket.as_bytes()))
        };
        let chosen = fresh.iter().copied().min_by_key(lot).unwrap_or(self.able[0]);
        let other = beside.first().copied().filter(|holder| *holder != self.seats[chosen].holder);
        (chosen, Reason { other, of: Some(fresh.len() as u32), ..Reason::of(Code::Drawn) })
    }
}

#[cfg(test)]
#[path = "../tests/rotation.rs"]
mod tests;
