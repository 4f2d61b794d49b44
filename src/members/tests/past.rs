//! The register of a day in the past.

use super::{add, day, resident, unit};
use crate::members::{self, Status};
use crate::platform::testing::Site;
use crate::{committees, units};

/// Zoé lived in 101 until the first of June 2024 and left the co-op then; Ada came on that day and took her seat.
fn two_times(site: &Site) -> (i64, i64) {
    let (zoe, june) = (add(site, "Zoé", "Côté"), day("2024-06-01"));
    let ada = site.act(|act| members::add(act, &members::NewMember { joined_on: june, ..super::new("Ada", "Ng") }));
    let (home, garden) =
        site.act(|act| Ok((units::add(act, &unit("101"))?, committees::add(act, "Garden", "Jardin")?)));
    site.act(|act| units::move_in(act, home, zoe, day("2020-01-01")));
    site.act(|act| committees::join(act, garden, zoe, day("2020-01-01")));
    site.act(|act| members::set_status(act, zoe, Status::Former, june, ""));
    site.act(|act| units::move_in(act, home, ada, june));
    site.act(|act| committees::join(act, garden, ada, june));
    (zoe, ada)
}

#[actix_web::test]
async fn the_register_of_a_day_has_who_was_there_with_home_and_seat() {
    let site = Site::new().await;
    two_times(&site);
    let joan = site.as_admin().await;
    let before = joan.get("/members?on=2024-05-31").await.expect(200).shows("Zoé Côté").hides("Ada Ng");
    assert!(before.queries <= 6, "{} queries", before.queries);
    before.shows("101").shows("Garden").shows("On 31 May 2024: One person").shows("/members.csv?on=2024-05-31");
    joan.get("/members?on=2024-06-01").await.expect(200).shows("Ada Ng").shows("Garden").hides("Zoé Côté");
    joan.get("/members?on=2024-06-01&status=former").await.expect(200).shows("Zoé Côté").hides("Ada Ng");
    joan.get("/members?on=2019-12-31").await.expect(200).hides("Zoé Côté").shows("On 31 December 2019: Nobody here");
    joan.get("/members?on=2024-05-31&q=101").await.expect(200).shows("Zoé Côté").hides("Ada Ng");
    let csv = joan.get("/members.csv?on=2024-05-31").await.expect(200);
    assert!(csv.header("content-disposition").contains("members-2024-05-31.csv"));
    csv.shows("\"Zoé\",\"Côté\"").hides("Ada");
    joan.get("/members.xlsx?on=2024-05-31").await.expect(200);
}

#[actix_web::test]
async fn the_past_is_for_who_keeps_or_checks_the_register() {
    let site = Site::new().await;
    let (_, ada) = two_times(&site);
    let observer = site.as_observer().await;
    observer.get("/members?on=2024-05-31").await.expect(200).shows("Zoé Côté").hides("@example.org");
    let neighbour = resident(&site, ada).await;
    neighbour.get("/members?on=2024-05-31").await.expect(403);
    neighbour.get("/members.vcf?on=2024-05-31").await.expect(403);
    neighbour.get("/members").await.expect(200).hides("name=\"on\"");
    let tomorrow = site.today() + chrono::Days::new(2);
    observer.get(&format!("/members?on={tomorrow}")).await.expect(200).shows("This day is in the future");
    observer.get("/members?on=2024-13-01").await.expect(422).shows("e-on").shows("Ada Ng");
    observer.get("/members.csv?on=-5000-01-01").await.expect(422);
}
