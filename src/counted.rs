//! A count in words: the phrases of `counting` put into English or French, for a page, a mail and a terminal alike.

use fluent_templates::fluent_bundle::FluentValue;

use crate::counting::outcome::{Figure, Outcome};
use crate::counting::telling::{self, Arg, Phrase};
use crate::platform::i18n::Lang;

/// A phrase in words.
pub fn say(lang: Lang, phrase: &Phrase) -> String {
    let args: Vec<(&'static str, FluentValue<'_>)> =
        phrase.args.iter().map(|(name, arg)| (*name, value(lang, arg))).collect();
    lang.with(phrase.key, &args)
}

/// What happened in each round, one text a round.
pub fn rounds(lang: Lang, outcome: &Outcome) -> Vec<String> {
    (1..=outcome.rounds.len()).map(|number| sentences(lang, &telling::round(outcome, number))).collect()
}

/// What the count started from, and what came of it.
pub fn opening(lang: Lang, outcome: &Outcome) -> String {
    sentences(lang, &telling::opening(outcome))
}

pub fn result(lang: Lang, outcome: &Outcome) -> String {
    sentences(lang, &telling::result(outcome))
}

fn sentences(lang: Lang, phrases: &[Phrase]) -> String {
    phrases.iter().map(|phrase| say(lang, phrase)).collect::<Vec<_>>().join(" ")
}

fn value<'a>(lang: Lang, arg: &Arg) -> FluentValue<'a> {
    match arg {
        Arg::Many(many) => FluentValue::from(*many),
        Arg::Figure(figure) => number(lang, figure).into(),
        Arg::Name(name) => name.clone().into(),
        Arg::Names(names) => list(lang, names).into(),
        Arg::Parts(parts) => parts.iter().map(|part| say(lang, part)).collect::<Vec<_>>().join(", ").into(),
    }
}

/// "A, B and C".
fn list(lang: Lang, names: &[String]) -> String {
    match names {
        [before @ .., last] if !before.is_empty() => {
            lang.with("count-list", &[("names", before.join(", ").into()), ("last", last.clone().into())])
        }
        _ => names.concat(),
    }
}

/// "1,254.5", « 1 254,5 »: all decimals but zeros at the end.
pub fn number(lang: Lang, figure: &Figure) -> String {
    let exact = figure.to_string();
    if exact.contains('/') {
        return exact;
    }
    let (whole, part) = exact.split_once('.').unwrap_or((&exact, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| lang.number(whole));
    let mark = if lang == Lang::Fr { "," } else { "." };
    match part.trim_end_matches('0') {
        "" => whole,
        part => format!("{whole}{mark}{part}"),
    }
}
