//! A time poll with a guest: asked for, a link made for the plumber, answered without an account, and read beside the members' result.
//! On the demo co-op, where Joan runs votes and Isabelle lives.

use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";

/// A vote about two days, announced and open. Its address.
async fn asked(joan: &Browser) -> String {
    joan.go("/polls/new").await;
    joan.fill("title_en", "When can the plumber come?").await;
    joan.fill("title_fr", "Quand le plombier peut-il venir?").await;
    joan.fill("details_en", "The pipe in the cellar drips.").await;
    joan.fill("details_fr", "Le tuyau de la cave goutte.").await;
    joan.choose("method", "times").await;
    joan.choose("binding", "no").await;
    joan.choose("shows", "closed").await;
    joan.press("main form[action='/polls'] button.btn").await;
    joan.find("main form[action$='/questions/1']").await;
    let poll = joan.path().await.split("/questions").next().unwrap_or_default().to_owned();
    for (row, day) in ["2030-05-06", "2030-05-07"].iter().enumerate() {
        joan.set(&format!("c{}-day", row + 1), day).await;
    }
    joan.press("main form[action$='/questions/1'] button:not([name])").await;
    joan.press("main form[action$='/announcement'] button").await;
    joan.sees("The vote is announced").await;
    joan.go(&format!("{poll}/opening")).await;
    joan.press("main form[action$='/opening'] button").await;
    joan.sees("The vote is open").await;
    poll
}

/// Joan makes a link for the plumber, and reads it off the page.
async fn invited(poll: &str, joan: &Browser) -> String {
    joan.go(poll).await;
    joan.press("main a[href$='/guests']").await;
    joan.fill("guest_name", "Plumber").await;
    joan.press("main form#form button.btn").await;
    joan.sees("You cannot see it again").await;
    let link = joan.find("#key").await.text().await.expect("a link");
    let path = link.split_once("/guests/").map(|(_, token)| format!("/guests/{token}"));
    joan.go(&format!("{poll}/guests")).await;
    joan.sees("No answer yet").await;
    path.expect("the address of a guest")
}

/// The plumber answers, changes their mind, and reads it in the other language.
async fn answered(link: &str, plumber: &Browser) {
    plumber.go(link).await;
    plumber.sees("The pipe in the cellar drips.").await;
    plumber.does_not_see("Sign in").await;
    plumber.press("main form button.btn").await;
    plumber.sees("Your answer is recorded").await;
    plumber.choose("q1-1", "1").await;
    plumber.choose("q1-2", "2").await;
    plumber.fill("reason", "Not before nine").await;
    plumber.press("main form button.btn").await;
    plumber.sees("(if need be)").await;
    plumber.go(&format!("{link}?lang=fr")).await;
    plumber.sees("Changer ma réponse").await;
    plumber.go(&format!("{link}?lang=en")).await;
}

async fn a_time_poll_with_a_guest(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    let plumber = Browser::open(&server, device).await;
    // Isabelle alone votes here.
    joan.go("/settings/rules/votes").await;
    joan.fill("quorum_percent", "0").await;
    joan.press("main form[action='/settings/rules/votes'] button:not([name])").await;
    joan.find("main a[href='/settings/rules/votes']").await;
    let poll = asked(&joan).await;
    let link = invited(&poll, &joan).await;
    answered(&link, &plumber).await;
    isabelle.go(&poll).await;
    isabelle.does_not_see("Not before nine").await;
    isabelle.choose("q1-1", "2").await;
    isabelle.choose("q1-2", "0").await;
    isabelle.press("main form[action$='/ballots'] button.big").await;
    isabelle.press("main form[action$='/ballots'] button[name='checked']").await;
    isabelle.sees("Your vote is recorded").await;
    joan.go(&format!("{poll}/closing")).await;
    joan.press("main form[action$='/closing'] button").await;
    joan.sees("This vote was closed early").await;
    isabelle.go(&format!("{poll}/result")).await;
    isabelle.sees("Plumber (guest)").await;
    isabelle.sees("Not before nine").await;
    isabelle.sees("Members and guests").await;
    isabelle.sees("not counted in the result").await;
    plumber.go(&link).await;
    plumber.sees("Thank you").await;
    plumber.does_not_see("Isabelle").await;
    joan.go(&format!("{poll}/guests")).await;
    joan.press("main form[action$='/removal'] button").await;
    joan.sees("The link leads nowhere any more").await;
    plumber.go(&link).await;
    plumber.sees("This link leads nowhere").await;
    for browser in [joan, isabelle, plumber] {
        browser.close().await;
    }
}

#[tokio::test]
async fn a_time_poll_with_a_guest_with_script() {
    let _shared = MACHINE.read().await;
    a_time_poll_with_a_guest(DESK).await;
}

#[tokio::test]
async fn a_time_poll_with_a_guest_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_time_poll_with_a_guest(Device { script: false, width: 390, ..DESK }).await;
}
