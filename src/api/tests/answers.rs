//! What each kind of visitor gets, to the last key.

use serde_json::{Value, json};

use super::{Coop, coop, keys, read};
use crate::platform::testing::Visitor;
use crate::policy::Role;

const MEMBER: [&str; 9] = [
    "committees",
    "committees.id",
    "committees.name_en",
    "committees.name_fr",
    "id",
    "name",
    "units",
    "units.id",
    "units.label",
];
const CONTACT: [&str; 3] = ["contact", "contact.email", "contact.phone"];
const REGISTER: [&str; 6] = [
    "register",
    "register.email_seen_by",
    "register.joined_on",
    "register.language",
    "register.number",
    "register.phone_seen_by",
];

async fn get(machine: &Visitor<'_>, path: &str) -> Value {
    let reply = machine.get(path).await.expect(200);
    assert!(reply.queries <= 6, "{path}: {} queries", reply.queries);
    assert_eq!((reply.header("content-type"), reply.header("cache-control")), ("application/json", "no-store"));
    read(&reply)
}

fn ids(list: &Value) -> Vec<i64> {
    list["items"].as_array().expect("a list").iter().filter_map(|item| item["id"].as_i64()).collect()
}

fn sorted(parts: &[&[&str]]) -> Vec<String> {
    let mut all: Vec<String> = parts.concat().into_iter().map(str::to_owned).collect();
    all.sort();
    all
}

#[actix_web::test]
async fn members_are_shown_as_on_the_pages() {
    let coop = coop().await;
    let Coop { odette, amara, former, applicant, .. } = coop;
    let neighbour = coop.machine(Role::Resident, Some(odette)).await;
    let observer = coop.machine(Role::Observer, None).await;
    let admin = coop.machine(Role::Admin, None).await;

    let other = coop.machine(Role::Resident, Some(amara)).await;
    let path = format!("/api/v1/members/{odette}");
    assert_eq!(keys(&get(&other, &path).await), sorted(&[&MEMBER, &CONTACT]));
    assert_eq!(keys(&get(&neighbour, &path).await), sorted(&[&MEMBER, &CONTACT, &["status"]]), "one's own");
    assert_eq!(keys(&get(&observer, &path).await), sorted(&[&MEMBER, &["status"]]));
    assert_eq!(keys(&get(&admin, &path).await), sorted(&[&MEMBER, &CONTACT, &REGISTER, &["status"]]));

    let contact = |value: Value| value["contact"].clone();
    let amara_path = format!("/api/v1/members/{amara}");
    assert_eq!(contact(get(&neighbour, &amara_path).await), json!({ "email": "amara@example.org", "phone": null }));
    assert_eq!(
        contact(get(&admin, &amara_path).await),
        json!({ "email": "amara@example.org", "phone": "819 555-0101" })
    );
    let own = json!({ "email": "odette@example.org", "phone": "819 555-0101" });
    assert_eq!(contact(get(&neighbour, &path).await), own, "one's own is never hidden");
    assert_eq!(contact(get(&other, &path).await), json!({ "email": null, "phone": null }));

    let everybody = [odette, amara, former, applicant];
    for (machine, expected) in
        [(&neighbour, [odette, amara, applicant].as_slice()), (&observer, &everybody), (&admin, &everybody)]
    {
        assert_eq!(ids(&get(machine, "/api/v1/members").await), expected);
    }
    let gone = format!("/api/v1/members/{former}");
    neighbour.get(&gone).await.expect(404);
    observer.get(&gone).await.expect(200);
    admin.get(&gone).await.expect(200);
}

#[actix_web::test]
async fn units_tasks_and_oneself() {
    let coop = coop().await;
    for (role, member) in [(Role::Resident, Some(coop.odette)), (Role::Observer, None), (Role::Admin, None)] {
        let machine = coop.machine(role, member).await;
        let unit = get(&machine, &format!("/api/v1/units/{}", coop.unit)).await;
        let expected = "accessible area_m2 bedrooms block floor id kind label members members.id members.name"
            .split(' ')
            .collect::<Vec<_>>();
        assert_eq!(keys(&unit), expected);
        assert_eq!(ids(&get(&machine, "/api/v1/units").await), [coop.unit, coop.other_unit]);

        let task = get(&machine, &format!("/api/v1/tasks/{}", coop.task)).await;
        let expected =
            "committee created_at credit_minutes details done_at due_at due_on holders holders.committee holders.member holders.member.id holders.member.name holders.unit holders.waits id outcome places places_min priority starts_on status title version work_day_id"
                .split(' ')
                .collect::<Vec<_>>();
        assert_eq!(keys(&task), expected);
        assert_eq!(ids(&get(&machine, "/api/v1/tasks").await), [coop.task]);

        let me = get(&machine, "/api/v1/me").await;
        assert_eq!(keys(&me), ["email", "member_id", "name", "role", "scopes"]);
        assert_eq!((me["role"].as_str(), me["member_id"].as_i64()), (Some(role.word()), member));
    }
}

#[actix_web::test]
async fn an_open_poll_has_a_turnout_and_nothing_else() {
    let coop = coop().await;
    let plain = "binding closes_at cons_en cons_fr corrections cost details_en details_fr files id opens_at pros_en pros_fr questions questions.abstentions_count questions.choices \
        questions.majority_den questions.majority_num questions.method questions.number questions.seats questions.special \
        questions.title_en questions.title_fr quorum_of quorum_percent results roll_size second_call_of shows status title_en title_fr turnout";
    let plain: Vec<&str> = plain.split_whitespace().collect();
    let result = [
        "results.chosen",
        "results.decided_at",
        "results.number",
        "results.question",
        "results.quorum_needed",
        "results.set_aside",
        "results.set_aside.abstentions",
        "results.set_aside.blank",
        "results.set_aside.exhausted",
        "results.set_aside.skipped",
        "results.verdict",
        "results.voted",
    ];
    for (role, member) in [(Role::Resident, Some(coop.odette)), (Role::Observer, None), (Role::Admin, None)] {
        let machine = coop.machine(role, member).await;
        let open = get(&machine, &format!("/api/v1/polls/{}", coop.open)).await;
        assert_eq!(keys(&open), plain);
        assert_eq!((&open["results"], &open["turnout"]), (&json!([]), &json!(1)));
        assert!(!open.to_string().contains("against"));
        let closed = get(&machine, &format!("/api/v1/polls/{}", coop.closed)).await;
        assert_eq!(keys(&closed), sorted(&[&plain, &result]));
        assert_eq!(closed["results"][0]["verdict"], "rejected");
        assert_eq!(ids(&get(&machine, "/api/v1/polls").await), [coop.open, coop.closed]);
        let decision = get(&machine, &format!("/api/v1/decisions/{}", coop.closed)).await;
        assert_eq!((&decision["standing"], &decision["poll_id"]), (&json!("none"), &json!(coop.closed)));
        let list = get(&machine, "/api/v1/decisions").await;
        assert_eq!(list["items"].as_array().map(Vec::len), Some(2));
        assert_eq!(list["items"][1], decision);
    }
}

#[actix_web::test]
async fn lists_are_paged_by_key() {
    let coop = coop().await;
    let admin = coop.machine(Role::Admin, None).await;
    let (mut seen, mut after) = (Vec::new(), 0);
    loop {
        let query = if after == 0 { "limit=1".to_owned() } else { format!("limit=1&after={after}") };
        let page = get(&admin, &format!("/api/v1/members?{query}")).await;
        assert_eq!(keys(&page).iter().filter(|key| !key.contains('.')).count(), 2, "items and next");
        seen.extend(ids(&page));
        match page["next"].as_i64() {
            Some(next) => after = next,
            None => break,
        }
    }
    assert_eq!(seen, [coop.odette, coop.amara, coop.former, coop.applicant]);
    let beyond = get(&admin, "/api/v1/members?after=9223372036854775807").await;
    assert_eq!(beyond, json!({ "items": [], "next": null }));
}

// ---- adding a task ----

async fn add(machine: &Visitor<'_>, key: Option<&str>, body: &Value) -> crate::platform::testing::Reply {
    let mut request = actix_web::test::TestRequest::post().uri("/api/v1/tasks").set_json(body);
    if let Some(key) = key {
        request = request.insert_header(("Idempotency-Key", key));
    }
    machine.custom(request).await
}

async fn count(machine: &Visitor<'_>) -> usize {
    ids(&get(machine, "/api/v1/tasks").await).len()
}

#[actix_web::test]
async fn a_task_is_added_and_found() {
    let coop = coop().await;
    let resident = coop.machine(Role::Resident, Some(coop.odette)).await;
    let body = json!({ "title": " Salt the  steps ", "due_on": "2026-12-01", "unit_id": coop.unit, "committee_id": coop.committee });
    let reply = add(&resident, None, &body).await.expect(201);
    let task = read(&reply);
    assert_eq!(reply.location(), format!("/api/v1/tasks/{}", task["id"]));
    assert_eq!(get(&resident, reply.location()).await, task);
    assert_eq!(
        (&task["title"], &task["status"], &task["holders"][0]["unit"]["label"]),
        (&json!("Salt the steps"), &json!("todo"), &json!("22"))
    );
    let own =
        add(&resident, None, &json!({ "title": "Mine", "member_id": coop.odette, "details": null })).await.expect(201);
    assert_eq!(read(&own)["holders"][0]["member"]["name"], "Odette Roy");
}

#[actix_web::test]
async fn only_who_manages_tasks_gives_them_to_others() {
    let coop = coop().await;
    let resident = coop.machine(Role::Resident, Some(coop.odette)).await;
    let (admin, observer) = (coop.machine(Role::Admin, None).await, coop.machine(Role::Observer, None).await);
    let bodies =
        [json!({ "title": "x", "member_id": coop.amara }), json!({ "title": "x", "unit_id": coop.other_unit })];
    for body in &bodies {
        add(&resident, None, body).await.expect(422).shows("wrong-not-yours-to-give");
        add(&observer, None, body).await.expect(403);
        add(&admin, None, body).await.expect(201);
    }
    add(&observer, None, &json!({ "title": "x" })).await.expect(403);
    assert_eq!(count(&admin).await, 1 + bodies.len());
    let reader = coop.machine_with(Role::Admin, None, &["tasks:read"]).await;
    add(&reader, None, &json!({ "title": "x" })).await.expect(403);
}

#[actix_web::test]
async fn the_same_key_does_a_thing_once() {
    let coop = coop().await;
    let resident = coop.machine(Role::Resident, Some(coop.odette)).await;
    let first = add(&resident, Some("mine-1"), &json!({ "title": "Once" })).await.expect(201);
    let again = add(&resident, Some("mine-1"), &json!({ "title": "Once" })).await.expect(201);
    assert_eq!((first.body.as_str(), first.location()), (again.body.as_str(), again.location()));
    let other = add(&resident, Some("mine-1"), &json!({ "title": "Other" })).await.expect(422);
    assert_eq!(read(&other)["errors"][0]["code"], "wrong-idempotency-other");
    assert_eq!(count(&resident).await, 2);
    // the key of one account is nothing to another
    let admin = coop.machine(Role::Admin, None).await;
    add(&admin, Some("mine-1"), &json!({ "title": "Other" })).await.expect(201);
    // what was refused may be corrected under the same key
    add(&resident, Some("mine-2"), &json!({ "title": "" })).await.expect(422);
    add(&resident, Some("mine-2"), &json!({ "title": "Corrected" })).await.expect(201);
    for key in ["", &"x".repeat(201)] {
        add(&resident, Some(key), &json!({ "title": "x" })).await.expect(422);
    }
    let twice = actix_web::test::TestRequest::post()
        .uri("/api/v1/tasks")
        .set_json(json!({ "title": "x" }))
        .append_header(("Idempotency-Key", "a"))
        .append_header(("Idempotency-Key", "b"));
    resident.custom(twice).await.expect(422);
}
