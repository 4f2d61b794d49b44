//! Mails that lead somewhere: one press from a mail to the ballot, a mailbox that two people read, and the mail of the day.

use chrono::TimeDelta;
use diesel::connection::SimpleConnection as _;

use super::{give, post, resident, stop_path};
use crate::platform::clock;
use crate::platform::i18n::Lang;
use crate::platform::testing::{Reply, Site, Visitor};
use crate::policy::Role;
use crate::polls;

/// A vote that opens at once and lasts some days.
fn vote(site: &Site, days: i64) -> i64 {
    let new = polls::tests::roof(TimeDelta::zero(), TimeDelta::days(days));
    let poll = site.act(|act| polls::tests::announced(act, &new));
    site.pump();
    poll
}

fn decoded(mail: &str) -> String {
    mail.replace("=\r\n", "").replace("=3D", "=")
}

/// The mail to somebody.
#[track_caller]
fn to<'a>(mails: &'a [String], name: &str) -> &'a str {
    let found: Vec<&String> = mails.iter().filter(|mail| mail.contains(&format!("To: \"{name}\""))).collect();
    assert_eq!(found.len(), 1, "mails to {name}: {mails:?}");
    found[0]
}

/// The address in a mail that lets its reader in: the page of the link, and where it leads.
fn link(mail: &str) -> (String, String) {
    let mail = decoded(mail);
    let rest = mail.split("http://localhost:8080/sign-in/link/").nth(1).expect("a link").to_owned();
    let whole = rest.split_whitespace().next().expect("its end");
    let (token, next) = whole.split_once("?next=").expect("where it leads");
    (format!("/sign-in/link/{token}"), next.replace("%2F", "/"))
}

/// Presses the button of a page that a link leads to, or sends another form of a page, with the token that stands there.
async fn press(phone: &Visitor<'_>, page: &str, to: &str, fields: &[(&str, &str)]) -> Reply {
    let token = phone.get(page).await.expect(200).form_token();
    let all: Vec<_> = fields.iter().copied().chain([("form_token", token.as_str())]).collect();
    phone.post_raw(to, &all).await
}

/// Presents a time of a day from today, by the co-op's clocks.
fn at(act: &mut crate::platform::visit::Act<'_>, days: i64, hour: u32) {
    let local = (act.today() + TimeDelta::days(days)).and_hms_opt(hour, 2, 0).expect("a time");
    act.now = clock::instant(act.coop.zone, local).expect("an instant");
}

#[actix_web::test]
async fn one_press_leads_from_a_mail_to_the_ballot() {
    let site = Site::new().await;
    let (_odette, _) = resident(&site, "Odette", Lang::En).await;
    let joan = super::member(&site, "Joan", Lang::En);
    let _office = site.signed_in(Role::Admin, "Joan Roy", Some(joan)).await;
    site.do_jobs();
    let poll = vote(&site, 3);
    let mails = site.do_jobs();
    let office = decoded(to(&mails, "Joan Roy"));
    assert!(office.contains(&format!("http://localhost:8080/polls/{poll}")), "{office}");
    assert!(!office.contains("/sign-in/link/"), "who may do more signs in as always");
    let (page, next) = link(to(&mails, "Odette Roy"));
    assert_eq!(next, format!("/polls/{poll}"));
    let mut phone = site.anonymous();
    for _ in 0..2 {
        // A program that looks at links changes nothing.
        phone.get(&format!("{page}?next={next}")).await.expect(200).shows("sign in as Odette Roy");
    }
    let fields = [("next", next.as_str())];
    let come = press(&phone, &page, &page, &fields).await.expect(303);
    assert_eq!(come.location(), next);
    phone.keep_cookies(&come);
    phone.get(&next).await.expect(200).shows("Cast my vote");
    // Back from the mail, to change the vote: still signed in, and led on.
    assert_eq!(press(&phone, &page, &page, &fields).await.expect(303).location(), next);
    let stranger = site.anonymous();
    let refused = press(&stranger, &page, &page, &fields).await.expect(422).shows("already been used");
    assert_eq!(refused.field("next"), next, "they sign in, and come to the vote");
}

#[actix_web::test]
async fn two_who_read_one_mailbox_each_have_their_own_mail_and_ballot() {
    let site = Site::new().await;
    let (_ana, ana) = resident(&site, "Ana", Lang::En).await;
    let (_bea, bea) = resident(&site, "Bea", Lang::Fr).await;
    site.read(|conn| {
        Ok(conn.batch_execute(&format!(
            "update accounts set address = null where member_id = {bea}; \
             update members set email = (select email from members where id = {ana}) where id = {bea}"
        ))?)
    });
    site.do_jobs();
    let poll = vote(&site, 5);
    let mails = site.do_jobs();
    assert!(decoded(to(&mails, "Bea Roy")).contains("Bonjour Bea Roy"), "{mails:?}");
    // One phone, on which each comes in by their own mail.
    let mut phone = site.anonymous();
    for (name, side) in [("Ana Roy", "for"), ("Bea Roy", "against")] {
        let mine = if name == "Ana Roy" {
            mails.clone()
        } else {
            site.act(|act| {
                // Past the middle of it at whatever hour of the day it began.
                at(act, 3, 15);
                crate::notices::reminding::remind(act, &serde_json::Value::Null)
            });
            site.pump();
            site.do_jobs()
        };
        let (page, next) = link(to(&mine, name));
        if name == "Bea Roy" {
            assert_eq!(mine.len(), 1, "one has voted, the other has not: {mine:?}");
        }
        let come = press(&phone, &page, &page, &[("next", next.as_str())]).await.expect(303);
        phone.keep_cookies(&come);
        phone.get(&format!("{next}?lang=en")).await.expect(200).shows("Cast my vote");
        press(&phone, &next, &format!("{next}/ballots"), &[("q1", side)]).await.expect(303);
    }
    phone.get(&format!("/polls/{poll}?lang=en")).await.expect(200).shows("2 of 2 members have voted");
}

#[actix_web::test]
async fn the_mail_of_the_day_holds_what_nobody_has_read_and_nothing_pressing_waits_for_it() {
    let site = Site::new().await;
    let (odette, me) = resident(&site, "Odette", Lang::En).await;
    site.do_jobs();
    let kinds = ["task_assigned", "task_due_soon", "poll_opened"];
    let boxes = kinds.iter().flat_map(|kind| [("inbox", *kind), ("mail", *kind)]);
    let fields: Vec<_> = [("mails", "daily")].into_iter().chain(boxes).collect();
    post(&odette, "/preferences", &fields).await.expect(303);
    odette.get("/preferences").await.expect(200).shows("value=\"daily\" checked");
    let daily = |days: i64, hour: u32| {
        site.act(|act| {
            at(act, days, hour);
            crate::notices::digest::send(act, &serde_json::Value::Null)
        });
        site.do_jobs()
    };
    give(&site, "Fix the bell", me, 1);
    give(&site, "Sweep the stairs", me, 20);
    let poll = vote(&site, 9);
    assert_eq!(site.do_jobs(), [""; 0], "nothing at once");
    super::remind_in_the_morning(&site);
    let pressing = site.do_jobs();
    assert_eq!(pressing.len(), 1, "what is due comes at once: {pressing:?}");
    let hours = |from: i32, until: i32| {
        let set = format!("update coops set reminders_from = {from}, reminders_until = {until}");
        site.act(|act| Ok(act.conn.batch_execute(&set)?));
    };
    hours(8, 21);
    assert_eq!(daily(1, 7), [""; 0], "before its hour");
    hours(0, 24);
    let mails = daily(1, 8);
    let mail = decoded(to(&mails, "Odette Roy"));
    let vote = format!("next=%2Fpolls%2F{poll}");
    for words in ["Fix the bell", "Sweep the stairs", "3 new notices", "one mail a day", &vote] {
        assert!(mail.contains(words), "{words} is not in {mail}");
    }
    assert_eq!(daily(1, 9), [""; 0], "once a day");
    assert_eq!(daily(2, 8), [""; 0], "nothing new, no mail");
    // One press ends it, and no other mails come in its place.
    let stop = stop_path(&mails[0]);
    let stranger = site.anonymous();
    stranger.get(&stop).await.expect(200).shows("the mail of the day");
    stranger.custom(actix_web::test::TestRequest::post().uri(&stop)).await.expect(200);
    give(&site, "Wash the windows", me, 20);
    assert_eq!(site.do_jobs(), [""; 0], "no mail of its own");
    assert_eq!(daily(3, 8), [""; 0], "nor of the day");
    odette.get("/preferences").await.expect(200).shows("value=\"none\" checked");
    odette.get("/inbox").await.expect(200).shows("Wash the windows");
}
