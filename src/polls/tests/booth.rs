//! Voting secretly with help: a code made by the office, and a booth that knows nobody.

use diesel::prelude::*;

use super::urn::{FIVE, Urn, cast, code_of, hidden, opened};
use super::*;
use crate::platform::testing::{Reply, Visitor};
use crate::polls::{Secrecy, store};

/// A code for somebody, made by the office.
async fn code_for(visitor: &Visitor<'_>, page: &str, member: i64) -> String {
    let fields = [("booth_voter", member.to_string())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    code_of(&visitor.post(&format!("{page}/booths"), &fields).await.expect(200))
}

async fn look(booth: &Visitor<'_>, code: &str, answer: &str) -> Reply {
    booth.post("/booth/ballots", &[("booth_code", code), ("q1", answer)]).await
}

async fn confirm(booth: &Visitor<'_>, check: &Reply) -> Reply {
    let fields = hidden(check);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    booth.post("/booth/ballots", &fields).await
}

#[actix_web::test]
async fn somebody_votes_with_help_and_nobody_sees_what() {
    let site = Site::new().await;
    let Urn { id, page, joan, voters, members, .. } =
        opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    let booths = format!("{page}/booths");
    voters[4].post(&booths, &[("booth_voter", &members[3].to_string())]).await.expect(403);
    joan.post(&booths, &[]).await.expect(422).shows("Choose somebody.");
    let code = code_for(&joan, &page, members[3]).await;
    assert_eq!(code.len(), 14, "{code}");
    // On a device on which the office is signed in, nothing of that is to be seen; what is sent from there is sent by nobody.
    let booth = &site.anonymous();
    let first = joan.get("/booth").await.expect(200).shows("Vote with a code").hides("<nav");
    assert!(first.queries <= 6, "{} queries", first.queries);
    booth.post("/booth", &[("booth_code", "AAAA-AAAA-AAAA")]).await.expect(422).shows("This code is not good");
    booth.post("/booth", &[]).await.expect(422);
    let typed = code.to_lowercase().replace('-', " ");
    let ballot = booth.post("/booth", &[("booth_code", &typed)]).await.expect(200);
    let ballot = ballot.shows("You vote alone and in secret").hides("<nav").hides("Dee Roy").hides("data-draft");
    assert!(ballot.queries <= 6, "{} queries", ballot.queries);
    booth.post("/booth/ballots", &[("booth_code", &typed)]).await.expect(422).shows("errors-title");
    let check = look(booth, &typed, "against").await.expect(200).shows("Nothing is sent yet").hides("<nav");
    // What was looked at with one code is not cast with another, nor by somebody who is signed in.
    let other = code_for(&joan, &page, members[4]).await;
    let mut fields = hidden(&check);
    fields.iter_mut().filter(|(name, _)| name == "booth_code").for_each(|(_, value)| value.clone_from(&other));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    booth.post("/booth/ballots", &fields).await.expect(200).shows("Look at it once more");
    voters[3].post(&format!("{page}/urn/ballots"), &fields).await.expect(200).shows("Look at it once more");
    assert_eq!(confirm(booth, &check).await.expect(303).location(), "/booth/done");
    assert_eq!(confirm(booth, &check).await.expect(303).location(), "/booth/done", "pressed twice");
    let done = booth.get("/booth/done").await.expect(200).shows("Your ballot is in the urn").hides("gainst");
    let _ = done.hides("Dee");
    booth.post("/booth", &[("booth_code", &code)]).await.expect(200).shows("You cannot vote here");
    look(booth, &code, "for").await.expect(200).shows("You cannot vote here");
    // They have voted, on one roll with all others.
    voters[3].get(&page).await.expect(200).shows("Your ballot is in the urn");
    joan.post(&format!("{page}/paper"), &[("paper_voter", &members[3].to_string())]).await.expect(422);
    joan.post(&booths, &[("booth_voter", &members[3].to_string())]).await.expect(422).shows("has voted already");
    // Another code, and the first one is good for nothing.
    let again = code_for(&joan, &page, members[4]).await;
    booth.post("/booth", &[("booth_code", &other)]).await.expect(422);
    booth.post("/booth", &[("booth_code", &again)]).await.expect(200);
    site.act(|act| Ok(diesel::sql_query("update booths set until = now() - interval '1 minute'").execute(act.conn)?));
    booth.post("/booth", &[("booth_code", &again)]).await.expect(422).shows("not any more");
    for voter in [&voters[0], &voters[1], &voters[2], &voters[4]] {
        cast(voter, &page, &[("q1", "for")]).await;
    }
    let late = code_for(&joan, &page, members[5]).await;
    joan.post(&format!("{page}/closing"), &[]).await.expect(303);
    look(booth, &late, "for").await.expect(200).shows("You cannot vote here");
    let result = voters[5].get(&format!("{page}/result")).await.expect(200).shows("4 for, 1 against");
    result.shows("3 members got a code from the office");
    joan.post(&booths, &[("booth_voter", &members[5].to_string())]).await.expect(409);
    assert_eq!(site.discrepancies(), Vec::<String>::new());
    let mails = site.do_jobs();
    assert_eq!(mails.iter().filter(|mail| mail.contains("made a code with which")).count(), 3);
    assert!(mails.iter().all(|mail| !mail.contains(&code)));
    assert_eq!(site.read(|conn| store::urns::opened(conn, id)).len(), 5);
}
