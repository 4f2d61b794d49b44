//! What the gate stops before any handler sees it: requests of other sites, cookies that are not ours alone, words of others in
//! addresses.

use std::sync::Arc;

use actix_web::http::header;
use actix_web::test::TestRequest;

use crate::coops::{self, Details, Preset};
use crate::platform::state::{AppState, Proxies};
use crate::platform::testing::{PASSWORD, Reply, Site};
use crate::policy::Role;

/// A site as it is behind HTTPS.
async fn secure_site() -> Site {
    let plain = Site::empty().await;
    let of = &plain.state;
    let state = Arc::new(AppState {
        db: of.db.clone(),
        keys: of.keys.clone(),
        policy: of.policy.clone(),
        origin: "https://localhost:8080".to_owned(),
        secure: true,
        loopback: false,
        proxies: Default::default(),
        shared_parts: Default::default(),
        slices: crate::slices::ALL,
    });
    let details = Details { default_language: "en".to_owned(), ..Details::plain("Tamarack Co-op", "Coop Tamarack") };
    let coop =
        state.db.across_now(|conn| coops::found(conn, &state, &details, Preset::Ontario, false)).expect("a co-op");
    let mut site = Site::with(state);
    site.coop = coop;
    site
}

fn cookies(reply: &Reply) -> Vec<String> {
    reply.headers.get_all(header::SET_COOKIE).map(|value| value.to_str().unwrap_or_default().to_owned()).collect()
}

#[actix_web::test]
async fn unsafe_requests_come_from_our_own_pages() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let stranger = site.anonymous();
    let (own, foreign) = (Some("http://localhost:8080"), Some("https://evil.example"));
    // Sec-Fetch-Site, Origin, and whether it may go on: with a session, and without a cookie
    let table = [
        (Some("same-origin"), None, true, true),
        (Some("same-origin"), own, true, true),
        (Some("same-origin"), foreign, false, false),
        (Some("none"), None, true, true),
        (Some("none"), own, true, true),
        (Some("none"), foreign, false, false),
        (Some("same-site"), None, false, false),
        (Some("same-site"), own, false, false),
        (Some("cross-site"), None, false, false),
        (Some("cross-site"), own, false, false),
        (Some("cross-site"), foreign, false, false),
        (Some(""), None, false, false),
        (Some("Same-Origin"), None, false, false),
        (None, own, true, true),
        (None, foreign, false, false),
        (None, Some("null"), false, false),
        (None, Some("http://localhost:8080.evil.example"), false, false),
        (None, Some("http://localhost"), false, false),
        (None, Some("localhost:8080"), false, false),
        (None, Some(""), false, false),
        (None, None, false, true),
    ];
    for (fetch_site, origin, with_session, without) in table {
        for (visitor, may, passed) in [(&odette, with_session, 422), (&stranger, without, 401)] {
            let mut request = TestRequest::post().uri("/account/appearance");
            if let Some(value) = fetch_site {
                request = request.insert_header(("sec-fetch-site", value));
            }
            if let Some(value) = origin {
                request = request.insert_header((header::ORIGIN, value));
            }
            let form = [("form_token", odette.fresh_token().await)];
            let reply = visitor.custom(request.set_form(form)).await;
            assert_eq!(reply.status.as_u16(), if may { passed } else { 403 }, "{fetch_site:?} {origin:?} {may}");
        }
    }
    // whatever is there or not, and whatever the method: no path is an exception
    for (method, path) in [("POST", "/sign-out"), ("POST", "/nothing/here"), ("DELETE", "/account"), ("PUT", "/setup")]
    {
        let method = method.parse().expect("a method");
        let request = TestRequest::default().method(method).uri(path).insert_header(("sec-fetch-site", "cross-site"));
        odette.custom(request).await.expect(403);
    }
    odette.get("/account").await.expect(200);
}

#[actix_web::test]
async fn a_form_of_another_account_or_of_nobody_is_refused() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let paul = site.signed_in(Role::Resident, "Paul Roy", None).await;
    let good = odette.fresh_token().await;
    let wrong = [String::new(), "x.y".to_owned(), good[..good.len() - 1].to_owned(), paul.fresh_token().await];
    for token in wrong {
        for path in ["/account/appearance", "/account/password", "/account/sessions/ending", "/account/tokens"] {
            odette.post_raw(path, &[("form_token", &token), ("theme", "dark")]).await.expect(422);
        }
    }
}

#[actix_web::test]
async fn every_cookie_is_for_this_host_and_no_script() {
    let site = secure_site().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let fields = [("language", "fr"), ("theme", "auto"), ("text_size", "100")];
    let changed = odette.post("/account/appearance", &fields).await.expect(303);
    let signed_in = site
        .anonymous()
        .post("/sign-in", &[("email", "odette.roy@example.org"), ("password", PASSWORD)])
        .await
        .expect(303);
    let toggled = site.anonymous().get("/help?lang=fr").await.expect(200);
    let all: Vec<String> = [&changed, &signed_in, &toggled].into_iter().flat_map(cookies).collect();
    for name in ["session", "flash", "lang"] {
        assert!(all.iter().any(|cookie| cookie.starts_with(&format!("__Host-{name}="))), "{name}: {all:?}");
    }
    for cookie in all {
        for part in ["; HttpOnly", "; Secure", "; SameSite=Lax", "; Path=/"] {
            assert!(cookie.contains(part), "{part} is missing in {cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    assert!(signed_in.header("strict-transport-security").starts_with("max-age="));
}

#[actix_web::test]
async fn two_sessions_in_one_request_are_refused() {
    let site = Site::new().await;
    for value in ["session=a; session=b", "session=a; x=1; session=a"] {
        let request = TestRequest::get().uri("/help").insert_header((header::COOKIE, value));
        site.anonymous().custom(request).await.expect(400);
    }
    let request = TestRequest::get().uri("/help").insert_header((header::COOKIE, "session=a; lang=fr"));
    site.anonymous().custom(request).await.expect(200);
}

#[actix_web::test]
async fn what_is_behind_sign_in_is_kept_by_no_cache() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    for path in ["/account", "/account/tokens", "/nothing/here", "/sign-in"] {
        let reply = odette.get(path).await;
        assert_eq!(reply.header("cache-control"), "no-store", "{path}");
        assert_eq!(reply.header("x-frame-options"), "DENY");
        assert!(reply.header("content-security-policy").contains("frame-ancestors 'none'"));
    }
}

#[actix_web::test]
async fn only_names_of_the_server_and_its_coops_are_answered() {
    use diesel::RunQueryDsl as _;
    let site = Site::new().await;
    let asked = |host: &'static str, path: &'static str| {
        let mut visitor = site.anonymous();
        visitor.host = host;
        async move { visitor.get(path).await.status.as_u16() }
    };
    for host in ["localhost:8080", "LOCALHOST:9", "127.0.0.1:8080", "127.0.0.1", "[::1]:8080", "[::1]"] {
        assert_eq!(asked(host, "/sign-in").await, 200, "{host}");
    }
    for host in
        ["evil.example:8080", "", "localhost.evil.example", "127.0.0.1.evil.example", "192.0.2.1", "one.example.org"]
    {
        for path in ["/sign-in", "/api/v1/me", "/setup"] {
            assert_eq!(asked(host, path).await, 421, "{host} {path}");
        }
        assert_eq!((asked(host, "/healthz").await, asked(host, "/readyz").await), (200, 200));
    }
    site.act(
        |act| Ok(diesel::sql_query("insert into coop_hosts (host) values ('one.example.org')").execute(act.conn)?),
    );
    assert_eq!(asked("one.example.org:8080", "/sign-in").await, 200);

    let open = secure_site().await;
    let mut visitor = open.anonymous();
    visitor.host = "127.0.0.1:8080";
    visitor.get("/sign-in").await.expect(421).shows("There is no co-op at this address");
}

#[actix_web::test]
async fn what_a_visitor_says_of_their_own_address_is_not_believed() {
    use diesel::prelude::*;
    let plain = Site::new().await;
    let of = &plain.state;
    let state = Arc::new(AppState {
        db: of.db.clone(),
        keys: of.keys.clone(),
        policy: of.policy.clone(),
        origin: of.origin.clone(),
        secure: false,
        loopback: true,
        proxies: Proxies::of(&["127.0.0.1/32", "10.0.0.0/29"].map(|network| network.parse().expect("a network"))),
        shared_parts: Default::default(),
        slices: crate::slices::ALL,
    });
    let mut site = Site::with(state);
    site.coop = plain.coop;
    let visitor = site.anonymous();
    let table: [(&[&str], &str); 6] = [
        (&["203.0.113.9"], "203.0.113.9"),
        (&["192.0.2.66, 203.0.113.10"], "203.0.113.10"),
        (&["192.0.2.66", "203.0.113.11"], "203.0.113.11"),
        (&["192.0.2.66", "203.0.113.12, 10.0.0.2"], "203.0.113.12"),
        (&["192.0.2.66", "203.0.113.13", "10.0.0.2"], "203.0.113.13"),
        (&["192.0.2.66, nonsense, 10.0.0.2"], "10.0.0.2"),
    ];
    for (lines, network) in table {
        let token = visitor.fresh_token().await;
        let fields = [("form_token", token.as_str()), ("email", "x@example.org"), ("password", "wrong")];
        let mut request = TestRequest::post().uri("/sign-in").insert_header(("sec-fetch-site", "same-origin"));
        for line in lines {
            request = request.append_header(("x-forwarded-for", *line));
        }
        visitor.custom(request.set_form(fields)).await.expect(422);
        let counted = site.read(|conn| {
            use crate::schema::attempts::dsl::*;
            Ok(attempts.filter(subject.eq(format!("sign-in@{network}"))).count().get_result::<i64>(conn)?)
        });
        assert_eq!(counted, 1, "{lines:?}");
    }
}

#[actix_web::test]
async fn a_page_of_our_name_over_plain_http_is_not_ours() {
    let site = secure_site().await;
    site.act(|act| coops::answer_to(act, &["one.example.org".to_owned()]));
    let mut visitor = site.anonymous();
    visitor.host = "one.example.org";
    for (origin, status) in [("https://one.example.org", 422), ("http://one.example.org", 403)] {
        let request = TestRequest::post().uri("/sign-in").insert_header(("origin", origin));
        visitor.custom(request.set_form([("email", "")])).await.expect(status);
    }
}

/// Asks by way of an address, which tells of another one.
async fn forwarded(site: &Site, from: &'static str) -> Reply {
    let mut visitor = site.anonymous();
    visitor.from = from;
    visitor.custom(TestRequest::get().uri("/sign-in").insert_header(("x-forwarded-for", "203.0.113.9"))).await
}

#[actix_web::test]
async fn a_proxy_that_nobody_named_is_told_of() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    forwarded(&site, "198.51.100.7:4000").await.expect(200);
    assert_eq!(site.state.proxies.unnamed(), None, "whoever comes from outside may say what they like");
    joan.get("/upkeep").await.expect(200).hides("COOPERATOR_PROXIES");
    forwarded(&site, "10.0.0.7:4000").await.expect(200);
    joan.get("/upkeep").await.expect(200).shows("COOPERATOR_PROXIES").shows("10.0.0.7");
    joan.get("/upkeep?lang=fr").await.expect(200).shows("serveur mandataire, 10.0.0.7");
}

#[actix_web::test]
async fn a_form_older_than_it_is_remembered_is_refused() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let hour = crate::platform::clock::now().timestamp() / 3_600;
    for (age, old) in [(0, false), (20, false), (24, true), (400, true)] {
        let stamp = format!("{}-{age}", hour - age);
        let message = format!("{}/{}/0/{stamp}", site.coop.0, odette.account.expect("an account"));
        let token = format!("{stamp}.{}", site.state.keys.sign(b"form", message.as_bytes()));
        let reply = odette.post_raw("/account/appearance", &[("form_token", &token)]).await.expect(422);
        assert_eq!(reply.body.contains("open for more than a day"), old, "{age}");
    }
}

#[actix_web::test]
async fn a_form_that_is_too_large_says_so() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let long = "x".repeat(crate::platform::forms::FORM_BYTES_MAX);
    admin.post("/tasks", &[("title", &long)]).await.expect(413).shows("That is too long");
    admin.post("/tasks?lang=fr", &[("title", &long)]).await.expect(413).shows("C’est trop long");
}
