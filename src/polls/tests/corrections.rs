//! A misspelt word of an open vote: proposed by one, confirmed by another, with a trace; the ballots stay and the sense does.

use super::ways::{asked, of};
use super::*;
use crate::platform::testing::Visitor;
use crate::polls::{Method, store};

/// A vote with a misspelt title and a misspelt choice, for which Ana has voted.
struct Misspelt<'a> {
    id: i64,
    page: String,
    ana: Visitor<'a>,
    joan: Visitor<'a>,
    paul: Visitor<'a>,
}

async fn misspelt(site: &Site) -> Misspelt<'_> {
    let (ana, bea) = (member(site, "Ana", Status::Member), member(site, "Bea", Status::Member));
    let joan = site.as_admin().await;
    let paul = site.signed_in(Role::Admin, "Paul Roy", None).await;
    let id = asked(site, Shows::Closed, &[of(Method::Choice, &["A blue dor", "A red door", "No paint"])]);
    let ana = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    site.signed_in(Role::Resident, "Bea Roy", Some(bea)).await;
    ana.post(&format!("/polls/{id}/ballots"), &[("q1", "1")]).await.expect(303);
    site.do_jobs();
    Misspelt { id, page: format!("/polls/{id}"), ana, joan, paul }
}

/// Proposes that a text says something else.
async fn propose(visitor: &Visitor<'_>, page: &str, text: (&str, &str)) -> crate::platform::testing::Reply {
    let version = visitor.get(&format!("{page}/corrections")).await.expect(200).field("version");
    visitor.post(&format!("{page}/corrections"), &[("version", &version), ("question", "0"), text]).await
}

fn ballots(site: &Site, id: i64) -> Vec<store::sealed::Ballot> {
    site.read(|conn| store::sealed::rows(conn, id)).ballots
}

#[actix_web::test]
async fn a_misspelt_word_is_corrected_by_two_and_everybody_reads_it() {
    let site = Site::new().await;
    let Misspelt { id, page, ana, joan, paul } = misspelt(&site).await;
    let before = ballots(&site, id);
    joan.get(&page).await.expect(200).shows(&format!("{page}/corrections"));
    let form = joan
        .get(&format!("{page}/corrections"))
        .await
        .expect(200)
        .shows("A blue dor")
        .shows("value=\"Replace the roof\"");
    assert!(form.queries <= 6, "{} queries", form.queries);
    propose(&joan, &page, ("q1-c1-en", "A blue door")).await.expect(303);
    ana.get(&page).await.expect(200).shows("A blue dor<").hides("A blue door").hides("Corrected since");
    // It waits for somebody else.
    joan.get("/").await.expect(200).hides("waits for your yes");
    paul.get("/").await.expect(200).shows("A correction in an open vote waits for your yes");
    paul.get("/polls").await.expect(200).shows(&format!("{page}/corrections")).shows("waits for a second person");
    ana.get("/polls").await.expect(200).hides("waits for a second person");
    let confirm = format!("{page}/corrections/1/confirmation");
    joan.get(&format!("{page}/corrections")).await.expect(200).shows("somebody else must confirm it").hides(&confirm);
    joan.post(&confirm, &[]).await.expect(409).shows("You proposed this correction yourself");
    ana.post(&confirm, &[]).await.expect(403);
    paul.get(&format!("{page}/corrections"))
        .await
        .expect(200)
        .shows("by Joan Rioux")
        .shows("dor</del>")
        .shows("door</ins>");
    paul.post(&confirm, &[]).await.expect(303);
    paul.post(&confirm, &[]).await.expect(409);
    // The page, the ballot as it was cast, the mail, the log.
    let shown = ana.get(&page).await.expect(200).shows("Corrected since the vote opened").shows("A blue door");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    let shown =
        shown.shows("proposed by Joan Rioux, confirmed by Paul Roy").shows("Your vote is recorded: A blue door");
    let _ = shown.shows("value=\"1\" checked");
    ana.get(&format!("{page}?lang=fr"))
        .await
        .expect(200)
        .shows("Corrigé depuis l’ouverture du vote")
        .shows("en anglais");
    assert_eq!(ballots(&site, id), before);
    paul.get("/").await.expect(200).hides("waits for your yes");
    let mails = site.do_jobs();
    assert_eq!(
        mails.iter().filter(|mail| mail.contains("misspelt word was corrected")).count(),
        1,
        "Ana, who had voted"
    );
    ana.get("/inbox").await.expect(200).shows("A misspelt word was corrected");
    let log = joan.get("/audit").await.expect(200).shows("confirmed a correction in a vote").shows("Proposed by");
    let _ = log.shows("proposed to correct a misspelt word");
    assert_eq!(site.discrepancies(), [""; 0]);
    // The result, on screen and printed, and as machines read it.
    site.act(|act| polls::close(act, id));
    let result = ana.get(&format!("{page}/result")).await.expect(200).shows("Chosen: A blue door");
    assert!(result.queries <= 6, "{} queries", result.queries);
    let _ = result.shows("confirmed by Paul Roy").shows("dor</del>");
    site.as_observer().await.get(&format!("{page}/result")).await.expect(200).shows("confirmed by Paul Roy");
    assert_eq!(site.discrepancies(), [""; 0]);
    let api = site.read(|conn| store::api::list(conn, Some(id), 0, 1));
    let told = serde_json::to_value(&api[0].corrections).expect("JSON");
    assert_eq!(told[0]["before"], "A blue dor");
    assert_eq!((&told[0]["after"], &told[0]["choice"]), (&json!("A blue door"), &json!(1)));
    assert_eq!((&told[0]["proposed_by"], &told[0]["confirmed_by"]), (&json!("Joan Rioux"), &json!("Paul Roy")));
}

#[actix_web::test]
async fn what_changes_the_sense_is_refused_beside_its_field() {
    let site = Site::new().await;
    let Misspelt { id, page, joan, .. } = misspelt(&site).await;
    let before = kinds(&site);
    for (field, to, why) in [
        ("title-en", "Replace the cellar", "another word"),
        ("title-en", "Replace not the roof", "decides what the text means"),
        ("title-en", "Replace the roof for 100 $", "sums of money"),
        ("title-en", "Replace the old roof", "cannot be added"),
        ("title-en", "", "Fill in"),
        ("details-en", "It leaks.\nIt is cold.", ""),
        ("q1-c1-en", "A red door", "another choice"),
        ("q1-c3-en", "Some paint", "decides what the text means"),
        ("title-en", "Replace the roof", "Nothing was changed"),
    ] {
        let reply = propose(&joan, &page, (field, to)).await;
        if why.is_empty() {
            reply.expect(303);
            continue;
        }
        let reply = reply.expect(422);
        let shown = if to.is_empty() { reply } else { reply.shows(why) };
        if why != "Nothing was changed" {
            let _ = shown.shows(&format!("#f-{field}"));
        }
    }
    // Two choices do not change places, each by a small step.
    let version = joan.get(&format!("{page}/corrections")).await.expect(200).field("version");
    let swap = [("version", version.as_str()), ("q1-c1-en", "A red door"), ("q1-c2-en", "A blue dor")];
    joan.post(&format!("{page}/corrections"), &swap).await.expect(422);
    // What waits already, and what was seen before something changed.
    propose(&joan, &page, ("details-en", "It leaks.\nIt is bold.")).await.expect(422).shows("already waits");
    let old = [("version", "1"), ("title-en", "Replace the rooof")];
    joan.post(&format!("{page}/corrections"), &old).await.expect(409);
    assert_eq!(kinds(&site).len(), before.len() + 1, "one was proposed");
    assert_eq!(site.read(|conn| store::poll(conn, id)).title_en, "Replace the roof");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_correction_has_its_time_and_is_settled_once() {
    let site = Site::new().await;
    let Misspelt { id, page, joan, paul, .. } = misspelt(&site).await;
    for to in ["A blue door", "A blu door"] {
        propose(&joan, &page, ("q1-c1-en", to)).await.expect(303);
        let [own, others] = if to == "A blue door" { [&joan, &paul] } else { [&paul, &joan] };
        let number = if to == "A blue door" { 1 } else { 2 };
        own.post(&format!("{page}/corrections/{number}/refusal"), &[]).await.expect(303);
        others
            .post(&format!("{page}/corrections/{number}/confirmation"), &[])
            .await
            .expect(409)
            .shows("already been confirmed");
    }
    joan.get(&format!("{page}/corrections")).await.expect(200).shows("Taken back").shows("Declined");
    paul.post(&format!("{page}/corrections/9/confirmation"), &[]).await.expect(404);
    // After the close none is proposed and none confirmed.
    propose(&joan, &page, ("q1-c1-en", "A blue door")).await.expect(303);
    site.act(|act| polls::close(act, id));
    paul.post(&format!("{page}/corrections/3/confirmation"), &[]).await.expect(409);
    paul.get("/").await.expect(200).hides("waits for your yes");
    let shown = paul.get(&format!("{page}/corrections")).await.expect(200).shows("closed before anybody confirmed");
    let _ = shown.hides("/confirmation").hides("name=\"version\"");
    let late = [("version", "9"), ("q1-c1-en", "A blue door")];
    joan.post(&format!("{page}/corrections"), &late).await.expect(409);
    joan.get(&page).await.expect(200).hides(&format!("{page}/corrections"));
    assert_eq!(site.discrepancies(), [""; 0]);
    // Before it opens, a vote is edited.
    let coming = site.act(|act| polls::tests::announced(act, &roof(TimeDelta::hours(1), TimeDelta::days(3))));
    joan.get(&format!("/polls/{coming}/corrections")).await.expect(303);
    joan.post(&format!("/polls/{coming}/corrections"), &[("version", "1"), ("title-en", "Replace the rooof")])
        .await
        .expect(409);
}

#[actix_web::test]
async fn one_person_with_two_accounts_is_one() {
    let site = Site::new().await;
    let Misspelt { id, page, joan, .. } = misspelt(&site).await;
    let [cy, double] = ["Cy", "Cyrus"].map(|name| member(&site, name, Status::Member));
    let first = site.signed_in(Role::Admin, "Cy Roy", Some(cy)).await;
    let second = site.signed_in(Role::Admin, "Cyrus Roy", Some(double)).await;
    propose(&first, &page, ("q1-c1-en", "A blue door")).await.expect(303);
    let by = [&first, &second].map(|visitor| visitor.account.expect("an account"));
    let two = |site: &Site| site.read(|conn| store::corrections::are_two(conn, by[0], by[1]));
    assert!(two(&site), "as far as the register knows");
    site.act(|act| {
        use diesel::RunQueryDsl as _;
        let hidden = diesel::sql_query(format!("select hide_entry({double}, {cy})")).execute(act.conn);
        Ok(hidden.map(|_| ())?)
    });
    assert!(!two(&site));
    joan.post(&format!("{page}/corrections/1/confirmation"), &[]).await.expect(303);
    assert!(site.read(|conn| store::entire(conn, id)).corrections[0].is_made());
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn texts_that_say_the_same_in_both_languages_are_one_and_steps_count_together() {
    let site = Site::new().await;
    member(&site, "Ana", Status::Member);
    let (joan, paul) = (site.as_admin().await, site.signed_in(Role::Admin, "Paul Roy", None).await);
    let titles = ["Paint the boat", "Paint the boat"].map(str::to_owned);
    let new = NewPoll {
        title_en: titles[0].clone(),
        title_fr: titles[1].clone(),
        ..roof(TimeDelta::zero(), TimeDelta::days(3))
    };
    let id = site.act(|act| polls::tests::announced(act, &new));
    let page = format!("/polls/{id}");
    propose(&joan, &page, ("title-both", "Paint the bolt")).await.expect(303);
    paul.post(&format!("{page}/corrections/1/confirmation"), &[]).await.expect(303);
    let poll = site.read(|conn| store::poll(conn, id));
    assert_eq!((poll.title_en.as_str(), poll.title_fr.as_str()), ("Paint the bolt", "Paint the bolt"));
    propose(&joan, &page, ("title-both", "Paint the belt")).await.expect(422).shows("another word");
    propose(&joan, &page, ("title-both", "Paint the boat")).await.expect(303);
    paul.post(&format!("{page}/corrections/2/confirmation"), &[]).await.expect(303);
    assert_eq!(site.read(|conn| store::poll(conn, id)).title_en, "Paint the boat");
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn the_database_makes_no_correction_by_one_alone() {
    use diesel::connection::SimpleConnection as _;

    let site = Site::new().await;
    let Misspelt { id, page, joan, .. } = misspelt(&site).await;
    propose(&joan, &page, ("q1-c1-en", "A blue door")).await.expect(303);
    let account = joan.account.expect("an account");
    let made = |account: i64| site.read(|conn| store::corrections::make(conn, id, 1, account, clock::now()));
    assert!(!made(account), "who proposed it");
    for sql in [
        format!("update polls set title_en = 'x' where id = {id}"),
        format!("update choices set title_en = 'x' where poll_id = {id}"),
        format!("update questions set title_en = 'x' where poll_id = {id}"),
        "select set_config('app.correcting', 'yes', true); update choices set title_en = 'x'".to_owned(),
        format!("update corrections set outcome = 'made', settled_by = {account} + 1, settled_at = now()"),
        format!("update corrections set outcome = 'declined', settled_by = {account}, settled_at = now()"),
        "update corrections set after = 'x'".to_owned(),
        "delete from corrections".to_owned(),
    ] {
        assert!(site.try_act(|act| Ok(act.conn.batch_execute(&sql)?)).is_err(), "{sql}");
    }
}

#[actix_web::test]
async fn a_correction_that_was_made_by_hand_is_found() {
    let site = Site::of_owner().await;
    let Misspelt { id, page, joan, paul, .. } = misspelt(&site).await;
    propose(&joan, &page, ("q1-c1-en", "A blue door")).await.expect(303);
    paul.post(&format!("{page}/corrections/1/confirmation"), &[]).await.expect(303);
    for sql in [
        "update corrections set before = 'A blue wall'".to_owned(),
        "update corrections set settled_by = proposed_by + 100 where outcome = 'made'".to_owned(),
        "delete from corrections".to_owned(),
        format!("update choices set title_en = 'A blue dor' where poll_id = {id} and number = 1"),
    ] {
        let found = site.tampered(&sql, polls::seal::verify);
        let part = format!("the proposal of vote {id}");
        assert!(found.iter().any(|one| one.to_string().starts_with(&part)), "{sql}: {found:?}");
    }
}

#[actix_web::test]
async fn who_corrected_and_is_erased_is_named_no_more() {
    let site = Site::new().await;
    let Misspelt { id, page, ana, joan, .. } = misspelt(&site).await;
    let cy = member(&site, "Cyprien", Status::Member);
    let cyprien = site.signed_in(Role::Admin, "Cyprien Roy", Some(cy)).await;
    propose(&cyprien, &page, ("q1-c1-en", "A blue door")).await.expect(303);
    joan.post(&format!("{page}/corrections/1/confirmation"), &[]).await.expect(303);
    ana.get(&page).await.expect(200).shows("proposed by Cyprien Roy");
    site.act(|act| polls::close(act, id));
    let today = site.today();
    site.act(|act| members::set_status(act, cy, Status::Former, today, ""));
    site.act(|act| crate::privacy::erasure::erase(act, cy, true));
    let result = ana.get(&format!("{page}/result")).await.expect(200).hides("Cyprien").shows("confirmed by Joan Rioux");
    let _ = result.shows("dor</del>");
    let api = site.read(|conn| store::api::list(conn, Some(id), 0, 1));
    assert!(!serde_json::to_string(&api[0].corrections).expect("JSON").contains("Cyprien"));
    joan.get("/audit").await.expect(200).hides("Cyprien");
    assert_eq!(site.discrepancies(), [""; 0]);
    site.act(|act| crate::platform::events::chain(act.conn));
    site.read(|conn| crate::platform::events::verify(conn, None)).expect("the chain holds");
}
