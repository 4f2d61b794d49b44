//! The first hour of whoever sets a co-op up: from the address that the server printed to the first open vote, along the list that
//! home shows, in at most ten minutes of work.

use crate::journey::{import_here, open_vote, set_up};
use crate::support::{Browser, DESK, MACHINE, Server};

/// Follows the first line of the list that is not done and says this.
async fn step(joan: &Browser, words: &str) {
    joan.press("header .brand").await;
    joan.find("#begin").await;
    joan.press_words(words).await;
}

#[tokio::test]
async fn from_set_up_to_the_first_open_vote() {
    let _shared = MACHINE.read().await;
    let server = Server::start("serve");
    let joan = Browser::open(&server, DESK).await;
    set_up(&server, &joan).await;
    step(&joan, "Add your homes").await;
    import_here(&joan).await;
    step(&joan, "Invite people to sign in").await;
    joan.press("main form[action='/accounts/invitations'] button").await;
    step(&joan, "Open your first vote").await;
    joan.fill("title_en", "Build a bike room").await;
    joan.fill("details_en", "Room for 80 bikes, in the basement.").await;
    open_vote(&joan, "live").await;
    joan.press("header .brand").await;
    for done in ["Add your homes", "Add your members", "Add your committees", "Invite people", "Open your first vote"] {
        let ticked = format!("//ol[@aria-labelledby='begin']/li[contains(., '{done}')][not(.//a)]");
        joan.driver.find(thirtyfour::By::XPath(ticked)).await.unwrap_or_else(|_| panic!("{done} is not ticked"));
    }
    let seconds = joan.seconds_of_work();
    assert!((60..=600).contains(&seconds), "{seconds} s of work");
    joan.close().await;
}
