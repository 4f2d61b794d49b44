//! What became of the papers: whatever was not counted is told with its reason, and how a place that was left out was read.

use super::ways::{asked, of};
use super::*;
use crate::coops::VoteOf;
use crate::platform::testing::Visitor;
use crate::polls::{Method, store};

async fn voters(site: &Site) -> Vec<Visitor<'_>> {
    let mut all = Vec::new();
    for name in ["Ana", "Bea", "Cy", "Dee", "Eli"] {
        let id = member(site, name, Status::Member);
        all.push(site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await);
    }
    all
}

async fn cast(voter: &Visitor<'_>, id: i64, fields: &[(&str, &str)]) {
    let checked = [fields, &[("checked", "1")]].concat();
    voter.post(&format!("/polls/{id}/ballots"), &checked).await.expect(303);
}

#[actix_web::test]
async fn every_ballot_received_is_accounted_for() {
    let site = Site::new().await;
    let all = voters(&site).await;
    let id = asked(&site, Shows::Closed, &[of(Method::Irv, &["Al", "Bo", "Cléo"])]);
    let page = format!("/polls/{id}");
    let rule = "If you leave a place out, the places below it move up.";
    all[0].get(&page).await.expect(200).shows(rule);
    for method in ["irv", "stv-scottish", "stv-meek", "schulze", "ranked-pairs"] {
        all[0].get(&format!("/help/votes/{method}")).await.expect(200).shows(rule).shows("Ballots set aside");
    }
    // Al leads, Bo and Cléo follow; whoever has Cléo alone ends with nobody.
    cast(&all[0], id, &[("q1-1", "1"), ("q1-2", "2")]).await;
    cast(&all[1], id, &[("q1-1", "2"), ("q1-2", "3")]).await;
    cast(&all[2], id, &[("q1-2", "1")]).await;
    cast(&all[3], id, &[("q1-3", "3")]).await;
    cast(&all[4], id, &[]).await;
    let ballots = site.read(|conn| store::sealed::rows(conn, id)).ballots;
    let kept: Vec<(&str, &[i32])> = ballots.iter().map(|ballot| (ballot.1[0].as_str(), ballot.4.as_slice())).collect();
    assert_eq!(kept, [("1>2", &[][..]), ("1>2", &[1]), ("2", &[]), ("3", &[1]), ("", &[])]);
    // The same answer again, filled in from the first place on, is the same vote.
    cast(&all[1], id, &[("q1-1", "1"), ("q1-2", "2")]).await;
    assert_eq!(site.read(|conn| store::sealed::rows(conn, id)).ballots, ballots);
    site.act(|act| polls::close(act, id));
    let result = all[0].get(&format!("{page}/result")).await.expect(200).shows("Ballots set aside");
    let line = |label: &str, number: i32| format!("<th scope=\"row\">{label}</th><td class=\"num\">{number}</td>");
    let lines = [
        line("Members who voted", 5),
        line("Without an answer to this question", 1),
        line("Counted", 4),
        line("Of these, left a place out: the places below it moved up", 2),
        line("Named nobody who was left, after round 1", 0),
    ];
    for line in lines {
        assert!(result.body.contains(&line), "{line}");
    }
    let (_, decisions) = site.read(|conn| store::reads::decisions_of(conn, id));
    let rounds = &decisions[0].counted.outcome.rounds;
    let last = rounds.last().expect("rounds").exhausted.as_whole().expect("whole votes");
    assert!(rounds.len() > 1 && last > 1, "{rounds:?}");
    // The blank one is told apart.
    let said = line(&format!("Named nobody who was left, after round {}", rounds.len()), last as i32 - 1);
    assert!(result.body.contains(&said), "{said}");
    let file = all[0].get(&format!("{page}/result.csv")).await.expect(200);
    let file = file.shows("\"Ballots set aside\",\"Without an answer to this question\",\"1\"");
    let _ = file.shows("\"Ballots set aside\",\"Of these, left a place out: the places below it moved up\",\"2\"");
    all[0].get(&format!("{page}/result?lang=fr")).await.expect(200).shows("Bulletins mis de côté");
    let api = site.read(|conn| store::api::list(conn, Some(id), 0, 1));
    let told = serde_json::to_value(&api[0].results).expect("JSON")[0]["set_aside"].clone();
    assert_eq!((&told["blank"], &told["abstentions"], &told["skipped"]), (&json!(1), &json!(0), &json!(2)));
    let exhausted = told["exhausted"].as_array().expect("one a round");
    assert_eq!((exhausted.len(), exhausted.last()), (rounds.len(), Some(&json!(last.to_string()))));
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn abstentions_of_a_proposal_are_apart_and_silence_is_none() {
    let site = Site::new().await;
    let all = voters(&site).await;
    let id = asked(&site, Shows::Closed, &[NewQuestion::proposal(false)]);
    for (voter, side) in all.iter().zip(["for", "abstain", "abstain"]) {
        cast(voter, id, &[("q1", side)]).await;
    }
    site.act(|act| polls::close(act, id));
    let result = all[0].get(&format!("/polls/{id}/result")).await.expect(200);
    let result = result.shows("<th scope=\"row\">Abstained</th><td class=\"num\">2</td>");
    let _ = result.shows("<th scope=\"row\">Members who voted</th><td class=\"num\">3</td>").hides("left a place out");
}

#[actix_web::test]
async fn a_home_that_skipped_a_place_and_says_the_same_has_one_vote() {
    let site = Site::new().await;
    let people = ["Ana", "Bea"].map(|name| member(&site, name, Status::Member));
    let mut voters = Vec::new();
    for (name, id) in ["Ana Roy", "Bea Roy"].into_iter().zip(people) {
        voters.push(site.signed_in(Role::Resident, name, Some(id)).await);
    }
    site.act(|act| {
        let mut rules = coops::rule_profile(act.conn)?;
        rules.vote_of = VoteOf::HomeJointly;
        coops::change_rules(act, &rules)?;
        let new =
            crate::units::NewUnit { label: "22".to_owned(), kind: "apartment", ..crate::units::NewUnit::default() };
        let (unit, today) = (crate::units::add(act, &new)?, act.today());
        people.into_iter().try_for_each(|id| crate::units::move_in(act, unit, id, today))
    });
    let id = asked(&site, Shows::Closed, &[of(Method::Schulze, &["Al", "Bo", "Cléo"])]);
    cast(&voters[0], id, &[("q1-1", "1"), ("q1-2", "2")]).await;
    cast(&voters[1], id, &[("q1-1", "1"), ("q1-2", "3")]).await;
    site.act(|act| polls::close(act, id));
    let (_, decisions) = site.read(|conn| store::reads::decisions_of(conn, id));
    assert_eq!((decisions[0].counted.voted, decisions[0].counted.skipped), (1, 1));
    assert_eq!(site.discrepancies(), [""; 0]);
}
