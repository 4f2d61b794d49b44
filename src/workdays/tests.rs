//! Work days through HTTP: planned with their jobs, signed up for until full, moved, called off, noted as done; paper and machines.

mod after;
mod wrong;

use chrono::{Days, NaiveDate, NaiveTime};
use diesel::prelude::*;

use super::{NewJob, NewWorkDay};
use crate::committees;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::tasks::{self, Holder, NewTask, Task};

fn member(site: &Site, given_name: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: "Roy".to_owned(),
        email: None,
        phone: None,
        language: Lang::En,
        joined_on: NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

async fn resident<'a>(site: &'a Site, name: &str) -> (Visitor<'a>, i64) {
    let id = member(site, name);
    (site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await, id)
}

/// A committee with its lead.
fn committee(site: &Site, name: &str, lead: i64) -> i64 {
    let from = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day");
    site.act(|act| {
        let id = committees::add(act, name, name)?;
        committees::join(act, id, lead, from)?;
        committees::name_lead(act, id, lead, from, None)?;
        Ok(id)
    })
}

async fn post(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> Reply {
    let token = visitor.get("/tasks/new").await.form_token();
    let all: Vec<_> = fields.iter().copied().chain([("form_token", token.as_str())]).collect();
    visitor.post_raw(path, &all).await
}

fn at(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour")
}

/// A work day of a committee in so many days.
fn planned(site: &Site, committee_id: Option<i64>, in_days: i64) -> i64 {
    site.act(|act| {
        let held_on = act.today() + chrono::TimeDelta::days(in_days);
        let (title, place) = ("Clean-up".to_owned(), "At the shed".to_owned());
        let notes = "Bring **gloves**.".to_owned();
        super::plan(act, &NewWorkDay { title, held_on, starts_at: at(9), ends_at: at(12), place, committee_id, notes })
    })
}

/// A job that takes so many people, of whom some are needed.
fn job(site: &Site, day: i64, title: &str, (places_min, places): (i32, i32)) -> i64 {
    let job = NewJob {
        title: title.to_owned(),
        details: "No leaf is left.".to_owned(),
        places_min,
        places,
        credit_minutes: 90,
    };
    site.act(|act| super::add_jobs(act, day, &[job]));
    jobs(site, day).last().expect("a job").id
}

fn jobs(site: &Site, day: i64) -> Vec<Task> {
    let today = site.today();
    site.read(|conn| tasks::of_work_day(conn, day, None, today))
}

fn count(site: &Site, kind: &str) -> i64 {
    site.read(|conn| {
        use crate::schema::events::dsl;
        Ok(dsl::events.filter(dsl::kind.eq(kind)).count().get_result(conn)?)
    })
}

#[actix_web::test]
async fn a_lead_plans_a_day_and_writes_its_jobs_in_one_paste() {
    let site = Site::new().await;
    let (lena, lead) = resident(&site, "Lena").await;
    let (paul, _) = resident(&site, "Paul").await;
    let (garden, other) = (committee(&site, "Garden", lead), committee(&site, "Roof", member(&site, "Ida")));
    paul.get("/workdays/new").await.expect(403);
    let form = lena.get("/workdays/new").await.expect(200).shows("Garden").hides("Roof");
    assert!(form.queries <= 6, "{} queries", form.queries);
    let (area, day) = (garden.to_string(), (site.today() + Days::new(12)).to_string());
    let mut new = vec![
        ("day_title", "Fall clean-up"),
        ("held_on", day.as_str()),
        ("starts_at", "9:00"),
        ("ends_at", "12:30"),
        ("meets_at", "At the bike shed"),
        ("committee_id", area.as_str()),
        ("day_notes", "Bring **gloves**. <script>x</script>"),
    ];
    post(&paul, "/workdays", &new).await.expect(403);
    let made = post(&lena, "/workdays", &new).await.expect(303);
    let path = made.location().trim_end_matches("/jobs").to_owned();
    let id: i64 = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let others = other.to_string();
    new[5].1 = &others;
    post(&lena, "/workdays", &new).await.expect(403);

    paul.get(&format!("{path}/jobs")).await.expect(403);
    let text = "Rake the leaves; 2-4; 1h30\r\n\r\nClean the gutters\nFix the gate\t1";
    let lines = [("work_jobs", text), ("places_min", "2"), ("places", "3"), ("credit_hours", "1"), ("done_means", "x")];
    post(&paul, &format!("{path}/jobs"), &lines).await.expect(403);
    let token = lena.get(&format!("{path}/jobs")).await.expect(200).form_token();
    let twice: Vec<_> = lines.iter().copied().chain([("form_token", token.as_str())]).collect();
    for _ in 0..2 {
        lena.post_raw(&format!("{path}/jobs"), &twice).await.expect(303);
    }
    let made = jobs(&site, id);
    let read: Vec<_> = made.iter().map(|job| (&*job.title, job.places_min, job.places, job.credit_minutes)).collect();
    let expected = [
        ("Rake the leaves", Some(2), Some(4), 90),
        ("Clean the gutters", Some(2), Some(3), 60),
        ("Fix the gate", Some(1), Some(1), 60),
    ];
    assert_eq!(read, expected, "sent twice, written once");
    let first = &made[0];
    assert_eq!((first.due_on.map(|day| day.to_string()), first.due_at), (Some(day), Some(at(9))));
    assert_eq!((first.committee_id, first.work_day_id, first.details.as_str()), (Some(garden), Some(id), "x"));

    let page = paul.get(&path).await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("Fall clean-up")
        .shows("from 9:00\u{a0}a.m. to 12:30\u{a0}p.m.")
        .shows("At the bike shed")
        .shows("<strong>gloves</strong>")
        .hides("<script>x")
        .shows("Needs at least 2 people")
        .shows("5 people are still missing")
        .shows("Sign me up")
        .hides("Add jobs");
    lena.get(&path).await.expect(200).shows("Add jobs").shows("Call the day off");
    let list = paul.get("/workdays").await.expect(200).shows("0 of 8 places taken").hides("Plan a work day");
    assert!(list.queries <= 6, "{} queries", list.queries);
    lena.get("/workdays").await.expect(200).shows("Plan a work day");
    for (page, link) in [("/tasks", "/workdays"), ("/chores", "/workdays"), ("/search?q=bike+shed", path.as_str())] {
        paul.get(page).await.expect(200).shows(&format!("href=\"{link}\""));
    }
    paul.get(&format!("/tasks/{}", first.id)).await.expect(200).shows(&format!("href=\"{path}\""));
    site.as_admin().await.get("/audit").await.expect(200).shows("planned a work day");
}

#[actix_web::test]
async fn a_job_fills_up_and_whoever_waits_moves_up() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, him) = resident(&site, "Paul").await;
    let (nora, her) = resident(&site, "Nora").await;
    let day = planned(&site, None, 9);
    let id = job(&site, day, "Rake", (2, 2));
    let (page, path) = (format!("/workdays/{day}"), format!("/workdays/{day}/jobs/{id}"));
    // as many tasks of her own as one may take: a job is none of them
    for number in 0..5 {
        let own = site.act(|act| tasks::create(act, &NewTask { title: number.to_string(), ..NewTask::default() }));
        post(&odette, &format!("/tasks/{own}/taking"), &[]).await.expect(303);
    }
    odette.get(&page).await.expect(200).shows("2 more people needed").shows("Nobody has signed up yet");
    let taken = post(&odette, &format!("{path}/taking"), &[]).await.expect(303);
    assert_eq!(taken.location(), format!("/workdays/{day}#job-{id}"));
    odette.get(&page).await.shows("1 of 2 places taken").shows("1 more person needed").shows("Take my name off");
    post(&odette, &format!("{path}/taking"), &[]).await.expect(303);
    post(&paul, &format!("{path}/taking"), &[]).await.expect(303);
    nora.get(&page).await.shows("Odette Roy, Paul Roy").shows("Full").shows("Put me on the waiting list");
    post(&nora, &format!("{path}/taking"), &[]).await.expect(303);
    nora.get(&page).await.shows("Waiting for a place:").shows("Take me off the waiting list");
    let holders = || jobs(&site, day)[0].all_holders();
    assert_eq!(holders(), [Holder::Member(me), Holder::Member(him)]);
    post(&odette, &format!("{path}/giving-up"), &[]).await.expect(303);
    assert_eq!(holders(), [Holder::Member(him), Holder::Member(her)]);
    site.do_jobs();
    nora.get("/inbox").await.shows("Rake");
    post(&odette, &format!("{path}/taking"), &[]).await.expect(303);
    post(&odette, &format!("{path}/giving-up"), &[]).await.expect(303);
    assert_eq!(holders().len(), 2, "whoever only waited takes nobody’s place along");
    post(&odette, &format!("{path}/giving-up"), &[]).await.expect(403);
    let ordinary = site.act(|act| tasks::create(act, &NewTask { title: "x".to_owned(), ..NewTask::default() }));
    for wrong in [format!("/workdays/{day}/jobs/{ordinary}/taking"), format!("/workdays/987654/jobs/{id}/taking")] {
        post(&odette, &wrong, &[]).await.expect(404);
    }
    let observer = site.as_observer().await;
    observer.get(&page).await.expect(200).hides("Sign me up");
    observer.get("/workdays/new").await.expect(403);
}

#[actix_web::test]
async fn paper_has_a_card_for_each_job_and_a_sheet_with_a_code_in_both_languages() {
    let site = Site::new().await;
    let (odette, _) = resident(&site, "Odette").await;
    let day = planned(&site, None, 9);
    let id = job(&site, day, "Rake the leaves", (1, 3));
    post(&odette, &format!("/workdays/{day}/jobs/{id}/taking"), &[]).await.expect(303);
    let cards = odette.get(&format!("/workdays/{day}/cards")).await.expect(200);
    assert!(cards.queries <= 6, "{} queries", cards.queries);
    assert_eq!(cards.body.matches("Free</span>").count(), 2, "a line for each place that is free");
    cards.shows("Rake the leaves").shows("1 to 3 people").shows("No leaf is left").shows("<li>Odette Roy</li>");
    let sheet = odette.get(&format!("/workdays/{day}/sheet")).await.expect(200).shows("Odette Roy").shows("<svg width");
    assert!(sheet.queries <= 6, "{} queries", sheet.queries);
    let joan = site.as_admin().await;
    let address = format!("/workdays/{day}");
    sheet.shows(&address).shows("At the shed");
    for (page, words) in [
        ("", "1 place prise sur 3"),
        ("/cards", "1 à 3 personnes"),
        ("/sheet", "Pour s’inscrire en ligne"),
        ("/jobs", "Travaux, un par ligne"),
        ("/edit", "Où on se retrouve"),
    ] {
        joan.get(&format!("/workdays/{day}{page}?lang=fr")).await.expect(200).shows(words);
    }
}

#[actix_web::test]
async fn machines_read_days_and_sign_up_by_the_task() {
    use crate::api::tests::{coop, read};
    let coop = coop().await;
    let odette = coop.machine(Role::Resident, Some(coop.odette)).await;
    let day = planned(&coop.site, None, 9);
    let id = job(&coop.site, day, "Rake", (2, 3));
    crate::api::tests::post(&odette, &format!("/api/v1/tasks/{id}/taking"), serde_json::Value::Null).await.expect(200);
    let all = read(&odette.get("/api/v1/workdays").await.expect(200));
    assert_eq!(all["items"].as_array().map(Vec::len), Some(1), "{all}");
    let shown = odette.get(&format!("/api/v1/workdays/{day}")).await.expect(200);
    assert_eq!(shown.header("etag"), "\"1\"");
    let shown = read(&shown);
    assert_eq!((&shown["starts_at"], &shown["place"]), (&"09:00".into(), &"At the shed".into()));
    let job = &shown["jobs"][0];
    assert_eq!((&job["task_id"], &job["taken"], &job["places_min"]), (&id.into(), &1.into(), &2.into()));
    let of_day = read(&odette.get(&format!("/api/v1/tasks?work_day_id={day}")).await.expect(200));
    assert_eq!(of_day["items"].as_array().map(Vec::len), Some(1));
    let task = read(&odette.get(&format!("/api/v1/tasks/{id}")).await.expect(200));
    assert_eq!((&task["places_min"], &task["work_day_id"]), (&2.into(), &day.into()));
    odette.get("/api/v1/workdays/987654").await.expect(404);
}
