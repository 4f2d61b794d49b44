//! Hours claimed, answered, withdrawn; lines contested; in both languages.

use super::{ago, duty, home, kinds, led_by, member, month, number, post, resident, run};
use crate::platform::testing::{Site, Visitor};

fn form<'a>(kind: &'a str, day: &'a str, hours: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("work_kind", kind), ("worked_on", day), ("hours_given", hours), ("work_done", "Weeded the beds")]
}

fn claim_id(site: &Site) -> i64 {
    number(site, "select max(id) from hour_claims")
}

async fn answer(
    visitor: &Visitor<'_>,
    id: i64,
    version: i64,
    with: (&str, &str),
    status: u16,
) -> crate::platform::testing::Reply {
    let version = version.to_string();
    let fields = [("version", version.as_str()), ("claim_answer", with.0), ("claim_reason", with.1)];
    post(visitor, &format!("/hours/claims/{id}/answer"), &fields, status).await
}

#[actix_web::test]
async fn a_claim_is_answered_by_the_lead_and_its_hours_are_on_the_page() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    home(&site, "101", &[ada]);
    let (gardening, _) = kinds(&site, Some(led_by(&site, ben)));
    let (gardening, today) = (gardening.to_string(), ago(&site, 0));
    let (own, lead) = (resident(&site, "Ada Roy", ada).await, resident(&site, "Ben Roy", ben).await);
    own.get("/hours/claims/new")
        .await
        .expect(200)
        .shows("Gardening (at most 4\u{a0}h)")
        .shows("Letters (counts as 1\u{a0}h)");
    let sent = form(&gardening, &today, "2h30");
    let token = own.fresh_token().await;
    let twice: Vec<_> = sent.iter().copied().chain([("form_token", token.as_str())]).collect();
    for _ in 0..2 {
        own.post_raw("/hours/claims", &twice).await.expect(303);
    }
    assert_eq!(number(&site, "select count(*) from hour_claims"), 1, "sent twice, made once");
    let id = claim_id(&site);
    site.pump();
    lead.get("/inbox").await.expect(200).shows("Ada Roy claims hours: Gardening.");
    lead.get("/").await.expect(200).shows("One claim of hours for your committee waits");
    lead.get("/hours/claims").await.expect(200).shows("Gardening, 2\u{a0}h\u{a0}30");
    own.get("/hours/claims").await.expect(403);
    own.get(&format!("/hours/claims/{id}")).await.expect(200).shows("Weeded the beds").hides("/answer\"");
    answer(&own, id, 1, ("approve", ""), 404).await;
    let said = answer(&lead, id, 1, ("refuse", ""), 422).await;
    said.shows("Please fill in this field.");
    answer(&lead, id, 1, ("approve", ""), 303).await;
    answer(&lead, id, 1, ("refuse", "too late"), 409).await;
    own.get("/hours")
        .await
        .expect(200)
        .shows("Thank you for 2\u{a0}h\u{a0}30")
        .shows(&format!("/hours/claims/{id}\">Gardening"));
    site.pump();
    own.get("/inbox").await.expect(200).shows("Your hours are approved: Gardening. Thank you.");
    let fr = own.get("/hours?lang=fr").await.expect(200);
    fr.shows("Merci pour 2\u{a0}h\u{a0}30").shows("Jardinage");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn what_cannot_be_is_said_beside_the_field_and_nothing_is_stored() {
    let site = Site::new().await;
    let ada = member(&site, "Ada");
    duty(&site, &month(&site, 6), 1, "home");
    let (gardening, letters) = kinds(&site, None);
    let (gardening, letters, today) = (gardening.to_string(), letters.to_string(), ago(&site, 0));
    let own = resident(&site, "Ada Roy", ada).await;
    let (tomorrow, long_ago) = ((site.today() + chrono::Days::new(1)).to_string(), ago(&site, 100));
    let cases = [
        (
            form(&gardening, &today, "900"),
            "A day has 24 hours. For that day, enter at most 24\u{a0}h.",
            "Une journée a 24 heures.",
        ),
        (form(&gardening, &today, "5"), "For this kind of work, enter at most 4\u{a0}h.", "Pour ce type de travail"),
        (
            form(&gardening, &today, "a lot"),
            "Enter hours, for example 2, 1.5 or 1h30.",
            "Entrez des heures, par exemple",
        ),
        (form(&gardening, &today, ""), "Please fill in this field.", "Veuillez remplir"),
        (form(&gardening, &tomorrow, "2"), "Enter today’s date or an earlier one.", ""),
        (form(&gardening, &long_ago, "2"), "That period is over. Enter ", "Cette période est terminée."),
        (form("999999", &today, "2"), "Please choose one of the options.", ""),
        (form("", "20000-01-01", "2"), "Enter a date that exists", ""),
    ];
    for (fields, english, french) in cases {
        post(&own, "/hours/claims", &fields, 422).await.shows(english);
        let fr = own.post("/hours/claims?lang=fr", &fields).await.expect(422);
        fr.shows(french).shows("Weeded the beds");
    }
    let mut at_home = form(&gardening, &today, "2");
    at_home.push(("for_home", "1"));
    post(&own, "/hours/claims", &at_home, 422).await.shows("You lived in no home that day.");
    assert_eq!(number(&site, "select count(*) from hour_claims"), 0);
    // A fixed worth is what counts, and a day has no more than 24 hours in all.
    post(&own, "/hours/claims", &form(&letters, &today, ""), 303).await;
    assert_eq!(number(&site, "select minutes from hour_claims"), 60);
    run(
        &site,
        &format!(
            "insert into hour_lines (worked_on, minutes, kind, member_id, title, recorded_at) values ('{today}', 1350, 'task', {ada}, 'x', now())"
        ),
    );
    post(&own, "/hours/claims", &form(&gardening, &today, "2"), 422)
        .await
        .shows("For that day, enter at most 30\u{a0}min.");
    // The language is switched in the middle of the form, and nothing is lost or stored.
    let mut held = form(&gardening, &today, "1,5");
    held.push(("form_hold", "fr"));
    let page = own.post("/hours/claims", &held).await.expect(200);
    page.shows("Ce que vous avez fait").shows("Weeded the beds").shows("value=\"1,5\"");
    assert_eq!(number(&site, "select count(*) from hour_claims"), 1);
}

#[actix_web::test]
async fn an_approval_can_be_withdrawn_while_the_period_is_open_and_both_stay_in_the_history() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    home(&site, "101", &[ada]);
    duty(&site, &month(&site, 6), 1, "home");
    let (gardening, _) = kinds(&site, Some(led_by(&site, ben)));
    let (gardening, today) = (gardening.to_string(), ago(&site, 0));
    let (own, lead) = (resident(&site, "Ada Roy", ada).await, resident(&site, "Ben Roy", ben).await);
    post(&own, "/hours/claims", &form(&gardening, &today, "2"), 303).await;
    let id = claim_id(&site);
    answer(&lead, id, 1, ("return", "Which day was it?"), 303).await;
    own.get(&format!("/hours/claims/{id}")).await.expect(200).shows("Which day was it?").shows("Change the claim");
    let mut changed = form(&gardening, &today, "3");
    changed.push(("version", "2"));
    own.get(&format!("/hours/claims/{id}/edit")).await.expect(200).shows("Weeded the beds");
    post(&own, &format!("/hours/claims/{id}"), &changed, 303).await;
    answer(&lead, id, 3, ("approve", ""), 303).await;
    own.get("/hours").await.expect(200).shows("1\u{a0}h are left to do until");
    post(&own, &format!("/hours/claims/{id}/withdrawal"), &[], 409).await;
    let reopening = format!("/hours/claims/{id}/reopening");
    post(&own, &reopening, &[("claim_reason", "x")], 404).await;
    post(&lead, &reopening, &[("claim_reason", "")], 422).await;
    post(&lead, &reopening, &[("claim_reason", "It was two hours")], 303).await;
    own.get("/hours").await.expect(200).shows("4\u{a0}h are left to do until").shows("Taken back: Gardening");
    let page = own.get(&format!("/hours/claims/{id}")).await.expect(200);
    let page = page
        .shows("Ben Roy approved: 3\u{a0}h")
        .shows("Ben Roy withdrew the approval: 3\u{a0}h")
        .shows("It was two hours");
    assert!(page.queries <= 7, "{} queries", page.queries);
    answer(&lead, id, 5, ("approve", ""), 303).await;
    assert_eq!(number(&site, "select count(*) * 1000 + sum(minutes) from hour_lines"), 3_180);
    // Once its period is over, and the grace too, an approval stays.
    run(&site, &format!("update hour_claims set worked_on = '{}'", month(&site, 3)));
    post(&lead, &reopening, &[("claim_reason", "x")], 409).await;
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn nobody_answers_their_own_nor_their_homes() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    home(&site, "101", &[ada, ben]);
    let (gardening, _) = kinds(&site, Some(led_by(&site, ben)));
    let (gardening, today) = (gardening.to_string(), ago(&site, 0));
    let own = resident(&site, "Ada Roy", ada).await;
    let mut for_home = form(&gardening, &today, "2");
    for_home.push(("for_home", "1"));
    post(&own, "/hours/claims", &for_home, 303).await;
    let id = claim_id(&site);
    let lead = resident(&site, "Ben Roy", ben).await;
    answer(&lead, id, 1, ("approve", ""), 404).await;
    post(&own, "/hours/claims", &form(&gardening, &today, "1"), 303).await;
    answer(&lead, claim_id(&site), 1, ("approve", ""), 303).await;
    let admin = site.as_admin().await;
    admin.get("/").await.expect(200).shows("One claim of hours waits for an answer");
    answer(&admin, id, 1, ("approve", ""), 303).await;
    assert_eq!(
        number(&site, "select count(*) from hour_lines where member_id is null and minutes = 120"),
        1,
        "the home's"
    );
    let observer = site.as_observer().await;
    for path in ["/hours", "/hours.csv", "/hours/short", "/hours/kinds", &format!("/hours/claims/{id}")] {
        observer.get(path).await.expect(403);
    }
}

#[actix_web::test]
async fn a_line_is_contested_and_the_answer_says_who_gave_it() {
    let site = Site::new().await;
    let (ada, ben) = (member(&site, "Ada"), member(&site, "Ben"));
    home(&site, "101", &[ada]);
    let painting = super::work(7, "Paint the stairs", &ago(&site, 3), 120);
    super::credit(&site, &painting, &[crate::hours::Doer::Member(ada)]);
    let line = number(&site, "select max(id) from hour_lines");
    let (own, other, admin) =
        (resident(&site, "Ada Roy", ada).await, resident(&site, "Ben Roy", ben).await, site.as_admin().await);
    let page = format!("/hours/lines/{line}");
    other.get(&page).await.expect(404);
    post(&other, &format!("{page}/contests"), &[("contest_says", "x")], 404).await;
    post(&own, &format!("{page}/contests"), &[("contest_says", "")], 422).await.shows("Please fill in this field.");
    post(&own, &format!("{page}/contests"), &[("contest_says", "It was three hours")], 303).await;
    post(&own, &format!("{page}/contests"), &[("contest_says", "Still")], 409).await;
    own.get("/hours").await.expect(200).shows("Waits for an answer");
    site.pump();
    admin.get("/inbox").await.expect(200).shows("Ada Roy says that a line is wrong: Paint the stairs.");
    admin.get("/hours/claims").await.expect(200).shows("It was three hours");
    admin.get(&page).await.expect(200).shows("What it should be");
    let id = number(&site, "select max(id) from hour_contests");
    let answering = format!("{page}/contests/{id}/answer");
    post(&own, &answering, &[("contest_answer", "Yes")], 404).await;
    post(&admin, &answering, &[("contest_answer", "Right"), ("right_hours", "lots")], 422).await;
    post(&admin, &answering, &[("contest_answer", "You are right, sorry"), ("right_hours", "3")], 303).await;
    own.get(&page).await.expect(200).shows("You are right, sorry").shows("Answered by");
    own.get("/hours")
        .await
        .expect(200)
        .shows("Thank you for 3\u{a0}h since")
        .shows("Correction: Paint the stairs")
        .shows("See the answer");
    site.pump();
    own.get("/inbox").await.expect(200).shows("answered what you said about your hours: Paint the stairs.");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn what_counts_is_said_beforehand_and_a_kind_is_ended_not_deleted() {
    let site = Site::new().await;
    let ada = member(&site, "Ada");
    let (own, admin) = (resident(&site, "Ada Roy", ada).await, site.as_admin().await);
    own.get("/hours/claims/new")
        .await
        .expect(200)
        .shows("Nobody has written yet what counts.")
        .hides("/hours/kinds/new");
    let kind = |name: &'static str, worth: &'static str, hours: &'static str| {
        vec![
            ("kind_name_en", name),
            ("kind_counts_fr", "Les mauvaises herbes"),
            ("kind_worth", worth),
            ("kind_hours", hours),
            ("kind_effort", "home"),
            ("kind_committee", ""),
        ]
    };
    post(&admin, "/hours/kinds", &kind("", "clock", ""), 422).await;
    post(&admin, "/hours/kinds", &kind("Phone calls", "fixed", "30 h"), 422)
        .await
        .shows("between 1 minute and 24 hours");
    post(&admin, "/hours/kinds", &kind("Phone calls", "most", "2"), 303).await;
    post(&own, "/hours/kinds", &kind("Mine", "clock", ""), 403).await;
    let id = number(&site, "select max(id) from work_kinds");
    let page = own.get("/hours/kinds").await.expect(200);
    page.shows("Phone calls").shows("at most 2\u{a0}h a claim").shows("Les mauvaises herbes").shows("At home");
    admin.get(&format!("/hours/kinds/{id}/edit")).await.expect(200).shows("Phone calls");
    let mut changed = kind("Calls", "clock", "");
    changed.push(("version", "1"));
    post(&admin, &format!("/hours/kinds/{id}"), &changed, 303).await;
    post(
        &admin,
        &format!("/hours/kinds/{id}"),
        &kind("Calls again", "clock", "").into_iter().chain([("version", "1")]).collect::<Vec<_>>(),
        409,
    )
    .await;
    post(&own, "/hours/claims", &form(&id.to_string(), &ago(&site, 0), "1"), 303).await;
    post(&admin, &format!("/hours/kinds/{id}/ending"), &[], 303).await;
    own.get("/hours/kinds").await.expect(200).hides("Calls");
    own.get("/hours").await.expect(200).shows("Calls, 1\u{a0}h");
    post(&own, "/hours/claims", &form(&id.to_string(), &ago(&site, 0), "1"), 422).await;
    assert_eq!(number(&site, "select count(*) from work_kinds"), 1);
}
