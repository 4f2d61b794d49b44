//! Being told, and choosing not to be, through HTTP and the jobs.

mod reminding;
mod ways_in;

use actix_web::test::TestRequest;
use chrono::{NaiveDate, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::json;

use crate::members::{self, NewMember, Status};
use crate::platform::events::Event;
use crate::platform::i18n::Lang;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::schema::notices;
use crate::tasks::{self, Holder, NewTask};

fn member(site: &Site, given_name: &str, language: Lang) -> i64 {
    let joined_on = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");
    let new = NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language,
        joined_on,
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

async fn resident<'a>(site: &'a Site, name: &str, language: Lang) -> (Visitor<'a>, i64) {
    let id = member(site, name, language);
    (site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await, id)
}

/// Gives somebody a task, as the program itself.
fn give(site: &Site, title: &str, member: i64, due_in_days: i64) -> i64 {
    site.act(|act| {
        let due_on = Some(act.today() + TimeDelta::days(due_in_days));
        let holders = vec![Holder::Member(member)];
        tasks::create(act, &NewTask { title: title.to_owned(), holders, due_on, ..NewTask::default() })
    })
}

async fn post(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> Reply {
    let token = visitor.get("/tasks/new").await.form_token();
    let all: Vec<_> = fields.iter().copied().chain([("form_token", token.as_str())]).collect();
    visitor.post_raw(path, &all).await
}

/// Reminds at nine in the morning of today, local time.
fn remind_in_the_morning(site: &Site) {
    remind_at(site, 9);
}

fn remind_at(site: &Site, hour: u32) {
    site.act(|act| {
        let local = act.today().and_hms_opt(hour, 5, 0).expect("a time");
        act.now = crate::platform::clock::instant(act.coop.zone, local).expect("an instant");
        super::reminding::remind(act, &serde_json::Value::Null)
    });
    site.pump();
}

fn stop_path(mail: &str) -> String {
    let rest = mail.split("List-Unsubscribe: <http://localhost:8080").nth(1).expect("a way to stop").to_owned();
    rest.split('>').next().unwrap_or_default().to_owned()
}

#[actix_web::test]
async fn whoever_is_given_a_task_finds_it_in_inbox_and_mail_in_their_language() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette", Lang::Fr).await;
    site.act(|act| {
        let asked = diesel::sql_query("update coops set contact_email = 'office@example.org'");
        Ok(diesel::RunQueryDsl::execute(asked, act.conn)?)
    });
    site.do_jobs();
    give(&site, "Fermer les robinets", me, 20);
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 1, "{mails:?}");
    let mail = &mails[0];
    for words in [
        "Bonjour Odette Roy",
        "Fermer les robinets",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "/tasks/",
        "Reply-To: office@example.org",
    ] {
        assert!(mail.contains(words), "missing {words} in {mail}");
    }
    assert!(!mail.contains("«notice") && !mail.contains("«mail"), "{mail}");
    let inbox = odette.get("/inbox").await.expect(200).shows("Fermer les robinets").shows("A task is given to you");
    assert!(inbox.queries <= 6, "{} queries", inbox.queries);
    odette.get("/").await.shows("class=\"count\"");
    assert!(site.do_jobs().is_empty(), "an event is told once");
}

#[actix_web::test]
async fn nobody_is_told_of_what_they_did_themselves_nor_of_the_past() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    site.do_jobs();
    let own = format!("member-{me}");
    post(&odette, "/tasks", &[("task_title", "Buy salt"), ("assignee", own.as_str())]).await.expect(303);
    site.act(|act| {
        act.now -= TimeDelta::days(30);
        tasks::create(
            act,
            &NewTask { title: "Old".to_owned(), holders: vec![Holder::Member(me)], ..NewTask::default() },
        )
    });
    assert!(site.do_jobs().is_empty());
    odette.get("/inbox").await.expect(200).shows("You have no new notices").hides("Buy salt").hides("Old");
}

#[actix_web::test]
async fn what_is_switched_off_does_not_come() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    site.do_jobs();
    let page = odette.get("/preferences").await.expect(200).shows("A task is due soon").shows("Sign-in links");
    assert!(page.queries <= 6, "{} queries", page.queries);
    post(&odette, "/preferences", &[("inbox", "task_assigned"), ("mail", "task_due_soon")]).await.expect(303);
    give(&site, "Fix the bell", me, 1);
    assert!(site.do_jobs().is_empty(), "no mail of this kind");
    remind_in_the_morning(&site);
    assert_eq!(site.do_jobs().len(), 1, "the other kind comes by mail");
    odette.get("/inbox").await.shows("A task is given to you").hides("A task is due soon");
    post(&odette, "/preferences", &[]).await.expect(303);
    give(&site, "Sweep", me, 20);
    assert!(site.do_jobs().is_empty());
    odette.get("/inbox").await.hides("Sweep");
    site.as_observer().await.get("/preferences").await.expect(403);
}

#[actix_web::test]
async fn what_is_due_soon_is_said_once_and_not_at_night() {
    let site = Site::new().await;
    let hours = |set: &str| {
        let set = format!("update coops set {set}");
        site.act(|act| Ok(diesel::RunQueryDsl::execute(diesel::sql_query(set.as_str()), act.conn)?));
    };
    hours("reminders_from = 8, reminders_until = 21");
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    give(&site, "Fix the bell", me, 2);
    give(&site, "Sweep the stairs", me, 1);
    give(&site, "Next month", me, 30);
    site.do_jobs();
    for hour in [7, 21, 23] {
        remind_at(&site, hour);
        assert!(site.do_jobs().is_empty(), "nobody is reminded at {hour}");
    }
    hours("reminders_from = 0, reminders_until = 24");
    for expected in [1, 0] {
        remind_in_the_morning(&site);
        let mails = site.do_jobs();
        assert_eq!(mails.len(), expected, "one mail for both, once: {mails:?}");
        assert!(mails.iter().all(|mail| mail.contains("Fix the bell") && mail.contains("Sweep the stairs")));
    }
    let inbox = odette.get("/inbox").await;
    assert_eq!(inbox.body.matches("A task is due soon").count(), 2);
}

#[actix_web::test]
async fn one_press_in_the_mail_program_stops_a_kind_of_mail() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    site.do_jobs();
    give(&site, "Fix the bell", me, 20);
    let path = stop_path(&site.do_jobs()[0]);
    let stranger = site.anonymous();
    stranger.get(&path).await.expect(200).shows("A task is given to you").shows("<form");
    let plain = |path: &str| TestRequest::post().uri(path);
    let one_click = plain(&path).set_form([("List-Unsubscribe", "One-Click")]);
    stranger.custom(one_click).await.expect(200).shows("These mails have stopped");
    stranger.custom(plain(&path).insert_header(("content-type", "multipart/form-data; boundary=x"))).await.expect(200);
    give(&site, "Sweep the stairs", me, 20);
    assert!(site.do_jobs().is_empty());
    odette.get("/inbox").await.shows("Sweep the stairs");
    odette.get("/preferences").await.shows("value=\"task_due_soon\" checked");
    for wrong in [path.replace("task_assigned", "task_due_soon"), format!("{path}x"), "/notices/stop/1".to_owned()] {
        stranger.get(&wrong).await.expect(404);
        stranger.custom(plain(&wrong)).await.expect(404);
    }
}

#[actix_web::test]
async fn one_reads_only_ones_own() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    let (paul, _) = resident(&site, "Paul", Lang::En).await;
    give(&site, "Fix the bell", me, 20);
    give(&site, "Sweep the stairs", me, 20);
    site.do_jobs();
    let ids: Vec<i64> = site.read(|conn| Ok(notices::table.order(notices::id).select(notices::id).load(conn)?));
    let unread = |site: &Site| -> i64 {
        site.read(|conn| Ok(notices::table.filter(notices::read_at.is_null()).count().get_result(conn)?))
    };
    post(&paul, &format!("/inbox/{}/reading", ids[0]), &[]).await.expect(404);
    assert_eq!(unread(&site), 2);
    odette.get("/inbox").await.expect(200);
    assert_eq!(unread(&site), 2, "looking changes nothing");
    for _ in 0..2 {
        post(&odette, &format!("/inbox/{}/reading", ids[0]), &[]).await.expect(303);
    }
    assert_eq!(unread(&site), 1);
    let inbox = odette.get("/inbox").await;
    let place = |words: &str| inbox.body.find(words).expect("a notice");
    assert!(place("Sweep the stairs") < place("Fix the bell"), "the unread first");
    post(&paul, "/inbox/reading", &[]).await.expect(303);
    assert_eq!(unread(&site), 1);
    post(&odette, "/inbox/reading", &[]).await.expect(303);
    odette.get("/inbox").await.shows("You have no new notices").shows("Fix the bell");
    site.as_observer().await.get("/inbox").await.expect(403);
}

#[actix_web::test]
async fn the_inbox_goes_on_where_the_page_ended() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    for number in 0..55 {
        give(&site, &format!("Task {number:02}"), me, 20);
    }
    site.do_jobs();
    let first = odette.get("/inbox").await.expect(200).shows("Task 54").hides("Task 04");
    let next =
        first.body.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a next page");
    odette.get(next).await.expect(200).shows("Task 04").shows("Task 00").hides("Task 05");
}

#[actix_web::test]
async fn what_is_opened_from_the_inbox_is_read() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    let (paul, _) = resident(&site, "Paul", Lang::En).await;
    site.do_jobs();
    let id = give(&site, "Fix the bell", me, 1);
    site.do_jobs();
    remind_in_the_morning(&site);
    let inbox = odette.get("/inbox").await.expect(200);
    let path =
        inbox.body.split("action=\"").find_map(|rest| rest.split('"').next().filter(|it| it.ends_with("/opening")));
    let path = path.expect("a notice to open");
    post(&paul, path, &[]).await.expect(404);
    let reply = post(&odette, path, &[]).await.expect(303);
    assert_eq!(reply.location(), format!("/tasks/{id}"));
    odette.get("/").await.hides("class=\"count\"");
    odette.get("/inbox").await.shows("A task is due soon").shows("A task is given to you").hides("/opening");
}

#[test]
fn a_task_that_nobody_in_particular_gave_says_so() {
    let zone = chrono_tz::America::Toronto;
    let event = |by: Option<i64>, detail| Event {
        id: 1,
        at: Utc::now(),
        actor_id: by,
        actor_name: if by.is_some() { "Joan" } else { "theCooperator" }.to_owned(),
        kind: "task.assigned".to_owned(),
        subject_kind: "task".to_owned(),
        subject_id: Some(1),
        subject_name: "Paint".to_owned(),
        detail,
        part_of: None,
        position: None,
        rest: None,
        hash: None,
        salt: None,
    };
    let say = |lang, event: &Event| super::line(lang, zone, "task_assigned", event);
    let (given, plain) = (event(Some(7), json!({ "after": { "due_on": "2026-12-01" } })), event(None, json!({})));
    assert_eq!(say(Lang::En, &plain), "This task was given to you.");
    assert_eq!(say(Lang::En, &given), "Joan gave you this task. It is due Tuesday 1 December 2026.");
    assert!(say(Lang::Fr, &given).starts_with("Joan vous a confié cette tâche. Échéance"));
    assert_eq!(say(Lang::Fr, &plain), "Cette tâche vous a été confiée.");
}

#[actix_web::test]
async fn whoever_has_a_task_is_told_when_its_day_moves_and_when_it_is_not_theirs_any_longer() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    let other = member(&site, "Nora", Lang::En);
    let id = give(&site, "Sweep the stairs", me, 20);
    site.do_jobs();
    let edit = |owner: i64, days: i64, title: &str| {
        let title = title.to_owned();
        site.act(|act| {
            let due_on = Some(act.today() + TimeDelta::days(days));
            let version = tasks::find(act.conn, id)?.version;
            tasks::edit(act, id, &NewTask { title, due_on, ..NewTask::default() }, version)?;
            let version = tasks::find(act.conn, id)?.version;
            tasks::hand_over(act, id, Some(Holder::Member(owner)), version)
        });
        site.do_jobs()
    };
    let told = |mails: Vec<String>| mails.into_iter().map(|mail| mail.replace("=\r\n", "")).collect::<String>();
    let moved = told(edit(me, 30, "Sweep the stairs"));
    assert!(moved.contains("It is now due") && moved.contains("It was due"), "{moved}");
    assert!(edit(me, 30, "Sweep all the stairs").is_empty(), "another word is no news");
    let away = told(edit(other, 40, "Sweep all the stairs"));
    assert!(away.contains("It is no longer yours."), "{away}");
    assert!(!away.contains("It is now due"), "told once: {away}");
    edit(me, 40, "Sweep all the stairs");
    site.act(|act| {
        let version = tasks::find(act.conn, id)?.version;
        tasks::cancel(act, id, version)
    });
    let off = told(site.do_jobs());
    assert!(off.contains("It is cancelled."), "{off}");
    odette.get("/inbox").await.shows("It is cancelled.").shows("It is no longer yours.");
}
