//! A ballot of every way to decide, as somebody fills it in who has a keyboard, a screen of 320 px and no script, in either language; and
//! what axe finds on its paper.

use thirtyfour::prelude::*;

use crate::look::{FINE, Tour};
use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";

/// What is pressed on the way to one answer: the field, as a style sheet names it, and the keys in it.
type Keys = (&'static str, &'static str);

const SPACE: &str = " ";
/// One down in a list of choices: the empty one stands first.
const DOWN: &str = "\u{E015}";

/// Each way, with how its ballot is filled in.
const WAYS: &[(&str, &[Keys])] = &[
    ("proposal", &[("[name='q1']", SPACE)]),
    ("consent", &[("[name='q1']", SPACE)]),
    ("choice", &[("[name='q1']", SPACE)]),
    ("approval", &[("[name='q1'][value='1']", SPACE), ("[name='q1'][value='3']", SPACE)]),
    ("score", &[("[name='q1-1']", DOWN), ("[name='q1-2']", DOWN)]),
    ("dots", &[("[name='q1-1']", "3"), ("[name='q1-2']", "7")]),
    ("irv", &[("[name='q1-1']", DOWN)]),
    ("stv-scottish", &[("[name='q1-2']", DOWN)]),
    ("stv-meek", &[("[name='q1-2']", DOWN)]),
    ("schulze", &[("[name='q1-3']", DOWN)]),
    ("ranked-pairs", &[("[name='q1-1']", DOWN)]),
    ("star", &[("[name='q1-1']", DOWN)]),
    ("greedy", &[("[name='q1'][value='2']", SPACE)]),
    ("equal-shares", &[("[name='q1'][value='2']", SPACE)]),
    ("times", &[("[name='q1-1']", SPACE), ("[name='q1-2']", SPACE), ("[name='q1-3']", SPACE)]),
];

/// Those whose papers differ; the others look like one of them.
const LOOKED_AT: [&str; 6] = ["proposal", "consent", "approval", "score", "dots", "times"];

/// What a voter reads at the end, by language: the ways take turns.
const SAID: [(&str, &str); 2] = [("en", "Your vote is recorded"), ("fr", "Votre vote est enregistré")];

/// Sets a vote up as Joan, past her pages, and opens it. Its address.
async fn opened(joan: &Browser, method: &str) -> String {
    let (opens, closes) = (joan.day(-1).await + "T08:00", joan.day(9).await + "T20:00");
    let text = [
        ("title_en", "The yard"),
        ("title_fr", "La cour"),
        ("details_en", "How shall we use it?"),
        ("details_fr", "Qu’en faire?"),
        ("method", method),
        ("binding", "yes"),
        ("shows", "live"),
        ("opens_at", opens.as_str()),
        ("closes_at", closes.as_str()),
    ];
    let (status, leads_to) = joan.sends("/polls/new", "/polls", &text).await;
    assert_eq!(status, 303, "{method}");
    let poll = leads_to.split(['?', '/']).take(3).collect::<Vec<_>>().join("/");
    if leads_to.contains("/questions/1/edit") {
        let version = joan.download(&leads_to).await;
        let version = version.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let mut fields = vec![("version", version.expect("a version")), ("seats", "1"), ("points", "10")];
        fields.extend([("budget", "900"), ("c1-cost", "500"), ("c2-cost", "400"), ("c3-cost", "300")]);
        let named = [("c1-en", "Garden"), ("c1-fr", "Jardin"), ("c2-en", "Swings"), ("c2-fr", "Balançoires")];
        let timed = [("c1-day", "2030-05-04"), ("c2-day", "2030-05-05"), ("c3-day", "2030-05-06")];
        if method == "times" {
            fields.extend(timed);
        } else {
            fields.extend(named);
            fields.extend([("c3-en", "Bikes"), ("c3-fr", "Vélos")]);
        }
        let question = format!("{poll}/questions/1");
        assert_eq!(joan.sends(&leads_to, &question, &fields).await.0, 303, "{method}");
    }
    let announced = joan.sends(&format!("{poll}/setup"), &format!("{poll}/announcement"), &[]).await;
    assert_eq!(announced.0, 303, "{method}");
    poll
}

/// Fills the ballot in and casts it with keys alone. How many pages that took, from the address of the vote on.
async fn votes(person: &Browser, poll: &str, keys: &[Keys], recorded: &str) -> usize {
    person.go(poll).await;
    let mut pages = 1;
    for (field, typed) in keys {
        person.tab_to(field).await.send_keys(*typed).await.expect("keys");
    }
    for button in ["form[action$='/ballots'] button.big", "form[action$='/ballots'] button[name='checked']"] {
        fits(person).await;
        person.tab_to(button).await.send_keys(Key::Enter + "").await.expect("a key");
        pages += 1;
        person.find("main").await;
        if person.text().await.contains(recorded) {
            return pages;
        }
    }
    panic!("no ballot after {pages} pages, on {}:\n{}", person.path().await, person.text().await);
}

/// Nothing is wider than the screen.
async fn fits(person: &Browser) {
    let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";
    let wide: i64 = person.driver.execute(wide, vec![]).await.expect("a width").convert().expect("a number");
    assert!(wide <= 0, "{} scrolls sideways by {wide} px", person.path().await);
}

#[tokio::test]
async fn every_way_is_voted_by_keyboard_on_a_small_phone_without_script() {
    let _shared = MACHINE.read().await;
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, DESK, JOAN).await;
    let phone = Device { script: false, width: 320, ..DESK };
    let isabelle = Browser::of_demo(&server, phone, ISABELLE).await;
    let mut looked = Tour::begin(&server, "").await;
    looked.sign_in("isabelle.macdonald@example.org").await;
    for (n, (method, keys)) in WAYS.iter().enumerate() {
        let (language, recorded) = SAID[n % SAID.len()];
        let poll = opened(&joan, method).await;
        isabelle.go(&format!("/?lang={language}")).await;
        let pages = votes(&isabelle, &poll, keys, recorded).await;
        assert!(pages <= 4, "{method} takes {pages} pages");
        if LOOKED_AT.contains(method) {
            looked.language = language;
            looked.page(&poll, FINE).await;
        }
    }
    assert_eq!(looked.found, Vec::<String>::new());
    looked.browser.close().await;
    joan.close().await;
    isabelle.close().await;
}
