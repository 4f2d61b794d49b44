//! Keeping order, telling people, and what becomes of what somebody said who leaves, is erased or was entered twice.

use super::{answer, events, member, open_vote, resident, rows, say};
use crate::members::{self, Status};
use crate::platform::merging::Side;
use crate::platform::testing::Site;
use crate::policy::Role;
use crate::privacy::erasure;

#[actix_web::test]
async fn who_moderates_hides_a_comment_with_a_reason_and_shows_it_again() {
    let site = Site::new().await;
    let ((ana, _), (bea, _)) = (resident(&site, "Ana").await, resident(&site, "Bea").await);
    let admin = site.as_admin().await;
    let (_, address) = open_vote(&site);
    let id = say(&ana, &address, "Quetzal is a thief").await;
    let hiding = format!("/comments/{id}/hiding");
    bea.get(&hiding).await.expect(403);
    bea.post(&hiding, &[("hidden_why", "x")]).await.expect(403);
    admin.get(&hiding).await.expect(200).shows("Quetzal is a thief");
    admin.post(&hiding, &[("hidden_why", "")]).await.expect(422).shows("#f-hidden_why");
    site.do_jobs();
    admin.post(&hiding, &[("hidden_why", "It names a neighbour")]).await.expect(303);
    admin.post(&hiding, &[("hidden_why", "Again")]).await.expect(409);
    bea.get(&address).await.expect(200).shows("This comment is hidden").hides("Quetzal").hides("It names a neighbour");
    bea.get(&format!("/comments/{id}/versions")).await.expect(404);
    bea.post(&format!("/comments/{id}/replies"), &[("comment", "x")]).await.expect(409);
    for who in [&ana, &admin] {
        who.get(&address).await.shows("Quetzal is a thief").shows("Reason: It names a neighbour");
    }
    ana.post(&format!("/comments/{id}"), &[("comment", "Better"), ("version", "2")]).await.expect(409);
    let mails = site.do_jobs();
    assert!(mails.len() == 1 && mails[0].contains("It was hidden") && !mails[0].contains("Quetzal"), "{mails:?}");
    admin.get("/audit").await.expect(200).shows("hid a comment on").shows("It names a neighbour").hides("Quetzal");
    admin.post(&format!("/comments/{id}/showing"), &[]).await.expect(303);
    bea.get(&address).await.shows("Quetzal is a thief").hides("is hidden");
    ana.post(&format!("/comments/{id}"), &[("comment", "Better"), ("version", "3")]).await.expect(303);
    assert_eq!(events(&site), ["comment.written", "comment.hidden", "comment.shown", "comment.edited"]);
}

#[actix_web::test]
async fn a_discussion_is_closed_and_opened_again() {
    let site = Site::new().await;
    let ((ana, _), admin) = (resident(&site, "Ana").await, site.as_admin().await);
    let (_, address) = open_vote(&site);
    let id = say(&ana, &address, "One").await;
    ana.post(&format!("{address}/comments/closing"), &[]).await.expect(403);
    admin.post(&format!("{address}/comments/closing"), &[]).await.expect(303);
    admin.post(&format!("{address}/comments/closing"), &[("twice", "1")]).await.expect(303);
    ana.get(&address).await.expect(200).shows("The discussion was closed").shows("One").hides("Send comment");
    let typed = [("comment", "Two words"), ("version", "1")];
    for path in [format!("{address}/comments"), format!("/comments/{id}/replies"), format!("/comments/{id}")] {
        ana.post(&path, &typed).await.expect(422).shows("Two words").shows("was closed meanwhile");
    }
    admin.post(&format!("{address}/comments/reopening"), &[]).await.expect(303);
    say(&ana, &address, "Two words").await;
    let all = ["comment.written", "poll.discussion_closed", "poll.discussion_reopened", "comment.written"];
    assert_eq!(events(&site), all);
}

#[actix_web::test]
async fn who_is_mentioned_is_told_once_and_who_is_answered_too() {
    let site = Site::new().await;
    let ((ana, _), (bea, _)) = (resident(&site, "Ana").await, resident(&site, "Béa").await);
    member(&site, "Zoé", "Côté");
    member(&site, "Zoé", "Silva");
    let (_, address) = open_vote(&site);
    site.do_jobs();
    let unclear = ana.post(&format!("{address}/comments"), &[("comment", "@zoe knows")]).await.expect(422);
    unclear.shows("@zoe knows").shows("Zoé Côté, Zoé Silva");
    let id = say(&ana, &address, "Ask @bea, or me (@Ana), or write to x@bea.ca").await;
    bea.get(&address).await.shows("Ask @Béa Roy, or me (@Ana Roy), or write to x@bea.ca");
    let mails = site.do_jobs();
    assert!(mails.len() == 1 && mails[0].contains("Ana Roy mentions you in a comment"), "{mails:?}");
    assert!(mails[0].contains(&format!("/comments/{id}")) && !mails[0].contains("or write to"), "{mails:?}");
    bea.get("/inbox").await.shows("Somebody mentions you").shows("Replace the roof");
    ana.post(&format!("/comments/{id}"), &[("comment", "Ask @Béa Roy again"), ("version", "1")]).await.expect(303);
    assert_eq!(site.do_jobs(), [""; 0], "a mention is told once");
    let reply = answer(&bea, id, "Yes").await;
    let mails = site.do_jobs();
    assert!(mails.len() == 1 && mails[0].contains("replied to your comment"), "{mails:?}");
    assert!(mails[0].contains(&format!("/comments/{reply}")));
    answer(&bea, id, "You see, @ana").await;
    let mails = site.do_jobs();
    assert!(mails.len() == 1 && mails[0].contains("mentions you"), "one notice, not two: {mails:?}");
    ana.get(&format!("/comments/{reply}")).await.expect(303);
}

#[actix_web::test]
async fn erasing_takes_words_and_name_and_leaves_the_answers() {
    let site = Site::new().await;
    let (ana, _) = resident(&site, "Ana").await;
    let gone = member(&site, "Zéphirine", "Quetzal");
    let own = site.signed_in(Role::Resident, "Zéphirine Quetzal", Some(gone)).await;
    let (_, address) = open_vote(&site);
    let id = say(&own, &address, "My kitchen floods").await;
    own.post(&format!("/comments/{id}"), &[("comment", "My kitchen floods often"), ("version", "1")]).await.expect(303);
    own.get(&format!("/members/{gone}/everything"))
        .await
        .expect(200)
        .shows("My kitchen floods often")
        .shows("What you said");
    answer(&ana, id, "Poor @Zéphirine").await;
    let today = site.today();
    site.act(|act| members::set_status(act, gone, Status::Former, today, ""));
    site.act(|act| erasure::erase(act, gone, true));
    let page = ana.get(&address).await.expect(200).shows(&format!("Poor @№ {gone}")).shows("took this comment back");
    page.hides("kitchen").hides("Zéphirine").hides("Quetzal");
    let left =
        "select t.text from (select text from comments union all select text from comment_versions) t where text <> ''";
    assert_eq!(rows(&site, left), [format!("Poor @№ {gone}")]);
}

#[actix_web::test]
async fn what_was_said_under_two_entries_is_one_persons() {
    let site = Site::new().await;
    let (ana, kept) = resident(&site, "Ana").await;
    let other = member(&site, "Anna", "Roy");
    let second = site.signed_in(Role::Resident, "Anna Roy", Some(other)).await;
    let (_, address) = open_vote(&site);
    let id = say(&second, &address, "Under the other entry").await;
    ana.get(&format!("/comments/{id}/edit")).await.expect(403);
    let version = |id| site.read(|conn| Ok(members::whole(conn, id)?.1));
    let wanted = members::merging::Wanted {
        kept,
        other,
        versions: (version(kept), version(other)),
        from_other: Vec::new(),
        account: Side::Kept,
        statuses: Side::Kept,
        home_ends: None,
    };
    site.act(|act| members::merging::merge(act, &wanted));
    ana.get(&format!("/comments/{id}/edit")).await.expect(200).shows("Under the other entry");
    ana.get(&address).await.shows("<b>Ana Roy</b>").hides("Anna Roy");
}
