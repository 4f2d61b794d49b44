//! An election as people live it until its nominations end: set up and called, one puts another up, who accepts and says why, one withdraws.
//! On the demo co-op, where Joan runs votes and Isabelle and Valérie live. What comes after is looked at without a browser, because
//! the day on which nominations end has to pass.

use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";
const VALERIE: &str = "valerie.simard@example.org";

/// Joan sets an election up, leaves it, comes back and calls it. Its address.
async fn called(joan: &Browser) -> String {
    joan.go("/elections").await;
    joan.press("main a[href='/elections/new']").await;
    joan.fill("title_en", "Spring election").await;
    joan.fill("title_fr", "Élection du printemps").await;
    joan.fill("seats_to_fill", "1").await;
    joan.set("nominate_from", &joan.day(0).await).await;
    joan.press("main form[action='/elections'] p.row button.btn").await;
    joan.sees("Nobody else sees this yet.").await;
    let election = joan.path().await;
    joan.go("/elections").await;
    joan.press_words("Spring election").await;
    joan.press("main form[action$='/announcement'] button").await;
    joan.sees("Nominations are open").await;
    election
}

async fn an_election_until_its_nominations_end(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    let valerie = Browser::of_demo(&server, device, VALERIE).await;
    let election = called(&joan).await;
    // Isabelle puts Valérie up: among many, by words.
    isabelle.go(&election).await;
    isabelle.press("main details summary").await;
    isabelle.fill("nominee_said", "Valérie Simard").await;
    isabelle.press("main form[action$='/nominations'] button:not([name])").await;
    isabelle.sees("The person was told").await;
    // Valérie finds it waiting, accepts, and says who she is.
    valerie.go("/").await;
    valerie.sees("Spring election").await;
    valerie.go(&election).await;
    valerie.sees("Isabelle MacDonald nominated you").await;
    valerie.press("main form[action$='/acceptance'] button").await;
    valerie.sees("You stand in this election.").await;
    valerie.press("main a[href$='/statement']").await;
    valerie.fill("statement_fr", "Je connais **tous** les étages.").await;
    valerie.press("main form[action$='/statement'] p.row button.btn").await;
    valerie.sees("Your statement is saved.").await;
    // Names are sealed.
    isabelle.go(&election).await;
    isabelle.sees("One person stands so far").await;
    isabelle.does_not_see("Je connais").await;
    // She withdraws, and can think again.
    valerie.press("main a[href$='/withdrawal']").await;
    valerie.press("main form[action$='/withdrawal'] p.row button.btn").await;
    valerie.sees("You withdrew.").await;
    valerie.press("main form[action$='/candidacy'] button").await;
    valerie.sees("You stand in this election.").await;
    valerie.go(&format!("{election}?lang=fr")).await;
    valerie.sees("Vous vous présentez à cette élection.").await;
    for browser in [joan, isabelle, valerie] {
        browser.close().await;
    }
}

#[tokio::test]
async fn an_election_with_the_script() {
    let _shared = MACHINE.read().await;
    an_election_until_its_nominations_end(DESK).await;
}

#[tokio::test]
async fn an_election_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    an_election_until_its_nominations_end(Device { script: false, width: 390, ..DESK }).await;
}
