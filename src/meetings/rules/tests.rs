//! Forty dates and counts of the four presets, each with where its figure comes from.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::coops::Preset;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn rules(preset: Preset) -> RuleProfile {
    RuleProfile::of(preset)
}

use Preset::{BritishColumbia as BC, Canada as CA, Ontario as ON, Quebec as QC};

/// A preset, a kind of meeting, whether it takes a special resolution, its day, and the first and the last day of its notice.
type Notice = (Preset, Kind, bool, &'static str, &'static str, &'static str);

const NOTICES: &[Notice] = &[
    // Quebec: the act leaves it to by-laws; 5 to 45 days is a starting point that the co-op confirms.
    (QC, Kind::Annual, false, "2027-03-31", "2027-02-14", "2027-03-26"),
    (QC, Kind::Special, true, "2027-06-15", "2027-05-01", "2027-06-10"),
    (QC, Kind::General, false, "2027-01-03", "2026-11-19", "2026-12-29"),
    // Ontario: 10 to 50 days, Co-operative Corporations Act, s. 75 (1) (a).
    (ON, Kind::Annual, false, "2027-06-30", "2027-05-11", "2027-06-20"),
    (ON, Kind::Special, true, "2027-03-10", "2027-01-19", "2027-02-28"),
    (ON, Kind::General, false, "2028-03-10", "2028-01-20", "2028-02-29"),
    // British Columbia: 14 days for the annual meeting or a special resolution, else 7, Cooperative Association Act, s. 146.
    (BC, Kind::Annual, false, "2027-04-30", "2027-03-01", "2027-04-16"),
    (BC, Kind::Special, false, "2027-09-20", "2027-07-22", "2027-09-06"),
    (BC, Kind::General, false, "2027-09-20", "2027-07-22", "2027-09-13"),
    (BC, Kind::General, true, "2027-09-20", "2027-07-22", "2027-09-06"),
    // Federal: 21 to 60 days, Canada Cooperatives Act, s. 52.
    (CA, Kind::Annual, false, "2027-06-30", "2027-05-01", "2027-06-09"),
    (CA, Kind::General, false, "2027-11-08", "2027-09-09", "2027-10-18"),
];

#[test]
fn notice_is_given_within_the_days_of_each_act() {
    for (preset, kind, special, held, first, last) in NOTICES {
        let period = notice_period(&rules(*preset), *kind, *special, day(held)).expect("a general meeting");
        assert_eq!((period.first, period.last), (day(first), day(last)), "{preset:?} {kind:?} on {held}");
        assert_eq!(period.timing(day(last)), Timing::InTime);
        assert_eq!(period.timing(day(first)), Timing::InTime);
        assert_eq!(period.timing(day(last).succ_opt().expect("a day")), Timing::TooLate(1));
        assert_eq!(period.timing(day(first).pred_opt().expect("a day")), Timing::TooEarly(1));
    }
    for kind in [Kind::Board, Kind::Committee] {
        assert_eq!(notice_period(&rules(CA), kind, false, day("2027-06-30")), None);
    }
}

#[test]
fn the_annual_meeting_has_a_last_day() {
    // the end of the year, the annual meeting before, the last day of the next
    let rows: &[(Preset, &str, Option<&str>, &str)] = &[
        // Quebec: within six months of the year's end.
        (QC, "2026-12-31", Some("2026-05-20"), "2027-06-30"),
        (QC, "2026-08-31", None, "2027-02-28"),
        // Ontario: within six months of the year's end and fifteen of the last.
        (ON, "2026-12-31", Some("2026-06-20"), "2027-06-30"),
        (ON, "2026-12-31", Some("2026-02-10"), "2027-05-10"),
        (ON, "2027-08-31", Some("2026-11-30"), "2028-02-29"),
        // British Columbia: within four months of the year's end, s. 143 (2).
        (BC, "2026-12-31", Some("2026-01-15"), "2027-04-30"),
        (BC, "2027-10-31", None, "2028-02-29"),
        // Federal: the earlier of six months after the year's end and fifteen after the last, s. 50.
        (CA, "2026-12-31", Some("2026-06-20"), "2027-06-30"),
        (CA, "2026-12-31", Some("2025-12-01"), "2027-03-01"),
        (CA, "2026-12-31", None, "2027-06-30"),
    ];
    for (preset, ended, last, deadline) in rows {
        let found = annual_deadline(&rules(*preset), day(ended), last.map(day));
        assert_eq!(found, Some(day(deadline)), "{preset:?} {ended} {last:?}");
    }
    let none = RuleProfile { agm_months: 0, agm_months_apart: 0, ..rules(ON) };
    assert_eq!(annual_deadline(&none, day("2026-12-31"), Some(day("2026-02-10"))), None);
    let august = RuleProfile { year_ends_month: 8, ..rules(ON) };
    let ended = |on: &str| year_end(&august, day(on)).expect("a day").to_string();
    assert_eq!((ended("2027-08-31"), ended("2027-08-30")), ("2027-08-31".to_owned(), "2026-08-31".to_owned()));
    let leap = RuleProfile { year_ends_month: 2, ..rules(ON) };
    assert_eq!(year_end(&leap, day("2028-03-01")), Some(day("2028-02-29")));
}

#[test]
fn so_many_are_enough_at_the_opening_and_to_go_on() {
    // called, there, homes there, opened before: needed, enough
    let rows: &[(Preset, i64, i64, i64, bool, i64, bool)] = &[
        // Quebec: whoever is there, s. 64.
        (QC, 98, 1, 1, false, 0, true),
        (QC, 98, 0, 0, false, 0, false),
        // Ontario: 30 percent is what by-laws say; 30 percent of 98 is 29.4.
        (ON, 98, 29, 20, false, 30, false),
        (ON, 98, 30, 20, false, 30, true),
        (ON, 98, 12, 8, true, 0, true),
        // British Columbia: one figure to open, rule 14.13.
        (BC, 64, 19, 19, false, 20, false),
        (BC, 64, 20, 20, false, 20, true),
        // Federal: half of the votes unless by-laws differ, and enough when it was there at the opening, s. 62.
        (CA, 98, 48, 40, false, 49, false),
        (CA, 98, 49, 40, false, 49, true),
        (CA, 98, 3, 3, true, 0, true),
    ];
    for (preset, called, there, homes, opened, needed, met) in rows {
        let quorum = quorum(&rules(*preset), *called, *there, *homes, *opened);
        assert_eq!((quorum.needed, quorum.is_met()), (*needed, *met), "{preset:?} {there} of {called}");
    }
    // One co-op's by-laws: 30 percent of the members and 25 homes; a fifth to go on.
    let both = RuleProfile { quorum_homes_min: 25, quorum_continues_percent: 20, ..rules(ON) };
    assert_eq!(quorum(&both, 98, 40, 24, false).short(), 1);
    assert!(quorum(&both, 98, 30, 25, false).is_met());
    assert!(!quorum(&both, 98, 19, 25, true).is_met() && quorum(&both, 98, 20, 25, true).is_met());
}

#[test]
fn members_can_ask_for_a_meeting_and_for_an_item() {
    // Quebec: a quarter of the members, and it is held within 21 days, s. 77.
    for (members, needed) in [(98, 25), (100, 25), (101, 26), (3, 1)] {
        assert_eq!(requisition_needed(&rules(QC), members), Some(needed));
    }
    assert_eq!(requisition_deadline(&rules(QC), day("2027-02-20")), Some(day("2027-03-13")));
    // The other acts know the right; their figure was not read, and none is made up.
    for preset in [ON, BC, CA] {
        assert_eq!(requisition_needed(&rules(preset), 98), None);
        assert_eq!(requisition_deadline(&rules(preset), day("2027-02-20")), None);
    }
    // A member's item reaches the board 15 days before: one Ontario co-op's by-laws.
    assert_eq!(items_until(&rules(ON), day("2027-06-30")), day("2027-06-15"));
}

proptest! {
    /// Every day is in time, too late or too early, and too late is never too early.
    #[test]
    fn every_day_is_before_in_or_after_the_period(held in 0u64..20_000, given in 0u64..20_000, least in 0..365i32, more in 0..365i32) {
        let epoch = day("2000-01-01");
        let rules = RuleProfile { notice_days_min: least, notice_days_max: least + more, ..rules(ON) };
        let held = epoch + Days::new(held);
        let period = notice_period(&rules, Kind::Annual, false, held).expect("a general meeting");
        prop_assert!(period.first <= period.last && period.last <= held);
        let given = epoch + Days::new(given);
        let ahead = (held - given).num_days();
        let expected = match () {
            () if ahead < i64::from(least) => Timing::TooLate(i64::from(least) - ahead),
            () if ahead > i64::from(least + more) => Timing::TooEarly(ahead - i64::from(least + more)),
            () => Timing::InTime,
        };
        prop_assert_eq!(period.timing(given), expected);
    }
}

#[test]
fn a_series_keeps_its_weekday_and_its_week() {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    let until = day("2027-06-30");
    let second_tuesday = series(day("2026-12-08"), Repeats::Monthly, until);
    let said: Vec<String> = second_tuesday.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["2026-12-08", "2027-01-12", "2027-02-09", "2027-03-09", "2027-04-13", "2027-05-11", "2027-06-08"]
    );
    // a fifth Wednesday is the fourth where there is no fifth
    let fifth = series(day("2026-12-30"), Repeats::Monthly, day("2027-03-31"));
    assert_eq!(fifth, [day("2026-12-30"), day("2027-01-27"), day("2027-02-24"), day("2027-03-31")]);
    assert_eq!(series(day("2026-12-08"), Repeats::Weekly, day("2026-12-22")).len(), 3);
    assert_eq!(series(day("2026-12-08"), Repeats::Fortnightly, day("2036-12-22")).len(), SERIES_MAX);
    assert_eq!(series(day("2026-12-08"), Repeats::Never, until), [day("2026-12-08")]);
    // the first is planned whatever the last day is
    assert_eq!(series(day("2026-12-08"), Repeats::Weekly, day("2026-12-01")), [day("2026-12-08")]);
}
