//! The help on votes: open to all, whole in both languages, and reached from where one votes.

use chrono::TimeDelta;

use super::{member, roof};
use crate::members::Status;
use crate::platform::i18n::Lang;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::polls::help::{NEIGHBOURS, example};
use crate::polls::{self, Method, NewQuestion, words};

#[actix_web::test]
async fn each_way_is_explained_to_everybody_in_both_languages() {
    let site = Site::new().await;
    let anybody = site.anonymous();
    let list = anybody.get("/help/votes?lang=en").await.expect(200);
    for (word, method) in Method::ALL {
        assert_eq!(list.body.matches(&format!("href=\"/help/votes/{word}\"")).count(), 1, "{word}");
        let counted = example(method).counted().expect("a count");
        for lang in Lang::ALL {
            let mut page = anybody.get(&format!("/help/votes/{word}?lang={}", lang.code())).await.expect(200);
            assert!(!page.body.contains("«way-") && !page.body.contains("«poll-"), "{word}: words are missing");
            for name in NEIGHBOURS {
                page = page.shows(&format!("<th scope=\"row\">{name}</th>"));
            }
            page.shows(&words::outcome_of(lang, &counted)).shows(&words::rule_of(lang, &counted.question, Some(12)));
        }
    }
    anybody.get("/help?lang=en").await.expect(200).shows("href=\"/help/votes\"");
    anybody.get("/help/votes/best").await.expect(404);
}

#[actix_web::test]
async fn whoever_sets_up_votes_or_reads_a_result_finds_how_it_is_counted() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let new = roof(TimeDelta::zero(), TimeDelta::days(3));
    let poll = site.act(|act| {
        let id = polls::create(act, &new, &[NewQuestion::proposal(false)])?;
        polls::announce(act, id)?;
        Ok(id)
    });
    let how = "href=\"/help/votes/proposal\"";
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    voter.get(&format!("/polls/{poll}")).await.expect(200).shows(how);
    voter.post(&format!("/polls/{poll}/ballots"), &[("q1", "for")]).await.expect(303);
    site.act(|act| polls::close(act, poll));
    voter.get(&format!("/polls/{poll}/result")).await.expect(200).shows(how);
    site.as_admin().await.get("/polls/new").await.expect(200).shows("href=\"/help/votes\"");
}
