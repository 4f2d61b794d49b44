//! Member shares, through HTTP.

use super::{add, resident};
use crate::platform::testing::Site;
use crate::policy::Role;

fn entry<'a>(kind: &'a str, quantity: &'a str, on: &'a str, other: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("share_kind", kind),
        ("share_quantity", quantity),
        ("share_on", on),
        ("share_certificate", "P-17"),
        ("share_other", other),
    ]
}

#[actix_web::test]
async fn shares_are_paid_transferred_and_refunded_and_never_fewer_than_none() {
    let site = Site::new().await;
    let (ada, odette) = (add(&site, "Ada", "Ng"), add(&site, "Odette", "Roy"));
    let (admin, own) = (site.as_admin().await, resident(&site, odette).await);
    let neighbour = site.signed_in(Role::Resident, "Ian Bell", None).await;
    let path = format!("/members/{ada}/shares");
    let other = odette.to_string();
    admin.post(&path, &entry("paid", "10", "2190-02-01", "")).await.expect(422).shows("e-share_on");
    admin.post(&path, &entry("paid", "10", "2020-02-01", "")).await.expect(303);
    let twice = format!("/members/{odette}/shares");
    admin.post(&twice, &entry("paid", "1", "2020-02-02", "")).await.expect(422).shows("e-share_certificate");
    admin.post(&path, &entry("refunded", "11", "2021-02-01", "")).await.expect(422).shows("2021-02-01");
    admin.post(&path, &entry("refunded", "1", "2019-02-01", "")).await.expect(422).shows("2019-02-01");
    admin.post(&path, &entry("transferred", "4", "2021-03-01", "")).await.expect(422).shows("e-share_other");
    admin.post(&path, &entry("transferred", "4", "2021-03-01", &other)).await.expect(303);
    admin.post(&path, &entry("received", "4", "2021-03-01", &other)).await.expect(422);
    admin.post(&path, &entry("refunded", "6", "2022-03-01", "")).await.expect(303);
    let page = admin.get(&path).await.expect(200).shows("No shares").shows("Odette Roy").shows("P-17");
    assert!(page.queries <= 6, "{} queries", page.queries);
    own.get(&format!("/members/{odette}/shares")).await.expect(200).shows("4 shares.").hides("share_kind");
    own.get(&format!("/members/{odette}/shares.csv")).await.expect(200).shows("Received").shows("Ada Ng");
    admin.get("/shares.csv").await.expect(200).shows("Refunded").shows("Odette Roy");
    for visitor in [&neighbour, &own] {
        visitor.get(&path).await.expect(404);
        visitor.get(&format!("{path}.csv")).await.expect(404);
        visitor.get("/shares.csv").await.expect(403);
        visitor.post(&path, &entry("paid", "1", "2023-01-01", "")).await.expect(403);
    }
    site.as_observer().await.get(&path).await.expect(404);
}
