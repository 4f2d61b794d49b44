//! Signing in and out, through HTTP.

use actix_web::test::TestRequest;

use super::tokens::token_of;
use crate::accounts::{self, Holder, Invitation};
use crate::members::{self, NewMember, Status};
use crate::platform::clock;
use crate::platform::i18n::Lang;
use crate::platform::testing::{PASSWORD, Reply, Site};
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

#[actix_web::test]
async fn the_known_the_unknown_and_the_closed_are_told_the_same() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let gone = site.signed_in(Role::Resident, "Gone Roy", None).await;
    site.act(|act| accounts::set_closed(act, gone.account.expect("an account"), true));
    let no_password = Invitation {
        holder: Holder::Guest { name: "Link Only".to_owned(), email: "link@example.org".to_owned() },
        role: Role::Resident,
        language: None,
        expires_on: None,
    };
    site.act(|act| accounts::open(act, &no_password, None));
    let addresses = ["odette.roy@example.org", "gone.roy@example.org", "link@example.org", "nobody@example.org"];
    let (mut sign_in, mut link) = (Vec::new(), Vec::new());
    for email in addresses {
        let masked = |reply: Reply| {
            let token = reply.body.split("form_token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
            let body = reply.body.replace(email, "EMAIL").replace(token.unwrap_or("-"), "TOKEN");
            (reply.status, body, reply.queries)
        };
        let fields = [("email", email), ("password", "not the password")];
        sign_in.push(masked(site.anonymous().post("/sign-in", &fields).await.expect(422)));
        link.push(masked(site.anonymous().post("/sign-in/link", &fields[..1]).await.expect(200)));
    }
    for answers in [sign_in, link] {
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
    }
    odette.get("/account").await.expect(200);
}

#[actix_web::test]
async fn after_sign_in_one_goes_on_here_and_nowhere_else() {
    let site = Site::new().await;
    site.signed_in(Role::Resident, "Odette Roy", None).await;
    let table = [
        ("/accounts?after=3", "/accounts?after=3"),
        ("/", "/"),
        ("", "/"),
        ("//evil.example", "/"),
        ("///evil.example", "/"),
        ("/\\evil.example", "/"),
        ("\\\\evil.example", "/"),
        ("https:evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("%2f%2fevil.example", "/"),
        ("/%2f%2fevil.example", "/"),
        ("/%2F%2Fevil.example", "/"),
        ("/%2fevil.example", "/"),
        ("/%5cevil.example", "/"),
        ("/\tevil.example", "/"),
        ("/\r\nset-cookie: a=b", "/"),
        (" //evil.example", "/"),
        ("/.//evil.example", "/"),
        ("@evil.example", "/"),
        ("/sign-in?next=/sign-in", "/"),
        ("/é", "/"),
    ];
    for (next, expected) in table {
        let fields = [("email", "odette.roy@example.org"), ("password", PASSWORD), ("next", next)];
        let reply = site.anonymous().post("/sign-in", &fields).await.expect(303);
        assert_eq!(reply.location(), expected, "{next:?}");
        let encoded: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
        site.anonymous().get(&format!("/sign-in?next={encoded}")).await.expect(200).hides("=\"//evil");
    }
    let away = site.anonymous().get("/accounts?after=3").await.expect(303);
    assert_eq!(away.location(), "/sign-in?next=%2Faccounts%3Fafter%3D3");
}

#[actix_web::test]
async fn a_session_that_was_there_before_is_not_the_one_that_comes_in() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    // an attacker's own session, and one that never was, put into the victim's browser before they sign in
    let preset = site.signed_in(Role::Resident, "Mallory Roy", None).await;
    let token = preset.get("/account").await.form_token();
    let fields = [("form_token", token.as_str()), ("email", "odette.roy@example.org"), ("password", PASSWORD)];
    let reply = preset.post_raw("/sign-in", &fields).await.expect(303);
    let mut victim = preset.clone();
    victim.keep_cookies(&reply);
    victim.get("/account").await.expect(200).shows("odette.roy@example.org");
    preset.get("/account").await.expect(303);
    let made_up = TestRequest::get().uri("/account").insert_header(("cookie", "session=0123456789"));
    site.anonymous().custom(made_up).await.expect(303);
    odette.get("/account").await.expect(200);
}

#[actix_web::test]
async fn a_session_signed_out_is_over() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let reply = odette.post("/sign-out", &[]).await.expect(303);
    assert_eq!(reply.header("clear-site-data"), "\"cache\", \"storage\"");
    odette.get("/account").await.expect(303);
    odette.post_raw("/account/appearance", &[]).await.expect(401);
}

#[actix_web::test]
async fn a_device_not_seen_before_is_told_of_by_mail() {
    let site = Site::new().await;
    site.signed_in(Role::Resident, "Odette Roy", None).await;
    assert_eq!(site.do_jobs().len(), 0, "not the first time");
    let token = site.anonymous().fresh_token().await;
    let fields = [("form_token", token.as_str()), ("email", "odette.roy@example.org"), ("password", PASSWORD)];
    for expected in [1, 0] {
        let request = TestRequest::post()
            .uri("/sign-in")
            .insert_header(("sec-fetch-site", "same-origin"))
            .insert_header(("user-agent", "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0"));
        site.anonymous().custom(request.set_form(fields)).await.expect(303);
        let mails = site.do_jobs();
        assert_eq!(mails.len(), expected, "{mails:?}");
        assert!(mails.iter().all(|mail| mail.contains("Firefox, Android")), "{mails:?}");
    }
}

#[actix_web::test]
async fn a_link_of_an_account_that_changed_is_dead() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let visitor = site.anonymous();
    visitor.post("/sign-in/link", &[("email", "odette.roy@example.org")]).await.expect(200);
    let mails = site.do_jobs();
    let path =
        mails[0].split("http://localhost:8080").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a link");
    let last = if path.ends_with('A') { 'B' } else { 'A' };
    let altered = format!("{}{last}", &path[..path.len() - 1]);
    visitor.post(&altered, &[]).await.expect(422);
    odette.post("/account/sessions/ending", &[]).await.expect(303);
    visitor.post(path, &[]).await.expect(422);
}

fn member(site: &Site, number: &str) -> i64 {
    let new = NewMember {
        number: number.to_owned(),
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
async fn a_stranger_shuts_nobody_out() {
    let site = Site::new().await;
    site.signed_in(Role::Resident, "Odette Roy", None).await;
    let mut stranger = site.anonymous();
    stranger.from = "198.51.100.7:4000";
    let (email, right) = (("email", "odette.roy@example.org"), ("password", PASSWORD));
    for _ in 0..10 {
        stranger.post("/sign-in", &[email, ("password", "wrong")]).await.expect(422);
        stranger.post("/sign-in/link/x", &[]).await.expect(422);
    }
    stranger.post("/sign-in", &[email, right]).await.expect(429);
    stranger.post("/sign-in/link/x", &[]).await.expect(422);
    site.anonymous().post("/sign-in/link/x", &[]).await.expect(422);
    site.anonymous().post("/sign-in", &[email, right]).await.expect(303);
    for _ in 0..12 {
        stranger.post("/sign-in/link", &[email]).await.expect(200);
    }
    site.anonymous().post("/sign-in/link", &[email]).await.expect(200);
    let links = site.do_jobs().iter().filter(|mail| mail.contains("/sign-in/link/")).count();
    assert_eq!(links, 4, "three for the stranger's asking, and the owner's own");
}

#[actix_web::test]
async fn what_one_network_may_ask_is_enough_for_an_evening_and_ends() {
    let site = Site::new().await;
    site.signed_in(Role::Resident, "Odette Roy", None).await;
    let visitor = site.anonymous();
    for number in 0..300 {
        let email = format!("neighbour{number}@example.org");
        visitor.post("/sign-in/link", &[("email", &email)]).await.expect(200);
    }
    visitor.post("/sign-in/link", &[("email", "odette.roy@example.org")]).await.expect(429);
    for _ in 0..130 {
        visitor.post("/sign-in", &[("email", "odette.roy@example.org"), ("password", PASSWORD)]).await.expect(303);
    }
    for number in 0..120 {
        let email = format!("neighbour{number}@example.org");
        visitor.post("/sign-in", &[("email", &email), ("password", "wrong")]).await.expect(422);
    }
    visitor.post("/sign-in", &[("email", "odette.roy@example.org"), ("password", PASSWORD)]).await.expect(429);
}

#[actix_web::test]
async fn who_gets_it_right_by_number_starts_afresh() {
    let site = Site::new().await;
    let id = member(&site, "77");
    site.signed_in(Role::Resident, "Odette Roy", Some(id)).await;
    let visitor = site.anonymous();
    for _ in 0..2 {
        for _ in 0..9 {
            visitor.post("/sign-in", &[("email", "77"), ("password", "wrong")]).await.expect(422);
        }
        visitor.post("/sign-in", &[("email", "77"), ("password", PASSWORD)]).await.expect(303);
    }
}

#[actix_web::test]
async fn access_ends_with_the_membership_and_comes_back_with_it() {
    let site = Site::new().await;
    let id = member(&site, "77");
    let odette = site.signed_in(Role::Resident, "Odette Roy", Some(id)).await;
    let machine = site.anonymous().with_bearer(&token_of(&site, &odette).await);
    let joan = site.as_admin().await;
    let account = odette.account.expect("an account");
    let today = clock::date_in(chrono_tz::America::Toronto, clock::now());
    let (day, tomorrow) = (today - chrono::Days::new(3), today + chrono::Days::new(1));
    let status = |status, from| site.act(|act| members::set_status(act, id, status, from, ""));
    let right = [("email", "odette.roy@example.org"), ("password", PASSWORD)];

    status(Status::OnLeave, day - chrono::Days::new(9));
    odette.get("/account").await.expect(200);
    status(Status::Former, day);
    odette.get("/account").await.expect(303);
    machine.get("/api/v1/me").await.expect(401);
    site.anonymous().post("/sign-in", &right).await.expect(422).shows("Your membership has ended");
    site.anonymous().post("/sign-in", &[right[0], ("password", "wrong")]).await.expect(422).hides("has ended");
    site.anonymous().post("/sign-in/link", &right[..1]).await.expect(200);
    let mail = site.do_jobs().into_iter().find(|mail| mail.contains("/sign-in/link/")).expect("a link");
    let path = mail.split("http://localhost:8080").nth(1).and_then(|rest| rest.split_whitespace().next());
    let path = path.expect("a link").to_owned();
    site.anonymous().post(&path, &[]).await.expect(422).shows("Your membership has ended");
    joan.get("/accounts").await.expect(200).shows("ended with the membership");
    joan.get(&format!("/accounts/{account}")).await.expect(200).shows("ended with the membership");
    joan.post(&format!("/accounts/{account}/invitation"), &[]).await.expect(409);

    status(Status::Applicant, day + chrono::Days::new(1));
    site.anonymous().post("/sign-in", &right).await.expect(303);
    machine.get("/api/v1/me").await.expect(401);
    joan.get("/accounts").await.expect(200).hides("ended with the membership");

    status(Status::Former, tomorrow);
    site.anonymous().post("/sign-in", &right).await.expect(303);
    let day_after = clock::now() + chrono::TimeDelta::days(2);
    assert!(site.read(|conn| accounts::acting(conn, account, day_after)).is_none(), "it ends by itself");
    site.act(|act| accounts::set_role(act, account, Role::Observer));
    assert!(site.read(|conn| accounts::acting(conn, account, day_after)).is_some(), "who audits stays");
}
