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
    joan.get("/units?on=2026-02-28").await.expect(200).shows("On 28 February 2026: 2 homes: 1 occupied, 1 vacant.");
    joan.get("/units.csv?on=2026-02-28").await.expect(200).shows("101").shows("Ada Ng, Ben Ng");
    joan.get("/units").await.expect(200).shows("Vacant for");
    joan.get("/tasks")
        .await
        .expect(200)
        .shows("Hand over the keys of home 202")
        .shows("Inspect home 101 when they leave");
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
async fn a_move_to_where_somebody_lives_asks_what_becomes_of_them() {
    let site = Site::new().await;
    let family = family(&site);
    let cleo = member(&site, "Cleo");
    site.act(|act| units::move_in(act, family.new, cleo, day("2021-01-01")));
    let joan = site.as_admin().await;
    let path = format!("/units/{}/moves", family.old);
    let (ada, new) = (family.ada.to_string(), family.new.to_string());
    let mut fields = vec![("person", ada.as_str()), ("destination", new.as_str()), ("moved_on", "2026-03-01")];
    joan.post(&path, &fields).await.expect(422).shows("Somebody lives in this home").shows("Cleo Ng");
    assert_eq!(lives_in(&site, family.ada, "2026-03-01"), ["101"]);
    fields.push(("home_shared", "leave"));
    joan.post(&path, &fields).await.expect(303);
    assert_eq!(lives_in(&site, family.ada, "2026-03-01"), ["202"]);
    assert!(lives_in(&site, cleo, "2026-03-01").is_empty());
    assert_eq!(lives_in(&site, cleo, "2026-02-28"), ["202"]);
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
        .shows("Choose who is moving.");
    let same = [("person", ada.as_str()), ("destination", &old), ("moved_on", "2026-03-01")];
    joan.post(&path, &same).await.expect(422).shows("Choose a home other than the current one.");
    let early = [("person", ada.as_str()), ("destination", &new), ("moved_on", "2019-03-01")];
    joan.post(&path, &early).await.expect(422).shows("does not live in this home").shows("2019-03-01");
    let unclear = [("person", ada.as_str()), ("destination", ""), ("moved_on", "soon")];
    joan.post(&path, &unclear).await.expect(422);
    assert_eq!(lives_in(&site, family.ada, "2026-03-01"), ["101"]);
    let resident = site.signed_in(Role::Resident, "Ada Ng", Some(family.ada)).await;
    resident.get(&path).await.expect(403);
    resident.post(&path, &same).await.expect(403);
    resident.get("/units?on=2025-01-01").await.expect(403);
    joan.get("/units?on=2199-01-01").await.expect(200).shows("This day is in the future");
    joan.get("/units?on=-5000-01-01").await.expect(422).shows("e-on").shows("2 homes");
    joan.get("/units.csv?on=yesterday").await.expect(422);
}

#[actix_web::test]
async fn children_are_counted_where_they_live_and_go_along() {
    let site = Site::new().await;
    let family = family(&site);
    let joan = site.as_admin().await;
    let (old, new) = (format!("/units/{}", family.old), format!("/units/{}", family.new));
    let counted =
        |children: &'static str, since: &'static str| [("home_children", children), ("children_since", since)];
    let path = format!("{old}/children");
    joan.post(&path, &counted("21", "2022-01-01")).await.expect(422).shows("e-home_children");
    joan.post(&path, &counted("", "")).await.expect(422).shows("e-home_children");
    joan.post(&path, &counted("3", "2020-12-31")).await.expect(422).shows("No adult lives here on that day");
    joan.post(&path, &counted("3", "2022-01-01")).await.expect(303);
    let children = |unit: i64, on: &str| site.read(|conn| units::children(conn, unit, day(on)));
    assert_eq!([children(family.old, "2021-12-31"), children(family.old, "2022-01-01")], [0, 3]);

    // Only who lives there and the office see the number.
    let own = site.signed_in(Role::Resident, "Ada Ng", Some(family.ada)).await;
    let page = own.get(&old).await.expect(200).shows("Children").hides("/children\"");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let neighbour = site.signed_in(Role::Resident, "Odette Roy", None).await;
    neighbour.get(&old).await.expect(200).hides("Children");
    let observer = site.as_observer().await;
    observer.get(&old).await.expect(200).hides("Children");
    observer.get("/units.csv").await.expect(200).hides("Children");
    neighbour.post(&path, &counted("1", "2022-01-01")).await.expect(403);

    // They count for the size of the home.
    let size =
        [("label", "101"), ("unit_kind", "apartment"), ("occupants_max", "4"), ("home_votes", "2"), ("version", "1")];
    joan.post(&old, &size).await.expect(303);
    joan.get("/units").await.expect(200).shows("One person too many for the home");
    joan.get("/units.csv").await.expect(200).shows("Children").shows("\"2\",\"3\"");

    let (ada, to) = (family.ada.to_string(), family.new.to_string());
    let moves = |children: &'static str| {
        [
            ("person", ada.clone()),
            ("destination", to.clone()),
            ("moved_on", "2026-03-01".to_owned()),
            ("moving_children", children.to_owned()),
        ]
    };
    let send = async |children: &'static str| {
        let fields = moves(children);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        joan.post(&format!("{old}/moves"), &fields).await
    };
    joan.get(&format!("{old}/moves")).await.expect(200).shows("Children moving too").shows("value=\"3\"");
    send("4").await.expect(422).shows("e-moving_children");
    send("2").await.expect(303);
    let day_before = [family.old, family.new].map(|unit| children(unit, "2026-02-28"));
    let after = [family.old, family.new].map(|unit| children(unit, "2026-03-01"));
    assert_eq!((day_before, after), ([3, 0], [1, 2]));
    joan.get(&new).await.expect(200).shows("<dd>2</dd>");

    // When the last of the household is gone, nobody is left over for the next one.
    site.act(|act| units::move_out(act, family.old, family.ben, day("2026-04-01")));
    site.act(|act| units::move_in(act, family.old, family.ben, day("2026-05-01")));
    assert_eq!(children(family.old, "2026-05-01"), 0);
}
