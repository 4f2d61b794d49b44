//! Who set a vote up is told what others say of it; and what is said is found by whoever may read it.

use super::*;
use crate::platform::clock;

/// A vote that this visitor sets up and announces, and its address.
async fn set_up(who: &Visitor<'_>) -> String {
    let local = |at: chrono::DateTime<chrono::Utc>| {
        at.with_timezone(&chrono_tz::America::Toronto).format("%Y-%m-%dT%H:%M").to_string()
    };
    let (opens, closes) = (local(clock::now() + TimeDelta::days(1)), local(clock::now() + TimeDelta::days(2)));
    let fields = [
        ("title_en", "Replace the roof"),
        ("details_en", "It leaks."),
        ("method", "proposal"),
        ("binding", "yes"),
        ("shows", "live"),
        ("opens_at", opens.as_str()),
        ("closes_at", closes.as_str()),
    ];
    let made = who.post("/polls", &fields).await.expect(303).location().replace("/setup", "");
    who.post(&format!("{made}/announcement"), &[]).await.expect(303);
    made
}

/// The kinds of what an account was told.
fn told(site: &Site, who: &Visitor<'_>) -> Vec<String> {
    let account = who.account.expect("an account");
    rows(site, &format!("select kind as text from notices where account_id = {account} order by kind"))
}

#[actix_web::test]
async fn who_set_a_vote_up_is_told_of_comments_once_and_never_of_their_own() {
    let site = Site::new().await;
    let (ana, _) = resident(&site, "Ana").await;
    let author = member(&site, "Zoe", "Quetzal");
    let zoe = site.signed_in(Role::Admin, "Zoe Quetzal", Some(author)).await;
    let address = set_up(&zoe).await;
    say(&zoe, &address, "Please read the quote").await;
    let own = say(&zoe, &address, "And the drawings").await;
    site.do_jobs();
    assert_eq!(told(&site, &zoe), [""; 0]);
    say(&ana, &address, "It is dear").await;
    let mails = site.do_jobs();
    assert_eq!(told(&site, &zoe), ["comment_written"]);
    assert_eq!(mails.len(), 1, "{mails:?}");
    assert!(mails[0].contains("A comment: Replace the roof") && !mails[0].contains("dear"), "{mails:?}");
    zoe.get("/inbox").await.expect(200).shows("Ana Roy commented on something you added");
    zoe.get("/inbox?lang=fr").await.expect(200).shows("Ana Roy a commenté quelque chose que vous avez ajouté");
    // Who is answered or mentioned is told that, and not both.
    answer(&ana, own, "Which drawings?").await;
    say(&ana, &address, "@Zoe Quetzal, when?").await;
    site.do_jobs();
    assert_eq!(told(&site, &zoe), ["comment_answered", "comment_mentioned", "comment_written"]);
    assert_eq!(told(&site, &ana), [""; 0]);
    // It can be chosen.
    zoe.get("/preferences?lang=en").await.expect(200).shows("Comments on what you added");
    let only = [("inbox", "comment_mentioned")];
    zoe.post("/preferences", &only).await.expect(303);
    say(&ana, &address, "Anybody?").await;
    assert_eq!(site.do_jobs(), [""; 0]);
    assert_eq!(told(&site, &zoe).len(), 3);
}

#[actix_web::test]
async fn an_author_who_is_no_member_is_told_and_one_without_access_is_not() {
    let site = Site::new().await;
    let (ana, _) = resident(&site, "Ana").await;
    let admin = site.as_admin().await;
    let address = set_up(&admin).await;
    say(&ana, &address, "It is dear").await;
    site.do_jobs();
    assert_eq!(told(&site, &admin), ["comment_written"]);
    let account = admin.account.expect("an account");
    site.read(|conn| {
        Ok(diesel::sql_query(format!("update accounts set disabled_at = now(), address = null where id = {account}"))
            .execute(conn)?)
    });
    say(&ana, &address, "Anybody there?").await;
    assert_eq!(site.do_jobs(), [""; 0]);
    assert_eq!(told(&site, &admin).len(), 1);
    // Nobody set this one up.
    let (_, plain) = open_vote(&site);
    say(&ana, &plain, "And here").await;
    site.do_jobs();
    assert_eq!(told(&site, &admin).len(), 1);
}

#[actix_web::test]
async fn what_is_said_is_found_as_far_as_one_may_read_it() {
    let site = Site::new().await;
    let ((ana, _), (bea, _)) = (resident(&site, "Ana").await, resident(&site, "Bea").await);
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let (_, address) = open_vote(&site);
    let id = say(&ana, &address, "The éclair\nin the stairwell").await;
    let (gone, hidden) = (say(&ana, &address, "Quetzal one").await, say(&ana, &address, "Quetzal two").await);
    for reader in [&ana, &bea, &admin, &observer] {
        let page = reader.get("/search?q=ECLAIR%20stair").await.expect(200);
        assert!(page.queries <= 6, "{} queries", page.queries);
        page.shows(&format!("href=\"/comments/{id}\"")).shows("The éclair in the stairwell").shows("Comments on votes");
    }
    bea.get("/search?q=eclair&lang=fr").await.expect(200).shows("Commentaires sur les votes").shows("Refaire le toit");
    bea.get("/search?q=quetzal&lang=en").await.expect(200).shows("Quetzal one").shows("Quetzal two");
    ana.post(&format!("/comments/{gone}/removal"), &[]).await.expect(303);
    admin.post(&format!("/comments/{hidden}/hiding"), &[("hidden_why", "Rude")]).await.expect(303);
    for reader in [&ana, &bea, &admin] {
        reader.get("/search?q=quetzal").await.expect(200).hides("Quetzal one").hides("Quetzal two");
    }
    site.anonymous().get("/search?q=eclair").await.expect(303);
}
