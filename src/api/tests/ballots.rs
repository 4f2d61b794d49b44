//! A machine votes for the person whose key it shows, as they could by themselves.

use actix_web::http::header;
use actix_web::test::TestRequest;
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::refusals::{fields, problem};
use super::{Coop, coop, member, read};
use crate::members::Status;
use crate::platform::clock;
use crate::platform::testing::{Reply, Visitor};
use crate::policy::Role;
use crate::polls::{self, Method, NewChoice, NewPoll, NewQuestion, Shows};

/// An open vote of two questions: a proposal, and an order of three colours.
fn vote(coop: &Coop) -> i64 {
    let text = |text: &str| text.to_owned();
    let opens_at = clock::now();
    let new = NewPoll {
        title_en: text("Stairs"),
        title_fr: text("Escalier"),
        details_en: String::new(),
        details_fr: String::new(),
        case: crate::polls::Case::default(),
        binding: true,
        shows: Shows::Closed,
        secrecy: crate::polls::Secrecy::Open,
        record_on: None,
        opens_at,
        closes_at: opens_at + TimeDelta::days(3),
    };
    let named = |title: &str, question| NewQuestion { title_en: text(title), title_fr: text(title), ..question };
    let choice = |name: &&str| NewChoice { title_en: text(name), title_fr: text(name), ..NewChoice::default() };
    let colours = NewQuestion {
        choices: ["Blue", "Green", "Red"].iter().map(choice).collect(),
        ..NewQuestion::of(Method::Schulze)
    };
    coop.site.act(|act| {
        let asked = [named("Paint?", NewQuestion::proposal(false)), named("Which?", colours)];
        let id = polls::create(act, &new, &asked)?;
        polls::announce(act, id)?;
        Ok(id)
    })
}

async fn cast(machine: &Visitor<'_>, poll: i64, body: &Value) -> Reply {
    let request = TestRequest::post().uri(&format!("/api/v1/polls/{poll}/ballot"));
    let request = request.insert_header((header::CONTENT_TYPE, "application/json"));
    machine.custom(request.set_payload(body.to_string())).await
}

#[actix_web::test]
async fn a_ballot_is_cast_changed_and_read_by_its_own_person_alone() {
    let coop = coop().await;
    let lou = member(&coop.site, "Lou", Status::Member);
    let poll = vote(&coop);
    let machine = coop.machine(Role::Resident, Some(coop.odette)).await;
    let own = format!("/api/v1/polls/{poll}/ballot");
    let none = read(&machine.get(&own).await.expect(200));
    assert_eq!(none, json!({ "on_roll": true, "cast_at": null, "answers": [], "reason": "" }));
    let body = json!({ "answers": [{ "side": "for" }, { "ranks": [[3], [1, 2]] }], "reason": "It is grey." });
    let first = read(&cast(&machine, poll, &body).await.expect(200));
    assert_eq!((&first["answers"], &first["reason"]), (&body["answers"], &json!("It is grey.")));
    assert_eq!(read(&cast(&machine, poll, &body).await.expect(200)), first, "the same again changes nothing");
    let changed = json!({ "answers": [{ "side": "against" }, {}] });
    let second = read(&cast(&machine, poll, &changed).await.expect(200));
    assert_eq!((&second["answers"], &second["reason"]), (&changed["answers"], &json!("It is grey.")));
    assert_eq!(read(&machine.get(&own).await.expect(200)), second);
    // Somebody else's key shows theirs, and nothing of this one.
    let other = coop.machine(Role::Observer, None).await;
    assert_eq!(read(&other.get(&own).await.expect(200))["on_roll"], false);
    problem(&cast(&other, poll, &body).await, 403);
    let auxiliary = coop.machine(Role::Resident, Some(coop.amara)).await;
    problem(&cast(&auxiliary, poll, &body).await, 403);
    let reader = coop.machine_with(Role::Resident, Some(lou), &["polls:read"]).await;
    problem(&cast(&reader, poll, &body).await, 403);
    coop.site.act(|act| polls::close(act, poll));
    problem(&cast(&machine, poll, &body).await, 409);
    assert_eq!(read(&machine.get(&own).await.expect(200)), second);
}

#[actix_web::test]
async fn a_ballot_that_no_paper_allows_is_refused_by_the_place_of_its_answer() {
    let coop = coop().await;
    let poll = vote(&coop);
    let machine = coop.machine(Role::Resident, Some(coop.odette)).await;
    let side = json!({ "side": "for" });
    for (answers, field) in [
        (json!([side]), "answers"),
        (json!([side, {}, {}]), "answers"),
        (json!("for"), "answers"),
        (json!(null), "answers"),
        (json!([side, { "rank": [[1]] }]), "answers"),
        (json!([side, { "ranks": [[1, 1]] }]), "answers/1"),
        (json!([side, { "ranks": [[9]] }]), "answers/1"),
        (json!([side, { "ranks": [[1]], "side": "for" }]), "answers/1"),
        (json!([side, { "marks": [{ "choice": 1, "points": 1 }, { "choice": 1, "points": 2 }] }]), "answers/1"),
        (json!([side, { "marks": [{ "choice": 1, "points": 1 }] }]), "answers/1"),
        (json!([{}, {}]), "answers/0"),
        (json!([{ "side": "agree" }, {}]), "answers/0"),
        (json!([{ "side": "perhaps" }, {}]), "answers/0"),
    ] {
        let body = problem(&cast(&machine, poll, &json!({ "answers": answers })).await, 422);
        assert_eq!(fields(&body), [field], "{answers}: {body}");
    }
    let long = json!({ "answers": [side, {}], "reason": "x".repeat(2_001) });
    assert_eq!(fields(&problem(&cast(&machine, poll, &long).await, 422)), ["reason"]);
    assert_eq!(read(&machine.get(&format!("/api/v1/polls/{poll}/ballot")).await.expect(200))["cast_at"], Value::Null);
}
