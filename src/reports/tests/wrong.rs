//! What goes wrong: filters that say nothing, a computation that fails, somebody who is erased, rows of long ago.

use super::*;
use crate::figures::Period;
use crate::reports::{self, NewSaved, Question, Sent};

#[actix_web::test]
async fn what_cannot_be_asked_is_said_beside_its_field() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    for (fields, at) in [
        (&[("figures_period", "days"), ("figures_from", "2026-05-01"), ("figures_to", "2026-04-01")][..], "figures_to"),
        (&[("figures_period", "days"), ("figures_from", "1900-05-01"), ("figures_to", "2026-04-01")], "figures_from"),
        (&[("figures_period", "days"), ("figures_from", "yesterday"), ("figures_to", "2026-04-01")], "figures_from"),
        (&[("figures_period", "century")], "figures_period"),
        (&[("report_committee", "999")], "report_committee"),
        (&[("report_chosen", "nicest")], "report_chosen"),
    ] {
        admin.post("/reports/tasks/runs", fields).await.expect(422).shows(&format!("e-{at}"));
        admin.post("/reports/tasks/runs?lang=fr", fields).await.expect(422).shows("Journal des tâches");
    }
    admin.post("/reports/nothing/runs?lang=en", &[]).await.expect(404);
    admin.get("/reports/nothing").await.expect(404);
    // An address that says nothing begins anew.
    admin.get("/reports/tasks?figures_period=century&report_committee=x").await.expect(200).hides("e-figures");
    assert_eq!(count(&site, "report_runs"), 0);
    let run = made(&site, &admin, "tasks", &[]).await;
    let of = run.to_string();
    let save = |name: &'static str, sent: &'static str, period: &'static str| {
        vec![
            ("run", of.clone()),
            ("report_name", name.to_owned()),
            ("report_sent", sent.to_owned()),
            ("figures_period", period.to_owned()),
            ("figures_from", "2026-01-01".to_owned()),
            ("figures_to", "2026-01-31".to_owned()),
        ]
    };
    for (fields, at) in [
        (save("", "never", "months"), "report_name"),
        (save("Tasks", "hourly", "months"), "report_sent"),
        (save("Tasks", "weekly", "days"), "report_sent"),
    ] {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        admin.post("/reports/saved", &fields).await.expect(422).shows(&format!("e-{at}"));
    }
    assert_eq!(count(&site, "saved_reports"), 0);
    for (name, status) in [("Tasks", 303), ("tasks", 422)] {
        let fields = save(name, "never", "days");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        admin.post("/reports/saved", &fields).await.expect(status);
    }
    admin.get(&format!("/reports/runs/{run}/parts/people")).await.expect(404);
    admin.get("/reports/runs/999999").await.expect(404);
    admin.get("/reports/runs/999999/workbook").await.expect(404);
}

fn broken(site: &Site) -> Question {
    let period = Period::of(Span::LastMonth, site.today(), 1);
    Question { report: &BROKEN, span: period.span, from: period.from, until: period.until, committee: None, chosen: "" }
}

#[actix_web::test]
async fn a_report_that_fails_is_sent_to_nobody_and_its_owner_is_told() {
    let site = Site::new().await;
    let (owner, second) = (site.as_admin().await, site.signed_in(Role::Admin, "Second", None).await);
    let question = broken(&site);
    let account = owner.account.expect("an account");
    let new = NewSaved { name: "Broken".to_owned(), question, sent: Sent::Weekly };
    let id = site.act(|act| reports::save(act, &new));
    run_sql(&site, &format!("update saved_reports set saved_by = {account}, next_on = current_date where id = {id}"));
    morning(&site);
    assert_eq!(count(&site, "report_runs where state = 'failed'"), 1);
    assert_eq!(count(&site, "report_parts") + count(&site, "report_rows"), 0);
    assert_eq!(count(&site, "events where kind = 'report.sent'"), 0);
    owner.get("/inbox").await.expect(200).shows("This report could not be made, and was sent to nobody.");
    second.get("/inbox").await.expect(200).hides("could not be made");
    second.get("/").await.expect(200).shows("A report could not be made");
    assert_eq!(count(&site, "jobs where kind = 'report.make'"), 0, "it is not tried again by itself");
    // Nothing of it is to be had, and it can be asked for again.
    let run = site.read(|conn| Ok(reports::latest(conn)?.remove(0)));
    second
        .get(&format!("/reports/runs/{}", run.id))
        .await
        .expect(200)
        .shows("Nothing was sent.")
        .shows("Make it again");
    for file in ["/workbook", "/parts/people", "/parts/people.csv"] {
        second.get(&format!("/reports/runs/{}{file}", run.id)).await.expect(404);
    }
    second.get(&format!("/reports/runs/{}/paper", run.id)).await.expect(303);
}

#[actix_web::test]
async fn rows_go_when_somebody_is_erased_and_after_a_week() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let person = site.act(|act| {
        crate::members::add(
            act,
            &crate::members::NewMember {
                number: String::new(),
                given_name: "Quetzal".to_owned(),
                family_name: "Roy".to_owned(),
                email: None,
                phone: None,
                language: Lang::En,
                joined_on: day("2020-01-01"),
                status: crate::members::Status::Member,
            },
        )
    });
    let run = made(&site, &admin, "register", &[]).await;
    admin.get(&format!("/reports/runs/{run}")).await.expect(200).shows("Quetzal");
    let today = site.today();
    site.act(|act| crate::members::set_status(act, person, crate::members::Status::Former, today, ""));
    site.act(|act| crate::privacy::erasure::erase(act, person, true));
    admin.get(&format!("/reports/runs/{run}")).await.expect(404);
    assert_eq!(count(&site, "report_rows") + count(&site, "report_parts") + count(&site, "report_runs"), 0);
    // One that is being made when that happens ends without a word.
    admin.post("/reports/register/runs", &[]).await.expect(303);
    run_sql(&site, "delete from report_runs");
    site.do_jobs();
    assert_eq!(count(&site, "jobs where kind = 'report.make'"), 0);
    let old = made(&site, &admin, "votes", &[]).await;
    run_sql(&site, &format!("update report_runs set asked_at = now() - interval '8 days' where id = {old}"));
    site.act(reports::tidy);
    admin.get(&format!("/reports/runs/{old}")).await.expect(404);
}

#[actix_web::test]
async fn a_formula_stays_text_and_a_long_name_fits_a_sheet() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    admin.post("/tasks", &[("task_title", "=HYPERLINK(\"x\")"), ("credit_hours", "0")]).await.expect(303);
    let run = made(&site, &admin, "tasks", &[]).await;
    let file = admin.get(&format!("/reports/runs/{run}/parts/tasks.csv")).await.expect(200);
    let _ = file.shows("\"'=HYPERLINK");
    admin.get(&format!("/reports/runs/{run}/workbook")).await.expect(200);
    let book = sheets(&site, run, Lang::Fr);
    assert_eq!(book[1].1[1][0], "=HYPERLINK(\"x\")");
    assert_eq!(book[0].1[0][..2], ["Rapport", "Journal des tâches"]);
    admin.get("/audit?lang=en").await.expect(200).shows("took a report away as a file");
}
