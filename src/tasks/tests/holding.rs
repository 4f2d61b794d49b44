//! Who has a task, who waits for a place, who did it; its steps; and the hours that go to who did it.

use chrono::{NaiveDate, TimeDelta};

use super::{events, holders, home_of, member, post, resident, said, task};
use crate::committees;
use crate::hours;
use crate::platform::testing::Site;
use crate::tasks::{self, Completion, Filter, Holder, Lane, NewTask, Wanted, Whose};

pub(super) fn committee(site: &Site, name: &str, lead: i64, others: &[i64]) -> i64 {
    let from = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day");
    site.act(|act| {
        let id = committees::add(act, name, name)?;
        for member in std::iter::once(&lead).chain(others) {
            committees::join(act, id, *member, from)?;
        }
        committees::name_lead(act, id, lead, from, None)?;
        Ok(id)
    })
}

fn make(site: &Site, new: NewTask) -> i64 {
    site.act(|act| tasks::create(act, &new))
}

fn titled(title: &str) -> NewTask {
    NewTask { title: title.to_owned(), ..NewTask::default() }
}

fn on_board(site: &Site, whose: Whose, viewer: i64) -> Vec<String> {
    let today = site.today();
    let filter = Filter { whose, wanted: Wanted::Open, committee_id: None, viewer: Some(viewer), today };
    let cards = site.read(|conn| tasks::board(conn, &filter, crate::platform::clock::now()));
    cards.into_iter().map(|task| task.title).collect()
}

fn version(site: &Site, id: i64) -> String {
    site.read(|conn| tasks::find(conn, id)).version.to_string()
}

pub(super) fn credited(site: &Site, id: i64) -> Vec<(Option<i64>, i32)> {
    let lines = site.read(|conn| hours::credited(conn, "task", id));
    lines.into_iter().map(|line| (line.member_id, line.minutes)).collect()
}

#[actix_web::test]
async fn several_have_a_task_and_whoever_sits_on_its_committee_finds_it_among_their_own() {
    let site = Site::new().await;
    let (lena, lead) = resident(&site, "Lena").await;
    let (paul, him) = resident(&site, "Paul").await;
    let (odette, me) = resident(&site, "Odette").await;
    let garden = committee(&site, "Garden", lead, &[him]);
    let id = make(&site, NewTask { committee_id: Some(garden), ..titled("Sow the beds") });
    let path = format!("/tasks/{id}/holders");
    odette.get(&path).await.expect(403);
    let page = lena.get(&path).await.expect(200).shows("Everyone on Garden").shows("Paul Roy").hides("Odette Roy");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let all = format!("committee-{garden}");
    post(&lena, &path, &[("assignee", all.as_str()), ("version", "1")]).await.expect(303);
    assert_eq!(on_board(&site, Whose::Mine, him), ["Sow the beds"]);
    assert_eq!(on_board(&site, Whose::Mine, me), [""; 0]);
    paul.get("/").await.expect(200).shows("Sow the beds");
    let hers = format!("member-{lead}");
    post(&paul, &path, &[("assignee", hers.as_str()), ("version", "2")]).await.expect(422).shows("Choose yourself");
    let his = format!("member-{him}");
    post(&paul, &path, &[("assignee", his.as_str()), ("version", "2")]).await.expect(303);
    assert_eq!(holders(&site, id), [Holder::Committee(garden), Holder::Member(him)]);
    paul.get(&format!("/tasks/{id}")).await.expect(200).shows("Garden, You");
    post(&lena, &format!("{path}/removal"), &[("holder", all.as_str()), ("version", "2")]).await.expect(409);
    post(&lena, &format!("{path}/removal"), &[("holder", all.as_str()), ("version", "3")]).await.expect(303);
    assert_eq!(holders(&site, id), [Holder::Member(him)]);
    assert_eq!(events(&site, id), ["task.created", "task.assigned", "task.taken", "task.taken_away"]);
    // Whoever leads the committee calls it off; whoever only has it does not.
    post(&paul, &format!("/tasks/{id}/cancellation"), &[("version", "4")]).await.expect(403);
    post(&lena, &format!("/tasks/{id}/cancellation"), &[("version", "4")]).await.expect(303);
}

#[actix_web::test]
async fn places_are_signed_up_for_and_whoever_waits_moves_up() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, him) = resident(&site, "Paul").await;
    let (nora, her) = resident(&site, "Nora").await;
    let id = make(&site, NewTask { places: Some(2), ..titled("Clear the attic") });
    let path = format!("/tasks/{id}/taking");
    for visitor in [&odette, &paul] {
        post(visitor, &path, &[]).await.expect(303);
    }
    nora.get(&format!("/tasks/{id}"))
        .await
        .expect(200)
        .shows("2 of 2 places taken")
        .shows("Put me on the waiting list");
    post(&nora, &path, &[]).await.expect(303);
    assert_eq!(holders(&site, id), [Holder::Member(me), Holder::Member(him)]);
    assert_eq!(on_board(&site, Whose::Mine, her), [""; 0]);
    nora.get(&format!("/tasks/{id}")).await.expect(200).shows("1 person waiting").hides("Put me on the waiting list");
    site.do_jobs();
    let gone = post(&odette, &format!("/tasks/{id}/giving-up"), &[("give_up_why", "My back")]).await.expect(303);
    assert_eq!(gone.location(), format!("/tasks/{id}"));
    assert_eq!(holders(&site, id), [Holder::Member(him), Holder::Member(her)]);
    site.do_jobs();
    nora.get("/inbox").await.expect(200).shows("gave you this task");
    odette.get(&format!("/tasks/{id}")).await.expect(200).shows("Odette Roy gave it up: My back");
    post(&odette, &format!("/tasks/{id}/giving-up"), &[]).await.expect(403);
    let admin = site.as_admin().await;
    let fewer = [("task_title", "Clear the attic"), ("places", "1"), ("version", &version(&site, id))];
    post(&admin, &format!("/tasks/{id}"), &fewer).await.expect(422).shows("More people have this task already");
    for wrong in ["0", "201", "many"] {
        post(&admin, "/tasks", &[("task_title", "x"), ("places", wrong)]).await.expect(422);
    }
}

#[actix_web::test]
async fn nobody_takes_all_that_is_free() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    for number in 0..5 {
        let id = task(&site, &format!("Task {number}"), None, None);
        post(&odette, &format!("/tasks/{id}/taking"), &[]).await.expect(303);
    }
    let given = task(&site, "Given", Some(Holder::Member(me)), None);
    let sixth = task(&site, "One more", None, None);
    let path = format!("/tasks/{sixth}/taking");
    post(&odette, &path, &[]).await.expect(409).shows("You already have 5 tasks that you took yourself");
    site.act(|act| tasks::complete(act, given, &said(""), 1));
    post(&odette, &path, &[]).await.expect(409);
    let cards = site.read(|conn| tasks::board(conn, &mine(me, &site), crate::platform::clock::now()));
    let first = cards.iter().find(|task| task.is_open()).expect("a task").id;
    post(&odette, &format!("/tasks/{first}/giving-up"), &[]).await.expect(303);
    post(&odette, &path, &[]).await.expect(303);
}

fn mine(viewer: i64, site: &Site) -> Filter {
    let (whose, wanted) = (Whose::Mine, Wanted::Open);
    Filter { whose, wanted, committee_id: None, viewer: Some(viewer), today: site.today() }
}

/// Who did it is not who ticked it: both are kept, the hours go to the doer, and undoing takes everything back together.
#[actix_web::test]
async fn the_hours_go_to_who_did_it_and_are_taken_back_with_the_tick() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let paul = member(&site, "Paul");
    let home = home_of(&site, "12", &[paul]);
    let id = make(&site, NewTask { holders: vec![Holder::Member(me)], credit_minutes: 90, ..titled("Salt the ramp") });
    let path = format!("/tasks/{id}/completion");
    let page = odette.get(&path).await.expect(200).shows("Paul Roy").shows("Home 12");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let nobody = [("did_asked", "1"), ("did_other", ""), ("outcome", "Two bags."), ("version", "1")];
    post(&odette, &path, &nobody).await.expect(422).shows("Tick who did it").shows("Two bags.");
    let his = format!("member-{paul}");
    let done = [("did_asked", "1"), ("did_other", his.as_str()), ("outcome", "Two bags."), ("version", "1")];
    post(&odette, &path, &done).await.expect(303);
    assert_eq!(credited(&site, id), [(Some(paul), 90)]);
    odette
        .get(&format!("/tasks/{id}"))
        .await
        .expect(200)
        .shows("Done by")
        .shows("Paul Roy")
        .shows("Odette Roy marked it done");
    post(&odette, &path, &done).await.expect(409);
    assert_eq!(credited(&site, id), [(Some(paul), 90)], "said twice, it is done once");
    // Opened again, nobody did it; the undo of that brings back who did, not who holds it.
    post(&odette, &format!("/tasks/{id}/move"), &[("to", "doing"), ("version", "2")]).await.expect(303);
    assert_eq!(credited(&site, id), []);
    post(&odette, &format!("/tasks/{id}/move"), &[("to", "done"), ("version", "3"), ("undo", "1")]).await.expect(303);
    assert_eq!(credited(&site, id), [(Some(paul), 90)]);
    let changed = [("task_title", "Salt"), ("credit_hours", "3"), ("version", "4")];
    post(&site.as_admin().await, &format!("/tasks/{id}"), &changed).await.expect(422).shows("its hours are counted");
    // A home did it as a whole; a number that is nobody's did nothing.
    let shared = make(&site, NewTask { holders: vec![Holder::Unit(home)], credit_minutes: 60, ..titled("Sweep") });
    site.act(|act| tasks::move_to(act, shared, Lane::Done, 1));
    assert_eq!(credited(&site, shared).iter().map(|(_, minutes)| minutes).sum::<i32>(), 60);
    let other = task(&site, "Rake", Some(Holder::Member(me)), None);
    let path = format!("/tasks/{other}/completion");
    for wrong in ["member-987654", "committee-1", "you"] {
        post(&odette, &path, &[("did_asked", "1"), ("did", wrong), ("version", "1")]).await.expect(422);
    }
}

#[actix_web::test]
async fn hours_that_somebody_set_for_themselves_come_with_the_second_yes() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, _) = resident(&site, "Paul").await;
    let own = format!("member-{me}");
    let new = [("task_title", "Paint"), ("assignee", own.as_str()), ("credit_hours", "2")];
    let made = post(&odette, "/tasks", &new).await.expect(303);
    let id: i64 = made.location().rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    post(&odette, &format!("/tasks/{id}/completion"), &[("version", "1")]).await.expect(303);
    assert_eq!(credited(&site, id), []);
    post(&paul, &format!("/tasks/{id}/agreement"), &[("version", "2")]).await.expect(303);
    assert_eq!(credited(&site, id), [(Some(me), 120)]);
}

#[actix_web::test]
async fn steps_are_written_ticked_and_taken_out() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, _) = resident(&site, "Paul").await;
    let id = task(&site, "Open the pool", Some(Holder::Member(me)), None);
    let path = format!("/tasks/{id}/steps");
    post(&odette, &path, &[("step_words", "Fill it\n\n  Test the water  \n")]).await.expect(303);
    let steps = site.read(|conn| tasks::whole(conn, id, None)).steps.0;
    assert_eq!(steps.iter().map(|step| step.words.as_str()).collect::<Vec<_>>(), ["Fill it", "Test the water"]);
    post(&paul, &path, &[("step_words", "Swim")]).await.expect(403);
    post(&odette, &path, &[("step_words", &"x".repeat(201))]).await.expect(422).shows("200 letters at most");
    post(&odette, &path, &[("step_words", &"x\n".repeat(49))]).await.expect(422).shows("50 steps at most");
    let first = format!("{path}/{}", steps[0].id);
    for _ in 0..2 {
        post(&odette, &first, &[("ticked", "1")]).await.expect(303);
    }
    odette.get("/tasks").await.expect(200).shows("1 of 2 steps");
    odette.get(&format!("/tasks/{id}")).await.expect(200).shows("Odette Roy ticked “Fill it”");
    post(&odette, &first, &[("ticked", "0")]).await.expect(303);
    post(&odette, &format!("{path}/{}/removal", steps[1].id), &[]).await.expect(303);
    post(&odette, &format!("{path}/987654"), &[("ticked", "1")]).await.expect(404);
    let told = ["task.steps_added", "task.step_ticked", "task.step_unticked", "task.step_removed"];
    assert_eq!(events(&site, id)[2..], told);
    site.act(|act| tasks::complete(act, id, &Completion::default(), 1));
    post(&odette, &first, &[("ticked", "1")]).await.expect(409);
}

#[actix_web::test]
async fn what_begins_later_waits_for_nobody_before() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (soon, later) = (site.today() + TimeDelta::days(3), site.today() + TimeDelta::days(40));
    let new = NewTask { holders: vec![Holder::Member(me)], due_on: Some(later), ..titled("Open the pool") };
    make(&site, NewTask { starts_on: Some(soon), ..new.clone() });
    make(&site, NewTask { starts_on: Some(site.today()), ..NewTask { title: "Close the pool".to_owned(), ..new } });
    assert_eq!(on_board(&site, Whose::Mine, me), ["Close the pool"]);
    odette.get("/").await.expect(200).shows("Close the pool").hides("Open the pool");
    odette.get("/tasks?view=list").await.expect(200).hides("Open the pool");
    odette.get("/tasks?view=list&status=coming").await.expect(200).shows("Open the pool").hides("Close the pool");
    let after = [("task_title", "x"), ("starts_on", "2099-01-02"), ("due_on", "2099-01-01")];
    post(&odette, "/tasks", &after).await.expect(422).shows("cannot be after the due date");
    post(&odette, "/tasks", &[("task_title", "x"), ("due_at", "18:30")])
        .await
        .expect(422)
        .shows("Enter the day as well");
    let timed = [("task_title", "Meet the plumber"), ("due_on", "2099-01-01"), ("due_at", "18 h 30")];
    let made = post(&odette, "/tasks", &timed).await.expect(303);
    odette.get(made.location()).await.expect(200).shows("6:30\u{a0}p.m.");
}
