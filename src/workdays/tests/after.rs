//! A day is moved, called off, or over: what becomes of its jobs, who is told, and whose the hours are.

use chrono::Days;

use super::{at, committee, count, job, jobs, member, planned, post, resident};
use crate::hours;
use crate::platform::testing::Site;
use crate::tasks::{self, Completion, Holder};
use crate::workdays::{self, NewWorkDay};

fn credited(site: &Site, id: i64) -> Vec<(Option<i64>, i32)> {
    let lines = site.read(|conn| hours::credited(conn, "task", id));
    lines.into_iter().map(|line| (line.member_id, line.minutes)).collect()
}

#[actix_web::test]
async fn a_day_that_moves_takes_its_open_jobs_along_and_tells_who_signed_up() {
    let site = Site::new().await;
    let (lena, lead) = resident(&site, "Lena").await;
    let (odette, _) = resident(&site, "Odette").await;
    let garden = committee(&site, "Garden", lead);
    let day = planned(&site, Some(garden), 9);
    let (rake, done, later) =
        (job(&site, day, "Rake", (1, 2)), job(&site, day, "Sweep", (1, 2)), job(&site, day, "Coffee", (1, 2)));
    post(&odette, &format!("/workdays/{day}/jobs/{rake}/taking"), &[]).await.expect(303);
    site.act(|act| tasks::complete(act, done, &Completion::default(), 1));
    site.act(|act| {
        let task = tasks::find(act.conn, later)?;
        // its own time, and another committee's: the day still takes it along
        let new = tasks::NewTask { due_at: Some(at(11)), committee_id: None, ..task.written() };
        tasks::edit(act, later, &new, 1)
    });
    site.do_jobs();
    let (was, on) = (site.today() + Days::new(9), site.today() + Days::new(16));
    let moved = on.to_string();
    let area = garden.to_string();
    let edit = [
        ("day_title", "Clean-up"),
        ("held_on", moved.as_str()),
        ("starts_at", "10:00"),
        ("ends_at", "12:00"),
        ("meets_at", "At the shed"),
        ("committee_id", area.as_str()),
        ("day_notes", "Bring **gloves**."),
        ("version", "1"),
    ];
    let path = format!("/workdays/{day}");
    post(&odette, &path, &edit).await.expect(403);
    lena.get(&format!("{path}/edit")).await.expect(200).shows("whoever signed up is told");
    post(&lena, &path, &edit).await.expect(303);
    let days: Vec<_> = jobs(&site, day).iter().map(|job| (job.id, job.due_on, job.due_at)).collect();
    assert_eq!(days, [(rake, Some(on), Some(at(10))), (done, Some(was), Some(at(9))), (later, Some(on), Some(at(11)))]);
    site.do_jobs();
    odette.get("/inbox").await.expect(200).shows("Rake");
    assert_eq!(count(&site, "work_day.edited"), 1);
    // stale: what was typed is kept beside what it says now
    let stale = post(&lena, &path, &edit).await.expect(409).shows("What you typed is still here");
    assert_eq!(stale.field("version"), "2");
    assert_eq!(count(&site, "work_day.edited"), 1);
}

#[actix_web::test]
async fn a_day_that_is_called_off_cancels_what_is_open_and_what_was_done_keeps_its_hours() {
    let site = Site::new().await;
    let (lena, lead) = resident(&site, "Lena").await;
    let (odette, me) = resident(&site, "Odette").await;
    let garden = committee(&site, "Garden", lead);
    let day = planned(&site, Some(garden), 2);
    let (rake, early) = (job(&site, day, "Rake", (1, 2)), job(&site, day, "Buy bags", (1, 1)));
    for id in [rake, early] {
        post(&odette, &format!("/workdays/{day}/jobs/{id}/taking"), &[]).await.expect(303);
    }
    site.act(|act| tasks::complete(act, early, &Completion::default(), 2));
    assert_eq!(credited(&site, early), [(Some(me), 90)]);
    let path = format!("/workdays/{day}/cancellation");
    post(&odette, &path, &[("version", "1")]).await.expect(403);
    post(&lena, &path, &[("version", "7")]).await.expect(409);
    for _ in 0..2 {
        post(&lena, &path, &[("version", "1")]).await.expect(303);
    }
    let after: Vec<_> = jobs(&site, day).into_iter().map(|job| job.status).collect();
    assert_eq!(after, ["cancelled", "done"]);
    assert_eq!(credited(&site, early), [(Some(me), 90)], "what was done keeps its hours");
    assert_eq!((count(&site, "work_day.called_off"), count(&site, "task.cancelled")), (1, 1));
    site.do_jobs();
    odette.get("/inbox").await.expect(200).shows("Rake");
    odette.get(&format!("/workdays/{day}")).await.expect(200).shows("was called off").hides("Sign me up");
    odette.get("/workdays").await.expect(200).shows("Called off");
    lena.get(&format!("/workdays/{day}/edit")).await.expect(409);
    post(&lena, &format!("/workdays/{day}/jobs"), &[("work_jobs", "One more")]).await.expect(409);
    post(&lena, &format!("/workdays/{day}/jobs/{rake}/taking"), &[]).await.expect(409);
}

#[actix_web::test]
async fn who_came_is_noted_once_for_all_jobs_and_the_hours_go_to_who_did_it() {
    let site = Site::new().await;
    let (lena, lead) = resident(&site, "Lena").await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, him) = resident(&site, "Paul").await;
    let ida = member(&site, "Ida");
    let garden = committee(&site, "Garden", lead);
    let day = planned(&site, Some(garden), 3);
    let (rake, gate, left) =
        (job(&site, day, "Rake", (1, 2)), job(&site, day, "Fix the gate", (1, 1)), job(&site, day, "Paint", (1, 4)));
    for visitor in [&odette, &paul] {
        post(visitor, &format!("/workdays/{day}/jobs/{rake}/taking"), &[]).await.expect(303);
    }
    let path = format!("/workdays/{day}/came");
    lena.get(&path).await.expect(409).shows("still to come");
    site.act(|act| {
        let today = act.today();
        let day = workdays::find(act.conn, day, None, today)?;
        workdays::edit(act, day.id, &NewWorkDay { held_on: today - Days::new(2), ..day.written() }, 1)
    });
    odette.get(&path).await.expect(403);
    let page = lena.get(&path).await.expect(200).shows("Odette Roy").shows("Fix the gate");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let (hers, his) = (format!("member-{me}"), format!("member-{him}"));
    let (jobs_of, rake_came) = ([rake, gate, left].map(|id| id.to_string()), format!("came_{rake}"));
    let (gate_others, left_others) = (format!("others_{gate}"), format!("others_{left}"));
    let mut came = vec![
        ("job", jobs_of[0].as_str()),
        (rake_came.as_str(), hers.as_str()),
        ("job", jobs_of[1].as_str()),
        (gate_others.as_str(), "ida roy\nPaul Roy\npaul"),
        ("job", jobs_of[2].as_str()),
        (left_others.as_str(), "Zoltan"),
    ];
    let refused = post(&lena, &path, &came).await.expect(422).shows("Zoltan").shows("ida roy");
    assert!(!refused.body.contains(&format!("value=\"{his}\" checked")), "what was not ticked stays so");
    assert_eq!(credited(&site, rake), [], "nothing is stored");
    came[5].1 = "";
    post(&odette, &path, &came).await.expect(403);
    let token = lena.get(&path).await.form_token();
    let twice: Vec<_> = came.iter().copied().chain([("form_token", token.as_str())]).collect();
    for _ in 0..2 {
        lena.post_raw(&path, &twice).await.expect(303);
    }
    // and once more from another page
    post(&lena, &path, &came).await.expect(303);
    assert_eq!(credited(&site, rake), [(Some(me), 90)]);
    assert_eq!(credited(&site, gate), [(Some(ida), 90), (Some(him), 90)]);
    assert_eq!(count(&site, "task.completed"), 2);
    let after = jobs(&site, day);
    assert_eq!(after.iter().map(tasks::Task::is_open).collect::<Vec<_>>(), [false, false, true]);
    let zone = site.act(|act| Ok(act.coop.zone));
    let done = after[0].done_at.map(|at| crate::platform::clock::date_in(zone, at));
    assert_eq!(done, Some(site.today() - Days::new(2)), "it was done on the day");
    let nobody = [("job", jobs_of[2].as_str())];
    post(&lena, &path, &nobody).await.expect(422).shows("at least one person who came");
    assert_eq!(after[2].all_holders(), [] as [Holder; 0]);
    odette
        .get(&format!("/workdays/{day}"))
        .await
        .expect(200)
        .shows("Done by</span> Odette Roy<")
        .shows("Ida Roy, Paul Roy")
        .shows("Still to be done")
        .hides("Sign me up");
}

/// As with any task: who set the hours cannot give them to themselves.
#[actix_web::test]
async fn the_hours_of_a_lead_who_helped_wait_for_a_second_yes() {
    let site = Site::new().await;
    let (lena, lead) = resident(&site, "Lena").await;
    let garden = committee(&site, "Garden", lead);
    let day = planned(&site, Some(garden), 0);
    let path = format!("/workdays/{day}");
    post(&lena, &format!("{path}/jobs"), &[("work_jobs", "Rake; 2; 1h")]).await.expect(303);
    let rake = jobs(&site, day)[0].id;
    post(&lena, &format!("{path}/jobs/{rake}/taking"), &[]).await.expect(303);
    let (job, came, hers) = (rake.to_string(), format!("came_{rake}"), format!("member-{lead}"));
    let noted = post(&lena, &format!("{path}/came"), &[("job", &job), (&came, &hers)]).await.expect(303);
    assert_eq!(noted.location(), path);
    assert_eq!(credited(&site, rake), []);
    lena.get(&path).await.expect(200).shows("count once another person agrees");
    let (paul, _) = resident(&site, "Paul").await;
    let version = site.read(|conn| tasks::find(conn, rake)).version.to_string();
    post(&paul, &format!("/tasks/{rake}/agreement"), &[("version", &version)]).await.expect(303);
    assert_eq!(credited(&site, rake), [(Some(lead), 60)]);
}
