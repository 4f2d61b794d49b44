//! What is refused, and how: always as problem+json, never with a fault of the server's own.

use actix_web::http::header;
use actix_web::test::TestRequest;
use serde_json::{Value, json};

use super::{coop, read};
use crate::platform::testing::Reply;
use crate::policy::Role;

pub fn problem(reply: &Reply, status: u16) -> Value {
    assert_eq!(reply.status.as_u16(), status, "{}", reply.body);
    assert!(reply.header("content-type").starts_with("application/problem+json"), "{:?}", reply.headers);
    let body = read(reply);
    assert_eq!(body["status"], status);
    assert!(body["type"].is_string() && body["title"].as_str().is_some_and(|title| !title.is_empty()));
    body
}

pub fn fields(body: &Value) -> Vec<&str> {
    body["errors"].as_array().map(|list| list.iter().filter_map(|e| e["field"].as_str()).collect()).unwrap_or_default()
}

fn post(body: impl Into<Vec<u8>>) -> TestRequest {
    TestRequest::post()
        .uri("/api/v1/tasks")
        .insert_header((header::CONTENT_TYPE, "application/json"))
        .set_payload(body.into())
}

#[actix_web::test]
async fn addresses_and_methods_that_are_not_there() {
    let coop = coop().await;
    let machine = coop.machine(Role::Admin, None).await;
    for path in ["/api/", "/api/v1", "/api/v2/me", "/api/v1/nothing", "/api/v1/members/x", "/api/v1/members/1.5"] {
        problem(&machine.get(path).await, 404);
        problem(&coop.site.anonymous().get(path).await, if path.contains("members") { 401 } else { 404 });
    }
    for id in ["0", "-1", "99_999_999", "9223372036854775807", "9223372036854775808", "１"] {
        let encoded: String = url::form_urlencoded::byte_serialize(id.as_bytes()).collect();
        for kind in ["members", "units", "tasks", "polls", "decisions"] {
            problem(&machine.get(&format!("/api/v1/{kind}/{encoded}")).await, 404);
        }
    }
    let reply = machine.custom(TestRequest::delete().uri("/api/v1/tasks")).await;
    problem(&reply, 405);
    assert_eq!(reply.header("allow"), "GET, POST, HEAD");
}

#[actix_web::test]
async fn parameters_out_of_bounds() {
    let coop = coop().await;
    let machine = coop.machine(Role::Admin, None).await;
    let wrong = [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=", "limit"),
        ("limit=ten", "limit"),
        ("limit=1e3", "limit"),
        ("limit=1&limit=2", "limit"),
        ("limit=9223372036854775808", "limit"),
        ("after=0", "after"),
        ("after=-1", "after"),
        ("after=NaN", "after"),
        ("sort=name", "sort"),
        ("%3Cscript%3E=1", "<script>"),
    ];
    for kind in ["members", "units", "tasks", "polls", "decisions"] {
        for (query, field) in wrong {
            let body = problem(&machine.get(&format!("/api/v1/{kind}?{query}")).await, 422);
            assert!(!fields(&body).is_empty() && fields(&body).iter().all(|name| *name == field), "{query}: {body}");
        }
        problem(&machine.get(&format!("/api/v1/{kind}?limit=%00")).await, 400);
        machine.get(&format!("/api/v1/{kind}?limit=100&after=1")).await.expect(200);
    }
    problem(&machine.get("/api/v1/me?limit=1").await, 422);
}

#[actix_web::test]
async fn bodies_that_cannot_be_read() {
    let coop = coop().await;
    let machine = coop.machine(Role::Admin, None).await;
    let deep = format!("{{\"title\":{}1{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let many = format!("{{{}}}", (0..5_000).map(|n| format!("\"k{n}\":1")).collect::<Vec<_>>().join(","));
    let unreadable: [&[u8]; 14] = [
        b"",
        b"{",
        b"null",
        b"[]",
        b"\"title\"",
        b"{\"title\":\"a\",\"title\":\"b\"}",
        b"{\"title\":\"\\ud800\"}",
        b"{\"title\":\"\xff\"}",
        b"{\"title\":1e400}",
        b"{title:1}",
        b"{\"title\":\"a\"} {}",
        b"title=a",
        deep.as_bytes(),
        many.as_bytes(),
    ];
    for body in unreadable {
        problem(&machine.custom(post(body)).await, 400);
    }
    problem(&machine.custom(post(vec![b' '; crate::api::BODY_BYTES_MAX + 1])).await, 413);
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml", ""] {
        let request = TestRequest::post().uri("/api/v1/tasks").insert_header((header::CONTENT_TYPE, kind));
        problem(&machine.custom(request.set_payload("{\"title\":\"x\"}")).await, 415);
    }
}

#[actix_web::test]
async fn fields_that_are_wrong_are_named() {
    let coop = coop().await;
    let machine = coop.machine(Role::Admin, None).await;
    let before = read(&machine.get("/api/v1/tasks").await);
    let wrong = [
        (json!({}), vec!["title"]),
        (json!({ "title": "  " }), vec!["title"]),
        (json!({ "title": null }), vec!["title"]),
        (json!({ "title": 5 }), vec!["title"]),
        (json!({ "title": "x\u{0}y" }), vec!["title"]),
        (json!({ "title": "x".repeat(201) }), vec!["title"]),
        (json!({ "title": "x", "details": "y".repeat(8_001) }), vec!["details"]),
        (json!({ "title": "x", "due_on": "2026-02-30" }), vec!["due_on"]),
        (json!({ "title": "x", "due_on": "" }), vec!["due_on"]),
        (json!({ "title": "x", "due_on": 5 }), vec!["due_on"]),
        (json!({ "title": "x", "member_id": "1" }), vec!["member_id"]),
        (json!({ "title": "x", "member_id": 1.5 }), vec!["member_id"]),
        (json!({ "title": "x", "member_id": 0 }), vec!["member_id"]),
        (json!({ "title": "x", "member_id": 99_999_999 }), vec!["member_id"]),
        (json!({ "title": "x", "unit_id": 99_999_999 }), vec!["unit_id"]),
        (json!({ "title": "x", "committee_id": 99_999_999 }), vec!["committee_id"]),
        (json!({ "title": "x", "unit_id": u64::MAX }), vec!["unit_id"]),
        (json!({ "title": "x", "member_id": coop.odette, "unit_id": coop.unit }), vec!["unit_id"]),
        (json!({ "title": "x", "credit_minutes": 6001 }), vec!["credit_minutes"]),
        (json!({ "title": "x", "credit_minutes": -1 }), vec!["credit_minutes"]),
        (
            json!({ "title": "x", "coop_id": 1, "status": "done", "created_by": 1 }),
            vec!["coop_id", "created_by", "status"],
        ),
    ];
    for (body, expected) in wrong {
        let refused = problem(&machine.custom(post(body.to_string())).await, 422);
        let mut named = fields(&refused);
        named.sort_unstable();
        assert_eq!(named, expected, "{body}");
        assert!(refused["errors"][0]["detail"].as_str().is_some_and(|words| !words.contains('«')), "{refused}");
    }
    assert_eq!(read(&machine.get("/api/v1/tasks").await), before, "nothing was stored");
}

#[actix_web::test]
async fn a_cookie_opens_nothing_and_no_other_site_is_invited() {
    let coop = coop().await;
    let joan = coop.site.as_admin().await;
    problem(&joan.get("/api/v1/members").await, 401);
    let form = joan.post("/api/v1/tasks", &[("title", "x")]).await;
    problem(&form, 401);
    let machine = coop.machine(Role::Admin, None).await;
    for origin in ["https://evil.example", "null", "https://localhost:8080.evil.example"] {
        let foreign = || TestRequest::default().uri("/api/v1/me").insert_header((header::ORIGIN, origin));
        let reply = machine.custom(foreign()).await.expect(200);
        assert_eq!(reply.header("access-control-allow-origin"), "");
        let asked = foreign().method(actix_web::http::Method::OPTIONS);
        let reply = machine.custom(asked.insert_header(("access-control-request-method", "POST"))).await;
        problem(&reply, 405);
        assert_eq!(reply.header("access-control-allow-origin"), "");
    }
    let reply = coop.site.anonymous().get("/api/v1/me").await;
    problem(&reply, 401);
    assert_eq!(reply.header("www-authenticate"), "Bearer");
}

#[actix_web::test]
async fn wrong_tokens_are_counted_and_right_ones_go_on() {
    let coop = coop().await;
    let machine = coop.machine(Role::Resident, None).await;
    let guess = coop.site.anonymous().with_bearer("coop_guess");
    for _ in 0..60 {
        problem(&guess.get("/api/v1/me").await, 401);
    }
    let reply = guess.get("/api/v1/me").await;
    problem(&reply, 429);
    assert!(reply.header("retry-after").parse::<u64>().is_ok());
    machine.get("/api/v1/me").await.expect(200);
    problem(&coop.site.anonymous().get("/api/v1/me").await, 401);
}
