//! From the draft to the result, and to the next round.

use super::*;
use crate::platform::clock;
use crate::platform::error::Error;
use crate::platform::visit::Act;
use crate::surveys::{self, Status};

#[actix_web::test]
async fn a_survey_is_written_opened_answered_counted_and_read() {
    let site = Site::new().await;
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let all = residents(&site).await;
    let zoe = &all[0].0;
    few_queries(zoe.get("/surveys").await.expect(200)).shows("No survey is open.").hides("Use this survey");
    let path = ready(&admin).await;
    few_queries(admin.get(&path).await.expect(200)).shows("Draft").shows("Open the survey");
    admin.get(&format!("{path}?lang=fr")).await.expect(200).shows("Ouvrir le sondage");
    admin.get(&format!("{path}/preview?lang=fr")).await.expect(200).shows("Question 1 de 6");
    admin.get(&format!("{path}/preview?lang=en")).await.expect(200).shows("Very satisfied").hides("Send my answers");
    for hidden in ["", "/preview"] {
        let status = if hidden.is_empty() { 404 } else { 403 };
        zoe.get(&format!("{path}{hidden}")).await.expect(status);
    }
    zoe.post(&format!("{path}/answers"), &[("q1", "5")]).await.expect(404);
    zoe.get("/surveys").await.expect(200).hides("How satisfied are we?");
    admin.post(&format!("{path}/opening"), &[]).await.expect(303);
    admin.post(&format!("{path}/opening"), &[]).await.expect(409);
    admin.get(&format!("{path}/edit")).await.expect(409);
    site.do_jobs();
    zoe.get("/inbox").await.expect(200).shows("The co-op would like to know what you think.");
    zoe.get("/").await.expect(200).shows("How satisfied are we?").shows("You can answer until the end of");
    let page = few_queries(zoe.get(&path).await.expect(200)).shows("Question 1 of 6").shows("0 of 6 answered.");
    let _ = page.shows("You can answer once.");
    observer.get(&path).await.expect(200).hides("Send my answers").shows("You are not among");
    admin.get(&path).await.expect(200).hides("Send my answers").shows("End the survey early");
    for (place, (who, _)) in all.iter().enumerate().take(5) {
        let words = if place < 2 { format!("Words of number {place}") } else { String::new() };
        let said = answer(who, &path, if place == 0 { "3" } else { "5" }, &words).await.expect(303);
        assert_eq!(said.location(), path);
    }
    zoe.get(&path).await.expect(200).shows("You have answered.").shows("5 of 6 answered.").hides("Send my answers");
    zoe.get("/").await.expect(200).hides("You can answer until");
    all[5].0.get("/").await.expect(200).shows("You can answer until");
    // while it is open nobody sees a figure
    for who in [&admin, zoe, &observer] {
        who.get(&path).await.expect(200).hides("of 5<").hides("Words of number");
        who.get(&format!("{path}/results.csv")).await.expect(303);
    }
    admin.post(&format!("{path}/closing"), &[]).await.expect(303);
    admin.post(&format!("{path}/closing"), &[]).await.expect(409);
    answer(&all[5].0, &path, "1", "").await.expect(409);
    site.do_jobs();
    assert_eq!(count(&site, "surveys where key_destroyed_at is not null"), 1);
    assert_eq!(count(&site, "survey_contents where sealed = '{}'"), 1);
    assert_eq!(count(&site, "survey_comments where standing = 'waiting'"), 2);
    results_are_for_all(&admin, &all, &path).await;
    assert_eq!(site.discrepancies(), [""; 0]);
}

/// The figures are there for everybody; what people wrote once it was released.
async fn results_are_for_all(admin: &Visitor<'_>, all: &[(Visitor<'_>, i64)], path: &str) {
    let zoe = &all[0].0;
    let page = few_queries(zoe.get(path).await.expect(200));
    let page = page.shows("5 of 6 answered.").shows("4.6 of 5").shows("it is reached").hides("Words of number");
    let page = page.shows("80 %").shows("Nobody answered").shows("2 comments have not been read yet.");
    let _ = page.hides("style=");
    zoe.get(&format!("{path}?lang=fr")).await.expect(200).shows("4,6 sur 5").shows("5 personnes sur 6 ont répondu.");
    zoe.get(&format!("{path}/comments")).await.expect(403);
    admin.get("/").await.expect(200).shows("2 comments of surveys are waiting to be read.");
    few_queries(admin.get(&format!("{path}/comments")).await.expect(200)).shows("Words of number 0");
    let one = format!("{path}/comments/1");
    admin.post(&one, &[("standing", "held")]).await.expect(422).shows("e-survey_why_1");
    admin.post(&format!("{one}?lang=fr"), &[("standing", "held")]).await.expect(422).shows("Le retenir");
    admin.post(&one, &[("standing", "gone")]).await.expect(400);
    admin.post(&format!("{path}/comments/9"), &[("standing", "released")]).await.expect(404);
    admin.post(&format!("{one}?lang=en"), &[("standing", "released")]).await.expect(303);
    let held = [("standing", "held"), ("survey_why_2", "It names a neighbour.")];
    admin.post(&format!("{path}/comments/2"), &held).await.expect(303);
    let page =
        zoe.get(&format!("{path}?lang=en")).await.expect(200).shows("A comment is held back: It names a neighbour.");
    assert_eq!(page.body.matches("Words of number").count(), 1, "the released one");
    let file = zoe.get(&format!("{path}/results.csv")).await.expect(200);
    let file = file.shows("\"Very satisfied\",\"4\",\"80\",\"4.6\"").shows("Words of number").shows("5 of 6 answered.");
    assert_eq!(file.body.matches("Words of number").count(), 1);
    assert!(zoe.get(&format!("{path}/results.xlsx")).await.expect(200).header("content-type").contains("spreadsheet"));
    admin.get("/audit").await.expect(200).shows("counted a survey that is over").hides("Words of number");
    zoe.get("/search?q=satisfied").await.expect(200).shows(path);
}

#[actix_web::test]
async fn an_answer_counts_once_and_leaves_no_trace_of_its_time() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let all = residents(&site).await;
    let path = opened(&admin).await;
    let (zoe, id) = (&all[0].0, all[0].1);
    site.do_jobs();
    let (events, forms) = (count(&site, "events"), count(&site, "submissions"));
    let notices = count(&site, "notices");
    answer(zoe, &path, "5", "Mine").await.expect(303);
    let again = answer(zoe, &path, "1", "Another").await.expect(303);
    let mut phone = zoe.clone();
    phone.keep_cookies(&again);
    phone.get(&path).await.expect(200).shows("You have answered already. Nothing was changed.");
    assert_eq!(count(&site, "survey_contents where cardinality(sealed) = 1 and cardinality(people) = 1"), 1);
    assert_eq!(count(&site, &format!("survey_contents where {id} = any(people)")), 1);
    assert_eq!(
        (count(&site, "events"), count(&site, "submissions"), count(&site, "notices")),
        (events, forms, notices)
    );
    assert_eq!(count(&site, "drafts"), 0);
    // all sealed answers are of one length, whatever was said
    answer(&all[1].0, &path, "2", &"é".repeat(500)).await.expect(303);
    assert_eq!(count(&site, "(select distinct octet_length(s) from survey_contents c, unnest(c.sealed) s) lengths"), 1);
    assert_eq!(count(&site, "survey_contents where sealed = array(select s from unnest(sealed) s order by s)"), 1);
    assert_eq!(count(&site, "survey_contents where people = array(select p from unnest(people) p order by p)"), 1);
}

#[actix_web::test]
async fn of_fewer_than_five_nothing_is_opened() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let all = residents(&site).await;
    let path = opened(&admin).await;
    for (who, _) in all.iter().take(4) {
        answer(who, &path, "1", "Known by four").await.expect(303);
    }
    admin.post(&format!("{path}/closing"), &[]).await.expect(303);
    site.do_jobs();
    for who in [&admin, &all[0].0] {
        let page = who.get(&path).await.expect(200).shows("Fewer than 5 people answered.").shows("4 of 6 answered.");
        let _ = page.hides("of 5<").hides("Known by four").hides("Very satisfied");
        who.get(&format!("{path}/results.csv")).await.expect(200).hides("Very").hides("Known");
    }
    assert_eq!(count(&site, "survey_comments"), 0);
    assert_eq!(count(&site, "survey_questions where given is not null or counts is not null"), 0);
    assert_eq!(count(&site, "survey_contents where sealed = '{}'"), 1);
    let known = site.read(|conn| surveys::satisfaction(conn, None));
    assert_eq!((known.len(), known[0].answered, known[0].asked, known[0].mean), (1, 4, 6, None));
}

#[actix_web::test]
async fn without_its_key_it_is_not_counted_and_says_so() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let all = residents(&site).await;
    let path = opened(&admin).await;
    for (who, _) in &all {
        answer(who, &path, "4", "").await.expect(303);
    }
    let id = number(&path);
    let key = site.act(|act| {
        let survey = surveys::find(act.conn, id, None)?;
        let kept = surveys::key::private(act, &survey)?.expect("a key");
        surveys::key::forget(act, &survey)?;
        Ok((surveys::key::file(act, &survey), kept))
    });
    admin.post(&format!("{path}/closing"), &[]).await.expect(303);
    site.do_jobs();
    let page = all[0].0.get(&path).await.expect(200).shows("This survey cannot be counted.");
    let _ = page.shows("is missing on the server").hides("Very satisfied").hides("Try to count it again");
    all[0].0.get("/inbox").await.expect(200).shows("its answers cannot be read");
    admin.get("/").await.expect(200).shows("A survey cannot be counted.");
    admin.post(&format!("{path}/closing"), &[]).await.expect(409);
    assert_eq!(count(&site, "survey_questions where given is not null"), 0);
    assert_eq!(count(&site, "survey_contents where cardinality(sealed) = 6"), 1, "kept for a key that comes back");
    assert_eq!(site.read(|conn| surveys::satisfaction(conn, None)).len(), 0);
    // it comes back
    site.act(|act| act.state.keys.keep(&key.0, &key.1).map_err(|error| anyhow::Error::new(error).into()));
    admin.post(&format!("{path}/closing"), &[]).await.expect(303);
    all[0].0.get(&path).await.expect(200).shows("4.0 of 5").shows("6 of 6 answered.");
}

/// The survey after somebody who owns the database changed what is sealed, and it was ended; and a month later.
fn ended_with(site: &Site, id: i64, set: &str) -> (Status, String, bool) {
    let change = format!("update survey_contents set {set} where survey_id = {id}");
    site.tampered(&change, |conn| {
        let coop = crate::accounts::coop(conn)?;
        surveys::close(&mut Act::by_itself(conn, &coop, &site.state), id)?;
        let survey = surveys::find(conn, id, None)?;
        let later = clock::now() + chrono::TimeDelta::days(31);
        surveys::look(&mut Act::new(conn, &coop, None, &site.state, later))?;
        let given_up = surveys::find(conn, id, None)?.is_given_up;
        let again = surveys::close(&mut Act::new(conn, &coop, None, &site.state, later), id);
        assert!(matches!(again, Err(Error::Conflict(_))));
        Ok((survey.status, survey.failed, given_up))
    })
}

#[actix_web::test]
async fn what_was_changed_or_put_back_is_not_counted() {
    let site = Site::of_owner().await;
    let admin = site.as_admin().await;
    let all = residents(&site).await;
    let changed = "sealed[1] = set_byte(sealed[1], 60, get_byte(sealed[1], 60) # 1)";
    for (set, why) in [(changed, "damaged"), ("sealed = sealed[2:]", "restored")] {
        let path = opened(&admin).await;
        for (who, _) in &all {
            answer(who, &path, "4", "").await.expect(303);
        }
        let ended = ended_with(&site, number(&path), set);
        assert_eq!(ended, (Status::Uncounted, why.to_owned(), true));
    }
}

#[actix_web::test]
async fn rounds_come_again_by_themselves_until_they_are_stopped() {
    let site = Site::new().await;
    let admin = site.as_admin().await;
    let all = residents(&site).await;
    let path = ready(&admin).await;
    let version = admin.get(&format!("{path}/edit")).await.expect(200).field("version");
    let last = (site.today() + chrono::Days::new(7)).to_string();
    let texts = [
        ("survey_title_en", "How are we?"),
        ("survey_title_fr", "Comment ça va?"),
        ("survey_ends_on", last.as_str()),
        ("survey_every", "6"),
        ("version", version.as_str()),
    ];
    admin.post(&path, &texts).await.expect(303);
    admin.post(&format!("{path}/opening"), &[]).await.expect(303);
    for (who, _) in &all {
        answer(who, &path, "3", "").await.expect(303);
    }
    // a reminder two days before the end is for who has not answered
    let (vera, _) = resident(&site, "Late").await;
    vera.get(&path).await.expect(200).shows("You are not among");
    let later = |days: i64| clock::now() + chrono::TimeDelta::days(days);
    let look = |days: i64| clock::at(later(days), || site.act(surveys::look));
    look(4);
    assert_eq!(count(&site, "events where kind = 'survey.reminded'"), 0);
    look(5);
    look(6);
    assert_eq!(count(&site, "events where kind = 'survey.reminded'"), 1);
    assert_eq!(count(&site, "surveys where status = 'open'"), 1);
    look(8);
    assert_eq!(count(&site, "surveys where status = 'closed' and answered = 6"), 1);
    all[0].0.get(&path).await.expect(200).shows("3.0 of 5").shows("it is not reached");
    admin.get(&path).await.expect(200).shows("The next round opens by itself on");
    look(170);
    assert_eq!(count(&site, "surveys"), 1);
    look(190);
    look(190);
    assert_eq!(count(&site, "surveys where status = 'open' and round = 2 and title_fr = 'Comment ça va?'"), 1);
    assert_eq!(count(&site, "survey_roll r join surveys s on s.id = r.survey_id where s.round = 2"), 7);
    assert_eq!(count(&site, "surveys where next_on is not null"), 1);
    let second = format!("/surveys/{}", number(&path) + 1);
    admin.post(&format!("{second}/ending"), &[]).await.expect(303);
    admin.post(&format!("{second}/ending"), &[]).await.expect(409);
    for (who, _) in &all {
        answer(who, &second, "5", "").await.expect(303);
    }
    admin.post(&format!("{second}/closing"), &[]).await.expect(303);
    let page = few_queries(all[0].0.get(&second).await.expect(200)).shows("Better than in the round before");
    let _ = page.shows("All rounds").shows("Round 1").shows("6 of 7").shows(&format!("href=\"{path}\""));
    look(700);
    assert_eq!(count(&site, "surveys"), 2, "stopped");
    let copy = admin.post(&format!("{path}/copies"), &[]).await.expect(303).location().to_owned();
    admin.get(&copy).await.expect(200).shows("How are we?").shows("Only once.");
    admin.post(&format!("{copy}/opening"), &[]).await.expect(303);
    assert_eq!(count(&site, "surveys where round = 3"), 1);
    let known = site.read(|conn| surveys::satisfaction(conn, None));
    assert_eq!(known.iter().map(|one| one.mean).collect::<Vec<_>>().len(), 2);
}
