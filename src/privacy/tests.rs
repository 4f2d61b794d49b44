//! The privacy page and its settings, through HTTP, and what the night removes.

mod access_request;
mod declared;
mod departing;
mod erasing;

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use crate::coops::{self, Preset, RuleProfile};
use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::privacy::erasure;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a date")
}

fn add(site: &Site, given_name: &str, family_name: &str) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: family_name.to_owned(),
        email: Some(format!("{}@example.org", given_name.to_lowercase())),
        phone: Some("+1 613 555-0101".to_owned()),
        language: Lang::En,
        joined_on: day("2000-01-01"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

#[actix_web::test]
async fn everybody_reads_who_answers_what_is_kept_and_how_long() {
    let site = Site::new().await;
    let (joan, stranger) = (site.as_admin().await, site.anonymous());
    stranger.get("/privacy").await.expect(200).shows("has not named anybody yet").hides("/everything");
    stranger.get("/sign-in").await.expect(200).shows("href=\"/privacy\"");
    let named =
        [("privacy_name", "Amélie Roy"), ("privacy_title", "Secretary"), ("privacy_address", "privacy@example.org")];
    joan.post("/settings/privacy", &named[1..2]).await.expect(422).shows("e-privacy_name").shows("e-privacy_address");
    joan.post("/settings/privacy", &named).await.expect(303);
    let page = stranger.get("/privacy").await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("Amélie Roy, Secretary").shows("mailto:privacy@example.org").shows("you can complain to");
    let french = stranger.get("/privacy?lang=fr").await.expect(200);
    french.shows("Qui est responsable des renseignements personnels").shows("7 ans").hides("«");
    let rules = RuleProfile { retention_months: 30, ..RuleProfile::of(Preset::BritishColumbia) };
    site.act(|act| coops::change_rules(act, &rules));
    stranger
        .get("/privacy")
        .await
        .expect(200)
        .shows("6 months after leaving")
        .shows("British Columbia")
        .shows("90 days, 14 days");
    stranger.get("/privacy.csv").await.expect(200).shows("6 months").shows("Automatically, every night");
    assert!(stranger.get("/privacy.xlsx").await.expect(200).body.starts_with("PK"));

    let ada = add(&site, "Ada", "Ng");
    let own = site.signed_in(Role::Resident, "Ada Ng", Some(ada)).await;
    own.get("/privacy").await.expect(200).shows(&format!("/members/{ada}/everything"));
    own.get("/settings/privacy").await.expect(403);
    joan.get("/audit").await.expect(200).shows("named the person in charge");
}

#[actix_web::test]
async fn who_is_due_is_listed_and_erased_by_hand_alone() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (gone, recent) = (add(&site, "Old", "Ng"), add(&site, "Recent", "Ng"));
    let today = site.today();
    site.act(|act| members::set_status(act, gone, Status::Former, day("2010-06-01"), ""));
    site.act(|act| members::set_status(act, recent, Status::Former, today, ""));
    let page = joan.get("/settings/privacy").await.expect(200);
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("Old Ng")
        .shows("Left on 1 June 2010")
        .shows(&format!("/members/{gone}/anonymisation"))
        .hides("Recent Ng");
    assert_eq!(site.read(|conn| members::gone_for(conn, 84, today, 10)).len(), 1);
    site.act(|act| erasure::erase(act, gone, false));
    joan.get("/settings/privacy").await.expect(200).shows("There is nobody to erase");
}

#[actix_web::test]
async fn a_request_that_came_to_nothing_long_ago_is_listed_to_be_forgotten() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    site.read(|conn| {
        Ok(conn.batch_execute(
            "with old as (insert into applications (kind, family_name, language, adults, children, received_on)
               values ('outside', 'Salt', 'en', 1, 0, '2010-01-05') returning id)
             insert into application_steps (application_id, state, on_date, reason, entered_at)
               select id, 'withdrawn', '2010-06-01', 'x', '2010-06-01' from old",
        )?)
    });
    let page = joan.get("/settings/privacy").await.expect(200).shows("Requests to clear").hides("Salt");
    let path = page.body.split("href=\"/waiting-list/").nth(1).and_then(|rest| rest.split('"').next());
    let path = format!("/waiting-list/{}", path.expect("a link to the request"));
    joan.get(&path).await.expect(200).shows("Salt");
    joan.post(&format!("{path}/forgetting"), &[("forget_sure", "1")]).await.expect(303);
    joan.get(&path).await.expect(200).hides("Salt");
    joan.get("/settings/privacy").await.expect(200).hides("Requests to clear");
    site.anonymous().get("/privacy").await.expect(200).shows("24 months after the request ends");
}

#[actix_web::test]
async fn the_night_removes_what_nobody_needs_any_longer() {
    row! {
        struct Count {
            count: i64,
        }
    }
    let site = Site::new().await;
    site.read(|conn| {
        Ok(conn.batch_execute(
            "insert into jobs (kind, lane, payload, attempts, dead_at) values ('letter', 'letters', '{\"to_address\": \"old@example.org\"}', 10, now() - '31 days'::interval),
               ('letter', 'letters', '{\"to_address\": \"new@example.org\"}', 10, now() - '29 days'::interval);
             insert into jobs (kind, lane, payload) values ('tidy', 'work', '{}');
             insert into attempts (subject, since) values ('old', now() - '2 days'::interval);",
        )?)
    });
    site.do_jobs();
    let count = |sql: &str| site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Count>(conn)?.count));
    assert_eq!(count("select count(*) from jobs where kind = 'letter'"), 1);
    assert_eq!(count("select count(*) from attempts where subject = 'old'"), 0);
}
