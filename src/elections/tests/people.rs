//! People who leave, are two entries, change their name or are erased, and the photo beside a statement.

use super::*;
use crate::platform::departure::Departure;
use crate::platform::merging::Merge;

#[actix_web::test]
async fn who_leaves_is_withdrawn_by_the_rules_of_any_withdrawal() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let [ana, bea, cy] = ["Ana", "Bea", "Cy"].map(|name| member(&site, name));
    let id = called(&site, &admin, &[("seats_to_fill", "1"), ("none_stands", "1")]).await;
    for (name, one) in [("Ana", ana), ("Bea", bea), ("Cy", cy)] {
        resident(&site, name, one).await.post(&format!("/elections/{id}/candidacy"), &[]).await.expect(303);
    }
    let verbs = super::super::departing::HANGING[0].fate.verbs().expect("verbs");
    let leaves = |member: i64| Departure { member, account: None, on: site.today(), until: None };
    // While nominations last it can be taken back.
    let ended = site.act(|act| (verbs.end)(act, &leaves(ana)));
    assert_eq!(ended.len(), 1);
    assert_eq!(
        number(&site, &format!("select count(*) from candidacies where member_id = {ana} and status = 'withdrawn'")),
        1
    );
    assert!(site.act(|act| (verbs.restore)(act, &leaves(ana), &ended[0])));
    assert_eq!(number(&site, "select count(*) from candidacies where status = 'standing'"), 3);
    nominations_end(&site, id);
    let ended = site.act(|act| (verbs.end)(act, &leaves(ana)));
    assert_eq!(number(&site, "select count(*) from choices where withdrawn_at is not null"), 1);
    assert!(
        !site.act(|act| (verbs.restore)(act, &leaves(ana), &ended[0])),
        "a name that is off the paper stays off it"
    );
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn two_entries_stand_once() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let [ana, anna] = ["Ana", "Anna"].map(|name| member(&site, name));
    let id = called(&site, &admin, &[]).await;
    let stand = format!("/elections/{id}/candidacy");
    resident(&site, "Anna", anna).await.post(&stand, &[]).await.expect(303);
    let verbs = super::super::merging::VERBS;
    let merge = Merge { kept: ana, other: anna, home_ends: None };
    let was = site.act(|act| (verbs.merge)(act, &merge));
    assert_eq!(number(&site, &format!("select count(*) from candidacies where member_id = {ana}")), 1);
    assert!(site.act(|act| (verbs.undo)(act, &merge, &was)));
    assert_eq!(number(&site, &format!("select count(*) from candidacies where member_id = {anna}")), 1);
    resident(&site, "Ana", ana).await.post(&stand, &[]).await.expect(303);
    let refused = site.try_act(|act| (verbs.merge)(act, &merge));
    assert!(refused.is_err_and(|error| error.to_string().contains("merging-stands-twice")));
}

#[actix_web::test]
async fn a_photo_is_shown_by_whoever_wants_it_shown() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let [ana, bea] = ["Ana", "Bea"].map(|name| member(&site, name));
    let (a, b) = (resident(&site, "Ana", ana).await, resident(&site, "Bea", bea).await);
    let id = called(&site, &admin, &[("sealed", "1")]).await;
    let page = format!("/elections/{id}");
    a.post(&format!("{page}/candidacy"), &[]).await.expect(303);
    run(&site, &format!("insert into member_photos (member_id, jpeg, set_at) values ({ana}, '\\xffd8', now())"));
    a.get(&format!("{page}/candidates/1/photo")).await.expect(404);
    a.post(&format!("{page}/statement"), &[("statement_en", "Hello."), ("shows_photo", "1")]).await.expect(303);
    a.get(&format!("{page}/candidates/1/photo")).await.expect(200);
    b.get(&format!("{page}/candidates/1/photo")).await.expect(404);
    a.get(&format!("{page}/statement")).await.expect(200).shows("Hello.").shows("checked");
    nominations_end(&site, id);
    b.get(&format!("{page}/candidates/1/photo")).await.expect(200);
    b.get(&page).await.expect(200).shows("/candidates/1/photo").shows("Hello.");
    // A new name is the name that stands.
    run(&site, &format!("update members set given_name = 'Anouk' where id = {ana}"));
    b.get(&page).await.expect(200).shows("Anouk Roy").hides("Ana Roy</h3>");
}
