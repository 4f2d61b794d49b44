//! Proxies and interests, through HTTP.

use chrono::TimeDelta;

use super::{member, roof};
use crate::coops;
use crate::members::Status;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls::{self, Shows};

fn allow(site: &Site, most: i32) {
    site.act(|act| {
        let mut rules = coops::rule_profile(act.conn)?;
        rules.proxies_max = most;
        coops::change_rules(act, &rules)
    });
}

fn opened(site: &Site, shows: Shows) -> i64 {
    let new = polls::NewPoll { shows, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    site.act(|act| polls::tests::announced(act, &new))
}

#[actix_web::test]
async fn a_proxy_is_given_used_taken_back_and_never_passed_on() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let ids = ["Ana", "Bea", "Cy", "Dee"].map(|name| member(&site, name, Status::Member));
    let none = opened(&site, Shows::Closed);
    allow(&site, 1);
    let poll = opened(&site, Shows::Closed);
    let [ana, bea, cy, dee] = [
        site.signed_in(Role::Resident, "Ana Roy", Some(ids[0])).await,
        site.signed_in(Role::Resident, "Bea Roy", Some(ids[1])).await,
        site.signed_in(Role::Resident, "Cy Roy", Some(ids[2])).await,
        site.signed_in(Role::Resident, "Dee Roy", Some(ids[3])).await,
    ];
    ana.get(&format!("/polls/{none}/proxies")).await.expect(404);
    ana.get(&format!("/polls/{none}")).await.expect(200).hides("/proxies");
    let vote = format!("/polls/{poll}");
    let proxies = format!("{vote}/proxies");
    ana.get(&vote).await.expect(200).shows(&proxies);
    let page = ana.get(&proxies).await.expect(200).shows("Let somebody vote for you").hides("value=\"Ana Roy\"");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let [of_ana, of_bea, of_cy] = [ids[0], ids[1], ids[2]].map(|id| id.to_string());
    ana.post(&proxies, &[("holder", "")]).await.expect(422).shows("Choose who is to vote for you");
    ana.post(&proxies, &[("holder", &of_ana)]).await.expect(422).shows("other than yourself");
    ana.post(&proxies, &[("holder", &of_bea), ("instructions", "For, please.")]).await.expect(303);
    ana.post(&proxies, &[("holder", &of_cy)]).await.expect(422).shows("already given a proxy");
    bea.post(&proxies, &[("holder", &of_cy)]).await.expect(422).shows("cannot be passed on");
    cy.post(&proxies, &[("holder", &of_ana)]).await.expect(422).shows("given their own proxy away");
    cy.post(&proxies, &[("holder", &of_bea)]).await.expect(422).shows("as many people as the rules allow");
    let page = bea.get(&proxies).await.expect(200).shows("For, please.").shows("Vote for Ana Roy");
    let link =
        page.body.split(&format!("{proxies}/")).nth(1).and_then(|rest| rest.split('/').next()).expect("a number");
    let ballot = format!("{proxies}/{link}/ballot");
    cy.get(&ballot).await.expect(404);
    cy.post(&ballot, &[("q1", "against")]).await.expect(404);
    bea.get(&ballot).await.expect(200).shows("Vote for Ana Roy").shows("For, please.");
    bea.post(&ballot, &[("q1", "for"), ("reason", "")]).await.expect(303);
    bea.post(&ballot, &[("q1", "for"), ("reason", "")]).await.expect(303);
    assert_eq!(site.read(|conn| polls::store::turnout(conn, poll)), 1);
    // Bea has not voted for herself by that.
    bea.get(&vote).await.expect(200).shows("Cast my vote");
    ana.get(&vote).await.expect(200).shows("Bea Roy voted for you by proxy").shows("Change my vote");
    // Taken back: what was cast stays, but nobody changes it any more but Ana.
    ana.post(&format!("{proxies}/{link}/end"), &[]).await.expect(303);
    bea.post(&ballot, &[("q1", "against"), ("reason", "")]).await.expect(404);
    assert_eq!(site.read(|conn| polls::store::turnout(conn, poll)), 1);
    admin.get(&proxies).await.expect(200).hides("by proxy: Bea");
    // Dee gives one and then votes herself: her own vote is what counts, and the proxy sees nothing of it.
    dee.post(&proxies, &[("holder", &of_cy)]).await.expect(303);
    admin.get(&proxies).await.expect(200).shows("Dee Roy (by proxy: Cy Roy)");
    let page = cy.get(&proxies).await.expect(200);
    let link =
        page.body.split(&format!("{proxies}/")).nth(1).and_then(|rest| rest.split('/').next()).expect("a number");
    let ballot = format!("{proxies}/{link}/ballot");
    cy.post(&ballot, &[("q1", "for"), ("reason", "")]).await.expect(303);
    dee.post(&format!("{vote}/ballots"), &[("q1", "against")]).await.expect(303);
    cy.post(&ballot, &[("q1", "for"), ("reason", "")]).await.expect(409);
    cy.get(&ballot).await.expect(409);
    cy.get(&proxies).await.expect(200).shows("cast in person").hides("Vote for Dee");
    site.act(|act| polls::close(act, poll));
    let result = ana.get(&format!("{vote}/result")).await.expect(200).shows("Ana Roy (by proxy: Bea Roy)");
    result.shows("1 for, 1 against").hides("Dee Roy (by proxy");
    assert_eq!(site.discrepancies(), Vec::<String>::new());
    ana.post(&proxies, &[("holder", &of_cy)]).await.expect(409);
}

#[actix_web::test]
async fn who_votes_first_needs_no_proxy_and_homes_have_none() {
    let site = Site::new().await;
    allow(&site, 2);
    let [ana, bea] = ["Ana", "Bea"].map(|name| member(&site, name, Status::Member));
    let poll = opened(&site, Shows::Live);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    voter.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
    let proxies = format!("/polls/{poll}/proxies");
    voter.get(&proxies).await.expect(200).hides("f-holder");
    voter.post(&proxies, &[("holder", &bea.to_string())]).await.expect(409);
    site.act(|act| {
        let mut rules = coops::rule_profile(act.conn)?;
        rules.vote_of = coops::VoteOf::HomeFirst;
        coops::change_rules(act, &rules)
    });
    let homes = opened(&site, Shows::Live);
    voter.get(&format!("/polls/{homes}/proxies")).await.expect(404);
}

#[actix_web::test]
async fn who_has_an_interest_leaves_the_base_and_can_come_back() {
    let site = Site::new().await;
    let [ana, bea, cy] = ["Ana", "Bea", "Cy"].map(|name| member(&site, name, Status::Member));
    let poll = opened(&site, Shows::Closed);
    let vote = format!("/polls/{poll}");
    let [ana, bea, cy] = [
        site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await,
        site.signed_in(Role::Resident, "Bea Roy", Some(bea)).await,
        site.signed_in(Role::Resident, "Cy Roy", Some(cy)).await,
    ];
    ana.post(&format!("{vote}/ballots"), &[("q1", "for"), ("reason", "It leaks.")]).await.expect(303);
    bea.post(&format!("{vote}/ballots"), &[("q1", "against")]).await.expect(303);
    ana.get(&format!("{vote}/interest")).await.expect(200).shows("Declare my interest");
    ana.post(&format!("{vote}/interest"), &[]).await.expect(303);
    ana.get(&vote).await.expect(200).shows("an interest of your own").hides("Cast my vote").hides("Change my vote");
    ana.post(&format!("{vote}/ballots"), &[("q1", "for")]).await.expect(403);
    cy.get(&vote).await.expect(200).shows("One of 2 members has voted");
    cy.get(&format!("{vote}/roll")).await.expect(200).shows("Members with an interest of their own in the decision: 1");
    assert_eq!(site.discrepancies(), Vec::<String>::new());
    ana.post(&format!("{vote}/interest"), &[("declared", "no")]).await.expect(303);
    ana.get(&vote).await.expect(200).shows("Cast my vote");
    cy.get(&vote).await.expect(200).shows("One of 3 members has voted");
    ana.post(&format!("{vote}/interest"), &[]).await.expect(303);
    site.act(|act| polls::close(act, poll));
    let (_, decisions) = site.read(|conn| polls::store::reads::decisions_of(conn, poll));
    assert_eq!((decisions[0].counted.voted, decisions[0].counted.roll), (1, 2));
    assert_eq!(site.discrepancies(), Vec::<String>::new());
    ana.post(&format!("{vote}/interest"), &[("declared", "no")]).await.expect(409);
}
