//! A household moves, through HTTP.

mod replay;

use chrono::NaiveDate;

use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::units::{self, NewUnit};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn member(site: &Site, given_name: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: "Ng".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: day("2020-01-01"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

fn home(site: &Site, label: &str) -> i64 {
    site.act(|act| units::add(act, &NewUnit { label: label.to_owned(), floor: Some(1), ..NewUnit::default() }))
}

struct Family {
    old: i64,
    new: i64,
    ada: i64,
    ben: i64,
}

fn family(site: &Site) -> Family {
    let (ada, ben, old, new) = (member(site, "Ada"), member(site, "Ben"), home(site, "101"), home(site, "202"));
    for person in [ada, ben] {
        site.act(|act| units::move_in(act, old, person, day("2021-01-01")));
    }
    Family { old, new, ada, ben }
}

fn lives_in(site: &Site, person: i64, on: &str) -> Vec<String> {
    let homes = site.read(|conn| units::of_member(conn, person, day(on)));
    homes.into_iter().map(|(_, label)| label).collect()
}

#[actix_web::test]
async fn a_household_moves_in_one_step_and_the_day_before_stays_as_it_was() {
    let site = Site::new().await;
    let family = family(&site);
    let joan = site.as_admin().await;
    let path = format!("/units/{}/moves", family.old);
    joan.get(&format!("/units/{}", family.old)).await.expect(200).shows(&path);
    let page = joan.get(&path).await.expect(200).shows("Ada Ng").shows("Ben Ng").shows("Home 202");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let (ada, ben, new) = (family.ada.to_string(), family.ben.to_string(), family.new.to_string());
    let fields = [
        ("person", ada.as_str()),
        ("person", &ben),
        ("destination", &new),
        ("moved_on", "2026-03-01"),
        ("checklist", "1"),
    ];
    joan.post(&path, &fields).await.expect(303);
    for person in [family.ada, family.ben] {
        assert_eq!(lives_in(&site, person, "2026-02-28"), ["101"]);
        assert_eq!(lives_in(&site, person, "2026-03-01"), ["202"]);
    }
    joan.get("/units?on=2026-02-28").await.expect(200).shows("On 28 February 2026: 2 homes: 1 lived in, 1 vacant.");
    joan.get("/units.csv?on=2026-02-28").await.expect(200).shows("101").shows("Ada Ng, Ben Ng");
    joan.get("/units").await.expect(200).shows("Vacant for");
    joan.get("/tasks")
        .await
        .expect(200)
        .shows("Hand over the keys of home 202")
        .shows("Inspect home 101 at the departure");
}

#[actix_web::test]
async fn who_leaves_the_co_op_is_a_former_member_from_that_day() {
    let site = Site::new().await;
    let family = family(&site);
    let joan = site.as_admin().await;
    let path = format!("/units/{}/moves", family.old);
    let ada = family.ada.to_string();
    let fields = [("person", ada.as_str()), ("destination", "leaves"), ("moved_on", "2026-03-01")];
    joan.post(&path, &fields).await.expect(303);
    assert!(lives_in(&site, family.ada, "2026-03-01").is_empty());
    assert_eq!(lives_in(&site, family.ben, "2026-03-01"), ["101"]);
    let status = |on: &str| site.read(|conn| members::standing(conn, family.ada, day(on))).status;
    assert_eq!(status("2026-02-28"), Status::Member);
    assert_eq!(status("2026-03-01"), Status::Former);
    joan.get("/tasks").await.expect(200).hides("Inspect home 101");
}

#[actix_web::test]
async fn a_move_that_cannot_be_changes_nothing() {
    let site = Site::new().await;
    let family = family(&site);
    let joan = site.as_admin().await;
    let path = format!("/units/{}/moves", family.old);
    let (ada, new, old) = (family.ada.to_string(), family.new.to_string(), family.old.to_string());
    joan.post(&path, &[("destination", new.as_str()), ("moved_on", "2026-03-01")])
        .await
        .expect(422)
        .shows("Choose who moves.");
    let same = [("person", ada.as_str()), ("destination", &old), ("moved_on", "2026-03-01")];
    joan.post(&path, &same).await.expect(422).shows("Choose another home than the present one.");
    let early = [("person", ada.as_str()), ("destination", &new), ("moved_on", "2019-03-01")];
    joan.post(&path, &early).await.expect(422).shows("does not live in this home").shows("2019-03-01");
    let unclear = [("person", ada.as_str()), ("destination", ""), ("moved_on", "soon")];
    joan.post(&path, &unclear).await.expect(422);
    assert_eq!(lives_in(&site, family.ada, "2026-03-01"), ["101"]);
    let resident = site.signed_in(Role::Resident, "Ada Ng", Some(family.ada)).await;
    resident.get(&path).await.expect(403);
    resident.post(&path, &same).await.expect(403);
    resident.get("/units?on=2025-01-01").await.expect(403);
    joan.get("/units?on=2999-01-01").await.expect(400);
    joan.get("/units?on=yesterday").await.expect(400);
}
