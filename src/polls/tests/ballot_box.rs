//! Votes on paper in a secret vote: handed out, read by two, signed by two, counted with the urn.

use super::roll::{home, rules};
use super::urn::{FIVE, Urn, cast, opened, opened_for, people};
use super::*;
use crate::platform::testing::Visitor;
use crate::polls::{Secrecy, Status as Standing, ballot_box, store};

async fn hand(visitor: &Visitor<'_>, page: &str, member: i64, status: u16) {
    visitor.post(&format!("{page}/paper"), &[("paper_voter", &member.to_string())]).await.expect(status);
}

async fn enter(visitor: &Visitor<'_>, page: &str, number: &str, answer: &[(&str, &str)]) {
    let fields = [&[("paper_number", number)], answer].concat();
    visitor.post(&format!("{page}/paper/readings"), &fields).await.expect(303);
}

async fn sign(visitor: &Visitor<'_>, page: &str, found: &str, status: u16) -> String {
    visitor.post(&format!("{page}/paper/signatures"), &[("paper_found", found)]).await.expect(status).body
}

#[actix_web::test]
async fn papers_from_the_hand_to_the_count() {
    let site = Site::new().await;
    let Urn { id, page, joan, voters, members, .. } =
        opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    let paper = format!("{page}/paper");
    let (ana, bea, cy, dee, eva, flo) = (&voters[0], &voters[1], &voters[2], &voters[3], &voters[4], &voters[5]);
    // Scrutineers and the office hand papers out, nobody else.
    cy.get(&paper).await.expect(403);
    hand(cy, &page, members[3], 403).await;
    let form = ana.get(&paper).await.expect(200).shows("Hand out a paper");
    assert!(form.queries <= 6, "{} queries", form.queries);
    let printed = joan.get(&format!("{paper}/ballots?copies=3&first=7")).await.expect(200);
    assert_eq!(printed.shows("No. 9").hides("No. 10").body.matches("<article").count(), 3);
    joan.post(&paper, &[]).await.expect(422).shows("Choose somebody.");
    hand(&joan, &page, members[3], 303).await;
    hand(ana, &page, members[4], 303).await;
    // One roll: on paper or online.
    joan.post(&paper, &[("paper_voter", &members[3].to_string())]).await.expect(422).shows("has voted already");
    assert_eq!(
        dee.post(&format!("{page}/urn/ballots"), &[("q1", "for")]).await.expect(303).location(),
        format!("{page}/recorded")
    );
    assert_eq!(dee.get(&format!("{page}/recorded")).await.expect(303).location(), page);
    dee.get(&page).await.expect(200).shows("You were given a ballot paper").hides("<form id=\"form\"");
    dee.get("/").await.expect(200).hides("You have not voted yet");
    cast(cy, &page, &[("q1", "for")]).await;
    joan.post(&paper, &[("paper_voter", &members[2].to_string())]).await.expect(422).shows("has voted already");
    joan.post(&format!("{paper}/{}/return", members[2]), &[]).await.expect(404);
    // Brought back unused: they vote online after all.
    joan.post(&format!("{paper}/{}/return", members[4]), &[]).await.expect(303);
    cast(eva, &page, &[("q1", "against")]).await;
    hand(&joan, &page, members[5], 303).await;
    joan.post(&format!("{paper}/spoiled"), &[]).await.expect(303);
    joan.get(&paper)
        .await
        .expect(200)
        .shows("Papers handed out: 2")
        .shows("1 more was spoiled")
        .shows("Fewer than five");
    joan.post(&format!("{paper}/readings"), &[("paper_number", "1"), ("q1", "for")]).await.expect(409);
    for (voter, answer) in [(ana, "for"), (bea, "for")] {
        cast(voter, &page, &[("q1", answer)]).await;
    }
    // Nothing is counted before the papers are.
    joan.post(&format!("{page}/closing"), &[]).await.expect(303);
    assert_eq!(site.read(|conn| store::poll(conn, id)).status, Standing::Open);
    flo.get(&page).await.expect(200).shows("The papers are being counted");
    joan.get("/").await.expect(200).shows("The papers of one vote are to be counted");
    flo.get(&format!("{page}/list")).await.expect(404);
    joan.post(&format!("{page}/closing"), &[]).await.expect(303);
    hand(&joan, &page, members[4], 409).await;
    assert_eq!(site.discrepancies(), Vec::<String>::new());
    // Two read them, each on their own.
    flo.post(&format!("{paper}/readings"), &[("paper_number", "1"), ("q1", "for")]).await.expect(403);
    joan.post(&format!("{paper}/readings"), &[("paper_number", "3"), ("q1", "for")])
        .await
        .expect(422)
        .shows("number 1");
    joan.post(&format!("{paper}/readings"), &[("paper_number", "1")]).await.expect(422);
    enter(&joan, &page, "1", &[("q1", "against")]).await;
    enter(&joan, &page, "2", &[("unreadable", "1")]).await;
    sign(&joan, &page, "2", 409).await;
    enter(bea, &page, "1", &[("q1", "for")]).await;
    ana.get(&format!("{paper}/readings")).await.expect(409).shows("Two other people");
    enter(bea, &page, "2", &[("unreadable", "1")]).await;
    enter(bea, &page, "3", &[("q1", "for")]).await;
    bea.post(&format!("{paper}/readings/removal"), &[]).await.expect(303);
    let differ = bea.get(&paper).await.expect(200).shows("Where the readings differ").shows("First reading: Against");
    assert!(differ.queries <= 6, "{} queries", differ.queries);
    bea.get(&format!("{paper}/readings?number=1")).await.expect(200).shows("value=\"for\" checked");
    joan.get(&format!("{paper}/readings?number=2")).await.expect(200).shows("value=\"1\" checked");
    sign(&joan, &page, "2", 409).await;
    enter(&joan, &page, "1", &[("q1", "for")]).await;
    // Signed by two, for what is in the box.
    assert!(sign(&joan, &page, "3", 422).await.contains("2 papers are entered"));
    sign(&joan, &page, "2", 303).await;
    sign(&joan, &page, "2", 409).await;
    enter(bea, &page, "1", &[("q1", "for")]).await;
    assert!(joan.get(&paper).await.expect(200).body.contains("name=\"paper_found\""), "what was signed was touched");
    sign(&joan, &page, "2", 303).await;
    sign(ana, &page, "2", 303).await;
    let poll = site.read(|conn| store::poll(conn, id));
    assert_eq!(poll.status, Standing::Closed);
    let result = flo.get(&format!("{page}/result")).await.expect(200).shows("4 for").shows("given a ballot paper");
    let result =
        result.shows("2 papers were handed out").shows("1 was in the box and is counted").shows("None is missing");
    assert!(result.queries <= 6, "{} queries", result.queries);
    flo.get(&format!("{page}/list")).await.expect(200).shows("5 ballots");
    ana.get(&paper).await.expect(200).shows("What became of the papers");
    assert_eq!(site.discrepancies(), Vec::<String>::new());
    let mails = site.do_jobs();
    let told = |words: &str| mails.iter().filter(|mail| mail.contains(words)).count();
    assert_eq!(told("say that you voted:"), 4);
    assert_eq!(told("say that you were given a ballot paper:"), 2);
    assert_eq!((told("Subject: You were given a ballot paper"), told("Papers to count")), (3, 2));
}

#[actix_web::test]
async fn more_papers_than_were_handed_out_are_counted_by_nobody() {
    let site = Site::new().await;
    let Urn { id, page, joan, voters, members, .. } =
        opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    hand(&joan, &page, members[3], 303).await;
    joan.post(&format!("{page}/closing"), &[]).await.expect(303);
    for (reader, number) in [(&joan, "1"), (&joan, "2"), (&voters[0], "1"), (&voters[0], "2")] {
        enter(reader, &page, number, &[("q1", "for")]).await;
    }
    assert!(sign(&joan, &page, "2", 422).await.contains("Only 1 papers were handed out"));
    assert_eq!(site.read(|conn| store::poll(conn, id)).status, Standing::Open);
    // What is left is to void it.
    joan.post(&format!("{page}/voiding"), &[("void_reason", "A paper too many")]).await.expect(303);
    assert_eq!(site.read(|conn| store::poll(conn, id)).status, Standing::Void);
}

#[actix_web::test]
async fn papers_that_are_not_returned_are_told_and_no_ballots() {
    let site = Site::new().await;
    let Urn { id, page, joan, voters, members, .. } =
        opened(&site, Secrecy::Ballots, &[NewQuestion::proposal(false)], &FIVE).await;
    for member in &members[2..5] {
        hand(&joan, &page, *member, 303).await;
    }
    cast(&voters[0], &page, &[("q1", "for")]).await;
    joan.post(&format!("{page}/closing"), &[]).await.expect(303);
    for reader in [&joan, &voters[1]] {
        enter(reader, &page, "1", &[("q1", "against")]).await;
    }
    sign(&joan, &page, "1", 303).await;
    sign(&voters[1], &page, "1", 303).await;
    let result = voters[5].get(&format!("{page}/result")).await.expect(200).shows("1 for, 1 against");
    result.shows("3 papers were handed out").shows("2 were not returned");
    let found = site.read(|conn| store::urns::opened(conn, id));
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|ballot| ballot.code.len() == 16), "a paper looks like any other ballot");
    assert_eq!(site.discrepancies(), Vec::<String>::new());
    // Readings go with the key.
    site.act(|act| crate::polls::urn::destroy_key(act, &json!({ "poll": id })));
    assert_eq!(site.read(|conn| store::ballot_box::differences(conn, id)).len(), 0);
    assert_eq!(site.read(|conn| store::ballot_box::of(conn, id, 0)).first_read, 0);
}

#[actix_web::test]
async fn a_home_with_one_vote_has_it_on_paper_or_online() {
    let site = Site::new().await;
    let (members, voters) = people(&site, &FIVE).await;
    rules(&site, |rules| rules.vote_of = coops::VoteOf::HomeFirst);
    home(&site, "101", 2, &[members[0], members[1]]);
    home(&site, "102", 1, &[members[2], members[3]]);
    home(&site, "103", 1, &[members[4], members[5]]);
    let asked = [NewQuestion::proposal(false)];
    let Urn { id, page, joan, voters, members, .. } = opened_for(&site, Secrecy::List, &asked, (members, voters)).await;
    hand(&joan, &page, members[0], 303).await;
    joan.get(&format!("{page}/paper")).await.expect(200).shows("2 papers").shows("Papers handed out: 2");
    let paper = format!("{page}/paper");
    joan.post(&paper, &[("paper_voter", &members[1].to_string())]).await.expect(422).shows("the home has one vote");
    voters[1].get(&page).await.expect(200).shows("You were given a ballot paper");
    cast(&voters[2], &page, &[("q1", "for")]).await;
    joan.post(&paper, &[("paper_voter", &members[3].to_string())]).await.expect(422).shows("the home has one vote");
    voters[3].get(&page).await.expect(200).shows("Your ballot is in the urn");
    let found = site.read(|conn| store::urns::found(conn, id));
    assert_eq!((found.voters, found.votes, found.sealed.len()), (1, 1, 1));
}

#[actix_web::test]
async fn two_entries_that_are_one_person_have_one_paper() {
    let site = Site::new().await;
    let Urn { id, page, joan, members, .. } =
        opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    hand(&joan, &page, members[3], 303).await;
    site.act(|act| store::merging::merge(act.conn, id, members[4], members[3]));
    let voters = site.read(|conn| store::ballot_box::voters(conn, id));
    assert_eq!(voters.iter().map(|voter| voter.member_id).collect::<Vec<_>>(), [members[4]]);
    assert_eq!(site.read(|conn| store::urns::found(conn, id)).votes, 0);
    let taken = ballot_box::BallotBox { handed: 1, ..Default::default() };
    assert!(taken.is_used() && !taken.is_settled());
}
