//! The files of a vote: beside its result, by a guest's link, for machines, and with a vote that is set up like it.

use diesel::prelude::*;

use super::leaks::{guest, machine};
use super::*;
use crate::files::tests::{PDF, last, send};
use crate::platform::testing::Visitor;
use crate::schema::events;

/// A vote that is to open, with one document, and its address.
async fn filed(site: &Site, admin: &Visitor<'_>, binding: bool, name: &str) -> (i64, i64) {
    let new = NewPoll { binding, ..roof(TimeDelta::days(1), TimeDelta::days(3)) };
    let poll = site.act(|act| polls::create(act, &new, &[NewQuestion::proposal(false)]));
    let path = format!("/polls/{poll}/files");
    send(admin, &path, "The quote", name, PDF).await.expect(303);
    (poll, last(admin, &path).await)
}

fn open(site: &Site, poll: i64) {
    site.act(|act| {
        polls::announce(act, poll)?;
        polls::open(act, poll)
    });
}

#[actix_web::test]
async fn what_was_voted_on_stands_beside_the_result() {
    let site = Site::new().await;
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let (poll, file) = filed(&site, &admin, true, "quote.pdf").await;
    open(&site, poll);
    site.act(|act| polls::close(act, poll));
    for reader in [&admin, &observer] {
        let page = reader.get(&format!("/polls/{poll}/result")).await.expect(200);
        assert!(page.queries <= 6, "{} queries", page.queries);
        page.shows(&format!("href=\"/files/{file}\"")).shows("The quote").shows("PDF, 1 KB");
    }
}

#[actix_web::test]
async fn a_guest_reads_the_files_of_their_vote_and_no_other() {
    let site = Site::new().await;
    let (admin, nobody) = (site.as_admin().await, site.anonymous());
    let (poll, file) = filed(&site, &admin, false, "quote.pdf").await;
    let (_, secret) = filed(&site, &admin, false, "secret.pdf").await;
    site.act(|act| polls::announce(act, poll));
    let link = guest(&site, poll, "Plumber");
    let address = format!("{link}/files/{file}");
    // Announced already, and not open yet.
    nobody.get(&link).await.expect(200).shows(&format!("href=\"{address}\"")).shows("quote.pdf").hides("/files/secret");
    open(&site, poll);
    let page = nobody.get(&link).await.expect(200).shows(&address);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.hides("href=\"/files/");
    let whole = nobody.get(&address).await.expect(200);
    assert_eq!((whole.body.as_bytes(), whole.header("content-type")), (PDF, "application/pdf"));
    assert_eq!(whole.header("content-security-policy"), "default-src 'none'; sandbox");
    assert!(whole.header("x-robots-tag").contains("noindex"));
    for wrong in
        [format!("{link}/files/{secret}"), format!("{link}/files/987654"), format!("/guests/nobodys/files/{file}")]
    {
        nobody.get(&wrong).await.expect(404);
        admin.get(&wrong).await.expect(404);
    }
    nobody.get(&format!("/files/{file}")).await.expect(303);
    site.act(|act| polls::close(act, poll));
    nobody.get(&link).await.expect(200).shows(&address);
    nobody.get(&address).await.expect(200);
    admin.post(&format!("/polls/{poll}/guests/1/removal"), &[]).await.expect(303);
    nobody.get(&address).await.expect(404);
}

#[actix_web::test]
async fn a_machine_is_told_of_files_and_reads_them() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let (admin, voter) = (site.as_admin().await, site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await);
    let (poll, file) = filed(&site, &admin, true, "Devis d’été.pdf").await;
    let (draft, hidden) = filed(&site, &admin, true, "secret.pdf").await;
    let tool = machine(&site, voter.account.expect("an account"));
    let office = machine(&site, admin.account.expect("an account"));
    open(&site, poll);
    let shown = tool.get(&format!("/api/v1/polls/{poll}")).await.expect(200);
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    let shown: serde_json::Value = serde_json::from_str(&shown.body).expect("JSON");
    let address = format!("/api/v1/polls/{poll}/files/{file}");
    let expected = json!([{
        "id": file, "name": "Devis d’été.pdf", "type": "pdf", "size": PDF.len(), "description": "The quote", "address": address,
    }]);
    assert_eq!(shown["files"], expected);
    tool.get("/api/v1/polls").await.expect(200).shows(&address).hides("secret.pdf");
    let whole = tool.get(&address).await.expect(200);
    assert_eq!((whole.body.as_bytes(), whole.header("content-type")), (PDF, "application/pdf"));
    // Of a draft there is nothing, nor of one vote below another.
    for wrong in [format!("/api/v1/polls/{draft}/files/{hidden}"), format!("/api/v1/polls/{poll}/files/{hidden}")] {
        tool.get(&wrong).await.expect(404);
        office.get(&wrong).await.expect(404);
    }
    tool.get(&format!("{address}?x=1")).await.expect(422);
    site.anonymous().get(&address).await.expect(401);
}

#[actix_web::test]
async fn a_vote_like_another_has_its_files_as_its_own() {
    let site = Site::of_owner().await;
    let admin = site.as_admin().await;
    let (poll, file) = filed(&site, &admin, true, "quote.pdf").await;
    send(&admin, &format!("/polls/{poll}/files"), "", "old.txt", b"old").await.expect(303);
    let old = last(&admin, &format!("/polls/{poll}/files")).await;
    admin.post(&format!("/files/{old}/removal"), &[("taken_back_why", "It was old")]).await.expect(303);
    let added =
        || site.read(|conn| Ok(events::table.filter(events::kind.eq("file.added")).count().get_result::<i64>(conn)?));
    assert_eq!(added(), 2);
    open(&site, poll);
    site.act(|act| polls::void(act, poll, "The wrong quote"));
    let made = admin.post(&format!("/polls/{poll}/copies"), &[]).await.expect(303).location().replace("/setup", "");
    assert_eq!(added(), 3, "what was taken back is not copied");
    let page =
        admin.get(&format!("{made}/files")).await.expect(200).shows("quote.pdf").shows("The quote").hides("old.txt");
    page.hides(&format!("href=\"/files/{file}\""));
    let copy = last(&admin, &format!("{made}/files")).await;
    assert_eq!(admin.get(&format!("/files/{copy}")).await.expect(200).body.as_bytes(), PDF);
    // Each has its own: taken back here, it stays there, under its seal.
    admin.post(&format!("/files/{copy}/removal"), &[("taken_back_why", "Another one came")]).await.expect(303);
    admin.get(&format!("/files/{copy}")).await.expect(404);
    assert_eq!(admin.get(&format!("/files/{file}")).await.expect(200).body.as_bytes(), PDF);
    assert_eq!(site.discrepancies(), [""; 0]);
}
