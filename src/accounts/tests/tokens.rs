//! API tokens: made once, shown once, stored only as a hash, ended with everything else.

use crate::accounts::{store, tokens};
use crate::platform::sql::row;
use crate::platform::testing::{PASSWORD, Site, Visitor};
use crate::policy::Role;

fn in_a_month(site: &Site) -> String {
    site.act(|act| Ok(act.today() + chrono::Days::new(30))).to_string()
}

fn secret_in(body: &str) -> Option<String> {
    let rest = body.split("id=\"key\">").nth(1)?;
    rest.split('<').next().map(str::to_owned)
}

/// A token of this visitor that may read who they are.
pub async fn token_of(site: &Site, visitor: &Visitor<'_>) -> String {
    let day = in_a_month(site);
    let fields =
        [("token_name", "Spreadsheet"), ("scopes", "account:read"), ("ends_on", &day), ("current_password", PASSWORD)];
    secret_in(&visitor.post("/account/tokens", &fields).await.expect(200).body).expect("a secret")
}

#[actix_web::test]
async fn a_token_is_shown_once_and_made_once() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let (token, day) = (odette.fresh_token().await, in_a_month(&site));
    let fields = [
        ("form_token", token.as_str()),
        ("token_name", "Spreadsheet"),
        ("scopes", "account:read"),
        ("scopes", "members:read"),
        ("ends_on", &day),
        ("current_password", PASSWORD),
    ];
    let reply = odette.post_raw("/account/tokens", &fields).await.expect(200).shows("data-copy=\"#key\"");
    assert_eq!(reply.header("cache-control"), "no-store");
    let secret = secret_in(&reply.body).expect("a secret");
    assert!(secret.starts_with(tokens::PREFIX) && secret.len() == tokens::PREFIX.len() + 43, "{secret}");
    odette.post_raw("/account/tokens", &fields).await.expect(200).shows("was already created").hides(tokens::PREFIX);
    odette
        .get("/account/tokens")
        .await
        .expect(200)
        .shows("Spreadsheet")
        .shows("Read the list of people")
        .hides(&secret);

    let held = site.read(|conn| store::tokens_of(conn, odette.account.expect("an account")));
    assert_eq!(held.len(), 1);
    let everything = site.read(|conn| {
        row! {
            struct Text {
                text: String,
            }
        }
        let query = "select coalesce((select string_agg(e::text, '') from events e), '') \
            || coalesce((select string_agg(s::text, '') from submissions s), '') \
            || coalesce((select string_agg(j::text, '') from jobs j), '') \
            || coalesce((select string_agg(t::text, '') from api_tokens t), '') as text";
        let row: Text = diesel::RunQueryDsl::get_result(diesel::sql_query(query), conn)?;
        Ok(row.text)
    });
    assert!(everything.contains("token.made") && !everything.contains(&secret[5..]), "the secret is stored nowhere");
}

#[actix_web::test]
async fn a_form_for_a_token_is_checked() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let observer = site.as_observer().await;
    let day = in_a_month(&site);
    let good =
        [("token_name", "Tool"), ("scopes", "tasks:write"), ("ends_on", day.as_str()), ("current_password", PASSWORD)];
    let wrong = [
        ("token_name", "", "e-token_name"),
        ("scopes", "everything", "e-scopes"),
        ("ends_on", "2020-01-01", "e-ends_on"),
        ("ends_on", "2190-01-01", "e-ends_on"),
        ("ends_on", "", "e-ends_on"),
        ("current_password", "wrong", "e-current_password"),
    ];
    for (field, value, shown) in wrong {
        let mut fields: Vec<_> = good.into_iter().filter(|(name, _)| *name != field).collect();
        fields.push((field, value));
        odette.post("/account/tokens", &fields).await.expect(422).shows(shown);
    }
    let none: Vec<_> = good.into_iter().filter(|(name, _)| *name != "scopes").collect();
    odette.post("/account/tokens", &none).await.expect(422).shows("e-scopes");
    observer.post("/account/tokens", &good).await.expect(422).shows("e-scopes");
    let page = observer.get("/account/tokens").await.expect(200).shows("polls:read").hides("tasks:write");
    assert!(page.queries <= 6, "{} queries", page.queries);
    assert!(site.read(|conn| store::tokens_of(conn, odette.account.expect("an account"))).is_empty());
    site.anonymous().post("/account/tokens", &good).await.expect(401);
}

#[actix_web::test]
async fn a_token_taken_back_is_dead_and_only_its_owner_can() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let joan = site.as_admin().await;
    let machine = site.anonymous().with_bearer(&token_of(&site, &odette).await);
    machine.get("/api/v1/me").await.expect(200);
    let id = site.read(|conn| store::tokens_of(conn, odette.account.expect("an account")))[0].id;
    let path = format!("/account/tokens/{id}/revocation");
    joan.post(&path, &[]).await.expect(404);
    machine.get("/api/v1/me").await.expect(200);
    odette.post(&path, &[]).await.expect(303);
    machine.get("/api/v1/me").await.expect(401);
    odette.post(&path, &[]).await.expect(404);
}

#[actix_web::test]
async fn a_token_that_is_not_whole_is_nobodys() {
    let site = Site::new().await;
    let odette = site.signed_in(Role::Resident, "Odette Roy", None).await;
    let token = token_of(&site, &odette).await;
    let hash = crate::platform::session::hex(&crate::platform::keys::digest(&token));
    let wrong = [
        token[..token.len() - 1].to_owned(),
        token.to_uppercase(),
        token.replace(tokens::PREFIX, "core_"),
        format!("{token} "),
        hash,
        String::new(),
    ];
    for wrong in wrong {
        site.anonymous().with_bearer(&wrong).get("/api/v1/me").await.expect(401);
    }
    // beside a session, in the address, or in a cookie it is nothing either
    odette.get("/api/v1/me").await.expect(401);
    for name in ["token", "api_key", "access_token", "t"] {
        site.anonymous().get(&format!("/api/v1/me?{name}={token}")).await.expect(400);
    }
    let cookie =
        actix_web::test::TestRequest::get().uri("/api/v1/me").insert_header(("cookie", format!("token={token}")));
    site.anonymous().custom(cookie).await.expect(401);
    let basic = actix_web::test::TestRequest::get()
        .uri("/api/v1/me")
        .insert_header(("authorization", format!("Basic {token}")));
    site.anonymous().custom(basic).await.expect(401);
    // and it opens no page
    site.anonymous().with_bearer(&token).get("/account").await.expect(303);
}
