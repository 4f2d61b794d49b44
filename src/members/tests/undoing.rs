//! A change that is taken back: exactly what was, once, and not after anything else changed.

use super::{add, resident};
use crate::members::{self, Status};
use crate::platform::events;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;

/// What the button of the message on the next page sends back.
async fn sealed(visitor: &mut Visitor<'_>, reply: &Reply, page: &str) -> String {
    visitor.keep_cookies(reply);
    let shown = visitor.get(page).await.expect(200);
    let value = shown.body.split("name=\"undo\" value=\"").nth(1).expect("a way back");
    value.split('"').next().unwrap_or_default().to_owned()
}

/// Sends it twice with one token.
async fn twice(visitor: &Visitor<'_>, path: &str, was: &str) {
    let token = visitor.fresh_token().await;
    for _ in 0..2 {
        visitor.post_raw(path, &[("undo", was), ("form_token", &token)]).await.expect(303);
    }
}

fn kinds(site: &Site, id: i64) -> Vec<String> {
    let all = site.read(|conn| events::of_subject(conn, "member", id, 50));
    all.into_iter().rev().map(|event| event.kind).collect()
}

#[actix_web::test]
async fn a_status_is_taken_back_row_by_row_and_not_after_another_change() {
    let site = Site::new().await;
    let id = add(&site, "Ada", "Ng");
    let today = site.today();
    let on = today - chrono::TimeDelta::days(30);
    site.act(|act| members::set_status(act, id, Status::OnLeave, on, "a trip"));
    let mut joan = site.as_admin().await;
    let before = site.read(|conn| members::statuses(conn, id)).len();
    let path = format!("/members/{id}");
    let change = [("member_status", "suspended"), ("status_from", &today.to_string()), ("status_reason", "rent")];
    let reply = joan.post(&format!("{path}/status"), &change).await.expect(303);
    let was = sealed(&mut joan, &reply, &path).await;
    let undoing = format!("{path}/status/undoing");
    twice(&joan, &undoing, &was).await;
    let now = site.read(|conn| members::statuses(conn, id));
    assert_eq!((now.len(), now[0].status.as_str(), now[0].reason.as_str()), (before, "on_leave", "a trip"));
    assert_eq!(kinds(&site, id).iter().filter(|kind| *kind == "member.status_corrected").count(), 1);
    assert!(site.discrepancies().is_empty(), "{:?}", site.discrepancies());

    // Another change since: what it left is no more.
    let change = [("member_status", "member"), ("status_from", &today.to_string())];
    let reply = joan.post(&format!("{path}/status"), &change).await.expect(303);
    let later = sealed(&mut joan, &reply, &path).await;
    site.act(|act| members::set_status(act, id, Status::Suspended, act.today(), ""));
    joan.post(&undoing, &[("undo", &later)]).await.expect(409).shows("cannot be taken back");

    let neighbour = add(&site, "Odette", "Roy");
    let odette = resident(&site, neighbour).await;
    odette.post(&undoing, &[("undo", &was)]).await.expect(403);
    joan.post(&undoing, &[("undo", &was)]).await.expect(409);
    joan.post(&undoing, &[("undo", &format!("{was}x"))]).await.expect(400);
    joan.post(&format!("/members/{neighbour}/status/undoing"), &[("undo", &was)]).await.expect(400);
}

#[actix_web::test]
async fn what_the_office_changed_comes_back_unless_somebody_changed_it_since() {
    let site = Site::new().await;
    let id = add(&site, "Ada", "Ng");
    let mut joan = site.as_admin().await;
    let path = format!("/members/{id}");
    let form = |family: &'static str, version: &'static str| {
        [
            ("given_name", "Ada"),
            ("family_name", family),
            ("number", "1000"),
            ("member_language", "en"),
            ("joined_on", "2020-01-01"),
            ("email", "ada@example.org"),
            ("phone", "819 555-0188"),
            ("phone_2", "819 555-0177"),
            ("notes", "a note"),
            ("version", version),
        ]
    };
    let first = site.read(|conn| members::whole(conn, id)).0;
    let reply = joan.post(&path, &form("Okafor", "1")).await.expect(303);
    let was = sealed(&mut joan, &reply, &path).await;
    let undoing = format!("{path}/undoing");
    twice(&joan, &undoing, &was).await;
    assert_eq!(site.read(|conn| members::whole(conn, id)), (first, 3));
    assert_eq!(kinds(&site, id), ["member.added", "member.changed", "member.changed"]);

    let reply = joan.post(&path, &form("Okafor", "3")).await.expect(303);
    let was = sealed(&mut joan, &reply, &path).await;
    joan.post(&path, &form("Other", "4")).await.expect(303);
    joan.post(&undoing, &[("undo", &was)]).await.expect(409).shows("cannot be taken back");
    joan.get(&path).await.expect(200).shows("Ada Other");

    // Nothing changed, or the day of joining: there is nothing to take back with.
    for fields in [form("Other", "5"), {
        let mut moved = form("Other", "5");
        moved[4].1 = "2019-01-01";
        moved
    }] {
        let reply = joan.post(&path, &fields).await.expect(303);
        joan.keep_cookies(&reply);
        joan.get(&path).await.expect(200).hides("name=\"undo\"");
    }
    let stranger = site.signed_in(Role::Resident, "Odette Roy", None).await;
    stranger.post(&undoing, &[("undo", &was)]).await.expect(403);
}

#[actix_web::test]
async fn members_take_back_what_they_changed_of_themselves_and_nobody_elses() {
    let site = Site::new().await;
    let (me, other) = (add(&site, "Odette", "Roy"), add(&site, "Ada", "Ng"));
    let mut odette = resident(&site, me).await;
    let first = site.read(|conn| members::own(conn, me));
    let change = [("member_language", "fr"), ("skills", "bread"), ("preferred_name", "Odie")];
    let reply = odette.post("/profile", &change).await.expect(303);
    let was = sealed(&mut odette, &reply, "/profile").await;
    let ada = site.signed_in(Role::Resident, "Ada Ng", Some(other)).await;
    ada.post("/profile/undoing", &[("undo", &was)]).await.expect(409);
    twice(&odette, "/profile/undoing", &was).await;
    assert_eq!(site.read(|conn| members::own(conn, me)), first);
    odette.post("/profile/undoing", &[("undo", &was)]).await.expect(409);
}
