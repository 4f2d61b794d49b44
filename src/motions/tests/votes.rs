//! Votes on phones and paper at a meeting: who is on the roll, who opens and ends them, what becomes of the motion.

use super::*;
use crate::polls::{self, Answer, Ballot, Seen, Side, State};

impl World {
    fn votes(&self, rest: &str) -> String {
        format!("/meetings/{}/votes{rest}", self.id)
    }

    fn poll(&self, site: &Site, number: usize) -> i64 {
        self.all(site)[number - 1].poll_id.expect("a vote")
    }
}

fn on_roll(site: &Site, poll: i64) -> Vec<i64> {
    site.read(|conn| polls::roll::everybody(conn, poll))
}

async fn says(who: &Visitor<'_>, poll: i64, side: &str) -> Reply {
    who.post(&format!("/polls/{poll}/ballots"), &[("q1", side)]).await
}

async fn resident<'a>(site: &'a Site, world: &World, at: usize) -> Visitor<'a> {
    site.signed_in(Role::Resident, &format!("{} Roy", NAMES[at]), Some(world.members[at])).await
}

#[actix_web::test]
async fn a_motion_is_voted_on_phones_by_those_who_are_there() {
    let site = Site::new().await;
    let world = world(&site, Kind::Special);
    let admin = site.as_admin().await;
    world.moved(&admin, &[("motion_special", "1")]).await.expect(303);
    let fifth = world.members[4].to_string();
    admin.post(&world.at("/1/recusals"), &[("recused", &fifth)]).await.expect(303);
    let odette = resident(&site, &world, 0).await;
    odette.post(&world.at("/1/vote"), &[("vote_how", "open")]).await.expect(403);
    admin.post(&world.at("/1/vote"), &[("vote_how", "loud")]).await.expect(422).shows("e-vote_how");
    admin.post(&world.at("/1/vote"), &[("vote_how", "open")]).await.expect(303);
    let poll = world.poll(&site, 1);
    // four of the five who are there: one has an interest; the sixth is at home
    assert_eq!(on_roll(&site, poll), world.members[..4]);
    // it is voted on: nothing else is done to it
    admin.post(&world.at("/1/vote"), &[("vote_how", "open")]).await.expect(409);
    world.declared(&admin, 1, ("4", "0", "0"), &[]).await.expect(409);
    world.moved(&admin, &[("motion_amends", "1")]).await.expect(422);
    admin.post(&format!("/meetings/{}/adjournment", world.id), &[]).await.expect(409);
    // nobody opens or closes it elsewhere
    admin.post(&format!("/polls/{poll}/closing"), &[]).await.expect(409);
    let screen = site.read(|conn| attendance::screen(conn, world.id, Lang::En)).expect("a screen").html;
    assert!(screen.contains("Vote now") && screen.contains("Motion 1"), "{screen}");

    odette.get("/").await.expect(200).shows("Open now, until the person leading the meeting ends it");
    says(&odette, poll, "for").await.expect(303);
    let (paul, zoe, lena) =
        (resident(&site, &world, 1).await, resident(&site, &world, 2).await, resident(&site, &world, 3).await);
    says(&paul, poll, "for").await.expect(303);
    let ines = resident(&site, &world, 5).await;
    says(&ines, poll, "for").await.expect(403);
    ines.get(&format!("/polls/{poll}")).await.expect(200).shows("You were not at the meeting");
    // who comes now votes in the next one
    site.act(|act| attendance::come(act, world.id, world.members[5], Way::InPerson, Noted::Door).map(drop));
    says(&ines, poll, "for").await.expect(403);
    says(&zoe, poll, "against").await.expect(303);
    says(&lena, poll, "abstain").await.expect(303);
    let page = admin.get(&world.votes("")).await.expect(200).shows("4 of 4 members").shows("End the vote");
    assert!(page.queries <= 6, "{} queries", page.queries);
    odette.get(&world.votes("")).await.expect(200).hides("End the vote");
    odette.post(&world.votes(&format!("/{poll}")), &[("vote", "end")]).await.expect(403);
    admin.post(&world.votes(&format!("/{poll}")), &[("vote", "end")]).await.expect(303);
    site.pump();
    let motion = world.all(&site).remove(0);
    // two of three are two thirds
    assert_eq!(motion.status, motions::Status::Carried);
    let figures = (motion.votes_for, motion.votes_against, motion.votes_abstain, motion.could_vote, motion.needed);
    assert_eq!(figures, (Some(2), Some(1), Some(1), Some(4), Some(2)));
    let entry = site.read(|conn| decisions::find(conn, motion.decision.expect("a number"))).entry;
    assert_eq!(entry.details_en, "That we borrow $900,000.");
    site.pump();
    assert_eq!(decisions_of(&site), 1, "it is entered once");
    assert!(site.discrepancies().is_empty(), "{:?}", site.discrepancies());
    let page = odette.get(&world.at("")).await.expect(200).shows("Carried").shows("2 for, 1 against");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let screen = site.read(|conn| attendance::screen(conn, world.id, Lang::Fr)).expect("a screen").html;
    assert!(screen.contains("Résultat du vote"), "{screen}");
    admin.post(&format!("/meetings/{}/adjournment", world.id), &[]).await.expect(303);
}

#[actix_web::test]
async fn a_vote_that_ends_without_a_quorum_is_void_and_is_taken_again() {
    let site = Site::new().await;
    site.act(|act| {
        let rules = coops::rule_profile(act.conn)?;
        coops::change_rules(act, &coops::RuleProfile { quorum_continues_percent: 50, ..rules })
    });
    let world = world(&site, Kind::Annual);
    let admin = site.as_admin().await;
    world.moved(&admin, &[]).await.expect(303);
    admin.post(&world.at("/1/vote"), &[("vote_how", "open")]).await.expect(303);
    let poll = world.poll(&site, 1);
    says(&resident(&site, &world, 0).await, poll, "for").await.expect(303);
    for member in &world.members[..3] {
        site.act(|act| attendance::leave(act, world.id, *member).map(drop));
    }
    admin.post(&world.votes(&format!("/{poll}")), &[("vote", "end")]).await.expect(303);
    site.pump();
    let void = site.read(|conn| polls::find(conn, poll)).0;
    assert_eq!(void.status, polls::Status::Void);
    assert!(void.void_reason.contains("2 were there, and 3 are needed"), "{}", void.void_reason);
    let motion = world.all(&site).remove(0);
    assert_eq!((motion.status, motion.poll_id), (motions::Status::Moved, None), "it can be voted again");
    assert_eq!(decisions_of(&site), 0);
    admin.post(&world.at("/1/vote"), &[("vote_how", "open")]).await.expect(409);
    assert_eq!(world.all(&site)[0].poll_id, None, "nothing is left of a vote that did not open");
    site.act(|act| attendance::come(act, world.id, world.members[0], Way::InPerson, Noted::Door).map(drop));
    admin.post(&world.at("/1/vote"), &[("vote_how", "open")]).await.expect(303);
    let again = world.poll(&site, 1);
    assert!(again != poll && on_roll(&site, again).len() == 3);
    // one that nobody ends ends by itself, and the quorum of that moment counts
    site.act(|act| attendance::leave(act, world.id, world.members[0]).map(drop));
    site.act(|act| polls::close(act, again));
    site.pump();
    assert_eq!(site.read(|conn| polls::find(conn, again)).0.status, polls::Status::Void);
    assert_eq!(world.all(&site)[0].poll_id, None);
}

#[actix_web::test]
async fn who_stands_for_somebody_votes_for_them_until_they_come() {
    let site = Site::new().await;
    site.act(|act| {
        let rules = coops::rule_profile(act.conn)?;
        coops::change_rules(act, &coops::RuleProfile { proxies_max: 1, ..rules })
    });
    let world = world(&site, Kind::Special);
    let admin = site.as_admin().await;
    let [giver, holder] = [5, 0].map(|at| world.members[at]);
    let said = format!(
        "insert into meeting_replies (meeting_id, member_id, answer, holder_id, sequence, said_at) \
         select id, {giver}, 'proxy', {holder}, sequence, now() from meetings where id = {}",
        world.id
    );
    site.read(|conn| Ok(diesel::sql_query(said).execute(conn)?));
    world.moved(&admin, &[]).await.expect(303);
    admin.post(&world.at("/1/vote"), &[("vote_how", "open")]).await.expect(303);
    let poll = world.poll(&site, 1);
    assert_eq!(on_roll(&site, poll).len(), 6, "the five who are there, and the one for whom one of them stands");
    let (odette, ines) = (resident(&site, &world, 0).await, resident(&site, &world, 5).await);
    let page = odette.get(&format!("/polls/{poll}/proxies")).await.expect(200).shows("Ines Roy");
    let at = page.body.find("/proxies/").map(|at| &page.body[at + 9..]).expect("a proxy");
    let proxy: String = at.chars().take_while(char::is_ascii_digit).collect();
    let ballot = format!("/polls/{poll}/proxies/{proxy}/ballot");
    odette.post(&ballot, &[("q1", "against")]).await.expect(303);
    says(&odette, poll, "for").await.expect(303);
    // nobody gives another one: those of the meeting count
    ines.post(&format!("/polls/{poll}/proxies"), &[("holder", &world.members[1].to_string())]).await.expect(409);
    // she comes anyway: hers alone counts from then on
    site.act(|act| attendance::come(act, world.id, giver, Way::InPerson, Noted::Door).map(drop));
    says(&ines, poll, "for").await.expect(303);
    odette.post(&ballot, &[("q1", "against")]).await.expect(409);
    admin.post(&world.votes(&format!("/{poll}")), &[("vote", "end")]).await.expect(303);
    site.pump();
    let motion = world.all(&site).remove(0);
    assert_eq!((motion.votes_for, motion.votes_against), (Some(2), Some(0)));
    // the next vote has her as herself
    world.moved(&admin, &[]).await.expect(303);
    admin.post(&world.at("/2/vote"), &[("vote_how", "open")]).await.expect(303);
    let next = world.poll(&site, 2);
    odette.get(&format!("/polls/{next}/proxies")).await.expect(200).hides("Ines Roy votes");
    assert_eq!(on_roll(&site, next).len(), 6);
}

#[actix_web::test]
async fn an_announced_vote_is_taken_to_the_meeting_and_opens_there_alone() {
    let site = Site::new().await;
    let world = world(&site, Kind::Annual);
    let admin = site.as_admin().await;
    let poll = site.act(|act| {
        let new = polls::NewPoll {
            title_en: "Garden".to_owned(),
            title_fr: "Jardin".to_owned(),
            details_en: String::new(),
            details_fr: String::new(),
            case: polls::Case::default(),
            binding: true,
            shows: polls::Shows::Live,
            secrecy: polls::Secrecy::Open,
            record_on: None,
            opens_at: act.now + chrono::TimeDelta::hours(1),
            closes_at: act.now + chrono::TimeDelta::days(5),
        };
        let question = polls::NewQuestion::of(polls::Method::Proposal);
        let id = polls::create(act, &new, &[question])?;
        polls::announce(act, id)?;
        Ok(id)
    });
    let id = poll.to_string();
    let odette = resident(&site, &world, 0).await;
    odette.get(&world.votes("")).await.expect(200).hides("Garden");
    odette.post(&world.votes(""), &[("poll_id", &id)]).await.expect(403);
    let page = admin.get(&world.votes("")).await.expect(200).shows("Garden");
    assert!(page.queries <= 6, "{} queries", page.queries);
    admin.post(&world.votes(""), &[("poll_id", "0")]).await.expect(422).shows("e-poll_id");
    admin.post(&world.votes(""), &[("poll_id", &id)]).await.expect(303);
    odette.get(&world.votes("")).await.expect(200).shows("Garden").shows("To come");
    odette.get(&format!("/polls/{poll}")).await.expect(200).shows("held at a meeting");
    // its time comes and it does not open by itself, nor by who runs votes alone
    site.do_jobs();
    assert_eq!(site.read(|conn| polls::find(conn, poll)).0.status, polls::Status::Scheduled);
    admin.post(&format!("/polls/{poll}/opening"), &[]).await.expect(409);
    // not here after all, and here again
    let at = world.votes(&format!("/{poll}"));
    admin.post(&at, &[("vote", "leave")]).await.expect(303);
    let free = site.read(|conn| polls::find(conn, poll)).0;
    assert!(free.meeting_id.is_none() && free.state(chrono::Utc::now()) == State::Scheduled);
    admin.post(&world.votes(""), &[("poll_id", &id)]).await.expect(303);
    admin.post(&at, &[("vote", "shout")]).await.expect(400);
    admin.post(&at, &[("vote", "open")]).await.expect(303);
    assert_eq!(on_roll(&site, poll), world.members[..5]);
    site.act(|act| {
        let ballot =
            Ballot { answers: vec![Answer::Side(Side::For)], reason: None, seen: Seen::Unsaid, skipped: Vec::new() };
        let questions = polls::paper_of(act, poll)?;
        polls::check(&questions, &ballot)
    });
    says(&odette, poll, "for").await.expect(303);
    admin.post(&at, &[("vote", "leave")]).await.expect(409);
    admin.post(&at, &[("vote", "end")]).await.expect(303);
    site.pump();
    assert_eq!(decisions_of(&site), 1);
    odette.get(&world.votes("")).await.expect(200).shows("Adopted, with 1 for");
    admin.get("/audit").await.expect(200).shows("Garden");
    // of another meeting there is no such vote
    admin.post(&format!("/meetings/0/votes/{poll}"), &[("vote", "open")]).await.expect(404);
    assert!(site.discrepancies().is_empty(), "{:?}", site.discrepancies());
}
