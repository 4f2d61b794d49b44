//! Which turn a tick closes, and what becomes of open ones.

use chrono::Datelike;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Turns one after the other, each with how it stands; the first of them has nobody before it.
fn turns(all: &[(&str, State)]) -> Vec<Standing> {
    let mut before = None;
    let made = all.iter().map(|(due, state)| {
        let due_on = day(due);
        let turn = Standing { due_on, starts_on: starts_on(before, due_on), state: *state, holder: Some(1) };
        before = Some(due_on);
        turn
    });
    made.collect()
}

fn closed(all: &[Standing], today: &str) -> Option<String> {
    closed_by_tick(all, day(today)).map(|turn| turn.due_on.to_string())
}

#[test]
fn a_late_tick_closes_the_late_turn_and_todays_stays() {
    use State::{Done, Open};
    let mut week = turns(&[("2026-11-30", Done), ("2026-12-01", Open), ("2026-12-02", Open), ("2026-12-03", Open)]);
    assert_eq!(closed(&week, "2026-12-02").as_deref(), Some("2026-12-01"), "Tuesday's, on Wednesday morning");
    week[1].state = Done;
    assert_eq!(closed(&week, "2026-12-02").as_deref(), Some("2026-12-02"), "and then Wednesday's own");
    week[2].state = Done;
    assert_eq!(closed(&week, "2026-12-02"), None, "Thursday's has not begun");
}

#[test]
fn an_early_tick_closes_the_coming_turn() {
    use State::{Done, Open};
    let saturdays = turns(&[("2026-11-28", Done), ("2026-12-05", Open), ("2026-12-12", Open)]);
    assert_eq!(closed(&saturdays, "2026-12-03").as_deref(), Some("2026-12-05"));
    let mut done = saturdays.clone();
    done[1].state = Done;
    assert_eq!(closed(&done, "2026-12-05"), None, "nothing is late and nothing begins on the Saturday");
    assert_eq!(closed(&done, "2026-12-06").as_deref(), Some("2026-12-12"));
    let monthly = turns(&[("2026-11-30", Done), ("2026-12-31", Open)]);
    assert_eq!(closed(&monthly, "2026-12-17"), None);
    assert_eq!(closed(&monthly, "2026-12-18").as_deref(), Some("2026-12-31"));
}

#[test]
fn at_most_one_is_late_and_one_current() {
    let all = turns(&[
        ("2026-11-09", State::Open),
        ("2026-11-16", State::Open),
        ("2026-11-23", State::Open),
        ("2026-11-30", State::Open),
    ]);
    assert_eq!(missed(None, &all, day("2026-11-30")), [day("2026-11-09"), day("2026-11-16")]);
    assert_eq!(missed(None, &all, day("2026-12-01")), [day("2026-11-09"), day("2026-11-16"), day("2026-11-23")]);
    assert_eq!(missed(None, &all, day("2026-12-08")).len(), 4, "the last one too, a week later");
}

#[test]
fn out_of_season_nothing_is_late() {
    let rule = Rule::read(day("2026-04-01"), "FREQ=DAILY;INTERVAL=4;BYMONTH=4,5,6,7,8,9").expect("a rule");
    let all = turns(&[("2026-09-25", State::Done), ("2026-09-29", State::Open), ("2027-04-01", State::Open)]);
    assert_eq!(late_by(Some(&rule), &all[1], day("2026-09-30")), Some(1));
    assert_eq!(late_by(Some(&rule), &all[1], day("2026-10-01")), None);
    assert!(missed(Some(&rule), &all, day("2026-09-30")).is_empty());
    assert_eq!(missed(Some(&rule), &all, day("2026-10-01")), [day("2026-09-29")]);
    assert_eq!(
        closed(&all, "2026-12-24").as_deref(),
        Some("2026-09-29"),
        "until the plan has run it may still be closed"
    );
}

#[test]
fn an_absence_excuses_what_was_lost_and_leaves_one_open() {
    let mut all = turns(&[
        ("2026-11-09", State::Missed),
        ("2026-11-16", State::Missed),
        ("2026-11-23", State::Open),
        ("2026-11-30", State::Open),
    ]);
    let lost = excused(&all, 1, day("2026-11-08"), day("2026-11-29"), day("2026-11-30"));
    assert_eq!(lost, [day("2026-11-09"), day("2026-11-16"), day("2026-11-23")]);
    for turn in all.iter_mut().filter(|turn| lost.contains(&turn.due_on)) {
        turn.state = State::Excused;
    }
    assert_eq!(all.iter().filter(|turn| turn.state == State::Open).count(), 1);
    assert!(excused(&all, 2, day("2026-11-01"), day("2026-12-31"), day("2026-11-30")).is_empty(), "of somebody else");
}

proptest! {
    /// However rarely the plan runs, on any day there are at most one late and one current turn, and nothing that is open is missed
    /// before its successor was due.
    #[test]
    fn open_turns_never_pile_up(gaps in prop::collection::vec(1u64..40, 1..20), today in 0u64..500, done in prop::collection::vec(any::<bool>(), 20)) {
        let first = day("2026-01-01");
        let mut due = first;
        let mut all = Vec::new();
        let mut before = None;
        for (gap, done) in gaps.iter().zip(&done) {
            due = due + Days::new(*gap);
            let state = if *done { State::Done } else { State::Open };
            all.push(Standing { due_on: due, starts_on: starts_on(before, due), state, holder: None });
            before = Some(due);
        }
        let today = first + Days::new(today);
        let over = missed(None, &all, today);
        for turn in all.iter_mut().filter(|turn| over.contains(&turn.due_on)) {
            turn.state = State::Missed;
        }
        let late = all.iter().filter(|turn| late_by(None, turn, today).is_some()).count();
        let current = all.iter().filter(|turn| turn.state == State::Open && turn.starts_on <= today && turn.due_on >= today).count();
        prop_assert!(late <= 1 && current <= 1, "{} late and {} current", late, current);
        prop_assert!(missed(None, &all, today).is_empty());
        prop_assert!(all.iter().all(|turn| turn.starts_on <= turn.due_on && turn.due_on.year() >= 2026));
    }
}
