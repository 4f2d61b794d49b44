//! The whole thread, from an empty server to a counted vote, walked by people in browsers: with script, and without.

use crate::support::{Browser, DESK, Device, MACHINE, Server, data_file};

const PASSWORD: &str = "quatre chevaux verts";

pub async fn set_up(server: &Server, joan: &Browser) {
    joan.go(server.set_up.as_deref().expect("the set-up address")).await;
    joan.fill("name_en", "Coop 400 Riel").await;
    joan.fill("name_fr", "Coop 400 Riel").await;
    joan.choose("default_language", "en").await;
    joan.choose("preset", "QC").await;
    joan.fill("admin_name", "Joan Rioux").await;
    joan.fill("admin_email", "joan@example.org").await;
    joan.fill("contact_phone", "613 555-0142").await;
    joan.fill("new_password", PASSWORD).await;
    joan.press_words("Set up the co-op").await;
    joan.sees("Sign in to continue").await;
    joan.sign_in("joan@example.org", PASSWORD).await;
    joan.sees("Meetings").await;
}

async fn import(joan: &Browser) {
    joan.go("/imports/new").await;
    import_here(joan).await;
    joan.go("/members?q=elodie").await;
    joan.sees("Élodie Leclerc").await;
}

/// The members of the demo co-op, from the page that asks for a file.
pub async fn import_here(joan: &Browser) {
    let file = joan.find("main input[type='file']").await;
    file.send_keys(data_file("riel-members.csv").display().to_string()).await.expect("a file is chosen");
    joan.press("main form[enctype] button").await;
    joan.sees("First name").await;
    joan.press("main form[action*='/imports/'] button").await;
    joan.sees("99").await;
    joan.press_words("Add 99").await;
    joan.sees("99").await;
}

/// Gives a member access and lets them in by the link in their mail.
async fn welcome(server: &Server, joan: &Browser, name: &str, device: Device) -> Browser {
    joan.go(&format!("/members?q={}", name.replace(' ', "+"))).await;
    joan.press("main th a[href^='/members/']").await;
    joan.press_words("Give access").await;
    joan.press("main form[action='/accounts'] button").await;
    let visitor = Browser::open(server, device).await;
    visitor.go(&server.mailed_link(name).await).await;
    visitor.press_words("Continue").await;
    visitor.find(".home").await;
    visitor.go("/?lang=en").await;
    visitor.sees(&format!("Hello {}", name.split(' ').next().unwrap_or_default())).await;
    visitor
}

async fn task(joan: &Browser, isabelle: &Browser) {
    joan.go("/tasks/new").await;
    joan.fill("task_title", "Salt the ramp").await;
    let today = joan.today().await;
    joan.set("due_on", &today).await;
    joan.choose_words("assignee", "Isabelle MacDonald").await;
    joan.press("main form[action='/tasks'] button:not([name])").await;
    joan.sees("Salt the ramp").await;
    isabelle.go("/tasks?who=me").await;
    isabelle.sees("Salt the ramp").await;
    isabelle.press("main .card details summary").await;
    isabelle.press("main .card input[name='to'][value='doing']").await;
    isabelle.press_words("Move the task").await;
    isabelle.sees("Moved to Doing").await;
    isabelle.press_words("Salt the ramp").await;
    isabelle.fill("outcome", "Two bags of salt.").await;
    isabelle.press("main form[action$='/completion'] button").await;
    isabelle.sees("Two bags of salt.").await;
}

async fn vote(joan: &Browser, isabelle: &Browser, michael: &Browser) {
    joan.go("/polls/new").await;
    joan.fill("title_en", "Build a bike room").await;
    joan.fill("title_fr", "Aménager un local à vélos").await;
    joan.fill("details_en", "Room for 80 bikes.").await;
    joan.fill("details_fr", "De la place pour 80 vélos.").await;
    let poll = open_vote(joan, "live").await;
    michael.go(&poll).await;
    michael.sees("Build a bike room").await;
    isabelle.go("/polls").await;
    isabelle.press_words("Build a bike room").await;
    watched_casts(&poll, isabelle, michael).await;
    michael.choose("q1", "against").await;
    michael.press("main form[action$='/ballots'] button.big").await;
    michael.sees("1 against").await;
    michael.choose("q1", "for").await;
    michael.press("main form[action$='/ballots'] button.big").await;
    michael.sees("2 for").await;
    // Everybody sees the figures, so nobody can end it when it suits them.
    joan.go(&format!("{poll}/closing")).await;
    joan.press("main form[action$='/closing'] button").await;
    joan.sees("its close cannot be moved any more").await;
    hidden(joan, isabelle).await;
}

/// Sets the vote of the form up, announces it and opens it. Its address.
pub async fn open_vote(joan: &Browser, shows: &str) -> String {
    joan.choose("shows", shows).await;
    joan.press("main form[action='/polls'] button.btn").await;
    joan.press("main form[action$='/announcement'] button").await;
    joan.press("main a[href$='/opening']").await;
    joan.press("main form[action$='/opening'] button").await;
    joan.sees("The vote is open").await;
    joan.path().await.split('?').next().unwrap_or_default().to_owned()
}

/// A vote without figures until its close: put into order by ranks, looked at, cast, put off, closed before its time.
async fn hidden(joan: &Browser, isabelle: &Browser) {
    joan.go("/polls/new").await;
    joan.fill("title_en", "Colour of the stairs").await;
    joan.fill("details_en", "Which one?").await;
    joan.press("#f-method details.more summary").await;
    joan.choose("method", "schulze").await;
    joan.choose("shows", "closed").await;
    joan.press("main form[action='/polls'] button.btn").await;
    for (name, colour) in [("c1-en", "Blue"), ("c2-en", "Green"), ("c3-en", "Red")] {
        joan.fill(name, colour).await;
    }
    joan.press("main form[action$='/questions/1'] button:not([name])").await;
    joan.press("main form[action$='/announcement'] button").await;
    joan.press("main a[href$='/opening']").await;
    joan.press("main form[action$='/opening'] button").await;
    joan.sees("The vote is open").await;
    let poll = joan.path().await.split('?').next().unwrap_or_default().to_owned();
    isabelle.go(&poll).await;
    isabelle.sees("No figures are shown before the close").await;
    // With a script the buttons move a choice; without one the order is shown when it is asked for.
    let (green, blue) = if isabelle.device.script { ("Place 2", "Place 1") } else { ("Place 1", "Place 2") };
    isabelle.choose_words("q1-2", green).await;
    isabelle.choose_words("q1-1", blue).await;
    if isabelle.device.script {
        isabelle.press("main button[aria-label='Move Green up']").await;
    } else {
        isabelle.press_words("Show my order").await;
        isabelle.find("main ol.order li:nth-child(2)").await;
    }
    isabelle.press("main form[action$='/ballots'] button.big").await;
    isabelle.sees("1. Green, 2. Blue").await;
    isabelle.sees("Without a place: Red.").await;
    isabelle.press("main form[action$='/ballots'] button[name='checked']").await;
    isabelle.sees("Your vote is recorded").await;
    joan.press("main a[href$='/extension']").await;
    let today = joan.today().await;
    joan.set("closes_at", &format!("{}-12-31T20:00", today[..4].parse::<i32>().expect("a year") + 1)).await;
    joan.press("main form[action$='/extension'] button").await;
    joan.sees("The close was put off").await;
    joan.press("main a[href$='/closing']").await;
    joan.press("main form[action$='/closing'] button").await;
    joan.sees("Green").await;
    isabelle.go(&format!("{poll}/result")).await;
    isabelle.sees("This vote was closed early").await;
    isabelle.sees("Decision 1").await;
}

/// Three casts that another browser sees. With script they arrive by themselves, within half a second of being sent; the
/// quickest of the three counts, because this machine may be busy with something else at any one of them.
async fn watched_casts(poll: &str, isabelle: &Browser, michael: &Browser) {
    let mut late = Vec::new();
    for (choice, words) in [("for", "1 for"), ("against", "1 against"), ("for", "1 for")] {
        isabelle.choose("q1", choice).await;
        if michael.device.script {
            michael.note_when_said(".tally", words).await;
            isabelle.note_when_sent("main form[action$='/ballots']").await;
        }
        isabelle.press("main form[action$='/ballots'] button.big").await;
        isabelle.sees("Your vote is recorded").await;
        if michael.device.script {
            late.push(michael.said_at().await - isabelle.sent_at().await);
        } else {
            michael.go(poll).await;
        }
        michael.sees(words).await;
    }
    if let Some(quickest) = late.iter().min() {
        assert!(*quickest <= 500, "the tally changed {late:?} ms after the casts");
    }
}

async fn scorecard(server: &Server, joan: &Browser, isabelle: &Browser) {
    joan.go("/scorecards").await;
    joan.press_words("Count now").await;
    joan.sees("were counted").await;
    isabelle.go("/scorecards").await;
    isabelle.sees("1 of 1").await;
    isabelle.press("main a[href$='/votes-cast']").await;
    isabelle.sees("Colour of the stairs").await;
    isabelle.does_not_see("Build a bike room").await;
    let counted = server.run(&["scores", "run"]);
    assert!(counted.status.success(), "{counted:?}");
}

async fn export_and_observer(server: &Server, joan: &Browser, device: Device) {
    let csv = joan.download("/members.csv").await;
    assert!(csv.lines().count() >= 100 && csv.contains("Élodie"), "{}", csv.lines().next().unwrap_or_default());
    joan.go("/accounts/new").await;
    joan.fill("name", "Amrit Sandhu").await;
    joan.fill("email", "amrit@example.org").await;
    joan.choose("role", "observer").await;
    joan.press("main form[action='/accounts'] button").await;
    let amrit = Browser::open(server, device).await;
    amrit.go(&server.mailed_link("Amrit Sandhu").await).await;
    amrit.press_words("Continue").await;
    amrit.go("/audit").await;
    amrit.sees("Build a bike room").await;
    amrit.go("/tasks/new").await;
    amrit.sees("Your account cannot do that").await;
    amrit.go("/open").await;
    amrit.sees("Colour of the stairs").await;
    amrit.does_not_see("Isabelle").await;
    amrit.close().await;
}

async fn the_whole_thread(device: Device) {
    let server = Server::start("serve");
    let joan = Browser::open(&server, device).await;
    set_up(&server, &joan).await;
    import(&joan).await;
    let isabelle = welcome(&server, &joan, "Isabelle MacDonald", device).await;
    let michael = welcome(&server, &joan, "Emmanuel Leblanc", device).await;
    task(&joan, &isabelle).await;
    vote(&joan, &isabelle, &michael).await;
    scorecard(&server, &joan, &isabelle).await;
    export_and_observer(&server, &joan, device).await;
    for browser in [joan, isabelle, michael] {
        browser.close().await;
    }
    assert_eq!(server.foreign_cookies(), Vec::<String>::new());
}

#[tokio::test]
async fn with_script() {
    let _alone = MACHINE.write().await;
    the_whole_thread(DESK).await;
}

#[tokio::test]
async fn without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    the_whole_thread(Device { script: false, width: 390, ..DESK }).await;
}
