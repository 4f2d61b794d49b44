//! Who sees a request: who asked, the household, who deals with it, who answers for repairs; and on no route anybody else.

use super::*;
use crate::files::tests::send;

const PIXEL: &[u8] = include_bytes!("../../../static/icon-192.png");

/// Brings a photo and gives its address.
async fn photo(who: &Visitor<'_>, address: &str) -> String {
    send(who, &format!("{address}/files"), "Wall with Okapi on it", "Walrus.png", PIXEL).await.expect(303);
    let page = who.get(&format!("{address}/files")).await.expect(200);
    let id = page.body.split("href=\"/files/").nth(1).and_then(|rest| rest.split('"').next()).expect("a photo");
    format!("/files/{id}")
}

async fn say(who: &Visitor<'_>, address: &str, text: &str) -> String {
    let reply = who.post(&format!("{address}/comments"), &[("comment", text)]).await.expect(303);
    format!("/comments/{}", reply.location().rsplit('-').next().expect("a number"))
}

/// Words of the request, its photo and what is said of it, which no stranger may read anywhere.
const PRIVATE: [&str; 7] = ["Marmalade", "Zanzibar", "Figaro", "Quetzal", "Okapi", "Walrus", "Armadillo"];

#[actix_web::test]
async fn a_neighbour_an_observer_a_committee_member_and_a_former_resident_find_nothing() {
    let site = Site::new().await;
    let house = house(&site).await;
    let path = house.ask("now").await;
    let photo = photo(&house.odette, &path).await;
    let comment = say(&house.odette, &path, "It ran over Armadillo").await;
    rows(&site, "update repairs set asked_on = asked_on - 10 returning title as text");
    // Zoe moved out, and Otto moved in: neither is of the household that asked any more.
    let (otto, his) = resident(&site, "Otto").await;
    let today = site.today();
    site.act(|act| {
        units::move_out(act, house.unit, house.members.zoe, today)?;
        units::move_in(act, house.unit, his, today)
    });
    house.odette.get(&photo).await.expect(200);
    site.do_jobs();
    let strangers = [&house.paul, &house.observer, &house.nora, &house.zoe, &otto];
    for (number, who) in strangers.into_iter().enumerate() {
        for address in [
            path.clone(),
            format!("{path}/edit"),
            format!("{path}/files"),
            format!("{path}/comments"),
            photo.clone(),
            format!("{photo}/removal"),
            comment.clone(),
            format!("{comment}/replies"),
            format!("{comment}/versions"),
        ] {
            let status = who.get(&address).await.status.as_u16();
            assert!(status == 404 || (status == 403 && number == 1), "{number} {address}: {status}");
        }
        for step in ["taking", "handing-over", "visit", "closing", "reopening", "withdrawal", "access", "comments"] {
            let status = who.post(&format!("{path}/{step}"), &[("version", "1")]).await.status.as_u16();
            assert!(status == 404 || (status == 403 && number == 1), "{number} {step}: {status}");
        }
        let lists = [
            "/",
            "/repairs",
            "/repairs?status=sent",
            "/search?q=Marmalade",
            "/tasks",
            "/tasks?view=list&status=all",
            "/inbox",
            "/audit",
            "/units/1",
            "/figures",
        ];
        for address in lists {
            let body = who.get(address).await.body;
            for word in PRIVATE.into_iter().filter(|word| !address.contains(word)) {
                assert!(!body.contains(word), "{number} reads {word} at {address}");
            }
        }
    }
    assert_eq!(house.status(&path), Status::Sent);
    // The log names the number, to the office too.
    for who in [&house.admin, &house.observer] {
        let log = who.get("/audit").await.expect(200).shows("asked for a repair");
        assert!(PRIVATE.iter().all(|word| !log.body.contains(word)));
    }
    // Whoever leads sees it whole, but for the way in.
    house
        .lena
        .get(&path)
        .await
        .expect(200)
        .shows("Marmalade")
        .shows("Armadillo")
        .shows("Okapi")
        .hides("Quetzal")
        .hides("Figaro");
    house.lena.get(&photo).await.expect(200);
    house.admin.get(&path).await.expect(200).shows("Marmalade").hides("Quetzal").hides("Figaro");
    // No word of it is in an event or in a mail.
    for word in PRIVATE {
        let found = everywhere(&site, word);
        let allowed = ["comments", "files", "repair_access", "repairs"];
        assert!(found.iter().all(|table| allowed.contains(&table.as_str())), "{word}: {found:?}");
    }
}

#[actix_web::test]
async fn what_is_common_is_seen_by_the_committee_and_what_is_handed_over_by_whom_it_is_handed_to() {
    let site = Site::new().await;
    let house = house(&site).await;
    let common = house.ask_common().await;
    house.nora.get(&common).await.expect(200).shows("Dryer Pelican hums").shows("I’ll take it");
    house.paul.get(&common).await.expect(404);
    house.zoe.get(&common).await.expect(404);
    house.step(&house.nora, &common, "taking", &[]).await.expect(303);
    let home = house.ask("soon").await;
    house.nora.get(&home).await.expect(404);
    let nora = house.members.nora.to_string();
    house.step(&house.lena, &home, "handing-over", &[("dealer", &nora)]).await.expect(303);
    house.nora.get(&home).await.expect(200).shows("Marmalade").shows(WAY_IN);
    house.nora.get("/repairs").await.expect(200).shows("Marmalade").shows("Pelican");
    house.lena.get(&format!("/repairs?who={nora}&urgency=soon")).await.expect(200).shows("Marmalade").shows("Pelican");
    house.lena.get("/repairs?who=0").await.expect(200).hides("Marmalade");
    // Given back, it is hers no longer.
    house.step(&house.nora, &home, "handing-over", &[("dealer", "")]).await.expect(303);
    house.nora.get(&home).await.expect(404);
    assert_eq!(house.status(&home), Status::Sent);
}

#[actix_web::test]
async fn nobody_is_mentioned_who_does_not_see_it() {
    let site = Site::new().await;
    let house = house(&site).await;
    let path = house.ask("soon").await;
    let comments = format!("{path}/comments");
    let wrong = house.odette.post(&comments, &[("comment", "@Paul knows, @Zoe too")]).await.expect(422);
    wrong.shows("these people do not: Paul Roy").shows("@Paul knows");
    assert_eq!(rows(&site, "select text from comments"), [""; 0]);
    say(&house.odette, &path, "@Zoe and @Lena know").await;
    site.do_jobs();
    let told = |who: &Visitor<'_>| {
        let account = who.account.expect("an account");
        rows(&site, &format!("select kind as text from notices where account_id = {account} order by id"))
    };
    assert_eq!(told(&house.paul), [""; 0]);
    assert!(told(&house.zoe).contains(&"comment_mentioned".to_owned()));
    assert!(!told(&house.zoe).contains(&"repair_words".to_owned()), "nobody is told twice of one comment");
    // Who is mentioned and does not see it any longer when the notices go out is told nothing.
    say(&house.odette, &path, "@Zoe, when?").await;
    let (before, today) = (told(&house.zoe).len(), site.today());
    site.act(|act| units::move_out(act, house.unit, house.members.zoe, today));
    site.do_jobs();
    assert_eq!(told(&house.zoe).len(), before);
}

#[actix_web::test]
async fn a_photo_of_ones_own_is_taken_out_with_its_words() {
    let site = Site::new().await;
    let house = house(&site).await;
    let path = house.ask("soon").await;
    let photo = photo(&house.odette, &path).await;
    house.zoe.get(&format!("{photo}/removal")).await.expect(403);
    house.odette.post(&format!("{photo}/removal"), &[("taken_back_why", "A face")]).await.expect(303);
    house.odette.get(&photo).await.expect(404);
    for word in ["Okapi", "Walrus"] {
        assert_eq!(everywhere(&site, word), [""; 0]);
    }
}
