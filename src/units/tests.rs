//! Homes and who lives in them, through HTTP.

use chrono::NaiveDate;

use super::NewUnit;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::units;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn ada(site: &Site) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: "Ada".to_owned(),
        family_name: "Ng".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: day("2020-01-01"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

fn home(site: &Site, label: &str, floor: i32) -> i64 {
    let unit = NewUnit {
        label: label.to_owned(),
        kind: "apartment",
        block: String::new(),
        floor: Some(floor),
        bedrooms: Some(2),
        area_m2: None,
        accessible: false,
        ..NewUnit::default()
    };
    site.act(|act| units::add(act, &unit))
}

#[actix_web::test]
async fn homes_stand_on_their_floors_and_vacant_ones_say_so() {
    let site = Site::new().await;
    let ada = ada(&site);
    let (lower, _) = (home(&site, "101", 1), home(&site, "201", 2));
    site.act(|act| units::move_in(act, lower, ada, day("2021-01-01")));
    let visitor = site.signed_in(Role::Resident, "Ada Ng", Some(ada)).await;
    let reply = visitor.get("/units").await.expect(200);
    assert!(reply.queries <= 6, "{} queries", reply.queries);
    let reply = reply.shows("2 homes: 1 occupied, 1 vacant.").shows("Your home: Ada Ng").shows("class=\"vacant\"");
    assert!(reply.body.find("Floor 2") < reply.body.find("Floor 1"), "the top floor is at the top");
    reply.hides("/units/new");
    let page = visitor.get(&format!("/units/{lower}")).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("since 1 January 2021").hides("/occupancies");
    visitor.get("/units/99").await.expect(404);
    visitor.get("/units/new").await.expect(403);
    site.as_observer().await.get("/units").await.expect(200);
}

#[actix_web::test]
async fn an_admin_adds_and_changes_a_home() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    joan.get("/units/new").await.expect(200);
    let token = joan.fresh_token().await;
    let fields = [("label", "12B"), ("unit_kind", "townhouse"), ("floor", "0"), ("form_token", token.as_str())];
    let made = joan.post_raw("/units", &fields).await.expect(303);
    assert_eq!(joan.post_raw("/units", &fields).await.expect(303).location(), made.location());
    joan.get(made.location()).await.expect(200).shows("Home 12B").shows("Townhouse").shows("This home is vacant");
    joan.post("/units", &[("label", "12B"), ("unit_kind", "house")]).await.expect(422).shows("Another home");
    joan.post("/units", &[("label", ""), ("unit_kind", "castle"), ("floor", "x")])
        .await
        .expect(422)
        .shows("value=\"x\"");
    joan.get(&format!("{}/edit", made.location())).await.expect(200).shows("value=\"12B\"");
    let edit =
        |version: &'static str| [("label", "12C"), ("unit_kind", "house"), ("accessible", "1"), ("version", version)];
    joan.post(made.location(), &edit("1")).await.expect(303);
    joan.get(made.location()).await.expect(200).shows("Home 12C").shows("Wheelchair");
    joan.post(made.location(), &[("label", "9"), ("unit_kind", "house"), ("version", "1")]).await.expect(409);
    joan.post("/units/99", &edit("1")).await.expect(404);
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    odette.post("/units", &fields[..3]).await.expect(403);
}

#[actix_web::test]
async fn people_move_in_and_out_on_a_day() {
    let site = Site::new().await;
    let (ada, home) = (ada(&site).to_string(), home(&site, "7", 1));
    let joan = site.as_admin().await;
    let path = format!("/units/{home}");
    let moves_in = [("occupant_id", ada.as_str()), ("moved_in_on", "2022-03-01")];
    joan.post(&format!("{path}/occupancies"), &moves_in).await.expect(303);
    joan.post(&format!("{path}/occupancies"), &moves_in).await.expect(422).shows("already lives there");
    joan.post(&format!("{path}/occupancies"), &[("occupant_id", "99"), ("moved_in_on", "2022-03-01")])
        .await
        .expect(404);
    let leaves = |on: &'static str| [("occupant_id", ada.as_str()), ("moved_out_on", on)];
    joan.post(&format!("{path}/departures"), &leaves("2022-03-01")).await.expect(422);
    joan.post(&format!("{path}/departures"), &leaves("2023-03-01")).await.expect(303);
    joan.post(&format!("{path}/departures"), &leaves("2024-03-01")).await.expect(404);
    joan.get(&path).await.expect(200).shows("from 1 March 2022 to 1 March 2023").shows("vacant");
    joan.get("/units").await.expect(200).shows("Vacant since 1 March 2023");
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    odette.post(&format!("{path}/occupancies"), &moves_in).await.expect(403);
    odette.post(&format!("{path}/departures"), &leaves("2024-03-01")).await.expect(403);
}

#[actix_web::test]
async fn a_wrong_time_in_a_home_is_put_right_or_taken_out() {
    let site = Site::new().await;
    let (ada, home, other) = (ada(&site), home(&site, "101", 1), home(&site, "201", 2));
    site.act(|act| units::move_in(act, home, ada, day("2021-01-01")));
    site.act(|act| units::move_out(act, home, ada, day("2190-01-01")));
    let joan = site.as_admin().await;
    let stays = || site.read(|conn| units::occupants(conn, home, day("2021-01-01")));
    let path = format!("/units/{home}/occupancies/{}", stays()[0].id);
    joan.get(&format!("/units/{home}")).await.expect(200).shows(&path);
    joan.get(&path).await.expect(200).shows("2190-01-01");
    let sent = |from: &'static str, until: &'static str| {
        [("relation", "guest"), ("moved_in_on", from), ("moved_out_on", until)]
    };
    joan.post(&path, &sent("2022-01-01", "2021-06-01")).await.expect(422).shows("e-moved_out_on");
    joan.post(&path, &sent("2022-01-01", "")).await.expect(303);
    assert_eq!((stays()[0].from, stays()[0].until, stays()[0].relation.as_str()), (day("2022-01-01"), None, "guest"));
    joan.post(&path.replace(&format!("/units/{home}/"), &format!("/units/{other}/")), &sent("2022-01-01", ""))
        .await
        .expect(404);
    joan.post(&path, &[("stay_removed", "1")]).await.expect(303);
    assert!(stays().is_empty());
    joan.get("/audit").await.expect(200).shows("corrected a stay in a home");
}
