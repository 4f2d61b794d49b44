//! What became of the papers of a vote, in words.

use counting::outcome::Figure;

use super::{Line, unit};
use crate::counted::number;
use crate::platform::i18n::Lang;
use crate::polls::Counted;
use crate::polls::paper::{Marking, Method};

/// What became of the papers of a question: which say nothing that can be counted, and how those that were counted were read. The first
/// lines are a sum: what was received, less what was set aside, is what was counted.
pub fn set_aside(lang: Lang, counted: &Counted) -> Vec<Line> {
    let (outcome, question) = (&counted.outcome, &counted.question);
    let whole = |many: u64| i64::try_from(many).unwrap_or(i64::MAX);
    let line = |label: String, number: i64, total: bool| Line { label, number: lang.number(number), total };
    let [blank, abstained, invalid] = [outcome.blank, outcome.abstentions, outcome.invalid].map(whole);
    let mut lines = vec![line(lang.with("poll-sum-cast", &[unit(&question.rule)]), counted.voted, false)];
    lines.push(line(lang.t("poll-apart-blank"), blank, false));
    if question.method == Method::Proposal {
        lines.push(line(lang.t("poll-apart-abstained"), abstained, false));
    }
    if invalid > 0 {
        lines.push(line(lang.t("poll-apart-invalid"), invalid, false));
    }
    lines.push(line(lang.t("poll-apart-counted"), counted.voted - blank - abstained - invalid, true));
    if matches!(question.method.marking(), Marking::Ranks { .. }) {
        lines.push(line(lang.t("poll-apart-skipped"), counted.skipped, false));
        lines.extend(exhausted(lang, counted));
    }
    lines
}

/// Of a count in rounds, at the end of each: votes on ballots that name nobody else who is left. An instant runoff keeps the blank ones
/// among them, which are told apart here.
fn exhausted(lang: Lang, counted: &Counted) -> Vec<Line> {
    let rounds = &counted.outcome.rounds;
    let blank = if counted.question.method == Method::Irv { counted.outcome.blank } else { 0 };
    let blank = counting::BigRational::from_integer(blank.into());
    let line = |(round, figure): (usize, &Figure)| Line {
        label: lang.with("poll-apart-exhausted", &[("round", round.into())]),
        number: number(lang, &Figure { value: &figure.value - &blank, places: figure.places }),
        total: false,
    };
    if rounds.len() < 2 {
        Vec::new()
    } else {
        (1..).zip(rounds.iter().map(|round| &round.exhausted)).map(line).collect()
    }
}
