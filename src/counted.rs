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

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::io::BufReader;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::counting::readers::{Format, read};
    use crate::counting::{Method, Settings, Ties, count, sheet};

    fn testdata() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata")
    }

    fn counted(file: &Path, method: Method, ties: Ties) -> Option<Outcome> {
        let format = Format::of_name(&file.to_string_lossy())?;
        let contest = read(format, BufReader::new(File::open(file).expect("a file"))).expect("ballots");
        count(&contest, method, &Settings { ties, ..Settings::default() }).ok()
    }

    /// Every phrase of every real election by every method has words, in both languages, with all that they speak of.
    #[test]
    fn every_phrase_has_words() {
        let mut told = 0;
        for folder in ["stv-scottish", "stv-meek", "irv", "condorcet", "condorcet-debian", "approval-pb", "points-pb"] {
            for entry in fs::read_dir(testdata().join("elections").join(folder)).expect("a folder").flatten() {
                for method in Method::ALL {
                    for lang in Lang::ALL {
                        let Some(outcome) = counted(&entry.path(), method, Ties::BallotOrder) else { continue };
                        let text = sheet::text(&outcome, &|phrase| {
                            let words = say(lang, phrase);
                            let wanting = ["«count", "{ $", "{$"].iter().any(|sign| words.contains(sign));
                            assert!(!wanting, "{words}");
                            words
                        });
                        assert!(!text.is_empty());
                        told += 1;
                    }
                }
            }
        }
        println!("{told} counts told");
        assert!(told > 100);
    }

    /// The sheets of three elections as people read them. `UPDATE_LISTINGS=1` writes them anew.
    #[test]
    fn sheets_read_as_they_were_approved() {
        let sheets = [
            ("stv-scottish/shetland_2017_ward7.blt", Method::StvScottish, Lang::En, "shetland-scottish-en.txt"),
            ("stv-scottish/eilean_siar_2017_ward1.blt", Method::StvScottish, Lang::Fr, "eilean-siar-scottish-fr.txt"),
            ("irv/burlington_2009_mayor.toi", Method::Irv, Lang::En, "burlington-irv-en.txt"),
            ("stv-meek/gpus_steering_committee_2005.blt", Method::StvMeek, Lang::Fr, "gpus-meek-fr.txt"),
        ];
        for (file, method, lang, name) in sheets {
            let outcome = counted(&testdata().join("elections").join(file), method, Ties::None).expect("a count");
            let text = sheet::text(&outcome, &|phrase| say(lang, phrase));
            let approved = testdata().join("count-sheets").join(name);
            if std::env::var_os("UPDATE_LISTINGS").is_some() {
                fs::write(&approved, &text).expect("the folder of sheets");
            }
            assert_eq!(text, fs::read_to_string(&approved).expect("an approved sheet"), "{name}");
        }
    }

    #[test]
    fn figures_read_as_people_write_them() {
        let figure = Figure::fixed(1_254_500_000, 6);
        assert_eq!(number(Lang::En, &figure), "1,254.5");
        assert_eq!(number(Lang::Fr, &figure), "1\u{a0}254,5");
        assert_eq!(number(Lang::Fr, &Figure::whole(7)), "7");
        let third = num_rational::BigRational::new(1.into(), 3.into());
        assert_eq!(number(Lang::En, &Figure::exact(third)), "1/3");
    }
}
