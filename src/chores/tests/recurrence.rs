//! The days of recurring chores: by example, and as properties of any rule.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn rule(first: &str, text: &str) -> Rule {
    Rule::read(day(first), text).unwrap_or_else(|refused| panic!("{text}: {refused:?}"))
}

fn days(first: &str, text: &str, most: usize) -> Vec<String> {
    rule(first, text).from(day(first), most).iter().map(ToString::to_string).collect()
}

#[test]
fn the_last_day_of_a_month_stays_the_last() {
    for text in ["FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=-1"] {
        let ends = ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"];
        assert_eq!(days("2027-12-31", text, 5), ends);
    }
    let thirtieth = days("2027-01-30", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", 3);
    assert_eq!(thirtieth, ["2027-01-30", "2027-02-28", "2027-03-30"]);
    let leap = days("2028-02-01", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1", 3);
    assert_eq!(leap, ["2028-02-29", "2029-02-28", "2030-02-28"]);
}

#[test]
fn each_season_counts_anew_from_its_first_day() {
    let watering = rule("2026-04-10", "FREQ=DAILY;INTERVAL=4;BYMONTH=4,5,6,7,8,9");
    assert_eq!(watering.from(day("2026-09-27"), 3), [day("2026-09-29"), day("2027-04-01"), day("2027-04-05")]);
    assert_eq!(watering.season_ends(day("2026-09-28")), Some(day("2026-09-30")));
    assert_eq!(watering.season_ends(day("2026-12-01")), None);
    // the season begins on a Sunday: its first Monday is the second of November, whatever weeks say
    let snow = rule("2026-11-01", "FREQ=WEEKLY;INTERVAL=2;BYMONTH=11,12,1,2,3,4;BYDAY=MO");
    assert_eq!(snow.from(day("2026-11-01"), 2), [day("2026-11-02"), day("2026-11-16")]);
    assert_eq!(
        snow.from(day("2027-04-20"), 2),
        [day("2027-04-05") + chrono::Days::new(14), day("2027-11-01")][1..]
            .iter()
            .copied()
            .chain([day("2027-11-15")])
            .collect::<Vec<_>>()
    );
    assert_eq!(snow.season_ends(day("2027-02-01")), Some(day("2027-04-30")));
    let winter = rule("2027-01-20", "FREQ=MONTHLY;INTERVAL=2;BYMONTH=11,12,1,2,3;BYDAY=1MO");
    assert_eq!(winter.from(day("2027-01-01"), 3), [day("2027-02-01"), day("2027-11-01"), day("2028-01-03")]);
}

#[test]
fn a_change_of_clocks_moves_nothing() {
    // both Sundays of a year on which the clocks of Canada change, and the days around them
    assert_eq!(days("2027-03-13", "FREQ=DAILY", 3), ["2027-03-13", "2027-03-14", "2027-03-15"]);
    assert_eq!(days("2027-11-06", "FREQ=DAILY", 3), ["2027-11-06", "2027-11-07", "2027-11-08"]);
    assert_eq!(days("2027-03-07", "FREQ=WEEKLY;BYDAY=SU", 3), ["2027-03-07", "2027-03-14", "2027-03-21"]);
}

#[test]
fn rules_without_sense_are_refused_by_name() {
    let never = |every| Rule::new(every, None, day("2026-12-01"), End::Never);
    for (every, refused) in [
        (Every::Years(1, 2, DayOf::Day(30)), Refused::NeverOccurs),
        (Every::Years(1, 4, DayOf::Day(31)), Refused::NeverOccurs),
        (Every::Years(1, 13, DayOf::Day(1)), Refused::NeverOccurs),
        (Every::Months(1, DayOf::Day(0)), Refused::NeverOccurs),
        (Every::Months(1, DayOf::Day(32)), Refused::NeverOccurs),
        (Every::Months(1, DayOf::Nth(5, Weekday::Mon)), Refused::NeverOccurs),
        (Every::Weeks(1, Vec::new()), Refused::NoWeekday),
        (Every::Days(0), Refused::Interval),
        (Every::Weeks(53, vec![Weekday::Mon]), Refused::Interval),
    ] {
        assert_eq!(never(every.clone()), Err(refused), "{every:?}");
    }
    let daily = |season, first: &str, end| Rule::new(Every::Days(1), season, day(first), end).err();
    let first = "2026-12-01";
    assert_eq!(daily(None, "2101-01-01", End::Never), Some(Refused::TooFar));
    assert_eq!(
        Rule::new(Every::Days(1), None, NaiveDate::from_ymd_opt(20_000, 1, 1).expect("a date"), End::Never).err(),
        Some(Refused::TooFar)
    );
    assert_eq!(daily(None, "1999-12-31", End::Never), Some(Refused::TooFar));
    assert_eq!(daily(None, first, End::On(day("2101-01-01"))), Some(Refused::TooFar));
    assert_eq!(daily(None, first, End::On(day("2026-11-30"))), Some(Refused::EndsBefore));
    assert_eq!(daily(None, first, End::After(0)), Some(Refused::Times));
    assert_eq!(daily(None, first, End::After(1_001)), Some(Refused::Times));
    assert_eq!(daily(Some(Season { from: 0, to: 4 }), first, End::Never), Some(Refused::Season));
    let summer = Some(Season { from: 4, to: 9 });
    assert_eq!(daily(summer, first, End::On(day("2027-03-31"))), Some(Refused::EndsBefore), "it ends before it begins");
    let december = Every::Years(1, 12, DayOf::Last);
    assert_eq!(Rule::new(december, summer, day(first), End::Never).err(), Some(Refused::NeverOccurs));
    assert_eq!(daily(None, "2100-12-31", End::Never), None, "the last day there is");
}

#[test]
fn what_others_write_is_read_or_refused_by_name() {
    let read = |text| Rule::read(day("2026-12-01"), text);
    for text in ["FREQ=SECONDLY", "FREQ=HOURLY;INTERVAL=24", "FREQ=MINUTELY"] {
        assert_eq!(read(text), Err(Refused::MoreThanDaily), "{text}");
    }
    for text in [
        "FREQ=DAILY;BYHOUR=8,9",
        "FREQ=YEARLY;BYWEEKNO=3",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=WEEKLY;WKST=SU;BYDAY=MO",
        "FREQ=DAILY;BYMONTH=1,3",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=YEARLY",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
    ] {
        assert_eq!(read(text), Err(Refused::NotOffered), "{text}");
    }
    let long = format!("FREQ=WEEKLY;BYDAY={}", "MO,".repeat(100));
    for text in [
        "",
        "every Monday",
        "FREQ=NEVER",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;UNTIL=2027",
        "FREQ=DAILY;INTERVAL=99999",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
        "FREQ=DAILY;UNTIL=20270101;UNTIL=20280101",
        "é",
        long.as_str(),
    ] {
        assert_eq!(read(text), Err(Refused::Unreadable), "{text}");
    }
    assert_eq!(read("FREQ=WEEKLY"), Err(Refused::NoWeekday));
    let lent = read("byday=fr,mo,mo;freq=weekly;until=20270101T120000Z").expect("a rule");
    assert_eq!(lent.text(), "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,FR;UNTIL=20270101");
}

#[test]
fn a_count_runs_over_all_seasons() {
    let rule = rule("2026-11-20", "FREQ=WEEKLY;BYMONTH=11;BYDAY=FR;COUNT=4");
    let all = [day("2026-11-20"), day("2026-11-27"), day("2027-11-05"), day("2027-11-12")];
    assert_eq!(rule.from(day("2000-01-01"), 99), all);
    assert_eq!(rule.from(day("2026-11-21"), 99), all[1..]);
    assert_eq!(rule.between(day("2026-11-27"), day("2027-11-05")), all[1..3]);
    assert!(rule.from(day("2027-11-13"), 9).is_empty());
}

#[test]
fn a_walk_is_bounded() {
    let rule = rule("2000-01-01", "FREQ=DAILY");
    assert_eq!(rule.from(EARLIEST, usize::MAX).len(), ASKED_MOST);
    assert_eq!(rule.from(day("2100-12-30"), 9), [day("2100-12-30"), LATEST]);
    assert!(rule.between(day("2030-01-02"), day("2030-01-01")).is_empty());
}

fn weekday() -> impl Strategy<Value = Weekday> {
    (0u8..7).prop_map(|day| Weekday::try_from(day).expect("a weekday"))
}

fn day_of() -> impl Strategy<Value = DayOf> {
    prop_oneof![
        (1u32..=31).prop_map(DayOf::Day),
        Just(DayOf::Last),
        (1u8..=4, weekday()).prop_map(|(nth, weekday)| DayOf::Nth(nth, weekday)),
        weekday().prop_map(DayOf::LastOf),
    ]
}

fn every() -> impl Strategy<Value = Every> {
    prop_oneof![
        (1u16..=40).prop_map(Every::Days),
        (1u16..=9, prop::collection::vec(weekday(), 1..8)).prop_map(|(n, days)| Every::Weeks(n, days)),
        (1u16..=24, day_of()).prop_map(|(n, of)| Every::Months(n, of)),
        (1u16..=10, 1u32..=12, day_of()).prop_map(|(n, month, of)| Every::Years(n, month, of)),
    ]
}

prop_compose! {
    fn rules()(
        every in every(),
        season in prop::option::of((1u32..=12, 1u32..=12)),
        first in 0u64..=20_000,
        end in prop_oneof![Just(None), (0u64..=5_000).prop_map(|days| Some(Ok(days))), (1u32..=60).prop_map(|times| Some(Err(times)))],
    ) -> Result<Rule, Refused> {
        let first = EARLIEST + chrono::Days::new(first);
        let end = match end {
            None => End::Never,
            Some(Ok(days)) => End::On(first + chrono::Days::new(days)),
            Some(Err(times)) => End::After(times),
        };
        Rule::new(every, season.map(|(from, to)| Season { from, to }), first, end)
    }
}

proptest! {
    /// What the editor makes is written and read back to itself.
    #[test]
    fn a_rule_reads_back_to_itself(rule in rules()) {
        if let Ok(rule) = rule {
            prop_assert_eq!(Rule::read(rule.first_on(), &rule.text()), Ok(rule.clone()), "{}", rule.text());
        }
    }

    /// Days come in order, each once, fit the rule, are in the season and not past the end; from a later day the walk is the rest of
    /// the walk from the first; nothing that fits is left out where the interval is one.
    #[test]
    fn days_are_those_of_the_rule(rule in rules(), skipped in 0usize..30) {
        let Ok(rule) = rule else { return Ok(()) };
        let days = rule.from(rule.first_on(), 40);
        prop_assert!(!days.is_empty());
        prop_assert!(days.is_sorted_by(|a, b| a < b));
        for day in &days {
            prop_assert!(rule.every().fits(*day) && *day >= rule.first_on() && *day <= LATEST);
            prop_assert!(rule.season().is_none_or(|season| season.contains(*day)));
            if let End::On(last) = rule.end() {
                prop_assert!(*day <= last);
            }
        }
        if let Some(from) = days.get(skipped) {
            let rest = rule.from(*from, 40 - skipped);
            prop_assert_eq!(&rest, &days[skipped..]);
        }
        if rule.every().interval() == 1 {
            let fits = rule.first_on().iter_days().take(20_000).filter(|day| rule.every().fits(*day))
                .filter(|day| rule.season().is_none_or(|season| season.contains(*day)));
            prop_assert_eq!(fits.take(days.len()).collect::<Vec<_>>(), days);
        }
    }
}
