//! Files as other programs write them: what is read of them, and what is said of what is not.

use super::super::{Format, read};
use super::RCTAB;
use crate::contest::{Ballots, Contest};

fn contest(format: Format, file: impl AsRef<[u8]>) -> Contest {
    read(format, file.as_ref()).expect("a contest")
}

fn said(format: Format, file: impl AsRef<[u8]>) -> String {
    read(format, file.as_ref()).expect_err("a mistake").to_string()
}

/// The ballots as text: weight, then names, `=` between equal ones.
fn ballots(contest: &Contest) -> Vec<String> {
    let Ballots::Ranked(rankings) = &contest.ballots else { panic!("marks") };
    let mut told: Vec<String> = rankings
        .iter()
        .map(|ballot| {
            let name = |place: &crate::contest::Preference| contest.candidates[place.candidate()].clone();
            let rank = |rank: &[_]| rank.iter().map(name).collect::<Vec<_>>().join("=");
            format!("{} {}", ballot.units, ballot.ranks().map(rank).collect::<Vec<_>>().join(">"))
        })
        .collect();
    told.sort();
    told
}

#[test]
fn options_and_ids_of_blt_are_named() {
    let end = "0\nA\nB\nC\nT\n";
    let withdrawn = contest(Format::Blt, format!("3 1\n[withdrawn 3 2]\n1 1 0\n{end}"));
    assert_eq!(withdrawn.withdrawn, [1, 2]);
    let option = said(Format::Blt, format!("3 1\n[tie 1 2]\n1 1 0\n{end}"));
    assert!(option.starts_with("line 2, column 1: expected ballots; of the options in brackets"), "{option}");
    assert!(said(Format::Blt, format!("3 1\n[withdrawn 9]\n{end}")).contains("a withdrawn candidate from 1 to 3"));
    let id = said(Format::Blt, format!("3 1\n(b-17) 1 2 0\n{end}"));
    assert!(id.starts_with("line 2, column 1") && id.contains("an id of the ballot in parentheses"), "{id}");
}

#[test]
fn more_names_than_the_heading_says_are_a_mistake() {
    let five = said(Format::Blt, "3 1\n1 1 0\n0\nA\nB\nC\nD\nE\nTitle\n");
    let expected = "nothing after 3 names and the title, as the first line says 3";
    assert_eq!(five, format!("line 8, column 1: expected {expected}, found E"));
    assert_eq!(contest(Format::Blt, "1 1\n1 1 0\n0\nA\nTitle\n\n# a remark\n").title, "Title");
}

#[test]
fn utf_16_is_read_as_what_it_says() {
    let text = "2 1\n3 2 1 0\n0\n\"José\"\n\"Bo \u{1f33b}\"\n\"T\"\n";
    let of = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
    };
    let plain = contest(Format::Blt, text);
    for file in [
        of("\u{feff}", u16::to_le_bytes),
        of("\u{feff}", u16::to_be_bytes),
        of("", u16::to_le_bytes),
        of("", u16::to_be_bytes),
    ] {
        assert_eq!(contest(Format::Blt, file), plain);
    }
    let cut = [of("\u{feff}", u16::to_le_bytes), vec![0x3d, 0xd8, 0x3b]].concat();
    assert!(said(Format::Blt, cut).contains("nothing after 2 names"), "half a character is no end of the file");
    let json = "\u{feff}{\"candidates\":[\"A\"],\"ballots\":[]}".encode_utf16().flat_map(u16::to_le_bytes);
    assert_eq!(contest(Format::Json, json.collect::<Vec<u8>>()).candidates, ["A"]);
}

#[test]
fn the_old_form_of_preflib_is_named_and_soc_is_read() {
    assert!(said(Format::PrefLib, "2\n1,Ann\n2,Bo\n3,3,1\n3,1,2\n").contains("as PrefLib writes it since 2022"));
    assert_eq!(Format::of_name("x.SOC"), Some(Format::PrefLib));
    let soc = "# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n3: 2,1\n";
    assert_eq!(ballots(&contest(Format::PrefLib, soc)), ["3 B>A"]);
}

#[test]
fn decimals_in_json_belong_in_quotes() {
    let weight = said(Format::Json, "{\"candidates\":[\"A\"],\"ballots\":[{\"weight\":1.5,\"ranks\":[[1]]}]}");
    assert!(weight.contains("or an exact one in quotes") && weight.contains("`1.5`"), "{weight}");
    let rank = said(Format::Json, "{\"candidates\":[\"A\"],\"ballots\":[{\"ranks\":[[1.0]]}]}");
    assert!(rank.contains("a whole number, without a decimal point"), "{rank}");
    let option = said(Format::Json, "{\"options\":[\"A\"],\"default_option\":1.5,\"ballots\":[]}");
    assert!(option.contains("a default option: its number"), "{option}");
}

#[test]
fn csv_with_a_column_a_rank() {
    let table = "Horodateur;2e choix;Rang 1;Poids\n12:00;Bo;Ann;2\n12:01;;Bo;1\n;;;\n12:02;;skipped;1\n";
    let read = contest(Format::Csv, table);
    assert_eq!(ballots(&read), ["1 Bo", "2 Ann>Bo"]);
    assert_eq!((read.apart.blank, read.seats), (1, 1));
    let form = "Timestamp,Rank them [1st choice],Rank them [2nd choice]\nx,\"Ann, B.\",Bo\n";
    assert_eq!(ballots(&contest(Format::Csv, form)), ["1 Ann, B.>Bo"]);
    let twice = said(Format::Csv, "Rank 1,Rank 2\nA,A\n");
    assert_eq!(twice, "line 2, column 3: expected a candidate not yet named on this ballot, found A");
    let other = said(Format::Csv, "Rank 1,Why\nA,B\n");
    assert!(other.starts_with("line 1, column 8: expected a column of a rank, of weights or of ids"), "{other}");
    assert!(said(Format::Csv, "Rank 1,Rank 2\nA,overvote\n").contains("what an overvote does not say"));
    assert!(said(Format::Csv, "Rank 1,rank_1\nA,B\n").contains("a heading of its own"));
}

#[test]
fn csv_with_a_column_a_candidate() {
    let read = contest(Format::Csv, "Ballot ID\tAnn\tBo\tCy\n1\t2\t1\t2\n2\t\t1st\t\n3\t\t\t\n");
    assert_eq!(ballots(&read), ["1 Bo", "1 Bo>Ann=Cy"]);
    assert_eq!(read.apart.blank, 1);
    assert_eq!(said(Format::Csv, "Ann,Bo\n1,3\n"), "line 2, column 3: expected a rank from 1 to 2, found 3");
    assert!(said(Format::Csv, "Ann,Bo\n1,1.5\n").contains("expected a rank from 1 to 2, found 1.5"));
    assert!(said(Format::Csv, "Ann,Ann\n1,2\n").contains("a name of its own for each candidate"));
    assert!(said(Format::Csv, "1,2,3\n2,1,3\n").contains("Rank 1, Rank 2 and so on"));
    assert!(said(Format::Csv, "Ann,Bo\n1,2,1\n").contains("2 columns, as the headings have"));
    assert!(said(Format::Csv, "Ann,\"Bo\n1,2\n").contains("a closing quote"));
    assert!(said(Format::Csv, "").contains("a line of headings"));
}

#[test]
fn rctab_writes_the_ballot_as_it_was_cast() {
    let read = contest(Format::Json, RCTAB);
    assert_eq!(ballots(&read), ["1 Di>Ann"]);
    assert_eq!((read.candidates.as_slice(), read.apart.blank), (&["Di", "Ann", "Bo"].map(str::to_owned)[..], 1));
    let later = RCTAB.replace("\"Contest\":", "\"Candidate\":[{\"@id\":\"c1\",\"Name\":\"Dina\"}],\"Contest\":");
    let later = later.replace("\"Code\":[{\"Value\":\"Di\"}]", "\"CandidateIds\":[\"c1\"]");
    assert_eq!(contest(Format::Json, later).candidates, ["Dina", "Ann", "Bo"]);
}

#[test]
fn other_files_of_rctab_are_named() {
    let unnamed = said(Format::Json, RCTAB.replace("{\"@id\":\"cs-d\"", "{\"@id\":\"cs-x\""));
    assert!(unnamed.contains("a name for the selection cs-d"), "{unnamed}");
    let two = said(Format::Json, RCTAB.replacen("contest-001", "contest-002", 1));
    assert!(two.contains("records of one contest alone"), "{two}");
    let configuration = said(Format::Json, "{\"tabulatorVersion\":\"1.3.2\",\"cvrFileSources\":[]}");
    assert!(configuration.contains("found a contest configuration of RCTab"), "{configuration}");
    let summary = said(Format::Json, "{\"config\":{},\"results\":[{\"round\":1,\"tally\":{}}]}");
    assert!(summary.contains("the result of a count, as RCTab writes it"), "{summary}");
}
