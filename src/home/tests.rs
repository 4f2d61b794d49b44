//! The home page, through HTTP.

use crate::platform::testing::Site;

#[actix_web::test]
async fn an_empty_co_op_has_a_home_page_too() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let home = admin.get("/").await.expect(200).shows("Joan");
    assert!(home.queries <= 6, "{} queries", home.queries);
    admin.get("/?lang=fr").await.expect(200).shows("Bonjour");
    admin.get("/menu").await.expect(200).shows("/audit");
    site.as_observer().await.get("/").await.expect(200).hides("/inbox");
}

#[actix_web::test]
async fn a_phone_can_keep_the_site_on_its_first_screen() {
    let site = Site::new().await;
    site.anonymous().get("/manifest.webmanifest").await.expect(200).shows("Tamarack Co-op").shows("icon-512-");
}
