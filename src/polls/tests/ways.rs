//! Every way to decide, from its form to its result, and what may be seen on the way.

use chrono::TimeDelta;

use super::{local, member, roof};
use crate::members::Status;
use crate::platform::clock;
use crate::platform::error::Error;
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls::{self, Method, NewChoice, NewPoll, NewQuestion, Shows};

fn choices(names: &[&str]) -> Vec<NewChoice> {
    let choice = |name: &&str| NewChoice {
        title_en: (*name).to_owned(),
        title_fr: format!("{name} (fr)"),
        cost: Some(100_000),
        ..NewChoice::default()
    };
    names.iter().map(choice).collect()
}

/// An open vote of these questions.
pub fn asked(site: &Site, shows: Shows, questions: &[NewQuestion]) -> i64 {
    let new = NewPoll { shows, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    site.act(|act| {
        let id = polls::create(act, &new, questions)?;
        polls::announce(act, id)?;
        Ok(id)
    })
}

pub fn of(method: Method, names: &[&str]) -> NewQuestion {
    NewQuestion { choices: choices(names), budget: Some(150_000), ..NewQuestion::of(method) }
}

/// What each of three voters fills in, and what the result says.
fn filled(method: Method) -> ([Vec<(&'static str, &'static str)>; 3], &'static str) {
    use Method as M;
    match method {
        M::Proposal => ([vec![("q1", "for")], vec![("q1", "for")], vec![("q1", "against")]], "Adopted, with 2 for"),
        M::Consent => ([vec![("q1", "agree")], vec![("q1", "aside")], vec![("q1", "agree")]], "Adopted"),
        M::Choice => ([vec![("q1", "2")], vec![("q1", "2")], vec![("q1", "1")]], "Bo"),
        M::Approval | M::Greedy | M::EqualShares => {
            ([vec![("q1", "1"), ("q1", "2")], vec![("q1", "2")], vec![("q1", "2"), ("q1", "3")]], "Bo")
        }
        M::Score | M::Star | M::Dots => {
            ([vec![("q1-1", "1"), ("q1-2", "5")], vec![("q1-2", "4")], vec![("q1-3", "5"), ("q1-2", "0")]], "Bo")
        }
        M::Irv | M::Scottish | M::Meek | M::Schulze | M::RankedPairs => {
            ([vec![("q1-2", "1"), ("q1-1", "2")], vec![("q1-2", "1")], vec![("q1-3", "1"), ("q1-2", "2")]], "Bo")
        }
        M::Times => {
            ([vec![("q1-1", "0"), ("q1-2", "2")], vec![("q1-2", "1")], vec![("q1-3", "2"), ("q1-1", "1")]], "Bo")
        }
    }
}

#[actix_web::test]
async fn every_way_to_decide_goes_from_the_ballot_to_a_result() {
    let site = Site::new().await;
    let ids = ["Ana", "Bea", "Cy"].map(|name| member(&site, name, Status::Member));
    let mut voters = Vec::new();
    for id in ids {
        voters.push((id, site.signed_in(Role::Resident, &format!("voter {id}"), Some(id)).await));
    }
    let observer = site.as_observer().await;
    for (word, method) in Method::ALL {
        let names: &[&str] = if method.has_sides() { &[] } else { &["Al", "Bo", "Cléo"] };
        let poll = asked(&site, Shows::Live, &[of(method, names)]);
        let (ballots, wins) = filled(method);
        for ((id, voter), fields) in voters.iter().zip(&ballots) {
            let page = voter.get(&format!("/polls/{poll}")).await.expect(200).shows("Cast my vote").hides(" checked");
            assert!(page.queries <= 6, "{word}: {} queries", page.queries);
            let path = format!("/polls/{poll}/ballots");
            let sent = voter.post(&path, fields).await;
            if sent.status == 200 {
                sent.shows("Nothing is sent yet");
                let own = site.read(|conn| polls::store::reads::own(conn, poll, *id));
                assert!(own.answers.is_none(), "{word}: a look is no vote");
                let checked = [fields.as_slice(), &[("checked", "1")]].concat();
                voter.post(&path, &checked).await.expect(303);
            }
            voter
                .get(&format!("/polls/{poll}"))
                .await
                .expect(200)
                .shows("Change my vote")
                .shows("Your vote is recorded:");
        }
        site.act(|act| polls::close(act, poll));
        let reader = &voters[0].1;
        let page = reader.get(&format!("/polls/{poll}/result")).await.expect(200).shows(wins);
        assert!(page.queries <= 6, "{word}: {} queries", page.queries);
        reader.get(&format!("/polls/{poll}")).await.expect(200).shows(wins);
        reader.get(&format!("/polls/{poll}/result.csv")).await.expect(200);
        reader.get(&format!("/polls/{poll}/ballots.csv")).await.expect(200).shows("Ana Roy");
        observer.get(&format!("/polls/{poll}/result")).await.expect(200).hides("Ana Roy");
    }
    assert_eq!(site.discrepancies(), [""; 0], "what was closed is what its events sealed");
}

#[actix_web::test]
async fn a_paper_of_two_questions_is_looked_at_before_it_is_cast() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let titled = |title: &str, question: NewQuestion| NewQuestion {
        title_en: title.to_owned(),
        title_fr: format!("{title} (fr)"),
        ..question
    };
    let questions = [
        titled("Paint the stairs?", NewQuestion::proposal(false)),
        titled("Which colours first?", of(Method::Schulze, &["Blue", "Green", "Red", "White"])),
    ];
    let poll = asked(&site, Shows::Live, &questions);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let (page, path) = (format!("/polls/{poll}"), format!("/polls/{poll}/ballots"));
    voter.get(&page).await.expect(200).shows("Question 1 of 2").shows("Which colours first?");
    // A side is needed, a ranking is not; two can share a place.
    let reply = voter.post(&path, &[("q2-1", "1")]).await.expect(422);
    reply.shows("Choose one of the answers").shows("<option value=\"1\" selected>");
    let fields = [("q1", "for"), ("q2-3", "1"), ("q2-1", "1"), ("q2-2", "4"), ("reason", "It is grey.")];
    let look = voter.post(&path, &fields).await.expect(200);
    let look = look.shows("1. Blue and Red, 2. Green").shows("Without a place: White.").shows("You left a place out");
    let _ = look.shows("It is grey.").shows("name=\"q2-2\" value=\"4\"");
    // Going back, also in the other language, keeps what was filled in and casts nothing.
    let back = [fields.as_slice(), &[("form_hold", "fr")]].concat();
    voter
        .post(&path, &back)
        .await
        .expect(200)
        .shows("<option value=\"4\" selected>")
        .shows("It is grey.")
        .shows("Déposer mon vote");
    voter.get(&page).await.expect(200).hides("Your vote is recorded");
    let cast = [fields.as_slice(), &[("checked", "1")]].concat();
    voter.post(&path, &cast).await.expect(303);
    voter.get(&page).await.expect(200).shows("Change my vote").shows("It is grey.");
    for (wrong, said) in [
        (vec![("q1", "agree")], "This is not one of the choices"),
        (vec![("q1", "for"), ("q2-9", "1"), ("q2-1", "x")], "Type whole numbers"),
        (vec![("q1", "for"), ("q2-1", "99999")], "Type whole numbers"),
    ] {
        voter.post(&path, &wrong).await.expect(422).shows(said);
    }
    site.act(|act| polls::close(act, poll));
    let result = voter.get(&format!("{page}/result")).await.expect(200).shows("Decision 1").shows("Decision 2");
    let _ = result.shows("It is grey.").shows("Paint the stairs?");
}

#[actix_web::test]
async fn a_ballot_that_cannot_be_so_changes_nothing_and_says_why() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let two = NewQuestion { seats: 2, ..of(Method::Choice, &["A", "B", "C"]) };
    for (question, fields, said) in [
        (two, vec![("q1", "1"), ("q1", "2"), ("q1", "3")], "Choose at most 2"),
        (of(Method::Choice, &["A", "B"]), vec![("q1", "7")], "not one of the choices"),
        (of(Method::Dots, &["A", "B"]), vec![("q1-1", "6"), ("q1-2", "5")], "You have 10 dots in all"),
        (of(Method::Star, &["A", "B"]), vec![("q1-1", "6")], "at most 5 points"),
        (of(Method::Irv, &["A", "B"]), vec![("q1-1", "1"), ("q1-2", "1")], "Two choices have place 1"),
        (NewQuestion::of(Method::Consent), vec![("q1", "object"), ("reason", " ")], "Say why you object"),
        (NewQuestion::of(Method::Consent), vec![("q1", "against")], "not one of the choices"),
    ] {
        let poll = asked(&site, Shows::Live, &[question]);
        let fields = [fields.as_slice(), &[("checked", "1")]].concat();
        voter.post(&format!("/polls/{poll}/ballots"), &fields).await.expect(422).shows(said);
        assert!(site.read(|conn| polls::store::reads::own(conn, poll, ana)).answers.is_none());
    }
}

#[actix_web::test]
async fn hidden_figures_are_hidden_everywhere_until_their_time() {
    let site = Site::new().await;
    let (ana, bea) = (member(&site, "Ana", Status::Member), member(&site, "Bea", Status::Member));
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let other = site.signed_in(Role::Resident, "Bea Roy", Some(bea)).await;
    let admin = site.as_admin().await;
    for (shows, to_voter) in [(Shows::Closed, false), (Shows::Voted, true), (Shows::Live, true)] {
        let poll = asked(&site, shows, &[NewQuestion::proposal(false)]);
        let page = format!("/polls/{poll}");
        voter.post(&format!("{page}/ballots"), &[("q1", "for")]).await.expect(303);
        let seen = |body: &str| body.contains("class=\"tally\"");
        assert_eq!(seen(&voter.get(&page).await.expect(200).body), to_voter, "{shows:?}");
        for reader in [&other, &admin] {
            let body = reader.get(&page).await.expect(200).shows("One of 2 members has voted").body;
            assert_eq!(seen(&body), shows == Shows::Live, "{shows:?}");
        }
        let block = site.read(|conn| polls::live_fragment(conn, poll, Lang::En)).expect("a block").html;
        assert_eq!(seen(&block), shows == Shows::Live, "{shows:?}");
        voter.get(&format!("{page}/result")).await.expect(303);
        voter.get(&format!("{page}/result.csv")).await.expect(404);
        voter.get(&format!("{page}/ballots.csv")).await.expect(404);
        site.act(|act| polls::close(act, poll));
        assert!(seen(&other.get(&page).await.expect(200).body), "{shows:?}");
    }
}

#[actix_web::test]
async fn the_end_moves_only_while_nobody_saw_a_figure() {
    let site = Site::new().await;
    let (ana, bea) = (member(&site, "Ana", Status::Member), member(&site, "Bea", Status::Member));
    let admin = site.as_admin().await;
    let open = asked(&site, Shows::Live, &[NewQuestion::proposal(false)]);
    admin.get(&format!("/polls/{open}")).await.expect(200).hides("Put off the close");
    let refused = admin.post(&format!("/polls/{open}/closing"), &[]).await.expect(409);
    let _ = refused.shows("its close cannot be moved any more");
    let later = clock::now() + TimeDelta::days(9);
    let refused = site.try_act(|act| polls::extend(act, open, later));
    assert!(matches!(refused, Err(Error::Conflict("poll-conflict-figures-seen"))));
    // Once everybody has voted there is nobody to cut off.
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let other = site.signed_in(Role::Resident, "Bea Roy", Some(bea)).await;
    for voter in [&voter, &other] {
        voter.post(&format!("/polls/{open}/ballots"), &[("q1", "for")]).await.expect(303);
    }
    admin.post(&format!("/polls/{open}/closing"), &[]).await.expect(303);

    let hidden = asked(&site, Shows::Closed, &[NewQuestion::proposal(false)]);
    let path = format!("/polls/{hidden}/extension");
    admin.get(&path).await.expect(200).shows("Put off the close");
    let sooner = local(clock::now() + TimeDelta::days(1));
    admin.post(&path, &[("closes_at", sooner.as_str())]).await.expect(422).shows("later time than the close");
    admin.post(&path, &[("closes_at", local(later).as_str())]).await.expect(303);
    voter.get(&format!("/polls/{hidden}")).await.expect(200).shows("The close was put off. It was first announced for");
    site.act(|act| {
        act.now += TimeDelta::days(4);
        polls::close_due(act, &serde_json::json!({ "poll": hidden }))
    });
    voter.get(&format!("/polls/{hidden}")).await.expect(200).shows("Cast my vote");
    assert_eq!(site.discrepancies(), [""; 0], "the new end is sealed");
    admin.post(&format!("/polls/{hidden}/closing"), &[]).await.expect(303);
    voter.get(&format!("/polls/{hidden}/result")).await.expect(200).shows("This vote was closed early");
}

#[actix_web::test]
async fn a_vote_is_set_up_step_by_step() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    member(&site, "Ana", Status::Member);
    let (opens, closes) = (local(clock::now() + TimeDelta::days(1)), local(clock::now() + TimeDelta::days(2)));
    let fields = [
        ("title_en", "Spend the reserve"),
        ("details_en", "What first?"),
        ("method", "equal-shares"),
        ("binding", "no"),
        ("shows", "voted"),
        ("opens_at", opens.as_str()),
        ("closes_at", closes.as_str()),
    ];
    let question = admin.post("/polls", &fields).await.expect(303).location().to_owned();
    let base = question.strip_suffix("/questions/1/edit").expect("its first question").to_owned();
    admin
        .get(&format!("{base}/setup"))
        .await
        .expect(200)
        .shows("at least two choices")
        .hides("Announce the vote</button>");
    let refused = admin.post(&format!("{base}/announcement"), &[]).await.expect(422);
    let _ = refused.shows("at least two choices");
    let version = admin.get(&question).await.expect(200).field("version");
    let rows = [
        ("version", version.as_str()),
        ("budget", "1,500.50 $"),
        ("c1-en", "Roof"),
        ("c1-cost", "1 000"),
        ("c3-fr", "Cour"),
        ("c3-cost", "abc"),
    ];
    let action = question.strip_suffix("/edit").expect("its form").to_owned();
    let held = [rows.as_slice(), &[("form_hold", "rows")]].concat();
    admin.post(&action, &held).await.expect(200).shows("value=\"Cour\"").shows("c7-en");
    admin.post(&action, &rows).await.expect(422).shows("Type an amount of dollars").shows("value=\"Roof\"");
    let mut right = rows;
    right[5].1 = "750,25";
    admin.post(&action, &right).await.expect(303);
    let stale = [right.as_slice(), &[("lot", "1")]].concat();
    let again = admin.post(&action, &stale).await.expect(409).shows("value=\"Roof\"").field("version");
    assert_ne!(again, version, "whoever saves again has seen that it changed");
    let page = admin.get(&format!("{base}/setup")).await.expect(200).shows("$1,500.50").shows("Announce the vote");
    let version = page.field("version");
    let add = [("method", "times"), ("version", version.as_str())];
    let times = admin.post(&format!("{base}/questions"), &add).await.expect(303).location().to_owned();
    admin.get(&format!("{base}/setup")).await.expect(200).shows("each needs a title");
    let version = admin.get(&times).await.expect(200).field("version");
    let rows =
        [("version", version.as_str()), ("question_en", "When?"), ("c1-day", "2027-03-01"), ("c1-hour", "25:00")];
    let action = times.strip_suffix("/edit").expect("its form").to_owned();
    admin.post(&action, &rows).await.expect(422).shows("Type a time");
    let version = admin.get(&times).await.expect(200).field("version");
    let removal = [("version", version.as_str())];
    admin.post(&format!("{base}/questions/2/removal"), &removal).await.expect(303);
    admin.post(&format!("{base}/announcement"), &[]).await.expect(303);
    let resident = site.signed_in(Role::Resident, "Somebody", None).await;
    resident.get(&base).await.expect(200).shows("asks for advice").shows("Roof").shows("$750.25");
}

#[actix_web::test]
async fn ties_are_drawn_from_the_ballots_or_left() {
    let site = Site::new().await;
    let ids = ["Ana", "Bea"].map(|name| member(&site, name, Status::Member));
    let first = site.signed_in(Role::Resident, "Ana Roy", Some(ids[0])).await;
    let second = site.signed_in(Role::Resident, "Bea Roy", Some(ids[1])).await;
    for (lot, said) in [(true, "Chosen"), (false, "A tie")] {
        let poll = asked(&site, Shows::Live, &[NewQuestion { lot, ..of(Method::Choice, &["A", "B"]) }]);
        for (voter, choice) in [(&first, "1"), (&second, "2")] {
            voter.post(&format!("/polls/{poll}/ballots"), &[("q1", choice)]).await.expect(303);
        }
        // Nothing is drawn before the close.
        let so_far = site.read(|conn| polls::live_fragment(conn, poll, Lang::En)).expect("a block").html;
        assert!(!so_far.contains("lot"));
        site.act(|act| polls::close(act, poll));
        first.get(&format!("/polls/{poll}/result")).await.expect(200).shows(said);
    }
}
