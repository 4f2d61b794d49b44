//! Whatever somebody changes in a bundle, with or without new digests, both programs name it; and no file makes either of them fall over.

use serde_json::{Value, json};

use super::made::{Votes, opened, rule};
use super::{Folder, said_here};
use crate::coops::QuorumOf;
use crate::platform::events;
use crate::platform::i18n::Lang;
use crate::platform::session::hex;
use crate::polls::bundle::{self, Bundle, Kind, Publishes, RollTotals};
use crate::polls::tests::again::Dice;
use crate::polls::{Attendance, Method, NewChoice, NewQuestion, Rule};

fn choices(names: &[&str]) -> Vec<NewChoice> {
    let choice = |name: &&str| NewChoice {
        title_en: (*name).to_owned(),
        title_fr: format!("{name} (fr)"),
        ..NewChoice::default()
    };
    names.iter().map(choice).collect()
}

fn votes(kind: Kind, publishes: Publishes, rule: Rule) -> Votes {
    let asked = [
        NewQuestion {
            title_en: "The roof".to_owned(),
            title_fr: "Le toit".to_owned(),
            ..NewQuestion::of(Method::Proposal)
        },
        NewQuestion { lot: true, choices: choices(&["Ada", "Bo", "Cy"]), ..NewQuestion::of(Method::Irv) },
        NewQuestion { seats: 2, choices: choices(&["Elm", "Fir", "Oak"]), ..NewQuestion::of(Method::Approval) },
    ];
    let code = |at: usize| format!("{at}ZZZZZZZZZZZZZZ{at}");
    let answers = [
        ["for", "1", "1=1"],
        ["for", "1", "1=1,2=1"],
        ["for", "2", "2=1"],
        ["for", "2", "1=1,2=1"],
        ["against", "3", "3=1"],
        ["against", "3", "2=1"],
        ["abstain", "", "1=1"],
        ["for", "", ""],
    ];
    let cast = (0..).zip(&answers).map(|(at, said)| (1, code(at), said.map(str::to_owned).to_vec())).collect();
    let attendance = (rule.quorum_of != QuorumOf::Votes).then_some(Attendance { roll: 7, present: 5 });
    Votes {
        kind,
        publishes,
        questions: (1..).zip(&asked).map(|(number, new)| opened(number, new, rule)).collect(),
        roll: RollTotals { votes: 12, quorum: attendance.map_or(12, |attendance| attendance.roll as i32) },
        attendance,
        cast,
        lang: Lang::En,
    }
}

pub fn secret() -> Bundle {
    votes(Kind::Secret, Publishes::List, rule()).bundle()
}

fn open() -> Bundle {
    votes(Kind::Open, Publishes::Ballots, Rule { quorum_of: QuorumOf::Homes, ..rule() }).bundle()
}

/// The digests and hashes of a file made anew, as somebody would who changes more than one place. `opening` too: of the events before the close.
fn sealed_again(file: &mut Value, opening: bool) {
    let parts = [("paper", "paper"), ("published", "ballots"), ("outcomes", "results")];
    let digests = parts.map(|(seal, part)| (seal, bundle::digest(&file[part])));
    let list = file["ballots"].get("list").map(bundle::digest);
    let vote = file["paper"]["vote"].clone();
    let before = file["chain"]["before"].as_str().expect("a hash").to_owned();
    let unhex = |text: &str| -> Vec<u8> {
        (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).expect("a byte")).collect()
    };
    let mut last = unhex(&before);
    for link in file["chain"]["links"].as_array_mut().expect("links") {
        if !link.is_object() {
            let inside = unhex(link.as_str().expect("a digest"));
            last = sha2::Digest::finalize(<sha2::Sha256 as sha2::Digest>::new_with_prefix([last, inside].concat()))
                .to_vec();
            continue;
        }
        if link["kind"] == "poll.closed" {
            digests.iter().for_each(|(seal, digest)| link["seals"][*seal] = json!(digest));
            if let Some(list) = &list {
                link["seals"]["list"] = json!(list);
            }
        } else if opening {
            link["seals"]["paper"] = json!(digests[0].1);
        }
        let event = events::Link {
            kind: link["kind"].as_str().expect("a kind").to_owned(),
            subject_kind: "poll".to_owned(),
            subject_id: vote.as_i64(),
            seals: Some(link["seals"].clone()),
            rest: link["rest"].as_str().expect("a digest").to_owned(),
        };
        last = event.hash(&last);
        link["hash"] = json!(hex(&last));
    }
}

/// Who changes something: in one place, or with digests and hashes made anew.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Hand,
    Skill,
    /// All but what was sealed before the close, which others may have noted.
    SkillAfterwards,
}

use By::{Hand, Skill, SkillAfterwards};

/// What is changed, of which of the two bundles, by whom, and what kind of fault it is.
type Tampering = (&'static str, fn() -> Bundle, By, &'static str, fn(&mut Value));

fn at<'a>(file: &'a mut Value, pointer: &str) -> &'a mut Value {
    file.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is there"))
}

fn rows<'a>(file: &'a mut Value, pointer: &str) -> &'a mut Vec<Value> {
    at(file, pointer).as_array_mut().expect("a list")
}

const LIST: &str = "/ballots/list";
const LINKS: &str = "/chain/links";

const TAMPERINGS: &[Tampering] = &[
    ("the title", secret, Hand, "paper", |file| *at(file, "/paper/title/en") = json!("Another")),
    ("the French title", secret, Hand, "paper", |file| *at(file, "/paper/title/fr") = json!("Un autre")),
    ("the text", secret, Hand, "paper", |file| *at(file, "/paper/details/en") = json!("It is late.")),
    ("a question's name", secret, Hand, "paper", |file| *at(file, "/paper/questions/0/title/en") = json!("The lawn")),
    ("a choice's name", secret, Hand, "rule", |file| *at(file, "/paper/questions/1/choices/0/title/en") = json!("Al")),
    ("the order of the paper", secret, Hand, "paper", |file| rows(file, "/paper/questions/1/choices").swap(0, 1)),
    ("the majority", secret, Hand, "paper", |file| *at(file, "/paper/questions/0/majority") = json!("3/4")),
    ("a special majority", secret, Hand, "paper", |file| *at(file, "/paper/questions/0/special") = json!(true)),
    ("abstentions that count", secret, Hand, "paper", |file| {
        *at(file, "/paper/questions/0/abstentions_count") = json!(true);
    }),
    ("the quorum", secret, Hand, "paper", |file| *at(file, "/paper/quorum_percent") = json!(0)),
    ("the roll", secret, Hand, "paper", |file| *at(file, "/paper/roll/votes") = json!(900)),
    ("the seats", secret, Hand, "paper", |file| *at(file, "/paper/questions/2/seats") = json!(1)),
    ("the method", secret, Hand, "paper", |file| *at(file, "/paper/questions/1/method") = json!("stv-scottish")),
    ("no lot", secret, Hand, "lot", |file| *at(file, "/paper/questions/1/lot") = json!(false)),
    ("the end", secret, Hand, "paper", |file| *at(file, "/paper/closes_at") = json!("2026-12-08T14:00:00.000000Z")),
    ("something besides", secret, Hand, "paper", |file| {
        *at(file, "/paper") = {
            let mut paper = file["paper"].clone();
            paper["note"] = json!("seen by the board");
            paper
        }
    }),
    ("an answer", secret, Hand, "list", |file| *at(file, "/ballots/list/4/answers/0") = json!("for")),
    ("the count of an answer", secret, Hand, "count", |file| *at(file, "/ballots/list/4/answers/0") = json!("for")),
    ("a ballot dropped", secret, Hand, "totals", |file| drop(rows(file, LIST).remove(3))),
    ("a ballot added", secret, Hand, "totals", |file| {
        rows(file, LIST).push(json!({"code": "9ZZZZZZZZZZZZZZ9", "answers": ["for", "1", ""]}));
    }),
    ("a ballot twice", secret, Hand, "duplicate", |file| {
        let row = file["ballots"]["list"][2].clone();
        rows(file, LIST).insert(2, row);
    }),
    ("two ballots swapped", secret, Hand, "order", |file| rows(file, LIST).swap(1, 2)),
    ("answers exchanged", secret, Hand, "list", |file| {
        let other = file["ballots"]["list"][5]["answers"].clone();
        *at(file, "/ballots/list/5/answers") = file["ballots"]["list"][0]["answers"].clone();
        *at(file, "/ballots/list/0/answers") = other;
    }),
    ("another code", secret, Hand, "list", |file| *at(file, "/ballots/list/7/code") = json!("7ZZZZZZZZZZZZZZ8")),
    ("no code", secret, Hand, "code", |file| *at(file, "/ballots/list/7/code") = json!("7zzzzzzzzzzzzzz7")),
    ("an own word of blanks", secret, Hand, "code", |file| {
        *at(file, "/ballots/list/7/code") = json!("7ZZZZZZZZZZZZZZ7-a b");
    }),
    ("a clash of codes", secret, Hand, "clash", |file| {
        *at(file, "/ballots/list/6/code") = json!("5ZZZZZZZZZZZZZZ5-lilac");
    }),
    ("an answer too many", secret, Hand, "answer", |file| rows(file, "/ballots/list/0/answers").push(json!("1"))),
    ("an answer too few", secret, Hand, "answer", |file| drop(rows(file, "/ballots/list/0/answers").pop())),
    ("an answer of another question", secret, Hand, "answer", |file| {
        *at(file, "/ballots/list/0/answers/0") = json!("agree");
    }),
    ("an answer to a choice that is none", secret, Hand, "answer", |file| {
        *at(file, "/ballots/list/0/answers/1") = json!("1>4");
    }),
    ("two first choices", secret, Hand, "answer", |file| *at(file, "/ballots/list/0/answers/1") = json!("1=2")),
    ("a mark out of order", secret, Hand, "answer", |file| *at(file, "/ballots/list/1/answers/2") = json!("2=1,1=1")),
    ("how many voted", secret, Hand, "totals", |file| *at(file, "/ballots/voted") = json!(9)),
    ("how many were there", secret, Hand, "totals", |file| *at(file, "/ballots/present") = json!(7)),
    ("another winner", secret, Hand, "count", |file| *at(file, "/results/1/outcome/elected") = json!([2])),
    ("a figure of a round", secret, Hand, "count", |file| {
        *at(file, "/results/1/outcome/rounds/0/votes/0/value") = json!("3");
    }),
    ("a threshold", secret, Hand, "count", |file| {
        *at(file, "/results/0/outcome/detail/Proposal/fewest/value") = json!("5");
    }),
    ("the verdict", secret, Hand, "verdict", |file| *at(file, "/results/0/verdict") = json!("rejected")),
    ("how many must vote", secret, Hand, "quorum", |file| *at(file, "/results/0/quorum_needed") = json!(2)),
    ("what lots are drawn from", secret, Hand, "lot", |file| *at(file, "/results/1/count/seed") = json!("6 6 1 4")),
    ("a name in the count", secret, Hand, "rule", |file| *at(file, "/results/1/count/candidates/0") = json!("Ida")),
    ("the title of the count", secret, Hand, "rule", |file| *at(file, "/results/1/count/title") = json!("Board")),
    ("the number of a decision", secret, Hand, "results", |file| *at(file, "/results/0/number") = json!(1)),
    ("when it was decided", secret, Hand, "results", |file| {
        *at(file, "/results/0/decided_at") = json!("2026-11-09T14:00:00.000000Z");
    }),
    ("a result dropped", secret, Hand, "totals", |file| drop(rows(file, "/results").pop())),
    ("results swapped", secret, Hand, "rule", |file| rows(file, "/results").swap(1, 2)),
    ("another event dropped", secret, Hand, "chain", |file| drop(rows(file, LINKS).remove(1))),
    ("another event changed", secret, Hand, "chain", |file| *at(file, "/chain/links/1") = json!(hex(&[1; 32]))),
    ("another event added", secret, Hand, "chain", |file| rows(file, LINKS).insert(3, json!(hex(&[1; 32])))),
    ("events swapped", secret, Hand, "chain", |file| rows(file, LINKS).swap(1, 3)),
    ("the opening dropped", secret, Hand, "chain", |file| drop(rows(file, LINKS).remove(0))),
    ("the close dropped", secret, Hand, "chain", |file| drop(rows(file, LINKS).pop())),
    ("a seal of the opening", secret, Hand, "chain", |file| *at(file, "/chain/links/0/seals/paper") = json!("a")),
    ("a seal of the close", secret, Hand, "chain", |file| *at(file, "/chain/links/4/seals/outcomes") = json!("a")),
    ("the rest of an event", secret, Hand, "chain", |file| *at(file, "/chain/links/4/rest") = json!(hex(&[1; 32]))),
    ("the hash of an event", secret, Hand, "chain", |file| *at(file, "/chain/links/2/hash") = json!(hex(&[1; 32]))),
    ("where the chain begins", secret, Hand, "chain", |file| *at(file, "/chain/before") = json!(hex(&[1; 32]))),
    ("an event called otherwise", secret, Hand, "chain", |file| {
        *at(file, "/chain/links/2/kind") = json!("poll.corrected");
    }),
    ("another vote", secret, Hand, "chain", |file| *at(file, "/paper/vote") = json!(13)),
    ("votes of an answer", open, Hand, "totals", |file| *at(file, "/ballots/piles/0/0/votes") = json!(9)),
    ("an answer of a pile", open, Hand, "ballots", |file| *at(file, "/ballots/piles/0/0/answer") = json!("against")),
    ("a pile dropped", open, Hand, "totals", |file| drop(rows(file, "/ballots/piles/1").pop())),
    ("a pile twice", open, Hand, "duplicate", |file| {
        let pile = file["ballots"]["piles"][1][0].clone();
        rows(file, "/ballots/piles/1").insert(0, pile);
    }),
    ("piles swapped", open, Hand, "order", |file| rows(file, "/ballots/piles/1").swap(0, 1)),
    ("more homes than there are", open, Hand, "totals", |file| *at(file, "/ballots/present") = json!(8)),
    ("an answer, with skill", secret, Skill, "count", |file| *at(file, "/ballots/list/4/answers/0") = json!("for")),
    ("other ballots, other lot", secret, Skill, "lot", |file| {
        *at(file, "/ballots/list/7/code") = json!("7ZZZZZZZZZZZZZZ8");
    }),
    ("a stuffed urn", secret, Skill, "totals", |file| {
        let more = ["A", "B", "C", "D", "E"].map(|c| json!({"code": c.repeat(16), "answers": ["against", "3", ""]}));
        rows(file, LIST).extend(more);
        (*at(file, "/ballots/voted"), *at(file, "/ballots/present")) = (json!(13), json!(13));
    }),
    ("a text, with skill, afterwards", secret, SkillAfterwards, "paper", |file| {
        *at(file, "/paper/title/en") = json!("Another");
    }),
    ("another roll, with skill", secret, Skill, "roll", |file| *at(file, "/chain/links/4/seals/roll") = json!("z")),
    ("a majority, with skill", secret, Skill, "count", |file| *at(file, "/paper/questions/0/majority") = json!("6/7")),
    ("a quorum, with skill", secret, Skill, "quorum", |file| *at(file, "/paper/quorum_percent") = json!(90)),
    ("a verdict, with skill", secret, Skill, "verdict", |file| *at(file, "/results/0/verdict") = json!("no_quorum")),
    ("a winner, with skill", secret, Skill, "count", |file| *at(file, "/results/1/outcome/elected") = json!([2])),
    ("seats, with skill", secret, Skill, "count", |file| *at(file, "/paper/questions/2/seats") = json!(1)),
    ("a seed, with skill", secret, Skill, "lot", |file| *at(file, "/results/1/count/seed") = json!("6 6 1 4")),
    ("a name, with skill", secret, Skill, "rule", |file| {
        *at(file, "/paper/questions/1/choices/0/title/en") = json!("Al");
    }),
    ("no list any more, with skill", secret, Skill, "totals", |file| *at(file, "/paper/publishes") = json!("ballots")),
    ("not secret any more, with skill", secret, Skill, "lot", |file| *at(file, "/paper/kind") = json!("open")),
    ("a clash, with skill", secret, Skill, "clash", |file| {
        *at(file, "/ballots/list/6/code") = json!("5ZZZZZZZZZZZZZZ5-lilac");
    }),
    ("a ballot twice, with skill", secret, Skill, "duplicate", |file| {
        *at(file, "/ballots/list/3") = file["ballots"]["list"][2].clone();
    }),
    ("no order, with skill", secret, Skill, "order", |file| rows(file, LIST).swap(1, 2)),
    ("votes moved, with skill", open, Skill, "count", |file| {
        for (pile, votes) in [(1, 4), (2, 3)] {
            *at(file, &format!("/ballots/piles/0/{pile}/votes")) = json!(votes);
            *at(file, &format!("/ballots/piles/0/{pile}/ballots")) = json!(votes);
        }
    }),
    ("another format", secret, Hand, "unreadable", |file| *at(file, "/format") = json!("other")),
    ("another version", secret, Hand, "unreadable", |file| *at(file, "/version") = json!(2)),
    ("a part dropped", secret, Hand, "unreadable", |file| {
        drop(file.as_object_mut().expect("an object").remove("chain"));
    }),
    ("a part added", secret, Hand, "unreadable", |file| {
        *file = {
            let mut other = file.clone();
            other["void"] = json!(true);
            other
        }
    }),
    ("a part of a vote", secret, Hand, "unreadable", |file| *at(file, "/paper/roll/votes") = json!(12.5)),
    ("more in an event", secret, Hand, "unreadable", |file| {
        *at(file, "/chain/links/0") = {
            let mut link = file["chain"]["links"][0].clone();
            link["by"] = json!("the board");
            link
        }
    }),
];

#[test]
fn whatever_is_changed_in_a_bundle_is_named_by_both_programs() {
    let untouched = secret();
    assert!(untouched.results[1].outcome["ties"].to_string().contains("Lot"), "a lot was drawn");
    super::all_fit("untouched", &[("secret".to_owned(), untouched), ("open".to_owned(), open())]);
    assert!(TAMPERINGS.len() >= 50, "{}", TAMPERINGS.len());
    let folder = Folder::new("tampered");
    let mut here = Vec::new();
    for (number, (name, of, by, kind, change)) in TAMPERINGS.iter().enumerate() {
        let mut file = serde_json::to_value(of()).expect("a bundle");
        let before = file.clone();
        change(&mut file);
        assert_ne!(file, before, "{name} changes something");
        if *by != Hand {
            sealed_again(&mut file, *by == Skill);
        }
        let bytes = serde_json::to_vec(&file).expect("a file");
        let (kinds, words) = said_here(&bytes);
        assert!(kinds.contains(*kind), "{name} is {kind}, verify-vote says {words}");
        folder.put(&format!("{number:03}.json"), &bytes);
        here.push((kinds, words));
    }
    let there = folder.recounted();
    for ((number, (name, .., kind, _)), (said, words)) in TAMPERINGS.iter().enumerate().zip(&here) {
        let (kinds, theirs) = &there[&format!("{number:03}.json")];
        assert!(kinds.contains(*kind), "{name} is {kind}, recount.py says {theirs}; verify-vote says {words}");
        assert_eq!(kinds.contains("unreadable"), said.contains("unreadable"), "{name}: {theirs}; {words}");
    }
}

/// A value that has no business where it stands.
fn odd(dice: &mut Dice) -> Value {
    match dice.throw(12) {
        0 => json!(null),
        1 => json!(-1),
        2 => json!(i64::MAX),
        3 => json!(i64::MIN),
        4 => json!(u64::MAX),
        5 => json!(""),
        6 => json!("1/0"),
        7 => json!([]),
        8 => json!({}),
        9 => json!(true),
        10 => json!("é".repeat(dice.throw(40) as usize)),
        _ => json!(dice.throw(400)),
    }
}

/// Puts something else somewhere: as often deep as at the top.
fn spoil(value: &mut Value, dice: &mut Dice) {
    let many = match value {
        Value::Array(values) => values.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    if many == 0 || dice.throw(8) == 0 {
        *value = odd(dice);
        return;
    }
    let at = dice.throw(many as i32) as usize;
    match value {
        Value::Array(values) if dice.throw(6) == 0 => drop(values.remove(at)),
        Value::Array(values) => spoil(&mut values[at], dice),
        Value::Object(fields) => spoil(fields.values_mut().nth(at).expect("a value"), dice),
        _ => {}
    }
}

#[test]
fn no_file_makes_either_program_fall_over() {
    let mut dice = Dice::of(17);
    let folder = Folder::new("hostile");
    let bundles = [secret(), open()].map(|bundle| serde_json::to_value(bundle).expect("a bundle"));
    for number in 0..3_000 {
        let mut file = bundles[number % 2].clone();
        for _ in 0..=dice.throw(3) {
            spoil(&mut file, &mut dice);
        }
        if dice.throw(2) == 0 && file.pointer("/chain/links").is_some_and(Value::is_array) {
            // Somebody who can make digests anew leads both programs further in.
            let again = std::panic::catch_unwind(|| {
                let mut file = file.clone();
                sealed_again(&mut file, true);
                file
            });
            file = again.unwrap_or(file);
        }
        let mut bytes = serde_json::to_vec(&file).expect("a file");
        if dice.throw(10) == 0 {
            let at = dice.throw(bytes.len() as i32) as usize;
            bytes[at] = dice.throw(256) as u8;
            bytes.truncate(at + dice.throw(bytes.len() as i32) as usize);
        }
        said_here(&bytes);
        if number < 400 {
            folder.put(&format!("{number:04}.json"), &bytes);
        }
    }
    for bytes in [b"".as_slice(), b"{", b"[]", b"null", b"\xff\xfe", &b"[".repeat(100_000), &b"9".repeat(100_000)] {
        assert!(said_here(bytes).0.contains("unreadable"));
        folder.put(&format!("z{}.json", bytes.len()), bytes);
    }
    folder.recounted();
}
