//! A lead manages their committee and nothing else: on the demo co-op, where Isabelle leads Social.

use crate::support::{Browser, DESK, Device, MACHINE, Server};

const SOMEBODY: &str = "Michael MacDonald";

async fn a_lead_manages_one_committee(device: Device) {
    let server = Server::start("demo");
    let isabelle = Browser::open(&server, device).await;
    isabelle.go("/sign-in?lang=en").await;
    isabelle.press("form[action='/demo/sign-in']:has(input[value='isabelle.macdonald@example.org']) button").await;
    isabelle.sees("Hello Isabelle").await;
    isabelle.go("/committees?lang=en").await;
    isabelle.sees("led by Isabelle MacDonald").await;
    isabelle.press_words("Social").await;
    isabelle.sees("You lead this committee").await;
    let own = isabelle.path().await;

    isabelle.press_words("Change what it takes care of").await;
    isabelle.fill("mandate_en", "One party a month.").await;
    isabelle.fill("mandate_fr", "Une fête par mois.").await;
    isabelle.press("main form[action^='/committees/'] button").await;
    isabelle.sees("Your changes are saved.").await;
    isabelle.sees("One party a month.").await;

    isabelle.press_words("Add somebody to the committee").await;
    isabelle.choose_words("seat_member", SOMEBODY).await;
    isabelle.press("main form[action$='/members'] button:not([name])").await;
    isabelle.sees(&format!("{SOMEBODY} has joined the committee.")).await;
    isabelle.press_words("Remove somebody from the committee").await;
    isabelle.choose_words("leaving_member", SOMEBODY).await;
    isabelle.press("main form[action$='/removals'] button").await;
    isabelle.sees(&format!("{SOMEBODY} is no longer on the committee.")).await;

    // Another committee: no forms, and none that are sent all the same.
    isabelle.go("/committees").await;
    isabelle.press_words("Finance").await;
    isabelle.sees("Committee members").await;
    isabelle.does_not_see("Manage this committee").await;
    let other = isabelle.path().await;
    assert_ne!(own, other);
    isabelle.go(&own).await;
    let day = "2026-01-05";
    let fields = [("seat_member", "2"), ("seat_from", day), ("leaving_member", "1"), ("leaving_on", day)];
    for path in ["members", "removals", "leads", "closing"] {
        assert_eq!(isabelle.sends(&own, &format!("{other}/{path}"), &fields).await.0, 403, "{path}");
    }
    let mandate = [("version", "2"), ("mandate_en", "Mine"), ("mandate_fr", "Mien")];
    assert_eq!(isabelle.sends(&own, &other, &mandate).await.0, 403);
    isabelle.go(&format!("{other}/edit")).await;
    isabelle.sees("Your account cannot do that").await;
    isabelle.go("/members/new").await;
    isabelle.sees("Your account cannot do that").await;
    isabelle.close().await;
}

#[tokio::test]
async fn a_lead_manages_one_committee_with_script() {
    let _shared = MACHINE.read().await;
    a_lead_manages_one_committee(DESK).await;
}

#[tokio::test]
async fn a_lead_manages_one_committee_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_lead_manages_one_committee(Device { script: false, width: 390, ..DESK }).await;
}
