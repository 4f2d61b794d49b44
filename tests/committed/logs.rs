//! What somebody says in a vote stands in their ballot alone: no log of the server, not even at its loudest, none of the database, no
//! mail and no file of its folder tells it before the close.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::support::{Folder, Person, Server, free_port, until};
use crate::{ISABELLE, JOAN, linkage, secret};

/// In what Isabelle sends: nobody writes it anywhere else.
const CANARY: &str = "Kanarienvogel";
/// The secret vote of the demo co-op that is open.
const SECRET: &str = "/polls/26";

/// Where the database keeps its rows.
const ROWS: [&str; 3] = ["base", "pg_wal", "pg_xact"];

/// Every file under a folder but for those of some folders.
fn files(folder: &Path, apart: &[&str], found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !apart.iter().any(|apart| path.ends_with(apart)) {
            files(&path, apart, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
}

/// A vote on colours, hidden until its close and open. Its address.
fn asked(joan: &Person) -> String {
    let day = |days| (chrono::Utc::now() + chrono::TimeDelta::days(days)).format("%Y-%m-%dT12:00").to_string();
    let (opens, closes) = (day(-1), day(20));
    let new = [
        ("title_en", "Which colour?"),
        ("title_fr", "Quelle couleur?"),
        ("details_en", "For the door."),
        ("details_fr", "Pour la porte."),
        ("method", "dots"),
        ("binding", "no"),
        ("shows", "closed"),
        ("opens_at", &opens),
        ("closes_at", &closes),
    ];
    let reply = joan.post("/polls", "/polls/new", &new);
    assert_eq!(reply.status, 200, "{}", reply.body);
    let last = |body: &str| {
        body.split("/polls/").skip(1).filter_map(|rest| rest.split(['"', '/', '?']).next()?.parse().ok()).max()
    };
    let poll = format!("/polls/{}", last(&joan.get("/polls").body).unwrap_or(0_i64));
    let edit = joan.get(&format!("{poll}/questions/1/edit")).body;
    let version =
        edit.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a version");
    let question = format!("{poll}/questions/1");
    let choices = [
        ("version", version),
        ("seats", "1"),
        ("points", "10"),
        ("c1-en", "Blue"),
        ("c1-fr", "Bleu"),
        ("c2-en", "Red"),
        ("c2-fr", "Rouge"),
    ];
    assert_eq!(joan.post(&question, &format!("{question}/edit"), &choices).status, 200);
    assert_eq!(joan.post(&format!("{poll}/announcement"), &format!("{poll}/setup"), &[]).status, 200);
    poll
}

#[test]
fn no_log_and_no_mail_tells_what_somebody_votes() {
    let folder = Folder::new("logs");
    let log = std::env::temp_dir().join(format!("cooperator-logs-{}.log", std::process::id()));
    let written = std::fs::File::create(&log).expect("a file for the log");
    let mut program = folder.program();
    program.env("COOPERATOR_LOG", "trace").stderr(Stdio::from(written));
    let server = Server::launch(program, "demo", free_port());
    let (joan, isabelle) = (Person::of_demo(&server, JOAN), Person::of_demo(&server, ISABELLE));
    let poll = asked(&joan);
    let ballots = format!("{poll}/ballots");
    let told = |fields: &[(&str, &str)]| isabelle.post(&ballots, &poll, fields);
    // Refused: too many dots, no number at all, and what is no form of ours.
    assert_eq!(told(&[("q1-1", "9"), ("q1-2", "9"), ("reason", CANARY)]).status, 422);
    assert_eq!(told(&[("q1-1", CANARY), ("reason", CANARY)]).status, 422);
    assert!(
        isabelle.try_post(&ballots, "no token", &[("q1-1", "7"), ("reason", CANARY)]).expect("an answer").status >= 400
    );
    // Looked at, cast, and cast otherwise.
    let answer = [("q1-1", "7"), ("q1-2", "3"), ("reason", CANARY)];
    assert!(told(&answer).body.contains(CANARY), "the look at one's answers");
    for red in ["3", "2"] {
        let cast = told(&[("q1-1", "7"), ("q1-2", red), ("reason", CANARY), ("checked", "1")]);
        assert!(cast.status == 200 && cast.body.contains("Your vote is recorded"), "{}", cast.body);
    }
    // A mail that comes after, so that those before were sent.
    let stranger = Person::new(&server);
    assert_eq!(stranger.post("/sign-in/link", "/sign-in", &[("email", ISABELLE)]).status, 200);
    let mails = || std::fs::read_dir(folder.0.join("mail")).into_iter().flatten().flatten().count();
    until("mails", || mails() > 1);
    let mut all = vec![log.clone()];
    files(&folder.0, &ROWS, &mut all);
    assert!(all.iter().any(|path| path.starts_with(folder.0.join("mail"))), "mails are looked at");
    for path in all {
        let bytes = std::fs::read(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(CANARY), "{} tells what Isabelle said", path.display());
        assert!(path != log || text.contains("/polls/{id}/ballots"), "the log says that something came");
        assert!(path != log || !text.contains("q1-1"), "the log repeats a form");
    }
    assert!(isabelle.get(&poll).body.contains(CANARY), "she reads her own");
    drop(server);
    let _ = std::fs::remove_file(log);
}

/// What is cast secretly is in no file at all before the close: it lies in the urn, sealed. Nor is its code, under which it will be found.
#[test]
fn no_log_and_no_row_tells_what_somebody_votes_secretly() {
    const WORD: &str = "KANARIEN";
    let folder = Folder::new("secret-logs");
    let log = std::env::temp_dir().join(format!("cooperator-secret-logs-{}.log", std::process::id()));
    let written = std::fs::File::create(&log).expect("a file for the log");
    let mut program = folder.program();
    program.env("COOPERATOR_LOG", "trace").stderr(Stdio::from(written));
    let server = Server::launch(program, "demo", free_port());
    let isabelle = Person::of_demo(&server, ISABELLE);
    let ballots = format!("{SECRET}/urn/ballots");
    let answer = [("q1", "2"), ("own_word", WORD)];
    assert_eq!(isabelle.post(&ballots, SECRET, &[("q1", "9"), ("own_word", WORD)]).status, 422);
    assert_eq!(isabelle.post(&ballots, SECRET, &[("q1", "2"), ("own_word", "KANARIEN is a bird")]).status, 422);
    assert!(isabelle.try_post(&ballots, "no token", &answer).expect("an answer").status >= 400);
    let look = isabelle.post(&ballots, SECRET, &answer);
    let code =
        look.body.split("name=\"code\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a code");
    assert!(code.ends_with(WORD), "{code}");
    let fields = secret::fields(&look.body);
    let of_another: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), if name == "signature" { "another" } else { value }))
        .collect();
    assert!(isabelle.post(&ballots, SECRET, &of_another).body.contains("Look at it once more"));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert!(isabelle.post(&ballots, SECRET, &fields).body.contains("Your ballot is in the urn"));
    // Sent once more.
    assert!(
        isabelle
            .try_post(&ballots, &isabelle.token("/tasks/new"), &fields)
            .expect("an answer")
            .body
            .contains("in the urn")
    );
    drop(server);
    let mut all = vec![log.clone()];
    files(&folder.0, &[], &mut all);
    assert!(all.iter().any(|path| path.to_string_lossy().contains("pg_wal")), "{all:?}");
    let code = code.as_bytes();
    let plain: Vec<u8> = code.iter().copied().filter(|sign| *sign != b'-').collect();
    for path in all {
        let bytes = std::fs::read(&path).unwrap_or_default();
        for word in [WORD.as_bytes(), &code[..19], &plain[..16]] {
            assert!(!linkage::contains(&bytes, word), "{} tells {:?}", path.display(), String::from_utf8_lossy(word));
        }
        assert!(
            path != log || linkage::contains(&bytes, b"/polls/{id}/urn/ballots"),
            "the log says that something came"
        );
        assert!(path != log || !linkage::contains(&bytes, b"own_word"), "the log repeats a form");
    }
    let _ = std::fs::remove_file(log);
}
