//! Secret votes on bad days: old and foreign looks, wrong clocks, keys of votes that came to nothing.

use super::*;
use crate::accounts;
use crate::platform::visit::Viewer;
use crate::polls::{Answer, TOO_LATE};

/// What was shown for another vote, or too long ago, is looked at once more; nothing is in the urn.
#[actix_web::test]
async fn what_was_shown_for_another_vote_or_long_ago_is_looked_at_again() {
    let site = Site::new().await;
    let asked = [NewQuestion::proposal(false)];
    let Urn { id, page, voters, members, joan, .. } = opened(&site, Secrecy::List, &asked, &FIVE).await;
    let check = voters[2].post(&format!("{page}/urn/ballots"), &[("q1", "for")]).await.expect(200);
    let of_this_vote = hidden(&check);
    // The very words of this page, in another vote with the same roll.
    let other = site.act(|act| polls::create(act, &secret(Secrecy::List), &asked));
    joan.post(&format!("/polls/{other}/announcement"), &[]).await.expect(303);
    let paul = site.signed_in(Role::Admin, "Paula Roy", None).await;
    let both = [members[0].to_string(), members[1].to_string()];
    paul.post(&format!("/polls/{other}/urn"), &[("first", &both[0]), ("second", &both[1])]).await.expect(303);
    for scrutineer in &voters[..2] {
        scrutineer.post(&format!("/polls/{other}/urn/code"), &[]).await.expect(200);
    }
    send(&voters[2], &format!("/polls/{other}"), &of_this_vote).await.expect(200).shows("Look at it once more");
    // Rightly signed, two hours ago.
    let account = voters[2].account.expect("an account");
    let viewer = viewer_of(&site, account);
    let voter = urn::Voter { member: members[2], session: viewer.session.clone() };
    let answers = [Answer::read(Method::Proposal, "for").expect("an answer")];
    let shown = site.act(|act| {
        let early = act.now - TimeDelta::hours(2);
        urn::show(&mut Act::new(act.conn, act.coop, Some(&viewer), act.state, early), id, &voter, &answers, "")
    });
    let cast = |shown: &urn::Shown, at: TimeDelta| {
        site.try_act(|act| {
            let now = act.now + at;
            let questions = store::questions(act.conn, id)?;
            let ballot = polls::Ballot {
                answers: answers.to_vec(),
                reason: None,
                seen: polls::Seen::Unsaid,
                skipped: Vec::new(),
            };
            urn::cast(
                &mut Act::new(act.conn, act.coop, Some(&viewer), act.state, now),
                id,
                &voter,
                &questions,
                &ballot,
                shown,
            )
        })
    };
    assert!(matches!(cast(&shown, TimeDelta::zero()), Err(Error::Conflict(urn::LOOK_AGAIN))));
    for poll in [id, other] {
        assert_eq!(site.read(|conn| store::urns::found(conn, poll)).voters, 0);
    }
    // It was good then.
    assert!(matches!(cast(&shown, TimeDelta::hours(-2)), Ok(1)));
}

fn viewer_of(site: &Site, account: i64) -> Viewer {
    site.read(|conn| accounts::acting(conn, account, clock::now())).expect("somebody")
}

/// The database's clock says what is late: a server whose own clock is hours slow or fast takes no ballot after the close and refuses none
/// before it, and a close that is due by its clock alone loses nothing.
#[actix_web::test]
async fn a_wrong_clock_of_the_server_lets_no_ballot_in_and_keeps_none_out() {
    let site = Site::of_owner().await;
    let Urn { id, page, voters, members, joan, .. } =
        opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    let answers = [Answer::read(Method::Proposal, "for").expect("an answer")];
    let cast = |voter: usize, wrong: TimeDelta| {
        let viewer = viewer_of(&site, voters[voter].account.expect("an account"));
        let who = urn::Voter { member: members[voter], session: viewer.session.clone() };
        site.try_act(|act| {
            let now = act.now + wrong;
            let mut act = Act::new(act.conn, act.coop, Some(&viewer), act.state, now);
            let shown = urn::show(&mut act, id, &who, &answers, "")?;
            let questions = store::questions(act.conn, id)?;
            let ballot = polls::Ballot {
                answers: answers.to_vec(),
                reason: None,
                seen: polls::Seen::Unsaid,
                skipped: Vec::new(),
            };
            urn::cast(&mut act, id, &who, &questions, &ballot, &shown)
        })
    };
    for (voter, wrong) in
        [TimeDelta::zero(), TimeDelta::days(-9), TimeDelta::days(9), TimeDelta::hours(-5), TimeDelta::hours(100)]
            .into_iter()
            .enumerate()
    {
        assert_eq!(cast(voter, wrong).expect("a cast"), voter as i32 + 1, "a clock that is wrong by {wrong}");
    }
    over(&site, id);
    for wrong in [TimeDelta::zero(), TimeDelta::hours(-1), TimeDelta::days(-2)] {
        assert!(matches!(cast(5, wrong), Err(Error::Conflict(TOO_LATE))), "a clock that is wrong by {wrong}");
    }
    voters[5].post(&format!("{page}/urn/ballots"), &[("q1", "for")]).await.expect(409);
    joan.post(&format!("{page}/closing"), &[]).await.expect(303);
    assert_eq!(site.read(|conn| store::urns::opened(conn, id)).len(), 5);
}

/// The key of a vote that ends as void goes as well: with it, journals of the voting could still be read.
#[actix_web::test]
async fn the_key_of_a_vote_that_was_never_opened_is_destroyed_too() {
    row! {
        struct Count {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            count: i64,
        }
    }
    let site = Site::of_owner().await;
    let Urn { id, page, joan, voters, .. } = opened(&site, Secrecy::List, &[NewQuestion::proposal(false)], &FIVE).await;
    cast(&voters[2], &page, &[("q1", "for")]).await;
    joan.post(&format!("{page}/voiding"), &[("void_reason", "The wrong text.")]).await.expect(303);
    let due =
        "select count(*) as count from jobs where kind = 'urn.destroy_key' and run_at > now() + interval '29 days'";
    assert_eq!(site.read(|conn| Ok(diesel::sql_query(due).get_result::<Count>(conn)?.count)), 1);
    let public = site.read(|conn| store::urns::urn(conn, id)).expect("an urn").public_key.expect("a key");
    let name = format!("urn-{}-{id}-{}.key", site.coop.0, urn::fingerprint(&public));
    assert!(site.state.keys.kept(&name).expect("a look").is_some());
    site.act(|act| urn::destroy_key(act, &json!({ "poll": id })));
    assert_eq!(site.state.keys.kept(&name).expect("a look"), None);
    assert_eq!(site.discrepancies(), Vec::<String>::new());
}
