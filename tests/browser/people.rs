//! People and homes in real browsers, with script and without: messy files from upload to undo, a household that moves, a phone that
//! is hidden, somebody who is erased.

use crate::journey::set_up;
use crate::support::{Browser, DESK, Device, MACHINE, Server, data_file};

const PHONE: Device = Device { script: false, width: 390, language: "en-CA" };

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";
const VALERIE: &str = "valerie.simard@example.org";
const AMRIT: &str = "amrit.sandhu@example.org";

/// One of the demo's accounts, signed in with one click, reading English.
async fn of_demo(server: &Server, device: Device, email: &str) -> Browser {
    let browser = Browser::open(server, device).await;
    browser.go("/sign-in").await;
    browser.press(&format!("form[action='/demo/sign-in']:has(input[value='{email}']) button")).await;
    browser.find(".home, .fig").await;
    browser.go("/?lang=en").await;
    browser
}

/// The numbers of a text, one after another.
fn numbers(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

// ---- messy files ----

/// From the upload of a file to its preview.
async fn preview(joan: &Browser, name: &str) {
    preview_of(joan, "members", name).await;
}

/// The same for a file whose rows are `what`.
async fn preview_of(joan: &Browser, what: &str, name: &str) {
    joan.go(&format!("/imports/new?what={what}")).await;
    let file = joan.find("main input[type='file']").await;
    file.send_keys(data_file(name).display().to_string()).await.expect("a file is chosen");
    joan.press_words("Read the file").await;
    joan.sees("What is in each column?").await;
    joan.press_words("Check every row").await;
    joan.sees("Nothing is saved yet").await;
}

/// Takes the import as it is offered, and waits for its end as somebody would.
async fn complete(joan: &Browser, words: &str) {
    joan.press_words(words).await;
    while !joan.text().await.contains("The import is done") {
        if joan.text().await.contains("Check progress") && !joan.device.script {
            joan.press_words("Check progress").await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

/// The sheet of who came to the meetings of the last year: asked what is not clear, brought in, looked at, taken back.
async fn attendance(joan: &Browser) {
    preview_of(joan, "meetings", "riel-attendance.csv").await;
    joan.sees("What does “R” mean in a cell?").await;
    for (name, answer) in [("answer_0", "19:00"), ("answer_1", "excused"), ("answer_2", "excused")] {
        joan.choose(name, answer).await;
    }
    joan.press_words("Save my answers").await;
    joan.sees("99 to add").await;
    complete(joan, "attendance entries").await;
    joan.press_words("See the meetings").await;
    joan.sees("18 November 2025").await;
    joan.press_words("Special general meeting").await;
    joan.sees("9 June 2026").await;
    joan.press_words("Attendance").await;
    joan.sees("According to the attendance sheet").await;
    joan.sees("Élodie Leclerc").await;
    joan.go("/imports/new").await;
    joan.press_words("riel-attendance.csv").await;
    joan.press_words("Undo this import").await;
    joan.sees("The import is undone").await;
    joan.go("/meetings").await;
    joan.does_not_see("18 November 2025").await;
}

async fn undo(joan: &Browser) {
    joan.press_words("Undo this import").await;
    joan.sees("The import is undone").await;
    joan.go("/members").await;
    joan.sees("The register is empty").await;
}

async fn messy_files(device: Device) {
    let server = Server::start("serve");
    let joan = Browser::open(&server, device).await;
    set_up(&server, &joan).await;

    preview(&joan, "riel-logements-excel-fr.csv").await;
    let groups = joan.find("main .filters").await.text().await.expect("the groups");
    assert_eq!(numbers(&groups).iter().sum::<u32>(), 68, "every row is in one group: {groups}");
    joan.press_words("with problems").await;
    for faulty in ["69", "pas-une-adresse", "70", "2021-02-30"] {
        joan.sees(faulty).await;
    }
    complete(&joan, "leave out").await;
    joan.go("/members").await;
    joan.sees("99 people").await;
    joan.go("/units").await;
    joan.sees("64").await;
    joan.go("/imports/new").await;
    joan.press_words("riel-logements").await;
    undo(&joan).await;

    preview(&joan, "riel-members.xlsx").await;
    complete(&joan, "Add 99").await;
    joan.go("/members?q=elodie").await;
    joan.sees("Élodie Leclerc").await;
    attendance(&joan).await;
    joan.go("/imports/new").await;
    joan.press_words("riel-members.xlsx").await;
    undo(&joan).await;
    joan.close().await;
}

#[tokio::test]
async fn messy_files_with_script() {
    let _shared = MACHINE.read().await;
    messy_files(DESK).await;
}

#[tokio::test]
async fn messy_files_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    messy_files(PHONE).await;
}

// ---- a household moves ----

/// What the page says of a home: its tile among all homes.
async fn tile(browser: &Browser, label: &str) -> String {
    let tiles = browser.driver.find_all(thirtyfour::By::Css("main .homes li")).await.expect("homes");
    for tile in tiles {
        let text = tile.text().await.unwrap_or_default();
        if text.split_whitespace().next() == Some(label) {
            return text.split_whitespace().skip(1).collect::<Vec<_>>().join(" ");
        }
    }
    panic!("no home {label} on {}", browser.path().await);
}

/// Isabelle's household moves into the first vacant home. Gives the old and the new label, and the names.
async fn move_household(joan: &Browser) -> (String, String, String) {
    joan.go("/units").await;
    let vacant = joan.find("main .homes li.vacant b").await.text().await.expect("a vacant home");
    joan.go("/members/1").await;
    let home = joan.find("main a[href^='/units/']").await;
    let path = home.attr("href").await.ok().flatten().expect("her home");
    let old = numbers(&home.text().await.expect("a label")).first().expect("a number").to_string();
    joan.go("/units").await;
    let names = tile(joan, &old).await;
    joan.go(&format!("{path}/moves")).await;
    joan.choose_words("destination", &format!("Home {vacant}")).await;
    joan.press_words("Record the move").await;
    joan.sees("is recorded").await;
    (old, vacant, names)
}

async fn moving(server: &Server, device: Device) {
    let joan = of_demo(server, device, JOAN).await;
    let (old, new, names) = move_household(&joan).await;
    assert!(names.contains("Isabelle MacDonald"), "{names}");
    let yesterday = joan.day(-1).await;

    joan.go("/units").await;
    assert!(tile(&joan, &old).await.starts_with("Vacant"));
    assert_eq!(tile(&joan, &new).await, names);
    joan.go(&format!("/units?on={yesterday}")).await;
    assert_eq!(tile(&joan, &old).await, names, "the day before stays as it was");
    assert!(tile(&joan, &new).await.starts_with("Vacant"));

    for (address, home) in
        [("/members?q=isabelle".to_owned(), &new), (format!("/members?q=isabelle&on={yesterday}"), &old)]
    {
        joan.go(&address).await;
        let row = joan.find("#results tbody tr").await.text().await.expect("a row");
        assert!(row.contains("Isabelle MacDonald") && row.contains(home.as_str()), "{address}: {row}");
    }
    let register = joan.download(&format!("/members.csv?q=isabelle&on={yesterday}")).await;
    assert!(register.contains(&format!("\"{old}\"")), "{register}");
    joan.go("/tasks?view=list").await;
    joan.sees(&format!("Hand over the keys of home {new}")).await;
    joan.close().await;
}

// ---- a phone is hidden ----

/// A key that may read people, made by its owner in the browser.
async fn key_of(person: &Browser) -> String {
    person.go("/account/tokens").await;
    person.fill("token_name", "Address book").await;
    person.press("main form[action='/account/tokens'] [name='scopes'][value*='members']").await;
    let end = person.day(30).await;
    person.set("ends_on", &end).await;
    person.press("main form[action='/account/tokens'] button").await;
    person.find("#key").await.text().await.expect("the key")
}

async fn hiding(server: &Server, device: Device) {
    const NUMBER: &str = "613 555-0199";
    const DIGITS: &str = "555-0199";
    let isabelle = of_demo(server, device, ISABELLE).await;
    let valerie = of_demo(server, device, VALERIE).await;
    let amrit = of_demo(server, device, AMRIT).await;
    let joan = of_demo(server, device, JOAN).await;
    let key = key_of(&valerie).await;
    for (choice, is_seen) in [("members", true), ("nobody", false)] {
        isabelle.go("/profile").await;
        isabelle.fill("phone", NUMBER).await;
        isabelle.choose("phone_seen_by", choice).await;
        isabelle.press("main form[action='/profile'] button.btn").await;
        isabelle.sees("saved").await;
        for path in ["/members/1", "/members?q=isabelle"] {
            valerie.go(path).await;
            assert_eq!(valerie.text().await.contains(DIGITS), is_seen, "a neighbour on {path}, {choice}");
            amrit.go(path).await;
            amrit.sees("Isabelle MacDonald").await;
            amrit.does_not_see(DIGITS).await;
            joan.go(path).await;
            joan.sees(DIGITS).await;
        }
        valerie.go("/members?q=5550199").await;
        assert_eq!(valerie.text().await.contains("Isabelle MacDonald"), is_seen, "found by a number, {choice}");
        let cards = valerie.download("/members.vcf").await;
        assert_eq!(cards.contains(DIGITS), is_seen, "in the address book, {choice}");
        for path in ["/api/v1/members/1", "/api/v1/members?limit=100"] {
            let answer = valerie.ask_as_machine(path, &key);
            assert!(answer.contains("Isabelle"), "{answer}");
            assert_eq!(answer.contains(DIGITS), is_seen, "the API at {path}, {choice}: {answer}");
        }
    }
    for browser in [isabelle, valerie, amrit, joan] {
        browser.close().await;
    }
}

// ---- somebody is erased ----

async fn erasing(server: &Server, device: Device) {
    let joan = of_demo(server, device, JOAN).await;
    let path = "/members/50";
    joan.go(path).await;
    let name = joan.find("main h1").await.text().await.expect("a name");
    joan.press_words("Change the status").await;
    joan.choose("member_status", "former").await;
    let today = joan.day(0).await;
    joan.set("status_from", &today).await;
    joan.press("main form[action$='/status'] button").await;
    joan.press("main form[method='post'][action$='/departure'] button").await;
    joan.sees("The departure is recorded").await;
    let figures = joan.download("/open/figures.csv").await;
    joan.go("/figures").await;
    let said = joan.find("main").await.text().await.expect("figures");
    joan.go(&format!("{path}/anonymisation")).await;
    for box_ in ["erase_asked", "erase_sure"] {
        joan.press(&format!("main [name='{box_}']")).await;
    }
    joan.press("main form[action$='/anonymisation'] button").await;
    joan.sees("The person is erased").await;
    for path in ["/members?status=former", "/audit", "/tasks?view=list", path] {
        joan.go(path).await;
        joan.does_not_see(&name).await;
    }
    assert_eq!(joan.download("/open/figures.csv").await, figures);
    joan.go("/figures").await;
    assert_eq!(joan.find("main").await.text().await.expect("figures"), said);
    joan.close().await;
    let verified = server.run(&["verify"]);
    assert!(verified.status.success(), "{verified:?}");
}

async fn register(device: Device) {
    let server = Server::start("demo");
    hiding(&server, device).await;
    moving(&server, device).await;
    erasing(&server, device).await;
}

#[tokio::test]
async fn the_register_with_script() {
    let _shared = MACHINE.read().await;
    register(DESK).await;
}

#[tokio::test]
async fn the_register_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    register(PHONE).await;
}
