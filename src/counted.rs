//! A count in words: the phrases of `counting` put into English or French, for a page, a mail and a terminal alike.

use counting::outcome::{Detail, Figure, Funding, Outcome};
use counting::sheet::{self, Cell};
use counting::telling::{self, Arg, Phrase};
use fluent_templates::fluent_bundle::FluentValue;

use crate::platform::i18n::Lang;

/// The most choices of a table on a page; of more, the file of the ballots counts it again.
const TABLE_CHOICES_MAX: usize = 30;

/// A count as a table, where one bar a choice does not tell all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub caption: String,
    /// Each with what it is, where its name does not say it.
    pub columns: Vec<(String, String)>,
    pub rows: Vec<(String, Vec<String>)>,
}

/// The rounds, the projects, or each choice against each other one.
pub fn tables(lang: Lang, outcome: &Outcome) -> Vec<Table> {
    match &outcome.detail {
        _ if outcome.candidates.len() > TABLE_CHOICES_MAX => Vec::new(),
        Detail::Funding(funding) => vec![projects(lang, outcome, funding)],
        Detail::Pairwise(pairwise) => {
            let strengths = pairwise.strengths.as_ref().map(|strengths| ("count-sheet-strengths", strengths));
            let all = [("count-sheet-pairs", &pairwise.votes)].into_iter().chain(strengths);
            all.map(|(caption, figures)| pairs(lang, outcome, caption, figures)).collect()
        }
        _ if outcome.rounds.len() > 1 => vec![table_of_rounds(lang, outcome)],
        _ => Vec::new(),
    }
}

fn named(outcome: &Outcome) -> impl Iterator<Item = (usize, String)> {
    (0..outcome.candidates.len()).map(|candidate| (candidate, outcome.shown(candidate)))
}

fn table_of_rounds(lang: Lang, outcome: &Outcome) -> Table {
    let column = |at: usize| {
        let number = lang.with("count-sheet-round", &[("round", (at + 1).into())]);
        (number, say(lang, &sheet::action(outcome, at)))
    };
    let cell = |cell: Cell| match cell {
        Cell::Votes(votes) => number(lang, &votes),
        Cell::Elected(votes) => format!("*\u{a0}{}", number(lang, &votes)),
        Cell::Gone => "–".to_owned(),
    };
    let line =
        |(candidate, name): (usize, String)| (name, sheet::cells(outcome, candidate).into_iter().map(cell).collect());
    let mut rows: Vec<(String, Vec<String>)> = named(outcome).map(line).collect();
    let left = outcome.rounds.iter().map(|round| number(lang, &round.non_transferable)).collect();
    rows.push((lang.t("count-sheet-left"), left));
    if let Some(quotas) = sheet::quotas(outcome) {
        rows.push((lang.t("count-sheet-quota"), quotas.iter().map(|quota| number(lang, quota)).collect()));
    }
    Table { caption: lang.t("count-sheet-mark"), columns: (0..outcome.rounds.len()).map(column).collect(), rows }
}

fn projects(lang: Lang, outcome: &Outcome, funding: &Funding) -> Table {
    let line = |(project, name): (usize, String)| {
        let figure = |figures: &[Figure]| figures.get(project).map(|one| number(lang, one)).unwrap_or_default();
        let funded = if outcome.elected.contains(&project) { "*" } else { "–" };
        (name, vec![figure(&funding.votes), figure(&funding.costs), funded.to_owned()])
    };
    let columns = ["count-sheet-votes", "count-sheet-cost", "count-sheet-funded"];
    Table {
        caption: lang.t("count-table-projects"),
        columns: columns.map(|key| (lang.t(key), String::new())).to_vec(),
        rows: named(outcome).map(line).collect(),
    }
}

fn pairs(lang: Lang, outcome: &Outcome, caption: &'static str, figures: &[Vec<Figure>]) -> Table {
    let line = |(candidate, name): (usize, String)| {
        let against = figures.get(candidate).into_iter().flatten().enumerate();
        let cell =
            |(other, figure): (usize, &Figure)| if other == candidate { String::new() } else { number(lang, figure) };
        (name, against.map(cell).collect())
    };
    Table {
        caption: lang.t(caption),
        columns: named(outcome).map(|(_, name)| (name, String::new())).collect(),
        rows: named(outcome).map(line).collect(),
    }
}

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
        Arg::Votes(figure) => {
            let one = *figure == Figure { places: figure.places, ..Figure::whole(1) };
            let args = [("votes", number(lang, figure).into()), ("many", FluentValue::from(if one { 1 } else { 2 }))];
            lang.with("count-votes", &args).into()
        }
        Arg::Name(name) => name.clone().into(),
        Arg::Names(names) => list(lang, names).into(),
        Arg::Parts(parts) => joined(lang, parts, ", ").into(),
        Arg::Ranks(ranks) => joined(lang, ranks, "; ").into(),
    }
}

fn joined(lang: Lang, parts: &[Phrase], between: &str) -> String {
    parts.iter().map(|part| say(lang, part)).collect::<Vec<_>>().join(between)
}

/// "A, B and C".
pub fn list(lang: Lang, names: &[String]) -> String {
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

    use counting::readers::{Format, read};
    use counting::{Method, Settings, Ties, count, sheet};

    use super::*;

    fn folder(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
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
        for kind in ["stv-scottish", "stv-meek", "irv", "condorcet", "condorcet-debian", "approval-pb", "points-pb"] {
            for entry in fs::read_dir(folder("counting/testdata/elections").join(kind)).expect("a folder").flatten() {
                for method in Method::ALL {
                    let Some(outcome) = counted(&entry.path(), method, Ties::BallotOrder) else { continue };
                    for lang in Lang::ALL {
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
            let outcome =
                counted(&folder("counting/testdata/elections").join(file), method, Ties::None).expect("a count");
            let text = sheet::text(&outcome, &|phrase| say(lang, phrase));
            let approved = folder("testdata/count-sheets").join(name);
            if std::env::var_os("UPDATE_LISTINGS").is_some() {
                fs::write(&approved, &text).expect("the folder of sheets");
            }
            assert_eq!(text, fs::read_to_string(&approved).expect("an approved sheet"), "{name}");
        }
    }

    /// The sheets of a contest in JSON: text in both languages, and CSV.
    fn sheets(json: &str, method: Method) -> (String, String, String) {
        let contest = read(Format::Json, json.as_bytes()).expect("ballots");
        let outcome = count(&contest, method, &Settings::default()).expect("a count");
        let text = |lang| {
            let text = sheet::text(&outcome, &|phrase| say(lang, phrase));
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        (text(Lang::En), text(Lang::Fr), sheet::csv(&outcome).expect("a sheet"))
    }

    fn told(json: &str, method: Method) -> String {
        sheets(json, method).0
    }

    const PAIRS: [Method; 2] = [Method::Schulze, Method::RankedPairs];

    #[test]
    fn who_withdrew_wins_against_nobody_and_says_so() {
        let json = r#"{"candidates":["A","B","C"],"withdrawn":[1],"ballots":[{"weight":3,"ranks":[[1],[2],[3]]}]}"#;
        for method in PAIRS {
            let text = told(json, method);
            assert!(
                text.contains("More ballots prefer B to each of the others") && text.contains("A (withdrawn)"),
                "{text}"
            );
        }
        let (_, french, csv) = sheets(json, Method::Irv);
        assert!(french.contains("A (désistement)") && csv.contains("A,withdrawn,0"), "{french}{csv}");
    }

    #[test]
    fn equals_are_no_circle() {
        let equal = r#"{"candidates":["A","B","C","D"],"ballots":[{"ranks":[[1,2],[3,4]]}]}"#;
        let none = r#"{"candidates":["A","B"],"ballots":[]}"#;
        let circle = r#"{"candidates":["A","B","C"],"ballots":[{"ranks":[[1],[2],[3]]},{"ranks":[[2],[3],[1]]},{"ranks":[[3],[1],[2]]}]}"#;
        for method in PAIRS {
            for json in [equal, none] {
                let text = told(json, method);
                assert!(text.contains("some are equal") && !text.contains("circle"), "{text}");
            }
            assert!(told(circle, method).contains("go round in a circle"));
        }
        assert!(told(equal, Method::Schulze).contains("From the best down: A and B; C and D."));
    }

    #[test]
    fn an_order_that_hangs_on_an_open_tie_is_not_said() {
        let below = r#"{"candidates":["W","A","B","C"],"ballots":[{"ranks":[[1],[2],[3],[4]]},{"ranks":[[1],[3],[4],[2]]},{"ranks":[[1],[4],[2],[3]]}]}"#;
        let (text, french, _) = sheets(below, Method::RankedPairs);
        assert!(text.contains("From the best down: W. After these the order of A, B and C is open"), "{text}");
        assert!(text.contains("Elected: W") && !text.contains("not complete"), "{text}");
        assert!(french.contains("l’ordre entre A, B et C reste ouvert"), "{french}");
        let all = r#"{"candidates":["A","B","C"],"ballots":[{"ranks":[[1],[2],[3]]},{"ranks":[[2],[3],[1]]},{"ranks":[[3],[1],[2]]}]}"#;
        let text = told(all, Method::RankedPairs);
        assert!(text.contains("The order of A, B and C is open") && !text.contains("From the best down"), "{text}");
    }

    #[test]
    fn namesakes_are_warned_of() {
        let (text, french, _) =
            sheets(r#"{"candidates":["Ann ","B","Ann"],"ballots":[{"ranks":[[1],[2],[3]]}]}"#, Method::Irv);
        assert!(text.contains("several are called Ann (in the file they are number 1 and 3)"), "{text}");
        assert!(french.contains("plusieurs portent le nom Ann (dans le fichier, les numéros 1 et 3)"), "{french}");
        assert!(!told(r#"{"candidates":["A","B"],"ballots":[{"ranks":[[1]]}]}"#, Method::Irv).contains("Take care"));
    }

    #[test]
    fn comparisons_are_in_the_csv() {
        let json = r#"{"candidates":["A","B"],"ballots":[{"weight":3,"ranks":[[1],[2]]},{"weight":2,"ranks":[[2]]}]}"#;
        let (_, _, csv) = sheets(json, Method::Schulze);
        assert_eq!(csv, "candidate,result,over A,over B,path to A,path to B\nA,elected 1,,3,,3\nB,,2,,0,\n");
        let (_, _, csv) = sheets(json, Method::RankedPairs);
        assert_eq!(csv, "candidate,result,over A,over B\nA,elected 1,,3\nB,,2,\n");
    }

    #[test]
    fn an_open_tie_of_a_budget_is_told_with_its_votes() {
        let json = r#"{"candidates":["1","2"],"budget":{"total":10,"costs":[7,8]},"ballots":[{"weight":4,"points":[[1,1],[2,1]]}]}"#;
        for method in [Method::Greedy, Method::GreedyNoSkip, Method::EqualShares] {
            let (text, _, csv) = sheets(json, method);
            if method != Method::EqualShares {
                assert!(text.contains("The votes do not tell 1 and 2 apart, it matters"), "{text}");
                assert!(text.contains("The result is not complete"), "{text}");
            }
            assert!(text.contains("1 4 7") && csv.contains(",4,7"), "{method:?} {text}{csv}");
        }
    }

    #[test]
    fn a_majority_of_several_options_names_the_one_judged() {
        let json = r#"{"candidates":["A","B","C"],"ballots":[{"weight":5,"ranks":[[2]]},{"weight":3,"ranks":[[1]]},{"ranks":[[3]]}]}"#;
        let (text, french, csv) = sheets(json, Method::Majority);
        assert!(
            text.contains("The option with the most votes is the one to be decided: B. For: 5. Against: 4."),
            "{text}"
        );
        assert!(!text.contains('*') && text.contains("Needed 4.5") && csv.contains("(needed)"), "{text}{csv}");
        assert!(french.contains('B') && !french.contains("Quota"), "{french}");
    }

    #[test]
    fn an_order_is_said_only_where_the_figures_give_one() {
        let equal =
            r#"{"candidates":["A","B","C"],"seats":2,"kind":"marked","ballots":[{"weight":4,"points":[[1,1],[2,1]]}]}"#;
        assert!(told(equal, Method::Plurality).contains("Elected: A and B."));
        let unequal = r#"{"candidates":["A","B","C"],"seats":2,"kind":"marked","ballots":[{"weight":4,"points":[[1,1],[2,1]]},{"points":[[2,1]]}]}"#;
        assert!(told(unequal, Method::Plurality).contains("Elected, in this order: B and A."));
        let stv = r#"{"candidates":["A","B","C"],"seats":2,"ballots":[{"weight":4,"ranks":[[1]]},{"weight":4,"ranks":[[2]]}]}"#;
        assert!(told(stv, Method::StvScottish).contains("Elected: A and B."));
    }

    #[test]
    fn words_agree_with_figures() {
        let json = r#"{"candidates":["A","B","C"],"blank":2,"ballots":[{"weight":3,"ranks":[[1]]},{"weight":3,"ranks":[[2]]},{"ranks":[[3]]}]}"#;
        let text = told(json, Method::Irv);
        assert!(text.contains("That is C, with 1 vote.") && text.contains("Valid ballots: 9."), "{text}");
        assert!(text.contains("Including blank ballots: 2."), "{text}");
        let one = r#"{"candidates":["A"],"ballots":[{"ranks":[[1]]}]}"#;
        let text = told(one, Method::StvScottish);
        assert!(text.contains("Whoever reaches 1 vote (the quota)") && !text.contains("excluded"), "{text}");
        let two = r#"{"candidates":["A","B","C"],"seats":2,"ballots":[{"weight":3,"ranks":[[1],[2]]},{"weight":1,"ranks":[[2]]}]}"#;
        assert!(told(two, Method::StvScottish).contains("A has 1 vote more than the quota."));
    }

    #[test]
    fn names_do_not_steer_a_terminal() {
        let json = "{\"candidates\":[\"A\\u001b[31m\\n\\u0000B\\u009b\",\"C\"],\"title\":\"T\\r\",\"ballots\":[{\"ranks\":[[1]]}]}";
        let contest = read(Format::Json, json.as_bytes()).expect("ballots");
        let outcome = count(&contest, Method::Irv, &Settings::default()).expect("a count");
        let text = sheet::text(&outcome, &|phrase| say(Lang::En, phrase));
        for printed in [text, sheet::csv(&outcome).expect("a sheet"), sheet::json(&outcome).expect("a sheet")] {
            assert!(printed.lines().all(|line| !line.contains(char::is_control)), "{printed:?}");
        }
    }

    #[test]
    fn figures_read_as_people_write_them() {
        let figure = Figure::fixed(1_254_500_000, 6);
        assert_eq!(number(Lang::En, &figure), "1,254.5");
        assert_eq!(number(Lang::Fr, &figure), "1\u{a0}254,5");
        assert_eq!(number(Lang::Fr, &Figure::whole(7)), "7");
        let third = counting::BigRational::new(1.into(), 3.into());
        assert_eq!(number(Lang::En, &Figure::exact(third)), "1/3");
    }
}
