//! A survey on the demo co-op: Isabelle answers once, goes back and sends again; Joan writes another one, ends the first and releases a
//! comment, which Isabelle reads. With script and without.

use thirtyfour::prelude::*;

use crate::look::{FINE, Tour};
use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";
/// The survey of the demo that is open.
const OPEN: &str = "/surveys/2";
const WORDS: &str = "More light in the stairway, please.";

/// What only somebody sees who has answered, in both languages.
async fn looked_at(server: &Server) {
    let mut tour = Tour::begin(server, "").await;
    tour.sign_in(ISABELLE).await;
    for language in ["en", "fr"] {
        tour.language = language;
        tour.page(OPEN, FINE).await;
    }
    assert_eq!(tour.found, Vec::<String>::new());
    tour.browser.close().await;
}

async fn answers_once(isabelle: &Browser) {
    isabelle.go("/surveys").await;
    isabelle.sees("Waiting for your answer").await;
    isabelle.go(OPEN).await;
    isabelle.sees("You can answer once").await;
    isabelle.press("main form[action$='/answers'] button.big").await;
    isabelle.sees("Please answer this question").await;
    isabelle.go(OPEN).await;
    isabelle.choose("q1", "4").await;
    isabelle.fill("q6", WORDS).await;
    isabelle.press("main form[action$='/answers'] button.big").await;
    isabelle.sees("Your answers are sealed").await;
    isabelle.does_not_see(WORDS).await;
    let rate = isabelle.find("main .lede").await.text().await.expect("words");
    // Back, and sent again, from a page that was opened before: it counts once.
    isabelle.driver.back().await.expect("back");
    if isabelle.driver.find(By::Css("main form[action$='/answers']")).await.is_ok() {
        isabelle.press("main form[action$='/answers'] button.big").await;
        isabelle.sees("You have answered already").await;
    }
    let (status, leads_to) = isabelle.sends("/account", &format!("{OPEN}/answers"), &[("q1", "1")]).await;
    assert_eq!((status, leads_to.as_str()), (303, OPEN));
    isabelle.go(OPEN).await;
    isabelle.sees("You have answered").await;
    isabelle.does_not_see("Send my answers").await;
    assert_eq!(isabelle.find("main .lede").await.text().await.expect("words"), rate);
    isabelle.go("/surveys").await;
    isabelle.does_not_see("Waiting for your answer").await;
}

async fn writes_another(joan: &Browser) {
    joan.go("/surveys").await;
    joan.press("main form[action='/surveys/ready'] button").await;
    joan.sees("The draft is saved").await;
    joan.press("main a[href$='/questions/new']").await;
    joan.fill("survey_text_en", "How do you find our laundry room?").await;
    joan.press("main form[action$='/questions'] button:not([name])").await;
    joan.sees("The question is added").await;
    joan.sees("7. How do you find our laundry room?").await;
    joan.press("main a[href$='/preview']").await;
    joan.sees("Question 7 of 7").await;
    joan.does_not_see("Send my answers").await;
}

async fn a_survey_is_answered_counted_and_read(device: Device) {
    let server = Server::start("demo");
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    answers_once(&isabelle).await;
    if device.script {
        looked_at(&server).await;
    }
    let joan = Browser::of_demo(&server, device, JOAN).await;
    writes_another(&joan).await;
    joan.go(OPEN).await;
    joan.does_not_see("You have answered").await;
    joan.press("main details summary").await;
    joan.press("main form[action$='/closing'] button").await;
    joan.sees("The survey is over").await;
    isabelle.go(OPEN).await;
    isabelle.sees("Overall satisfaction").await;
    isabelle.sees("One comment has not been read yet").await;
    isabelle.does_not_see(WORDS).await;
    joan.go(&format!("{OPEN}/comments")).await;
    joan.sees(WORDS).await;
    joan.press("main form button[value='released']").await;
    joan.sees("Everybody can read this comment now").await;
    isabelle.go(OPEN).await;
    isabelle.sees(WORDS).await;
    isabelle.sees("All rounds").await;
    isabelle.close().await;
    joan.close().await;
}

#[tokio::test]
async fn a_survey_with_the_script() {
    let _shared = MACHINE.read().await;
    a_survey_is_answered_counted_and_read(DESK).await;
}

#[tokio::test]
async fn a_survey_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_survey_is_answered_counted_and_read(Device { script: false, width: 390, ..DESK }).await;
}
