//! Several people ticked in the list: who is invited or put on a committee, who not and why.

use super::{add, day, new, resident};
use crate::committees;
use crate::members::{self, NewMember, Status};
use crate::platform::events;
use crate::platform::several::SEVERAL_MAX;
use crate::platform::testing::Site;

fn with_email(site: &Site, given_name: &str, email: Option<&str>) -> i64 {
    let person = NewMember { email: email.map(str::to_owned), ..new(given_name, "Roy") };
    site.act(|act| members::add(act, &person))
}

#[actix_web::test]
async fn those_without_a_way_in_are_invited_once_and_the_others_are_named_with_the_reason() {
    let site = Site::new().await;
    let (ann, bea) = (add(&site, "Ann", "Roy"), add(&site, "Bea", "Roy"));
    let none = with_email(&site, "Cleo", None);
    let shared = with_email(&site, "Dina", Some("two@example.org"));
    with_email(&site, "Dave", Some("two@example.org"));
    let gone = add(&site, "Eve", "Roy");
    site.act(|act| members::set_status(act, gone, Status::Former, act.today(), ""));
    let joan = site.as_admin().await;
    joan.get("/members").await.expect(200).shows(&format!("name=\"member\" value=\"{ann}\"")).shows("All on this page");
    let asked = format!("all={ann},{none},{shared}&member={gone}&member={bea}&member={ann}&member=987654");
    let page = joan.get(&format!("/accounts/several?{asked}&from=/members?letter%3Dr")).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    let page =
        page.shows("2 people will get an invitation").shows("ann@example.org").shows("href=\"/members?letter=r\"");
    let page = page.shows("No e-mail in the register").shows("Somebody else has the same e-mail");
    page.shows("Not in the co-op now").hides("two@example.org");

    let token = joan.fresh_token().await;
    let ids = [ann, bea, none, gone].map(|id| id.to_string());
    let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("member", id.as_str())).collect();
    fields.push(("form_token", &token));
    for _ in 0..2 {
        assert_eq!(joan.post_raw("/accounts/several", &fields).await.expect(303).location(), "/members");
    }
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 2, "one mail for each who can be mailed");
    let again = joan.get(&format!("/accounts/several?member={ann}")).await.expect(200);
    again.shows("Invited already").hides("Send the invitation");
    joan.post("/accounts/several", &[("member", &ids[0])]).await.expect(422);
    let nobody = joan.get("/accounts/several").await.expect(200).shows("Nobody is left");
    nobody.hides("<button class=\"btn\">");
    let many: Vec<String> = (0..=SEVERAL_MAX).map(|id| id.to_string()).collect();
    joan.get(&format!("/accounts/several?all={}", many.join(","))).await.expect(400);

    let neighbour = resident(&site, add(&site, "Odette", "Ng")).await;
    neighbour.get("/members").await.expect(200).hides("type=\"checkbox\"");
    neighbour.get(&format!("/accounts/several?member={ann}")).await.expect(403);
    neighbour.post("/accounts/several", &[("member", &ids[0])]).await.expect(403);
}

#[actix_web::test]
async fn those_who_do_not_sit_there_are_put_on_a_committee_together_or_nobody_is() {
    let site = Site::new().await;
    let garden = site.act(|act| committees::add(act, "Garden", "Jardin"));
    let (ann, bea, cleo) = (add(&site, "Ann", "Roy"), add(&site, "Bea", "Roy"), add(&site, "Cleo", "Roy"));
    let gone = add(&site, "Eve", "Roy");
    site.act(|act| members::set_status(act, gone, Status::Former, act.today(), ""));
    site.act(|act| committees::join(act, garden, cleo, day("2024-01-01")));
    let joan = site.as_admin().await;
    let asked = format!("all={ann},{bea},{cleo},{gone}");
    joan.get(&format!("/committees/several?{asked}")).await.expect(200).shows("Which committee?");
    let page = joan.get(&format!("/committees/several?{asked}&committee={garden}")).await.expect(200);
    let page =
        page.shows("2 people will be put on Garden").shows("On this committee already").shows("Not in the co-op now");
    page.shows("name=\"seat_from\"");

    let sitting = || {
        let sits = site.read(|conn| committees::candidates(conn, garden, &[ann, bea, cleo, gone], site.today()));
        sits.into_iter().filter(|one| one.sits).map(|one| one.id).collect::<Vec<_>>()
    };
    let (token, today) = (joan.fresh_token().await, site.today().to_string());
    let (ids, committee) = ([ann, bea, cleo, gone].map(|id| id.to_string()), garden.to_string());
    let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("member", id.as_str())).collect();
    fields.extend([("committee", committee.as_str()), ("seat_from", "2026-13-01"), ("form_token", &token)]);
    joan.post_raw("/committees/several", &fields).await.expect(422).shows("value=\"2026-13-01\"");
    assert_eq!(sitting(), [cleo]);
    fields[5].1 = &today;
    for _ in 0..2 {
        let reply = joan.post_raw("/committees/several", &fields).await.expect(303);
        assert_eq!(reply.location(), format!("/committees/{garden}"));
    }
    assert_eq!(sitting(), [ann, bea, cleo]);
    let events = site.read(|conn| events::of_subject(conn, "committee", garden, 50));
    assert_eq!(
        events.iter().filter(|event| event.kind == "committee.joined").count(),
        3,
        "each seat has its event, once"
    );
    joan.post("/committees/several", &[("member", &ids[0]), ("committee", &committee), ("seat_from", &today)])
        .await
        .expect(422);

    let neighbour = resident(&site, ann).await;
    neighbour.get(&format!("/committees/several?{asked}")).await.expect(403);
    neighbour.post("/committees/several", &[("member", &ids[1]), ("committee", &committee)]).await.expect(403);
}
