//! A vote like an earlier one.

use super::ways::of;
use super::*;
use crate::polls::{Method, State, store};

#[actix_web::test]
async fn a_vote_is_set_up_like_another_one() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let admin = site.as_admin().await;
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let titled = |title: &str, question: NewQuestion| NewQuestion { title_en: title.to_owned(), ..question };
    let asked = [
        titled("Paint it?", NewQuestion::proposal(true)),
        titled("Which first?", NewQuestion { seats: 2, shuffled: true, ..of(Method::Scottish, &["A", "B", "C"]) }),
    ];
    let new = NewPoll { binding: false, shows: Shows::Closed, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    let first = site.act(|act| {
        let id = polls::create(act, &new, &asked)?;
        polls::announce(act, id)?;
        Ok(id)
    });
    voter.post(&format!("/polls/{first}/copies"), &[]).await.expect(403);
    admin.post("/polls/999/copies", &[]).await.expect(404);
    admin.get(&format!("/polls/{first}")).await.expect(200).shows("Set up a vote like this one");
    voter.get(&format!("/polls/{first}")).await.expect(200).hides("Set up a vote like this one");
    for close in [false, true] {
        if close {
            site.act(|act| polls::close(act, first));
        }
        let setup = admin.post(&format!("/polls/{first}/copies"), &[]).await.expect(303).location().to_owned();
        admin
            .get(&setup)
            .await
            .expect(200)
            .shows("Paint it?")
            .shows("Which first?")
            .shows("Announce the vote</button>");
        let copy: i64 = setup.split('/').nth(2).and_then(|id| id.parse().ok()).expect("a number");
        let (before, after) = [first, copy].map(|id| site.read(|conn| store::whole(conn, id))).into();
        let plain = |questions: &[polls::Question]| questions.iter().map(NewQuestion::from).collect::<Vec<_>>();
        assert_eq!(plain(&before.1), plain(&after.1));
        assert_eq!(
            (after.0.title_en.as_str(), after.0.binding, after.0.shows),
            ("Replace the roof", false, Shows::Closed)
        );
        assert_eq!(after.0.state(clock::now()), State::Draft);
        assert_eq!(after.0.closes_at - after.0.opens_at, TimeDelta::days(3));
        assert!(after.0.opens_at > clock::now() && after.0.opens_at < clock::now() + TimeDelta::days(2));
    }
    assert_eq!(site.discrepancies(), [""; 0]);
}
