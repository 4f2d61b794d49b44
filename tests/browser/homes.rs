//! Votes of homes and by proxy, on the demo co-op: a home that votes jointly, and a proxy given, used and taken back.

use crate::look::{FINE, Tour};
use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";
const VALERIE: &str = "valerie.simard@example.org";

/// Joan changes the rules for votes, so that those who are here are enough.
async fn rules(joan: &Browser, field: &str, value: &str) {
    joan.go("/settings/rules/votes").await;
    joan.fill("quorum_percent", "0").await;
    if field == "vote_of" {
        joan.choose(field, value).await;
    } else {
        joan.fill(field, value).await;
    }
    joan.press("main form[action='/settings/rules/votes'] button:not([name])").await;
    joan.find("main a[href='/settings/rules/votes']").await;
}

/// A proposal of Joan's, open, whose figures are hidden until the close. Its address.
async fn opened(joan: &Browser) -> String {
    joan.go("/polls/new").await;
    joan.fill("title_en", "Paint the stairs?").await;
    joan.fill("title_fr", "Repeindre l’escalier?").await;
    joan.fill("details_en", "They are worn.").await;
    joan.fill("details_fr", "Il est usé.").await;
    joan.choose("method", "proposal").await;
    joan.choose("binding", "yes").await;
    joan.choose("shows", "closed").await;
    joan.press("main form[action='/polls'] button.btn").await;
    joan.find("main form[action$='/announcement']").await;
    let poll = joan.path().await.split("/setup").next().unwrap_or_default().to_owned();
    joan.go(&format!("{poll}/roll")).await;
    joan.sees("If the vote opened today").await;
    joan.go(&format!("{poll}/setup")).await;
    joan.press("main form[action$='/announcement'] button").await;
    joan.sees("The vote is announced").await;
    joan.go(&format!("{poll}/opening")).await;
    joan.press("main form[action$='/opening'] button").await;
    joan.sees("The vote is open").await;
    poll
}

async fn votes(voter: &Browser, poll: &str, side: &str) {
    voter.go(poll).await;
    voter.choose("q1", side).await;
    voter.press("main form[action$='/ballots'] button.big").await;
    voter.sees("Your vote is recorded").await;
}

async fn closed(joan: &Browser, poll: &str) {
    joan.go(&format!("{poll}/closing")).await;
    joan.press("main form[action$='/closing'] button").await;
    joan.sees("This vote was closed early").await;
    joan.go(&format!("{poll}/result")).await;
}

/// The address that the register gives for a name.
async fn address(joan: &Browser, name: &str) -> String {
    joan.go(&format!("/members?q={name}")).await;
    joan.press("main table a[href^='/members/']").await;
    joan.find("main a[href^='/units/']").await;
    joan.path().await
}

/// Isabelle and Valérie live together from today on, in a home of their own.
async fn together(joan: &Browser) {
    joan.go("/units/new").await;
    joan.fill("label", "901").await;
    joan.press("main form[action='/units'] button.btn:not([name])").await;
    joan.sees("901").await;
    let home = joan.path().await;
    let today = joan.today().await;
    for name in ["Isabelle MacDonald", "Valérie Simard"] {
        let person = address(joan, name).await;
        let id = person.rsplit('/').next().unwrap_or_default().to_owned();
        let old = joan.find("main a[href^='/units/']").await.attr("href").await.expect("an address").expect("a home");
        let out = [("occupant_id", id.as_str()), ("moved_out_on", today.as_str())];
        assert_eq!(joan.sends(&old, &format!("{old}/departures"), &out).await.0, 303, "{name} moves out");
        let into =
            [("occupant_id", id.as_str()), ("relation", "member"), ("moved_in_on", &today), ("home_shared", "share")];
        assert_eq!(joan.sends(&home, &format!("{home}/occupancies"), &into).await.0, 303, "{name} moves in");
    }
}

async fn a_home_votes_jointly(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    let valerie = Browser::of_demo(&server, device, VALERIE).await;
    rules(&joan, "vote_of", "home_jointly").await;
    together(&joan).await;
    let poll = opened(&joan).await;
    isabelle.go(&poll).await;
    isabelle.sees("Your home has one vote").await;
    isabelle.sees("Not yet answered in your home").await;
    votes(&isabelle, &poll, "for").await;
    valerie.go(&poll).await;
    valerie.sees("Answered so far in your home, besides you: Isabelle MacDonald").await;
    votes(&valerie, &poll, "against").await;
    valerie.sees("Your answers are not the same").await;
    votes(&valerie, &poll, "for").await;
    valerie.sees("your home’s vote counts").await;
    closed(&joan, &poll).await;
    joan.sees("1 for and 0 against").await;
    joan.sees("Votes cast by the homes").await;
    for browser in [joan, isabelle, valerie] {
        browser.close().await;
    }
}

/// The pages of who holds a proxy, in both languages.
async fn looked_at(server: &Server, poll: &str) {
    let mut tour = Tour::begin(server, "").await;
    tour.sign_in(VALERIE).await;
    let (proxies, ballot) = (format!("{poll}/proxies"), format!("{poll}/proxies/1/ballot"));
    for language in ["en", "fr"] {
        tour.language = language;
        tour.page(&proxies, FINE).await;
        tour.page(&ballot, FINE).await;
    }
    assert_eq!(tour.found, Vec::<String>::new());
    tour.browser.close().await;
}

async fn a_proxy_is_given_used_and_taken_back(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    let valerie = Browser::of_demo(&server, device, VALERIE).await;
    rules(&joan, "proxies_max", "1").await;
    let poll = opened(&joan).await;
    isabelle.go(&poll).await;
    isabelle.press(&format!("main a[href='{poll}/proxies']")).await;
    isabelle.choose_words("holder", "Valérie Simard").await;
    isabelle.fill("instructions", "For, please").await;
    isabelle.press("main form#form button.btn:not([name])").await;
    isabelle.sees("They can now vote for you").await;
    valerie.go(&format!("{poll}/proxies")).await;
    valerie.sees("For, please").await;
    valerie.press("main a[href$='/ballot']").await;
    valerie.sees("Vote for Isabelle MacDonald").await;
    valerie.choose("q1", "for").await;
    valerie.press("main form[action$='/ballot'] button.btn").await;
    valerie.sees("The vote has been cast by proxy").await;
    isabelle.go(&poll).await;
    isabelle.sees("voted for you by proxy").await;
    if device.script {
        looked_at(&server, &poll).await;
    }
    isabelle.go(&format!("{poll}/proxies")).await;
    isabelle.press("main form[action$='/end'] button").await;
    isabelle.sees("The proxy has ended").await;
    valerie.go(&format!("{poll}/proxies")).await;
    valerie.does_not_see("Vote for Isabelle").await;
    votes(&isabelle, &poll, "against").await;
    closed(&joan, &poll).await;
    joan.sees("0 for and 1 against").await;
    joan.does_not_see("by proxy").await;
    for browser in [joan, isabelle, valerie] {
        browser.close().await;
    }
}

#[tokio::test]
async fn a_home_votes_jointly_with_script() {
    let _shared = MACHINE.read().await;
    a_home_votes_jointly(DESK).await;
}

#[tokio::test]
async fn a_home_votes_jointly_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_home_votes_jointly(Device { script: false, width: 390, ..DESK }).await;
}

#[tokio::test]
async fn a_proxy_is_given_used_and_taken_back_with_script() {
    let _shared = MACHINE.read().await;
    a_proxy_is_given_used_and_taken_back(DESK).await;
}

#[tokio::test]
async fn a_proxy_is_given_used_and_taken_back_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_proxy_is_given_used_and_taken_back(Device { script: false, width: 390, ..DESK }).await;
}
