//! Duties on the demo co-op: a task claimed and done, a repair from request to closure, a rota that is made, called off, swapped and
//! printed, hours that are claimed, refused and contested. With script, without on a phone, and once by keyboard alone.

use thirtyfour::prelude::*;

use crate::support::{Browser, DESK, Device, MACHINE, Server};

const ISABELLE: &str = "isabelle.macdonald@example.org";
const VALERIE: &str = "valerie.simard@example.org";
const JOAN: &str = "joan.rioux@example.org";
const PHONE: Device = Device { script: false, width: 390, ..DESK };

/// Presses it, by hand or with the keys.
async fn press(person: &Browser, css: &str, by_keys: bool) {
    if by_keys {
        person.tab_to(css).await.send_keys(Key::Enter + "").await.expect("a key");
    } else {
        person.press(&format!("main {css}")).await;
    }
}

async fn a_task(device: Device, by_keys: bool) {
    let server = Server::start("demo");
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    isabelle.go("/tasks?who=nobody").await;
    let card = isabelle.find("main .card:has(form[action$='/taking']) h3 a").await;
    let (title, address) = (card.text().await.expect("a title"), card.attr("href").await.expect("an address"));
    let (address, title) = (address.expect("an address"), title.split_whitespace().collect::<Vec<_>>().join(" "));
    press(&isabelle, &format!("form[action='{address}/taking'] button"), by_keys).await;
    isabelle.sees("is yours now. Thank you.").await;
    isabelle.go("/tasks?who=me&view=list").await;
    isabelle.sees(&title).await;

    isabelle.go(&address).await;
    press(&isabelle, &format!("form[action='{address}/move']:has(input[value='doing']) button"), by_keys).await;
    isabelle.sees("Doing").await;
    let outcome = "textarea[name='outcome']";
    let words = "Done with the children.";
    if by_keys {
        isabelle.tab_to(outcome).await.send_keys(words).await.expect("keys");
    } else {
        isabelle.fill("outcome", words).await;
    }
    press(&isabelle, "form[action$='/completion'] button", by_keys).await;
    isabelle.sees("Isabelle MacDonald marked it done").await;
    isabelle.sees(words).await;
    // the credit stands in the ledger, with its way back to the task
    isabelle.go("/hours").await;
    isabelle.find(&format!("main table a[href='{address}']")).await;
    isabelle.sees(&title).await;
    isabelle.close().await;
}

#[tokio::test]
async fn a_task_is_claimed_and_done_with_script() {
    let _shared = MACHINE.read().await;
    a_task(DESK, false).await;
}

#[tokio::test]
async fn a_task_is_claimed_and_done_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_task(PHONE, false).await;
}

#[tokio::test]
async fn a_task_is_claimed_and_done_with_keys_alone() {
    let _shared = MACHINE.read().await;
    a_task(DESK, true).await;
}

/// A picture as a phone takes them.
fn photo() -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("cooperator-photo-{}.png", std::process::id()));
    let drawn = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([(x * 4) as u8, (y * 5) as u8, 90]));
    drawn.save(&path).expect("a picture");
    path
}

async fn adds_photo(person: &Browser, what: &str) {
    person.press_words("Photos").await;
    person.find("main input[type='file']").await.send_keys(photo().display().to_string()).await.expect("a file");
    person.fill("description", what).await;
    person.press("main form[enctype] button").await;
    person.sees(what).await;
}

async fn a_repair(device: Device) {
    let server = Server::start("demo");
    let valerie = Browser::of_demo(&server, device, VALERIE).await;
    valerie.go("/repairs").await;
    valerie.press_words("Ask for a repair").await;
    valerie.fill("repair_place", "kitchen").await;
    valerie.fill("repair_title", "The sink leaks").await;
    valerie.tick("urgency", "Soon").await;
    valerie.choose("access_enter", "when_home").await;
    valerie.fill("access_times", "Weekdays after six").await;
    valerie.press("main form[action='/repairs'] button:not([name])").await;
    valerie.sees("Your request is sent.").await;
    valerie.sees("Weekdays after six").await;
    let repair = valerie.path().await;
    adds_photo(&valerie, "Under the sink").await;

    // who answers for repairs hands it on, plans the visit and closes it; how to get in is none of their business
    let joan = Browser::of_demo(&server, device, JOAN).await;
    joan.go("/repairs").await;
    joan.press_words("The sink leaks").await;
    joan.find("main img[alt='Under the sink']").await;
    joan.does_not_see("Weekdays after six").await;
    joan.press_words("Hand it to somebody else").await;
    joan.choose_words("dealer", "Ruth Chen").await;
    joan.press("main form[action$='/handing-over'] button:not([name])").await;
    joan.sees("The request is handed over.").await;
    let day = joan.day(2).await;
    joan.set("visit_on", &day).await;
    joan.press("main form[action$='/visit'] button").await;
    joan.sees("The visit is planned").await;
    valerie.go(&repair).await;
    valerie.sees("Visit planned").await;
    valerie.sees("Ruth Chen").await;
    joan.tick("repair_how", "It works again.").await;
    joan.fill("repair_outcome", "A new washer.").await;
    joan.press("main form[action$='/closing'] button").await;
    joan.sees("The request is closed: repaired.").await;

    valerie.go(&repair).await;
    valerie.sees("Repaired").await;
    valerie.sees("A new washer.").await;
    valerie.does_not_see("Weekdays after six").await;
    adds_photo(&valerie, "It drips again").await;
    valerie.go(&repair).await;
    valerie.fill("not_fixed", "It drips again since this morning.").await;
    valerie.press("main form[action$='/reopening'] button").await;
    valerie.sees("The request is open again").await;
    // the neighbour has no part in it
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    isabelle.go(&repair).await;
    isabelle.does_not_see("The sink leaks").await;
    for person in [valerie, joan, isabelle] {
        person.close().await;
    }
}

#[tokio::test]
async fn a_repair_from_request_to_closure_with_script() {
    let _shared = MACHINE.read().await;
    a_repair(DESK).await;
}

#[tokio::test]
async fn a_repair_from_request_to_closure_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_repair(PHONE).await;
}

async fn a_rota(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, device, JOAN).await;
    joan.go("/chores/new").await;
    joan.fill("chore_title", "Water the plants in the lobby").await;
    joan.choose("pool_of", "member").await;
    joan.press_words("Which people").await;
    joan.tick("pool_members", "Isabelle MacDonald").await;
    joan.tick("pool_members", "Valérie Simard").await;
    joan.choose_words("begins_with", "Valérie Simard").await;
    joan.press("main form[action='/chores'] button:not([name])").await;
    joan.sees("Turns ahead").await;
    let chore = joan.path().await;
    let turns = "main ul.rows a[href^='/chores/turns/']";
    let mut addresses = Vec::new();
    for link in joan.driver.find_all(By::Css(turns)).await.expect("turns") {
        addresses.push(link.attr("href").await.expect("an address").expect("an address"));
    }
    assert!(addresses.len() >= 6, "{} turns", addresses.len());

    // one turn is called off: whoever had it is next when a turn is free, nobody else moves
    joan.go(&addresses[2]).await;
    joan.press_words("Call this turn off").await;
    joan.fill("skip_why", "The lobby is painted that week.").await;
    joan.press("main form[action$='/skipping'] button").await;
    joan.sees("is called off").await;

    // Isabelle, who has the second, asks Valérie for the first
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    isabelle.go("/chores").await;
    isabelle.sees("Your turns").await;
    isabelle.go(&addresses[1]).await;
    isabelle.sees("Isabelle MacDonald is next in order.").await;
    isabelle.press_words("Swap this turn").await;
    isabelle.press("main select[name='swap_with'] option:nth-child(2)").await;
    isabelle.press("main form[action$='/swaps'] button").await;
    isabelle.sees("You asked.").await;
    let valerie = Browser::of_demo(&server, device, VALERIE).await;
    valerie.go(&addresses[1]).await;
    valerie.sees("asks Valérie Simard to swap").await;
    valerie.press_words("Yes, I agree").await;
    valerie.sees("You agreed.").await;
    valerie.sees("Isabelle MacDonald and Valérie Simard swapped").await;
    isabelle.go(&addresses[0]).await;
    isabelle.sees("Isabelle MacDonald").await;
    // the account of the rotation is as it was
    joan.go(&chore).await;
    joan.sees("Called off").await;

    joan.go("/chores/sheet").await;
    joan.sees("Water the plants in the lobby").await;
    let sheet = joan.printed().await;
    assert!(sheet.starts_with(b"%PDF"));
    let pages = sheet.windows(11).filter(|part| *part == b"/Type /Page").count() - 1;
    assert!((1..=3).contains(&pages), "six weeks fill {pages} pages");
    for person in [valerie, joan, isabelle] {
        person.close().await;
    }
}

#[tokio::test]
async fn a_rota_made_called_off_swapped_and_printed_with_script() {
    let _shared = MACHINE.read().await;
    a_rota(DESK).await;
}

#[tokio::test]
async fn a_rota_made_called_off_swapped_and_printed_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_rota(PHONE).await;
}

async fn claims(person: &Browser, hours: &str, what: &str) -> String {
    person.go("/hours").await;
    person.press_words("Claim hours").await;
    person.choose_words("work_kind", "Other help").await;
    let today = person.today().await;
    person.set("worked_on", &today).await;
    person.fill("hours_given", hours).await;
    person.fill("work_done", what).await;
    person.press("main form[action='/hours/claims'] button:not([name])").await;
    person.sees("Your claim is sent.").await;
    person.press("main section[aria-labelledby='claims'] li:first-child a").await;
    person.sees(what).await;
    person.path().await
}

async fn some_hours(device: Device) {
    let server = Server::start("demo");
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let refused = claims(&isabelle, "2", "Read the e-mails of the office.").await;
    joan.go(&refused).await;
    joan.choose_words("claim_answer", "Refuse").await;
    joan.press("main form[action$='/answer'] button").await;
    joan.sees("reason").await;
    joan.fill("claim_reason", "Reading e-mails does not count; see what counts.").await;
    joan.press("main form[action$='/answer'] button").await;
    joan.sees("Your answer is sent to Isabelle MacDonald.").await;
    isabelle.go(&refused).await;
    isabelle.sees("Refused").await;
    isabelle.sees("Reading e-mails does not count").await;

    let approved = claims(&isabelle, "1", "Helped to move the tables.").await;
    joan.go(&approved).await;
    joan.choose_words("claim_answer", "Approve").await;
    joan.press("main form[action$='/answer'] button").await;
    joan.sees("Your answer is sent to Isabelle MacDonald.").await;
    isabelle.go("/hours").await;
    isabelle.press("main table tbody tr:first-child td:last-child a").await;
    isabelle.sees("Is something wrong?").await;
    let line = isabelle.path().await;
    isabelle.fill("contest_says", "It was an hour and a half.").await;
    isabelle.press("main form[action$='/contests'] button").await;
    isabelle.sees("You will be told when it is answered.").await;
    joan.go(&line).await;
    joan.sees("It was an hour and a half.").await;
    joan.fill("contest_answer", "You are right, thank you.").await;
    joan.fill("right_hours", "1.5").await;
    joan.press("main form[action$='/answer'] button").await;
    joan.sees("Your answer is sent.").await;
    isabelle.go(&line).await;
    isabelle.sees("You are right, thank you.").await;
    isabelle.sees("Joan Rioux").await;
    isabelle.go("/hours").await;
    isabelle.sees("Correction").await;
    isabelle.close().await;
    joan.close().await;
}

#[tokio::test]
async fn hours_claimed_refused_and_contested_with_script() {
    let _shared = MACHINE.read().await;
    some_hours(DESK).await;
}

#[tokio::test]
async fn hours_claimed_refused_and_contested_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    some_hours(PHONE).await;
}

/// A card that somebody moves, and where another sees it: how late, in milliseconds.
async fn moved(isabelle: &Browser, valerie: &Browser, card: &str, title: &str, lane: &str) -> i64 {
    let form = format!("main {card} form[action$='/move']");
    valerie.note_when_said(&format!("#{lane}"), title).await;
    isabelle.press(&format!("main {card} details summary")).await;
    isabelle.press(&format!("{form} label:has(input[value='{lane}'])")).await;
    isabelle.note_when_sent(&form).await;
    isabelle.press(&format!("{form} button")).await;
    isabelle.find(&format!("#{lane} {card}")).await;
    valerie.said_at().await - isabelle.sent_at().await
}

async fn put(who: &Browser, card: &str, lane: &str) {
    who.press(&format!("main {card} details summary")).await;
    who.press(&format!("main {card} label:has(input[value='{lane}'])")).await;
    who.press(&format!("main {card} form[action$='/move'] button")).await;
    who.find(&format!("#{lane} {card}")).await;
}

#[tokio::test]
async fn a_card_that_is_moved_is_seen_on_other_boards() {
    let _alone = MACHINE.write().await;
    let server = Server::start("demo");
    let isabelle = Browser::of_demo(&server, DESK, ISABELLE).await;
    let valerie = Browser::of_demo(&server, DESK, VALERIE).await;
    isabelle.go("/tasks?who=me").await;
    let first = isabelle.find("#doing .card").await;
    let card = format!("#{}", first.attr("id").await.expect("an id").expect("an id"));
    let title = isabelle.find(&format!("main {card} h3")).await.text().await.expect("a title");
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    valerie.go("/tasks").await;
    valerie.sees(&title).await;
    let mut late = Vec::new();
    for lane in ["waiting", "doing", "waiting"] {
        late.push(moved(&isabelle, &valerie, &card, &title, lane).await);
    }
    assert!(late.iter().min().is_some_and(|quickest| *quickest <= 500), "the card was seen {late:?} ms later");

    // under an open card nothing moves; when it is closed again, the board catches up
    valerie.press("#todo .card:has(details) summary").await;
    put(&isabelle, &card, "doing").await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    valerie.find(&format!("#waiting {card}")).await;
    valerie.press("#todo .card details[open] summary").await;
    valerie.find(&format!("#doing {card}")).await;

    // nor by an answer that was on its way when the card was opened
    let slow = "const real = window.fetch; window.asked = 0; \
        window.fetch = async (...all) => { window.asked++; const answer = await real(...all); \
            await new Promise(done => setTimeout(done, 2000)); return answer; };";
    valerie.driver.execute(slow, vec![]).await.expect("a slow line");
    put(&isabelle, &card, "waiting").await;
    valerie.noted("return window.asked;").await;
    valerie.press("#todo .card:has(details) summary").await;
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    valerie.find(&format!("#doing {card}")).await;
    valerie.press("#todo .card details[open] summary").await;
    valerie.find(&format!("#waiting {card}")).await;
    valerie.go("/tasks").await;
    put(&isabelle, &card, "doing").await;

    // dragging is the same form
    let drag = "const [card, lane] = [...arguments].map(css => document.querySelector(css)); \
        const event = (kind, on) => on.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true })); \
        card.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse' })); \
        event('dragstart', card); event('dragover', lane); event('drop', lane); event('dragend', card);";
    isabelle.driver.execute(drag, vec![card.as_str().into(), "#waiting".into()]).await.expect("a drag");
    isabelle.find(&format!("#waiting {card}")).await;
    valerie.find(&format!("#waiting {card}")).await;
    for person in [isabelle, valerie] {
        person.close().await;
    }
}
