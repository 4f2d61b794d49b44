//! What everybody sees: a director looks at a part of the public pages and shows it, and somebody without an account reads it. With script and
//! without. Who looks at the co-op's figures chooses days, compares, and takes them away.

use crate::support::{Browser, DESK, Device, MACHINE, Server};

const JOAN: &str = "joan.rioux@example.org";
const ISABELLE: &str = "isabelle.macdonald@example.org";

/// Nobody asks for an address twice: what is public is kept for five minutes.
async fn shows_a_part(joan: &Browser, nobody: &Browser) {
    nobody.go("/open?look=1").await;
    nobody.sees("What members decided").await;
    nobody.does_not_see("given in").await;
    joan.go("/open").await;
    joan.go("/open/blocks").await;
    joan.press("main a[href='/open/blocks/hours']").await;
    joan.sees("Nobody outside sees this part yet").await;
    joan.sees("given in").await;
    nobody.go("/open?look=2").await;
    nobody.does_not_see("given in").await;
    joan.press("main form[action='/open/blocks/hours'] button").await;
    joan.sees("Everybody sees it now").await;
    nobody.go("/open?look=3").await;
    nobody.sees("given in").await;
    nobody.go("/open?lang=fr").await;
    nobody.sees("Ce que les membres ont décidé").await;
    assert!(nobody.driver.get_all_cookies().await.expect("cookies").is_empty(), "the public pages set no cookie");
    let data = nobody.download("/open/figures.json").await;
    assert!(data.contains("\"hours\""), "{data}");
    let feed = nobody.download("/open/decisions.atom").await;
    assert!(feed.contains("<entry>"), "{feed}");
    joan.press("main form[action='/open/blocks/hours'] button").await;
    joan.sees("It is not shown any more").await;
    nobody.go("/open?look=4").await;
    nobody.does_not_see("given in").await;
    joan.go("/audit").await;
    joan.sees("took a part of the public pages down").await;
}

async fn looks_closer(isabelle: &Browser) {
    isabelle.go("/figures").await;
    isabelle.choose_words("figures_period", "This year of participation").await;
    isabelle.choose_words("compared", "The same days a year earlier").await;
    isabelle.press("main form[action='/figures'] button").await;
    isabelle.sees("1 July").await;
    isabelle.press("main a[href^='/figures/vacancies?']").await;
    isabelle.sees("What the numbers mean").await;
    let file = isabelle.download("/figures/vacancies.csv?figures_period=year").await;
    assert!(file.contains("Days empty"), "{file}");
}

async fn a_part_is_shown_and_taken_down(device: Device) {
    let server = Server::start("demo");
    let joan = Browser::of_demo(&server, device, JOAN).await;
    let nobody = Browser::open(&server, device).await;
    shows_a_part(&joan, &nobody).await;
    let isabelle = Browser::of_demo(&server, device, ISABELLE).await;
    looks_closer(&isabelle).await;
    for browser in [joan, nobody, isabelle] {
        browser.close().await;
    }
}

#[tokio::test]
async fn a_part_of_the_public_pages_with_the_script() {
    let _shared = MACHINE.read().await;
    a_part_is_shown_and_taken_down(DESK).await;
}

#[tokio::test]
async fn a_part_of_the_public_pages_without_script_on_a_phone() {
    let _shared = MACHINE.read().await;
    a_part_is_shown_and_taken_down(Device { script: false, width: 390, ..DESK }).await;
}
