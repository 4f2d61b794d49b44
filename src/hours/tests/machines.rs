//! A machine does with hours what the pages do, for the same people; it says which version it saw and is done once.

use actix_web::http::Method;
use serde_json::{Value, json};

use super::{ago, credit, kinds, number, run, work};
use crate::api::tests::{Coop, coop, post, read, send};
use crate::hours::Doer;
use crate::platform::testing::Visitor;
use crate::policy::Role;

async fn items(machine: &Visitor<'_>, path: &str) -> Vec<Value> {
    let page = read(&machine.get(path).await.expect(200));
    page["items"].as_array().cloned().unwrap_or_default()
}

fn claim(coop: &Coop, kind: i64, minutes: i32) -> Value {
    json!({ "kind_id": kind, "worked_on": ago(&coop.site, 1), "minutes": minutes, "done": "Weeded the front bed." })
}

#[actix_web::test]
async fn hours_are_claimed_changed_answered_and_taken_back() {
    let coop = coop().await;
    let odette = coop.machine(Role::Resident, Some(coop.odette)).await;
    let amara = coop.machine(Role::Resident, Some(coop.amara)).await;
    let today = coop.site.today();
    run(&coop.site, "insert into committees (name_en, name_fr) values ('Snow', 'Neige')");
    let snow = number(&coop.site, "select max(id) from committees");
    for table in ["seats", "leads"] {
        let of = format!(
            "insert into {table} (committee_id, member_id, during) values ({snow}, {}, '[{today},)')",
            coop.amara
        );
        run(&coop.site, &of);
    }
    let (gardening, _) = kinds(&coop.site, Some(snow));
    let listed = items(&odette, "/api/v1/hours/kinds").await;
    assert_eq!((listed.len(), &listed[0]["most_minutes"], &listed[0]["is_ended"]), (2, &json!(240), &json!(false)));
    for (field, wrong) in [
        ("minutes", json!(900)),
        ("minutes", json!(0)),
        ("minutes", json!(900 * 60)),
        ("worked_on", json!("2999-01-01")),
        ("worked_on", json!("20000-01-01")),
        ("kind_id", json!(987_654)),
        ("done", json!("")),
        ("for_home", json!("yes")),
    ] {
        let mut body = claim(&coop, gardening, 90);
        body[field] = wrong;
        let refused = post(&odette, "/api/v1/hours/claims", body).await.expect(422);
        assert_eq!(read(&refused)["errors"][0]["field"], field, "{}", refused.body);
    }
    let key = [("idempotency-key", "weeds")];
    let body = claim(&coop, gardening, 90);
    let made = send(&odette, (Method::POST, "/api/v1/hours/claims"), &key, &body).await.expect(201);
    let again = send(&odette, (Method::POST, "/api/v1/hours/claims"), &key, &body).await.expect(201);
    assert_eq!(made.body, again.body);
    let path = made.location().to_owned();
    assert_eq!(items(&odette, "/api/v1/hours/claims").await.len(), 1);
    assert_eq!(items(&odette, "/api/v1/hours/claims?status=approved").await.len(), 0);
    assert_eq!(items(&amara, "/api/v1/hours/claims").await.len(), 0);
    assert_eq!(items(&amara, "/api/v1/hours/claims?whose=to_answer").await.len(), 1);
    odette.get("/api/v1/hours/claims?whose=mine").await.expect(422);
    let tag = odette.get(&path).await.expect(200).header("etag").to_owned();
    let patch = async |machine: &Visitor<'_>, tag: &str, body: Value| {
        send(machine, (Method::PATCH, &path), &[("if-match", tag)], &body).await
    };
    patch(&amara, &tag, json!({ "minutes": 60 })).await.expect(404);
    patch(&odette, "\"9\"", json!({ "minutes": 60 })).await.expect(412);
    patch(&odette, &tag, json!({})).await.expect(422);
    let changed = read(&patch(&odette, &tag, json!({ "minutes": 60 })).await.expect(200));
    assert_eq!(
        (&changed["minutes"], &changed["done"], &changed["may_answer"]),
        (&json!(60), &json!("Weeded the front bed."), &json!(false))
    );
    let answer = format!("{path}/answer");
    post(&odette, &answer, json!({ "answer": "approve" })).await.expect(404);
    for wrong in [json!({}), json!({ "answer": "maybe" }), json!({ "answer": "refuse" })] {
        post(&amara, &answer, wrong).await.expect(422);
    }
    let approved = read(&post(&amara, &answer, json!({ "answer": "approve" })).await.expect(200));
    assert_eq!((&approved["status"], approved["steps"].as_array().map(Vec::len)), (&json!("approved"), Some(3)));
    let lines = items(&odette, "/api/v1/hours/lines").await;
    assert_eq!((lines.len(), &lines[0]["minutes"], &lines[0]["kind"]), (1, &json!(60), &json!("claim")));
    patch(&odette, &tag, json!({ "minutes": 30 })).await.expect(412);
    post(&odette, &format!("{path}/withdrawal"), Value::Null).await.expect(409);
    post(&amara, &format!("{path}/reopening"), json!({})).await.expect(422);
    let waits =
        read(&post(&amara, &format!("{path}/reopening"), json!({ "says": "The wrong week." })).await.expect(200));
    assert_eq!(waits["status"], "waiting");
    let lines = items(&odette, "/api/v1/hours/lines").await;
    assert_eq!(lines.iter().filter_map(|line| line["minutes"].as_i64()).sum::<i64>(), 0);
    post(&odette, &format!("{path}/withdrawal"), Value::Null).await.expect(200);
    let stranger = coop.machine(Role::Observer, None).await;
    stranger.get(&path).await.expect(403);
}

#[actix_web::test]
async fn a_line_is_contested_and_put_right_by_a_further_one() {
    let coop = coop().await;
    let odette = coop.machine(Role::Resident, Some(coop.odette)).await;
    let amara = coop.machine(Role::Resident, Some(coop.amara)).await;
    let admin = coop.machine(Role::Admin, None).await;
    credit(&coop.site, &work(1, "Rake", &ago(&coop.site, 1), 60), &[Doer::Member(coop.odette)]);
    credit(&coop.site, &work(2, "Paint", &ago(&coop.site, 20), 30), &[Doer::Member(coop.amara)]);
    let lines = items(&odette, "/api/v1/hours/lines").await;
    assert_eq!((lines.len(), &lines[0]["title_en"]), (1, &json!("Rake")));
    let path = format!("/api/v1/hours/lines/{}", lines[0]["id"]);
    amara.get(&path).await.expect(404);
    amara.get(&format!("/api/v1/hours/lines?member_id={}", coop.odette)).await.expect(403);
    assert_eq!(items(&amara, &format!("/api/v1/hours/lines?member_id={}", coop.amara)).await.len(), 1);
    assert_eq!(items(&admin, &format!("/api/v1/hours/lines?member_id={}", coop.odette)).await.len(), 1);
    assert_eq!(items(&admin, &format!("/api/v1/hours/lines?unit_id={}", coop.other_unit)).await.len(), 0);
    let since = format!("/api/v1/hours/lines?member_id={}&worked_from={}", coop.amara, ago(&coop.site, 5));
    assert_eq!(items(&admin, &since).await.len(), 0);
    for wrong in ["member_id=1&unit_id=1", "worked_from=soon", "member_id=0", "of=1"] {
        admin.get(&format!("/api/v1/hours/lines?{wrong}")).await.expect(422);
    }
    admin.get("/api/v1/hours/lines").await.expect(404);

    post(&amara, &format!("{path}/contests"), json!({ "says": "Not so." })).await.expect(404);
    post(&odette, &format!("{path}/contests"), json!({ "says": " " })).await.expect(422);
    let key = [("idempotency-key", "two hours")];
    let says = json!({ "says": "It was two hours." });
    let said = send(&odette, (Method::POST, &format!("{path}/contests")), &key, &says).await.expect(201);
    let again = send(&odette, (Method::POST, &format!("{path}/contests")), &key, &says).await.expect(201);
    assert_eq!(said.body, again.body);
    post(&odette, &format!("{path}/contests"), says).await.expect(409);
    let contest = read(&said)["contests"][0]["id"].clone();
    assert_eq!(read(&said)["is_contested"], true);
    let answer = format!("{path}/contests/{contest}/answer");
    post(&odette, &answer, json!({ "answer": "Yes." })).await.expect(404);
    for wrong in [json!({}), json!({ "answer": "Yes.", "right_minutes": 60_001 })] {
        post(&admin, &answer, wrong).await.expect(422);
    }
    let whole =
        read(&post(&admin, &answer, json!({ "answer": "You are right.", "right_minutes": 120 })).await.expect(200));
    assert_eq!((&whole["contests"][0]["answer"], &whole["minutes"]), (&json!("You are right."), &json!(60)));
    let lines = items(&odette, "/api/v1/hours/lines").await;
    assert_eq!(lines.iter().filter_map(|line| line["minutes"].as_i64()).sum::<i64>(), 120);
    post(&admin, &answer, json!({ "answer": "Again." })).await.expect(409);
    post(&admin, &format!("/api/v1/hours/lines/987654/contests/{contest}/answer"), json!({ "answer": "x" }))
        .await
        .expect(404);
    let account = read(&odette.get("/api/v1/hours").await.expect(200));
    assert_eq!((&account["given"], &account["per"]), (&json!(120), &Value::Null));
}
