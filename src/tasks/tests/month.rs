//! A month of tasks, and how large a full board is.

use std::io::Write as _;

use chrono::{Datelike as _, Days};

use super::{resident, task};
use crate::platform::testing::Site;
use crate::tasks::Holder;

#[actix_web::test]
async fn a_month_shows_each_task_on_its_day_and_leads_to_the_next() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let today = site.today();
    task(&site, "Rake the leaves", Some(Holder::Member(me)), Some(0));
    task(&site, "Order seeds", None, Some(40));
    let month = odette.get("/tasks?view=month").await.expect(200);
    assert!(month.queries <= 6, "{} queries", month.queries);
    let month = month.shows("Rake the leaves").shows("Month after");
    assert_eq!(month.body.matches("aria-current=\"date\"").count(), 1);
    let later = today + Days::new(40);
    let asked = format!("/tasks?view=month&month={}-{:02}", later.year(), later.month());
    odette.get(&asked).await.expect(200).shows("Order seeds");
    odette.get(&format!("{asked}&who=me")).await.expect(200).hides("Order seeds");
    // a month that is none is this one; one far away is empty, and has its neighbours
    for wrong in ["2026-13", "20000-01", "nonsense", "1999-01"] {
        odette.get(&format!("/tasks?view=month&month={wrong}")).await.expect(200).shows("Rake the leaves");
    }
    odette.get("/tasks?view=month&month=2100-12").await.expect(200).shows("December 2100").shows("Nothing is due");
    odette.get("/tasks?view=month&month=2024-02&lang=fr").await;
}

#[actix_web::test]
async fn a_board_of_sixty_cards_is_small() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    for number in 0..60 {
        let title = format!("{number} Clear the snow from the steps of entrance {}", number * 7 % 13);
        task(&site, &title, (number % 3 > 0).then_some(Holder::Member(me)), Some(number % 40));
    }
    let board = odette.get("/tasks").await.expect(200);
    assert!(board.queries <= 6, "{} queries", board.queries);
    assert_eq!(board.body.matches("<li class=\"card").count(), 60);
    // as the server packs pages, or worse
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(board.body.as_bytes()).expect("packed");
    let small = packed.finish().expect("packed").len();
    assert!(small <= 16 * 1024, "{small} bytes");
}
