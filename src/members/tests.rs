//! The register of members, through HTTP.

mod departures;
mod listing;
mod merging;
mod merging_pages;
mod order;
mod past;
mod people;
mod photo;
mod several;
mod shares;
mod standing;
mod undoing;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::{Listing, NewMember, Sight, Status};
use crate::platform::i18n::Lang;
use crate::platform::listing::{Edge, Window};
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;
use crate::{committees, members, units};

fn new(given_name: &str, family_name: &str) -> NewMember {
    NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: family_name.to_owned(),
        email: Some(format!("{}@example.org", given_name.to_lowercase().replace(' ', "."))),
        phone: Some("+1 613 555-0101".to_owned()),
        language: Lang::En,
        joined_on: day("2020-01-01"),
        status: Status::Member,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn add(site: &Site, given_name: &str, family_name: &str) -> i64 {
    site.act(|act| members::add(act, &new(given_name, family_name)))
}

async fn resident(site: &Site, id: i64) -> Visitor<'_> {
    site.signed_in(Role::Resident, "Odette Roy", Some(id)).await
}

fn unit(label: &str) -> units::NewUnit {
    units::NewUnit {
        label: label.to_owned(),
        kind: "apartment",
        block: String::new(),
        floor: Some(1),
        bedrooms: None,
        area_m2: None,
        accessible: false,
        ..units::NewUnit::default()
    }
}

#[actix_web::test]
async fn the_list_shows_names_homes_and_committees_within_its_budget() {
    let site = Site::new().await;
    let zoe = add(&site, "Zoé", "Côté");
    let (home, social) =
        site.act(|act| Ok((units::add(act, &unit("12B"))?, committees::add(act, "Social", "Vie sociale")?)));
    site.act(|act| units::move_in(act, home, zoe, day("2021-01-01")));
    site.act(|act| committees::join(act, social, zoe, day("2021-01-01")));
    let odette = resident(&site, add(&site, "Odette", "Roy")).await;
    let reply = odette.get("/members").await.expect(200);
    assert!(reply.queries <= 6, "{} queries", reply.queries);
    let reply = reply.shows("Zoé Côté").shows("12B").shows("Social").shows("2 people").hides("555-0101");
    reply.hides("zoé@example.org");
    odette.get(&format!("/members/{zoe}")).await.expect(200).shows("Does not share contact details").shows("12B");
}

#[actix_web::test]
async fn a_list_that_was_rendered_before_is_shown_again_until_something_in_it_changes() {
    let site = Site::new().await;
    let (zoe, odette) = (add(&site, "Zoé", "Côté"), add(&site, "Odette", "Roy"));
    let neighbour = site.signed_in(Role::Resident, "Zoé Côté", Some(zoe)).await;
    let odette = resident(&site, odette).await;
    let first = odette.get("/members").await.expect(200).hides("555-0199");
    let again = odette.get("/members").await.expect(200);
    assert!(again.queries < first.queries, "{} after {}", again.queries, first.queries);

    let shared = [("phone", "613 555-0199"), ("member_language", "en"), ("phone_seen_by", "members")];
    neighbour.post("/profile", &shared).await.expect(303);
    odette.get("/members").await.expect(200).shows("555-0199");
    neighbour.post("/profile", &shared[..2]).await.expect(303);
    odette.get("/members").await.expect(200).hides("555-0199");

    let home = site.act(|act| units::add(act, &unit("12B")));
    site.act(|act| units::move_in(act, home, zoe, day("2021-01-01")));
    odette.get("/members").await.expect(200).shows("12B");
    let social = site.act(|act| committees::add(act, "Social", "Vie sociale"));
    site.act(|act| committees::join(act, social, zoe, day("2021-01-01")));
    odette.get("/members").await.expect(200).shows("Social");
    odette.get("/members?lang=fr").await.expect(200).shows("Vie sociale");
    site.act(|act| members::set_status(act, zoe, Status::Former, site.today(), ""));
    odette.get("/members").await.expect(200).hides("Zoé");
}

#[actix_web::test]
async fn a_search_ignores_accents_and_case_and_knows_numbers_homes_and_phones() {
    let site = Site::new().await;
    let zoe = add(&site, "Zoé", "Côté");
    add(&site, "Ian", "D'Amours");
    let home = site.act(|act| units::add(act, &unit("12B")));
    site.act(|act| units::move_in(act, home, zoe, day("2021-01-01")));
    let joan = site.as_admin().await;
    for found in ["ZOE+cote", "cote+zo", "1000", "12b", "555-0101&status=member"] {
        joan.get_fragment(&format!("/members?q={found}")).await.expect(200).shows("Zoé Côté").hides("<html");
    }
    joan.get("/members?q=12b").await.expect(200).hides("Amours");
    joan.get("/members?q=%25").await.expect(200).shows("Nobody found for “%”.");
    joan.get("/members?q=%00").await.expect(400);
    joan.get("/members?after=nonsense").await.expect(400);
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    odette.get("/members?q=5550101").await.expect(200).hides("Zoé");
}

#[actix_web::test]
async fn pages_show_everybody_exactly_once() {
    let site = Site::new().await;
    let today = site.today();
    let names = proptest::collection::vec(("[A-Ca-cÀÉéŁł' -]{0,4}", "[A-Ca-cÀÉéŁł' -]{1,4}x"), 1..12);
    TestRunner::new(ProptestConfig::with_cases(24))
        .run(&names, |people| {
            for (given, family) in &people {
                add(&site, given, family);
            }
            let walk = |forward: bool| {
                let (mut seen, mut edge) =
                    (Vec::new(), if forward { Edge::Start } else { Edge::Before("\u{10FFFF}".into(), i64::MAX) });
                loop {
                    let listing = Listing { window: Window { edge, ..Window::default() }, ..Listing::default() };
                    let listed = site.read(|conn| members::list(conn, &listing, Sight::Everything, today, Lang::En, 3));
                    let end = if forward { listed.lines.last() } else { listed.lines.first() };
                    let next = end.map(|line| (line.place.clone(), line.id));
                    seen.extend(listed.lines.iter().map(|line| line.id));
                    let more = if forward { listed.has_next } else { listed.has_previous };
                    let Some((name, id)) = next.filter(|_| more) else { break };
                    edge = if forward { Edge::After(name, id) } else { Edge::Before(name, id) };
                }
                seen.sort_unstable();
                seen
            };
            let all: Vec<i64> = {
                let mut ids: Vec<i64> =
                    site.read(|conn| members::options(conn, today)).into_iter().map(|(id, _)| id).collect();
                ids.sort_unstable();
                ids
            };
            prop_assert_eq!(&walk(true), &all);
            prop_assert_eq!(&walk(false), &all);
            Ok(())
        })
        .expect("every member on one page");
}

#[actix_web::test]
async fn what_is_searched_for_is_taken_by_the_letter() {
    let site = Site::new().await;
    for (given, family) in [("Under_score", "Roy"), ("Underxscore", "Roy"), ("Back\\slash", "100%")] {
        add(&site, given, family);
    }
    let joan = site.as_admin().await;
    joan.get("/members?q=under_score").await.expect(200).shows("Under_score").hides("Underxscore");
    joan.get("/members?q=roy+%25").await.expect(200).hides("score Roy");
    joan.get("/members?q=back%5Cslash+0%25").await.expect(200).shows("Back\\slash");
}

#[actix_web::test]
async fn a_page_of_a_hundred_is_small_and_has_a_next() {
    let site = Site::new().await;
    for number in 0..101 {
        add(&site, &format!("Given{number}"), "Family");
    }
    let joan = site.as_admin().await;
    let first = joan.get("/members").await.expect(200).shows("rel=\"next\"").hides("rel=\"prev\"");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, first.body.as_bytes()).expect("memory");
    assert!(packed.finish().expect("memory").len() <= 16 * 1024, "a page of 100 members is too large");
    let next = first.body.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
    joan.get(next).await.expect(200).shows("rel=\"prev\"").hides("rel=\"next\"").shows("Given99 Family<");
}

#[actix_web::test]
async fn observers_see_no_contact_anywhere() {
    let site = Site::new().await;
    let id = add(&site, "Zoé", "Côté");
    let observer = site.as_observer().await;
    for path in
        ["/members".to_owned(), format!("/members/{id}"), "/members.csv".to_owned(), "/members?q=5550101".to_owned()]
    {
        observer.get(&path).await.expect(200).hides("555-0101").hides("@example.org");
    }
    observer.get("/members/new").await.expect(403);
    observer.get("/profile").await.expect(403);
}

#[actix_web::test]
async fn an_empty_register_has_two_doors_for_an_admin() {
    let site = Site::new().await;
    site.as_admin().await.get("/members").await.expect(200).shows("/imports/new").shows("/members/new");
    site.as_observer().await.get("/members").await.expect(200).hides("/imports/new").shows("Nobody here");
}

const ADA: &[(&str, &str)] = &[
    ("given_name", "Ada"),
    ("family_name", "Ng"),
    ("member_language", "fr"),
    ("joined_on", "2024-02-29"),
    ("member_status", "auxiliary"),
];

#[actix_web::test]
async fn an_admin_adds_a_member_once_however_often_the_form_is_sent() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    joan.get("/members/new").await.expect(200);
    let token = joan.fresh_token().await;
    let fields: Vec<_> = ADA.iter().copied().chain([("form_token", token.as_str())]).collect();
    let first = joan.post_raw("/members", &fields).await.expect(303);
    let second = joan.post_raw("/members", &fields).await.expect(303);
    assert_eq!(first.location(), second.location());
    joan.get(first.location())
        .await
        .expect(200)
        .shows("Ada Ng")
        .shows("Auxiliary member")
        .shows("/accounts/new?member=");
    let bad = joan.post("/members", &[("given_name", "Eve"), ("email", "nowhere"), ("joined_on", "2024-02-30")]).await;
    bad.expect(422).shows("value=\"Eve\"").shows("value=\"2024-02-30\"");
    assert_eq!(joan.get("/members").await.body.matches("scope=\"row\"").count(), 1);
    let odette = resident(&site, add(&site, "Odette", "Roy")).await;
    odette.post("/members", ADA).await.expect(403);
}

#[actix_web::test]
async fn two_admins_do_not_overwrite_each_other() {
    let site = Site::new().await;
    let id = add(&site, "Ada", "Ng");
    let joan = site.as_admin().await;
    let path = format!("/members/{id}");
    joan.get(&format!("{path}/edit")).await.expect(200).shows("value=\"Ng\"");
    let form = |family: &'static str| {
        [
            ("given_name", "Ada"),
            ("family_name", family),
            ("number", "1000"),
            ("member_language", "en"),
            ("joined_on", "2019-01-01"),
            ("version", "1"),
        ]
    };
    joan.post(&path, &form("Okafor")).await.expect(303);
    joan.post(&path, &form("Ngo")).await.expect(409);
    joan.get(&path).await.expect(200).shows("Ada Okafor").shows("1 January 2019");
    joan.post(&path, &[("given_name", "Ada"), ("version", "2"), ("number", "")]).await.expect(422);
    joan.post("/members/99", &form("X")).await.expect(404);
    joan.get("/members/99/edit").await.expect(404);
    joan.get("/members/99").await.expect(404);
}

#[actix_web::test]
async fn a_former_member_leaves_home_and_committees_that_day() {
    let site = Site::new().await;
    let id = add(&site, "Ada", "Ng");
    let (home, social) =
        site.act(|act| Ok((units::add(act, &unit("7"))?, committees::add(act, "Social", "Vie sociale")?)));
    site.act(|act| units::move_in(act, home, id, day("2021-01-01")));
    site.act(|act| committees::join(act, social, id, day("2021-01-01")));
    let joan = site.as_admin().await;
    let path = format!("/members/{id}/status");
    let leaving = format!("/members/{id}/departure");
    joan.post(&leaving, &[("status_from", "2019-05-05")]).await.expect(422).shows("2020-01-01");
    joan.post(&path, &[("member_status", "gone"), ("status_from", "")]).await.expect(422);
    let asked = joan.post(&path, &[("member_status", "former"), ("status_from", "2024-05-05")]).await.expect(303);
    assert_eq!(asked.location(), format!("{leaving}?status_from=2024-05-05"), "what ends is said first");
    joan.get(asked.location())
        .await
        .expect(200)
        .shows("They move out of one home")
        .shows("Social")
        .hides("They stay on the roll");
    joan.post(&leaving, &[("status_from", "2024-05-05"), ("status_reason", "moved away")]).await.expect(303);
    let page = joan.get(&format!("/members/{id}")).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("No home").shows("from 1 January 2021 to 5 May 2024").shows("moved away");
    assert!(site.read(|conn| units::of_member(conn, id, day("2024-05-05"))).is_empty());
    assert_eq!(site.read(|conn| units::of_member(conn, id, day("2024-05-04"))).len(), 1);
    joan.get("/members?status=former").await.expect(200).shows("Ada Ng");
    joan.get("/members").await.expect(200).hides("Ada Ng");
    let odette = resident(&site, add(&site, "Odette", "Roy")).await;
    odette.get(&format!("/members/{id}")).await.expect(404);
    odette.post(&path, &[]).await.expect(403);
}

#[actix_web::test]
async fn members_decide_who_sees_their_phone() {
    let site = Site::new().await;
    let id = add(&site, "Odette", "Roy");
    let odette = resident(&site, id).await;
    let neighbour = site.signed_in(Role::Resident, "Ian Bell", None).await;
    odette.get("/profile").await.expect(200).shows("+1 613 555-0101");
    let fields = [("phone", "819.555.0199"), ("phone_seen_by", "members"), ("member_language", "fr")];
    odette.post("/profile", &fields).await.expect(303);
    neighbour.get(&format!("/members/{id}")).await.expect(200).shows("819 555-0199");
    neighbour.get("/members?q=5550199").await.expect(200).shows("Odette Roy").shows("819 555-0199");
    odette.post("/profile", &[("phone", "12"), ("member_language", "fr")]).await.expect(422).shows("value=\"12\"");
    neighbour.get("/profile").await.expect(200).shows("is not linked to anybody");
    neighbour.post("/profile", &fields).await.expect(403);
}

#[actix_web::test]
async fn the_spreadsheet_is_safe_to_open_and_recorded() {
    let site = Site::new().await;
    let mut eve = new("=cmd()", "Roy");
    eve.email = None;
    site.act(|act| members::add(act, &eve));
    let joan = site.as_admin().await;
    let reply = joan.get("/members.csv?q=roy").await.expect(200);
    assert!(reply.header("content-disposition").contains("members-"));
    reply.shows("\"'=cmd()\"").shows("\"'+1 613 555-0101\"").shows("\"Member number\"");
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    odette.get("/members.csv").await.expect(403);
}
