//! The description of the API says what there is.

use serde_json::Value;

use crate::platform::testing::Site;
use crate::routes::API;

fn document() -> Value {
    serde_json::to_value(crate::api::document(crate::slices::ALL)).expect("a document")
}

#[test]
fn it_lists_exactly_the_routes_of_the_table() {
    let mut described: Vec<String> = Vec::new();
    for (path, methods) in document()["paths"].as_object().expect("paths") {
        described.extend(methods.as_object().expect("methods").keys().map(|method| format!("{method} {path}")));
    }
    described.sort();
    let mut listed: Vec<String> = API.iter().map(|route| format!("{} {}", route.method, route.path)).collect();
    listed.sort();
    assert_eq!(described, listed);
}

#[test]
fn every_operation_says_what_it_may_answer() {
    let document = document();
    let mut names = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let answers = operation["responses"].as_object().expect("responses");
            let mut expected = vec!["400", "401", "403", "404", "422", "429", "503"];
            // An entry of the register that turned out to be another's leads on.
            expected.extend((path == "/api/v1/members/{id}").then_some("307"));
            // A ballot is there or not: casting it makes nothing new, and comes too late once the vote is closed.
            // A task that changes is the one that it was, in the version that was seen; whoever takes one sends nothing.
            let versioned = ["/tasks/{id}", "/chores/{id}", "/chores/turns/{id}", "/hours/claims/{id}"];
            let versioned = versioned.iter().any(|one| path.starts_with(&format!("/api/v1{one}")));
            let end = path.rsplit('/').next().unwrap_or_default();
            let adds = ["chores", "call", "swaps", "stand-in", "absences", "claims", "contests"].contains(&end);
            let made = match end {
                "tasks" => ["201"].as_slice(),
                _ if adds => &["201", "409"],
                _ if versioned => &["200", "409", "412"],
                _ => &["200", "409"],
            };
            let removal = end == "removal" && !path.ends_with("/holders/removal");
            let bodiless = removal || ["taking", "ending", "call", "withdrawal"].contains(&end);
            let body: &[&str] = if bodiless { &[] } else { &["413", "415"] };
            expected.extend(if method == "get" { vec!["200"] } else { [made, body].concat() });
            expected.sort_unstable();
            let mut statuses: Vec<&str> = answers.keys().map(String::as_str).collect();
            statuses.sort_unstable();
            assert_eq!(statuses, expected, "{method} {path}");
            for (status, answer) in answers {
                if status == "307" {
                    continue;
                }
                let kind = match status.starts_with('2') {
                    true if path.contains("/files/") => "application/octet-stream",
                    true => "application/json",
                    false => "application/problem+json",
                };
                assert!(answer["content"][kind]["schema"].is_object(), "{method} {path} {status}");
                assert!(!answer["description"].as_str().unwrap_or_default().is_empty(), "{method} {path} {status}");
            }
            assert!(operation["summary"].is_string() && operation["tags"].is_array(), "{method} {path}");
            names.push(operation["operationId"].as_str().expect("a name").to_owned());
        }
    }
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count, "an operation's name is its own");
    assert_eq!(document["security"][0]["token"], serde_json::json!([]));
    assert_eq!(document["components"]["securitySchemes"]["token"]["scheme"], "bearer");
    assert_eq!(document["openapi"], "3.1.0");
}

#[actix_web::test]
async fn it_is_served_to_anybody_and_so_is_the_page() {
    let site = Site::new().await;
    let reply = site.anonymous().get("/openapi.json").await.expect(200);
    assert_eq!(serde_json::from_str::<Value>(&reply.body).expect("JSON"), document());
    let page = site.anonymous().get("/docs").await.expect(200).shows("swagger-ui-bundle.js");
    assert!(!page.header("content-security-policy").contains("unsafe"));
    for file in ["swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "swagger-initializer.js"]
    {
        site.anonymous().get(&format!("/docs/{file}")).await.expect(200);
    }
    for file in ["index.html", "nothing", "..%2fCargo.toml", "oauth2-redirect.html"] {
        site.anonymous().get(&format!("/docs/{file}")).await.expect(404);
    }
}
