//! A vote in words: its rule, its sums, its outcome. The page, the mail and the public page say the same.

mod kept;
pub mod papers;
pub mod quorum;

use chrono::{DateTime, Utc};
use counting::outcome::{Detail, Figure};
use fluent_templates::fluent_bundle::FluentValue;

pub use kept::kept_answers;

use super::paper::{Answer, Marking, Method, Question, Side};
use super::rules::{Count, Rule, Verdict};
use super::{Counted, Decision, Poll, Shows};
use crate::coops::VoteOf;
use crate::counted::{self, number};
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

fn passes(lang: Lang, rule: &Rule) -> String {
    let votes = lang.t(if rule.abstentions_count { "poll-base-all" } else { "poll-base-decided" });
    lang.with("poll-rule", &[("majority", majority(lang, rule).into()), ("votes", votes.into())])
}

/// What votes are counted: the words of members, homes or votes are chosen by it.
fn unit(rule: &Rule) -> (&'static str, FluentValue<'static>) {
    ("unit", rule.vote_of.unit().into())
}

/// "44 of 97 members have voted."
pub fn turnout(lang: Lang, by: VoteOf, cast: i64, roll: i64) -> String {
    lang.with("poll-turnout", &[("cast", cast.into()), ("roll", roll.into()), ("unit", by.unit().into())])
}

/// What must be for a question to be decided, in one sentence or two: how the count goes, the majority, the quorum. `roll` is what the
/// quorum is taken of.
pub fn rule_of(lang: Lang, question: &Question, roll: Option<i64>) -> String {
    let quorum = quorum::needed(lang, &question.rule, roll);
    let counted = match question.method {
        Method::Proposal => passes(lang, &question.rule),
        Method::Consent => {
            let args = [
                ("objections", question.objections_max.into()),
                ("percent", lang.percent(question.agree_percent.into(), 100).into()),
                ("share", question.agree_percent.into()),
            ];
            lang.with("poll-rule-consent", &args)
        }
        method => {
            let budget = question.budget.map(|cents| lang.money(cents)).unwrap_or_default();
            let args =
                [("seats", question.seats.into()), ("budget", budget.into()), ("points", question.points.into())];
            lang.with(&format!("poll-rule-{}", method.word()), &args)
        }
    };
    format!("{counted} {quorum}")
}

/// The outcome and how many voted: what the register keeps.
pub fn sums_of(lang: Lang, counted: &Counted) -> String {
    let voted = turnout(lang, counted.question.rule.vote_of, counted.voted, counted.roll);
    format!("{} {voted}", outcome_of(lang, counted))
}

/// The outcome as a sentence: "Adopted: 44 for, 11 against." "Elected: Ann and Bo."
pub fn outcome_of(lang: Lang, counted: &Counted) -> String {
    match (counted.count(), counted.verdict) {
        (_, Verdict::NoQuorum) => quorum::missed(lang, counted),
        (Some(count), _) => outcome(lang, &count),
        (None, verdict) if counted.question.method == Method::Consent => {
            let votes = counted.outcome.rounds.first().map_or(&[][..], |round| round.votes.as_slice());
            let figure = |at: usize| votes.get(at).map(|votes| number(lang, votes)).unwrap_or_default().into();
            let key = if verdict == Verdict::Adopted { "poll-outcome-consent-yes" } else { "poll-outcome-consent-no" };
            lang.with(key, &[("agree", figure(0)), ("aside", figure(1)), ("object", figure(2))])
        }
        (None, Verdict::Chosen) if !counted.question.method.spends() => {
            let outcome = counted.in_language(lang);
            let names: Vec<String> = outcome.elected.iter().map(|choice| outcome.shown(*choice)).collect();
            let people = counted.question.choices.iter().any(|choice| choice.member_id.is_some());
            let key = if people { "poll-outcome-elected" } else { "poll-outcome-chosen" };
            lang.with(key, &[("names", counted::list(lang, &names).into())])
        }
        (None, _) => counted::result(lang, &counted.in_language(lang)),
    }
}

fn outcome(lang: Lang, count: &Count) -> String {
    let adopted = count.verdict == Verdict::Adopted;
    let key = if adopted { "poll-outcome-adopted" } else { "poll-outcome-rejected" };
    lang.with(key, &[("for", count.tally.in_favour.into()), ("against", count.tally.against.into())])
}

/// Why a question came out as it did: the quorum and the majority as sums.
pub fn tests_of(lang: Lang, counted: &Counted) -> Vec<Test> {
    let quorum = quorum::test(lang, &counted.question.rule, counted.attendance, counted.quorum_needed);
    [Some(quorum), counted.count().map(|count| majority_test(lang, &count))].into_iter().flatten().collect()
}

/// When figures are shown, in a sentence.
pub fn shows(lang: Lang, shows: Shows) -> String {
    lang.t_of("poll-shows-", shows.word())
}

/// An answer in words: "For", "1. Ann, 2. Bo and Cy", "Ann 5, Bo 3", "no answer".
pub fn answer(lang: Lang, question: &Question, answer: &Answer) -> String {
    let title = |number: i32| {
        let found = question.choices.iter().find(|choice| choice.number == number);
        found.map(|choice| choice.title(lang).to_owned()).unwrap_or_default()
    };
    answer_with(lang, question.method, &title, answer)
}

/// The same, where the choices are called by `title`.
fn answer_with(lang: Lang, method: Method, title: &dyn Fn(i32) -> String, answer: &Answer) -> String {
    match answer {
        Answer::Blank => lang.t("poll-blank"),
        Answer::Side(side) => lang.t_of("poll-", side.word()),
        Answer::Ranks(ranks) => {
            let rank = |(place, rank): (usize, &Vec<i32>)| {
                let names: Vec<String> = rank.iter().map(|number| title(*number)).collect();
                format!("{place}. {}", counted::list(lang, &names))
            };
            (1..).zip(ranks).map(rank).collect::<Vec<_>>().join(", ")
        }
        Answer::Marks(marks) => {
            let mark = |(number, points): (&i32, &i32)| match method.marking() {
                Marking::Points | Marking::Dots => format!("{}\u{a0}{points}", title(*number)),
                Marking::Times if *points == 1 => lang.with("poll-if-need-be", &[("name", title(*number).into())]),
                _ => title(*number),
            };
            marks.iter().map(mark).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A side with what it means.
pub fn side_help(lang: Lang, side: Side, rule: &Rule) -> String {
    match side {
        Side::Abstain if rule.abstentions_count => lang.t("poll-abstain-counted"),
        Side::Abstain => lang.t("poll-abstain-quorum-only"),
        _ => lang.t(&format!("poll-{}-help", side.word())),
    }
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

/// Decisions as a table to take away: of each what was counted, and the tests with their sums.
pub fn table(lang: Lang, decisions: &[Decision]) -> Table {
    let headings = ["poll-csv-test", "poll-csv-what", "poll-csv-number"].map(|key| lang.t(key));
    let several = decisions.len() > 1;
    let of = |decision: &Decision| -> Vec<Vec<String>> {
        let before = if several { format!("{}: ", decision.title(lang)) } else { String::new() };
        let bars = match picture(lang, &decision.counted, true) {
            Picture::Sides(_) => Vec::new(),
            Picture::Bars(_, rows) => rows,
        };
        let heading = format!("{before}{}", lang.t_of("poll-tag-", decision.counted.verdict.word()));
        let votes = bars.into_iter().map(|row| vec![heading.clone(), row.name, row.figure]);
        let aside = format!("{before}{}", lang.t("poll-apart"));
        let aside = papers::set_aside(lang, &decision.counted)
            .into_iter()
            .map(move |line| vec![aside.clone(), line.label, line.number]);
        let tests = tests_of(lang, &decision.counted).into_iter().flat_map(|test| {
            let title = format!("{before}{}", test.title);
            test.lines.into_iter().map(move |line| vec![title.clone(), line.label, line.number])
        });
        votes.chain(aside).chain(tests).collect()
    };
    Table::new(headings, decisions.iter().flat_map(of).collect::<Vec<_>>())
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

/// A result as a picture: the sides of a proposal, or a bar a choice.
#[derive(Debug, Clone)]
pub enum Picture {
    Sides(Bar),
    /// What is counted, and a bar a choice.
    Bars(String, Vec<Row>),
}

/// A question with its picture.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Empty where the vote has one question.
    pub title: String,
    /// What it came to; empty before the close.
    pub outcome: String,
    pub picture: Picture,
    /// The same where everybody weighs one.
    pub plain: Option<Picture>,
}

/// What was counted of each question.
pub fn shown(lang: Lang, poll: &Poll, counted: &[Counted], decided: bool) -> Vec<Shown> {
    let one = |one: &Counted| Shown {
        title: if counted.len() > 1 { poll.title_of(&one.question, lang) } else { String::new() },
        outcome: if decided { outcome_of(lang, one) } else { String::new() },
        picture: picture(lang, one, decided),
        plain: plain(lang, one, decided),
    };
    counted.iter().map(one).collect()
}

/// A bar of a choice.
#[derive(Debug, Clone)]
pub struct Row {
    pub name: String,
    pub figure: String,
    pub width: String,
    /// Whether it was chosen, once that is decided.
    pub chosen: bool,
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

/// The same count where everybody weighs one, if some have more votes than others.
pub fn plain(lang: Lang, counted: &Counted, decided: bool) -> Option<Picture> {
    let plain = Counted { outcome: counted.plain.clone()?, plain: None, ..counted.clone() };
    Some(picture(lang, &plain, decided))
}

/// What was counted, as a picture: of ranked votes the first round, which the table of rounds goes on from.
pub fn picture(lang: Lang, counted: &Counted, decided: bool) -> Picture {
    match counted.count() {
        Some(count) => Picture::Sides(bar(lang, &count)),
        None => {
            let counted_in = match counted.question.method.marking() {
                Marking::Points | Marking::Dots => "poll-bars-points",
                Marking::Ranks { .. } => "poll-bars-first",
                Marking::Times => "poll-bars-can",
                Marking::Side | Marking::Some | Marking::Any => "poll-bars-votes",
            };
            Picture::Bars(lang.t(counted_in), bars(lang, counted, decided))
        }
    }
}

fn bars(lang: Lang, counted: &Counted, decided: bool) -> Vec<Row> {
    let outcome = counted.in_language(lang);
    let figures: &[Figure] = match &outcome.detail {
        Detail::Funding(funding) => &funding.votes,
        _ => outcome.rounds.first().map_or(&[], |round| round.votes.as_slice()),
    };
    let units = |figure: &Figure| -> i64 {
        i64::try_from((&figure.value * counting::BigRational::from_integer(100.into())).to_integer()).unwrap_or(0)
    };
    let most = figures.iter().map(units).max().unwrap_or(0).max(1);
    let row = |(at, figure): (usize, &Figure)| Row {
        name: outcome.candidates[at].clone(),
        figure: number(lang, figure),
        width: width(units(figure), most),
        chosen: decided && counted.verdict == Verdict::Chosen && outcome.elected.contains(&at),
    };
    let mut rows: Vec<(usize, i64)> = figures.iter().enumerate().map(|(at, figure)| (at, units(figure))).collect();
    if decided && !counted.question.method.has_sides() {
        let place = |at: usize| outcome.elected.iter().position(|elected| *elected == at).unwrap_or(usize::MAX);
        rows.sort_by_key(|(at, units)| (place(*at), -units));
    }
    rows.into_iter().map(|(at, _)| row((at, &figures[at]))).collect()
}

fn bar(lang: Lang, count: &Count) -> Bar {
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
    use crate::coops::QuorumOf;
    use crate::polls::rules::{Attendance, Pile, decide};

    /// The tests as a page shows them, line by line.
    fn said(rule: Rule, roll: i64, [in_favour, against, abstained]: [i64; 3]) -> Vec<String> {
        let piles = [("for", in_favour), ("against", against), ("abstain", abstained)]
            .map(|(side, ballots)| Pile::of(side.to_owned(), ballots));
        let outcome = decide(&Question::proposal(rule), "", Lang::En, roll, &piles, "").expect("a count");
        let count = Count::of(rule, roll, &outcome).expect("a proposal");
        let attendance = Attendance { roll, present: count.tally.cast() };
        let of_test = |test: Test| {
            let lines = test.lines.into_iter().map(|line| {
                let mark = if line.total { " *" } else { "" };
                format!("{}: {}{mark}", line.label, line.number)
            });
            [vec![test.title], lines.collect(), vec![test.verdict]].concat()
        };
        let tests = [quorum::test(Lang::En, &rule, attendance, count.quorum_needed), majority_test(Lang::En, &count)];
        tests.into_iter().flat_map(of_test).collect()
    }

    #[test]
    fn a_result_explains_its_sums() {
        let rule = Rule {
            special: true,
            majority_num: 2,
            majority_den: 3,
            abstentions_count: true,
            quorum_percent: 30,
            quorum_of: QuorumOf::Votes,
            second_call: false,
            at_meeting: false,
            vote_of: VoteOf::Member,
        };
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
        let rule = Rule {
            special: false,
            majority_num: 1,
            majority_den: 2,
            abstentions_count: false,
            quorum_percent: 0,
            quorum_of: QuorumOf::Votes,
            second_call: false,
            at_meeting: false,
            vote_of: VoteOf::Member,
        };
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
