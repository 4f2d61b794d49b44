//! Who gets which job of the queue, and in what order.

use super::*;
use crate::platform::i18n::Lang;
use crate::platform::mail::{Letter, post};
use crate::platform::testing::Site;
use crate::platform::visit::Coop;

fn letter(coop: &Coop, subject: &str, unsubscribe: Option<&str>) -> Letter {
    let to = ("Ada Ng", "ada@example.org");
    let mut letter = Letter::new(to, coop, Lang::En, subject.to_owned(), "text".to_owned(), "<p>text</p>".to_owned());
    letter.unsubscribe = unsubscribe.map(str::to_owned);
    letter
}

/// Subjects of mails, and kinds of other work, as a lane would get them.
fn claimed(site: &Site, lane: Lane, most: i32) -> Vec<String> {
    let jobs: Vec<Claimed> = site
        .setting
        .db
        .across_now(|conn| {
            Ok(diesel::sql_query("select * from claim_jobs($1, $2, 60)")
                .bind::<Bool, _>(lane == Lane::Mail)
                .bind::<Integer, _>(most)
                .load(conn)?)
        })
        .expect("claims");
    jobs.into_iter().map(|job| job.payload["subject"].as_str().map_or(job.kind, str::to_owned)).collect()
}

#[actix_web::test]
async fn mail_holds_up_no_other_work_and_a_link_goes_before_notices() {
    let site = Site::new().await;
    site.do_jobs();
    site.act(|act| {
        for number in 0..3 {
            post(act.conn, &letter(act.coop, &format!("notice {number}"), Some("https://coop.example.org/stop")))?;
        }
        post(act.conn, &letter(act.coop, "your link", None))?;
        enqueue(act.conn, "poll.close", serde_json::json!({ "poll": 1 }), act.now)?;
        Ok(())
    });
    assert_eq!(claimed(&site, Lane::Work, 10), ["poll.close"], "behind no mail");
    assert_eq!(claimed(&site, Lane::Mail, 1), ["your link"], "somebody waits for it");
    assert_eq!(claimed(&site, Lane::Mail, 10).len(), 3, "each is claimed once");
    assert!(claimed(&site, Lane::Work, 10).is_empty() && claimed(&site, Lane::Mail, 10).is_empty());
}

#[test]
fn what_is_claimed_at_once_can_be_done_within_the_lease() {
    assert!(i64::from(Lane::Mail.most()) * 20 < i64::from(LEASE_SECONDS), "a letter may take twenty seconds");
}
