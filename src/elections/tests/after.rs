//! After the vote: acclamation, contesting the result, and seats that fall vacant.

use super::*;

/// Three stand for one seat by approval; the first is elected, the second follows.
async fn declared<'a>(site: &'a Site, admin: &Visitor<'_>) -> (i64, [i64; 3], Vec<Visitor<'a>>) {
    let ids = ["Ana", "Bea", "Cy"].map(|name| member(site, name));
    let mut voters = Vec::new();
    for (name, id) in ["Ana", "Bea", "Cy"].iter().zip(ids) {
        voters.push(resident(site, name, id).await);
    }
    let id = called(site, admin, &[("seats_to_fill", "1")]).await;
    for voter in &voters {
        voter.post(&format!("/elections/{id}/candidacy"), &[]).await.expect(303);
    }
    nominations_end(site, id);
    let poll = poll_of(site, id);
    let [a, b, c] = ids.map(|one| choice(site, id, one));
    cast(&voters[0], poll, &[&a, &b, &c]).await;
    cast(&voters[1], poll, &[&a, &b]).await;
    cast(&voters[2], poll, &[&a]).await;
    admin.post(&format!("/polls/{poll}/closing"), &[]).await.expect(303);
    site.do_jobs();
    (id, ids, voters)
}

#[actix_web::test]
async fn no_more_candidates_than_seats_are_elected_without_a_vote() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (ana, bea) = (member(&site, "Ana"), member(&site, "Bea"));
    let (a, b) = (resident(&site, "Ana", ana).await, resident(&site, "Bea", bea).await);
    let id = called(&site, &admin, &[]).await;
    a.post(&format!("/elections/{id}/candidacy"), &[]).await.expect(303);
    b.post(&format!("/elections/{id}/nominations"), &[("nominee", &ana.to_string())]).await.expect(422);
    nominations_end(&site, id);
    let page = b.get(&format!("/elections/{id}")).await.expect(200).shows("By acclamation");
    page.shows("Elected: Ana Roy. One seat stays empty.");
    assert_eq!(
        (number(&site, "select count(*) from polls"), number(&site, "select count(*) from board_terms")),
        (0, 1)
    );
    // Where the co-op votes anyway, it does.
    let id = called(&site, &admin, &[("acclaims", ""), ("none_stands", "1")]).await;
    b.post(&format!("/elections/{id}/candidacy"), &[]).await.expect(303);
    nominations_end(&site, id);
    assert_eq!(status(&site, id), Status::Voting);
    // And where nobody stands, nothing is filled.
    let id = called(&site, &admin, &[]).await;
    nominations_end(&site, id);
    assert_eq!(status(&site, id), Status::Filled);
    b.get(&format!("/elections/{id}")).await.expect(200).shows("Nobody stood, so all seats stay empty.");
}

#[actix_web::test]
async fn a_result_is_contested_examined_and_dismissed() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (id, _, voters) = declared(&site, &admin).await;
    let (page, contests) = (format!("/elections/{id}"), format!("/polls/{}/appeals", poll_of(&site, id)));
    let late = member(&site, "Late");
    let late = resident(&site, "Late", late).await;
    late.post(&contests, &[("appeal_says", "Me too.")]).await.expect(403);
    late.get(&contests).await.expect(200).shows("Whoever was on the roll").hides("name=\"appeal_says\"");
    voters[2].get(&page).await.expect(200).shows(&contests);
    voters[2].post(&contests, &[("appeal_says", " ")]).await.expect(422).shows("e-appeal_says");
    voters[2].post(&contests, &[("appeal_says", "The letters came late.")]).await.expect(303);
    voters[2].post(&contests, &[("appeal_says", "Again.")]).await.expect(409);
    site.do_jobs();
    admin.get("/inbox").await.expect(200).shows("contests the result");
    voters[0].get(&page).await.expect(200).shows("Received").hides("The letters came late.").hides("by Cy Roy");
    // While it waits no seat is filled.
    appeals_end(&site, id);
    assert_eq!(status(&site, id), Status::Declared);
    admin.post(&format!("{contests}/1/examination"), &[]).await.expect(303);
    voters[0].get(&page).await.expect(200).shows("Being examined").hides("The letters came late.");
    let answer = format!("{contests}/1/answer");
    voters[2].post(&answer, &[("upheld", "no"), ("appeal_answer", "x")]).await.expect(403);
    admin.get(&answer).await.expect(200).shows("The letters came late.").shows("Uphold").hides("appeal_repeats");
    admin.post(&answer, &[("appeal_answer", "")]).await.expect(422).shows("e-appeal_answer");
    admin.post(&answer, &[("upheld", "no"), ("appeal_answer", "They came in time.")]).await.expect(303);
    admin.post(&answer, &[("upheld", "yes"), ("appeal_answer", "No.")]).await.expect(409);
    site.do_jobs();
    voters[0].get(&page).await.expect(200).shows("Dismissed").shows("They came in time.");
    assert_eq!(status(&site, id), Status::Filled, "the last day was over, so the answer filled the seat");
    assert_eq!(number(&site, "select count(*) from board_terms"), 1);
}

#[actix_web::test]
async fn a_contest_that_is_upheld_makes_it_void() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (id, _, voters) = declared(&site, &admin).await;
    let page = format!("/elections/{id}");
    let contests = format!("/polls/{}/appeals", poll_of(&site, id));
    voters[1].post(&contests, &[("appeal_says", "A name was missing.")]).await.expect(303);
    let words = [("upheld", "yes"), ("appeal_answer", "It was: we vote again.")];
    admin.post(&format!("{contests}/1/answer"), &words).await.expect(303);
    site.do_jobs();
    assert_eq!(status(&site, id), Status::Void);
    assert_eq!(number(&site, "select count(*) from polls where status = 'void'"), 1);
    assert_eq!(number(&site, "select count(*) from board_terms"), 0);
    appeals_end(&site, id);
    assert_eq!(number(&site, "select count(*) from board_terms"), 0);
    voters[0].get(&page).await.expect(200).shows("It was: we vote again.").shows("Void");
}

#[actix_web::test]
async fn who_follows_takes_a_vacant_seat() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (id, [ana, bea, cy], voters) = declared(&site, &admin).await;
    let page = format!("/elections/{id}");
    appeals_end(&site, id);
    run(&site, &format!("update elections set starts_on = current_date - 5 where id = {id}"));
    run(&site, "update board_terms set starts_on = current_date - 5");
    let term = number(&site, &format!("select id from board_terms where member_id = {ana}"));
    // The seat is not vacant yet.
    let seat = number(&site, &format!("select number from candidacies where member_id = {ana}")).to_string();
    admin.post(&format!("{page}/offers"), &[("vacated", &seat)]).await.expect(409);
    let today = site.today().to_string();
    let ended = [("ended_on", today.as_str()), ("ended_how", "resigned")];
    admin.post(&format!("/board/terms/{term}/ending"), &ended).await.expect(303);
    admin.get("/").await.expect(200).shows("A seat of the board is vacant");
    admin.get(&page).await.expect(200).shows("Ask Bea Roy, who follows");
    admin.post(&format!("{page}/offers"), &[("vacated", &seat)]).await.expect(303);
    admin.post(&format!("{page}/offers"), &[("vacated", &seat)]).await.expect(409);
    site.do_jobs();
    voters[1].get("/").await.expect(200).shows("Your answer is awaited.");
    voters[1].get(&page).await.expect(200).shows("Do you take it for the rest of its term?");
    voters[2].post(&format!("{page}/offers/acceptance"), &[]).await.expect(404);
    // Bea does not; Cy does, once.
    voters[1].post(&format!("{page}/offers/refusal"), &[]).await.expect(303);
    voters[1].post(&format!("{page}/offers/acceptance"), &[]).await.expect(409);
    admin.post(&format!("{page}/offers"), &[("vacated", &seat)]).await.expect(303);
    for _ in 0..2 {
        voters[2].post(&format!("{page}/offers/acceptance"), &[]).await.expect(303);
    }
    let terms = |member: i64| number(&site, &format!("select count(*) from board_terms where member_id = {member}"));
    assert_eq!((terms(bea), terms(cy)), (0, 1));
    admin.get("/").await.expect(200).hides("A seat of the board is vacant");
}

#[actix_web::test]
async fn who_may_not_sit_by_then_is_not_seated() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (id, [ana, ..], voters) = declared(&site, &admin).await;
    run(&site, &format!("insert into arrears (member_id) values ({ana})"));
    appeals_end(&site, id);
    let page = format!("/elections/{id}");
    assert_eq!(number(&site, "select count(*) from board_terms"), 0);
    voters[2].get(&page).await.expect(200).shows("Elected, but without a seat so far.");
    run(&site, &format!("delete from arrears where member_id = {ana}"));
    for _ in 0..2 {
        admin.post(&format!("{page}/seats"), &[]).await.expect(303);
    }
    assert_eq!(number(&site, "select count(*) from board_terms"), 1);
    voters[2].get(&page).await.expect(200).hides("without a seat so far");
}
