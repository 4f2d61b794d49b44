//! Inviting the members, by mail and on paper, through HTTP.

use diesel::prelude::*;

use crate::members::{self, NewMember, Status};
use crate::platform::i18n::Lang;
use crate::platform::sql::row;
use crate::platform::testing::{Reply, Site};
use crate::policy::Role;

pub fn member(site: &Site, given_name: &str, email: Option<&str>, lang: Lang) -> i64 {
    let new = NewMember {
        number: String::new(),
        given_name: given_name.to_owned(),
        family_name: "Ng".to_owned(),
        email: email.map(str::to_owned),
        phone: None,
        language: lang,
        joined_on: "2020-01-01".parse().expect("a date"),
        status: Status::Member,
    };
    site.act(|act| members::add(act, &new))
}

pub fn run(site: &Site, sql: &str) {
    site.read(|conn| Ok(diesel::sql_query(sql).execute(conn)?));
}

pub fn count(site: &Site, sql: &str) -> i64 {
    row! {
        struct Row {
            count: i64,
        }
    }
    site.read(|conn| Ok(diesel::sql_query(sql).get_result::<Row>(conn)?.count))
}

fn link(mail: &str) -> &str {
    mail.split("http://localhost:8080").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a link")
}

/// What stands behind a step of the letter.
fn printed(reply: &Reply, place: usize) -> String {
    let code = reply.body.split("<b class=\"typed\">").nth(place).expect("the letter");
    code.split('<').next().unwrap_or_default().to_owned()
}

#[actix_web::test]
async fn members_are_invited_by_jobs_and_whoever_cannot_be_is_named_with_the_reason() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let ada = member(&site, "Ada", Some("ada@example.org"), Lang::En);
    let ben = member(&site, "Ben", Some("ben@example.org"), Lang::Fr);
    for (name, email) in [("Cleo", None), ("Dora", Some("both@example.org")), ("Emil", Some("both@example.org"))] {
        member(&site, name, email, Lang::En);
    }
    let gone = member(&site, "Gone", Some("gone@example.org"), Lang::En);
    site.act(|act| members::set_status(act, gone, Status::Former, act.today(), ""));
    site.signed_in(Role::Resident, "Fay Ng", Some(member(&site, "Fay", Some("fay.ng@example.org"), Lang::En))).await;
    let page = joan.get("/accounts/invitations").await.expect(200).shows("Ada Ng").shows("Ben Ng").hides("Cleo");
    assert!(page.queries <= 6, "{} queries", page.queries);
    page.shows("You can now sign in to")
        .shows("Vous pouvez maintenant vous connecter")
        .shows("for 7 days")
        .hides("Gone");
    joan.get("/accounts/invitations?state=no_address").await.expect(200).shows("Cleo Ng").shows("no e-mail for them");
    joan.get("/accounts/invitations?state=shared").await.expect(200).shows("Dora Ng").shows("Emil Ng");
    joan.get("/accounts/invitations?state=joined").await.expect(200).shows("Fay Ng");
    joan.get("/accounts/invitations?state=perhaps").await.expect(400);
    joan.get("/accounts/invitations.csv?state=ready").await.expect(200).shows("ada@example.org").hides("Cleo");
    joan.get("/accounts/invitations.xlsx").await.expect(200);
    joan.post("/accounts/invitations", &[]).await.expect(422).shows("Choose at least one person who has an e-mail");
    joan.post("/accounts/invitations", &[("invitee", &gone.to_string())]).await.expect(422);
    joan.post("/accounts/invitations", &[("all", "ready")]).await.expect(303);
    assert_eq!(
        count(&site, "select count(*) as count from jobs where kind in ('letter', 'mailing')"),
        0,
        "nothing is mailed in a request"
    );
    let mails = site.do_jobs();
    assert_eq!(mails.len(), 2, "{mails:?}");
    let french = mails.iter().find(|mail| mail.contains("Bonjour Ben Ng")).expect("in Ben's language");
    assert!(french.contains("pendant 7 jours"), "{french}");
    let page = joan.get("/accounts/invitations?state=invited").await.expect(200).shows("Ada Ng").shows("By mail on");
    page.shows("Send again to the people chosen");
    // Pressed again at once: nobody is mailed twice.
    joan.post("/accounts/invitations", &[("invitee", &ada.to_string())]).await.expect(303);
    assert!(site.do_jobs().is_empty());
    // Opening the link uses nothing up; the button does, once.
    let path = link(mails.iter().find(|mail| mail.contains("Hello Ada Ng")).expect("Ada's mail"));
    let visitor = site.anonymous();
    visitor.get(path).await.expect(200);
    visitor.get(path).await.expect(200);
    visitor.post(path, &[]).await.expect(303);
    visitor.post(path, &[]).await.expect(422);
    joan.get("/accounts/invitations?state=joined").await.expect(200).shows("Ada Ng");
    // Six days on it is still good, eight days on it ran out, and can be sent again.
    let later = |days| {
        format!(
            "update sign_in_links set made_at = made_at - interval '{days} days', expires_at = expires_at - interval '{days} days' where kind = 'invitation'"
        )
    };
    run(&site, &later(6));
    joan.get("/accounts/invitations?state=invited").await.expect(200).shows("Ben Ng");
    run(&site, &later(2));
    joan.get("/accounts/invitations?state=ran_out").await.expect(200).shows("Ben Ng").shows("Invite this person");
    visitor.post(link(french), &[]).await.expect(422);
    joan.post("/accounts/invitations", &[("all", "ran_out")]).await.expect(303);
    let again = site.do_jobs();
    assert_eq!(again.len(), 1);
    visitor.post(link(&again[0]), &[]).await.expect(303);
    assert_eq!(count(&site, &format!("select count(*) as count from accounts where member_id in ({ada}, {ben})")), 2);
    assert_eq!(
        count(
            &site,
            "select count(*) as count from events where kind = 'account.invited' and actor_name = 'Joan Rioux'"
        ),
        3
    );
}

#[actix_web::test]
async fn a_letter_on_paper_lets_somebody_without_an_address_in_once() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let (cleo, dan) =
        (member(&site, "Cleo", None, Lang::Fr).to_string(), member(&site, "Dan", None, Lang::En).to_string());
    joan.get("/accounts/letters").await.expect(200).shows("Cleo Ng").shows("Dan Ng");
    joan.post("/accounts/letters", &[]).await.expect(422).shows("Choose between 1 and 100 people");
    let fields = [("invitee", cleo.as_str()), ("invitee", &dan)];
    let void = joan.post("/accounts/letters", &fields[..1]).await.expect(200);
    let letters =
        joan.post("/accounts/letters", &fields).await.expect(200).shows("Bonjour Cleo Ng").shows("Hello Dan Ng");
    assert_eq!(letters.body.matches("<article class=\"letter\"").count(), 2);
    let (number, code) = (printed(&letters, 2), printed(&letters, 3));
    assert_eq!(code.len(), 17, "{code}");
    let visitor = site.anonymous();
    visitor.get("/sign-in").await.expect(200).shows("/sign-in/code");
    visitor.get("/sign-in/code").await.expect(200);
    let come = |code: String, password: &'static str| {
        let (visitor, number) = (&visitor, number.clone());
        async move {
            let fields = [("letter_number", number.as_str()), ("letter_code", &code), ("new_password", password)];
            visitor.post("/sign-in/code", &fields).await
        }
    };
    let good = "quatre chevaux verts";
    come(printed(&void, 3), good).await.expect(422).shows("do not match");
    come(printed(&letters, 6), good).await.expect(422).hides(good);
    come(code.clone(), "short").await.expect(422).shows("at least 10 characters");
    let typed = code.to_lowercase().replace('-', " ");
    come(typed, good).await.expect(303);
    come(code.clone(), good).await.expect(422);
    visitor.post("/sign-in", &[("email", &number), ("password", good)]).await.expect(303);
    visitor.post("/sign-in", &[("email", &number), ("password", "wrong password")]).await.expect(422);
    visitor.post("/sign-in/link", &[("email", &format!("member-{cleo}@no-mail.invalid"))]).await.expect(200);
    assert!(site.do_jobs().is_empty(), "no mail goes to an address that cannot be");
    joan.get("/accounts").await.expect(200).shows("signs in with their member number").hides("no-mail.invalid");
    // Who has no other way in can be given another letter, when the password is lost.
    let again = joan.post("/accounts/letters", &fields[..1]).await.expect(200).shows("Cleo Ng");
    come(printed(&again, 3), "cinq chevaux verts").await.expect(303);
    visitor.post("/sign-in", &[("email", &number), ("password", good)]).await.expect(422);
    assert_eq!(count(&site, "select count(*) as count from events where kind = 'account.letter_printed'"), 4);
    let leaks = format!(
        "select (select count(*) from events e where strpos(e::text, '{code}') > 0) + (select count(*) from submissions s where strpos(s::text, '{code}') > 0) as count"
    );
    assert_eq!(count(&site, &leaks), 0);
}

#[actix_web::test]
async fn a_code_ends_after_thirty_days_and_guesses_are_counted() {
    let site = Site::new().await;
    let joan = site.as_admin().await;
    let cleo = member(&site, "Cleo", None, Lang::En).to_string();
    let letter = joan.post("/accounts/letters", &[("invitee", cleo.as_str())]).await.expect(200);
    let (number, code) = (printed(&letter, 2), printed(&letter, 3));
    run(&site, "update sign_in_links set expires_at = expires_at - interval '30 days'");
    let visitor = site.anonymous();
    let fields =
        |code| [("letter_number", number.as_str()), ("letter_code", code), ("new_password", "quatre chevaux verts")];
    visitor.post("/sign-in/code", &fields(&code)).await.expect(422);
    for _ in 0..9 {
        visitor.post("/sign-in/code", &fields("AAAAA-BBBBB-CCCCC")).await.expect(422);
    }
    visitor.post("/sign-in/code", &fields(&code)).await.expect(429);
    let resident = site.signed_in(Role::Resident, "Ada Ng", None).await;
    for path in ["/accounts/letters", "/accounts/invitations", "/accounts/invitations.csv"] {
        resident.get(path).await.expect(403);
    }
}
