//! Several tasks ticked in the list: given to somebody, put on another day, reminded of.

use super::{events, holders, member, resident, said, task};
use crate::platform::testing::Site;
use crate::tasks::{self, Holder};

/// How a form names a task at the version that was seen.
fn at(id: i64, version: i32) -> String {
    format!("{id}.{version}")
}

#[actix_web::test]
async fn several_tasks_are_given_or_moved_together_or_none_is() {
    let site = Site::new().await;
    let paul = member(&site, "Paul");
    let (odette, me) = resident(&site, "Odette").await;
    let (rake, salt) = (task(&site, "Rake", None, Some(1)), task(&site, "Salt", None, None));
    let done = task(&site, "Done", Some(Holder::Member(me)), None);
    site.act(|act| tasks::complete(act, done, &said(""), 1).map(drop));
    let joan = site.as_admin().await;
    joan.get("/tasks?view=list")
        .await
        .expect(200)
        .shows(&format!("name=\"task\" value=\"{rake}\""))
        .shows("Send reminders");
    let asked = format!("/tasks/several?act=assign&all={rake},{salt}&task={done}&from=/tasks?view%3Dlist");
    let page = joan.get(&asked).await.expect(200);
    assert!(page.queries <= 7, "{} queries", page.queries);
    page.shows("This is for 2 tasks").shows("Done or cancelled").shows(&format!("value=\"{}\"", at(rake, 1)));

    let (token, owner) = (joan.fresh_token().await, format!("member-{paul}"));
    let (rake_1, salt_1) = (at(rake, 1), at(salt, 1));
    let fields = [
        ("act", "assign"),
        ("task", rake_1.as_str()),
        ("task", salt_1.as_str()),
        ("assignee", &owner),
        ("from", "/tasks?view=list"),
        ("form_token", &token),
    ];
    for _ in 0..2 {
        assert_eq!(joan.post_raw("/tasks/several", &fields).await.expect(303).location(), "/tasks?view=list");
    }
    for id in [rake, salt] {
        assert_eq!(events(&site, id), ["task.created", "task.assigned"]);
        assert_eq!(holders(&site, id), [Holder::Member(paul)]);
    }

    // Somebody changed one of them meanwhile: neither is put on another day.
    let rake_2 = at(rake, 2);
    let stale = [("act", "due"), ("task", rake_2.as_str()), ("task", salt_1.as_str()), ("due_on", "2027-01-05")];
    joan.post("/tasks/several", &stale).await.expect(409);
    let no_day = [("act", "due"), ("task", rake_2.as_str()), ("due_on", "soon")];
    joan.post("/tasks/several", &no_day).await.expect(422).shows("value=\"soon\"");
    assert!(
        site.read(|conn| tasks::find(conn, rake)).due_on.is_some_and(|day| day < "2027-01-05".parse().expect("a day"))
    );
    let salt_2 = at(salt, 2);
    let both = [("act", "due"), ("task", rake_2.as_str()), ("task", salt_2.as_str()), ("due_on", "2027-01-05")];
    joan.post("/tasks/several", &both).await.expect(303);
    assert_eq!(site.read(|conn| tasks::find(conn, salt)).due_on, Some("2027-01-05".parse().expect("a day")));
    joan.post("/tasks/several", &[("act", "due"), ("due_on", "2027-01-05")]).await.expect(422);
    joan.post("/tasks/several", &[("act", "eat"), ("task", &salt_2)]).await.expect(400);

    // A resident does it with their own alone.
    let page = odette.get(&format!("/tasks/several?act=due&task={rake}")).await.expect(200);
    page.shows("Only who wrote it").hides("name=\"due_on\"");
    let rake_3 = at(rake, 3);
    odette.post("/tasks/several", &[("act", "due"), ("task", &rake_3), ("due_on", "2027-02-01")]).await.expect(403);
    odette.post("/tasks/several", &[("act", "remind"), ("task", &rake_3)]).await.expect(403);
    site.as_observer().await.get(&asked).await.expect(403);
}

#[actix_web::test]
async fn holders_are_reminded_once_a_day_and_only_of_what_has_a_day() {
    let site = Site::new().await;
    let paul = member(&site, "Paul");
    let due = task(&site, "Rake", Some(Holder::Member(paul)), Some(30));
    let (nobodys, no_day) =
        (task(&site, "Nobody's", None, Some(3)), task(&site, "Some day", Some(Holder::Member(paul)), None));
    let joan = site.as_admin().await;
    let asked = format!("/tasks/several?act=remind&all={due},{nobodys},{no_day}");
    joan.get(&asked).await.expect(200).shows("This is for one task").shows("Nobody has it yet").shows("It has no date");
    let all = [due, nobodys, no_day].map(|id| at(id, 1));
    let fields: Vec<(&str, &str)> =
        all.iter().map(|value| ("task", value.as_str())).chain([("act", "remind")]).collect();
    for _ in 0..2 {
        joan.post("/tasks/several", &fields).await.expect(303);
    }
    assert_eq!(events(&site, due), ["task.created", "task.assigned", "task.due_soon"]);
    for id in [nobodys, no_day] {
        assert!(!events(&site, id).contains(&"task.due_soon".to_owned()));
    }
    joan.get(&asked).await.expect(200).shows("A reminder was sent today").hides("Send the reminders<");
}

#[actix_web::test]
async fn what_was_done_with_several_is_taken_back_together_or_not_at_all() {
    let site = Site::new().await;
    let (paul, ruth) = (member(&site, "Paul"), member(&site, "Ruth"));
    let (rake, salt) = (task(&site, "Rake", Some(Holder::Member(paul)), Some(1)), task(&site, "Salt", None, None));
    site.act(|act| tasks::give(act, rake, Holder::Member(ruth), 1).map(drop));
    let mut joan = site.as_admin().await;
    let observer = site.as_observer().await;
    let undoing = "/tasks/several/undoing";
    let find = |id: i64| site.read(|conn| tasks::find(conn, id));
    let facts = |id: i64| (find(id).all_holders(), find(id).starts_on, find(id).due_on, find(id).status);
    let both = || [rake, salt].map(|id| at(id, find(id).version));
    let before = [rake, salt].map(facts);

    let owner = format!("member-{}", member(&site, "Zoe"));
    for (deed, field) in
        [("assign", ("assignee", owner.as_str())), ("due", ("due_on", "2027-01-05")), ("move", ("lane", "done"))]
    {
        let [one, two] = both();
        let fields = [("act", deed), ("task", &one), ("task", &two), field];
        let reply = joan.post("/tasks/several", &fields).await.expect(303);
        joan.keep_cookies(&reply);
        assert_ne!([rake, salt].map(facts), before, "{deed}");
        let page = joan.get("/tasks").await.expect(200);
        let was = page.shows(&format!("action=\"{undoing}\"")).shows("2 tasks").field("undo");
        joan.post(undoing, &[("undo", &format!("{was}x"))]).await.expect(400);
        observer.post(undoing, &[("undo", &was)]).await.expect(403);
        joan.post(undoing, &[("undo", &was)]).await.expect(303);
        assert_eq!([rake, salt].map(facts), before, "{deed}");
        joan.post(undoing, &[("undo", &was)]).await.expect(409).shows("cannot be taken back");
    }

    // Somebody changed one of them since: all stay as they are.
    let [one, two] = both();
    let fields = [("act", "move"), ("task", one.as_str()), ("task", &two), ("lane", "waiting")];
    let reply = joan.post("/tasks/several", &fields).await.expect(303);
    joan.keep_cookies(&reply);
    let was = joan.get("/tasks").await.expect(200).field("undo");
    let version = find(salt).version;
    site.act(|act| tasks::give(act, salt, Holder::Member(paul), version).map(drop));
    joan.post(undoing, &[("undo", &was)]).await.expect(409);
    assert_eq!([rake, salt].map(|id| find(id).status), ["waiting", "waiting"]);

    // What was no lane is refused beside the field; what stands there already has no way back.
    joan.post("/tasks/several", &[("act", "move"), ("task", &at(rake, find(rake).version)), ("lane", "eat")])
        .await
        .expect(422);
    let [one, _] = both();
    let reply = joan.post("/tasks/several", &[("act", "move"), ("task", &one), ("lane", "waiting")]).await.expect(303);
    joan.keep_cookies(&reply);
    joan.get("/tasks").await.expect(200).hides(undoing);
}
