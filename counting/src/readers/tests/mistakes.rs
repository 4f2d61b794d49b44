//! What readers say about mistakes: line, column, what was expected; and what they take without a word.

use super::super::{Format, NAMES_BYTES_MAX, read};

fn said(format: Format, text: &str) -> String {
    match read(format, text.as_bytes()) {
        Ok(contest) => panic!("read as {contest:?}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn blt_mistakes_have_a_place() {
    let said = |text| said(Format::Blt, text);
    assert_eq!(
        said(""),
        "line 1, column 1: expected the number of candidates and the number of seats, found the end of the file"
    );
    assert_eq!(
        said("1000000000 3\n"),
        "line 1, column 1: expected a number of candidates from 1 to 1000, found 1000000000"
    );
    assert_eq!(said("3 0\n"), "line 1, column 3: expected a number of seats from 1 to 1000, found 0");
    assert_eq!(said("3 x\n"), "line 1, column 3: expected a number of seats from 1 to 1000, found x");
    let ballot = "a candidate from 1 to 3, or 0 at the end of the ballot";
    assert_eq!(said("3 1\n5 1 4 0\n"), format!("line 2, column 5: expected {ballot}, found 4"));
    assert_eq!(said("3 1\n5 1 2\n"), format!("line 2, column 6: expected {ballot}, found the end of the line"));
    assert_eq!(said("3 1\n5 1 1 0\n"), "line 2, column 5: expected a candidate not yet named on this ballot, found 1");
    assert_eq!(said("3 1\n5 1 0 2\n"), "line 2, column 7: expected the end of the line, found 2");
    assert_eq!(said("3 1\n-5 1 0\n"), "line 2, column 2: expected a withdrawn candidate from 1 to 3, found 5");
    assert_eq!(
        said("3 1\n1 1 0\n"),
        "line 3, column 1: expected a line 0 at the end of the ballots, found the end of the file"
    );
    assert_eq!(
        said("3 1\n0\nA\nB\n"),
        "line 5, column 1: expected the name of candidate 3 of 3, found the end of the file"
    );
    let more = "3 1\n99999999999999999999 1 0\n0\nA\nB\nC\nT";
    assert!(said(more).starts_with("line 2, column 1: expected a number of ballots, or 0 alone"));
    let much = "3 1\n9999999999999999 1 0\n0\nA\nB\nC\nT";
    assert!(said(much).starts_with("line 2, column 1: expected ballots that this program can keep"));
}

#[test]
fn blt_is_read_leniently() {
    let text = "\u{feff}\r\n 3 2 \r\n-3\r\n4 1 2=3 0 \r\n2 1 - 3 0 # two papers\r\n1.5 2 0\n7 0\n 0\n\n\"Ann\" \"Party\"\n Bo \n\"Cy \"C\" D\"";
    let contest = read(Format::Blt, text.as_bytes()).expect("a contest");
    assert_eq!(contest.candidates, ["Ann Party", "Bo", "Cy \"C\" D"]);
    assert_eq!((contest.seats, contest.apart.blank, contest.withdrawn.as_slice()), (2, 7, &[2][..]));
    assert_eq!(contest.ballots.total().to_string(), "15/2");
    assert_eq!(contest.title, "");
    let latin = read(Format::Blt, &b"1 1\n0\nJos\xe9\nT"[..]).expect("a contest");
    assert_eq!(latin.candidates, ["José"]);
}

#[test]
fn preflib_mistakes_have_a_place() {
    let head = "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n";
    let said = |text: &str| said(Format::PrefLib, &format!("{head}{text}"));
    assert_eq!(said("5: 1,3\n"), "line 4, column 6: expected an alternative from 1 to 2, found 3");
    assert_eq!(said("5: 1 2\n"), "line 4, column 6: expected a comma between alternatives, found 2");
    assert_eq!(said("5: {1,2\n"), "line 4, column 8: expected a comma or a closing brace, found the end of the line");
    assert_eq!(said("5 1,2\n"), "line 4, column 3: expected a colon after the number of ballots, found 1,2");
    assert_eq!(said("x: 1\n"), "line 4, column 1: expected a number of ballots, found x");
    assert_eq!(said("5: 1,1\n"), "line 4, column 6: expected an alternative not yet named on this ballot, found 1");
    let unnamed = read(Format::PrefLib, "# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 2: B\n1: 2\n".as_bytes());
    let unnamed = unnamed.expect_err("a name is missing").to_string();
    assert_eq!(unnamed, "line 3, column 1: expected a line # ALTERNATIVE NAME 1: …, found 1: 2");
}

#[test]
fn cvotes_mistakes_have_a_place() {
    let said = |text: &str| said(Format::Cvotes, &format!("#/Candidates: A ; Bo B ; C\n{text}"));
    assert_eq!(said("A > D * 3\n"), "line 2, column 5: expected the name of a candidate, found D");
    assert_eq!(said("A > Bo B * x\n"), "line 2, column 12: expected a number of ballots, found x");
    assert_eq!(said("A > > C\n"), "line 2, column 5: expected the name of a candidate, found > C");
    assert_eq!(said("A = A\n"), "line 2, column 5: expected a candidate not yet named on this ballot, found A");
    assert_eq!(said("A * 3 * 2\n"), "line 2, column 7: expected the end of the ballot, found * 2");
    let explicit = said("#/Implicit Ranking: false\nA > C\n");
    assert_eq!(
        explicit,
        "line 3, column 6: expected all candidates on the ballot, as the ranking is not implicit, found the end of the line"
    );
}

#[test]
fn cvotes_takes_candidates_from_the_ballots_and_weights_where_allowed() {
    let text = "#/Weight Allowed: true\ntag, other || B > A ^ 2 * 3 # why\nC = B\n/EMPTY_RANKING/ * 4\n";
    let contest = read(Format::Cvotes, text.as_bytes()).expect("a contest");
    assert_eq!(contest.candidates, ["B", "A", "C"]);
    assert_eq!((contest.ballots.total().to_string().as_str(), contest.apart.blank), ("7", 4));
}

#[test]
fn pabulib_mistakes_have_a_place() {
    let head =
        "META\nkey;value\nbudget;10.50\nvote_type;cumulative\nPROJECTS\nproject_id;cost;name\n1;3;\"a;b\"\n2;4;c\n";
    let said = |text: &str| said(Format::Pabulib, &format!("{head}{text}"));
    let votes = "VOTES\nvoter_id;vote;points\n";
    assert_eq!(
        said(&format!("{votes}1;1,3;1,1\n")),
        "line 11, column 3: expected numbers of projects between commas, found 1,3"
    );
    assert_eq!(
        said(&format!("{votes}1;1,2;1\n")),
        "line 11, column 7: expected points for each project of the vote, found 1"
    );
    assert_eq!(
        said(&format!("{votes}1;1;1,2\n")),
        "line 11, column 5: expected as many points as projects in the vote, found 1,2"
    );
    assert_eq!(said("VOTES\nvoter_id;vote\n"), "line 10, column 1: expected a column points, found voter_id");
    assert_eq!(said("1;5;x\n"), "line 9, column 1: expected a number of its own for each project, found 1");
    assert_eq!(said("3;many;x\n"), "line 9, column 3: expected the cost of the project, found many");
    assert_eq!(said("3;5;\"x\n"), "line 9, column 5: expected a closing quote, found none");
    assert_eq!(said(""), "line 9, column 1: expected the sections META, PROJECTS and VOTES, found the end of the file");
}

#[test]
fn json_mistakes_have_a_place() {
    let said = |text: &str| said(Format::Json, text);
    assert!(said("[]").starts_with("line 1, column "), "{}", said("[]"));
    assert!(said("{\"ballots\": []}").contains("expected the candidates or options before them"));
    let long = said("{\"options\": [\"A\", \"B\"],\n\"ballots\": [[1, \"123\"]]}");
    assert!(long.starts_with("line 2") && long.contains("expected a digit or - for each of 2 options"), "{long}");
    let number = said("{\"candidates\": [\"A\"],\n\"ballots\": [{\"weight\": 1,\n \"ranks\": [[2]]}]}");
    assert!(
        number.starts_with("line 3") && number.ends_with("expected one from 1 to 1, found candidate 2"),
        "{number}"
    );
    assert!(said("{\"title\": \"T\"}").contains("expected candidates or options"));
    assert!(said(&"[".repeat(100_000)).starts_with("line 1"));
    assert_eq!(said(""), "line 1, column 1: expected a contest in JSON, whole, found the end of the file");
    assert_eq!(said("{\"title\": x}"), "line 1, column 11: expected a value in JSON, found something else");
    assert_eq!(said("{\"title\": \"T\" 5}"), "line 1, column 15: expected `,` or `}`, found something else");
}

#[test]
fn json_may_begin_with_a_byte_order_mark() {
    let contest =
        read(Format::Json, "\u{feff}{\"candidates\": [\"A\"], \"ballots\": []}".as_bytes()).expect("a contest");
    assert_eq!(contest.candidates, ["A"]);
}

#[test]
fn json_without_end_is_too_long_and_not_unfinished() {
    let file = std::io::Read::chain(&b"{\"title\": \""[..], std::io::BufReader::new(std::io::repeat(b'x')));
    let error = read(Format::Json, file).expect_err("a long file").to_string();
    assert_eq!(error, "line 1, column 1: expected a JSON file of at most 104857600 bytes, found a longer one");
}

#[test]
fn a_file_that_was_cut_is_refused() {
    let orders = "# NUMBER ALTERNATIVES: 1\n# NUMBER VOTERS: 9\n# ALTERNATIVE NAME 1: A\n5: 1\n";
    assert_eq!(said(Format::PrefLib, orders), "line 4, column 1: expected 9 ballots, as line 2 says, found 5");
    assert!(read(Format::PrefLib, format!("{orders}1: 1\n3:\n").as_bytes()).is_ok());
    let budget = "META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;10\nPROJECTS\nproject_id;cost\n1;3\n";
    let votes = "VOTES\nvoter_id;vote\n1;1\n2;\n";
    let project = said(Format::Pabulib, &format!("{budget}{votes}"));
    assert_eq!(project, "line 12, column 1: expected 2 projects, as line 3 says, found 1");
    let vote = said(Format::Pabulib, &format!("{budget}2;4\n{votes}"));
    assert_eq!(vote, "line 13, column 1: expected 3 ballots, as line 4 says, found 2");
    assert!(read(Format::Pabulib, format!("{budget}2;4\n{votes}3;2\n").as_bytes()).is_ok());
}

#[test]
fn a_line_without_end_is_refused() {
    let million_columns = format!("3 1\n1 {}\n", "1 ".repeat(1_000_000));
    assert!(said(Format::Blt, &million_columns).contains("expected a line of at most 1048576 bytes"));
}

/// Found by the fuzzer: a name of a million bytes was read, and what was written of it was a line too long to be read again.
#[test]
fn a_name_without_end_is_refused() {
    for (format, file) in [
        (Format::Cvotes, format!("#/Candidates: A; {}\nA * 2\n", "b".repeat(NAMES_BYTES_MAX))),
        (Format::Blt, format!("1 1\n1 1 0\n0\n\"{}\"\n\"T\"\n", "b".repeat(NAMES_BYTES_MAX))),
    ] {
        let error = read(format, file.as_bytes()).expect_err("a long name");
        assert!(error.to_string().contains("names of at most 524288 bytes in all"), "{error}");
    }
}
