//! A vote in words: its rule, its sums, its outcome. The page, the mail and the public page say the same.

use chrono::{DateTime, Utc};

use super::rules::{Count, Outcome, Rule, Step, What};
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
pub fn rule(lang: Lang, rule: &Rule, roll: Option<i64>) -> String {
    let votes = lang.t(if rule.abstentions_count { "poll-base-all" } else { "poll-base-decided" });
    let passes = lang.with("poll-rule", &[("majority", majority(lang, rule).into()), ("votes", votes.into())]);
    let quorum = match roll {
        _ if rule.quorum_percent == 0 => lang.t("poll-rule-no-quorum"),
        Some(roll) => lang.with("poll-rule-quorum", &[("needed", rule.quorum_of(roll).into()), ("roll", roll.into())]),
        None => {
            lang.with("poll-rule-quorum-coming", &[("percent", lang.percent(rule.quorum_percent.into(), 100).into())])
        }
    };
    format!("{passes} {quorum}")
}

/// The outcome as a sentence: "Adopted: 44 for, 11 against."
pub fn outcome(lang: Lang, count: &Count) -> String {
    let key = match count.outcome {
        Outcome::Adopted => "poll-outcome-adopted",
        Outcome::Rejected => "poll-outcome-rejected",
        Outcome::NoQuorum => "poll-outcome-no-quorum",
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
    let lines = |steps: Vec<Step>| steps.iter().map(|step| line(lang, count, step)).collect();
    let verdict = |family: &str, passed: bool, have: i64, needed: i64| {
        let key = format!("{family}-{}", if passed { "yes" } else { "no" });
        lang.with(&key, &[("have", have.into()), ("needed", needed.into())])
    };
    let (quorum, carried) = (count.quorum_reached, count.majority_reached);
    vec![
        Test {
            title: lang.t("poll-test-quorum"),
            lines: lines(count.quorum_steps()),
            verdict: verdict("poll-test-quorum", quorum, count.tally.cast(), count.quorum_needed),
            passed: quorum,
        },
        Test {
            title: lang.t("poll-test-majority"),
            lines: lines(count.majority_steps()),
            verdict: verdict("poll-test-majority", carried, count.tally.in_favour, count.majority_needed),
            passed: carried,
        },
    ]
}

fn line(lang: Lang, count: &Count, step: &Step) -> Line {
    let rule = &count.rule;
    let label = match (step.what, step.satisfied) {
        (What::Roll, _) => lang.t("poll-sum-roll"),
        (What::QuorumNeeded, _) if rule.quorum_percent == 0 => lang.t("poll-sum-quorum-none"),
        (What::QuorumNeeded, _) => {
            let percent = lang.percent(rule.quorum_percent.into(), 100);
            lang.with("poll-sum-quorum", &[("percent", percent.into()), ("roll", count.roll.into())])
        }
        (What::Cast, _) => lang.t("poll-sum-cast"),
        (What::InFavour, Some(_)) => lang.t("poll-sum-in-favour"),
        (What::InFavour, None) => lang.t("poll-for"),
        (What::Against, _) => lang.t("poll-against"),
        (What::Abstained, _) if rule.abstentions_count => lang.t("poll-sum-abstained-counted"),
        (What::Abstained, _) => lang.t("poll-sum-abstained"),
        (What::Base, _) => lang.t("poll-sum-base"),
        (What::MajorityNeeded, _) => {
            lang.with("poll-sum-majority", &[("majority", majority(lang, rule).into()), ("base", count.base.into())])
        }
    };
    Line { label, number: lang.number(step.number), total: step.satisfied.is_some() }
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
