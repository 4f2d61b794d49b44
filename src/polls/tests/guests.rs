//! Guests: what they see by their link, what others see of them, and what becomes of the link.

use diesel::prelude::*;
use futures_util::future::join_all;

use super::again::both;
use super::leaks::{guest, tables_with};
use super::ways::{asked, of};
use super::*;
use crate::polls::{Method, guests};
use crate::schema::events;

const PLUMBER: &str = "Plumber Zwick";

/// A vote that asks for advice, about three times.
fn times(site: &Site) -> i64 {
    let choice = |name: &str| polls::NewChoice {
        title_en: name.to_owned(),
        title_fr: name.to_owned(),
        ..polls::NewChoice::default()
    };
    let question = NewQuestion { choices: ["Monday", "Tuesday"].map(choice).into(), ..NewQuestion::of(Method::Times) };
    let new = NewPoll { binding: false, shows: Shows::Live, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    site.act(|act| {
        let id = polls::create(act, &new, &[question])?;
        polls::announce(act, id)?;
        Ok(id)
    })
}

/// The link that a page shows once.
pub fn link_of(page: &str) -> String {
    let rest = page.split("id=\"key\">http://localhost:8080").nth(1).expect("a link on the page");
    rest.split('<').next().unwrap_or_default().to_owned()
}

fn happened(site: &Site, kind: &str) -> i64 {
    site.read(|conn| Ok(events::table.filter(events::kind.eq(kind)).count().get_result(conn)?))
}

fn answers(site: &Site, poll: i64) -> Vec<(i32, Vec<String>)> {
    let said = site.read(|conn| polls::store::guests::said(conn, poll));
    said.into_iter().map(|one| (one.number, one.answers)).collect()
}

#[actix_web::test]
async fn a_guest_answers_by_a_link_and_stands_beside_the_result() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let (admin, observer) = (site.as_admin().await, site.as_observer().await);
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let poll = times(&site);
    let (page, list) = (format!("/polls/{poll}"), format!("/polls/{poll}/guests"));
    admin.get(&page).await.expect(200).shows(&list);
    voter.get(&page).await.expect(200).hides(&list);
    let shown = admin.get(&list).await.expect(200).shows("Nobody yet");
    assert!(shown.queries <= 6, "{} queries", shown.queries);
    admin.post(&list, &[("guest_name", " "), ("guest_email", "x@")]).await.expect(422).shows("value=\"x@\"");
    let made = admin.post(&list, &[("guest_name", PLUMBER), ("guest_language", "fr")]).await.expect(200);
    let link = link_of(&made.body);
    assert!(link.len() > "/guests/".len() + 40, "{link}");
    admin.get(&list).await.expect(200).shows(PLUMBER).shows("No answer yet").hides(&link);

    let nobody = site.anonymous();
    let paper =
        nobody.get(&link).await.expect(200).shows("Replace the roof").shows("Tuesday").shows("not counted in it");
    assert!(paper.queries <= 6, "{} queries", paper.queries);
    assert!(paper.header("x-robots-tag").contains("noindex") && paper.header("cache-control").contains("no-store"));
    let paper = paper.hides("<a href=\"/").hides("Sign in").hides("members have voted");
    assert!(!paper.body.contains(&link.replace("/guests/", "")) || paper.body.matches("/guests/").count() == 1);
    nobody.post(&link, &[("q1-1", "7")]).await.expect(422).shows("This is not one of the choices");
    let held = nobody.post(&link, &[("q1-1", "1"), ("reason", "Not before nine"), ("form_hold", "fr")]).await;
    held.expect(200).shows("Not before nine").shows("Envoyer ma réponse");
    assert!(answers(&site, poll).is_empty());
    nobody.post(&link, &[("q1-1", "0"), ("q1-2", "1")]).await.expect(303);
    nobody
        .get(&link)
        .await
        .expect(200)
        .shows("Your answer is recorded: Tuesday (if need be)")
        .shows("Change my answer");
    nobody.post(&link, &[("q1-1", "0"), ("q1-2", "2"), ("reason", "Not before nine")]).await.expect(303);
    nobody.post(&link, &[("q1-1", "0"), ("q1-2", "2"), ("reason", "Not before nine")]).await.expect(303);
    assert_eq!(happened(&site, "guest.answered"), 2, "the same again is no news");
    admin.get(&list).await.expect(200).shows("Answered");

    voter.post(&format!("{page}/ballots"), &[("q1-1", "2"), ("checked", "1")]).await.expect(303);
    for reader in [&voter, &admin, &observer] {
        reader.get(&page).await.expect(200).hides("Zwick").hides("Not before nine").shows("One of 1 members");
    }
    site.pump();
    observer.get("/audit").await.expect(200).hides("received a guest").shows("made a link for a guest").hides("Zwick");
    site.act(|act| polls::close(act, poll));
    let result = voter.get(&format!("{page}/result")).await.expect(200);
    assert!(result.queries <= 6, "{} queries", result.queries);
    let result = result.shows("Plumber Zwick (guest)").shows("Not before nine").shows("not counted in the result");
    result.shows("Chosen: Monday").shows("Members and guests").shows("One guest answered");
    observer
        .get(&format!("{page}/result"))
        .await
        .expect(200)
        .hides("Zwick")
        .hides("Ana Roy")
        .shows("One guest answered");
    observer.get("/audit").await.expect(200).shows("received a guest").hides("Zwick");
    nobody.get(&link).await.expect(200).shows("Chosen: Monday").shows("Thank you").hides("Ana Roy").hides("<form");
    // Whoever counts the file again finds the members' result.
    let file = voter.get(&format!("{page}/questions/1/ballots.json")).await.expect(200).body;
    assert!(!file.contains("Zwick"));
    let (kept, recount) = both(&site, poll).remove(0);
    assert_eq!((kept.outcome, kept.voted, kept.roll), (recount, 1, 1));
    assert_eq!(site.discrepancies(), [""; 0]);
}

#[actix_web::test]
async fn a_link_that_was_taken_back_or_came_too_late_changes_nothing() {
    let site = Site::new().await;
    let (admin, nobody, poll) = (site.as_admin().await, site.anonymous(), times(&site));
    let list = format!("/polls/{poll}/guests");
    let [first, second, third] = ["One", "Two", "Three"].map(|name| guest(&site, poll, name));
    let token = nobody.get(&first).await.expect(200).form_token();
    for link in [&first, &second] {
        nobody.post(link, &[("q1-1", "2")]).await.expect(303);
    }
    // In the middle of filling in.
    admin.post(&format!("{list}/1/removal"), &[]).await.expect(303);
    let late = nobody.post_raw(&first, &[("form_token", &token), ("q1-1", "1")]).await.expect(410);
    late.shows("This link leads nowhere").hides("Replace the roof");
    nobody.get(&first).await.expect(410);
    nobody.get("/guests/nobodys").await.expect(410).shows("This link leads nowhere");
    nobody.post("/guests/nobodys", &[("q1-1", "2")]).await.expect(410);
    assert_eq!(answers(&site, poll), [(2, vec!["1=2".to_owned()])], "what the first said is gone");
    admin.post(&format!("{list}/1/removal"), &[]).await.expect(404);
    // Another link keeps what was answered.
    let made = admin.post(&format!("{list}/2/renewal"), &[]).await.expect(200).shows("leads nowhere any more");
    nobody.get(&second).await.expect(410);
    let renewed = link_of(&made.body);
    nobody.get(&renewed).await.expect(200).shows("Your answer is recorded: Monday");
    // A vote that closes while somebody fills in.
    let token = nobody.get(&renewed).await.expect(200).form_token();
    site.act(|act| polls::close(act, poll));
    let late = nobody.post_raw(&renewed, &[("form_token", &token), ("q1-2", "2")]).await.expect(409);
    late.shows("was not recorded").shows("Your answer is recorded: Monday").shows("Thank you");
    nobody.post(&third, &[("q1-2", "2")]).await.expect(409);
    assert_eq!(answers(&site, poll), [(2, vec!["1=2".to_owned()])]);
    admin.post(&list, &[("guest_name", "Four")]).await.expect(409);
    admin.post(&format!("{list}/2/renewal"), &[]).await.expect(409);
    // After the close the name goes, and the answer stays.
    admin.post(&format!("{list}/2/removal"), &[]).await.expect(303);
    assert_eq!(answers(&site, poll).len(), 1);
    nobody.get(&renewed).await.expect(410);
    admin.get(&format!("/polls/{poll}/result")).await.expect(200).shows("Guest 2").hides("Two");
}

#[actix_web::test]
async fn opening_a_link_changes_nothing_and_a_link_stands_nowhere() {
    let site = Site::new().await;
    let (admin, nobody, poll) = (site.as_admin().await, site.anonymous(), times(&site));
    let fields = [("guest_name", PLUMBER), ("guest_email", "zwick@example.com"), ("guest_language", "fr")];
    let token = admin.fresh_token().await;
    let form = [fields.as_slice(), &[("form_token", token.as_str())]].concat();
    let made = admin.post_raw(&format!("/polls/{poll}/guests"), &form).await.expect(200).shows("zwick@example.com");
    let link = link_of(&made.body);
    let again = admin.post_raw(&format!("/polls/{poll}/guests"), &form).await.expect(200);
    again.shows("cannot be shown again").hides(&link);
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 1, "{mails:?}");
    let mail = mails[0].replace("=\r\n", "").replace("=\n", "").replace("=3D", "=");
    assert!(mail.contains(&link) && mail.contains("zwick@example.com") && mail.contains("Bonjour"), "{mail}");
    let token = link.trim_start_matches("/guests/");
    assert_eq!(tables_with(&site, token), [""; 0], "only its digest is kept");
    assert_eq!(tables_with(&site, "zwick@example.com"), ["deliveries"]);
    assert_eq!(tables_with(&site, "Zwick"), ["guests"]);

    let before = site.read(|conn| Ok(events::table.count().get_result::<i64>(conn)?));
    for _ in 0..3 {
        nobody.get(&link).await.expect(200);
        nobody.request("head", &link).await;
    }
    let after = site.read(|conn| Ok(events::table.count().get_result::<i64>(conn)?));
    assert_eq!((before, answers(&site, poll)), (after, vec![]), "a scanner of mails answers nothing");
    // What does not come from our own page is refused, and no page that is signed in shows more by a link.
    admin.get(&link).await.expect(200).hides("/polls/").hides("href=\"/account\"");
}

#[actix_web::test]
async fn many_at_once_leave_one_answer() {
    let site = Site::new().await;
    let (nobody, poll) = (site.anonymous(), times(&site));
    let link = guest(&site, poll, PLUMBER);
    let token = nobody.get(&link).await.expect(200).form_token();
    let forms: Vec<_> =
        (0..32).map(|n| [("form_token", token.as_str()), ("q1-1", ["1", "2"][n % 2]), ("q1-2", "2")]).collect();
    for reply in join_all(forms.iter().map(|form| nobody.post_raw(&link, form))).await {
        reply.expect(303);
    }
    assert_eq!(answers(&site, poll).len(), 1);
}

#[actix_web::test]
async fn guests_are_few_and_only_asked_for_advice() {
    let site = Site::new().await;
    let ana = member(&site, "Ana", Status::Member);
    let admin = site.as_admin().await;
    let voter = site.signed_in(Role::Resident, "Ana Roy", Some(ana)).await;
    let (deciding, poll) = (open_poll(&site), times(&site));
    let list = format!("/polls/{deciding}/guests");
    admin.get(&list).await.expect(303);
    admin.get(&format!("/polls/{deciding}")).await.expect(200).hides(&list);
    admin.post(&list, &[("guest_name", PLUMBER)]).await.expect(409);
    let list = format!("/polls/{poll}/guests");
    for visitor in [&voter, &site.as_observer().await] {
        visitor.get(&list).await.expect(403);
        visitor.post(&list, &[("guest_name", PLUMBER)]).await.expect(403);
    }
    for number in 0..guests::GUESTS_MAX {
        guest(&site, poll, &format!("Guest of {number}"));
    }
    admin.post(&list, &[("guest_name", PLUMBER)]).await.expect(422).shows("at most 50 guests").shows(PLUMBER);
    // An objection of a guest has its reason too.
    let consent = asked_for_advice(&site, NewQuestion::of(Method::Consent));
    let link = guest(&site, consent, PLUMBER);
    let nobody = site.anonymous();
    nobody.post(&link, &[("q1", "object"), ("reason", " ")]).await.expect(422).shows("Say why you object");
    nobody.post(&link, &[("q1", "object"), ("reason", "The pipe bursts")]).await.expect(303);
    // What is asked for advice first and decides in the end asks no guests.
    let ranked = of(Method::Irv, &["A", "B"]);
    let binding = asked(&site, Shows::Live, &[ranked]);
    assert!(site.try_act(|act| guests::invite(act, binding, PLUMBER, None)).is_err());
}

fn asked_for_advice(site: &Site, question: NewQuestion) -> i64 {
    let new = NewPoll { binding: false, ..roof(TimeDelta::zero(), TimeDelta::days(3)) };
    site.act(|act| {
        let id = polls::create(act, &new, &[question])?;
        polls::announce(act, id)?;
        Ok(id)
    })
}

#[actix_web::test]
async fn a_year_after_the_close_a_guest_has_no_name() {
    let site = Site::new().await;
    let poll = times(&site);
    let link = guest(&site, poll, PLUMBER);
    site.anonymous().post(&link, &[("q1-1", "2")]).await.expect(303);
    site.act(|act| polls::close(act, poll));
    let name = |days: i64| {
        site.act(|act| {
            act.now += TimeDelta::days(days);
            guests::tidy(act)
        });
        site.read(|conn| polls::store::guests::said(conn, poll)).remove(0).name
    };
    assert_eq!(name(360).as_deref(), Some(PLUMBER));
    assert_eq!(name(370), None);
    site.anonymous().get(&link).await.expect(410);
}
