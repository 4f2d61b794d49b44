//! A meeting as people live it: planned in time, called by mail and on paper, replied to signed in and by the link of a mail; then the meeting
//! of today, whose door is kept on two devices, until it is called to order, something is moved, it is adjourned, and its minutes are read.

use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";
const VALERIE: &str = "valerie.simard@example.org";
/// The demo's meeting of today.
const TODAY: &str = "/meetings/9";

/// Joan plans a meeting in three weeks, with the usual agenda, and calls it. Its address.
async fn called(joan: &Browser) -> String {
    joan.go("/meetings/new").await;
    joan.choose("meeting_kind", "special").await;
    joan.set("held_on", &joan.day(21).await).await;
    joan.set("meeting_starts_at", "19:00").await;
    joan.fill("meeting_place", "Common room").await;
    joan.press("main #form p.row button").await;
    joan.sees("The meeting is planned.").await;
    let meeting = joan.path().await;
    joan.sees("By the rules, notice is given").await;
    joan.press_words("Call the meeting").await;
    joan.sees("Nothing is on the agenda.").await;
    joan.go(&meeting).await;
    joan.press("main form[action$='/items/usual'] button[value='usual']").await;
    joan.sees("Approval of the agenda").await;
    joan.press("main a[href$='/notice']").await;
    joan.sees("Today is in time").await;
    joan.fill("words_en", "Soup at six.").await;
    joan.press("main #form p.row button").await;
    joan.sees("The notice is on its way.").await;
    joan.sees("letters to give or post").await;
    meeting
}

/// Isabelle replies where it waits for her, and somebody by the link of the mail, on a telephone that is not signed in.
async fn replied(server: &Server, device: Device, joan: &Browser, meeting: &str) {
    let isabelle = Browser::of_demo(server, device, ISABELLE).await;
    isabelle.sees("Meetings , 2 waiting").await;
    isabelle.go(meeting).await;
    isabelle.press("main a[href$='/reply']").await;
    isabelle.press("main #form p.row button").await;
    isabelle.sees("Please fill in this field").await;
    isabelle.choose("reply", "in_person").await;
    isabelle.fill("needs", "Child care for one.").await;
    isabelle.press("main #form p.row button").await;
    isabelle.sees("Thank you: we expect you.").await;
    isabelle.close().await;

    let link = server.mailed(&format!("{meeting}/reply/")).await;
    let anyone = Browser::open(server, device).await;
    anyone.go(&format!("{link}?lang=en")).await;
    anyone.sees("This is the reply of").await;
    anyone.choose("reply", "regrets").await;
    anyone.press("main #form p.row button").await;
    anyone.sees("You are excused.").await;
    anyone.close().await;
    joan.go(&format!("{meeting}/replies")).await;
    joan.sees("In person 1, from afar 0, cannot come 1").await;
    joan.sees("Child care for one.").await;
}

/// The first figure of the light: how many are there who count.
async fn there(door: &Browser) -> i64 {
    let text = door.find("#light").await.text().await.expect("its words");
    text.split_whitespace().find_map(|word| word.parse().ok()).expect("a figure")
}

/// Somebody types the code of the room on their own telephone; whoever was let in at the door already is told so.
async fn came_by_code(server: &Server, device: Device, email: &str, code: &str) {
    let person = Browser::of_demo(server, device, email).await;
    person.go(&format!("{TODAY}/here")).await;
    if person.text().await.contains("Code of the room") {
        person.fill("room_code", "000000").await;
        person.choose("attends", "in_person").await;
        person.press("main #form p.row button").await;
        person.sees("code").await;
        person.fill("room_code", code).await;
        person.choose("attends", "in_person").await;
        person.press("main #form p.row button").await;
    }
    person.sees("I am leaving").await;
    person.close().await;
}

/// The code of the room, from the page of who holds the meeting.
async fn code(joan: &Browser) -> String {
    joan.go(&format!("{TODAY}/attendance")).await;
    let text = joan.text().await;
    let after = text.split("Code of the room ").nth(1).expect("a code");
    after.chars().filter(char::is_ascii_digit).take(6).collect()
}

/// Two keep the door: each finds people by name and lets them in, until there are enough.
async fn came(joan: &Browser, second: &Browser) {
    joan.go(&format!("{TODAY}/door")).await;
    let before = there(joan).await;
    let mut now = before;
    for letter in ["b", "c", "d", "f", "g", "l", "m", "p", "s", "t"] {
        for door in [joan, second] {
            door.go(&format!("{TODAY}/door?letter={letter}")).await;
            let button = thirtyfour::By::Css("main form[action*='/door/'] button[value='in_person']");
            if now < 30 && door.driver.find(button).await.is_ok() {
                door.press("main form[action*='/door/'] button[value='in_person']").await;
                now += 1;
                door.sees(&format!("people counted as present {now}")).await;
            }
        }
    }
    second.go(&format!("{TODAY}/attendance")).await;
    second.sees("There are enough.").await;
}

async fn a_meeting(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let second = Browser::of_demo(&server, device, JOAN).await;
    let meeting = called(&joan).await;
    replied(&server, device, &joan, &meeting).await;
    let code = code(&joan).await;
    for email in [ISABELLE, VALERIE] {
        came_by_code(&server, device, email, &code).await;
    }
    came(&joan, &second).await;
    joan.go(&format!("{TODAY}/attendance")).await;
    joan.press("main form[action$='/opening'] p button").await;
    joan.sees("The meeting is called to order.").await;

    // how it goes on can always be moved
    joan.go(&format!("{TODAY}/motions/new")).await;
    joan.fill("motion_words_en", "That the vote on the loan be put off by a month.").await;
    joan.choose_words("mover", "Isabelle MacDonald").await;
    joan.choose_words("seconder", "Valérie Simard").await;
    joan.press("main #form p.row button").await;
    joan.sees("Motion 1 is written down.").await;
    joan.go(&format!("{TODAY}/motions/1")).await;
    joan.fill("votes_for", "500").await;
    joan.fill("votes_against", "1").await;
    joan.press("main form[action$='/result'] button").await;
    joan.sees("More hands than people who may vote now").await;
    joan.fill("votes_for", "20").await;
    joan.fill("votes_against", "8").await;
    joan.press("main form[action$='/result'] button").await;
    joan.sees("20 for, 8 against, 0 abstained").await;
    joan.go(&format!("{TODAY}/attendance")).await;
    joan.press("main form[action$='/adjournment'] button").await;
    joan.sees("The meeting is adjourned.").await;

    // the minutes say what happened
    joan.go(&format!("{TODAY}/minutes/draft")).await;
    joan.press("main li:first-child a[href*='/minutes/parts/']").await;
    joan.fill("minutes_text_en", "The roofer explained **both** quotes.").await;
    joan.press("main #form p.row button:not([name])").await;
    joan.sees("It is saved.").await;
    joan.press("main p.row a[href$='/minutes/preview']").await;
    joan.sees("called to order with 30 counted as present").await;
    joan.press("main form[action$='/publication'] button").await;
    joan.sees("The minutes are published.").await;
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    isabelle.go(&format!("{TODAY}/minutes")).await;
    for says in [
        "there was a quorum, 30 of 30 needed",
        "called to order with 30 counted as present",
        "adjourned with 30 counted as present",
        "The roofer explained both quotes.",
        "That the vote on the loan be put off by a month.",
        "20 for, 8 against, 0 abstained, of 30 who could vote",
        "It is carried.",
    ] {
        isabelle.sees(says).await;
    }
    for browser in [joan, second, isabelle] {
        browser.close().await;
    }
}

#[tokio::test]
async fn a_meeting_with_the_script() {
    let _shared = MACHINE.read().await;
    a_meeting(DESK).await;
}

#[tokio::test]
async fn a_meeting_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_meeting(Device { script: false, width: 390, ..DESK }).await;
}
