//! A secret vote on the demo co-op: Isabelle votes in the one that is under way, Joan closes it, and Isabelle finds her ballot by its code.

use crate::look::{FINE, Tour};
use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";
/// The secret vote of the demo that is open, and the one that is over.
const OPEN: &str = "/polls/26";
const OVER: &str = "/polls/25";

/// The pages that only somebody sees who has voted, and those of the urn, in both languages.
async fn looked_at(server: &Server) {
    let mut tour = Tour::begin(server, "").await;
    tour.sign_in(ISABELLE).await;
    for language in ["en", "fr"] {
        tour.language = language;
        for path in ["recorded", "urn", ""] {
            tour.page(format!("{OPEN}/{path}").trim_end_matches('/'), FINE).await;
        }
    }
    assert_eq!(tour.found, Vec::<String>::new());
    tour.browser.close().await;
}

async fn a_secret_vote_is_cast_and_found(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    // Page one of four: the ballot.
    isabelle.go(OPEN).await;
    isabelle.sees("This is a secret vote").await;
    isabelle.does_not_see("have voted so far").await;
    isabelle.choose("q1", "2").await;
    isabelle.fill("own_word", "tulip").await;
    isabelle.press("main form[action$='/urn/ballots'] button.big").await;
    // Two: the look, with the code.
    isabelle.sees("Nothing is sent yet").await;
    isabelle.sees("Rousseau Accountants").await;
    let code = isabelle.find("p.code").await.text().await.expect("a code");
    assert!(code.ends_with("-TULIP"), "{code}");
    isabelle.press("main form[action$='/urn/ballots'] button[name='form_hold']").await;
    // The ballot again, and no longer the look, whose button is as big.
    isabelle.sees("This is a secret vote").await;
    isabelle.press("main form[action$='/urn/ballots'] button.big").await;
    isabelle.sees("Nothing is sent yet").await;
    let code_now = isabelle.find("p.code").await.text().await.expect("a code");
    assert_ne!(code, code_now, "another look has another code");
    isabelle.press("main form[action$='/urn/ballots'] button[name='checked']").await;
    // Three: it is in the urn.
    isabelle.sees("Your ballot is in the urn").await;
    assert_eq!(isabelle.path().await, format!("{OPEN}/recorded"));
    isabelle.does_not_see("TULIP").await;
    isabelle.does_not_see("Rousseau").await;
    isabelle.go(OPEN).await;
    isabelle.sees("Your ballot is in the urn").await;
    if device.script {
        looked_at(&server).await;
    }
    joan.go(&format!("{OPEN}/list")).await;
    joan.does_not_see("TULIP").await;
    joan.go(&format!("{OPEN}/closing")).await;
    joan.press("main form[action$='/closing'] button").await;
    joan.sees("This vote was closed early").await;
    isabelle.go(&format!("{OPEN}/result")).await;
    isabelle.sees("Our records say that you voted").await;
    isabelle.press(&format!("main a[href='{OPEN}/list']")).await;
    isabelle.sees(&code_now).await;
    isabelle.does_not_see(&code).await;
    isabelle.does_not_see("Valérie").await;
    isabelle.go(&format!("{OVER}/list")).await;
    isabelle.sees("Find your code by eye").await;
    for browser in [joan, isabelle] {
        browser.close().await;
    }
}

#[tokio::test]
async fn a_secret_vote_is_cast_and_found_with_script() {
    let _shared = MACHINE.read().await;
    a_secret_vote_is_cast_and_found(DESK).await;
}

#[tokio::test]
async fn a_secret_vote_is_cast_and_found_without_script_on_a_small_phone() {
    let _shared = MACHINE.read().await;
    a_secret_vote_is_cast_and_found(Device { script: false, width: 320, ..DESK }).await;
}
