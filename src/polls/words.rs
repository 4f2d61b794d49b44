//! A vote in words: its rule, its sums, its outcome. The page, the mail and the public page say the same.

use chrono::{DateTime, Utc};

use super::rules::{Count, Rule, Verdict};
use crate::platform::chart::width;
use crate::platform::i18n::Lang;
use crate::platform::table_file::Table;

/// One line of a sum, ready to be shown.
#[derive(Debug, Clone)]
pub struct Line {
    pub label: String,
    pub number: String,
    /// Whether this is the line the sum leads to.
    pub total: bool,
}

/// A test with its sum and what it says.
#[derive(Debug, Clone)]
pub struct Test {
    pub title: String,
    pub lines: Vec<Line>,
    pub verdict: String,
    pub passed: bool,
}

/// "more than half", "at least two thirds", "at least 3/5".
pub fn majority(lang: Lang, rule: &Rule) -> String {
    let known = format!("fraction-{}-{}", rule.majority_num, rule.majority_den);
    let fraction =
        if lang.knows(&known) { lang.t(&known) } else { format!("{}/{}", rule.majority_num, rule.majority_den) };
    let key = if rule.special { "poll-at-least" } else { "poll-more-than" };
    lang.with(key, &[("fraction", fraction.into())])
}

/// What must be for the proposal to pass: one sentence for the majority, one for the quorum.
/// `count` is there once the roll is.
pub fn rule(lang: Lang, rule: &Rule, count: Option<&Count>) -> String {
    let votes = lang.t(if rule.abstentions_count { "poll-base-all" } else { "poll-base-decided" });
    let passes = lang.with("poll-rule", &[("majority", majority(lang, rule).into()), ("votes", votes.into())]);
    let quorum = match count {
        _ if rule.quorum_percent == 0 => lang.t("poll-rule-no-quorum"),
        Some(count) => {
            lang.with("poll-rule-quorum", &[("needed", count.quorum_needed.into()), ("roll", count.roll.into())])
        }
        None => {
            lang.with("poll-rule-quorum-coming", &[("percent", lang.percent(rule.quorum_percent.into(), 100).into())])
        }
    };
    format!("{passes} {quorum}")
}

/// The outcome as a sentence: "Adopted: 44 for, 11 against."
pub fn outcome(lang: Lang, count: &Count) -> String {
    let key = match count.verdict {
        Verdict::Adopted => "poll-outcome-adopted",
        Verdict::Rejected => "poll-outcome-rejected",
        Verdict::NoQuorum => "poll-outcome-no-quorum",
    };
    lang.with(
        key,
        &[
            ("for", count.tally.in_favour.into()),
            ("against", count.tally.against.into()),
            ("cast", count.tally.cast().into()),
            ("needed", count.quorum_needed.into()),
        ],
    )
}

/// Both tests, with their sums.
pub fn tests(lang: Lang, count: &Count) -> Vec<Test> {
    vec![quorum_test(lang, count), majority_test(lang, count)]
}

fn quorum_test(lang: Lang, count: &Count) -> Test {
    let percent = count.rule.quorum_percent;
    let needed = if percent == 0 {
        lang.t("poll-sum-quorum-none")
    } else {
        let percent = lang.percent(percent.into(), 100);
        lang.with("poll-sum-quorum", &[("percent", percent.into()), ("roll", count.roll.into())])
    };
    let sum = [(lang.t("poll-sum-roll"), count.roll), (needed, count.quorum_needed)];
    let total = (lang.t("poll-sum-cast"), count.tally.cast());
    test(lang, "poll-test-quorum", &sum, total, (count.quorum_needed, count.quorum_reached))
}

fn majority_test(lang: Lang, count: &Count) -> Test {
    let (rule, tally) = (&count.rule, &count.tally);
    let abstained = if rule.abstentions_count { "poll-sum-abstained-counted" } else { "poll-sum-abstained" };
    let needed = [("majority", majority(lang, rule).into()), ("base", count.base.into())];
    let sum = [
        (lang.t("poll-for"), tally.in_favour),
        (lang.t("poll-against"), tally.against),
        (lang.t(abstained), tally.abstained),
        (lang.t("poll-sum-base"), count.base),
        (lang.with("poll-sum-majority", &needed), count.majority_needed),
    ];
    let total = (lang.t("poll-sum-in-favour"), tally.in_favour);
    test(lang, "poll-test-majority", &sum, total, (count.majority_needed, count.majority_reached))
}

/// A test from its lines, the line they lead to, and what that line had to be.
fn test(lang: Lang, key: &str, sum: &[(String, i64)], total: (String, i64), (needed, passed): (i64, bool)) -> Test {
    let line = |(label, number): &(String, i64), total: bool| Line {
        label: label.clone(),
        number: lang.number(*number),
        total,
    };
    let verdict = format!("{key}-{}", if passed { "yes" } else { "no" });
    Test {
        title: lang.t(key),
        lines: sum.iter().map(|part| line(part, false)).chain([line(&total, true)]).collect(),
        verdict: lang.with(&verdict, &[("have", total.1.into()), ("needed", needed.into())]),
        passed,
    }
}

/// The tests as a table to take away: test, what, number.
pub fn table(lang: Lang, tests: Vec<Test>) -> Table {
    let headings = ["poll-csv-test", "poll-csv-what", "poll-csv-number"].map(|key| lang.t(key));
    let rows = tests.into_iter().flat_map(|test| {
        let title = test.title;
        test.lines.into_iter().map(move |line| vec![title.clone(), line.label, line.number])
    });
    Table::new(headings, rows)
}

/// How long is left, as one reads it: "in 3 days", "in 20 minutes". Nothing when the time is up.
pub fn left(lang: Lang, now: DateTime<Utc>, until: DateTime<Utc>) -> String {
    let minutes = ((until - now).num_seconds() + 59) / 60;
    let (key, many) = match minutes {
        ..=0 => return String::new(),
        1..=90 => ("poll-left-minutes", minutes),
        91..=2_880 => ("poll-left-hours", minutes / 60),
        _ => ("poll-left-days", minutes / 1_440),
    };
    lang.with(key, &[("many", many.into())])
}

/// A bar of a result: for, against, abstained, each as wide as its share, and the same in words and numbers.
#[derive(Debug, Clone)]
pub struct Bar {
    pub label: String,
    /// Where each part ends: what is in favour, what is decided.
    pub in_favour: String,
    pub decided: String,
    pub count: Count,
    /// "for", "against", "abstained".
    pub words: [String; 3],
}

pub fn bar(lang: Lang, count: &Count) -> Bar {
    let (tally, cast) = (count.tally, count.tally.cast());
    let numbers =
        [("for", tally.in_favour.into()), ("against", tally.against.into()), ("abstained", tally.abstained.into())];
    Bar {
        label: lang.with("poll-bar", &numbers),
        in_favour: width(tally.in_favour, cast),
        decided: width(tally.in_favour + tally.against, cast),
        count: *count,
        words: [
            lang.t("poll-bar-for"),
            lang.t("poll-bar-against"),
            lang.with("poll-bar-abstained", &[("count", tally.abstained.into())]),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::polls::rules::{Tally, count};

    /// The tests as a page shows them, line by line.
    fn said(rule: Rule, roll: i64, [in_favour, against, abstained]: [i64; 3]) -> Vec<String> {
        let counted = count(rule, roll, &Tally { in_favour, against, abstained }).expect("a count");
        let of_test = |test: Test| {
            let lines = test.lines.into_iter().map(|line| {
                let mark = if line.total { " *" } else { "" };
                format!("{}: {}{mark}", line.label, line.number)
            });
            [vec![test.title], lines.collect(), vec![test.verdict]].concat()
        };
        tests(Lang::En, &counted).into_iter().flat_map(of_test).collect()
    }

    #[test]
    fn a_result_explains_its_sums() {
        let rule =
            Rule { special: true, majority_num: 2, majority_den: 3, abstentions_count: true, quorum_percent: 30 };
        let special = [
            "Did enough members vote?",
            "Members on the roll: 1,083",
            "Quorum: 30% of 1083, rounded up: 325",
            "Members who voted: 400 *",
            "Yes: 400 is at least 325. The quorum is reached.",
            "Did enough of them agree?",
            "For: 240",
            "Against: 100",
            "Abstained, counted: 60",
            "Votes that count: 400",
            "Fewest votes that make at least two thirds of 400: 267",
            "Votes for: 240 *",
            "No: 240 for is less than 267.",
        ];
        assert_eq!(said(rule, 1_083, [240, 100, 60]), special);
        let rule =
            Rule { special: false, majority_num: 1, majority_den: 2, abstentions_count: false, quorum_percent: 0 };
        let ordinary = [
            "Did enough members vote?",
            "Members on the roll: 5",
            "Quorum: none: 0",
            "Members who voted: 3 *",
            "Yes: 3 is at least 0. The quorum is reached.",
            "Did enough of them agree?",
            "For: 1",
            "Against: 0",
            "Abstained, not counted here: 2",
            "Votes that count: 1",
            "Fewest votes that make more than half of 1: 1",
            "Votes for: 1 *",
            "Yes: 1 for is at least 1.",
        ];
        assert_eq!(said(rule, 5, [1, 0, 2]), ordinary);
    }
}
