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
    ada_named(site, "Ada")
}

fn ada_named(site: &Site, given_name: &str) -> i64 {
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

#[actix_web::test]
async fn a_move_is_taken_back_as_it_was_once_and_not_after_another_change() {
    let site = Site::new().await;
    let (ada, home) = (ada(&site), home(&site, "101", 1));
    let mut joan = site.as_admin().await;
    let (path, who) = (format!("/units/{home}"), ada.to_string());
    let lived = || {
        let all = site.read(|conn| units::occupants(conn, home, day("2026-01-01")));
        all.into_iter().map(|stay| (stay.from, stay.until, stay.relation)).collect::<Vec<_>>()
    };
    let into = [("occupant_id", who.as_str()), ("moved_in_on", "2026-02-01"), ("relation", "household")];
    let reply = joan.post(&format!("{path}/occupancies"), &into).await.expect(303);
    joan.keep_cookies(&reply);
    let sealed = |body: &str| {
        let value = body.split("name=\"undo\" value=\"").nth(1).expect("a way back");
        value.split('"').next().unwrap_or_default().to_owned()
    };
    let was = sealed(&joan.get(&path).await.expect(200).body);
    let (undoing, token) = (format!("{path}/undoing"), joan.fresh_token().await);
    for _ in 0..2 {
        joan.post_raw(&undoing, &[("undo", &was), ("form_token", &token)]).await.expect(303);
    }
    assert!(lived().is_empty(), "they never moved in");
    joan.post(&undoing, &[("undo", &was)]).await.expect(409);

    site.act(|act| units::move_in_as(act, home, ada, day("2026-02-01"), "household"));
    let before = lived();
    let out = [("occupant_id", who.as_str()), ("moved_out_on", "2026-03-01")];
    let reply = joan.post(&format!("{path}/departures"), &out).await.expect(303);
    joan.keep_cookies(&reply);
    let was = sealed(&joan.get(&path).await.expect(200).body);
    let resident = site.signed_in(Role::Resident, "Ada Ng", Some(ada)).await;
    resident.post(&undoing, &[("undo", &was)]).await.expect(403);
    let other = self::home(&site, "102", 1);
    joan.post(&format!("/units/{other}/undoing"), &[("undo", &was)]).await.expect(400);
    joan.post(&undoing, &[("undo", &was)]).await.expect(303);
    assert_eq!(lived(), before);

    let reply = joan.post(&format!("{path}/departures"), &out).await.expect(303);
    joan.keep_cookies(&reply);
    let was = sealed(&joan.get(&path).await.expect(200).body);
    let stay = site.read(|conn| units::occupants(conn, home, day("2026-01-01")))[0].id;
    let right = units::Stay { from: day("2026-02-01"), until: Some(day("2026-04-01")), relation: "household" };
    site.act(|act| units::correct_stay(act, home, stay, Some(&right)));
    joan.post(&undoing, &[("undo", &was)]).await.expect(409).shows("cannot be taken back");
    assert_eq!(lived()[0].1, Some(day("2026-04-01")));
}

#[actix_web::test]
async fn moving_in_where_somebody_lives_asks_what_becomes_of_them() {
    let site = Site::new().await;
    let (ada, home) = (ada(&site), home(&site, "101", 1));
    let bo = ada_named(&site, "Bo");
    site.act(|act| units::move_in(act, home, ada, day("2021-01-01")));
    let mut joan = site.as_admin().await;
    let (path, who) = (format!("/units/{home}"), bo.to_string());
    let there = |on: &str| {
        let all = site.read(|conn| units::undoing::living_there(conn, home, day(on)));
        all.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    let into = |answer: &'static str| {
        [("occupant_id", who.clone()), ("moved_in_on", "2026-02-01".to_owned()), ("home_shared", answer.to_owned())]
    };
    let post = async |joan: &crate::platform::testing::Visitor<'_>, answer| {
        let fields = into(answer);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        joan.post(&format!("{path}/occupancies"), &fields).await
    };
    post(&joan, "").await.expect(422).shows("Somebody lives in this home").shows("They share the home").shows("Ada Ng");
    assert_eq!(there("2026-03-01"), [ada]);
    let reply = post(&joan, "leave").await.expect(303);
    assert_eq!((there("2026-01-31"), there("2026-02-01")), (vec![ada], vec![bo]));
    joan.keep_cookies(&reply);
    let page = joan.get(&path).await.expect(200).body;
    let was = page.split("name=\"undo\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a way back");
    joan.post(&format!("{path}/undoing"), &[("undo", was)]).await.expect(303);
    assert_eq!(there("2026-03-01"), [ada], "both moves are taken back");
    post(&joan, "share").await.expect(303);
    assert_eq!(there("2026-03-01").len(), 2);
}

#[actix_web::test]
async fn one_of_many_people_is_found_by_words_without_a_script() {
    let site = Site::new().await;
    let home = home(&site, "101", 1);
    let names = ["Zoé", "Ann", "Anne", "Bo", "Cy", "Di", "Ed", "Fé", "Gus", "Hal", "Ivy", "Jo", "Kim", "Lou"];
    let ids = names.map(|name| ada_named(&site, name));
    let joan = site.as_admin().await;
    let path = format!("/units/{home}");
    joan.get(&path).await.expect(200).shows("name=\"occupant_id_said\"").hides("<select id=\"f-occupant_id\"");
    let post = async |fields: &[(&str, &str)]| {
        let day = [("moved_in_on", "2022-03-01"), ("relation", "household")];
        joan.post(&format!("{path}/occupancies"), &[fields, &day].concat()).await
    };
    let found = post(&[("occupant_id_said", "ann"), ("form_hold", "find")]).await.expect(200);
    let radio = |id: i64| format!("<input type=\"radio\" name=\"occupant_id\" value=\"{id}\"");
    let found = found.shows(&radio(ids[1])).shows(&radio(ids[2])).hides(&radio(ids[0])).shows("value=\"2022-03-01\"");
    found.shows("<option value=\"household\" selected>").shows("value=\"ann\"");
    let lived = || site.read(|conn| units::undoing::living_there(conn, home, day("2022-03-02"))).len();
    assert_eq!(lived(), 0, "a held form changes nothing");

    let several = post(&[("occupant_id_said", "ann")]).await.expect(422).shows("e-occupant_id");
    several.shows("More than one has this name").shows(&radio(ids[1]));
    post(&[("occupant_id_said", "xyz")]).await.expect(422).shows("We find nobody");
    post(&[("occupant_id_said", "")]).await.expect(422).shows("e-occupant_id");
    assert_eq!(lived(), 0);
    post(&[("occupant_id_said", "ZOE ng")]).await.expect(303);
    let (ann, shared) = (ids[1].to_string(), ("home_shared", "share"));
    post(&[("occupant_id_said", "ann"), ("occupant_id", &ann), shared]).await.expect(303);
    assert_eq!(lived(), 2);
    let task = [("task_title", "Rake"), ("assignee_said", "kim ng"), ("credit_hours", "0")];
    let made = joan.post("/tasks", &task).await.expect(303);
    joan.get(made.location()).await.expect(200).shows("Kim Ng");
    joan.post("/tasks", &[("task_title", "Rake"), ("assignee_said", "ng"), ("credit_hours", "0")]).await.expect(422);
}
