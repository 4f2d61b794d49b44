//! Committees, through HTTP.

use crate::committees;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;

fn odette(site: &Site) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: "Odette".to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: "2020-01-01".parse().expect("a date"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
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
        .shows("You are on the committee Social.")
        .shows("/departure")
        .shows("/members/");
    visitor.post(&format!("{path}/seats"), &[]).await.expect(303);
    visitor.get("/committees").await.expect(200).shows("One person").shows("You are on it.");
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
