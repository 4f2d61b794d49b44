//! What is asked, who is short, and the one kind reminder.

use chrono::{Days, Months};

use super::{credit, duty, home, led_by, member, month, number, post, resident, run, work};
use crate::hours::{self, Doer};
use crate::platform::testing::Site;

fn form<'a>(from: &'a str, hours: &'a str, months: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("duty_from", from),
        ("duty_per", "home"),
        ("duty_hours", hours),
        ("duty_months", months),
        ("duty_carry", "some"),
        ("duty_carry_hours", "8 h"),
        ("duty_grace", "30"),
        ("duty_committee", ""),
    ]
}

#[actix_web::test]
async fn the_rule_is_seen_as_a_sentence_before_it_is_set() {
    let site = Site::new().await;
    run(&site, "update rule_profiles set year_starts_month = 7");
    let admin = site.as_admin().await;
    let (next, later) = (
        (hours::rules::first_of_month(site.today()) + Months::new(1)).to_string(),
        (hours::rules::first_of_month(site.today()) + Months::new(2)).to_string(),
    );
    admin.get("/settings").await.expect(200).shows("/hours/duty");
    admin.get("/hours/duty").await.expect(200).shows("No hours are asked.");
    let mut look = form(&next, "4", "12");
    look.push(("form_hold", "preview"));
    let seen = admin.post("/hours/duty", &look).await.expect(200);
    seen.shows("Each home gives 4\u{a0}h a month, counted from July to June. What is over is kept, up to 8\u{a0}h. Whoever is short is told 30 days later.");
    assert_eq!(number(&site, "select count(*) from duties"), 0);
    let mut french = form(&next, "4,5", "3");
    french.push(("form_hold", "fr"));
    admin
        .post("/hours/duty", &french)
        .await
        .expect(200)
        .shows("Chaque logement donne 4\u{a0}h\u{a0}30 par mois, compté tous les trois mois");
    let middle = (site.today().max(hours::rules::first_of_month(site.today()) + Days::new(1))).to_string();
    for (fields, words) in [
        (form(&middle, "4", "12"), "Enter the first day of a month."),
        (form(&next, "101", "12"), "A month can ask for 100 hours at most."),
        (form(&next, "4", "5"), "Please choose one of the options."),
        (form("20000-01-01", "4", "12"), "Enter a date that exists"),
        (form("2190-01-01", "4", "12"), "Enter a date that exists"),
    ] {
        post(&admin, "/hours/duty", &fields, 422).await.shows(words);
    }
    post(&admin, "/hours/duty", &form(&next, "4", "12"), 303).await;
    post(&admin, "/hours/duty", &form(&later, "0", "12"), 303).await;
    post(&admin, "/hours/duty", &form(&next, "6", "12"), 422).await.shows("A later rule is set already.");
    admin.get("/hours/duty").await.expect(200).shows("Each home gives 4\u{a0}h a month").shows("Take back");
    post(&admin, "/hours/duty/removal", &[("duty_from", later.as_str())], 303).await;
    post(&admin, "/hours/duty/removal", &[("duty_from", later.as_str())], 404).await;
    run(&site, "update duties set starts_on = '2020-01-01'");
    post(&admin, "/hours/duty/removal", &[("duty_from", "2020-01-01")], 409).await;
    let ada = member(&site, "Ada");
    resident(&site, "Ada Roy", ada).await.get("/hours/duty").await.expect(403);
    admin.get("/audit").await.expect(200).shows("set how many hours are asked");
}

#[actix_web::test]
async fn who_is_short_is_told_once_and_listed_for_the_committee_in_the_order_of_names() {
    let site = Site::new().await;
    let (ada, ben, carl, dora) =
        (member(&site, "Ada"), member(&site, "Ben"), member(&site, "Carl"), member(&site, "Dora"));
    home(&site, "103", &[ada]);
    home(&site, "102", &[ben]);
    let exempt = home(&site, "101", &[carl]);
    home(&site, "104", &[dora]);
    run(
        &site,
        &format!(
            "insert into exemptions (unit_id, kind, during, percent, reason, granted_at) values ({exempt}, 'health', '[2020-01-01,)', 100, 'pneumonia', now())"
        ),
    );
    duty(&site, &month(&site, 1), 1, "home");
    run(&site, "update duties set grace_days = 0");
    credit(&site, &work(1, "Paint", &month(&site, 1), 100), &[Doer::Member(ada)]);
    credit(&site, &work(2, "Paint", &month(&site, 1), 240), &[Doer::Member(dora)]);
    let committee = led_by(&site, dora);
    run(&site, &format!("update duties set committee_id = {committee}"));
    let (own, on_committee, admin) =
        (resident(&site, "Ada Roy", ada).await, resident(&site, "Dora Roy", dora).await, site.as_admin().await);
    own.get("/hours/short").await.expect(403);
    let page = on_committee.get("/hours/short").await.expect(200);
    let page = page
        .shows("102")
        .shows("103")
        .shows("2\u{a0}h\u{a0}20")
        .hides("pneumonia")
        .hides("Health")
        .hides("/hours/homes/");
    assert!(page.body.find(">102<") < page.body.find(">103<"), "in the order of names");
    page.hides(">101<").hides(">104<").shows("2 others gave what was asked");
    on_committee.get("/hours").await.expect(200).shows("/hours/short");
    admin.get("/hours/short").await.expect(200).shows("/hours/homes/");
    for _ in 0..3 {
        site.act(hours::notices::remind);
    }
    let due = number(&site, "select count(*) from hour_reminders");
    let within_two_weeks = chrono::Datelike::day(&site.today()) <= 15;
    assert_eq!(due, if within_two_weeks { 2 } else { 0 }, "late reminders are none");
    // A period that has just ended: everybody who is short is told, once.
    let grace = chrono::Datelike::day(&site.today()) - 1;
    run(&site, &format!("update duties set grace_days = {grace}"));
    for _ in 0..3 {
        site.act(hours::notices::remind);
    }
    assert_eq!(number(&site, "select count(*) from hour_reminders"), 2);
    assert_eq!(number(&site, "select count(*) from events where kind = 'hours.missing'"), 2);
    site.pump();
    own.get("/inbox").await.expect(200).shows("Some hours were missing on");
    on_committee.get("/inbox").await.expect(200).hides("Some hours were missing");
}

#[actix_web::test]
async fn where_each_member_owes_the_page_is_their_own() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    let unit = home(&site, "101", &[ada, ben]);
    duty(&site, &month(&site, 0), 1, "member");
    let today = site.today().to_string();
    credit(&site, &work(1, "Water the trees", &today, 61), &[Doer::Unit(unit)]);
    let own = resident(&site, "Ada Roy", ada).await;
    let page = own.get("/hours").await.expect(200).shows("Your hours").shows("Thank you for 31\u{a0}min since");
    page.shows("3\u{a0}h\u{a0}29 are left to do until").hides("Ben Roy");
    run(&site, &format!("update member_statuses set status = 'on_leave' where member_id = {ada}"));
    own.get("/hours").await.expect(200).shows("You are not asked for hours. Thank you for 31\u{a0}min");
}
