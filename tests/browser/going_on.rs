//! Nothing that was typed is lost: the language changes in set-up, in mid-form and on a refused form; the session ends in mid-form;
//! a mailed link leads on to where somebody was going. With script and without.

use thirtyfour::Key;

use crate::support::{Browser, DESK, Device, MACHINE, Server};

const PASSWORD: &str = "quatre chevaux verts";

impl Browser {
    async fn holds(&self, name: &str, value: &str) {
        let field = self.find(&format!("main [name=\"{name}\"]")).await;
        assert_eq!(
            field.prop("value").await.expect("a field").unwrap_or_default(),
            value,
            "{name} on {}",
            self.path().await
        );
    }

    /// Presses the button for the other language, and waits until the page is in it.
    async fn turns(&self, language: &str) {
        self.press(".tool.ask").await;
        self.find(&format!("html[lang^='{language}'] main")).await;
    }
}

/// Half a set-up in one language, the rest in the other.
async fn set_up(server: &Server, joan: &Browser) {
    joan.go(server.set_up.as_deref().expect("the set-up address")).await;
    joan.find("html[lang^='en'] main").await;
    let code = joan.find("main [name='token']").await.prop("value").await.expect("a field").expect("the code");
    joan.fill("name_en", "Maple Co-op").await;
    joan.choose("preset", "QC").await;
    joan.fill("admin_name", "Joan Rioux").await;
    joan.turns("fr").await;
    joan.holds("token", &code).await;
    joan.holds("name_en", "Maple Co-op").await;
    joan.holds("admin_name", "Joan Rioux").await;
    joan.find("main [name='preset'][value='QC']:checked").await;
    joan.fill("admin_email", "joan@example.org").await;
    joan.fill("new_password", PASSWORD).await;
    joan.press("main form[action='/setup'] button.btn").await;
    joan.find("main form[action='/sign-in']").await;
    joan.sign_in("joan@example.org", PASSWORD).await;
    joan.find(".home").await;
    joan.go("/?lang=en").await;
}

async fn in_mid_form(joan: &Browser) {
    joan.go("/tasks/new").await;
    joan.fill("task_title", "Balayer l’entrée").await;
    joan.fill("done_means", "Two lines\nof it").await;
    joan.turns("fr").await;
    joan.holds("task_title", "Balayer l’entrée").await;
    joan.holds("done_means", "Two lines\nof it").await;
    assert!(joan.driver.find(thirtyfour::By::Css(".errors")).await.is_err(), "nothing is wrong yet");
    joan.find("main [name='task_title']").await.clear().await.expect("an empty field");
    // Enter sends the form, and is not the button for the other language.
    joan.find("main [name='task_title']").await.send_keys(Key::Enter + "").await.expect("a key");
    joan.find("html[lang^='fr'] .errors").await;
    joan.turns("en").await;
    joan.holds("done_means", "Two lines\nof it").await;
}

/// What was typed and not sent is offered when somebody comes back, and gone once it is thrown away.
async fn a_draft(joan: &Browser) {
    if !joan.device.script {
        return;
    }
    joan.go("/tasks/new").await;
    joan.fill("done_means", "Half a thought").await;
    joan.sees("kept as a draft").await;
    joan.go("/").await;
    joan.go("/tasks/new").await;
    joan.press("main aside button[name='form_hold']").await;
    joan.find("main textarea").await;
    joan.holds("done_means", "Half a thought").await;
    joan.go("/account/drafts").await;
    joan.press("main form[action='/account/drafts/removal'] button").await;
    joan.sees("Nothing is waiting").await;
}

async fn without_a_session(joan: &Browser) {
    joan.go("/tasks/new").await;
    joan.fill("task_title", "Salt the ramp").await;
    joan.fill("done_means", "Nobody slips").await;
    joan.driver.delete_all_cookies().await.expect("no session");
    joan.press("main form[action='/tasks'] button.btn").await;
    joan.find("main form[action='/sign-in']").await;
    joan.fill("email", "joan@example.org").await;
    joan.fill("password", PASSWORD).await;
    joan.press("main form[action='/sign-in'] button").await;
    if !joan.device.script {
        joan.press("main [data-go] button").await;
    }
    joan.find("main form[action='/tasks']").await;
    joan.holds("task_title", "Salt the ramp").await;
    joan.holds("done_means", "Nobody slips").await;
    joan.press("main form[action='/tasks'] button.btn").await;
    joan.sees("Salt the ramp").await;
}

async fn by_mail_to_a_vote(server: &Server, joan: &Browser) {
    joan.go("/polls/new").await;
    joan.fill("title_en", "Build a bike room").await;
    joan.fill("details_en", "Room for 80 bikes.").await;
    joan.press("main form[action='/polls'] button.btn").await;
    joan.sees("Build a bike room").await;
    let vote = joan.path().await.split('?').next().unwrap_or_default().to_owned();
    joan.driver.delete_all_cookies().await.expect("no session");
    joan.go(&vote).await;
    joan.press("main details summary").await;
    let field = joan.find("#link-email").await;
    field.send_keys("joan@example.org").await.expect("typing");
    joan.press("main form[action='/sign-in/link'] button").await;
    joan.go(&server.mailed("/sign-in/link/").await).await;
    joan.press("main form[action^='/sign-in/link/'] button").await;
    joan.sees("Build a bike room").await;
    assert_eq!(joan.path().await, vote);
}

async fn nothing_is_lost(device: Device) {
    let _shared = MACHINE.read().await;
    let server = Server::start("serve");
    let joan = Browser::open(&server, device).await;
    set_up(&server, &joan).await;
    in_mid_form(&joan).await;
    a_draft(&joan).await;
    without_a_session(&joan).await;
    by_mail_to_a_vote(&server, &joan).await;
    joan.close().await;
}

#[tokio::test]
async fn nothing_that_was_typed_is_lost_with_script() {
    nothing_is_lost(DESK).await;
}

#[tokio::test]
async fn nothing_that_was_typed_is_lost_without_script_on_a_phone() {
    nothing_is_lost(Device { script: false, width: 390, language: "en-CA" }).await;
}
