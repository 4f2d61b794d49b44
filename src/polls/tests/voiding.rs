//! A vote that went wrong is void: nothing of it stands, everybody is told, and it can be held again.

use super::leaks::guest;
use super::*;
use crate::decisions::{self, Standing};
use crate::polls::{State, store};

const REASON: &str = "The wrong rent was printed";

/// Ana votes for, and what she reads.
async fn voted(site: &Site, poll: i64, ana: i64) -> crate::platform::testing::Visitor<'_> {
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    voter.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
    voter
}

#[actix_web::test]
async fn an_open_vote_that_went_wrong_counts_for_nothing_and_is_held_again() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let (admin, poll) = (site.as_admin().await, open_poll(&site));
    let page = format!("/polls/{poll}");
    let voter = voted(&site, poll, ana).await;
    site.do_jobs();
    for refused in [&voter, &site.as_observer().await] {
        refused.get(&format!("{page}/voiding")).await.expect(403);
        refused.post(&format!("{page}/voiding"), &[("void_reason", REASON)]).await.expect(403);
    }
    admin.get(&page).await.expect(200).shows(&format!("{page}/voiding"));
    admin.get(&format!("{page}/voiding")).await.expect(200).shows("You cannot undo this");
    admin.post(&format!("{page}/voiding"), &[("void_reason", " ")]).await.expect(422).shows("#f-void_reason");
    let token = voter.get(&page).await.expect(200).form_token();
    admin.post(&format!("{page}/voiding"), &[("void_reason", REASON)]).await.expect(303);
    admin.post(&format!("{page}/voiding"), &[("void_reason", "again")]).await.expect(303);
    admin.get(&format!("{page}/voiding")).await.expect(303);
    // Whoever was filling in, or follows a link in an old mail, finds no ballot.
    let late = voter.post_raw(&format!("{page}/ballots"), &[("form_token", &token), ("q1", "against")]).await;
    late.expect(409).shows("This vote is void").shows(REASON);
    let shown = voter.get(&page).await.expect(200).shows(REASON).shows("Void since").hides("Cast my vote");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    let _ = shown.hides("class=\"tally\"").hides("Change my vote");
    voter.get(&format!("{page}/result")).await.expect(303);
    voter.get(&format!("{page}/result.csv")).await.expect(404);
    let list = voter.get("/polls").await.expect(200).shows("Void since").hides("You have not voted yet");
    assert!(list.queries <= 6, "{} queries", list.queries);
    voter.get("/").await.expect(200).hides(&page);
    admin.get("/polls/participation").await.expect(200).shows("Nobody fits");
    for act in ["closing", "opening", "cancellation"] {
        let said = admin.post(&format!("{page}/{act}"), &[]).await;
        assert!(said.status == 409 || act == "closing", "{act}: {}", said.status);
    }
    let payload = json!({ "poll": poll });
    site.act(|act| polls::close_due(act, &payload));
    assert!(site.read(|conn| store::registers(conn, poll)).is_empty(), "nothing was counted");
    let block = site.read(|conn| polls::live_fragment(conn, poll, Lang::En)).expect("a block");
    assert!(block.last && block.html.contains("This vote is void"));
    let mails = site.do_jobs();
    assert_eq!(mails.iter().filter(|mail| mail.contains(REASON)).count(), 1, "{mails:?}");
    admin.get("/audit").await.expect(200).shows("declared a vote void");
    // The same again, at once.
    let setup = admin.post(&format!("{page}/copies"), &[]).await.expect(303).location().to_owned();
    let again = setup.strip_suffix("/setup").expect("a draft");
    admin.post(&format!("{again}/announcement"), &[]).await.expect(303);
    voter.get(again).await.expect(200).shows("Cast my vote").shows("0 of 1 members");
    assert_eq!(site.discrepancies(), [""; 0], "the ballots are kept as they were");
}

#[actix_web::test]
async fn a_decision_of_a_vote_that_is_void_does_not_stand() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let (admin, poll) = (site.as_admin().await, open_poll(&site));
    let page = format!("/polls/{poll}");
    let voter = voted(&site, poll, ana).await;
    site.act(|act| polls::close(act, poll));
    assert_eq!(site.read(|conn| decisions::find(conn, 1)).standing, Standing::InForce);
    voter.get("/open/decisions/1").await.expect(200).shows("Adopted");
    site.act(|act| polls::void(act, poll, REASON));
    let decision = site.read(|conn| decisions::find(conn, 1));
    assert_eq!((decision.standing, decision.void_reason.as_deref()), (Standing::Void, Some(REASON)));
    assert_eq!(site.read(|conn| store::poll(conn, poll)).state(clock::now()), State::Void);
    voter.get("/decisions/1").await.expect(200).shows(REASON).shows("<s>Adopted").shows("declared the vote void");
    voter.get("/decisions").await.expect(200).shows("Void");
    voter.get("/decisions?standing=in_force").await.expect(200).hides("Replace the roof");
    let result = voter.get(&format!("{page}/result")).await.expect(200).shows(REASON).shows("kept as evidence");
    let _ = result.shows("Ana Roy").hides("/result.csv");
    voter.get(&format!("{page}/result.csv")).await.expect(404);
    voter.get(&format!("{page}/ballots.csv")).await.expect(200).shows("Ana Roy");
    for public in ["/open", "/open/decisions", "/open/decisions/1"] {
        let body = site.anonymous().get(public).await.expect(200).body;
        assert!(!body.contains("1 for"), "{public}");
    }
    site.anonymous().get("/open/decisions/1").await.expect(200).shows("Void");
    assert!(site.read(|conn| polls::decisions(conn, None, 10)).is_empty());
    let today = site.today();
    assert!(crate::figures::tests::counted(&site, "turnout", (today, today), today).rows.is_empty());
    let refused = site.try_act(|act| decisions::relate(act, 1, 1, decisions::Effect::Amends));
    assert!(refused.is_err());
    let review = site.try_act(|act| decisions::review(act, 1, Some(today + TimeDelta::days(9)), false));
    assert!(matches!(review, Err(Error::Conflict("conflict-decision-over"))));
    assert_eq!(site.discrepancies(), [""; 0]);
    admin.get(&page).await.expect(200).shows("Set up a vote like this one").hides("/voiding");
}

#[actix_web::test]
async fn what_is_void_past_the_program_or_not_any_more_is_found() {
    let site = Site::of_owner().await;
    member(&site, "Ana", Status::Member);
    let (poll, other) = (open_poll(&site), open_poll(&site));
    site.act(|act| polls::void(act, poll, REASON));
    assert_eq!(site.discrepancies(), [""; 0]);
    let back = format!("update polls set status = 'open', voided_at = null, void_reason = '' where id = {poll}");
    let by_hand = format!("update polls set status = 'void', voided_at = now(), void_reason = 'x' where id = {other}");
    for (sql, id) in [(&back, poll), (&by_hand, other)] {
        let found = site.tampered(sql, polls::seal::verify);
        assert!(
            found.iter().any(|one| one.to_string().starts_with(&format!("the standing of vote {id}"))),
            "{found:?}"
        );
    }
    // The database lets a void vote be nothing else again.
    assert!(site.try_act(|act| Ok(diesel::RunQueryDsl::execute(diesel::sql_query(&back), act.conn)?)).is_err());
}

#[actix_web::test]
async fn only_a_vote_that_has_opened_can_be_void() {
    let site = Site::new().await;
    member(&site, "Ana", Status::Member);
    let admin = site.as_admin().await;
    let coming = site.act(|act| announced(act, &roof(TimeDelta::hours(1), TimeDelta::days(3))));
    admin.get(&format!("/polls/{coming}/voiding")).await.expect(303);
    admin.post(&format!("/polls/{coming}/voiding"), &[("void_reason", REASON)]).await.expect(409);
    admin.post("/polls/999/voiding", &[("void_reason", REASON)]).await.expect(404);
    // A guest of a vote that is void is told so, and no reason that is the members'.
    let advice = NewPoll { binding: false, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    let poll = site.act(|act| announced(act, &advice));
    let (link, nobody) = (guest(&site, poll, "Plumber"), site.anonymous());
    nobody.post(&link, &[("q1", "for")]).await.expect(303);
    site.act(|act| polls::void(act, poll, REASON));
    nobody.get(&link).await.expect(200).shows("is void").hides(REASON).hides("<form");
    nobody.post(&link, &[("q1", "against")]).await.expect(409);
    assert_eq!(site.discrepancies(), [""; 0]);
}
