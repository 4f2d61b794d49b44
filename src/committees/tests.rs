//! Committees, through HTTP.

use crate::committees;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;

fn odette(site: &Site) -> i64 {
    named(site, "Odette")
}

#[actix_web::test]
async fn residents_join_and_leave_and_can_undo_both() {
    let site = Site::new().await;
    let social = site.act(|act| committees::add(act, "Social", "Vie associative"));
    let mut visitor = site.signed_in(Role::Resident, "Odette Roy", Some(odette(&site))).await;
    let list =
        visitor.get("/committees").await.expect(200).shows("Social").shows("Nobody yet").hides("<form class=\"form");
    assert!(list.queries <= 6, "{} queries", list.queries);
    let path = format!("/committees/{social}");
    let page = visitor.get(&path).await.expect(200).shows("No members yet");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let joined = visitor.post(&format!("{path}/seats"), &[]).await.expect(303);
    visitor.keep_cookies(&joined);
    visitor
        .get(&path)
        .await
        .expect(200)
        .shows("You have joined the committee Social.")
        .shows("/departure")
        .shows("/members/");
    visitor.post(&format!("{path}/seats"), &[]).await.expect(303);
    visitor.get("/committees").await.expect(200).shows("One person").shows("You are a member.");
    visitor.post(&format!("{path}/departure"), &[]).await.expect(303);
    visitor.get(&path).await.expect(200).shows("No members yet");
    visitor.post("/committees/99/seats", &[]).await.expect(404);
    visitor.get("/committees/99").await.expect(404);
}

#[actix_web::test]
async fn leaving_is_undone_as_if_it_had_not_been() {
    let site = Site::new().await;
    let id = odette(&site);
    let social = site.act(|act| committees::add(act, "Social", "Vie associative"));
    site.act(|act| committees::join(act, social, id, "2021-05-05".parse().expect("a date")));
    let visitor = site.signed_in(Role::Resident, "Odette Roy", Some(id)).await;
    let path = format!("/committees/{social}");
    visitor.post(&format!("{path}/departure"), &[]).await.expect(303);
    visitor.post(&format!("{path}/seats"), &[]).await.expect(303);
    visitor.get(&path).await.expect(200).shows("since 5 May 2021");
}

#[actix_web::test]
async fn admins_add_committees_and_others_without_a_member_cannot_join() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let fields = [("committee_name_en", "Garden"), ("committee_name_fr", "Jardin")];
    let made = joan.post("/committees", &fields).await.expect(303);
    joan.get(&format!("{}?lang=fr", made.location())).await.expect(200).shows("Jardin");
    joan.post("/committees", &[("committee_name_en", "GARDEN"), ("committee_name_fr", "")])
        .await
        .expect(422)
        .shows("GARDEN");
    joan.post("/committees", &[("committee_name_en", "garden"), ("committee_name_fr", "Fleurs")]).await.expect(422);
    joan.post(&format!("{}/seats", made.location()), &[]).await.expect(403);
    let observer = site.as_observer().await;
    observer.get(made.location()).await.expect(200).hides("/seats");
    observer.post(&format!("{}/seats", made.location()), &[]).await.expect(403);
    observer.post("/committees", &fields).await.expect(403);
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date")
}

fn named(site: &Site, given_name: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: day("2020-01-01"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

/// Two committees; Odette sits on both and leads the first.
fn led(site: &Site) -> (i64, i64, i64) {
    let odette = named(site, "Odette");
    let (garden, finance) = site.act(|act| {
        let garden = committees::add(act, "Garden", "Jardin")?;
        let finance = committees::add(act, "Finance", "Finances")?;
        for committee in [garden, finance] {
            committees::join(act, committee, odette, day("2021-05-05"))?;
        }
        committees::name_lead(act, garden, odette, day("2022-01-01"), None)?;
        Ok((garden, finance))
    });
    (odette, garden, finance)
}

#[actix_web::test]
async fn a_lead_manages_their_committee_and_nothing_else() {
    let site = Site::new().await;
    let (odette, garden, finance) = led(&site);
    let paul = named(&site, "Paul").to_string();
    let visitor = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    let own = format!("/committees/{garden}");
    let page = visitor.get(&own).await.expect(200).shows("Lead since 1 January 2022").shows("You lead this committee");
    assert!(page.queries <= 6, "{} queries", page.queries);
    visitor.get(&format!("/members/{odette}")).await.expect(200).shows("<dt>Leads</dt>");
    let page = page.shows("/removals").shows("/leads\"").hides("/closing");
    drop(page);
    // Adds, takes off, changes what it looks after.
    visitor.post(&format!("{own}/members"), &[("seat_member", &paul), ("seat_from", "2026-01-05")]).await.expect(303);
    visitor.get(&own).await.expect(200).shows("Paul Roy").shows("member since 5 January 2026");
    let twice = [("seat_member", paul.as_str()), ("seat_from", "2026-01-06")];
    visitor.post(&format!("{own}/members"), &twice).await.expect(422).shows("e-seat_member").shows("2026-01-06");
    let leaves = [("leaving_member", paul.as_str()), ("leaving_on", "2026-03-01")];
    visitor.post(&format!("{own}/removals"), &leaves).await.expect(303);
    let back = [("seat_member", paul.as_str()), ("seat_from", "2026-02-01")];
    visitor.post(&format!("{own}/members"), &back).await.expect(422).shows("until 2026-03-01");
    visitor.get(&format!("{own}/edit")).await.expect(200).shows("mandate_en").hides("committee_name_en");
    let mandate =
        [("version", "1"), ("mandate_en", "Looks after the beds."), ("mandate_fr", "S’occupe des plates-bandes.")];
    visitor.post(&own, &mandate).await.expect(303);
    visitor.get(&format!("{own}?lang=fr")).await.expect(200).shows("S’occupe des plates-bandes.");
    visitor.post(&own, &[("version", "1"), ("mandate_en", "x")]).await.expect(409);
    let renames = [("version", "2"), ("mandate_en", "y"), ("committee_name_en", "Mine"), ("committee_name_fr", "Moi")];
    visitor.post(&own, &renames).await.expect(303);
    visitor.get("/committees").await.expect(200).shows("led by Odette Roy").hides("Mine");
    // Nothing of another committee, nothing that is the office's.
    let other = format!("/committees/{finance}");
    visitor.get(&other).await.expect(200).hides("/removals").hides("/edit");
    visitor.get(&format!("{other}/edit")).await.expect(403);
    visitor.post(&other, &mandate).await.expect(403);
    for (path, fields) in [
        ("members", vec![("seat_member", paul.as_str()), ("seat_from", "2026-01-05")]),
        ("members", vec![]),
        ("removals", vec![("leaving_member", &odette.to_string()), ("leaving_on", "2026-03-01")]),
        ("leads", vec![("lead_member", &odette.to_string()), ("lead_from", "2026-03-01")]),
        ("leads/ending", vec![("ending_lead", &odette.to_string()), ("ending_on", "2026-03-01")]),
        ("closing", vec![("closed_on", "2026-03-01")]),
        ("reopening", vec![]),
    ] {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, &**value)).collect();
        visitor.post(&format!("{other}/{path}"), &fields).await.expect(403);
    }
    for path in ["/committees/99/edit", "/members/new", "/settings", "/committees.csv", "/committees?on=2024-01-01"] {
        let status = if path.contains("99") { 404 } else { 403 };
        visitor.get(path).await.expect(status);
    }
    visitor.post(&format!("{own}/closing"), &[("closed_on", "2026-03-01")]).await.expect(403);
    visitor.post("/committees", &[("committee_name_en", "A"), ("committee_name_fr", "B")]).await.expect(403);
}

#[actix_web::test]
async fn a_lead_hands_over_to_who_sits_there_and_names_nobody_else() {
    let site = Site::new().await;
    let (odette, garden, _) = led(&site);
    let paul = named(&site, "Paul");
    let visitor = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    let leads = format!("/committees/{garden}/leads");
    let (own, his) = (odette.to_string(), paul.to_string());
    let today = site.act(|act| Ok(act.today())).to_string();
    let fields = |instead: &'static str| {
        [
            ("lead_member", his.clone()),
            ("lead_from", today.clone()),
            ("instead_of", if instead == "own" { own.clone() } else { instead.to_owned() }),
        ]
    };
    let send = |fields: [(&'static str, String); 3]| {
        let (visitor, leads) = (visitor.clone(), leads.clone());
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            visitor.post(&leads, &fields).await
        }
    };
    send(fields("own")).await.expect(422).shows("Add this person to the committee first.");
    site.act(|act| committees::join(act, garden, paul, day("2023-01-01")));
    send(fields("")).await.expect(403);
    send(fields("own")).await.expect(303);
    visitor.get(&format!("/committees/{garden}")).await.expect(200).hides("You lead this committee").shows("Paul Roy");
    send(fields("own")).await.expect(403);
    // Whoever leaves the committee leads it no more, and a former member neither.
    site.act(|act| committees::leave(act, garden, paul, act.today()));
    visitor.get("/committees").await.expect(200).hides("led by");
    site.act(|act| committees::name_lead(act, garden, odette, act.today(), None));
    site.act(|act| members::set_status(act, odette, Status::Former, act.today(), ""));
    let joan = site.as_admin().await;
    joan.get("/committees").await.expect(200).hides("led by");
    joan.get(&format!("/committees/{garden}")).await.expect(200).shows("Past members").shows("was lead");
}

#[actix_web::test]
async fn a_day_in_the_past_shows_who_was_there_on_screen_and_in_files() {
    let site = Site::new().await;
    let (_, garden, _) = led(&site);
    let paul = named(&site, "Paul");
    site.act(|act| committees::join(act, garden, paul, day("2023-01-01")));
    site.act(|act| committees::leave(act, garden, paul, day("2024-06-01")));
    let observer = site.as_observer().await;
    observer.get("/committees?on=2024-03-31").await.expect(200).shows("Committees on 31 March 2024").shows("2 people");
    observer.get("/committees?on=2020-06-01").await.expect(200).hides("Garden");
    observer.get("/committees?on=01/02/2020").await.expect(422).shows("e-on").shows("Garden");
    observer.get("/committees.xlsx?on=-5000-01-01").await.expect(422);
    let page = observer.get(&format!("/committees/{garden}?on=2024-03-31")).await.expect(200).shows("Paul Roy");
    page.shows("Garden, on 31 March 2024").shows("Tamarack Co-op, 31 March 2024").hides("/removals");
    observer.get(&format!("/committees/{garden}")).await.expect(200).shows("from 1 January 2023 to 1 June 2024");
    let csv = observer.get(&format!("/committees/{garden}/seats.csv?on=2024-03-31")).await.expect(200);
    csv.shows("\"Paul Roy\",\"2023-01-01\",\"\"").shows("\"Odette Roy\",\"2021-05-05\",\"2022-01-01\"");
    let csv = observer.get("/committees.csv?on=2024-03-31").await.expect(200).shows("\"Garden\",\"2\",\"Odette Roy\",");
    assert!(csv.header("content-disposition").contains("committees-2024-03-31.csv"));
    observer.get("/committees.xlsx").await.expect(200);
    observer.get(&format!("/committees/{garden}/seats.xlsx")).await.expect(200);
    let neighbour = site.signed_in(Role::Resident, "Paul Roy", Some(paul)).await;
    neighbour.get(&format!("/committees/{garden}?on=2024-03-31")).await.expect(403);
}

#[actix_web::test]
async fn a_closed_committee_is_kept_for_the_past() {
    let site = Site::new().await;
    let (odette, garden, _) = led(&site);
    let joan = site.as_admin().await;
    let path = format!("/committees/{garden}");
    joan.post(&format!("{path}/closing"), &[("closed_on", "2999-01-01")]).await.expect(422).shows("e-closed_on");
    // Formed today, as far as the register knows.
    diesel_update(&site, "update committees set formed_on = '2021-01-01'");
    joan.post(&format!("{path}/closing"), &[("closed_on", "2020-12-31")]).await.expect(422).shows("e-closed_on");
    joan.post(&format!("{path}/closing"), &[("closed_on", "2025-01-01")]).await.expect(303);
    joan.post(&format!("{path}/closing"), &[("closed_on", "2025-01-02")]).await.expect(409);
    joan.get("/committees").await.expect(200).shows("One closed committee").hides("led by");
    joan.get(&path).await.expect(200).shows("Closed since 1 January 2025").shows("No members yet").hides("/removals");
    joan.get(&format!("{path}?on=2024-12-31")).await.expect(200).shows("Odette Roy").hides("Closed since");
    let visitor = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    visitor.post(&format!("{path}/seats"), &[]).await.expect(409);
    visitor.get(&format!("{path}/edit")).await.expect(403);
    visitor.get("/tasks/new").await.expect(200).shows("Finance").hides(">Garden<");
    joan.post(&format!("{path}/reopening"), &[]).await.expect(303);
    visitor.post(&format!("{path}/seats"), &[]).await.expect(303);
    visitor.get(&path).await.expect(200).hides("Closed since").shows("You lead");
}

fn diesel_update(site: &Site, text: &str) {
    use diesel::prelude::*;
    site.read(|conn| Ok(diesel::sql_query(text).execute(conn)?));
}

#[actix_web::test]
async fn who_keeps_the_register_manages_every_committee() {
    let site = Site::new().await;
    let (odette, garden, finance) = led(&site);
    let joan = site.as_admin().await;
    let odette = odette.to_string();
    joan.get(&format!("/committees/{garden}/edit")).await.expect(200).shows("committee_name_en");
    let words = [
        ("version", "1"),
        ("committee_name_en", "Finance"),
        ("committee_name_fr", "Jardin"),
        ("mandate_en", ""),
        ("mandate_fr", ""),
    ];
    joan.post(&format!("/committees/{garden}"), &words).await.expect(422).shows("e-committee_name_en");
    let lead = [("lead_member", odette.as_str()), ("lead_from", "2024-01-01"), ("instead_of", "")];
    joan.post(&format!("/committees/{finance}/leads"), &lead).await.expect(303);
    joan.post(&format!("/committees/{finance}/leads"), &lead).await.expect(422).shows("already leads the committee");
    let ends = [("ending_lead", odette.as_str()), ("ending_on", "2025-01-01")];
    joan.post(&format!("/committees/{finance}/leads/ending"), &ends).await.expect(303);
    joan.post(&format!("/committees/{finance}/leads/ending"), &ends).await.expect(422).shows("e-ending_lead");
    joan.get(&format!("/committees/{finance}?on=2024-06-01")).await.expect(200).shows("Lead since 1 January 2024");
    let observer = site.as_observer().await;
    observer.get(&format!("/committees/{finance}/edit")).await.expect(403);
}

#[actix_web::test]
async fn a_lead_gives_tasks_of_their_committee_to_those_on_it() {
    let site = Site::new().await;
    let (odette, garden, finance) = led(&site);
    let (paul, carl) = (named(&site, "Paul"), named(&site, "Carl"));
    site.act(|act| committees::join(act, garden, paul, day("2023-01-01")));
    let visitor = site.signed_in(Role::Resident, "Odette Roy", Some(odette)).await;
    let page = visitor.get("/tasks/new").await.expect(200).shows("Paul Roy").hides("Carl Roy");
    assert!(page.queries <= 6, "{} queries", page.queries);
    for (who, committee, status) in [(paul, garden, 303), (paul, finance, 422), (carl, garden, 422)] {
        let (who, committee) = (format!("member-{who}"), committee.to_string());
        let fields =
            [("task_title", "Water the beds"), ("assignee", who.as_str()), ("committee_id", committee.as_str())];
        visitor.post("/tasks", &fields).await.expect(status);
    }
}
