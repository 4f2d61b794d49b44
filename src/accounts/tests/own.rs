//! One's own account: appearance, password, devices.

use crate::accounts;
use crate::platform::testing::{PASSWORD, Site, Visitor};
use crate::policy::Role;

const NEW: &str = "quatre chevaux verts";

async fn odette(site: &Site) -> Visitor<'_> {
    site.signed_in(Role::Resident, "Odette Roy", None).await
}

fn sessions(site: &Site, visitor: &Visitor<'_>) -> Vec<String> {
    let account = visitor.account.expect("an account");
    let rows = site.read(|conn| accounts::store::sessions_of(conn, account, crate::platform::clock::now()));
    rows.iter().map(|session| crate::platform::session::hex(&session.key_hash)).collect()
}

#[actix_web::test]
async fn the_page_shows_who_one_is_within_the_budget() {
    let site = Site::new().await;
    for role in Role::ALL {
        let visitor = site.signed_in(role, &format!("Odette {}", role.word()), None).await;
        let reply = visitor.get("/account").await.expect(200).shows("Odette").shows("this device");
        assert!(reply.queries <= 6, "{} queries", reply.queries);
        assert_eq!(reply.body.contains("/preferences"), role != Role::Observer);
    }
}

#[actix_web::test]
async fn appearance_is_kept_and_the_language_follows_at_once() {
    let site = Site::new().await;
    let mut odette = odette(&site).await;
    let fields = [("language", "fr"), ("theme", "dark"), ("text_size", "130")];
    let reply = odette.post("/account/appearance", &fields).await.expect(303);
    odette.keep_cookies(&reply);
    odette
        .get("/account")
        .await
        .expect(200)
        .shows("data-theme=\"dark\"")
        .shows("data-text=\"130\"")
        .shows("Mon compte");
    let wrong = [("language", "de"), ("theme", "pink"), ("text_size", "400")];
    odette.post("/account/appearance", &wrong).await.expect(422).shows("e-theme").shows("data-theme=\"dark\"");
    site.anonymous().post("/account/appearance", &fields).await.expect(401);
}

#[actix_web::test]
async fn a_new_password_keeps_this_device_and_ends_everything_else() {
    let site = Site::new().await;
    let mut odette = odette(&site).await;
    let other = site.device_of(odette.account.expect("an account")).await;
    let token = super::tokens::token_of(&site, &odette).await;
    let machine = site.anonymous().with_bearer(&token);
    machine.get("/api/v1/me").await.expect(200);

    let before = odette.clone();
    let reply =
        odette.post("/account/password", &[("current_password", PASSWORD), ("next_password", NEW)]).await.expect(303);
    assert_eq!(reply.location(), "/account");
    odette.keep_cookies(&reply);
    odette.get("/account").await.expect(200).shows("Your password is saved");
    other.get("/account").await.expect(303);
    before.get("/account").await.expect(303);
    machine.get("/api/v1/me").await.expect(401);
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 1, "{mails:?}");
    assert!(mails[0].contains("Your password for Tamarack Co-op was changed"), "{}", mails[0]);

    let wrong = [("email", "odette.roy@example.org"), ("password", PASSWORD)];
    site.anonymous().post("/sign-in", &wrong).await.expect(422);
    site.anonymous().post("/sign-in", &[("email", "odette.roy@example.org"), ("password", NEW)]).await.expect(303);
}

#[actix_web::test]
async fn a_password_form_sent_twice_is_done_once() {
    let site = Site::new().await;
    let mut odette = odette(&site).await;
    let token = odette.fresh_token().await;
    let fields = [("form_token", token.as_str()), ("current_password", PASSWORD), ("next_password", NEW)];
    let reply = odette.post_raw("/account/password", &fields).await.expect(303);
    odette.keep_cookies(&reply);
    odette.post_raw("/account/password", &fields).await.expect(303);
    assert_eq!(site.do_jobs().len(), 1);
    odette.get("/account").await.expect(200);
}

#[actix_web::test]
async fn a_password_needs_the_old_one_and_a_good_new_one() {
    let site = Site::new().await;
    let odette = odette(&site).await;
    let refused = [
        (("wrong", NEW), "not your current password"),
        (("", NEW), "not your current password"),
        ((PASSWORD, "short"), "at least 10 characters"),
        ((PASSWORD, "1234567890"), "too easy to guess"),
        ((PASSWORD, "odette.roy@example.org"), "too easy to guess"),
    ];
    for ((current, next), words) in refused {
        let fields = [("current_password", current), ("next_password", next)];
        odette.post("/account/password", &fields).await.expect(422).shows(words).hides("wrong\"");
    }
    assert_eq!(site.do_jobs().len(), 0);
    site.anonymous().post("/account/password", &[("next_password", NEW)]).await.expect(401);
}

#[actix_web::test]
async fn guesses_of_the_old_password_are_counted_apart_from_sign_in() {
    let site = Site::new().await;
    let odette = odette(&site).await;
    let fields = [("current_password", "wrong guess"), ("next_password", NEW)];
    for _ in 0..10 {
        odette.post("/account/password", &fields).await.expect(422);
    }
    odette.post("/account/password", &[("current_password", PASSWORD), ("next_password", NEW)]).await.expect(429);
    site.device_of(odette.account.expect("an account")).await.get("/account").await.expect(200);
}

#[actix_web::test]
async fn an_account_without_a_password_is_not_asked_for_one() {
    let site = Site::new().await;
    let mut odette = odette(&site).await;
    let account = odette.account.expect("an account");
    site.read(|conn| {
        diesel::RunQueryDsl::execute(
            diesel::sql_query(format!("update accounts set password_hash = null where id = {account}")),
            conn,
        )?;
        Ok(())
    });
    odette.get("/account").await.expect(200).shows("Choose a password").hides("f-current_password");
    let reply = odette.post("/account/password", &[("next_password", NEW)]).await.expect(303);
    odette.keep_cookies(&reply);
    odette.get("/account").await.expect(200).shows("f-current_password");
}

#[actix_web::test]
async fn another_device_is_out_at_once_and_only_ones_own() {
    let site = Site::new().await;
    let odette = odette(&site).await;
    let other = site.device_of(odette.account.expect("an account")).await;
    let amara = site.signed_in(Role::Resident, "Amara Diallo", None).await;
    let all = sessions(&site, &odette);
    assert_eq!(all.len(), 2);
    for hash in &all {
        amara.post(&format!("/account/sessions/{hash}/ending"), &[]).await.expect(404);
    }
    for hash in ["00", "zz", "é", &"0".repeat(5_000)] {
        let path = format!(
            "/account/sessions/{}/ending",
            url::form_urlencoded::byte_serialize(hash.as_bytes()).collect::<String>()
        );
        odette.post(&path, &[]).await.expect(404);
    }
    let page = odette.get("/account").await.expect(200).body;
    let theirs = all.iter().find(|hash| page.contains(&format!("/account/sessions/{hash}/ending"))).expect("a button");
    assert_eq!(page.matches("/ending\"").count(), 2, "one for the other device, one for all others");
    odette.post(&format!("/account/sessions/{theirs}/ending"), &[]).await.expect(303);
    other.get("/account").await.expect(303);
    odette.get("/account").await.expect(200);
    odette.post(&format!("/account/sessions/{theirs}/ending"), &[]).await.expect(404);
}

#[actix_web::test]
async fn signing_out_everywhere_else_keeps_this_device() {
    let site = Site::new().await;
    let mut odette = odette(&site).await;
    let others = [
        site.device_of(odette.account.expect("an account")).await,
        site.device_of(odette.account.expect("an account")).await,
    ];
    let reply = odette.post("/account/sessions/ending", &[]).await.expect(303);
    odette.keep_cookies(&reply);
    odette.get("/account").await.expect(200).shows("All your other devices have been signed out");
    for other in others {
        other.get("/account").await.expect(303);
    }
}

/// A device that was left open is no proof of who holds it.
#[actix_web::test]
async fn who_has_no_password_signs_in_again_before_they_set_one() {
    use diesel::connection::SimpleConnection as _;
    let site = Site::new().await;
    let odette = odette(&site).await;
    let run = |sql: &str| site.read(|conn| Ok(conn.batch_execute(sql)?));
    run(
        "update accounts set password_hash = null; update sessions set created_at = created_at - interval '16 minutes'",
    );
    odette.post("/account/password", &[("next_password", NEW)]).await.expect(409).shows("has no password");
    odette.post("/account/address", &[("new_email", "other@example.org")]).await.expect(409);
    run("update sessions set created_at = created_at + interval '10 minutes'");
    odette.post("/account/password", &[("next_password", NEW)]).await.expect(303);
}
