//! What becomes of requests when somebody leaves, a committee closes, two entries become one, or a person is erased.

use super::*;
use crate::repairs::{departing, steps};

#[actix_web::test]
async fn whoever_dealt_with_it_and_left_frees_it_and_has_it_again_when_they_stay() {
    let site = Site::new().await;
    let house = house(&site).await;
    let path = house.ask("soon").await;
    let day = house.day(2);
    house.step(&house.lena, &path, "visit", &[("visit_on", &day)]).await.expect(303);
    let freed = site.act(|act| steps::free(act, house.members.lena));
    assert_eq!(freed, [id(&path)]);
    assert_eq!(house.status(&path), Status::Sent);
    house.odette.get(&path).await.expect(200).shows("Nobody yet").hides("Visit planned").shows("left the co-op");
    assert!(site.act(|act| steps::give_back(act, id(&path), house.members.lena)));
    assert_eq!(house.status(&path), Status::Seen);
    site.act(|act| steps::free(act, house.members.lena));
    house.step(&house.admin, &path, "handing-over", &[("dealer", &house.members.nora.to_string())]).await.expect(303);
    assert!(!site.act(|act| steps::give_back(act, id(&path), house.members.lena)));
}

#[actix_web::test]
async fn a_committee_that_closes_deals_with_repairs_no_longer_and_again_when_it_opens() {
    let site = Site::new().await;
    let house = house(&site).await;
    let closing = departing::CLOSING;
    let was = site.act(|act| (closing.end)(act, house.committee));
    assert_eq!((was.len(), site.read(store::committee)), (1, None));
    assert!(site.act(|act| (closing.restore)(act, house.committee, &was[0])));
    assert_eq!(site.read(store::committee), Some(house.committee));
}

#[actix_web::test]
async fn everything_about_somebody_has_what_they_asked_for() {
    let site = Site::new().await;
    let house = house(&site).await;
    house.ask("soon").await;
    let own = format!("/members/{}/everything", house.members.odette);
    house.odette.get(&own).await.expect(200).shows("Tap Marmalade drips").shows("Zanzibar").hides("Quetzal");
    let other = format!("/members/{}/everything", house.members.zoe);
    house.zoe.get(&other).await.expect(200).hides("Marmalade");
}
