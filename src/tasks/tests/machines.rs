//! A machine does with tasks what the pages do, for the same people; it says which version it saw and is done once.

use actix_web::http::Method;
use serde_json::{Value, json};

use crate::api::tests::{Coop, coop, post, read, send};
use crate::hours;
use crate::policy::Role;
use crate::tasks::{self, Holder, NewTask};

fn task(coop: &Coop, holder: Option<i64>, minutes: i32) -> i64 {
    let holders = holder.map(Holder::Member).into_iter().collect();
    let new = NewTask { title: "Rake".to_owned(), holders, credit_minutes: minutes, ..NewTask::default() };
    coop.site.act(|act| tasks::create(act, &new))
}

#[actix_web::test]
async fn a_task_goes_its_whole_way_through_the_interface() {
    let coop = coop().await;
    let admin = coop.machine(Role::Admin, None).await;
    let odette = coop.machine(Role::Resident, Some(coop.odette)).await;
    let id = task(&coop, None, 60);
    let path = format!("/api/v1/tasks/{id}");
    let seen = odette.get(&path).await.expect(200);
    assert_eq!(seen.header("etag"), "\"1\"");
    let taken = post(&odette, &format!("{path}/taking"), Value::Null).await.expect(200);
    assert_eq!(read(&taken)["holders"][0]["member"]["name"], "Odette Roy");
    assert_eq!(taken.header("etag"), "\"2\"");
    let edit = |body: Value, tag: &'static str| {
        let (admin, path) = (&admin, path.clone());
        async move { send(admin, (Method::PATCH, &path), &[("if-match", tag)], &body).await }
    };
    edit(json!({ "due_on": "2027-03-01" }), "\"1\"").await.expect(412);
    let edited =
        edit(json!({ "due_on": "2027-03-01", "due_at": "18:30", "priority": "high" }), "\"2\"").await.expect(200);
    let edited = read(&edited);
    assert_eq!(
        (&edited["due_at"], &edited["priority"], &edited["title"]),
        (&json!("18:30"), &json!("high"), &json!("Rake"))
    );
    for wrong in [
        json!({}),
        json!({ "title": null }),
        json!({ "due_on": null }),
        json!({ "priority": "urgent" }),
        json!({ "places": 0 }),
        json!({ "starts_on": "2027-04-01" }),
        json!({ "status": "done" }),
        json!({ "credit_minutes": 6001 }),
    ] {
        edit(wrong, "\"3\"").await.expect(422);
    }
    send(&admin, (Method::PATCH, &path), &[("if-match", "3")], &json!({ "title": "x" })).await.expect(422);
    let moved = post(&odette, &format!("{path}/move"), json!({ "status": "doing" })).await.expect(200);
    assert_eq!(read(&moved)["status"], "doing");
    post(&odette, &format!("{path}/move"), json!({ "status": "cancelled" })).await.expect(422);
    let holder = json!({ "member_id": coop.amara });
    post(&odette, &format!("{path}/holders"), holder.clone()).await.expect(422);
    post(&admin, &format!("{path}/holders"), holder.clone()).await.expect(200);
    post(&admin, &format!("{path}/holders"), json!({ "member_id": coop.amara, "unit_id": coop.unit }))
        .await
        .expect(422);
    post(&admin, &format!("{path}/holders/removal"), holder).await.expect(200);
    // Done by somebody who never held it: the hours are theirs, and a request sent again is done once.
    let done = json!({ "outcome": "Four bags.", "member_ids": [coop.amara] });
    let key = [("idempotency-key", "rake-1")];
    let first = send(&odette, (Method::POST, &format!("{path}/completion")), &key, &done).await.expect(200);
    let again = send(&odette, (Method::POST, &format!("{path}/completion")), &key, &done).await.expect(200);
    assert_eq!(first.body, again.body);
    let credited = || coop.site.read(|conn| hours::credited(conn, "task", id));
    assert_eq!(
        credited().iter().map(|line| (line.member_id, line.minutes)).collect::<Vec<_>>(),
        [(Some(coop.amara), 60)]
    );
    post(&odette, &format!("{path}/giving-up"), json!({})).await.expect(409);
    post(&odette, &format!("{path}/move"), json!({ "status": "todo" })).await.expect(200);
    assert_eq!(credited(), []);
    post(&odette, &format!("{path}/completion"), json!({ "member_ids": [987_654] })).await.expect(422);
    post(&odette, &format!("{path}/completion"), json!({ "member_ids": ["x"] })).await.expect(422);
    post(&odette, &format!("{path}/giving-up"), json!({ "why": "Away." })).await.expect(200);
    post(&odette, &format!("{path}/move"), json!({ "status": "done" })).await.expect(403);
}

#[actix_web::test]
async fn a_list_is_narrowed() {
    let coop = coop().await;
    let machine = coop.machine(Role::Observer, None).await;
    let hers = task(&coop, Some(coop.amara), 0);
    let count = async |query: &str| {
        let page = read(&machine.get(&format!("/api/v1/tasks?{query}")).await.expect(200));
        page["items"]
            .as_array()
            .map(|all| all.iter().filter_map(|one| one["id"].as_i64()).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    assert_eq!(count(&format!("member_id={}", coop.amara)).await, [hers]);
    assert_eq!(count("status=done").await, [0; 0]);
    assert_eq!(count("status=todo").await, [coop.task, hers]);
    assert_eq!(count("due_until=2099-01-01").await, [0; 0]);
    for wrong in ["status=gone", "member_id=0", "member_id=1&member_id=2", "due_until=soon", "holder=1"] {
        machine.get(&format!("/api/v1/tasks?{wrong}")).await.expect(422);
    }
    post(&machine, &format!("/api/v1/tasks/{hers}/taking"), Value::Null).await.expect(403);
}
