//! Items that members ask for.

use super::{agenda, in_days, planned, resident};
use crate::platform::testing::Site;

#[actix_web::test]
async fn a_member_asks_gets_a_receipt_and_one_answer_and_the_notice_waits_for_it() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let (zoe, _) = resident(&site, "Zoe").await;
    let (odette, _) = resident(&site, "Odette").await;
    let path = planned(&admin, "annual", &in_days(&site, 30)).await;
    let asked = format!("{path}/asked");
    let page = zoe.get(&asked).await.expect(200).shows("You can ask for an item until").shows("Nobody has asked");
    assert!(page.queries <= 6, "{} queries", page.queries);
    zoe.post(&asked, &[("asked_title", "")]).await.expect(422).shows("e-asked_title");
    zoe.post(&asked, &[("asked_title", "Cats"), ("asked_details", "Two **cats** a home")]).await.expect(303);
    zoe.post(&asked, &[("asked_title", "Dogs")]).await.expect(303);
    zoe.get(&asked)
        .await
        .expect(200)
        .shows("Asked for by Zoe Roy")
        .shows("<strong>cats</strong>")
        .shows("No answer yet");
    let number = |title: &str| -> i64 {
        site.read(|conn| {
            use crate::schema::asked_items as q;
            use diesel::prelude::*;
            Ok(q::table.filter(q::title.eq(title)).select(q::id).first(conn)?)
        })
    };
    let (cats, dogs) = (number("Cats"), number("Dogs"));
    // others can like it too, the one who asked cannot, and what most like stands first
    zoe.post(&format!("{asked}/{dogs}/backing"), &[("backs", "yes")]).await.expect(403);
    odette.post(&format!("{asked}/{dogs}/backing"), &[("backs", "yes")]).await.expect(303);
    odette.post(&format!("{asked}/{dogs}/backing"), &[("backs", "yes")]).await.expect(303);
    let page = odette.get(&asked).await.expect(200).shows("One more would like it.");
    assert!(page.body.find("Dogs") < page.body.find("Cats"), "what more people like stands first");
    odette.post(&format!("{asked}/{cats}/withdrawal"), &[]).await.expect(403);

    // the notice waits
    admin.get("/").await.expect(200).shows("2 items that members asked for wait for an answer.");
    admin
        .post(&format!("{path}/items"), &[("item_title_en", "Budget"), ("item_purpose", "decision")])
        .await
        .expect(303);
    admin.get(&format!("{path}/notice")).await.expect(200).shows("2 items that members asked for have no answer yet");
    admin.post(&format!("{path}/notice"), &[("version", "1")]).await.expect(409).shows("waits for an answer");
    zoe.get(&format!("{asked}/{cats}/answer")).await.expect(403);
    let answer = format!("{asked}/{cats}/answer");
    admin.get(&answer).await.expect(200).shows("value=\"Cats\"");
    admin.post(&answer, &[("item_answer", "refused")]).await.expect(422).shows("e-asked_why");
    admin
        .post(&answer, &[("item_answer", "taken"), ("item_purpose", "decision")])
        .await
        .expect(422)
        .shows("e-item_title");
    let take =
        [("item_answer", "taken"), ("item_title_en", "Cats"), ("item_title_fr", "Chats"), ("item_purpose", "decision")];
    admin.post(&answer, &take).await.expect(303);
    admin.post(&answer, &take).await.expect(409);
    assert_eq!(agenda(&site, &path).len(), 2);
    admin
        .post(&format!("{asked}/{dogs}/answer"), &[("item_answer", "refused"), ("asked_why", "By-law 4 says it.")])
        .await
        .expect(303);
    zoe.get(&asked).await.expect(200).shows("On the agenda as item 2").shows("By-law 4 says it.");
    zoe.post(&format!("{asked}/{dogs}/withdrawal"), &[]).await.expect(409);
    site.do_jobs();
    zoe.get("/inbox").await.expect(200).shows("The item that you asked for has an answer.");
    admin.get(&format!("{path}/notice")).await.expect(200).shows("Send it to 2 people");

    // after the last day nobody asks, and boards take none
    let near = planned(&admin, "annual", &in_days(&site, 14)).await;
    zoe.post(&format!("{near}/asked"), &[("asked_title", "Late")]).await.expect(409);
    zoe.get(&format!("{near}/asked")).await.expect(200).shows("too late").hides("f-asked_title");
    let board = planned(&admin, "board", &in_days(&site, 40)).await;
    zoe.get(&format!("{board}/asked")).await.expect(404);
    site.as_observer().await.get(&asked).await.expect(200).hides("f-asked_title");
}
