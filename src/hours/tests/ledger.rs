//! The ledger as others write into it.

use diesel::prelude::*;

use super::{credit, day, home, member, number, run, work};
use crate::hours::{self, Doer};
use crate::platform::slice;
use crate::platform::testing::Site;

fn names(site: &Site, about_id: i64) -> Vec<(String, i32)> {
    let found = site.read(move |conn| hours::credited(conn, "task", about_id));
    found.into_iter().map(|one| (one.name, one.minutes)).collect()
}

#[actix_web::test]
async fn everybody_who_did_it_gets_the_whole_hours_and_their_home_does_too() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    let (first, second) = (home(&site, "101", &[ada]), home(&site, "102", &[ben]));
    let painting = work(7, "Paint the stairs", "2026-03-05", 120);
    credit(&site, &painting, &[Doer::Member(ada), Doer::Member(ben), Doer::Unit(first)]);
    assert_eq!(names(&site, 7), [("Ada Roy".to_owned(), 120), ("Ben Roy".to_owned(), 120), ("101".to_owned(), 120)]);
    let of = |unit: i64| number(&site, &format!("select sum(minutes) from hour_lines where unit_id = {unit}"));
    assert_eq!((of(first), of(second)), (240, 120));
    // The same done twice is done once, and nothing is written for nothing.
    credit(&site, &painting, &[Doer::Member(ben), Doer::Member(ben)]);
    credit(&site, &work(8, "Nothing", "2026-03-05", 0), &[Doer::Member(ben)]);
    assert_eq!(number(&site, "select count(*) from hour_lines"), 3);
    assert_eq!(site.read(|conn| slice::verify(crate::slices::ALL, conn)), []);
}

#[actix_web::test]
async fn a_tick_undone_takes_the_hours_back_once_and_can_be_made_again() {
    let site = Site::new().await;
    let ada = member(&site, "Ada");
    let painting = work(7, "Paint the stairs", "2026-03-05", 120);
    credit(&site, &painting, &[Doer::Member(ada)]);
    for _ in 0..2 {
        site.act(|act| hours::take_back(act, "task", 7));
    }
    assert_eq!(names(&site, 7), []);
    assert_eq!(number(&site, "select count(*) * 1000 + sum(minutes) from hour_lines"), 2_000);
    credit(&site, &painting, &[Doer::Member(ada)]);
    assert_eq!(names(&site, 7), [("Ada Roy".to_owned(), 120)]);
    assert_eq!(number(&site, "select count(*) * 1000 + sum(minutes) from hour_lines"), 3_120);
    assert_eq!(site.read(|conn| slice::verify(crate::slices::ALL, conn)), []);
}

#[actix_web::test]
async fn what_a_home_did_is_shared_where_each_member_owes() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    let unit = home(&site, "101", &[ada, ben]);
    run(
        &site,
        "insert into duties (starts_on, per, minutes, months, carry, grace_days, set_at) values ('2026-01-01', 'member', 240, 1, 'nothing', 0, now())",
    );
    credit(&site, &work(7, "Water the trees", "2025-12-31", 61), &[Doer::Unit(unit)]);
    credit(&site, &work(8, "Water the trees", "2026-01-01", 61), &[Doer::Unit(unit)]);
    assert_eq!(names(&site, 7), [("101".to_owned(), 61)], "before the duty it is the home's");
    assert_eq!(names(&site, 8), [("Ada Roy".to_owned(), 31), ("Ben Roy".to_owned(), 30)]);
}

#[actix_web::test]
async fn the_app_can_add_to_the_ledger_and_change_nothing_in_it() {
    let site = Site::new().await;
    let ada = member(&site, "Ada");
    credit(&site, &work(7, "Paint", "2026-03-05", 60), &[Doer::Member(ada)]);
    for sql in [
        "update hour_lines set minutes = 90",
        "delete from hour_lines",
        "update hour_lines set worked_on = '2026-01-01'",
    ] {
        let refused = site.try_act(|act| {
            let tried = act.conn.transaction(|conn| diesel::sql_query(sql).execute(conn));
            Ok(tried.map_err(|error| error.to_string()))
        });
        let words = refused.expect("an answer").expect_err(sql);
        assert!(words.contains("permission denied"), "{sql}: {words}");
    }
}

#[actix_web::test]
async fn who_is_exempt_takes_no_turns_and_nothing_says_why() {
    let site = Site::new().await;
    let (ada, ben, carl) = (member(&site, "Ada"), member(&site, "Ben"), member(&site, "Carl"));
    let (first, second) = (home(&site, "101", &[ada, ben]), home(&site, "102", &[carl]));
    let exempt = |on: &'static str| site.read(move |conn| hours::exempt(conn, day(on)));
    let grant = |whose: &str, percent: i32| {
        run(
            &site,
            &format!("insert into exemptions ({whose}, kind, during, percent, granted_at) select id, 'health', '[2026-01-01,2026-07-01)', {percent}, now() \
               from {} where id = {{}}", if whose == "member_id" { "members" } else { "units" }).replace("{}", &match whose { "member_id" => ada, _ => second }.to_string()),
        );
    };
    grant("member_id", 50);
    assert_eq!(exempt("2026-03-01"), hours::Exempt::default(), "half is not wholly");
    grant("member_id", 100);
    grant("unit_id", 100);
    let found = exempt("2026-03-01");
    assert_eq!((found.members, found.units), (vec![ada, carl], vec![second]));
    run(
        &site,
        &format!(
            "insert into exemptions (member_id, kind, during, percent, granted_at) values ({ben}, 'age', '[2026-02-01,)', 100, now())"
        ),
    );
    assert_eq!(exempt("2026-03-01").units, [first, second], "everybody in the first home is");
    assert_eq!(exempt("2026-07-01").members, [ben]);
}
