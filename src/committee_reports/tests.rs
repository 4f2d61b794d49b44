//! The reports of committees through HTTP: written, handed in, begun by themselves.

use chrono::Days;
use diesel::prelude::*;

use super::{Words, month_of};
use crate::committees;
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::sql::{row, sql};
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;

row! {
    struct Many {
        many: i64,
    }
}

fn count(site: &Site, of: &str) -> i64 {
    site.read(|conn| Ok(sql(format!("select count(*) as many from {of}")).get_result::<Many>(conn)?.many))
}

fn run_sql(site: &Site, text: &str) {
    site.act(|act| Ok(diesel::sql_query(text).execute(act.conn).map(|_| ())?));
}

fn few_queries(page: Reply) -> Reply {
    assert!(page.queries <= 6, "{} queries", page.queries);
    page
}

fn person(site: &Site, name: &str) -> i64 {
    site.act(|act| {
        members::add(
            act,
            &NewMember {
                number: String::new(),
                given_name: name.to_owned(),
                family_name: "Roy".to_owned(),
                email: None,
                phone: None,
                language: Lang::En,
                joined_on: chrono::NaiveDate::from_ymd_opt(2020, 1, 1).expect("a date"),
                status: Status::Member,
            },
        )
    })
}

/// A committee, its lead, somebody else who lives here, and its number.
async fn garden(site: &Site) -> (Visitor<'_>, Visitor<'_>, i64) {
    let (lead, other) = (person(site, "Odette"), person(site, "Paul"));
    let from = site.today() - Days::new(200);
    let id = site.act(|act| {
        let id = committees::add(act, "Garden", "Jardin")?;
        committees::join(act, id, lead, from)?;
        Ok(id)
    });
    run_sql(
        site,
        &format!(
            "insert into leads (committee_id, member_id, during) values ({id}, {lead}, daterange('{from}', null))"
        ),
    );
    let odette = site.signed_in(Role::Resident, "Odette Roy", Some(lead)).await;
    let paul = site.signed_in(Role::Resident, "Paul Roy", Some(other)).await;
    (odette, paul, id)
}

/// A task of a committee that was done on a day.
fn done(site: &Site, committee: i64, title: &str, day: chrono::NaiveDate) {
    run_sql(
        site,
        &format!(
            "insert into tasks (title, status, committee_id, done_at, due_on, credit_minutes) \
         values ('{title}', 'done', {committee}, day_starts('{day}') + interval '12 hours', '{day}', 90)"
        ),
    );
}

#[actix_web::test]
async fn a_lead_completes_what_is_half_filled_and_hands_it_in() {
    let site = Site::new().await;
    let (odette, paul, id) = garden(&site).await;
    let month = month_of(site.today(), 1);
    done(&site, id, "Prune the apple tree", month + Days::new(3));
    done(&site, id, "On the last day", month_of(site.today(), 0) - Days::new(1));
    done(&site, id, "On the first day of the next", month_of(site.today(), 0));
    let list = format!("/committees/{id}/reports");
    few_queries(odette.get(&list).await.expect(200)).shows("Write it");
    few_queries(paul.get(&list).await.expect(200)).hides("Write it").shows("No report has been handed in yet.");
    odette.get(&format!("{list}?lang=fr")).await.expect(200).shows("Rapports mensuels");
    odette.get(&format!("/committees/{id}?lang=en")).await.expect(200).shows(&list);
    let asked = [("month", month.to_string())];
    let asked: Vec<(&str, &str)> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    paul.post(&list, &asked).await.expect(403);
    for wrong in ["2019-01-01", "2126-01-01", "nonsense"] {
        let status = odette.post(&list, &[("month", wrong)]).await.status.as_u16();
        assert!([400, 422].contains(&status), "{wrong}: {status}");
    }
    let form = odette.post(&list, &asked).await.expect(303);
    let again = odette.post(&list, &asked).await.expect(303);
    assert_eq!(form.location(), again.location());
    let path = form.location().trim_end_matches("/edit").to_owned();
    let page = few_queries(odette.get(form.location()).await.expect(200)).shows("Prune the apple tree");
    let page = page
        .shows("On the last day")
        .hides("On the first day")
        .shows("<dd class=\"big\">2</dd>")
        .shows("hours of work");
    let version = page.field("version");
    for hidden in ["", "/edit"] {
        paul.get(&format!("{path}{hidden}")).await.expect(404);
    }
    paul.post(&path, &[("version", "1")]).await.expect(404);
    let long = "x".repeat(4_001);
    odette.post(&path, &[("version", &version), ("happened", &long)]).await.expect(422).shows("e-happened");
    let fields = [
        ("version", version.as_str()),
        ("happened", "The **hedge** is trimmed."),
        ("asks", "A ladder."),
        ("then", "keep"),
    ];
    odette.post(&path, &fields).await.expect(303);
    odette.get(&path).await.expect(200).shows("<strong>hedge</strong>").shows("Draft");
    odette.post(&path, &fields).await.expect(409).shows("A ladder.");
    paul.get(&path).await.expect(404);
    assert_eq!(count(&site, "events where detail::text like '%ladder%'"), 0, "a draft is in no log");
    let version = odette.get(&format!("{path}/edit")).await.expect(200).field("version");
    let fields = [
        ("version", version.as_str()),
        ("happened", "The **hedge** is trimmed."),
        ("asks", "A ladder."),
        ("then", "hand_in"),
    ];
    odette.post(&path, &fields).await.expect(303);
    few_queries(paul.get(&path).await.expect(200))
        .shows("Handed in by Odette Roy")
        .shows("A ladder.")
        .hides("Correct it");
    paul.get(&list).await.expect(200).shows("Handed in on").shows(&path);
    paul.get("/search?q=ladder").await.expect(200).shows(&path);
    // Its numbers stay as they were, what is written can be corrected, and it cannot be thrown away.
    done(&site, id, "Told too late", month + Days::new(4));
    paul.get(&path).await.expect(200).shows("<dd class=\"big\">2</dd>");
    let version = odette.get(&format!("{path}/edit")).await.expect(200).field("version");
    odette
        .post(&path, &[("version", &version), ("happened", "The hedge is trimmed."), ("asks", "Two ladders.")])
        .await
        .expect(303);
    paul.get(&path).await.expect(200).shows("Two ladders.");
    odette.post(&format!("{path}/removal"), &[]).await.expect(409);
    let observer = site.as_observer().await;
    observer.get(&path).await.expect(200).hides("Correct it");
    observer.get("/audit").await.expect(200).shows("corrected the report of a committee").hides("«");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_committee_that_reports_is_reminded_once_and_one_that_does_not_is_left_alone() {
    let site = Site::new().await;
    let (odette, paul, id) = garden(&site).await;
    let last = month_of(site.today(), 2);
    site.act(super::look);
    assert_eq!(count(&site, "committee_reports"), 0, "nobody has reported yet");
    let report = site.act(|act| super::begin(act, id, last));
    let empty = site.try_act(|act| super::write(act, report, 1, &Words::default(), true));
    assert!(empty.is_err(), "there is nothing to hand in");
    let words = Words { happened: "It rained.".to_owned(), ..Words::default() };
    site.act(|act| super::write(act, report, 1, &words, true));
    for _ in 0..2 {
        site.act(super::look);
        site.pump();
    }
    assert_eq!(count(&site, &format!("committee_reports where month = '{}'", month_of(site.today(), 1))), 1);
    let told = count(&site, "events where kind = 'committee_report.begun' and actor_id is null");
    assert_eq!(told, 2, "one by the program for the test, one by itself");
    let draft = site
        .read(|conn| super::list(conn, id, site.today()))
        .into_iter()
        .find(|line| line.month == month_of(site.today(), 1));
    let draft = draft.and_then(|line| line.id).expect("a draft");
    odette.get(&format!("/committees/reports/{draft}/edit")).await.expect(200);
    // It is thrown away where it is not needed.
    odette.post(&format!("/committees/reports/{draft}/removal"), &[]).await.expect(303);
    paul.get(&format!("/committees/reports/{draft}")).await.expect(404);
    odette.get(&format!("/committees/reports/{draft}")).await.expect(404);
    site.act(super::look);
    assert_eq!(count(&site, "committee_reports where not dropped"), 1, "it is not begun again");
    let month = month_of(site.today(), 1);
    assert_eq!(site.act(|act| super::begin(act, id, month)), draft, "but for who wants it");
    // Who leads it no more does not write it any more.
    run_sql(&site, "delete from leads");
    odette.get(&format!("/committees/reports/{report}/edit")).await.expect(403);
    odette.get(&format!("/committees/reports/{report}")).await.expect(200).shows("It rained.").hides("Correct it");
}
