//! A voter whose check fails: contesting the result of a secret vote, what is seen of it, its answer, and the key that is kept for it.

use diesel::prelude::*;

use super::urn::{Urn, cast, opened};
use super::*;
use crate::platform::sql::row;
use crate::polls::{Secrecy, Status as Standing, store};

const SIX: [&str; 6] = ["Ana", "Bea", "Cy", "Dee", "Eva", "Flo"];

/// A secret vote that is closed.
async fn closed(site: &Site) -> Urn<'_> {
    let urn = opened(site, Secrecy::List, &[NewQuestion::proposal(false)], &SIX).await;
    for voter in &urn.voters[..5] {
        cast(voter, &urn.page, &[("q1", "for")]).await;
    }
    urn.joan.post(&format!("{}/closing", urn.page), &[]).await.expect(303);
    urn
}

/// What nobody can do but the owner of the tables, without the triggers.
fn run(site: &Site, sql: &str) {
    let sql = format!(
        "reset role; set local session_replication_role = replica; {sql}; set local session_replication_role = default; \
         set role cooperator_app"
    );
    site.act(|act| Ok(diesel::connection::SimpleConnection::batch_execute(act.conn, &sql)?));
}

fn destroyed(site: &Site, id: i64) -> bool {
    site.act(|act| polls::urn::destroy_key(act, &serde_json::json!({ "poll": id })));
    site.read(|conn| store::urns::urn(conn, id)).is_some_and(|urn| urn.key_destroyed_at.is_some())
}

#[actix_web::test]
async fn who_does_not_find_their_code_knows_what_to_do() {
    let site = Site::of_owner().await;
    let Urn { id, page, joan, voters, .. } = closed(&site).await;
    let appeals = format!("{page}/appeals");
    let list = voters[3].get(&format!("{page}/list")).await.expect(200);
    let _ = list.shows(&appeals).shows("Something is wrong");
    let course = voters[3].get(&appeals).await.expect(200);
    assert!(course.queries <= 6, "{} queries", course.queries);
    let _ = course.shows("Ana Roy and Bea Roy").shows("can be contested until the end of").shows("not your code");
    voters[3].post(&appeals, &[("appeal_says", "")]).await.expect(422).shows("e-appeal_says").shows("e-appeal_kind");
    voters[3].post(&appeals, &[("appeal_kind", "nonsense"), ("appeal_says", "x")]).await.expect(422);
    let says = [("appeal_kind", "missing"), ("appeal_says", "I looked three times.")];
    voters[3].post(&appeals, &says).await.expect(303);
    voters[3].post(&appeals, &says).await.expect(409);
    voters[3].get(&appeals).await.expect(200).hides("name=\"appeal_says\"");
    // Those who run votes and both scrutineers are told, and read it; others see that it is there.
    site.do_jobs();
    for told in [&joan, &voters[0], &voters[1]] {
        told.get("/inbox").await.expect(200).shows("contests the result");
        told.get(&appeals).await.expect(200).shows("I looked three times.").shows("Dee Roy");
    }
    voters[2].get("/inbox").await.expect(200).hides("contests the result");
    for seen in [&appeals, &format!("{page}/result")] {
        let shown = voters[2].get(seen).await.expect(200).shows("My code is not on the list").shows("Contest 1");
        let _ = shown.shows("Received").hides("I looked three times.").hides("Dee Roy");
    }
    joan.get("/").await.expect(200).shows("The result of a vote is contested");
    // The key is kept, even once the time to contest is over; after that nobody contests any more.
    run(&site, "update polls set appeal_until = current_date - 2");
    voters[4].post(&appeals, &says).await.expect(409);
    voters[4].get(&appeals).await.expect(200).shows("That time is over").hides("name=\"appeal_says\"");
    assert!(!destroyed(&site, id));
    joan.post(&format!("{appeals}/1/examination"), &[]).await.expect(303);
    let answer = [("upheld", "no"), ("appeal_answer", "It was on the second page."), ("appeal_repeats", "1")];
    joan.post(&format!("{appeals}/1/answer"), &answer).await.expect(303);
    joan.post(&format!("{appeals}/1/answer"), &answer).await.expect(409);
    let mails = site.do_jobs().join("\n");
    assert!(mails.contains("You have an answer"), "{mails}");
    voters[2].get(&appeals).await.expect(200).shows("Dismissed").shows("It was on the second page.");
    assert!(destroyed(&site, id));
    assert_eq!(site.read(|conn| store::poll(conn, id)).status, Standing::Closed);
    assert_eq!(site.discrepancies(), Vec::<String>::new());
}

#[actix_web::test]
async fn a_contest_that_is_upheld_makes_the_vote_void_and_repeats_it() {
    let site = Site::of_owner().await;
    let Urn { id, page, joan, voters, .. } = closed(&site).await;
    let appeals = format!("{page}/appeals");
    for (voter, kind) in [(&voters[5], "voted"), (&voters[4], "not_voted")] {
        voter.post(&appeals, &[("appeal_kind", kind), ("appeal_says", "It is wrong.")]).await.expect(303);
    }
    let answer = [("upheld", "yes"), ("appeal_answer", "Two were mixed up."), ("appeal_repeats", "1")];
    let made = joan.post(&format!("{appeals}/1/answer"), &answer).await.expect(303);
    joan.get(made.location()).await.expect(200).shows("This vote is secret");
    assert_eq!(site.read(|conn| store::poll(conn, id)).status, Standing::Void);
    let mails = site.do_jobs().join("\n");
    assert!(mails.contains("Two were mixed up."), "{mails}");
    voters[0].get(&appeals).await.expect(200).shows("Upheld").shows("Received");
    // The other one is answered, too; nothing is contested anew.
    joan.post(&format!("{appeals}/2/answer"), &[("upheld", "yes"), ("appeal_answer", "So were you.")])
        .await
        .expect(303);
    voters[3].post(&appeals, &[("appeal_kind", "other"), ("appeal_says", "x")]).await.expect(409);
    row! {
        struct Number {
            number: i64,
        }
    }
    let drafts = "select count(*) as number from polls where status = 'draft'";
    let drafts = site.read(|conn| Ok(diesel::sql_query(drafts).get_result::<Number>(conn)?.number));
    assert_eq!(drafts, 1);
    assert_eq!(site.discrepancies(), Vec::<String>::new());
}

#[actix_web::test]
async fn where_and_by_whom_a_result_is_contested() {
    let site = Site::of_owner().await;
    let urn = opened(&site, Secrecy::Figures, &[NewQuestion::proposal(false)], &SIX).await;
    let appeals = format!("{}/appeals", urn.page);
    let says = [("appeal_kind", "other"), ("appeal_says", "x")];
    // Not before the close; not by somebody who joined since; not after its time.
    urn.voters[0].get(&appeals).await.expect(404);
    urn.voters[0].post(&appeals, &says).await.expect(409);
    urn.joan.post(&format!("{}/closing", urn.page), &[]).await.expect(303);
    let late = member(&site, "Gus", Status::Member);
    let late = site.signed_in(Role::Resident, "Gus Roy", Some(late)).await;
    late.post(&appeals, &says).await.expect(403);
    urn.voters[0].post(&format!("{appeals}/1/examination"), &[]).await.expect(403);
    urn.joan.post(&format!("{appeals}/1/examination"), &[]).await.expect(404);
    urn.joan.get(&format!("{appeals}/1/answer")).await.expect(404);
    run(&site, "update polls set appeal_until = current_date - 2");
    urn.voters[0].post(&appeals, &says).await.expect(409);
    // An open vote that is none of an election is not contested so.
    let open = site
        .act(|act| polls::create(act, &roof(TimeDelta::zero(), TimeDelta::days(3)), &[NewQuestion::proposal(false)]));
    urn.joan.post(&format!("/polls/{open}/announcement"), &[]).await.expect(303);
    site.act(|act| polls::close(act, open));
    urn.voters[0].get(&format!("/polls/{open}/appeals")).await.expect(404);
    urn.voters[0].get(&format!("/polls/{open}/result")).await.expect(200).hides("Something is wrong");
}
