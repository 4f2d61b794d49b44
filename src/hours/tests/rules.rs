//! Periods, what is due in them, and that no minute comes from nowhere or is lost.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn duty(starts_on: &str, months: i32) -> Duty {
    Duty {
        starts_on: day(starts_on),
        per: Per::Home,
        minutes: 240,
        months,
        carry: Carry::Some,
        carry_minutes: 480,
        grace_days: 30,
        committee_id: None,
    }
}

fn spans(duties: &[Duty], year_starts: u32, until: &str) -> Vec<(String, String)> {
    let found = periods(duties, year_starts, day(until));
    found.iter().map(|period| (period.from.to_string(), period.until.to_string())).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(from, until)| ((*from).to_owned(), (*until).to_owned())).collect()
}

#[test]
fn periods_end_with_the_year_of_the_co_op() {
    assert_eq!(spans(&[], 7, "2026-01-01"), []);
    assert_eq!(spans(&[duty("2026-03-01", 12)], 7, "2026-02-28"), [], "not before the duty");
    let year = spans(&[duty("2026-03-01", 12)], 7, "2026-12-01");
    assert_eq!(year, pairs(&[("2026-03-01", "2026-07-01"), ("2026-07-01", "2027-07-01")]));
    let quarters = spans(&[duty("2026-02-01", 3)], 7, "2026-07-15");
    assert_eq!(
        quarters,
        pairs(&[("2026-02-01", "2026-04-01"), ("2026-04-01", "2026-07-01"), ("2026-07-01", "2026-10-01")])
    );
    let halves = spans(&[duty("2026-01-01", 6)], 2, "2026-03-01");
    assert_eq!(halves, pairs(&[("2026-01-01", "2026-02-01"), ("2026-02-01", "2026-08-01")]));
}

#[test]
fn a_duty_that_begins_within_a_period_holds_from_the_next_one_on() {
    let duties = [duty("2026-01-01", 3), duty("2026-02-01", 1)];
    let found = periods(&duties, 1, day("2026-05-20"));
    let lengths: Vec<(String, i32)> =
        found.iter().map(|period| (period.from.to_string(), period.duty.months)).collect();
    assert_eq!(lengths, [("2026-01-01".to_owned(), 3), ("2026-04-01".to_owned(), 1), ("2026-05-01".to_owned(), 1)]);
    assert_eq!(duty_on(&duties, 1, day("2026-03-31")).map(|duty| duty.months), Some(3));
    assert_eq!(duty_on(&duties, 1, day("2025-12-31")), None);
}

#[test]
fn a_part_of_a_duty_is_whole_minutes_half_up() {
    assert_eq!(
        [due(240, 100), due(240, 0), due(240, 50), due(90, 33), due(5, 50), due(5, 10)],
        [240, 0, 120, 30, 3, 1]
    );
}

#[test]
fn what_is_over_is_kept_as_the_rule_says_and_what_is_missing_is_not_owed_on() {
    let duties = [duty("2026-01-01", 1)];
    let found = periods(&duties, 1, day("2026-04-10"));
    let months = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"].map(day);
    let asked: Vec<Asked> = months.iter().map(|first_day| Asked { first_day: *first_day, percent: 100 }).collect();
    let given = [(0, 900, 0), (1, 100, 0), (2, 0, 60), (3, 240, 0)].map(|(month, minutes, gifts)| Given {
        first_day: months[month],
        minutes,
        gifts,
    });
    let said: Vec<_> =
        reckon(&found, &asked, &given).into_iter().map(|one| (one.carried, one.missing, one.over, one.kept)).collect();
    assert_eq!(said, [(0, 0, 660, 480), (480, 0, 340, 340), (340, 0, 160, 160), (160, 0, 160, 160)]);
    let nothing = reckon(&found, &asked, &[]);
    assert!(nothing.iter().all(|one| (one.missing, one.carried) == (240, 0)));
    let exempt = [Asked { first_day: months[0], percent: 0 }];
    let said: Vec<_> = reckon(&found, &exempt, &given).iter().map(|one| (one.due, one.excused)).collect();
    assert_eq!(said, [(0, 240), (0, 0), (0, 0), (0, 0)], "not here is not excused");
}

fn a_duty() -> impl Strategy<Value = Duty> {
    let whole =
        (0..36_u32, 0..2_usize, 0..3_usize, 0..=600_i32, prop::sample::select(vec![1, 3, 6, 12]), 0..=1_000_i32);
    whole.prop_map(|(month, per, carry, minutes, months, carry_minutes)| Duty {
        starts_on: day("2024-01-01") + Months::new(month),
        per: Per::ALL[per].1,
        minutes,
        months,
        carry: Carry::ALL[carry].1,
        carry_minutes,
        grace_days: 30,
        committee_id: None,
    })
}

proptest! {
    #[test]
    fn periods_follow_one_another_without_a_gap(
        mut duties in prop::collection::vec(a_duty(), 1..5), year_starts in 1..=12_u32, days in 0..2_000_u64,
    ) {
        duties.sort_by_key(|duty| duty.starts_on);
        let today = day("2024-01-01") + chrono::Days::new(days);
        let found = periods(&duties, year_starts, today);
        prop_assert_eq!(found.is_empty(), today < duties[0].starts_on);
        prop_assert!(found.windows(2).all(|pair| pair[0].until == pair[1].from));
        prop_assert!(found.last().is_none_or(|last| last.has(today)));
        for period in &found {
            prop_assert!(period.from < period.until && period.firsts().count() <= 12);
            prop_assert!(period.duty.starts_on <= period.from);
            let ends = (period.until.month() + 12 - year_starts) % u32::try_from(period.duty.months).unwrap_or(1);
            prop_assert_eq!(ends, 0, "it ends with the year or a part of it");
        }
    }

    #[test]
    fn no_minute_is_lost_and_none_comes_from_nowhere(
        mut duties in prop::collection::vec(a_duty(), 1..4), percents in prop::collection::vec(prop::option::of(0..=100_i32), 72),
        given in prop::collection::vec((0..72_u32, -300..900_i64, -120..120_i64), 0..80),
    ) {
        duties.sort_by_key(|duty| duty.starts_on);
        let month = |at: u32| day("2024-01-01") + Months::new(at);
        let asked: Vec<Asked> = percents.iter().zip(0..).filter_map(|(percent, at)| {
            percent.map(|percent| Asked { first_day: month(at), percent })
        }).collect();
        let given: Vec<Given> =
            given.into_iter().map(|(at, minutes, gifts)| Given { first_day: month(at), minutes, gifts }).collect();
        let found = periods(&duties, 7, day("2028-12-31"));
        let reckoned = reckon(&found, &asked, &given);
        for (at, one) in reckoned.iter().enumerate() {
            prop_assert_eq!(one.carried + one.given + one.gifts - one.due, one.over - one.missing);
            prop_assert!(one.carried >= 0 && one.missing >= 0 && one.over >= 0 && one.missing.min(one.over) == 0);
            prop_assert!((0..=one.over).contains(&one.kept));
            let before = at.checked_sub(1).map_or(0, |before| reckoned[before].kept);
            let same = at > 0 && found[at - 1].duty.per == found[at].duty.per;
            prop_assert_eq!(one.carried, if same { before } else { 0 });
        }
        // In all: what was given is due and done, or kept, or lapsed.
        let inside = |one: &&Given| found.first().is_some_and(|first| first.from <= one.first_day)
            && found.last().is_some_and(|last| one.first_day < last.until);
        let all: i64 = given.iter().filter(inside).map(|one| one.minutes + one.gifts).sum();
        let lapsed: i64 = reckoned.windows(2).map(|pair| pair[0].over - pair[1].carried).sum();
        let owed: i64 = reckoned.iter().map(|one| one.due - one.missing).sum();
        prop_assert_eq!(all, owed + lapsed + reckoned.last().map_or(0, |last| last.over));
    }

    #[test]
    fn shares_are_equal_and_whole(minutes in 1..10_000_i32, people in 1..9_usize) {
        let found = shares(minutes, people);
        prop_assert_eq!(found.iter().sum::<i32>(), minutes);
        prop_assert_eq!(found.len(), people);
        prop_assert!(found.windows(2).all(|pair| pair[0] - pair[1] == 0 || pair[0] - pair[1] == 1));
    }
}
