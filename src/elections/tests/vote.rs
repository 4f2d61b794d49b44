//! The vote and its count: none of these, withdrawing while votes are cast, no quorum and a second call, and every method that elects.

use super::*;
use crate::polls::{self, Method};

/// Four who vote, three of whom stand.
struct Board<'a> {
    id: i64,
    poll: i64,
    candidates: [i64; 3],
    voters: Vec<Visitor<'a>>,
}

async fn voting<'a>(site: &'a Site, admin: &Visitor<'_>, other: &[(&'static str, &str)]) -> Board<'a> {
    let mut ids = Vec::new();
    let mut voters = Vec::new();
    for name in ["Ana", "Bea", "Cy", "Dee"] {
        let id = member(site, name);
        ids.push(id);
        voters.push(resident(site, name, id).await);
    }
    let id = called(site, admin, other).await;
    for voter in voters.iter().take(3) {
        voter.post(&format!("/elections/{id}/candidacy"), &[]).await.expect(303);
    }
    nominations_end(site, id);
    Board { id, poll: poll_of(site, id), candidates: [ids[0], ids[1], ids[2]], voters }
}

impl Board<'_> {
    fn of(&self, site: &Site) -> [String; 3] {
        self.candidates.map(|one| choice(site, self.id, one))
    }

    async fn close(&self, site: &Site, admin: &Visitor<'_>) {
        admin.post(&format!("/polls/{}/closing", self.poll), &[]).await.expect(303);
        site.do_jobs();
    }
}

/// Ballots by what each voter marks.
async fn all_cast(board: &Board<'_>, ballots: [&[&str]; 4]) {
    for (voter, choices) in board.voters.iter().zip(ballots) {
        cast(voter, board.poll, choices).await;
    }
}

#[actix_web::test]
async fn a_seat_that_none_of_these_wins_stays_empty() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let board = voting(&site, &admin, &[("none_stands", "1")]).await;
    let [a, b, _] = board.of(&site);
    let none = "4";
    all_cast(&board, [&[&a, none], &[&a, none], &[&a, none], &[&a, &b]]).await;
    board.close(&site, &admin).await;
    let page = format!("/elections/{}", board.id);
    let shown = board.voters[3].get(&page).await.expect(200).shows("Elected: Ana Roy. One seat stays empty.");
    shown.hides("Who follows");
    appeals_end(&site, board.id);
    assert_eq!(number(&site, "select count(*) from board_terms"), 1);
}

#[actix_web::test]
async fn who_withdraws_while_votes_are_cast_is_not_counted() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let board = voting(&site, &admin, &[("seats_to_fill", "1"), ("method", "irv"), ("none_stands", "1")]).await;
    let (page, poll) = (format!("/elections/{}", board.id), board.poll);
    let [a, b, c] = board.of(&site);
    let rank = |first: &str, second: &str| vec![(format!("q1-{first}"), "1"), (format!("q1-{second}"), "2")];
    for (voter, ballot) in board.voters.iter().zip([rank(&a, &b), rank(&a, &b), rank(&a, &c), rank(&c, &b)]) {
        let mut fields: Vec<(&str, &str)> = ballot.iter().map(|(name, rank)| (name.as_str(), *rank)).collect();
        fields.push(("checked", "1"));
        voter.post(&format!("/polls/{poll}/ballots"), &fields).await.expect(303);
    }
    // Ana would win; she withdraws, once, with a reason that everybody reads.
    let ana = &board.voters[0];
    ana.get(&format!("{page}/withdrawal"))
        .await
        .expect(200)
        .shows("This cannot be undone")
        .shows("leaves that name out");
    ana.post(&format!("{page}/withdrawal"), &[("withdrawn_why", "I move away.")]).await.expect(303);
    ana.post(&format!("{page}/withdrawal"), &[("withdrawn_why", "I move away.")]).await.expect(303);
    assert_eq!(number(&site, "select count(*) from events where kind = 'poll.choice_withdrawn'"), 1);
    let mails = site.do_jobs().join("\n");
    assert!(mails.contains("A candidate withdrew"), "{mails}");
    board.voters[3].get(&page).await.expect(200).shows("I move away.").shows("Withdrew");
    board.voters[3].get(&format!("/polls/{poll}")).await.expect(200).shows("Ana Roy (withdrew)");
    board.close(&site, &admin).await;
    // Without Ana: Bea two first places, Cy two, and a lot or the rest decides between them: Ana is not there.
    let shown = board.voters[3].get(&page).await.expect(200).shows("Elected: ").hides("Elected: Ana");
    shown.shows("Ana Roy");
    let contest = site.read(|conn| polls::contests(conn, poll));
    assert_eq!(contest[0].withdrawn, [a.parse::<usize>().expect("a number") - 1], "the file says it, too");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn when_everybody_withdraws_there_is_nothing_to_vote_on() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let board = voting(&site, &admin, &[("seats_to_fill", "1")]).await;
    for voter in board.voters.iter().take(3) {
        voter.post(&format!("/elections/{}/withdrawal", board.id), &[]).await.expect(303);
    }
    site.do_jobs();
    assert_eq!(status(&site, board.id), Status::Void);
    assert_eq!(number(&site, "select count(*) from polls where status = 'void'"), 1);
    let page = board.voters[3].get(&format!("/elections/{}", board.id)).await.expect(200);
    page.shows("All candidates withdrew.");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn every_method_elects() {
    for method in super::super::METHODS {
        let site = Site::new().await;
        let admin = site.as_admin().await;
        let seats = if method.has_seats() { "2" } else { "1" };
        let other = [("method", method.word()), ("seats_to_fill", seats), ("none_stands", "1")];
        let board = voting(&site, &admin, &other).await;
        let [a, b, _] = board.of(&site);
        for voter in &board.voters {
            let fields: Vec<(String, &str)> = match method {
                Method::Choice | Method::Approval if seats == "2" => vec![("q1".to_owned(), &a), ("q1".to_owned(), &b)],
                Method::Score | Method::Star | Method::Dots => vec![(format!("q1-{a}"), "5"), (format!("q1-{b}"), "3")],
                _ => vec![(format!("q1-{a}"), "1"), (format!("q1-{b}"), "2")],
            };
            let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
            fields.push(("checked", "1"));
            voter.post(&format!("/polls/{}/ballots", board.poll), &fields).await.expect(303);
        }
        board.close(&site, &admin).await;
        appeals_end(&site, board.id);
        let first =
            number(&site, &format!("select count(*) from board_terms where member_id = {}", board.candidates[0]));
        assert_eq!(first, 1, "{method:?}");
        let following = if seats == "1" { board.candidates[1] } else { board.candidates[2] };
        let place = number(
            &site,
            &format!(
                "select coalesce(runner_up, 0) from candidacies where election_id = {} and member_id = {following}",
                board.id
            ),
        );
        assert!(seats == "2" || place == 1, "{method:?}: who follows");
    }
}

#[actix_web::test]
async fn a_vote_without_a_quorum_is_called_again_for_the_same_election() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    run(&site, "update rule_profiles set second_calls = true, quorum_percent = 50");
    let board = voting(&site, &admin, &[("seats_to_fill", "1")]).await;
    let [a, ..] = board.of(&site);
    cast(&board.voters[0], board.poll, &[&a]).await;
    board.close(&site, &admin).await;
    let page = format!("/elections/{}", board.id);
    board.voters[0].get(&page).await.expect(200).shows("Too few members voted");
    let again = site.act(|act| {
        let again = polls::call_again(act, board.poll)?;
        polls::announce(act, again)?;
        Ok(again)
    });
    site.do_jobs();
    assert_eq!((poll_of(&site, board.id), status(&site, board.id)), (again, Status::Voting));
}

#[actix_web::test]
async fn a_void_vote_makes_the_election_void_and_it_is_repeated() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let board = voting(&site, &admin, &[("seats_to_fill", "1")]).await;
    admin
        .post(
            &format!("/polls/{}/voiding", board.poll),
            &[("void_reason", "A wrong paper."), ("reason", "A wrong paper.")],
        )
        .await
        .expect(303);
    site.do_jobs();
    assert_eq!(status(&site, board.id), Status::Void);
    admin.get(&format!("/elections/{}", board.id)).await.expect(200).shows("A wrong paper.");
    let copy = admin.post(&format!("/elections/{}/copies", board.id), &[]).await.expect(303);
    admin.get(copy.location()).await.expect(200).shows("Board election").shows("Call the election");
    assert_eq!(number(&site, "select repeats from elections order by id desc limit 1"), board.id);
}

#[actix_web::test]
async fn what_the_vote_of_an_election_asks_is_not_changed_beside_it() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let [ana, bea] = ["Ana", "Bea"].map(|name| member(&site, name));
    let (a, b) = (resident(&site, "Ana", ana).await, resident(&site, "Bea", bea).await);
    let id = called(&site, &admin, &[("seats_to_fill", "1")]).await;
    for visitor in [&a, &b] {
        visitor.post(&format!("/elections/{id}/candidacy"), &[]).await.expect(303);
    }
    run(
        &site,
        "update elections set nominate_from = nominate_from - 10, nominate_until = nominate_until - 6, \
         opens_at = now() + interval '1 day', closes_at = now() + interval '3 days'",
    );
    site.act(|act| settle_due(act, id));
    let poll = poll_of(&site, id);
    let version = admin.get(&format!("/polls/{poll}/setup")).await.expect(200).field("version");
    let removal = format!("/polls/{poll}/questions/1/removal");
    admin.post(&removal, &[("version", &version)]).await.expect(409).shows("belongs to an election");
    assert_eq!(number(&site, "select count(*) from choices"), 2);
    // Who withdraws before it opens is on the paper with a mark, and whoever will vote is told.
    a.post(&format!("/elections/{id}/withdrawal"), &[]).await.expect(303);
    assert_eq!(number(&site, "select count(*) from choices where withdrawn_at is not null"), 1);
    assert!(site.do_jobs().join("\n").contains("A candidate withdrew"));
    // The vote is called off: so is the election.
    admin.post(&format!("/polls/{poll}/cancellation"), &[]).await.expect(303);
    site.do_jobs();
    b.get(&format!("/elections/{id}")).await.expect(200).shows("The vote was cancelled.");
}
