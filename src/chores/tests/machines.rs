//! A machine does with chores what the pages do, for the same people; it says which version it saw and is done once.

use actix_web::http::Method;
use serde_json::{Value, json};

use crate::api::tests::{Coop, coop, post, read, send};
use crate::hours;
use crate::platform::testing::Visitor;
use crate::policy::Role;

async fn items(machine: &Visitor<'_>, path: &str) -> Vec<Value> {
    let page = read(&machine.get(path).await.expect(200));
    page["items"].as_array().cloned().unwrap_or_default()
}

fn daily(coop: &Coop, pool: &[i64]) -> Value {
    json!({ "title": "Sweep the stairs", "credit_minutes": 60, "first_on": coop.site.today(), "rule": "FREQ=DAILY",
            "pool_of": "unit", "pool": pool, "strategy": "in_order" })
}

/// The turns of a chore by their day, as a machine reads them.
async fn turns(machine: &Visitor<'_>, chore: i64) -> Vec<Value> {
    let mut all = items(machine, &format!("/api/v1/chores/turns?chore_id={chore}&limit=100")).await;
    all.sort_by_key(|turn| turn["due_on"].as_str().map(str::to_owned));
    all
}

#[actix_web::test]
async fn a_chore_is_set_up_changed_and_ended_through_the_interface() {
    let coop = coop().await;
    let admin = coop.machine(Role::Admin, None).await;
    let odette = coop.machine(Role::Resident, Some(coop.odette)).await;
    let new = daily(&coop, &[coop.unit, coop.other_unit]);
    post(&odette, "/api/v1/chores", new.clone()).await.expect(403);
    let key = [("idempotency-key", "stairs")];
    let made = send(&admin, (Method::POST, "/api/v1/chores"), &key, &new).await.expect(201);
    let again = send(&admin, (Method::POST, "/api/v1/chores"), &key, &new).await.expect(201);
    assert_eq!(made.body, again.body);
    let path = made.location().to_owned();
    let chore = read(&made);
    assert_eq!((&chore["rule_en"], &chore["pool"][0]["name"]), (&json!("every day"), &json!("22")));
    let seen = odette.get(&path).await.expect(200);
    assert_eq!(seen.header("etag"), "\"1\"");
    assert_eq!(items(&odette, "/api/v1/chores").await.len(), 1);
    for (field, wrong) in [
        ("title", json!("")),
        ("rule", json!("FREQ=SECONDLY")),
        ("rule", json!("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
        ("first_on", json!("20000-01-01")),
        ("pool", json!([987_654])),
        ("pool", json!([])),
        ("strategy", json!("best")),
        ("credit_minutes", json!(6_001)),
        ("pool_of", json!("dog")),
    ] {
        let mut body = new.clone();
        body[field] = wrong;
        let refused = post(&admin, "/api/v1/chores", body).await.expect(422);
        assert_eq!(read(&refused)["errors"][0]["field"], field, "{}", refused.body);
    }
    let edit =
        async |body: Value, tag: &'static str| send(&admin, (Method::PATCH, &path), &[("if-match", tag)], &body).await;
    edit(json!({ "credit_minutes": 45 }), "\"7\"").await.expect(412);
    edit(json!({}), "\"1\"").await.expect(422);
    edit(json!({ "title": null }), "\"1\"").await.expect(422);
    let edited =
        read(&edit(json!({ "credit_minutes": 45, "rule": "FREQ=WEEKLY;BYDAY=MO" }), "\"1\"").await.expect(200));
    assert_eq!((&edited["credit_minutes"], &edited["rule_en"]), (&json!(45), &json!("every Monday")));
    assert_eq!(edited["title"], "Sweep the stairs");
    send(&odette, (Method::PATCH, &path), &[], &json!({ "title": "x" })).await.expect(403);
    post(&odette, &format!("{path}/ending"), Value::Null).await.expect(403);
    let ended = read(&post(&admin, &format!("{path}/ending"), Value::Null).await.expect(200));
    assert_eq!(ended["ended_on"], json!(coop.site.today()));
    send(&admin, (Method::PATCH, &path), &[], &json!({ "title": "x" })).await.expect(409);
    post(&admin, &format!("{path}/call"), Value::Null).await.expect(409);
    odette.get("/api/v1/chores/987654").await.expect(404);
}

#[actix_web::test]
async fn turns_are_ticked_called_off_and_called_for() {
    let coop = coop().await;
    let admin = coop.machine(Role::Admin, None).await;
    let odette = coop.machine(Role::Resident, Some(coop.odette)).await;
    let chore = read(&post(&admin, "/api/v1/chores", daily(&coop, &[coop.unit, coop.other_unit])).await.expect(201));
    let chore = chore["id"].as_i64().expect("a number");
    let all = turns(&odette, chore).await;
    assert_eq!(
        (&all[0]["holders"][0]["unit"]["label"], &all[1]["holders"][0]["unit"]["label"]),
        (&json!("22"), &json!("23"))
    );
    assert!(all[0]["why_en"].as_str().is_some_and(|why| !why.is_empty()) && all[0]["why_fr"] != all[0]["why_en"]);
    let only = |query: String| format!("/api/v1/chores/turns?chore_id={chore}&limit=100&{query}");
    let of_home = items(&odette, &only(format!("unit_id={}", coop.unit))).await;
    assert!(!of_home.is_empty() && of_home.len() < all.len());
    assert_eq!(items(&odette, &only(format!("due_from={0}&due_until={0}", coop.site.today()))).await.len(), 1);
    odette.get(&only("due_from=soon".to_owned())).await.expect(422);
    odette.get(&only("unit_id=1&unit_id=2".to_owned())).await.expect(422);

    let page = read(&odette.get(&only("limit=1".to_owned())).await.expect(422));
    assert_eq!(page["errors"][0]["field"], "limit", "twice");
    let first = read(&odette.get(&format!("/api/v1/chores/turns?chore_id={chore}&limit=2")).await.expect(200));
    let after = &first["next"];
    assert_eq!((first["items"].as_array().map(Vec::len), after), (Some(2), &first["items"][1]["id"]));
    let next = read(&odette.get(&format!("/api/v1/chores/turns?chore_id={chore}&after={after}")).await.expect(200));
    assert!(next["items"][0]["id"].as_i64() > after.as_i64());

    let path = |turn: &Value| format!("/api/v1/chores/turns/{}", turn["id"]);
    let (today, task) = (path(&all[0]), all[0]["task_id"].as_i64().expect("a task"));
    let tag = odette.get(&today).await.expect(200).header("etag").to_owned();
    post(&odette, &format!("{today}/tick"), json!({})).await.expect(422);
    post(&odette, &format!("{today}/tick"), json!({ "member_ids": [987_654] })).await.expect(422);
    let done = json!({ "member_ids": [coop.odette] });
    send(&odette, (Method::POST, &format!("{today}/tick")), &[("if-match", "\"99\"")], &done).await.expect(412);
    let key = [("if-match", tag.as_str()), ("idempotency-key", "tick")];
    let first = send(&odette, (Method::POST, &format!("{today}/tick")), &key, &done).await.expect(200);
    let again = send(&odette, (Method::POST, &format!("{today}/tick")), &key, &done).await.expect(200);
    assert_eq!((&first.body, &read(&first)["state"]), (&again.body, &json!("done")));
    let credited = coop.site.read(|conn| hours::credited(conn, "task", task));
    assert_eq!(
        credited.iter().map(|line| (line.member_id, line.minutes)).collect::<Vec<_>>(),
        [(Some(coop.odette), 60)]
    );
    post(&odette, &format!("{today}/tick"), done).await.expect(409);

    let later = path(&all[3]);
    post(&odette, &format!("{later}/skipping"), json!({ "why": "No." })).await.expect(403);
    post(&admin, &format!("{later}/skipping"), json!({})).await.expect(422);
    let skipped =
        read(&post(&admin, &format!("{later}/skipping"), json!({ "why": "The painters are here." })).await.expect(200));
    assert_eq!((&skipped["state"], &skipped["note"]), (&json!("skipped"), &json!("The painters are here.")));
    post(&odette, &format!("/api/v1/chores/{chore}/call"), Value::Null).await.expect(403);
    post(&admin, &format!("/api/v1/chores/{chore}/call"), Value::Null).await.expect(409);

    let snow = json!({ "title": "Snow", "first_on": coop.site.today(), "pool_of": "unit", "pool": [coop.unit], "strategy": "in_order" });
    let snow = read(&post(&admin, "/api/v1/chores", snow).await.expect(201));
    assert_eq!(snow["rule"], Value::Null);
    let called = post(&admin, &format!("/api/v1/chores/{}/call", snow["id"]), Value::Null).await.expect(201);
    assert_eq!(read(&called)["called_for"], true);
    odette.get(called.location()).await.expect(200);
}

#[actix_web::test]
async fn swaps_need_both_sides_and_absences_are_ones_own() {
    let coop = coop().await;
    let admin = coop.machine(Role::Admin, None).await;
    let odette = coop.machine(Role::Resident, Some(coop.odette)).await;
    let amara = coop.machine(Role::Resident, Some(coop.amara)).await;
    let chore = read(&post(&admin, "/api/v1/chores", daily(&coop, &[coop.unit, coop.other_unit])).await.expect(201));
    let chore = chore["id"].as_i64().expect("a number");
    let all = turns(&odette, chore).await;
    let (hers, others) = (all[2]["id"].clone(), all[3]["id"].clone());
    let path = format!("/api/v1/chores/turns/{hers}");
    post(&amara, &format!("{path}/swaps"), json!({ "other_turn_id": others })).await.expect(403);
    for wrong in [json!({}), json!({ "other_turn_id": hers }), json!({ "other_turn_id": 987_654 })] {
        post(&odette, &format!("{path}/swaps"), wrong).await.expect(422);
    }
    let asked = post(&odette, &format!("{path}/swaps"), json!({ "other_turn_id": others })).await.expect(201);
    post(&odette, &format!("{path}/swaps"), json!({ "other_turn_id": others })).await.expect(409);
    let listed = items(&amara, asked.location()).await;
    assert_eq!((listed.len(), &listed[0]["state"], &listed[0]["to_name"]), (1, &json!("asked"), &json!("23")));
    let swap = format!("/api/v1/chores/swaps/{}", listed[0]["id"]);
    post(&odette, &format!("{swap}/answer"), json!({ "yes": true })).await.expect(403);
    for wrong in [json!({}), json!({ "yes": "yes" }), json!({ "yes": null })] {
        post(&amara, &format!("{swap}/answer"), wrong).await.expect(422);
    }
    let agreed = read(&post(&amara, &format!("{swap}/answer"), json!({ "yes": true })).await.expect(200));
    assert_eq!(agreed["state"], "accepted");
    let now = read(&amara.get(&path).await.expect(200));
    assert_eq!((&now["holders"][0]["unit"]["label"], &now["picked_unit_id"]), (&json!("23"), &json!(coop.unit)));
    post(&amara, &format!("{swap}/answer"), json!({ "yes": false })).await.expect(409);
    let back = read(&post(&odette, &format!("{swap}/removal"), Value::Null).await.expect(200));
    assert_eq!(back["state"], "withdrawn");

    for wrong in [
        json!({}),
        json!({ "member_id": coop.amara }),
        json!({ "unit_id": 1, "member_id": 1 }),
        json!({ "unit_id": coop.unit }),
    ] {
        post(&odette, &format!("{path}/stand-in"), wrong).await.expect(422);
    }
    let stand_in = post(&odette, &format!("{path}/stand-in"), json!({ "unit_id": coop.other_unit })).await.expect(201);
    let swap = format!("/api/v1/chores/swaps/{}", read(&stand_in)["id"]);
    let refused = read(&post(&amara, &format!("{swap}/answer"), json!({ "yes": false })).await.expect(200));
    assert_eq!((&refused["state"], items(&amara, stand_in.location()).await.len()), (&json!("refused"), 0));

    let (from, until) = (coop.site.today() + chrono::Days::new(30), coop.site.today() + chrono::Days::new(40));
    let away = json!({ "unit_id": coop.unit, "starts_on": from, "ends_on": until });
    post(&amara, "/api/v1/chores/absences", away.clone()).await.expect(403);
    let wrong = json!({ "unit_id": coop.unit, "starts_on": until, "ends_on": from });
    let wrong = read(&post(&odette, "/api/v1/chores/absences", wrong).await.expect(422));
    assert_eq!(wrong["errors"][0]["field"], "ends_on");
    let key = [("idempotency-key", "away")];
    let first = send(&odette, (Method::POST, "/api/v1/chores/absences"), &key, &away).await.expect(201);
    let again = send(&odette, (Method::POST, "/api/v1/chores/absences"), &key, &away).await.expect(201);
    assert_eq!(first.body, again.body);
    let mine = items(&odette, "/api/v1/chores/absences").await;
    assert_eq!((mine.len(), &mine[0]["ends_on"]), (1, &json!(until)));
    assert_eq!(items(&amara, "/api/v1/chores/absences").await.len(), 0);
    let path = format!("/api/v1/chores/absences/{}/removal", mine[0]["id"]);
    post(&amara, &path, Value::Null).await.expect(404);
    post(&odette, &path, Value::Null).await.expect(200);
    post(&odette, &path, Value::Null).await.expect(404);
    let observer = coop.machine(Role::Observer, None).await;
    assert_eq!(items(&observer, "/api/v1/chores/absences").await.len(), 0);
    post(&observer, "/api/v1/chores/absences", away).await.expect(403);
}
