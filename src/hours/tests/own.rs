//! One's own page: thanks, what is left, what is saved up; gifts; who is exempt; and that a member's page reads few rows of many.

use super::{ago, credit, duty, home, member, month, number, post, resident, run, work};
use crate::hours::Doer;
use crate::platform::testing::Site;

#[actix_web::test]
async fn it_thanks_first_and_says_what_is_left_and_what_is_saved_up() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    let unit = home(&site, "101", &[ada, ben]);
    let own = resident(&site, "Ada Roy", ada).await;
    own.get("/hours")
        .await
        .expect(200)
        .shows("Nothing has been recorded since")
        .shows("The co-op keeps hours and asks for none.");
    duty(&site, &month(&site, 1), 1, "home");
    credit(&site, &work(1, "Paint", &month(&site, 1), 540), &[Doer::Member(ben)]);
    let page = own
        .get("/hours")
        .await
        .expect(200)
        .shows("Hours of home 101")
        .shows("Everything that is asked is done, and 1\u{a0}h more.");
    let page =
        page.shows("5\u{a0}h of it were saved up before.").shows("Kept for the next period").shows("Give hours away");
    assert!(page.queries <= 6, "{} queries", page.queries);
    let before = own.get(&format!("/hours?from={}", month(&site, 1))).await.expect(200);
    before.shows("Thank you for 9\u{a0}h since").shows("Ben Roy").shows("Paint");
    let fr = own.get("/hours?lang=fr").await.expect(200);
    fr.shows("Heures, logement 101").shows("Tout ce qui est demandé est fait, et 1\u{a0}h de plus.");
    let file = own.get("/hours.csv").await.expect(200);
    assert!(file.body.contains("Paint") && file.body.contains("\"540\""), "{}", file.body);
    own.get("/hours.xlsx").await.expect(200);
    own.get("/hours/all.csv").await.expect(403);
    own.get(&format!("/hours/homes/{unit}")).await.expect(403);
    let admin = site.as_admin().await;
    admin.get(&format!("/hours/homes/{unit}")).await.expect(200).shows("Hours of home 101");
    admin.get(&format!("/hours/members/{ada}")).await.expect(200).shows("Hours of home 101");
    for whose in [format!("homes/{unit}"), format!("members/{ada}")] {
        let page = admin.get(&format!("/hours/{whose}")).await.expect(200);
        page.shows(&format!("/hours/{whose}/lines.csv"));
        let file = admin.get(&format!("/hours/{whose}/lines.csv")).await.expect(200);
        assert!(file.body.contains("Paint"), "{}", file.body);
    }
    assert!(admin.get("/hours/all.csv").await.expect(200).body.contains("Ben Roy"));
    assert_eq!(number(&site, "select count(*) from events where kind = 'hours.exported'"), 1);
}

#[actix_web::test]
async fn who_is_exempt_owes_nothing_and_is_thanked_and_nobody_else_learns_it() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    home(&site, "101", &[ada]);
    home(&site, "102", &[ben]);
    duty(&site, &month(&site, 2), 3, "home");
    let (own, other, admin) =
        (resident(&site, "Ada Roy", ada).await, resident(&site, "Ben Roy", ben).await, site.as_admin().await);
    let form = |whom: String, until: String| {
        vec![
            ("exempt_whom", whom),
            ("exempt_why", "health".to_owned()),
            ("exempt_from", month(&site, 2)),
            ("exempt_until", until),
            ("exempt_percent", "100".to_owned()),
            ("exempt_reason", "After the operation".to_owned()),
        ]
    };
    let send = async |fields: Vec<(&'static str, String)>, status: u16| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        post(&admin, "/hours/exemptions", &fields, status).await
    };
    send(form(String::new(), String::new()), 422).await.shows("Please fill in this field.");
    send(form(format!("member-{ada}"), "2001-01-01".to_owned()), 422)
        .await
        .shows("Enter the first day or a later one.");
    send(form("member-99999999".to_owned(), String::new()), 422).await;
    send(form(format!("member-{ada}"), String::new()), 303).await;
    own.get("/hours")
        .await
        .expect(200)
        .shows("You are not asked for hours.")
        .shows("Health: nothing is asked")
        .shows("After the operation");
    credit(&site, &work(1, "Read aloud", &ago(&site, 0), 60), &[Doer::Member(ada)]);
    own.get("/hours")
        .await
        .expect(200)
        .shows("You are not asked for hours. Thank you for 1\u{a0}h since")
        .hides("left to do");
    other.get("/hours").await.expect(200).hides("operation").hides("Health").shows("are left to do until");
    other.get("/hours/exemptions").await.expect(403);
    admin.get("/hours/exemptions").await.expect(200).shows("After the operation");
    for visitor in [&admin, &site.as_observer().await] {
        let log = visitor.get("/audit").await.expect(200);
        log.shows("let somebody off hours").hides("operation").hides("Health");
    }
    let named = "select count(*) from events where kind like 'exemption.%' and (subject_name ~ '[A-Za-z]' or detail::text ~ 'Ada|health|operation')";
    assert_eq!(number(&site, named), 0, "no event says who, or why");
    let id = number(&site, "select id from exemptions");
    admin.get(&format!("/hours/exemptions/{id}/edit")).await.expect(200).shows("Ada Roy");
    let half = [("version", "1"), ("exempt_why", "board"), ("exempt_from", "2020-01-01"), ("exempt_percent", "50")];
    post(&admin, &format!("/hours/exemptions/{id}"), &half, 303).await;
    own.get("/hours").await.expect(200).shows("50% less is asked").shows("5\u{a0}h are left to do until");
    post(&admin, &format!("/hours/exemptions/{id}/removal"), &[], 303).await;
    own.get("/hours").await.expect(200).hides("less is asked");
}

#[actix_web::test]
async fn what_is_over_can_be_given_away_and_no_more() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    let (first, second) = (home(&site, "101", &[ada]), home(&site, "102", &[ben]));
    let (own, other) = (resident(&site, "Ada Roy", ada).await, resident(&site, "Ben Roy", ben).await);
    own.get("/hours/gifts/new").await.expect(404);
    duty(&site, &month(&site, 0), 1, "home");
    credit(&site, &work(1, "Paint", &ago(&site, 0), 360), &[Doer::Member(ada)]);
    own.get("/hours/gifts/new")
        .await
        .expect(200)
        .shows("You have 2\u{a0}h more than is asked.")
        .shows(">102<")
        .hides(">101<");
    let give = async |to: i64, hours: &str, status: u16| {
        let to = to.to_string();
        post(&own, "/hours/gifts", &[("gift_whom", to.as_str()), ("gift_hours", hours)], status).await
    };
    give(first, "1", 422).await.shows("Choose somebody else.");
    give(second, "2h01", 422).await.shows("You can give at most 2\u{a0}h.");
    give(second, "0", 422).await;
    give(999_999_999, "1", 422).await;
    assert_eq!(number(&site, "select count(*) from hour_lines"), 1);
    give(second, "1h30", 303).await;
    give(second, "1", 422).await.shows("You can give at most 30\u{a0}min.");
    other.get("/hours").await.expect(200).shows("Received from 101").shows("2\u{a0}h\u{a0}30 are left to do until");
    own.get("/hours").await.expect(200).shows("Given to 102");
    site.pump();
    other.get("/inbox").await.expect(200).shows("Hours were given to you: 101.");
    assert_eq!(number(&site, "select sum(minutes) from hour_lines where kind = 'gift'"), 0);
    assert_eq!(site.discrepancies(), [""; 0]);
}

/// Asked of the server's own counters, which know nothing of time: rows of the ledger that a page made it read.
#[actix_web::test]
async fn a_page_reads_the_rows_of_its_home_and_not_the_whole_ledger() {
    let site = Site::new().await;
    let ada = member(&site, "Ada");
    let unit = home(&site, "101", &[ada]);
    duty(&site, &month(&site, 12), 12, "home");
    run(&site, "insert into units (label) select 'X' || n from generate_series(1, 100) n");
    run(
        &site,
        "insert into hour_lines (worked_on, minutes, kind, unit_id, title, recorded_at) \
         select current_date - (n % 300), 60, 'task', u.id, 'x', now() from generate_series(1, 200) n, units u",
    );
    run(&site, "analyze hour_lines");
    let read = "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'hour_lines'";
    let own = resident(&site, "Ada Roy", ada).await;
    let before = number(&site, read);
    own.get("/hours").await.expect(200).shows("Thank you for");
    let rows = number(&site, read) - before;
    assert_eq!(number(&site, "select count(*) from hour_lines"), 20_200);
    let own = number(&site, &format!("select count(*) from hour_lines where unit_id = {unit}"));
    assert!((own..=own * 5).contains(&rows), "{rows} rows were read, of {own} of the home");
}
