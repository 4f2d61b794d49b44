//! Tasks through HTTP: the board, its buttons, the forms, the list, and what others read of tasks.

mod figures;
mod following;
mod holding;
mod machines;
mod month;
mod several;

use chrono::{Days, NaiveDate, TimeDelta};
use diesel::prelude::*;

use super::{Completion, Filter, Holder, Lane, Listing, NewTask, Span, Task, Wanted, Whose};
use crate::figures::tests::counted;
use crate::members::{self, NewMember, Status};
use crate::platform::clock;
use crate::platform::i18n::Lang;
use crate::platform::listing::{Edge, Order, Window};
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::units::{self, NewUnit};
use crate::{committees, coops};

fn member(site: &Site, given_name: &str) -> i64 {
    let joined_on = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");
    site.act(|act| {
        members::add(
            act,
            &NewMember {
                number: String::new(),
                given_name: given_name.to_owned(),
                family_name: "Roy".to_owned(),
                email: None,
                phone: None,
                language: Lang::En,
                joined_on,
                status: Status::Member,
            },
        )
    })
}

fn home_of(site: &Site, label: &str, residents: &[i64]) -> i64 {
    let from = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");
    let label = label.to_owned();
    site.act(|act| {
        let plain = NewUnit {
            label,
            kind: "apartment",
            block: String::new(),
            floor: None,
            bedrooms: None,
            area_m2: None,
            accessible: false,
            ..NewUnit::default()
        };
        let unit = units::add(act, &plain)?;
        for member in residents {
            units::move_in(act, unit, *member, from)?;
        }
        Ok(unit)
    })
}

fn task(site: &Site, title: &str, holder: Option<Holder>, due_in_days: Option<i64>) -> i64 {
    site.act(|act| {
        let due_on = due_in_days.map(|days| act.today() + TimeDelta::days(days));
        let holders = holder.into_iter().collect();
        super::create(act, &NewTask { title: title.to_owned(), holders, due_on, ..NewTask::default() })
    })
}

async fn resident<'a>(site: &'a Site, name: &str) -> (Visitor<'a>, i64) {
    let id = member(site, name);
    (site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await, id)
}

async fn post(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> Reply {
    let token = visitor.get("/tasks/new").await.form_token();
    let all: Vec<_> = fields.iter().copied().chain([("form_token", token.as_str())]).collect();
    visitor.post_raw(path, &all).await
}

fn said(outcome: &str) -> Completion {
    Completion { outcome: outcome.to_owned(), ..Completion::default() }
}

fn holders(site: &Site, id: i64) -> Vec<Holder> {
    site.read(|conn| super::find(conn, id)).all_holders()
}

fn status(site: &Site, id: i64) -> String {
    site.read(|conn| super::find(conn, id)).status
}

fn events(site: &Site, id: i64) -> Vec<String> {
    let all = site.read(|conn| crate::platform::events::of_subject(conn, "task", id, 50));
    all.into_iter().rev().map(|event| event.kind).collect()
}

#[actix_web::test]
async fn the_board_shows_each_lane_and_what_waits_for_me_first() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    home_of(&site, "12", &[me]);
    task(&site, "Buy salt", None, Some(1));
    task(&site, "Sweep the stairs", Some(Holder::Member(me)), Some(9));
    task(&site, "Fix the bell", Some(Holder::Member(me)), Some(-1));
    let board = odette.get("/tasks").await.expect(200);
    let place = |words: &str| board.body.find(words).expect(words);
    assert!(place("Fix the bell") < place("Sweep the stairs") && place("Sweep the stairs") < place("Buy salt"));
    assert!(board.queries <= 6, "{} queries", board.queries);
    assert!(board.body.contains("data-stands=\""));
    let board = board.shows("Late").shows("I’ll take it").shows("No tasks here").shows("href=\"/tasks?who=home\"");
    assert_eq!(board.body.matches("class=\"card mine\"").count(), 2);
    odette.get("/tasks?who=me").await.expect(200).hides("Buy salt").shows("Fix the bell");
    odette.get("/tasks?who=home").await.expect(200).hides("Fix the bell");
}

#[actix_web::test]
async fn a_card_moves_with_undo_and_only_once() {
    let site = Site::new().await;
    let (mut odette, me) = resident(&site, "Odette").await;
    let id = task(&site, "Sweep the stairs", Some(Holder::Member(me)), None);
    let path = format!("/tasks/{id}/move");
    let token = odette.get("/tasks/new").await.form_token();
    let fields = [("to", "doing"), ("version", "1"), ("at", "board?who=me"), ("form_token", token.as_str())];
    for _ in 0..2 {
        let reply = odette.post_raw(&path, &fields).await.expect(303);
        assert_eq!(reply.location(), "/tasks?who=me#doing");
        odette.keep_cookies(&reply);
    }
    odette.get("/tasks").await.shows("Moved to Doing").shows("name=\"to\" value=\"todo\"");
    assert_eq!(events(&site, id), ["task.created", "task.assigned", "task.moved"]);
    post(&odette, &path, &[("to", "done"), ("version", "1")]).await.expect(409);
    post(&odette, &path, &[("to", "todo"), ("version", "2")]).await.expect(303);
    assert_eq!(status(&site, id), "todo");
    post(&odette, &path, &[("to", "sideways"), ("version", "3")]).await.expect(400);
    post(&odette, "/tasks/987654/move", &[("to", "done"), ("version", "1")]).await.expect(404);
}

#[actix_web::test]
async fn htmx_gets_the_lanes_the_focus_and_the_words() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let id = task(&site, "Sweep the stairs", Some(Holder::Member(me)), None);
    task(&site, "Buy salt", None, None);
    let token = odette.get("/tasks/new").await.form_token();
    let send = |version: &'static str| {
        let fields = [("to", "doing"), ("version", version), ("at", "board?"), ("form_token", token.as_str())];
        odette.custom(
            actix_web::test::TestRequest::post()
                .uri(&format!("/tasks/{id}/move"))
                .insert_header(("sec-fetch-site", "same-origin"))
                .insert_header(("hx-request", "true"))
                .insert_header(("hx-request-type", "partial"))
                .set_form(fields),
        )
    };
    let lanes = send("1").await.expect(200).shows("Moved to Doing, 1 of 1").hides("<html").shows("hx-swap-oob");
    assert!(lanes.body.contains(&format!("id=\"title-{id}\" data-focus")), "{}", lanes.body);
    site.act(|act| super::move_to(act, id, Lane::Waiting, 2));
    let late = send("2").await.expect(200).shows("<div class=\"flash bad\">").shows("Your change was not made");
    late.shows("moved it to Waiting").shows("<span id=\"waits-tasks\" hx-swap-oob=\"innerHTML\">");
    assert_eq!(status(&site, id), "waiting");
}

#[actix_web::test]
async fn who_neither_has_a_task_nor_wrote_it_only_looks() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, him) = resident(&site, "Paul").await;
    home_of(&site, "12", &[me, him]);
    let hers = task(&site, "Sweep the stairs", Some(Holder::Member(me)), None);
    let home = home_of(&site, "31", &[him]);
    let shared = task(&site, "Clear the snow", Some(Holder::Unit(home)), None);
    let moved = [("to", "doing"), ("version", "1")];
    post(&paul, &format!("/tasks/{hers}/move"), &moved).await.expect(403);
    post(&paul, &format!("/tasks/{shared}/move"), &moved).await.expect(303);
    post(&odette, &format!("/tasks/{shared}/move"), &[("to", "done"), ("version", "2")]).await.expect(403);
    paul.get(&format!("/tasks/{hers}/edit")).await.expect(403);
    post(&paul, &format!("/tasks/{hers}/cancellation"), &[("version", "1")]).await.expect(403);
    paul.get(&format!("/tasks/{hers}")).await.expect(200).hides("Mark done");
    let observer = site.as_observer().await;
    let board = observer.get("/tasks").await.expect(200);
    assert!(!board.body.contains("<form method=\"post\""), "an observer sees no form that changes something");
    observer.get("/tasks/new").await.expect(403);
    observer.get(&format!("/tasks/{hers}")).await.expect(200).hides("Mark done");
    site.anonymous().get("/tasks").await.expect(303);
}

#[actix_web::test]
async fn a_free_task_is_taken_by_one() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, _) = resident(&site, "Paul").await;
    let id = task(&site, "Buy salt", None, None);
    let path = format!("/tasks/{id}/taking");
    let reply = post(&odette, &path, &[("at", "board?")]).await.expect(303);
    assert_eq!(reply.location(), format!("/tasks#task-{id}"));
    post(&paul, &path, &[]).await.expect(409);
    assert_eq!(holders(&site, id), [Holder::Member(me)]);
    let admin = site.as_admin().await;
    post(&admin, &path, &[]).await.expect(403);
}

#[actix_web::test]
async fn a_task_is_written_edited_and_refused() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (_, him) = resident(&site, "Paul").await;
    let home = home_of(&site, "12", &[me]);
    let form = odette.get("/tasks/new").await.expect(200).shows("Home 12").hides("Paul Roy");
    assert!(form.queries <= 6, "{} queries", form.queries);
    let unit = format!("unit-{home}");
    let fields = [
        ("task_title", "Clear the snow"),
        ("done_means", "The ramp too.\n\nSalt is in the shed."),
        ("assignee", unit.as_str()),
        ("due_on", "2099-12-01"),
        ("credit_hours", "1h30"),
    ];
    let reply = post(&odette, "/tasks", &fields).await.expect(303);
    let address = reply.location().to_owned();
    let shown = odette.get(&address).await.expect(200).shows("Salt is in the shed.").shows("1\u{a0}h 30\u{a0}min");
    assert!(shown.queries <= 6, "{} queries", shown.queries);

    let wrong = [("task_title", ""), ("due_on", "soon"), ("credit_hours", "1h75"), ("done_means", "kept")];
    let again = post(&odette, "/tasks", &wrong).await.expect(422).shows("kept").shows("1h75").shows("Enter hours like");
    assert!(again.body.contains("aria-invalid"));
    let his = format!("member-{him}");
    post(&odette, "/tasks", &[("task_title", "For him"), ("assignee", &his)]).await.expect(422).shows("For him");
    post(&odette, "/tasks", &[("task_title", "For nobody we know"), ("assignee", "member-987654")]).await.expect(422);
    post(&odette, "/tasks", &[("task_title", "x"), ("committee_id", "987654")]).await.expect(422);

    let edit = odette.get(&format!("{address}/edit")).await.expect(200).shows("value=\"1h30\"");
    assert!(edit.queries <= 6, "{} queries", edit.queries);
    let changed = [("task_title", "Clear the ramp"), ("version", "1"), ("credit_hours", "2")];
    post(&odette, &address, &changed).await.expect(303);
    let mine = [("task_title", "Clear the path"), ("done_means", "All of it."), ("version", "1")];
    let again = post(&odette, &address, &mine).await.expect(409).shows("Clear the path").shows("All of it.");
    again
        .shows("The saved version says: Clear the ramp")
        .shows("The saved version says: 2")
        .shows("name=\"version\" value=\"2\"");
    odette.get(&address).await.shows("Clear the ramp").shows("Your home, 12").shows("Odette Roy edited it");
    let id = address.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    assert_eq!(events(&site, id), ["task.created", "task.assigned", "task.edited"]);
}

#[actix_web::test]
async fn an_owner_does_not_value_their_own_work() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let id = task(&site, "Sweep the stairs", Some(Holder::Member(me)), None);
    let own = format!("member-{me}");
    let fields = [("task_title", "Sweep"), ("version", "1"), ("assignee", own.as_str()), ("credit_hours", "40")];
    post(&odette, &format!("/tasks/{id}"), &fields).await.expect(422).shows("can change its hours");
}

#[actix_web::test]
async fn done_with_an_outcome_opened_again_and_cancelled() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let id = task(&site, "Fix the bell", Some(Holder::Member(me)), Some(0));
    let path = format!("/tasks/{id}");
    post(&odette, &format!("{path}/completion"), &[("outcome", &"x".repeat(4_001)), ("version", "1")])
        .await
        .expect(422);
    let done = [("outcome", "It was the battery."), ("version", "1")];
    post(&odette, &format!("{path}/completion"), &done).await.expect(303);
    odette
        .get(&path)
        .await
        .expect(200)
        .shows("It was the battery.")
        .shows("Odette Roy marked it done")
        .hides("Mark done");
    post(&odette, &format!("{path}/move"), &[("to", "doing"), ("version", "2")]).await.expect(303);
    let admin = site.as_admin().await;
    post(&admin, &format!("{path}/cancellation"), &[("version", "3")]).await.expect(303);
    assert_eq!(status(&site, id), "cancelled");
    odette.get("/tasks").await.hides("Fix the bell");
    post(&odette, &format!("{path}/move"), &[("to", "todo"), ("version", "4")]).await.expect(403);
    post(&admin, &format!("{path}/move"), &[("to", "todo"), ("version", "4")]).await.expect(303);
    let told = ["task.created", "task.assigned", "task.completed", "task.reopened", "task.cancelled", "task.reopened"];
    assert_eq!(events(&site, id), told);
}

#[actix_web::test]
async fn the_list_goes_on_where_the_page_ended_and_the_file_runs_nothing() {
    let site = Site::new().await;
    let (odette, _) = resident(&site, "Odette").await;
    for number in 0..103 {
        task(&site, &format!("Task {number:03}"), None, (number % 2 == 0).then_some(1));
    }
    task(&site, "=cmd()", None, None);
    let first = odette.get("/tasks?view=list").await.expect(200);
    assert!(first.queries <= 6, "{} queries", first.queries);
    let next =
        first.body.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a next page");
    let second = odette.get(&next.replace("&#38;", "&").replace("&amp;", "&")).await.expect(200);
    let titles = |reply: &Reply| reply.body.matches("<th scope=\"row\">").count();
    assert_eq!((titles(&first), titles(&second)), (100, 4));
    second.hides("Task 000").shows("Task 101");
    odette.get("/tasks?view=list&status=done").await.expect(200).shows("No tasks match. Try another filter");
    odette.get("/tasks.csv?view=list").await.expect(403);
    let file = site.as_observer().await.get("/tasks.csv?view=list").await.expect(200);
    assert!(file.body.contains("'=cmd()") && file.body.lines().count() == 105, "{}", file.body.lines().count());
    odette.get("/tasks").await.expect(200).shows("See all 104");
}

#[actix_web::test]
async fn every_order_of_the_list_shows_each_task_once_and_filters_combine() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let paul = member(&site, "Paul");
    let home = home_of(&site, "12", &[paul]);
    let garden = site.act(|act| committees::add(act, "Garden", "Jardin"));
    for number in 0..23 {
        let owner = [None, Some(Holder::Member(me)), Some(Holder::Unit(home)), Some(Holder::Member(paul))][number % 4];
        let id = task(&site, ["Élan", "Rake", "Rake", "œuf"][number % 4], owner, (number % 3 > 0).then_some(2));
        if number % 5 == 0 {
            site.act(|act| super::complete(act, id, &said(""), 1).map(|_| ()));
        }
        site.act(|act| {
            let task = super::find(act.conn, id)?;
            let committee_id = (number % 2 == 1).then_some(garden);
            super::edit(act, id, &NewTask { committee_id, ..task.written() }, task.version).map(|_| ())
        });
    }
    for by in ["title", "owner", "status", "due", "committee"] {
        for descending in [false, true] {
            let filter = Filter {
                whose: Whose::All,
                wanted: Wanted::All,
                committee_id: None,
                viewer: Some(me),
                today: site.today(),
            };
            let order = Order { by, descending };
            let mut walked = Vec::new();
            let mut listing = Listing {
                filter,
                span: Span::default(),
                query: String::new(),
                lang: Lang::Fr,
                window: Window { order, edge: Edge::Start },
            };
            let whole = site.read(|conn| super::list(conn, &listing, 100)).lines;
            loop {
                let page = site.read(|conn| super::list(conn, &listing, 4));
                let last = page.lines.last().expect("a task");
                listing.window.edge = Edge::After(last.place.clone(), last.id);
                walked.extend(page.lines.iter().map(|task| task.id));
                if !page.has_next {
                    break;
                }
            }
            assert_eq!(walked, whole.iter().map(|task| task.id).collect::<Vec<_>>(), "{by} {descending}");
            walked.sort_unstable();
            walked.dedup();
            assert_eq!(walked.len(), 23, "{by} {descending}");
            let blank = |task: &Task| match by {
                "committee" => task.committee_id.is_none(),
                "owner" => task.is_nobodys(),
                "due" => task.due_on.is_none() && task.done_at.is_none(),
                _ => false,
            };
            assert!(whole.iter().map(blank).is_sorted(), "{by} {descending}: what has none stands last");
        }
    }
    let asked = format!("/tasks?view=list&committee={garden}&who=me&status=todo&q=rak&sort=-title");
    let found = odette.get(&asked).await.expect(200).hides("œuf").hides("Élan").shows("“rak”").shows("Mine");
    assert!(found.queries <= 6, "{} queries", found.queries);
    found.shows("aria-sort=\"descending\"").shows("/tasks?view=list&#38;sort=-title\">Clear all filters");
}

/// In Toronto, 1 December 11:30 p.m. is 2 December in UTC: done on the first all the same.
#[actix_web::test]
async fn what_was_done_is_counted_by_the_wall_calendar() {
    let site = Site::new().await;
    let (one, two) = (member(&site, "Odette"), member(&site, "Paul"));
    let home = home_of(&site, "12", &[one, two]);
    let day = |number| NaiveDate::from_ymd_opt(2025, 12, number).expect("a day");
    let at = "2025-12-02T04:30:00Z".parse().expect("an instant");
    site.act(|act| {
        act.now = at;
        let new = |title: &str, holder| NewTask {
            title: title.to_owned(),
            holders: vec![holder],
            due_on: Some(day(1)),
            credit_minutes: 90,
            ..NewTask::default()
        };
        let shared = super::create(act, &new("Clear the snow", Holder::Unit(home)))?;
        super::complete(act, shared, &said(""), 1)?;
        let late = super::create(act, &new("Fix the bell", Holder::Member(one)))?;
        act.now = at + TimeDelta::days(1);
        super::complete(act, late, &said(""), 1)?;
        super::create(act, &new("Still open", Holder::Member(one)))?;
        Ok(())
    });
    for (on, expected) in [(1, (1, 1, 0)), (2, (1, 0, 1)), (3, (0, 0, 0))] {
        let of_day = counted(&site, "tasks", (day(on), day(on)), day(3));
        let (on_time, late) = (of_day.sum("on_time"), of_day.sum("late"));
        assert_eq!((on_time + late, on_time, late), expected, "{on}");
    }
    let whole = counted(&site, "tasks", (day(1), day(31)), day(3));
    assert_eq!((whole.sum("on_time"), whole.sum("late"), whole.sum("open")), (1, 1, 1));
    let waiting = site.read(|conn| super::waiting_for(conn, one, day(3), 7));
    assert_eq!(waiting.iter().map(|w| w.title.as_str()).collect::<Vec<_>>(), ["Still open"]);
}

/// Reminders are asked for tasks of the next days only, by the co-op's own rule.
#[actix_web::test]
async fn another_reminder_after_another_due_date() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let id = task(&site, "Fix the bell", Some(Holder::Member(me)), Some(2));
    assert_eq!(site.read(coops::rule_profile).reminder_days_before, 2);
    let remind = || {
        use crate::schema::events;
        let count =
            || site.read(|conn| Ok(events::table.filter(events::kind.eq("task.due_soon")).count().get_result(conn)?));
        let before: i64 = count();
        site.act(super::notices::remind);
        count() - before
    };
    assert_eq!((remind(), remind()), (1, 0));
    let tomorrow = clock::date_in(chrono_tz::America::Toronto, clock::now()).checked_add_days(Days::new(1));
    let tomorrow = tomorrow.expect("a day").to_string();
    let own = format!("member-{me}");
    let fields =
        [("task_title", "Fix the bell"), ("assignee", own.as_str()), ("due_on", tomorrow.as_str()), ("version", "1")];
    post(&odette, &format!("/tasks/{id}"), &fields).await.expect(303);
    assert_eq!(remind(), 1);
    let reminded: Option<NaiveDate> = site.read(|conn| {
        use crate::schema::tasks;
        Ok(tasks::table.find(id).select(tasks::reminded_on).first(conn)?)
    });
    assert!(reminded.is_some());
}

#[actix_web::test]
async fn of_where_a_button_was_pressed_only_the_filters_are_kept() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let id = task(&site, "Sweep the stairs", Some(Holder::Member(me)), None);
    let at = format!("board?who=me&x={}", "a".repeat(100_000));
    let fields = [("to", "doing"), ("version", "1"), ("at", at.as_str())];
    let reply = odette.post(&format!("/tasks/{id}/move"), &fields).await.expect(303);
    assert!(reply.header("set-cookie").len() < 2_000);
    assert_eq!(reply.location(), "/tasks?who=me#doing");
}

#[actix_web::test]
async fn undoing_a_reopening_leaves_the_day_it_was_done() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let long_ago = clock::now() - TimeDelta::days(365);
    let id = site.act(|act| {
        act.now = long_ago;
        let (holders, due_on) = (vec![Holder::Member(me)], Some(act.today()));
        let id = super::create(act, &NewTask { title: "Sweep".to_owned(), holders, due_on, ..NewTask::default() })?;
        super::complete(act, id, &said(""), 1)?;
        Ok(id)
    });
    let done_at = |site: &Site| site.read(|conn| super::find(conn, id)).done_at;
    let (path, was) = (format!("/tasks/{id}/move"), done_at(&site));
    post(&odette, &path, &[("to", "doing"), ("version", "2")]).await.expect(303);
    assert_eq!(done_at(&site), None);
    post(&odette, &path, &[("to", "done"), ("version", "3"), ("undo", "1")]).await.expect(303);
    assert_eq!(done_at(&site), was);
    let day = clock::date_in(chrono_tz::America::Toronto, long_ago);
    let of_day = counted(&site, "tasks", (day, day), day);
    assert_eq!((of_day.sum("on_time"), of_day.sum("late")), (1, 0));
    // Opened again on purpose, it is done when it is done.
    post(&odette, &path, &[("to", "doing"), ("version", "4")]).await.expect(303);
    post(&odette, &path, &[("to", "done"), ("version", "5")]).await.expect(303);
    assert!(done_at(&site) > was);
}

#[actix_web::test]
async fn what_came_of_a_task_is_not_lost_to_somebody_quicker() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let id = task(&site, "Fix the bell", Some(Holder::Member(me)), None);
    let path = format!("/tasks/{id}/completion");
    site.act(|act| super::move_to(act, id, Lane::Waiting, 1));
    let typed = [("outcome", "It was the battery."), ("version", "1")];
    let again = post(&odette, &path, &typed).await.expect(409).shows("It was the battery.</textarea>");
    again.shows("What you typed is still here").shows("name=\"version\" value=\"2\"");
    site.act(|act| super::complete(act, id, &said("New bell."), 2));
    post(&odette, &path, &typed).await.expect(409).shows("It was the battery.").shows("New bell.");
}

/// With script an error is words for the page that is there, never a page within it.
#[actix_web::test]
async fn htmx_gets_errors_as_words() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let id = task(&site, "Sweep the stairs", Some(Holder::Member(me)), None);
    let send = |from: &str, part: bool| {
        let request = actix_web::test::TestRequest::post()
            .uri(&format!("/tasks/{id}/move"))
            .insert_header(("sec-fetch-site", "same-origin"))
            .insert_header(("referer", from))
            .set_form([("to", "doing"), ("version", "1"), ("at", "board?"), ("form_token", "old")]);
        if !part {
            return request;
        }
        request.insert_header(("hx-request", "true")).insert_header(("hx-current-url", from))
    };
    let reply = odette.custom(send("http://localhost:8080/tasks", true)).await.expect(422).hides("<html");
    assert_eq!((reply.header("hx-retarget"), reply.header("hx-reswap")), ("#say", "innerHTML"));
    reply.shows("open for more than a day");
    for (from, to) in [
        ("http://localhost:8080/tasks?who=me#doing", "/sign-in?next=%2Ftasks%3Fwho%3Dme"),
        ("http://localhost:8080.evil.example/tasks", "/sign-in"),
        ("http://evil.example/tasks", "/sign-in"),
    ] {
        let reply = site.anonymous().custom(send(from, true)).await.expect(401);
        assert_eq!((reply.header("hx-redirect"), reply.body.as_str()), (to, ""));
        site.anonymous().custom(send(from, false)).await.expect(401).shows("name=\"held_path\" value=\"/tasks/");
    }
}

#[actix_web::test]
async fn the_language_of_an_answer_to_a_form_leads_to_a_page() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let id = task(&site, "Sweep the stairs", Some(Holder::Member(me)), None);
    let reply = odette.get(&format!("/tasks/{id}/giving-up?lang=fr")).await.expect(303);
    assert_eq!(reply.location(), format!("/tasks/{id}?lang=fr"));
    odette.get(&format!("/tasks/{id}/giving-up")).await.expect(405);
}

#[actix_web::test]
async fn hours_that_people_set_for_themselves_or_that_are_many_count_once_another_agrees() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, _) = resident(&site, "Paul").await;
    let admin = site.as_admin().await;
    let counts = |id: i64| site.read(|conn| super::find(conn, id)).credit_counts;
    let own = format!("member-{me}");
    let new = async |visitor: &Visitor<'_>, owner: &str, hours: &str| {
        let fields = [("task_title", "Paint"), ("assignee", owner), ("credit_hours", hours)];
        let reply = post(visitor, "/tasks", &fields).await.expect(303);
        reply.location().rsplit('/').next().and_then(|id| id.parse::<i64>().ok()).expect("an id")
    };
    // Their own, set by themselves: somebody else agrees, once, and neither they nor a stranger to the version does.
    let id = new(&odette, &own, "3").await;
    assert!(!counts(id));
    let agree = format!("/tasks/{id}/agreement");
    odette.get(&format!("/tasks/{id}")).await.shows("once another person agrees").hides(&agree);
    post(&odette, &agree, &[("version", "1")]).await.expect(403);
    post(&paul, &agree, &[("version", "7")]).await.expect(409);
    paul.get(&format!("/tasks/{id}")).await.shows(&agree);
    post(&paul, &agree, &[("version", "1")]).await.expect(303);
    assert!(counts(id));
    paul.get(&format!("/tasks/{id}")).await.hides("once another person agrees").shows("Paul Roy agreed to the hours");
    post(&paul, &agree, &[("version", "2")]).await.expect(409);
    // Other hours are nobody's yes any longer.
    let wording = [("task_title", "Paint"), ("assignee", own.as_str()), ("credit_hours", "4"), ("version", "2")];
    post(&odette, &format!("/tasks/{id}"), &wording).await.expect(303);
    assert!(!counts(id));
    // The office values at once what one person may, and not more.
    assert!(counts(new(&admin, &own, "8").await));
    let many = new(&admin, &own, "8.25").await;
    assert!(!counts(many));
    post(&admin, &format!("/tasks/{many}/agreement"), &[("version", "1")]).await.expect(403);
    post(&odette, &format!("/tasks/{many}/agreement"), &[("version", "1")]).await.expect(403);
    post(&paul, &format!("/tasks/{many}/agreement"), &[("version", "1")]).await.expect(303);
    assert!(counts(many));
    // Nobody has it yet: the yes of its author is not their own, until they take it.
    let free = new(&paul, "", "2").await;
    assert!(counts(free));
    post(&paul, &format!("/tasks/{free}/taking"), &[]).await.expect(303);
    assert!(!counts(free));
}
