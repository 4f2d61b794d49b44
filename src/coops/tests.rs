//! Setting a co-op up, and its settings, through HTTP.

use super::pages::set_up_token;
use crate::platform::testing::Site;

const FIELDS: &[(&str, &str)] = &[
    ("name_en", "Tamarack Co-op"),
    ("name_fr", "Coop Tamarack"),
    ("default_language", "fr"),
    ("preset", "QC"),
    ("admin_name", "Joan Rioux"),
    ("admin_email", "Joan@Example.org"),
    ("contact_phone", "819 555-0142"),
    ("new_password", "quatre chevaux verts"),
];

fn with<'a>(extra: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FIELDS.iter().copied().filter(|(name, _)| !extra.iter().any(|(other, _)| other == name));
    kept.chain(extra.iter().copied()).collect()
}

#[actix_web::test]
async fn an_empty_server_leads_to_the_set_up_and_only_its_code_opens_it() {
    let site = Site::empty().await;
    let visitor = site.anonymous();
    assert_eq!(visitor.get("/").await.expect(303).location(), "/setup");
    let page = visitor.get("/setup").await.expect(200);
    let token = page.form_token();
    let wrong = with(&[("token", "guess"), ("form_token", &token)]);
    visitor.post_raw("/setup", &wrong).await.expect(422).shows("Tamarack Co-op").shows("f-token");
    let code = set_up_token(&site.state.keys);
    let right = with(&[("token", &code), ("form_token", &token)]);
    visitor.post_raw("/setup", &right).await.expect(303);
    visitor.get("/setup").await.expect(404);
    let token = visitor.get("/sign-in").await.form_token();
    let sign_in = [("email", "joan@example.org"), ("password", "quatre chevaux verts"), ("form_token", token.as_str())];
    visitor.post_raw("/sign-in", &sign_in).await.expect(303);
}

#[actix_web::test]
async fn what_is_missing_is_said_beside_its_field_and_nothing_is_stored() {
    let site = Site::empty().await;
    let visitor = site.anonymous();
    let token = visitor.get("/setup").await.form_token();
    let code = set_up_token(&site.state.keys);
    let reply = visitor
        .post_raw(
            "/setup",
            &with(&[
                ("token", &code),
                ("form_token", &token),
                ("name_en", ""),
                ("name_fr", " "),
                ("new_password", "1234567890"),
            ]),
        )
        .await
        .expect(422);
    reply.shows("e-name_en").shows("e-new_password").hides("e-name_fr");
    assert_eq!(visitor.get("/").await.expect(303).location(), "/setup");
}

#[actix_web::test]
async fn an_admin_changes_names_and_rules() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    admin.get("/settings").await.expect(200).shows("Tamarack Co-op");
    let fields = [
        ("name_en", "Larch Co-op"),
        ("name_fr", "Coop Mélèze"),
        ("default_language", "en"),
        ("time_zone", "America/Halifax"),
        ("contact_phone", "902 555-0100"),
    ];
    admin.post("/settings", &fields).await.expect(303);
    admin.get("/settings").await.expect(200).shows("Larch Co-op").shows("902 555-0100");
    admin
        .post("/settings", &[("name_en", "x"), ("name_fr", ""), ("time_zone", "Mars/Olympus")])
        .await
        .expect(422)
        .shows("e-time_zone");
}

#[actix_web::test]
async fn rules_are_changed_topic_by_topic_and_say_who_set_them() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let page = admin.get("/settings/rules").await.expect(200).shows("30% of the electoral roll").hides("Set by");
    assert!(page.queries <= 6);
    let open = admin.get("/settings/rules/votes").await.expect(200).shows("value=\"30\"").hides("f-board_seats");
    let seen = open.field("seen");
    let votes = |quorum, seen| {
        [
            ("quorum_percent", quorum),
            ("quorum_of", "votes"),
            ("quorum_second_percent", "0"),
            ("majority_ordinary_num", "1"),
            ("majority_ordinary_den", "2"),
            ("majority_special_num", "2"),
            ("majority_special_den", "3"),
            ("vote_of", "member"),
            ("proxies_max", "0"),
            ("seen", seen),
        ]
    };
    admin.post("/settings/rules/votes", &votes("130", &seen)).await.expect(422).shows("e-quorum_percent");
    admin.post("/settings/rules/votes", &votes("40", &seen)).await.expect(303);
    let page = admin.get("/settings/rules").await.expect(200).shows("40% of the electoral roll");
    page.shows("Set by Joan Rioux");
    // A form from before that change says so, keeps what was typed, and can be sent again.
    let late = admin.post("/settings/rules/votes", &votes("45", &seen)).await.expect(409).shows("value=\"45\"");
    admin.post("/settings/rules/votes", &votes("45", &late.field("seen"))).await.expect(303);
    admin.get("/settings/rules").await.expect(200).shows("45% of the electoral roll");
    // Another topic leaves this one alone; what is usual elsewhere replaces all of it when asked for.
    let board = admin.get("/settings/rules/board").await.expect(200);
    let seats = [
        ("board_size_min", "3"),
        ("board_size_max", "9"),
        ("board_seats", "12"),
        ("board_term_months", "24"),
        ("appeal_days", "30"),
    ];
    let seen = board.field("seen");
    let with_seen: Vec<_> = seats.into_iter().chain([("seen", seen.as_str())]).collect();
    admin.post("/settings/rules/board", &with_seen).await.expect(422).shows("e-board_seats");
    let law = admin.get("/settings/rules/law").await.expect(200).field("seen");
    admin.post("/settings/rules/law", &[("preset", "QC"), ("seen", &law)]).await.expect(303);
    admin.get("/settings/rules").await.expect(200).shows("45% of the electoral roll");
    let law = admin.get("/settings/rules/law").await.expect(200).field("seen");
    admin.post("/settings/rules/law", &[("preset", "QC"), ("preset_fills", "1"), ("seen", &law)]).await.expect(303);
    admin.get("/settings/rules").await.expect(200).shows("Any number of votes is enough");
    admin.get("/settings/rules/no-topic").await.expect(404);
}

#[actix_web::test]
async fn the_same_form_sent_twice_is_done_once() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let token = admin.get("/settings").await.form_token();
    let fields = [
        ("name_en", "Larch Co-op"),
        ("name_fr", "Coop Mélèze"),
        ("default_language", "en"),
        ("time_zone", "America/Toronto"),
        ("form_token", token.as_str()),
    ];
    admin.post_raw("/settings", &fields).await.expect(303);
    admin.post_raw("/settings", &fields).await.expect(303);
    let changes = site.read(|conn| {
        use diesel::prelude::*;
        let events = crate::schema::events::table.filter(crate::schema::events::kind.eq("coop.changed"));
        Ok(events.count().get_result::<i64>(conn)?)
    });
    assert_eq!(changes, 1);
}
