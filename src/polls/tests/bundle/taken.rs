//! The bundle as somebody takes it away from the page of a result.

use chrono::TimeDelta;

use super::{Folder, said_here};
use crate::members::Status;
use crate::platform::events;
use crate::platform::session::hex;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls::paper::Answer;
use crate::polls::tests::again::Dice;
use crate::polls::tests::ways::{asked, of};
use crate::polls::tests::{local, member, roof};
use crate::polls::{self, Method, NewQuestion, Seen, Shows};
use sha2::{Digest as _, Sha256};

/// Casts a random ballot for each of some members.
fn cast_all(site: &Site, id: i64, members: &[i64], dice: &mut Dice) {
    site.act(|act| {
        let questions = polls::paper_of(act, id)?;
        for member in members {
            let answers: Vec<String> =
                questions.iter().map(|question| dice.answer(question)).map(|one| Answer::text(&one)).collect();
            let voter = polls::store::Voter { member: *member, by: None };
            polls::store::cast(act.conn, id, voter, (&answers, &[]), Seen::Unsaid)?;
        }
        Ok(())
    });
}

#[actix_web::test]
async fn the_bundle_of_every_method_comes_from_the_page_and_fits_for_both_programs() {
    let site = Site::new().await;
    let members: Vec<i64> = (0..9).map(|number| member(&site, &format!("M{number}"), Status::Member)).collect();
    let reader = site.signed_in(Role::Resident, "M0 Roy", Some(members[0])).await;
    let observer = site.as_observer().await;
    let mut dice = Dice::of(19);
    let folder = Folder::new("taken");
    for (word, method) in Method::ALL {
        let names: &[&str] = if method.has_sides() { &[] } else { &["Al", "Bo", "Cléo", "Dee"] };
        let id = asked(&site, Shows::Closed, &[NewQuestion { lot: true, ..of(method, names) }]);
        let path = format!("/polls/{id}/bundle.json");
        cast_all(&site, id, &members, &mut dice);
        reader.get(&path).await.expect(404);
        site.act(|act| polls::close(act, id));
        reader.get(&path).await.expect(404);
        reader.get(&format!("/polls/{id}/result")).await.expect(200).hides("bundle.json");
        site.act(|act| events::chain(act.conn).map(|_| ()));
        let page =
            observer.get(&format!("/polls/{id}/result")).await.expect(200).shows(&path).shows("/help/votes/recount.py");
        let page_of_reader = reader.get(&format!("/polls/{id}/result")).await.expect(200);
        assert!(page_of_reader.queries <= 6 && page.queries <= 6, "{word}: {} queries", page_of_reader.queries);
        let file = observer.get(&path).await.expect(200);
        assert_eq!(file.body, reader.get(&path).await.expect(200).body, "{word}: the same bytes for everybody");
        let (kinds, words) = said_here(file.body.as_bytes());
        assert!(kinds.is_empty(), "{word}: {words}");
        let bundle: polls::bundle::Bundle = serde_json::from_str(&file.body).expect("a bundle");
        // The second reading is of what was kept of the first.
        for page in [page, page_of_reader] {
            page.shows(&hex(&Sha256::digest(&file.body))).shows(&polls::bundle::digest(&bundle.ballots));
        }
        assert!(!file.body.contains("Roy"), "{word}: no names of people");
        folder.put(&format!("{word}.json"), file.body.as_bytes());
    }
    for (file, (kinds, words)) in folder.recounted() {
        assert!(kinds.is_empty(), "{file} in {}: {words}", folder.0.display());
    }
    assert_eq!(site.discrepancies(), Vec::<String>::new());
    let program = site.anonymous().get("/help/votes/recount.py").await.expect(200);
    assert_eq!(program.body, polls::bundle::PROGRAM);
    site.anonymous().get("/help/votes?lang=en").await.expect(200).shows("/help/votes/recount.py");
}

/// A text is corrected by two, the end is put off, people come and go in the log meanwhile: the chain leads through all of it and names nobody.
#[actix_web::test]
async fn a_bundle_shows_what_was_sealed_on_the_way_and_no_other_event() {
    let site = Site::new().await;
    let members: Vec<i64> = (0..5).map(|number| member(&site, &format!("M{number}"), Status::Member)).collect();
    let admin = site.as_admin().await;
    let new = polls::NewPoll { shows: Shows::Closed, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    let id = site.act(|act| polls::tests::announced(act, &new));
    let mut dice = Dice::of(23);
    cast_all(&site, id, &members, &mut dice);
    member(&site, "Newcomer", Status::Member);
    let later = local(crate::platform::clock::now() + TimeDelta::days(5));
    admin.post(&format!("/polls/{id}/extension"), &[("closes_at", later.as_str())]).await.expect(303);
    member(&site, "Another", Status::Member);
    admin.post(&format!("/polls/{id}/closing"), &[]).await.expect(303);
    member(&site, "After", Status::Member);
    site.act(|act| events::chain(act.conn).map(|_| ()));
    let file = admin.get(&format!("/polls/{id}/bundle.json")).await.expect(200);
    let (kinds, words) = said_here(file.body.as_bytes());
    assert!(kinds.is_empty(), "{words}");
    let bundle: polls::bundle::Bundle = serde_json::from_str(&file.body).expect("a bundle");
    let told = bundle.chain.links.iter().filter_map(|link| match link {
        polls::bundle::Link::Own(event) => Some(event.kind.as_str()),
        polls::bundle::Link::Other(_) => None,
    });
    assert_eq!(told.collect::<Vec<_>>(), ["poll.opened", "poll.extended", "poll.closed"]);
    assert!(bundle.chain.links.len() > 4, "others are in between");
    for name in ["Newcomer", "Another", "After", "Roy"] {
        assert!(!file.body.contains(name), "{name}");
    }
    let folder = Folder::new("way");
    folder.put("vote.json", file.body.as_bytes());
    let (kinds, words) = folder.recounted().remove("vote.json").expect("it was looked at");
    assert!(kinds.is_empty(), "{words}");
    // Void, it decides nothing: nobody takes it away any more.
    site.act(|act| polls::void(act, id, "A wrong text"));
    admin.get(&format!("/polls/{id}/bundle.json")).await.expect(404);
    admin.get(&format!("/polls/{id}/result")).await.expect(200).hides("bundle.json");
}
