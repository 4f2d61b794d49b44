//! Changing the address that one signs in with, through HTTP.

use super::invitations::{count, member, run};
use crate::members::{self, Status};
use crate::platform::i18n::Lang;
use crate::platform::testing::{PASSWORD, Site, Visitor};
use crate::policy::Role;
use crate::{accounts, privacy};

const OLD: &str = "ada@example.org";
const NEW: &str = "ada.ng@example.net";

async fn ada(site: &Site) -> (i64, Visitor<'_>) {
    let id = member(site, "Ada", Some(OLD), Lang::En);
    (id, site.signed_in(Role::Resident, "Ada Ng", Some(id)).await)
}

async fn ask(visitor: &Visitor<'_>, email: &str) {
    let fields = [("new_email", email), ("current_password", PASSWORD)];
    let reply = visitor.post("/account/address", &fields).await.expect(303);
    assert!(["/profile", "/account"].contains(&reply.location()));
}

/// The link of the mail to an address, if there is one.
fn link_to(mails: &[String], address: &str) -> Option<String> {
    let to = mails.iter().find(|mail| mail.contains(&format!("<{address}>")) && mail.contains("/address/"))?;
    let rest = to.split("http://localhost:8080/address/").nth(1)?;
    Some(format!("/address/{}", rest.split_whitespace().next()?))
}

fn mail_to<'a>(mails: &'a [String], address: &str) -> &'a str {
    mails.iter().find(|mail| mail.contains(&format!("<{address}>"))).unwrap_or_else(|| panic!("{address}: {mails:?}"))
}

fn email_of(site: &Site, member: i64) -> Option<String> {
    site.read(|conn| members::contact(conn, member)).email
}

async fn signs_in(site: &Site, email: &str) -> bool {
    site.anonymous().post("/sign-in", &[("email", email), ("password", PASSWORD)]).await.status == 303
}

fn set_email(site: &Site, member: i64, email: Option<&str>) {
    let (mut whole, version) = site.read(|conn| members::whole(conn, member));
    whole.details.email = email.map(str::to_owned);
    site.act(|act| members::change(act, member, version, &whole.details));
}

#[actix_web::test]
async fn nothing_changes_until_the_new_mailbox_confirms_and_then_all_at_once() {
    let site = Site::new().await;
    let (id, mut ada) = ada(&site).await;
    let other = site.device_of(ada.account.expect("an account")).await;
    site.anonymous().post("/sign-in/link", &[("email", OLD)]).await.expect(200);
    let old_link = mail_to(&site.do_jobs(), OLD).split("http://localhost:8080").nth(1).expect("a link").to_owned();
    let old_link = old_link.split_whitespace().next().expect("a link");
    ada.get("/profile").await.expect(200).shows(OLD).shows("Change my e-mail").hides("name=\"email\"");
    ada.get("/account/address").await.expect(200).shows("48");
    ask(&ada, &format!(" {} ", NEW.to_uppercase())).await;
    for path in ["/profile", "/account"] {
        ada.get(path)
            .await
            .expect(200)
            .shows(&format!("We are waiting for you to confirm {NEW}"))
            .shows("Send the mail again");
    }
    assert_eq!(email_of(&site, id).as_deref(), Some(OLD));
    assert!(signs_in(&site, OLD).await && !signs_in(&site, NEW).await);
    let mails = site.do_jobs();
    let told = mail_to(&mails, OLD);
    assert!(
        told.contains("asked to change the e-mail of your account")
            && told.contains("http://localhost:8080/account/address"),
        "{told}"
    );
    assert!(!told.contains(NEW) && !told.contains("8080/address/"), "the old mailbox gets no secret: {told}");
    let link = link_to(&mails, NEW).expect("a link for the new mailbox");
    // Scanners open links: that confirms nothing.
    for _ in 0..2 {
        site.anonymous().get(&link).await.expect(200).shows("Ada Ng").shows(NEW).shows("Confirm");
    }
    assert_eq!(email_of(&site, id).as_deref(), Some(OLD));

    let reply = ada.post(&link, &[]).await.expect(303);
    assert_eq!(reply.location(), "/profile");
    ada.keep_cookies(&reply);
    ada.get("/profile").await.expect(200).shows("is in use from now on").shows(NEW).hides("We are waiting");
    other.get("/account").await.expect(303);
    assert_eq!(email_of(&site, id).as_deref(), Some(NEW));
    assert!(signs_in(&site, NEW).await && !signs_in(&site, OLD).await);
    site.anonymous().post(old_link, &[]).await.expect(422);
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 1, "{mails:?}");
    assert!(mail_to(&mails, OLD).contains("was changed on"), "the old mailbox hears that it happened");
    ada.post(&link, &[]).await.expect(410).shows("no longer works");
    let leaks = format!(
        "select count(*) as count from events where kind like 'account.address%' and detail::text like '%{NEW}%'"
    );
    assert_eq!(count(&site, &leaks), 0);
    assert_eq!(count(&site, "select count(*) as count from events where kind like 'account.address%'"), 2);
    assert_eq!(
        count(&site, "select count(*) as count from events where kind = 'member.changed' and actor_name = 'Ada Ng'"),
        1
    );
}

#[actix_web::test]
async fn what_was_replaced_cancelled_or_too_old_confirms_nothing() {
    let site = Site::new().await;
    let (id, ada) = ada(&site).await;
    ask(&ada, "typo@example.net").await;
    let first = link_to(&site.do_jobs(), "typo@example.net").expect("a link");
    ask(&ada, NEW).await;
    let second = link_to(&site.do_jobs(), NEW).expect("a link");
    ada.post("/account/address/mail", &[]).await.expect(303);
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 1, "the old mailbox is told once: {mails:?}");
    let third = link_to(&mails, NEW).expect("a link");
    ada.get(&first).await.expect(410);
    for void in [&first, &second] {
        site.anonymous().post(void, &[]).await.expect(410).shows("no longer works");
    }
    for _ in 0..2 {
        ada.post("/account/address/cancellation", &[]).await.expect(303);
    }
    ada.get("/profile").await.expect(200).hides("We are waiting");
    site.anonymous().post(&third, &[]).await.expect(410);
    ada.post("/account/address/mail", &[]).await.expect(409).shows("no new e-mail left to confirm");
    ask(&ada, NEW).await;
    let fourth = link_to(&site.do_jobs(), NEW).expect("a link");
    run(&site, "update address_changes set expires_at = expires_at - interval '48 hours'");
    site.anonymous().post(&fourth, &[]).await.expect(410);
    assert_eq!(email_of(&site, id).as_deref(), Some(OLD));
    site.act(accounts::tidy);
    assert_eq!(count(&site, "select count(*) as count from address_changes"), 0);
    // Mails to anybody's address are few: this is the fifth within the hour, and there is no sixth.
    ask(&ada, NEW).await;
    ada.post("/account/address/mail", &[]).await.expect(429);
}

#[actix_web::test]
async fn what_cannot_be_asked_for_is_said_beside_its_field() {
    let site = Site::new().await;
    let (_, ada) = ada(&site).await;
    let wrong = [
        (OLD, PASSWORD, "already your e-mail"),
        ("nowhere", PASSWORD, "e-new_email"),
        ("", PASSWORD, "e-new_email"),
        (NEW, "a wrong guess", "not your current password"),
    ];
    for (email, password, words) in wrong {
        let fields = [("new_email", email), ("current_password", password)];
        ada.post("/account/address", &fields).await.expect(422).shows(words);
    }
    assert!(site.do_jobs().is_empty());
    site.anonymous().post("/account/address", &[("new_email", NEW)]).await.expect(401);
    site.anonymous().get("/address/nobodys").await.expect(410).shows("no longer works");
}

#[actix_web::test]
async fn whose_address_it_is_already_nobody_learns_but_its_mailbox() {
    let site = Site::new().await;
    let (id, ada) = ada(&site).await;
    let ben =
        site.signed_in(Role::Resident, "Ben Roy", Some(member(&site, "Ben", Some("ben@example.org"), Lang::En))).await;
    let mut answers = Vec::new();
    for email in ["ben@example.org", "free@example.org"] {
        let fields = [("new_email", email), ("current_password", PASSWORD)];
        let reply = ada.post("/account/address", &fields).await.expect(303);
        let page = ada.get("/profile").await.expect(200).shows(&format!("We are waiting for you to confirm {email}"));
        answers.push((reply.location().to_owned(), page.queries));
    }
    assert_eq!(answers[0], answers[1]);
    let mails = site.do_jobs();
    assert_eq!(link_to(&mails, "ben@example.org"), None);
    let told = mails.iter().find(|mail| mail.contains("<ben@example.org>")).expect("the mailbox hears of it");
    assert!(told.contains("nothing changed") && !told.contains("Ada"), "{told}");

    // Somebody takes the address between asking and confirming.
    let link = link_to(&mails, "free@example.org").expect("a link");
    ask(&ben, "free@example.org").await;
    let bens = link_to(&site.do_jobs(), "free@example.org").expect("a link");
    ben.post(&bens, &[]).await.expect(303);
    ada.post(&link, &[]).await.expect(409).shows("Another account now signs in");
    assert_eq!(email_of(&site, id).as_deref(), Some(OLD));
    ada.get("/profile").await.expect(200).shows("We are waiting for you to confirm");
}

#[actix_web::test]
async fn a_link_opened_where_somebody_else_is_signed_in_changes_nothing_of_theirs() {
    let site = Site::new().await;
    let (id, ada) = ada(&site).await;
    let ben = site.signed_in(Role::Resident, "Ben Roy", None).await;
    ask(&ada, NEW).await;
    let link = link_to(&site.do_jobs(), NEW).expect("a link");
    ben.get(&link).await.expect(200).shows("You are signed in here as Ben Roy").shows("Ada Ng");
    ben.post(&link, &[]).await.expect(200).shows("Done").shows(NEW).shows("Ben Roy");
    ben.get("/account").await.expect(200).shows("ben.roy@example.org");
    ada.get("/account").await.expect(303);
    assert_eq!(email_of(&site, id).as_deref(), Some(NEW));
}

#[actix_web::test]
async fn the_language_may_change_in_mid_form() {
    let site = Site::new().await;
    let (_, mut ada) = ada(&site).await;
    let token = ada.get("/account/address").await.expect(200).shows("New e-mail").form_token();
    let fields = [("language", "fr"), ("theme", "auto"), ("text_size", "100")];
    let reply = ada.post("/account/appearance", &fields).await.expect(303);
    ada.keep_cookies(&reply);
    let fields = [("form_token", token.as_str()), ("new_email", NEW), ("current_password", PASSWORD)];
    ada.post_raw("/account/address", &fields).await.expect(303);
    ada.post_raw("/account/address", &fields).await.expect(303);
    ada.get("/profile").await.expect(200).shows("Nous attendons que vous confirmiez");
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 2, "sent twice, done once: {mails:?}");
    assert!(mail_to(&mails, NEW).contains("appuyez sur Confirmer"));
    let link = link_to(&mails, NEW).expect("a link");
    site.anonymous().get(&link).await.expect(200).shows("If you confirm");
    ada.get(&link).await.expect(200).shows("Si vous confirmez");
}

#[actix_web::test]
async fn who_left_or_was_erased_confirms_nothing_and_the_address_is_free() {
    let site = Site::new().await;
    let (id, ada) = ada(&site).await;
    ask(&ada, NEW).await;
    let link = link_to(&site.do_jobs(), NEW).expect("a link");
    let joan = site.as_admin().await;
    joan.get(&format!("/members/{id}/everything"))
        .await
        .expect(200)
        .shows("New e-mail waiting to be confirmed")
        .shows(NEW);
    site.act(|act| members::set_status(act, id, Status::Former, act.today(), ""));
    site.anonymous().post(&link, &[]).await.expect(410);
    assert_eq!(email_of(&site, id).as_deref(), Some(OLD));
    assert_eq!(count(&site, "select count(*) as count from address_changes"), 0, "what waited went with them");
    site.act(|act| privacy::erasure::erase(act, id, true));
    assert_eq!(count(&site, "select count(*) as count from address_changes"), 0);
    site.anonymous().get(&link).await.expect(410).hides(NEW);
    for (number, email) in [OLD, NEW].into_iter().enumerate() {
        let heir = member(&site, &format!("Heir {number}"), Some(email), Lang::En);
        site.signed_in(Role::Resident, "Heir Ng", Some(heir)).await.get("/account").await.expect(200).shows(email);
    }
}

#[actix_web::test]
async fn the_address_of_a_closed_account_is_free_and_does_not_come_back_from_who_took_it() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (_, ada) = ada(&site).await;
    let path = format!("/accounts/{}", ada.account.expect("an account"));
    joan.post(&format!("{path}/closing"), &[]).await.expect(303);
    joan.get(&path).await.expect(200).shows(OLD);
    let fields = [("name", "Guest"), ("email", OLD), ("role", "observer"), ("language", "en")];
    joan.post("/accounts", &fields).await.expect(303);
    joan.post("/accounts", &fields).await.expect(422).shows("This address already has an account");
    joan.post(&format!("{path}/reopening"), &[]).await.expect(303);
    joan.get(&path).await.expect(200).shows("signs in with their member number");
    assert!(!signs_in(&site, OLD).await, "it is the guest's now");
}

#[actix_web::test]
async fn somebody_from_outside_changes_theirs_where_the_account_stands() {
    let site = Site::new().await;
    let mut amrit = site.as_observer().await;
    ask(&amrit, NEW).await;
    let link = link_to(&site.do_jobs(), NEW).expect("a link");
    let reply = amrit.post(&link, &[]).await.expect(303);
    assert_eq!(reply.location(), "/account");
    amrit.keep_cookies(&reply);
    amrit.get("/account").await.expect(200).shows(NEW);
    assert!(signs_in(&site, NEW).await);
}

// ---- by the office ----

#[actix_web::test]
async fn the_office_changes_the_address_of_who_lost_the_mailbox_and_both_hear_of_it() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (id, ada) = ada(&site).await;
    ask(&ada, "other@example.net").await;
    let waited = link_to(&site.do_jobs(), "other@example.net").expect("a link");
    let (path, version) = (format!("/members/{id}"), site.read(|conn| members::whole(conn, id)).1.to_string());
    let number = site.read(|conn| members::whole(conn, id)).0.details.number;
    let fields = [
        ("version", version.as_str()),
        ("number", &number),
        ("given_name", "Adaline"),
        ("family_name", "Ng"),
        ("email", NEW),
        ("member_language", "en"),
        ("joined_on", "2020-01-01"),
    ];
    joan.post(&path, &fields).await.expect(303);
    ada.get("/account").await.expect(303);
    assert!(signs_in(&site, NEW).await && !signs_in(&site, OLD).await);
    site.anonymous().post(&waited, &[]).await.expect(410);
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 2, "both mailboxes: {mails:?}");
    for address in [OLD, NEW] {
        assert!(mails.iter().any(|mail| mail.contains(&format!("<{address}>")) && mail.contains("was changed on")));
    }
    // The name stands once, too.
    joan.get(&format!("/accounts/{}", ada.account.expect("an account")))
        .await
        .expect(200)
        .shows("Adaline Ng")
        .shows(NEW);
    assert_eq!(
        count(
            &site,
            "select count(*) as count from events where kind = 'account.address_changed' and actor_name = 'Joan Rioux'"
        ),
        1
    );
}

#[actix_web::test]
async fn an_address_that_two_share_lets_nobody_new_in_and_one_that_is_gone_leaves_the_number() {
    let site = Site::new().await;
    let (id, ada) = ada(&site).await;
    let number = site.read(|conn| members::whole(conn, id)).0.details.number;
    member(&site, "Ben", Some("both@example.org"), Lang::En);
    set_email(&site, id, Some("both@example.org"));
    ada.get("/account").await.expect(303);
    assert!(!signs_in(&site, "both@example.org").await && signs_in(&site, &number).await);
    assert!(site.read(|conn| accounts::address::is_shared(conn, id)));
    set_email(&site, id, None);
    assert!(signs_in(&site, &number).await, "the password goes on with the number");
    site.anonymous().post("/sign-in/link", &[("email", OLD)]).await.expect(200);
    set_email(&site, id, Some(NEW));
    assert!(signs_in(&site, NEW).await && signs_in(&site, &number).await);
}

#[actix_web::test]
async fn nobody_gets_an_address_of_their_own_past_its_mailbox() {
    let site = Site::new().await;
    let id = member(&site, "Joan", Some(OLD), Lang::En);
    let joan = site.signed_in(Role::Admin, "Joan Ng", Some(id)).await;
    let (whole, version) = site.read(|conn| members::whole(conn, id));
    let (version, path) = (version.to_string(), format!("/members/{id}"));
    let fields = |email| {
        [
            ("version", version.as_str()),
            ("number", whole.details.number.as_str()),
            ("given_name", "Joanne"),
            ("family_name", "Ng"),
            ("email", email),
            ("member_language", "en"),
            ("joined_on", "2020-01-01"),
        ]
    };
    joan.post(&path, &fields(NEW)).await.expect(422).shows("To change your own e-mail");
    joan.post(&path, &fields(OLD)).await.expect(303);
    joan.get("/account").await.expect(200).shows("Joanne Ng").shows(OLD);
}
