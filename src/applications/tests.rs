//! The waiting list through HTTP.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use super::{Kind, NewApplication, rules};
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::units::{self, NewUnit};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn home(site: &Site, label: &str) -> i64 {
    let new = NewUnit {
        label: label.to_owned(),
        bedrooms: Some(2),
        occupants_min: Some(2),
        occupants_max: Some(4),
        ..NewUnit::default()
    };
    site.act(|act| units::add(act, &new))
}

fn member(site: &Site, given_name: &str, email: Option<&str>) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: "Ng".to_owned(),
        email: email.map(str::to_owned),
        phone: None,
        language: Lang::En,
        joined_on: day("2020-01-01"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

fn outside(family_name: &str, adults: i32, complete: &str) -> NewApplication {
    NewApplication {
        kind: Kind::Outside,
        given_name: "Lise".to_owned(),
        family_name: family_name.to_owned(),
        email: Some(format!("{}@example.org", family_name.to_lowercase())),
        phone: Some("819 555-0177".to_owned()),
        language: Lang::Fr,
        other_adults: String::new(),
        adults,
        children: 0,
        member_id: None,
        unit_id: None,
        bedrooms_min: None,
        bedrooms_max: None,
        accessible: false,
        remarks: "two cats".to_owned(),
        source: "letter".to_owned(),
        received_on: day("2026-01-05"),
        complete_on: Some(complete).filter(|day| !day.is_empty()).map(day),
    }
}

fn asked(site: &Site, new: &NewApplication) -> i64 {
    site.act(|act| super::add(act, new))
}

/// In the order in which they stand on a page.
#[track_caller]
fn in_order(reply: &Reply, words: &[&str]) {
    let places: Vec<usize> =
        words.iter().map(|word| reply.body.find(word).unwrap_or_else(|| panic!("{word} in {}", reply.body))).collect();
    assert!(places.is_sorted(), "{words:?} stand at {places:?}");
}

async fn step(joan: &Visitor<'_>, id: i64, step: &str, on: &str, reason: &str) -> Reply {
    let fields = [("step", step), ("step_on", on), ("step_reason", reason)];
    joan.post(&format!("/waiting-list/{id}/steps"), &fields).await
}

#[actix_web::test]
async fn a_request_is_entered_found_changed_and_taken_away_as_a_file() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    joan.get("/waiting-list").await.expect(200).shows("Nobody is waiting for a home.");
    let mut fields = vec![
        ("kind", "outside"),
        ("given_name", "Élise"),
        ("family_name", "Côté"),
        ("email", "elise@example.org"),
        ("member_language", "fr"),
        ("adults", "2"),
        ("children", "1"),
        ("other_adults", "Roy, Marc"),
        ("bedrooms_min", "2"),
        ("bedrooms_max", "1"),
        ("received_on", "2026-02-01"),
        ("complete_on", "2026-01-01"),
        ("remarks", "a dog"),
    ];
    let refused = joan.post("/waiting-list", &fields).await.expect(422);
    refused.shows("not smaller").shows("Roy, Marc");
    fields[9].1 = "3";
    joan.post("/waiting-list", &fields).await.expect(422).shows("between the day it was received and today");
    fields[11].1 = "2026-02-10";
    let added = joan.post("/waiting-list", &fields).await.expect(303);
    let path = added.location().to_owned();
    let page = joan.get(&path).await.expect(200).shows("Élise Côté").shows("a dog").shows("Form complete");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let list = joan.get("/waiting-list?q=cote&bedrooms=3&kind=outside").await.expect(200).shows("Élise Côté");
    assert!(list.queries <= 6, "{} queries", list.queries);
    list.shows("2 to 3 bedrooms").shows("take turns");
    for other in ["q=nobody", "bedrooms=1", "kind=transfer", "state=refused"] {
        joan.get(&format!("/waiting-list?{other}")).await.expect(200).hides("Élise Côté");
    }
    joan.get("/waiting-list?lang=fr").await.expect(200).shows(">Afficher</button>").hides("événement");
    joan.get("/waiting-list?lang=en").await.expect(200).shows(">Show these</button>");
    joan.get("/waiting-list?bedrooms=nine").await.expect(400);
    joan.get("/waiting-list?state=perhaps").await.expect(400);
    joan.get("/waiting-list.csv?q=cote").await.expect(200).shows("Élise Côté").shows("2026-02-10");
    joan.get("/waiting-list.csv?q=nobody").await.expect(200).hides("Élise Côté");
    joan.get("/waiting-list.xlsx").await.expect(200);
    let form = joan.get(&format!("{path}/edit")).await.expect(200).shows("a dog");
    assert!(form.body.contains("name=\"version\" value=\"1\""));
    fields[12].1 = "two dogs";
    fields.push(("version", "1"));
    joan.post(&path, &fields).await.expect(303);
    joan.post(&path, &[&fields[..12], &[("remarks", "no dogs"), ("version", "1")]].concat()).await.expect(409);
    joan.get(&path).await.expect(200).shows("two dogs");
    let log = joan.get("/audit?audit_about=application").await.expect(200).shows("changed a request");
    log.hides("Côté").hides("elise@").hides("dogs");
}

#[actix_web::test]
async fn the_list_goes_on_page_by_page_in_the_order_of_complete_forms() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    for number in 0..60_u64 {
        let complete = day("2026-01-10").checked_add_days(Days::new((number * 7) % 60)).expect("a day").to_string();
        asked(&site, &outside(&format!("Nom{:02}", (number * 7) % 60), 1, if number < 55 { &complete } else { "" }));
    }
    let first = joan.get("/waiting-list").await.expect(200);
    in_order(&first, &["Nom00", "Nom01", "Nom11"]);
    let next =
        first.body.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a next page");
    let second = joan.get(&next.replace("&amp;", "&")).await.expect(200).shows("not complete");
    assert_eq!(
        first.body.matches("<th scope=\"row\">").count() + second.body.matches("<th scope=\"row\">").count(),
        60
    );
    joan.get("/waiting-list?after=nonsense").await.expect(400);
}

#[actix_web::test]
async fn who_is_next_for_a_home_is_said_with_the_reasons_of_the_others() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (vacant, other) = (home(&site, "305"), home(&site, "12"));
    let (ada, ben) = (member(&site, "Ada", None), member(&site, "Ben", None));
    site.act(|act| units::move_in(act, other, ada, day("2020-01-01")));
    let recent = site.today() - Days::new(40);
    site.act(|act| units::move_in(act, other, ben, recent));
    for (name, adults, complete) in
        [("Late", 2, "2026-04-01"), ("Early", 3, "2026-02-01"), ("Crowd", 6, "2026-01-06"), ("Unsure", 2, "")]
    {
        asked(&site, &outside(name, adults, complete));
    }
    let transfer = |who| NewApplication {
        kind: Kind::Transfer,
        member_id: Some(who),
        given_name: String::new(),
        family_name: String::new(),
        ..outside("Nobody", 2, "2026-05-01")
    };
    asked(&site, &transfer(ada));
    asked(&site, &transfer(ben));
    let path = format!("/waiting-list/homes/{vacant}");
    joan.get(&format!("/units/{vacant}")).await.expect(200).shows(&path);
    joan.get("/waiting-list").await.expect(200).shows(&path);
    let page = joan.get(&path).await.expect(200).shows("3 households are suitable");
    assert!(page.queries <= 6, "{} queries", page.queries);
    in_order(&page, &["Ada Ng", "Lise Early", "Lise Late", "Why the others are not next", "Lise Crowd"]);
    let page = page.shows("2 people too many for this home.").shows("The form is not complete.");
    page.shows("They can ask for another home from");
    let csv = joan.get(&format!("{path}/order.csv")).await.expect(200);
    in_order(&csv, &["Ada Ng", "Lise Early", "Lise Late", "too many"]);
    joan.get(&format!("{path}/order.xlsx")).await.expect(200);
    let seen = joan.get("/settings/rules/homes").await.field("seen");
    let rules =
        [("transfers", "last"), ("transfer_months_min", "0"), ("application_months", "24"), ("seen", seen.as_str())];
    joan.post("/settings/rules/homes", &rules).await.expect(303);
    let page = joan.get(&path).await.expect(200).shows("come after new applicants");
    in_order(&page, &["Lise Early", "Lise Late", "Ada Ng", "Ben Ng", "Why the others"]);
}

#[actix_web::test]
async fn the_story_goes_on_by_steps_that_may_follow() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let id = asked(&site, &outside("Roy", 2, ""));
    let path = format!("/waiting-list/{id}");
    joan.get(&format!("{path}/acceptance")).await.expect(409);
    step(&joan, id, "invited", "2026-01-01", "").await.expect(422).shows("between the last step and today");
    step(&joan, id, "invited", "2999-01-01", "").await.expect(422);
    step(&joan, id, "accepted", "2026-02-01", "").await.expect(422);
    step(&joan, id, "invited", "2026-02-01", "").await.expect(303);
    let talk =
        [("interview_on", "2026-02-10"), ("interview_present", "Ada, Ben"), ("interview_notes", "Kind, likes gardens")];
    joan.post(&format!("{path}/interviews"), &talk[..2]).await.expect(422).shows("Ada, Ben");
    joan.post(&format!("{path}/interviews"), &talk).await.expect(303);
    joan.get(&path).await.expect(200).shows("likes gardens").shows("Interviewed");
    step(&joan, id, "refused", "2026-02-11", "").await.expect(422).shows("Please fill in this field.");
    step(&joan, id, "refused", "2026-02-11", "No home of this size for years").await.expect(303);
    joan.get(&path).await.expect(200).shows("No home of this size for years").hides("Record an interview");
    joan.get("/waiting-list").await.expect(200).hides("Lise Roy");
    joan.get("/waiting-list?state=refused").await.expect(200).shows("Lise Roy");
    step(&joan, id, "reopened", "2026-03-01", "").await.expect(303);
    joan.get("/waiting-list").await.expect(200).shows("Lise Roy").shows("Received, not complete");
}

#[actix_web::test]
async fn an_accepted_applicant_is_a_member_with_a_home_and_nothing_is_typed_twice() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let unit = home(&site, "305");
    let new = NewApplication { other_adults: "Tremblay, Marc".to_owned(), ..outside("Roy", 2, "2026-01-06") };
    let id = asked(&site, &new);
    let path = format!("/waiting-list/{id}/acceptance");
    let page = joan.get(&format!("{path}?unit={unit}")).await.expect(200).shows("Home 305 (vacant)");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let unit_word = unit.to_string();
    let fields = [
        ("accepted_on", "2026-06-01"),
        ("admitted_as", "auxiliary"),
        ("home", unit_word.as_str()),
        ("home_from", "2026-07-01"),
    ];
    let accepted = joan.post(&path, &fields).await.expect(303);
    joan.get(accepted.location()).await.expect(200).shows("Lise Roy").shows("roy@example.org").shows("819 555-0177");
    let lives_in: Vec<String> = site.read(|conn| {
        let people = units::occupants(conn, unit, day("2026-07-01"))?;
        Ok(people.into_iter().map(|one| one.name).collect())
    });
    assert_eq!(lives_in.len(), 2, "{lives_in:?}");
    assert!(lives_in.contains(&"Marc Tremblay".to_owned()));
    joan.get(&format!("/waiting-list/{id}")).await.expect(200).shows("Accepted").shows("Open their page").hides("roy@");
    joan.post(&path, &fields).await.expect(422).shows("as it stands now");
    let kept = text(
        &site,
        &format!(
            "select given_name || coalesce(email, '') || coalesce(phone, '') || other_adults as text from applications where id = {id}"
        ),
    );
    assert_eq!(kept, "", "the register has it now");
}

fn text(site: &Site, sql: &str) -> String {
    row! {
        struct Row {
            text: String,
        }
    }
    site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Row>(conn)?.text))
}

fn count(site: &Site, sql: &str) -> i64 {
    row! {
        struct Row {
            count: i64,
        }
    }
    site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Row>(conn)?.count))
}

#[actix_web::test]
async fn somebody_like_a_member_is_asked_about_and_not_guessed() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let old = member(&site, "Ada", Some("roy@example.org"));
    site.act(|act| members::set_status(act, old, Status::Former, day("2024-01-01"), ""));
    let id = asked(&site, &outside("Roy", 1, "2026-01-06"));
    let path = format!("/waiting-list/{id}/acceptance");
    joan.get(&path).await.expect(200).shows("Is Lise Roy already in the register?").shows("Yes, this is Ada Ng");
    let fields = [("accepted_on", "2026-06-01"), ("admitted_as", "member")];
    joan.post(&path, &fields).await.expect(422).shows("Say whether it is the same person.");
    let everybody = "select count(*) as count from members";
    assert_eq!(count(&site, everybody), 1);
    let old = old.to_string();
    let same = [&fields[..], &[("same_as_0", old.as_str())]].concat();
    let accepted = joan.post(&path, &same).await.expect(303);
    assert_eq!(accepted.location(), format!("/members/{old}"));
    assert_eq!(count(&site, everybody), 1);
    let status = site.read(|conn| members::standing(conn, old.parse().expect("an id"), day("2026-06-01"))).status;
    assert_eq!(status, Status::Member);
    let again = asked(&site, &outside("Roy", 1, "2026-01-06"));
    let new = [&fields[..], &[("same_as_0", "new")]].concat();
    joan.post(&format!("/waiting-list/{again}/acceptance"), &new).await.expect(303);
    assert_eq!(count(&site, everybody), 2);
}

#[actix_web::test]
async fn an_accepted_transfer_goes_on_to_the_move_of_its_home() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (old, new) = (home(&site, "12"), home(&site, "305"));
    let (ada, ben) = (member(&site, "Ada", None), member(&site, "Ben", None));
    let (ada_word, new_word) = (ada.to_string(), new.to_string());
    let fields = [
        ("kind", "transfer"),
        ("transfer_member", ada_word.as_str()),
        ("adults", "2"),
        ("received_on", "2026-01-05"),
        ("complete_on", "2026-01-06"),
    ];
    joan.get("/waiting-list/new?kind=transfer").await.expect(200).shows("Ada Ng");
    joan.post("/waiting-list", &fields).await.expect(422).shows("does not live in a home");
    for person in [ada, ben] {
        site.act(|act| units::move_in(act, old, person, day("2020-01-01")));
    }
    let added = joan.post("/waiting-list", &fields).await.expect(303);
    let path = added.location().to_owned();
    joan.post("/waiting-list", &fields).await.expect(422).shows("is already asking for a transfer");
    joan.get(&path).await.expect(200).shows("Transfer from home 12");
    let acceptance = format!("{path}/acceptance");
    joan.post(&acceptance, &[("accepted_on", "2026-06-01")]).await.expect(422).shows("choose one of the options");
    let accept = [("accepted_on", "2026-06-01"), ("home", new_word.as_str()), ("home_from", "2026-07-01")];
    let accepted = joan.post(&acceptance, &accept).await.expect(303);
    assert!(accepted.location().starts_with(&format!("/units/{old}/moves?")), "{}", accepted.location());
    let filled = joan.get(accepted.location()).await.expect(200).shows("value=\"2026-07-01\"");
    assert_eq!(filled.body.matches(" checked").count(), 3, "both people and the tasks of a move");
    assert!(filled.body.contains(&format!("value=\"{new}\" selected")));
}

#[actix_web::test]
async fn only_who_keeps_the_register_sees_an_applicant() {
    let site = Site::new().await;
    let id = asked(&site, &outside("Roy", 1, "2026-01-06"));
    let resident = site.signed_in(Role::Resident, "Ada Ng", None).await;
    for visitor in [resident, site.as_observer().await] {
        for path in ["/waiting-list".to_owned(), format!("/waiting-list/{id}"), "/waiting-list.csv".to_owned()] {
            visitor.get(&path).await.expect(403).hides("Roy");
        }
        step(&visitor, id, "refused", "2026-02-01", "no").await.expect(403);
        visitor.get("/").await.expect(200).hides("/waiting-list");
    }
}

#[actix_web::test]
async fn who_came_to_nothing_is_forgotten_after_the_months_of_the_rules() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let id = asked(&site, &outside("Roy", 2, "2026-01-06"));
    let path = format!("/waiting-list/{id}");
    let talk =
        [("interview_on", "2026-02-10"), ("interview_present", "Ada"), ("interview_notes", "Lise likes gardens")];
    joan.post(&format!("{path}/interviews"), &talk).await.expect(303);
    joan.post(&format!("{path}/forgetting"), &[("forget_sure", "1")]).await.expect(409);
    step(&joan, id, "refused", "2026-03-01", "Lise Roy wants too much").await.expect(303);
    let due = |on: &str| site.read(|conn| super::due_to_be_forgotten(conn, day(on)));
    assert!(due("2028-02-29").is_empty());
    assert_eq!(due("2028-03-01"), [id]);
    joan.post(&format!("{path}/forgetting"), &[]).await.expect(422).shows("Tick the box to confirm.");
    joan.post(&format!("{path}/forgetting"), &[("forget_sure", "1")]).await.expect(303);
    assert!(due("2028-03-01").is_empty());
    let page = joan.get(&path).await.expect(200).shows(&format!("Request {id}")).shows("2 adults").shows("Refused");
    page.hides("Roy").hides("gardens").hides("cats").hides("too much");
    let traces = "select (select count(*) from events e where e::text like '%Roy%') + (select count(*) from applications a where a::text like '%Roy%') \
        + (select count(*) from application_steps s where s::text like '%Roy%') + (select count(*) from application_interviews) as count";
    assert_eq!(count(&site, traces), 0);
    assert_eq!(rules::State::read("refused"), rules::State::Refused);
}
