//! How to get in: read by the home and by who comes, asked again when the visit moves, gone when the request is closed.

use super::*;

#[actix_web::test]
async fn only_the_home_and_who_comes_read_it() {
    let site = Site::new().await;
    let house = house(&site).await;
    let path = house.ask("soon").await;
    house.odette.get(&path).await.expect(200).shows(WAY_IN).shows("Cat Figaro");
    house.zoe.get(&path).await.expect(200).shows(WAY_IN);
    for who in [&house.lena, &house.admin] {
        who.get(&path).await.expect(200).shows("Marmalade").hides("Quetzal").hides("Figaro");
        who.post(&format!("{path}/access"), &[("access_enter", "yes")]).await.expect(403);
    }
    house.step(&house.lena, &path, "taking", &[]).await.expect(303);
    house.lena.get(&path).await.expect(200).shows(WAY_IN).hides("Change how to get in");
    let nora = house.members.nora.to_string();
    house.step(&house.lena, &path, "handing-over", &[("dealer", &nora)]).await.expect(303);
    house.lena.get(&path).await.expect(200).hides("Quetzal");
    house.nora.get(&path).await.expect(200).shows(WAY_IN);
    // Nobody else's list, file or page about a person has it.
    let own = format!("/members/{}/everything", house.members.odette);
    for who in [&house.admin, &house.odette] {
        who.get(&own).await.expect(200).hides("Quetzal");
        who.get(&format!("{own}.json")).await.expect(200).hides("Quetzal");
    }
}

#[actix_web::test]
async fn the_home_is_asked_again_when_the_visit_moves() {
    let site = Site::new().await;
    let house = house(&site).await;
    let path = house.ask("soon").await;
    let (first, second) = (house.day(2), house.day(3));
    house.step(&house.lena, &path, "visit", &[("visit_on", &first)]).await.expect(303);
    house.odette.get(&path).await.expect(200).hides("The visit has moved");
    house.step(&house.lena, &path, "visit", &[("visit_on", &second)]).await.expect(303);
    house.odette.get(&path).await.expect(200).shows("The visit has moved. Please look").shows("Yes, this still holds");
    house.odette.get("/").await.expect(200).shows("Marmalade");
    house.lena.get(&path).await.expect(200).shows("the home has not confirmed yet");
    let same = [("access_enter", "when_home"), ("access_way_in", WAY_IN)];
    house.zoe.post(&format!("{path}/access"), &same).await.expect(303);
    house.lena.get(&path).await.expect(200).hides("not confirmed").shows("Only while somebody is home");
    house.zoe.post(&format!("{path}/access"), &[("access_pets", "A dog")]).await.expect(422).shows("A dog");
}

#[actix_web::test]
async fn it_is_gone_from_every_table_once_the_request_is_closed() {
    for (step, fields) in [
        ("closing", vec![("repair_how", "repaired"), ("repair_outcome", "Done")]),
        ("closing", vec![("repair_how", "closed_without"), ("repair_outcome", "Not ours")]),
        ("withdrawal", Vec::new()),
    ] {
        let site = Site::new().await;
        let house = house(&site).await;
        let path = house.ask("now").await;
        house.step(&house.lena, &path, "taking", &[]).await.expect(303);
        // A draft of the form keeps nothing of it either.
        let draft = [("draft_path", "/repairs"), ("repair_title", "Half"), ("access_way_in", WAY_IN)];
        house.odette.post("/account/drafts", &draft).await.expect(204);
        let now = ["repair_access"];
        assert_eq!(everywhere(&site, "Quetzal"), now);
        assert_eq!(everywhere(&site, "Figaro"), now);
        site.do_jobs();
        let who = if step == "withdrawal" { &house.odette } else { &house.lena };
        house.step(who, &path, step, &fields).await.expect(303);
        site.do_jobs();
        assert_eq!(everywhere(&site, "Quetzal"), [""; 0]);
        assert_eq!(everywhere(&site, "Figaro"), [""; 0]);
        assert_eq!(house.access_rows(), 0);
        house.odette.post(&format!("{path}/access"), &[("access_enter", "yes")]).await.expect(409);
        // Opened again, it is asked for anew.
        house.step(&house.odette, &path, "reopening", &[("not_fixed", "Again")]).await.expect(303);
        house.odette.get(&path).await.expect(200).shows("Say how to get in");
    }
}

#[actix_web::test]
async fn it_goes_with_the_household_that_said_it() {
    let site = Site::new().await;
    let house = house(&site).await;
    let path = house.ask("soon").await;
    house.step(&house.lena, &path, "taking", &[]).await.expect(303);
    let today = site.today();
    site.act(|act| units::move_out(act, house.unit, house.members.odette, today));
    house.lena.get(&path).await.expect(200).shows(WAY_IN);
    site.act(|act| units::move_out(act, house.unit, house.members.zoe, today));
    // At once for who comes, and in the table the next night.
    house.lena.get(&path).await.expect(200).hides("Quetzal");
    house.odette.get(&path).await.expect(200).shows("Marmalade").hides("Quetzal");
    site.act(repairs::access::tidy);
    assert_eq!(house.access_rows(), 0);
}
