//! A proposal from its first word to the day on which it is looked at again: talked over, reworded, voted on with a second question, put
//! off, closed, entered in the register and reviewed. On the demo co-op, where Joan runs votes and Isabelle lives.

use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";

/// A draft with two questions. Its address.
async fn set_up(joan: &Browser) -> String {
    joan.go("/polls/new").await;
    joan.fill("title_en", "Heat the common room").await;
    joan.fill("title_fr", "Chauffer la salle commune").await;
    joan.fill("details_en", "With the old boiler, all winter.").await;
    joan.fill("details_fr", "Avec la vieille chaudière, tout l’hiver.").await;
    joan.choose("shows", "closed").await;
    joan.press("main form[action='/polls'] button.btn").await;
    joan.sees("What is asked").await;
    let poll = joan.path().await.split("/setup").next().unwrap_or_default().to_owned();
    joan.press("main form[action$='/questions'] option[value='approval']").await;
    joan.press("main form[action$='/questions'] button").await;
    joan.fill("question_en", "On which evenings?").await;
    joan.fill("question_fr", "Quels soirs?").await;
    for (row, [en, fr]) in [["Monday", "Lundi"], ["Thursday", "Jeudi"], ["Sunday", "Dimanche"]].iter().enumerate() {
        joan.fill(&format!("c{}-en", row + 1), en).await;
        joan.fill(&format!("c{}-fr", row + 1), fr).await;
    }
    joan.press("main form[action$='/questions/2'] button:not([name])").await;
    joan.sees("each needs a title").await;
    joan.press("main a[href$='/questions/1/edit']").await;
    joan.fill("question_en", "Shall we heat it?").await;
    joan.fill("question_fr", "La chauffer?").await;
    joan.press("main form[action$='/questions/1'] button:not([name])").await;
    joan.press("main form[action$='/announcement'] button").await;
    joan.sees("Heat the common room").await;
    poll
}

/// Isabelle asks, Joan answers; the text changes for it, and everybody sees what changed.
async fn talked_over_and_reworded(poll: &str, joan: &Browser, isabelle: &Browser) {
    isabelle.go("/polls").await;
    isabelle.press_words("Heat the common room").await;
    isabelle.fill("comment", "Who pays for the oil?").await;
    isabelle.press("main form[action$='/comments'] button").await;
    isabelle.sees("Who pays for the oil?").await;
    joan.go(poll).await;
    joan.sees("Who pays for the oil?").await;
    joan.press("main a[href$='/replies']").await;
    joan.fill("comment", "The reserve does. I shall say so above.").await;
    joan.press("main form[action$='/replies'] button").await;
    joan.sees("The reserve does.").await;
    joan.go(&format!("{poll}/edit")).await;
    joan.fill("details_en", "With the old boiler, all winter, paid from the reserve.").await;
    joan.fill("details_fr", "Avec la vieille chaudière, tout l’hiver, aux frais de la réserve.").await;
    joan.press("main form#form button.btn").await;
    joan.find("main form[action$='/questions']").await;
    isabelle.go(poll).await;
    isabelle.sees("paid from the reserve").await;
    isabelle.sees("The reserve does.").await;
    isabelle.press("main a[href$='/versions']").await;
    let added = isabelle.find("main ins").await.text().await.expect("words");
    assert!(added.contains("paid from the reserve"), "{added}");
}

/// From the address in a mail to the recorded ballot: the page of the vote, the look at what was chosen, and the vote again.
async fn cast(poll: &str, isabelle: &Browser) {
    isabelle.go(poll).await;
    isabelle.sees("Question 2 of 2").await;
    isabelle.choose("q1", "for").await;
    isabelle.choose("q2", "1").await;
    isabelle.choose("q2", "3").await;
    isabelle.press("main form[action$='/ballots'] button.big").await;
    isabelle.sees("Nothing is sent yet").await;
    isabelle.sees("Sunday").await;
    isabelle.press("main form[action$='/ballots'] button[name='checked']").await;
    isabelle.sees("Your vote is recorded").await;
    isabelle.does_not_see("1 for").await;
}

/// The number of the decision that it comes to.
async fn put_off_and_closed(poll: &str, joan: &Browser, isabelle: &Browser) -> String {
    joan.go(poll).await;
    joan.press("main a[href$='/extension']").await;
    let year: i32 = joan.today().await[..4].parse().expect("a year");
    joan.set("closes_at", &format!("{}-12-31T20:00", year + 1)).await;
    joan.press("main form[action$='/extension'] button").await;
    joan.sees("The close was put off").await;
    isabelle.go(poll).await;
    isabelle.sees("It was first announced for").await;
    joan.press("main a[href$='/closing']").await;
    joan.press("main form[action$='/closing'] button").await;
    joan.find("main a[href^='/decisions/']").await;
    isabelle.go(&format!("{poll}/result")).await;
    isabelle.sees("This vote was closed early").await;
    isabelle.sees("Shall we heat it?").await;
    isabelle.sees("On which evenings?").await;
    isabelle.press("main a[href^='/decisions/']").await;
    isabelle.sees("Shall we heat it?").await;
    isabelle.path().await
}

async fn entered_and_reviewed(decision: &str, joan: &Browser, isabelle: &Browser) {
    joan.go("/decisions?q=boiler").await;
    joan.sees("Shall we heat it?").await;
    joan.sees("On which evenings?").await;
    joan.go(decision).await;
    joan.press_words("Review this decision").await;
    joan.set("review_on", &joan.day(90).await).await;
    joan.press("main form[action$='/review'] button").await;
    joan.sees("The day of review is set").await;
    joan.press_words("Review this decision").await;
    joan.set("review_on", &joan.day(400).await).await;
    joan.press("main [name='reviewed']").await;
    joan.press("main form[action$='/review'] button").await;
    joan.sees("Reviewed: this decision stays in force").await;
    isabelle.go(decision).await;
    isabelle.sees("reviewed a decision that stays in force").await;
}

async fn from_the_first_word_to_the_review(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    // Isabelle alone votes here.
    joan.go("/settings/rules/votes").await;
    joan.fill("quorum_percent", "0").await;
    joan.press("main form[action='/settings/rules/votes'] button:not([name])").await;
    joan.find("main a[href='/settings/rules/votes']").await;
    let poll = set_up(&joan).await;
    talked_over_and_reworded(&poll, &joan, &isabelle).await;
    joan.go(&format!("{poll}/opening")).await;
    joan.press("main form[action$='/opening'] button").await;
    joan.sees("The vote is open").await;
    cast(&poll, &isabelle).await;
    let decision = put_off_and_closed(&poll, &joan, &isabelle).await;
    entered_and_reviewed(&decision, &joan, &isabelle).await;
    for browser in [joan, isabelle] {
        browser.close().await;
    }
}

#[tokio::test]
async fn a_proposal_from_its_first_word_to_its_review_with_script() {
    let _shared = MACHINE.read().await;
    from_the_first_word_to_the_review(DESK).await;
}

#[tokio::test]
async fn a_proposal_from_its_first_word_to_its_review_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    from_the_first_word_to_the_review(Device { script: false, width: 390, ..DESK }).await;
}
