//! A secret vote on the demo co-op: Isabelle votes in the one that is under way, Joan closes it, and Isabelle finds her ballot by its code.

use crate::look::{FINE, Tour};
use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
/// A member of the demo who has not voted in it.
const ON_PAPER: &str = "Eilidh Fortin";
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

/// A member votes in the booth with a code, on the device of the office. The code of their ballot.
async fn with_help(joan: &Browser) -> String {
    joan.go(&format!("{OPEN}/paper")).await;
    joan.choose_words("booth_voter", "Valérie Simard").await;
    joan.press("main form[action$='/booths'] button.alt:not([name])").await;
    joan.sees("A code to vote with").await;
    let code = joan.find("p.code").await.text().await.expect("a code");
    joan.press("main a[href='/booth']").await;
    joan.sees("The office gave you a code").await;
    joan.fill("booth_code", &code.to_lowercase()).await;
    joan.press("main form[action='/booth'] button.big").await;
    joan.sees("You vote alone and in secret").await;
    joan.does_not_see("Valérie").await;
    joan.does_not_see("Activity log").await;
    joan.choose("q1", "1").await;
    joan.press("main form[action='/booth/ballots'] button.big").await;
    joan.sees("Nothing is sent yet").await;
    let found_by = joan.find("p.code").await.text().await.expect("a code");
    joan.press("main form[action='/booth/ballots'] button[name='checked']").await;
    joan.sees("You can give the device back").await;
    found_by
}

/// A member is struck off and handed a paper; Valérie, who has voted, is not.
async fn on_paper(joan: &Browser) {
    joan.go(&format!("{OPEN}/paper")).await;
    joan.choose_words("paper_voter", "Valérie Simard").await;
    joan.press("main form[action$='/paper'] button:not([name])").await;
    joan.sees("has voted already").await;
    joan.go(&format!("{OPEN}/paper")).await;
    joan.choose_words("paper_voter", ON_PAPER).await;
    joan.press("main form[action$='/paper'] button:not([name])").await;
    joan.sees("is struck off").await;
    joan.sees("Papers handed out: 1").await;
}

/// The pages of the count, in both languages, while it is made.
async fn papers_looked_at(server: &Server) {
    let mut tour = Tour::begin(server, "").await;
    tour.sign_in(JOAN).await;
    for language in ["en", "fr"] {
        tour.language = language;
        for path in ["paper", "paper/readings", ""] {
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
    // Valérie has no device with her: she votes in the booth, on that of the office. Another member asks for a paper.
    let helped = with_help(&joan).await;
    on_paper(&joan).await;
    joan.go(&format!("{OPEN}/closing")).await;
    joan.press("main form[action$='/closing'] button").await;
    joan.sees("The papers are being counted").await;
    if device.script {
        papers_looked_at(&server).await;
    }
    // Joan reads the papers, and Isabelle as one of the scrutineers.
    for teller in [&joan, &isabelle] {
        teller.go(&format!("{OPEN}/paper/readings")).await;
        teller.sees("Number on the back").await;
        teller.choose("q1", "1").await;
        teller.press("main form[action$='/readings'] button.big").await;
        teller.sees("Paper 1 is entered").await;
    }
    for teller in [&joan, &isabelle] {
        teller.go(&format!("{OPEN}/paper")).await;
        teller.fill("paper_found", "1").await;
        teller.press("main form[action$='/signatures'] button").await;
        teller.sees("You have signed").await;
    }
    isabelle.sees("1 was in the box and is counted").await;
    isabelle.go(&format!("{OPEN}/result")).await;
    isabelle.sees("Our records say that you voted").await;
    isabelle.press(&format!("main a[href='{OPEN}/list']")).await;
    isabelle.sees(&code_now).await;
    isabelle.sees(&helped).await;
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
