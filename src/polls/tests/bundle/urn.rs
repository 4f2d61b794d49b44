//! Random secret votes of every method, and of every way to publish them: the page's result, the crate that counts, `verify-vote` and the
//! program in Python agree. `RANDOM_VOTES=1000 cargo test --lib random_secret_votes` plays so many instead of sixty.

use chrono::TimeDelta;

use super::{Folder, said_here};
use crate::accounts;
use crate::members::Status;
use crate::platform::clock;
use crate::platform::events;
use crate::platform::testing::Site;
use crate::platform::visit::Viewer;
use crate::policy::Role;
use crate::polls::bundle::Bundle;
use crate::polls::paper::Answer;
use crate::polls::tests::again::{Dice, both, sentence};
use crate::polls::tests::{member, roof};
use crate::polls::urn::sealing::{self, Paper};
use crate::polls::urn::{self, Secrecy, codes};
use crate::polls::{self, NewPoll, store};

/// How many are played.
fn votes() -> usize {
    std::env::var("RANDOM_VOTES").map_or(60, |text| text.parse().expect("RANDOM_VOTES is a whole number"))
}

fn viewer(site: &Site, account: Option<i64>) -> Viewer {
    let account = account.expect("an account");
    site.read(|conn| accounts::acting(conn, account, clock::now())).expect("somebody")
}

/// Announced by one, prepared by another, opened with both codes.
fn opened(
    site: &Site,
    [first, second]: [&Viewer; 2],
    scrutineers: [&Viewer; 2],
    new: &NewPoll,
    dice: &mut Dice,
    at: usize,
) -> i64 {
    let asked = dice.question(at);
    site.act(|act| {
        let id = polls::create(act, new, &[asked])?;
        polls::announce(&mut act.on_behalf_of(Some(first)), id)?;
        let both = [scrutineers[0].member_id.unwrap_or_default(), scrutineers[1].member_id.unwrap_or_default()];
        urn::prepare(&mut act.on_behalf_of(Some(second)), id, both)?;
        for one in scrutineers {
            urn::take_code(&mut act.on_behalf_of(Some(one)), id)?;
        }
        Ok(id)
    })
}

/// A random answer that the paper allows, of each.
fn cast(site: &Site, id: i64, members: &[i64], dice: &mut Dice) {
    let questions = site.read(|conn| store::questions(conn, id));
    let urn = site.read(|conn| store::urns::urn(conn, id)).expect("an urn");
    let (public, size) = (urn.public_key.expect("a key"), usize::try_from(urn.size.expect("a size")).expect("a size"));
    let vote = sealing::vote_of(site.coop.0, id);
    for member in members {
        let allowed = |dice: &mut Dice, question: &polls::Question| loop {
            let answer = dice.answer(question);
            if answer.check(question).is_ok() {
                break Answer::text(&answer);
            }
        };
        let answers: Vec<String> = questions.iter().map(|question| allowed(dice, question)).collect();
        let code = codes::kept(&codes::with_word(&codes::tracking(), if dice.throw(2) == 0 { "OWN7" } else { "" }));
        let paper = Paper { code, answers, skipped: Vec::new() };
        let sealed = sealing::seal(&public, &vote, &paper, size).expect("sealed");
        let came = site.act(|act| store::urns::cast(act.conn, id, *member, std::slice::from_ref(&sealed)));
        assert_eq!(came.came, "cast");
    }
}

/// A test is one transaction, and what is changed often in one becomes slow: so many votes, then another co-op.
const OF_ONE_COOP: usize = 60;

#[actix_web::test]
async fn random_secret_votes_of_every_method_fit_for_both_programs() {
    let mut dice = Dice::of(41);
    let folder = Folder::new("urns");
    let all: Vec<usize> = (0..votes()).collect();
    for some in all.chunks(OF_ONE_COOP) {
        held(&Site::new().await, some, &mut dice, &folder).await;
    }
    for (file, (kinds, words)) in folder.recounted() {
        assert!(kinds.is_empty(), "{file} in {}: {words}", folder.0.display());
    }
}

/// Holds the votes of these numbers in a co-op, and takes their bundles away.
async fn held(site: &Site, numbers: &[usize], dice: &mut Dice, folder: &Folder) {
    let members: Vec<i64> = (0..11).map(|number| member(site, &format!("M{number}"), Status::Member)).collect();
    let reader = site.signed_in(Role::Resident, "M0 Roy", Some(members[0])).await;
    let other = site.signed_in(Role::Resident, "M1 Roy", Some(members[1])).await;
    let (joan, paul) = (site.as_admin().await, site.signed_in(Role::Admin, "Paul Roy", None).await);
    let officers = [viewer(site, joan.account), viewer(site, paul.account)];
    let scrutineers = [viewer(site, reader.account), viewer(site, other.account)];
    for at in numbers.iter().copied() {
        let secrecy = [Secrecy::List, Secrecy::Ballots, Secrecy::Figures][at / 15 % 3];
        let new = NewPoll { secrecy, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
        let [first, second] = [&officers[0], &officers[1]];
        let id = opened(site, [first, second], [&scrutineers[0], &scrutineers[1]], &new, dice, at);
        let voting = 4 + usize::try_from(dice.throw(8)).unwrap_or(0);
        cast(site, id, &members[..voting], dice);
        site.act(|act| polls::close(act, id));
        site.act(|act| events::chain(act.conn).map(|_| ()));
        let path = format!("/polls/{id}/bundle.json");
        if voting < urn::PUBLISHED_MIN && secrecy != Secrecy::Figures {
            reader.get(&path).await.expect(404);
            continue;
        }
        let page = reader.get(&format!("/polls/{id}/result")).await.expect(200);
        for (kept, again) in both(site, id) {
            assert_eq!(kept.outcome, again, "{at} {secrecy:?}: the file of the ballots");
            let said = sentence(&kept, again);
            assert!(page.body.contains(&said), "{at} {secrecy:?}: {said}");
        }
        let file = reader.get(&path).await.expect(200);
        let (kinds, words) = said_here(file.body.as_bytes());
        assert!(kinds.is_empty(), "{at} {secrecy:?}: {words}");
        let bundle: Bundle = serde_json::from_str(&file.body).expect("a bundle");
        assert_eq!(bundle.ballots.list.is_some(), secrecy == Secrecy::List);
        assert_eq!(bundle.ballots.piles.is_some(), secrecy == Secrecy::Ballots);
        assert!(!file.body.contains("Roy"), "no names of people");
        folder.put(&format!("{at}.json"), file.body.as_bytes());
    }
    assert_eq!(site.discrepancies(), Vec::<String>::new());
}
