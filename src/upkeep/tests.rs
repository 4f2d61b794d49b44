//! What could not be done: seen, told at home, tried again or dropped, through HTTP.

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use crate::platform::i18n::Lang;
use crate::platform::mail::{Letter, post};
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::schema::{deliveries, jobs};

/// A letter that was given up an hour ago.
fn given_up(site: &Site) -> i64 {
    site.act(|act| {
        let to = ("Ada Ng", "ada@example.org");
        post(
            act.conn,
            &Letter::new(to, act.coop, Lang::En, "Hello Ada".to_owned(), "text".into(), "<p>text</p>".into()),
        )
    });
    site.read(|conn| {
        conn.batch_execute(
            "update jobs set attempts = 10, dead_at = now() - interval '1 hour', last_error = 'the mail server is <away>' \
             where kind = 'letter'",
        )?;
        Ok(jobs::table.filter(jobs::kind.eq("letter")).select(jobs::id).first(conn)?)
    })
}

#[actix_web::test]
async fn what_was_given_up_is_seen_and_tried_again() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    site.do_jobs();
    joan.get("/upkeep").await.expect(200).shows("Everything worked").shows("No mail was refused");
    joan.get("/").await.expect(200).hides("could not be done");
    let id = given_up(&site);
    assert_eq!(site.do_jobs(), [""; 0], "what is given up is left alone");
    let home = joan.get("/").await.expect(200).shows("One thing could not be done");
    assert!(home.queries <= 6, "{} queries", home.queries);
    let page = joan.get("/upkeep").await.expect(200).shows("A mail").shows("ada@example.org").shows("Tried 10 times");
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("the mail server is &#60;away&#62;");
    joan.get("/upkeep?lang=fr").await.expect(200).shows("Un courriel").shows("10 essais");
    joan.post(&format!("/upkeep/{id}/trial"), &[]).await.expect(303);
    joan.post(&format!("/upkeep/{id}/trial"), &[]).await.expect(404);
    let mails = site.do_jobs();
    assert!(mails.len() == 1 && mails[0].contains("Hello Ada"), "{mails:?}");
    let delivered: (String, bool, i32) = site.read(|conn| {
        Ok(deliveries::table.select((deliveries::address, deliveries::accepted, deliveries::tries)).first(conn)?)
    });
    assert_eq!(delivered, ("ada@example.org".to_owned(), true, 1));
    joan.get("/").await.expect(200).hides("could not be done");
    joan.get("/audit").await.expect(200).shows("asked for work to be tried again").shows("A mail");
    site.as_observer().await.get("/audit").await.expect(200).hides("the mail server is");
}

#[actix_web::test]
async fn what_was_given_up_can_be_dropped_by_the_office_alone() {
    let site = Site::new().await;
    let (joan, odette) = (site.as_admin().await, site.signed_in(Role::Resident, "Odette Roy", None).await);
    site.do_jobs();
    let id = given_up(&site);
    odette.get("/upkeep").await.expect(403);
    odette.post(&format!("/upkeep/{id}/removal"), &[]).await.expect(403);
    odette.get("/").await.expect(200).hides("could not be done");
    joan.post(&format!("/upkeep/{id}/removal"), &[]).await.expect(303);
    joan.post(&format!("/upkeep/{id}/removal"), &[]).await.expect(404);
    assert_eq!(site.do_jobs(), [""; 0]);
    joan.get("/upkeep").await.expect(200).shows("Everything worked");
}

#[actix_web::test]
async fn a_letter_that_is_refused_for_ever_is_not_tried_again() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    site.act(|act| {
        let to = ("Ada Ng", "not an address");
        post(
            act.conn,
            &Letter::new(to, act.coop, Lang::En, "Hello Ada".to_owned(), "text".into(), "<p>text</p>".into()),
        )
    });
    site.do_jobs();
    let waiting: i64 = site.read(|conn| Ok(jobs::table.filter(jobs::kind.eq("letter")).count().get_result(conn)?));
    assert_eq!(waiting, 0);
    joan.get("/").await.expect(200).shows("One mail was refused this week");
    joan.get("/upkeep").await.expect(200).shows("Hello Ada").shows("not an address that mail can be sent to");
}

#[actix_web::test]
async fn what_is_being_tried_again_is_seen_too() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    given_up(&site);
    site.read(|conn| {
        conn.batch_execute("update jobs set attempts = 1, dead_at = null, run_at = now() + interval '1 hour'")?;
        Ok(())
    });
    joan.get("/upkeep").await.expect(200).shows("Trying again soon").shows("Tried once").hides("/trial");
    joan.get("/").await.expect(200).hides("could not be done");
}
