//! Rules and reasons as people read them.

use super::*;
use crate::chores::rotation::{Code, Passed, Reason, Why};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn rules_read_as_people_say_them() {
    for (text, english, french) in [
        ("FREQ=DAILY", "every day", "chaque jour"),
        ("FREQ=DAILY;INTERVAL=2", "every second day", "un jour sur deux"),
        (
            "FREQ=DAILY;INTERVAL=4;BYMONTH=4,5,6,7,8,9",
            "every 4 days, from April to September",
            "tous les 4 jours, d’avril à septembre",
        ),
        ("FREQ=WEEKLY;BYDAY=MO", "every Monday", "chaque lundi"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,SA", "every Monday, Wednesday and Saturday", "chaque lundi, mercredi et samedi"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every day from Monday to Friday", "chaque jour du lundi au vendredi"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;BYMONTH=11,12,1,2,3,4",
            "every second Monday, from November to April",
            "un lundi sur deux, de novembre à avril",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270103",
            "every second week, on Monday and Thursday, until 3 January 2027",
            "une semaine sur deux, le lundi et le jeudi, jusqu’au 3 janvier 2027",
        ),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=FR", "every 3 weeks, on Friday", "toutes les 3 semaines, le vendredi"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "the last Friday of the month", "le dernier vendredi du mois"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=12",
            "the 1st of the month, 12 times in all",
            "le 1er du mois, 12 fois en tout",
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "the last day of the month", "le dernier jour du mois"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
            "the 31st of the month, or the last day of a shorter month",
            "le 31 du mois, ou le dernier jour d’un mois plus court",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=1SA;BYMONTH=6",
            "the first Saturday of every second month, in June",
            "le premier samedi, un mois sur deux, en juin",
        ),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "every 3 months, on the 15th", "tous les 3 mois, le 15"),
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1", "every year on 1 May", "chaque année, le 1er mai"),
        (
            "FREQ=YEARLY;BYMONTH=8;BYDAY=1SA",
            "every year on the first Saturday of August",
            "chaque année, le premier samedi d’août",
        ),
        (
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
            "every second year on 29 February, or the last day of a shorter month",
            "une année sur deux, le 29 février, ou le dernier jour d’un mois plus court",
        ),
        (
            "FREQ=YEARLY;INTERVAL=3;BYMONTH=5;BYMONTHDAY=-1",
            "every 3 years on the last day of May",
            "tous les 3 ans, le dernier jour de mai",
        ),
        ("FREQ=DAILY;COUNT=1", "every day, once", "chaque jour, 1 fois en tout"),
    ] {
        let read = Rule::read(day("2026-12-01"), text).unwrap_or_else(|refused| panic!("{text}: {refused:?}"));
        assert_eq!((rule(&read, Lang::En).as_str(), rule(&read, Lang::Fr).as_str()), (english, french));
    }
}

#[test]
fn reasons_are_one_sentence() {
    let home = |lang: Lang| {
        move |home: i64| if lang == Lang::En { format!("home {home}") } else { format!("le logement {home}") }
    };
    let bare = |code| Reason { code, passed: Vec::new(), other: None, has: None, other_has: None, of: None };
    let away = vec![
        Passed { holder: 11, why: Why::Away, until: Some(day("2027-01-03")) },
        Passed { holder: 10, why: Why::Vacant, until: None },
        Passed { holder: 9, why: Why::Exempt, until: None },
    ];
    for (why, english, french) in [
        (
            Reason { passed: away, ..bare(Code::InOrder) },
            "Home 12 is next in order; home 11 is away until 3 January 2027; nobody lives in home 10.",
            "Le logement 12 vient ensuite dans l’ordre; le logement 11 s’absente jusqu’au 3 janvier 2027; personne n’habite le logement 10.",
        ),
        (
            Reason { other: Some(3), has: Some(4), other_has: Some(5), ..bare(Code::Fewer) },
            "Home 12 has had fewer turns than home 3: 4, not 5.",
            "Le logement 12 a eu moins de tours que le logement 3\u{a0}: 4, et non 5.",
        ),
        (
            Reason { has: Some(90), of: Some(6), ..bare(Code::LeastEffort) },
            "Home 12 was given the least in the last 6 months.",
            "Le logement 12 a reçu le moins de travail depuis 6 mois.",
        ),
        (
            Reason { of: Some(4), ..bare(Code::Drawn) },
            "Home 12 was drawn by lot, out of 4.",
            "Le sort a désigné le logement 12, parmi 4.",
        ),
    ] {
        let said = |lang| reason(&why, Some(12), lang, &home(lang));
        assert_eq!((said(Lang::En).as_str(), said(Lang::Fr).as_str()), (english, french));
    }
    assert_eq!(
        reason(&bare(Code::Nobody), None, Lang::En, &|_| String::new()),
        "Nobody is named: whoever comes first does it."
    );
}

#[test]
fn every_code_has_words_and_nobody_learns_who_is_exempt() {
    let codes = [
        Code::InOrder,
        Code::Fewer,
        Code::LeastEffort,
        Code::Drawn,
        Code::Instead,
        Code::SamePeriod,
        Code::Nobody,
        Code::NobodyLeft,
    ];
    for (code, lang) in codes.into_iter().flat_map(|code| Lang::ALL.map(|lang| (code, lang))) {
        let passed = vec![Passed { holder: 9, why: Why::Exempt, until: None }];
        let why = Reason { code, passed, other: Some(8), has: None, other_has: None, of: None };
        let said = reason(&why, Some(7), lang, &|holder| format!("<{holder}>"));
        assert!(said.ends_with('.') && !said.contains('«') && !said.contains("<9>"), "{said}");
    }
}
