//! Signing in and out, through HTTP.

use crate::platform::testing::Site;
use crate::policy::Role;

#[actix_web::test]
async fn a_password_opens_the_door_under_a_new_session() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    odette.get("/").await.expect(200).shows("Odette Roy");
    site.anonymous().get("/").await.expect(303);
}

#[actix_web::test]
async fn a_mailed_link_works_once() {
    let site = Site::new().await;
    site.signed_in(Role::Resident, "Odette Roy", None).await;
    let visitor = site.anonymous();
    visitor.post("/sign-in/link", &[("email", "odette.roy@example.org")]).await.expect(200);
    visitor.post("/sign-in/link", &[("email", "nobody@example.org")]).await.expect(200);
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 1, "only the known address gets a mail: {mails:?}");
    let path =
        mails[0].split("http://localhost:8080").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a link");
    visitor.get(path).await.expect(200);
    visitor.get(path).await.expect(200);
    let reply = visitor.post(path, &[]).await.expect(303);
    assert_eq!(reply.location(), "/");
    visitor.post(path, &[]).await.expect(422);
}

#[actix_web::test]
async fn guesses_are_counted() {
    let site = Site::new().await;
    site.signed_in(Role::Resident, "Odette Roy", None).await;
    let visitor = site.anonymous();
    for _ in 0..10 {
        visitor.post("/sign-in", &[("email", "odette.roy@example.org"), ("password", "wrong")]).await.expect(422);
    }
    visitor
        .post("/sign-in", &[("email", "odette.roy@example.org"), ("password", "correct horse battery")])
        .await
        .expect(429);
}
