//! Who hears of a task, and whose look its hours wait for.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::holding::{committee, credited};
use super::resident;
use crate::committees;
use crate::platform::testing::{Site, Visitor};
use crate::tasks::{self, Holder, NewTask};

#[derive(QueryableByName)]
struct Kind {
    #[diesel(sql_type = Text)]
    kind: String,
}

/// What somebody was told, the earliest first.
fn told(site: &Site, who: &Visitor<'_>) -> Vec<String> {
    site.pump();
    let query = format!("select kind from notices where account_id = {} order by id", who.account.expect("an account"));
    let all: Vec<Kind> = site.read(|conn| Ok(diesel::sql_query(query).load(conn)?));
    all.into_iter().map(|notice| notice.kind).collect()
}

#[actix_web::test]
async fn who_follows_a_task_hears_of_it_and_who_does_not_want_to_does_not() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (paul, ruth) = (resident(&site, "Paul").await, resident(&site, "Ruth").await);
    let zoe = resident(&site, "Zoe").await.0;
    let own = format!("member-{me}");
    let new = [("task_title", "Rake"), ("due_on", "2027-01-05"), ("priority", "normal"), ("assignee", own.as_str())];
    let path = odette.post("/tasks", &new).await.expect(303).location().to_owned();
    let follow =
        async |who: &Visitor<'_>, word: &str| who.post(&format!("{path}/following"), &[("follows", word)]).await;
    let write = async |who: &Visitor<'_>, text: &str| {
        who.post(&format!("{path}/comments"), &[("comment", text)]).await.expect(303);
    };

    // whoever wrote it or has it hears of it without a word; others once they follow it
    odette.get(&path).await.expect(200).shows("You are told when").shows("Mute this task");
    paul.0.get(&path).await.expect(200).shows("You are not told").shows("Follow this task");
    for _ in 0..2 {
        follow(&paul.0, "yes").await.expect(303);
    }
    paul.0.get(&path).await.expect(200).shows("Mute this task");
    write(&ruth.0, "Shall I bring my rake?").await;
    assert_eq!(told(&site, &odette), ["comment_written"]);
    assert_eq!((told(&site, &paul.0), told(&site, &zoe)), (vec!["task_words".to_owned()], Vec::new()));

    // mute: nothing more of what is written, but what is said to them
    follow(&odette, "no").await.expect(303);
    follow(&paul.0, "no").await.expect(303);
    write(&ruth.0, "I bring it.").await;
    assert_eq!((told(&site, &odette).len(), told(&site, &paul.0).len()), (1, 1));
    write(&ruth.0, "@Paul Roy, and you?").await;
    assert_eq!(told(&site, &paul.0), ["task_words", "comment_mentioned"]);

    // done: who follows it is told, and who wrote it, unless they do not want to be
    follow(&zoe, "yes").await.expect(303);
    let id: i64 = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let version = site.read(|conn| tasks::find(conn, id)).version.to_string();
    let done = [("outcome", "All in bags"), ("did", ""), ("version", version.as_str())];
    site.as_admin().await.post(&format!("{path}/completion"), &done).await.expect(303);
    assert_eq!(told(&site, &zoe), ["task_done"]);
    assert_eq!((told(&site, &odette).len(), told(&site, &paul.0).len()), (1, 2));
    zoe.get("/inbox").await.expect(200).shows("says that this task is done. They say: All in bags");

    // nobody else's to say, nothing else to say
    follow(&zoe, "perhaps").await.expect(422);
    let observer = site.as_observer().await;
    observer.post(&format!("{path}/following"), &[("follows", "yes")]).await.expect(403);
    observer.get(&path).await.expect(200).hides("Follow this task");
    zoe.post("/tasks/999999/following", &[("follows", "yes")]).await.expect(404);
}

#[actix_web::test]
async fn where_a_committee_looks_at_what_was_done_hours_wait_for_its_lead() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette").await;
    let (lena, lead) = resident(&site, "Lena").await;
    let (nora, second) = resident(&site, "Nora").await;
    let garden = committee(&site, "Garden", lead, &[me, second]);
    site.act(|act| committees::name_lead(act, garden, second, act.today(), None));
    lena.get(&format!("/committees/{garden}/edit")).await.expect(200).shows("looks at what was done");
    let words = [("version", "1"), ("mandate_en", ""), ("mandate_fr", ""), ("approves", "1")];
    lena.post(&format!("/committees/{garden}"), &words).await.expect(303);
    let task = |who: i64| {
        let new = NewTask {
            title: "Prune".to_owned(),
            holders: vec![Holder::Member(who)],
            committee_id: Some(garden),
            credit_minutes: 90,
            ..NewTask::default()
        };
        site.act(|act| tasks::create(act, &new))
    };
    let id = task(me);
    let path = format!("/tasks/{id}");
    odette.post(&format!("{path}/completion"), &[("outcome", ""), ("version", "1")]).await.expect(303);
    assert_eq!(credited(&site, id), []);
    odette.get(&path).await.expect(200).shows("once a lead of the committee").hides("let the hours count");
    odette.post(&format!("{path}/agreement"), &[("version", "2")]).await.expect(403);

    // it waits at the lead's home until they looked
    lena.get("/").await.expect(200).shows("Look at it, so that the hours count");
    lena.get(&path).await.expect(200).shows("let the hours count");
    for _ in 0..2 {
        let token = lena.fresh_token().await;
        lena.post_raw(&format!("{path}/agreement"), &[("version", "2"), ("form_token", &token)]).await;
    }
    assert_eq!(credited(&site, id), [(Some(me), 90)]);
    lena.get("/").await.expect(200).hides("Look at it");

    // opened again, it is looked at again
    lena.post(&format!("{path}/move"), &[("version", "3"), ("to", "doing")]).await.expect(303);
    assert_eq!(credited(&site, id), []);
    odette.post(&format!("{path}/completion"), &[("outcome", ""), ("version", "4")]).await.expect(303);
    assert_eq!(credited(&site, id), []);

    // a lead who says that somebody else did it looked at it; what they did themselves is for another to look at
    let others = task(me);
    lena.post(&format!("/tasks/{others}/completion"), &[("outcome", ""), ("version", "1")]).await.expect(303);
    assert_eq!(credited(&site, others), [(Some(me), 90)]);
    let own = task(lead);
    lena.post(&format!("/tasks/{own}/completion"), &[("outcome", ""), ("version", "1")]).await.expect(303);
    assert_eq!(credited(&site, own), []);
    lena.post(&format!("/tasks/{own}/agreement"), &[("version", "2")]).await.expect(403);
    nora.post(&format!("/tasks/{own}/agreement"), &[("version", "2")]).await.expect(303);
    assert_eq!(credited(&site, own), [(Some(lead), 90)]);
}
