//! What cannot be: each is said beside its field, in the reader's language, and nothing is stored.

use super::{count, job, jobs, planned, post};
use crate::platform::testing::Site;

const DAY: [(&str, &str); 7] = [
    ("day_title", "Clean-up"),
    ("held_on", "2026-12-12"),
    ("starts_at", "9:00"),
    ("ends_at", "12:00"),
    ("meets_at", "At the shed"),
    ("committee_id", ""),
    ("day_notes", ""),
];

#[actix_web::test]
async fn a_day_that_cannot_be_is_refused_beside_its_field() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let long = "x".repeat(8_001);
    for (field, value, english, french) in [
        ("day_title", "", "is required", "obligatoire"),
        ("held_on", "20000-06-01", "Enter a date that exists", "Entrez une date qui existe"),
        ("held_on", "", "", ""),
        ("starts_at", "", "", ""),
        ("starts_at", "noon", "", ""),
        ("ends_at", "08:30", "has to end after it begins", "doit finir après"),
        ("ends_at", "09:00", "has to end after it begins", "doit finir après"),
        ("meets_at", "", "", ""),
        ("committee_id", "987654", "", ""),
        ("committee_id", "x", "", ""),
        ("day_notes", long.as_str(), "", ""),
    ] {
        let mut fields = DAY.to_vec();
        fields.iter_mut().filter(|(name, _)| *name == field).for_each(|one| one.1 = value);
        let refused = post(&admin, "/workdays", &fields).await.expect(422);
        assert!(refused.body.contains(&format!("id=\"e-{field}\"")), "{field} of {value:?} is not told of");
        if english.is_empty() || english == "is required" {
            continue;
        }
        refused.shows(english);
        post(&admin, "/workdays?lang=fr", &fields).await.expect(422).shows(french);
    }
    assert_eq!(count(&site, "work_day.planned"), 0);
    let made = post(&admin, "/workdays", &DAY).await.expect(303);
    let path = made.location().trim_end_matches("/jobs").to_owned();
    let mut fields = DAY.to_vec();
    fields[3].1 = "08:00";
    fields.push(("version", "1"));
    post(&admin, &path, &fields).await.expect(422).shows("has to end after it begins");
    fields.pop();
    fields[3].1 = "11:00";
    post(&admin, &path, &fields).await.expect(400);
    assert_eq!(count(&site, "work_day.edited"), 0);
}

#[actix_web::test]
async fn jobs_that_cannot_be_are_refused_with_their_line() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let day = planned(&site, None, 9);
    let path = format!("/workdays/{day}/jobs");
    let many = "Rake\n".repeat(300);
    let long = format!("Rake\n{}", "x".repeat(201));
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    for (wrong, told, english, french) in [
        (field("work_jobs", ""), "work_jobs", "", ""),
        (field("work_jobs", &many), "work_jobs", "at most 60 jobs", "au plus 60 travaux"),
        (field("work_jobs", &long), "work_jobs", "Line 2", "Ligne 2"),
        (field("work_jobs", "Rake\n\nSweep; 4-2"), "work_jobs", "Line 3: write how many", "Ligne 3"),
        (field("work_jobs", "Rake; 2; soon"), "work_jobs", "Line 1: write the hours", "Ligne 1"),
        (field("places_min", "5"), "places_min", "more than the number of places", "dépasser celui des places"),
        (field("places", "0"), "places", "", ""),
        (field("places", "201"), "places", "", ""),
        (field("credit_hours", "-1"), "credit_hours", "", ""),
        (field("credit_hours", "101"), "credit_hours", "", ""),
    ] {
        let mut fields = vec![("work_jobs", "Rake"), ("places_min", "1"), ("places", "3"), ("credit_hours", "1")];
        fields.iter_mut().filter(|(name, _)| *name == wrong.0).for_each(|one| one.1 = &wrong.1);
        let refused = post(&admin, &path, &fields).await.expect(422).shows(english);
        assert!(refused.body.contains(&format!("id=\"e-{told}\"")), "{wrong:?}");
        if !french.is_empty() {
            post(&admin, &format!("{path}?lang=fr"), &fields).await.expect(422).shows(french);
        }
    }
    assert_eq!(jobs(&site, day).len(), 0);
    let forty = "Rake\n".repeat(40);
    post(&admin, &path, &[("work_jobs", forty.as_str())]).await.expect(303);
    post(&admin, &path, &[("work_jobs", forty.as_str())]).await.expect(422).shows("at most 60 jobs");
    assert_eq!(jobs(&site, day).len(), 40);
}

#[actix_web::test]
async fn a_job_keeps_its_places_when_it_is_edited_as_a_task() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let day = planned(&site, None, 9);
    let id = job(&site, day, "Rake", (2, 4));
    let path = format!("/tasks/{id}");
    let edit = |least: &'static str, most: &'static str| {
        [("task_title", "Rake"), ("places_min", least), ("places", most), ("credit_hours", "1.5"), ("version", "1")]
    };
    post(&admin, &path, &edit("5", "4")).await.expect(422).shows("more than the number of places");
    post(&admin, &path, &edit("2", "")).await.expect(422);
    post(&admin, &path, &edit("", "")).await.expect(422);
    admin.get(&format!("{path}/edit")).await.expect(200).shows("People needed");
    post(&admin, &path, &edit("3", "5")).await.expect(303);
    let job = &jobs(&site, day)[0];
    assert_eq!((job.places_min, job.places, job.work_day_id), (Some(3), Some(5), Some(day)));
}
