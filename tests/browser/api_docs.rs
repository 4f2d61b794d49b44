//! Swagger UI at `/docs`, with our style sheet and script over it: axe finds nothing in any of its states.

use crate::look::{FINE, Tour};
use crate::support::{MACHINE, Server};

/// One component draws all operations, and six at once are as many as a busy browser lays out in time.
const EVERY: &str = "[...document.querySelectorAll(arguments[0])].slice(0, 6).forEach(part => part.click());";

/// Presses the first of a kind and waits until the page shows what that brings.
async fn press_every(tour: &Tour, css: &str, brings: &str) {
    tour.browser.find(css).await;
    tour.browser.driver.execute(EVERY, vec![css.into()]).await.expect("a script runs");
    tour.browser.find(brings).await;
}

#[tokio::test]
async fn the_api_can_be_browsed_here() {
    let _shared = MACHINE.read().await;
    let server = Server::start("demo");
    let mut tour = Tour::begin(&server, "").await;
    tour.language = "fr"; // no dark colours and no print here
    tour.open("/docs").await;
    tour.browser.sees("/api/v1/members").await;
    tour.here("/docs", FINE).await;
    for (state, css, brings) in [
        (
            "operations open",
            ".opblock-post .opblock-summary-control, #operations-members-member .opblock-summary-control",
            ".responses-table",
        ),
        ("answers shown", ".execute", ".live-responses-table"),
        (
            "schemas open",
            ".models article:nth-of-type(3n) > .json-schema-2020-12-head .json-schema-2020-12-expand-deep-button",
            ".json-schema-2020-12-body:not([class*='collapsed'])",
        ),
        ("asking for a key", ".btn.authorize", ".modal-ux[role='dialog']"),
    ] {
        if css == ".execute" {
            press_every(&tour, ".try-out__btn", css).await; // the filled fields stay there under the answers
        }
        press_every(&tour, css, brings).await;
        tour.here("/docs", FINE).await;
        tour.found
            .iter_mut()
            .filter(|line| line.starts_with("/docs"))
            .for_each(|line| *line = format!("{state}: {line}"));
    }
    assert!(tour.found.is_empty(), "{}", tour.found.join("\n"));
    tour.browser.close().await;
}
