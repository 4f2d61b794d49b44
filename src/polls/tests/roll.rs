//! Whose the votes are: of members, of homes, by shares; who is left out, and what they and others read of it.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::{day, member, roof};
use crate::coops::{self, VoteOf};
use crate::members::rules::shares::Kind;
use crate::members::{self, Status};
use crate::platform::error::Error;
use crate::platform::sql::row;
use crate::platform::testing::{Site, Visitor};
use crate::policy::Role;
use crate::polls::{self, NewPoll};
use crate::units::{self, NewUnit};

pub fn rules(site: &Site, change: impl Fn(&mut coops::RuleProfile)) {
    site.act(|act| {
        let mut rules = coops::rule_profile(act.conn)?;
        change(&mut rules);
        coops::change_rules(act, &rules)
    });
}

/// A home with this many votes and these people in it.
pub fn home(site: &Site, label: &str, votes: i32, people: &[i64]) {
    site.act(|act| {
        let unit = units::add(act, &NewUnit { label: label.to_owned(), votes, ..NewUnit::default() })?;
        people.iter().try_for_each(|person| units::move_in(act, unit, *person, day("2020-05-01")))
    });
}

fn opened(site: &Site, record_on: Option<&str>) -> i64 {
    let new = NewPoll { record_on: record_on.map(day), ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    site.act(|act| polls::tests::announced(act, &new))
}

async fn votes(voter: &Visitor<'_>, poll: i64, side: &str) -> u16 {
    voter.post(&format!("/polls/{poll}/ballots"), &[("q1", side)]).await.status.as_u16()
}

row! {
    struct Figures {
        voted: i32,
        roll: i32,
    }
}

/// How many votes are in, of how many.
fn figures(site: &Site, poll: i64) -> (i32, i32) {
    let found: Figures = site.read(|conn| {
        let asked = "select turnout(id) as voted, roll_size as roll from polls where id = $1";
        Ok(crate::platform::sql::sql(asked).bind(poll).get_result(conn)?)
    });
    (found.voted, found.roll)
}

#[actix_web::test]
async fn whoever_votes_first_votes_for_the_home() {
    let site = Site::new().await;
    let [ana, bea, cy, dee] = ["Ana", "Bea", "Cy", "Dee"].map(|name| member(&site, name, Status::Member));
    home(&site, "101", 1, &[ana, bea]);
    home(&site, "102", 2, &[cy]);
    rules(&site, |rules| rules.vote_of = VoteOf::HomeFirst);
    let poll = opened(&site, None);
    let page = format!("/polls/{poll}");
    assert_eq!(figures(&site, poll), (0, 3), "Dee lives in none, and 102 has two");
    let [ana, bea, dee] = [
        site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await,
        site.signed_in(Role::Resident, "Bea Roy", Some(bea)).await,
        site.signed_in(Role::Resident, "Dee Roy", Some(dee)).await,
    ];
    let shown =
        ana.get(&page).await.expect(200).shows("Your home has one vote").shows("The homes have cast 0 of 3 votes");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    dee.get(&page).await.expect(200).shows("you were not living, as a member, in one").hides("Cast my vote");
    bea.get("/polls").await.expect(200).shows("You have not voted yet");
    assert_eq!(votes(&ana, poll, "for").await, 303);
    bea.get(&page).await.expect(200).shows("Ana Roy voted for your home").hides("Cast my vote");
    bea.get("/polls").await.expect(200).hides("You have not voted yet");
    assert_eq!(votes(&bea, poll, "against").await, 409, "the home has voted");
    assert_eq!(votes(&dee, poll, "for").await, 403);
    assert_eq!(votes(&ana, poll, "against").await, 303, "who cast may change it");
    assert_eq!(figures(&site, poll), (1, 3));
    let unvoted = site.read(|conn| polls::store::roll::members(conn, poll, true));
    assert_eq!(unvoted, [cy], "nobody of a home that has voted is reminded");
    site.act(|act| polls::close(act, poll));
    bea.get(&format!("{page}/result"))
        .await
        .expect(200)
        .shows("Votes cast by the homes")
        .shows("Ana Roy (101)")
        .hides("Bea Roy (");
    assert_eq!(site.discrepancies(), Vec::<String>::new());
}

#[actix_web::test]
async fn a_home_that_votes_jointly_counts_once_all_say_the_same() {
    let site = Site::new().await;
    let [ana, bea, cy, dee, eli] = ["Ana", "Bea", "Cy", "Dee", "Eli"].map(|name| member(&site, name, Status::Member));
    home(&site, "101", 1, &[ana, bea]);
    home(&site, "102", 1, &[cy]);
    home(&site, "103", 1, &[dee, eli]);
    rules(&site, |rules| rules.vote_of = VoteOf::HomeJointly);
    let poll = opened(&site, None);
    let page = format!("/polls/{poll}");
    let mut voters = Vec::new();
    for (name, id) in [("Ana", ana), ("Bea", bea), ("Cy", cy), ("Dee", dee), ("Eli", eli)] {
        voters.push(site.signed_in(Role::Resident, &format!("{name} Roy"), Some(id)).await);
    }
    let [ana, bea, cy, dee, eli] = &voters[..] else { panic!("five") };
    votes(ana, poll, "for").await;
    assert_eq!(figures(&site, poll), (0, 3), "one of two");
    ana.get(&page).await.expect(200).shows("Not yet answered in your home: Bea Roy");
    let shown = bea.get(&page).await.expect(200).shows("Answered so far in your home, besides you: Ana Roy");
    shown.hides("Your answers are");
    votes(bea, poll, "against").await;
    assert_eq!(figures(&site, poll), (0, 3), "they differ");
    bea.get(&page).await.expect(200).shows("Your answers are not the same");
    votes(bea, poll, "for").await;
    assert_eq!(figures(&site, poll), (1, 3));
    bea.get(&page).await.expect(200).shows("your home’s vote counts");
    votes(cy, poll, "against").await;
    votes(dee, poll, "against").await;
    votes(eli, poll, "abstain").await;
    assert_eq!(figures(&site, poll), (2, 3));
    site.act(|act| polls::close(act, poll));
    let shown =
        cy.get(&format!("{page}/result")).await.expect(200).shows("1 for, 1 against").shows("did not give the same");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    let (_, decisions) = site.read(|conn| polls::store::reads::decisions_of(conn, poll));
    assert_eq!((decisions[0].counted.voted, decisions[0].counted.roll), (2, 3));
    let file = cy.get(&format!("{page}/ballots.csv")).await.expect(200);
    assert!(file.body.contains("Dee Roy (103)") && file.body.contains("Counted"), "{}", file.body);
    assert_eq!(site.discrepancies(), Vec::<String>::new());
}

#[actix_web::test]
async fn shares_weigh_and_heads_are_told_beside() {
    let site = Site::new().await;
    let [ana, bea, cy] = ["Ana", "Bea", "Cy"].map(|name| member(&site, name, Status::Member));
    for (id, many) in [(ana, 10), (bea, 4)] {
        let entry = members::shares::NewEntry {
            kind: Kind::Paid,
            quantity: many,
            on: day("2021-01-01"),
            certificate: String::new(),
            other: None,
        };
        site.act(|act| members::shares::enter(act, id, &entry));
    }
    let extra = member(&site, "Dee", Status::Member);
    let entry = members::shares::NewEntry {
        kind: Kind::Paid,
        quantity: 5,
        on: day("2021-01-01"),
        certificate: String::new(),
        other: None,
    };
    site.act(|act| members::shares::enter(act, extra, &entry));
    rules(&site, |rules| rules.vote_of = VoteOf::Shares);
    let poll = opened(&site, None);
    let page = format!("/polls/{poll}");
    assert_eq!(figures(&site, poll), (0, 19));
    let ana = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let bea = site.signed_in(Role::Resident, "Bea Roy", Some(bea)).await;
    let cy = site.signed_in(Role::Resident, "Cy Roy", Some(cy)).await;
    let dee = site.signed_in(Role::Resident, "Dee Roy", Some(extra)).await;
    cy.get(&page).await.expect(200).shows("you held none");
    ana.get(&page).await.expect(200).shows("You have 10 votes here");
    votes(&ana, poll, "for").await;
    votes(&bea, poll, "against").await;
    votes(&dee, poll, "against").await;
    assert_eq!(figures(&site, poll), (19, 19));
    ana.get(&page).await.expect(200).shows("19 of 19 votes have been cast").shows("If every voter counted once");
    site.act(|act| polls::close(act, poll));
    let (_, decisions) = site.read(|conn| polls::store::reads::decisions_of(conn, poll));
    let counted = &decisions[0].counted;
    assert_eq!(counted.verdict, polls::Verdict::Adopted, "10 of 19 votes");
    let count = counted.count().expect("a proposal");
    assert_eq!((count.tally.in_favour, count.tally.against), (10, 9));
    let shown = ana.get(&format!("{page}/result")).await.expect(200).shows("10 for, 9 against");
    shown.shows("1 for, 2 against").shows("Ana Roy (×\u{a0}10)");
    assert_eq!(site.discrepancies(), Vec::<String>::new());
    // The file counts to the same.
    let contests = site.read(|conn| polls::contests(conn, poll));
    let directions = contests[0].directions.clone().expect("how to count");
    let settings = counting::Settings { seats: None, ties: counting::Ties::None, proposal: directions.rule };
    let again = counting::count(&contests[0], directions.method, &settings).expect("a count");
    assert_eq!(serde_json::json!(again.detail), serde_json::json!(counted.outcome.detail));
}

#[actix_web::test]
async fn everybody_who_is_left_out_reads_why_and_nobody_else_what_they_owe() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let ana = member(&site, "Ana", Status::Member);
    let aux = member(&site, "Aux", Status::Auxiliary);
    let owing = member(&site, "Owen", Status::Member);
    site.act(|act| {
        diesel::sql_query(format!("insert into arrears (member_id) values ({owing})")).execute(act.conn)?;
        Ok(())
    });
    rules(&site, |rules| rules.arrears_bars_vote = true);
    // Before it opens: a look at who would be on the roll.
    let later = roof(TimeDelta::hours(1), TimeDelta::days(3));
    let coming = site.act(|act| polls::tests::announced(act, &later));
    let page = admin.get(&format!("/polls/{coming}/roll")).await.expect(200).shows("one member would be on the roll");
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("Ana Roy").shows("Owen Roy").shows("Auxiliary members: 1");
    let page = admin.get(&format!("/polls/{coming}/setup")).await.expect(200).shows("No e-mail would go out");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let poll = opened(&site, None);
    let page = format!("/polls/{poll}");
    let [ana, aux, owen] = [
        site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await,
        site.signed_in(Role::Resident, "Aux Roy", Some(aux)).await,
        site.signed_in(Role::Resident, "Owen Roy", Some(owing)).await,
    ];
    aux.get(&page).await.expect(200).shows("you were an auxiliary member");
    owen.get(&page).await.expect(200).shows("you owed money to the co-op");
    let seen = ana.get(&format!("{page}/roll")).await.expect(200).shows("One member is on the roll");
    seen.hides("Owen").hides("Aux Roy").hides("owed");
    site.as_observer().await.get(&format!("{page}/roll")).await.expect(200).hides("Roy").hides("owed");
    admin.get(&format!("{page}/roll")).await.expect(200).shows("only the person and the treasurer").hides("owed");
    let draft = site.act(|act| polls::create(act, &later, &[]));
    ana.get(&format!("/polls/{draft}/roll")).await.expect(404);
}

#[actix_web::test]
async fn with_a_day_that_counts_who_came_later_does_not_vote() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let late = member(&site, "Late", Status::Member);
    site.act(|act| {
        diesel::sql_query(format!("update member_statuses set since = '2026-01-10' where member_id = {late}"))
            .execute(act.conn)?;
        Ok(())
    });
    let poll = opened(&site, Some("2025-12-31"));
    assert_eq!(site.read(|conn| polls::store::roll::members(conn, poll, false)), [ana]);
    let late = site.signed_in(Role::Resident, "Late Roy", Some(late)).await;
    late.get(&format!("/polls/{poll}")).await.expect(200).shows("you were not a member that day");
    let ahead = NewPoll { record_on: Some(day("2999-01-01")), ..roof(TimeDelta::hours(1), TimeDelta::days(3)) };
    let refused = site.try_act(|act| polls::create(act, &ahead, &[]));
    assert!(matches!(refused, Err(Error::Invalid(errors)) if errors[0].field == "record_on"));
}
