//! Every page of the demo co-op, for each kind of visitor, in both languages, on a phone and on a desk: axe finds nothing,
//! nothing sticks out sideways, and the content policy is not broken.

use crate::support::{Browser, DESK, Device, MACHINE, Server};

/// What each kind of visitor can open. `{…}` is replaced by the first link on the page before it that has this form.
const PUBLIC: &[&str] =
    &["/sign-in", "/help", "/open", "/open/decisions", "/open/decisions/1", "/sign-in/link/nobodys"];
const RESIDENT: &[&str] = &[
    "/",
    "/menu",
    "/help",
    "/tasks",
    "/tasks?view=list",
    "/tasks/new",
    "/tasks/1",
    "/polls",
    "/polls/8",
    "/polls/1",
    "/polls/1/result",
    "/members",
    "/members/1",
    "/profile",
    "/units",
    "/units/1",
    "/committees",
    "/committees/1",
    "/figures",
    "/inbox",
    "/preferences",
    "/account",
    "/account/tokens",
    "/nothing-here",
];
const ADMIN: &[&str] = &[
    "/",
    "/menu",
    "/tasks",
    "/tasks/1/edit",
    "/polls/new",
    "/polls/8",
    "/polls/8/closing",
    "/polls/9/edit",
    "/polls/9/opening",
    "/polls/9/cancellation",
    "/accounts/1",
    "/members",
    "/members/new",
    "/members/1",
    "/members/1/edit",
    "/units/new",
    "/units/1",
    "/units/1/edit",
    "/imports/new",
    "/scorecards",
    "/scorecards/1",
    "/scorecards/1/tasks-done",
    "/accounts",
    "/accounts/new",
    "/settings",
    "/settings/rules",
    "/audit",
];
const OBSERVER: &[&str] =
    &["/", "/menu", "/tasks", "/polls", "/polls/1/result", "/members", "/units", "/figures", "/audit", "/account"];

const VISITORS: &[(&str, &[&str])] = &[
    ("", PUBLIC),
    ("isabelle.macdonald@example.org", RESIDENT),
    ("joan.rioux@example.org", ADMIN),
    ("amrit.sandhu@example.org", OBSERVER),
];

/// What error pages say: a page that is one of these was not looked at.
const ERRORS: &[&str] = &[
    "We cannot find that page",
    "Cette page est introuvable",
    "Your account cannot do that",
    "Votre compte ne permet pas cela",
    "Something went wrong on our side",
    "Un problème est survenu de notre côté",
];

async fn look_at_everything(server: &Server, device: Device) -> Vec<String> {
    let mut found = Vec::new();
    for (email, pages) in VISITORS {
        let browser = Browser::open(server, device).await;
        if !email.is_empty() {
            browser.go("/sign-in").await;
            browser.press(&format!("form[action='/demo/sign-in']:has(input[value='{email}']) button")).await;
        }
        for path in *pages {
            browser.go(path).await;
            let arrived = browser.path().await;
            if !email.is_empty() && arrived.starts_with("/sign-in") {
                found.push(format!("{path} as {email:?} leads to {arrived}"));
            }
            let text = browser.text().await;
            let lost = ERRORS.iter().any(|words| text.contains(words));
            if lost != (*path == "/nothing-here") {
                found.push(format!("{path} as {email:?} is an error page: {lost}"));
            }
            let wrong = browser.axe().await;
            found.extend(
                wrong
                    .into_iter()
                    .map(|what| format!("{path} as {email:?}, {} px, {}: {what}", device.width, device.language)),
            );
            let title = browser.driver.title().await.unwrap_or_default();
            if title.is_empty() || title.contains('«') {
                found.push(format!("{path} as {email:?}, {}: the title is {title:?}", device.language));
            }
        }
        browser.close().await;
    }
    found
}

async fn nothing_is_found_at(width: u32) {
    let _shared = MACHINE.read().await;
    let server = Server::start("demo");
    let mut found = Vec::new();
    for language in ["en-CA", "fr-CA"] {
        found.extend(look_at_everything(&server, Device { script: true, width, language }).await);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[tokio::test]
async fn axe_finds_nothing_on_a_phone() {
    nothing_is_found_at(390).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_desk() {
    nothing_is_found_at(1280).await;
}

/// Swagger UI is not ours, and axe finds fault with it; it must come whole from this server and break no policy.
#[tokio::test]
async fn the_api_can_be_browsed_here() {
    let _shared = MACHINE.read().await;
    let server = Server::start("demo");
    let browser = Browser::open(&server, DESK).await;
    browser.go("/docs").await;
    browser.sees("/api/v1/members").await;
    browser.close().await;
}
