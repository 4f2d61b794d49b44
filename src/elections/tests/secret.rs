//! The vote of an election is secret: its urn, what happens while it is not ready, and everything that comes after the count.

use super::*;
use crate::policy::Role;
use crate::polls::tests::{leaks, urn};
use crate::polls::{self, Method};

const NAMES: [&str; 6] = ["Ana", "Bea", "Cy", "Dee", "Eva", "Flo"];

/// Called by Joan; four of six stand for two seats.
struct Race<'a> {
    id: i64,
    page: String,
    poll: i64,
    members: Vec<i64>,
    voters: Vec<Visitor<'a>>,
    joan: Visitor<'a>,
    paul: Visitor<'a>,
}

async fn race<'a>(site: &'a Site, other: &[(&'static str, &str)]) -> Race<'a> {
    let joan = site.as_admin().await;
    let paul = site.signed_in(Role::Admin, "Paul Roy", None).await;
    let members: Vec<i64> = NAMES.iter().map(|name| member(site, name)).collect();
    let mut voters = Vec::new();
    for (name, id) in NAMES.iter().zip(&members) {
        voters.push(resident(site, name, *id).await);
    }
    let mut fields = vec![("secrecy", "list")];
    fields.extend(other);
    let id = called(site, &joan, &fields).await;
    for voter in voters.iter().take(4) {
        voter.post(&format!("/elections/{id}/candidacy"), &[]).await.expect(303);
    }
    nominations_end(site, id);
    Race { id, page: format!("/elections/{id}"), poll: poll_of(site, id), members, voters, joan, paul }
}

impl Race<'_> {
    fn choices(&self, site: &Site) -> Vec<String> {
        self.members.iter().take(4).map(|one| choice(site, self.id, *one)).collect()
    }

    /// Paul prepares the urn, Eva and Flo take their codes.
    async fn prepare(&self) {
        let both = [self.members[4].to_string(), self.members[5].to_string()];
        let urn = format!("/polls/{}/urn", self.poll);
        self.paul.post(&urn, &[("first", &both[0]), ("second", &both[1])]).await.expect(303);
        for scrutineer in &self.voters[4..] {
            scrutineer.post(&format!("{urn}/code"), &[]).await.expect(200);
        }
    }

    async fn cast(&self, ballots: &[&[(&str, &str)]]) -> Vec<String> {
        let mut codes = Vec::new();
        for (voter, fields) in self.voters.iter().zip(ballots) {
            codes.push(urn::cast(voter, &format!("/polls/{}", self.poll), fields).await);
        }
        codes
    }

    async fn close(&self, site: &Site) {
        self.joan.post(&format!("/polls/{}/closing", self.poll), &[]).await.expect(303);
        site.do_jobs();
    }
}

fn opens_in(site: &Site, id: i64, opens: &str, closes: &str) {
    run(
        site,
        &format!(
            "update polls set opens_at = now() + interval '{opens}', closes_at = now() + interval '{closes}' \
        from elections e where e.poll_id = polls.id and e.id = {id}"
        ),
    );
}

#[actix_web::test]
async fn a_secret_election_from_its_urn_to_its_seats() {
    let site = Site::new().await;
    let race = race(&site, &[("none_stands", "1")]).await;
    assert_eq!(status(&site, race.id), Status::Voting);
    let told = site.do_jobs().join("\n");
    assert!(told.contains("Prepare the urn"), "{told}");
    // Nothing is open yet, and the page says to everybody why; to the office what to do.
    race.voters[5]
        .get(&race.page)
        .await
        .expect(200)
        .shows("Waits for its urn")
        .shows("has not been prepared")
        .hides("Somebody who runs votes");
    let office = race
        .joan
        .get(&race.page)
        .await
        .expect(200)
        .shows("Somebody who runs votes and did not call this election")
        .shows("Change the days");
    assert!(office.queries <= 6, "{} queries", office.queries);
    // Who called it does not prepare it, and who stands is no scrutineer.
    let urn = format!("/polls/{}/urn", race.poll);
    let [ana, eva, flo] = [0, 4, 5].map(|nth: usize| race.members[nth].to_string());
    race.joan.post(&urn, &[("first", &eva), ("second", &flo)]).await.expect(409).shows("Somebody else than the person");
    let refused = race.paul.post(&urn, &[("first", &eva), ("second", &ana)]).await.expect(422);
    let _ = refused.shows("e-second").shows("This person is on the ballot").hides("e-first");
    race.prepare().await;
    race.voters[5].get(&race.page).await.expect(200).shows("Go to your ballot").hides("Waits for its urn");
    let [a, b, c, d] = <[String; 4]>::try_from(race.choices(&site)).expect("four");
    let codes = race
        .cast(&[
            &[("q1", &a), ("q1", &b)],
            &[("q1", &a), ("q1", &b)],
            &[("q1", &a), ("q1", &c)],
            &[("q1", &a), ("q1", &b)],
            &[("q1", &d)],
        ])
        .await;
    race.close(&site).await;
    let shown = race.voters[5].get(&race.page).await.expect(200).shows("Elected: Ana Roy and Bea Roy.");
    let _ = shown.shows("Who follows").shows("Cy Roy");
    race.voters[0].get(&format!("/polls/{}/list", race.poll)).await.expect(200).shows(&codes[0]);
    let contest = site.read(|conn| polls::contests(conn, race.poll));
    assert_eq!(contest.len(), 1);
    appeals_end(&site, race.id);
    assert_eq!(number(&site, "select count(*) from board_terms where came = 'elected'"), 2);
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn every_method_elects_in_secret() {
    for method in super::super::METHODS {
        let site = Site::new().await;
        let seats = if method.has_seats() { "2" } else { "1" };
        let race = race(&site, &[("method", method.word()), ("seats_to_fill", seats), ("secrecy", "ballots")]).await;
        race.prepare().await;
        let [a, b, c, _] = <[String; 4]>::try_from(race.choices(&site)).expect("four");
        let fields: Vec<(String, &str)> = match method {
            Method::Choice | Method::Approval if seats == "2" => vec![("q1".to_owned(), &a), ("q1".to_owned(), &b)],
            Method::Score | Method::Star | Method::Dots => {
                vec![(format!("q1-{a}"), "5"), (format!("q1-{b}"), "3"), (format!("q1-{c}"), "1")]
            }
            _ => vec![(format!("q1-{a}"), "1"), (format!("q1-{b}"), "2"), (format!("q1-{c}"), "3")],
        };
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        race.cast(&[fields.as_slice(); 6]).await;
        race.close(&site).await;
        appeals_end(&site, race.id);
        let seated = number(&site, &format!("select count(*) from board_terms where member_id = {}", race.members[0]));
        assert_eq!((seated, site.discrepancies().len()), (1, 0), "{method:?}");
    }
}

#[actix_web::test]
async fn an_urn_that_is_not_ready_keeps_nobody_waiting() {
    let site = Site::new().await;
    let race = race(&site, &[]).await;
    site.do_jobs();
    let events = |kind: &str| number(&site, &format!("select count(*) from events where kind = '{kind}'"));
    // Two days before, once; and when it should have opened, once.
    opens_in(&site, race.id, "1 day", "3 days");
    run(&site, "update urns set told = 0");
    let before = (events("urn.awaited"), events("urn.late"));
    for _ in 0..2 {
        site.act(|act| polls::urn::tell_unready(act, None));
    }
    assert_eq!(events("urn.awaited") - before.0, 1);
    race.joan.get(&race.page).await.expect(200).shows("All of this must be done before voting opens");
    opens_in(&site, race.id, "-1 minute", "3 days");
    for _ in 0..2 {
        site.act(|act| polls::open_due(act, &serde_json::json!({ "poll": race.poll })));
    }
    assert_eq!(events("urn.late") - before.1, 1);
    let told = site.do_jobs().join("\n");
    assert!(told.contains("did not, because its urn is not ready"), "{told}");
    race.voters[4].get(&race.page).await.expect(200).shows("It opens as soon as");
    // Its whole time passed. The dates move by the rule that there is, and it opens once its urn is ready.
    opens_in(&site, race.id, "-3 days", "-1 minute");
    race.voters[4].get(&race.page).await.expect(200).shows("Voting did not open in its time");
    race.joan.get("/").await.expect(200).shows("could not be held");
    let day = |days: i64, hour: &str| format!("{}T{hour}", site.today() + TimeDelta::days(days));
    let days = format!("{}/days", race.page);
    let late = [("opens_at", day(1, "08:00")), ("closes_at", day(30, "20:00"))];
    race.joan.post(&days, &sent(&late)).await.expect(422).shows("e-closes_at").shows("by the first day of the term");
    let wrong = [("opens_at", day(5, "08:00")), ("closes_at", day(4, "20:00"))];
    race.joan.post(&days, &sent(&wrong)).await.expect(422).shows("e-closes_at");
    let good = [("opens_at", day(1, "08:00")), ("closes_at", day(6, "20:00"))];
    for _ in 0..2 {
        race.joan.post(&days, &sent(&good)).await.expect(303);
    }
    assert_eq!(events("election.vote_moved"), 1);
    assert!(site.do_jobs().join("\n").contains("New times for the vote"));
    race.prepare().await;
    opens_in(&site, race.id, "-1 minute", "3 days");
    site.act(|act| polls::open_due(act, &serde_json::json!({ "poll": race.poll })));
    race.voters[4].get(&race.page).await.expect(200).shows("Go to your ballot");
    race.joan.post(&days, &sent(&good)).await.expect(409);
    let reason = [("cancel_reason", "No.")];
    race.joan.post(&format!("{}/cancellation", race.page), &reason).await.expect(409);
}

#[actix_web::test]
async fn an_election_whose_vote_does_not_open_is_called_off_and_held_again() {
    let site = Site::new().await;
    let race = race(&site, &[]).await;
    let cancel = format!("{}/cancellation", race.page);
    race.joan.post(&cancel, &[("cancel_reason", "")]).await.expect(422);
    for _ in 0..2 {
        let reply = race.joan.post(&cancel, &[("cancel_reason", "Nobody could prepare the urn.")]).await;
        assert!([303, 409].contains(&reply.status.as_u16()), "{}", reply.status);
    }
    site.do_jobs();
    assert_eq!(status(&site, race.id), Status::Void);
    assert_eq!(number(&site, "select count(*) from polls where status = 'cancelled'"), 1);
    race.voters[0].get(&race.page).await.expect(200).shows("Nobody could prepare the urn.");
    let copy = race.joan.post(&format!("{}/copies", race.page), &[]).await.expect(303);
    race.joan.get(&format!("{}/edit", copy.location())).await.expect(200).shows("value=\"list\" checked");
    assert_eq!(number(&site, "select repeats from elections order by id desc limit 1"), race.id);
}

#[actix_web::test]
async fn a_disputed_vote_makes_the_election_say_so() {
    let site = Site::of_owner().await;
    let race = race(&site, &[("seats_to_fill", "1")]).await;
    race.prepare().await;
    let choices = race.choices(&site);
    race.cast(&[&[("q1", &choices[0])], &[("q1", &choices[0])]]).await;
    let dropped = "reset role; update urn_contents set sealed = sealed[1:1]; set role cooperator_app";
    site.act(|act| Ok(diesel::connection::SimpleConnection::batch_execute(act.conn, dropped)?));
    race.close(&site).await;
    assert_eq!(status(&site, race.id), Status::Voting);
    race.voters[0].get(&race.page).await.expect(200).shows("The vote is disputed").shows("held again");
    let voiding = format!("/polls/{}/voiding", race.poll);
    race.joan.get(&race.page).await.expect(200).shows(&voiding);
    race.joan
        .post(&voiding, &[("void_reason", "A ballot is gone."), ("reason", "A ballot is gone.")])
        .await
        .expect(303);
    site.do_jobs();
    assert_eq!(status(&site, race.id), Status::Void);
    assert_eq!(number(&site, "select count(*) from board_terms"), 0);
    race.joan.post(&format!("{}/copies", race.page), &[]).await.expect(303);
}

#[actix_web::test]
async fn acclamation_needs_no_urn() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let ana = member(&site, "Ana");
    let a = resident(&site, "Ana", ana).await;
    let id = called(&site, &admin, &[("secrecy", "list")]).await;
    a.post(&format!("/elections/{id}/candidacy"), &[]).await.expect(303);
    nominations_end(&site, id);
    assert_eq!(status(&site, id), Status::Filled);
    assert_eq!(number(&site, "select count(*) from urns"), 0);
}

#[actix_web::test]
async fn how_secret_it_is_is_chosen_when_it_is_set_up() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let form = admin.get("/elections/new").await.expect(200);
    let _ = form.shows("value=\"list\" checked").shows("another person who runs votes prepares its urn");
    let fields = with(&site, &[("secrecy", "")]);
    admin.post("/elections", &sent(&fields)).await.expect(422).shows("e-secrecy");
    let fields = with(&site, &[("secrecy", "figures")]);
    let made = admin.post("/elections", &sent(&fields)).await.expect(303);
    admin.get(made.location()).await.expect(200).shows("only the figures published");
}

/// Other ballots in the urn change nothing that anybody reads before the close, candidates and officers too; what is read of all elections
/// and of this one stays as it was.
#[actix_web::test]
async fn nobody_reads_before_the_close_how_an_election_goes() {
    let site = Site::of_owner().await;
    let race = race(&site, &[]).await;
    race.prepare().await;
    site.do_jobs();
    let [a, b, ..] = <[String; 4]>::try_from(race.choices(&site)).expect("four");
    for voter in &race.voters[..5] {
        urn::cast(voter, &format!("/polls/{}", race.poll), &[("q1", &a), ("own_word", "KANARIEN")]).await;
    }
    assert_eq!(site.do_jobs(), [""; 0], "no mail");
    let Race { id, poll, members, voters, joan, paul, .. } = race;
    let mut voters = voters.into_iter();
    let machine = leaks::machine(&site, joan.account.expect("an account"));
    let readers = [
        ("a candidate who voted", voters.next().expect("Ana")),
        ("a scrutineer", voters.nth(3).expect("Eva")),
        ("who did not vote", voters.next().expect("Flo")),
        ("who called it", joan),
        ("who prepared the urn", paul),
        ("an observer", site.as_observer().await),
        ("nobody", site.anonymous()),
        ("a machine", machine),
    ];
    let addresses = leaks::addresses(poll, members[1], Some(id));
    let own = addresses.iter().filter(|address| address.starts_with(&format!("/elections/{id}")));
    assert!(own.count() > 4, "{addresses:?}");
    let pages: Vec<String> = addresses.iter().filter(|address| !address.contains('.')).cloned().collect();
    leaks::read(&readers, &pages).await;
    let first = leaks::read(&readers, &addresses).await;
    leaks::others_in_the_urn(&site, poll, &[&format!("{a}=1"), &format!("{b}=1")]);
    let second = leaks::read(&readers, &addresses).await;
    assert_eq!(leaks::otherwise(&first, &second), Vec::<&(&str, String)>::new());
    assert!(first.values().chain(second.values()).all(|(_, body)| !body.contains("KANARIEN")), "a code is told");
    assert_eq!(leaks::tables_with(&site, "KANARIEN"), Vec::<String>::new());
    // The reading itself can tell: after the close it does.
    site.act(|act| polls::close(act, poll));
    readers[0].1.get(&format!("/polls/{poll}/list")).await.expect(200).shows("KANARIEN");
}
